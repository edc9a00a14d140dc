"""That it is to end: a goodbye, enough for now, no more questions, no message any more, no advice and only somebody who listens.

Unlike a command it is heard beside whatever else a text says. The rule a newcomer could break: a clause counts only where
all of it is said to the coach; "they told me to stop" and "we said bye and she smiled" are answers.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, LONGEST_STORY, fold, straight


class Ending(Enum):
    """What is to end; of several the one listed first counts."""

    MESSAGES = auto()
    """The coach is never again to write first."""
    QUESTIONS = auto()
    """Nothing more is to be asked."""
    ENOUGH = auto()
    """It is enough for now."""
    BYE = auto()


@unsaid
class Ended:
    """What a text ends, and what it says besides."""

    __slots__ = ("is_firm", "is_vent", "rest", "what")

    def __init__(self, what: Ending | None, rest: str, *, is_vent: bool, is_firm: bool) -> None:
        self.what = what
        self.rest = rest
        self.is_firm = is_firm
        """It says so more than once, or again."""
        self.is_vent = is_vent
        """They want to be listened to, and neither asked nor advised."""


_LEAD = (
    r"(?:(?:no+(?! (?:more|need)\b)|nope|nah|ok|okay|k|right|well|so|and|but|then|now|hey|hi|oh|ugh|look|listen|please|pls|plz|just|honestly|seriously|actually|sorry|also|"
    r"yes|yeah|thanks|thank you|cheers|coach|bot|for now|lol|ffs|omg|i think|nvm|alright|all right|anyway|cool|great|fine|good|again)[, ]+)*+"
)
_TAIL = (
    r"(?:[, ]+(?:please|pls|plz|thanks|thank you|thx|ty|cheers|now|today|tonight|already|then|ok|okay|coach|bot|mate|bro|man|dude|yaar|any ?more|again|ever|ever again|at all|"
    r"for (?:now|today|tonight|good|me|ages)|right now|ffs|lol|tbh|i mean it|here|from now on|really|will you|would you))*"
)
_FOR_GOOD = r"(?:[, ]+(?:please|pls|plz|thanks|thank you|thx|ty|cheers|already|then|ok|okay|coach|bot|mate|bro|man|any ?more|again|ever|ever again|at all|for (?:good|ever)|from (?:now on|you)|ffs|lol|tbh|i mean it|really|either))*"
_WRITE = (
    r"(?:message|msg|messag|text|txt|write|contact|ping|nudge|remind|e-?mail|notify|dm|whatsapp|bother|pester|spam)"
)
_WRITING = r"(?:messaging|texting|writing(?: to)?|contacting|pinging|nudging|reminding|e-?mailing|notifying|sending|dming|bothering|pestering|spamming)"
_MESSAGES = r"(?:messages?|texts?|reminders?|nudges?|notifications?|e-?mails?|pings?|check-?ins?)"
_TOLD_YOU = r"(?:(?:like |as )?i(?:'ve| have)? (?:just |already |only )*(?:said|told you(?: to)?|asked you(?: to)?|say|wrote)|you were (?:told|asked)(?: to)?|did(?:n't| not) i (?:tell you(?: to)?|say)|i'm (?:telling|asking) you(?: to)?)"
_SAID = rf"(?:{_TOLD_YOU}(?: that)?[, ]+)?"
_WANTS = r"(?:(?:can|could|will|would) (?:you|we) (?:please |just )*|i(?:'d| would)? (?:really |just )*(?:want|need|like|wish) (?:you|this) to )?"
_NO_MESSAGES = expression(
    rf"{_LEAD}{_SAID}{_WANTS}{_LEAD}(?:(?:don't|do not|never|not to|no need to) (?:ever )?{_WRITE} (?:to )?me(?: (?:first|any (?:more )?{_MESSAGES}|{_MESSAGES}|about (?:it|this|that)|anything|something|later|tomorrow|next week))?"
    rf"|(?:stop|quit) {_WRITING} (?:to )?me(?: {_MESSAGES}| first| things| stuff)?|(?:don't|do not|never|not to|stop) send(?:ing)? me (?:any ?thing|any more|any|more|these|those|your|stupid)(?: (?:more )?{_MESSAGES})?"
    rf"|(?:i )?(?:don't|do not) (?:want|need) (?:you (?:messaging|texting|writing to|contacting|bothering) me|you to (?:message|text|write to|contact|remind|bother) me|(?:any|any more|your|more|these) {_MESSAGES}|to (?:hear from you|be (?:messaged|texted|written to|contacted|reminded|bothered)))"
    rf"|no more {_MESSAGES}|stop (?:all )?(?:the |your |these )?{_MESSAGES}|(?:stop|quit) (?:messaging|texting|writing)){_FOR_GOOD}"
)
_ASK = r"(?:ask|question|quiz|interview|interrogate|grill|push|press)"
_THINGS = r"(?:(?:me )?(?:things|stuff|questions?|any ?thing|so many(?: questions)?|all (?:these|this|that|the)(?: \w+)?|these|this|that|it|about (?:it|this|that)|any more(?: questions)?|more(?: questions)?|for (?:more|stuff|things)|what .{1,30}))"
_NO_QUESTIONS = expression(
    rf"{_LEAD}{_SAID}{_WANTS}{_LEAD}(?:(?:stop|quit|enough(?: of)?|no more|cut out) (?:with )?(?:the |all the |your |these |all these )?(?:asking|questioning|quizzing|questions|interrogating|interrogation|grilling)(?: me)?(?: {_THINGS})?"
    rf"|(?:don't|do not|never|no need to) (?:keep |ever )?(?:{_ASK}|asking|questioning) me(?: (?:any ?thing|any more|more|all (?:these|this|that|the)|so many)(?: (?:questions|else|things|more|of this))?)?"
    r"|(?:don't|do not|stop|not to|quit) (?:make|making|force|forcing|have|having) me (?:do|doing|answer|answering|say|saying|write|writing|go through|talk|talking|think|thinking)(?: (?:any|more|anything|any more|more of|all|all of|about|this|that|it|these|stuff|things|else|questions|of))*"
    r"|(?:i )?(?:really |just )*(?:don't|do not|can't|cannot) (?:want to |feel like )?(?:answer|do|doing|answering|take) (?:any more|more|any more of this|more of this|any of this)(?: (?:questions|of this|of these|stuff))*"
    r"|i(?:'m| am) not (?:answering|doing) (?:this|that|any more|any of this|more|anything|it|these)(?: (?:questions|of this|else))*"
    r"|i(?:'m| am|m) (?:(?:so|just|really|getting|a bit|kinda|very) )*(?:tired|sick|bored|fed up|done|over|sick and tired) (?:(?:of|with|by) )?(?:all )?(?:(?:of )?(?:the|these|your|so many|answering|being asked) )*(?:questions?|being asked|answering|questioning)"
    rf"|{_TOLD_YOU} (?:not to|don't|stop) (?:keep )?(?:{_ASK}|asking) me(?: {_THINGS})?){_TAIL}"
)
_ENOUGH = expression(
    rf"{_LEAD}(?:{_SAID}(?:(?:that's|this is|it's|that is|that'll be|that will be) (?:more than |really |quite )?(?:enough|plenty)(?: (?:questions|of (?:this|that|it|these)))?"
    r"|enough(?: (?:now|already|for (?:now|today|tonight)|of (?:this|that|it)|is enough))|(?:i've|i have) had enough(?: of (?:this|it|you|questions))?"
    r"|(?:i'm |i am |im |we're |all )?(?:done|finished|through)(?: (?:with (?:this|you|it|questions|the questions)|answering))? (?:now|for (?:today|now|tonight)|here|talking|today)"
    r"|(?:let's |can we |shall we |i want to |i'd like to |i'll )?(?:stop|end it|finish) (?:there|here|at that|for (?:today|tonight))"
    r"|(?:nothing|no) more (?:now|today|tonight|for (?:today|now|tonight)|of this(?: \w+)?))"
    rf"|{_TOLD_YOU},? (?:stop|enough|no more|not today|not now|not tonight|later|i'm done|i was done)){_TAIL}"
)
_BYE = expression(
    rf"(?!no+ (?:good|bye)){_LEAD}{_SAID}(?:bye|bye ?bye|byee+|goodbye|good bye|good night|goodnight|gn|night night|see (?:you|ya|u)(?: (?:later|soon|tomorrow|around))?|cya|ttyl|talk (?:to you )?(?:later|soon|tomorrow)|"
    rf"(?:i )?(?:have|need|got|'ve got|gotta) (?:to )?(?:go|run|leave)|i(?:'m| am|m) (?:off|going|leaving|logging off|out of here)|gtg|g2g|kwaheri|ciao)(?: (?:bye|then))*{_TAIL}"
)
_ENDINGS = (
    (Ending.MESSAGES, _NO_MESSAGES),
    (Ending.QUESTIONS, _NO_QUESTIONS),
    (Ending.ENOUGH, _ENOUGH),
    (Ending.BYE, _BYE),
)
_LISTEN = r"(?:vent|moan|rant|whinge|whine|let (?:it|this|that|things|something) (?:all )?out|let off steam|get (?:it|this|that|something|things) off my chest|be (?:heard|listened to)|offload|unload)"
_BIT = r"(?: (?:a bit|a minute|for a (?:bit|minute|while|sec)|about (?:it|this|that|today)|to (?:you|someone|somebody|anyone)|first|now|really|today|please|thanks|here|that's all|is all))*"
_VENT = expression(
    rf"(?:{_LEAD}(?:i |we )?(?:(?:just|really|only|kinda|rather|'d|would|do) )*(?:want|need|came|am here|like|have|wanted|needed|here)(?: only| just| really)? to (?:just |only |really )?{_LISTEN}{_BIT}"
    rf"|{_LEAD}(?:can|could|may) i (?:please |just |only )*{_LISTEN}{_BIT}|{_LEAD}let me (?:just )?{_LISTEN}{_BIT}|{_LEAD}(?:just |only )+(?:venting|moaning|ranting|need a (?:vent|moan|rant)|listen(?: to me)?|let me {_LISTEN}|let me talk){_BIT}"
    rf"|{_LEAD}(?:i )?(?:just )?need a (?:good )?(?:vent|moan|rant){_BIT})"
)
_NO_ADVICE = expression(
    rf"{_LEAD}(?:i )?(?:really |just |honestly )*(?:(?:don't|do not) (?:want|need)|not looking for|not after|didn't (?:come|ask) for|without|no|not) (?:any |your |more |an? )*(?:advice|tips|solutions|help|coaching|questions|pep talk|plan)"
    rf"(?: (?:or|and|nor) (?:any )?(?:advice|tips|solutions|help|coaching|questions|plan))*(?: (?:from you|about (?:it|this)))?{_TAIL}"
)
_TALK = expression(
    rf"{_LEAD}(?:i )?(?:(?:just|really|only|'d|would) )*(?:want|need|like) (?:just |only )?(?:to (?:just )?(?:talk|be listened to)|(?:you|someone|somebody) to listen){_BIT}"
)
"""Where they also say that they want no advice, the same."""
_ONLY = re.compile(r"\b(?:just|only)\b")
_CLAUSE = re.compile(
    r"[.!?;:,\n…()]+\s*|\s+[-–—]+\s+|\s+(?:and|but|so(?! many| much)|then|plus|also|cos|because)\s+", re.IGNORECASE
)
_SPLIT_FURTHER = re.compile(r"(?<=\w)\s+(?=i\s+(?:just |only |really )+(?:want|need|came|wanted)\b)", re.IGNORECASE)
_THEIR_WORDS = expression(
    r"\b(?:said|says|say|told (?!you\b)\S+(?: \S+)?|asked(?: me| us)?|was like|were like|went|goes|shouted|wrote|replied|answered|thought|texted|emailed|saying|telling \S+)(?: to me| to us| to them)?$"
)
_SAID_BEHIND = expression(r"(?:i|he|she|they|we) (?:thought|said|told (?:him|her|them|myself)|went|was like)\b.{0,20}")
_OBJECTS = expression(rf"(?:no+|nope|nah|{_TOLD_YOU})[,.! ]*")
_LESS_THAN_AN_ANSWER = expression(
    rf"(?:(?:ok|okay|so|and|but|oh|please|pls|sorry|thanks|thank you|right|well|i mean it|really|seriously|stop|stop it|enough|now|again|hm+|{_TOLD_YOU})?[,.!? ]*)+"
)
_SENTENCE_END = re.compile(r"[.!?\n]\s*\S{0,1}$")
_LITTLE = 4
"""In words; more than so many before a goodbye, in the same sentence, tell of theirs."""
_LONG = 14
"""In words; a story of so many has to end or begin with its "bye", which may else be somebody's in it."""


