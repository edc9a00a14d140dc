"""A process that serves platforms: events in, messages out, nudges at their hour, and an end in good order.

An adapter hands its events to `Service.take` and is a `Platform` for what goes out; nothing else of it is known here.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic

from bot import logs
from bot.clock import Clock
from bot.delivery.delivery import Delivery, OffLoop, jitter
from bot.delivery.platform import Platform
from bot.health import Health, HealthServer
from bot.nudger import Nudger
from core.coach import Coach
from core.events import Event, Person
from core.ports import Claimed, Outgoing, Store

DRAIN_SECONDS = 10.0
SWITCH_SECONDS = 0.001
"""A reply passes from thread to thread several times, and each time waits so long for one that is computing."""
_TURNS_AT_ONCE = 32
"""So many turns may wait for their commit; they share it."""


class Service:
    """The coach, its store, and a delivery for each platform."""

    def __init__(
        self,
        coach: Coach,
        store: Store,
        clock: Clock,
        platforms: Iterable[Platform],
        *,
        health: Health | None = None,
        jitter: Callable[[], float] = jitter,
        off_loop: OffLoop = asyncio.to_thread,
    ) -> None:
        """`health` counts what happens here, and is asked by others; `jitter` gives numbers from 0 to 1;
        `off_loop` runs what waits away from the event loop.
        """
        self._coach = coach
        self._store = store
        self._clock = clock
        self._off_loop = off_loop
        self.health = health or Health(store, clock)
        self.turned: Callable[[], object] = lambda: None
        """Called after every turn: it may have brought the next due instant nearer. May wait."""
        self._deliveries = {
            platform.name: Delivery(
                platform,
                store,
                clock,
                self._look_again,
                may_come_from=self._may_come_from,
                told=self.health.delivered,
                jitter=jitter,
                off_loop=off_loop,
            )
            for platform in platforms
        }
        self._nudger = Nudger(
            coach, store, clock, self._wake, reaches=lambda person: _surface(person) in self._deliveries
        )

    async def take(self, event: Event) -> None:
        """Take one event; its turn is durable when this returns, so it may be acknowledged then.

        Raises `StoreError`; then nothing was kept, and the event is handed in again.
        """
        outgoing = await self._off_loop(self._turn, event)
        assert outgoing is None or isinstance(outgoing, Outgoing)  # noqa: S101 - what `_turn` gives
        self._deliveries[_surface(event.person)].hand_on(outgoing)
        await self._off_loop(self.turned)

    def bring_due(self) -> int:
        """Take the turns of all who are due; their messages wait in the outbox and are delivered. On any thread."""
        return self._nudger.bring()

    async def deliver(self) -> None:
        """Deliver until drained."""
        async with asyncio.TaskGroup() as deliveries:
            for delivery in self._deliveries.values():
                deliveries.create_task(delivery.run())

    async def drain(self, seconds: float = DRAIN_SECONDS) -> None:
        """Bring nothing more, and give what is being sent so long to arrive."""
        self._nudger.stop()
        await asyncio.gather(*(delivery.drain(seconds) for delivery in self._deliveries.values()))

    def _turn(self, event: Event) -> Outgoing | None:
        began = monotonic()
        outgoing = self._coach.take(event, self._clock.now(), self._store).result()
        self.health.turn_taken(event, monotonic() - began)
        return outgoing

    def _look_again(self, people: Sequence[Person]) -> None:
        self._nudger.bring_to(people)

    def _may_come_from(self, claimed: Claimed) -> datetime | None:
        return self._coach.may_come_from(claimed, self._clock.now(), self._store)

    def _wake(self, outgoing: Outgoing) -> None:
        self._deliveries[_surface(outgoing.person)].woken()


async def serve(
    service: Service,
    store: Store,
    clock: Clock,
    *,
    stop: asyncio.Event | None = None,
    drain: float = DRAIN_SECONDS,
    health_port: int | None = None,
) -> None:
    """Run until `stop`, SIGTERM or Ctrl-C, and then end in good order; the store is for the caller to close.

    Raises `SettingsError`, and begins nothing, if `health_port` is taken.
    """
    from apscheduler.schedulers.background import BackgroundScheduler

    from bot.alarm import Alarm

    sys.setswitchinterval(SWITCH_SECONDS)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.unawaited)
    loop.set_default_executor(ThreadPoolExecutor(_TURNS_AT_ONCE, thread_name_prefix="turn"))
    stop = stop or asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, RuntimeError):  # on Windows, and off the main thread
            loop.add_signal_handler(number, stop.set)
    health = None if health_port is None else HealthServer(service.health, health_port)
    if health is not None:
        await health.start()
    alarm = Alarm(BackgroundScheduler(timezone=UTC), store, clock, service.bring_due)
    service.turned = alarm.arm
    delivering, stopped = loop.create_task(service.deliver()), loop.create_task(stop.wait())
    try:
        await asyncio.to_thread(alarm.start)
        await asyncio.wait({delivering, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        await service.drain(drain)
        await asyncio.to_thread(alarm.stop)
        if health is not None:
            await health.close()
    await delivering


def _surface(person: Person) -> str:
    return person.tenant.partition(":")[0]
