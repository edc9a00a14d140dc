"""What a time expression means before anybody knows what day it is.

Only values belong here. The rule a newcomer could break: nothing in this file knows `now`; a phrase read
today and resolved tomorrow must still be right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import TypeAlias


class Direction(StrEnum):
    """Which way the open question looks: "when was it?" or "when shall I remind you?"."""

    FUTURE = "future"
    PAST = "past"


class Kind(StrEnum):
    """How exact a moment is."""

    INSTANT = "instant"
    DATE = "date"
    DAYPART = "daypart"
    WINDOW = "window"
    RECURRENCE = "recurrence"


class Part(Enum):
    """A part of the day, with the hours from and to which it is meant."""

    MORNING = (6, 12)
    LUNCH = (12, 14)
    AFTERNOON = (12, 18)
    EVENING = (17, 22)
    NIGHT = (20, 24)
    DAYTIME = (8, 18)
    SMALL_HOURS = (1, 5)


class Portion(Enum):
    """Which piece of a day part, a week, a month or a year."""

    WHOLE = "whole"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    LATER = "later"
    """What is left of it, but not right now."""
    REST = "rest"
    """What is left of it from now on."""
    EARLIER = "earlier"
    """What is gone of it up to now."""
    WORKING = "working"


class Which(Enum):
    """Which one of the many Tuesdays, or Marches."""

    NEAREST = "nearest"
    THIS = "this"
    NEXT = "next"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time; seconds are elapsed time, the rest is counted on the calendar."""

    seconds: int = 0
    days: int = 0
    months: int = 0
    working_days: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            self.seconds + other.seconds,
            self.days + other.days,
            self.months + other.months,
            self.working_days + other.working_days,
        )


@dataclass(frozen=True, slots=True)
class DayAway:
    """Today (0), tomorrow (1), yesterday (-1)."""

    days: int


@dataclass(frozen=True, slots=True)
class Now:
    """This very minute."""


@dataclass(frozen=True, slots=True)
class Away:
    """In two hours, three weeks ago, two days after next Friday (`start`)."""

    amount: Amount
    back: bool = False
    start: Day | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """Friday, next Friday, Friday of next week (`weeks` 1), Friday after next (`turn` 2)."""

    day: int
    which: Which = Which.NEAREST
    weeks: int | None = None
    turn: int = 1


@dataclass(frozen=True, slots=True)
class MonthDay:
    """The 24th, 24 November, Tuesday the 24th, the 24th of next month (`months` 1), 24 November next year (`years`)."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    months: int | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Slashed:
    """3/4: the third of April or the fourth of March, as the locale or the weekday says."""

    first: int
    second: int
    year: int | None = None
    weekday: int | None = None
    is_dotted: bool = False
    """Written 3.4., which is the third of April wherever it is written."""


@dataclass(frozen=True, slots=True)
class NthOf:
    """The first Tuesday of October, the last day (`weekday` None) of next month; the last is -1."""

    nth: int
    weekday: int | None
    month: Month | Span


@dataclass(frozen=True, slots=True)
class Agreeing:
    """Tomorrow, Wednesday: said twice, so both must mean the same day."""

    first: Day
    second: Day


Day: TypeAlias = DayAway | Away | Weekday | MonthDay | Slashed | NthOf | Agreeing


@dataclass(frozen=True, slots=True)
class Month:
    """In March, mid December, March 2027, next March, March next year (`years`)."""

    number: int
    year: int | None = None
    which: Which = Which.NEAREST
    portion: Portion = Portion.WHOLE
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """This week (0), end of next month (1), last year (-1), the weekend."""

    unit: str
    shift: int = 0
    portion: Portion = Portion.WHOLE


@dataclass(frozen=True, slots=True)
class Within:
    """Within two weeks, in the last three days."""

    amount: Amount
    back: bool = False


@dataclass(frozen=True, slots=True)
class Some:
    """In two to three weeks, a few hours ago."""

    least: Amount
    most: Amount
    back: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """Monday to Wednesday."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week of 7 December."""

    day: Day


@dataclass(frozen=True, slots=True)
class PartOf:
    """The second week, or half, of February; the last is -1."""

    nth: int
    unit: str
    month: Month | Span


Stretch: TypeAlias = Now | Month | Span | Within | Some | Between | WeekOf | PartOf
When: TypeAlias = Day | Stretch


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the clock; an open one may be twelve hours later ("at 5")."""

    hour: int
    minute: int = 0
    is_open: bool = False
    is_midnight: bool = False
    """Said as "midnight": the one at the end of today."""
    is_bare: bool = False
    """A mere number behind a day: "Thursday 12" is twelve o'clock unless Thursday is the 12th."""
    is_now: bool = False
    """This time: the hour that it is when somebody says so."""


@dataclass(frozen=True, slots=True)
class DayPart:
    """The morning, late in the evening."""

    part: Part
    portion: Portion = Portion.WHOLE


@dataclass(frozen=True, slots=True)
class Repeat:
    """Every day, every other Friday, every month on the first."""

    frequency: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression as read: where it stands in the text, what it says; `resolve` makes it a moment."""

    start: int
    end: int
    when: When | None = None
    clock: Clock | None = None
    until: Clock | None = None
    part: DayPart | None = None
    repeat: Repeat | None = None
    lean: Direction | None = None
    """What the words themselves say: "ago" and "since" look back, "in two days" and "by" look ahead."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A repeated time, by names that calendars use; `time` is local and None where it was not said."""

    freq: str
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()
    time: str | None = None

    def as_dict(self) -> dict[str, object]:
        """For JSON: what was not said is left out."""
        parts = {"byday": list(self.byday), "bymonthday": list(self.bymonthday), "time": self.time}
        return {"freq": self.freq, "interval": self.interval} | {name: part for name, part in parts.items() if part}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression in the person's own calendar: aware local times, to the minute."""

    kind: Kind
    start: datetime
    """Of a date: its midnight. Of a recurrence: its first time, or first day."""
    end: datetime | None = None
    """For a day part and a window; the end itself no longer belongs to it."""
    rule: Rule | None = None
    also: tuple[Moment, ...] = ()
    """What else the same words may mean, the likelier first; worth a question when the stakes are high."""
