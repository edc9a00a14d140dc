"""Days and stretches of days in a line: "the day after tomorrow", "friday week", "26/11", "mid december".

Each reader gives a `Found`. The rule a newcomer could break: what may be another word or a mere number is `WEAK`,
and the grammar drops it when nothing beside it confirms it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from core.understanding.times.amounts import amount, ordinal, unit_at, whole
from core.understanding.times.phrases import (
    Amount,
    Away,
    Between,
    Day,
    DayAway,
    DayPart,
    Direction,
    Few,
    Month,
    MonthDay,
    Now,
    NthOf,
    Part,
    Portion,
    Slashed,
    Span,
    Weekday,
    When,
    Which,
    Within,
)
from core.understanding.times.tokens import Line
from core.understanding.times.words import DOUBTFUL, HOLIDAYS, MONTHS, UNITS, WEEKDAYS


class Strength(IntEnum):
    """How much a piece proves: nothing alone, enough to be the whole text, enough."""

    BARE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A day or stretch and the place behind it."""

    when: When
    end: int
    strength: Strength = Strength.STRONG
    lean: Direction | None = None
    part: DayPart | None = None


_WHICH = {
    "this": Which.THIS,
    "coming": Which.THIS,
    "upcoming": Which.THIS,
    "next": Which.NEXT,
    "following": Which.NEXT,
}
_WHICH |= {"last": Which.LAST, "past": Which.LAST, "previous": Which.LAST, "current": Which.THIS}
_SHIFT = {Which.THIS: 0, Which.NEXT: 1, Which.LAST: -1}
_AHEAD = frozenset({"in", "within", "after", "+"})
_ABOUT = frozenset(
    {"about", "around", "approximately", "just", "exactly", "another", "like", "only", "maybe", "~"}
)
_TELLS_A_DAY = frozenset(
    {"on", "by", "until", "till", "since", "before", "from", "for", "this", "next", "last", "every", "and"}
)
_TELLS_A_MONTH = frozenset(
    {"in", "by", "until", "till", "since", "before", "during", "of", "from", "mid", "early", "late"}
)
_DOES_IT = frozenset(
    {"i", "we", "he", "she", "they", "you", "it", "who", "got", "the", "just", "had", "have"}
)
_TIMERS = frozenset({"timer", "wait", "snooze", "pause", "sleep", "alarm"})
_DONE = frozenset(
    {
        "was",
        "were",
        "did",
        "had",
        "done",
        "took",
        "got",
        "went",
        "wrote",
        "made",
        "over",
        "yourself",
        "myself",
    }
)
_TO_COME = frozenset(
    {
        "will",
        "would",
        "to",
        "should",
        "can",
        "could",
        "shall",
        "hear",
        "remind",
        "i'll",
        "i'd",
        "they'd",
        "they'll",
    }
)
_STOPS = frozenset(
    {
        "",
        ".",
        ",",
        "!",
        "?",
        ";",
        ")",
        "-",
        "–",
        "on",
        "at",
        "to",
        "and",
        "or",
        "but",
        "for",
        "in",
        "is",
        "was",
    }
)
_STOPS |= {
    "because",
    "so",
    "that",
    "if",
    "i",
    "we",
    "they",
    "he",
    "she",
    "with",
    "please",
    "pls",
    "of",
    "by",
    "around",
    "about",
}
_PORTIONS = {"early": Portion.EARLY, "mid": Portion.MIDDLE, "late": Portion.LATE, "later": Portion.LATER}
_ENDS = {"end": Portion.LATE, "beginning": Portion.EARLY, "start": Portion.EARLY, "middle": Portion.MIDDLE}
_ISO = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NO_DATES = frozenset({"24/7", "1/2", "9-5", "50/50"})
_TWO_DAYS = re.compile(r"([0-9]{1,2})[-–]([0-9]{1,2})")
_DAYS_OF_MONTH = re.compile(r"[0-9]{1,2}")


def when(line: Line, i: int) -> Found | None:
    """The day or stretch that begins there; the longest sense of the same words comes first."""
    for reader in _READERS:
        if found := reader(line, i):
            return found
    return None


