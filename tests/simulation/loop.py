"""The time of a simulated world: it begins at an instant and jumps to the next thing that happens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests import virtual

BEGINS = datetime(2026, 1, 5, tzinfo=UTC)
"""A Monday."""


class VirtualLoop(virtual.VirtualLoop):
    """Runs in no time, the same way every time."""

    def now(self) -> datetime:
        """The instant."""
        return BEGINS + timedelta(seconds=self.time())

    def call_at_instant(self, instant: datetime, act: Callable[..., object], *args: object) -> asyncio.TimerHandle:
        """Do something at an instant, or at once if it has passed."""
        return self.call_at(max((instant - BEGINS).total_seconds(), self.time()), act, *args)
