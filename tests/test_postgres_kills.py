"""Four processes serve two thousand who write and ten thousand who are due, while processes and the database fail."""

from __future__ import annotations

import asyncio
import json
import os
import random  # noqa: TID251 (seeded)
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import timedelta

import psycopg
import pytest

from bot.clock import SystemClock
from core.events import Person
from core.ports import Entry
from core.store import Address
from core.store.postgres.store import PostgresStore
from tests.killed_postgres import REMIND, TENANT, snapshot, spoken
from tests.postgres import cut, fresh_database, server
from tests.stores import KEY
from tests.terminal import ROOT

TEXTS = 4
"""That each of those who write sends; every other one has a nudge after it."""
TOGETHER = 2
"""So many they send without waiting for the answer."""
ACKNOWLEDGED_SECONDS = 2.0
"""What is not acknowledged by then is handed to another process."""
IN_HAND = 150
PEACE_SECONDS = 240.0
"""Within which all is delivered, once nothing fails any more."""
LEFT = (
    "SELECT (SELECT count(*) FROM rebound.outbox) + (SELECT count(*) FROM rebound.snapshot WHERE due IS NOT NULL)"
    " + (SELECT count(*) FROM rebound.unreachable)"
)


class Platform:
    """Hands on what people write until it is acknowledged, and shows what it is sent; it knows a key that it had before."""

    def __init__(self, chance: random.Random) -> None:
        self.shown: defaultdict[str, list[int]] = defaultdict(list)
        self.befallen: Counter[str] = Counter()
        self._chance = chance
        self._keys = set[str]()
        self._listening = list[asyncio.StreamWriter]()
        self._acknowledged = dict[str, asyncio.Event]()
        self._in_hand = asyncio.Semaphore(IN_HAND)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection of a process."""
        with closing(writer), suppress(ConnectionError):
            line = await reader.readline()
            if not line:
                return
            asked = json.loads(line)
            if "listens" in asked:
                await self._hear(reader, writer)
            else:
                await self._show(asked, writer)

    async def _hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._listening.append(writer)
        try:
            while line := await reader.readline():
                self._acknowledged[line.decode().strip()].set()
        finally:
            self._listening.remove(writer)

    async def _show(self, asked: dict[str, str], writer: asyncio.StreamWriter) -> None:
        if asked["key"] in self._keys:
            self.befallen["shown already"] += 1
        else:
            self._keys.add(asked["key"])
            self.shown[asked["person"]].append(int(asked["text"]))
        if self._chance.random() < 0.02:
            self.befallen["answer lost"] += 1
        else:
            writer.write(b"ok\n")

    async def says(self, person: str, number: int) -> None:
        """Hand a text on until a process has acknowledged it."""
        id_ = f"{person}-{number}"
        text = REMIND if number % TOGETHER else "hello"
        line = json.dumps({"id": id_, "person": person, "text": text}).encode() + b"\n"
        self._acknowledged[id_] = done = asyncio.Event()
        async with self._in_hand:
            while not done.is_set():
                if self._listening:
                    self.befallen["events handed over"] += 1
                    self._chance.choice(self._listening).write(line)
                with suppress(TimeoutError):
                    await asyncio.wait_for(done.wait(), ACKNOWLEDGED_SECONDS)

    async def converses(self, person: str, begins: float) -> None:
        """Send all texts of a person."""
        await asyncio.sleep(begins)
        for number in range(0, TEXTS, TOGETHER):
            await asyncio.gather(*(self.says(person, number + one) for one in range(TOGETHER)))
            await asyncio.sleep(self._chance.uniform(0.1, 3.0))


def plan(address: str, people: int, seconds: float) -> None:
    """A nudge for each of so many people, due within so many seconds."""
    now = SystemClock().now()

    def one(number: int) -> None:
        due = now + timedelta(seconds=seconds * (0.5 + number / people / 2))
        entry = Entry(1, now, b"planned")
        assert store.bring_in(Person(TENANT, f"D{number}"), [entry], snapshot(1, is_due=True), due)

    with closing(PostgresStore(Address(address), KEY)) as store, ThreadPoolExecutor(8) as threads:
        list(threads.map(one, range(people)))


async def fail(address: str, chance: random.Random, seconds: float, befallen: Counter[str]) -> None:
    """Cut connections, and restart the server, at random, for so long."""
    until = time.monotonic() + seconds
    restarts = [until - seconds * part for part in (0.3, 0.7)]
    while time.monotonic() < until:
        await asyncio.sleep(chance.uniform(1.0, 5.0))
        if restarts and time.monotonic() > restarts[-1]:
            restarts.pop()
            await asyncio.to_thread(server().stop)
            await asyncio.sleep(chance.uniform(0.0, 2.0))
            await asyncio.to_thread(server().start)
            befallen["database restarted"] += 1
        else:
            befallen["connections cut"] += await asyncio.to_thread(cut, address)


async def delivered(address: str) -> None:
    """Wait until nothing is left to do."""
    until = time.monotonic() + PEACE_SECONDS
    with closing(psycopg.connect(address, autocommit=True)) as connection:
        while (left := await asyncio.to_thread(lambda: connection.execute(LEFT).fetchone())) != (0,):
            assert time.monotonic() < until, f"{left} are left"
            await asyncio.sleep(0.5)


async def beset(address: str, seed: int, writers: int, seconds: float) -> tuple[Platform, dict[str, int]]:
    """Serve, fail and deliver the rest; what was shown, and what has befallen the processes."""
    platform = Platform(random.Random(seed))
    async with await asyncio.start_server(platform.answer, "127.0.0.1", 0) as serving:
        port = serving.sockets[0].getsockname()[1]
        command = (sys.executable, "-m", "tests.killed_postgres", address, str(port), str(seed))
        pipe = asyncio.subprocess.PIPE
        keeper = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
        assert keeper.stdin is not None
        writing = [platform.converses(f"W{number}", seconds * number / writers) for number in range(writers)]
        talking = asyncio.gather(*writing)
        await fail(address, random.Random(seed + 1), seconds, platform.befallen)
        keeper.stdin.write(b"peace\n")
        async with asyncio.timeout(PEACE_SECONDS):
            await talking
        await delivered(address)
        out, _ = await keeper.communicate(b"end\n")
        assert keeper.returncode == 0
    return platform, json.loads(out)


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 and no fork elsewhere")
@pytest.mark.parametrize(
    ("writers", "due", "seconds"),
    [(60, 300, 9.0), pytest.param(2_000, 10_000, 75.0, marks=pytest.mark.long)],
)
def test_whatever_befalls_four_processes_all_that_is_kept_is_shown_once_and_in_order(
    writers: int, due: int, seconds: float
) -> None:
    address = fresh_database()
    plan(address, due, seconds)
    platform, befallen = asyncio.run(beset(address, writers, writers, seconds))
    print(f"\n{dict(befallen)}, {dict(platform.befallen)}, {sum(map(len, platform.shown.values()))} messages")
    assert not [what for what in befallen if what.startswith("ended with")]
    assert befallen["killed"]
    assert befallen["stopped"]
    assert platform.befallen["database restarted"] == 2
    with closing(PostgresStore(Address(address), KEY)) as store:
        assert store.dead_letters() == []
        for number in range(due):
            assert platform.shown[f"D{number}"] == [2], "each nudge came, and once"
        for person in (Person(TENANT, f"W{number}") for number in range(writers)):
            said = [entry.content.decode() for entry in store.journal(person)]
            texts = [one for one in said if one != "nudge"]
            assert sorted(texts) == [f"{person.id}-{number}" for number in range(TEXTS)], "each text was taken once"
            assert spoken(store.snapshot(person)) == (len(said), False)
            assert platform.shown[person.id] == list(range(1, len(said) + 1)), "all in order, and once"
