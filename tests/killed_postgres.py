"""Four processes that serve people from one PostgreSQL database, and what befalls them: `killed_postgres.py <address> <port> <seed>`.

They are forked here, because to start Python and to import the coach takes longer than they live. Until a line comes in on
standard input they are killed (-9), or stopped for longer than their leases and let go on, at random, and started anew; a
process that cannot reach the database ends and is started anew as well, as a service manager would do it. Then four are left
in peace; at the next line they are asked to end. What has befallen them is printed at the end, as JSON.

Their coach counts: each text brings a numbered reply, some of them a numbered nudge a moment later.
"""

from __future__ import annotations

import asyncio
import json
import os
import random  # noqa: TID251 (seeded)
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from select import select
from types import SimpleNamespace

from bot import alarm, running  # noqa: F401 (the alarm: here, and not in each child)
from bot.clock import SystemClock
from bot.delivery import delivery
from bot.delivery.platform import Message, Rates, Unsure
from bot.running import Service, serve
from core.errors import StoreError
from core.events import Event, NudgeDue, Person, Text
from core.messages import Line, Part, encode_parts
from core.ports import Claimed, Outgoing, Store, Turn
from core.store import Address
from core.store.postgres import store as postgres
from core.store.postgres.store import PostgresStore
from tests.stores import KEY

PROCESSES = 4
LEASE = timedelta(seconds=4)
PAUSE = (5.0, 8.0)
"""In seconds; beyond every lease."""
TENANT = "slack:T1"
REMIND = "remind me"
"""The text after which a nudge is due."""
SOON = timedelta(milliseconds=300)
NO_DATABASE = 3


def snapshot(number: int, *, is_due: bool) -> bytes:
    """What is kept of somebody: how often we have spoken to them, and whether a nudge is to come."""
    return b"%d %d" % (number, is_due)


def spoken(kept: bytes | None) -> tuple[int, bool]:
    """What `snapshot` has kept."""
    number, is_due = (kept or b"0 0").split()
    return int(number), is_due == b"1"


class Counting:
    """Says how often it has spoken."""

    office = SimpleNamespace(forget=lambda _tenant: None, forget_all=lambda: None)

    def may_come_from(self, _nudge: Claimed, now: datetime, _store: Store) -> datetime:
        return now

    def tell_gone(self, _now: datetime, _store: Store) -> list[Outgoing]:
        return []

    def take(
        self, event: Event, now: datetime, store: Store, *, waits: bool = False, **_: object
    ) -> Future[Outgoing | None]:
        def decide(kept: bytes | None) -> Turn | None:
            number, is_due = spoken(kept)
            if isinstance(event, NudgeDue):
                if not is_due:
                    return None
                is_due, said = False, "nudge"
            else:
                assert isinstance(event, Text)
                is_due, said = is_due or event.text == REMIND, event.id
            number += 1
            words = encode_parts((Line(str(number)),))
            return Turn(number, snapshot(number, is_due=is_due), said.encode(), words, now + SOON if is_due else None)

        return store.take(event, decide, waits=waits)


class Wire:
    """The platform, at the other end of loopback connections: one that stays, for what people write, and one for each message."""

    name = "slack"
    tells_doubles = True
    rates = Rates(per_second=2000.0, burst=400, per_conversation=50.0, conversation_burst=10)

    def __init__(self, port: int) -> None:
        self._port = port

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        return [parts]

    async def start(self, *, listens: bool = True) -> None:
        """There is nothing to be made ready."""

    async def speak(self, service: Service) -> None:
        """There is nothing to know."""

    async def close(self) -> None:
        """Each connection ends with its use."""

    def is_connected(self) -> bool:
        return True

    async def listen(self, service: Service) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        async with asyncio.TaskGroup() as taking:
            with closing(writer):
                writer.write(b'{"listens": true}\n')
                while line := await reader.readline():
                    taking.create_task(self._take(service, json.loads(line), writer))

    async def _take(self, service: Service, given: dict[str, str], writer: asyncio.StreamWriter) -> None:
        person = Person(TENANT, given["person"])
        event = Text(id=given["id"], person=person, at=SystemClock().now(), text=given["text"])
        with suppress(StoreError):  # it is not acknowledged, so it comes again
            await service.take(event)
            writer.write(given["id"].encode() + b"\n")

    async def send(self, message: Message) -> None:
        (part,) = message.parts
        assert isinstance(part, Line)
        asked = {"key": message.key, "person": message.person.id, "text": part.text}
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            with closing(writer):
                writer.write(json.dumps(asked).encode() + b"\n")
                if await reader.readline() != b"ok\n":
                    raise Unsure
        except OSError as error:
            raise Unsure from error


