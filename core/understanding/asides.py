"""Asides: small questions and remarks to the coach itself, at any point. "Who can read this?", "lol", "one sec".

An aside is all of a message, or a sentence of its own beside an answer. The rule a newcomer could break: what is taken
for an aside is not kept as an answer, so it must be sure. What people say is in `asides.toml`; what must be found inside
other words is below.
"""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources

from core.understanding import text as texts
from core.understanding.expressions import expression
from core.understanding.phrases import Phrasebook
from core.understanding.spelling import Speller
from core.understanding.text import fold, straight


class Aside(StrEnum):
    """What the person wants to know, or says without meaning an answer."""

    PRIVACY = "privacy"
    THEIR_REMARK = "their-remark"
    """Why an interviewer's remark stands on their list."""
    RIGHTS = "rights"
    ABOUT_IT = "about-it"
    """What can be done about it: about what they did, where they did something, else about the interview."""
    NOTE = "note"
    """Where the draft is."""
    WHEN_TO_SEND = "when-to-send"
    WORTH_WRITING = "worth-writing"
    TOO_LATE = "too-late"
    """Whether a note comes too late."""
    WHOM_TO_THANK = "whom-to-thank"
    ADDRESS = "address"
    """Where their address is to be had."""
    MUST_I = "must-i"
    """Whether this has to be answered, and what happens if it is not."""
    NOT_WRITING = "not-writing"
    """What happens if they just do not write."""
    CALL_OR_WRITE = "call-or-write"
    TEXT_THEM = "text-them"
    NOTE_LENGTH = "note-length"
    COPY = "copy"
    """Whether a draft may be copied, and how it gets to them."""
    NO_REPLY = "no-reply"
    IF_THEY_CALL = "if-they-call"
    """What to do when the phone rings and it is them."""
    GOOD_ENOUGH = "good-enough"
    """Whether the draft will do."""
    LOOK_BACK = "look-back"
    """What a look back is."""
    WILL_THEY = "will-they"
    """Whether, or when, they will answer."""
    CHASE = "chase"
    """Whether to ask them where it stands, once more, or outright."""
    APOLOGISE = "apologise"
    TELL_OTHERS = "tell-others"
    """What to say to the people at home."""
    SLEEP = "sleep"
    SLEEPLESS = "sleepless"
    """The same, told and not asked."""
    CHANCES = "chances"
    NORMAL = "normal"
    GIVE_UP = "give-up"
    """Whether to wait any longer."""
    THEIR_MIND = "their-mind"
    """What they think of it, or will do."""
    WHO_SENDS = "who-sends"
    """Whether the coach writes to anybody."""
    HOW_IT_FEELS = "how-it-feels"
    """Whether it is all right to feel so, or too much."""
    THEIR_ANSWER = "their-answer"
    """Whether what they said there was wrong, or should have been something else."""
    PAY = "pay"
    """How to ask for more."""
    ACCEPT = "accept"
    """How to say yes to an offer."""
    JOBS = "jobs"
    ADVICE = "advice"
    GUIDE = "guide"
    """A longer guide to what follows an interview."""
    DELETE = "delete"
    DURATION = "duration"
    HOW_OFTEN = "how-often"
    """How many messages of the coach's own will come."""
    COST = "cost"
    LANGUAGES = "languages"
    FOREIGN = "foreign"
    """Something in a language that we do not know."""
    NAME = "name"
    OPEN_THINGS = "open-things"
    """What is under way, and what is next."""
    SHORTER = "shorter"
    """The question again, in fewer and plainer words."""
    AMUSED = "amused"
    CHATTER = "chatter"
    ONE_MOMENT = "one-moment"
    GOING_ON = "going-on"
    """That it should not stop."""
    INSULT = "insult"


ANSWERED_BESIDE_AN_ANSWER = frozenset(
    (
        Aside.PRIVACY,
        Aside.WHEN_TO_SEND,
        Aside.WORTH_WRITING,
        Aside.TOO_LATE,
        Aside.WHOM_TO_THANK,
        Aside.ADDRESS,
        Aside.NOT_WRITING,
        Aside.CALL_OR_WRITE,
        Aside.TEXT_THEM,
        Aside.NOTE_LENGTH,
        Aside.COPY,
        Aside.NO_REPLY,
        Aside.IF_THEY_CALL,
        Aside.WILL_THEY,
        Aside.CHASE,
        Aside.APOLOGISE,
        Aside.TELL_OTHERS,
        Aside.SLEEP,
        Aside.HOW_IT_FEELS,
        Aside.THEIR_ANSWER,
        Aside.PAY,
        Aside.LOOK_BACK,
        Aside.DELETE,
        Aside.DURATION,
        Aside.COST,
        Aside.NAME,
    )
)
"""Questions with an answer of one line, which may stand beside an answer in the same message."""
_ANSWERED_AMONG = ANSWERED_BESIDE_AN_ANSWER | {Aside.NOTE}


