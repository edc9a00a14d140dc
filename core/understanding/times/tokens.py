"""From a text to its tokens, in one pass.

A number and what is written into it ("3:15", "2026-12-01", "138-2010-2015") is one token, so that a phone number
or a version never falls apart into hours. The rule a newcomer could break: the scanner has no nested repetition;
its time is proportional to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.understanding.times.words import spelled

LONGEST = 300
"""Only so many characters are read: a time that matters is said early."""

_TOKEN = re.compile(
    r"(?P<word>2(?:day|nite|night|moro|morrow|mrw)\b|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?)"
    r"|(?P<number>[0-9]+(?:(?:[:./–-]|,(?=[0-9]{3}(?![0-9])))[0-9]+)*)"
    r"|(?P<mark>\S)"
)


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


_END = Token("end", "", "", LONGEST, LONGEST, False)


class Line:
    """The tokens of a text; looking beyond either end finds a token that fits nothing."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text[:LONGEST]))

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, i: int) -> Token:
        return self._tokens[i] if 0 <= i < len(self._tokens) else _END

    def says(self, i: int, *words: str) -> bool:
        """Whether these tokens follow each other from `i` on."""
        return all(self[i + step].text == word for step, word in enumerate(words))

    def past(self, i: int, words: frozenset[str]) -> int:
        """The first place from `i` on that holds none of the words."""
        while self[i].text in words and i < len(self):
            i += 1
        return i


def _tokens(text: str) -> Iterator[Token]:
    end = -1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
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
