"""From a text to its time phrases: pieces side by side become one phrase, or contradict each other.

The rule a newcomer could break: when two pieces that touch cannot both be true, the whole phrase is
dropped. A refused time costs one question, a wrong one costs trust.
"""

from __future__ import annotations

from dataclasses import replace

from core.understanding.times import titles
from core.understanding.times.amounts import whole
from core.understanding.times.clocks import BEFORE_A_CLOCK, clock, day_part
from core.understanding.times.counted import begins_unknown_day
from core.understanding.times.digits import bare_hour
from core.understanding.times.found import Strength
from core.understanding.times.phrases import (
    Amount,
    Away,
    Between,
    Clock,
    Day,
    DayAway,
    MonthDay,
    Span,
    TimePhrase,
    Weekday,
)
from core.understanding.times.pieces import Piece, joined, names_day
from core.understanding.times.recognition import piece_at, when
from core.understanding.times.telling import is_habit
from core.understanding.times.tokens import LONGEST, Line
from core.understanding.times.words import MOVES, UNITS, WEEKDAYS, words

MOST_PHRASES = 12
"""Nobody means more times than that in one message; the rest is not read."""

# Between two pieces of one phrase.
_SOFT = words("say like maybe perhaps probably possibly preferably ideally hopefully sometime")
_GLUE = words(", on at in the a of by around about @ ( ) - – for during st over from how") | _SOFT
_MOST_GLUE = 4
_MOST_WORDS_BETWEEN = 10
_NEW_THOUGHT = words(". ! ? ; and or but then because not")
_TAKES_BACK = words("no sorry wait mean rather actually oops")
_AROUND_A_CORRECTION = words(", - – i it make it's at") | _TAKES_BACK

# Before a time that is not meant, or not known.
_DENIES = words("not except besides can't cant cannot")
_DENIES_IN_TWO = {("instead", "of"), ("rather", "than"), ("other", "than"), ("day", "but"), ("anything", "but")}
_BEFORE_WHAT_IS_DENIED = words("on at the in by for before until till")
_NOT_IN_A_MOVE = words(". ! ? ;")
_PARTS_OF = words("week weekend half rest most quarter")
_PARTS_OF_A_DAY = words("morning afternoon evening night")
_COUNTED_PER = UNITS | words("times time twice")
_ADVERBS = words("daily weekly monthly yearly")
_LIMITS = words("until till til except besides starting beginning")
_SEASONS = words("spring summer autumn winter")

# Around a time that is the whole answer.
_BEHIND_AN_ANSWER = words(". , ! ? ( ) please pls plz thx thanks then ok okay")
_BEFORE_AN_ANSWER = _BEHIND_AN_ANSWER | words("the on in at")
_HEDGES = words("i think believe guess maybe probably perhaps")


def parse(text: str) -> tuple[TimePhrase, ...]:
    """The time expressions of a text in order; of a long text, those of its beginning. Needs no clock."""
    line = Line(titles.covered(text[:LONGEST]))
    pieces: list[Piece] = []
    i = 0
    while i < line.size and len(pieces) < MOST_PHRASES:
        if _begins_unknown(line, i):
            break  # "the day before the interview on Friday" is not Friday
        if passed := _past_what_is_over(line, i):
            denied, i = passed
            if denied and (instead := _instead_of(line, denied, i)):
                pieces.append(instead)
                i = instead.end
            continue
        piece = piece_at(line, i)
        if piece is None:
            i = _past_unknown_repetition(line, i) or i + 1
            continue
        whole = _grown(line, piece)
        if _is_meant(line, whole):
            pieces.append(whole)
        i = whole.end
    return tuple(_phrase(line, piece) for piece in _brought_together(line, pieces))


