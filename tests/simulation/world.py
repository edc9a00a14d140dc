"""One world: people, platform, and a process that dies and comes back; run to its end, and looked at."""

from __future__ import annotations

import asyncio
import os
import secrets
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, lru_cache
from pathlib import Path
from random import Random  # noqa: TID251 (seeded)
from typing import Any
from unittest.mock import patch

from bot import alarm
from bot.delivery import delivery
from core import coach
from core.errors import StoreError
from core.events import Event, Person
from core.ports import Outgoing, Turn
from core.wording import Wording, load
from tests.simulation import people
from tests.simulation.invariants import Invariants
from tests.simulation.loop import VirtualLoop
from tests.simulation.messenger import Manners, Messenger, Seen
from tests.simulation.people import DAY, HOUR, MINUTE, Somebody
from tests.simulation.process import Died, Process

COMES_TO_REST = 45 * DAY
"""So long nobody writes any more and nothing goes wrong: all that was promised has come by then."""
RESTARTS_AFTER = {1.0: 10, 5.0: 6, 30.0: 4, 5 * MINUTE: 3, 40 * MINUTE: 2, 3 * HOUR: 1, 9 * HOUR: 1, 3 * DAY: 0.5}
"""How long the process stays down, and how often so long."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a world is like; with a seed, everything that will happen in it."""

    seed: int
    people: int = 20
    days: float = 30
    days_between: float = 12
    """Between two interviews of one person, in the mean."""
    crashes: int = 30
    crash_rate: float = 0.01
    """How likely the process dies at each place where it may."""
    manners: Manners = field(default_factory=Manners)
    tenant: str = "sim:T1"
    heartbeat: float = 1800.0
    """Seconds between two looks of our program in case a knock was lost; ours are rarer than real ones, which would hide
    such a loss, and cost most of the time."""


@dataclass(slots=True)
class Outcome:
    """What came of a world."""

    log: list[str]
    broken: list[str]
    crashes: int
    turns: int
    nudges: int
    seen: int
    doubles: int
    answers_lost: int
    provoked: int
    latest: float

    def sums(self) -> str:
        """Everything in one line."""
        return (
            f"{self.crashes} crashes, {self.turns} turns, {self.nudges} nudges, {self.seen} messages seen, "
            f"{self.doubles} of them twice, {self.answers_lost} answers lost, {self.provoked} limits provoked, "
            f"{len(self.broken)} broken"
        )


