"""That nothing is to be done today, said of what is offered: "not today", "i'm wrecked after a double shift".

The rule a newcomer could break: all of it says so; who is tired and asks for an hour has named one.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression
from core.understanding.text import brief

_AROUND = r"(?:ah|aw|oh|och|eh|hi|hey|no|nah|naw|nope|sorry|ok|okay|yes|yeah|well|please|maybe|but|and|so|thanks|thank you|cheers|pal|mate|lol|honestly|tbh|i think|i'm afraid|love|dear|pls|man|bro|bruv|dude|yaar|bhai|boss|abeg|sha|lah|hun|coach)"
_TODAY = r"(?:today|tonight|the day|this (?:evening|afternoon|morning)|just yet the day)"
_NOT_TODAY = rf"(?:(?:can'?t|cannot|couldn't|won'?t|i (?:can't|cannot|won't)|i'd rather not|rather not|not|no) (?:(?:do (?:it|this|that)|face it|be bothered|look at it|up to it|able for it) )?{_TODAY}|(?:maybe )?(?:another|some other|a different) day|nothing (?:more )?{_TODAY})"
_SO = r"(?:(?:just|so|too|very|really|absolutely|completely|totally|fully|pure|dead|feeling|still|bit|a|all|bloody|quite|only) )*"
_WORN = rf"(?:(?:i'm|im|i am|am|a'm|i've been|been|i feel|feeling|feel|i've|i have|have|had|it was|its been|it's been) )?{_SO}(?:tired|weary|wrecked|exhausted|shattered|knackered|drained|wiped(?: out)?|done in|dead|beat|sick|ill|unwell|worn out|burnt out|fried|sleepy|half asleep|in bed|not (?:well|up to it|able for it|able|feeling (?:well|it|great|good)|in the (?:mood|right headspace|headspace))|(?:no|nae|zero) (?:energy|strength|headspace)|(?:long|hard|double|bad|rough|busy|heavy|late) (?:day|shift|week|night)s?)"
_AFTER = rf"(?: (?:now|right now|at the moment|atm|{_TODAY}|as well|too|for (?:it|this|that)|to (?:think|do (?:it|this|that)|talk|read)(?: (?:now|about it|today))?|(?:after|from|with|at) (?:(?!and\b|but\b)[\w'-]+ ?){{1,6}}))*"
_SAYS = expression(
    rf"(?:{_AROUND} )*(?:(?P<plain>{_NOT_TODAY})(?: {_AROUND})*|(?P<worn>{_WORN}){_AFTER}(?: {_AROUND})*|{_AROUND})"
)
_BREAK = re.compile(r"[.,;:!?()\n-]+ ?|\s(?:and|so|cos|coz|because|but)\s(?=i\b|i'm\b|im\b|am\b|it\b|not\b|no\b)")


def says(text: str) -> bool:
    """Whether a short text says that, with its reason or without."""
    clauses = [one.strip() for one in _BREAK.split(brief(text)) if one and one.strip()]
    found = [_SAYS.fullmatch(one) for one in clauses]
    return bool(clauses) and all(found) and any(one is not None and (one["plain"] or one["worn"]) for one in found)