def _begins_unknown(line: Line, i: int) -> bool:
    """Whether what follows is told from something we do not know, so that no later word can be trusted."""
    if is_part_of_stretch(line, i):
        return True
    if line[i].text in _PARTS_OF_A_DAY and line.says(i + 1, "before"):
        return when(line, line.past(i + 2, ("the",))) is not None  # "the evening before christmas"
    if line[i].text in _COUNTED_PER and line[i + 1].text in ("a", "per") and line[i + 2].text in UNITS:
        return True  # "3 days a week at 8"
    if line[i].text in ("twice", "times") and line[i + 1].text in _ADVERBS:
        return True
    if line[i].text in WEEKDAYS and line.says(i + 1, "of"):
        return when(line, i) is None  # "the last thursday of the year"
    if not begins_unknown_day(line, i):
        return False
    known_from = i - 1 if line[i - 1].text in ("the", "a") or line[i - 1].kind == "number" else i
    return when(line, known_from) is None


def is_part_of_stretch(line: Line, i: int) -> bool:
    """Whether a stretch begins there that we know only in part: most of October, the last quarter of the year."""
    if not line.says(i + 1, "of"):
        return False
    if line[i].text in _PARTS_OF_A_DAY:
        return not when(line, line.past(i + 2, ("the",))) and line[i + 2].text in ("the", "my", "our")
    if line[i].text not in _PARTS_OF:
        return False
    return when(line, i) is None and bool(when(line, i + 2) or when(line, i + 3))


def _past_unknown_repetition(line: Line, i: int) -> int | None:
    """The place behind "every first friday" and the like: what repeats as we cannot say is no single time."""
    if line[i].text not in ("every", "each"):
        return None
    for j in range(i + 1, i + 3):
        if piece := piece_at(line, j):
            return _grown(line, piece).end
    return None


# --- What was said before ---------------------------------------------------------------------------------


def _past_what_is_over(line: Line, i: int) -> tuple[Piece | None, int] | None:
    """A time that is denied, or was moved to another one, and the place behind it."""
    if line[i].text == "from" and any(line[j].text in MOVES for j in range(max(i - _MOST_WORDS_BETWEEN, 0), i)):
        to = _moved_to(line, i + 1)
        return (None, to) if to else None
    in_two = (line[i].text, line[i + 1].text) in _DENIES_IN_TWO
    if line[i].text not in _DENIES and not in_two:
        return None
    piece = piece_at(line, line.past(i + 1 + in_two, _BEFORE_WHAT_IS_DENIED))
    if piece is None:
        return None
    while not in_two and (following := piece_at(line, piece.end, beside=piece)) and (both := joined(piece, following)):
        piece = both
    return piece, piece.end


def _moved_to(line: Line, i: int) -> int | None:
    """Where the later time stands: they moved it from 2pm to 4pm."""
    for j in range(i, i + _MOST_WORDS_BETWEEN):
        if line[j].text in _NOT_IN_A_MOVE:
            return None
        if line[j].text == "to" and piece_at(line, line.past(j + 1, ("the",))):
            return j + 1
    return None


def _instead_of(line: Line, denied: Piece, i: int) -> Piece | None:
    """Not tomorrow, the day after."""
    i = line.past(i, (",", "-", "–", "but", "the"))
    if line[i].text not in ("day", "week") or line[i + 1].text not in ("after", "before"):
        return None
    if not isinstance(denied.when, Day) or line[i + 2].text not in ("", ".", ",", "!", "?"):
        return None
    days = Amount(days=1 if line[i].text == "day" else 7)
    return Piece(i, i + 2, when=Away(days, back=line[i + 1].text == "before", start=denied.when))


# --- What touches -----------------------------------------------------------------------------------------


def _grown(line: Line, piece: Piece) -> Piece:
    """The piece with all that touches it; refused, if they contradict each other."""
    while True:
        if to := _to_another_day(line, piece) or _corrected(line, piece):
            piece = to
            continue
        following = _next_piece(line, piece)
        if following is None:
            return piece
        both = joined(piece, following)
        piece = both or replace(piece, end=following.end, is_refused=True)


