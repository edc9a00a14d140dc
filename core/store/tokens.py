"""What an event of somebody who was erased is known by: a keyed hash, from which nobody without the key can tell whose it was.

The key outlives the master key, so that a rotation forgets no event.
"""

from __future__ import annotations

import hmac

from core.events import Person
from core.store.sealing import owner

_EVENTS = b"rebound: events of people who were erased"
_BYTES = 16


def first_key(master: bytes) -> bytes:
    """The key where none is kept yet: derived from the master key, as all were that a program before this kept."""
    return hmac.digest(master, _EVENTS, "sha256")


def token(key: bytes, person: Person, event: str) -> bytes:
    """What the person's event is known by."""
    told = owner(person) + event.encode("utf-8", "surrogatepass")
    return hmac.digest(key, told, "sha256")[:_BYTES]