_PRIVACY = expression(
    r"\b(?:who (?:(?:can|could|will|does|else|gets to)\b.{0,20}\b)?(?:read|see|sees|reads)(?= (?:this|it|these|that|me|my|mine|what i|any of|all)\b|[?!. ]*$)|is (?:this|it|that) (?:private|confidential|safe|secure|anonymous)"
    r"|what if (?:he|she|they|my boss|the boss|somebody|someone|anybody|anyone|staff|the \w+) (?:ever )?(?:reads?|sees?|finds?|gets?)\b.{0,12}\b(?:this|it|that|these)(?=[?!. ]*$|,| and| btw| by the way)"
    r"|(?:don't|do not|wouldn't|would not|not) want (?!(?:to|me|us)\b)[\w' ]{1,30}? (?:to )?(?:see|read|sees|reads|find|finding|seeing|reading) (?:this|it|that|these|what i (?:write|wrote|say|said))(?=[?!. ]*$)"
    r"|privacy|(?:can|does|will) (?:my )?(?:boss|staff|employer|anyone|anybody|somebody|they) (?:read|see) (?:this|it|me)"
    r"|where (?:is|does) (?:this|it|that) (?:stored|kept|go)|what (?:do you|happens to what i) (?:keep|store|save|write))\b"
)
_NOTE = expression(
    r"(?:(?:ok|okay|fine|alright|well|so|then|actually|yes|hey)[, ]+)*(?:please |pls |plz |just |only |can (?:you|i) |let me |i(?:'d| would)? (?:just |only )?(?:want|like|need) to )*"
    r"(?:show|see|give|read|open|gimme|send)(?: me)? (?:the|my|that)(?: thank[- ]?you)? (?:note|draft|letter)(?: (?:again|now|please|pls|already|then|man|bro|dude|mate))*[?!. ]*"
    r"|(?:please |just |only |i )*(?:just |only )?(?:want|need) (?:the|my|that)(?: thank[- ]?you)? (?:note|draft|letter)(?: (?:now|please|pls|already|then|man|bro|dude|mate))*[?!. ]*"
    r"|(?:the |my )?(?:thank[- ]?you )?(?:note|draft)(?: please)?[?!. ]*|where(?:'s| is) (?:the|my) (?:note|draft)[?!. ]*"
    r"|(?:(?:and|but|so|wait|oh|hey) )*(?:is there|isn't there|was there|will there be|do i (?:not )?get|don't i get) (?:no|not a|an?|any|the|my)? ?(?:thank[- ]?you )?(?:note|letter|draft)(?: (?:yet|now|then|for me|at all|to send))*[?!. ]*"
)
_TOO_LATE = expression(
    r"\btoo late\b.{0,30}\b(?:writ\w+|send\w*|note|thank)|\b(?:never|haven'?t|have not|didn'?t|not) (?:yet )?(?:sent|send|written|write)\b.{0,40}\b(?:is|isn't) (?:it|that) too late\b"
)
_WORTH_WRITING = expression(
    r"\b(?:worth|(?:should|shall|can|could|may|do|must|is|isn't)\b.{0,20}\bstill)\b.{0,30}\b(?:writ(?!ten)\w+|send\w*|note|thank)|\bshould i (?:send|write)\b|\bis good to write\b"
)
_CHANCES = expression(
    r"\b(?:did i (?:kill|blow|lose|ruin)|(?:kill|blow|lost|lose|ruin)\w* (?:my chances?|it)\?|do i (?:still )?have a chance|my chances|will they (?:hire|take|reject)|tell me if i lost"
    r"|^(?:so |and |but |honestly |coach )*(?:what )?do (?:you|u) (?:really |honestly )?think\b.{0,30}\b(?:(?:that|so) bad|a chance|blew it|blown it|ruined it|over for me)\b|^(?:so |and |but |honestly )*was (?:it|that) (?:really |even |all )?(?:that|so) bad\?)"
)
_NORMAL = expression(
    r"\b(?:is|was) (?:it|this|that) (?:even |ok(?:ay)? |really )?normal\b|\bdoes (?:it|this|that) happen (?:to|often)\b|\bam i the only one\b"
)
_RIGHTS = expression(
    r"\b(?:are|were) they (?:even |really )?allowed to (?:ask|say)|\bcan they (?:legally|even|really|just) (?:ask|say)|\b(?:can|could|should|do) i (?:report|sue|complain)|\bmy rights\b|\bis (?:that|this|it) (?:even )?(?:legal|allowed)"
)
_ABOUT_IT = expression(
    r"^(?:so |and |but |ok |then |well )*(?:what|anything|is there anything|is there something) (?:else )?(?:(?:can|could|should|do|shall) (?:i|we|one|you|be)|(?:i|we|one) (?:can|could|should)) (?:still |even )?(?:do|done) about (?:it|this|that|him|her|them|what (?:he|she|they) (?:said|did|asked))\b"
    r"|^(?:so |and )*(?:can|could|should) (?:i|we|anything) (?:be )?(?:do|done|do anything|do something) about (?:it|this|that|him|her|them)\b"
)
_THEIR_REMARK = expression(
    r"\bwhy (?:is|are|was|were|did you put|do you have|have you got|would you put) (?:\w+ ){0,3}?(?:(?:his|her|their|the|that|this) (?:\w+ )?(?:remark|comment|joke|words|question|behaviou?r)s?"
    r"|what (?:he|she|they) (?:said|did|asked)|that|it) (?:\w+ ){0,2}?(?:on|in|among) (?:my|the|this|a) (?:\w+ )?(?:list|note|letter|points?|side)"
)
_PRIVACY_ASIDE = expression(
    r"\b(?:who (?:else )?(?:(?:can|could|will|does|else|gets to|is able to)\b ?(?:even |actually |all )?)*(?:read|see|sees|reads) (?:this|it here|these|what i (?:write|type|say)|my (?:messages|answers|words|notes))"
    r"|what if (?:he|she|they|my boss|the boss|somebody|someone|anybody|anyone|staff) (?:ever )?(?:reads?|sees?|finds?|gets to see) (?:this|it|that)(?=\s*(?:$|[?.!,;)]|btw|by the way|though|and|but))"
    r"|(?:can|does|will|could) (?:he|she|they|my boss|staff|anyone|anybody|somebody|the employer) (?:read|see) (?:this|what i (?:write|type|say))"
    r"|is this (?:chat |here )?(?:private|confidential|anonymous))(?: here| by any chance| btw| by the way| though| actually)*\s*[?.!)]*",
    re.IGNORECASE,
)
"""The question, inside a text that is about something else."""
_LEADS_TO_IT = expression(r"(?:^|[ ,;(.!?-])(?:and|but|also|oh|wait|btw|by the way)$", re.IGNORECASE)
_LONGEST_WORD_BEFORE = 12
_LEAST_BESIDES = 3
_HESITATES = expression(r"\b(?:h+m+|u+m+|u+h+|e+r+m*) ")
_ASKED_BESIDE = expression(
    r"(?<=[.?!;])\s+|\n+|(?:,| -) (?=(?:(?:and|but|so) )?(?:(?:can|could|should|shall|may) i |is it (?:ok|okay|fine|alright|rude|weird|bad|too late|possible) |do you think i |(?:i'm |was |i was )?thinking (?:of|about) (?:call|phon|ring|writ|text)))",
    re.IGNORECASE,
)
_ASKS = expression(
    r"(?:(?:and|but|so|also|ok|oh|wait|do you think|btw|by the way)[, ]+)*(?:can|could|should|shall|may|is|would|do|does|am|what|how|when|who|whom|where|i(?:'m| am)? thinking|thinking|was thinking)\b",
    re.IGNORECASE,
)
_LISTED = r"(?:jobs|vacancies|openings|list of (?:jobs|vacancies|openings)|job (?:(?:lists?|listings?|boards?|sites?|links?|offers?|search)(?: (?:links?|page|site))?|openings|vacancies))"
_GUIDED = r"careers? (?:advice|advis[eo]rs?|services?|guidance|office)"
_DO_YOU_KNOW = (
    r"(?:any|is there|are there|do you (?:have|know(?: of)?)|have you(?: got)?|got|know(?: of)?|show me|give me|send me|i need|i want|can i (?:see|have|get))"
    r"(?: (?:an?|any|some|the|your|other|more|new|free))*"
)
_WHERE = r"(?:where|how) (?:can|do|could|should|would) i (?:find|get|look for|search for|see)(?: (?:an?|any|some|other|more|new|another|free))*"
_FRONT = r"(?:(?:please|hey|hi|so|and|ok|okay|also|but|then|well|by the way)[, ]+)*"
_END = r"(?: (?:here|please|for me|near me|now|today|then|to look at|i can apply (?:for|to)|to apply (?:for|to)|anywhere|online))*[?!. ]*"
_JOBS = expression(rf"{_FRONT}(?:{_WHERE} (?:{_LISTED}|job|work)|(?:{_DO_YOU_KNOW} )?{_LISTED}){_END}")
_ADVICE = expression(rf"{_FRONT}(?:{_WHERE} |{_DO_YOU_KNOW} )?{_GUIDED}{_END}")
_GUIDE = expression(
    rf"{_FRONT}(?:{_WHERE} |{_DO_YOU_KNOW} |an? |the |your )?(?:(?:longer |full |whole |good )*(?:follow[- ]?up |how[- ]to |thank[- ]?you note )+guides?|(?:longer |full |whole |good )*guides? (?:on|about|to|for) (?:how (?:to|i) )?(?:(?:the )?follow(?:ing)?[- ]?ups?|(?:writing )?(?:the|a) (?:thank[- ]?you )?note|thank[- ]?you notes?)(?: after (?:an|the|my) interview)?){_END}"
)
"""Asked by the whole message: "I got the job" and "how do I find work without experience" are something else."""
_LONGEST = 160
_MOST_WORDS = 24
_LEADS_IN = expression(
    r"(?:(?:ok|okay|but|so|and|wait|hang on|hold on|(?:one|a|just a) (?:sec|second|moment)|sorry|(?:one |a |just )?(?:quick|small|little) (?:q|question|one)"
    r"|(?:just )?(?:a|one|another) question|before (?:that|i (?:answer|go on|continue|start)|we (?:start|go on|continue))|b4 (?:that|i answer|we start)"
    r"|just wondering|i(?:'m| am) (?:just )?wondering|(?:can|may|could) i ask(?: you)?(?: something| a question)?|i (?:have|got) a question"
    r"|by the way|btw|hey|hi|hello|um|uh|hm|oh|also|then|actually|honestly|just|please|pls|plz|well|right|lol|haha|omg|ugh|wow|god|no offence(?: but)?|no offense(?: but)?"
    r"|idk|i don't know|dunno|tell me|first|now|anyway|seriously|question|coach|bot|do you know|i want to know|i(?:'d| would) like to know) )+"
)
_CLOSES = expression(
    r"(?: (?:please|pls|plz|thanks|thank you|though|tho|btw|by the way|lol|haha|lmao|then|here|anyway|exactly|really|actually|sir|madam|again|first"
    r"|now|today|roughly|about|normally|usually|do you think|you think|coach|bot|man|bro|by the way|at all|seriously|honestly|even|[\u2190-\u2bff\U0001f300-\U0001faff]+))+ $"
)
_SENTENCE = expression(r"(?<=[.?!])\s+|\n+")
_LEAST_FOREIGN = 3


