"""What PostgreSQL complains of, as sentences that say what to do; never with a value that was to be stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors
from psycopg_pool import PoolClosed, PoolTimeout

from core.errors import StoreBusy, StoreError, StoreUnfit

_SENTENCES: tuple[tuple[type[Exception], type[StoreError], str], ...] = (
    (errors.LockNotAvailable, StoreBusy, "Somebody else's turn holds what this one needs; try again in a moment."),
    (errors.QueryCanceled, StoreBusy, "PostgreSQL took too long; try again in a moment, and look at its load."),
    (errors.DeadlockDetected, StoreBusy, "Two turns waited for each other, and this one was undone; try again."),
    (errors.DiskFull, StoreUnfit, "There is no room left on PostgreSQL's disk; free some space there."),
    (errors.ReadOnlySqlTransaction, StoreUnfit, "The database can only be read; name the primary in REBOUND_DATABASE."),
    (errors.InsufficientPrivilege, StoreUnfit, "PostgreSQL refuses our role; let it create schemas in the database."),
    (errors.InvalidPassword, StoreUnfit, "PostgreSQL refuses our password; correct it in REBOUND_DATABASE."),
    (errors.InvalidCatalogName, StoreUnfit, "There is no such database; create it, or correct REBOUND_DATABASE."),
    (PoolTimeout, StoreBusy, "No connection to PostgreSQL was free or could be made; check that it runs."),
    (PoolClosed, StoreError, "The store is closed; open it again to take more turns."),
    (psycopg.OperationalError, StoreBusy, "PostgreSQL cannot be reached, or the connection was cut; try again."),
)


def explain(error: Exception) -> StoreError:
    """The error whose text the operator may read as it stands."""
    for kind, becomes, sentence in _SENTENCES:
        if isinstance(error, kind):
            return becomes(sentence)
    state = getattr(error, "sqlstate", None) or type(error).__name__
    return StoreError(f"PostgreSQL could not do it (its code is {state}).")


@contextmanager
def explained() -> Iterator[None]:
    """Let nothing but a `StoreError` out of a block that works on the database."""
    try:
        yield
    except (psycopg.Error, PoolTimeout, PoolClosed) as error:
        raise explain(error) from None  # the driver's own text may quote a row
