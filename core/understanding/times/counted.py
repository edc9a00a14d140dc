"""Days counted from now or from another day in a line: "in 2 hours", "three weeks ago", "a week on friday".

The rule a newcomer could break: "I solved it in two hours" and "the day before the interview" tell no
time that we can know.
"""

from __future__ import annotations

from core.understanding.times.amounts import amount, unit_at, whole
from core.understanding.times.days import ALONE
from core.understanding.times.found import STOPS, Found
from core.understanding.times.phrases import Amount, Away, Day, Direction, Few, Within
from core.understanding.times.tokens import NOTHING, Line
from core.understanding.times.words import UNITS, words

_AHEAD = words("in within after +")
_ABOUT = words("about around approximately just exactly another like only maybe ~")
_TIMERS = words("timer wait snooze pause sleep alarm")
_DONE = words("was were did had done took got went wrote made over yourself myself")
_TO_COME = words("will would to should can could shall hear remind i'll i'd they'd they'll")
_ENDS = words(". , ? !") | {NOTHING}
_ONE = {
    "minute": Amount(seconds=60),
    "hour": Amount(seconds=3600),
    "day": Amount(days=1),
    "week": Amount(days=7),
}


def ahead(line: Line, i: int) -> Found | None:
    """In 2 hours, within two weeks, +15min, in the next 3 days, in a few hours."""
    before = line[i].text
    if before not in _AHEAD:
        return None
    j = line.past(i + 1, _ABOUT)
    if line[j].text == "the" and line[j + 1].text in ("next", "coming"):
        before, j = "within", j + 2
    if few := _few(line, j):
        return None if _is_told_of_the_past(line, i) else Found(Few(few[0]), few[1], lean=Direction.FUTURE)
    found = amount(line, j) or _minutes_only(line, i, j)
    if not found or _is_told_of_the_past(line, i):
        return None
    length, end = found
    if before == "after" and line[end].text not in STOPS - {"of", "i", "we", "they", "he", "she"}:
        return None
    if line[end].text in ("of", "before", "after", "ago") or line.says(end, "or"):
        return None
    if line.says(end, "time"):
        end += 1
    elif line[end - 1].raw.endswith("'"):
        return None  # "ten years' experience"
    end = _from_now(line, end)
    return Found(Within(length) if before == "within" else Away(length), end, lean=Direction.FUTURE)


def _minutes_only(line: Line, i: int, j: int) -> tuple[Amount, int] | None:
    """Remind me in 15: minutes, when nothing is counted."""
    number = whole(line, j) if line[j].kind == "number" else None
    asked = line[i].text == "in" and line[i - 1].text in ("", "me", "back") and line[j + 1].text in ("", ".", "!", "?")
    return (Amount(seconds=60 * number[0]), number[1]) if number and asked and 1 < number[0] <= 90 else None


def _is_told_of_the_past(line: Line, i: int) -> bool:
    """Whether "in 2 hours" is how long it took ("I solved it in two hours"), or a question they ask."""
    for j in range(i - 1, max(i - 6, -1), -1):
        text = line[j].raw
        if text in _TO_COME:
            return False
        if text in _DONE or (len(text) > 4 and text.endswith("ed") and text != "indeed"):
            return True
    return False


def _from_now(line: Line, i: int) -> int:
    for saying in ("from", "now"), ("from", "today"), ("hence",):
        if line.says(i, *saying):
            return i + len(saying)
    return i


def _few(line: Line, i: int) -> tuple[Amount, int] | None:
    i += line[i].text == "a"
    if line[i].text not in ("few", "several") or line[i + 1].text not in ("minute", "hour", "day", "week"):
        return None
    one = {
        "minute": Amount(seconds=60),
        "hour": Amount(seconds=3600),
        "day": Amount(days=1),
        "week": Amount(days=7),
    }
    return one[line[i + 1].text], i + 2


# --- Counted words first ----------------------------------------------------------------------------------


def counted(line: Line, i: int) -> Found | None:
    """3 days ago, 2 weeks from now, two days after next friday, 5 minutes later, the next 3 days."""
    if line[i].text == "the" and line[i + 1].text in ("next", "last", "past"):
        i += 1
    if line[i].text in ("next", "last", "past", "upcoming", "coming"):
        return _next_few(line, i)
    if (few := _few(line, i)) and line.says(few[1], "ago"):
        return Found(Few(few[0], back=True), few[1] + 1, lean=Direction.PAST)
    upcoming = any(line[j].text == "upcoming" for j in (i + 1, i + 2))
    found = amount(line, i)
    if not found:
        return None
    length, j = found
    if upcoming:
        return Found(Away(length), j, lean=Direction.FUTURE)
    return _counted_behind(line, length, j) or _timed(line, length, i, j)


def _counted_behind(line: Line, length: Amount, j: int) -> Found | None:
    """What the words behind an amount make of it."""
    if line[j].text == "ago":
        return Found(Away(length, back=True), j + 1, lean=Direction.PAST)
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
    """Set a timer for 5 minutes."""
    if not length.seconds or line[i - 1].text != "for":
        return None
    asked = any(line[k].text in _TIMERS for k in range(max(i - 6, 0), i))
    return Found(Away(length), j, lean=Direction.FUTURE) if asked else None


def _next_few(line: Line, i: int) -> Found | None:
    found = amount(line, i + 1)
    if not found or line[i + 1].text in ("a", "an", "half"):
        return None
    length, end = found
    if line[i].text == "upcoming":
        return Found(Away(length), end, lean=Direction.FUTURE)
    if line[i].text in ("last", "past"):
        return Found(Within(length, back=True), end, lean=Direction.PAST)
    return Found(Within(length), end, lean=Direction.FUTURE)


def the_one_after(line: Line, i: int) -> Found | None:
    """The day after, the min after: right after now, when nothing follows that it would be after of."""
    if line[i].text != "the" or not line.says(i + 2, "after") or line[i + 3].text not in ("", ".", "!", "?"):
        return None
    unit = unit_at(line, i + 1)
    one = {
        "minute": Amount(seconds=60),
        "hour": Amount(seconds=3600),
        "day": Amount(days=1),
        "week": Amount(days=7),
    }
    return Found(Away(one[unit]), i + 3, lean=Direction.FUTURE) if unit in one else None


def begins_unknown_day(line: Line, i: int) -> bool:
    """Whether a day is told from something that we do not know: the day before the interview on Friday."""
    return line[i].text in UNITS and line[i + 1].text in ("before", "after", "prior")
