"""One thing after the other for each person, and everybody beside everybody else."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine

from core.errors import outline
from core.events import Person

log = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]


class InOrder:
    """Work waits for what was begun before it for the same person. For one event loop."""

    def __init__(self) -> None:
        self._waiting: dict[Person, deque[Work]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def add(self, person: Person, work: Work) -> None:
        """Do this next for the person."""
        if person in self._waiting:
            self._waiting[person].append(work)
            return
        self._waiting[person] = deque([work])
        self._begin(self._do(person))

    def add_at_once(self, work: Work) -> None:
        """Do this beside everything; it waits for nothing."""
        self._begin(_done(work))

    async def finish(self) -> None:
        """Wait for everything that was begun."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _begin(self, doing: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _do(self, person: Person) -> None:
        waiting = self._waiting[person]
        try:
            while waiting:
                await _done(waiting[0])
                waiting.popleft()
        finally:
            del self._waiting[person]


async def _done(work: Work) -> None:
    try:
        await work()
    except Exception as error:  # what comes after it is not to be lost with it
        log.error("Something that was heard ended by an error of ours: %s.", outline(error))
