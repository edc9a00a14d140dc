"""How a reply is read: against the open question as it was shown, before any flow is run.

A reply becomes facts, by name; what does not fit is `NotAnAnswer`, and the coach asks again. The rule a newcomer
could break: the question in today's program is not looked at here, only the one the person saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import TypeAlias

from rapidfuzz import fuzz

from core import places
from core.errors import NotAnAnswer
from core.facts import Picked, Value
from core.questions import (
    EDIT,
    OF_OPTIONS,
    Choice,
    ComingDay,
    Offer,
    Option,
    PastDay,
    Scale,
    Settling,
    TimedChoice,
    is_date,
    own_text_for,
)
from core.remembering import remembered
from core.state import Shown
from core.turn import putting_off
from core.understanding import Reading, names, revisions, times
from core.understanding.commands import Command
from core.understanding.text import brief, fold
from core.wording import Wording

Replied: TypeAlias = dict[str, Value]

_NUMBERS = frozenset(str(number) for number in range(Scale.low, Scale.high + 1))
_LONGEST_LABEL = 60
_LONGEST_TIME = 8
"""In words; a longer reply that names a time tells something else as well."""
_SHORTEST_LETTER = 6
"""In words; less is a remark about the note, or its first line."""
_LONGEST_REPLY = 160
_SHORT_REPLY = 5
_SHORTEST_STORY = 3
"""Words with a "no" among them that are still a reply."""
_TELLING = 5
"""Letters of a word that tells one label from another in a longer reply."""
_COMMON = frozenset(
    [
        "i",
        "a",
        "an",
        "the",
        "it",
        "its",
        "is",
        "was",
        "to",
        "of",
        "me",
        "my",
        "we",
        "you",
        "they",
        "that",
        "this",
        "in",
        "on",
        "at",
        "and",
        "or",
        "for",
        "please",
        "so",
        "be",
        "do",
        "can",
        "cant",
    ]
)
_NOTHING_MORE = re.compile(
    r"(?:no |nope |nah )?(?:(?:only|just) (?:the|that|this|it|my|one|those)\b.*|nothing(?: (?:else|more|really|much|at all|comes to mind)\b.*)?"
    r"|(?:that|this|thats)(?: is| was)? (?:it|all|everything)\b.*|not really|none(?: of (?:it|them))?|no more(?: questions?)?(?: please| thanks)?)"
)
_ONLY_THAT = re.compile(
    r"(?:(?:no|nope|nah|yes|yeah) )?(?:(?:only|just) (?:that|this|it|the (?:one|blank|question|freeze))|nothing (?:else|more)|(?:that|thats|that was)(?: it| all))"
    r"(?: \w+){0,2}"
)
_NOT_NOW = re.compile(
    r"(?:ok |okay |no |ye |yes |yeah )?(?:ill|i will|i shall|im going to|going to|gonna|maybe|perhaps|rather|let me|lets|can we|ill rather)?\s*"
    r"(?:do it|do that|send it|send this|send that|look|look at it|read it|decide|see it|wait)?\s*"
    r"(?:until |till )?(?:later|tomorrow|tonight|in the morning|this evening|another day|not (?:right )?now|not yet|not today|not tonight|i? ?cant (?:right )?(?:now|today))"
    r"(?: morning| evening| then)?(?: please| sorry| thanks| thank you| i? ?(?:really |just )?cant(?: now)?| im (?:too |so |very |off to |going to |about to )?\w+| off to \w+| (?:going to|need(?: to| some)?|gonna) (?:bed|sleep|work|rest)| too \w+)*"
)
_ONCE = (
    r"(?:(?:when|once|as soon as|after|if|until|till) (?:i|im|ive|i have|i am|we|the|my|his|her|it|its|this|that|work|school|class|lunch|dinner|supper|breakfast|church|prayers|shift)\b(?: (?!(?:they|he|she|applied|asked)\b)\w+){0,6}"
    r"|(?:in|over) (?:the|my) (?:lunch break|break|evening|afternoon|weekend)|at (?:lunch(?: ?time)?|home|the weekend|night|break)|later(?: on)?(?: (?:today|tonight|this \w+|in the day|maybe|perhaps))?|not (?:just )?(?:right )?now|not at the moment|another time|some other time)"
)
_BUSY_LEAD = r"(?:no |nope |nah |yes but |yeah but |yes |maybe |perhaps |ill do (?:it|that) |ill look |ill see |sorry |ok |im |i am |i |still |just |a bit |so |too |very |and |n |but |cos |because )*"
_BUSY_WITH = (
    rf"(?:{_ONCE}|not (?:right )?now|cant(?: (?:right )?(?:now|today|talk|look|do it))?|later|snooze|busy|in a (?:bit|while|moment|minute|sec)|give me a (?:bit|while|moment|minute|sec)"
    r"|(?:at|in) (?:work|class|a meeting|town|traffic|the bus|bed)|on (?:the bus|(?:a |my )?(?:late |early |night )?shift|nights|my way|break)|driving|cooking|eating|sleeping|working|after (?:lunch|dinner|work|class|school|this)"
    r"|(?:going|off) to (?:bed|sleep|work)|(?:exhausted|shattered|knackered|half asleep))(?: again)?"
)
_BUSY = re.compile(
    rf"{_BUSY_LEAD}{_BUSY_WITH}(?: {_BUSY_LEAD}{_BUSY_WITH}){{0,2}}(?: (?:now|right now|please|pls|sorry|thanks|today))*"
)
"""What people at an offer say to be asked again in a while; it is no "no"."""
_LATER_THE_SAME_DAY = re.compile(
    r"(?:no |nope |nah |yes but |yeah but |yes |maybe |perhaps |sorry |ok |ill do (?:it|that) |ill look |ill see )*(?:later (?:on )?(?:today|tonight|this \w+)|in an? (?:bit|while|hour|few hours|couple of hours)|(?:when|once|as soon as|after) (?!(?:they|he|she|the weekend|a night|sleep\w*|tomorrow)\b).*)"
)
"""What is no word for a day, and means this one."""
_BY_EVENING = re.compile(
    r"(?:when|once|as soon as|after) .*(?:home|work|shift|asleep|bed|school|class|dinner|supper|church|prayers|evening)\b|at night\b|in the evening\b"
)
_TONIGHT = "tonight"
_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {"a": 1, "an": 1, "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "a few": 3, "few": 3} | {
    word: number for number, word in enumerate(_NUMBER_WORDS) if number
}
_COUNTED = r"\d{1,2}|a couple of|couple of|a couple|couple|a few|few|an?|" + "|".join(_NUMBER_WORDS[1:])
_STRETCH = re.compile(
    rf"\b(?P<count>{_COUNTED})(?: ?(?:or|to|-|/) ?(?P<last>{_COUNTED}))? ?(?P<unit>days?|weeks?|wks?|months?|mths?)\b(?! (?:ago|back))(?: or (?P<after>two|so)\b)?"
)
_AGAIN = re.compile(r"answer-again|another-(?P<number>\d+)")
_YES_AND = re.compile(
    r"\s*(?:yes|yeah|yep|yup|yh|ya|sure|well|there was)(?:[,.!:; -]+(?:yes|there (?:was|is)))?[,.!:; -]+", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+|[.;]\s")
_THE_ONE = re.compile(r"(?:the|that) one (?P<about>(?:about|on|with|where|when) .{3,60}?)[ ?.!]*", re.IGNORECASE)
_A_QUESTION = re.compile(
    r"(?:the|that|their) (?!same|first|last|other|next|only|whole)(?:[\w'-]+ ){1,4}(?:question|one)[ ?.!]*",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:it was |also |and )*(?:when )?(?:they|he|she|one of them|the (?:\w+ ){1,2}) ?(?:also |then |even |was |were )?(?:asked|asking|asks?|wanted to know|said|says?|were saying)(?: (?:to )?(?:me|us))?[,:]? +(?=(?:please|explain|describe|about|why|how|what|where|when|who|which|if|whether|to|for|do|did|are|have|can|tell)\b)",
    re.IGNORECASE,
)
_QUESTION_BEGINS = re.compile(
    r"[\"']?(?:why|how|what|where|when|who|which|tell (?:me|us)|describe|give (?:me|us)|walk (?:me|us)|do you|did you|have you|are you|can you|could you|would you)\b",
    re.IGNORECASE,
)
_LEAST_OF_A_QUESTION = 3
_I_OR_THEY = re.compile(
    r"(?:i|i'm|i'd|my|we|you|they|he|she|it|that|this|no|not|well|but|and|so|then)\b", re.IGNORECASE
)
"""How a sentence begins that tells something, and is no question of theirs."""
_YES_OPENS = re.compile(r"(?:yes|yeah|yep|yup|yh|ya)\b(?! (?:and|or) no\b)", re.IGNORECASE)
_CONTACT = "contact"
_CAUSE = "cause"
_ASKED_BOTH = re.compile(r"\basked (?:me )?(?:both|them both|the two|all)\b", re.IGNORECASE)
_MOST_OF_A_QUESTION = 12
"""In words; what is longer answers something."""
_THEY_WRITE = re.compile(
    r"\b(?:they|he|she|someone|somebody|hr|the \w+)(?:'ll| will| would|'d| said they(?:'ll| would|'d)?)? (?:let (?:me|us|everyone|people) know|be in touch|get (?:back|in touch)|come back to (?:me|us)|(?:call|contact|phone|ring|write to|e-?mail|inform|tell|notify) (?:me|us))\b"
    r"|\b(?:they|he|she|someone|somebody|hr|the \w+)(?:'ll| will| would) (?:e-?mail|mail|call|phone|ring|write|text|contact|inform|reply)(?= *(?:$|[.,;!]| (?:by|in|within|next|on|soon|later)))"
    r"|\b(?:we|i|you)(?:'d|'ll| would| will| should) (?:hear|be (?:told|informed|contacted|called|notified))\b|\b(?:told|said|asked)(?: (?:me|us|to us|everyone))? (?:just )?to (?:wait|expect (?:an?|their|the) (?:call|mail|e-?mail|letter|answer|text))\b",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"\b(?:after|when|once|until|till|before|around|sometime|some time|in due course|as soon as|whenever|eventually|depends?)\b(?! (?:i|you)\b)|\b(?:soon|shortly|asap|in a while|in due (?:course|time)|no rush)\b",
    re.IGNORECASE,
)
"""When they will answer, in words that name no day: "after the bank holiday"."""
_A_SENTENCE = re.compile(r"\b(?:they|he|she|i|we|you|it|said|says|not|don't|told|asked)\b", re.IGNORECASE)
_SURE = 88
_MARGIN = 10
_NUMBERED = re.compile(r"\s*\[?(\d{1,2})[\].)]?\s*")
_BEYOND = 100
"""A single number up to this is meant on the scale: "15" is as awful as can be."""
_A_NUMBER = r"(?:\d{1,3}(?![\d:.,]\d|\d|:)|(?:" + "|".join(_NUMBER_WORDS) + r")\b)"
_ABOUT = (
    r"(?:(?:(?:i'm|i am)(?: at)?|it(?:'s| is| was| feels)?|i(?:'d| would)?|that(?:'s| is)?|feels?|felt|feeling|say|saying|think|guess|give it|call it|put it|like|about|around|roughly|maybe|probably|perhaps"
    r"|from|between|a|an|at an?|just|only|still|now|already|honestly|definitely|easily|solid|strong|good|low|high|more|down to|up to|close to|near|almost|nearly|well|so|um+|uh|hm+|oh"
    r"|ok|okay|today|right now|sadly|sorry|number|level|got to be|must be|has to be|would be|on the scale|worse than|over|under|at least|really|very|pretty|the|my)\b ?[,.:]? ?)*+"
)
_OR = rf"(?: ?(?:-|/|,|or|to|maybe|or maybe|or even|and) ?(?:an? )?({_A_NUMBER}))?"
_GOES_ON = (
    r"(?= ?(?:$|[.,;!?)(\n-])| (?:i|i'm|i've|it|it's|its|that|because|bc|cause|and|but|so|now|still|today|right|at (?:the|first|least|most|this)|probably|maybe|think|guess|tbh|lol|please|pls"
    r"|for (?:me|now|sure|today)|bad|awful|fine|definitely|easily|if|on (?:the|your|that|this) scale|honestly|really|or so|ish|plus|worse|maximum|max|sadly|sorry|the|my|they|he|she)\b)"
)
_RATED = re.compile(
    rf"(?:^|[.,;:!?\n] ?|\b(?:like|about|around|maybe|say|call it|it's|it is|feels like|now|still|was) (?:an? )?){_ABOUT}(?<![\w.,:])({_A_NUMBER}){_OR}(?:ish| plus|\+)?{_GOES_ON}"
)
_NEGATION = re.compile(r"\b(?:no|not|never|none|nothing|without|cannot|\w+nt)\b")
_FEELINGS = {"worst": (10, 10), "awful": (9, 9), "bad": (7, 8), "middling": (5, 5), "mild": (3, 3), "fine": (2, 1)}
"""What a word for a feeling stands for on the scale, plain and with "very"."""
_FELT = re.compile(
    r"(?:i told you[, ]+|um+ |well |honestly |tbh |just |like |kind of |kinda |it(?:'s| is| was| feels?) |that(?:'s| was) |i(?:'m| am| feel| felt) |feel(?:s|ing)? |,? ?)*"
    r"(?P<very>(?:very|really|so|pretty|extremely|super|quite|too|absolutely|just) )*"
    r"(?:(?P<worst>the worst(?: ever| possible)?|worst|unbearable|as bad as it gets|hell|like hell|couldn't be worse)"
    r"|(?P<awful>awful|terrible|horrible|dreadful|devastated|crushed|gutted|miserable|hopeless|a disaster|like shit|shit|crap|like crap|horrid|hurts a lot)"
    r"|(?P<mild>(?:not|isn't|wasn't) (?:(?:all |so |that |too |very |really |actually |quite |even )*)(?:bad|terrible|awful|the worst)|mild|a (?:bit|little) bad|a (?:bit|little)|slightly bad)"
    r"|(?P<bad>bad|sad|low|down|rough|upset|not good|not great|embarrassed|poor|disappointed|lousy|hurt)"
    r"|(?P<middling>so[ -]?so|meh|medium|middling|average|in the middle|middle|half(?: way| and half)?|okay[ -]?ish|ok[ -]?ish|mixed|could be (?:better|worse))"
    r"|(?P<fine>fine|ok|okay|good|great|alright|all right|well|calm|happy|relieved|no problem))"
    r"(?: (?:really|honestly|tbh|right now|now|i guess|i think|today|actually|to be honest|lol|though))*[.! ]*"
)
_OUT_OF = re.compile(r"(\b(?:\d{1,2}|" + "|".join(_NUMBER_WORDS) + r"))\s*(?:/|out of|from)\s*(?:10|ten)\b")


def read_reply(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """The facts that a reply in own words brings to the question shown; `now` is local. Raises `NotAnAnswer`."""
    return _READERS.get(shown.kind, _words)(shown, reading, now)


def pressed(shown: Shown, chosen: str, now: datetime) -> Replied | None:
    """The facts that a tap brings: on an option, a number of a scale, or a day of a calendar (ISO); None for another."""
    option = next((one for one in shown.options if one.id == chosen), None)
    if option is not None:
        return pick(shown, option, now)
    if shown.kind == Scale.kind and chosen in _NUMBERS:
        return {shown.name: int(chosen)}
    if shown.kind in (PastDay.kind, ComingDay.kind) and is_date(chosen):
        return {shown.name: chosen}
    return None


def pick(shown: Shown, option: Option, now: datetime) -> Replied:
    """The facts that choosing an option brings; `now` is local."""
    if shown.kind == Offer.kind and option.id in putting_off.CHOICES:
        return {shown.name: putting_off.chosen(option.id, now)}
    value: Value = option.id if shown.kind in OF_OPTIONS else Picked(option.id)
    picked: Replied = {shown.name: value, **dict(option.brings)}
    if shown.kind == TimedChoice.kind:
        picked[f"{shown.name}-at"] = now.replace(tzinfo=None).isoformat(timespec="minutes")
    return picked


def put_off(shown: Shown, reading: Reading, now: datetime) -> Replied | None:
    """The facts of putting an offer off to a time in own words, None when the text is something else."""
    words = len(reading.text.split())
    if shown.kind != Offer.kind or words > _LONGEST_TIME or _by_whole_label(shown.options, _bare(reading.text)):
        return None
    became = putting_off.said(reading, now)
    bare = _bare(reading.text)
    if became is None and _BUSY.fullmatch(bare):
        became = putting_off.chosen(putting_off.TONIGHT if _BY_EVENING.search(bare) else putting_off.IN_AN_HOUR, now)
    return None if became is None else {shown.name: became}


def chosen(shown: Shown, reading: Reading, wording: Wording) -> Option | None:
    """The option a text names: by its number, its label, or the plain word that means it."""
    if shown.kind == Scale.kind:
        return None
    return (
        _by_number(shown.options, reading.text)
        or _by_whole_label(shown.options, _bare(reading.text))
        or (_later(shown.options, reading) if shown.kind in (Choice.kind, Settling.kind) else None)
        or _by_cue(shown, reading, wording)
        or _by_command(shown, reading)
        or (None if reading.order is Command.SKIP else _by_part_of_label(shown, _bare(reading.text)))
    )


def implied(shown: Shown, reading: Reading, caught: Mapping[str, Value]) -> Option | None:
    """The option that a text means without a word of it: "he said it's fine to email" where contact is asked about."""
    told = caught.get(shown.name)
    if shown.kind == Choice.kind and (option := next((one for one in shown.options if one.id == told), None)):
        return option
    if shown.name == _CONTACT and (_THEY_WRITE.search(reading.text) or "answer-promised-at" in caught):
        return meaning(shown.options, Command.MAYBE)  # when they answer is told, and nothing of writing to them
    is_day = shown.kind == ComingDay.kind and len(reading.text) <= _LONGEST_REPLY
    return meaning(shown.options, Command.NO) if is_day and _NO_DAY.search(reading.text) else None


def asks_for_time(shown: Shown) -> bool:
    """Whether a day may be the answer: what is offered can be put off to one."""
    is_choice = shown.kind in (Choice.kind, TimedChoice.kind)
    return shown.kind == Offer.kind or (is_choice and meaning(shown.options, Command.LATER) is not None)


def question_told(shown: Shown, reading: Reading) -> Replied | None:
    """The facts of naming the question at once, where only yes or no was asked; None when the text names none."""
    if (again := _AGAIN.fullmatch(shown.name)) is None or len(reading.text) > _LONGEST_REPLY:
        return None
    number = int(again["number"] or 0) + 1
    said = reading.text[yes.end() :] if (yes := _YES_AND.match(reading.text)) else reading.text
    first = _SENTENCE.split(said.strip(), maxsplit=1)[0].strip(" ,;")
    yes_again: Replied = {shown.name: "another" if again["number"] else "yes"}
    if (topic := _THE_ONE.fullmatch(first)) is not None:
        return yes_again | {f"question-{number}": f"the question {topic['about']}"}
    if (topic := _A_QUESTION.fullmatch(first)) is not None:
        return yes_again | {f"question-{number}": topic[0].rstrip(" ?.")}
    if (asked := _ASKED.match(first)) is not None:
        return yes_again | {f"question-{number}": first[asked.end() :].strip() or first}
    is_to_coach = yes is None and (reading.command, reading.remark, reading.aside) != (None, None, None)
    if _is_a_question(first) and not is_to_coach:
        return yes_again | {f"question-{number}": first}
    return None


def question_instead(shown: Shown, reading: Reading) -> Replied | None:
    """The next question named outright, where it was asked whether there is one: "implement a cache with expiry"."""
    said = reading.text.strip()
    again = _AGAIN.fullmatch(shown.name)
    is_plain = (reading.command, reading.remark, reading.aside, reading.strain, reading.wish) == (None,) * 5
    if again is None or not again["number"] or not is_plain:
        return None
    if not _LEAST_OF_A_QUESTION <= len(said.split()) <= _MOST_OF_A_QUESTION or _I_OR_THEY.match(said):
        return None
    return {shown.name: "another", f"question-{int(again['number']) + 1}": said}


def revised(shown: Shown, reading: Reading) -> Replied | None:
    """What a text wants changed in the draft above the question; a whole letter is their own text."""
    if shown.kind != Settling.kind:
        return None
    if revisions.is_letter(reading.text):
        return {shown.name: EDIT, own_text_for(shown.name): reading.text}
    if changes := revisions.read(reading.text):
        return {shown.name: revisions.kept(changes)}
    return {shown.name: EDIT} if revisions.is_edit(reading.text) else None


def says_only_that(reading: Reading) -> bool:
    """Whether the whole text says that there was no more than what was named ("only the blank really")."""
    return bool(_ONLY_THAT.fullmatch(_bare(reading.text)))


def says_not_now(reading: Reading) -> bool:
    """Whether the whole text only puts things off ("I'll do it tomorrow")."""
    return bool(_NOT_NOW.fullmatch(_bare(reading.text)))


def _by_number(options: tuple[Option, ...], text: str) -> Option | None:
    typed = _NUMBERED.fullmatch(text)
    index = int(typed[1]) - 1 if typed else -1
    return options[index] if 0 <= index < len(options) else None


def _by_command(shown: Shown, reading: Reading) -> Option | None:
    """By the plain word that means it; an opening one ("yes i would really like to") answers a closed question only."""
    command = reading.command
    if (
        shown.kind in OF_OPTIONS
        and (command is None or command.command is Command.YES)
        and _YES_OPENS.match(reading.text)
    ):
        return meaning(shown.options, Command.YES)  # "yes why i left", "yes but they wont take me"
    later = meaning(shown.options, Command.LATER) if shown.kind == Choice.kind else None
    if later is not None and says_not_now(reading):
        return later  # "not now" is no "no" where it may come later
    if command is None or not (command.whole or shown.kind in OF_OPTIONS):
        return None
    option = meaning(shown.options, command.command)
    if option is None and command.command is Command.MAYBE and shown.kind not in OF_OPTIONS:
        return meaning(shown.options, Command.NO)  # "I don't know" where own words are asked for: there are none
    return option


def _later(options: tuple[Option, ...], reading: Reading) -> Option | None:
    """The option that puts it off, where there is one: later today, else later."""
    put_off = (option for option in options if option.id in putting_off.CHOICES and option.means is Command.NO)
    later, bare = meaning(options, Command.LATER) or next(put_off, None), _bare(reading.text)
    if later is None or len(bare.split()) > _LONGEST_TIME:
        return None
    if reading.correction is not None and reading.correction.is_bare:
        return later  # "no, thursday"
    tonight = next((option for option in options if option.id == _TONIGHT), None)
    if tonight is not None and _LATER_THE_SAME_DAY.fullmatch(bare):
        return tonight
    return later if _BUSY.fullmatch(bare) else None


def meaning(options: tuple[Option, ...], command: Command) -> Option | None:
    """The option that a plain word chooses."""
    return next((option for option in options if option.means is command), None)


def _label(option: Option) -> str:
    """What stands on it, as it was shown; an older program may have shown it without."""
    return str(option.label or option.id)


def _by_whole_label(options: tuple[Option, ...], typed: str) -> Option | None:
    return next((option for option in options if typed and _bare(_label(option)) == typed), None)


def _by_cue(shown: Shown, reading: Reading, wording: Wording) -> Option | None:
    """By how people say it in a sentence; the longest cue wins, and beside own words only a short reply is one."""
    if len(reading.text) > (_LONGEST_REPLY if shown.kind in OF_OPTIONS else _LONGEST_LABEL):
        return None
    typed = f" {_bare(reading.text)} "
    heard = [
        (len(cue), option)
        for option in shown.options
        for cue in wording.cues(shown.words, option.id)
        if f" {_bare(cue)} " in typed and f" not {_bare(cue)} " not in typed and _may_mean(option, cue, reading.text)
    ]
    return max(heard, key=lambda pair: pair[0])[1] if heard else None


def _may_mean(option: Option, cue: str, text: str) -> bool:
    """A yes or a no in the middle of a longer story is neither: "went ok i think" takes nothing up."""
    is_short = len(text.split()) <= (_SHORT_REPLY if option.means is Command.YES else _SHORTEST_STORY)
    if is_short or option.means not in (Command.YES, Command.NO) or _bare(cue) not in _BARE_WORDS:
        return True
    return any(_bare(clause).startswith(_bare(cue)) for clause in _CLAUSE_ENDS.split(text))


def _by_part_of_label(shown: Shown, typed: str) -> Option | None:
    if not typed or len(typed) > _LONGEST_LABEL:
        return None
    if _NOTHING_MORE.fullmatch(typed):
        return meaning(shown.options, Command.NO)
    if _NOT_NOW.fullmatch(typed):
        return meaning(shown.options, Command.LATER)
    labels = {option: _bare(_label(option)) for option in shown.options}
    labels = {option: label for option, label in labels.items() if _is_negated(label) == _is_negated(typed)}
    return (_by_words(labels, typed) if shown.kind in OF_OPTIONS else None) or _by_likeness(labels, typed)


def _by_words(labels: dict[Option, str], typed: str) -> Option | None:
    """The only option that shares a telling word with a reply: "mail" chooses "E-mail"; in a longer one, a long word."""
    said = typed.split()
    long_enough = 1 if len(said) <= _SHORT_REPLY else _TELLING
    words = {word for word in said if len(word) >= long_enough} - _COMMON
    if not words or len(said) > 3 * _SHORT_REPLY:
        return None
    sharing = [option for option, label in labels.items() if words & set(label.split())]
    return sharing[0] if len(sharing) == 1 else None


def _by_likeness(labels: dict[Option, str], typed: str) -> Option | None:
    ranked = sorted(((fuzz.ratio(label, typed), option) for option, label in labels.items()), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < _SURE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return ranked[0][1]


def _is_negated(text: str) -> bool:
    return bool(_NEGATION.search(text))


@remembered(4096)
def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s:]", " ", fold(text).replace("'", "")).split())


def _scale(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    text = brief(reading.text)
    if (of_ten := _OUT_OF.search(text)) is not None:
        found = [_number(of_ten[1])]
    else:
        rated = _RATED.search(text)
        found = [] if rated is None else [_number(word) for word in rated.groups() if word]
    if not found and (felt := _felt(text)) is not None:
        return {shown.name: felt}
    if not found or len(text.split()) > 25 or max(found) > (Scale.high if len(found) > 1 else _BEYOND):
        raise NotAnAnswer("A number from 0 to 10 is needed.")
    # "7 or 8" is an 8: the coach says the number back, so a wrong one is noticed at once.
    return {shown.name: min(max(found), Scale.high)}


def _felt(text: str) -> int | None:
    """The number that a feeling told in a word stands for; the coach says it back, so a wrong one is noticed at once."""
    told = _FELT.fullmatch(text)
    if told is None:
        return None
    for group, (calm, strong) in _FEELINGS.items():
        if told[group]:
            return strong if told["very"] else calm
    return None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER_WORDS.index(word)


def _choice(_shown: Shown, _reading: Reading, _now: datetime) -> Replied:
    raise NotAnAnswer("One of the options is needed.")


def _words(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    if not _LETTER.search(reading.text):
        raise NotAnAnswer("Words are needed.")
    if reading.order in _BARE:
        raise NotAnAnswer("A plain yes or no says too little here.")
    replied: Replied = {shown.name: reading.text}
    if shown.name == _CAUSE and len(reading.text) <= _LONGEST_REPLY and _is_a_question(reading.text):
        replied["question-1"] = reading.text  # the moment that comes back is what they were asked
    return replied


def _is_a_question(text: str) -> bool:
    """Whether somebody gives a question as it was put to them."""
    return len(text.split()) >= _LEAST_OF_A_QUESTION and _QUESTION_BEGINS.match(text) is not None


def _organisation(shown: Shown, reading: Reading, now: datetime) -> Replied:
    name = names.organisation(reading.text)
    if name is None or _A_SENTENCE.search(name) or _NO_PLACE.match(reading.text.strip()) or _is_to_coach(reading):
        raise NotAnAnswer("The name of an organisation is needed.")
    return _words(shown, reading, now) | {shown.name: name}


def _is_to_coach(reading: Reading) -> bool:
    """Whether a text asks, curses or orders, and so names no place."""
    return reading.text.rstrip().endswith("?") or (reading.order, reading.aside, reading.remark) != (None, None, None)


def _interviewers(shown: Shown, reading: Reading, now: datetime) -> Replied:
    people = names.read(reading.text)
    replied: Replied = {f"interviewer-{n}": name for n, name in enumerate(people.names, start=1)}
    if people.asked_by in people.names:
        replied["asked-by-1"] = f"interviewer-{people.names.index(people.asked_by) + 1}"
        if _ASKED_BOTH.search(reading.text):
            replied["asked-by-2"] = replied["asked-by-1"]
    if people.unnamed:
        replied["interviewers-unnamed"] = people.unnamed
    return _words(shown, reading, now) | replied


def _partner(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """The name, and beside it the day if one is told ("my sister on Wednesday")."""
    replied = _words(shown, reading, now)
    for phrase in reading.times:
        moment = times.resolve(phrase, now, times.Direction.FUTURE)
        who = _DAY_OF_IT.sub("", f"{reading.text[: phrase.start]}{reading.text[phrase.end :]}").strip(" ,.;!-")
        if moment is not None and moment.start > now and _LETTER.search(who):
            return replied | {shown.name: who, "mock-on": last_day(moment)}
    return replied


def _place(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """Where they are; a country that keeps several times is left for the flow to ask further."""
    zones = places.zones_meant(reading.text)
    if not zones:
        raise NotAnAnswer("A country or a town is needed.")
    found: Replied = {"zone": zones[0]} if len(zones) == 1 else {}
    if (country := places.country_of(zones[0])) is not None:
        found["country"] = country
    return _words(shown, reading, now) | found


def _town(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    """A town that is not among the options, and keeps the time of one that is."""
    named = places.zones_meant(reading.text)
    for option in shown.options:
        if len(named) == 1 and places.keep_the_same_time(named[0], option.id):
            return {shown.name: option.id}
    raise NotAnAnswer("One of the towns is needed.")


def _past_day(shown: Shown, reading: Reading, now: datetime) -> Replied:
    return {shown.name: _day(reading, now, times.Direction.PAST)}


def _coming_day(shown: Shown, reading: Reading, now: datetime) -> Replied:
    try:
        return {shown.name: _day(reading, now, times.Direction.FUTURE)}
    except NotAnAnswer:
        if (stretch := _STRETCH.search(brief(reading.text))) is None:
            raise
    # "2 weeks": where a coming day is asked for, the "in" goes without saying; of "a week or two" the later end counts.
    said = "two" if stretch["after"] == "two" else stretch["last"] or stretch["count"]
    count = _COUNTS.get(said) or int(said)
    unit = next(unit for unit in ("day", "week", "month") if unit.startswith(stretch["unit"][0]))
    moment = times.read(f"in {count} {unit}s", now, times.Direction.FUTURE)
    if moment is None:
        raise NotAnAnswer("A day is needed.")
    return {shown.name: last_day(moment)}


_SATURDAY = 5


def _working(moment: times.Moment) -> str:
    """The day, and of a whole week to come its Friday: nobody answers on its Sunday."""
    day = last_day(moment)
    is_week = moment.end is not None and moment.start.weekday() == 0 and (moment.end - moment.start).days == 7
    last = date.fromisoformat(day)
    return (last - timedelta(days=last.weekday() - _SATURDAY + 1)).isoformat() if is_week else day


def _day(reading: Reading, now: datetime, direction: times.Direction) -> str:
    for phrase in reading.times:
        moment = times.resolve(phrase, now, direction)
        if moment is not None:
            return _working(moment) if direction is times.Direction.FUTURE else last_day(moment)
    raise NotAnAnswer("A day is needed.")


def last_day(moment: times.Moment) -> str:
    """The day a moment is over ("within two weeks" is up on its last day), as an ISO date."""
    is_stretch = moment.kind is times.Kind.WINDOW and moment.end is not None
    return ((moment.end - timedelta(minutes=1)) if is_stretch and moment.end else moment.start).date().isoformat()


def _letter(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    if len(reading.text.split()) < _SHORTEST_LETTER:
        raise NotAnAnswer("A whole note is needed.")
    return {shown.name: reading.text}


_DAY_OF_IT = re.compile(r"(?:,? (?:on|this|next|at|for|maybe|probably|perhaps|or))+ *$", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"(?:mister|mr|mrs|ms|miss|madam|dr|doctor)\b\.? \w|(?:\w+ )?(?:wks?|weeks?|days?|months?)'?s?'? time\b|(?:by |on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$|(?:in )?(?:an?|one|two|three|\d) (?:weeks?|days?|months?)$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_BARE_WORDS = {"yes", "yeah", "ok", "okay", "sure", "now", "no", "fine", "good", "well"}
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n]+")
_BARE = {Command.YES, Command.NO, Command.MAYBE}
_READERS: dict[str, Callable[[Shown, Reading, datetime], Replied]] = {
    "scale": _scale,
    "choice": _choice,
    "draft": _choice,
    "timed-choice": _choice,
    "offer": _choice,
    "organisation": _organisation,
    "interviewers": _interviewers,
    "partner": _partner,
    "place": _place,
    "town": _town,
    "past-day": _past_day,
    "coming-day": _coming_day,
    "letter": _letter,
}
