"""What the tests of the store share: a key, events, and turns that need no coach."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime

from core.events import Event, Person, Text
from core.ports import Decide, Outgoing, Store, Turn
from core.store import KeyText

KEY = KeyText("5e" * 32)
OTHER_KEY = KeyText("a1" * 32)
ADA = Person("slack:T01", "U-ada")
BO = Person("slack:T01", "U-bo")
NOW = datetime(2026, 11, 20, 18, 30, 0, 123456, tzinfo=UTC)
SECONDS = 20.0
"""How long a test waits for an answer before it calls the store stuck."""

Reopen = Callable[[], Store]
"""Opens the same place again, closing the store that had it open."""


def event(id_: str, person: Person = ADA) -> Event:
    """An event with that id; its words play no part."""
    return Text(id=id_, person=person, at=NOW, text="hello")


def turn(
    number: int, *, snapshot: bytes = b"snapshot", entry: bytes = b"entry", outgoing: bytes | None = b"out"
) -> Turn:
    """A turn that says what the test needs, and something plausible else."""
    return Turn(number=number, snapshot=snapshot, entry=entry, outgoing=outgoing)


def decides(decided: Turn) -> Decide:
    """The simplest coach: always this turn."""
    return lambda _snapshot: decided


def counting(snapshot: bytes | None) -> Turn:
    """A coach that counts: its snapshot is the number of the turn."""
    number = int(snapshot or b"0") + 1
    text = str(number).encode()
    return Turn(number=number, snapshot=text, entry=b"entry " + text, outgoing=b"out " + text)


def taken(future: Future[Outgoing | None]) -> Outgoing | None:
    """Wait for a turn."""
    return future.result(timeout=SECONDS)


def take(store: Store, id_: str, decide: Decide = counting, person: Person = ADA) -> Outgoing | None:
    """Take one event and wait for its turn."""
    return taken(store.take(event(id_, person), decide))
