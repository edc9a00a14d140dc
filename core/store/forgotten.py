"""The events of people who were erased, for as long as they may be delivered again; else "forget me" would be undone by it.

What is kept of an event is a keyed hash and its instant: whoever has the file alone learns neither whose it was nor that
two of them were one person's.
"""

from __future__ import annotations

from sqlite3 import Cursor
from typing import Protocol

from core.events import Person
from core.store.keyring import Keyring

_EVENTS_OF = "SELECT event, at FROM journal WHERE tenant = ? AND person = ? AND event IS NOT NULL"
_KEEP = "INSERT OR IGNORE INTO forgotten (token, at) VALUES (?, ?)"
_ALL = "SELECT token FROM forgotten"
_BEFORE = "DELETE FROM forgotten WHERE at < ?"


class Execute(Protocol):
    """Runs a statement."""

    def __call__(self, sql: str, parameters: tuple[object, ...] = (), /) -> Cursor:
        """As `sqlite3.Connection.execute`."""


class Forgotten:
    """Tells an event that comes again after its person was erased. For the thread that owns the database."""

    def __init__(self, execute: Execute, ring: Keyring) -> None:
        self._execute = execute
        self._ring = ring
        self._tokens: set[bytes] | None = None

    def keep(self, person: Person, *more: tuple[str, int]) -> None:
        """Before the person's rows go; `more` are events that have no row, with their instants in microseconds."""
        events = [*self._execute(_EVENTS_OF, (person.tenant, person.id)), *more]
        for event, at in events:
            self._execute(_KEEP, (self._ring.token(person, event), at))
        self._tokens = None

    def has(self, person: Person, event: str) -> bool:
        """Whether it is one of them."""
        if self._tokens is None:
            self._tokens = {token for (token,) in self._execute(_ALL)}
        return bool(self._tokens) and self._ring.token(person, event) in self._tokens

    def tidy(self, before: int) -> None:
        """Let go of what can no longer be delivered again."""
        self._execute(_BEFORE, (before,))
        self._tokens = None

    def look_again(self) -> None:
        """A transaction was undone: what is in the table may be another thing than is known here."""
        self._tokens = None
