"""Times in what people write: "yesterday at 2", "by the end of next week", "every other friday".

Reading has two stages. `parse` finds the expressions and needs no clock; `resolve` says which moment one
means, seen from now and from the open question. The rule a newcomer could break: an expression that is
not understood whole is refused, because a wrong time costs more trust than a question.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.understanding.times.grammar import parse
from core.understanding.times.phrases import Direction, Kind, Moment, Rule, TimePhrase
from core.understanding.times.resolution import resolve

__all__ = ["Direction", "Kind", "Moment", "Rule", "TimePhrase", "parse", "read", "resolve"]


def read(text: str, now: datetime, direction: Direction, *, day_first: bool | None = None) -> Moment | None:
    """The first moment in a text on that side of now; what follows it after "or" is in its `also`."""
    phrases = parse(text)
    for n, phrase in enumerate(phrases):
        moment = resolve(phrase, now, direction, day_first=day_first)
        if moment is None:
            continue
        for other in phrases[n + 1 : n + 2]:
            choice = resolve(other, now, direction, day_first=day_first)
            if choice and text[phrase.end : other.start].casefold().split()[:1] == ["or"]:
                return replace(moment, also=(*moment.also, replace(choice, also=())))
        return moment
    return None