def _next_piece(line: Line, piece: Piece) -> Piece | None:
    """The piece that follows with nothing but small words between."""
    if piece.is_refused and line[piece.end].text in ("and", "or", "&"):
        return piece_at(line, piece.end + 1)
    if piece.repeat and (limit := _limit(line, piece)):
        return limit
    if piece.repeat and piece.part and line[piece.end].text in ("and", "or", "&") and day_part(line, piece.end + 1):
        return Piece(piece.end, piece.end + 2, is_refused=True)
    if piece.clock and not piece.until and (unread := _another_hour(line, piece.end)):
        return unread
    for i in range(piece.end, piece.end + _MOST_GLUE + 1):
        # A small word may itself be the beginning of a piece ("at 5", "in the morning", "the 5th").
        if (found := piece_at(line, i, beside=piece)) and not _stands_apart(piece, found):
            return found if piece.when else _to_another_day(line, found) or found
        if not piece.clock and _is_unread_clock(line, i):
            return Piece(i, i + 2, is_refused=True)
        if line[i].text in ("after", "before") and (edge := clock(line, i + 1)):
            return Piece(i, edge[1], clock=edge[0])
        if (line[i].text not in _GLUE or line[i].text in _DENIES) and not _is_of_abbreviation(line, i):
            return None
    return None


def _limit(line: Line, piece: Piece) -> Piece | None:
    """What says that a repetition begins, ends or pauses, which no rule of ours can: every day until Friday."""
    i = piece.end
    said = piece_at(line, line.past(i + 1, ("on", "the")))
    is_limit = line[i].text in _LIMITS or (line.says(i, "but") and said is not None)
    for_some_time = line.says(i, "for") and any(line[j].text in UNITS for j in range(i + 1, i + 5))
    is_unknown_day = line.says(i, "on", "the") and piece.repeat is not None and piece.repeat.frequency == "monthly"
    if line.says(i, "from", "now", "on") or not (is_limit or for_some_time or (is_unknown_day and said is None)):
        return None
    return Piece(i, said.end if said else i + 1, is_refused=True)


def _another_hour(line: Line, i: int) -> Piece | None:
    """A second hour that we cannot put together with the first: "at 3 or 4", "at 8am and 8pm"."""
    if line[i].text not in ("-", "–", "to", "or", "and"):
        return None
    other = clock(line, i + 1) or bare_hour(line, i + 1)
    if not other and line[i].text in ("-", "–") and line[i + 1].kind == "number":
        date = when(line, i + 1)
        other = (Clock(0), i + 2) if date is None or date.strength is Strength.BARE else None
    return Piece(i, other[1], is_refused=True) if other else None


def _is_of_abbreviation(line: Line, i: int) -> bool:
    """The full stop of "Fri." and "Sept."; the next sentence is not ours."""
    before = line[i - 1]
    return line.says(i, ".") and line[i].glued and before.kind == "word" and before.raw != before.text


def _is_unread_clock(line: Line, i: int) -> bool:
    """Whether a time follows that is none, or a word that moves the day: "at 25:00", "friday fortnight"."""
    if line[i].text in ("week", "fortnight", "month"):
        return True
    j = i + 1 if line[i].text in BEFORE_A_CLOCK else i
    return whole(line, j) is not None or line[j].kind == "number"


def _stands_apart(piece: Piece, found: Piece) -> bool:
    """Whether a doubtful word behind a whole time is better left alone."""
    return found.strength is not Strength.STRONG and joined(piece, found) is None


def _corrected(line: Line, piece: Piece) -> Piece | None:
    """At 9, no, 9:30: what is said anew replaces what was said."""
    i = line.past(piece.end, _AROUND_A_CORRECTION)
    if not any(line[j].text in _TAKES_BACK for j in range(piece.end, i)):
        return None
    anew = piece_at(line, i, beside=replace(piece, clock=None, until=None))
    anew = _grown(line, anew) if anew and anew.when else anew
    if anew is None or not (
        (anew.clock and piece.clock) or (anew.when and piece.when and anew.strength > Strength.BARE)
    ):
        return None
    return replace(
        piece,
        end=anew.end,
        strength=max(piece.strength, anew.strength),
        is_refused=anew.is_refused,
        when=anew.when or piece.when,
        clock=anew.clock or piece.clock,
        until=anew.until if anew.clock else piece.until,
        part=anew.part if anew.when or anew.part else piece.part,
    )


