"""What they wish they had said, told before anybody asks for it: "froze on the SQL question, i should have said i'd add an index".

The rule a newcomer could break: only words that can stand in a letter as they are count. "I should have said more" and
"I should have told them about the project" name an answer and give none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.remembering import remembered
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY, straight

_I = re.IGNORECASE
_THEM = r"(?:them|him|her|the (?:panel|manager|interviewers?|head|boss|lady|guy))"
_SAID = rf"(?:said|answered|replied|explained|told {_THEM})"
_SAY = rf"(?:say|answer|reply|explain|tell {_THEM})"
_BEGINS = expression(
    rf"(?:\bi (?:wish|wished) i(?:'d| had|d)?|(?:\bi (?:\w+ )?|^|[.,;!?\n]\s*(?:and |but )?|\b(?:and|but|when) )(?:should|could|shoulda|coulda)(?:'ve| have| of|ve)?)(?: (?:just|simply|really|at least|instead))* (?:have )?{_SAID}(?: instead)?(?: that\b|:|,)* *"
    rf"|\bi (?:meant|wanted|was going|had planned|planned|was about) to (?:just |simply )?{_SAY}(?: that\b|:|,)* *"
    rf"|\bwhat i (?:should have|should've|wanted to|meant to|wish i had|wish i'd) (?:said|say|tell {_THEM})(?: (?:is|was))?(?: that\b|:|,)* *",
    _I,
)
_VAGUE = expression(
    r"(?:something|nothing|anything|more|less|it\b|so\b|yes\b|no\b|what\b|how\b|about\b|to\b|the truth|everything|all\b|both|that\b|this\b|them\b|some\b|a (?:lot|bit)|much|better|differently|sorry)",
    _I,
)
_ENDS = expression(
    r"[.!?\n]|,? (?:but|instead|only|and (?:instead|then i (?:froze|blanked)|i (?:didn't|did not|forgot|couldn't|froze)))\b(?= (?:i|my|it|nothing|said|all|of|the words?|what|$))|,? (?:instead|though|lol|haha)(?=\W*$|[,.;])",
    _I,
)
_GOES_ON = expression(
    r"\s*(?:and )?(?:then|after that|first|second|secondly|finally|i'd|id|i would|because|so that)\b", _I
)
_LEAST, _MOST = 4, 80
"""In words."""


@unsaid
class Wished(NamedTuple):
    """What they would have liked to say."""

    words: str
    """As they wrote them."""
    begin: int
    """Where that is told."""


@remembered(512)
def wished(text: str) -> Wished | None:
    """The first answer that they wish they had given; None where they give none."""
    shown = straight(text[:LONGEST_STORY])
    for begins in _BEGINS.finditer(shown):
        words = text[begins.end() : _end(shown, begins.end())].strip(" ,;\"'“”")
        if _LEAST <= len(words.split()) <= _MOST and not _VAGUE.match(words):
            return Wished(words, begins.start())
    return None


def _end(text: str, begin: int) -> int:
    """Where the sentence ends, with those that go on with it."""
    end = begin
    while (ends := _ENDS.search(text, end)) is not None:
        end = ends.end()
        if ends[0] not in ".!?" or not _GOES_ON.match(text, end):
            return ends.start()
    return len(text)
