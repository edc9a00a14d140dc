"""`python -m benchmarks`: the durable turn beside the bare transaction it stands on, in the same run.

The bare transaction is what no store can do without: one SELECT, a 1 KB UPSERT, two INSERTs, one commit, with WAL and
synchronous=FULL. Rounds of both are interleaved and the medians compared, so that a busy machine slows both.
"""

from __future__ import annotations

import asyncio
import gc
import os
import platform
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeAlias

from core.coach import Coach
from core.events import Event, Person, Text
from core.ports import Decide
from core.store import KeyText, open_store
from core.store.sqlite import SqliteKeeper
from core.understanding import read
from core.wording import load

KEY = KeyText("ab" * 32)
NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
ROUNDS, SIZE = 60, 25
PEOPLE = 100_000
FEW_PEOPLE = 5_000
OLD_ANSWERS = 10_000

STORY = (
    "Just out of my interview at Acme. I froze on the SQL question and I was ten minutes late",
    "8", "some of it", "only that", "how do you find duplicates in a table",
    "I would group by the columns and keep the counts above one. I did that at my last job.",
    "they asked about teams, deadlines, my last job and why I left it", "nothing", "yes", "i may write", "no day named",
    "Mrs Zulu asked it", "e-mail", "show me now", "sent", "no, thanks", "moved on",
)  # fmt: skip
"""One whole conversation; a measured turn is its average turn."""

LONG = (
    "word " * 40_000, "a" * 200_000, "{ $place } %s {0} {{x}} " * 8_000, "e\u0301\u0301\u0301" * 50_000, "\n" * 200_000,
    "i froze on the sql question at Acme on tuesday at 3pm. " * 3_600, "(" * 100_000 + ")" * 100_000, "1 " * 100_000,
    "k i l l " * 25_000, "I'm " * 50_000, "é" * 200_000, "who can see this? " * 11_000,
)  # fmt: skip
"""Each makes some reader look at all of it."""

Act: TypeAlias = Callable[[int], None]


