"""How many processes send to a platform: each holds a shared advisory lock for it, which ends with its connection."""

from __future__ import annotations

from contextlib import closing, suppress
from threading import Lock
from zlib import crc32

import psycopg
from psycopg import Connection

from core.store.addresses import Address
from core.store.postgres.connections import connect
from core.store.postgres.faults import refusal

_CLASS = 0x50414345  # "PACE"; any number that no other program uses
_BE_THERE = "SELECT pg_advisory_lock_shared(%s, %s)"
_COUNT = (
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND objsubid = 2 AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class Attendance:
    """One process among them. Safe to use from any thread."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._gate = Lock()
        self._connection: Connection | None = None
        self._attends = set[str]()

    def count(self, platform: str) -> int:
        """How many there are, with us, who are there from now on. Raises `StoreError`; then we may have to come again."""
        named = (_CLASS, crc32(platform.encode()) >> 1)
        with self._gate:
            try:
                if self._connection is None:
                    self._connection = connect(self._address)
                if platform not in self._attends:
                    self._connection.execute(_BE_THERE, named)
                    self._attends.add(platform)
                (found,) = self._connection.execute(_COUNT, named).fetchone() or (1,)
                return int(found)
            except psycopg.Error as error:
                self._let_go()
                raise refusal(error) from None

    def close(self) -> None:
        """Be one of them no more."""
        with self._gate:
            self._let_go()

    def _let_go(self) -> None:
        connection, self._connection, self._attends = self._connection, None, set()
        if connection is not None:
            with suppress(psycopg.Error), closing(connection):
                connection.execute("SELECT pg_advisory_unlock_all()")  # now, and not when the server notices
