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
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakSet

Key = TypeVar("Key")

_TOKEN = re.compile(r"\.{2,3}\d+(?:-<[\w-]+>)?|[][()|_#!]|<[\w-]+>|[^\s\][()|_#<>!]+")
_WORD = r"[^ .]+ "
_WORD_OR_BREAK = r"[^ ]+ "
_NUMBER, _ANY = "#", ""
_NOTHING = frozenset[str]()
_DIGITS = r"\d[^ .]* "
_BRACKETS = {"(": ")", "[": "]"}
_CLOSING = frozenset(_BRACKETS.values())
_ENDS_A_CHOICE = frozenset(["|", *_CLOSING, None])
_MANY = 6
_SINGLE = re.compile(r"[a-z]+ ")
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


class _Part:
    """A piece of a phrase; what may follow its first words is worked out when one of them is met."""

    def __init__(self, pattern: str, begins: frozenset[str], *, may_be_empty: bool = False) -> None:
        self.pattern = pattern
        self.begins = begins
        """The words it can begin with; `_ANY` stands for any word."""
        self.may_be_empty = may_be_empty

    @cached_property
    def after(self) -> Mapping[str, Sequence[_Rest]]:
        """What may follow each word that it can begin with."""
        return dict.fromkeys(self.begins, _FULL)


class _Either(_Part):
    def __init__(self, choices: Sequence[_Part]) -> None:
        begins = _NOTHING.union(*[choice.begins for choice in choices])
        may_be_empty = any(choice.may_be_empty for choice in choices)
        super().__init__(_either([choice.pattern for choice in choices]), begins, may_be_empty=may_be_empty)
        self._choices = choices

    @cached_property
    def after(self) -> Mapping[str, Sequence[_Rest]]:
        after = defaultdict[str, list[_Rest]](list)
        for choice in self._choices:
            for first, rests in choice.after.items():
                after[first] += rests
        return after


class _Row(_Part):
    def __init__(self, parts: Sequence[_Part]) -> None:
        pattern, begins, may_be_empty = _rest_of(parts)
        super().__init__(pattern, begins, may_be_empty=may_be_empty)
        self._parts = parts

    @cached_property
    def after(self) -> Mapping[str, Sequence[_Rest]]:
        after = defaultdict[str, list[_Rest]](list)
        for place, part in enumerate(self._parts, 1):
            goes_on = _rest_of(self._parts[place:])
            for first, rests in part.after.items():
                after[first] += (goes_on,) if rests is _FULL else [_joined(rest, goes_on) for rest in rests]
            if not part.may_be_empty:
                break
        return after


class _Optional(_Part):
    def __init__(self, inner: _Part) -> None:
        super().__init__(f"(?:{inner.pattern})?", inner.begins, may_be_empty=True)
        self._inner = inner

    @cached_property
    def after(self) -> Mapping[str, Sequence[_Rest]]:
        return self._inner.after


class Phrasebook(Generic[Key]):
    """Looks phrases up in words; where several keys fit, the one listed first comes first."""

    def __init__(self, phrases: Iterable[tuple[Key, str]], *, parts: Mapping[str, str] | None = None) -> None:
        self._shelves = defaultdict[str, _Shelf[Key]](_Shelf)
        self._phrases = list[_Phrase]()
        known: dict[str, _Part] = {}
        for key, phrase in phrases:
            part = _Phrase(phrase, parts or {}, known)
            for first in part.begins:
                self._shelves[first].add(first, key, part)
            self._phrases.append(part)
        BOOKS.add(self)

    def make_ready(self) -> None:
        """Read every phrase to its end, so that no text has to wait for it. Raises `ValueError` for an odd one."""
        for phrase in self._phrases:
            _ = phrase.after

    def whole(self, words: str) -> Key | None:
        """What the words mean when nothing else is said."""
        first, space, rest = words.partition(" ")
        if space and (first in self._shelves or first[:1].isdecimal()):
            for key, pattern in self._fitting(first, rest.partition(" ")[0]):
                if pattern.fullmatch(rest):
                    return key
        return None

    def found(self, words: str) -> Iterator[Found[Key]]:
        """Every phrase in the words, from left to right, once a key at each place; they may overlap."""
        place, shelves = 0, self._shelves
        for word, following in pairwise(words.split(" ")):
            after = place + len(word) + 1
            if word in shelves or word[:1].isdecimal():  # most words begin no phrase
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


