"""When somebody has time, as they say it: the day and the hour they want, less what they rule out.

"Tomorrow is ok but not 9, I drive from 5 to 13. After 14 please" is tomorrow at 14:00. The rule a newcomer could break:
a time at which they are busy, or which they refuse, is never the one they want.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.records import unsaid
from core.understanding import times
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, fold
from core.understanding.times import TimePhrase
from core.understanding.times.phrases import Away, Now, Weekday

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAME = expression(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b")
_NOT_BEFORE = expression(
    r"\b(?:(?:just |but )?(?:not|never) (?:before|earlier than|until|till|til)|(?:(?:any ?time|some ?time|only|from) )?(?:after|from)(?: about| around)?(?= (?:\d|noon|midday|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)))\b"
)
_ANY_BUT = expression(
    r"\b(?:any|every|all|each)(?: other)? (?:day|time|hour)s? but\b|\b(?:instead of|rather than|in place of)\b"
)
_EITHER = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)? ?(?:or|-|/) ?(?=\d{1,2}(?:[:.]\d\d)? ?[ap]m\b)")
_A_CLAUSE = expression(
    r"(?<=[.,;!?\n])\s+|\s+(?:but|and|so(?! early| late| soon)|because|cos|though|rather|instead)\b\s*|\s+(?=(?:not|except|apart from)\b)"
)
_NO_TIME = expression(
    r"\b(?:not|isn't|isnt|never|except|apart from|can't|cannot|couldn't|doesn't|won't|don't|no good|too (?:early|late|soon)|bad|busy|asleep|sleeping|in bed|driv(?:e|es|ing)|work(?:s|ing)?|shifts?|at work|school|class|lessons?|lectures?|exam|appointment|away|travel(?:l?ing)?|i(?:'ve| have| got|'ve got) (?:a|an|the|my|to|got|another))\b"
)
_FREE_THEN = expression(
    r"\b(?:i(?:'m| am|'ll be| will be)? |we )?(?:finish(?:ed)?|done|free|home|back|off|available|awake|up) (?:work |school |my shift |at work )?(?:at|by|from|after|around|about)\b|\bafter (?:work|school|my shift|class|the shift)\b|\b(?:until|till|til) (?=\d)"
)
"""What they are busy with ends then, and after that they have time."""
_REFUSED = expression(
    r"\b(?:not|isn't|never|except|apart from|can't|cannot|couldn't|too (?:early|late|soon)|asleep|sleeping|in bed|no good)\b"
)
_AN_HOUR = expression(
    r"\b(?:(?:so |that |too |very )*(?:early|late|soon)|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| o'?clock)?|(?:in the |at )?(?:mornings?|afternoons?|evenings?|nights?|noon|lunch ?time)|then|that (?:time|hour))\b"
)
_OF_THEM = expression(
    r"\b(?:they|he|she|hr|somebody|someone|the (?:manager|panel|boss|recruiter|lady|guy|office))(?:'s|'ll|'d| is| are| was| were| will| would| said| told| had| has| have)\b|\b(?:they|he|she) (?:call|ring|text|write|phone|e-?mail|answer|tell|know|want)\w*\b"
)
"""Of somebody else: when they answer, or what was."""
_WAS = expression(r"\b(?:was|were|had been|did|ago|last|yesterday)\b")


@unsaid
@dataclass(frozen=True, slots=True)
class FreeTime:
    """What somebody says of when they have time."""

    day: TimePhrase | None
    hour: TimePhrase | None
    not_on: tuple[int, ...]
    """Weekdays that are ruled out, Monday being 0."""
    not_then: bool
    """The hour that was proposed is ruled out."""

    @property
    def is_counted(self) -> bool:
        """Whether it is so long from now, "in two hours", and no hour of the clock."""
        return self.day is not None and isinstance(self.day.when, Away) and self.day.when.amount.seconds > 0

    @property
    def is_weekday(self) -> bool:
        """Whether the day is told by its name alone."""
        return self.day is not None and isinstance(self.day.when, Weekday)


def read(text: str) -> FreeTime | None:
    """What a short text says of when they have time; None where it names no time, or tells of something else."""
    if len(text) > LONGEST_REMARK:
        return None
    folded = _ANY_BUT.sub("not", _EITHER.sub("", _NOT_BEFORE.sub("at", fold(text))))
    if _WAS.search(folded) or _OF_THEM.search(folded):
        return None
    clauses = [clause.strip(" .,;!?") for clause in _A_CLAUSE.split(folded) if clause]
    open_clauses, days, hours = [], [], False
    for clause in clauses:
        if _NO_TIME.search(clause) is None or _FREE_THEN.search(clause):
            open_clauses.append(clause)
        else:
            days += [_DAYS.index(name[1][:3]) for name in _DAY_NAME.finditer(clause)]
            hours = hours or (_REFUSED.search(clause) is not None and _AN_HOUR.search(clause) is not None)
    found = [
        one for one in times.parse(", ".join(open_clauses)) if one.repeat is None and not isinstance(one.when, Now)
    ]
    day = next((one for one in found if one.when is not None and _weekday(one) not in days), None)
    hour = next((one for one in found if one.clock is not None or one.part is not None), None)
    if day is None and hour is None and not days and not hours:
        return None
    return FreeTime(day, hour, tuple(dict.fromkeys(days)), hours)


def _weekday(phrase: TimePhrase) -> int | None:
    return phrase.when.day if isinstance(phrase.when, Weekday) else None
