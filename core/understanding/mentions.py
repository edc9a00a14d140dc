"""Words by which a text may speak of an interview; which one it is, is for `core.whose` to say.

Nothing here knows the interviews there are. The rule a newcomer could break: "another bank" names no place that is
known, and so is not looked for among them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.understanding.short_news import KIND

WORD = re.compile(r"[\w'&-]+")
ANOTHER_ONE = re.compile(
    r"\b(?:have|got|had|there's|there is|go to|going to) (?:another|a new|one more|a different) (?:job )?(?:one|interview)\b",
    re.IGNORECASE,
)
_SHORTEST = 3
_SAYS_LITTLE = frozenset(
    [
        "the",
        "and",
        "for",
        "new",
        "old",
        "our",
        "your",
        "job",
        "work",
        "ltd",
        "limited",
        "group",
        "company",
        "centre",
        "center",
        "services",
        "trust",
        "inc",
        "city",
        "town",
    ]
)
_ANOTHER_KIND = re.compile(rf"\b(?:another|other|different|new|second) (?:{KIND})\b", re.IGNORECASE)
_SAYS_WHICH = re.compile(
    r"(?:(?:no|sorry|wait|oh|yes|ok|well)[ ,.]+)*(?:i (?:mean|meant)|it(?:'s| is|s) about|this is about|that(?:'s| is|s) about|i(?:'m| am|m) talking about"
    r"|about|let's do|back to)(?: \S+){1,4}",
    re.IGNORECASE,
)


class Mentions(NamedTuple):
    """What of a text may be about one interview rather than another."""

    said: str
    """The text in lower case, without "another bank": where the name of a place is looked for."""
    words: frozenset[str]
    """The words of that which may tell one place from another."""
    an_interview: bool
    """Whether an interview is spoken of at all, or "another one"."""
    says_which: bool
    """Whether all that it says is which interview they mean ("no, I mean the school")."""


def read(text: str) -> Mentions:
    """Read a text of any length."""
    said = _ANOTHER_KIND.sub("", text).casefold()
    return Mentions(
        said,
        frozenset(telling(said)),
        "interview" in text.casefold() or bool(ANOTHER_ONE.search(text)),
        bool(_SAYS_WHICH.fullmatch(text.strip(" .!"))),
    )


def telling(text: str) -> set[str]:
    """The words of a text in lower case that may tell one place from another."""
    return {word for word in WORD.findall(text) if len(word) >= _SHORTEST and word not in _SAYS_LITTLE}
