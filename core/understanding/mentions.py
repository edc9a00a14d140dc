"""Words by which a text may speak of an interview; which one it is, is for `core.turn.whose` and `another` to say.

Nothing here knows the interviews there are. The rule a newcomer could break: "another bank" names no place that is
known, and so is not looked for among them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.short_news import KIND
from core.understanding.text import LONGEST_REMARK, LONGEST_STORY, has_one

WORD = expression(r"[\w'&-]+")
_SHORTEST = 3
_SAYS_LITTLE = frozenset(
    [
        "the",
        "and",
        "for",
        "new",
        "old",
        "our",
        "your",
        "job",
        "work",
        "ltd",
        "limited",
        "group",
        "company",
        "centre",
        "center",
        "services",
        "trust",
        "inc",
        "city",
        "town",
    ]
)
_ANOTHER_KIND = expression(rf"\b(?:another|other|different|new|second) (?:{KIND})\b", re.IGNORECASE)
_HAS_BEEN = expression(
    r"(?:^|\b(?:i|we|i've|just|and|also|then|so)\b|[.!?,])\s*(?:have |also |just |already |now )*(?:had|did|attended|sat|went to|went for|came from|came out of|finished|been to|been at|was at|was in)"
    r" (?:\w+ ){0,4}?interview\b(?!.{0,30}\b(?:scheduled|planned|booked|lined up|set up|coming|tomorrow|next|later|tonight)\b)",
    re.IGNORECASE,
)
_WAS_THEN = expression(
    r"\b(?:second|2nd|third|3rd|next|final|other|new) interview (?:was|went|happened)\b",
    re.IGNORECASE,
)
LIKE_ONE = (
    r"(?:another(?: one)?(?= (?:at|with|for|today|yesterday|this|on|in)\b|[,.]|$)|one more(?= (?:at|with|for|today|yesterday|this|on)\b|[,.]|$)|(?:trial|test|try-?out|taster|working) (?:shift|day|week|lesson|run)|call-?back|call back"
    r"|assessment (?:day|centre|center)|(?:second|2nd|third|3rd|final|first|last|next) (?:round|stage)|(?:second|2nd|third|3rd|final|next|other) (?:one|talk|chat|meeting)(?= (?:at|with|for|today|yesterday|this|on)\b|[,.]|$)|(?:phone|video|zoom) screen(?:ing)?|(?:phone|video|zoom|teams) call with|screening|demo lesson|audition|skills test|trade test|weld(?:ing)? test|group exercise day)"
)
"""What stands for an interview where it is told of as over, without the word."""
_HAD_ONE = expression(
    rf"(?:^|\b(?:i|i've|we|just|and|also|then|so|finally|today|yesterday|hi|hey|ok)\b|[.!?,;])\s*(?:have |also |just |already |now |finally |then )*(?:had|did|done|done with|finished|came (?:straight |back )?(?:out )?(?:of|from)|out of|back from|attended|been (?:to|at|for)|went (?:to|for))"
    rf" (?:(?:my|a|an|the|their|that|this|yet) )*(?:\w+ )??{LIKE_ONE}(?!.{{0,30}}\b(?:scheduled|planned|booked|lined up|set up|coming|tomorrow|next week)\b)",
    re.IGNORECASE,
)
_ITS_STEMS = (
    "another", "one more", " one", "talk", "chat", "meeting", "trial", "test ", "test,", "call", "assessment", "round", "stage", "screen", "lesson", "audition", "tryout", "try-out", "taster",
    "working", "group exercise",
)  # fmt: skip
"""They keep the pattern from being tried on most texts."""
_ROUND = r"(?:second|2nd|third|3rd|final|last|next|other)"
_CAME_FROM = (
    r"(?:had|did|done|attended|sat|finished|been (?:to|for|in|at)|(?:went|gone|go)(?: back)? (?:to|for|in for)"
    r"|(?:come|came|coming|back|home|out|fresh)(?: (?:back|home|out|straight|just|right|now))* (?:from|of))"
)
_CALLED_ONE = rf"(?:interv(?:iew|ew|eiw|iw|uw)|intervie|inteview|intvw|{_ROUND} (?:one|talk|chat|meeting|round|stage)|(?:another |one more )?one(?= (?:at|with)\b)|{LIKE_ONE})"
_NOT_YET = (
    r"(?!.{0,30}\b(?:scheduled|planned|booked|lined up|set up|coming|tomorrow|next week|next month|later|tonight)\b)"
)
_HAD_ONE_SOMEWHERE = expression(
    r"(?:^|\b(?:i|i've|ive|we|and|also|then|so|hi|hey|ok|well|today|yesterday|guess what)\b|[.!?,;])\s*(?:(?:have|has|just|also|already|now|finally|then|only|did|have) )*"
    rf"(?:{_CAME_FROM} (?:(?!(?:no|any|last|previous|old|earlier|former|first)\b)[\w'-]+ ){{0,4}}?{_CALLED_ONE}\b|interviewed (?:at|with|for|by|today|yesterday|this|again)\b){_NOT_YET}"
    rf"|^(?:(?:and|so|ok|hi|hey|hello|well)[, ]+)*(?:(?:my|the|a|an) )?(?:another|one more|new|{_ROUND}) (?:job )?interview\b.{{0,40}}\b(?:was|went|today|yesterday|this morning|last night)\b{_NOT_YET}"
    rf"|\bi (?:have |just )?(?:got|get|have) (?:an?|another|one more) (?:\w+ )?interview\b.{{0,40}}\b(?:yesterday|this morning|last (?:night|week|mon|tues|wednes|thurs|fri|satur|sun)){_NOT_YET}",
    re.IGNORECASE,
)
"""What tells of one that has been where nothing is asked; inside an answer it may tell of anything."""
_ONE_MORE = expression(
    r"\b(?:have|got|had|there's|there is|go to|going to) (?:another|a new|one more|a different) (?:job )?(?:one|interview)\b"
    r"|^(?:and |also |so |ok |hi |hey |hello )*(?:another|one more) (?:job )?interview\b",
    re.IGNORECASE,
)
_INVITED = expression(r"\binvited (?:me )?(?:for|to) (?:an|another) interview\b", re.IGNORECASE)
_SOMEBODY_ELSES = expression(
    r"\b(?:friend|brother|sister|cousin|mate|wife|husband|partner|son|daughter|colleague|mother|father|mum|dad|he|she|somebody|someone)"
    r"(?: \w+)? (?:had|has|got|went to|is having|was at) (?:an?|the|his|her|another) (?:\w+ )?(?:interview|one)\b",
    re.IGNORECASE,
)
_NONE = expression(
    r"\b(?:never|no longer|haven'?t|have not|didn'?t|did not|don'?t|do not|can'?t|cannot|won'?t|if)\b(?: [\w']+){0,2}? (?:had|have|get|got|been|go|went|did|do|want|need)\b(?: [\w']+){0,2}? (?:interview|one)\b",
    re.IGNORECASE,
)
_THAT_ONE = expression(r"\b(?:my|the|that|this) interview\b", re.IGNORECASE)
_SOMEWHERE = expression(
    r"\bat (?:the )?(?!\d|an?\b|my\b|home|first|last|least|all\b|noon|night|lunch|once|work\b|times?\b|moment|end\b|same|it\b|that\b|this\b)\w",
    re.IGNORECASE,
)
_ANOTHER = expression(
    r"\b(?:second|another|other|one more|new|next|2nd|different) (?:job )?interview\b|\binterview(?:ed)? (?:yesterday|today|this)\b"
    r"|\bjust had an interview\b",
    re.IGNORECASE,
)
_ONE_LIKE_IT = expression(
    r"\b(?:another|one more|second|2nd|third|3rd|next|final|other|new) (?:job )?(?:one|interview|round)\b",
    re.IGNORECASE,
)
_ONE_OF_SEVERAL = expression(
    r"\b(?:an|another|one more|a new|a second|second) (?:job )?interview\b|\bi (?:just )?(?:had|have|got) (?:the|my) interview\b",
    re.IGNORECASE,
)
_INTERVIEW_AS = expression(rf"\b(?:(?:the|my|a|that) )?(?P<kind>{KIND}) (?:job )?interview\b", re.IGNORECASE)
_BESIDE_A_ROLE = expression(
    r"(?:^|[.!?\n] ?)(?P<name>[\w&'-]+(?: [\w&'-]+){0,2}), (?:(?:a|the|for the) )?[\w -]{2,30} (?:job|post|role|position)\b"
)
""" "zanaco, teller job": a name is told without a word for what it is."""
_LONG_AGO = expression(
    r"\b(?:last|previous|old|earlier|former|first) (?:job )?interview\b|\b(?:last (?:year|month|time|summer)|(?:years?|months?) ago|used to|at my last)\b",
    re.IGNORECASE,
)
_NEXT_ROUND = expression(r"\b(?:second|next|2nd|final|third) (?:round|interview|stage)\b", re.IGNORECASE)
_SAYS_WHICH = expression(
    r"(?:(?:no|sorry|wait|oh|yes|ok|well)[ ,.]+)*(?:i (?:mean|meant)|it(?:'s| is|s) about|this is about|that(?:'s| is|s) about|i(?:'m| am|m) talking about"
    r"|about|let's do|back to)(?: \S+){1,4}",
    re.IGNORECASE,
)
_ASKS_WHICH = expression(
    r"(?:(?:sorry|wait|hm+|um|ok|but|and),? )*(?:(?:for |about |at )?which (?:one|interview|job|place|company|of them)(?: (?:is (?:this|that|it|which)|do you mean|are (?:we|you)).*)?"
    rf"|(?:which(?: one)?|(?:do )?(?:you|u) mean|is (?:this|that|it)(?: about)?|about|(?:are|r) (?:you|u|we) (?:still |now )?(?:asking|talking|speaking|writing|on)(?: me)?(?: now)?(?: about| of| for| on)?)?[ ,:]*(?:the )?\w[\w&'-]*(?: {KIND})? or (?:the )?\w[\w&'-]*(?: {KIND})?)[ ?.!]*",
    re.IGNORECASE,
)


@unsaid
class Mentions(NamedTuple):
    """What of a text may be about one interview rather than another."""

    said: str
    """The text `plain`, without "another bank": where the name of a place is looked for."""
    words: frozenset[str]
    """The words of that which may tell one place from another."""
    says_which: bool
    """Whether all that it says is which interview they mean ("no, I mean the school")."""
    asks_which: bool
    """Whether all that it says may ask which one is talked about ("school or bank?")."""
    an_interview: bool
    """Whether an interview is spoken of at all, or "another one"."""
    is_far_away: bool
    """Whether it may be one of long ago, or somebody else's."""
    kind: str | None
    """Where an interview is called by a kind of place ("the bank interview"): the kind."""
    beside_a_role: str | None
    """ "zanaco, teller job": a name that is told without a word for what it is."""
    had_one: bool
    """Whether it tells of one that has been, as people do out of the blue."""
    somewhere: bool
    """Whether it says at what place, though we may not see what of it is the name."""
    is_that_one: bool
    """Whether it speaks of "the interview", as of one that is known."""
    one_more: bool
    """Whether they say that they have another one."""
    has_been: bool
    """Whether they say that they had it, and not that they have it."""
    an_invitation: bool
    another: bool
    """Whether it is called another one, or told of as if nothing had been before."""
    one_like_it: bool
    """Whether it is called another interview, or another "one", and not by a word that other things have as well."""
    one_of_several: bool
    """Whether it is called so that it may be another one."""
    next_round: bool


