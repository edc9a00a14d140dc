"""Our program as one process that may die: what app wires together, on one thread, with a place to die at every step.

A dead process leaves its files as they are at that moment: what was not committed is gone, what was is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import datetime, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 (seeded)
from typing import Any, Protocol

from apscheduler.jobstores.base import JobLookupError

from bot.alarm import Alarm
from bot.delivery.platform import Message
from bot.running import Service
from core.coach import Coach
from core.events import Event, Person
from core.ports import Decide, Entry, Outgoing, Turn
from core.store import KeyText
from core.store.sqlite import SqliteKeeper
from core.wording import Wording
from tests.simulation.loop import VirtualLoop
from tests.simulation.messenger import Messenger
from tests.virtual import inline

KEY = KeyText("5e" * 32)
Point = Callable[[str], None]
OnTurn = Callable[[Event, bytes | None, Turn, Outgoing | None], None]


class Died(BaseException):
    """The process is no more. No code of ours may catch it."""


class Around(Protocol):
    """What the world sees of a process."""

    chance: Random
    """What is left to chance in a process."""

    def at(self, process: Process, place: str) -> None:
        """Called at each place where the process may die; raises `Died` if it does, or if it has."""

    def on_turn(self, event: Event, before: bytes | None, turn: Turn, outgoing: Outgoing | None) -> None:
        """Called when a turn is durable, also when the process dies before anybody hears of it."""

    def ended(self, task: asyncio.Task[None]) -> None:
        """Called when its delivery has ended, which nobody asked for."""


class OneThreadStore:
    """The store without its thread: each call is over when it returns."""

    def __init__(self, keeper: SqliteKeeper, point: Point, on_turn: OnTurn) -> None:
        self._keeper = keeper
        self._point = point
        self._on_turn = on_turn
        self._is_in_turn = False

    def take(self, event: Event, decide: Decide, *, waits: bool = False) -> Future[Outgoing | None]:  # noqa: ARG002
        """Run one turn."""
        self._point("before a turn")
        decided: list[tuple[bytes | None, Turn]] = []

        def noting(snapshot: bytes | None) -> Turn:
            self._is_in_turn = True
            try:
                turn = decide(snapshot)
            finally:
                self._is_in_turn = False
            decided.append((snapshot, turn))
            return turn

        (outcome,) = self._keeper.take(iter([(event, noting)]))
        future: Future[Outgoing | None] = Future()
        if isinstance(outcome, BaseException):
            future.set_exception(outcome)
            return future
        for snapshot, turn in decided:
            self._on_turn(event, snapshot, turn, outcome)
        self._point("after a turn")
        future.set_result(outcome)
        return future

    def journal(self, person: Person) -> Iterator[Entry]:
        """All of the person's journal."""
        return iter(self._keeper.entries(person, self._keeper.journal_rows(person)))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._keeper, name)

        def call(*arguments: Any, **named: Any) -> Any:
            if self._is_in_turn:  # to die in the middle of a transaction is to die before it
                return method(*arguments, **named)
            self._point(f"before {name}")
            answer = method(*arguments, **named)
            self._point(f"after {name}")
            return answer

        setattr(self, name, call)
        return call


class VirtualScheduler:
    """As much of APScheduler as the alarm uses, on the loop's own time."""

    running = False

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._jobs: dict[str, asyncio.TimerHandle] = {}

    def add_listener(self, *_: object) -> None:
        """Nobody listens: an error reaches the loop, and with it the test."""

    def start(self) -> None:
        self.running = True

    def shutdown(self) -> None:
        self.running = False
        for handle in self._jobs.values():
            handle.cancel()

    def add_job(
        self,
        act: Callable[[], None],
        trigger: str,
        *,
        id: str,
        run_date: datetime | None = None,
        seconds: float = 0,
        **_: object,
    ) -> None:
        if trigger == "date":
            assert run_date is not None
            self._jobs[id] = self._loop.call_at_instant(run_date, self._once, id, act)
        else:
            self._jobs[id] = self._loop.call_later(seconds, self._again, id, act, seconds)

    def get_job(self, id: str) -> object | None:
        return self._jobs.get(id)

    def remove_job(self, id: str) -> None:
        handle = self._jobs.pop(id, None)
        if handle is None:
            raise JobLookupError(id)
        handle.cancel()

    def _once(self, id: str, act: Callable[[], None]) -> None:
        del self._jobs[id]
        act()

    def _again(self, id: str, act: Callable[[], None], seconds: float) -> None:
        self._jobs[id] = self._loop.call_later(seconds, self._again, id, act, seconds)
        act()


class Wire:
    """The process's connection to the platform. What has left is on its way, whatever becomes of the process."""

    def __init__(self, messenger: Messenger, point: Point) -> None:
        self._messenger = messenger
        self._point = point
        self._under_way: set[Person] = set()
        self.name = messenger.name
        self.rates = messenger.rates
        self.divided = messenger.divided

    @property
    def tells_doubles(self) -> bool:
        return self._messenger.tells_doubles

    async def send(self, message: Message) -> None:
        self._point("before a message")
        assert message.person not in self._under_way, "two messages to one person at once"
        self._under_way.add(message.person)
        try:
            await self._send(message)
        finally:
            self._under_way.discard(message.person)
        self._point("after a message")

    async def _send(self, message: Message) -> None:
        on_its_way = asyncio.get_running_loop().create_task(self._messenger.send(message), name="messenger")
        try:
            await asyncio.shield(on_its_way)
        except asyncio.CancelledError:
            on_its_way.add_done_callback(_nobody_asks)
            raise


def _nobody_asks(answer: asyncio.Task[None]) -> None:
    if not answer.cancelled():
        answer.exception()


class Process:
    """The program between two deaths."""

    def __init__(
        self, world: Around, folder: Path, loop: VirtualLoop, messenger: Messenger, wording: Wording, heartbeat: float
    ) -> None:
        self.is_dead = False
        self._world = world
        self._loop = loop
        self.keeper = SqliteKeeper(folder / "rebound.db", KEY)
        self.keeper.db.execute("PRAGMA synchronous = OFF")  # a process dies here, never the machine
        self.store = self.store_on(self.keeper)
        self.coach = Coach(wording)
        self.service = Service(
            self.coach,
            self.store,
            self,
            [Wire(messenger, self.point)],
            jitter=world.chance.random,
            off_loop=inline,
        )
        self._scheduler = VirtualScheduler(loop)
        self.alarm = Alarm(
            self._scheduler, self.store, self, self.service.bring_due, heartbeat=timedelta(seconds=heartbeat)
        )
        self.service.turned = self.alarm.arm

    def store_on(self, keeper: SqliteKeeper) -> OneThreadStore:
        """The store, for a process with a fault in it to replace."""
        return OneThreadStore(keeper, self.point, self._world.on_turn)

    def point(self, place: str) -> None:
        """A place where it may die."""
        self._world.at(self, place)

    def begins(self) -> None:
        """Do what a start does."""
        self._task = self._loop.create_task(self.service.deliver(), name="delivery")
        self._task.add_done_callback(self._world.ended)
        self.alarm.start()

    def now(self) -> datetime:
        """The instant: the process is its own clock."""
        return self._loop.now()

    async def hear(self, event: Event) -> None:
        """Take an event; it may be acknowledged when this returns."""
        await self.service.take(event)

    def dies(self) -> None:
        """End here and now: nothing is finished, nothing is said."""
        self.is_dead = True
        self._scheduler.shutdown()
        self.keeper.close()
