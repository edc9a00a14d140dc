"""Days by their names and numbers in a line: "the day after tomorrow", "next friday", "26/11", "the 24th".

The rule a newcomer could break: a number is a day only with an ending, a month, an article or a weekday
beside it.
"""

from __future__ import annotations

import re

from core.understanding.times.amounts import ordinal, whole
from core.understanding.times.found import STOPS, WHICH, Found, Strength
from core.understanding.times.phrases import (
    Amount,
    Away,
    Between,
    DayAway,
    DayPart,
    MonthDay,
    Part,
    Slashed,
    Weekday,
    Which,
)
from core.understanding.times.tokens import NOTHING, Line
from core.understanding.times.words import DOUBTFUL, HOLIDAYS, MONTHS, MOVES, STREETS, WEEKDAYS, words

_BEFORE_ITS_TIME = words("early late morning afternoon evening night next this from between")
_TELLS_A_DAY = words("on by until till since before from for this next last every")
_DOES_IT = words("i we he she they you it who got the just had have")
_NAMES_OF_DAYS = words("black good easter cyber ash palm whit shrove fat ruby man happy casual")
"""Black Friday, Man Friday: none of these is the next Friday."""
_BEHIND_A_WEEKDAY = {
    ("next",): Which.NEXT,
    ("coming",): Which.THIS,
    ("last",): Which.LAST,
    ("past",): Which.LAST,
    ("gone",): Which.LAST,
    ("just", "gone"): Which.LAST,
    ("just", "past"): Which.LAST,
}
_NO_DATES = words("24/7 1/2 50/50")
_ISO = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TWO_DAYS = re.compile(r"([0-9]{1,2})[-–]([0-9]{1,2})")
_ENDS_A_DAY = words(". , ! ? at from around between please pls") | {NOTHING}
_NO_RANK = 10
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}")


def near_today(line: Line, i: int) -> Found | None:
    j = i + 1 if line[i].text == "the" else i
    for relation, days in (("after", "tomorrow"), 2), (("before", "yesterday"), -2):
        if line.says(j, "day", *relation):
            return Found(DayAway(days), j + 3)
    days_away = {"today": 0, "tomorrow": 1, "yesterday": -1, "tonight": 0}.get(line[i].text)
    if days_away is None:
        return _last_night(line, i)
    if line.says(i + 1, "week") and line[i + 2].text in _ENDS_A_DAY:
        return Found(DayAway(days_away + 7), i + 2)
    part = DayPart(Part.NIGHT) if line[i].text == "tonight" else None
    return Found(DayAway(days_away), i + 1, part=part)


def _last_night(line: Line, i: int) -> Found | None:
    if line.says(i, "last", "night"):
        return Found(DayAway(-1), i + 2, part=DayPart(Part.NIGHT))
    if line.says(i, "last", "evening"):
        return Found(DayAway(-1), i + 2, part=DayPart(Part.EVENING))
    return None


def weekday(line: Line, i: int) -> Found | None:
    """Friday, next friday, friday after next, last week's friday."""
    which = WHICH.get(line[i].text)
    j = i if which is None else i + 1
    day = WEEKDAYS.get(line[j].text)
    if day is None:
        return None
    if which is None and line[i - 1].text in _NAMES_OF_DAYS:
        return None
    if line.says(j + 1, "of") and "week" not in (line[j + 2].text, line[j + 3].text, line[j + 4].text):
        return None  # "the last thursday of the year"
    if line.says(j + 1, "after", "next"):
        return Found(Weekday(day, turn=2), j + 3)
    if line.says(j + 1, "before", "last"):
        return Found(Away(Amount(days=7), back=True, start=Weekday(day, Which.LAST)), j + 3)
    for behind, told in _BEHIND_A_WEEKDAY.items():
        if which is None and line.says(j + 1, *behind) and line[j + 1 + len(behind)].text in _ENDS_A_DAY:
            return Found(Weekday(day, told), j + 1 + len(behind))
    if line.says(j + 1, "week") and line[j + 2].text in STOPS:
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
    return Strength.STRONG if told and line[j + 1].text in STOPS else Strength.WEAK


# --- Dates ------------------------------------------------------------------------------------------------


def month_day(line: Line, i: int) -> Found | None:
    """24 November, the first of march, november 24th 2026, the 24th; a weekday before it is joined later."""
    found = _month_first(line, i) or _day_first(line, i)
    if found:
        return None if line[found.end].text in STREETS else found
    return _day_of_month(line, i)