def _asks_which(text: str) -> bool:
    sentences = re.split(r"(?<=\?)\s+", text.strip()) if len(text) <= LONGEST_REMARK else []
    said = (" ".join(text.replace(",", " ").split()), text)
    is_all = any(_ASKS_WHICH.fullmatch(asked) for asked in said)
    return is_all or (len(sentences) > 1 and all(_ASKS_WHICH.fullmatch(one) for one in sentences))


def read(text: str) -> Mentions:
    """Read a text as far as a story is read."""
    text = text[:LONGEST_STORY]
    told = _ANOTHER_KIND.sub("", text).casefold()
    kind, beside = _INTERVIEW_AS.search(text), _BESIDE_A_ROLE.search(text)
    one_more, had_one = bool(_ONE_MORE.search(text)) and _NONE.search(text) is None, _says_had_one(text)
    return Mentions(
        said=plain(told),
        words=frozenset(map(plain, telling(told))),
        says_which=bool(_SAYS_WHICH.fullmatch(text.strip(" .!"))),
        asks_which=_asks_which(text),
        an_interview=one_more or had_one or "interview" in text.casefold(),
        is_far_away=bool(_LONG_AGO.search(text) or _SOMEBODY_ELSES.search(text)),
        kind=kind and kind["kind"],
        beside_a_role=beside and beside["name"],
        had_one=_tells_of_one(text[:LONGEST_REMARK]),
        somewhere=_SOMEWHERE.search(text) is not None,
        is_that_one=_THAT_ONE.search(text) is not None,
        one_more=one_more,
        has_been=had_one or bool(_HAS_BEEN.search(text) or _WAS_THEN.search(text)),
        an_invitation=bool(_INVITED.search(text)),
        another=had_one or bool(_ANOTHER.search(text)),
        one_like_it=bool(_ONE_LIKE_IT.search(text)),
        one_of_several=bool(_ONE_OF_SEVERAL.search(text)),
        next_round=bool(_NEXT_ROUND.search(text)),
    )


def _says_had_one(text: str) -> bool:
    return has_one(_ITS_STEMS, text.casefold()) and _HAD_ONE.search(text) is not None


def _tells_of_one(text: str) -> bool:
    """Whether it begins with one that has been; what comes late in a story tells of something else."""
    return _HAD_ONE_SOMEWHERE.search(text) is not None and _NONE.search(text) is None


def plain(name: str) -> str:
    """In lower case and without apostrophes, as many type a name."""
    return name.casefold().replace("'", "").replace("\u2019", "")


def telling(text: str) -> set[str]:
    """The words of a text in lower case that may tell one place from another."""
    return {word for word in WORD.findall(text) if len(word) >= _SHORTEST and word not in _SAYS_LITTLE}
