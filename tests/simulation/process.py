"""Our program as one process that may die: what app wires together, on one thread, with a place to die at every step.

A dead process leaves its files as they are at that moment: what was not committed is gone, what was is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Protocol

from apscheduler.jobstores.base import JobLookupError

from bot.alarm import Alarm
from bot.delivery.delivery import Delivery
from bot.delivery.platform import Message
from bot.nudger import Nudger
from core.coach import Coach
from core.errors import StoreError
from core.events import Event, Person
from core.ports import Decide, Entry, Outgoing, Turn
from core.store import KeyText
from core.store.sqlite import SqliteKeeper
from core.wording import Wording
from tests.simulation.loop import VirtualLoop
from tests.simulation.service import Service

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

    def take(self, event: Event, decide: Decide) -> Future[Outgoing | None]:
        """Run one turn."""
        self._point("before a turn")
        decided: list[tuple[bytes | None, Turn]] = []

        def noting(snapshot: bytes | None) -> Turn:
            turn = decide(snapshot)
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

    def __init__(self, service: Service, point: Point) -> None:
        self._service = service
        self._point = point
        self._under_way: set[Person] = set()
        self.name = service.name
        self.rates = service.rates
        self.divided = service.divided

    @property
    def tells_doubles(self) -> bool:
        return self._service.tells_doubles

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
        on_its_way = asyncio.get_running_loop().create_task(self._service.send(message), name="service")
        try:
            await asyncio.shield(on_its_way)
        except asyncio.CancelledError:
            on_its_way.add_done_callback(_nobody_asks)
            raise



def _nobody_asks(answer: asyncio.Task[None]) -> None:
    if not answer.cancelled():
        answer.exception()


async def at_once(function: Callable[..., object], /, *arguments: object) -> object:
    """Instead of on another thread."""
    return function(*arguments)


class Process:
    """The program between two deaths."""

    def __init__(
        self, world: Around, folder: Path, loop: VirtualLoop, service: Service, wording: Wording, heartbeat: float
    ) -> None:
        self.is_dead = False
        self._world = world
        self._loop = loop
        self.keeper = SqliteKeeper(folder / "rebound.db", KEY)
        self.keeper.db.execute("PRAGMA synchronous = OFF")  # a process dies here, never the machine
        self.store = self.store_on(self.keeper)
        self.coach = Coach(wording)
        self.nudger = Nudger(self.coach, self.store, self, self._nudged, reaches=lambda _: True)
        wire = Wire(service, self.point)
        self.delivery = Delivery(
            wire, self.store, self, self.nudger.bring_to, jitter=world.chance.random, off_loop=at_once
        )
        self._scheduler = VirtualScheduler(loop)
        self.alarm = Alarm(self._scheduler, self.store, self, self._ring, heartbeat=timedelta(seconds=heartbeat))

    def store_on(self, keeper: SqliteKeeper) -> OneThreadStore:
        """The store, for a process with a fault in it to replace."""
        return OneThreadStore(keeper, self.point, self._world.on_turn)

    def point(self, place: str) -> None:
        """A place where it may die."""
        self._world.at(self, place)

    def begins(self) -> None:
        """Do what a start does."""
        self._task = self._loop.create_task(self.delivery.run(), name="delivery")
        self._task.add_done_callback(self._world.ended)
        self.alarm.start()

    def now(self) -> datetime:
        """The instant: the process is its own clock."""
        return self._loop.now()

    def hear(self, event: Event) -> bool:
        """Take an event; whether it may be acknowledged, which is once it is durable."""
        try:
            outgoing = self.coach.take(event, self.now(), self.store).result()
        except StoreError:
            return False
        self.delivery.hand_on(outgoing)
        self.alarm.arm()
        return True

    def _nudged(self, _: Outgoing) -> None:
        self.delivery.woken()

    def _ring(self) -> None:
        self.nudger.bring()

    def dies(self) -> None:
        """End here and now: nothing is finished, nothing is said."""
        self.is_dead = True
        self._scheduler.shutdown()
        self.keeper.close()