def _to_another_day(line: Line, piece: Piece) -> Piece | None:
    """Monday to Wednesday; the first of the two is without a time."""
    if not isinstance(piece.when, Day) or piece.clock or piece.part or piece.repeat:
        return None
    between = line[piece.begin - 1].text == "between" or line.says(piece.begin - 2, "between", "the")
    if line[piece.end].text not in (("and",) if between else ("-", "–", "to", "till", "until", "through")):
        return None
    i = line.past(piece.end + 1, ("the",))
    other = when(line, i)
    if other is None or other.strength is Strength.BARE or not isinstance(other.when, Day) or other.part:
        return None
    return replace(piece, end=other.end, when=Between(piece.when, other.when), strength=Strength.STRONG)


# --- What is meant ----------------------------------------------------------------------------------------


def _is_meant(line: Line, piece: Piece) -> bool:
    """Whether the phrase says enough to be a time, and is not denied."""
    before = line[piece.begin - 1].text
    if before in _DENIES or (line[piece.begin - 2].text == "not" and before != "than"):
        return False
    is_after = before == "after" or line.says(piece.begin - 2, "after", "the")
    if line.says(piece.end, "except") or (is_after and isinstance(piece.when, Day | Span) and not piece.clock):
        return False
    if piece.is_refused or _is_told_from(line, piece):
        return False
    if piece.repeat and is_habit(line, piece.begin, piece.end):
        return False
    if isinstance(piece.when, Span) and before in _SEASONS:
        return False
    if piece.strength is Strength.STRONG:
        return True
    return piece.strength is Strength.WEAK and _is_all(line, piece)


def _is_told_from(line: Line, piece: Piece) -> bool:
    """Whether the day only tells another one that we do not know: "the friday after"."""
    is_named = isinstance(piece.when, Weekday) and line[piece.begin - 1].text == "the"
    return is_named and line[piece.end].text in ("after", "before")


def _is_all(line: Line, piece: Piece) -> bool:
    before, behind = _BEFORE_AN_ANSWER, _BEHIND_AN_ANSWER
    if isinstance(piece.when, MonthDay):
        before, behind = before | _HEDGES, behind | _HEDGES
    return line.past(0, before) >= piece.begin and line.past(piece.end, behind) >= line.size


def _brought_together(line: Line, pieces: list[Piece]) -> list[Piece]:
    """A day and its hour with other words between are one phrase: "yesterday at Acme at 3pm"."""
    kept: list[Piece] = []
    for piece in pieces:
        before = kept[-1] if kept else None
        fits = before and (_complete_each_other(before, piece) or _is_suggested(line, before, piece))
        if before and fits and _in_one_breath(line, before.end, piece.begin):
            kept[-1] = joined(before, piece) or piece
        else:
            kept.append(piece)
    return kept


def _complete_each_other(first: Piece, second: Piece) -> bool:
    """Whether one tells only the day, or the repetition, and the other only the hour."""
    for day, hour in (first, second), (second, first):
        tells_day = (names_day(day.when) or day.repeat) and not day.clock
        if tells_day and hour.clock and not (hour.when or hour.repeat or day.part):
            return True
    return False


def _is_suggested(line: Line, first: Piece, second: Piece) -> bool:
    """A weekday of the week just told: next week, the best would be Tuesday."""
    day_of_week = isinstance(first.when, Span) and isinstance(second.when, Weekday)
    return day_of_week and any(line[i].text in _SOFT | {"best"} for i in range(first.end, second.begin))


def _in_one_breath(line: Line, begin: int, end: int) -> bool:
    return end - begin <= _MOST_WORDS_BETWEEN and not any(line[i].text in _NEW_THOUGHT for i in range(begin, end))


def _phrase(line: Line, piece: Piece) -> TimePhrase:
    start, end = line[piece.begin].start, line[piece.end - 1].end
    clock = piece.clock and _of_morning(line, piece.clock)
    is_today = isinstance(piece.when, Span) and piece.when.unit == "day" and (clock or piece.part)
    return TimePhrase(
        start, end, DayAway(0) if is_today else piece.when, clock, piece.until, piece.part, piece.repeat, piece.lean
    )


def _of_morning(line: Line, clock: Clock) -> Clock:
    """People are woken in the morning."""
    wakes = any(line[i].text in ("wake", "alarm") for i in range(line.size))
    return replace(clock, is_open=False) if wakes and clock.is_open and 4 <= clock.hour <= 11 else clock
