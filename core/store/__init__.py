"""Where turns are kept: sealed, in one transaction each, and never twice for the same event.

Everything that touches a database or a cipher lives in this package and nowhere else. Start at `open_store`;
what it gives back is the port `core.ports.Store`. The databases are loaded when a store is opened, never when
this package is imported, so keep imports of sqlite-utils and of ciphers out of this file's top.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.store.addresses import Address
from core.store.keys import KeyFile, KeyText, MasterKey

if TYPE_CHECKING:
    from core.ports import DeadLetter, Store
    from core.store.vault import Vault

__all__ = ["Address", "KeyFile", "KeyText", "MasterKey", "dead_letters_in", "open_store", "vault_beside"]


def open_store(database: Path | Address, key: MasterKey, *, busy_seconds: float = 5.0) -> Store:
    """Open the journal in an SQLite file, creating it if need be; a `StoreError` says what is in the way.

    The people's keys are kept beside it in `<database>.keys`, and `<database>.lock` keeps a second process out.
    `busy_seconds` is how long to wait for another program that holds the file. A database of PostgreSQL, named by its
    address, several processes may open.
    """
    if isinstance(database, Address):
        from core.store.postgres.store import PostgresStore

        return PostgresStore(database, key)

    from core.store.sqlite import SqliteKeeper
    from core.store.writer import Writer

    return Writer(lambda: SqliteKeeper(database, key, busy_seconds=busy_seconds))


def dead_letters_in(database: Path) -> list[DeadLetter]:
    """What could not be delivered, from a file that another process may have in use; a `StoreError` if it is none."""
    from core.store.delivery import dead_letters

    return dead_letters(database)


def vault_beside(database: Path, key: MasterKey) -> Vault:
    """What opens workspaces to us, kept beside the journal; a store that was opened has made its file."""
    from core.store.vault import Vault

    return Vault(database, key)
