"""Wall clocks: a time in a zone to an instant and back, working days, quiet hours, repeated times.

Nothing here reads the time; every function is given it. An instant is an aware datetime in UTC, a wall
time is a naive one. The rule a newcomer could break: take zones from `zone`, never from `ZoneInfo(name)`,
which prefers the machine's own data, and those may be years old.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import count, islice
from zoneinfo import ZoneInfo

from rapidfuzz import process

from core.errors import ReboundError

MONDAY_TO_FRIDAY: frozenset[int] = frozenset(range(5))
"""Weekdays as `date.weekday()` counts them: Monday is 0."""


class UnknownZone(ReboundError):
    """The name is not in the time zone data; `near` holds the names that may have been meant."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        hint = f"Did you mean {' or '.join(near)}?" if near else "A name looks like Africa/Lusaka."
        super().__init__(f"There is no time zone called {name!r}. {hint}")
        self.near = near


# --- Zones ------------------------------------------------------------------------------------------------


def zone(name: str) -> ZoneInfo:
    """The zone of that exact name, from the `tzdata` package always; raises `UnknownZone`."""
    if name not in zone_names():
        raise UnknownZone(name, zones_like(name))
    return _load(name)


def zone_data_version() -> str:
    """The release of the zone data in use, such as "2026f"."""
    with files("tzdata").joinpath("zoneinfo", "tzdata.zi").open(encoding="ascii") as source:
        return source.readline().split()[-1]


@cache
def zone_names() -> frozenset[str]:
    """All names that `zone` knows. Asking here first keeps "../secret" away from the file system."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def zones_like(words: str, *, limit: int = 3) -> tuple[str, ...]:
    """Zones that "Lusaka", "new york" or "GMT+2" may mean, the likeliest first."""
    asked, places = "_".join(words.casefold().split()), _by_place()
    if exact := zone_called(words) or places.get(asked):
        return (exact,)
    return tuple(places[place] for place, _, _ in process.extract(asked, places.keys(), limit=limit, score_cutoff=80))


def zone_called(words: str) -> str | None:
    """The zone of exactly that name in whatever case, or at that offset ("utc+2")."""
    asked = "_".join(words.casefold().split())
    return _offset_zone(asked) or _by_name().get(asked)


@cache
def _by_name() -> dict[str, str]:
    return {name.casefold(): name for name in zone_names()}


@cache
def _by_place() -> dict[str, str]:
    return {name.rpartition("/")[2].casefold(): name for name in sorted(zone_names()) if "/" in name}


@cache
def _load(name: str) -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as compiled:
        return ZoneInfo.from_file(compiled, key=name)


def _offset_zone(asked: str) -> str | None:
    """The fixed zone for "utc+2": the names in the data count westward, so the sign turns round."""
    sign, hours = asked[3:4], asked[4:]
    if asked[:3] not in ("gmt", "utc") or sign not in ("+", "-") or not hours.isdecimal():
        return None
    name = f"Etc/GMT{'-' if sign == '+' else '+'}{int(hours)}"
    return name if name in zone_names() else None


# --- Days that were written down --------------------------------------------------------------------------

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(9000, 12, 31)
"""Days outside could not be counted on from in every zone."""


def day_in(text: str | None) -> date | None:
    """The day that an ISO date or time begins with; None when there is none that can be counted from."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def moment_in(text: str) -> datetime | None:
    """The ISO time (naive or aware) that a text is; None when it is none that can be counted from."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if FIRST_DAY <= moment.date() <= LAST_DAY else None


# --- Wall time and instants -------------------------------------------------------------------------------


def instant(wall: datetime, where: tzinfo) -> datetime:
    """The instant at which the clocks there show `wall`.

    A time that the clocks skip moves forward by the gap (02:30 becomes 03:30); one shown twice is the first.
    """
    # fold=0 does both: it takes the offset before the change, hence the early one of two and past a gap.
    return wall.replace(tzinfo=where, fold=0).astimezone(UTC)


def local(at: datetime, where: tzinfo) -> datetime:
    """What the clocks there show at that instant, aware; `.date()` and `.time()` are the local ones."""
    return at.astimezone(where)


def days_later(at: datetime, days: int, where: tzinfo) -> datetime:
    """The same time on the clocks there, so many days on; not 24 hours a day where clocks change."""
    return instant(local(at, where).replace(tzinfo=None) + timedelta(days=days), where)


# --- Working days and quiet hours -------------------------------------------------------------------------


def add_working_days(day: date, number: int, working: Set[int] = MONDAY_TO_FRIDAY) -> date:
    """The working day so many after `day` (before it, if negative); with 0, `day` or the next one that is."""
    if not working & frozenset(range(7)):
        raise ValueError("A week needs at least one working day.")
    step = timedelta(days=-1 if number < 0 else 1)
    while day.weekday() not in working:
        # Monday is one working day after Saturday, so with days to count we start from the Friday before.
        day += -step if number else step
    weeks, left = divmod(abs(number), len(working & frozenset(range(7))))
    day += step * 7 * weeks  # whole weeks at once: nobody should wait for a million single steps
    while left:
        day += step
        left -= day.weekday() in working
    return day


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The local hours in which nobody is written to, such as 21:00 to 08:00; none if both are the same."""

    start: time
    end: time

    def covers(self, wall: time) -> bool:
        """Whether that time is quiet; the start is, the end no longer."""
        if self.start <= self.end:
            return self.start <= wall < self.end
        return wall >= self.start or wall < self.end

    def after(self, at: datetime, where: tzinfo) -> datetime:
        """The instant itself, or the end of the quiet hours it falls into."""
        there = local(at, where)
        if not self.covers(there.time().replace(tzinfo=None)):
            return at
        ends_tomorrow = self.start > self.end and there.time() >= self.start
        day = there.date() + timedelta(days=1 if ends_tomorrow else 0)
        return max(at, instant(datetime.combine(day, self.end), where))


