"""Who may be in a database at the same time: any number of coaches, or one that moves all of it and nobody else.

The lock is the connection's, so it ends with its holder, however that ends; what goes over a connection that holds it is
safe from being overlooked.
"""

from __future__ import annotations

from psycopg import Connection, errors

from core.errors import StoreBusy

_SERVING = 0x5245424F554E45
"""Any number that no other program, and no other lock of ours, uses."""


_LEFT_MILLISECONDS = 5000
"""So long PostgreSQL may take to notice that a process which had the lock was killed."""


def hold_shared(connection: Connection) -> None:
    """Serve from the database over this connection; `StoreBusy` while it is being copied."""
    (is_taken,) = connection.execute("SELECT pg_try_advisory_lock_shared(%s)", (_SERVING,)).fetchone() or (False,)
    if not is_taken:
        raise StoreBusy("The database is being copied by `rebound copy`; wait until that has ended, and start again.")


def hold_alone(connection: Connection) -> None:
    """Have the database alone; `StoreBusy` while anybody serves from it."""
    connection.execute("SELECT set_config('lock_timeout', %s, FALSE)", (str(_LEFT_MILLISECONDS),))
    try:
        connection.execute("SELECT pg_advisory_lock(%s)", (_SERVING,))
    except errors.LockNotAvailable:
        raise StoreBusy("A Rebound serves from it, or copies it; stop all its processes first.") from None
    connection.execute("RESET lock_timeout")


def give_back(connection: Connection) -> None:
    """Have it no more, before the server notices that the connection has ended: who comes next may come at once."""
    connection.rollback()
    connection.execute("SELECT pg_advisory_unlock(%s)", (_SERVING,))


def refuse_others(connection: Connection) -> None:
    """Raise `StoreBusy` while anybody serves over another connection; until the transaction ends, nobody begins to."""
    (is_taken,) = connection.execute("SELECT pg_try_advisory_xact_lock(%s)", (_SERVING,)).fetchone() or (False,)
    if not is_taken:
        raise StoreBusy(
            "This version changes the tables in a way that older processes cannot go on with; stop all of them, then start it."
        )
