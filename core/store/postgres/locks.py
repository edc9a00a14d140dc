"""Who may be in a database at the same time: any number of coaches, or one that moves all of it and nobody else.

The lock is the connection's, so it ends with its holder, however that ends; what goes over a connection that holds it is
safe from being overlooked.
"""

from __future__ import annotations

from psycopg import Connection

from core.errors import StoreBusy

_SERVING = 0x5245424F554E45
"""Any number that no other program, and no other lock of ours, uses."""


def hold_shared(connection: Connection) -> None:
    """Serve from the database over this connection; `StoreBusy` while it is being copied."""
    if not _is_taken(connection, "SELECT pg_try_advisory_lock_shared(%s)"):
        raise StoreBusy("The database is being copied by `rebound copy`; wait until that has ended, and start again.")


def hold_alone(connection: Connection) -> None:
    """Have the database alone; `StoreBusy` while anybody serves from it."""
    if not _is_taken(connection, "SELECT pg_try_advisory_lock(%s)"):
        raise StoreBusy("A Rebound serves from it, or another copy is under way; stop all processes of it first.")


def _is_taken(connection: Connection, statement: str) -> bool:
    (is_taken,) = connection.execute(statement, (_SERVING,)).fetchone() or (False,)
    return bool(is_taken)
