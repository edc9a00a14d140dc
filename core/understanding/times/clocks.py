"""Times on the clock and parts of the day in a line.

The rule a newcomer could break: a number alone is no time. It needs "at" or the like before it, or a day beside it
(the grammar decides), and nothing after it that is being counted.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from core.understanding.times.amounts import whole
from core.understanding.times.phrases import Clock, DayPart, Part, Portion
from core.understanding.times.tokens import Line

Read: TypeAlias = "tuple[Clock, int] | None"

_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?")
_DOT = re.compile(r"([0-9]{1,2})\.([0-9]{2})")
_COMPACT = re.compile(r"([0-9]{1,2})([0-9]{2})")
_RANGE = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?[-–]([0-9]{1,2})(?:[:.]([0-9]{2}))?")
_NOUGHT = ("oh", "o", "zero", "ou")
_HOUR = re.compile(r"[0-9]{1,2}")

BEFORE_A_CLOCK = frozenset({"at", "@"})
_MAYBE_BEFORE_A_CLOCK = frozenset(
    {"by", "around", "about", "before", "until", "till", "after", "approximately", "from", "between"}
)
_SOFTENERS = frozenset({"about", "around", "approximately", "like", "exactly", "~"})
BEHIND_A_CLOCK = frozenset(
    {
        "",
        ".",
        ",",
        "!",
        "?",
        ";",
        ")",
        ":",
        "-",
        "–",
        "to",
        "and",
        "or",
        "for",
        "so",
        "but",
        "please",
        "pls",
        "plz",
        "in",
        "on",
    }
    | {
        "with",
        "then",
        "thanks",
        "that",
        "about",
        "i",
        "we",
        "they",
        "he",
        "she",
        "it",
        "if",
        "because",
        "when",
        "sharp",
    }
    | {
        "today",
        "tomorrow",
        "tonight",
        "this",
        "every",
        "each",
        "daily",
        "my",
        "the",
        "is",
        "was",
        "next",
        "yesterday",
    }
)
_COUNTED = frozenset(
    {
        "people",
        "%",
        "percent",
        "per",
        "degrees",
        "of",
        "out",
        "/",
        "x",
        "km",
        "kg",
        "k",
        "m",
        "euro",
        "€",
        "$",
        "£",
        "point",
    }
    | {
        "times",
        "other",
        "more",
        "different",
        "or",
        "tables",
        "men",
        "women",
        "children",
        "grand",
        "usd",
        "eur",
        "gbp",
    }
)
_ZONES_LEFT_TO_THE_PERSON = frozenset(
    {
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "cet",
        "cest",
        "bst",
        "ist",
        "gmt",
        "utc",
        "z",
        "jst",
        "aest",
    }
    | {"cat", "eat", "wat", "sast", "et", "pt", "ct", "eet", "msk", "hkt", "sgt"}
)


def clock(line: Line, i: int) -> Read:
    """A time that proves itself: 3pm, 15:15, half past nine, quarter to 6, noon, at 11."""
    start = line.past(i, BEFORE_A_CLOCK | _SOFTENERS)
    return (
        _spoken(line, start)
        or _with_half(line, start)
        or _digital(line, start)
        or _called_for(line, i, start)
    )


def clock_range(line: Line, i: int, *, announced: bool = False) -> tuple[Clock, Clock, int] | None:
    """9:30-11:00, 2-4pm, from 9 to 11, between 2 and 4."""
    if line[i].text in ("from", "between"):
        announced, i = True, i + 1
    if read := _range_in_one(line, i, announced):
        return read
    first = _side(line, i, announced)
    if not first or line[first[1]].text not in ("-", "–", "to", "till", "until", "and"):
        return None
    joint = line[first[1]].text
    if (joint == "and" or joint == "to") and not announced:
        return None
    second = _side(line, first[1] + 1, announced)
    if not second or (first[0].is_open and second[0].is_open and line[second[1]].text not in BEHIND_A_CLOCK):
        return None
    return _ordered(first[0], second[0], second[1])


def bare_hour(line: Line, i: int) -> Read:
    """A number that may be an hour if a day stands beside it: "tomorrow 5", "9 tomorrow morning"."""
    token = line[i]
    if token.kind == "number":
        if dot := _DOT.fullmatch(token.text):
            return _made(int(dot[1]), int(dot[2]), i + 1, padded=token.text[0] == "0")
        if (compact := _COMPACT.fullmatch(token.text)) and len(token.text) == 4:
            return _made(int(compact[1]), int(compact[2]), i + 1, padded=True)
    return _hour_and_spoken_minutes(line, i) or _plain_hour(line, i)


def dotted(line: Line, i: int) -> Read:
    """18.30 behind a day, where it is no price."""
    match = _DOT.fullmatch(line[i].text)
    return _made(int(match[1]), int(match[2]), i + 1, padded=line[i].text[0] == "0") if match else None


def day_part(line: Line, i: int) -> tuple[DayPart, int] | None:
    """Morning, late evening, early in the morning; whether it is "this" morning, the grammar sees."""
    portion, j = Portion.WHOLE, i
    if line[i].text in ("early", "late", "mid", "later"):
        portion = {"early": Portion.EARLY, "mid": Portion.MIDDLE}.get(line[i].text, Portion.LATE)
        j = line.past(i + 1, frozenset({"in", "the", "on", "-", "this", "at"}))
    if line[i].text in ("early", "small") and line.says(i + 1, "hour"):
        of_morning = line.past(i + 2, frozenset({"of", "the"}))
        return DayPart(Part.SMALL_HOURS), of_morning + line.says(of_morning, "morning")
    name = line[j].text
    if name not in ("morning", "lunch", "afternoon", "evening", "night", "daytime"):
        return None
    return DayPart(Part[name.upper()], portion), j + 1


def is_elsewhere(line: Line, i: int) -> bool:
    """Whether the clock is said to be another place's: then our reading would be wrong, so there is none."""
    if line[i].text in _ZONES_LEFT_TO_THE_PERSON:
        return True
    return (
        line[i].kind == "word"
        and line.says(i + 1, "time")
        and line[i].text not in ("local", "my", "this", "next", "our")
    )


