"""Looking at the files without changing them, for `rebound doctor`; the coach may be running meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlite_utils import Database

from core.errors import StoreUnfit
from core.events import Person
from core.records import record
from core.store import backup, copies, keyring, schema
from core.store.backends import Journal
from core.store.faults import explained
from core.store.keys import MasterKey
from core.store.lock import is_held
from core.store.sealing import Column, Seal, SealError, owner

__all__ = [
    "Copies",
    "Journal",
    "copies_of",
    "credentials",
    "is_held",
    "journal",
    "people_with_keys",
    "refuse_damage",
    "refuse_lock",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SQLITE_AT_LEAST = (3, 37, 0)
"""The first with STRICT tables."""


@record
class Copies:
    """What there is to say of the backups."""

    folders: tuple[Path, ...]
    newest: datetime | None


def journal(file: Path) -> Journal:
    """Open the journal and look; a `StoreError` says why it cannot serve."""
    with _opened(file) as db:
        schema.refuse_a_strange_file(db, file, schema.JOURNAL)
        missing = tuple(step.name for step in schema.JOURNAL.pending(db))
        if not db["snapshot"].exists():
            return Journal(0, None, missing)
        (people,) = db.execute("SELECT count(*) FROM snapshot").fetchone()
        row = db.execute("SELECT at FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        return Journal(people, None if row is None else _EPOCH + timedelta(microseconds=row[0]), missing)


def refuse_damage(file: Path) -> None:
    """Raise `StoreUnfit` for a journal with a broken page; indexes are left to the backup's own check."""
    with _opened(file) as db:
        (found,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise StoreUnfit(f"{file} is damaged; restore the latest backup.")


def refuse_lock(file: Path) -> None:
    """Raise `StoreBusy` where another program holds a file that no Rebound has in use, or a fault that forbids writing."""
    with _opened(file, is_looking=False) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")


def people_with_keys(database: Path, master: MasterKey) -> int:
    """Check that the master key opens the key store; how many people's keys it holds. Nothing is created."""
    file = Path(f"{database}.keys")
    with _opened(file) as db:
        schema.refuse_a_strange_file(db, file, schema.KEYS)
        (people,) = db.execute("SELECT count(*) FROM person_key").fetchone()
        if people:
            key = _fitting(db, file, master)
            tenant, id_, wrapped = db.execute("SELECT tenant, person, wrapped FROM person_key LIMIT 1").fetchone()
            try:
                Seal(AESGCM(key), owner(Person(tenant, id_))).open(wrapped, Column.KEY)
            except SealError as error:
                raise keyring.changed(file) from error
        return int(people)


def credentials(database: Path, master: MasterKey) -> list[bytes]:
    """What opens workspaces to us, by tenant; none where nothing was ever kept."""
    file = Path(f"{database}.keys")
    if not file.exists():
        return []
    with _opened(file) as db:
        kept = db.execute("SELECT tenant, wrapped FROM credential").fetchall() if db["credential"].exists() else []
        if not kept:
            return []
        cipher = AESGCM(_fitting(db, file, master))
        try:
            return [Seal(cipher, owner(Person(tenant, ""))).open(sealed, Column.CREDENTIAL) for tenant, sealed in kept]
        except SealError as error:
            raise keyring.changed(file) from error


def _fitting(db: Database, file: Path, master: MasterKey) -> bytes:
    key = master.read(sealed=file)
    if keyring.fits(db, key):
        return key
    if master.successor is not None and keyring.fits(db, master.successor.read(sealed=file)):
        raise StoreUnfit("The master key was rotated, but not to the end; stop the coach and run `rebound rotate-key`.")
    raise keyring.another(file)


def copies_of(database: Path) -> Copies:
    """Check that each copy of the key store can be reached and holds no key but those in use."""
    file = Path(f"{database}.keys")
    with _opened(file) as db:
        if not db["copy"].exists():
            return Copies((), None)
        copies.check(db)
        folders = copies.noted(db)
        for folder in folders:
            _refuse_old_keys(db, folder / copies.NAME)
        made = [at for folder in folders for path in backup.made_in(folder) if (at := backup.made_at(path))]
        return Copies(tuple(folders), max(made, default=None))


def _refuse_old_keys(db: Database, copy: Path) -> None:
    known = set(db.execute("SELECT tenant, person, wrapped FROM person_key").fetchall())
    with _opened(copy, options="mode=ro&immutable=1") as copied:
        if set(copied.execute("SELECT tenant, person, wrapped FROM person_key").fetchall()) - known:
            raise StoreUnfit(
                f"{copy} holds keys that are in use no more, perhaps of somebody who was erased; run "
                f"`rebound backup --to {copy.parent}`, which writes it anew."
            )


@contextmanager
def _opened(file: Path, *, options: str = "mode=rw", is_looking: bool = True) -> Iterator[Database]:
    if file.is_dir():
        raise StoreUnfit(f"{file} is a folder; name a file.")
    # Not "ro", which would leave the files of a write-ahead log behind.
    uri = f"{file.absolute().as_uri()}?{options}"
    with explained(file), closing(sqlite3.connect(uri, timeout=1, isolation_level=None, uri=True)) as connection:
        connection.execute(f"PRAGMA query_only = {int(is_looking)}")
        yield Database(connection, execute_plugins=False, recursive_triggers=False)