class Bare:
    """The transaction every durable turn needs, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.execute("CREATE TABLE state (id TEXT PRIMARY KEY, value BLOB)")
        for table in ("a", "b"):
            self.connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, value BLOB)")
        self.kilobyte, self.row = os.urandom(1020), os.urandom(256)

    def __call__(self, number: int) -> None:
        execute = self.connection.execute
        name = f"person-{number % 50}"
        execute("BEGIN IMMEDIATE")
        execute("SELECT value FROM state WHERE id = ?", (name,)).fetchone()
        execute(
            "INSERT INTO state VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
            # Other bytes each time: SQLite does not write a page that an UPDATE leaves as it was.
            (name, number.to_bytes(4, "big") + self.kilobyte),
        )
        execute("INSERT INTO a (value) VALUES (?)", (self.row,))
        execute("INSERT INTO b (value) VALUES (?)", (self.row,))
        execute("COMMIT")


class Told:
    """People who tell the story over and over, a line at a time; what is read of a text is read beforehand."""

    def __init__(self, people: int, *, prefix: str = "p") -> None:
        self.people = [Person("bench", f"{prefix}-{number}") for number in range(people)]
        self.told = 0
        self.readings = {line: read(line) for line in STORY}
        self.coach = Coach(load())

    def next(self) -> tuple[Event, Decide]:
        line = STORY[self.told // len(self.people) % len(STORY)]
        person = self.people[self.told % len(self.people)]
        self.told += 1
        event = Text(id=f"{person.id}-{self.told}", person=person, at=NOW, zone="Africa/Lusaka", text=line)
        return event, lambda snapshot: self.coach.decide(snapshot, event, self.readings[line], NOW)

    def take_all(self, keeper: SqliteKeeper, turns: int) -> None:
        """Tell it to the keeper without measuring, many turns a commit."""
        while self.told < turns:
            keeper.take(iter([self.next() for _ in range(min(500, turns - self.told))]))


def timed(act: Act, round_number: int) -> float:
    """Seconds of one call, averaged over a handful."""
    began = perf_counter()
    for number in range(SIZE):
        act(round_number * SIZE + number)
    return (perf_counter() - began) / SIZE


def paired(first: Act, second: Act) -> tuple[float, float]:
    """Median seconds of one call of each, measured in turns."""
    pairs = [(timed(first, number), timed(second, number)) for number in range(ROUNDS)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def taking(keeper: SqliteKeeper, told: Told) -> Act:
    """Take the next line of the story, durably."""

    def take(_: int) -> None:
        (outcome,) = keeper.take(iter([told.next()]))
        if isinstance(outcome, BaseException):
            raise outcome

    return take


def show(what: str, ratio: str, goal: str, seconds: float) -> None:
    """One row."""
    print(f"{what:<54} {ratio:>9}   goal {goal:<12} {seconds * 1e6:7.0f} µs")


def durable_turn(folder: Path, bare: Bare) -> None:
    """Load, replay, step, seal and commit, on the thread that owns the database."""
    with closing(SqliteKeeper(folder / "turn.db", KEY)) as keeper:
        told = Told(50)
        told.take_all(keeper, 50 * len(STORY))
        base, turn = paired(bare, taking(keeper, told))
    show("bare transaction", "1.00 x", "-", base)
    show("durable turn on the writer thread", f"{turn / base:.2f} x", "<= 1.5 x", turn)


def through_asyncio(folder: Path, bare: Bare) -> None:
    """From asyncio to the writer thread and back, one person at a time."""
    with closing(open_store(folder / "asyncio.db", KEY)) as store, asyncio.Runner() as runner:
        told = Told(50)

        async def some() -> None:
            for _ in range(SIZE):
                await asyncio.wrap_future(store.take(*told.next()))

        def take(_: int) -> None:
            runner.run(some())

        runner.run(some())
        pairs = [(timed(bare, number), once(take) / SIZE) for number in range(ROUNDS)]
    base, turn = median(one for one, _ in pairs), median(other for _, other in pairs)
    show("from asyncio and back", f"+{(turn - base) * 1e6:.0f} µs", "<= +250 µs", turn)


def once(act: Act) -> float:
    """Seconds of one call."""
    began = perf_counter()
    act(0)
    return perf_counter() - began


def together(folder: Path, bare: Bare) -> None:
    """Sixteen people at once: those that wait share a commit."""
    with closing(open_store(folder / "together.db", KEY)) as store:
        told = Told(16)

        def take(_: int) -> None:
            for future in [store.take(*told.next()) for _ in told.people]:
                future.result()

        base, sixteen = paired(bare, take)
    turn = sixteen / 16
    show("16 people at once, turns a second", f"{base / turn:.2f} x", ">= 2 x bare", turn)


def long_memory(folder: Path) -> None:
    """Somebody with a long history beside somebody new, in one file."""
    with closing(SqliteKeeper(folder / "memory.db", KEY)) as keeper:
        old, new = Told(1, prefix="old"), Told(1, prefix="new")
        old.take_all(keeper, OLD_ANSWERS)
        new.take_all(keeper, len(STORY))
        base, turn = paired(taking(keeper, new), taking(keeper, old))
    show(
        f"a person with {OLD_ANSWERS:,} old answers, beside a new one",
        f"{turn / base:.2f} x",
        "<= 1.1 x",
        turn,
    )


def many_people(folder: Path) -> None:
    """A full database beside a small one, each person back after everybody else had a turn."""
    with (
        closing(SqliteKeeper(folder / "full.db", KEY)) as full,
        closing(SqliteKeeper(folder / "few.db", KEY)) as few,
    ):
        crowd, handful = Told(PEOPLE), Told(FEW_PEOPLE)
        crowd.take_all(full, PEOPLE)
        handful.take_all(few, FEW_PEOPLE)
        base, turn = paired(taking(few, handful), taking(full, crowd))
    show(f"a database of {PEOPLE:,} people, beside {FEW_PEOPLE:,}", f"{turn / base:.2f} x", "<= 1.5 x", turn)


def longest_messages() -> None:
    """A message of 200,000 characters, read and answered, each kind once more after the phrases it needs are compiled."""
    coach, person = Coach(load()), Person("bench", "long")
    worst = 0.0
    for text in LONG:
        event = Text(id="long", person=person, at=NOW, text=text)

        def answer(_: int, event: Text = event) -> None:
            coach.decide(None, event, read(event.text), NOW)

        once(answer)
        worst = max(worst, min(once(answer) for _ in range(3)))
    print(
        f"the slowest of {len(LONG)} messages of 200,000 characters, read and answered: {worst * 1e3:.0f} ms   goal <= 50 ms"
    )


def start_up(folder: Path) -> None:
    """`rebound chat` from nothing to its first question, and what it weighs then."""
    environment = {**os.environ, "REBOUND_DATABASE": str(folder / "start.db"), "REBOUND_KEY": "ab" * 32}

    def start(_: int) -> None:
        command = [sys.executable, "-m", "bot", "chat"]
        subprocess.run(  # noqa: S603 (our own program)
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment, check=True
        )

    seconds = median(once(start) for _ in range(5))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"start to first question: {seconds:.2f} s; peak memory: {memory:.0f} MiB")


def machine() -> str:
    """What this was measured on."""
    cpuinfo = Path("/proc/cpuinfo")
    rows = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = (row.partition(":")[2].strip() for row in rows if row.startswith("model name"))
    return (
        f"{next(names, platform.machine())}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def main() -> None:
    """Measure all, one after the other."""
    print(machine())
    load()
    read(STORY[0])
    gc.collect()
    gc.set_threshold(50_000)  # all this as the program does
    gc.freeze()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = Bare(folder)
        for number in range(500):
            bare(number)
        durable_turn(folder, bare)
        through_asyncio(folder, bare)
        together(folder, bare)
        long_memory(folder)
        many_people(folder)
        longest_messages()
        start_up(folder)


if __name__ == "__main__":
    main()
