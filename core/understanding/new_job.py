"""Nerves and worries about a job that is theirs: "start monday, terrified", "what if i mess up the first day".

The rule a newcomer could break: a fear that the offer goes away again is another one, and is not met with this.
"""

from __future__ import annotations

from core.understanding.expressions import expression
from core.understanding.text import fold

_LONGEST = 200
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week|the (?:first|1st)|(?:my |the |on )*(?:first|1st) (?:day|week|shift|morning)|new (?:job|place|team|role)|starting|the start|i start)"
_AFRAID = r"(?:terrified|petrified|scared|afraid|nervous|nerves|anxious|anxiety|worried|worry|panick\w*|freaking out|dread\w*|stressed|frightened|butterflies)"
_FEARS = expression(
    rf"\b{_AFRAID}\b|\bwhat (?:if|happens if|when) (?:i(?:'m| am)?|im) (?:\w+ )?(?:mess|screw|fuck|fail|cant|can't|cannot|do not|don't|dont|mix|forget|freeze|froze|get|not|too|make|look|say|am|come|disappoint|blow|bad|ruin|break)\w*"
    r"|\b(?:not|never) (?:be )?(?:good|ready|smart|qualified|experienced) enough\b|\bi(?: am|'m)? not ready\b|\bimpost[eo]r\b|\b(?:they'll|they will) (?:find out|see|notice|regret)\b|\bi can't do (?:it|this)\b"
)
_FIRST_DAY = expression(rf"\b{_DAY}\b")
_ASKS = expression(
    r"\b(?:what|how|should|do|can|when|where|which|any (?:tips?|advice))\b.*\b(?:first|1st) (?:day|week|shift|morning)\b|\b(?:first|1st) (?:day|week|shift|morning)\b.*\b(?:tips?|advice|help)\b"
)
_OF_THE_OFFER = expression(
    r"\b(?:offer|contract|salary|pay|wage|take it back|withdraw|change their minds?|changed their minds?|reference|references|another interview|next interview|interview (?:on|tomorrow|next)|second interview)\b"
)


def is_feared(text: str) -> bool:
    """Whether a short text tells of nerves about it."""
    return _is_of_it(text) and _FEARS.search(fold(text)) is not None


def asks(text: str) -> bool:
    """Whether it asks how a first day is to be got through."""
    return _is_of_it(text) and _ASKS.search(fold(text)) is not None


def _is_of_it(text: str) -> bool:
    return len(text) <= _LONGEST and _OF_THE_OFFER.search(fold(text)) is None


def is_nervous_start(text: str) -> bool:
    """Whether news of it comes with nerves about the beginning."""
    told = fold(text)
    return len(text) <= _LONGEST and _FEARS.search(told) is not None and _FIRST_DAY.search(told) is not None