def read(text: str) -> Ended | None:
    """What a text ends, None for one that only tells."""
    if len(text) > LONGEST_STORY:
        return None
    clauses = _clauses(text)
    found: list[Ending] = []
    is_again = False
    kept: list[tuple[int, int]] = []
    is_vent = has_no_advice = False
    wants_to_talk = False
    before = ""
    for number, (start, end) in enumerate(clauses):
        said = fold(text[start:end]).strip(" '*~")
        after = fold(text[slice(*clauses[number + 1])]) if number + 1 < len(clauses) else ""
        is_theirs = (
            _is_quoted(text, start)
            or _THEIR_WORDS.search(before) is not None
            or _SAID_BEHIND.fullmatch(after) is not None
        )
        ending = None if is_theirs else _ending(said, len(text))
        is_at_an_end = number == 0 or number >= len(clauses) - 2
        if ending in (Ending.ENOUGH, Ending.BYE) and not is_at_an_end and len(text.split()) > _LONG:
            ending = None
        before = said
        if ending is not None:
            found.append(ending)
            is_again = is_again or ending is Ending.QUESTIONS or re.search(_TOLD_YOU, said) is not None
        elif not is_theirs and _VENT.fullmatch(said):
            is_vent = is_vent or len(clauses) == 1 or _ONLY.search(said) is not None
            wants_to_talk = True
        elif not is_theirs and _TALK.fullmatch(said):
            wants_to_talk = True
            kept.append((start, end))
        elif _NO_ADVICE.fullmatch(said):
            has_no_advice = True
        elif not _LESS_THAN_AN_ANSWER.fullmatch(said):
            kept.append((start, end))
    if not found and not is_vent and not (has_no_advice and wants_to_talk):
        return None
    what = min(found, key=list(Ending).index, default=None)
    rest = _joined(text, kept)
    if (
        what is Ending.BYE
        and len(rest.split()) > _LITTLE
        and not (len(found) > 1 or _SENTENCE_END.search(text, 0, kept[-1][1] + 2))
    ):
        return None
    is_nothing = is_again and _OBJECTS.fullmatch(fold(rest))
    return Ended(
        what,
        "" if is_nothing else rest,
        is_vent=is_vent or (has_no_advice and wants_to_talk),
        is_firm=is_again or len(found) > 1,
    )


