"""A new master key on PostgreSQL: whatever is wrapped is wrapped anew, in one transaction.

It begins by changing the proof, for which everybody waits who is about to write a wrapped key; so nothing is wrapped with the old
master key behind its back. The new key is durable before, and the old one goes after: the command may be repeated.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from psycopg import Connection

from core.errors import KeyUnfit
from core.events import Person
from core.store.addresses import NAME
from core.store.backends import Rotated
from core.store.keys import MasterKey
from core.store.postgres import keys, statements
from core.store.sealing import Column, Seal, SealError, owner

_WRAPPED = "SELECT wrapped, tenant, person FROM rebound_keys.person_key"
_WRAP = "UPDATE rebound_keys.person_key SET wrapped = %s WHERE tenant = %s AND person = %s"
_CREDENTIALS = "SELECT wrapped, tenant, '' FROM rebound_keys.credential"
_SEAL = "UPDATE rebound_keys.credential SET wrapped = %s WHERE tenant = %s AND %s = ''"
_PEOPLE = "SELECT count(*) FROM rebound_keys.person_key"


def rotate(connection: Connection, key: MasterKey) -> Rotated:
    """Wrap all anew with the successor of a master key."""
    old = key.read(sealed=NAME)
    successor = key.made_successor()
    new = successor.read(sealed=NAME)
    if old == new:
        raise KeyUnfit("The new master key is the one in use; write another one as REBOUND_NEW_KEY.")
    with connection.transaction():
        (proof,) = connection.execute(f"{statements.PROOF} FOR UPDATE").fetchone() or (b"",)
        if keys.fits(old, bytes(proof)):
            _wrap_anew(connection, old, new)
        elif not keys.fits(new, bytes(proof)):
            raise keys.another()
        (people,) = connection.execute(_PEOPLE).fetchone() or (0,)
    return Rotated(people, f"{key.adopt_successor()} Start every process again.")


def _wrap_anew(connection: Connection, old: bytes, new: bytes) -> None:
    events = keys.event_key(connection, old)
    keys.adopt(connection, new)
    keys.keep_event_key(connection, events, new)
    before, after = AESGCM(old), AESGCM(new)
    for select, update, column in ((_WRAPPED, _WRAP, Column.KEY), (_CREDENTIALS, _SEAL, Column.CREDENTIAL)):
        anew = []
        for wrapped, tenant, id_ in connection.execute(select):
            whose = owner(Person(tenant, id_))
            try:
                secret = Seal(before, whose).open(bytes(wrapped), column)
            except SealError as error:
                raise keys.changed() from error
            anew.append((Seal(after, whose).close(secret, column), tenant, id_))
        connection.cursor().executemany(update, anew)