def _month_first(line: Line, i: int) -> Found | None:
    month = MONTHS.get(line[i].text)
    if month is None:
        return None
    j = line.past(i + 1, (".", ",", "the"))
    j = line.past(j, ("/",)) if line[j].glued else j
    day = ordinal(line, j) or _number_of_day(line, j) or _spelled_out_day(line, j)
    if not day or not 1 <= day[0] <= 31 or (line[i].raw in DOUBTFUL and line[i - 1].text in _DOES_IT):
        return None
    year, end = year_behind(line, day[1])
    return Found(MonthDay(day[0], month, year), end)


def _day_first(line: Line, i: int) -> Found | None:
    j = i + 1 if line[i].text == "the" else i
    day = ordinal(line, j) or _number_of_day(line, j)
    if not day or not 1 <= day[0] <= 31:
        return None
    j = line.past(day[1], ("of", "-", ".", "/"))
    month = MONTHS.get(line[j].text)
    if month is None:
        return None
    year, end = year_behind(line, j + 1)
    return Found(MonthDay(day[0], month, year), end)


def _day_of_month(line: Line, i: int) -> Found | None:
    """The 24th, the 24, on the first; not the 2nd interview and not the first question."""
    has_article = line[i].text == "the"
    j = i + has_article
    after_weekday = line[i - 1].text in WEEKDAYS or line[i - 2].text in WEEKDAYS
    day = ordinal(line, j) or _number_of_day(line, j)
    if not day or not 1 <= day[0] <= 31 or line.says(day[1], "thing"):
        return None
    is_mere = line[j].kind == "number" and day[1] == j + 1 and not has_article
    if is_mere and line[i - 1].text == "on":
        return _on_a_number(line, i)
    if is_mere and not _is_plainly_a_day(line, j):
        return None
    if line[day[1]].text not in STOPS and not after_weekday and not _is_near_a_time(line, day[1]):
        return None
    is_number = line[j].kind == "number"
    told = line[i - 1].text in ("on", "by", "until", "till", "since", "before", "from", "around")
    told = told or (line[i - 1].text == "to" and any(line[k].text in MOVES for k in range(max(i - 8, 0), i)))
    is_told_of = line[i - 1].text in ("is", "it's", "was") and is_number
    told = told or (is_told_of and (day[0] >= _NO_RANK or line[i - 2].text == "it"))
    told = told and (
        line[day[1]].text != "of" or line[day[1] + 1].text in ("this", "next", "the", "last", "every", "each")
    )
    if told and (is_number or line[day[1]].text in ("", ".", "!", "?", "of", "at")):
        return Found(MonthDay(day[0]), day[1])
    in_words_only = Strength.BARE if not after_weekday and day[0] < 4 else Strength.WEAK
    return Found(MonthDay(day[0]), day[1], Strength.WEAK if is_number else in_words_only)


def _on_a_number(line: Line, i: int) -> Found | None:
    """On 15, on 15 at 8; "I froze on 3" is a question, "7 on 10" a mark."""
    counts = line[i - 2].kind == "number" and line[i - 3].text != "at" and ":" not in line[i - 2].text
    if counts or line[i + 1].text not in _ENDS_A_DAY:
        return None
    day = int(line[i].text)
    return Found(MonthDay(day), i + 1, Strength.STRONG if day > 12 else Strength.WEAK)


def _is_plainly_a_day(line: Line, i: int) -> bool:
    """Monday 21, 20 of next month: a number that can be no hour, or belongs to a month."""
    if line.says(i + 1, "of") and line[i + 2].text in ("this", "next", "the", "last"):
        return "month" in (line[i + 3].text, line[i + 4].text)
    return line[i - 1].text in WEEKDAYS and int(line[i].text) > 12


def _is_near_a_time(line: Line, i: int) -> bool:
    return line[i].text in _BEFORE_ITS_TIME or line[i].kind == "number"


def _number_of_day(line: Line, i: int) -> tuple[int, int] | None:
    """A day in plain digits; "March 5:30", "march 1.5" and "friday 14PM" have none."""
    after = line[i + 1]
    if not _DAY_OF_MONTH.fullmatch(line[i].text) or (after.glued and after.kind == "word" and after.text not in MONTHS):
        return None
    return int(line[i].text), i + 1


def _spelled_out_day(line: Line, i: int) -> tuple[int, int] | None:
    """The day of "may twenty nine"; "march two of us" has none."""
    day = whole(line, i) if line[i].kind == "word" else None
    return day if day and line[day[1]].text in STOPS - {"of"} else None


