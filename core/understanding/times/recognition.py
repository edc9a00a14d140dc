"""What piece of a time expression begins at a place in a line.

The order of the readers is the grammar's only priority. The rule a newcomer could break: a piece may
depend on what stands beside it, never on what has not been read yet.
"""

from __future__ import annotations

from dataclasses import replace

from core.understanding.times import counted, days, stretches
from core.understanding.times.clocks import BEHIND_A_CLOCK, clock, day_part, is_elsewhere
from core.understanding.times.digits import bare_hour, dotted, three_digits
from core.understanding.times.found import Found, Strength
from core.understanding.times.phrases import Day, DayAway, DayPart, Direction, Portion
from core.understanding.times.pieces import Piece
from core.understanding.times.ranges import clock_range
from core.understanding.times.repeats import repeat
from core.understanding.times.tokens import Line
from core.understanding.times.words import BEGINNINGS, NUMBERS, words

_LOOKS_AHEAD = words("by until till til before")
_BEFORE_A_DATE = words("by before until till around about from")
_ASKS = words("me remind reminder alarm wake nudge ping alert")
_READERS = (
    stretches.now,
    stretches.today,
    days.near_today,
    stretches.nth_of,
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


def when(line: Line, i: int) -> Found | None:
    """The day or stretch that begins there; the longest sense of the same words comes first."""
    for reader in _READERS:
        if found := reader(line, i):
            return found
    return None


def piece_at(line: Line, i: int, beside: Piece | None = None) -> Piece | None:
    """What begins at that place: a repetition, a range of hours, a day, a time, a part of the day."""
    if line[i].text not in BEGINNINGS and line[i].kind != "number" and line[i].raw not in BEGINNINGS:
        return None
    if repeated := repeat(line, i):
        return Piece(i, repeated[2], repeat=repeated[0], part=repeated[1])
    if hours := _hours_piece(line, i, beside):
        return hours
    if beside and not beside.clock and (pointed := dotted(line, i)):
        return Piece(i, pointed[1], clock=pointed[0])
    if found := when(line, i):
        lean = found.lean or _lean(line, i)
        return Piece(i, found.end, found.strength, when=found.when, part=found.part, lean=lean)
    return _part_piece(line, i, beside) or _bare_piece(line, i, beside)


def _hours_piece(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """One time on the clock or two; refused, if the clock is another place's."""
    hours = clock_range(line, i, announced=_is_day_only(beside))
    if hours and not _is_date_rather(line, i, hours[2]):
        first, last, end = hours
        # "From 1 to 10" may be a scale.
        strength = Strength.WEAK if first.is_open and last.is_open else Strength.STRONG
        return Piece(i, end, strength, clock=first, until=last, is_refused=is_elsewhere(line, end))
    said = clock(line, i)
    if not said or _is_date_rather(line, i, said[1]):
        return None
    return Piece(i, said[1], clock=said[0], lean=_lean(line, i), is_refused=is_elsewhere(line, said[1]))


def _is_day_only(piece: Piece | None) -> bool:
    return piece is not None and isinstance(piece.when, Day) and not piece.clock


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
    """This evening, in the morning; "a good evening" and "all morning" are no time."""
    read = day_part(line, i + line.says(i, "this"))
    if not read:
        return None
    part, end = read
    this = any(line[j].text == "this" for j in range(i, end))
    if this:
        return Piece(i, end, when=DayAway(0), part=part)
    if beside:
        is_one_morning = beside.strength is Strength.BARE and beside.end == i
        return None if is_one_morning else Piece(i, end, part=part)
    return _lonely_part(line, i, end, part)


def _lonely_part(line: Line, i: int, end: int, part: DayPart) -> Piece | None:
    """In the morning; but not "I had one in the morning", which counts interviews."""
    if line[i - 1].text == "the":
        is_counted = line[i - 3].kind == "number" or line[i - 3].text in NUMBERS
        is_told = line[i - 2].text in ("in", "during") and not is_counted
        return Piece(i, end, part=part) if is_told else None
    is_whole = part.portion is Portion.WHOLE
    may_be = line[i - 1].text in ("", "at", "in", "by") or not is_whole
    return Piece(i, end, Strength.WEAK, part=part) if may_be else None


def _bare_piece(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """A bare number as an hour: behind a day, or first of all."""
    read = bare_hour(line, i) or (three_digits(line, i) if beside else None)
    if not read:
        return None
    if beside:
        fits = (
            beside.clock is None and (beside.when is None or isinstance(beside.when, Day)) and line[i - 1].text != "the"
        )
        known_after = line[read[1]].text in BEHIND_A_CLOCK or bool(day_part(line, read[1]))
        bare = replace(read[0], is_bare=True)
        return Piece(i, read[1], Strength.BARE, clock=bare) if fits and known_after else None
    before = line[i - 1].text
    begins = before == "" or before in _ASKS or (before == "for" and line[i - 2].text in _ASKS)
    return Piece(i, read[1], Strength.BARE, clock=read[0]) if begins else None
