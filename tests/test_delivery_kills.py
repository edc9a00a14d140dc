"""A process that delivers is killed, again and again, and nothing is lost; one that is asked to end ends in good order."""

from __future__ import annotations

import asyncio
import json
import os
import random  # noqa: TID251 (seeded)
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from core.store import open_store
from tests.delivering import PEOPLE
from tests.stores import KEY

SECONDS = 30.0
FORKS = pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 and no fork elsewhere")


class Server:
    """A platform behind a socket; it shows what it is sent, and cuts the connection after one in twenty."""

    def __init__(self, seed: int, *, tells_doubles: bool, cuts: bool = True) -> None:
        self.tells_doubles = tells_doubles
        self.shown: dict[str, list[int]] = {person.id: [] for person in PEOPLE}
        self.under_way: Counter[str] = Counter()
        self.most = 0
        self.cuts = cuts
        self._random = random.Random(seed)
        self._keys: set[str] = set()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer):
            line = await reader.readline()
            if not line:
                return
            asked = json.loads(line)
            self.under_way[asked["person"]] += 1
            self.most = max(self.most, self.under_way[asked["person"]])
            await asyncio.sleep(self._random.random() * 0.01)
            if not (self.tells_doubles and asked["key"] in self._keys):
                self._keys.add(asked["key"])
                self.shown[asked["person"]].append(int(asked["text"]))
            self.under_way[asked["person"]] -= 1
            if self.cuts and self._random.random() < 0.05:
                return
            writer.write(b"ok\n")

    @contextmanager
    def serving(self) -> Iterator[int]:
        ports: list[int] = []
        serving: list[asyncio.Task[None]] = []
        loop = asyncio.new_event_loop()
        started = threading.Event()

        async def serve() -> None:
            async with await asyncio.start_server(self._answer, "127.0.0.1", 0) as server:
                ports.append(server.sockets[0].getsockname()[1])
                started.set()
                await asyncio.Event().wait()

        def run() -> None:
            serving.append(loop.create_task(serve()))
            loop.run_forever()

        thread = threading.Thread(target=run)
        thread.start()
        assert started.wait(SECONDS)
        try:
            yield ports[0]
        finally:
            asyncio.run_coroutine_threadsafe(_end(), loop)
            thread.join()
            loop.close()


async def _end() -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    asyncio.get_running_loop().stop()


def begin(folder: Path, port: int, *more: str) -> subprocess.Popen[str]:
    process = started(folder, port, *more)
    assert process.stdout is not None
    assert process.stdout.readline() == "serving\n"
    return process


def started(folder: Path, port: int, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.delivering", str(folder), str(port), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    out, _ = process.communicate(timeout=SECONDS)
    return process.returncode, out


def kept(folder: Path) -> dict[str, int]:
    """How many turns each person had."""
    with closing(open_store(folder / "rebound.db", KEY)) as store:
        return {person.id: int(store.snapshot(person) or b"0") for person in PEOPLE}


def deliver_the_rest(folder: Path, port: int, key: str) -> None:
    """Let a last process deliver what is left, with nobody writing."""
    process = begin(folder, port, key, "quiet")
    deadline = time.monotonic() + 10 * SECONDS
    with closing(sqlite3.connect(folder / "rebound.db")) as db:
        while is_something_left(db) and time.monotonic() < deadline:
            time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    assert ended(process) == (0, "closed\n")


def is_something_left(db: sqlite3.Connection) -> bool:
    left = "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM snapshot WHERE due IS NOT NULL)"
    return db.execute(left).fetchone() != (0,)


def kill_often(folder: Path, times: int, seed: int, *, tells_doubles: bool, cuts: bool) -> Server:
    key = "key" if tells_doubles else "none"
    server = Server(seed, tells_doubles=tells_doubles, cuts=cuts)
    with server.serving() as port:
        out, _ = started(folder, port, key, "kills", str(times), str(seed)).communicate()
        assert out == "closed\n"
        server.cuts = False
        deliver_the_rest(folder, port, key)
    for person, number in kept(folder).items():
        shown = server.shown[person]
        assert sorted(set(shown)) == list(range(1, number + 1)), "nothing that was kept is lost"
        assert [one for n, one in enumerate(shown) if one not in shown[:n]] == list(range(1, number + 1)), "in order"
    return server


def doubles(server: Server) -> int:
    return sum(len(numbers) - len(set(numbers)) for numbers in server.shown.values())


@FORKS
@pytest.mark.parametrize("times", [4, pytest.param(100, marks=pytest.mark.long)])
def test_however_often_it_is_killed_everything_kept_is_shown_once_and_in_order(tmp_path: Path, times: int) -> None:
    server = kill_often(tmp_path, times, seed=times, tells_doubles=True, cuts=True)
    assert doubles(server) == 0


@FORKS
@pytest.mark.parametrize("times", [3, pytest.param(100, marks=pytest.mark.long)])
def test_where_doubles_cannot_be_told_a_kill_doubles_one_message_at_most(tmp_path: Path, times: int) -> None:
    server = kill_often(tmp_path, times, seed=times, tells_doubles=False, cuts=False)
    assert doubles(server) <= times


def test_asked_to_end_it_sends_what_is_under_way_and_leaves_nothing_in_doubt(tmp_path: Path) -> None:
    server = Server(7, tells_doubles=False, cuts=False)
    with server.serving() as port:
        for _ in range(2):
            process = begin(tmp_path, port, "none")
            time.sleep(0.7)
            before = time.monotonic()
            process.send_signal(signal.SIGTERM)
            assert ended(process) == (0, "closed\n")
            assert time.monotonic() - before < 10
        with closing(open_store(tmp_path / "rebound.db", KEY)) as store:
            left = store.claim("slack", SystemClock().now(), 100, timedelta(minutes=1))
        assert {claimed.attempt for claimed in left} <= {1}, "none of what is left was begun"
        assert doubles(server) == 0
