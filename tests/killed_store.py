"""A program for `test_store_crashes`: writes turns, is killed in the middle, and looks at what is left.

It forks a child for each kill, so that a hundred kills need one start of Python. Usage: FOLDER KILLS.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from core.events import Person
from core.store import KeyFile, open_store
from core.store.sqlite import SqliteKeeper
from tests.stores import counting, event, taken

PEOPLE = [Person("discord", str(i)) for i in range(3)]


def write_until_killed(folder: Path) -> None:
    """Take turns for everybody at once; note each round after its futures are done."""
    store = open_store(folder / "rebound.db", KeyFile(folder / "rebound.key"))
    noted = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for _ in count():
        stamp = time.monotonic_ns()
        for future in [store.take(event(f"{stamp}", person), counting) for person in PEOPLE]:
            taken(future)
        os.write(noted, b".")


def check(folder: Path) -> int:
    """Nothing acknowledged is lost and nothing is half kept; give the number of turns found."""
    notes = folder / "acknowledged"
    acknowledged = notes.stat().st_size if notes.exists() else 0
    keeper = SqliteKeeper(folder / "rebound.db", KeyFile(folder / "rebound.key"))
    turns = 0
    for person in PEOPLE:
        last = int(keeper.snapshot(person) or b"0")
        entries = keeper.entries(person, keeper.journal_rows(person))
        assert last >= acknowledged, (last, acknowledged)
        assert [entry.content for entry in entries] == [b"entry %d" % n for n in range(1, last + 1)]
        assert [message.parts for message in keeper.unsent(person)] == [b"out %d" % n for n in range(1, last + 1)]
        turns += last
    assert keeper.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    keeper.close()
    return turns


def main(folder: Path, kills: int) -> None:
    """Kill so often, and go on with longer lives if a busy machine let none of them take a turn."""
    turns = 0
    for kill in range(10 * kills):
        if kill >= kills and turns:
            break
        place = folder / str(kill // 4)  # some kills hit a first start, some a file with a past
        place.mkdir(exist_ok=True)
        child = os.fork()
        if child == 0:
            write_until_killed(place)
        time.sleep((1 + kill // kills) * (0.001 + (kill * 37 % 100) / 1000))
        os.kill(child, signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        turns += check(place)
    assert turns > 0
    print(turns)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
