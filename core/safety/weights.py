"""What words weigh: how much a text sounds like those of people in danger, where no phrase says so.

Each word, pair and triple of words in `content/danger_weights.tsv` has a weight, made from the labelled texts in the
tests (`python -m tests.weighing`; see docs/danger.md). The weights of what stands in a text are added up: above `HEAVY`
it sounds like danger, below `LIGHT` like none. That is never enough to say either; it is enough to ask. When it asks
wrongly or not at all, do not touch a weight: add such texts with their labels, and weigh anew.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

HEAVY = 1.3
"""From here on it is asked, though no phrase says it."""
LIGHT = -1.0
"""Below, it is asked first, though a phrase says it."""
LONGEST = 3
"""Words that are weighed together."""
FULL = 100
"""A weight of one, in the file."""
FEWEST = 12
"""Of so much at least a text is taken to be made: of one word alone nothing follows."""
_AT_ONCE = 120
_BREAK = "."
CONTENT = resources.files("core").joinpath("content/danger_weights.tsv")


def heaviness(words: str) -> float:
    """How much it sounds like danger where it does most; 0 is as much as not. Of words as `as_meant.words` gives them."""
    return max(map(_weighed, _pieces(words.split())))


def heaviest(words: str, most: int = 5) -> list[str]:
    """What weighs most towards danger, the heaviest first; so many at most."""
    table = _table()
    told = {group for piece in _pieces(words.split()) for group in groups(piece) if table.get(group, 0) > 0}
    return sorted(told, key=lambda group: (-table[group], group))[:most]


def groups(words: Sequence[str]) -> set[str]:
    """Every word, pair and triple of words that stands there."""
    return {
        " ".join(words[start : start + size])
        for size in range(1, LONGEST + 1)
        for start in range(len(words) - size + 1)
    }


def total(words: Sequence[str], table: Mapping[str, float]) -> float:
    """What it all weighs together, in the units of the table; what every text weighs stands there under no word."""
    stands = groups(words)
    return table.get("", 0) + sum(table.get(group, 0) for group in stands) * share(stands)


def share(stands: Collection[str]) -> float:
    """What each of these counts for: the more there are, the less, so that a text is not heavy for its length alone."""
    return 1 / math.sqrt(max(FEWEST, len(stands)))


def _weighed(words: Sequence[str]) -> float:
    return total(words, _table()) / FULL


def _pieces(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """All of it; a long text in pieces of whole sentences, since a few words are not felt among many."""
    start = 0
    while len(words) - start > _AT_ONCE:
        ends = (place + 1 for place in range(start + _AT_ONCE, start, -1) if words[place] == _BREAK)
        end = next(ends, start + _AT_ONCE)
        yield words[start:end]
        start = end
    yield words[start:]


@cache
def _table() -> Mapping[str, int]:
    rows = (row.partition("\t") for row in CONTENT.read_text(encoding="utf-8").splitlines())
    return {group: int(weight) for weight, _, group in rows}
