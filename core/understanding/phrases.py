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
from functools import cache, cached_property
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key")

_TOKEN = re.compile(r"\.{2,3}\d+(?:-<[\w-]+>)?|[][()|_#!]|<[\w-]+>|[^\s\][()|_#<>!]+")
_WORD = r"[^ .]+ "
_WORD_OR_BREAK = r"[^ ]+ "
_NUMBER, _ANY = "#", ""
_NOTHING = frozenset[str]()
_DIGITS = r"\d[^ .]* "
_BRACKETS = {"(": ")", "[": "]"}
_PLAIN = re.compile(r"[^?*+^${}\\]+")


@dataclass(frozen=True, slots=True)
class Found(Generic[Key]):
    """A phrase of the book met in a text, with its place in the words."""

    key: Key
    start: int
    end: int


class _Rest(NamedTuple):
    """What follows the first word of a phrase."""

    pattern: str
    begins: frozenset[str] = _NOTHING
    """The words it can begin with."""
    may_be_empty: bool = True


_FULL = (_Rest(""),)


@dataclass(frozen=True, slots=True)
class _Part:
    pattern: str
    after: dict[str, tuple[_Rest, ...]]
    """What may follow each word that it can begin with; `_ANY` stands for any word."""
    may_be_empty: bool


class Phrasebook(Generic[Key]):
    """Looks phrases up in words; where several keys fit, the one listed first comes first."""

    def __init__(self, phrases: Iterable[tuple[Key, str]], *, parts: Mapping[str, str] | None = None) -> None:
        after: dict[str, dict[Key, list[_Rest]]] = defaultdict(lambda: defaultdict(list))
        known: dict[str, _Part] = {}
        for key, phrase in phrases:
            part = _Parser(phrase, parts or {}, known).parsed()
            for first, rests in part.after.items():
                after[first][key] += rests
        self._shelves = {first: _Shelf(keyed) for first, keyed in after.items()}

    def whole(self, words: str) -> Key | None:
        """What the words mean when nothing else is said."""
        first, space, rest = words.partition(" ")
        fitting = self._fitting(first, rest.partition(" ")[0]) if space else ()
        return next((key for key, pattern in fitting if pattern.fullmatch(rest)), None)

    def found(self, words: str) -> Iterator[Found[Key]]:
        """Every phrase in the words, from left to right, once a key at each place; they may overlap."""
        place = 0
        for word, following in pairwise(words.split(" ")):
            after = place + len(word) + 1
            for key, pattern in self._fitting(word, following):
                if found := pattern.match(words, after):
                    yield Found(key, place, found.end())
            place = after

    def _fitting(self, word: str, following: str) -> Sequence[tuple[Key, re.Pattern[str]]]:
        shelf = self._shelves.get(word)
        fitting = shelf.fitting(following) if shelf else ()
        if word[:1].isdecimal() and (numbers := self._shelves.get(_NUMBER)):
            return (*fitting, *numbers.fitting(following))
        return fitting


