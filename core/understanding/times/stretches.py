"""Weeks, months and years in a line, and days told by them: "end of next week", "last friday of may".

The rule a newcomer could break: "the week" alone is a word; it needs a which, or a portion of it.
"""

from __future__ import annotations

import re

from core.understanding.times.amounts import ordinal
from core.understanding.times.days import ALONE, month_day, weekday, year_behind
from core.understanding.times.found import STOPS, WHICH, Found, Strength
from core.understanding.times.phrases import (
    Day,
    DayAway,
    Direction,
    Month,
    Now,
    NthOf,
    PartOf,
    Portion,
    Span,
    WeekOf,
    Which,
)
from core.understanding.times.tokens import NOTHING, Line
from core.understanding.times.words import DOUBTFUL, MONTHS, WEEKDAYS, words

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ALSO_VERBS = ("may", "march")
_SHIFT = {Which.THIS: 0, Which.NEXT: 1, Which.LAST: -1}
_TELLS_A_MONTH = words("in by until till since before during of from mid early late")
_PORTIONS = {
    "early": Portion.EARLY,
    "mid": Portion.MIDDLE,
    "late": Portion.LATE,
    "later": Portion.LATER,
    "earlier": Portion.EARLIER,
}
_PORTIONS_OF = {
    "end": Portion.LATE,
    "beginning": Portion.EARLY,
    "start": Portion.EARLY,
    "middle": Portion.MIDDLE,
    "rest": Portion.REST,
}
_ENDS = words(". , ! ?") | {NOTHING}


def stretch(line: Line, i: int) -> Found | None:
    """This week, end of next month, early in the new year, the week after next, the weekend."""
    portion, j = _portion(line, i)
    if j > i and (end_of_day := _end_of_a_day(line, j, portion)):
        return end_of_day
    return _unit(line, j, portion) or _month(line, i, j, portion) or _new_year(line, j, portion)


def _portion(line: Line, i: int) -> tuple[Portion, int]:
    """Early, mid, late, later, end of the, at the beginning of."""
    j = i + 1 if line[i].text == "the" else i
    if line[j].text in _PORTIONS_OF and line.says(j + 1, "of"):
        return _PORTIONS_OF[line[j].text], line.past(j + 2, ("the",))
    if line[j].text in ("first", "last") and line[j + 1].raw == "days" and line.says(j + 2, "of"):
        return Portion.EARLY if line[j].text == "first" else Portion.LATE, line.past(j + 3, ("the",))
    if line[i].text in _PORTIONS:
        return _PORTIONS[line[i].text], line.past(i + 1, ("in", "-", "the", "on"))
    return Portion.WHOLE, i


def _end_of_a_day(line: Line, j: int, portion: Portion) -> Found | None:
    """End of the sunday: the Sunday."""
    if portion is Portion.REST and line[j].text in ("day", "today"):
        return Found(Span("day", 0, Portion.LATER), j + 1)
    day = weekday(line, j) if portion not in (Portion.LATER, Portion.EARLIER, Portion.REST) else None
    return day and Found(day.when, day.end, day.strength)


def _unit(line: Line, j: int, portion: Portion) -> Found | None:
    """This week, next month, the following year, the week after next; "the week" only with a portion."""
    j = line.past(j, ("the",))
    which = WHICH.get(line[j].text)
    k = j if which is None else j + 1
    if line[k].text in ("working", "work", "business") and line.says(k + 1, "week"):
        portion, k = Portion.WORKING, k + 1
    unit = line[k].text
    if line[j].text in ("coming", "upcoming"):
        which = Which.NEXT if unit == "week" else which
    if unit not in ("week", "weekend", "month", "year"):
        return None
    if line.says(k + 1, "of"):
        return None  # "my last year of school"
    if line.says(k + 1, "after", "next"):
        return Found(Span(unit, 2, portion), k + 3)
    if line.says(k + 1, "before", "last"):
        return Found(Span(unit, -2, portion), k + 3)
    if which is None:
        said = unit == "weekend" and line[k - 1].text in ("the", "on", "over", "at")
        if portion is Portion.WHOLE and not said:
            return None
        which = Which.THIS
    return Found(Span(unit, _SHIFT[which], portion), k + 1)


