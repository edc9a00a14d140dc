"""Words that a pattern cannot do without, made out from the pattern itself, so that most texts are spared the search.

A word stands here by how it begins: its first four letters, or its first three; a word of one or two letters stands for
itself. What cannot be made out for sure counts as not needed, so that a search may be spared only where nothing is found.
The rule a newcomer could break: `re` matches some letters beyond ASCII to plain ones, so only plain texts are judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]  # there is no public way to what a pattern is made of
from typing import Any, TypeAlias

from core.remembering import remembered

Words: TypeAlias = frozenset[str]

_NONE: Words = frozenset()
_WORDS = re.compile(r"\w+", re.ASCII)
_LONG, _SHORT = 4, 3
_WEIGHT = {1: 40, 2: 25, _SHORT: 5, _LONG: 1}
"""By the letters: how much likelier it is that a text has a word that begins so."""
_BESIDE_WORDS = {_constants.CATEGORY_SPACE, _constants.CATEGORY_NOT_WORD}
_EDGES = {
    _constants.AT_BEGINNING,
    _constants.AT_BEGINNING_STRING,
    _constants.AT_BOUNDARY,
    _constants.AT_END,
    _constants.AT_END_STRING,
}
_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}


@remembered(128)
def beginnings(text: str) -> Words | None:
    """How the words of a text begin; None where that cannot be told for sure."""
    if not text.isascii():
        return None
    words = _WORDS.findall(text.lower())
    return frozenset([word[:_LONG] for word in words] + [word[:_SHORT] for word in words])


def needed_words(pattern: str, flags: int = 0) -> Words | None:
    """Beginnings of words, one of which is in every text in which the pattern is found; None where there are none such."""
    walk = _Walk()
    walk.through(_parser.parse(pattern, flags))
    walk.end(is_whole=False)
    return walk.needed


class _Walk:
    """A way through a pattern, from left to right."""

    def __init__(self, *, is_between: bool = False, runs: Words = _NONE, besides: Words = _NONE) -> None:
        self.needed: Words | None = None
        """The best that was found so far."""
        self.is_between = is_between
        """Whether a letter that follows begins a word."""
        self.runs = runs
        """The letters that may lead here from the beginning of a word; none where we do not know how it begins."""
        self.besides = besides
        """What is needed where another branch led here than those that end with the letters."""

    def through(self, items: Iterable[tuple[Any, Any]]) -> None:
        """Go through a row of items."""
        for kind, value in items:
            if kind is _constants.LITERAL:
                self._letter(chr(value).lower())
            elif kind is _constants.AT:
                self.end(is_whole=value in _EDGES)
                self.is_between = self.is_between or value in _EDGES
            elif kind is _constants.SUBPATTERN:
                self.through(value[-1])
            elif kind is _constants.ATOMIC_GROUP:
                self.through(value)
            elif kind is _constants.BRANCH:
                self._join([self._branch(items) for items in value[1]])
            elif kind in _REPEATS:
                self._repeat(*value)
            elif kind not in (_constants.ASSERT, _constants.ASSERT_NOT):
                is_beside = kind is _constants.IN and all(_is_no_letter(*one) for one in value)
                self.end(is_whole=is_beside)
                self.is_between = is_beside

    def end(self, *, is_whole: bool) -> None:
        """The letters are over, `is_whole` with their word."""
        if self.runs and all(run.isascii() and (is_whole or len(run) >= _SHORT) for run in self.runs):
            self._needs(self.besides.union(run[:_LONG] for run in self.runs))
        self.runs = self.besides = _NONE

    def _needs(self, words: Words) -> None:
        if self.needed is None or _likelihood(words) < _likelihood(self.needed):
            self.needed = words

    def _letter(self, letter: str) -> None:
        if not (letter.isalnum() or letter == "_"):
            self.end(is_whole=True)
            self.is_between = True
        elif self.is_between:
            self.runs, self.is_between = frozenset((letter,)), False
        elif self.runs:
            self.runs = frozenset([run + letter for run in self.runs])

    def _branch(self, items: Iterable[tuple[Any, Any]]) -> _Walk:
        way = _Walk(is_between=self.is_between, runs=self.runs, besides=self.besides)
        way.through(items)
        return way

    def _repeat(self, least: int, most: int, items: Iterable[tuple[Any, Any]]) -> None:
        way = self._branch(items)
        if most > 1:
            way.end(is_whole=False)
            again = _Walk(is_between=way.is_between)  # the second time it begins as the first has ended
            again.through(items)
            way.is_between = way.is_between and again.is_between
        self._join([way] if least else [way, self._branch(())])

    def _join(self, ways: Sequence[_Walk]) -> None:
        """Go on from where one of several ways has led."""
        self.is_between = all(way.is_between for way in ways)
        self.runs = self.besides = _NONE
        if not all(way.needed or way.runs for way in ways):
            return
        for way in ways:
            if way.needed:
                way.end(is_whole=False)
        besides = _NONE.union(*(way.needed or way.besides for way in ways))
        if runs := _NONE.union(*(way.runs for way in ways)):
            self.runs, self.besides = runs, besides
        else:
            self._needs(besides)


def _is_no_letter(kind: Any, value: Any) -> bool:
    """Whether what stands in a set of letters is surely of no word."""
    if kind is _constants.LITERAL:
        return not (chr(value).isalnum() or chr(value) == "_")
    return kind is _constants.CATEGORY and value in _BESIDE_WORDS


def _likelihood(words: Words) -> int:
    """How likely it is, more or less, that one of them is in a text."""
    return sum(_WEIGHT[len(word)] for word in words)
