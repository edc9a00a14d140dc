"""An event loop whose time passes only when everybody waits: hours in milliseconds, and the same at each run."""

from __future__ import annotations

import asyncio
import math
import selectors
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

_MOMENT = 1e-6
_MOST_LOOKS = 100_000


class _Selector(selectors.BaseSelector):
    """Does not wait, nor ask the system for anything; tells instead how long it would have waited."""

    waited = 0.0
    _looks = 0
    """Since time last passed."""

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return selectors.SelectorKey(fileobj, 0, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return selectors.SelectorKey(fileobj, 0, 0, None)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("Everybody waits, and nothing is to come.")
        self._looks = 0 if timeout > _MOMENT else self._looks + 1
        if self._looks > _MOST_LOOKS:
            raise RuntimeError("Something is done over and over, and time stands still.")
        self.waited += max(timeout, 0.0)
        return []

    def get_map(self) -> dict[Any, selectors.SelectorKey]:
        return {}


class VirtualLoop(asyncio.SelectorEventLoop):
    """Run what needs no thread and no network on it."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.waited

    @property
    def _clock_resolution(self) -> float:
        """No timer is early, and none that is ripe is passed over, however long the loop has run."""
        return math.ulp(self._virtual.waited)

    @_clock_resolution.setter
    def _clock_resolution(self, _: float) -> None:
        """The loop sets that of the machine's clock."""

    def _write_to_self(self) -> None:
        """Nobody sleeps who would have to be woken."""


@dataclass
class VirtualClock:
    """The wall clock beside such a loop; `jump` sets it."""

    loop: VirtualLoop
    start: datetime

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.loop.time())

    def jump(self, **time: float) -> None:
        self.start += timedelta(**time)


def run(main: Callable[[VirtualLoop], Coroutine[Any, Any, T]]) -> T:
    """Run it to its end."""
    loop = VirtualLoop()
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(main(loop))


async def inline(function: Callable[..., object], /, *args: object) -> object:
    """Instead of a thread."""
    return function(*args)
