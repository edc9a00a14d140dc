"""From a line to its time phrases: pieces side by side become one phrase, or contradict each other.

The rule a newcomer could break: when two pieces that touch cannot both be true, the whole phrase is dropped. A
refused time costs one question, a wrong one costs trust.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.understanding.times import clocks, days, repeats
from core.understanding.times.amounts import whole
from core.understanding.times.days import Strength
from core.understanding.times.phrases import (
    Agreeing,
    Away,
    Between,
    Clock,
    Day,
    DayAway,
    DayPart,
    Direction,
    MonthDay,
    Portion,
    Repeat,
    Slashed,
    Span,
    TimePhrase,
    Weekday,
    When,
    Which,
)
from core.understanding.times.tokens import Line
from core.understanding.times.words import NUMBERS

MOST_PHRASES = 12
"""Nobody means more times than that in one message; the rest is not read."""

_GLUE = frozenset(
    {
        ",",
        "on",
        "at",
        "in",
        "the",
        "of",
        "by",
        "around",
        "about",
        "@",
        "(",
        ")",
        "-",
        "–",
        "for",
        "during",
        "st",
        "over",
        "from",
    }
)
_MOST_GLUE = 3
_MOST_WORDS_BETWEEN = 10
_NEW_THOUGHT = frozenset({".", "!", "?", ";", "and", "or", "but", "then", "because", "not"})
_LOOKS_AHEAD = frozenset({"by", "until", "till", "til", "before"})
_ASKS = frozenset({"me", "remind", "reminder", "alarm", "wake", "nudge", "ping", "alert"})


@dataclass(frozen=True, slots=True)
class _Piece:
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


def parse(text: str) -> tuple[TimePhrase, ...]:
    """The time expressions of a text in their order; of a long text, those of its beginning. Needs no clock."""
    line = Line(text)
    pieces: list[_Piece] = []
    i = 0
    while i < len(line) and len(pieces) < MOST_PHRASES:
        if _begins_unknown(line, i):
            break  # "the day before the interview on Friday" is not Friday
        piece = _piece(line, i)
        if piece is None:
            i += 1
            continue
        whole, agree = _grown(line, piece)
        if agree and _is_meant(line, whole):
            pieces.append(whole)
        i = whole.end
    return tuple(_phrase(line, piece) for piece in _brought_together(line, pieces))


def _brought_together(line: Line, pieces: list[_Piece]) -> list[_Piece]:
    """A day and its hour with other words between are one phrase: "yesterday at Acme at 3pm"."""
    kept: list[_Piece] = []
    for piece in pieces:
        before = kept[-1] if kept else None
        if before and _complete_each_other(before, piece) and _in_one_breath(line, before.end, piece.begin):
            kept[-1] = _joined(before, piece) or piece
        else:
            kept.append(piece)
    return kept


def _complete_each_other(first: _Piece, second: _Piece) -> bool:
    """Whether one tells only the day, or the repetition, and the other only the hour."""
    for day, hour in (first, second), (second, first):
        tells_day = (isinstance(day.when, Day) or day.repeat) and not day.clock
        if tells_day and hour.clock and not (hour.when or hour.part or hour.repeat or day.part):
            return True
    return False


def _in_one_breath(line: Line, begin: int, end: int) -> bool:
    return end - begin <= _MOST_WORDS_BETWEEN and not any(
        line[i].text in _NEW_THOUGHT for i in range(begin, end)
    )


def _begins_unknown(line: Line, i: int) -> bool:
    """Whether what follows is told from something we do not know, so that no later word can be trusted."""
    if days.is_part_of_stretch(line, i):
        return True
    if not days.begins_unknown_day(line, i):
        return False
    known_from = i - 1 if line[i - 1].text in ("the", "a") or line[i - 1].kind == "number" else i
    return days.when(line, known_from) is None


def _grown(line: Line, piece: _Piece) -> tuple[_Piece, bool]:
    """The piece with all that touches it, and whether they agree."""
    while True:
        if to := _to_another_day(line, piece):
            piece = to
            continue
        following = _next_piece(line, piece)
        if following is None:
            return piece, True
        joined = _joined(piece, following)
        if joined is None:
            return replace(piece, end=following.end), False
        piece = joined


def _next_piece(line: Line, piece: _Piece) -> _Piece | None:
    """The piece that follows with nothing but small words between."""
    if piece.clock and not piece.until and (unread := _another_hour(line, piece.end)):
        return unread
    for i in range(piece.end, piece.end + _MOST_GLUE + 1):
        # A small word may itself be the beginning of a piece ("at 5", "in the morning", "the 5th").
        if (found := _piece(line, i, beside=piece)) and not _stands_apart(piece, found):
            return found
        if not piece.clock and _is_unread_clock(line, i):
            return _Piece(i, i + 2, is_refused=True)
        if line[i].text in ("after", "before") and (limit := clocks.clock(line, i + 1)):
            return _Piece(i, limit[1], clock=limit[0])
        if line[i].text not in _GLUE and not _is_of_abbreviation(line, i):
            return None
    return None


def _another_hour(line: Line, i: int) -> _Piece | None:
    """A second hour that we cannot put together with the first: "at 3 or 4", "at 8am and 8pm"."""
    if line[i].text not in ("-", "–", "to", "or", "and"):
        return None
    other = clocks.clock(line, i + 1) or clocks.bare_hour(line, i + 1)
    return _Piece(i, other[1], is_refused=True) if other else None


def _is_of_abbreviation(line: Line, i: int) -> bool:
    """The full stop of "Fri." and "Sept."; the next sentence is not ours."""
    before = line[i - 1]
    return line.says(i, ".") and line[i].glued and before.kind == "word" and before.raw != before.text


def _is_unread_clock(line: Line, i: int) -> bool:
    """Whether a number is called a time and is none, or a word moves the day: "tomorrow at 25:00", "friday fortnight"."""
    if line[i].text in ("week", "fortnight", "month"):
        return True
    j = i + 1 if line[i].text in clocks.BEFORE_A_CLOCK else i
    return whole(line, j) is not None or line[j].kind == "number"


def _stands_apart(piece: _Piece, found: _Piece) -> bool:
    """Whether a doubtful word behind a whole time is better left alone."""
    return found.strength is not Strength.STRONG and _joined(piece, found) is None


def _piece(line: Line, i: int, beside: _Piece | None = None) -> _Piece | None:
    """What begins at that place: a repetition, a range of hours, a day, a time, a part of the day."""
    if repeat := repeats.repeat(line, i):
        return _Piece(i, repeat[2], repeat=repeat[0], part=repeat[1])
    hours = clocks.clock_range(line, i, announced=_is_day_only(beside))
    if hours and not _is_date_rather(line, i, hours[2]):
        elsewhere = clocks.is_elsewhere(line, hours[2])
        # "From 1 to 10" may be a scale.
        sure = Strength.WEAK if hours[0].is_open and hours[1].is_open else Strength.STRONG
        return _Piece(i, hours[2], sure, clock=hours[0], until=hours[1], is_refused=elsewhere)
    if (spoken := clocks.clock(line, i)) and not _is_date_rather(line, i, spoken[1]):
        elsewhere = clocks.is_elsewhere(line, spoken[1])
        return _Piece(i, spoken[1], clock=spoken[0], lean=_lean(line, i), is_refused=elsewhere)
    if beside and not beside.clock and (dotted := clocks.dotted(line, i)):
        return _Piece(i, dotted[1], clock=dotted[0])
    if found := days.when(line, i):
        lean = found.lean or _lean(line, i)
        return _Piece(i, found.end, found.strength, when=found.when, part=found.part, lean=lean)
    return _part_piece(line, i, beside) or _bare_piece(line, i, beside)


def _is_day_only(piece: _Piece | None) -> bool:
    return piece is not None and isinstance(piece.when, Day) and not piece.clock


def _is_date_rather(line: Line, i: int, end: int) -> bool:
    """Whether a longer day begins there: "at 5 May" does not exist, "around 10 December" does."""
    found = days.when(
        line, line.past(i, frozenset({"by", "before", "until", "till", "around", "about", "from"}))
    )
    return found is not None and found.end > end and found.strength is Strength.STRONG


def _lean(line: Line, i: int) -> Direction | None:
    """What the word before says: "since" looks back, "by" and "until" look ahead."""
    before = {line[i].text, line[i - 1].text if line[i - 1].text != "the" else line[i - 2].text}
    if "since" in before:
        return Direction.PAST
    return Direction.FUTURE if before & _LOOKS_AHEAD else None


def _part_piece(line: Line, i: int, beside: _Piece | None) -> _Piece | None:
    """This evening, in the morning; "a good evening" and "all morning" are no time."""
    read = clocks.day_part(line, i + line.says(i, "this"))
    if not read:
        return None
    part, end = read
    this = any(line[j].text == "this" for j in range(i, end))
    before = line[i - 2].text if line[i - 1].text == "the" else line[i - 1].text
    if beside or this:
        when = DayAway(0) if this else None
        if beside and beside.strength is Strength.BARE and beside.end == i and not this:
            return None  # "one morning"
        return _Piece(i, end, when=when, part=part)
    if line[i - 1].text == "the" and before in ("in", "during"):
        is_counted = line[i - 3].kind == "number" or line[i - 3].text in NUMBERS  # "I had one in the morning"
        return None if is_counted else _Piece(i, end, part=part)
    return (
        _Piece(i, end, Strength.WEAK, part=part)
        if (before in ("", "at", "in", "by") and line[i - 1].text != "the")
        or part.portion is not Portion.WHOLE
        else None
    )


def _bare_piece(line: Line, i: int, beside: _Piece | None) -> _Piece | None:
    """A bare number as an hour: behind a day, or first of all."""
    read = clocks.bare_hour(line, i) or (clocks.three_digits(line, i) if beside else None)
    if not read:
        return None
    if beside:
        fits = (
            beside.clock is None
            and (beside.when is None or isinstance(beside.when, Day))
            and line[i - 1].text != "the"
        )
        known_after = line[read[1]].text in clocks.BEHIND_A_CLOCK or bool(clocks.day_part(line, read[1]))
        bare = replace(read[0], is_bare=True)
        return _Piece(i, read[1], Strength.BARE, clock=bare) if fits and known_after else None
    before = line[i - 1].text
    begins = before == "" or before in _ASKS or (before == "for" and line[i - 2].text in _ASKS)
    return _Piece(i, read[1], Strength.BARE, clock=read[0]) if begins else None


# --- Two pieces as one ----------------------------------------------------------------------------------------


def _joined(first: _Piece, second: _Piece) -> _Piece | None:
    """Both as one piece, or None when they contradict each other."""
    days_agree, when = _one_when(first, second)
    if (
        first.is_refused
        or second.is_refused
        or not days_agree
        or (first.clock and second.clock)
        or (first.repeat and second.repeat)
    ):
        return None
    if first.part and second.part and first.part.part is not second.part.part:
        return None
    repeat = first.repeat or second.repeat
    if repeat and when:
        repeat, when = _repeat_on(repeat, when), None
        if repeat is None:
            return None
    return _Piece(
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


def _strength(first: _Piece, second: _Piece) -> Strength:
    """Two doubtful words that fit together are no chance: "Mon 13th"."""
    both_weak = first.strength is second.strength is Strength.WEAK
    return Strength.STRONG if both_weak else max(first.strength, second.strength)


def _closer(first: DayPart | None, second: DayPart | None) -> DayPart | None:
    """The part of the day that says more."""
    if first and second:
        return second if first.portion is Portion.WHOLE else first
    return first or second


def _one_when(first: _Piece, second: _Piece) -> tuple[bool, When | None]:
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
        case MonthDay(month=None, months=None), Span("month", shift, Portion.WHOLE):
            return replace(one, months=shift)
        case DayAway(0), Away(amount, False, None) if amount.seconds:
            return other
        case DayAway() | Away(), Weekday() | MonthDay() | Slashed():
            return Agreeing(one, other)
        case _:
            return None


def _repeat_on(repeat: Repeat, when: When) -> Repeat | None:
    """Every week on Monday, every month on the first."""
    match repeat.frequency, when:
        case "weekly", Weekday(day, Which.NEAREST) if not repeat.weekdays:
            return replace(repeat, weekdays=(day,))
        case "monthly", MonthDay(day, None, None) if not repeat.month_days:
            return replace(repeat, month_days=(day,))
        case _:
            return None


def _to_another_day(line: Line, piece: _Piece) -> _Piece | None:
    """Monday to Wednesday; the first of the two is without a time."""
    if not isinstance(piece.when, Day) or piece.clock or piece.part or piece.repeat:
        return None
    if line[piece.end].text not in ("-", "–", "to", "till", "until", "through"):
        return None
    i = line.past(piece.end + 1, frozenset({"the"}))
    other = days.when(line, i)
    if other is None or other.strength is Strength.BARE or not isinstance(other.when, Day) or other.part:
        return None
    return replace(piece, end=other.end, when=Between(piece.when, other.when), strength=Strength.STRONG)


# --- Is it meant? ---------------------------------------------------------------------------------------------


def _is_meant(line: Line, piece: _Piece) -> bool:
    """Whether the phrase says enough to be a time, and is not denied."""
    if line[piece.begin - 1].text in ("not", "except", "than") or line[piece.begin - 2].text == "not":
        return line[piece.begin - 1].text == "than"
    if piece.is_refused or _is_told_from(line, piece):
        return False
    if piece.strength is Strength.STRONG:
        return True
    return piece.strength is Strength.WEAK and _is_all(line, piece)


def _is_told_from(line: Line, piece: _Piece) -> bool:
    """Whether the day only tells another one that we do not know: "the friday after"."""
    is_named = isinstance(piece.when, Weekday) and line[piece.begin - 1].text == "the"
    return is_named and line[piece.end].text in ("after", "before")


def _is_all(line: Line, piece: _Piece) -> bool:
    marks = frozenset({".", ",", "!", "?", "(", ")", "the", "on", "in", "at"})
    return line.past(0, marks) >= piece.begin and line.past(piece.end, marks) >= len(line)


def _phrase(line: Line, piece: _Piece) -> TimePhrase:
    start, end = line[piece.begin].start, line[piece.end - 1].end
    clock = piece.clock and _of_morning(line, piece.clock)
    return TimePhrase(start, end, piece.when, clock, piece.until, piece.part, piece.repeat, piece.lean)


def _of_morning(line: Line, clock: Clock) -> Clock:
    """People are woken in the morning."""
    wakes = any(line[i].text in ("wake", "alarm") for i in range(len(line)))
    return replace(clock, is_open=False) if wakes and clock.is_open and 4 <= clock.hour <= 11 else clock
