"""Repeated times in a line: "every other friday", "mondays and thursdays", "daily", "once a week".

The rule a newcomer could break: "weekly" before a thing ("weekly meetings") describes the thing and is no
wish.
"""

from __future__ import annotations

from core.understanding.times.amounts import ordinal, whole
from core.understanding.times.phrases import DayPart, Part, Repeat
from core.understanding.times.tokens import Line, once
from core.understanding.times.words import NUMBERS, WEEKDAY_PLURALS, WEEKDAYS

_ADVERBS = {
    "daily": Repeat("daily"),
    "everyday": Repeat("daily"),
    "weekly": Repeat("weekly"),
    "monthly": Repeat("monthly"),
    "yearly": Repeat("yearly"),
    "annually": Repeat("yearly"),
    "fortnightly": Repeat("weekly", 2),
    "weekdays": Repeat("weekly", weekdays=(0, 1, 2, 3, 4)),
    "workday": Repeat("weekly", weekdays=(0, 1, 2, 3, 4)),
    "weekends": Repeat("weekly", weekdays=(5, 6)),
    "nightly": Repeat("daily"),
    "biweekly": Repeat("weekly", 2),
    "quarterly": Repeat("monthly", 3),
}
_UNITS = {
    "day": ("daily", 1),
    "week": ("weekly", 1),
    "fortnight": ("weekly", 2),
    "month": ("monthly", 1),
    "quarter": ("monthly", 3),
    "year": ("yearly", 1),
}
_PARTS = ("morning", "afternoon", "evening", "night")
_AFTER_AN_ADVERB = frozenset(
    {
        "",
        ".",
        ",",
        "!",
        "?",
        ";",
        ")",
        "at",
        "@",
        "on",
        "in",
        "to",
        "from",
        "for",
        "please",
        "pls",
        "and",
        "starting",
        "until",
        "reminder",
        "alarm",
        "nudge",
        "ping",
    }
)


@once
def repeat(line: Line, i: int) -> tuple[Repeat, DayPart | None, int] | None:
    """The repetition that begins there, the part of the day that it names, and the place behind it."""
    if line[i].text in ("every", "each"):
        return _every(line, i + 1)
    if line.says(i, "once", "a") and line[i + 2].text in _UNITS:
        return Repeat(*_UNITS[line[i + 2].text]), None, i + 3
    adverb = _ADVERBS.get(line[i].raw) or _ADVERBS.get(line[i].text)
    if adverb and (line[i + 1].text in _AFTER_AN_ADVERB or line[i + 1].kind == "number"):
        return adverb, None, i + 1
    return _plural_weekdays(line, i) or _plural_part(line, i) or _listed_days(line, i) or _days_of_every_month(line, i)


def _every(line: Line, i: int) -> tuple[Repeat, DayPart | None, int] | None:
    """What may follow "every": other friday, 3 days, weekday morning, monday and thursday, 15th, month."""
    i = line.past(i, ("single", "and", "every"))
    if (nth := ordinal(line, i)) and nth[0] == 1 and line[nth[1]].text in WEEKDAYS:
        return None  # the first friday of every month is no rule that we have
    interval, i = _interval(line, i)
    if days := _weekday_list(line, i, plural=False):
        part, end = _part(line, days[1])
        return Repeat("weekly", interval, days[0]), part, end
    if kind := _kind_of_days(line, i):
        part, end = _part(line, kind[1])
        return Repeat("weekly", interval, kind[0]), kind[2] or part, end
    if line[i].text in _PARTS:
        return Repeat("daily", interval), DayPart(Part[line[i].text.upper()]), i + 1
    if unit := _UNITS.get(line[i].text):
        frequency, times = unit
        end = i + 4 if line.says(i, "day", "of", "the", "week") else i + 1
        return Repeat(frequency, interval * times), None, end
    listed = _ordinal_list(line, i)
    if interval == 1 and listed and line[i].kind == "number":
        end = listed[1] + 3 * line.says(listed[1], "of", "the", "month")
        return Repeat("monthly", month_days=listed[0]), None, end
    return None


_FIVE, _TWO = (0, 1, 2, 3, 4), (5, 6)


def _kind_of_days(line: Line, i: int) -> tuple[tuple[int, ...], int, DayPart | None] | None:
    """Weekdays, working days, the weekend, weeknights."""
    if line[i].text == "weeknight":
        return _FIVE, i + 1, DayPart(Part.NIGHT)
    if line[i].raw in ("weekday", "weekdays", "workday"):
        return _FIVE, i + 1, None
    if line[i].text in ("working", "business", "week") and line.says(i + 1, "day"):
        return _FIVE, i + 2, None
    return (_TWO, i + 1, None) if line[i].text == "weekend" else None


