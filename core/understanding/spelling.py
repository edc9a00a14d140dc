"""Typing errors in short replies.

Only a word that can be one thing is put right: near to one word we know and to no second one, with the
first and the last letter as typed (fingers slip inside a word). "cancer" is not "cancel", "held" is not
"help".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONG = 9
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
        near = sorted(
            (distance, meant)
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for meant in self._by_first.get((word[0], length), ())
            if (distance := OSA.distance(word, meant, score_cutoff=allowed)) <= allowed
        )
        if not near or (len(near) > 1 and near[0][0] == near[1][0]):
            return word
        meant = near[0][1]
        return meant if _is_a_slip(word, meant) else word


def _long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST or (len(word) == _SHORTEST - 1 and _CONSONANTS.issuperset(word))


def _is_a_slip(typed: str, meant: str) -> bool:
    """Letters swapped, doubled or left out; a wrong letter only inside a longer word."""
    if sorted(typed) == sorted(meant):
        return True
    return typed[-1] == meant[-1] and (len(typed) != len(meant) or len(meant) > _SHORTEST + 1)