# --- Spoken times ---------------------------------------------------------------------------------------------


def _spoken(line: Line, i: int) -> Read:
    """Noon, midnight, half past nine, twenty minutes to 2pm, quarter past noon."""
    if line[i].text in ("noon", "midnight"):
        return _named(line[i].text), i + 1
    if half := _half_hour(line, i):
        return half
    if end := _end_of_day(line, i):
        return Clock(23, 59), end
    if line[i].text in ("12", "twelve") and line[i + 1].text in ("noon", "midnight"):
        return _named(line[i + 1].text), i + 2
    minutes = _minutes(line, i)
    if not minutes:
        return None
    count, i = minutes
    if line[i].text not in ("past", "to", "after", "before", "til", "till"):
        return None
    hour = _hour_with_half(line, i + 1)
    if not hour or hour[0].minute:
        return None
    late = line[i].text in ("past", "after")
    return _moved(hour[0], count if late else -count), hour[1]


def _end_of_day(line: Line, i: int) -> int | None:
    """The place behind "eod" or "end of day"; "at the end of the day" is more often a saying."""
    j = i + line.says(i, "the")
    if line.says(j, "eod"):
        return j + 1
    for words in ("end", "of", "day"), ("end", "of", "the", "day"):
        if line.says(j, *words) and (len(words) == 3 or line[i - 1].text == "by"):
            return j + len(words)
    return None


def _named(name: str) -> Clock:
    return Clock(12) if name == "noon" else Clock(0, is_midnight=True)


def _minutes(line: Line, i: int) -> tuple[int, int] | None:
    """What stands before "past": half, a quarter, twenty, 36 minutes. Only "half" may not stand before "to"."""
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
    return _with_half(line, i) or _hour_in_h(line, i) or _plain_hour(line, i)


def _moved(hour: Clock, minutes: int) -> Clock:
    total = (hour.hour * 60 + minutes) % (24 * 60)
    moved, minute = divmod(total, 60)
    if hour.is_open:
        moved = moved % 12 or 12
    return Clock(moved, minute, hour.is_open)


def _half_hour(line: Line, i: int) -> Read:
    """Half nine is half past nine: British; "half two pages" is none."""
    hour = _plain_hour(line, i + 1) if line[i].text == "half" else None
    if not hour or not hour[0].is_open or line[hour[1]].text not in BEHIND_A_CLOCK:
        return None
    return Clock(hour[0].hour, 30, is_open=True), hour[1]


# --- Digits ---------------------------------------------------------------------------------------------------