def _ordinal_list(line: Line, i: int) -> tuple[tuple[int, ...], int] | None:
    """15th, 1st and 15th."""
    days: list[int] = []
    end = i
    while (day := ordinal(line, i)) and 1 <= day[0] <= 31:
        days.append(day[0])
        end = day[1]
        i = line.past(end, (",", "and", "&", "the"))
    return (tuple(sorted(set(days))), end) if days else None


def _days_of_every_month(line: Line, i: int) -> tuple[Repeat, DayPart | None, int] | None:
    """The 1st and 15th of each month."""
    listed = _ordinal_list(line, i + (line[i].text == "the"))
    if not listed or not line.says(listed[1], "of") or line[listed[1] + 1].text not in ("every", "each"):
        return None
    return (Repeat("monthly", month_days=listed[0]), None, listed[1] + 3) if line.says(listed[1] + 2, "month") else None


def _interval(line: Line, i: int) -> tuple[int, int]:
    """Every other, every second, every 3; an ordinal counts only before a unit or a weekday."""
    if line[i].text in ("other", "alternate"):
        return 2, i + 1
    number = ordinal(line, i) or whole(line, i)
    if number and 0 < number[0] < 100 and (line[number[1]].text in _UNITS or line[number[1]].text in WEEKDAYS):
        return number
    return 1, i


def _weekday_list(line: Line, i: int, *, plural: bool) -> tuple[tuple[int, ...], int] | None:
    """Monday, wednesday and friday; mon wed fri; monday to friday."""
    names = WEEKDAY_PLURALS if plural else WEEKDAYS | WEEKDAY_PLURALS
    days: list[int] = []
    end = i
    while (day := names.get(line[i].text)) is not None:
        days.append(day)
        end = i + 1
        i = line.past(end, (",", "and", "n", "&", "+", "/"))
        if line[end].text in ("-", "–") and (len(days) > 1 or line[end + 2].text in ("-", "–")):
            i = end + 1  # mon-wed-fri
            continue
        last = names.get(line[end + 1].text)
        if (
            line[end].text in ("to", "-", "–", "through", "till", "until")
            and last is not None
            and len(days) == 1
            and day < last
        ):
            return tuple(range(day, last + 1)), end + 2
    return (tuple(sorted(set(days))), end) if days else None


def _plural_part(line: Line, i: int) -> tuple[Repeat, DayPart | None, int] | None:
    """Mornings at 9, monday mornings, weeknights; "my mornings" are no wish."""
    day = WEEKDAYS.get(line[i].text)
    if day is not None and _is_plural_part(line, i + 1):
        return Repeat("weekly", weekdays=(day,)), DayPart(Part[line[i + 1].text.upper()]), i + 2
    if (kind := _kind_of_days(line, i)) and (kind[2] or _is_plural_part(line, kind[1])):
        part = kind[2] or DayPart(Part[line[kind[1]].text.upper()])
        return Repeat("weekly", weekdays=kind[0]), part, kind[1] + (not kind[2])
    if not _is_plural_part(line, i) or line[i + 1].text not in ("at", "@") or line[i - 1].text in WEEKDAYS:
        return None
    return Repeat("daily"), DayPart(Part[line[i].text.upper()]), i + 1


def _is_plural_part(line: Line, i: int) -> bool:
    return line[i].text in _PARTS and line[i].raw == f"{line[i].text}s"


def _listed_days(line: Line, i: int) -> tuple[Repeat, DayPart | None, int] | None:
    """Tuesday and thursday every week."""
    days = _weekday_list(line, i, plural=False)
    if not days or len(days[0]) < 2 or line[days[1]].text not in ("every", "each") or line[days[1] + 1].text != "week":
        return None
    return Repeat("weekly", weekdays=days[0]), None, days[1] + 2


def _part(line: Line, i: int) -> tuple[DayPart | None, int]:
    return (DayPart(Part[line[i].text.upper()]), i + 1) if line[i].text in _PARTS else (None, i)


def _plural_weekdays(line: Line, i: int) -> tuple[Repeat, DayPart | None, int] | None:
    """Mondays and thursdays; "monday's" is one Monday, and three fridays are no habit."""
    if line[i].raw.endswith("'s") or line[i - 1].kind == "number" or line[i - 1].text in NUMBERS:
        return None
    days = _weekday_list(line, i, plural=True)
    return (Repeat("weekly", weekdays=days[0]), *_part(line, days[1])) if days else None
