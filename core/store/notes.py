"""Notes beside the journal: what an adapter has to find again after a start, and what belongs in nobody's journal.

Where people are on a platform, which posts stand there: ids alone, never a word. Beside an SQLite file they lie in one file for
all platforms, `<journal>.notes`, which is in no backup, so that no erased person comes back with it; in PostgreSQL in a table.
The rule a newcomer could break: they can be lost, so nothing may stand here alone that somebody would miss, and a file that
cannot be read is made anew.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from core.errors import StoreError
from core.events import Person
from core.records import record

_TABLE = """
CREATE TABLE IF NOT EXISTS note (
    kind TEXT NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL,
    value TEXT NOT NULL,  -- as JSON
    noted REAL NOT NULL,  -- seconds since 1970
    PRIMARY KEY (kind, tenant, key)
) WITHOUT ROWID
"""
_SELECT = "SELECT tenant, key, value, noted FROM note"
_ONE = "kind = ? AND tenant = ? AND key = ?"
_UNREADABLE = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}
"""The file is none of ours: no database, damaged, or with other columns. Whatever else is wrong may pass."""
_FORMER = ("slack-places", "slack-posts", "discord")
"""What the files ended by in which adapters kept this for themselves."""

log = logging.getLogger(__name__)


@record
class Note:
    """One of them."""

    tenant: str
    key: str
    value: Any
    """Whatever JSON has."""
    at: datetime
    """When it was noted last."""


class Notes(Protocol):
    """Keeps them: one for a kind, a tenant and a key. Safe to call from any thread, and beside others in the same place.

    Nothing is remembered here: what is read is what was noted last, by whomever. Every call may wait for the disk, and
    raises `StoreError` where it cannot be read or written.
    """

    def get(self, kind: str, tenant: str, key: str) -> Note | None:
        """What is noted there."""

    def all(self, kind: str) -> list[Note]:
        """All of a kind."""

    def put(self, kind: str, tenant: str, key: str, value: Any, now: datetime, *, is_durable: bool = False) -> None:
        """Note it; a power failure may cost it, unless it `is_durable` when this returns, which takes a while."""

    def drop(self, kind: str, tenant: str, key: str) -> None:
        """Nothing is noted there any more, for good when this returns."""

    def drop_all(self, kind: str, tenant: str) -> None:
        """Nothing of a kind is noted for a tenant any more."""

    def prune(self, kind: str, before: datetime) -> None:
        """Of a kind, what was not noted again since then goes."""

    def forget(self, whose: Person) -> None:
        """Nothing of any kind is noted of somebody, or with an empty id of anybody in their tenant."""

    def close(self) -> None:
        """Let go of them."""


class FileNotes:
    """`Notes` in a file beside an SQLite journal."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        with self._explained():
            try:
                self._db = _opened(file)
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode not in _UNREADABLE:
                    raise
                log.warning("%s cannot be read (%s), and is made anew.", file, error)
                _remove(file)
                self._db = _opened(file)

    def get(self, kind: str, tenant: str, key: str) -> Note | None:
        """What is noted there."""
        found = self._read(_ONE, kind, tenant, key)
        return found[0] if found else None

    def all(self, kind: str) -> list[Note]:
        """All of a kind."""
        return self._read("kind = ?", kind)

    def put(self, kind: str, tenant: str, key: str, value: Any, now: datetime, *, is_durable: bool = False) -> None:
        """Note it; a power failure may cost it, unless it `is_durable` when this returns, which takes a while."""
        row = (kind, tenant, key, json.dumps(value, separators=(",", ":")), now.timestamp())
        with self._explained(), self._lock, self._durable() if is_durable else nullcontext():
            self._db.execute(
                "INSERT OR REPLACE INTO note (kind, tenant, key, value, noted) VALUES (?, ?, ?, ?, ?)", row
            )

    def drop(self, kind: str, tenant: str, key: str) -> None:
        """Nothing is noted there any more, for good when this returns."""
        self._delete(_ONE, kind, tenant, key)

    def drop_all(self, kind: str, tenant: str) -> None:
        """Nothing of a kind is noted for a tenant any more."""
        self._delete("kind = ? AND tenant = ?", kind, tenant)

    def prune(self, kind: str, before: datetime) -> None:
        """Of a kind, what was not noted again since then goes."""
        self._delete("kind = ? AND noted < ?", kind, before.timestamp())

    def forget(self, whose: Person) -> None:
        """Nothing of any kind is noted of somebody, or with an empty id of anybody in their tenant."""
        if whose.id:
            self._delete("tenant = ? AND key = ?", *whose)
        else:
            self._delete("tenant = ?", whose.tenant)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def _read(self, where: str, *values: str) -> list[Note]:
        with self._explained(), self._lock:
            rows = self._db.execute(f"{_SELECT} WHERE {where}", values).fetchall()
        return [
            Note(tenant, key, json.loads(value), datetime.fromtimestamp(noted, UTC))
            for tenant, key, value, noted in rows
        ]

    def _delete(self, where: str, *values: str | float) -> None:
        with self._explained(), self._lock, self._durable():
            if self._db.execute(f"DELETE FROM note WHERE {where}", values).rowcount:  # noqa: S608 - words of ours
                # Out of the log too, where it would stand until that is written over.
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _durable(self) -> Iterator[None]:
        self._db.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self._db.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(
                f"{self._file} cannot be read or written ({error}); see that its disk has room, and that the bot may "
                "write there."
            ) from error


def beside(journal: Path) -> Path:
    """The file that belongs to a journal."""
    return journal.with_name(f"{journal.name}.notes")


def open_notes(journal: Path) -> FileNotes:
    """The notes beside a journal."""
    for ending in _FORMER:
        _remove(journal.with_name(f"{journal.name}.{ending}"))
    return FileNotes(beside(journal))


def forget(journal: Path, whose: Person) -> None:
    """As `Notes.forget`; it makes no file."""
    if beside(journal).is_file():
        with closing(open_notes(journal)) as notes:
            notes.forget(whose)


def _opened(file: Path) -> sqlite3.Connection:
    file.touch(0o600)
    file.chmod(0o600)
    db = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
    try:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}")
        db.execute(_TABLE)
        db.execute(f"{_SELECT} LIMIT 1")
    except BaseException:
        db.close()
        raise
    return db


def _remove(file: Path) -> None:
    for more in ("", "-wal", "-shm", "-journal"):
        file.with_name(f"{file.name}{more}").unlink(missing_ok=True)
