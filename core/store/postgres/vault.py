"""What opens workspaces to us, in the schema with the keys, sealed with the master key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from psycopg import Connection

from core.store.keys import MasterKey
from core.store.postgres import keys
from core.store.postgres.keys import PROOF_HELD

_PUT = (
    f"WITH {PROOF_HELD} INSERT INTO rebound_keys.credential (tenant, wrapped) SELECT %s, %s FROM master"  # noqa: S608 (ours)
    " ON CONFLICT (tenant) DO UPDATE SET wrapped = excluded.wrapped RETURNING TRUE"
)
_GET = "SELECT wrapped FROM rebound_keys.credential WHERE tenant = %s"
_ALL = "SELECT tenant, wrapped FROM rebound_keys.credential ORDER BY tenant"
_DROP = "DELETE FROM rebound_keys.credential WHERE tenant = %s"


class PostgresVault:
    """A `Vault`; each call has a connection of its own."""

    def __init__(self, connected: Callable[[], AbstractContextManager[Connection]], key: MasterKey) -> None:
        """`connected` gives a connection for as long as a block runs, and raises `StoreError`."""
        self._connected = connected
        self._key = key

    def put(self, tenant: str, credential: bytes) -> None:
        """Keep a credential in place of the one before."""
        with self._connected() as connection, connection.transaction():
            wrapping = keys.wrapping(connection, self._key)
            sealed = wrapping.closed_credential(tenant, credential)
            if connection.execute(_PUT, (wrapping.proof, tenant, sealed)).fetchone() is None:
                raise keys.another()

    def get(self, tenant: str) -> bytes | None:
        """The tenant's credential; None where there is none."""
        with self._connected() as connection:
            found = connection.execute(_GET, (tenant,)).fetchone()
            wrapping = None if found is None else keys.existing(connection, self._key)
            return None if found is None or wrapping is None else wrapping.opened_credential(tenant, bytes(found[0]))

    def drop(self, tenant: str) -> None:
        """Delete the tenant's credential; it does not matter if there is none."""
        with self._connected() as connection:
            connection.execute(_DROP, (tenant,))


def credentials(connection: Connection, key: MasterKey) -> list[bytes]:
    """What opens workspaces to us, by tenant."""
    found = connection.execute(_ALL).fetchall()
    wrapping = keys.existing(connection, key) if found else None
    return [] if wrapping is None else [wrapping.opened_credential(tenant, bytes(sealed)) for tenant, sealed in found]
