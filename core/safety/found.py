"""What was found in a text, by where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from core.understanding.phrases import Found


class Places:
    """All of it, to be asked what stands at one place."""

    def __init__(self, found: Iterable[Found[str]]) -> None:
        self._found = sorted(found, key=lambda each: each.start)
        self._starts = [each.start for each in self._found]
        self._longest = max((each.end - each.start for each in self._found), default=0)

    def across(self, sign: Found[str]) -> Iterator[Found[str]]:
        """Those that share words with a sign."""
        first = bisect_left(self._starts, sign.start - self._longest)
        last = bisect_left(self._starts, sign.end)
        return (each for each in self._found[first:last] if each.end > sign.start) if first < last else iter(())
