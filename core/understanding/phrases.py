"""A phrase book: many ways to say a thing, written as people say them, kept as data.

A phrase is words with `[optional parts]`, `(one|of these)`, `<names>` of shared parts, `_` for any one word,
`#` for a number in figures ("10", "6pm"), `..3` for up to three words of the same clause, `..3-<names>` for such that
are none of a shared part, `...9` for up to nine words of this clause and the next ones, and `!word`, `!(one|of these)` or
`!<name>` for what must not follow. Phrases are matched against `text.words`, so they are written in lower case and
contracted ("don't", "i'm"). A phrase must begin with a word or a number and not with a gap: the book is looked up by
first words, and gaps are bounded, which keeps the reading linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Key = TypeVar("Key")

_TOKEN = re.compile(r"\.{2,3}\d+(?:-<[\w-]+>)?|[][()|_#!]|<[\w-]+>|[^\s\][()|_#<>!]+")
_WORD = r"[^ .]+ "
_WORD_OR_BREAK = r"[^ ]+ "
_NUMBER = "#"
_DIGITS = r"\d[^ .]* "
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
    after: dict[str, tuple[str, ...]]
    """What may follow each word that it can begin with; "" stands for any word."""
    may_be_empty: bool


class Phrasebook(Generic[Key]):
    """Looks phrases up in words; where several keys fit, the one listed first comes first."""

    def __init__(self, phrases: Iterable[tuple[Key, str]], *, parts: Mapping[str, str] | None = None) -> None:
        patterns: dict[str, dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
        known: dict[str, _Part] = {}
        for key, phrase in phrases:
            part = _Parser(phrase, parts or {}, known).parsed()
            for first, rests in part.after.items():
                patterns[first][key] += rests
        self._shelves = {first: [_Shelf(key, rests) for key, rests in keys.items()] for first, keys in patterns.items()}

    def whole(self, words: str) -> Key | None:
        """What the words mean when nothing else is said."""
        first, space, rest = words.partition(" ")
        shelves = self._beginning(first) if space else ()
        return next((shelf.key for shelf in shelves if shelf.pattern.fullmatch(rest)), None)

    def found(self, words: str) -> Iterator[Found[Key]]:
        """Every phrase in the words, from left to right, once a key at each place; they may overlap."""
        place = 0
        for word in words.split(" ")[:-1]:
            after = place + len(word) + 1
            for shelf in self._beginning(word):
                if found := shelf.pattern.match(words, after):
                    yield Found(shelf.key, place, found.end())
            place = after

    def _beginning(self, word: str) -> Sequence[_Shelf[Key]]:
        shelves = self._shelves.get(word, [])
        return [*shelves, *self._shelves.get(_NUMBER, ())] if word[:1].isdecimal() else shelves


class _Shelf(Generic[Key]):
    """The phrases of one key that share a first word: what follows it, compiled when that word is first met."""

    def __init__(self, key: Key, rests: list[str]) -> None:
        self.key, self._rests = key, rests

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(_either(self._rests))


def _either(patterns: Iterable[str]) -> str:
    """A pattern for any of them, the earlier ones first."""
    branches = dict.fromkeys(patterns)
    return "".join(branches) if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _add(after: dict[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for first, rests in more.items():
        after[first] = (*after.get(first, ()), *rests)
    return after


class _Parser:
    """One phrase to a pattern, and to the words it can begin with."""

    def __init__(self, phrase: str, parts: Mapping[str, str], known: dict[str, _Part]) -> None:
        self._phrase, self._parts, self._known = phrase, parts, known
        self._tokens = _TOKEN.findall(phrase)
        self._next = 0

    def parsed(self) -> _Part:
        part = self._alternatives()
        if self._next < len(self._tokens) or part.may_be_empty or "" in part.after:
            raise ValueError(f"The phrase {self._phrase!r} has an odd bracket or does not begin with a word.")
        return part

    def _alternatives(self) -> _Part:
        choices = [self._sequence()]
        while self._peek() == "|":
            self._next += 1
            choices.append(self._sequence())
        if len(choices) == 1:
            return choices[0]
        after: dict[str, tuple[str, ...]] = {}
        for choice in choices:
            _add(after, choice.after)
        may_be_empty = any(choice.may_be_empty for choice in choices)
        return _Part(_either(choice.pattern for choice in choices), after, may_be_empty)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._peek() not in ("|", ")", "]", None):
            parts.append(self._item())
        pattern, after, may_be_empty = "", dict[str, tuple[str, ...]](), True
        for part in reversed(parts):
            begins = {first: tuple(rest + pattern for rest in rests) for first, rests in part.after.items()}
            after = _add(begins, after) if part.may_be_empty else begins
            pattern = part.pattern + pattern
            may_be_empty = may_be_empty and part.may_be_empty
        return _Part(pattern, after, may_be_empty)

    def _item(self) -> _Part:
        piece = self._tokens[self._next]
        self._next += 1
        if piece in _BRACKETS:
            inner = self._alternatives()
            self._close(_BRACKETS[piece])
            return inner if piece == "(" else _Part(f"(?:{inner.pattern})?", inner.after, True)
        if piece == "_":
            return _Part(_WORD, {"": ("",)}, False)
        if piece == _NUMBER:
            return _Part(_DIGITS, {_NUMBER: ("",)}, False)
        if piece == "!":
            return _Part(f"(?!{self._followed().pattern})", {}, True)
        if piece.startswith(".."):
            return self._gap(piece)
        if piece.startswith("<"):
            return self._shared(piece[1:-1])
        if not _PLAIN.fullmatch(piece):
            raise ValueError(f"The phrase {self._phrase!r} has an odd {piece!r}; optional parts stand in [ ].")
        return _Part(re.escape(piece) + " ", {piece: ("",)}, False)

    def _gap(self, piece: str) -> _Part:
        dots, most, without = re.split(r"(?<=\.)(?=\d)|(?<=\d)(?:-|$)", piece, maxsplit=2)
        word = _WORD_OR_BREAK if dots == "..." else _WORD
        none_of = f"(?!{self._shared(without[1:-1]).pattern})" if without else ""
        return _Part(f"(?:{none_of}{word}){{0,{most}}}?", {"": ("",)}, True)

    def _followed(self) -> _Part:
        if self._peek() in ("|", ")", "]", None):
            raise ValueError(f"The phrase {self._phrase!r} lacks what must not follow.")
        return self._item()

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
