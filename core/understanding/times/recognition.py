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
from core.understanding.times.phrases import Day, DayAway, Direction, Portion
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
    hours = clock_range(line, i, announced=_is_day_only(beside))
    if hours and not _is_date_rather(line, i, hours[2]):
        elsewhere = is_elsewhere(line, hours[2])
        # "From 1 to 10" may be a scale.
        sure = Strength.WEAK if hours[0].is_open and hours[1].is_open else Strength.STRONG
        return Piece(i, hours[2], sure, clock=hours[0], until=hours[1], is_refused=elsewhere)
    if (said := clock(line, i)) and not _is_date_rather(line, i, said[1]):
        elsewhere = is_elsewhere(line, said[1])
        return Piece(i, said[1], clock=said[0], lean=_lean(line, i), is_refused=elsewhere)
    if beside and not beside.clock and (pointed := dotted(line, i)):
        return Piece(i, pointed[1], clock=pointed[0])
    if found := when(line, i):
        lean = found.lean or _lean(line, i)
        return Piece(i, found.end, found.strength, when=found.when, part=found.part, lean=lean)
    return _part_piece(line, i, beside) or _bare_piece(line, i, beside)


def _is_day_only(piece: Piece | None) -> bool:
    return piece is not None and isinstance(piece.when, Day) and not piece.clock


def _is_date_rather(line: Line, i: int, end: int) -> bool:
    """Whether a longer day begins there: "at 5 May" does not exist, "around 10 December" does."""
    found = when(line, line.past(i, ("by", "before", "until", "till", "around", "about", "from")))
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
    before = line[i - 2].text if line[i - 1].text == "the" else line[i - 1].text
    if beside or this:
        when = DayAway(0) if this else None
        if beside and beside.strength is Strength.BARE and beside.end == i and not this:
            return None  # "one morning"
        return Piece(i, end, when=when, part=part)
    if line[i - 1].text == "the" and before in ("in", "during"):
        is_counted = line[i - 3].kind == "number" or line[i - 3].text in NUMBERS  # "I had one in the morning"
        return None if is_counted else Piece(i, end, part=part)
    return (
        Piece(i, end, Strength.WEAK, part=part)
        if (before in ("", "at", "in", "by") and line[i - 1].text != "the")
        or part.portion is not Portion.WHOLE
        else None
    )


def _bare_piece(line: Line, i: int, beside: Piece | None) -> Piece | None:
    """A bare number as an hour: behind a day, or first of all."""
    read = bare_hour(line, i) or (three_digits(line, i) if beside else None)
    if not read:
        return None
    if beside:
        fits = (
            beside.clock is None
            and (beside.when is None or isinstance(beside.when, Day))
            and line[i - 1].text != "the"
        )
        known_after = line[read[1]].text in BEHIND_A_CLOCK or bool(day_part(line, read[1]))
        bare = replace(read[0], is_bare=True)
        return Piece(i, read[1], Strength.BARE, clock=bare) if fits and known_after else None
    before = line[i - 1].text
    begins = before == "" or before in _ASKS or (before == "for" and line[i - 2].text in _ASKS)
    return Piece(i, read[1], Strength.BARE, clock=read[0]) if begins else None
