"""The pieces of a time expression, and how two make one: "Tuesday" and "the 24th", "tomorrow" and "at 5".

The rule a newcomer could break: two pieces that cannot both be true make none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.understanding.times.found import Strength
from core.understanding.times.phrases import (
    Agreeing,
    Away,
    Between,
    Clock,
    Day,
    DayAway,
    DayPart,
    Direction,
    Month,
    MonthDay,
    Part,
    Portion,
    Repeat,
    Slashed,
    Span,
    Weekday,
    When,
    Which,
)


def names_day(when: When | None) -> bool:
    """Whether an hour may stand beside it: a day, and what is left of today."""
    return isinstance(when, Day) or (isinstance(when, Span) and when.unit == "day")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a phrase, from token `begin` to before token `end`."""

    begin: int
    end: int
    strength: Strength = Strength.STRONG
    when: When | None = None
    clock: Clock | None = None
    until: Clock | None = None
    part: DayPart | None = None
    repeat: Repeat | None = None
    lean: Direction | None = None
    is_refused: bool = False
    """A time that we see but cannot read; it takes what it touches with it."""


def joined(first: Piece, second: Piece) -> Piece | None:
    """Both as one piece, or None when they contradict each other."""
    days_agree, when = _one_when(first, second)
    if (
        first.is_refused
        or second.is_refused
        or not days_agree
        or (first.clock and second.clock)
        or (first.repeat and second.repeat and not _one_repeat(first.repeat, second.repeat))
    ):
        return None
    if first.part and second.part and not _one_part(first.part, second.part):
        return None
    repeat = first.repeat or second.repeat
    if first.repeat and second.repeat:
        repeat = _one_repeat(first.repeat, second.repeat)
    if repeat and when:
        repeat, when = _repeat_on(repeat, when), None
        if repeat is None:
            return None
    return Piece(
        first.begin,
        second.end,
        _strength(first, second),
        when,
        first.clock or second.clock,
        first.until or second.until,
        _closer(first.part, second.part),
        repeat,
        first.lean or second.lean,
    )


def _one_repeat(first: Repeat, second: Repeat) -> Repeat | None:
    """Weekly, on Mondays."""
    told_by_both = first.frequency == second.frequency == "weekly" and not first.weekdays and second.weekdays
    return replace(first, weekdays=second.weekdays) if told_by_both else None


def _repeat_on(repeat: Repeat, when: When) -> Repeat | None:
    """Every week on Monday, every month on the first."""
    match repeat.frequency, when:
        case "weekly", Weekday(day, Which.NEAREST) if not repeat.weekdays:
            return replace(repeat, weekdays=(day,))
        case "weekly", Between(Weekday(first), Weekday(last)) if not repeat.weekdays and first < last:
            return replace(repeat, weekdays=tuple(range(first, last + 1)))
        case "daily", Between(Weekday(first), Weekday(last)) if repeat.interval == 1 and first < last:
            return Repeat("weekly", weekdays=tuple(range(first, last + 1)))
        case "monthly", MonthDay(day, None, None) if not repeat.month_days:
            return replace(repeat, month_days=(day,))
        case _:
            return None


def _strength(first: Piece, second: Piece) -> Strength:
    """Two doubtful words that fit together are no chance: "Mon 13th"."""
    both_weak = first.strength is second.strength is Strength.WEAK
    return Strength.STRONG if both_weak else max(first.strength, second.strength)


def _one_part(first: DayPart, second: DayPart) -> bool:
    """Whether both may be meant: tonight is an evening too."""
    return first.part is second.part or {first.part, second.part} == {Part.EVENING, Part.NIGHT}


def _closer(first: DayPart | None, second: DayPart | None) -> DayPart | None:
    """The part of the day that says more."""
    if first and second:
        return second if first.portion is Portion.WHOLE else first
    return first or second


def _one_when(first: Piece, second: Piece) -> tuple[bool, When | None]:
    """Whether the days of both go together, and the day that they tell together."""
    if first.when is None or second.when is None:
        return True, first.when or second.when
    joined = _one_day(first.when, second.when) or _one_day(second.when, first.when)
    return joined is not None, joined


def _one_day(one: When, other: When) -> When | None:
    """Tuesday + the 24th, friday + next week, the 20th + next month, tomorrow + Wednesday."""
    match one, other:
        case Weekday(day, _, None, 1), MonthDay(weekday=None) | Slashed(weekday=None):
            return replace(other, weekday=day)
        case Weekday(day, Which.NEAREST, None, 1), Span("week", shift, Portion.WHOLE):
            return Weekday(day, weeks=shift)
        case Weekday(5 | 6 as day, Which.NEAREST, None, 1), Span("weekend", shift):
            return Weekday(day, weeks=shift)
        case MonthDay(month=None, months=None), Span("month", shift, Portion.WHOLE):
            return replace(one, months=shift)
        case Month(year=None, which=Which.NEAREST), Span("year", shift, Portion.WHOLE):
            return replace(one, years=shift)
        case MonthDay(month=int(), year=None), Span("year", shift, Portion.WHOLE):
            return replace(one, years=shift)
        case DayAway(0), Away(amount, False, None) if amount.seconds:
            return other
        case DayAway() | Away(), Weekday() | MonthDay() | Slashed():
            return Agreeing(one, other)
        case _:
            return None
