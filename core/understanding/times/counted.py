"""Days counted from now or from another day in a line: "in 2 hours", "three weeks ago", "a week on friday".

The rule a newcomer could break: "I solved it in two hours" and "the day before the interview" tell no
time that we can know.
"""

from __future__ import annotations

from core.understanding.times.amounts import amount, least_and_most, unit_at, whole
from core.understanding.times.days import ALONE
from core.understanding.times.found import STOPS, Found, Strength
from core.understanding.times.phrases import Amount, Away, Day, DayAway, Direction, Some, Weekday, Which, Within
from core.understanding.times.telling import goes_on_in_the_past, is_plan_for_life, is_told_of_the_past
from core.understanding.times.tokens import NOTHING, Line
from core.understanding.times.words import UNITS, WEEKDAY_PLURALS, words

_AHEAD = words("in within after +")
_ABOUT = words("about around approximately just exactly another like only maybe ~")
_TIMERS = words("timer wait snooze pause sleep alarm")
_ASKS_IN = words("me back again ping nudge remind snooze") | {NOTHING}
_A_YEAR = 12
_RUNNING = words("next coming upcoming last past")
_AGO_FROM = {"today": 0, "yesterday": -1}
_MOST_WEEKS = 52
_ENDS = words(". , ? !") | {NOTHING}
_ONE = {
    "minute": Amount(seconds=60),
    "hour": Amount(seconds=3600),
    "day": Amount(days=1),
    "week": Amount(days=7),
    "month": Amount(months=1),
}


def ahead(line: Line, i: int) -> Found | None:
    """In 2 hours, within two weeks, +15min, in the next 3 days, in a few hours, in an hour or two."""
    before = line[i].text
    if before not in _AHEAD:
        return None
    j = line.past(i + 1, _ABOUT)
    if line[j].text == "the" and (running := _running(line, j + 1)):
        return None if is_told_of_the_past(line, i) and running.lean is Direction.FUTURE else running
    some = least_and_most(line, j)
    found = some[1:] if some else amount(line, j) or amount(line, j - 1) or _minutes_only(line, i, j)
    if not found or is_told_of_the_past(line, i):
        return None
    length, end = found
    if goes_on_in_the_past(line, end) or (length.months >= _A_YEAR and is_plan_for_life(line)):
        return None
    if before == "after" and line[end].text not in STOPS - {"of", "i", "we", "they", "he", "she"}:
        return None
    end += 2 * line.says(end, "or", "so")
    if line[end].text in ("of", "before", "after", "ago") or line.says(end, "or"):
        return None
    if line.says(end, "time"):
        end += 1
    elif line[end - 1].raw.endswith("'") and len(line[end - 1].raw) > 1:
        return None  # "ten years' experience"
    end = _from_now(line, end)
    if some:
        return Found(Some(some[0], length), end, lean=Direction.FUTURE)
    if 0 < length.seconds <= 60 and line[j].text == "a" and line[i - 1].text not in _ASKS_IN - {NOTHING}:
        return Found(Away(length), end, Strength.WEAK, Direction.FUTURE)  # "in a minute I'll tell you"
    return Found(Within(length) if before == "within" else Away(length), end, lean=Direction.FUTURE)


def _minutes_only(line: Line, i: int, j: int) -> tuple[Amount, int] | None:
    """Remind me in 15: minutes, when nothing is counted."""
    number = whole(line, j) if line[j].kind == "number" else None
    is_for = line[j + 1].text == "to" and line[j + 2].kind != "number"  # "in 10 to check the rice"
    asked = line[i].text == "in" and line[i - 1].text in _ASKS_IN and (line[j + 1].text in _ENDS or is_for)
    return (Amount(seconds=60 * number[0]), number[1]) if number and asked and 1 < number[0] <= 90 else None


def _from_now(line: Line, i: int) -> int:
    for saying in ("from", "now"), ("from", "today"), ("hence",):
        if line.says(i, *saying):
            return i + len(saying)
    return i


# --- Counted words first ----------------------------------------------------------------------------------


def counted(line: Line, i: int) -> Found | None:
    """3 days ago, 2 weeks from now, two days after next friday, two fridays ago, 5 minutes later, the next 3 days."""
    if line[i - 1].text == "half":
        return None  # "half a week ago" is no week
    if line[i].text == "the" and line[i + 1].text in _RUNNING:
        i += 1
    if line[i].text in _RUNNING:
        return _running(line, i)
    if found := _counted_weekdays(line, i) or _the_day_beside(line, i):
        return found
    if some := least_and_most(line, i):
        least, most, j = some
        if back := _ago(line, j):
            return Found(Some(least, most, back=True), back, lean=Direction.PAST)
        return Found(Some(least, most), end, lean=Direction.FUTURE) if (end := _from_now(line, j)) > j else None
    upcoming = any(line[j].text == "upcoming" for j in (i + 1, i + 2))
    said = amount(line, i)
    if not said:
        return None
    length, j = said
    if upcoming:
        return Found(Away(length), j, lean=Direction.FUTURE)
    return _counted_behind(line, length, j) or _timed(line, length, i, j)


