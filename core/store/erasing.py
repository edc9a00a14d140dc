"""Erasing people by the operator's hand, with the coach stopped; what "forget me" does is a turn (`core.store.sqlite`).

Nothing of the person is opened for it, so somebody whose key is lost can be erased, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from core.errors import StoreUnfit
from core.events import Person
from core.store import keyring, schema
from core.store.faults import explained
from core.store.forgotten import Forgotten
from core.store.keys import MasterKey
from core.store.lock import sole_use

_EVERYBODY = "SELECT tenant, person FROM snapshot WHERE tenant = ?"
_DEPARTED = "DELETE FROM departed WHERE tenant = ?"


def erase(database: Path, key: MasterKey, person: Person, *, busy_seconds: float = 5.0) -> bool:
    """Erase all of a person, durably, also beside the backups; False if there is nothing of them.

    A `StoreError` says what is in the way, and then nothing of them is lost.
    """
    with _opened(database, key, busy_seconds) as (db, ring):
        if not _has(db, person):
            return False
        _erase(db, ring, [person])
        return True


def erase_tenant(database: Path, key: MasterKey, tenant: str, *, busy_seconds: float = 5.0) -> int | None:
    """Erase everybody of a tenant and what opens it to us; how many they were, None if there was nothing at all of it."""
    with _opened(database, key, busy_seconds) as (db, ring):
        people = [Person(*row) for row in db.execute(_EVERYBODY, (tenant,)).fetchall()]
        if people:
            _erase(db, ring, people)
        is_credential_gone = ring.drop_credential(tenant)
        departed = db.execute(_DEPARTED, (tenant,)).rowcount > 0
        return len(people) if people or is_credential_gone or departed else None


@contextmanager
def _opened(database: Path, key: MasterKey, busy_seconds: float) -> Iterator[tuple[Database, keyring.Keyring]]:
    database = database.resolve()
    if not database.is_file():
        raise StoreUnfit(f"There is no journal at {database}; set REBOUND_DATABASE to where it is.")
    with (
        sole_use(database),
        schema.opened(database, schema.JOURNAL, journal_mode="WAL", busy_seconds=busy_seconds) as db,
        keyring.opened(
            Path(f"{database}.keys"), key, needed_by=database if _has_people(db) else None, busy_seconds=busy_seconds
        ) as ring,
        explained(database),
    ):
        ring.settle_doomed(lambda somebody: _has(db, somebody))
        yield db, ring


def _erase(db: Database, ring: keyring.Keyring, people: Sequence[Person]) -> None:
    ring.doom(*people)
    try:
        forgotten = Forgotten(db.conn.execute, ring)
        for person in people:
            forgotten.keep(person)
        delete_rows(db, people)
    except BaseException:
        ring.spare_doomed()
        raise
    ring.destroy_doomed()


def delete_rows(db: Database, people: Iterable[Person]) -> None:
    """Take people out of every table that has rows of a person, in one transaction."""
    db.execute("CREATE TEMP TABLE gone (tenant TEXT, person TEXT, PRIMARY KEY (tenant, person))")
    db.conn.executemany("INSERT INTO gone VALUES (?, ?)", [(person.tenant, person.id) for person in people])
    db.execute("BEGIN IMMEDIATE")
    try:
        for table in db.tables:
            if {"tenant", "person"} <= {*table.columns_dict}:
                db.execute(f"DELETE FROM [{table.name}] WHERE (tenant, person) IN (SELECT tenant, person FROM gone)")  # noqa: S608 - our own names
        db.execute("COMMIT")
    finally:
        if db.conn.in_transaction:
            db.rollback()
    db.execute("DROP TABLE gone")


def _has_people(db: Database) -> bool:
    return db.execute("SELECT 1 FROM snapshot LIMIT 1").fetchone() is not None


def _has(db: Database, person: Person) -> bool:
    found = db.execute("SELECT 1 FROM snapshot WHERE tenant = ? AND person = ?", (person.tenant, person.id)).fetchone()
    return found is not None
