"""Days and stretches of days on the calendar, seen from today and from the open question.

Dates only; hours are `resolution`'s. The rule a newcomer could break: the readings come best first, and a
day that does not exist, or does not fall on the weekday that was said, is no reading.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from core.clock import add_working_days
from core.understanding.times.phrases import (
    Agreeing,
    Amount,
    Away,
    Between,
    Day,
    DayAway,
    Direction,
    Month,
    MonthDay,
    NthOf,
    PartOf,
    Portion,
    Slashed,
    Span,
    Weekday,
    WeekOf,
    Which,
)

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_YEARS_TO_SEARCH = 8
"""The longest wait for a 29 February."""


def is_explicit(day: Day) -> bool:
    """Whether the words fix the day by themselves, so that it may lie on either side of now."""
    match day:
        case Weekday(_, which, weeks, _):
            return which in (Which.NEXT, Which.LAST) or weeks is not None
        case MonthDay(_, _, year, _, months, years):
            return year is not None or months is not None or years is not None
        case Slashed():
            return day.year is not None
        case _:
            return True


def possible_days(day: Day, today: date, direction: Direction, *, day_first: bool | None) -> list[date]:
    """The days that may be meant, the likeliest first."""
    match day:
        case DayAway(days):
            return [today + timedelta(days=days)]
        case Away():
            return [moved(start, day.amount, back=day.back) for start in _starts(day, today, direction, day_first)]
        case Weekday():
            return _weekdays(day, today, direction)
        case MonthDay():
            return _month_days(day, today, direction)
        case Slashed():
            return _slashed(day, today, direction, day_first)
        case NthOf():
            return _nth_of(day, today, direction)
        case Agreeing(first, second):
            agreed = possible_days(second, today, direction, day_first=day_first)
            return [one for one in possible_days(first, today, direction, day_first=day_first) if one in agreed]


def moved(day: date, amount: Amount, *, back: bool = False) -> date:
    """The day so much later or earlier; a day that the month does not have is its last one."""
    sign = -1 if back else 1
    if amount.months:
        years, month = divmod(day.month - 1 + sign * amount.months, 12)
        year = day.year + years
        day = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    day += timedelta(days=sign * amount.days)
    return add_working_days(day, sign * amount.working_days) if amount.working_days else day


def stretches(
    when: Month | Span | Between | WeekOf | PartOf, today: date, direction: Direction
) -> list[tuple[date, date]]:
    """The stretches that may be meant, from the first day to the one behind the last."""
    match when:
        case Month():
            month = _month_start(when, today, direction)
            return [_month_portion(month, when.portion, today)]
        case Span():
            return _spans(when, today, direction)
        case Between():
            return _between(when, today, direction)
        case WeekOf(day):
            mondays = [one - one.weekday() * _DAY for one in possible_days(day, today, direction, day_first=None)[:1]]
            return [(monday, monday + _WEEK) for monday in mondays]
        case PartOf():
            return _part_of(when, today, direction)


# --- Single days ------------------------------------------------------------------------------------------


def _starts(away: Away, today: date, direction: Direction, day_first: bool | None) -> list[date]:
    return [today] if away.start is None else possible_days(away.start, today, direction, day_first=day_first)


def _weekdays(said: Weekday, today: date, direction: Direction) -> list[date]:
    this_week = today + timedelta(days=said.day - today.weekday())
    after = today + timedelta(days=(said.day - today.weekday() - 1) % 7 + 1)
    before = after - _WEEK if after - _WEEK < today else after - 2 * _WEEK
    todays = [today] if this_week == today else []
    if said.weeks is not None:
        return [this_week + said.weeks * _WEEK]
    match said.which:
        case Which.NEXT:
            return _distinct(this_week + _WEEK, after)
        case Which.LAST:
            return _distinct(before, this_week - _WEEK)
        case Which.THIS:
            return todays or [after if direction is Direction.FUTURE else before]
        case Which.NEAREST if direction is Direction.FUTURE:
            # On a Thursday, Thursday is next week's: today would have been called today.
            return [after + (said.turn - 1) * _WEEK, *(todays if said.turn == 1 else ())]
        case _:
            return [before, *todays]


def _month_days(said: MonthDay, today: date, direction: Direction) -> list[date]:
    if said.year is not None:
        return _as_said(said, [(said.year, said.month or today.month)])
    if said.months is not None:
        return _as_said(said, [_month_away(today, said.months)])
    if said.years is not None:
        return _as_said(said, [(today.year + said.years, said.month or today.month)])
    step = 1 if direction is Direction.FUTURE else -1
    if said.month is None:
        months = [_month_away(today, step * n) for n in range(13)]
    else:
        months = [(today.year + step * n, said.month) for n in range(_YEARS_TO_SEARCH + 1)]
    existing = [day for day in _existing(said.day, months) if (day - today).days * step >= 0]
    # "Monday 21" may be some months away; "Friday 15 March" that is no Friday this time is a mistake.
    reach = existing if said.month is None else existing[:1]
    return [day for day in reach if said.weekday in (None, day.weekday())][:1]


def _as_said(said: MonthDay, months: list[tuple[int, int]]) -> list[date]:
    return [day for day in _existing(said.day, months) if said.weekday in (None, day.weekday())]


def _existing(day: int, months: list[tuple[int, int]]) -> Iterator[date]:
    for year, month in months:
        if 1 <= day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def _slashed(said: Slashed, today: date, direction: Direction, day_first: bool | None) -> list[date]:
    """Both readings where the locale does not say, the nearer to today first."""
    orders = [(said.second, said.first), (said.first, said.second)]
    if said.is_dotted and said.weekday is None:
        day_first = True
    if day_first is not None:
        orders = [orders[1] if day_first else orders[0]]
    days: list[date] = []
    for day, month in orders:
        if 1 <= month <= 12:
            days += _month_days(MonthDay(day, month, said.year, said.weekday), today, direction)
    if said.year is None and day_first is None:
        days.sort(key=lambda day: abs(day - today))
    return _distinct(*days)


def _nth_of(said: NthOf, today: date, direction: Direction) -> list[date]:
    days = _days_of(said.month, today, direction)
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday]
    place = said.nth - 1 if said.nth > 0 else said.nth
    return [days[place]] if place < len(days) else []


def _days_of(month: Month | Span, today: date, direction: Direction) -> list[date]:
    if isinstance(month, Month):
        start = _month_start(month, today, direction)
    else:
        start = date(*_month_away(today, month.shift), 1)
    return [start + n * _DAY for n in range(monthrange(start.year, start.month)[1])]


# --- Stretches --------------------------------------------------------------------------------------------


def _spans(said: Span, today: date, direction: Direction) -> list[tuple[date, date]]:
    monday = today - timedelta(days=today.weekday()) + said.shift * _WEEK
    match said.unit:
        case "week":
            return [_week_portion(monday, said.portion, today)]
        case "weekend":
            if said.shift == 0 and direction is Direction.PAST and today.weekday() < 5:
                monday -= _WEEK
            weekends = [(monday + 5 * _DAY, monday + 7 * _DAY)]
            if said.shift == 1 and today.weekday() < 5:
                weekends.append((monday - 2 * _DAY, monday))
            return weekends
        case "month":
            return [_month_portion(date(*_month_away(today, said.shift), 1), said.portion, today)]
        case _:
            return [_year_portion(today.year + said.shift, said.portion, today)]


def _week_portion(monday: date, portion: Portion, today: date) -> tuple[date, date]:
    """The end of a week is its Friday, where people mean by it what is still to be done."""
    first, last = {
        Portion.WHOLE: (0, 7),
        Portion.EARLY: (0, 2),
        Portion.MIDDLE: (2, 4),
        Portion.LATE: (4, 5),
        Portion.LATER: (3, 7),
        Portion.EARLIER: (0, 7),
        Portion.REST: (0, 7),
        Portion.WORKING: (0, 5),
    }[portion]
    start = monday + first * _DAY
    if portion is Portion.LATER:
        start = max(start, today + _DAY)
    elif portion is Portion.REST:
        start = max(start, today)
    behind = monday + last * _DAY
    return start, min(behind, today + _DAY) if portion is Portion.EARLIER else behind


def _month_portion(first: date, portion: Portion, today: date) -> tuple[date, date]:
    after = date(*_month_away(first, 1), 1)
    match portion:
        case Portion.EARLY:
            return first, first + _WEEK
        case Portion.MIDDLE:
            return first.replace(day=12), first.replace(day=19)
        case Portion.LATE:
            return after - 5 * _DAY, after
        case Portion.LATER:
            return max(first, today + _DAY), after
        case Portion.EARLIER:
            return first, min(after, today + _DAY)
        case Portion.REST:
            return max(first, today), after
        case _:
            return first, after


def _year_portion(year: int, portion: Portion, today: date) -> tuple[date, date]:
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    match portion:
        case Portion.EARLY:
            return first, date(year, 3, 1)
        case Portion.MIDDLE:
            return date(year, 6, 1), date(year, 8, 1)
        case Portion.LATE:
            return date(year, 12, 1), after
        case Portion.LATER:
            return max(first, today + _DAY), after
        case Portion.EARLIER:
            return first, min(after, today + _DAY)
        case Portion.REST:
            return max(first, today), after
        case _:
            return first, after


def _between(said: Between, today: date, direction: Direction) -> list[tuple[date, date]]:
    """From a day to the first such day behind it."""
    firsts = possible_days(said.first, today, direction, day_first=None)
    if not firsts:
        return []
    first = firsts[0]
    lasts = possible_days(said.last, first, Direction.FUTURE, day_first=None)
    return [(first, lasts[0] + _DAY)] if lasts and lasts[0] > first else []


def _part_of(said: PartOf, today: date, direction: Direction) -> list[tuple[date, date]]:
    """Weeks are counted from the first of the month, or back from its last day; the middle of the month halves it."""
    days = _days_of(said.month, today, direction)
    behind = days[-1] + _DAY
    starts = [0, 7, 14, 21] if said.unit == "week" else [0, 15]
    if said.nth < 0:
        return [(days[-7] if said.unit == "week" else days[15], behind)]
    if said.nth > len(starts):
        return []
    ends = [*starts[1:], 28 if said.unit == "week" else len(days)]
    return [(days[starts[said.nth - 1]], days[0] + ends[said.nth - 1] * _DAY)]


# --- Months -----------------------------------------------------------------------------------------------


def _month_start(said: Month, today: date, direction: Direction) -> date:
    """Its first day: the month that runs, else the one to come, or gone if that is asked for."""
    if said.year is not None:
        return date(said.year, said.number, 1)
    if said.years is not None:
        return date(today.year + said.years, said.number, 1)
    this_year = date(today.year, said.number, 1)
    runs = said.number == today.month
    looks_back = said.which is Which.LAST or (said.which is Which.NEAREST and direction is Direction.PAST)
    if runs and said.which in (Which.NEAREST, Which.THIS):
        return this_year
    if looks_back:
        return this_year if this_year < today and not runs else this_year.replace(year=today.year - 1)
    return this_year if this_year > today else this_year.replace(year=today.year + 1)


def _month_away(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def _distinct(*days: date) -> list[date]:
    return list(dict.fromkeys(days))
