"""A program for `test_copy_kills`: `rebound copy` dies by `kill -9`, again and again; then it is repeated, to the end.

Half of the kills fall on a point (a statement begun, a file opened, renamed or removed), evenly from the first to the last;
half on a moment. Between the death and the repetition somebody is erased in the source and somebody else writes. A child is
forked for each. Usage: FOLDER DIRECTION KILLS, where a direction is sqlite-postgres, postgres-sqlite, and so on.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from core.errors import KeyUnfit, StoreBusy, StoreUnfit
from core.events import Person
from core.ports import Store
from core.store import Address, open_store
from core.store.copying import tables
from tests.copied import FORGET, content, copied, fill
from tests.killed_commands import Counted, child, ended, points
from tests.postgres import fresh_database
from tests.stores import KEY, decides, take

PEOPLE = [Person("discord", str(number)) for number in range(40)]
GONE, WRITES = PEOPLE[0], PEOPLE[1]
Place = Path | Address


class Copies:
    """One source, and for each attempt a copy of it and an empty target."""

    def __init__(self, folder: Path, direction: str) -> None:
        self._folder = folder
        self._from, _, self._to = direction.partition("-")
        self._attempts = 0
        file = folder / "before" / "rebound.db"
        with closing(open_store(file, KEY)) as store:
            fill(store, file.parent)
            for number in range(3):
                for person in PEOPLE:
                    take(store, f"e{number}", person=person)
        self._before: Place = file
        if self._from == "postgres":
            self._before = Address(fresh_database())
            copied(file, self._before)

    def places(self) -> tuple[Place, Place]:
        """Where from and where to, this time."""
        self._attempts += 1
        folder = self._folder / str(self._attempts)
        target: Place = Address(fresh_database()) if self._to == "postgres" else folder / "target" / "rebound.db"
        if isinstance(self._before, Address):
            return Address(fresh_database(like=conninfo_to_dict(self._before.url)["dbname"])), target
        shutil.copytree(self._before.parent, folder / "source")
        return folder / "source" / "rebound.db", target


def _is_deadly_everywhere(reached: Callable[[], None]) -> None:
    """The points of files and of SQLite, and the statements that go to PostgreSQL."""
    points(reached)
    for kind, name in ((psycopg.Connection, "execute"), (psycopg.Cursor, "stream"), (psycopg.Cursor, "copy")):
        real = getattr(kind, name)

        def counted(*given: Any, real: Any = real, **named: Any) -> Any:
            reached()
            return real(*given, **named)

        setattr(kind, name, counted)


def _whole(copies: Copies) -> tuple[int, float]:
    """How many points there are, and how long it takes."""
    source, target = copies.places()
    read, write = os.pipe()

    def run() -> None:
        counted = Counted(0)
        _is_deadly_everywhere(counted)
        copied(source, target)
        os.write(write, b"%d" % counted.passed)

    begun = time.monotonic()
    assert ended(child(run)) == 0
    return int(os.read(read, 20)), time.monotonic() - begun


def _opened(place: Place) -> Store:
    """A start; PostgreSQL takes a moment to notice that a process was killed."""
    until = time.monotonic() + 10
    while True:
        try:
            return open_store(place, KEY)
        except StoreBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _is_finished(target: Place) -> bool:
    """Whether the kill came when all was done."""
    if isinstance(target, Path) and not target.exists():
        return False
    try:
        with closing(_opened(target)) as store:
            return store.snapshot(WRITES) is not None
    except (StoreUnfit, KeyUnfit):
        return False


def _check(source: Place, target: Place) -> None:
    """The repetition comes to its end, and nobody who was erased in between is there."""
    if is_finished := _is_finished(target):
        assert copied(source, target)[0].was_finished
    else:
        with closing(_opened(source)) as store:
            take(store, "forget", decides(FORGET), GONE)
            take(store, "more", person=WRITES)
        assert not copied(source, target)[0].differ
    there = content(target)
    assert there == content(source)
    assert is_finished or not [row for row in there["journal"] if ("person", GONE.id) in row]


def main(folder: Path, direction: str, kills: int) -> None:
    """Kill so many times, each time another copy."""
    tables.MOST_ROWS = 20
    copies = Copies(folder, direction)
    total, seconds = _whole(copies)
    killed = 0
    for attempt in range(4 * kills):
        if killed == kills:
            break
        source, target = copies.places()
        if attempt % 2:
            victim = child(lambda source=source, target=target: copied(source, target))
            time.sleep(seconds * (attempt * 37 % 100) / 100)
            os.kill(victim, signal.SIGKILL)
        else:
            counted = Counted(1 + killed * (total - 1) // max(1, kills - 1))

            def run(counted: Counted = counted, source: Place = source, target: Place = target) -> None:
                _is_deadly_everywhere(counted)
                copied(source, target)

            victim = child(run)
        if ended(victim) == signal.SIGKILL:
            killed += 1
        else:
            seconds *= 0.9  # it came too late
        _check(source, target)
    assert killed == kills, killed
    print(killed, total)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
