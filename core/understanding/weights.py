"""What words weigh: how much a text speaks for something, where no phrase says so.

A table gives each label the words, pairs and triples of words that speak for it or against it. What stands in a text is
added up; 0 is as likely as not. The tables are made from labelled texts (`python -m tests.weighing`) and never edited: where
they are wrong, add such texts with their labels, and weigh anew.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

LONGEST = 3
"""Words that are weighed together."""
FULL = 100
"""A weight of one, in a table."""
FEWEST = 12
"""Of so much at least a text is taken to be made: of one word alone nothing follows."""
LABEL = "# "
"""Begins the line with the label of the weights below; each of them is a number, a tab and words, and stands for no word
where every text weighs so much.
"""
_AT_ONCE = 120
_BREAK = "."


class Weights:
    """The weights of all labels of one table."""

    def __init__(self, table: str) -> None:
        self.always: dict[str, float] = {}
        """How much a text of unknown words speaks for each label."""
        self._of_group = defaultdict[str, list[tuple[str, int]]](list)
        for line in table.splitlines():
            if line.startswith(LABEL):
                label = line.removeprefix(LABEL)
                self.always[label] = 0.0
                continue
            weight, _, group = line.partition("\t")
            if group:
                self._of_group[group].append((label, int(weight)))
            else:
                self.always[label] = int(weight) / FULL

    def of(self, words: str) -> dict[str, float]:
        """How much the words speak for each label, where they do most."""
        pieces = [self._of_piece(piece) for piece in _pieces(words.split())]
        return {label: max(piece[label] for piece in pieces) for label in self.always}

    def heaviest(self, words: str, label: str, most: int = 5) -> list[str]:
        """What speaks most for a label, the heaviest first; so many at most."""
        stands = {group for piece in _pieces(words.split()) for group in groups(piece)}
        weights = {group: dict(self._of_group.get(group, ())).get(label, 0) for group in stands}
        return sorted((group for group in stands if weights[group] > 0), key=lambda one: (-weights[one], one))[:most]

    def _of_piece(self, words: Sequence[str]) -> dict[str, float]:
        stands = groups(words)
        sums = dict.fromkeys(self.always, 0)
        for group in stands:
            for label, weight in self._of_group.get(group, ()):
                sums[label] += weight
        each = share(stands)
        return {label: always + sums[label] * each / FULL for label, always in self.always.items()}


def groups(words: Sequence[str]) -> set[str]:
    """Every word, pair and triple of words that stands there."""
    return {
        " ".join(words[start : start + size])
        for size in range(1, LONGEST + 1)
        for start in range(len(words) - size + 1)
    }


def share(stands: Collection[str]) -> float:
    """What each of these counts for: the more there are, the less, so that a text is not heavy for its length alone."""
    return 1 / math.sqrt(max(FEWEST, len(stands)))


def _pieces(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """All of it; a long text in pieces of whole sentences, since a few words are not felt among many."""
    start = 0
    while len(words) - start > _AT_ONCE:
        ends = (place + 1 for place in range(start + _AT_ONCE, start, -1) if words[place] == _BREAK)
        end = next(ends, start + _AT_ONCE)
        yield words[start:end]
        start = end
    yield words[start:]