def is_part_of_stretch(line: Line, i: int) -> bool:
    """Whether a stretch begins there that we know only in part: the first week of October, the rest of the week."""
    parts = ("week", "weekend", "half", "rest", "most", "quarter")
    return line[i].text in parts and line.says(i + 1, "of") and bool(when(line, i + 2) or when(line, i + 3))


def begins_unknown_day(line: Line, i: int) -> bool:
    """Whether a day is told from something that we do not know: the day before the interview on Friday."""
    return line[i].text in UNITS and line[i + 1].text in ("before", "after", "prior")


# --- Named days -----------------------------------------------------------------------------------------------


def _near_today(line: Line, i: int) -> Found | None:
    j = i + 1 if line[i].text == "the" else i
    for words, days in (("after", "tomorrow"), 2), (("before", "yesterday"), -2):
        if line.says(j, "day", *words):
            return Found(DayAway(days), j + 3)
    days_away = {"today": 0, "tomorrow": 1, "yesterday": -1, "tonight": 0}.get(line[i].text)
    if days_away is None:
        return _last_night(line, i)
    part = DayPart(Part.NIGHT) if line[i].text == "tonight" else None
    return Found(DayAway(days_away), i + 1, part=part)


def _last_night(line: Line, i: int) -> Found | None:
    if line.says(i, "last", "night"):
        return Found(DayAway(-1), i + 2, part=DayPart(Part.NIGHT))
    if line.says(i, "last", "evening"):
        return Found(DayAway(-1), i + 2, part=DayPart(Part.EVENING))
    return None


def _weekday(line: Line, i: int) -> Found | None:
    """Friday, next friday, friday after next, last week's friday."""
    which = _WHICH.get(line[i].text)
    j = i if which is None else i + 1
    day = WEEKDAYS.get(line[j].text)
    if day is None:
        return None
    if line.says(j + 1, "after", "next"):
        return Found(Weekday(day, turn=2), j + 3)
    if line.says(j + 1, "week") and line[j + 2].text in _STOPS:
        return Found(Weekday(day, turn=2), j + 2)
    return Found(Weekday(day, which or Which.NEAREST), j + 1, _named_surely(line, i, j))


def _named_surely(line: Line, i: int, j: int) -> Strength:
    """Whether the word is a weekday here: "sat", "sun" and "wed" are other words as well."""
    if line[j].raw not in DOUBTFUL or line[j].raw == line[j].text:
        return Strength.STRONG
    before = line[i - 1].text
    if before in _DOES_IT:
        return Strength.BARE
    told = i < j or before in _TELLS_A_DAY
    return Strength.STRONG if told and line[j + 1].text in _STOPS else Strength.WEAK


def _month_day(line: Line, i: int) -> Found | None:
    """24 November, the first of march, november 24th 2026, the 24th; a weekday before it is joined later."""
    return _month_first(line, i) or _day_first(line, i) or _day_of_month(line, i)


def _month_first(line: Line, i: int) -> Found | None:
    month = MONTHS.get(line[i].text)
    if month is None:
        return None
    j = line.past(i + 1, frozenset({".", ",", "the"}))
    j = line.past(j, frozenset({"/"})) if line[j].glued else j
    day = ordinal(line, j) or _number_of_day(line, j) or _spelled_out_day(line, j)
    if not day or not 1 <= day[0] <= 31 or (line[i].raw in DOUBTFUL and line[i - 1].text in _DOES_IT):
        return None
    year, end = _year(line, day[1])
    return Found(MonthDay(day[0], month, year), end)


def _day_first(line: Line, i: int) -> Found | None:
    j = i + 1 if line[i].text == "the" else i
    day = ordinal(line, j) or _number_of_day(line, j)
    if not day or not 1 <= day[0] <= 31:
        return None
    j = line.past(day[1], frozenset({"of", "-", "."}))
    month = MONTHS.get(line[j].text)
    if month is None:
        return None
    year, end = _year(line, j + 1)
    return Found(MonthDay(day[0], month, year), end)


