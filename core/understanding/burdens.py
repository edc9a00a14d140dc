"""What weighs in what somebody just tells: so much of it as can be said back in plain words without adding to it.

The rule a newcomer could break: only what their words say outright; where they say nothing of the kind it is None.
"""

from __future__ import annotations

from enum import StrEnum

from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY, fold


class Burden(StrEnum):
    """What weighs; of several the one listed first is taken up."""

    TOLD_ALREADY = "told-already"
    """They had told somebody close that it was certain."""
    FAMILY = "family"
    """People at home count on it, or are to be told."""
    LONG = "long"
    """They have been looking for long."""
    MONEY = "money"
    TALKED_OVER = "talked-over"
    """They were interrupted, ignored or laughed at."""
    HOPED = "hoped"
    """They had been sure, or were led to hope."""
    ANGER = "anger"
    TIRED = "tired"


_CLOSE = r"(?:mum|mom|mother|dad|father|parents|family|wife|husband|partner|girlfriend|boyfriend|kids?|children|sister|brother|friends?|everyone|everybody|people|nan|gran)"
_FOUND = (
    (
        Burden.TOLD_ALREADY,
        expression(
            rf"\bi(?:'d| had|'ve| have)? (?:already |even |just )*told (?:my |all my |the )?(?:whole )?{_CLOSE}\b.{{0,30}}\b(?:got it|had it|got the job|in the bag|a done deal|certain|it was mine)\b"
        ),
    ),
    (
        Burden.FAMILY,
        expression(
            rf"\bmy (?:wife|girlfriend|partner|husband) is (?:pregnant|expecting|ill|sick|off work|out of work)|\b(?:my|our|the) (?:kids?|children|baby|family|mum|mom|parents) (?:\w+ ){{0,3}}(?:need|needs|depend|depends|count|counts|rely|relies|to feed|wait|waits)\b|\b(?:feed|support|look after|provide for) (?:my|the|our) {_CLOSE}|\b(?:baby|child) (?:is )?(?:on the way|due|coming)"
        ),
    ),
    (
        Burden.LONG,
        expression(
            r"\b(?:job ?hunting|looking|searching|applying|unemployed|out of work|without (?:a job|work)|at (?:it|this)) (?:for )?(?:now )?(?:over |about |nearly |almost |more than |like )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|several|so many) (?:whole )?(?:months?|years?)\b"
            r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|so many|months and) (?:months|years) (?:of (?:this|looking|searching|applying|job ?hunting|trying|rejections?)|i've been|without|now)\b|\b(?:\d\d+|dozens of|hundreds of|so many) (?:applications|rejections|interviews|no'?s)\b"
        ),
    ),
    (
        Burden.MONEY,
        expression(
            r"\b(?:can't|cannot|couldn't|how (?:will|do|can) (?:i|we)|don't know how) (?:\w+ ){0,3}(?:pay|afford|make) (?:\w+ ){0,2}(?:rent|bills?|food|mortgage|fees|anything)\b|\b(?:rent|bills|mortgage|debt|debts|school fees) (?:is|are|was|were|'s)? ?(?:due|overdue|late|piling|behind)|\b(?:broke|skint|in debt|out of money|no money)\b"
        ),
    ),
    (
        Burden.TALKED_OVER,
        expression(
            r"\b(?:talk(?:ed|ing|s)?|spoke|speaking|shout(?:ed|ing)?) (?:right |all )?over me\b|\b(?:interrupt\w*|ignor(?:ed|ing)|cut(?:ting)? (?:me )?off|laughed at|mocked|belittled|humiliat\w*|talked down to)\b(?: me)?|\bdidn't (?:even )?(?:look at|listen to|let) me\b"
        ),
    ),
    (
        Burden.HOPED,
        expression(
            r"\bi (?:was|felt) (?:so |really |pretty |absolutely )+(?:sure|certain|confident|hopeful|close)\b|\b(?:thought|was sure|believed) (?:i|that i|it) (?:had it|got it|was mine|had got it|nailed it)\b|\bgot my hopes up\b|\b(?:they|he|she) (?:told me|said)\b.{0,12}\b(?:loved|liked) (?:you|me)\b|\bled me on\b"
        ),
    ),
    (
        Burden.ANGER,
        expression(
            r"\b(?:i'm|i am|so|makes me|made me) (?:so |really |just |fucking )*(?:angry|furious|livid|fuming|pissed|mad|raging)\b"
        ),
    ),
    (
        Burden.TIRED,
        expression(
            r"\b(?:i'm|i am|so) (?:so |just |really )*(?:tired|exhausted|worn out|drained|sick) (?:of (?:it|this|all|looking|trying|being)|and)\b|\bi'm (?:so |just )+(?:tired|exhausted|drained)\b"
        ),
    ),
)


def read(text: str) -> Burden | None:
    """What weighs in a text, None where it says nothing of the kind."""
    folded = fold(text[:LONGEST_STORY])
    return next((burden for burden, pattern in _FOUND if pattern.search(folded)), None)
