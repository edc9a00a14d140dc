"""From a phrase to a moment: which Tuesday, which 5 o'clock, seen from now and from the open question.

The rule a newcomer could break: a moment never lies on the wrong side of now unless the words themselves
name its day ("yesterday", a date with its year); `None` is a good answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from core.clock import Frequency, Series, instant
from core.understanding.times.dates import is_explicit, moved, possible_days, stretches
from core.understanding.times.phrases import (
    Amount,
    Away,
    Between,
    Clock,
    Day,
    DayAway,
    DayPart,
    Direction,
    Kind,
    Moment,
    Month,
    Now,
    Part,
    PartOf,
    Portion,
    Repeat,
    Rule,
    Some,
    Span,
    TimePhrase,
    Weekday,
    WeekOf,
    Within,
)

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_READINGS = 4
_WAKING = range(6, 23)
_DAY = timedelta(days=1)


def resolve(phrase: TimePhrase, now: datetime, direction: Direction, *, day_first: bool | None = None) -> Moment | None:
    """The moment that the phrase means, or None when it means none on that side of now.

    `now` is aware and local, and the moment is in its zone. `day_first` tells how the person writes 3/4.
    """
    if phrase.lean not in (None, direction) and not (isinstance(phrase.when, Away) and phrase.when.back):
        return None
    seen = _Seen(now.replace(second=0, microsecond=0), direction, day_first)
    try:
        first, *others = islice(_moments(phrase, seen), _MOST_READINGS)
    except (OverflowError, ValueError):  # no reading, or one beyond the calendar
        return None
    return replace(first, also=tuple(other for other in others if other != first))


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where we stand and which way we look."""

    now: datetime
    direction: Direction
    day_first: bool | None

    @property
    def wall(self) -> datetime:
        return self.now.replace(tzinfo=None)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def looks_ahead(self) -> bool:
        return self.direction is Direction.FUTURE

    def days(self, day: Day) -> list[date]:
        return possible_days(day, self.today, self.direction, day_first=self.day_first)

    def at(self, wall: datetime) -> datetime:
        """The wall time as an aware one of this zone; one that the clocks skip moves past the gap."""
        zone = self.now.tzinfo or UTC
        return instant(wall, zone).astimezone(zone)


def _moments(phrase: TimePhrase, seen: _Seen) -> Iterator[Moment]:
    """All readings, the likeliest first."""
    if phrase.clock and phrase.clock.is_now:
        phrase = replace(phrase, clock=Clock(seen.now.hour, seen.now.minute), when=phrase.when or DayAway(0))
    if phrase.repeat:
        yield from _recurrence(phrase.repeat, phrase.clock, phrase.part, seen)
        return
    match phrase.when:
        case None:
            yield from _without_day(phrase, seen)
        case Away(amount, back) if amount.seconds:
            yield from _elapsed(phrase, amount, seen, back=back)
        case Now():
            yield Moment(Kind.INSTANT, seen.now)
        case Within(amount, back):
            yield from _within(phrase, _later(seen, amount, back=back), seen)
        case Some():
            yield from _some(phrase, phrase.when, seen)
        case Span("day", _, portion):
            yield from _rest_of_today(phrase, portion, seen)
        case Month() | Span() | Between() | WeekOf() | PartOf() as stretch:
            yield from _stretch(phrase, stretch, seen)
        case day:
            yield from _on_a_day(phrase, day, seen)


# --- With a day -------------------------------------------------------------------------------------------


def _on_a_day(phrase: TimePhrase, day: Day, seen: _Seen) -> Iterator[Moment]:
    if phrase.clock and phrase.clock.is_bare and not phrase.part and _may_be_the_date(phrase.clock, day, seen):
        return
    explicit = is_explicit(day)
    found = list(_of_days(phrase, seen.days(day), seen))
    on_side = [moment for moment in found if _is_on_side(moment, seen)]
    yield from on_side
    if explicit and not on_side:
        yield from found


def _may_be_the_date(clock: Clock, said: Day, seen: _Seen) -> bool:
    """Whether "Thursday 12" may be Thursday the 12th, one of the Thursdays around."""
    if not isinstance(said, Weekday):
        return False
    near = (seen.today + n * _DAY for n in range(-31, 32))
    return any(day.weekday() == said.day and day.day == clock.hour for day in near)


