"""How many people were there, where a reply says that and nothing more: "just the two", "3, no idea of their names"."""

from __future__ import annotations

import re

from core.understanding import text as texts
from core.understanding.expressions import expression
from core.understanding.names import NUMBERS, WORDS

_JUST_A_COUNT = expression(
    r"(?:(?:there|they|it|we|the panel|i|had|was|were|are|is|met|saw|just|only|about|like|maybe|the|all|a|of|um|so|think|no names?|no idea|idk|dunno|don'?t know(?: (?:the|their|any) names?| names?)?|not sure|didn'?t (?:catch|get)(?: (?:the|their|any) names?| names?)?|sorry|but|and|panel|,)[ ,.]*)*"
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(WORDS)}|both|couple)\b"
    r"(?:[ ,.!]*(?:of them|of us|people|persons?|interviewers?|there|altogether|all together|in (?:total|all|the room)|i think|maybe|or so|were there|was there|but|and|no names?|no idea|idk|dunno|(?:i )?(?:don'?t|didn'?t|can'?t) (?:know|remember|recall|catch|get)(?: (?:the|their|any|what they'?re|who they were|them))*(?: names?| called)?|forgot(?: (?:the|their))?(?: names?)?|names? unknown|only|really|lol|sorry))*[ .!]*",
    re.IGNORECASE,
)
_MOST_THERE = 12


def alone(text: str) -> int | None:
    """How many there were, where a reply says no more than that: "just the two", "3, no idea of their names"."""
    told = _JUST_A_COUNT.fullmatch(texts.straight(text).strip())
    if told is None:
        return None
    said = told["count"].lower()
    count = int(said) if said.isdecimal() else NUMBERS.get(said, 2)
    return count if 0 < count <= _MOST_THERE else None