# --- Repeated times ---------------------------------------------------------------------------------------


class Frequency(StrEnum):
    """How often a repeated time comes."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Series:
    """A repeated time on the wall clock. Days that a month does not have are its last day."""

    frequency: Frequency
    at: time
    start: date
    """The first day that may count; every `interval` is counted from here."""
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    """For a weekly series; none means the weekday of `start`."""
    month_day: int | None = None
    """For a monthly or yearly series; None means the day of `start`."""
    month: int | None = None
    """For a yearly series; None means the month of `start`."""

    def days(self) -> Iterator[date]:
        """The local days of the series, without end but for the calendar's own."""
        try:
            yield from (day for period in count() for day in self._in_period(period) if day >= self.start)
        except (OverflowError, ValueError):  # past the year 9999
            return

    def instants(self, where: tzinfo, number: int | None = None) -> Iterator[datetime]:
        """The instants of the series there, each once even where the clocks skipped a whole day."""
        before: datetime | None = None
        for day in islice(self.days(), number):
            at = instant(datetime.combine(day, self.at), where)
            if before is None or at > before:
                yield at
            before = at

    def _in_period(self, period: int) -> Iterator[date]:
        """The days of the n-th day, week, month or year that counts."""
        step = period * self.interval
        match self.frequency:
            case Frequency.DAILY:
                yield self.start + timedelta(days=step)
            case Frequency.WEEKLY:
                monday = self.start - timedelta(days=self.start.weekday()) + timedelta(weeks=step)
                for weekday in sorted(self.weekdays or {self.start.weekday()}):
                    yield monday + timedelta(days=weekday)
            case Frequency.MONTHLY:
                years, month = divmod(self.start.month - 1 + step, 12)
                yield self._in_month(self.start.year + years, month + 1)
            case Frequency.YEARLY:
                yield self._in_month(self.start.year + step, self.month or self.start.month)

    def _in_month(self, year: int, month: int) -> date:
        wanted = self.month_day or self.start.day
        return date(year, month, min(wanted, monthrange(year, month)[1]))
