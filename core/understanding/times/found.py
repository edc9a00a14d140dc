"""What a reader of days finds in a line, and how much it proves.

The rule a newcomer could break: what may be another word ("sun") or a mere number ("the 3rd") is `WEAK`,
and the grammar drops it when nothing beside it confirms it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from core.understanding.times.phrases import DayPart, Direction, When, Which
from core.understanding.times.tokens import NOTHING
from core.understanding.times.words import words

WHICH = {
    "this": Which.THIS,
    "current": Which.THIS,
    "coming": Which.THIS,
    "upcoming": Which.THIS,
    "next": Which.NEXT,
    "following": Which.NEXT,
    "last": Which.LAST,
    "past": Which.LAST,
    "previous": Which.LAST,
}
STOPS = words(
    ". , ! ? ; ) - – on at to and or but for in is was because so that if i we they he she with please pls of"
    " by around about"
) | {NOTHING}
"""What may follow a day without changing it; "the 3rd interview" is followed by something else."""


class Strength(IntEnum):
    """How much a piece proves: nothing alone, enough to be the whole text, enough."""

    BARE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A day or stretch and the place behind it."""

    when: When
    end: int
    strength: Strength = Strength.STRONG
    lean: Direction | None = None
    part: DayPart | None = None
