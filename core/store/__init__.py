"""Where turns are kept: sealed, in one transaction each, and never twice for the same event.

Everything that touches a database or a cipher lives in this package and nowhere else. Start at `backend`, which says what kind
of place it is; opened, it is the port `core.ports.Store`. The databases are loaded then, never when this package is
imported, so keep imports of sqlite-utils, psycopg and ciphers out of this file's top.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import StoreUnfit
from core.store.addresses import Address, is_address
from core.store.keys import KeyFile, KeyText, MasterKey

if TYPE_CHECKING:
    from core.ports import Store
    from core.store.backends import Backend
    from core.store.vault import Vault

__all__ = [
    "Address",
    "KeyFile",
    "KeyText",
    "MasterKey",
    "backend",
    "is_address",
    "open_store",
    "refuse_without_psycopg",
    "vault_beside",
]


def backend(database: Path | Address, *, busy_seconds: float = 5.0) -> Backend:
    """The place that a setting names: an SQLite file, or a database of PostgreSQL by its address.

    `busy_seconds` is how long to wait for another program that holds the file.
    """
    if isinstance(database, Address):
        refuse_without_psycopg()
        from core.store.postgres.database import PostgresDatabase

        return PostgresDatabase(database)

    from core.store.files import SqliteFile

    return SqliteFile(database, busy_seconds=busy_seconds)


def open_store(database: Path | Address, key: MasterKey, *, busy_seconds: float = 5.0) -> Store:
    """Open the journal in a place, creating it if need be; a `StoreError` says what is in the way.

    Of a file, the people's keys are kept beside it in `<database>.keys`, and `<database>.lock` keeps a second process out;
    a database of PostgreSQL several processes may open.
    """
    return backend(database, busy_seconds=busy_seconds).open(key)


def vault_beside(database: Path | Address, key: MasterKey) -> Vault:
    """What opens workspaces to us, kept with the journal; a store that was opened has made its place."""
    return backend(database).vault(key)


def refuse_without_psycopg() -> None:
    """Raise `StoreUnfit` where the library for PostgreSQL is not installed."""
    try:
        import psycopg
        import psycopg_pool
    except ImportError:
        raise StoreUnfit(
            "The library for PostgreSQL, which the address of the database asks for, is not installed; install Rebound with its "
            "extra `postgres`, or run `pip install -r requirements-postgres.txt` in its venv."
        ) from None
    del psycopg, psycopg_pool
