"""Wishes about one of the messages to come: "move the look back to Friday", "no last call, please".

The rule a newcomer could break: only a text that names the message and what is to become of it is a wish; everything
else is an answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.understanding.text import fold

_NAMES = {
    "note": r"(?:thank[- ]?you )?(?:note|letter|draft)",
    "last-call": r"last call|follow[- ]?up",
    "judge": r"look(?:ing)? back|review|reflection|judging",
    "practice": r"practi[cs](?:e|ing)(?: session)?s?|rehearsal|exercise",
    "let-go": r"letting (?:it )?go|letting it rest|sharing|somebody to tell",
    "check-in": r"check[- ]?ins?|asking (?:them )?where they stand|asking them",
    "prepare": r"prep(?:aration)?|preparing|getting ready",
}
_NAMED = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _NAMES.items())
_MOVED = re.compile(
    rf"(?:please |can you |could you )*(?:move|shift|postpone|push|reschedule|put off|delay|bring forward|remind me (?:of|about))"
    rf" (?:the |my |that |our )?(?:{_NAMED})(?: reminder| message)?\b(?P<rest>.+)"
)
_DROPPED = re.compile(
    rf"(?:please )?(?:no(?: more)?|drop|cancel|leave out|without|do not send|don't send|i don't want|i don't need|remove|never mind)"
    rf" (?:the |any |that |a |my )?(?:{_NAMED})(?: reminders?| messages?)?(?: please| thanks| thank you| then| for me)?[.! ]*"
)
_LONGEST = 120


class Wish(NamedTuple):
    """What is to become of one kind of message."""

    kind: str
    """As `core.plan.Kind` names it."""
    is_dropped: bool
    """Else it is to come at the time that the text names."""


def read(text: str) -> Wish | None:
    """The wish in a short text, None when it holds none."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text).replace("’", "'")
    for pattern, dropped in ((_DROPPED, True), (_MOVED, False)):
        if found := pattern.fullmatch(folded):
            kind = next(name for name in _NAMES if found[name.replace("-", "_")])
            return Wish(kind, dropped)
    return None