def _of_days(phrase: TimePhrase, days: list[date], seen: _Seen) -> Iterator[Moment]:
    for day in days:
        midnight = datetime.combine(day, time())
        if phrase.clock and phrase.until:
            for start, end in _ranges(phrase.clock, phrase.until, phrase.part):
                yield Moment(Kind.WINDOW, seen.at(midnight + start), seen.at(midnight + end))
        elif phrase.clock:
            for reading in _readings(phrase.clock, phrase.part):
                yield Moment(Kind.INSTANT, seen.at(midnight + reading))
        elif phrase.part:
            yield _day_part(phrase.part, day, seen)
        else:
            yield Moment(Kind.DATE, seen.at(midnight))


def _is_on_side(moment: Moment, seen: _Seen) -> bool:
    if moment.kind is Kind.DATE:
        day = moment.start.date()
        return day >= seen.today if seen.looks_ahead else day <= seen.today
    return _wall_is_on_side(moment, seen)


def _wall_is_on_side(moment: Moment, seen: _Seen) -> bool:
    end = moment.end or moment.start
    if seen.looks_ahead:
        return end > seen.now if moment.end else moment.start >= seen.now
    return moment.start <= seen.now


def _day_part(said: DayPart, day: date, seen: _Seen) -> Moment:
    first, last = (timedelta(hours=hour) for hour in said.part.value)
    third = (last - first) / 3
    match said.portion:
        case Portion.EARLY:
            last = first + third
        case Portion.MIDDLE:
            first, last = first + third, last - third
        case Portion.LATE:
            first = last - third
        case _:
            pass
    midnight = datetime.combine(day, time())
    return Moment(Kind.DAYPART, seen.at(midnight + first), seen.at(midnight + last))


# --- The clock --------------------------------------------------------------------------------------------


def _readings(clock: Clock, part: DayPart | None) -> list[timedelta]:
    """The hours that may be meant, counted from midnight of the day, the likelier first."""
    minute = timedelta(minutes=clock.minute)
    if part:
        hours = [hour for hour in _half_days(clock) if hour in _HOURS_OF[part.part]]
        return [timedelta(hours=hour) + minute for hour in hours[:1]]
    if clock.is_midnight:
        return [timedelta(hours=24), timedelta()]
    return [timedelta(hours=hour) + minute for hour in _by_likelihood(clock)]


_HOURS_OF = {
    Part.MORNING: range(13),
    Part.LUNCH: range(11, 15),
    Part.AFTERNOON: range(12, 20),
    Part.EVENING: range(16, 25),
    Part.NIGHT: range(18, 25),
    Part.SMALL_HOURS: range(7),
    Part.DAYTIME: range(7, 20),
}
"""Which hours fit a part of the day; those from 24 on belong to its night and are the next day's."""


def _half_days(clock: Clock) -> list[int]:
    """The hours that the clock may show, as hours of this day and of the night behind it."""
    if clock.is_midnight:
        return [24]
    hours = [clock.hour % 12, clock.hour % 12 + 12] if clock.is_open else [clock.hour]
    return hours + [hour + 24 for hour in hours]


def _by_likelihood(clock: Clock) -> list[int]:
    """Nobody is reminded or interviewed at 5 in the morning unless they say so."""
    if not clock.is_open:
        return [clock.hour]
    early, late = clock.hour % 12, clock.hour % 12 + 12
    return [early, late] if early >= 7 else [late, early]


def _ranges(first: Clock, last: Clock, part: DayPart | None) -> Iterator[tuple[timedelta, timedelta]]:
    for start in _readings(first, part)[:1]:
        hours = [hour for hour in _half_days(last) if timedelta(hours=hour, minutes=last.minute) > start]
        if hours:
            yield start, timedelta(hours=min(hours), minutes=last.minute)


def _without_day(phrase: TimePhrase, seen: _Seen) -> Iterator[Moment]:
    """The next such time, or the latest: on the days around today, the waking hours before the others."""
    days = [seen.today + n * _DAY for n in (-1, 0, 1)]
    in_part = phrase.part is not None and phrase.part.portion is not Portion.WHOLE  # late today may be now
    found = [
        moment
        for moment in _of_days(phrase, days, seen)
        if _has_begun(moment, seen, named_in_part=in_part) is not seen.looks_ahead
    ]
    found.sort(key=lambda moment: moment.start, reverse=not seen.looks_ahead)
    if not found or not phrase.clock:
        yield from found[:1]
        return
    one_day = [moment for moment in found if abs(moment.start - found[0].start) < _DAY]
    yield from sorted(one_day, key=lambda moment: phrase.clock is not None and _is_asleep(phrase.clock, moment))