class _Shelf(Generic[Key]):
    """The phrases that share a first word: what can follow it, by the word after that, compiled when one is met."""

    def __init__(self, rests: Mapping[Key, list[_Rest]]) -> None:
        self._rests = rests
        self._fitting: dict[str, tuple[tuple[Key, re.Pattern[str]], ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def fitting(self, following: str) -> tuple[tuple[Key, re.Pattern[str]], ...]:
        """Those phrases that can go on with a word, as a pattern a key."""
        begin = following if following in self._begins else _NUMBER if following[:1].isdecimal() else _ANY
        if begin not in self._fitting:
            kinds = {begin, _ANY, _NUMBER if following[:1].isdecimal() else _ANY}
            patterns = ((key, _can_begin(rests, kinds)) for key, rests in self._rests.items())
            self._fitting[begin] = tuple((key, self._compiled(_either(some))) for key, some in patterns if some)
        return self._fitting[begin]

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        if pattern not in self._patterns:
            self._patterns[pattern] = re.compile(pattern)
        return self._patterns[pattern]

    @cached_property
    def _begins(self) -> frozenset[str]:
        return _NOTHING.union(*(rest.begins for rests in self._rests.values() for rest in rests))


def _can_begin(rests: Iterable[_Rest], words: set[str]) -> list[str]:
    return [rest.pattern for rest in rests if rest.may_be_empty or not words.isdisjoint(rest.begins)]


def _either(patterns: Iterable[str]) -> str:
    """A pattern for any of them, the earlier ones first."""
    branches = dict.fromkeys(patterns)
    return "".join(branches) if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _add(after: dict[str, tuple[_Rest, ...]], more: Mapping[str, tuple[_Rest, ...]]) -> dict[str, tuple[_Rest, ...]]:
    for first, rests in more.items():
        after[first] = (*after.get(first, ()), *rests)
    return after


def _joined(rest: _Rest, goes_on: _Rest) -> _Rest:
    if not rest.pattern:
        return goes_on
    begins = rest.begins | goes_on.begins if rest.may_be_empty else rest.begins
    return _Rest(rest.pattern + goes_on.pattern, begins, rest.may_be_empty and goes_on.may_be_empty)


@cache
def _word(word: str) -> _Part:
    return _Part(re.escape(word) + " ", {word: _FULL}, False)


class _Parser:
    """One phrase to a pattern, and to the words it can begin with."""

    def __init__(self, phrase: str, parts: Mapping[str, str], known: dict[str, _Part]) -> None:
        self._phrase, self._parts, self._known = phrase, parts, known
        self._tokens = _TOKEN.findall(phrase)
        self._next = 0

    def parsed(self) -> _Part:
        part = self._alternatives()
        if self._next < len(self._tokens) or part.may_be_empty or _ANY in part.after:
            raise ValueError(f"The phrase {self._phrase!r} has an odd bracket or does not begin with a word.")
        return part

    def _alternatives(self) -> _Part:
        choices = [self._sequence()]
        while self._peek() == "|":
            self._next += 1
            choices.append(self._sequence())
        if len(choices) == 1:
            return choices[0]
        after: dict[str, tuple[_Rest, ...]] = {}
        for choice in choices:
            _add(after, choice.after)
        may_be_empty = any(choice.may_be_empty for choice in choices)
        return _Part(_either(choice.pattern for choice in choices), after, may_be_empty)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._peek() not in ("|", ")", "]", None):
            parts.append(self._item())
        if len(parts) == 1:
            return parts[0]
        pattern, after, may_be_empty = "", dict[str, tuple[_Rest, ...]](), True
        for part in reversed(parts):
            goes_on = _Rest(pattern, frozenset(after), may_be_empty)
            begins = {first: tuple(_joined(rest, goes_on) for rest in rests) for first, rests in part.after.items()}
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
            return _Part(_WORD, {_ANY: _FULL}, False)
        if piece == _NUMBER:
            return _Part(_DIGITS, {_NUMBER: _FULL}, False)
        if piece == "!":
            return _Part(f"(?!{self._followed().pattern})", {}, True)
        if piece.startswith(".."):
            return self._gap(piece)
        if piece.startswith("<"):
            return self._shared(piece[1:-1])
        if not _PLAIN.fullmatch(piece):
            raise ValueError(f"The phrase {self._phrase!r} has an odd {piece!r}; optional parts stand in [ ].")
        return _word(piece)

    def _gap(self, piece: str) -> _Part:
        dots, most, without = re.split(r"(?<=\.)(?=\d)|(?<=\d)(?:-|$)", piece, maxsplit=2)
        word = _WORD_OR_BREAK if dots == "..." else _WORD
        none_of = f"(?!{self._shared(without[1:-1]).pattern})" if without else ""
        return _Part(f"(?:{none_of}{word}){{0,{most}}}?", {_ANY: _FULL}, True)

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
