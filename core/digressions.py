"""Small questions to the coach itself that may come at any point: who can read this, where is my note."""

from __future__ import annotations

import re
from enum import Enum, auto

from core.understanding.text import fold


class Topic(Enum):
    """What the person wants to know."""

    PRIVACY = auto()
    NOTE = auto()
    WORTH_WRITING = auto()
    CHANCES = auto()
    RIGHTS = auto()
    NORMAL = auto()
    JOBS = auto()
    ADVICE = auto()


_PRIVACY = re.compile(
    r"\b(?:who (?:(?:can|could|will|does|else|gets to)\b.{0,20}\b)?(?:read|see|sees|reads)\b|is (?:this|it|that) (?:private|confidential|safe|secure|anonymous)"
    r"|privacy|(?:can|does|will) (?:my )?(?:boss|staff|employer|anyone|anybody|somebody|they) (?:read|see) (?:this|it|me)"
    r"|where (?:is|does) (?:this|it|that) (?:stored|kept|go)|what (?:do you|happens to what i) (?:keep|store|save|write))\b"
)
_NOTE = re.compile(
    r"(?:please |can (?:you|i) |let me |i(?:'d| would)? (?:want|like) to )*"
    r"(?:show|see|give|read|open)(?: me)? (?:the|my|that)(?: thank[- ]?you)? (?:note|draft|letter)(?: (?:again|now|please))*[?!. ]*"
    r"|(?:the |my )?(?:thank[- ]?you )?(?:note|draft)(?: please)?[?!. ]*|where(?:'s| is) (?:the|my) (?:note|draft)[?!. ]*"
)
_WORTH_WRITING = re.compile(
    r"\b(?:worth|too late|still)\b.{0,30}\b(?:writ\w+|send\w*|note|thank)|\bshould i (?:send|write)\b|\bis good to write\b"
)
_CHANCES = re.compile(
    r"\b(?:did i (?:kill|blow|lose|ruin)|(?:kill|blow|lost|lose|ruin)\w* (?:my chances?|it)\?|do i (?:still )?have a chance|my chances|will they (?:hire|take|reject)|tell me if i lost)"
)
_NORMAL = re.compile(
    r"\b(?:is|was) (?:it|this|that) (?:even |ok(?:ay)? |really )?normal\b|\bdoes (?:it|this|that) happen (?:to|often)\b|\bam i the only one\b"
)
_RIGHTS = re.compile(
    r"\b(?:can|could|should|do) i (?:report|sue|complain)|\bmy rights\b|\bis (?:that|this|it) (?:even )?(?:legal|allowed)"
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
_JOBS = re.compile(rf"{_FRONT}(?:{_WHERE} (?:{_LISTED}|job|work)|(?:{_DO_YOU_KNOW} )?{_LISTED}){_END}")
_ADVICE = re.compile(rf"{_FRONT}(?:{_WHERE} |{_DO_YOU_KNOW} )?{_GUIDED}{_END}")
"""Asked by the whole message: "I got the job" and "how do I find work without experience" are something else."""
_LONGEST = 160


def read(text: str) -> Topic | None:
    """The topic of a short question to the coach; longer texts are answers."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    for topic, pattern in _WHOLE.items():
        if pattern.fullmatch(folded):
            return topic
    return next((topic for topic, pattern in _ASKED.items() if pattern.search(folded)), None)


_WHOLE = {Topic.NOTE: _NOTE, Topic.JOBS: _JOBS, Topic.ADVICE: _ADVICE}
_ASKED = {
    Topic.PRIVACY: _PRIVACY,
    Topic.RIGHTS: _RIGHTS,
    Topic.WORTH_WRITING: _WORTH_WRITING,
    Topic.CHANCES: _CHANCES,
    Topic.NORMAL: _NORMAL,
}
