"""The journal in PostgreSQL, as a place: what an operator does with it, while processes have it open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import psycopg
from psycopg import Connection

from core.errors import StoreUnfit
from core.events import Person
from core.ports import DeadLetter, Store
from core.store.addresses import Address
from core.store.backends import Journal, Restored, Rotated
from core.store.instants import instant
from core.store.keys import MasterKey
from core.store.notes import Notes
from core.store.postgres import keys, locks, schema, statements
from core.store.postgres.connections import connect
from core.store.postgres.faults import explained, refusal
from core.store.postgres.notes import PostgresNotes
from core.store.postgres.rotation import rotate
from core.store.postgres.store import PostgresStore, dead_letter
from core.store.postgres.turns import erase
from core.store.postgres.vault import PostgresVault, credentials
from core.store.vault import Vault

OLDEST = 12
"""The first PostgreSQL with generated columns."""
_PEOPLE = "SELECT count(*), (SELECT at FROM rebound.journal ORDER BY id DESC LIMIT 1) FROM rebound.snapshot"
_IN_USE = (
    "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = 'rebound' AND pid <> pg_backend_pid())"
)
_KEYS = "SELECT count(*) FROM rebound_keys.person_key"
_A_KEY = "SELECT tenant, person, wrapped FROM rebound_keys.person_key LIMIT 1"


class PostgresDatabase:
    """A `Backend`."""

    is_shared = True
    makes_backups = False

    def __init__(self, address: Address) -> None:
        self._address = address

    def __str__(self) -> str:
        """The address without user and password."""
        return str(self._address)

    def exists(self) -> bool:
        """Whether our tables are there."""
        with self._connected() as connection:
            return schema.exists(connection)

    def is_in_use(self) -> bool:
        """Whether somebody of ours is connected."""
        with self._connected() as connection:
            (found,) = connection.execute(_IN_USE).fetchone() or (False,)
            return bool(found)

    def open(self, key: MasterKey) -> Store:
        """Open it, creating our schemas."""
        return PostgresStore(self._address, key)

    def vault(self, key: MasterKey) -> Vault:
        """What opens workspaces to us."""
        return PostgresVault(self._changing, key)

    def notes(self) -> Notes:
        """What adapters note, in a table."""
        return PostgresNotes(self._address)

    def forget_notes(self, whose: Person) -> None:
        """Drop somebody's notes."""
        with closing(self.notes()) as notes:
            notes.forget(whose)

    def credentials(self, key: MasterKey) -> list[bytes]:
        """What opens workspaces to us."""
        with self._connected() as connection:
            return credentials(connection, key) if schema.exists(connection) else []

    def dead_letters(self) -> list[DeadLetter]:
        """What could not be delivered."""
        with self._connected() as connection:
            return [dead_letter(*row) for row in connection.execute(statements.DEAD)]

    def inspected(self) -> Journal:
        """What there is to say of it."""
        with self._connected() as connection:
            if (version := connection.info.server_version // 10_000) < OLDEST:
                raise StoreUnfit(f"This is PostgreSQL {version}; Rebound needs {OLDEST} or newer.")
            missing = schema.missing(connection)
            if not schema.exists(connection):
                return Journal(0, None, missing)
            schema.refuse_half_a_copy(connection)
            people, newest = connection.execute(_PEOPLE).fetchone() or (0, None)
            return Journal(people, None if newest is None else instant(newest), missing)

    def people_with_keys(self, key: MasterKey) -> int:
        """How many people's keys the master key opens."""
        with self._connected() as connection:
            wrapping = keys.existing(connection, key) if schema.exists(connection) else None
            if wrapping is None:
                return 0
            for tenant, id_, wrapped in connection.execute(_A_KEY):
                wrapping.opened(Person(tenant, id_), bytes(wrapped))
            (people,) = connection.execute(_KEYS).fetchone() or (0,)
            return int(people)

    def migrate(self) -> list[tuple[str, list[str]]]:
        """Bring both schemas up to date."""
        with self._connected() as connection:
            return [(str(self), schema.bring_up_to_date(connection))]

    def erase(self, key: MasterKey, person: Person) -> bool:
        """Erase a person, between two turns of theirs."""
        with self._changing() as connection, connection.transaction():
            wrapping = self._wrapping(connection, key)
            connection.execute(statements.LOCK, person)
            return erase(connection, wrapping, person)

    def erase_tenant(self, key: MasterKey, tenant: str) -> int | None:
        """Erase everybody of a tenant and what opens it to us, all or nothing."""
        with self._changing() as connection, connection.transaction():
            wrapping = self._wrapping(connection, key)
            rows = connection.execute(f"{statements.PEOPLE} ORDER BY person FOR UPDATE", (tenant,)).fetchall()
            for row in rows:
                erase(connection, wrapping, Person(*row))
            others = [connection.execute(one, (tenant,)).rowcount for one in statements.FORGET_TENANT]
            return len(rows) if rows or any(others) else None

    def rotate(self, key: MasterKey) -> Rotated:
        """Wrap all keys anew; processes that have it open have to be started again."""
        with self._changing() as connection:
            if not schema.exists(connection):
                raise StoreUnfit(f"There is no journal at {self} yet, so there is nothing to rotate.")
            return rotate(connection, key)

    def back_up(self, folder: Path, *, keep: int, now: datetime) -> NoReturn:  # noqa: ARG002 - the operator's own tools do it
        """Nothing of ours: `StoreUnfit` says whose it is."""
        raise _not_ours()

    def forget_backups(self, folder: Path) -> NoReturn:  # noqa: ARG002 - as above
        """Nothing of ours: `StoreUnfit` says whose it is."""
        raise _not_ours()

    def restore(self, backed_up: Path, key: MasterKey, *, is_forced: bool, now: datetime) -> Restored:  # noqa: ARG002 - as above
        """Nothing of ours: `StoreUnfit` says whose it is."""
        raise _not_ours()

    def _wrapping(self, connection: Connection, key: MasterKey) -> keys.Wrapping:
        found = keys.existing(connection, key) if schema.exists(connection) else None
        if found is None:
            raise StoreUnfit(f"There is no journal at {self}; set REBOUND_DATABASE to where it is.")
        return found

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            connection = connect(self._address)
        except psycopg.Error as error:
            raise refusal(error) from None
        with explained(), closing(connection):
            yield connection

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """For whatever must not happen while a copy of it is made."""
        with self._connected() as connection:
            locks.hold_shared(connection)
            yield connection


def _not_ours() -> StoreUnfit:
    return StoreUnfit(
        "Backups of PostgreSQL are made and put back with its own tools, such as pg_dump; docs/postgresql.md shows how."
    )
