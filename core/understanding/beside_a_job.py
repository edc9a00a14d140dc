"""A name in small letters behind what somebody is there: "the night manager darren", "interviewed by the shift lead mike".

The rule a newcomer could break: most words behind "the manager" tell what the manager did, and name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from core.understanding.expressions import expression
from core.understanding.wordlists import either, words

_KIND = rf"(?:(?:{either('people', 'nameless')}|ceo|cto|cfo|bosses|boss)(?<!someone)(?<!somebody)(?<!others)(?<!other)(?<!person)(?<!people))"
_JOB = (
    r"(?:the|my|our|their|a) (?:(?:would-be|future|new|potential|possible|prospective) )*(?:(?!who\b|that\b|and\b|or\b|of\b|was\b|is\b)[a-z]+ ){0,2}?"
    rf"(?:{_KIND}|(?:ward|charge|theatre|night) (?:sister|nurse)|sister in charge|nurse in charge)"
)
_NAME = r"(?P<name>(?!(?:mr|mrs|ms|miss|dr|prof)\b)[a-z][a-z'-]{2,})"
_ASKED = r"(?= (?:asked|interviewed|said|told|wanted|kept|started|who|did the|showed|took|was (?:rude|nice|there|cold|bored|late|so|very|really|kind)|looked|laughed|made)\b)"
_GOES_ON = r"(?= *(?:$|[.,;!?)\n+&])| (?:and|n|at|today|yesterday|this|who|about|on|in|but|then|went|was|asked|interviewed|she|he)\b)"
_SPOKE = r"\b(?:interview(?:ed)?|spoke|talked|speaking|talking|met|meet|meeting|chat|call|trial|shift|one)(?: (?:\w+ ){0,3}?(?:with|by|to))? "
_DID = expression(rf"\b{_JOB}(?:,? (?:called|named))? {_NAME}{_ASKED}", re.IGNORECASE)
_WITH = expression(rf"{_SPOKE}{_JOB},? (?:called |named )?{_NAME}{_GOES_ON}", re.IGNORECASE)
_REPLY = expression(
    rf"\s*(?:it was |just |only |with |by )*{_JOB},? (?:called |named )?{_NAME}{_GOES_ON}", re.IGNORECASE
)
_NO_NAME = expression(
    r"(?:\w+(?:ed|ing|ly|self|selves|wards?|n't)|also|even|always|often|today|tonight|soon|alone|present|online|upstairs|downstairs|outside|inside|instead|anyway|though|tho|there|over|past|through|after|before|during|since|until"
    r"|because|cos|cause|while|and|but|nor|yet|off|down|back|away|out|then|now|too|left|came|went|sat|rang|got|cut|froze|gave|took|made|wrote|laid|stood|felt|thought|knew|saw|heard|began|ran|put|let|hung|shook|lied|wept|swore|nice|rude"
    r"|bored|cold|kind|great|good|bad|ok|fine|late|early|and|all|both|will|can|may|might|must|does|do|has|had|have|job|role|post|position|place|office|round|interview|interviews|screening|vacancy|team|side|part|bit|stuff|question|questions|test)",
    re.IGNORECASE,
)
_ALL_THE_SAME = expression(
    r"fred|ned|ted|ahmed|ahmad|mohammed|mohamed|muhammed|jared|alfred|wilfred|kelly|sally|molly|emily|billy|lily|lilly|polly|holly|carly|beverly"
)
"""Names that look like what somebody did, or how."""
Span: TypeAlias = tuple[int, int]


def names(shown: str, *, is_reply: bool = False) -> Iterator[Span]:
    """Where such names stand; a reply to who was there may be no more than the job and the name."""
    for way in (_DID, _WITH, *((_REPLY,) if is_reply else ())):
        for found in way.finditer(shown):
            if _is_a_name(found["name"]):
                yield found.span("name")


def _is_a_name(word: str) -> bool:
    if word != word.lower() or word in words("people", "not_a_name") or word in words("people", "nameless"):
        return False
    return _ALL_THE_SAME.fullmatch(word) is not None or _NO_NAME.fullmatch(word) is None
