"""What adapters note, in a table of the database, so that every process reads what another one has noted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from psycopg.types.json import Jsonb

from core.events import Person
from core.store.addresses import Address
from core.store.instants import instant, microseconds
from core.store.notes import Note
from core.store.postgres.connections import Connections

CONNECTIONS = 2
_SELECT = "SELECT tenant, key, value, noted FROM rebound.note"
_DELETE = "DELETE FROM rebound.note"
_ONE = " WHERE kind = %s AND tenant = %s AND key = %s"
_PUT = (
    "INSERT INTO rebound.note (kind, tenant, key, value, noted) VALUES (%s, %s, %s, %s, %s)"
    " ON CONFLICT (kind, tenant, key) DO UPDATE SET value = excluded.value, noted = excluded.noted"
)


class PostgresNotes:
    """`Notes` of a database whose tables are there."""

    def __init__(self, address: Address) -> None:
        self._connections = Connections(address, most=CONNECTIONS)
        self._connections.open()

    def get(self, kind: str, tenant: str, key: str) -> Note | None:
        """What is noted there."""
        found = self._connections.one(_SELECT + _ONE, (kind, tenant, key))
        return None if found is None else _note(*found)

    def all(self, kind: str) -> list[Note]:
        """All of a kind."""
        return [_note(*row) for row in self._connections.all(f"{_SELECT} WHERE kind = %s", (kind,))]

    def put(self, kind: str, tenant: str, key: str, value: Any, now: datetime, *, is_durable: bool = False) -> None:  # noqa: ARG002 - all are
        """Note it; durable when this returns."""
        self._connections.do((_PUT, (kind, tenant, key, Jsonb(value), microseconds(now))))

    def drop(self, kind: str, tenant: str, key: str) -> None:
        """Nothing is noted there any more."""
        self._connections.do((_DELETE + _ONE, (kind, tenant, key)))

    def drop_all(self, kind: str, tenant: str) -> None:
        """Nothing of a kind is noted for a tenant any more."""
        self._connections.do((f"{_DELETE} WHERE kind = %s AND tenant = %s", (kind, tenant)))

    def prune(self, kind: str, before: datetime) -> None:
        """Of a kind, what was not noted again since then goes."""
        self._connections.do((f"{_DELETE} WHERE kind = %s AND noted < %s", (kind, microseconds(before))))

    def forget(self, whose: Person) -> None:
        """Nothing of any kind is noted of somebody, or with an empty id of anybody in their tenant."""
        of_one = " AND key = %s" if whose.id else ""
        self._connections.do((f"{_DELETE} WHERE tenant = %s{of_one}", whose if whose.id else (whose.tenant,)))

    def close(self) -> None:
        """Let go of the connections."""
        self._connections.close()


def _note(tenant: str, key: str, value: Any, noted: int) -> Note:
    return Note(tenant, key, value, instant(noted).astimezone(UTC))
