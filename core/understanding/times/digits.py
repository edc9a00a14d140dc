"""Times on the clock in digits or in words for digits: "3pm", "15:15", "1800h", "twelve oh three".

The rule a newcomer could break: 14PM and 25:12 are no times, and nothing of them may be read as one.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from core.understanding.times.amounts import whole
from core.understanding.times.phrases import Clock
from core.understanding.times.tokens import Line
from core.understanding.times.words import words

Read: TypeAlias = tuple[Clock, int] | None

_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?")
_DOT = re.compile(r"([0-9]{1,2})\.([0-9]{2})")
_COMPACT = re.compile(r"([0-9]{1,2})([0-9]{2})")
_HOUR = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOUGHT = words("oh o zero ou")
_SAYS_A_CLOCK = words("at @ past to")


def digital(line: Line, i: int) -> Read:
    """15:15, 3:15, 15h, 15h30, 1800h, twelve oh three, three o'clock."""
    if read := hour_in_h(line, i):
        return read
    token = line[i]
    if colon := _COLON.fullmatch(token.text):
        j = line.past(past_ish(line, i + 1), ("hour", "h", "hrs"))
        return made(int(colon[1]), int(colon[2]), j, padded=token.text[0] == "0")
    hour = plain_hour(line, i)
    if hour and line[hour[1]].text in ("oclock", "sharp"):
        return hour[0], hour[1] + 1
    if hour and hour[0].is_open and _is_vague(line, hour[1] - 1):
        return hour
    if hour and token.kind == "word" and line[hour[1]].raw in _NOUGHT and (minutes := _spoken_minutes(line, hour[1])):
        return made(hour[0].hour, *minutes)
    return None


def with_half(line: Line, i: int) -> Read:
    """3pm, 9p., 3:15 p.m., 330 pm, nine a m, 3 o'clock pm, three fifteen pm, 3ish pm, 10 30 am, 15:15pm."""
    digits = _hours_and_minutes(line, i)
    if not digits:
        return None
    hour, minute, i = digits
    added = half(line, past_ish(line, line.past(i, ("oclock",))))
    if not added or minute > 59:
        return None
    if 13 <= hour <= 23 and added[0] and line[i - 1].kind == "number" and len(line[i - 1].text) > 2:
        return Clock(hour, minute), added[1]  # said twice, but by no mistake
    return (Clock(hour % 12 + added[0], minute), added[1]) if 1 <= hour <= 12 else None


def half(line: Line, i: int) -> tuple[int, int] | None:
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
        if not _HOUR.fullmatch(token.text):
            return None
        minutes = _minutes_in_digits(line, i + 1) or _spoken_minutes(line, i + 1)
        return (int(token.text), *minutes) if minutes else (int(token.text), 0, i + 1)
    hour = whole(line, i)
    if not hour:
        return None
    minutes = _spoken_minutes(line, hour[1])
    return (hour[0], *minutes) if minutes else (hour[0], 0, hour[1])


def hour_in_h(line: Line, i: int) -> Read:
    """15h, 15h15, 1800h, 0730 hrs; "2h" alone is more often a length of time."""
    token, unit = line[i], line[i + 1]
    if token.kind != "number" or unit.raw not in ("h", "hrs", "hours"):
        return None
    if unit.raw == "h" and unit.glued and (pointed := dotted(line, i)):
        return pointed[0], i + 2
    compact = _COMPACT.fullmatch(token.text)
    if compact and len(token.text) == 4 and not line[i + 2].glued:
        return made(int(compact[1]), int(compact[2]), i + 2, padded=True)
    if unit.raw != "h" or not unit.glued or not _HOUR.fullmatch(token.text):
        return None
    minutes = line[i + 2]
    if minutes.glued and minutes.kind == "number" and len(minutes.text) == 2:
        return made(int(token.text), int(minutes.text), i + 3, padded=True)
    is_said = line[i - 1].text in _SAYS_A_CLOCK or int(token.text) > 12
    return made(int(token.text), 0, i + 2, padded=True) if is_said else None


# --- Numbers that may be hours ----------------------------------------------------------------------------


def bare_hour(line: Line, i: int) -> Read:
    """A number that may be an hour if a day stands beside it: "tomorrow 5", "9 tomorrow morning"."""
    token = line[i]
    if token.kind == "number":
        if pointed := dotted(line, i):
            return pointed
        if pair := spaced(line, i):
            return pair
        if (compact := _COMPACT.fullmatch(token.text)) and len(token.text) == 4:
            return made(int(compact[1]), int(compact[2]), i + 1, padded=True)
    return hour_and_spoken_minutes(line, i) or plain_hour(line, i)


def plain_hour(line: Line, i: int) -> Read:
    token = line[i]
    if token.kind == "number" and not _HOUR.fullmatch(token.text):
        return None
    hour = whole(line, i)
    if not hour or not 1 <= hour[0] <= 23 or (token.kind == "word" and hour[0] > 12):
        return None
    return made(hour[0], 0, past_ish(line, hour[1]), padded=token.text[0] == "0")


def past_ish(line: Line, i: int) -> int:
    """The place behind the "ish" of "11ish" and "11-ish"."""
    j = i + (line.says(i, "-") and line[i].glued)
    return j + 1 if line[j].raw == "ish" else i


def _is_vague(line: Line, i: int) -> bool:
    """Whether the hour that ends there is made one by its "ish": 7ish, sevenish."""
    word = line[i]
    return word.kind == "word" and word.raw.endswith("ish")


def is_year(line: Line, i: int) -> bool:
    return _YEAR.fullmatch(line[i].text) is not None


def spaced(line: Line, i: int) -> Read:
    """10 30, where a time must stand."""
    minutes = _minutes_in_digits(line, i + 1) if _HOUR.fullmatch(line[i].text) else None
    return made(int(line[i].text), *minutes, padded=line[i].text[0] == "0") if minutes else None


def _minutes_in_digits(line: Line, i: int) -> tuple[int, int] | None:
    """Two digits that stand alone behind an hour."""
    token = line[i]
    alone = token.kind == "number" and not token.glued and len(token.text) == 2 and token.text.isdecimal()
    return (int(token.text), i + 1) if alone and int(token.text) < 60 else None


def dotted(line: Line, i: int) -> Read:
    """18.30 behind a day, where it is no price."""
    match = _DOT.fullmatch(line[i].text)
    return made(int(match[1]), int(match[2]), i + 1, padded=line[i].text[0] == "0") if match else None


def three_digits(line: Line, i: int) -> Read:
    match = _COMPACT.fullmatch(line[i].text)
    return made(int(match[1]), int(match[2]), past_ish(line, i + 1)) if match and len(line[i].text) == 3 else None


def hour_and_spoken_minutes(line: Line, i: int) -> Read:
    read = _hours_and_minutes(line, i) if line[i].kind == "word" else None
    return made(read[0], read[1], read[2]) if read and read[1] else None


def _spoken_minutes(line: Line, i: int) -> tuple[int, int] | None:
    """The minutes of "three fifteen" and "twelve oh three"."""
    if line[i].raw in _NOUGHT:
        ones = whole(line, i + 1)
        return ones if ones and 0 < ones[0] < 10 and line[i + 1].kind == "word" else None
    minutes = whole(line, i) if line[i].kind == "word" else None
    return minutes if minutes and 10 <= minutes[0] < 60 else None


def made(hour: int, minute: int, i: int, *, padded: bool = False) -> Read:
    """The clock, if there is such a time; a leading nought or an hour over twelve closes it."""
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    return Clock(hour, minute, is_open=1 <= hour <= 12 and not padded), i
