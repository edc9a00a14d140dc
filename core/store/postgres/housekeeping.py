"""Which of several processes does what only one does at a time: whoever holds an advisory lock, for as long as it lives."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock

import psycopg
from psycopg import Connection

from core.store.addresses import Address
from core.store.postgres.connections import connect

_LOCK = 0x484F555345  # "HOUSE"; any number that no other program uses
_TRY = "SELECT pg_try_advisory_lock(%s)"


class Housekeeping:
    """A claim to the lock. Safe to use from any thread."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._gate = Lock()
        self._connection: Connection | None = None
        self._is_ours = False

    def is_ours(self) -> bool:
        """Whether we hold the lock, which is tried for here; False also where PostgreSQL cannot be asked."""
        with self._gate:
            try:
                if self._connection is None:
                    self._connection = connect(self._address)
                if self._is_ours:
                    self._connection.execute("SELECT 1")  # with the connection the lock would be gone
                else:
                    (self._is_ours,) = self._connection.execute(_TRY, (_LOCK,)).fetchone() or (False,)
            except psycopg.Error:
                self._let_go()
            return self._is_ours

    def close(self) -> None:
        """Let others do it."""
        with self._gate:
            self._let_go()

    def _let_go(self) -> None:
        connection, self._connection, self._is_ours = self._connection, None, False
        if connection is not None:
            with suppress(psycopg.Error):
                connection.close()