def _days_of_a_month(line: Line, i: int) -> Found | None:
    """July 13-15, from the 13th to the 15th of July."""
    i = line.past(i, frozenset({"from", "the"}))
    month = MONTHS.get(line[i].text)
    days = _two_days(line, i if month is None else i + 1)
    if not days:
        return None
    first, last, end = days
    if month is None:
        j = line.past(end, frozenset({"of"}))
        month, end = MONTHS.get(line[j].text), j + 1
    if month is None or not 1 <= first < last <= 31:
        return None
    year, end = _year(line, end)
    return Found(Between(MonthDay(first, month, year), MonthDay(last, month, year)), end)


def _two_days(line: Line, i: int) -> tuple[int, int, int] | None:
    if both := _TWO_DAYS.fullmatch(line[i].text):
        return int(both[1]), int(both[2]), i + 1
    first = ordinal(line, i) or _number_of_day(line, i)
    if not first or line[first[1]].text not in ("-", "–", "to", "till", "until"):
        return None
    last_at = line.past(first[1] + 1, frozenset({"the"}))
    last = ordinal(line, last_at) or _number_of_day(line, last_at)
    return (first[0], *last) if last else None


def _number_of_day(line: Line, i: int) -> tuple[int, int] | None:
    """A day in plain digits; "March 5:30" and "march 1.5" have none."""
    return (int(line[i].text), i + 1) if _DAYS_OF_MONTH.fullmatch(line[i].text) else None


def _spelled_out_day(line: Line, i: int) -> tuple[int, int] | None:
    """The day of "may twenty nine"; "march two of us" has none."""
    day = whole(line, i) if line[i].kind == "word" else None
    return day if day and line[day[1]].text in _STOPS - {"of"} else None


def _year(line: Line, i: int) -> tuple[int | None, int]:
    j = line.past(i, frozenset({",", "of", "in"}))
    return (int(line[j].text), j + 1) if _YEAR.fullmatch(line[j].text) else (None, i)


def _day_of_month(line: Line, i: int) -> Found | None:
    """The 24th, the 24, on the first; not the 2nd interview and not the first question."""
    has_article = line[i].text == "the"
    j = i + has_article
    after_weekday = line[i - 1].text in WEEKDAYS or line[i - 2].text in WEEKDAYS
    day = ordinal(line, j) or _number_of_day(line, j)
    if not day or not 1 <= day[0] <= 31:
        return None
    if line[j].kind == "number" and day[1] == j + 1 and not has_article and not _is_plainly_a_day(line, j):
        return None
    if line[day[1]].text not in _STOPS and not after_weekday and not _is_near_a_time(line, day[1]):
        return None
    is_number = line[j].kind == "number"
    told = line[i - 1].text in ("on", "by", "until", "till", "since", "before", "from")
    if told and (is_number or line[day[1]].text in ("", ".", "!", "?", "of", "at")):
        return Found(MonthDay(day[0]), day[1])
    in_words_only = Strength.BARE if not after_weekday and day[0] < 4 else Strength.WEAK
    return Found(MonthDay(day[0]), day[1], Strength.WEAK if is_number else in_words_only)


def _is_plainly_a_day(line: Line, i: int) -> bool:
    """Monday 21, 20 of next month: a number that can be no hour, or belongs to a month."""
    if line.says(i + 1, "of") and line[i + 2].text in ("this", "next", "the", "last"):
        return "month" in (line[i + 3].text, line[i + 4].text)
    return line[i - 1].text in WEEKDAYS and int(line[i].text) > 12


def _is_near_a_time(line: Line, i: int) -> bool:
    return (
        line[i].text in ("early", "late", "morning", "afternoon", "evening", "night", "next", "this")
        or line[i].kind == "number"
    )


def _written(line: Line, i: int) -> Found | None:
    """2026-12-01, 26/11/2026, 26/11, 25.12."""
    text = line[i].text
    if line[i].kind != "number" or (line[i + 1].glued and line[i + 1].text in ("%", "/", "+")):
        return None
    if iso := _ISO.fullmatch(text):
        end = i + 2 if line[i + 1].raw == "t" and line[i + 1].glued else i + 1
        return Found(MonthDay(int(iso[4]), int(iso[3]), int(iso[1])), end)
    match = _SLASHED.fullmatch(text)
    if not match or text in _NO_DATES:
        return None
    year = None if match[4] is None else int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    told = line[i - 1].text in ("on", "by", "until", "till", "since", "before", "from") and match[2] != "."
    strength = Strength.STRONG if len(match[4] or "") == 4 or told else Strength.WEAK
    if match[2] != "/" and not match[4] and strength is Strength.WEAK:
        strength = Strength.BARE
    return Found(Slashed(int(match[1]), int(match[3]), year, is_dotted=match[2] == "."), i + 1, strength)


