"""Numbers and lengths of time in a line: "twenty-one", "an hour and a half", "two working days".

Each reader is given a line and a place in it, and gives what it read and the place behind it, or None.
The rule a newcomer could break: a reader never guesses a number that is not written there.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from core.understanding.times.phrases import Amount
from core.understanding.times.tokens import Line, once
from core.understanding.times.words import DAYS, MONTHS_LONG, NUMBERS, ORDINALS, SECONDS, TENS, UNITS

Read: TypeAlias = "tuple[float, int] | None"

_WHOLE = re.compile(r"[0-9]{1,4}")
_DECIMAL = re.compile(r"([0-9]{1,3})\.([0-9]{1,2})")
_FRACTION = re.compile(r"([1-9])/([24])")
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})[-–]([0-9]{1,2})")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_ONE = frozenset({"a", "an"})
_WORKING = frozenset({"working", "business", "work"})
_MANY_YEARS = 100


def whole(line: Line, i: int) -> tuple[int, int] | None:
    """A whole number in digits or words: 7, seven, twenty one, thirty-six."""
    token = line[i]
    if token.kind == "number":
        return (int(token.text), i + 1) if _WHOLE.fullmatch(token.text) else None
    if token.text in NUMBERS:
        return NUMBERS[token.text], i + 1
    if token.text not in TENS:
        return None
    j = i + 2 if line.says(i + 1, "-") else i + 1
    ones = NUMBERS.get(line[j].text, 0)
    return (TENS[token.text] + ones, j + 1) if 0 < ones < 10 else (TENS[token.text], i + 1)


def ordinal(line: Line, i: int) -> tuple[int, int] | None:
    """24th, third, twenty seventh."""
    token = line[i]
    if token.kind == "number":
        has_ending = line[i + 1].glued and line[i + 1].text in _ORDINAL_ENDINGS
        return (int(token.text), i + 2) if has_ending and _WHOLE.fullmatch(token.text) else None
    if token.text in ORDINALS:
        return ORDINALS[token.text], i + 1
    j = i + 2 if line.says(i + 1, "-") else i + 1
    ones = ORDINALS.get(line[j].text, 10)
    return (TENS[token.text] + ones, j + 1) if token.text in TENS and ones < 10 else None


@once
def amount(line: Line, i: int) -> tuple[Amount, int] | None:
    """2 days, an hour and a half, 1h 20min, half an hour, three quarters of an hour, two working days."""
    first = _one_amount(line, i)
    if not first:
        return None
    total, i = first
    for _ in range(3):
        j = i + 1 if line[i].text in ("and", "n", ",", "&") else i
        minutes = whole(line, j) if j > i and line[i - 1].text == "hour" and line[j].kind == "number" else None
        if minutes and minutes[0] < 60 and line[minutes[1]].text in ("", ".", ",", "!", "?", "from", "ago"):
            return total + Amount(seconds=60 * minutes[0]), minutes[1]  # an hour and 10
        more = _one_amount(line, j)
        if not more or _size(more[0]) >= _size(total):
            break
        total, i = total + more[0], more[1]
    return total, i


def _one_amount(line: Line, i: int) -> tuple[Amount, int] | None:
    number = _number(line, i)
    if not number:
        return None
    count, i = number
    i = line.past(i, ("more", "full", "of", "upcoming"))
    if line[i].text in _WORKING and line.says(i + 1, "day"):
        return _whole_amount(count, "working day"), i + 2
    if line[i].text == "workday":
        return _whole_amount(count, "working day"), i + 1
    unit = unit_at(line, i)
    if not unit:
        return None
    i += 1
    for part, size in ("half", 0.5), ("quarter", 0.25):
        if line[i].text in ("and", "n") and line.says(i + 1, "a", part):
            count, i = count + size, i + 3
    found = _whole_amount(count, unit)
    if line[i - 1].raw == "h" and line[i].glued and re.fullmatch("[0-5][0-9]", line[i].text):
        return found + Amount(seconds=60 * int(line[i].text)), i + 1
    return (found, i) if found != Amount() else None


def unit_at(line: Line, i: int) -> str | None:
    """The unit that stands there; a single letter is one only right behind its number ("2h")."""
    token = line[i]
    if token.glued and token.raw in ("h", "m", "s", "d", "w") and line[i - 1].kind == "number":
        return {"h": "hour", "m": "minute", "s": "second", "d": "day", "w": "week"}[token.raw]
    if token.raw == "h" and line[i - 1].kind == "number":
        return "hour"
    if token.text == "'" and token.glued and line[i - 1].kind == "number":
        return "minute"
    return token.text if token.text in UNITS else None


def _number(line: Line, i: int) -> Read:
    """What may stand before a unit: 2, 1.5, 1/2, a, a couple of, half an, two and a half, a quarter of an."""
    token = line[i]
    if found := _part_of_one(line, i):
        return found
    if decimal := _DECIMAL.fullmatch(token.text):
        return float(decimal[0]), i + 1
    if line.says(i + 1, ",", "5") and line[i + 1].glued and line[i + 2].glued and _WHOLE.fullmatch(token.text):
        return int(token.text) + 0.5, i + 3
    if fraction := _FRACTION.fullmatch(token.text):
        return int(fraction[1]) / int(fraction[2]), i + 1
    j = i + 1 if token.text in _ONE | {"another"} else i
    if line[j].text in ("couple", "pair"):
        return 2, line.past(j + 1, ("of",))
    if j > i:
        return (1, j)
    number = whole(line, i)
    if not number:
        return None
    count, i = number
    for half in (("and", "a", "half"), ("and", "an", "half"), ("and", "half"), ("1/2",)):
        if line.says(i, *half):
            return count + 0.5, i + len(half)
    return count, i


def _part_of_one(line: Line, i: int) -> Read:
    """Half an, a half, a quarter of an, three quarters of an, three-quarters of an."""
    if line[i].text not in ("half", "a", "quarter", "three"):
        return None
    for words, value in (
        (("half", "an"), 0.5),
        (("half", "a"), 0.5),
        (("a", "half"), 0.5),
        (("half",), 0.5),
        (("a", "quarter", "of", "an"), 0.25),
        (("quarter", "of", "an"), 0.25),
        (("three", "quarter", "of", "an"), 0.75),
        (("three", "-", "quarter", "of", "an"), 0.75),
    ):
        if line.says(i, *words):
            return value, i + len(words)
    return None


def _whole_amount(count: float, unit: str) -> Amount:
    """The amount, or nothing when it is a fraction of a unit that has no fractions."""
    if unit in SECONDS:
        return Amount(seconds=round(count * SECONDS[unit]))
    if count > _MANY_YEARS * 366:
        return Amount()
    if unit == "year" and count * 2 == int(count * 2):
        count, unit = count * 12, "month"
    if count != int(count):
        return Amount()
    if unit in MONTHS_LONG:
        months = int(count) * MONTHS_LONG[unit]
        return Amount(months=months) if months <= _MANY_YEARS * 12 else Amount()
    return Amount(working_days=int(count)) if unit == "working day" else Amount(days=int(count) * DAYS[unit])


def least_and_most(line: Line, i: int) -> tuple[Amount, Amount, int] | None:
    """2-3 days, two or three weeks, 5 to 10 minutes, an hour or two, a few days (two to four of them)."""
    j = i + (line[i].text == "a")
    if line[j].text in ("few", "several") and (unit := unit_at(line, j + 1)):
        return _whole_amount(2, unit), _whole_amount(4, unit), j + 2
    if both := _TWO_NUMBERS.fullmatch(line[i].text):
        least, most, j = int(both[1]), int(both[2]), i + 1
    else:
        first = (1, i + 1) if line[i].text in _ONE else whole(line, i)
        unit = unit_at(line, first[1]) if first else None
        j = first[1] + (unit is not None) if first else i
        second = whole(line, j + 1) if first and line[j].text in ("or", "to", "-", "–") else None
        if not first or not second:
            return None
        if unit:
            ends = _whole_amount(first[0], unit), _whole_amount(second[0], unit)
            return (*ends, second[1]) if line.says(j, "or") and _size(ends[0]) < _size(ends[1]) else None
        least, (most, j) = first[0], second
    unit = unit_at(line, j)
    return (_whole_amount(least, unit), _whole_amount(most, unit), j + 1) if unit and least < most else None


def _size(amount: Amount) -> int:
    return amount.seconds + 86_400 * (amount.days + amount.working_days + 30 * amount.months)
