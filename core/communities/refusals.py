"""What a platform did not let us do in a channel, in words for staff; and what still stands there and should not.

The rule a newcomer could break: a post that was to be taken out of its channel and was not is told to staff. A member who
took a note back was told that it goes, and staff are the only ones left who can see to it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from core.communities.events import NotTakenDown, WhyNot
from core.communities.turn import CommunityTurn, Department, View
from core.vocabulary import Phrase

SECTION = "leftovers"
TOLD = timedelta(days=7)
"""So long staff are told what still stands."""

WHY = {
    WhyNot.GONE: Phrase("refusals-gone"),
    WhyNot.ARCHIVED: Phrase("refusals-archived"),
    WhyNot.NOT_ALLOWED: Phrase("refusals-not-allowed"),
    WhyNot.OPEN: Phrase("refusals-open"),
    WhyNot.TOO_MANY_PINS: Phrase("refusals-pins"),
    WhyNot.NO_CHANNELS: Phrase("refusals-no-channels"),
    WhyNot.LATE: Phrase("refusals-late"),
}
OTHER = Phrase("refusals-other", "word")
STILL_STANDS = Phrase("refusals-still-stands", "what", "why")


def in_words(view: View, reason: str) -> str:
    """Why, as the end of a sentence; `reason` is one of `WhyNot`, or the platform's own word."""
    known = WHY.get(WhyNot(reason)) if reason in set(WhyNot) else None
    return view.say(known) if known else view.say(OTHER, word=reason)


def _left_over(view: View) -> list[list[str]]:
    """What still stands, why, and until when staff are told it (ISO)."""
    return list(view.section(SECTION, []))


def not_taken_down(turn: CommunityTurn, event: NotTakenDown) -> None:
    """Note it for staff."""
    until = (turn.now + TOLD).isoformat(timespec="seconds")
    turn.keep(SECTION, [*_left_over(turn), [event.what, event.reason, until]])


def brings(turn: CommunityTurn) -> None:
    """Leave off what has been told for long enough."""
    left = [one for one in _left_over(turn) if datetime.fromisoformat(one[2]) > turn.now]
    if left != _left_over(turn):
        turn.keep(SECTION, left)


def due(view: View) -> datetime | None:
    """When the next one is left off."""
    return min((datetime.fromisoformat(until) for _, _, until in _left_over(view)), default=None)


def problems(view: View) -> tuple[str, ...]:
    """What staff have to take out of a channel themselves."""
    return tuple(view.say(STILL_STANDS, what=what, why=in_words(view, why)) for what, why, _ in _left_over(view))


DEPARTMENT = Department(brings=brings, due=due, problems=problems, not_taken_down=not_taken_down)
