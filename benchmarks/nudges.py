"""`python -m benchmarks.nudges`: a million people to whom the coach has to come back, beside APScheduler's own job store.

What is due is one instant beside each person's snapshot. So to add, move or cancel a nudge is to keep another instant in a
turn that is kept anyway, and three figures tell its price: the instant changed alone and committed, as no turn does it, beside
a bare commit; the turn that changes the instant beside the same turn that keeps it; and the whole silent turn beside a bare
commit. A turn is `SqliteKeeper.take` with everything in it (seen before? the
snapshot sealed and replaced, a journal row, one commit), without the step that decided it. Settling is `settle` for one
message that was sent. A bare commit puts one row into a table, with WAL and synchronous=FULL: of 256 bytes, and of as many
as the turn's snapshot and journal row have together. All that is compared takes turns in the same run, on the same disk.
APScheduler's store keeps SQLite's own defaults.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random  # noqa: TID251 (seeded)
from statistics import median, quantiles

from apscheduler.schedulers.background import BackgroundScheduler

from benchmarks.__main__ import KEY, machine, once, paired
from bot.alarm import Alarm
from bot.clock import SystemClock
from core.events import NudgeDue, Person
from core.ports import Became, Settlement, Turn
from core.store import open_store
from core.store.instants import microseconds
from core.store.sealing import Column
from core.store.sqlite import SqliteKeeper

PENDING = 1_000_000
JOBS = (10_000, 100_000)
BATCH = 100
WAKES = 300
TENANT = "bench:T1"
NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
SNAPSHOT, ENTRY, WORDS = os.urandom(1000), os.urandom(200), os.urandom(300)
"""As long as a usual one."""


def person(number: int) -> Person:
    """One of the million."""
    return Person(TENANT, f"U{number:07}")


def due(number: int) -> datetime:
    """When the coach comes back to them: all in the year to come, in no order."""
    return NOW + timedelta(seconds=number * 7919 % (365 * 86400) + 1)


def fill(keeper: SqliteKeeper, people: int) -> None:
    """Put people into the store's own tables, whose coach comes back to each; most without a key, which plays no part."""
    keeper._keyring.make(person(0))  # a file with people and no key at all is refused
    micro = timedelta(microseconds=1)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    rows = ((TENANT, person(number).id, 1, b"\x01" * 200, (due(number) - epoch) // micro) for number in range(people))
    keeper.db.execute("BEGIN")
    keeper.db.conn.executemany(
        "INSERT INTO snapshot (tenant, person, number, sealed, due) VALUES (?, ?, ?, ?, ?)", rows
    )
    keeper.db.execute("COMMIT")
    keeper.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Bare:
    """One row, durably."""

    def __init__(self, folder: Path, size: int = 256) -> None:
        self.connection = sqlite3.connect(folder / f"one-row-{size}.db", isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, value BLOB)")
        self.row = os.urandom(size)

    def __call__(self, _: int) -> None:
        self.connection.execute("INSERT INTO one (value) VALUES (?)", (self.row,))


class Changing:
    """Turns of people among the million, each changing when the coach comes back and saying nothing."""

    numbers = count(2)
    """Of turns, growing for everybody."""

    def __init__(self, keeper: SqliteKeeper) -> None:
        self.keeper = keeper
        self.chance = Random(1)
        self.due: dict[Person, datetime | None] = {}
        self.known = [person(self.chance.randrange(PENDING)) for _ in range(500)]
        for who in self.known:  # their snapshot is sealed with a key of theirs, as everybody's is
            seal = keeper._keyring.find(who) or keeper._keyring.make(who)
            number = next(self.numbers)
            sealed = seal.close(SNAPSHOT, Column.SNAPSHOT, number)
            keeper.db.execute(
                "UPDATE snapshot SET sealed = ?, number = ? WHERE tenant = ? AND person = ?", [sealed, number, *who]
            )

    def turn(self, when: datetime | None, *, says: bytes | None = None) -> None:
        number = next(self.numbers)
        who = self.whose(number)
        self.due[who] = when
        turn = Turn(number=number, snapshot=SNAPSHOT, entry=ENTRY, outgoing=says, due=when)
        event = NudgeDue(id=f"nudge-{number}", person=who, at=NOW)
        (outcome,) = self.keeper.take(iter([(event, lambda _: turn)]))
        if isinstance(outcome, BaseException):
            raise outcome
        self.last = number

    def alone(self, when: datetime | None) -> None:
        """Change the instant of the next one and nothing else, in a transaction of its own."""
        who = self.whose(next(self.numbers))
        self.due[who] = when
        at = None if when is None else microseconds(when)
        self.keeper.db.execute("UPDATE snapshot SET due = ? WHERE tenant = ? AND person = ?", [at, *who])

    def whose(self, number: int) -> Person:
        return self.known[number % len(self.known)]

    def keep(self, _: int = 0) -> None:
        """A turn that leaves the instant as it is."""
        self.turn(self.due[self.whose(self.last + 1)])

    def cancel(self, _: int = 0) -> None:
        self.turn(None)

    def set(self, _: int = 0) -> None:
        """Of somebody who has one, a move; else it is added."""
        self.turn(self.some_day())

    def cancel_alone(self, _: int = 0) -> None:
        self.alone(None)

    def set_alone(self, _: int = 0) -> None:
        self.alone(self.some_day())

    def some_day(self) -> datetime:
        return NOW + timedelta(seconds=self.chance.randrange(365 * 86400))


def show(what: str, figure: str, goal: str, beside: str = "") -> None:
    """One row."""
    print(f"{what:<58} {figure:>16}   goal {goal:<10} {beside}", flush=True)


def show_ratio(what: str, base: float, seconds: float, goal: str = "<= 1.3 x") -> None:
    """One change beside one bare commit."""
    show(what, f"{seconds / base:.2f} x", goal, f"{seconds * 1e6:.0f} µs, bare {base * 1e6:.0f} µs")


def changes(keeper: SqliteKeeper, bare: Bare, folder: Path) -> None:
    """Add, move and cancel one by one."""
    changing, large = Changing(keeper), Bare(folder, len(SNAPSHOT) + len(ENTRY))
    for _ in changing.known:
        changing.set()
        large(0)
    seconds: dict[str, list[float]] = defaultdict(list)
    bases: list[float] = []
    larger: list[float] = []
    # Each round goes through everybody once, so it finds all in the state it needs.
    for _ in range(3):
        for name, act in (
            ("kept", changing.keep),
            ("move", changing.set),
            ("cancel", changing.cancel),
            ("kept at none", changing.keep),
            ("add", changing.set),
            ("move alone", changing.set_alone),
            ("cancel alone", changing.cancel_alone),
            ("add alone", changing.set_alone),
        ):
            for _ in changing.known:
                bases.append(once(bare))
                larger.append(once(large))
                seconds[name].append(once(act))
    base, beside = median(bases), median(larger)
    for name, same in (("add", "kept at none"), ("move", "kept"), ("cancel", "kept")):
        turn, without = median(seconds[name]), median(seconds[same])
        show_ratio(f"{name}: the instant alone beside a bare row", base, median(seconds[f"{name} alone"]))
        show(
            f"{name}: the turn beside the same without it",
            f"{turn / without:.2f} x",
            "<= 1.3 x",
            f"{turn * 1e6:.0f} µs, without {without * 1e6:.0f} µs",
        )
        show_ratio(f"{name}: the whole turn beside a bare row of {len(large.row)} bytes", beside, turn, "-")
        show_ratio(f"{name}: the whole turn beside a bare row of {len(bare.row)} bytes", base, turn, "-")


def settles(keeper: SqliteKeeper, bare: Bare) -> None:
    """Settle messages that were sent, one by one."""
    changing = Changing(keeper)
    for _ in changing.known:
        changing.turn(None, says=WORDS)
    claimed = [one for _ in range(5) for one in keeper.claim("bench", NOW, BATCH, timedelta(minutes=1))]
    settlements = iter([Settlement(one.key, one.person, Became.SENT) for one in claimed])

    def settle(_: int) -> None:
        keeper.settle([next(settlements)], NOW)

    pairs = [(once(bare), once(settle)) for _ in claimed[:400]]
    base, seconds = median(one for one, _ in pairs), median(other for _, other in pairs)
    show_ratio("settle one by one", base, seconds)


def batches(keeper: SqliteKeeper, bare: Bare) -> None:
    """Who is due, and messages taken in hand, a hundred at a time, as rates beside that of bare commits between them."""
    late = NOW + timedelta(days=400)
    base, seconds = paired(bare, lambda _: keeper.due(late, BATCH))
    seconds /= BATCH
    show(
        f"who is due, {BATCH} at a time", f"{base / seconds:.0f} x the rate", ">= 20 x", f"{seconds * 1e6:.2f} µs each"
    )
    changing = Changing(keeper)
    for _ in range(6):
        for _ in changing.known:
            changing.turn(None, says=WORDS)
    times, bases = [], []
    while True:
        bases += [once(bare) for _ in range(10)]
        began = time.perf_counter()
        claimed = keeper.claim("bench", NOW, BATCH, timedelta(minutes=1))
        times.append((time.perf_counter() - began) / max(1, len(claimed)))
        if len(claimed) < BATCH:
            break
        keeper.settle([Settlement(one.key, one.person, Became.SENT) for one in claimed], NOW)
    base, seconds = median(bases), median(times[:-1])
    show(
        f"claim messages, {BATCH} at a time",
        f"{base / seconds:.0f} x the rate",
        ">= 20 x",
        f"{seconds * 1e6:.1f} µs each",
    )


def earliest(keeper: SqliteKeeper) -> None:
    """When the coach has to come back to anybody next."""
    seconds = min(once(lambda _: [keeper.next_due() for _ in range(1000)]) / 1000 for _ in range(20))
    show("the earliest due", f"{seconds * 1e6:.1f} µs", "<= 10 µs")


def wakes(database: Path) -> None:
    """How late the alarm rings: each ring moves the one person on by some milliseconds."""
    with closing(open_store(database, KEY)) as store:
        rang: list[float] = []
        done = threading.Event()
        clock = SystemClock()
        who, numbers = Person(TENANT, "alarmed"), count(1)
        chance = Random(2)

        def come_back() -> datetime:
            number, when = next(numbers), clock.now() + timedelta(milliseconds=chance.uniform(15, 45))
            turn = Turn(number=number, snapshot=SNAPSHOT, entry=ENTRY, outgoing=None, due=when)
            store.take(NudgeDue(id=f"w{number}", person=who, at=when), lambda _: turn).result()
            return when

        def ring() -> None:
            nonlocal awaited
            late = (clock.now() - awaited).total_seconds()
            if late < 0:
                return
            rang.append(late)
            if len(rang) < WAKES:
                awaited = come_back()
            else:
                done.set()

        awaited = come_back()
        alarm = Alarm(BackgroundScheduler(timezone=UTC), store, clock, ring)
        alarm.start()
        done.wait(120)
        alarm.stop()
    if len(rang) < WAKES:
        print(f"the alarm rang {len(rang)} times in two minutes, and should have rung {WAKES} times")
        return
    hundredths = quantiles(rang, n=100)
    show(
        f"wake-up after the due instant, p50 and p99 of {WAKES}",
        f"{hundredths[49] * 1e3:.2f}, {hundredths[98] * 1e3:.2f} ms",
        "<= 2, 50 ms",
    )


MEASURE_MEMORY = """
import resource, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from core.store import KeyText
from core.store.sqlite import SqliteKeeper
now = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
keeper = SqliteKeeper(Path(sys.argv[1]), KeyText("ab" * 32))
for day in range(100):
    keeper.next_due()
    keeper.due(now + timedelta(days=day), 100)
    keeper.claim("bench", now, 100, timedelta(minutes=1))
keeper.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def peak(program: str, *arguments: str) -> float:
    """MiB a fresh process weighs at most."""
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True, text=True)  # noqa: S603
    return float(done.stdout)


def memory(folder: Path, full: Path) -> None:
    """A process that opens the store, looks at what is due and takes it in hand."""
    empty = folder / "empty.db"
    SqliteKeeper(empty, KEY).close()
    few, many = (median(peak(MEASURE_MEMORY, str(file)) for _ in range(3)) for file in (empty, full))
    show("memory beside an empty table", f"{many - few:+.1f} MiB", "<= 10 MB", f"{many:.0f} and {few:.0f} MiB")


# --- APScheduler's own ---


def nothing() -> None:
    """What a job of theirs does."""


@contextmanager
def jobs_of_theirs(file: Path, jobs: int) -> Iterator[tuple[object, Callable[[int], object]]]:
    """Their job store with so many jobs, put in together; and a maker of further ones."""
    import pickle

    from apscheduler.job import Job
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.triggers.date import DateTrigger
    from apscheduler.util import datetime_to_utc_timestamp

    scheduler = BackgroundScheduler(timezone=UTC)
    store = SQLAlchemyJobStore(url=f"sqlite:///{file}")
    store.start(scheduler, "default")

    def made(number: int) -> Job:
        when = due(number)
        job = Job(scheduler, id=f"job-{number}", func=nothing, trigger=DateTrigger(when, UTC), args=(), kwargs={},
                  executor="default", misfire_grace_time=None, coalesce=True, max_instances=1, name="nothing",
                  next_run_time=when)  # fmt: skip
        job._jobstore_alias = "default"
        return job

    rows = []
    for number in range(jobs):
        job = made(number)
        rows.append(
            {
                "id": job.id,
                "next_run_time": datetime_to_utc_timestamp(job.next_run_time),
                "job_state": pickle.dumps(job.__getstate__(), store.pickle_protocol),
            }
        )
    if rows:
        with store.engine.begin() as connection:
            connection.execute(store.jobs_t.insert(), rows)
    try:
        yield store, made
    finally:
        store.shutdown()


MEASURE_THEIRS = """
import resource, sys
from datetime import timedelta
from pathlib import Path
from benchmarks.nudges import NOW, jobs_of_theirs
with jobs_of_theirs(Path(sys.argv[1]), 0) as (store, _):
    for _ in range(100):
        store.get_next_run_time()
        store.get_due_jobs(NOW + timedelta(seconds=1))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def theirs(folder: Path, jobs: int, bare: Bare) -> None:
    """The same questions to APScheduler's store with SQLAlchemy."""
    print(f"\nAPScheduler's SQLAlchemyJobStore with {jobs:,} jobs")
    file = folder / f"jobs-{jobs}.db"
    with jobs_of_theirs(file, jobs) as (store, made):
        seconds = min(once(lambda _: [store.get_next_run_time() for _ in range(50)]) / 50 for _ in range(5))
        show("the earliest due", f"{seconds * 1e6:.0f} µs", "-")
        numbers, moved, gone = count(jobs), count(jobs), count(jobs)

        def move(_: int) -> None:
            job = made(next(moved))
            job._modify(next_run_time=job.next_run_time + timedelta(hours=1))
            store.update_job(job)

        for name, act in (
            ("add", lambda _: store.add_job(made(next(numbers)))),
            ("move", move),
            ("cancel", lambda _: store.remove_job(f"job-{next(gone)}")),
        ):
            show_ratio(f"{name} one by one", *paired(bare, act), "-")
        base = median(once(bare) for _ in range(500))
        instants = sorted(due(number) for number in range(jobs))
        seconds = median(once(lambda _: store.get_due_jobs(instants[BATCH - 1])) for _ in range(10)) / BATCH
        show(
            f"jobs that are due, {BATCH} at a time",
            f"{base / seconds:.1f} x the rate",
            "-",
            f"{seconds * 1e6:.1f} µs each",
        )
    few, many = (peak(MEASURE_THEIRS, str(one)) for one in (folder / f"none-{jobs}.db", file))
    show("memory beside an empty table", f"{many - few:+.1f} MiB", "-")


def main() -> None:
    """Measure all, one after the other."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare, full = Bare(folder), folder / "full.db"
        for number in range(500):
            bare(number)
        began = time.perf_counter()
        with closing(SqliteKeeper(full, KEY)) as keeper:
            fill(keeper, PENDING)
            print(f"Rebound with {PENDING:,} pending nudges (put in within {time.perf_counter() - began:.0f} s)")
            earliest(keeper)
        memory(folder, full)
        with closing(SqliteKeeper(full, KEY)) as keeper:
            changes(keeper, bare, folder)
            settles(keeper, bare)
            batches(keeper, bare)
        wakes(full)
        for jobs in JOBS:
            theirs(folder, jobs, bare)


if __name__ == "__main__":
    main()
