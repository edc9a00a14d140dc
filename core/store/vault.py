"""What opens workspaces to us (a bot's tokens), sealed with the master key, in the key store.

Who comes from a platform may be served with a token of their own workspace. The tokens lie where the people's keys lie,
because what is deleted there is deleted beside the backups, too, and a new master key seals all of it anew. Their content
is the adapter's; here they are bytes. Each call stands alone, so any thread may make it; calls are rare, for adapters
remember.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.store.keys import MasterKey

if TYPE_CHECKING:
    from core.store.keyring import Keyring


class Vault(Protocol):
    """The credentials of workspaces, by tenant. Every failure is a `StoreError`."""

    def put(self, tenant: str, credential: bytes) -> None:
        """Keep a credential in place of the one before; durable when this returns."""

    def get(self, tenant: str) -> bytes | None:
        """The tenant's credential; None where there is none."""

    def drop(self, tenant: str) -> None:
        """Delete the tenant's credential, wherever it lies; it does not matter if there is none."""


class FileVault:
    """A `Vault` in the key store beside an SQLite file."""

    def __init__(self, database: Path, key: MasterKey, *, busy_seconds: float = 5.0) -> None:
        self._file = Path(f"{database.resolve()}.keys")
        self._key = key
        self._busy_seconds = busy_seconds

    def put(self, tenant: str, credential: bytes) -> None:
        """Keep a credential in place of the one before; durable when this returns."""
        with self._opened() as ring:
            ring.put_credential(tenant, credential)

    def get(self, tenant: str) -> bytes | None:
        """The tenant's credential; None where there is none."""
        with self._opened() as ring:
            return ring.credential(tenant)

    def drop(self, tenant: str) -> None:
        """Delete the tenant's credential, also beside the backups; it does not matter if there is none.

        Where a folder with backups cannot be reached this fails; what is here is gone all the same.
        """
        with self._opened() as ring:
            ring.drop_credential(tenant)

    def _opened(self) -> AbstractContextManager[Keyring]:
        from core.store import keyring

        return keyring.opened(self._file, self._key, needed_by=None, busy_seconds=self._busy_seconds)