def _with_half(line: Line, i: int) -> Read:
    """3pm, 9p., 3:15 p.m., 330 pm, nine a m, 3 o'clock pm, three fifteen pm, 3ish pm."""
    digits = _hours_and_minutes(line, i)
    if not digits:
        return None
    hour, minute, i = digits
    half = _half(line, line.past(i, frozenset({"oclock", "ish"})))
    if not half or not 1 <= hour <= 12 or minute > 59:
        return None
    return Clock(hour % 12 + half[0], minute), half[1]


def _half(line: Line, i: int) -> tuple[int, int] | None:
    """Am or pm in all spellings, as hours to add; "in the am" too, "a" and "p" only when they are no word."""
    if line.says(i, "in", "the") and line[i + 2].text in ("am", "pm"):
        i += 2
    token = line[i]
    if token.text in ("am", "pm"):
        return (12 if token.text == "pm" else 0), i + 1
    if token.raw not in ("a", "p"):
        return None
    j = i + 1 + line.says(i + 1, ".")
    if line[j].raw == "m":
        return (12 if token.raw == "p" else 0), j + 1 + (line.says(j + 1, ".") and line[j].kind == "word")
    return ((12 if token.raw == "p" else 0), i + 1) if token.glued else None


def _hours_and_minutes(line: Line, i: int) -> tuple[int, int, int] | None:
    """An hour with or without minutes, in any spelling that am or pm would make a time of."""
    token = line[i]
    if token.kind == "number":
        for shape in (_COLON, _DOT, _COMPACT):
            if match := shape.fullmatch(token.text):
                if shape is _COMPACT and len(token.text) == 2:
                    break
                return int(match[1]), int(match[2]), i + 1
        return (int(token.text), 0, i + 1) if _HOUR.fullmatch(token.text) else None
    hour = whole(line, i)
    if not hour:
        return None
    minutes = _spoken_minutes(line, hour[1])
    return (hour[0], *minutes) if minutes else (hour[0], 0, hour[1])


def _spoken_minutes(line: Line, i: int) -> tuple[int, int] | None:
    """The minutes of "three fifteen" and "twelve oh three"."""
    if line[i].raw in _NOUGHT:
        ones = whole(line, i + 1)
        return ones if ones and 0 < ones[0] < 10 and line[i + 1].kind == "word" else None
    minutes = whole(line, i) if line[i].kind == "word" else None
    return minutes if minutes and 10 <= minutes[0] < 60 else None


def _digital(line: Line, i: int) -> Read:
    """15:15, 3:15, 15h, 15h30, 1800h, twelve oh three, three o'clock."""
    if read := _hour_in_h(line, i):
        return read
    token = line[i]
    if colon := _COLON.fullmatch(token.text):
        j = line.past(i + 1, frozenset({"hour", "h", "hrs"}))
        return _made(int(colon[1]), int(colon[2]), j, padded=token.text[0] == "0")
    hour = _plain_hour(line, i)
    if hour and line[hour[1]].text == "oclock":
        return hour[0], hour[1] + 1
    if (
        hour
        and token.kind == "word"
        and line[hour[1]].raw in _NOUGHT
        and (minutes := _spoken_minutes(line, hour[1]))
    ):
        return _made(hour[0].hour, *minutes)
    return None


def _hour_in_h(line: Line, i: int) -> Read:
    """15h, 15h15, 1800h, 0730 hrs; "2h" alone is more often a length of time."""
    token, unit = line[i], line[i + 1]
    if token.kind != "number" or unit.raw not in ("h", "hrs", "hours"):
        return None
    compact = _COMPACT.fullmatch(token.text)
    if compact and len(token.text) == 4:
        return _made(int(compact[1]), int(compact[2]), i + 2, padded=True)
    if unit.raw != "h" or not unit.glued or not _HOUR.fullmatch(token.text):
        return None
    minutes = line[i + 2]
    if minutes.glued and minutes.kind == "number" and len(minutes.text) == 2:
        return _made(int(token.text), int(minutes.text), i + 3, padded=True)
    is_said = line[i - 1].text in BEFORE_A_CLOCK | {"past", "to"} or int(token.text) > 12
    return _made(int(token.text), 0, i + 2, padded=True) if is_said else None


