"""A process that serves platforms: events in, messages out, nudges at their hour, and an end in good order.

An adapter hands its events to `Service.take` and is a `Platform` for what goes out; `docs/adapters.md` tells the rest. The
rule a newcomer could break is the order of the end: first nobody is listened to, then what was decided is delivered, and
only then are the connections let go.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import monotonic
from typing import cast

from bot import logs
from bot.adapters import Adapter, ConnectionLost
from bot.chores import Chore, do_again_and_again, repeat
from bot.clock import Clock
from bot.delivery.delivery import Delivery, OffLoop, jitter
from bot.delivery.platform import Platform
from bot.health import Health, HealthServer
from bot.nudger import Nudger
from bot.relaying import Publisher, Relaying
from core.coach import Coach
from core.communities.desk import Form, Page, Problems
from core.communities.events import (
    COMMUNITY,
    Channel,
    CommunityEvent,
    Counted,
    FromMember,
    NotPosted,
    NotTakenDown,
    Posted,
    Returned,
    Staff,
    Submitted,
    community_of,
)
from core.errors import StoreError, outline
from core.events import Click, Event, Person
from core.overview import Overview
from core.ports import ANYTHING, HOURS, Claimed, Closed, Outgoing, Store

DRAIN_SECONDS = 10.0
SWITCH_SECONDS = 0.001
"""A reply passes from thread to thread several times, and each time waits so long for one that is computing."""
CHANNEL = "channel"
"""What the names of the fields have in them that name channels."""
LOOK_AGAIN = timedelta(minutes=1)
"""So long a change that another process made may go unnoticed, should its hint be lost."""
SHARE = timedelta(seconds=10)
"""So long after another process has begun or ended to send, we keep to another part of the rate."""
_TURNS_AT_ONCE = 32
"""So many turns may wait for their commit; they share it."""

log = logging.getLogger(__name__)


class Service:
    """The coach, its store, and a delivery for each platform."""

    def __init__(
        self,
        coach: Coach,
        store: Store,
        clock: Clock,
        platforms: Iterable[Platform],
        *,
        delivers: bool = True,
        health: Health | None = None,
        jitter: Callable[[], float] = jitter,
        off_loop: OffLoop = asyncio.to_thread,
    ) -> None:
        """Where it does not deliver, another process brings what is due and sends what is kept. `health` counts what happens here, and is asked by others; `jitter` gives numbers from 0 to 1;
        `off_loop` runs what waits away from the event loop.
        """
        platforms = tuple(platforms)
        self._coach = coach
        self._store = store
        self._clock = clock
        self._off_loop = off_loop
        self._reading = Lock()
        """One text at a time is read: several are no quicker, and hold up the loop, which has to acknowledge and to send."""
        self._drained = asyncio.Event()
        self.delivers = delivers
        self.health = health or Health(store, clock)
        publishers = {platform.name: platform for platform in platforms if isinstance(platform, Publisher)}
        self._publishers = publishers
        relaying = Relaying(self._take_any, publishers, clock.now)
        self.turned: Callable[[], object] = lambda: None
        """Called after turns: one may have brought the next due instant nearer. May wait; no turn waits for it."""
        self._has_turned = False
        self._telling: asyncio.Future[None] | None = None
        self._deliveries = {
            platform.name: Delivery(
                platform,
                store,
                clock,
                self._look_again,
                may_come_from=self._may_come_from,
                told=self.health.delivered,
                pass_on=relaying,
                claims=delivers,
                jitter=jitter,
                off_loop=off_loop,
            )
            for platform in platforms
        }
        self._nudger = Nudger(
            coach,
            store,
            clock,
            self._wake,
            reaches=lambda person: _surface(person) in self._deliveries,
            platforms=tuple(self._deliveries),
        )

    async def take(self, event: Event) -> Closed | None:
        """Take one event; its turn is durable when this returns, so it may be acknowledged then.

        The result is the question that it has closed. Raises `StoreError`; then nothing was kept, and the event is
        handed in again.
        """
        return await self._take_any(event)

    async def page(self, tenant: str, by: Staff, name: str = "home") -> Page:
        """A page of the desk of a community. Raises `NotAllowed` with a sentence for them, and `StoreError`."""
        found = await self._off_loop(self._coach.office.page, tenant, by, name, self._clock.now(), self._store)
        assert isinstance(found, Page)  # noqa: S101 - what `page` gives
        return found

    async def form(self, tenant: str, by: Staff, name: str) -> Form:
        """A form of the desk of a community. Raises as `page` does."""
        found = await self._off_loop(self._coach.office.form, tenant, by, name, self._clock.now(), self._store)
        assert isinstance(found, Form)  # noqa: S101 - what `form` gives
        return found

    async def submit(self, event: Submitted) -> Page | Problems:
        """Take a form, or a button that does something: what is shown then. Durable when it returns; raises as `page`.

        The channels that its values name are looked at for it, where the adapter has not done so.
        """
        if event.by.may_manage and not event.channels:
            event = replace(event, channels=await self._channels(event))
        taken = await self._off_loop(self._coach.office.submit, event, self._clock.now(), self._store)
        answer, outgoing = cast(tuple[Page | Problems, Outgoing | None], taken)
        self._hand_on(event.person, outgoing)
        self._store.tell(event.person.tenant)
        self._tell_turned()
        return answer

    async def _channels(self, event: Submitted) -> dict[str, Channel]:
        publisher = self._publishers.get(_surface(event.person))
        if publisher is None:
            return {}
        named = {value for field, values in event.values.items() if CHANNEL in field for value in values}
        found = [await publisher.examine(event.person.tenant, one) for one in sorted(named)]
        return {channel.id: channel for channel in found if channel is not None}

    async def _take_any(self, event: Event | CommunityEvent) -> Closed | None:
        closed: list[Closed] = []
        outgoing = await self._off_loop(self._turn, event, closed.append)
        assert outgoing is None or isinstance(outgoing, Outgoing)  # noqa: S101 - what `_turn` gives
        self._hand_on(event.person, outgoing)
        self._tell_turned()
        return closed[-1] if closed else None

    def _tell_turned(self) -> None:
        """Have `turned` called, once for all the turns that have ended when it begins."""
        self._has_turned = True
        if self._telling is None or self._telling.done():
            self._telling = asyncio.ensure_future(self._told_turned())

    async def _told_turned(self) -> None:
        while self._has_turned:
            self._has_turned = False
            await self._off_loop(self.turned)

    def _hand_on(self, person: Person, outgoing: Outgoing | None) -> None:
        self._deliveries[_surface(person)].hand_on(outgoing)

    async def depart(self, tenant: str) -> None:
        """A workspace or server has taken the coach out: from now on nothing is sent to it and its people, and what is kept
        of them is erased after a while. Never for an outage.
        """
        await self._off_loop(self._store.depart, tenant, self._clock.now())
        self._is_another(tenant)

    async def come_back(self, tenant: str) -> None:
        """A workspace or server has the coach: if it had taken it out, what is kept stays, and its posts go on."""
        if not await self._off_loop(self._store.is_departed, tenant):
            return
        now = self._clock.now()
        await self._take_any(Returned(id=f"returned:{now.isoformat()}", person=community_of(tenant), at=now))
        await self._off_loop(self._store.come_back, tenant)
        self._is_another(tenant)

    def _is_another(self, tenant: str) -> None:
        """What is in force there may have changed, for us and in other processes."""
        self._coach.office.forget(tenant)
        self._store.tell(tenant)

    async def is_open(self, click: Click) -> bool:
        """Whether the click, taken now, would answer the open question; an older button may still be on the screen."""
        is_open = await self._off_loop(self._coach.is_open, click, self._clock.now(), self._store)
        return bool(is_open)

    async def overview(self, person: Person) -> Overview:
        """What a surface shows the person beside the conversation. Raises `StoreError`."""
        found = await self._off_loop(self._overview, person)
        assert isinstance(found, Overview)  # noqa: S101 - what `_overview` gives
        return found

    async def addresses(self, among: str) -> frozenset[str]:
        """The addresses that members are given in a workspace ("slack:T01"), or in all communities of a platform ("discord").

        Raises `StoreError`.
        """
        if (known := self._coach.office.remembered(among)) is not None:
            return known.addresses
        found = await self._off_loop(self._addresses, among)
        assert isinstance(found, frozenset)  # noqa: S101 - what `_addresses` gives
        return found

    async def departed(self) -> list[str]:
        """The workspaces that have taken the coach out and have not come back."""
        found = await self._off_loop(self._store.departed, self._clock.now())
        assert isinstance(found, list)  # noqa: S101 - what `departed` gives
        return found

    def bring_due(self) -> int:
        """Take the turns of all who are due; their messages wait in the outbox and are delivered. On any thread."""
        messages = self._nudger.bring()
        self._tell_gone()
        return messages

    def told(self, what: str) -> None:
        """Another process has told us of something, see `Store.hear`. On any thread; may wait."""
        if what == ANYTHING:
            self._coach.office.forget_all()
        elif what not in self._deliveries and what != HOURS:
            self._coach.office.forget(what)
        for name, delivery in self._deliveries.items():
            if what in (ANYTHING, name):
                delivery.woken()
        self.turned()

    def look_again(self) -> None:
        """Remember nothing that another process may have changed without our hearing of it."""
        self._coach.office.forget_all()

    def share_pace(self) -> None:
        """Keep to our part of what platforms allow, where several processes send. On a thread."""
        for name, delivery in self._deliveries.items():
            with suppress(StoreError):  # we go on as before, and ask again
                delivery.share(self._store.deliverers(name))

    async def deliver(self) -> None:
        """Deliver until drained."""
        async with asyncio.TaskGroup() as deliveries:
            for delivery in self._deliveries.values():
                deliveries.create_task(delivery.run())
            await self._drained.wait()

    async def drain(self, seconds: float = DRAIN_SECONDS) -> None:
        """Bring nothing more, and give what is being sent so long to arrive."""
        self._nudger.stop()
        self._drained.set()
        await asyncio.gather(*(delivery.drain(seconds) for delivery in self._deliveries.values()))
        if self._telling is not None:
            await self._telling

    def _addresses(self, among: str) -> frozenset[str]:
        everywhere = self._store.tenants_with(COMMUNITY) if ":" not in among else [among]
        tenants = [one for one in everywhere if among in (one, one.partition(":")[0])]
        return frozenset().union(*(self._coach.office.settings(one, self._store).addresses for one in tenants))

    def _overview(self, person: Person) -> Overview:
        return self._coach.overview(person, self._clock.now(), self._store)

    def _turn(self, event: Event | CommunityEvent, told: Callable[[Closed], object]) -> Outgoing | None:
        if isinstance(event, FromMember | Posted | NotPosted | NotTakenDown | Returned | Counted | Submitted):
            outgoing = self._coach.office.take(event, self._clock.now(), self._store).result()
            self._store.tell(event.person.tenant)
            if isinstance(event, FromMember):
                self._coach.may_be_gone(event.member)  # it was on its way while they were erased
        else:
            began = monotonic()
            with self._reading:
                taking = self._coach.take(event, self._clock.now(), self._store, told=told, waits=True)
            outgoing = taking.result()
            self.health.turn_taken(event, monotonic() - began)
        self._tell_gone()
        return outgoing

    def _tell_gone(self) -> None:
        try:
            for outgoing in self._coach.tell_gone(self._clock.now(), self._store):
                self._hand_on(outgoing.person, outgoing)
        except StoreError as error:
            log.warning("Communities could not be told who was erased; it is tried again. %s", error)

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
    adapters: Sequence[Adapter] = (),
    speaking: Sequence[Adapter] = (),
    chores: Sequence[Chore] = (),
    stop: asyncio.Event | None = None,
    drain: float = DRAIN_SECONDS,
    health_port: int | None = None,
) -> None:
    """Run until `stop`, SIGTERM or Ctrl-C, and then end in good order; the store is for the caller to close.

    `adapters` are those of the service's platforms that are listened to, `speaking` those to which is only sent. Of several
    processes on one database, one at a time does the `chores`. Raises `SettingsError`, and serves nobody, if
    `health_port` is taken or a platform refuses us; and, after the same good order, what ended a connection for good.
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
    async with _told_of(service, adapters, health_port), _connected(adapters, speaking, stop):
        if stop.is_set():
            return
        scheduler = BackgroundScheduler(timezone=UTC)
        alarm = Alarm(scheduler, store, clock, service.bring_due)
        delivering, stopped = loop.create_task(service.deliver()), loop.create_task(stop.wait())
        listening = [loop.create_task(_listen(adapter, service)) for adapter in adapters]
        listening += [loop.create_task(adapter.speak(service)) for adapter in speaking]
        try:
            if service.delivers:
                service.turned = alarm.arm
                await asyncio.to_thread(alarm.start)
                await asyncio.to_thread(service.share_pace)
                repeat(service.share_pace, SHARE, scheduler)
            else:
                await asyncio.to_thread(scheduler.start)
            do_again_and_again(chores, scheduler, store.is_housekeeper)
            repeat(service.look_again, LOOK_AGAIN, scheduler)
            await asyncio.to_thread(store.hear, service.told)
            await asyncio.wait({delivering, stopped, *listening}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.set()
            stopped.cancel()
            await _end(listening, drain)
            await service.drain(drain)
            await asyncio.to_thread(alarm.stop)
        await delivering
        for ended in listening:
            if ended.done() and not ended.cancelled():
                ended.result()


@asynccontextmanager
async def _told_of(service: Service, adapters: Sequence[Adapter], port: int | None) -> AsyncIterator[None]:
    """Tell on a port how the process is, from before it connects to after it has let go."""
    for adapter in adapters:
        service.health.watch(adapter.name, adapter.is_connected)
    health = None if port is None else HealthServer(service.health, port)
    if health is not None:
        await health.start()
    try:
        yield
    finally:
        if health is not None:
            await health.close()


@asynccontextmanager
async def _connected(
    adapters: Sequence[Adapter], speaking: Sequence[Adapter], stop: asyncio.Event
) -> AsyncIterator[None]:
    """The adapters connected, unless we are stopped meanwhile; all of them are let go, whatever happens."""
    starting = asyncio.ensure_future(_start(adapters, speaking))
    stopped = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({starting, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
        yield
    finally:
        stopped.cancel()
        starting.cancel()
        await asyncio.wait({starting})
        closing = (adapter.close() for adapter in (*adapters, *speaking))
        closed = await asyncio.gather(*closing, return_exceptions=True)
        for error in closed:
            if isinstance(error, Exception):
                log.warning("A connection was not closed in good order: %s.", outline(error))


async def _start(adapters: Sequence[Adapter], speaking: Sequence[Adapter]) -> None:
    for adapter in adapters:
        await adapter.start()
    for adapter in speaking:
        await adapter.start(listens=False)


async def _listen(adapter: Adapter, service: Service) -> None:
    await adapter.listen(service)
    raise ConnectionLost(f"Nothing comes from {adapter.name} any more; start again.")


async def _end(listening: Sequence[asyncio.Task[None]], seconds: float) -> None:
    """Stop listening, and wait so long for the events in hand."""
    for task in listening:
        task.cancel()
    if listening:
        await asyncio.wait(listening, timeout=seconds)


def _surface(person: Person) -> str:
    return person.tenant.partition(":")[0]