@dataclass(slots=True)
class World:
    """Everything, while it runs."""

    plan: Plan
    folder: Path
    process_of: type[Process] = Process
    loop: VirtualLoop = field(default_factory=VirtualLoop)
    log: list[str] = field(default_factory=list)
    invariants: Invariants = field(default_factory=Invariants)
    crashes: int = 0
    seen: int = 0
    process: Process | None = None
    people: dict[Person, Somebody] = field(default_factory=dict)
    _is_at_rest: bool = False
    _aliases: dict[str, str] = field(default_factory=dict)
    chance: Random = field(init=False)
    _death: Random = field(init=False)
    messenger: Messenger = field(init=False)
    _wording: Wording = field(init=False)

    def __post_init__(self) -> None:
        plan = self.plan
        self.chance = Random(f"{plan.seed} process")
        self._death = Random(f"{plan.seed} death")
        self._wording = wording()
        self.messenger = Messenger(
            self.loop,
            Random(f"{plan.seed} messenger"),
            plan.manners,
            plan.days,
            self._sees,
            self._hands_over,
            self._tells,
        )
        stories = people.stories()
        for number in range(plan.people):
            person = Person(plan.tenant, f"p{number:03}")
            chance = Random(f"{plan.seed} {person.id}")
            self.people[person] = Somebody(
                person, chance.choice(people.ZONES), chance, self.loop, self._writes, stories,
                diligence=chance.choice((0.5, 0.8, 0.95, 0.99)), until=plan.days * DAY,
            )  # fmt: skip

    def runs(self) -> Outcome:
        """From the first day to the last."""
        self.loop.set_exception_handler(self._on_error)
        asyncio.set_event_loop(self.loop)
        try:
            with (
                chance_from(self.plan.seed),
                patch.object(delivery, "HEARTBEAT_SECONDS", self.plan.heartbeat),
                patch.object(alarm, "SystemClock", lambda: self.loop),
                patch.object(coach, "understood", understood),
                patch.object(coach, "report", self._fails),
            ):
                self.loop.run_until_complete(self.loop.create_task(self._lives(), name="world"))
                return self._outcome()
        finally:
            if self.process is not None and not self.process.is_dead:
                self.process.dies()
            self._bury()
            self.loop.run_until_complete(asyncio.sleep(0))
            self.loop.close()
            asyncio.set_event_loop(None)

    async def _lives(self) -> None:
        self._starts()
        for somebody in self.people.values():
            somebody.begins(self.plan.days_between)
            if self.plan.manners.blocks_a_year:
                self._may_block(somebody)
        await asyncio.sleep(self.plan.days * DAY)
        self._is_at_rest = self.messenger.is_at_rest = True
        for person, until in self.messenger.blocked.items():
            self.messenger.blocked[person] = min(until, self.loop.time() + DAY)
        await asyncio.sleep(COMES_TO_REST)

    def _may_block(self, somebody: Somebody) -> None:
        at = somebody.chance.expovariate(self.plan.manners.blocks_a_year / (365 * DAY))
        if at < self.plan.days * DAY:
            self.loop.call_later(at, self.messenger.someone_blocks, somebody.person)

    # --- the process ---

    def _starts(self) -> None:
        if self.process is not None and not self.process.is_dead:
            return
        self._tells("the program starts")
        with suppress(Died):
            self.process = self.process_of(
                self, self.folder, self.loop, self.messenger, self._wording, self.plan.heartbeat
            )
            self.process.begins()

    def at(self, process: Process, place: str) -> None:
        """A place where a process may die."""
        if process.is_dead:
            raise Died
        plan = self.plan
        if not self._is_at_rest and self.crashes < plan.crashes and self._death.random() < plan.crash_rate:
            self.crashes += 1
            self._tells(f"the program dies {place}")
            process.dies()
            self.loop.call_soon(self._bury)
            (down,) = self._death.choices([*RESTARTS_AFTER], [*RESTARTS_AFTER.values()])
            self.loop.call_later(down, self._starts)
            raise Died

    def _bury(self) -> None:
        """What the dead process had under way is over; what had left it goes on."""
        tasks = [task for task in asyncio.all_tasks(self.loop) if task.get_name() not in ("messenger", "world")]
        for task in sorted(
            tasks, key=lambda task: (len(task.get_name()), task.get_name())
        ):  # "Task-9" before "Task-10"
            task.cancel()

    def ended(self, task: asyncio.Task[None]) -> None:
        """A delivery ends only because its process has died."""
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(self.loop, {"exception": error, "message": "delivery has ended"})

    def _on_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseExceptionGroup):
            _, error = error.split((Died, asyncio.CancelledError))
        if error is not None and not isinstance(error, Died | asyncio.CancelledError):
            where = "".join(traceback.format_exception(error))
            self.invariants.breaks(self.loop.now(), f"an error that nobody caught: {context.get('message')}\n{where}")

    # --- what happens ---

    def _writes(self, event: Event) -> None:
        text = getattr(event, "text", None) or getattr(event, "option", "comes")
        self._tells(f"{event.person.id} > {text[:60]!r}")
        self.messenger.receives(event)

    def _hands_over(self, event: Event) -> None:
        self.loop.create_task(self._is_heard(event))

    async def _is_heard(self, event: Event) -> None:
        process, erasures = self.process, self.invariants.erasures
        is_heard = False
        try:
            if process is not None and not process.is_dead:
                await process.hear(event)
                is_heard = True
        except (Died, StoreError):
            pass
        finally:
            if not is_heard:
                self.messenger.again(event)
            elif erasures == self.invariants.erasures:
                self.invariants.confirms(event)

    def on_turn(self, event: Event, before: bytes | None, turn: Turn, outgoing: Outgoing | None) -> None:
        """A turn is durable."""
        assert self.process is not None
        if turn.erase:
            self._tells(f"{event.person.id} is forgotten")
            self.invariants.keeps(event, before, turn, None, outgoing)
            return
        _, state = self.process.coach._decoded[event.person]
        if turn.takes_back:
            self._tells(f"{event.person.id} the messages of turns {turn.takes_back} are taken back")
        self.invariants.keeps(event, before, turn, state, outgoing)
        self.invariants.silences(event.person, state, self.loop.now())

    def _fails(self, error: Exception) -> None:
        """A turn of ours, or the reading of a text, has failed; somebody was asked to try again."""
        where = "".join(traceback.format_exception(error))
        self.invariants.breaks(self.loop.now(), f"a turn failed\n{where}")

    def _sees(self, seen: Seen) -> None:
        self.seen += 1
        again = " again" if seen.is_repeated else ""
        self._tells(f"{seen.person.id} {'<' if seen.is_reply else '<<'}{again} {seen.text[:200]}")
        self.invariants.shows(seen)
        if not seen.is_repeated:
            self.people[seen.person].sees(seen.parts)

    def _tells(self, what: str) -> None:
        self.log.append(f"{self.loop.now():%Y-%m-%d %H:%M:%S.%f} {what}")

    # --- the end ---

    def _outcome(self) -> Outcome:
        assert self.process is not None
        assert not self.process.is_dead
        broken = self.invariants.broken + list(self._left_undone())
        doubles = sum(self.invariants.doubled.values())
        return Outcome(
            self.log, broken, self.crashes, self.invariants.turns, self.invariants.nudges, self.seen, doubles,
            self.messenger.answers_lost, len(self.messenger.provoked), self.invariants.latest,
        )  # fmt: skip

    def _left_undone(self) -> Iterator[str]:
        """What was confirmed and lost, seen once the world has come to rest."""
        store, now = self.process.store, self.loop.now()
        waiting = {outgoing.key for person in self.people for outgoing in store.unsent(person)}
        for key, (person, number) in self.invariants.messages.items():
            is_gone = key in self.invariants.on_screen or key in self.invariants.taken_back
            if not is_gone and key not in waiting:
                yield f"{person.id} never saw the message of turn {number}"
            if key in waiting and not self._is_out_of_reach(person):
                yield f"{person.id} still waits for the message of turn {number}"
        for person in store.due(now - timedelta(hours=1), 10**6):
            yield f"{person.id} is due and was not written to"
        for person, known in self.invariants.people.items():
            for event in sorted(known.confirmed):
                if not self.process.keeper.seen(person, event):  # of somebody erased, a mark is left that it was
                    yield f"{person.id} wrote {event}, which was confirmed and lost"
        allowed = 0 if self.plan.manners.tells_doubles else self.crashes + self.messenger.answers_lost
        if (doubles := sum(self.invariants.doubled.values())) > allowed:
            yield f"{doubles} messages were seen twice, and {allowed} may have been"

    def _is_out_of_reach(self, person: Person) -> bool:
        row = self.process.keeper.db.execute(
            "SELECT 1 FROM unreachable WHERE tenant = ? AND person = ?", [person.tenant, person.id]
        ).fetchone()
        return row is not None


@cache
def wording() -> Wording:
    """The words, read once."""
    return load()


understood = lru_cache(maxsize=None)(coach.understood)
"""What is read of a text depends on nothing else, and people here write the same few hundred."""


@contextmanager
def chance_from(seed: int) -> Iterator[None]:
    """Let the keys of messages and events follow from the seed, too."""
    chance = Random(f"{seed} keys")
    before = os.urandom, secrets.token_hex
    os.urandom, secrets.token_hex = chance.randbytes, lambda size=16: chance.randbytes(size).hex()
    try:
        yield
    finally:
        os.urandom, secrets.token_hex = before


def run(plan: Plan, folder: Path, process_of: type[Process] = Process) -> Outcome:
    """One world, from its first day to its last."""
    return World(plan, folder, process_of).runs()
