"""A program for `test_command_kills`: an operator's command dies by `kill -9`, again and again; then it is repeated.

Half of the kills fall on a point (a file opened, renamed, linked or removed, or an SQL statement begun), evenly from the
first to the last; half on a moment. A child is forked for each. Usage: FOLDER COMMAND KILLS.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Set
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from core.events import Person
from core.ports import Turn
from core.store import KeyFile, KeyText, schema
from core.store.backup import back_up, made_in
from core.store.copies import NAME
from core.store.erasing import erase
from core.store.keyring import opened
from core.store.restore import restore
from core.store.rotation import rotate
from core.store.sealing import Column
from core.store.sqlite import SqliteKeeper
from tests.backed_up import PHRASE, readable
from tests.stores import ADA, BO, NOW, decides, event, turn

PEOPLE = [ADA, BO, *(Person("discord", str(n)) for n in range(30))]
GONE = Turn(number=9, snapshot=b"", entry=b"", outgoing=None, erase=True)
_POINTS = {"open", "os.rename", "os.remove", "os.link", "os.mkdir"}


class Place:
    """A journal with everything around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "data" / "rebound.db"
        self.keys = Path(f"{self.database}.keys")
        self.key = KeyFile(folder / "secret" / "master.key")
        self.backups = folder / "backups"
        self.confirmed = folder / "confirmed"

    def keeper(self) -> SqliteKeeper:
        """The journal, as a start opens it."""
        return SqliteKeeper(self.database, self.key)

    def masters(self) -> list[KeyText]:
        """The master keys that are there; two in the middle of a rotation."""
        return [KeyText(path.read_text("ascii")) for path in self.key.path.parent.glob("master.key*")]

    def take(self, keeper: SqliteKeeper, person: Person, number: int) -> None:
        """One turn, whose texts are the phrase and its number."""
        text = PHRASE + b" %d" % number
        decided = decides(turn(number, snapshot=text, entry=text, outgoing=text))
        (outcome,) = keeper.take(iter([(event(f"e{number}", person), decided)]))
        assert not isinstance(outcome, BaseException), outcome

    def numbers(self) -> dict[Person, int]:
        """How many turns each has; nothing of them is half there, and all of it opens."""
        with closing(self.keeper()) as keeper:
            assert keeper.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            found = {}
            for person in PEOPLE:
                entries = [entry.content for entry in keeper.entries(person, keeper.journal_rows(person))]
                texts = [PHRASE + b" %d" % number for number in range(1, len(entries) + 1)]
                assert entries == texts
                assert [message.parts for message in keeper.unsent(person)] == texts
                assert keeper.snapshot(person) == (texts[-1] if texts else None)
                if entries:
                    found[person] = len(entries)
            return found

    def check_backups(self, *, without: Set[str] = frozenset()) -> None:
        """Every backup opens, is whole, and can be read with the copy of the keys beside it, but for some people."""
        for journal in made_in(self.backups):
            with closing(sqlite3.connect(journal)) as db:
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                kept = {id_ for (id_,) in db.execute("SELECT person FROM snapshot")}
            assert readable(journal, [self.backups / NAME], self.masters()) == kept - without


