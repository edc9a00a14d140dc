"""The people's keys on PostgreSQL: one for each, wrapped by the master key, in a schema of their own.

A key is made, and destroyed, in the very transaction of the turn, so there is nothing to settle after a crash.
"""

from __future__ import annotations

import hmac

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg import Connection

from core.errors import KeyUnfit
from core.events import Person
from core.store.keyring import EVENTS, TOKEN_BYTES
from core.store.keys import MasterKey
from core.store.sealing import Column, Seal, SealError, owner

_IS_SEALED = "SELECT EXISTS (SELECT 1 FROM rebound_keys.person_key) OR EXISTS (SELECT 1 FROM rebound_keys.credential)"
_PROOF = "SELECT proof FROM rebound_keys.master"
_ADOPT = (
    "INSERT INTO rebound_keys.master (id, proof) VALUES (1, %s) ON CONFLICT (id) DO UPDATE SET proof = excluded.proof"
)
WHERE = "PostgreSQL"
"""What the database is called in a sentence."""


class Wrapping:
    """Wraps and opens people's keys with the master key. Safe to use from any thread."""

    def __init__(self, master: bytes) -> None:
        self._master = AESGCM(master)
        self._events = hmac.digest(master, EVENTS, "sha256")

    def made(self, person: Person) -> tuple[bytes, Seal]:
        """A new key, wrapped, and the seal with it."""
        key = AESGCM.generate_key(256)
        whose = owner(person)
        return Seal(self._master, whose).close(key, Column.KEY), Seal(AESGCM(key), whose)

    def opened(self, person: Person, wrapped: bytes) -> Seal:
        """The seal with a wrapped key; `KeyUnfit` if it does not open."""
        whose = owner(person)
        try:
            return Seal(AESGCM(Seal(self._master, whose).open(wrapped, Column.KEY)), whose)
        except SealError as error:
            raise KeyUnfit("A person's key was changed or moved; restore the latest copy of the keys.") from error

    def token(self, person: Person, event: str) -> bytes:
        """What an event of somebody who is gone is known by, as in `core.store.keyring`."""
        told = owner(person) + event.encode("utf-8", "surrogatepass")
        return hmac.digest(self._events, told, "sha256")[:TOKEN_BYTES]


def wrapping(connection: Connection, key: MasterKey) -> Wrapping:
    """With the master key, once it was seen to fit; `KeyUnfit` if it does not. In a transaction of the caller's."""
    from pathlib import Path

    (is_sealed,) = connection.execute(_IS_SEALED).fetchone() or (False,)
    master = key.read(sealed=Path(WHERE) if is_sealed else None)
    (proof,) = connection.execute(_PROOF).fetchone() or (None,)
    if proof is None or not is_sealed:
        connection.execute(_ADOPT, (Seal(AESGCM(master), b"").close(b"", Column.CHECK),))
    else:
        try:
            Seal(AESGCM(master), b"").open(bytes(proof), Column.CHECK)
        except SealError:
            raise KeyUnfit(
                "The master key is not the one that the database was sealed with; give the one that was used before."
            ) from None
    return Wrapping(master)
