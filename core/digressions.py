"""Small questions to the coach itself that may come at any point: who can read this, where is my note."""

from __future__ import annotations

import re
from enum import Enum, auto

from core.understanding.text import fold, straight


class Topic(Enum):
    """What the person wants to know."""

    PRIVACY = auto()
    NOTE = auto()
    WORTH_WRITING = auto()
    CHANCES = auto()
    RIGHTS = auto()
    THEIR_REMARK = auto()
    NORMAL = auto()
    JOBS = auto()
    ADVICE = auto()


_PRIVACY = re.compile(
    r"\b(?:who (?:(?:can|could|will|does|else|gets to)\b.{0,20}\b)?(?:read|see|sees|reads)(?= (?:this|it|these|that|me|my|mine|what i|any of|all)\b|[?!. ]*$)|is (?:this|it|that) (?:private|confidential|safe|secure|anonymous)"
    r"|what if (?:he|she|they|my boss|the boss|somebody|someone|anybody|anyone|staff|the \w+) (?:ever )?(?:reads?|sees?|finds?|gets?)\b.{0,12}\b(?:this|it|that|these)(?=[?!. ]*$|,| and| btw| by the way)"
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
    r"\b(?:are|were) they (?:even |really )?allowed to (?:ask|say)|\bcan they (?:legally|even|really|just) (?:ask|say)|\b(?:can|could|should|do) i (?:report|sue|complain)|\bmy rights\b|\bis (?:that|this|it) (?:even )?(?:legal|allowed)"
)
_THEIR_REMARK = re.compile(
    r"\bwhy (?:is|are|was|were|did you put|do you have|have you got|would you put) (?:\w+ ){0,3}?(?:(?:his|her|their|the|that|this) (?:\w+ )?(?:remark|comment|joke|words|question|behaviou?r)s?"
    r"|what (?:he|she|they) (?:said|did|asked)|that|it) (?:\w+ ){0,2}?(?:on|in|among) (?:my|the|this|a) (?:\w+ )?(?:list|note|letter|points?|side)"
)
_PRIVACY_ASIDE = re.compile(
    r"(?:[,;(-] ?|(?<=[.!?] )|\b(?:and|but|also|oh|wait|btw|by the way)[, ]+)*"
    r"(?:who (?:else )?(?:(?:can|could|will|does|else|gets to|is able to)\b ?(?:even |actually |all )?)*(?:read|see|sees|reads) (?:this|it here|these|what i (?:write|type|say)|my (?:messages|answers|words|notes))"
    r"|what if (?:he|she|they|my boss|the boss|somebody|someone|anybody|anyone|staff) (?:ever )?(?:reads?|sees?|finds?|gets to see) (?:this|it|that)(?=\s*(?:$|[?.!,;)]|btw|by the way|though|and|but))"
    r"|(?:can|does|will|could) (?:he|she|they|my boss|staff|anyone|anybody|somebody|the employer) (?:read|see) (?:this|what i (?:write|type|say))"
    r"|is this (?:chat |here )?(?:private|confidential|anonymous))(?: here| by any chance| btw| by the way| though| actually)*\s*[?.!)]*",
    re.IGNORECASE,
)
"""The question, with what leads to it, inside a text that is about something else."""
_LEAST_BESIDES = 3
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


def without_privacy_question(text: str) -> str | None:
    """What a text says besides asking who reads it; None when it does not ask, or says nothing else."""
    found = _PRIVACY_ASIDE.search(straight(text))
    if found is None:
        return None
    before, after = text[: found.start()].rstrip(" ,;(-"), text[found.end() :].lstrip(" ,;.?!)-")
    rest = f"{before}{' ' if before[-1:] in '.!?' else '. '}{after}" if before and after else before or after
    return rest if len(rest.split()) >= _LEAST_BESIDES else None


_WHOLE = {Topic.NOTE: _NOTE, Topic.JOBS: _JOBS, Topic.ADVICE: _ADVICE}
_ASKED = {
    Topic.PRIVACY: _PRIVACY,
    Topic.THEIR_REMARK: _THEIR_REMARK,
    Topic.RIGHTS: _RIGHTS,
    Topic.WORTH_WRITING: _WORTH_WRITING,
    Topic.CHANCES: _CHANCES,
    Topic.NORMAL: _NORMAL,
}