class Migrating:
    """Two files of the first version."""

    def prepare(self, place: Place) -> None:
        place.database.parent.mkdir(parents=True)
        for file, migrations, last in (
            (place.database, schema.JOURNAL, "2-due"),
            (place.keys, schema.KEYS, "2-copies"),
        ):
            with closing(sqlite3.connect(file, isolation_level=None)) as connection:
                migrations.apply(schema.Database(connection, execute_plugins=False), stop_before=last)
        with (
            opened(place.keys, place.key, needed_by=None, busy_seconds=1) as ring,
            closing(sqlite3.connect(place.database)) as db,
            db,
        ):
            for person in PEOPLE:
                seal, text = ring.make(person), PHRASE + b" 1"
                row: tuple[Any, ...] = (person.tenant, person.id, 1)
                sealed = [seal.close(text, column, 1) for column in (Column.SNAPSHOT, Column.ENTRY, Column.OUTGOING)]
                db.execute(
                    "INSERT INTO snapshot (tenant, person, number, sealed) VALUES (?, ?, ?, ?)", (*row, sealed[0])
                )
                cursor = db.execute(
                    "INSERT INTO journal (tenant, person, number, at, event, sealed) VALUES (?, ?, ?, 0, 'e1', ?)",
                    (*row, sealed[1]),
                )
                db.execute(
                    "INSERT INTO outbox (id, tenant, person, number, key, sealed) VALUES (?, ?, ?, ?, ?, ?)",
                    (cursor.lastrowid, *row, f"{cursor.lastrowid}-k", sealed[2]),
                )
        with closing(sqlite3.connect(place.keys)) as keys, keys:  # opening it has brought it up to date
            keys.execute("DROP TABLE copy")
            keys.execute("DROP TABLE mark")
            keys.execute("DELETE FROM _sqlite_migrations WHERE name = '2-copies'")

    def run(self, place: Place, _kill: int) -> None:
        schema.bring_up_to_date(place.database, wait_seconds=1)

    def check(self, place: Place, *, is_done: bool) -> None:
        if is_done:
            for file, migrations in ((place.database, schema.JOURNAL), (place.keys, schema.KEYS)):
                with closing(sqlite3.connect(file)) as connection:
                    assert not migrations.pending(schema.Database(connection, execute_plugins=False))
        assert place.numbers() == dict.fromkeys(PEOPLE, 1)


class Filled:
    """A journal with two turns of everybody, and two backups of it."""

    def prepare(self, place: Place) -> None:
        with closing(place.keeper()) as keeper:
            for person in PEOPLE:
                place.take(keeper, person, 1)
                place.take(keeper, person, 2)
        for number in range(2):
            back_up(place.database, place.backups, keep=3, now=NOW + timedelta(hours=number))


class BackingUp(Filled):
    """Somebody has come since, whose key has to be in the copy before their journal has its name."""

    def prepare(self, place: Place) -> None:
        super().prepare(place)
        with closing(place.keeper()) as keeper:
            place.take(keeper, Person("discord", "new"), 1)

    def run(self, place: Place, kill: int) -> None:
        back_up(place.database, place.backups, keep=3, now=NOW + timedelta(days=1, minutes=kill))

    def check(self, place: Place, *, is_done: bool) -> None:
        place.check_backups()
        assert (2 + is_done) <= len(made_in(place.backups)) <= 4
        assert place.numbers() == dict.fromkeys(PEOPLE, 2)


class Restoring(Filled):
    """Since the backup one was erased, and another has written."""

    def prepare(self, place: Place) -> None:
        super().prepare(place)
        with closing(place.keeper()) as keeper:
            keeper.take(iter([(event("forget"), decides(GONE))]))
            place.take(keeper, BO, 3)
            as_killed = shutil.copytree(place.database.parent, place.folder / "as-killed")
        shutil.rmtree(place.database.parent)
        as_killed.rename(place.database.parent)  # the log of the journal is not written back

    def run(self, place: Place, kill: int) -> None:
        now = NOW + timedelta(days=1, minutes=kill)
        done = restore(made_in(place.backups)[0], place.database, place.key, is_forced=True, now=now)
        assert (done.people, done.erased) == (len(PEOPLE) - 1, 1)

    def check(self, place: Place, *, is_done: bool) -> None:
        found = place.numbers()
        assert found.pop(BO) in ((2,) if is_done else (2, 3))
        assert found == dict.fromkeys(PEOPLE[2:], 2)
        if is_done:
            assert not [*place.database.parent.glob("*restoring*")]
        place.check_backups(without={ADA.id})


class Rotating(Filled):
    """The key file gets another key."""

    def run(self, place: Place, _kill: int) -> None:
        rotate(place.database, place.key)

    def check(self, place: Place, *, is_done: bool) -> None:
        place.check_backups()
        assert place.numbers() == dict.fromkeys(PEOPLE, 2)
        if is_done:
            assert [*place.key.path.parent.iterdir()] == [place.key.path]