BOOKS = WeakSet[Phrasebook[Any]]()
"""All that were opened."""


def make_ready() -> None:
    """Read all phrases of all books that were opened."""
    for book in BOOKS:
        book.make_ready()


class _Shelf(Generic[Key]):
    """The phrases that share a first word: what can follow it, by the word after that, compiled when one is met."""

    def __init__(self) -> None:
        self._phrases: list[tuple[str, Key, _Phrase]] = []
        self._fitting: dict[str, tuple[tuple[Key, re.Pattern[str]], ...]] = {}

    def add(self, first: str, key: Key, phrase: _Phrase) -> None:
        """Take a phrase that can begin with the word of this shelf."""
        self._phrases.append((first, key, phrase))

    def fitting(self, following: str) -> tuple[tuple[Key, re.Pattern[str]], ...]:
        """Those phrases that can go on with a word, as a pattern a key."""
        begin = following if following in self._begins else _NUMBER if following[:1].isdecimal() else _ANY
        if begin not in self._fitting:
            kinds = {begin, _ANY, _NUMBER if following[:1].isdecimal() else _ANY}
            patterns = ((key, _can_begin(rests, kinds)) for key, rests in self._rests.items())
            self._fitting[begin] = tuple((key, _compiled(_either(some))) for key, some in patterns if some)
        return self._fitting[begin]

    @cached_property
    def _rests(self) -> Mapping[Key, list[_Rest]]:
        rests = defaultdict[Key, list[_Rest]](list)
        for first, key, phrase in self._phrases:
            rests[key] += phrase.after[first]
        return rests

    @cached_property
    def _begins(self) -> frozenset[str]:
        return _NOTHING.union(*(rest.begins for rests in self._rests.values() for rest in rests))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern; many words can be gone on from in the same way."""
    return re.compile(pattern)


def _can_begin(rests: Iterable[_Rest], words: set[str]) -> list[str]:
    return [rest.pattern for rest in rests if rest.may_be_empty or not words.isdisjoint(rest.begins)]


def _either(patterns: Iterable[str]) -> str:
    """A pattern for any of them, the earlier ones first."""
    branches = list(dict.fromkeys(patterns))
    if len(branches) == 1:
        return branches[0]
    if len(branches) >= _MANY:
        branches = _by_first_letter(branches)
    return f"(?:{'|'.join(branches)})"


def _by_first_letter(branches: Sequence[str]) -> list[str]:
    """Single words, of which no two can stand at the same place, by their first letters, which reads faster."""
    letters = dict[str, list[str]]()
    grouped = list[str]()
    for branch in branches:
        if _SINGLE.fullmatch(branch):
            letters.setdefault(branch[0], []).append(branch[1:-1])
        else:
            grouped += _joined_by_letter(letters)
            letters = {}
            grouped.append(branch)
    return grouped + _joined_by_letter(letters)


def _joined_by_letter(letters: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        f"{letter}{rests[0]} " if len(rests) == 1 else f"{letter}(?:{'|'.join(rests)}) "
        for letter, rests in letters.items()
    ]


def _joined(rest: _Rest, goes_on: _Rest) -> _Rest:
    if not rest.pattern:
        return goes_on
    begins = rest.begins | goes_on.begins if rest.may_be_empty else rest.begins
    return _Rest(rest.pattern + goes_on.pattern, begins, rest.may_be_empty and goes_on.may_be_empty)


def _opening(parts: Sequence[_Part]) -> tuple[frozenset[str], bool]:
    """The words that a row of parts can begin with, and whether it may be empty."""
    begins = _NOTHING
    for part in parts:
        begins |= part.begins
        if not part.may_be_empty:
            return begins, False
    return begins, True


def _rest_of(parts: Sequence[_Part]) -> _Rest:
    return _Rest("".join([part.pattern for part in parts]), *_opening(parts))


@cache
def _word(word: str) -> _Part:
    return _Part(re.escape(word) + " ", frozenset((word,)))


class _Phrase:
    """One phrase, read up to the words it can begin with; the rest is read when one of them is met."""

    def __init__(self, phrase: str, parts: Mapping[str, str], known: dict[str, _Part]) -> None:
        self._parser = _Parser(phrase, parts, known)
        self.begins = self._parser.begins()

    @cached_property
    def after(self) -> Mapping[str, Sequence[_Rest]]:
        """What may follow each word that it can begin with. Raises `ValueError` for an odd phrase."""
        return self._parser.parsed().after


class _Parser:
    """One phrase to a pattern, and to the words it can begin with."""

    def __init__(self, phrase: str, parts: Mapping[str, str], known: dict[str, _Part]) -> None:
        self._phrase, self._parts, self._known = phrase, parts, known
        self._tokens: list[str | None] = [*_TOKEN.findall(phrase), None]
        self._next = 0
        self._leading: list[_Part] = []

    def begins(self) -> frozenset[str]:
        """The words the phrase can begin with; it is read no further than needed to know them."""
        self._leading = [self._alternatives()] if self._has_branches() else self._opening()
        begins, may_be_empty = _opening(self._leading)
        if may_be_empty or _ANY in begins:
            raise ValueError(f"The phrase {self._phrase!r} does not begin with a word.")
        return begins

    def parsed(self) -> _Part:
        """The whole phrase, from where the words it begins with end."""
        part = self._sequence(self._leading)
        if self._peek() is not None:
            raise ValueError(f"The phrase {self._phrase!r} has an odd bracket.")
        return part

    def _has_branches(self) -> bool:
        """Whether there is a bar outside of all brackets."""
        depth = 0
        for piece in self._tokens:
            depth += (piece in _BRACKETS) - (piece in _CLOSING)
            if piece == "|" and depth == 0:
                return True
        return False

    def _opening(self) -> list[_Part]:
        leading = list[_Part]()
        while self._peek() is not None and _opening(leading)[1]:
            leading.append(self._item())
        return leading

    def _alternatives(self) -> _Part:
        choices = [self._choice()]
        while self._peek() == "|":
            self._next += 1
            choices.append(self._choice())
        return choices[0] if len(choices) == 1 else _Either(choices)

    def _choice(self) -> _Part:
        """One of the alternatives; most are a single word, which needs no more reading."""
        piece = self._tokens[self._next]
        if piece and piece.isalpha() and self._tokens[self._next + 1] in _ENDS_A_CHOICE:
            self._next += 1
            return _word(piece)
        return self._sequence()

    def _sequence(self, leading: Sequence[_Part] = ()) -> _Part:
        parts = [*leading]
        while self._peek() not in _ENDS_A_CHOICE:
            parts.append(self._item())
        return parts[0] if len(parts) == 1 else _Row(parts)

    def _item(self) -> _Part:
        piece = self._tokens[self._next] or ""
        self._next += 1
        if piece in _BRACKETS:
            inner = self._alternatives()
            self._close(_BRACKETS[piece])
            return inner if piece == "(" else _Optional(inner)
        if piece == "_":
            return _Part(_WORD, frozenset((_ANY,)))
        if piece == _NUMBER:
            return _Part(_DIGITS, frozenset((_NUMBER,)))
        if piece == "!":
            return _Part(f"(?!{self._followed().pattern})", _NOTHING, may_be_empty=True)
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
        return _Part(f"(?:{none_of}{word}){{0,{most}}}?", frozenset((_ANY,)), may_be_empty=True)

    def _followed(self) -> _Part:
        if self._peek() in _ENDS_A_CHOICE:
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
        return self._tokens[self._next]
