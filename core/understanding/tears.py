"""That they cried, or cry, where something else was asked: "i cried in the car after", "I cry yesterday in the bus".

The rule a newcomer could break: only their own tears count, and only a text that is about nothing else is no answer.
"""

from __future__ import annotations

from core.understanding import stings
from core.understanding.expressions import expression
from core.understanding.stings import Sting
from core.understanding.text import fold

_LONGEST = 160
_CLAUSE = expression(r"[.,;:!?\n]+|\.\.+| - | (?:and|but|then|so)(?= i\b)")
_OF_IT = expression(
    r"(?:(?:sorry|honestly|ok|okay|so|and|but|well|then|tbh|lol|ugh|oh|yes|yeah)\b ?)*(?:i(?:'m|'ve|'d)? |am |it |that |this |they |he |she )?(?:[\w']+ ){0,5}?"
    r"(?:cry|cried|crying|sob|sobbed|sobbing|wept|weep|weeping|tears|teared up|welled up|bawled)\b(?! (?:because|cause|cos|when (?:they|he|she)|if|that)\b)(?: [\w']+){0,7}"
)
_AROUND = expression(
    r"(?:(?:sorry|ok|okay|honestly|ugh|tbh|lol|yes|yeah|oh god|i am|i'm|so|very|really|embarrassing|stupid|silly|again|after|today|yesterday|the whole way|all the way|home)\b ?)+|"
)


def told(text: str) -> bool:
    """Whether a short text tells of their own tears."""
    return len(text) <= _LONGEST and stings.sting(text) is Sting.TEARS


def is_all(text: str) -> bool:
    """Whether it tells of nothing else."""
    clauses = [clause.strip() for clause in _CLAUSE.split(fold(text))]
    return told(text) and all(_OF_IT.fullmatch(clause) or _AROUND.fullmatch(clause) for clause in clauses)
