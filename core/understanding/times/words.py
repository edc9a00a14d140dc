"""The words of times: what people type, and the one spelling that the grammar knows.

Tables and the reading of typing errors belong here, no rule of grammar. The rule a newcomer could break:
a word that means other things too ("sun", "may", "second") is listed in `DOUBTFUL` and counts only in
good company.
"""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.remembering import remembered


def words(text: str) -> frozenset[str]:
    """A set of words, written as a line of them."""
    return frozenset(text.split())


WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items()}
MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("january", "february", "march", "april", "may", "june"),
            *("july", "august", "september", "october", "november", "december"),
        ),
        start=1,
    )
}
_ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {name: number for number, name in enumerate(_ONES)}
TENS = {name: number * 10 for number, name in enumerate(_TENS, start=2)}
ORDINALS = {
    name: number
    for number, name in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
        ),
        start=1,
    )
} | {"thirtieth": 30}

SECONDS = {"second": 1, "minute": 60, "hour": 3600}
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
MONTHS_LONG = {"month": 1, "year": 12}
UNITS = SECONDS.keys() | DAYS.keys() | MONTHS_LONG.keys()

HOLIDAYS = {
    ("christmas", "eve"): (24, 12),
    ("christmas", "day"): (25, 12),
    ("christmas",): (25, 12),
    ("boxing", "day"): (26, 12),
    ("new", "year", "eve"): (31, 12),
    ("new", "year", "day"): (1, 1),
    ("valentine", "day"): (14, 2),
    ("halloween",): (31, 10),
    ("international", "workers", "day"): (1, 5),
}
"""The feasts that have the same date everywhere; the others are refused."""

DOUBTFUL = words("sat sun mon wed may march mar jan june april august dec")
"""Also verbs, names or things: a day or a month only beside another piece, or after "on" or "in"."""

_SPELLINGS = {
    "monday": "mon",
    "tuesday": "tue tues teusday",
    "wednesday": "wed weds wensday wendsday wenesday",
    "thursday": "thu thur thurs",
    "friday": "fri",
    "saturday": "sat",
    "sunday": "sun",
    "january": "jan",
    "february": "feb febuary",
    "march": "mar",
    "april": "apr aprl arpil",
    "june": "jun",
    "july": "jul",
    "august": "aug",
    "september": "sep sept",
    "october": "oct",
    "november": "nov",
    "december": "dec",
    "today": "tday todya 2day",
    "tomorrow": (
        "tomorrows tmrw tmmrw tmrrw tmr tmw tmro tmoro tomoz tomo 2moro 2morrow 2mrw 2mro tommorow tommorrow morrow"
    ),
    "yesterday": "yday yest ystd ystday ystrday yesterdays",
    "tonight": "tonite tonigh 2nite 2night tonights",
    "morning": "mornin mornings moring mrng",
    "afternoon": "afternoons arvo aftn aftrnoon afternon",
    "evening": "evenings evning",
    "night": "nite nights",
    "lunch": "lunchtime",
    "noon": "midday noonish",
    "every": "evry evrey",
    "next": "nxt",
    "last": "lst",
    "after": "aftr",
    "before": "b4 befor bfore",
    "second": "sec secs seconds",
    "minute": "min mins minutes mintue mintues minuts",
    "hour": "hr hrs hours huor",
    "day": "days",
    "week": "wk wks weeks",
    "fortnight": "fortnights",
    "month": "mth mths months",
    "year": "yr yrs years",
    "weekend": "weekends wkend wknd",
    "workday": "workdays",
    "weeknight": "weeknights",
    "oclock": "o'clock oclk",
    "eod": "e.o.d",
    "christmas": "xmas",
    "valentine": "valentines",
    "approximately": "approx roughly",
    "quarter": "quarters qtr",
}
_KNOWN = {name: name for name in (*WEEKDAY_PLURALS, *MONTHS, *NUMBERS, *TENS, *ORDINALS)} | {
    spelling: name for name, spellings in _SPELLINGS.items() for spelling in (name, *spellings.split())
}

_SLIPPERY = (
    *("tomorrow", "yesterday", "tonight", "morning", "afternoon", "evening"),
    *WEEKDAYS,
    *("january", "february", "august", "september", "october", "november", "december"),
)
_REAL_WORDS = words("sundry sundae aghast monkey augusta friary octave decembers mourning moaning mooning evensong")


LABELS = words(
    "question room number page level part chapter round step section item day gate bus flight building block flat"
    " house table floor line hall unit lesson exam test version grade class slide stage year week"
)
"""What a number names that stands behind one of them."""
STREETS = words("street st road rd avenue ave lane drive square boulevard")
MOVES = words("moved move moving changed change shifted shift pushed push rescheduled brought switched postponed")
"""What moves a time to another one."""

BEGINNINGS = (
    words("in within after at by around about before until till from between approximately like exactly since")
    | words("+ @ ~ a an another half quarter couple few several the this coming upcoming current next following")
    | words("last past previous early mid late later earlier end beginning start middle small now right just")
    | words("today tomorrow yesterday tonight noon midnight eod every each once daily everyday weekly monthly")
    | words("yearly annually fortnightly weekdays workday weekends nightly morning lunch afternoon evening")
    | words(
        "night daytime weekend working work business circa same rest weekday biweekly quarterly mid during p weeknight"
    )
    | words("midmorning midafternoon am pm")
    | {name[0] for name in HOLIDAYS}
    | {*WEEKDAYS, *WEEKDAY_PLURALS, *MONTHS, *NUMBERS, *TENS, *ORDINALS, *UNITS}
)
"""The words and marks that a piece of a time may begin with; at any other the grammar does not even look."""

COMPOUNDS = {
    ("o", "clock"): "oclock",
    ("mid", "night"): "midnight",
    ("mid", "day"): "noon",
    ("lunch", "time"): "lunch",
    ("week", "end"): "weekend",
    ("week", "-", "end"): "weekend",
    ("week", "day"): "weekday",
    ("work", "day"): "workday",
    ("mid", "morning"): "midmorning",
    ("mid", "-", "morning"): "midmorning",
    ("mid", "afternoon"): "midafternoon",
    ("mid", "-", "afternoon"): "midafternoon",
    ("bi", "weekly"): "biweekly",
    ("bi", "-", "weekly"): "biweekly",
}
"""One word that many write as two."""


@remembered(2048)
def spelled(word: str) -> str:
    """The word as the grammar spells it; a slip in a long name is forgiven, other words stay as they are."""
    word = word.removesuffix("'s").removesuffix("'")
    if known := _KNOWN.get(word) or _KNOWN.get(word.removesuffix("ish")):
        return known
    return _slip(word) or word


def _slip(word: str) -> str | None:
    """The one name that the word misspells: by one slip, or by two in a long name that keeps both ends."""
    if not 6 <= len(word) <= 11 or word in _REAL_WORDS:
        return None
    names = [name for name in _SLIPPERY if name[0] == word[0]]
    near = process.extract(word, names, scorer=OSA.distance, score_cutoff=2, limit=2)
    if not near:
        return None
    (name, slips, _), *others = near
    if others and others[0][1] == slips:
        return None
    keeps_both_ends = len(word) >= 8 and word[-1] == name[-1] and word[:2] == name[:2]
    return name if slips == 1 or keeps_both_ends else None