def year_behind(line: Line, i: int) -> tuple[int | None, int]:
    """The year behind a month: 2026, '26; of two mere digits only those that are no hour: 5 dec 26."""
    j = line.past(i, (",", "of", "in", "-", "/"))
    if _YEAR.fullmatch(line[j].text):
        return int(line[j].text), j + 1
    told = line[i].text == "'" and line[i + 1].glued
    j = i + told
    is_short = line[j].kind == "number" and len(line[j].text) == 2 and line[j].text.isdecimal()
    if is_short and (told or int(line[j].text) > 23) and line[j + 1].text in STOPS and line[i - 1].kind == "word":
        return 2000 + int(line[j].text), j + 1
    return None, i


def holiday(line: Line, i: int) -> Found | None:
    for name, (day, month) in HOLIDAYS.items():
        if line.says(i, *name) and line[i - 1].text not in ("merry", "happy"):
            year, end = year_behind(line, i + len(name))
            return Found(MonthDay(day, month, year), end)
    return None


# --- Dates in digits, and two of them ---------------------------------------------------------------------


def written(line: Line, i: int) -> Found | None:
    """2026-12-01, 26/11/2026, 26/11, 25.12."""
    text = line[i].text
    if line[i].kind != "number" or (line[i + 1].glued and line[i + 1].text in ("%", "/", "+")):
        return None
    if iso := _ISO.fullmatch(text):
        end = i + 2 if line[i + 1].raw == "t" and line[i + 1].glued else i + 1
        return Found(MonthDay(int(iso[4]), int(iso[3]), int(iso[1])), end)
    match = _SLASHED.fullmatch(text)
    if not match or text in _NO_DATES or (match[2] == "." and int(match[3]) > 12 and line[i - 1].text not in WEEKDAYS):
        return None
    year = None if match[4] is None else int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    told = line[i - 1].text in ("on", "by", "until", "till", "since", "before", "from", "due") and match[2] != "."
    strength = Strength.STRONG if len(match[4] or "") == 4 or told else Strength.WEAK
    sure = int(match[1]) > 12 or "0" in (match[1][0], match[3][0])
    with_point = match[2] == "." and line.says(i + 1, ".") and line[i + 1].glued  # 11.12. is how Germans write
    if match[2] != "/" and not match[4] and not with_point and strength is Strength.WEAK:
        strength = Strength.BARE
    if sure and not match[4] and int(match[3]) <= 12:
        if match[2] == "/" and len(match[1]) == len(match[3]) == 2:
            strength = Strength.STRONG  # no mark and no fraction: 22/04
        elif match[2] == "." and (line[i - 1].text == "on" or (with_point and line[i + 2].kind == "word")):
            strength = Strength.STRONG
    date = Slashed(int(match[1]), int(match[3]), year, is_dotted=match[2] == ".")
    return Found(date, i + 1 + with_point, strength)


def days_of_a_month(line: Line, i: int) -> Found | None:
    """July 13-15, from the 13th to the 15th of July."""
    begin = i
    i = line.past(i, ("from", "between", "the"))
    month = MONTHS.get(line[i].text)
    days = _two_days(line, i if month is None else i + 1)
    if not days:
        return None
    first, last, end = days
    if month is None:
        j = line.past(end, ("of",))
        month = MONTHS.get(line[j].text)
        end = end if month is None else j + 1
    told = line[begin].text in ("from", "between") and (ordinal(line, end - 2) or ordinal(line, end - 1))
    if not 1 <= first < last <= 31 or (month is None and not told):
        return None
    year, end = year_behind(line, end)
    return Found(Between(MonthDay(first, month, year), MonthDay(last, month, year)), end)


def _two_days(line: Line, i: int) -> tuple[int, int, int] | None:
    if both := _TWO_DAYS.fullmatch(line[i].text):
        return int(both[1]), int(both[2]), i + 1
    first = ordinal(line, i) or _number_of_day(line, i)
    joints = ("and",) if "between" in (line[i - 1].text, line[i - 2].text) else ("-", "–", "to", "till", "until")
    if not first or line[first[1]].text not in joints:
        return None
    last_at = line.past(first[1] + 1, ("the",))
    last = ordinal(line, last_at) or _number_of_day(line, last_at)
    return (first[0], *last) if last else None


ALONE = (near_today, weekday, _month_first, _day_first, written, holiday)
"""The readers of a day that needs nothing beside it, so that another may be counted from it."""
