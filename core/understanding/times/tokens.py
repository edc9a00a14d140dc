"""From a text to its tokens, in one pass.

A number and what is written into it ("3:15", "2026-12-01", "138-2010-2015") is one token, so that a phone
number or a version never falls apart into hours. The rule a newcomer could break: the scanner has no
nested repetition; its time is proportional to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from core.records import unsaid
from core.understanding.times.words import COMPOUNDS, MONTHS, spelled, words

T = TypeVar("T")
LONGEST = 300
"""Only so many characters are read: a time that matters is said early."""

_TOKEN = re.compile(
    r"(?P<word>(?i:2(?:day|nite|night|moro|morrow|mrw|mro)\b|b4\b|(?<=[0-9])[ap]m(?=(?-i:[A-Z][a-z])))"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?)"
    r"|(?P<number>[0-9]+(?:(?:[:./–-]|,(?=[0-9]{3}(?![0-9])))[0-9]+)*)"
    r"|(?P<mark>\S)"
)

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"://|^www\.|[a-z0-9]@[a-z0-9-]+\.[a-z]{2}|%[0-9a-f]{2}|[a-z]_[a-z]"
    r"|[a-z0-9]\.(?:com|org|net|edu|gov|io|dev|app|info|biz|pdf|docx?|xlsx?|txt|png|jpe?g|py|js)(?![a-z0-9])"
)
"""What makes a word the name of a place on a computer: "monday.com", "tom.may24@mail.com", "%20"."""
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_BEFORE_A_NUMBER = words("t h at hour minute") | MONTHS.keys()


@unsaid
@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word as the grammar spells it, or a mark; `kind` tells which."""

    kind: str
    text: str
    raw: str
    """As typed but in small letters: some short spellings ("sat") prove less than the whole name."""
    start: int
    end: int
    glued: bool
    """Whether it touches the token before."""


NOTHING = ""
"""What the grammar finds beyond either end of a text, as if it were a word."""
_MOST_SMALL_WORDS = 8
_BEYOND = [Token("end", NOTHING, NOTHING, LONGEST, LONGEST, False)] * 24


class Line(list[Token]):
    """The tokens of a text, then some that fit nothing: who looks around need not ask for the end."""

    def __init__(self, text: str) -> None:
        super().__init__(_compounded([*_tokens(text[:LONGEST])]))
        self.size = len(self)
        self.read: dict[tuple[object, int], Any] = {}
        self += _BEYOND  # an index below 0 finds them as well

    def says(self, i: int, *words: str) -> bool:
        """Whether these words follow each other from `i` on."""
        for word in words:
            if self[i].text != word:
                return False
            i += 1
        return True

    def past(self, i: int, words: Collection[str]) -> int:
        """The first place from `i` on that holds none of the words; nobody says many of them in a row."""
        behind = i + _MOST_SMALL_WORDS
        while i < behind and self[i].text in words:
            i += 1
        return i


def once(reader: Callable[[Line, int], T]) -> Callable[[Line, int], T]:
    """The reader, looking only once at each place of a line however many ask."""

    @wraps(reader)
    def looked(line: Line, i: int) -> T:
        key = reader, i
        if key not in line.read:
            line.read[key] = reader(line, i)
        found: T = line.read[key]
        return found

    return looked


def _is_part_of_word(text: str, i: int) -> bool:
    """Whether the number behind `i` belongs to what it touches: x9, $5 and #3, but not Sep15 and 9h30."""
    if text[i - 1] in "$£€¥#\\_=%":
        return True
    word = _LAST_WORD.search(text[max(i - 10, 0) : i])
    return word is not None and spelled(word[0].casefold()) not in _BEFORE_A_NUMBER


def _tokens(text: str) -> Iterator[Token]:
    for chunk in _CHUNK.finditer(text):
        if (word := chunk[0]).isalpha():  # most are nothing but a word
            raw = word.casefold()
            yield Token("word", spelled(raw), raw, *chunk.span(), False)
        elif _ADDRESS.search(chunk[0].casefold()):
            address = chunk[0].casefold()
            yield Token("other", address, address, *chunk.span(), False)
        else:
            yield from _tokens_of(text, *chunk.span())


def _tokens_of(text: str, begin: int, behind: int) -> Iterator[Token]:
    """The tokens of what is written without a space."""
    end = -1
    for match in _TOKEN.finditer(text, begin, behind):
        kind = match.lastgroup or "mark"
        if kind == "number" and match.start() == end and _is_part_of_word(text, end):
            kind = "other"
        raw = match[0].casefold().replace("’", "'")
        yield Token(
            kind,
            spelled(raw) if kind == "word" else raw,
            raw,
            match.start(),
            match.end(),
            match.start() == end,
        )
        end = match.end()


_COMPOUNDS_BY_FIRST = {first: [parts for parts in COMPOUNDS if parts[0] == first] for first, *_ in COMPOUNDS}


def _compounded(tokens: list[Token]) -> Iterator[Token]:
    """The tokens, with "o clock" and the like as the one word that they are."""
    i = 0
    while i < len(tokens):
        token = tokens[i]
        for parts in _COMPOUNDS_BY_FIRST.get(token.text, ()):
            behind = i + len(parts)
            if tuple(part.text for part in tokens[i:behind]) == parts:
                raw = "".join(part.raw for part in tokens[i:behind])
                token = Token("word", COMPOUNDS[parts], raw, token.start, tokens[behind - 1].end, token.glued)
                i = behind - 1
                break
        yield token
        i += 1
