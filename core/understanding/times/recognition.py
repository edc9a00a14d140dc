"""What piece of a time expression begins at a place in a line.

The order of the readers is the grammar's only priority. The rule a newcomer could break: a piece may
depend on what stands beside it, never on what has not been read yet.
"""

from __future__ import annotations

from dataclasses import replace

from core.understanding.times import counted, days, stretches
from core.understanding.times.clocks import BEHIND_A_CLOCK, clock, day_part, is_elsewhere
from core.understanding.times.digits import bare_hour, dotted, half, is_year, three_digits
from core.understanding.times.found import Found, Strength
from core.understanding.times.phrases import (
    Amount,
    Away,
    Clock,
    Day,
    DayAway,
    DayPart,
    Direction,
    MonthDay,
    Part,
    Portion,
    Span,
    Weekday,
    When,
)
from core.understanding.times.pieces import Piece, names_day
from core.understanding.times.ranges import clock_range
from core.understanding.times.repeats import repeat
from core.understanding.times.telling import is_told_of_the_past
from core.understanding.times.tokens import NOTHING, Line, once
from core.understanding.times.words import BEGINNINGS, LABELS, MONTHS, NUMBERS, WEEKDAYS, words

_LOOKS_AHEAD = words("by until till til before")
_BEFORE_A_DATE = words("by before until till around about from")
_ASKS = words("me remind reminder alarm wake nudge ping alert")
_ASKS_US = words("remind rmd reminder alarm wake nudge ping alert message text buzz")
_DAYS_NAMED = words("tonight today tomorrow") | WEEKDAYS.keys()
_COUNTS = LABELS | words(
    "have has had got get need want are were did do does with only just all another these those any no my of in to"
    " and or"
)
_SAYS_ABOUT = words("say like maybe perhaps probably ,")
_ENDS_A_HALF = words(". , ! ? please pls") | {NOTHING}
_READERS = (
    stretches.now,
    stretches.today,
    days.near_today,
    stretches.nth_of,
    stretches.week_of,
    counted.counted,
    counted.ahead,
    counted.the_one_after,
    days.holiday,
    days.weekday,
    days.days_of_a_month,
    days.written,
    days.month_day,
    stretches.stretch,
)
_READERS_OF_NUMBERS = (stretches.nth_of, counted.counted, days.days_of_a_month, days.written, days.month_day)
"""Those that a number may begin, in the same order."""


@once
def when(line: Line, i: int) -> Found | None:
    """The day or stretch that begins there; the longest sense of the same words comes first."""
    for reader in _READERS_OF_NUMBERS if line[i].kind == "number" else _READERS:
        if found := reader(line, i):
            return found
    return None


def piece_at(line: Line, i: int, beside: Piece | None = None) -> Piece | None:
    """What begins at that place: a repetition, a range of hours, a day, a time, a part of the day."""
    if line[i].text not in BEGINNINGS and line[i].kind != "number" and line[i].raw not in BEGINNINGS:
        return None
    if repeated := repeat(line, i):
        return Piece(i, repeated[2], repeat=repeated[0], part=repeated[1])
    if at_this_time := _this_time(line, i, beside):
        return at_this_time
    if hours := _hours_piece(line, i, beside):
        return hours
    if beside and (pointed := dotted(line, i)) and _may_be_hour(line, i, pointed[0], beside):
        return Piece(i, pointed[1], clock=pointed[0])
    if found := when(line, i):
        lean = found.lean or _lean(line, i)
        return Piece(i, found.end, found.strength, when=found.when, part=found.part, lean=lean)
    return _part_piece(line, i, beside) or _bare_piece(line, i, beside)