async def main(address: str, port: int) -> None:
    """Serve until asked to end."""
    delivery.LEASE, delivery.IN_HAND_SECONDS = LEASE, LEASE.total_seconds() / 2
    delivery.SEND_SECONDS = 1.0
    postgres.BRINGING = LEASE
    clock, wire = SystemClock(), Wire(port)
    with closing(PostgresStore(Address(address), KEY, connections=4, statement_seconds=3.0)) as store:
        service = Service(Counting(), store, clock, [wire])  # type: ignore[arg-type]
        await serve(service, store, clock, adapters=[wire], drain=5.0)


@dataclass
class Process:
    """One of the four. It is let go on at an instant, if it is stopped."""

    pid: int
    goes_on: float | None = None


class Keeper:
    """Keeps four of them going, and harms them."""

    def __init__(self, address: str, port: int, chance: random.Random) -> None:
        self._address = address
        self._port = port
        self._chance = chance
        self._processes = list[Process]()
        self.befallen: Counter[str] = Counter()

    def tend(self) -> None:
        """Let those go on who were stopped long enough, and start anew those who have ended."""
        now = time.monotonic()
        for process in [*self._processes]:
            if process.goes_on is not None and process.goes_on <= now:
                os.kill(process.pid, signal.SIGCONT)
                process.goes_on = None
            pid, status = os.waitpid(process.pid, os.WNOHANG)
            if pid:
                self._processes.remove(process)
                code = os.waitstatus_to_exitcode(status)
                self.befallen["no database" if code == NO_DATABASE else f"ended with {code}"] += 1
        while len(self._processes) < PROCESSES:
            self._processes.append(Process(self._forked()))

    def harm(self) -> None:
        """Kill or stop one of them."""
        process = self._chance.choice(self._processes)
        if process.goes_on is None and self._chance.random() < 0.3:
            os.kill(process.pid, signal.SIGSTOP)
            process.goes_on = time.monotonic() + self._chance.uniform(*PAUSE)
            self.befallen["stopped"] += 1
        else:
            os.kill(process.pid, signal.SIGKILL)
            os.waitpid(process.pid, 0)
            self._processes.remove(process)
            self.befallen["killed"] += 1

    def let_go_on(self) -> None:
        """Let all go on that are stopped."""
        for process in self._processes:
            process.goes_on = 0.0 if process.goes_on is not None else None
        self.tend()

    def end(self) -> None:
        """Ask them to end, and wait."""
        for process in self._processes:
            os.kill(process.pid, signal.SIGTERM)
        for process in self._processes:
            code = os.waitstatus_to_exitcode(os.waitpid(process.pid, 0)[1])
            if code:
                self.befallen[f"ended with {code}"] += 1

    def _forked(self) -> int:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                asyncio.run(main(self._address, self._port))
                code = 0
            except StoreError:
                time.sleep(0.5)  # a service manager waits, too
                code = NO_DATABASE
            finally:
                os._exit(code)
        return child


def begin(address: str, port: str, seed: str) -> None:
    """Do as the command line says."""
    chance = random.Random(int(seed))
    keeper = Keeper(address, int(port), chance)

    def until_told(harms: float | None) -> None:
        harm_at = time.monotonic() + 3.0
        while not select([sys.stdin], [], [], 0.05)[0]:
            keeper.tend()
            if harms is not None and time.monotonic() >= harm_at:
                keeper.harm()
                harm_at = time.monotonic() + chance.expovariate(harms)
        sys.stdin.readline()

    keeper.tend()
    until_told(harms=1.5)
    keeper.let_go_on()
    until_told(harms=None)
    keeper.end()
    print(json.dumps(keeper.befallen))


if __name__ == "__main__":
    begin(*sys.argv[1:])