class Forgetting(Filled):
    """One person asks to be forgotten."""

    def run(self, place: Place, _kill: int) -> None:
        with closing(place.keeper()) as keeper:
            (outcome,) = keeper.take(iter([(event("forget"), decides(GONE))]))
            assert not isinstance(outcome, BaseException), outcome
            place.confirmed.touch()

    def check(self, place: Place, *, is_done: bool) -> None:
        found = place.numbers()
        is_gone = ADA not in found
        assert is_gone or not (is_done or place.confirmed.exists())
        assert found == dict.fromkeys(PEOPLE[1:] if is_gone else PEOPLE, 2)
        place.check_backups(without={ADA.id} if is_gone else set())
        if is_gone:
            for journal in made_in(place.backups):
                assert ADA.id not in readable(journal, [place.keys], place.masters())


class Erasing(Forgetting):
    """The operator erases one person."""

    def run(self, place: Place, _kill: int) -> None:
        assert erase(place.database, place.key, ADA)
        place.confirmed.touch()


COMMANDS = {
    "migrate": Migrating(),
    "backup": BackingUp(),
    "restore": Restoring(),
    "rotate-key": Rotating(),
    "erase": Erasing(),
    "forget": Forgetting(),
}


def points(reached: Callable[[], None]) -> None:
    """Call `reached` at each point of this process from now on: a file opened, renamed, ..., an SQL statement begun."""
    connect = sqlite3.connect

    def connected(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.set_trace_callback(lambda _: reached())
        return connection

    sqlite3.connect = connected  # type: ignore[assignment]
    sys.addaudithook(lambda name, _: reached() if name in _POINTS else None)


def child(run: Callable[[], None]) -> int:
    """Do it in a process of its own; its id."""
    forked = os.fork()
    if forked == 0:
        try:
            run()
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return forked


def ended(child: int) -> int:
    """How it ended: 0, or the signal that killed it."""
    return os.waitpid(child, 0)[1]


class Counted:
    """Counts the points, and dies at one of them."""

    def __init__(self, deadly: int) -> None:
        self.passed = 0
        self.deadly = deadly

    def __call__(self) -> None:
        self.passed += 1
        if self.passed == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, name: str, kills: int) -> None:
    """Prepare once, and from then on begin each time with a copy of that."""
    command: Any = COMMANDS[name]
    place, before = Place(folder / "place"), folder / "before"
    command.prepare(place)
    shutil.copytree(place.folder, before)
    total, seconds = _run_whole(command, place)
    killed = 0
    for attempt in range(4 * kills):
        if killed == kills:
            break
        shutil.rmtree(place.folder)
        shutil.copytree(before, place.folder)
        if attempt % 2:
            victim = child(lambda: command.run(place, 1))
            time.sleep(seconds * (attempt * 37 % 100) / 100)
            os.kill(victim, signal.SIGKILL)
        else:
            counted = Counted(1 + killed * (total - 1) // max(1, kills - 1))

            def run(counted: Counted = counted) -> None:
                points(counted)
                command.run(place, 1)

            victim = child(run)
        if ended(victim) == signal.SIGKILL:
            killed += 1
        else:
            seconds *= 0.9  # it came too late
        command.check(place, is_done=False)
        if not (name in ("erase", "forget") and ADA not in place.numbers()):
            assert ended(child(lambda: command.run(place, 2))) == 0
        command.check(place, is_done=True)
    assert killed == kills, killed
    print(killed, total)


def _run_whole(command: Any, place: Place) -> tuple[int, float]:
    """How many points there are, and how long it takes."""
    counted, (read, write) = Counted(0), os.pipe()

    def run() -> None:
        points(counted)
        command.run(place, 0)
        os.write(write, b"%d" % counted.passed)

    begun = time.monotonic()
    status = ended(child(run))
    assert status == 0, status
    seconds = time.monotonic() - begun
    command.check(place, is_done=True)
    return int(os.read(read, 20)), seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