def _counted_weekdays(line: Line, i: int) -> Found | None:
    """Three fridays from now, 2 thursdays ago: today is none of them."""
    number = whole(line, i)
    day = WEEKDAY_PLURALS.get(line[number[1]].text) if number else None
    if not number or day is None or not 1 <= number[0] <= _MOST_WEEKS:
        return None
    weeks, j = Amount(days=7 * (number[0] - 1)), number[1] + 1
    if end := _ago(line, j):
        return Found(Away(weeks, back=True, start=Weekday(day, Which.LAST)), end, lean=Direction.PAST)
    end = _from_now(line, j)
    return Found(Away(weeks, start=Weekday(day)), end, lean=Direction.FUTURE) if end > j else None


def _the_day_beside(line: Line, i: int) -> Found | None:
    """The day after christmas, day before the 5th of May."""
    i += line[i].text == "the"
    if line[i].text != "day" or line[i + 1].text not in ("before", "after"):
        return None
    start = _day_alone(line, i + 2)
    back = line[i + 1].text == "before"
    return Found(Away(_ONE["day"], back, start[0]), start[1]) if start else None


def _ago(line: Line, i: int) -> int | None:
    """The place behind "ago", or "back" that ends what is said."""
    is_back = line[i].text == "ago" or (line[i].text == "back" and line[i + 1].text in STOPS)
    return i + 1 if is_back else None


def _counted_behind(line: Line, length: Amount, j: int) -> Found | None:
    """What the words behind an amount make of it."""
    if end := _ago(line, j):
        away = _AGO_FROM.get(line[end].text)
        if away is not None and not length.seconds:  # a week ago yesterday
            return Found(Away(length, back=True, start=DayAway(away)), end + 1, lean=Direction.PAST)
        return Found(Away(length, back=True), end, lean=Direction.PAST)
    if (end := _from_now(line, j)) > j:
        return Found(Away(length), end, lean=Direction.FUTURE)
    if line[j].text == "later" and line[j + 1].text in (_ENDS):
        return Found(Away(length), j + 1, lean=Direction.FUTURE)
    said_between = line[j].text in ("after", "before", "from", "on")
    if not length.seconds and (said_between or line[j].text in ("today", "tomorrow", "yesterday")):
        start = _day_alone(line, j + said_between)
        back = line[j].text == "before"
        return Found(Away(length, back, start[0]), start[1]) if start else None
    return None


def _day_alone(line: Line, i: int) -> tuple[Day, int] | None:
    i = line.past(i, ("the",))
    for reader in ALONE:
        found = reader(line, i)
        if found and isinstance(found.when, Day):
            return found.when, found.end
    return None


def _timed(line: Line, length: Amount, i: int, j: int) -> Found | None:
    """Set a timer for 5 minutes, snooze 10 min."""
    if line[i - 1].text in ("snooze", "timer") and length.seconds:
        return Found(Away(length), j, lean=Direction.FUTURE)
    if not length.seconds or line[i - 1].text != "for":
        return None
    asked = any(line[k].text in _TIMERS for k in range(max(i - 6, 0), i))
    return Found(Away(length), j, lean=Direction.FUTURE) if asked else None


def _running(line: Line, i: int) -> Found | None:
    """The next 3 days, the last few weeks, the coming days; one alone only as in "within the next hour"."""
    announced = line[i - 1].text == "the" and line[i - 2].text in ("in", "within", "over", "during")
    if line[i].text not in _RUNNING or line[i + 1].text in ("a", "an") or (line.says(i + 1, "half") and not announced):
        return None
    back = line[i].text in ("last", "past")
    if end := _working_day(line, i + 1):
        return Found(Away(Amount(working_days=1), back), end)
    lean = Direction.PAST if back else Direction.FUTURE
    unit = unit_at(line, i + 1)
    if unit in _ONE and line[i + 1].raw.endswith("s") and "'" not in line[i + 1].raw:
        one = _ONE[unit]
        some: tuple[Amount, Amount, int] | None = one + one, one + one + one + one, i + 2
    else:
        some = least_and_most(line, i + 1)
    if some:
        least, most, end = some
        return Found(Within(most, back=True) if back else Some(least, most), end, lean=lean)
    if found := amount(line, i + 1):
        length, end = found
        is_told = goes_on_in_the_past(line, end) or line[i - 1].text == "for" or line.says(i - 2, "for", "the")
        if is_told or (length.months >= _A_YEAR and is_plan_for_life(line)):
            return None
        return Found(Away(length) if line[i].text == "upcoming" else Within(length, back), end, lean=lean)
    if unit in _ONE and announced and not line.says(i + 2, "of"):
        return Found(Within(_ONE[unit], back), i + 2, lean=lean)
    return None


def _working_day(line: Line, i: int) -> int | None:
    """The place behind "weekday", "workday" and "working day"."""
    if line[i].text in ("working", "business") and line.says(i + 1, "day"):
        return i + 2
    return i + 1 if line[i].text in ("weekday", "workday") else None


def the_one_after(line: Line, i: int) -> Found | None:
    """The day after, the min after: right after now, when nothing follows that it would be after of."""
    if line[i].text != "the" or not line.says(i + 2, "after") or line[i + 3].text not in ("", ".", "!", "?"):
        return None
    unit = unit_at(line, i + 1)
    return Found(Away(_ONE[unit]), i + 3, lean=Direction.FUTURE) if unit in _ONE else None


def begins_unknown_day(line: Line, i: int) -> bool:
    """Whether a day is told from something that we do not know: the day before the interview on Friday."""
    return line[i].text in UNITS and line[i + 1].text in ("before", "after", "prior")