def _month(line: Line, i: int, j: int, portion: Portion) -> Found | None:
    """In March, mid december, March 2027, next march; "may" needs a word that makes it a month."""
    j = line.past(j, ("the",)) if portion is not Portion.WHOLE else j
    which = WHICH.get(line[j].text)
    k = j if which is None else j + 1
    number = MONTHS.get(line[k].text)
    if number is None:
        return None
    year, end = year_behind(line, k + 1)
    told = which is not None or year is not None or line[i - 1].text in _TELLS_A_MONTH or portion is not Portion.WHOLE
    if line[k].text == "may" and not told:
        return None
    if line[i - 1].kind == "number" and not _YEAR.fullmatch(line[i - 1].text):
        return None  # "32 august"
    if line[k].text in _ALSO_VERBS and which is Which.THIS and line[end].text not in _ENDS:
        return None  # "this may be"
    if line[k].raw in DOUBTFUL and not (told and line[end].text in STOPS | {"next", "this", "last"}):
        return Found(Month(number, year, which or Which.NEAREST, portion), end, Strength.WEAK)
    return Found(Month(number, year, which or Which.NEAREST, portion), end, Strength.STRONG if told else Strength.WEAK)


def _new_year(line: Line, j: int, portion: Portion) -> Found | None:
    """In the new year: its January; a happy new year is a wish."""
    j = line.past(j, ("in", "the"))
    if not line.says(j, "new", "year") or line[j - 1].text != "the":
        return None
    return Found(Month(1, None, Which.NEXT, portion), j + 2)


def nth_of(line: Line, i: int) -> Found | None:
    """The first tuesday of october, the last day of next month, third day of october."""
    i += line[i].text == "the"
    nth = (-1, i + 1) if line[i].text == "last" else ordinal(line, i)
    if not nth:
        return None
    number, j = nth
    if number > 0 and line.says(j, "last"):
        number, j = -number, j + 1
    if line[j].raw == "days":
        return None
    part = line[j].text if line[j].text in ("week", "half") else None
    weekday_said = WEEKDAYS.get(line[j].text)
    if (weekday_said is None and line[j].text != "day" and not part) or line[j + 1].text not in ("of", "in"):
        return None
    k = line.past(j + 2, ("the",))
    month = (Span("month"), k + 1) if line.says(k, "month") else _month_at(line, k)
    if not month:
        return None
    return Found(PartOf(number, part, month[0]) if part else NthOf(number, weekday_said, month[0]), month[1])


def _month_at(line: Line, i: int) -> tuple[Month | Span, int] | None:
    month = _unit(line, i, Portion.WHOLE) or _month(line, i, i, Portion.WHOLE)
    if not month or not isinstance(month.when, Month | Span):
        return None
    is_month = isinstance(month.when, Month) or month.when.unit == "month"
    return (month.when, month.end) if is_month else None


def week_of(line: Line, i: int) -> Found | None:
    """The week of 7 December, week commencing the 7th."""
    i += line[i].text == "the"
    if line[i].text != "week" or line[i + 1].text not in ("of", "commencing", "beginning", "starting"):
        return None
    j = line.past(i + 2, ("on", "the"))
    for reader in (*ALONE, month_day):
        found = reader(line, j)
        if found and isinstance(found.when, Day):
            return Found(WeekOf(found.when), found.end)
    return None


def now(line: Line, i: int) -> Found | None:
    """Now, as the whole of an answer; elsewhere it is a small word."""
    j = i + (line[i].text in ("right", "just"))
    is_end = line[j + 1].text in _ENDS or line[j + 1].text in ("please", "pls")
    return Found(Now(), j + 1, Strength.WEAK) if line.says(j, "now") and is_end else None


def today(line: Line, i: int) -> Found | None:
    if line.says(i, "later", "today"):
        return Found(Span("day", 0, Portion.LATER), i + 2)
    if line.says(i, "earlier", "today"):
        return Found(DayAway(0), i + 2, lean=Direction.PAST)
    return None
