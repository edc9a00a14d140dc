"""An event loop whose time is virtual: instead of waiting it jumps to the next timer, and nothing runs on another thread."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

BEGINS = datetime(2026, 1, 5, tzinfo=UTC)
"""A Monday."""


class StandsStill(RuntimeError):
    """Something is waited for that nothing will bring about."""


class _Jumping(selectors.BaseSelector):
    """Waits by letting the loop's time pass."""

    def __init__(self) -> None:
        self.passed = 0.0

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return selectors.SelectorKey(fileobj, 0, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return selectors.SelectorKey(fileobj, 0, 0, None)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise StandsStill("Nothing is left that could happen.")
        self.passed += max(timeout, 0.0)
        return []

    def get_map(self) -> dict[Any, selectors.SelectorKey]:
        return {}


class VirtualLoop(asyncio.SelectorEventLoop):
    """Runs in no time, the same way every time."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)
        self._clock_resolution = 1e-9  # the selector passes exactly what is asked, so a timer is never early

    def time(self) -> float:
        """Seconds since the world began."""
        return self._jumping.passed

    def now(self) -> datetime:
        """The instant."""
        return BEGINS + timedelta(seconds=self._jumping.passed)

    def at(self, instant: datetime) -> float:
        """The time that an instant has here."""
        return (instant - BEGINS).total_seconds()

    def call_at_instant(self, instant: datetime, act: Callable[..., object], *args: Any) -> asyncio.TimerHandle:
        """Do something at an instant, or at once if it has passed."""
        return self.call_at(max(self.at(instant), self.time()), act, *args)

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        """Run it here and now: a thread would make the order of things a matter of luck."""
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:
            done.set_exception(error)
        return done

    def _write_to_self(self) -> None:
        """Nobody sleeps who would have to be woken."""
