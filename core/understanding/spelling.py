"""Typing errors in short replies.

Only a word that can be one thing is put right: near to one word we know and to no second one, with the
first and the last letter as typed (fingers slip inside a word, or leave out its end). "cancer" is not "cancel",
"held" is not "help".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

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
        listed = frozenset(known)
        self._known = listed.union(right)
        self._by_first = defaultdict[tuple[str, int], list[str]](list)
        """By the first letter and the length."""
        for word in sorted(listed):
            self._by_first[word[0], len(word)].append(word)

    def respelt(self, words: str) -> str:
        """The words with those put right that can only be one thing."""
        met: dict[str, str] = {}
        for word in (every := words.split()):
            if word not in met:
                met[word] = self._word(word)
        return "".join(met[word] + " " for word in every)

    def _word(self, word: str) -> str:
        if word in self._known or not word.isalpha() or not _long_enough(word):
            return word
        allowed = 2 if len(word) >= _LONG else 1
        near = self._near(word, allowed) or (self._near(word, 2, mixed_up=True) if len(word) >= _MIXED_UP else [])
        return word if not near or (len(near) > 1 and near[0][0] == near[1][0]) else near[0][1]

    def _near(self, word: str, allowed: int, *, mixed_up: bool = False) -> list[tuple[int, str]]:
        """The listed words that it can be by no more than so many slips, the nearest first."""
        reach = 0 if mixed_up else allowed
        return sorted(
            (distance, meant)
            for length in range(len(word) - reach, len(word) + reach + 1)
            for meant in self._by_first.get((word[0], length), ())
            if (sorted(word) == sorted(meant) if mixed_up else _is_a_slip(word, meant))
            and (distance := OSA.distance(word, meant, score_cutoff=allowed)) <= allowed
        )


def _long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST or (len(word) == _SHORTEST - 1 and _CONSONANTS.issuperset(word))


def _is_a_slip(typed: str, meant: str) -> bool:
    """Letters swapped, doubled or left out; a wrong letter only inside a longer word."""
    if sorted(typed) == sorted(meant) or _lacks_its_end(typed, meant):
        return True
    return typed[-1] == meant[-1] and (len(typed) != len(meant) or len(meant) > _SHORTEST + 1)


def _lacks_its_end(typed: str, meant: str) -> bool:
    return len(typed) > _SHORTEST and meant[:-1] == typed and (meant[-1] not in _ENDINGS or meant[-2:] == "nd")