def _this_time(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """This time tomorrow, the same time next week, tomorrow at the same time; the hour that it is now."""
    j = line.past(i, ("at", "the"))
    if line[j].text not in ("this", "same") or not line.says(j + 1, "time"):
        return None
    clock = Clock(0, is_now=True)
    if beside and not beside.clock and names_day(beside.when):
        return Piece(i, j + 2, clock=clock)
    found = when(line, line.past(j + 2, ("on",)))
    day = found and _day_so_far_away(found.when)
    return Piece(i, found.end, when=day, clock=clock) if found and day else None


def _day_so_far_away(said: When) -> Day | None:
    """Next week at this time is a day in seven days; other stretches have none."""
    if isinstance(said, Span) and said.unit in ("week", "month", "year") and said.portion is Portion.WHOLE:
        shift = abs(said.shift) * (12 if said.unit == "year" else 1)
        amount = Amount(days=7 * shift) if said.unit == "week" else Amount(months=shift)
        return Away(amount, back=said.shift < 0)
    return said if isinstance(said, Day) else None


def _may_be_hour(line: Line, i: int, pointed: Clock, beside: Piece) -> bool:
    """Whether 18.30 is an hour here: beside a day, but not in "10.1 - 10.12" nor in "Sunday 15.10."."""
    if beside.clock or beside.strength is Strength.BARE:
        return False
    day_behind = isinstance(beside.when, Weekday) and line.says(i + 1, ".") and line[i + 1].glued
    return not (day_behind and 1 <= pointed.minute <= 12)


def _hours_piece(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """One time on the clock or two; refused, if the clock is another place's."""
    hours = clock_range(line, i, announced=_is_day_only(beside))
    if hours and not _is_date_rather(line, i, hours[2]):
        first, last, end = hours
        # "From 1 to 10" may be a scale.
        is_scale = first.hour == 1 and last.hour in (5, 10)
        doubtful = Strength.BARE if is_scale else Strength.WEAK
        strength = doubtful if first.is_open and last.is_open else Strength.STRONG
        return Piece(i, end, strength, clock=first, until=last, is_refused=is_elsewhere(line, end))
    said = clock(line, i)
    if not said or _is_date_rather(line, i, said[1]):
        return None
    return Piece(i, said[1], clock=said[0], lean=_lean(line, i), is_refused=is_elsewhere(line, said[1]))


def _is_day_only(piece: Piece | None) -> bool:
    return piece is not None and names_day(piece.when) and not piece.clock


def _is_date_rather(line: Line, i: int, end: int) -> bool:
    """Whether a longer day begins there: "at 5 May" does not exist, "around 10 December" does."""
    found = when(line, line.past(i, _BEFORE_A_DATE))
    return found is not None and found.end > end and found.strength is Strength.STRONG


def _lean(line: Line, i: int) -> Direction | None:
    """What the word before says: "since" looks back, "by" and "until" look ahead."""
    before = {line[i].text, line[i - 1].text if line[i - 1].text != "the" else line[i - 2].text}
    if "since" in before:
        return Direction.PAST
    return Direction.FUTURE if before & _LOOKS_AHEAD else None


def _part_piece(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """This evening, in the morning, the morning of the 5th; "a good evening" and "all morning" are no time."""
    if beside and not beside.clock and (part_of_day := _half_of_day(line, i)):
        return part_of_day
    read = day_part(line, i + line.says(i, "this"))
    if not read:
        return None
    part, end = read
    this = any(line[j].text == "this" for j in range(i, end))
    if this:
        is_meal = line[end - 1].raw == "lunch"
        return None if is_meal else Piece(i, end, when=DayAway(0), part=part)
    if beside:
        is_one_morning = beside.strength is Strength.BARE and beside.end == i
        return None if is_one_morning else Piece(i, end, part=part)
    if line.says(end - 1, "thing"):
        return Piece(i, end, Strength.BARE, part=part)
    day = when(line, line.past(end, ("of", "on", "the")))
    if day and isinstance(day.when, Day) and line[i - 1].text != "good":
        return Piece(i, end, Strength.WEAK, part=part)
    return _lonely_part(line, i, end, part)


def _half_of_day(line: Line, i: int) -> Piece | None:
    """Monday am, tomorrow p.m.; "tomorrow am I free" is none."""
    said = None if line[i].glued else half(line, i)
    if not said or (line[said[1]].text not in _ENDS_A_HALF and not line.says(said[1] - 1, ".")):
        return None
    return Piece(i, said[1], part=DayPart(Part.AFTERNOON if said[0] else Part.MORNING))


def _lonely_part(line: Line, i: int, end: int, part: DayPart) -> Piece | None:
    """In the morning; but not "I had one in the morning", which counts interviews."""
    if line[i - 1].text == "the":
        is_counted = line[i - 3].kind == "number" or line[i - 3].text in NUMBERS
        is_told = line[i - 2].text in ("in", "during") and not is_counted
        return Piece(i, end, part=part) if is_told else None
    is_whole = part.portion is Portion.WHOLE
    is_greeting = is_whole and line[i - 1].text == "" and line[end].text in ("!", line[i].text)
    told_by = line[i].text if line[i].text in ("before", "after") else line[i - 1].text
    if is_greeting or not (told_by in ("", "at", "in", "by", "before", "after") or not is_whole):
        return None
    asked = (told_by in ("at", "by", "before", "after") or not is_whole) and _is_asked(line, i)
    return Piece(i, end, Strength.STRONG if asked else Strength.WEAK, part=part)


def _is_asked(line: Line, i: int) -> bool:
    """Whether something is to be done then: what we are asked has a time."""
    return any(line[j].text in _ASKS_US for j in range(max(i - 8, 0), i))


def _bare_piece(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """A bare number as an hour: behind a day, or first of all."""
    if beside:
        return _bare_beside(line, i, beside)
    read = None if is_year(line, i) else bare_hour(line, i)
    if not read:
        return None
    before = line[i - 1].text
    begins = (
        before == ""
        or line.says(i - 2, "make", "it")
        or before in _ASKS
        or (before == "for" and line[i - 2].text in _ASKS)
    )
    if begins:
        return Piece(i, read[1], Strength.WEAK if read[0].minute else Strength.BARE, clock=read[0])
    is_told = read[0].is_open and line[i - 1].text not in _COUNTS and _makes_an_hour(line, i, read[1])
    return Piece(i, read[1], Strength.BARE, clock=read[0]) if is_told else None


def _makes_an_hour(line: Line, i: int, end: int) -> bool:
    """Whether the day behind makes an hour of the number: "remind me to call mum 7 tonight", "I'll come 7, tonight"."""
    in_the_part = line.says(end, "in", "the") and bool(day_part(line, end + 2))
    if in_the_part and line[i - 1].text in _SAYS_ABOUT:
        return True
    if _is_asked(line, i):
        return line[end].text in _DAYS_NAMED or (line.says(end, "this") and bool(day_part(line, end + 1)))
    after_a_pause = line.says(end, ",", "tonight") or (line.says(end, ",", "this") and bool(day_part(line, end + 2)))
    return after_a_pause and not is_told_of_the_past(line, i)


def _bare_beside(line: Line, i: int, beside: Piece) -> Piece | None:
    read = bare_hour(line, i) or three_digits(line, i)
    if not read or beside.clock or not (beside.when is None or names_day(beside.when)) or line[i - 1].text == "the":
        return None
    if line[read[1]].text not in BEHIND_A_CLOCK and not day_part(line, read[1]):
        return None
    is_year_maybe = isinstance(beside.when, MonthDay) and beside.when.month and not read[0].is_open
    if is_year_maybe and len(line[i].text) == 2 and line[i - 1].text in MONTHS:
        return Piece(i, read[1], is_refused=True)  # 14 april 15
    return Piece(i, read[1], Strength.BARE, clock=replace(read[0], is_bare=True))