def _holiday(line: Line, i: int) -> Found | None:
    for words, (day, month) in HOLIDAYS.items():
        if all(
            line[i + step].text.rstrip("'").removesuffix("s") == word.removesuffix("s")
            for step, word in enumerate(words)
        ):
            year, end = _year(line, i + len(words))
            return Found(MonthDay(day, month, year), end)
    return None


# --- Counted from now, or from another day --------------------------------------------------------------------


def _ahead(line: Line, i: int) -> Found | None:
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
    if before == "after" and line[end].text not in _STOPS - {"of", "i", "we", "they", "he", "she"}:
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
    asked = (
        line[i].text == "in"
        and line[i - 1].text in ("", "me", "back")
        and line[j + 1].text in ("", ".", "!", "?")
    )
    return (Amount(seconds=60 * number[0]), number[1]) if number and asked and 1 < number[0] <= 90 else None


def _is_told_of_the_past(line: Line, i: int) -> bool:
    """Whether "in 2 hours" is how long something took: "I solved it in two hours"; or a question of interviews."""
    for j in range(i - 1, max(i - 6, -1), -1):
        text = line[j].raw
        if text in _TO_COME:
            return False
        if text in _DONE or (len(text) > 4 and text.endswith("ed") and text != "indeed"):
            return True
    return False


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


def _from_now(line: Line, i: int) -> int:
    for words in ("from", "now"), ("from", "today"), ("hence",):
        if line.says(i, *words):
            return i + len(words)
    return i


def _counted(line: Line, i: int) -> Found | None:
    """3 days ago, 2 weeks from now, two days after next friday, 5 minutes later, the next 3 days, 2 upcoming days."""
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
    if line[j].text == "later" and line[j + 1].text in ("", ".", "?", "!", ","):
        return Found(Away(length), j + 1, lean=Direction.FUTURE)
    said_between = line[j].text in ("after", "before", "from", "on")
    if not length.seconds and (said_between or line[j].text in ("today", "tomorrow", "yesterday")):
        start = _day_alone(line, j + said_between)
        back = line[j].text == "before"
        return Found(Away(length, back, start[0]), start[1]) if start else None
    return None


def _day_alone(line: Line, i: int) -> tuple[Day, int] | None:
    i = line.past(i, frozenset({"the"}))
    for reader in (_near_today, _weekday, _month_first, _day_first, _written, _holiday):
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


def _the_one_after(line: Line, i: int) -> Found | None:
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


# --- Stretches ------------------------------------------------------------------------------------------------


def _stretch(line: Line, i: int) -> Found | None:
    """This week, end of next month, early in the new year, the week after next, the weekend."""
    portion, j = _portion(line, i)
    if j > i and (end_of_day := _end_of_a_day(line, j, portion)):
        return end_of_day
    return _unit(line, i, j, portion) or _month(line, i, j, portion) or _new_year(line, j, portion)


def _portion(line: Line, i: int) -> tuple[Portion, int]:
    """Early, mid, late, later, end of the, at the beginning of."""
    j = i + 1 if line[i].text == "the" else i
    if line[j].text in _ENDS and line.says(j + 1, "of"):
        return _ENDS[line[j].text], line.past(j + 2, frozenset({"the"}))
    if line[i].text in _PORTIONS:
        return _PORTIONS[line[i].text], line.past(i + 1, frozenset({"in", "-", "the", "on"}))
    return Portion.WHOLE, i


def _end_of_a_day(line: Line, j: int, portion: Portion) -> Found | None:
    """End of the sunday: the Sunday."""
    day = _weekday(line, j) if portion is not Portion.LATER else None
    return day and Found(day.when, day.end, day.strength)