def read(text: str) -> Aside | None:
    """The aside that a short text is; longer texts are answers."""
    if len(text) > _LONGEST:
        return None
    sentences = _SENTENCE.split(text.strip())
    said = [_of_sentence(sentence) for sentence in sentences]
    return said[0] if all(said) or sentences == [text] else _of_sentence(text)


def _of_sentence(text: str) -> Aside | None:
    folded = fold(text)
    for aside, pattern in _WHOLE.items():
        if pattern.fullmatch(folded):
            return aside
    if (said := _of_phrases(text)) is not None:
        return said
    asked = next((aside for aside, pattern in _ASKED.items() if pattern.search(folded)), None)
    return asked or (Aside.FOREIGN if _is_foreign(folded) else None)


def _is_foreign(text: str) -> bool:
    """Whether it is in one of the languages that people write to us and we do not know."""
    found = [word.strip('.,;:!?"()') for word in text.split()]
    foreign, english = _languages()
    return sum(word in foreign for word in found) >= _LEAST_FOREIGN and not any(word in english for word in found)


def among(text: str) -> Aside | None:
    """The first question in a short text that a line answers, whatever stands beside it."""
    if len(text) > _LONGEST:
        return None
    asked = (read(sentence) for sentence in _ASKED_BESIDE.split(text))
    return next((aside for aside in asked if aside in _ANSWERED_AMONG), None)


