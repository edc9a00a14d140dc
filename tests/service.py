"""A process in a test: the real coach, store, nudges and delivery, on a clock and a loop that no real time passes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.running import Service
from core.errors import StoreError
from core.events import Person, Text
from core.ports import Store
from tests.conversation import Conversation, utc
from tests.loopback import Loopback
from tests.virtual import VirtualClock, VirtualLoop, inline, run

ME = Person("slack:T-mine", "U-me")  # nothing that a time or a hash may hold by chance
HEARTBEAT = 30.0


@dataclass
class Life:
    """One person, and the process that serves them from time to time."""

    conversation: Conversation
    clock: VirtualClock
    platform: Loopback
    events: int = 0
    _running: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.conversation.store

    def begin(self) -> None:
        """A process starts."""
        self.service = Service(
            self.conversation.coach, self.store, self.clock, [self.platform], jitter=lambda: 0.5, off_loop=inline
        )
        self._running = [asyncio.create_task(self.service.deliver()), asyncio.create_task(self._ring())]

    async def _ring(self) -> None:
        while True:
            with suppress(StoreError):
                self.service.bring_due()
            await asyncio.sleep(HEARTBEAT)

    async def end(self) -> None:
        """It ends in good order."""
        self._running[1].cancel()
        await self.service.drain(5.0)
        await self._running[0]

    async def dies(self) -> None:
        """It is killed: nothing more happens, and the next one opens the database anew."""
        for task in [*self._running, *(task for task in asyncio.all_tasks() if "_send" in repr(task.get_coro()))]:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self.conversation.restarts()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self.begin()
        yield
        await self.end()

    async def until(self, at: str) -> None:
        """Time passes, to an instant in UTC."""
        await asyncio.sleep((utc(at) - self.clock.now()).total_seconds())

    async def says(self, *texts: str) -> None:
        """The person writes."""
        for text in texts:
            self.events += 1
            now = self.clock.now()
            await self.service.take(Text(id=f"life-{self.events}", person=ME, at=now, text=text))
            await asyncio.sleep(1)

    @property
    def seen(self) -> list[str]:
        """What they have seen of the process, each message as text."""
        return self.platform.texts

    @property
    def hours(self) -> list[str]:
        """When, in UTC."""
        return [f"{self.at(one.at):%a %d %H:%M}" for one in self.platform.shown]

    def at(self, seconds: float) -> datetime:
        return self.clock.start + timedelta(seconds=seconds)


def live(
    conversation: Conversation, at: str, story: Callable[[Life], Awaitable[None]], platform: Loopback | None = None
) -> Life:
    """Tell a story from an instant (UTC) on."""
    lives: list[Life] = []

    async def main(loop: VirtualLoop) -> None:
        lives.append(Life(conversation, VirtualClock(loop, utc(at)), platform or Loopback()))
        await story(lives[0])

    run(main)
    return lives[0]
