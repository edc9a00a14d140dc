"""Typing errors in short replies.

Only a word that can be one thing is put right: near to one word we know and to no second one, with the first and the
last letter as typed (fingers slip inside a word). "cancer" is not "cancel", "held" is not "help".
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONG = 9
_NO_VOWELS = frozenset("bcdfghjklmnpqrstvwxz")


class Speller:
    """Puts words right towards a closed list."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(set(known))
        self._set = frozenset(self._known)

    def respelt(self, words: str) -> str:
        """The words with those put right that can only be one thing."""
        return "".join(self._word(word) + " " for word in words.split())

    def _word(self, word: str) -> str:
        if word in self._set or not word.isalpha() or not self._long_enough(word):
            return word
        allowed = 2 if len(word) >= _LONG else 1
        near = process.extract(word, self._known, scorer=OSA.distance, score_cutoff=allowed, limit=2)
        if not near or (len(near) > 1 and near[1][1] == near[0][1]):
            return word
        meant = near[0][0]
        return meant if _is_a_slip(word, meant) else word

    @staticmethod
    def _long_enough(word: str) -> bool:
        return len(word) >= _SHORTEST or (len(word) == _SHORTEST - 1 and _NO_VOWELS.issuperset(word))


def _is_a_slip(typed: str, meant: str) -> bool:
    """Letters swapped, doubled or left out; a wrong letter only inside a longer word."""
    if sorted(typed) == sorted(meant):
        return typed[0] == meant[0] or typed[-1] == meant[-1]
    if typed[0] != meant[0] or typed[-1] != meant[-1]:
        return False
    return len(typed) != len(meant) or len(meant) > _SHORTEST + 1
