"""A name written another way: "no its Mensa without h", "the head of lab is Mr Mensa", "her surname is Iyer".

Whose name it is only what is known can tell, by its likeness (`core.turn.naming`). The rule a newcomer could break: the
whole of a short text has to be about the name, since a likeness alone is found in any story.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, straight

_NAME = r"(?P<new>(?:(?:mrs?|ms|mx|miss|dr|prof|sister)\b\.? ?)?(?!(?:not|spelled|spelt|written|called|actually)\b)[^\W\d_][\w'-]*(?: (?-i:[A-ZÀ-Þ])[\w'-]+){0,2})"
_LED = r"(?:(?:no+|nope|nah|sorry|oops|wait|actually|and|but|oh|ah|hey|um+|please|pls|hang on|my mistake|my bad|wrong|btw|by the way|i (?:meant|mean)|i told you)\b[ ,.:!-]*)*"
_WHO = r"(?:her|his|their|the (?:[\w-]+ ){0,3}?[\w-]+(?:'s|s)|[^\W\d_][\w-]*'s)"
_IT_IS = (
    r"(?:it's|its|it is|it was|that's|thats|should be|it should be|make (?:it|that)|change (?:it|that|the name|her name|his name) to|(?:it's |its |it is |is )?(?:spelled|spelt|written)(?: like| as)?"
    rf"|(?:{_WHO}|the) name(?:'s| is| was)|(?:he|she)(?:'s|s| is) called|(?:he|she)(?:'s| is)|the (?:[\w-]+ ){{1,4}}(?:is|was)(?: called)?)"
)
_REALLY = r"(?: (?:actually|really|in fact|just))*"
_LETTERS = r"(?:,? (?:(?:and )?(?:without|w/o|with|minus|no)(?: (?:an?|the|one|two|any|double))? [\w-]{1,4}|(?:and )?not (?:an? |the )?[\w'. -]{1,30}?|(?:one|two|double|a single) [a-z](?:'?s)?\b)(?: (?:at|in|on) the (?:end|beginning|start|middle))?)"
_TAIL = r"(?:[, ]+(?:please|pls|sorry|actually|btw|by the way|thanks|though|tho|lol))*[.! ]*"
_I = re.IGNORECASE
_SAID = expression(rf"{_LED}{_IT_IS}{_REALLY} {_NAME}{_LETTERS}*{_TAIL}", _I)
_LETTERS_SAID = expression(rf"{_LED}{_NAME}{_LETTERS}+{_TAIL}", _I)
_PART = expression(
    rf"{_LED}{_WHO} (?P<part>sur|last |family |second |first |given )name(?:'s| is| was){_REALLY} (?P<name>[^\W\d_][\w'-]*){_TAIL}",
    _I,
)
_LAST = ("sur", "last ", "family ", "second ")


@unsaid
class Part(NamedTuple):
    """A first or last name told by itself."""

    name: str
    is_last: bool


def read(text: str) -> str | None:
    """The name as it is to be spelt, if the whole text says it; None for any other text."""
    found = _match(text, _SAID) or _match(text, _LETTERS_SAID)
    return None if found is None else found["new"]


def part(text: str) -> Part | None:
    """The first or last name that the whole text gives to somebody."""
    found = _match(text, _PART)
    return None if found is None else Part(found["name"], found["part"].lower() in _LAST)


def _match(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return None if len(text) > LONGEST_REMARK else pattern.fullmatch(straight(text).strip())
