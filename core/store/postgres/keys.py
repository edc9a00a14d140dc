"""The people's keys on PostgreSQL: one for each, wrapped by the master key, in a schema of their own.

A key is made, and destroyed, in the very transaction of the turn, so there is nothing to settle after a crash. Several
processes wrap keys: each statement that writes one holds `PROOF_HELD`, so that nobody goes on wrapping with a master key that was
rotated away, and so that the first process's master key is everybody's.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg import Connection

from core.errors import KeyUnfit
from core.events import Person
from core.store import tokens
from core.store.addresses import NAME
from core.store.keys import MasterKey
from core.store.sealing import Column, Seal, SealError, owner

PROOF_HELD = "master AS (SELECT TRUE FROM rebound_keys.master WHERE proof = %s FOR SHARE)"
"""The master key is still the one of this proof, until the transaction ends; a part of a `WITH`."""

_PROOF = "SELECT proof FROM rebound_keys.master"
_ADOPT = (
    "INSERT INTO rebound_keys.master (id, proof) VALUES (1, %s) ON CONFLICT (id) DO UPDATE SET proof = excluded.proof"
)
_EVENT_KEY = "SELECT wrapped FROM rebound_keys.event_key"
_KEEP_EVENT_KEY = (
    "INSERT INTO rebound_keys.event_key (id, wrapped) VALUES (1, %s)"
    " ON CONFLICT (id) DO UPDATE SET wrapped = excluded.wrapped"
)


class Wrapping:
    """Wraps and opens people's keys with the master key. Safe to use from any thread."""

    def __init__(self, master: bytes, proof: bytes, events: bytes) -> None:
        """`proof` is what is kept of the master key; with the key `events`, events of people who were erased are known again."""
        self.proof = proof
        self._master = AESGCM(master)
        self._events = events

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
            raise changed() from error

    def token(self, person: Person, event: str) -> bytes:
        """What an event of somebody who is gone is known by."""
        return tokens.token(self._events, person, event)

    def closed_credential(self, tenant: str, credential: bytes) -> bytes:
        """What opens a tenant to us, sealed."""
        return Seal(self._master, owner(Person(tenant, ""))).close(credential, Column.CREDENTIAL)

    def opened_credential(self, tenant: str, sealed: bytes) -> bytes:
        """What opens a tenant to us; `KeyUnfit` if it does not open."""
        try:
            return Seal(self._master, owner(Person(tenant, ""))).open(sealed, Column.CREDENTIAL)
        except SealError as error:
            raise changed() from error


def wrapping(connection: Connection, key: MasterKey) -> Wrapping:
    """With the master key, once it was seen to fit; `KeyUnfit` if it does not.

    In a transaction of the caller's, in which nobody else does the same: the first master key is adopted here.
    """
    proof = _proof(connection)
    master = key.read(sealed=NAME if proof else None)
    if proof is None:
        proof = adopt(connection, master)
    elif not fits(master, proof):
        master = _successor(key, proof)
    return Wrapping(master, proof, event_key(connection, master))


def existing(connection: Connection, key: MasterKey) -> Wrapping | None:
    """As `wrapping`, for one who only looks: None where no master key was adopted yet, and nothing is created."""
    proof = _proof(connection)
    if proof is None:
        return None
    master = key.read(sealed=NAME)
    if not fits(master, proof):
        master = _successor(key, proof)
    return Wrapping(master, proof, event_key(connection, master))


def _proof(connection: Connection) -> bytes | None:
    (proof,) = connection.execute(_PROOF).fetchone() or (None,)
    return None if proof is None else bytes(proof)


def fits(master: bytes, proof: bytes) -> bool:
    """Whether the people's keys are wrapped by this master key."""
    try:
        Seal(AESGCM(master), b"").open(proof, Column.CHECK)
    except SealError:
        return False
    return True


def adopt(connection: Connection, master: bytes) -> bytes:
    """From now on the keys fit this master key; its proof."""
    proof = Seal(AESGCM(master), b"").close(b"", Column.CHECK)
    connection.execute(_ADOPT, (proof,))
    return proof


def event_key(connection: Connection, master: bytes) -> bytes:
    """The key with which events of people who were erased are known again; made at the first call, and kept by a rotation."""
    (wrapped,) = connection.execute(_EVENT_KEY).fetchone() or (None,)
    if wrapped is None:
        key = tokens.first_key(master)
        keep_event_key(connection, key, master)
        return key
    try:
        return Seal(AESGCM(master), b"").open(bytes(wrapped), Column.EVENTS)
    except SealError as error:
        raise changed() from error


def keep_event_key(connection: Connection, key: bytes, master: bytes) -> None:
    """Keep it, sealed with a master key."""
    connection.execute(_KEEP_EVENT_KEY, (Seal(AESGCM(master), b"").close(key, Column.EVENTS),))


def _successor(key: MasterKey, proof: bytes) -> bytes:
    """The key that an interrupted rotation has put in the place of this one."""
    if key.successor is not None:
        master = key.successor.read(sealed=NAME)
        if fits(master, proof):
            return master
    raise another()


def another() -> KeyUnfit:
    """The refusal of a master key that does not fit."""
    return KeyUnfit(
        "The master key is not the one that the database was sealed with; give every process the one that was used first, "
        "or, after `rebound rotate-key`, the new one."
    )


def changed() -> KeyUnfit:
    """The refusal of something wrapped that does not open."""
    return KeyUnfit(
        "A key in the database does not open: start this process again if the master key was rotated meanwhile, "
        "or else restore the latest dump."
    )
