"""Regular expressions that are compiled when a text first needs them.

Compiling all that is looked for takes longer than anything else at a start, and most commands read no text at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar, cast

from core.understanding.needed import Words, beginnings, needed_words
from core.understanding.text import LONGEST_STORY

T = TypeVar("T")
_FROM_AND_TO = 2


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but an odd pattern is refused only when it is first used, or by `make_ready`."""
    made = _Expression(pattern, flags)
    MADE.append(made)
    return cast("re.Pattern[str]", made)


def make_ready() -> None:
    """Compile all of them, so that no text has to wait for it."""
    for made in MADE:
        _ = made.compiled, made.needed


class ClosedSet:
    """A few values, each with the pattern that tells it; where two begin at one place, the first of them is told."""

    def __init__(self, *told: tuple[str, str], framed: str, flags: int = 0) -> None:
        self._values = [value for value, _ in told]
        patterns = (framed.format(pattern) for _, pattern in told)
        self._any = expression("|".join(f"(?P<value{n}>{pattern})" for n, pattern in enumerate(patterns)), flags)

    def told(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Every value that a text tells, from left to right."""
        for found in self._any.finditer(text):
            yield self._values[int((found.lastgroup or "").removeprefix("value"))], found


class _Expression:
    """Stands for a pattern; each of its methods is the pattern's own from the first use on.

    A search through the whole of a text is spared where the text has none of the words that the pattern needs.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def needed(self) -> Words | None:
        return needed_words(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.compiled, name)
        if name in ("search", "finditer", "match", "fullmatch") and self.needed is not None:
            found = _sparing(found, self.needed, () if name == "finditer" else None)
        setattr(self, name, found)
        return found


def _sparing(search: Callable[..., T], needed: Words, nothing: T) -> Callable[..., T]:
    def search_if_needed(text: str, *place: int) -> T:
        # What is cut off at an end may be a word there that it is not in the whole.
        if len(text) <= LONGEST_STORY and len(place) < _FROM_AND_TO:
            words = beginnings(text)
            if words is not None and needed.isdisjoint(words):
                return nothing
        return search(text, *place)

    return search_if_needed


MADE: list[_Expression] = []