def _called_for(line: Line, i: int, start: int) -> Read:
    """A bare number that a word before it makes a time: at 5, by 1030, around half nine."""
    before = {line[j].text for j in range(i - 1, start)}
    if before & BEFORE_A_CLOCK:
        read = bare_hour(line, start) or three_digits(line, start) or _hour_and_spoken_minutes(line, start)
        return read if read and not _is_counting(line, read[1], read[0]) else None
    if before & _MAYBE_BEFORE_A_CLOCK:
        read = bare_hour(line, start) or _hour_and_spoken_minutes(line, start)
        return read if read and line[read[1]].text in BEHIND_A_CLOCK else None
    return None


def _hour_and_spoken_minutes(line: Line, i: int) -> Read:
    read = _hours_and_minutes(line, i) if line[i].kind == "word" else None
    return _made(read[0], read[1], read[2]) if read and read[1] else None


def three_digits(line: Line, i: int) -> Read:
    match = _COMPACT.fullmatch(line[i].text)
    return _made(int(match[1]), int(match[2]), i + 1) if match and len(line[i].text) == 3 else None


def _plain_hour(line: Line, i: int) -> Read:
    token = line[i]
    if token.kind == "number" and not _HOUR.fullmatch(token.text):
        return None
    hour = whole(line, i)
    if not hour or not 1 <= hour[0] <= 23 or (token.kind == "word" and hour[0] > 12):
        return None
    j = hour[1] + (line[hour[1]].raw == "ish" and line[hour[1]].glued)
    return _made(hour[0], 0, j, padded=token.text[0] == "0")


def _made(hour: int, minute: int, i: int, *, padded: bool = False) -> Read:
    """The clock, if there is such a time; a leading nought or an hour over twelve says which half of the day."""
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    return Clock(hour, minute, is_open=1 <= hour <= 12 and not padded), i


def _is_counting(line: Line, i: int, read: Clock) -> bool:
    """Whether the number counts something: at 10 people, at 3 companies; an age: at 24 I left."""
    after = line[i]
    if read.minute and after.text == "minute":
        return False
    if after.text in _COUNTED or (after.glued and after.kind != "mark"):
        return True
    if after.glued and after.text in ("-", "'", "’", "+", "_", "°"):
        return True
    if not read.is_open and not read.minute and after.text in ("i", "he", "she", "we", "they", "my"):
        return True
    plural = after.kind == "word" and len(after.raw) > 3 and after.raw.endswith("s")
    return plural and after.text not in BEHIND_A_CLOCK and after.raw not in ("this", "tomorrows", "thanks")


# --- Ranges ---------------------------------------------------------------------------------------------------


def _range_in_one(line: Line, i: int, announced: bool) -> tuple[Clock, Clock, int] | None:
    """9:30-11:00, 2-4pm, and 9-11 when "from" or "at" stands before it."""
    match = _RANGE.fullmatch(line[i].text)
    if not match:
        return None
    hours, minutes = (int(match[1]), int(match[3])), (int(match[2] or 0), int(match[4] or 0))
    if half := _half(line, i + 1):
        if not all(1 <= hour <= 12 for hour in hours) or max(minutes) > 59:
            return None
        end = Clock(hours[1] % 12 + half[0], minutes[1])
        return _ordered(Clock(hours[0], minutes[0], is_open=True), end, half[1])
    if not (announced or (match[2] and match[4] and ":" in match[0]) or line[i - 1].text == "at"):
        return None
    first, last = (_made(hour, minute, i + 1) for hour, minute in zip(hours, minutes, strict=True))
    return _ordered(first[0], last[0], i + 1) if first and last else None


def _side(line: Line, i: int, announced: bool) -> Read:
    return (
        _with_half(line, i)
        or _digital(line, i)
        or _spoken(line, i)
        or (_plain_hour(line, i) if announced else None)
    )


def _ordered(first: Clock, last: Clock, i: int) -> tuple[Clock, Clock, int] | None:
    """Both ends, the open one settled by the other: 11-1pm starts in the morning, 9 to 5 ends in the evening."""
    if first.is_open and not last.is_open:
        hours = [
            hour
            for hour in (first.hour % 12 + 12, first.hour % 12)
            if (hour, first.minute) < (last.hour, last.minute)
        ]
        if not hours:
            return None
        first = Clock(hours[0], first.minute)
    elif last.is_open and not first.is_open:
        hours = [
            hour
            for hour in (last.hour % 12, last.hour % 12 + 12)
            if (hour, last.minute) > (first.hour, first.minute)
        ]
        if not hours:
            return None
        last = Clock(hours[0], last.minute)
    return first, last, i
