"""Times on the clock in a line, spoken ones and those that a word before them makes times; parts of the day.

The rule a newcomer could break: a number alone is no time. It needs "at" or the like before it, or a day
beside it (the grammar decides), and nothing after it that is being counted.
"""

from __future__ import annotations

from core.understanding.times.amounts import amount, ordinal, whole
from core.understanding.times.digits import (
    Read,
    bare_hour,
    digital,
    hour_and_spoken_minutes,
    hour_in_h,
    is_year,
    plain_hour,
    three_digits,
    with_half,
)
from core.understanding.times.phrases import Clock, DayPart, Part, Portion
from core.understanding.times.tokens import NOTHING, Line, once
from core.understanding.times.words import LABELS, STREETS, UNITS, words

BEFORE_A_CLOCK = words("at @")
_MAYBE_BEFORE_A_CLOCK = words("by around about before until till after approximately circa from between")
_SOFTENERS = words("about around approximately circa like exactly ~")
_SMALL_WORDS = BEFORE_A_CLOCK | _SOFTENERS
BEHIND_A_CLOCK = words(
    ". , ! ? ; ) : - – to and or for so but please pls plz in on with then thanks that about if because when"
    " i we they he she it sharp today tomorrow tonight this every each daily my the is was next yesterday"
) | {NOTHING}
"""What may follow a bare number that is an hour; anything else may be what it counts."""
_COUNTED = words(
    "people % percent per degrees of out / x km kg k m euro € $ £ point times other more different or tables"
    " men women children grand usd eur gbp star"
) | (UNITS - {"night"})
_OTHER_ZONES = words(
    "est edt cst cdt mst mdt pst pdt et pt ct cet cest bst ist gmt utc z jst aest cat eat wat sast eet msk hkt sgt"
)
_OWN_TIME = words("local my this next our")
_PARTS = {part.name.casefold(): part for part in Part if part is not Part.SMALL_HOURS}
_AROUND = {
    ("before", "work"): DayPart(Part.MORNING, Portion.EARLY),
    ("after", "breakfast"): DayPart(Part.MORNING),
    ("before", "lunch"): DayPart(Part.MORNING, Portion.LATE),
    ("before", "noon"): DayPart(Part.MORNING, Portion.LATE),
    ("after", "noon"): DayPart(Part.AFTERNOON),
    ("after", "lunch"): DayPart(Part.AFTERNOON),
    ("after", "work"): DayPart(Part.EVENING),
}
"""What comes before or after what people do every day."""


def clock(line: Line, i: int) -> Read:
    """A time that proves itself: 3pm, 15:15, half past nine, quarter to 6, noon, at 11."""
    start = line.past(i, _SMALL_WORDS)
    return told(line, start) or _called_for(line, i, start)


@once
def told(line: Line, i: int) -> Read:
    """A time that proves itself without a word before it."""
    return None if line[i].kind == "mark" else _spoken(line, i) or with_half(line, i) or digital(line, i)


def _called_for(line: Line, i: int, start: int) -> Read:
    """A bare number that a word before it makes a time: at 5, by 1030, around half nine."""
    before = {line[j].text for j in range(i - 1, start)}
    if before & BEFORE_A_CLOCK:
        read = bare_hour(line, start) or three_digits(line, start) or hour_and_spoken_minutes(line, start)
        return read if read and not _is_counting(line, read[1], read[0]) else None
    if before & _MAYBE_BEFORE_A_CLOCK:
        read = None if is_year(line, start) else bare_hour(line, start) or hour_and_spoken_minutes(line, start)
        return read if read and line[read[1]].text in BEHIND_A_CLOCK else None
    return None


def _is_counting(line: Line, i: int, read: Clock) -> bool:
    """Whether the number counts something: at 10 people, at 3 companies; an age: at 24 I left."""
    after = line[i]
    if read.minute and after.text == "minute":
        return False
    if any(line[j].text in STREETS for j in range(i, i + 3)):
        return True
    if after.text in _COUNTED or (after.glued and after.kind != "mark"):
        return True
    if after.glued and after.text in ("-", "'", "’", "+", "_", "°"):
        return True
    if not read.is_open and not read.minute and after.text in ("i", "he", "she", "we", "they", "my"):
        return True
    plural = after.kind == "word" and len(after.raw) > 3 and after.raw.endswith("s")
    return plural and after.text not in BEHIND_A_CLOCK and after.raw not in ("this", "tomorrows", "thanks")


def is_elsewhere(line: Line, i: int) -> bool:
    """Whether the clock is said to be another place's: then our reading would be wrong, so there is none."""
    if line[i].text in _OTHER_ZONES:
        return True
    return line[i].kind == "word" and line.says(i + 1, "time") and line[i].text not in _OWN_TIME


