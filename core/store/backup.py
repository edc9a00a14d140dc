"""Backups: whole copies of the journal, made while the coach runs, and beside them the newest copy of the key store.

Any process may make one, and any thread but the store's: the journal is read as one snapshot, which holds up no turn.
The rule a newcomer could break: a journal gets its name only when the key copy beside it is durable and has everybody
in it; otherwise a restore would take those who are missing for erased. The master key is in no backup.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from core.errors import StoreBusy, StoreUnfit
from core.store import copies, durable, schema
from core.store.faults import explain, explained, is_damage
from core.store.keyring import lost
from core.store.lock import sole_backup

_UNFINISHED = ".unfinished.db"
_NAMED = re.compile(r"rebound-(\d{8}T\d{6}Z)(?:-(\d+))?\.db")


def back_up(database: Path, folder: Path, *, keep: int, now: datetime, busy_seconds: float = 5.0) -> Path:
    """Copy the journal and the key store into a folder, check the copy, and keep only so many journals; the new one.

    A `StoreError` says what is in the way; the backups that were there are there still.
    """
    database, folder = database.resolve(), folder.absolute()
    if not database.is_file():
        raise StoreUnfit(f"There is no journal at {database}; set REBOUND_DATABASE to where it is.")
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = folder.resolve()
    with sole_backup(folder, wait_seconds=busy_seconds), explained(folder):
        unfinished = folder / _UNFINISHED
        try:
            copy_database(database, unfinished, busy_seconds)
            has_people = refuse_unfit(unfinished, database)
            with _keys(database, busy_seconds) as keys:
                if has_people and not _has_keys(keys):
                    raise lost(Path(f"{database}.keys"), database)
                copies.begin(keys, folder)
            path = _free_name(folder, now)
            durable.move(unfinished, path)
        finally:
            durable.remove_database(unfinished)
        for old in made_in(folder)[:-keep]:
            if old != path:
                old.unlink()
    return path


def forget(database: Path, folder: Path, *, busy_seconds: float = 5.0) -> bool:
    """Destroy the key copy in a folder and keep it no more, so that its backups are unreadable; False if none is kept."""
    database, folder = database.resolve(), folder.expanduser().resolve()
    with _keys(database, busy_seconds) as keys:
        return copies.end(keys, folder)


def made_in(folder: Path) -> list[Path]:
    """The journals in a folder with backups, oldest first."""
    with explained(folder):
        paths = [*folder.iterdir()]
    found = [(named[1], int(named[2] or 1), path) for path in paths if (named := _NAMED.fullmatch(path.name))]
    return [path for *_, path in sorted(found)]


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, by its name."""
    named = _NAMED.fullmatch(backup.name)
    return datetime.strptime(named[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if named else None


def copy_database(source: Path, target: Path, busy_seconds: float) -> None:
    """Copy a database as it stands, in one reading transaction, into a single new file that is durable."""
    durable.remove_database(target)
    with explained(target):
        durable.create(target, b"")
    with closing(_connected(source, busy_seconds)) as original, closing(_connected(target, busy_seconds)) as copy:
        with explained(target):
            copy.execute("PRAGMA synchronous = OFF")  # it is made durable at the end
        try:
            original.backup(copy, pages=-1, progress=_patience(source, busy_seconds))
        except sqlite3.Error as error:
            raise explain(source if is_damage(error) else target, error) from error
        with explained(target):
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the original is
    with explained(target):
        durable.sync(target)


def refuse_unfit(copy: Path, named: Path) -> bool:
    """Raise `StoreUnfit` unless the copy of a journal is one, whole and not too new; whether there are people in it.

    The sentence names the file that was copied.
    """
    with explained(named), closing(_connected(copy, 0)) as connection:
        db = Database(connection, execute_plugins=False, recursive_triggers=False)
        schema.refuse_a_strange_file(db, named, schema.JOURNAL)
        (found,) = db.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise StoreUnfit(f"{named} is damaged; restore the latest backup.")
        return db["snapshot"].exists() and db.execute("SELECT 1 FROM snapshot LIMIT 1").fetchone() is not None


@contextmanager
def _keys(database: Path, busy_seconds: float) -> Iterator[Database]:
    """The key store, as it is beside the coach that may be using it."""
    file = Path(f"{database}.keys")
    if not file.is_file():
        raise StoreUnfit(f"The key store {file} is missing; start the coach, which says what to do about it.")
    with explained(file), closing(_connected(file, busy_seconds)) as connection:
        db = Database(connection, execute_plugins=False, recursive_triggers=False)
        schema.migrate(db, file, schema.KEYS)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        yield db


def _has_keys(keys: Database) -> bool:
    return keys.execute("SELECT 1 FROM person_key LIMIT 1").fetchone() is not None


def _connected(file: Path, busy_seconds: float) -> sqlite3.Connection:
    with explained(file):
        return sqlite3.connect(f"{file.as_uri()}?mode=rw", timeout=busy_seconds, isolation_level=None, uri=True)


def _patience(file: Path, seconds: float) -> Callable[[int, int, int], None]:
    until = time.monotonic() + seconds

    def progress(status: int, _remaining: int, _total: int) -> None:
        # Python tries for ever while another program holds the file.
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise StoreBusy(f"Another program holds {file}; close it, or try again in a moment.")

    return progress


def _free_name(folder: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    path, number = folder / f"rebound-{stamp}.db", 1
    while path.exists():
        number += 1
        path = folder / f"rebound-{stamp}-{number}.db"
    return path
