"""The two borders of the core: where turns are kept, and what a turn is to the keeper.

A store knows nothing of coaching: it is handed bytes and gives them back. It decides two things only, and both
in one transaction with the turn: whether an event was seen before, and that nothing is half kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Protocol, TypeAlias

from core.events import Event, Person
from core.records import record


@record
class Turn:
    """What one event changes, ready to be kept. All three texts are private and are sealed by the store."""

    number: int
    """Counts the person's turns from 1; the journal row's key together with the person."""
    snapshot: bytes
    """All that the next turn needs to know of the person; replaces the one before."""
    entry: bytes
    """The journal row: what came in and which facts it brought; only an erasure changes it afterwards."""
    outgoing: bytes | None
    """The parts to send, in order; None when nothing is to be said."""
    due: datetime | None = None
    """When the coach has to come back to the person of itself (UTC); None: when they write."""
    erase: bool = False
    """Everything about the person is erased instead of kept: rows and key. What is outgoing is not stored."""
    remains: tuple[Entry, ...] | None = None
    """What the journal holds before this turn from now on, where a part of it is erased; rows that are not in it go,
    and so do unsent messages. All is sealed with a new key, so that no old copy of a row can be opened any more."""


Decide: TypeAlias = Callable[[bytes | None], Turn]
"""From the person's snapshot (None at first contact) to the turn. Pure: it may be run again after a rollback."""


@record
class Outgoing:
    """A turn's message that has not been confirmed as sent."""

    key: str
    """Stable: the same message has the same key at every attempt."""
    person: Person
    parts: bytes


@record
class Entry:
    """One row of a person's journal, unsealed."""

    number: int
    at: datetime
    content: bytes


class Store(Protocol):
    """Where turns are kept. Safe to call from any thread; each call is durable when it, or its future, is done.

    Every failure is a `StoreError`, and then nothing of the call was kept.
    """

    def take(self, event: Event, decide: Decide) -> Future[Outgoing | None]:
        """Run one turn in one transaction: seen before? stop; load, decide, keep.

        The future's result is the outgoing message, None when there is none or when the event had been taken
        before. An exception raised by `decide` reaches the future and undoes this turn alone.
        """

    def unsent(self, person: Person) -> list[Outgoing]:
        """What was decided for the person and not yet confirmed as sent, oldest first."""

    def mark_sent(self, key: str, person: Person) -> None:
        """Confirm that the message reached the platform; doing it twice is harmless."""

    def due(self, now: datetime, most: int) -> list[Person]:
        """Those to whom the coach has to come back by `now`, the longest overdue first."""

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """When the coach has to come back to anybody next (UTC), after an instant if one is given; else may be past."""

    def snapshot(self, person: Person) -> bytes | None:
        """The person's snapshot as the last turn left it."""

    def journal(self, person: Person) -> Iterator[Entry]:
        """All of the person's journal, oldest first; inside a turn, what the turns before it have left there."""

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept; False, and nothing is changed, where something is.

        The last entry's number is the snapshot's.
        """

    def tidy(self, before: datetime) -> None:
        """Forget, of everything older, which events it came with and what was never confirmed as sent."""

    def close(self) -> None:
        """Finish the turns already taken, then let go of the database."""
