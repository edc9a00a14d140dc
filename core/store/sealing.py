"""Sealing: AES-GCM over one text, bound to the place where the text is stored.

A sealed text is one version byte, a random 96-bit nonce and the ciphertext with its tag. The *place* (whose
it is, in which column, in which row) is authenticated with it, so a blob copied to another row or person does
not open. Write an owner only with `owner`: ids joined without their lengths would let two different people
look alike.
"""

from __future__ import annotations

import os
from enum import Enum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.events import Person

_VERSION = b"\x01"
_NONCE_BYTES = 12
_HEAD = len(_VERSION) + _NONCE_BYTES


class Column(bytes, Enum):
    """What is sealed; the values are part of every stored text and never change."""

    CHECK = b"c"
    KEY = b"k"
    SNAPSHOT = b"s"
    ENTRY = b"j"
    OUTGOING = b"o"
    CREDENTIAL = b"t"
    EVENTS = b"e"


class SealError(Exception):
    """The text was changed, or moved here from another place, or sealed with another key."""


class Seal:
    """Seals and opens the texts of one owner with one key."""

    __slots__ = ("_cipher", "_owner")

    def __init__(self, cipher: AESGCM, owner: bytes) -> None:
        self._cipher = cipher
        self._owner = _VERSION + owner

    def close(self, text: bytes, column: Column, number: int = 0) -> bytes:
        """Seal the text for this column, and for this row where rows are numbered."""
        nonce = os.urandom(_NONCE_BYTES)
        place = b"%b%b%d" % (self._owner, column, number)
        return _VERSION + nonce + self._cipher.encrypt(nonce, text, place)

    def open(self, sealed: bytes, column: Column, number: int = 0) -> bytes:
        """Give the text back, or raise `SealError`."""
        if len(sealed) < _HEAD or sealed[:1] != _VERSION:
            raise SealError
        place = b"%b%b%d" % (self._owner, column, number)
        try:
            return self._cipher.decrypt(sealed[1:_HEAD], sealed[_HEAD:], place)
        except InvalidTag:
            raise SealError from None


def owner(person: Person) -> bytes:
    """The person as a part of a place: both ids with their lengths, so that no two people read the same."""
    tenant, id_ = person.tenant.encode(), person.id.encode()
    return b"%d:%b%d:%b" % (len(tenant), tenant, len(id_), id_)
