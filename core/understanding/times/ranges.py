"""Two times on the clock in a line: "9:30-11:00", "2-4pm", "between 2 and 4".

The rule a newcomer could break: one end settles the other; 11-1pm begins in the morning.
"""

from __future__ import annotations

import re

from core.understanding.times.clocks import BEHIND_A_CLOCK, told
from core.understanding.times.digits import Read, half, made, plain_hour, with_half
from core.understanding.times.phrases import Clock
from core.understanding.times.telling import is_told_of_the_past
from core.understanding.times.tokens import Line
from core.understanding.times.words import LABELS, MOVES, WEEKDAYS

_RANGE = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?[-–]([0-9]{1,2})(?:[:.]([0-9]{2}))?")


def clock_range(line: Line, i: int, *, announced: bool = False) -> tuple[Clock, Clock, int] | None:
    """9:30-11:00, 2-4pm, from 9 to 11, between 2 and 4."""
    if line[i].text in ("from", "between"):
        announced, i = True, i + 1
    if line[i].kind == "mark":
        return None
    if announced and line.says(i, "now") and line[i + 1].text in ("and", "to", "till", "until"):
        until = _side(line, i + 2, announced)
        return (Clock(0, is_now=True), *until) if until else None
    announced = announced or _stands_before_a_day(line, i)
    if read := _range_in_one(line, i, announced):
        return read
    first = _side(line, i, announced) or _hour_of_pair(line, i)
    if not first or line[first[1]].text not in ("-", "–", "to", "till", "until", "and"):
        return None
    joint = line[first[1]].text
    if joint == "and" and not announced:
        return None
    if joint == "to" and not announced and (first[0].is_open and line[first[1] - 1].kind == "number"):
        return None  # "ten to five" is one time
    if joint == "to" and any(line[j].text in MOVES for j in range(max(i - 8, 0), i)):
        return None
    second = _side(line, first[1] + 1, announced)
    if not second or (first[0].is_open and second[0].is_open and line[second[1]].text not in BEHIND_A_CLOCK):
        return None
    return _ordered(first[0], second[0], second[1])


def _stands_before_a_day(line: Line, i: int) -> bool:
    """Whether two mere numbers are hours of a day: 2-4 tomorrow, 9 to 11 on monday; "3-2 on monday" is a result."""
    both = _RANGE.fullmatch(line[i].text)
    first, last = (both[1], both[3]) if both else (line[i].text, line[i + 2].text)
    if not both and line[i + 1].text not in ("-", "–", "to"):
        return False
    if line[i - 1].text in LABELS or not (first.isdecimal() and last.isdecimal() and len(first) < 3 and len(last) < 3):
        return False
    runs_on = int(first) < int(last) <= 23 or (7 <= int(first) <= 12 and 1 <= int(last) <= 6)
    day = line[line.past(i + 1 if both else i + 3, ("on",))].text
    return runs_on and (day in WEEKDAYS or day in ("today", "tomorrow", "tonight")) and not is_told_of_the_past(line, i)


def _range_in_one(line: Line, i: int, announced: bool) -> tuple[Clock, Clock, int] | None:
    """9:30-11:00, 2-4pm, and 9-11 when "from" or "at" stands before it."""
    match = _RANGE.fullmatch(line[i].text)
    if not match:
        return None
    hours, minutes = (int(match[1]), int(match[3])), (int(match[2] or 0), int(match[4] or 0))
    if added := half(line, i + 1):
        if not all(1 <= hour <= 12 for hour in hours) or max(minutes) > 59:
            return None
        end = Clock(hours[1] % 12 + added[0], minutes[1])
        return _ordered(Clock(hours[0], minutes[0], is_open=True), end, added[1])
    if not (announced or (match[2] and match[4] and ":" in match[0]) or line[i - 1].text == "at"):
        return None
    first, last = (made(hour, minute, i + 1) for hour, minute in zip(hours, minutes, strict=True))
    return _ordered(first[0], last[0], i + 1) if first and last else None


def _side(line: Line, i: int, announced: bool) -> Read:
    return told(line, i) or (plain_hour(line, i) if announced else None)


def _hour_of_pair(line: Line, i: int) -> Read:
    """The 10 of "10 - 11am": the half of the day stands behind the second."""
    hour = plain_hour(line, i)
    paired = (
        hour
        and line[hour[1]].text in (("-", "–", "to") if hour[0].hour % 5 else ("-", "–"))
        and with_half(line, hour[1] + 1)
    )
    return hour if paired else None


def _ordered(first: Clock, last: Clock, i: int) -> tuple[Clock, Clock, int] | None:
    """Both ends, an open one settled by the other: 11-1pm starts in the morning."""
    if first.is_open and not last.is_open:
        hours = [
            hour for hour in (first.hour % 12 + 12, first.hour % 12) if (hour, first.minute) < (last.hour, last.minute)
        ]
        if not hours:
            return None
        first = Clock(hours[0], first.minute)
    elif last.is_open and not first.is_open:
        hours = [
            hour for hour in (last.hour % 12, last.hour % 12 + 12) if (hour, last.minute) > (first.hour, first.minute)
        ]
        if not hours:
            return None
        last = Clock(hours[0], last.minute)
    return first, last, i
