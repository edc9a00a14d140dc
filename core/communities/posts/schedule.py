"""When a post goes out: on the community's wall clock, as `core.clock` reads it.

An hour that the clocks skip comes when the gap is over, one that they show twice comes the first time. The rule a newcomer
could break: an occurrence is known by its day, not by its instant, so that neither a clock that is set back nor another
time zone brings it a second time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeAlias

from core import clock
from core.records import record

GRACE = timedelta(hours=3)
"""So much later a post is still right, where it announces nothing."""
_LOOK_BACK = timedelta(days=2)
"""Two days can have the same instant only where a zone leaves one out."""


@record
class Once:
    """On one day."""

    on: date
    at: time


@record
class Weekly:
    """On days of every week."""

    days: frozenset[int]
    """As `date.weekday()` counts them; at least one."""
    at: time


When: TypeAlias = Once | Weekly


@record
class Occurrence:
    """One time that a post goes out."""

    day: date
    """In the community's zone; names the occurrence."""
    at: datetime
    """The instant, in UTC."""


def occurrences(when: When, after: datetime, where: tzinfo, told: Collection[date] = ()) -> Iterator[Occurrence]:
    """Those later than an instant (aware), other than on the days `told`, in order; each instant once."""
    first_day = clock.local(after, where).date() - _LOOK_BACK
    for occurrence in _since(when, first_day, where):
        if occurrence.at > after and occurrence.day not in told:
            yield occurrence


def _since(when: When, first_day: date, where: tzinfo) -> Iterator[Occurrence]:
    before = datetime.min.replace(tzinfo=UTC)
    for day in _days(when, first_day):
        at = clock.instant(datetime.combine(day, when.at), where)
        if at > before:
            yield Occurrence(day, at)
        before = at


def _days(when: When, first_day: date) -> Iterator[date]:
    match when:
        case Once(on):
            yield from (on,) if on >= first_day else ()
        case Weekly(days, at):
            yield from clock.Series(clock.Frequency.WEEKLY, at, first_day, weekdays=days).days()