def _unit(line: Line, i: int, j: int, portion: Portion) -> Found | None:
    """This week, next month, the following year, the week after next; "the week" only with a portion."""
    j = line.past(j, frozenset({"the"}))
    which = _WHICH.get(line[j].text)
    k = j if which is None else j + 1
    if line[k].text in ("working", "work", "business") and line.says(k + 1, "week"):
        portion, k = Portion.WORKING, k + 1
    unit = line[k].text
    if unit == "week" and (line.says(k + 1, "-", "end") or line.says(k + 1, "end")):
        unit, k = "weekend", k + 2 - line.says(k + 1, "end")
    if line[j].text in ("coming", "upcoming"):
        which = Which.NEXT if unit == "week" else which
    if unit not in ("week", "weekend", "month", "year"):
        return None
    if line.says(k + 1, "after", "next"):
        return Found(Span(unit, 2, portion), k + 3, lean=None)
    if which is None:
        said = unit == "weekend" and line[k - 1].text in ("the", "on", "over", "at")
        if portion is Portion.WHOLE and not said:
            return None
        which = Which.THIS
    return Found(Span(unit, _SHIFT[which], portion), k + 1)


def _month(line: Line, i: int, j: int, portion: Portion) -> Found | None:
    """In March, mid december, March 2027, next march; "may" and "march" need a word that makes them months."""
    j = line.past(j, frozenset({"the"})) if portion is not Portion.WHOLE else j
    which = _WHICH.get(line[j].text)
    k = j if which is None else j + 1
    number = MONTHS.get(line[k].text)
    if number is None:
        return None
    year, end = _year(line, k + 1)
    told = (
        which is not None
        or year is not None
        or line[i - 1].text in _TELLS_A_MONTH
        or portion is not Portion.WHOLE
    )
    if line[k].text == "may" and not told:
        return None
    if line[k].raw in DOUBTFUL and not (told and line[end].text in _STOPS | {"next", "this", "last"}):
        return Found(Month(number, year, which or Which.NEAREST, portion), end, Strength.WEAK)
    return Found(
        Month(number, year, which or Which.NEAREST, portion), end, Strength.STRONG if told else Strength.WEAK
    )


def _new_year(line: Line, j: int, portion: Portion) -> Found | None:
    """In the new year: its January; a happy new year is a wish."""
    j = line.past(j, frozenset({"in", "the"}))
    if not line.says(j, "new", "year") or line[j - 1].text != "the":
        return None
    return Found(Month(1, None, Which.NEXT, portion), j + 2)


def _nth_of(line: Line, i: int) -> Found | None:
    """The first tuesday of october, the last day of next month, third day of october."""
    i += line[i].text == "the"
    nth = (-1, i + 1) if line[i].text == "last" else ordinal(line, i)
    if not nth:
        return None
    number, j = nth
    weekday = WEEKDAYS.get(line[j].text)
    if (weekday is None and line[j].text != "day") or line[j + 1].text not in ("of", "in"):
        return None
    k = line.past(j + 2, frozenset({"the"}))
    month = _unit(line, k, k, Portion.WHOLE) or _month(line, k, k, Portion.WHOLE)
    if not month or not isinstance(month.when, Month | Span):
        return None
    if isinstance(month.when, Span) and month.when.unit != "month":
        return None
    return Found(NthOf(number, weekday, month.when), month.end)


def _later_today(line: Line, i: int) -> Found | None:
    if line.says(i, "later", "today"):
        return Found(Span("day", 0, Portion.LATER), i + 2)
    if line.says(i, "earlier", "today"):
        return Found(Span("day", 0, Portion.EARLY), i + 2, lean=Direction.PAST)
    return None


def _now(line: Line, i: int) -> Found | None:
    """Now, as the whole of an answer; elsewhere it is a small word."""
    j = i + (line[i].text in ("right", "just"))
    return Found(Now(), j + 1, Strength.WEAK) if line.says(j, "now") else None


_READERS = (
    _now,
    _later_today,
    _near_today,
    _nth_of,
    _counted,
    _ahead,
    _the_one_after,
    _holiday,
    _weekday,
    _days_of_a_month,
    _written,
    _month_day,
    _stretch,
)
