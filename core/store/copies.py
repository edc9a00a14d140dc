"""The copy of the key store that lies in each folder with backups: only the newest, and never a destroyed key.

Every backup of the journal is read with that one copy, so whoever is missing in it is unreadable in all of them. The
rules a newcomer could break: a copy holds all keys but the doomed and those about to be replaced; it is written while this connection holds the
write lock of the key store, so that an older one cannot take its place; and a folder is noted before anything is
written there, so that no copy can be forgotten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from core.errors import StoreUnfit
from core.store import durable
from core.store.faults import explained

NAME = "people.keys"
"""What the copy is called in its folder."""

_CONTENT = (
    "PRAGMA secure_delete = ON",
    "DELETE FROM person_key WHERE (tenant, person) IN (SELECT tenant, person FROM doomed)",
    "DELETE FROM doomed",
    "DELETE FROM person_key WHERE (tenant, person) IN (SELECT tenant, person FROM next_key)",
    "DELETE FROM next_key",
    "DELETE FROM copy",
)


def refresh(db: Database) -> None:
    """Write all copies anew, durably; a `StoreUnfit` names the folder that cannot be reached."""
    if not _folders(db):
        return  # one that is noted from here on leaves out the doomed by itself
    with _alone(db):
        content = _content(db)
        for folder, is_written in _folders(db):
            path = folder / NAME
            if is_written or path.exists():
                _replace(path, content, db)


def check(db: Database) -> None:
    """Raise `StoreUnfit` for a folder whose copy cannot be reached."""
    for folder, is_written in _folders(db):
        if is_written:
            _refuse_if_missing(folder / NAME)


def begin(db: Database, folder: Path) -> None:
    """From now on there is a copy in that folder, too."""
    path = folder / NAME
    _refuse_anothers(path, db)
    db.execute("INSERT INTO copy (folder, written) VALUES (?, 0) ON CONFLICT DO NOTHING", (str(folder),))
    with _alone(db):
        with explained(path):
            durable.replace(path, _content(db))
        db.execute("UPDATE copy SET written = 1 WHERE folder = ?", (str(folder),))


def note(db: Database, folder: Path) -> None:
    """In a key store that was made of the copy in a folder: this is the only copy that is known."""
    db.execute("DELETE FROM copy")
    db.execute("INSERT INTO copy (folder, written) VALUES (?, 1)", (str(folder),))


def end(db: Database, folder: Path) -> bool:
    """Destroy the copy in that folder, if it can be reached, and care for it no more; False if there was none noted."""
    path = folder / NAME
    with _alone(db):
        if path.exists():
            _refuse_anothers(path, db)
            with explained(path):
                path.unlink()
                durable.sync_folder(folder)
        return db.execute("DELETE FROM copy WHERE folder = ?", (str(folder),)).rowcount > 0


def noted(db: Database) -> list[Path]:
    """The folders in which there is a copy."""
    return [folder for folder, is_written in _folders(db) if is_written]


def _folders(db: Database) -> list[tuple[Path, bool]]:
    rows = db.execute("SELECT folder, written FROM copy ORDER BY folder").fetchall()
    return [(Path(folder), bool(written)) for folder, written in rows]


def _content(db: Database) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.deserialize(db.conn.serialize())
        for statement in _CONTENT:
            copy.execute(statement)
        return copy.serialize()


def _replace(path: Path, content: bytes, db: Database) -> None:
    _refuse_if_missing(path)
    _refuse_anothers(path, db)
    with explained(path):
        durable.replace(path, content)


def _refuse_if_missing(path: Path) -> None:
    # Also where the folder is there: a disk that is not mounted leaves an empty one.
    if not path.exists():
        raise StoreUnfit(
            f"{path} cannot be reached, so an erased person's key would stay in it: connect its disk, or, if those "
            f"backups are gone for good, run `rebound backup --forget {path.parent}`."
        )


def _refuse_anothers(path: Path, db: Database) -> None:
    if path.exists() and mark(path) not in (None, mark_of(db)):
        raise StoreUnfit(f"{path.parent} holds the backups of another Rebound; name another folder.")


def mark_of(db: Database) -> bytes:
    """What all copies of this key store have in common."""
    (found,) = db.execute("SELECT mark FROM mark").fetchone()
    assert isinstance(found, bytes)  # noqa: S101 - the migration put it there
    return found


def mark(path: Path) -> bytes | None:
    """The mark of the key store that a copy was made of; None where it is none that can be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            (found,) = copy.execute("SELECT mark FROM mark").fetchone() or (None,)
    except sqlite3.Error:
        return None
    return found if isinstance(found, bytes) else None


@contextmanager
def _alone(db: Database) -> Iterator[None]:
    """Hold the write lock of the key store; what is written in it is kept if all goes well."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    finally:
        if db.conn.in_transaction:
            db.rollback()
