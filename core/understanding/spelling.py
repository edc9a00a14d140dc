"""Typing errors in short replies.

Only a word that can be one thing is put right: near to one word we know and to no second one, with the
first and the last letter as typed (fingers slip inside a word, or leave out its end). "cancer" is not "cancel",
"held" is not "help".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from core.remembering import remembered

_SHORTEST = 4
_LONG = 9
_MIXED_UP = 6
"""From so many letters on, two swaps can still be only one word ("sucidie")."""
_ENDINGS = frozenset("sdrynge")
"""What a word ends in that is whole without it: "hand", "hands"."""
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


class Speller:
    """Puts words right towards a closed list; those that are `right` as they are stay."""

    def __init__(self, known: Iterable[str], right: Iterable[str] = ()) -> None:
        listed = sorted(set(known))
        self._known = frozenset(listed).union(right)
        self._by_ends = defaultdict[tuple[str, str, int], list[str]](list)
        """By the first and the last letter and the length."""
        self._by_letters = defaultdict[tuple[str, ...], list[str]](list)
        self._without_end = defaultdict[str, list[str]](list)
        self._longest = max(map(len, listed)) + 2
        """A word with more letters is none of them."""
        self._put_right = remembered(2048)(self._word)
        """Most words are in many texts."""
        for word in listed:
            self._by_ends[word[0], word[-1], len(word)].append(word)
            self._by_letters[tuple(sorted(word))].append(word)
            if len(word) > _SHORTEST + 1 and (word[-1] not in _ENDINGS or word.endswith("nd")):
                self._without_end[word[:-1]].append(word)

    def respelt(self, words: str) -> str:
        """The words with those put right that can only be one thing."""
        fits, put_right = self._is_right, self._put_right
        return "".join([(word if fits(word) else put_right(word)) + " " for word in words.split()])

    def _is_right(self, word: str) -> bool:
        """Whether it is to stay as it is: it is known, or no word we know is as short or as long."""
        return word in self._known or len(word) > self._longest or not _long_enough(word) or not word.isalpha()

    def _word(self, word: str) -> str:
        near = sorted(set(self._near(word)))
        return word if not near or (len(near) > 1 and near[0][0] == near[1][0]) else near[0][1]

    def _near(self, word: str) -> Iterator[tuple[int, str]]:
        """The listed words that it can be by a slip, and by how many: letters swapped, doubled, left out, or a wrong
        one inside a longer word.
        """
        allowed = 2 if len(word) >= _LONG else 1
        swaps = max(allowed, 2 if len(word) >= _MIXED_UP else 1)
        mixed_up = self._by_letters.get(tuple(sorted(word)), ())
        for meant in mixed_up:
            if meant[0] == word[0] and (distance := OSA.distance(word, meant, score_cutoff=swaps)) <= swaps:
                yield distance, meant
        for meant in self._without_end.get(word, ()):
            yield 1, meant
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for meant in self._by_ends.get((word[0], word[-1], length), ()):
                if meant in mixed_up or (length == len(word) and length <= _SHORTEST + 1):
                    continue
                if (distance := OSA.distance(word, meant, score_cutoff=allowed)) <= allowed:
                    yield distance, meant


def _long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST or (len(word) == _SHORTEST - 1 and _CONSONANTS.issuperset(word))
