"""What PostgreSQL complains of, as sentences that say what to do; never with a value that was to be stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors
from psycopg_pool import PoolClosed, PoolTimeout

from core.errors import StoreBusy, StoreError, StoreUnfit

_CUT = "PostgreSQL cannot be reached, or the connection was cut; look whether it runs, and try again."
_SENTENCES: tuple[tuple[type[Exception], type[StoreError], str], ...] = (
    (errors.LockNotAvailable, StoreBusy, "Somebody else's turn holds what this one needs; try again in a moment."),
    (errors.QueryCanceled, StoreBusy, "PostgreSQL took too long; try again in a moment, and look at its load."),
    (errors.DeadlockDetected, StoreBusy, "Two turns waited for each other, and this one was undone; try again."),
    (errors.DiskFull, StoreUnfit, "There is no room left on PostgreSQL's disk; free some space there."),
    (errors.ReadOnlySqlTransaction, StoreUnfit, "The database can only be read; name the primary in REBOUND_DATABASE."),
    (errors.InsufficientPrivilege, StoreUnfit, "PostgreSQL refuses our role; let it create schemas in the database."),
    (errors.UndefinedTable, StoreUnfit, "The database has no tables of Rebound's yet; run `rebound migrate`."),
    (PoolClosed, StoreError, "The store is closed; open it again to take more turns."),
    (PoolTimeout, StoreBusy, "No connection to PostgreSQL was free or could be made; look whether it runs."),
    (psycopg.OperationalError, StoreBusy, _CUT),
    (
        psycopg.ProgrammingError,
        StoreUnfit,
        "The address in REBOUND_DATABASE is not understood; write it as postgresql://user:password@host:5432/database.",
    ),
)
_AT_CONNECTING: tuple[tuple[str, type[StoreError], str], ...] = (
    ("password authentication failed", StoreUnfit, "PostgreSQL refuses our password; correct it in REBOUND_DATABASE."),
    ("no password supplied", StoreUnfit, "PostgreSQL asks for a password; write it in REBOUND_DATABASE."),
    ("no pg_hba.conf entry", StoreUnfit, "PostgreSQL lets us in from nowhere; add a line for us to its pg_hba.conf."),
    ("could not translate host name", StoreUnfit, "There is no such host; correct REBOUND_DATABASE."),
    ("failed to resolve host", StoreUnfit, "There is no such host; correct REBOUND_DATABASE."),
    ("too many clients", StoreBusy, "PostgreSQL has no connection left; raise its max_connections, or stop somebody."),
    ("starting up", StoreBusy, "PostgreSQL is starting up; try again in a moment."),
    ("role", StoreUnfit, "PostgreSQL knows no such role; create it, or correct REBOUND_DATABASE."),
    ("database", StoreUnfit, "There is no such database; create it, or correct REBOUND_DATABASE."),
)
"""A refusal at connecting has no code, only words."""


def explain(error: Exception) -> StoreError:
    """The error whose text the operator may read as it stands."""
    for kind, becomes, sentence in _SENTENCES:
        if isinstance(error, kind) and _is_meant(error, kind):
            return becomes(sentence)
    state = getattr(error, "sqlstate", None) or type(error).__name__
    return StoreError(f"PostgreSQL could not do it (its code is {state}).")


def _is_meant(error: Exception, kind: type[Exception]) -> bool:
    """An address that is not understood has no code; any other fault of a statement has one."""
    return kind is not psycopg.ProgrammingError or getattr(error, "sqlstate", None) is None


def refusal(error: psycopg.Error) -> StoreError:
    """Why a connection could not be made."""
    told = str(error)
    for words, becomes, sentence in _AT_CONNECTING:
        if words in told and (words not in ("role", "database") or "does not exist" in told):
            return becomes(sentence)
    return explain(error)


@contextmanager
def explained() -> Iterator[None]:
    """Let nothing but a `StoreError` out of a block that works on the database."""
    try:
        yield
    except psycopg.Error as error:
        raise explain(error) from None  # the driver's own text may quote a row
