"""A yes with hedges around it: "eh. yes i guess? the hours are bad but yes".

The rule a newcomer could break: a yes and a no in one reply are neither.
"""

from __future__ import annotations

from core.understanding.expressions import expression
from core.understanding.text import brief

_PAUSES = r"(?:(?:eh+|hm+|um+|uh|er+|well|idk|meh|ugh|ok|okay|so|and|but|though|still|oh|i mean|kind of|kinda|sort of|maybe|honestly|tbh|to be honest|in the end|overall|mostly|probably|then|like)\b[ ,]*)*"
_YES = r"(?:yes+|yeah+|yep|yup|yh|ya|aye|sure(?= *$)|i (?:guess|think|suppose|spose|believe) (?:so|yes|yeah)|i (?:do|would|did)(?= *$))"
_NO = r"(?:no+|nope|nah|not really|i (?:don't|dont|do not|didn't|wouldn't) think so|rather not|i (?:don't|dont|wouldn't|didn't)(?= *$))"
_CLAUSES = expression(r"[.,;:!?\n()]+|\s-+\s|\b(?:but|and|so)\b")
_SAYS_YES = expression(rf"{_PAUSES}{_YES}\b(?! (?:and|or) no\b)")
_SAYS_NO = expression(rf"{_PAUSES}{_NO}\b")
_LITTLE = expression(
    rf"{_PAUSES}(?:{_YES}[ ,]*)*(?:i (?:guess|think|suppose)|if (?:it|that) counts|(?:i'm |im )?not (?:really )?sure(?: (?:if )?(?:it|that|this) (?:really )?counts)?)?[ ,]*"
)
_MAY_BEGIN = expression(rf"{_PAUSES}(?:i (?:guess|think|suppose)(?: so)?)?[ ]*")


def says_yes(text: str) -> bool:
    """Whether it begins or ends with a yes, but for hesitation, and says no nowhere."""
    clauses = _clauses(text)
    if any(_SAYS_NO.match(clause) for clause in clauses):
        return False
    told = [clause for clause in clauses if not _MAY_BEGIN.fullmatch(clause)]
    return bool(told) and any(_SAYS_YES.match(clause) for clause in (told[0], told[-1]))


def says_only_yes(text: str) -> bool:
    """Whether it is a yes, however hesitant, and tells nothing else."""
    clauses = _clauses(text)
    return says_yes(text) and all(_LITTLE.fullmatch(clause) for clause in clauses)


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSES.split(brief(text)) if clause.strip()]