def apart(text: str) -> tuple[Aside, str] | None:
    """A question to the coach and what a text says besides; None when it does not ask, or says nothing else."""
    if len(text) > texts.LONGEST_STORY:
        return None
    if (rest := _without(text, _PRIVACY_ASIDE)) is not None and read(rest) is not Aside.PRIVACY:
        return Aside.PRIVACY, rest
    sentences = _ASKED_BESIDE.split(text)
    for sentence in sentences if len(sentences) > 1 else ():
        aside = read(sentence) if sentence.endswith("?") or _ASKS.match(sentence) else None
        if aside in ANSWERED_BESIDE_AN_ANSWER:
            rest = " ".join(other for other in sentences if other is not sentence).strip()
            return (aside, rest) if _says_something(rest) and read(rest) is None else None
    return None


def _says_something(rest: str) -> bool:
    """Whether what stands beside a question may be an answer: a few words, or fewer that do not merely lead to it."""
    said = _HESITATES.sub("", texts.words(rest).replace(". ", ""))
    if len(rest.split()) >= _LEAST_BESIDES:
        return not _LEADS_IN.fullmatch(said)
    return bool(said) and not _LEADS_IN.fullmatch(said)


def _without(text: str, asked: re.Pattern[str]) -> str | None:
    found = asked.search(straight(text))
    if found is None:
        return None
    led_up, after = text[: found.start()].rstrip(" ,;(-"), text[found.end() :].lstrip(" ,;.?!)-")
    before = _without_lead(led_up)
    rest = f"{before}{' ' if before[-1:] in '.!?' else '. '}{after}" if before and after else before or after
    if len(rest.split()) >= _LEAST_BESIDES:
        return rest
    return rest if before == led_up and _says_something(rest) else None  # "no wait, is this private?" says no "no"