def _has_begun(moment: Moment, seen: _Seen, *, named_in_part: bool) -> bool:
    """Whether it is over now, or under way: "in the daytime", said by day, looks to tomorrow."""
    if moment.end and named_in_part:
        return moment.start <= seen.now if not seen.looks_ahead else moment.end <= seen.now
    return moment.start <= seen.now if not seen.looks_ahead or moment.end else moment.start < seen.now


def _is_asleep(clock: Clock, moment: Moment) -> bool:
    return clock.is_open and moment.start.hour not in _WAKING


# --- Lengths of time --------------------------------------------------------------------------------------


def _later(seen: _Seen, amount: Amount, *, back: bool) -> datetime:
    """Now and the amount: calendar days keep the wall time, hours are elapsed time."""
    day = moved(seen.today, amount, back=back)
    wall = seen.at(datetime.combine(day, seen.wall.time()))
    seconds = timedelta(seconds=-amount.seconds if back else amount.seconds)
    return (wall.astimezone(UTC) + seconds).astimezone(wall.tzinfo)


def _elapsed(phrase: TimePhrase, amount: Amount, seen: _Seen, *, back: bool) -> Iterator[Moment]:
    if not phrase.clock and not phrase.part:
        at = _later(seen, amount, back=back)
        yield Moment(Kind.INSTANT, at.replace(second=0, microsecond=0))


def _within(phrase: TimePhrase, other: datetime, seen: _Seen) -> Iterator[Moment]:
    if not phrase.clock and not phrase.part:
        yield Moment(Kind.WINDOW, min(seen.now, other), max(seen.now, other))


def _some(phrase: TimePhrase, said: Some, seen: _Seen) -> Iterator[Moment]:
    if phrase.clock or phrase.part:
        return
    ends = sorted(_later(seen, amount, back=said.back) for amount in (said.least, said.most))
    yield Moment(Kind.WINDOW, ends[0], ends[1])


# --- Stretches and repetitions ----------------------------------------------------------------------------


def _rest_of_today(phrase: TimePhrase, portion: Portion, seen: _Seen) -> Iterator[Moment]:
    if phrase.clock or phrase.part:
        return
    midnight = seen.at(datetime.combine(seen.today, time()))
    if portion is Portion.EARLY:
        yield Moment(Kind.WINDOW, midnight, seen.now)
    else:
        yield Moment(Kind.WINDOW, seen.now, seen.at(datetime.combine(seen.today + _DAY, time())))


def _stretch(phrase: TimePhrase, said: Month | Span | Between | WeekOf | PartOf, seen: _Seen) -> Iterator[Moment]:
    """A week has no hour: "next week at 5" is refused rather than guessed."""
    if phrase.clock or phrase.part:
        return
    for first, behind in stretches(said, seen.today, seen.direction):
        if first >= behind:
            continue
        start, end = (seen.at(datetime.combine(day, time())) for day in (first, behind))
        window = Moment(Kind.WINDOW, start, end)
        if (isinstance(said, Span) and said.shift) or _wall_is_on_side(window, seen):
            yield window


def _recurrence(said: Repeat, clock: Clock | None, part: DayPart | None, seen: _Seen) -> Iterator[Moment]:
    """A repeated time is always one to come."""
    readings = _readings(clock, part) if clock else [None]
    for reading in readings if seen.looks_ahead else ():
        at = time(*divmod(int((reading or timedelta()).total_seconds()) // 60 % (24 * 60), 60))
        start = _first_time(said, at, is_timed=reading is not None, seen=seen)
        codes = tuple(_CODES[day] for day in said.weekdays)
        shown = at.strftime("%H:%M") if reading is not None else None
        yield Moment(
            Kind.RECURRENCE,
            start,
            rule=Rule(said.frequency, said.interval, codes, said.month_days, shown),
        )


def _first_time(said: Repeat, at: time, *, is_timed: bool, seen: _Seen) -> datetime:
    weekdays = frozenset(said.weekdays)
    firsts: list[datetime] = []
    for month_day in said.month_days or (None,):
        series = Series(Frequency(said.frequency), at, seen.today, weekdays=weekdays, month_day=month_day)
        times = (seen.at(datetime.combine(day, at)) for day in series.days())
        firsts.append(next(when for when in times if when > seen.now or not is_timed))
    return min(firsts)
