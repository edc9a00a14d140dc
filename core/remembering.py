"""What is remembered of texts so that it need not be made out again, and how all of it is forgotten.

Whoever remembers what depends on a person's words does it with `remembered`: when somebody is erased, nothing they wrote
may stay, not even in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MEMORIES: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remember the latest results of a pure function, so many at most; the arguments must be hashable."""

    def remembering(function: Callable[P, T]) -> Callable[P, T]:
        memory = lru_cache(most)(function)
        _MEMORIES.append(memory.cache_clear)
        return memory  # type: ignore[return-value]  # what `lru_cache` gives takes the same arguments

    return remembering


def forget_all() -> None:
    """Forget every result of everybody; what is asked again is made out again."""
    for forget in _MEMORIES:
        forget()