def _ending(said: str, length: int) -> Ending | None:
    found = next((ending for ending, pattern in _ENDINGS if pattern.fullmatch(said)), None)
    return found if found is Ending.MESSAGES or length <= LONGEST_REMARK else None


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where each clause begins and ends."""
    plain = straight(text)
    marks = sorted(
        [found.span() for found in _CLAUSE.finditer(plain)] + [found.span() for found in _SPLIT_FURTHER.finditer(plain)]
    )
    clauses, start = [], 0
    for begins, ends in marks:
        if begins > start:
            clauses.append((start, begins))
        start = max(start, ends)
    if start < len(text):
        clauses.append((start, len(text)))
    return clauses


def _is_quoted(text: str, start: int) -> bool:
    """Whether a place in a text stands within quotation marks."""
    front = straight(text)[:start]
    return front.count('"') % 2 == 1 or re.search(r"(?<!\w)'[^']*$", front) is not None


def _joined(text: str, kept: list[tuple[int, int]]) -> str:
    """The clauses that are kept, as they stood; what stood next to each other stays together."""
    plain = straight(text)
    runs: list[tuple[int, int]] = []
    for start, end in kept:
        between = plain[runs[-1][1] : start] if runs else "."
        if runs and (not between.strip() or _CLAUSE.fullmatch(between)):
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    return ". ".join(text[start:end].strip() for start, end in runs)


_ASKING_THEM = expression(
    r"(?:\b(?:and|but|so|also)\s+)?(?:\bplease\s+)?\b(?:don't|do not|never|no need to|stop|not to|i (?:don't|do not) want (?:you to|to)|i won't|i'm not going to) (?:send|sending|writ\w+|remind\w*|ask\w*|prompt\w*|text\w*|nudg\w+|chas\w+)(?: (?:me|us|them|to|about|for|any|an?|the|that|another|your|more))*"
    r"(?: (?:text|message|note|reminder|e-?mail|nudge|one|messages|reminders))?(?: (?:asking|to ask|about|that asks|for|on|me|them))* (?:where (?:they|it|i|we|things) stands?|(?:whether|if) (?:they|he|she|anything|an answer|something|i|there).{0,25}?\b(?:answer\w*|come|came|heard|news|repl\w+)(?: yet| back)?|(?:an|their|the) answer(?: yet)?)\b"
)
_OWN_MANNER = expression(
    r"(?:(?:oh|hey|no|ok|okay|ah|look|um|well|hi)[, ]+)*(?:i'm |i am )?(?:sorry|apologies|my apologies|forgive me|pardon)\b(?!.*\b(?:they|he|she|him|her|them|panel|interview\w*|manager|boss)\b).{0,50}?\b"
    r"(?:rude|snapp\w+|snap at|harsh|short with you|mean to you|unkind|swear\w*|swore|shout\w*|bit much|outburst|tone|language|unfair|out of line|grumpy|cranky|took it out on)\b.{0,60}"
)


def without_asking_them(text: str) -> str | None:
    """What else a text says that wants no message that asks whether they answered; None for any other."""
    plain = fold(text)
    if len(text) > LONGEST_REMARK or (found := _ASKING_THEM.search(plain)) is None:
        return None
    if _THEIR_WORDS.search(plain[: found.start()].rstrip(" ,:")) or re.match(r"(?:they|he|she|i)\b", plain):
        return None
    return " ".join((plain[: found.start()].rstrip(" ,;") + " " + plain[found.end() :].lstrip(" ,;.!")).split())


def is_sorry_for_their_manner(text: str) -> bool:
    """Whether it excuses how they wrote to the coach ("sorry. that was rude. but i mean it")."""
    return len(text) <= LONGEST_REMARK and _OWN_MANNER.fullmatch(fold(text)) is not None


def stands_by_it(text: str) -> bool:
    """Whether it says that it is meant all the same."""
    return re.search(r"\b(?:i (?:still |do |really )*mean[t]? (?:it|that)|i'm serious|still)\b", fold(text)) is not None


_ALL_TOLD = expression(
    r".*(?:[.,;!\n]|\s-)\s*(?:and |so |but |ok |well )*(?:that's|that is|that was|this is) (?:all|it|everything)(?: (?:i guess|really|now|for now|from me|thanks|then))*[.! ]*"
)


def is_all_told(text: str) -> bool:
    """Whether a telling ends by saying that it is through ("They said they loved me. That's all")."""
    return _ALL_TOLD.fullmatch(fold(text[-LONGEST_REMARK:])) is not None
