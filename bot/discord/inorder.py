"""One thing after the other for each person, and everybody beside everybody else."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

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
        task = asyncio.get_running_loop().create_task(self._do(person))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Wait for everything that was begun."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def _do(self, person: Person) -> None:
        waiting = self._waiting[person]
        try:
            while waiting:
                try:
                    await waiting[0]()
                except Exception as error:  # what comes after it is not to be lost with it
                    log.error("Something that %s did ended by an error of ours: %s.", person, outline(error))
                waiting.popleft()
        finally:
            del self._waiting[person]