def _without_lead(before: str) -> str:
    """What stands before a question, without the words and signs that lead to it: "…, but wait"."""
    before = before.rstrip(" ,;(-")
    while lead := _LEADS_TO_IT.search(before, max(0, len(before) - _LONGEST_WORD_BEFORE)):
        before = (
            before[: lead.start() + 1].rstrip(" ,;(-")
            if lead[0][0] in ".!?"
            else before[: lead.start()].rstrip(" ,;(-")
        )
    return before


def _of_phrases(text: str) -> Aside | None:
    """The phrase that a text is, when the words that lead to it and close it are taken off."""
    words = texts.words(text).replace(". ", "")
    if not words or words.count(" ") > _MOST_WORDS:
        return None
    respelt = _speller().respelt(words)
    return _phrase(words) or (_phrase(respelt) if respelt != words else None)


def _phrase(words: str) -> Aside | None:
    front = _LEADS_IN.match(words)
    bare = words[front.end() :] if front else words
    tried = dict.fromkeys(form for said in dict.fromkeys((words, bare)) for form in (said, _CLOSES.sub(" ", said)))
    return next((aside for form in tried if form.strip() and (aside := _book().whole(form)) is not None), None)


@cache
def _languages() -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand in most sentences of languages we do not know, and of English."""
    rows = _contents()["languages"]
    return frozenset(" ".join(rows["foreign"]).split()), frozenset(" ".join(rows["english"]).split())


@cache
def _contents() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("asides.toml").read_text(encoding="utf-8"))


@cache
def _book() -> Phrasebook[Aside]:
    parts = {name: str(phrase) for name, phrase in _contents()["parts"].items()}
    rows = _contents()["asides"].items()
    return Phrasebook(((Aside(name), phrase) for name, phrases in rows for phrase in phrases), parts=parts)


@cache
def _speller() -> Speller:
    return Speller(_contents()["spelling"]["words"])


_WHOLE = {Aside.NOTE: _NOTE, Aside.JOBS: _JOBS, Aside.ADVICE: _ADVICE, Aside.GUIDE: _GUIDE}
_ASKED = {
    Aside.PRIVACY: _PRIVACY,
    Aside.THEIR_REMARK: _THEIR_REMARK,
    Aside.RIGHTS: _RIGHTS,
    Aside.ABOUT_IT: _ABOUT_IT,
    Aside.TOO_LATE: _TOO_LATE,
    Aside.WORTH_WRITING: _WORTH_WRITING,
    Aside.CHANCES: _CHANCES,
    Aside.NORMAL: _NORMAL,
}
