"""A phrase book: many ways to say a thing, written as people say them, kept as data.

A phrase is words with `[optional parts]`, `(one|of these)`, `<names>` of shared parts, `_` for any one word,
`#` for a number ("10", "6pm") and `..3` for up to three words of the same clause. Phrases are matched against `text.words`, so they are
written in lower case and contracted ("don't", "i'm"). A phrase must begin with a word and not with a gap:
the book is looked up by first words, which keeps the reading linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Key = TypeVar("Key")

_TOKEN = re.compile(r"\.\.\d+|[][()|_]|<[\w-]+>|[^\s\][()|_<>]+")
_WORD = r"[^ .]+ "
_NUMBER = r"\d[^ .]* "
_DIGIT = "#"
_ANY = frozenset([""])
_BRACKETS = {"(": ")", "[": "]"}
_PLAIN = re.compile(r"[^?*+^${}\\]+")


@dataclass(frozen=True, slots=True)
class Found(Generic[Key]):
    """A phrase of the book met in a text, with its place in the words."""

    key: Key
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    pattern: str
    firsts: frozenset[str]
    may_be_empty: bool


class Phrasebook(Generic[Key]):
    """Looks phrases up in words; where several keys fit, the one listed first comes first."""

    def __init__(self, phrases: Iterable[tuple[Key, str]], *, parts: Mapping[str, str] | None = None) -> None:
        patterns: dict[str, dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
        known: dict[str, _Part] = {}
        for key, phrase in phrases:
            part = _Parser(phrase, parts or {}, known).parsed()
            for first in part.firsts:
                patterns[first][key].append(part.pattern)
        self._shelves = {
            first: [_Shelf(key, "|".join(alternatives)) for key, alternatives in keys.items()]
            for first, keys in patterns.items()
        }

    def whole(self, words: str) -> Key | None:
        """What the words mean when nothing else is said."""
        shelves = self._starting(words.partition(" ")[0])
        return next((shelf.key for shelf in shelves if shelf.pattern.fullmatch(words)), None)

    def found(self, words: str) -> Iterator[Found[Key]]:
        """Every phrase in the words, from left to right, once a key at each place; they may overlap."""
        place = 0
        for word in words.split(" "):
            for shelf in self._starting(word):
                if found := shelf.pattern.match(words, place):
                    yield Found(shelf.key, place, found.end())
            place += len(word) + 1

    def _starting(self, word: str) -> Sequence[_Shelf[Key]]:
        shelves = self._shelves.get(word, [])
        return [*shelves, *self._shelves.get(_DIGIT, ())] if word[:1].isdecimal() else shelves


class _Shelf(Generic[Key]):
    """The phrases of one key that share a first word, compiled when that word is first met."""

    def __init__(self, key: Key, source: str) -> None:
        self.key, self._source = key, source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)


class _Parser:
    """One phrase to a pattern, and to the words it can begin with."""

    def __init__(self, phrase: str, parts: Mapping[str, str], known: dict[str, _Part]) -> None:
        self._phrase, self._parts, self._known = phrase, parts, known
        self._tokens = _TOKEN.findall(phrase)
        self._next = 0

    def parsed(self) -> _Part:
        part = self._alternatives()
        if self._next < len(self._tokens) or part.may_be_empty or part.firsts >= _ANY:
            raise ValueError(f"The phrase {self._phrase!r} has an odd bracket or does not begin with a word.")
        return part

    def _alternatives(self) -> _Part:
        choices = [self._sequence()]
        while self._peek() == "|":
            self._next += 1
            choices.append(self._sequence())
        if len(choices) == 1:
            return choices[0]
        pattern = "(?:" + "|".join(choice.pattern for choice in choices) + ")"
        firsts = frozenset().union(*(choice.firsts for choice in choices))
        return _Part(pattern, firsts, any(choice.may_be_empty for choice in choices))

    def _sequence(self) -> _Part:
        pattern, firsts, may_be_empty = "", frozenset[str](), True
        while self._peek() not in ("|", ")", "]", None):
            part = self._item()
            pattern += part.pattern
            if may_be_empty:
                firsts |= part.firsts
            may_be_empty = may_be_empty and part.may_be_empty
        return _Part(pattern, firsts, may_be_empty)

    def _item(self) -> _Part:
        piece = self._tokens[self._next]
        self._next += 1
        if piece in _BRACKETS:
            inner = self._alternatives()
            self._close(_BRACKETS[piece])
            return inner if piece == "(" else _Part(f"(?:{inner.pattern})?", inner.firsts, True)
        if piece == "_":
            return _Part(_WORD, _ANY, False)
        if piece == _DIGIT:
            return _Part(_NUMBER, frozenset([_DIGIT]), False)
        if piece.startswith(".."):
            return _Part(f"(?:{_WORD}){{0,{piece[2:]}}}?", _ANY, True)
        if piece.startswith("<"):
            return self._shared(piece[1:-1])
        if not _PLAIN.fullmatch(piece):
            raise ValueError(f"The phrase {self._phrase!r} has an odd {piece!r}; optional parts stand in [ ].")
        return _Part(re.escape(piece) + " ", frozenset([piece]), False)

    def _shared(self, name: str) -> _Part:
        if name not in self._known:
            self._known[name] = _Parser(self._parts[name], self._parts, self._known)._alternatives()
        return self._known[name]

    def _close(self, bracket: str) -> None:
        if self._peek() != bracket:
            raise ValueError(f"The phrase {self._phrase!r} lacks a {bracket}.")
        self._next += 1

    def _peek(self) -> str | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None
