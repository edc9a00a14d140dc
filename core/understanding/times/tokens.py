"""From a text to its tokens, in one pass.

A number and what is written into it ("3:15", "2026-12-01", "138-2010-2015") is one token, so that a phone
number or a version never falls apart into hours. The rule a newcomer could break: the scanner has no
nested repetition; its time is proportional to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from core.understanding.times.words import MONTHS, spelled, words

LONGEST = 300
"""Only so many characters are read: a time that matters is said early."""

_TOKEN = re.compile(
    r"(?P<word>2(?:day|nite|night|moro|morrow|mrw)\b|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?)"
    r"|(?P<number>[0-9]+(?:(?:[:./–-]|,(?=[0-9]{3}(?![0-9])))[0-9]+)*)"
    r"|(?P<mark>\S)"
)

_LAST_WORD = re.compile(r"[^\W\d_]+$")
_BEFORE_A_NUMBER = words("t h at") | MONTHS.keys()


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
_BEYOND = [Token("end", NOTHING, NOTHING, LONGEST, LONGEST, False)] * 24


class Line(list[Token]):
    """The tokens of a text, then some that fit nothing: who looks around need not ask for the end."""

    def __init__(self, text: str) -> None:
        super().__init__(_tokens(text[:LONGEST]))
        self.size = len(self)
        self += _BEYOND  # an index below 0 finds them as well

    def says(self, i: int, *words: str) -> bool:
        """Whether these words follow each other from `i` on."""
        for word in words:
            if self[i].text != word:
                return False
            i += 1
        return True

    def past(self, i: int, words: Collection[str]) -> int:
        """The first place from `i` on that holds none of the words."""
        while self[i].text in words:
            i += 1
        return i


def _is_part_of_word(text: str, i: int) -> bool:
    """Whether the number behind `i` belongs to what it touches: x9, $5 and #3, but not Sep15 and 9h30."""
    if text[i - 1] in "$£€¥#\\_=":
        return True
    word = _LAST_WORD.search(text[max(i - 10, 0) : i])
    return word is not None and spelled(word[0].casefold()) not in _BEFORE_A_NUMBER


def _tokens(text: str) -> Iterator[Token]:
    end = -1
    for match in _TOKEN.finditer(text):
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