def day_part(line: Line, i: int) -> tuple[DayPart, int] | None:
    """Morning, late evening, early in the morning; whether it is "this" morning, the grammar sees."""
    if around := _AROUND.get((line[i].text, line[i + 1].text)):
        return around, i + 2
    if line.says(i, "during", "the", "day"):
        return DayPart(Part.DAYTIME), i + 3
    if (nth := ordinal(line, i)) and nth[0] == 1 and line.says(nth[1], "thing"):
        of_morning = line.past(nth[1] + 1, ("in", "the"))
        return DayPart(Part.MORNING, Portion.EARLY), of_morning + 1 if line.says(of_morning, "morning") else nth[1] + 1
    if line[i].text in ("midmorning", "midafternoon"):
        return DayPart(_PARTS[line[i].text.removeprefix("mid")], Portion.MIDDLE), i + 1
    portion, j = Portion.WHOLE, i
    if line[i].text in ("early", "late", "mid", "later"):
        portion = {"early": Portion.EARLY, "mid": Portion.MIDDLE}.get(line[i].text, Portion.LATE)
        j = line.past(i + 1, ("in", "the", "on", "-", "this", "at"))
    if line[i].text in ("early", "small") and line.says(i + 1, "hour"):
        of_morning = line.past(i + 2, ("of", "the"))
        return DayPart(Part.SMALL_HOURS), of_morning + line.says(of_morning, "morning")
    part = _PARTS.get(line[j].text)
    return (DayPart(part, portion), j + 1) if part else None


# --- Spoken times -----------------------------------------------------------------------------------------


def _spoken(line: Line, i: int) -> Read:
    """Noon, midnight, half past nine, twenty minutes to 2pm, quarter past noon."""
    begin = i
    if line[i].text in ("noon", "midnight"):
        return _named(line[i].text), i + 1
    if half := _half_hour(line, i):
        return half
    if end := _end_of_day(line, i):
        return Clock(23, 59), end
    if line[i].text in ("12", "twelve") and line[i + 1].text in ("noon", "midnight"):
        return _named(line[i + 1].text), i + 2
    if counted := _counted_from_a_clock(line, i):
        return counted
    minutes = _minutes(line, i)
    if not minutes:
        return None
    count, i = minutes
    if line[i].text not in ("past", "to", "after", "before", "til", "till"):
        return None
    hour = _hour_with_half(line, i + 1)
    if not hour or hour[0].minute:
        return None
    if hour[0].is_open and line[i].text in ("to", "before", "til", "till") and not _is_hour(line, begin, hour[1]):
        return None
    late = line[i].text in ("past", "after")
    return _moved(hour[0], count if late else -count), hour[1]


def _counted_from_a_clock(line: Line, i: int) -> Read:
    """2 hours before 5pm, 15 minutes from 1pm, half an hour after noon."""
    length = amount(line, i)
    if not length or not length[0].seconds or line[length[1]].text not in ("before", "after", "from"):
        return None
    j = line.past(length[1] + 1, BEFORE_A_CLOCK)
    start = (_named(line[j].text), j + 1) if line[j].text in ("noon", "midnight") else None
    start = start or with_half(line, j) or digital(line, j)
    if not start:
        return None
    minutes = length[0].seconds // 60
    return _moved(start[0], -minutes if line[length[1]].text == "before" else minutes), start[1]


def _is_hour(line: Line, begin: int, end: int) -> bool:
    """Whether ten to five is a time: not in "level 5 to 6" or "5 to 10 people"."""
    if line[begin - 1].text in LABELS | {"from", "between"}:
        return False
    return line[end].text in BEHIND_A_CLOCK or day_part(line, end) is not None or line[end].text == "oclock"


def _end_of_day(line: Line, i: int) -> int | None:
    """The place behind "eod" or "end of day"; "at the end of the day" is more often a saying."""
    j = i + line.says(i, "the")
    if line.says(j, "eod"):
        return j + 1
    for saying in ("end", "of", "day"), ("end", "of", "the", "day"):
        if line.says(j, *saying) and (len(saying) == 3 or line[i - 1].text == "by"):
            return j + len(saying)
    return None


def _named(name: str) -> Clock:
    return Clock(12) if name == "noon" else Clock(0, is_midnight=True)


def _minutes(line: Line, i: int) -> tuple[int, int] | None:
    """What stands before "past": half, a quarter, twenty, 36 minutes. "Half to" is nothing."""
    j = i + 1 if line[i].text == "a" else i
    if line[j].text == "quarter":
        return 15, j + 1
    if line[i].text == "half":
        return (30, i + 1) if line.says(i + 1, "past") else None
    number = whole(line, i)
    if not number or not 0 < number[0] < 60:
        return None
    count, i = number
    has_unit = line[i].text == "minute"
    if not has_unit and line[i].text not in ("past", "after") and count % 5:
        return None  # "3 to 5" is a range, "ten to five" a time
    return count, i + has_unit


def _hour_with_half(line: Line, i: int) -> Read:
    if line[i].text in ("noon", "midnight"):
        return _named(line[i].text), i + 1
    return with_half(line, i) or hour_in_h(line, i) or plain_hour(line, i)


def _half_hour(line: Line, i: int) -> Read:
    """Half nine is half past nine: British; "half two pages" is none."""
    hour = plain_hour(line, i + 1) if line[i].text == "half" else None
    if not hour or not hour[0].is_open or line[hour[1]].text not in BEHIND_A_CLOCK:
        return None
    return Clock(hour[0].hour, 30, is_open=True), hour[1]


def _moved(hour: Clock, minutes: int) -> Clock:
    total = (hour.hour * 60 + hour.minute + minutes) % (24 * 60)
    moved, minute = divmod(total, 60)
    if hour.is_open:
        moved = moved % 12 or 12
    return Clock(moved, minute, hour.is_open)
