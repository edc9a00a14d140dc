"""The outbox table: what turns have left to be sent, who has it in hand, and what became of it.

`SqliteKeeper` owns the connection and the thread, and asks here; which row is next is told by `outbox`, in memory. Every
statement names id, tenant and person of its row, but for those of a start.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from core.errors import StoreError
from core.events import Person
from core.ports import Backlog, Became, Claimed, DeadLetter, Outgoing, Settlement, Waiting
from core.store.faults import explained
from core.store.instants import instant, lasting, microseconds
from core.store.outbox import Outbox, Row

_UNREADABLE = "unreadable"
"""Why a message whose sealed words do not open is a dead letter."""

# It may go at once; but a row that gets its lease where an instant was is changed in place, without splitting its page.
_SEND = (
    "INSERT INTO outbox (id, tenant, person, number, key, sealed, at, nudge, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_WAITING = (
    "SELECT id, tenant, person, number, key, at, nudge, attempts, shown, leased, after, dead, reason, dead_at, withdrawn"
    " FROM outbox ORDER BY id"
)
_SEALED = "SELECT sealed FROM outbox WHERE id = ? AND tenant = ? AND person = ?"
_SENT = "DELETE FROM outbox WHERE id = ? AND tenant = ? AND person = ?"
_WITHDRAW = "UPDATE outbox SET withdrawn = 1 WHERE id = ? AND tenant = ? AND person = ?"
_CLAIM = (
    "UPDATE outbox SET attempts = attempts + 1, leased = ?, after = NULL FROM (VALUES {rows}) AS claimed"
    " WHERE id = claimed.column1 AND tenant = claimed.column2 AND person = claimed.column3 RETURNING id, sealed"
)
_MOST_CLAIMED = 1000
"""In one statement: one for each row was a third of the time."""
_SETTLE = (
    "UPDATE outbox SET attempts = ?, shown = ?, leased = NULL, after = ?, dead = ?, reason = ?, dead_at = ?"
    " WHERE id = ? AND tenant = ? AND person = ?"
)
_REVIVE = "UPDATE outbox SET dead = NULL, after = NULL WHERE id = ? AND tenant = ? AND person = ?"
_RELEASE = (
    "DELETE FROM outbox WHERE withdrawn = 1",
    "UPDATE outbox SET leased = NULL WHERE leased IS NOT NULL",
)
_LOSE = "INSERT INTO unreachable (tenant, person) VALUES (?, ?) ON CONFLICT DO NOTHING"
_REACH = "DELETE FROM unreachable WHERE tenant = ? AND person = ?"
_LOST = "SELECT tenant, person FROM unreachable"
_UNSEND = "DELETE FROM outbox WHERE id IN (SELECT id FROM journal WHERE tenant = ? AND person = ?)"
NOT_DUE = "UPDATE snapshot SET due = NULL WHERE tenant = ? AND person = ?"


class Deliveries:
    """The table and its memory, changed together."""

    def __init__(
        self, connection: sqlite3.Connection, file: Path, words: Callable[[Person, bytes, int], bytes]
    ) -> None:
        """`words` opens what is sealed of a person's turn, or raises `StoreError`."""
        self._connection = connection
        self._execute = connection.cursor().execute
        self._file = file
        self._words = words
        self._loaded: Outbox | None = None

    @property
    def outbox(self) -> Outbox:
        """All that waits, in memory."""
        if self._loaded is None:
            rows = [_row(*kept) for kept in self._connection.execute(_WAITING)]
            self._loaded = Outbox(rows, (Person(*lost) for lost in self._connection.execute(_LOST)))
        return self._loaded

    def drop_memory(self) -> None:
        """Load it again: the table was changed beside it, or what was done to both was rolled back."""
        self._loaded = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing, in memory too."""
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            self._execute("COMMIT")
        except BaseException:
            self._loaded = None
            if self._connection.in_transaction:
                with suppress(sqlite3.Error):  # the first error is the one to tell
                    self._connection.execute("ROLLBACK")
            raise

    def release(self) -> None:
        """At a start, with the lock in hand: whoever had these in hand is dead."""
        with self.transaction():
            for statement in _RELEASE:
                self._execute(statement)

    # --- inside a turn ---

    def put(self, row: int, person: Person, number: int, sealed: bytes, at: int, *, is_nudge: bool) -> str:
        """Keep what a turn leaves, under the id of its journal row; the message's key."""
        key = f"{row}-{os.urandom(6).hex()}"
        self._execute(_SEND, (row, person.tenant, person.id, number, key, sealed, at, is_nudge, at))
        self.outbox.add(Row(row, person, number, key, at, is_nudge))
        return key

    def take_back(self, person: Person, numbers: Sequence[int]) -> None:
        """What is in hand cannot be called back: it keeps its place until it is settled, and then goes for good."""
        for row in [row for row in self.outbox.of(person) if row.number in numbers]:
            if row.leased is None:
                self._execute(_SENT, (row.id, *row.person))
                self.outbox.remove(row)
            else:
                self._execute(_WITHDRAW, (row.id, *row.person))
                row.is_withdrawn = True

    def reach(self, person: Person) -> None:
        """They have done something: the way is open again, and what they refused goes out in its place."""
        self._execute(_REACH, person)
        outbox = self.outbox
        outbox.unreachable.discard(person)
        for row in outbox.of(person):
            if row.dead == Became.REFUSED:
                self._execute(_REVIVE, (row.id, *row.person))
                row.dead, row.after = None, None
        outbox.queue(person)

    def forget(self, person: Person) -> None:
        """Send nothing of theirs any more; before their journal rows go."""
        self._execute(_UNSEND, person)
        self._execute(_REACH, person)
        self.outbox.forget(person)

    # --- between turns ---

    def unsent(self, person: Person) -> list[Outgoing]:
        """Give what was decided for the person and not yet confirmed as sent, oldest first."""
        with explained(self._file):
            return [Outgoing(row.key, person, self._words_of(row), row.number) for row in self.outbox.of(person)]

    def mark_sent(self, key: str, person: Person) -> None:
        """Take the message out of the outbox."""
        with explained(self._file):
            row = self.outbox.find(person, key)
            if row is not None:
                self._connection.execute(_SENT, (row.id, *row.person))
                self.outbox.remove(row)

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages in hand, durably."""
        at = microseconds(now)
        with explained(self._file):
            rows = self.outbox.ready(platform, at, min(most, _MOST_CLAIMED))
            if not rows:
                return []
            until = at + lasting(lease)
            with self.transaction():
                sealed = dict(self._lease(rows, until))
                self.outbox.lease(platform, rows, until)
                return [found for row in rows if (found := self._claimed(row, sealed[row.id], at)) is not None]

    def _lease(self, rows: Sequence[Row], until: int) -> Iterable[tuple[int, bytes]]:
        """Mark rows as in hand; the sealed words of each."""
        named = [value for row in rows for value in (row.id, *row.person)]
        return self._execute(_claiming(len(rows)), (until, *named)).fetchall()

    def _claimed(self, row: Row, sealed: bytes, now: int) -> Claimed | None:
        """The message; None for one whose words do not open, which must not hold up all others."""
        try:
            words = self._words(row.person, sealed, row.number)
        except StoreError:
            self._settle(row, Settlement(row.key, row.person, Became.UNFIT, reason=_UNREADABLE), now)
            return None
        return Claimed(
            row.key, row.person, words, row.number, instant(row.at), row.attempts, row.shown, not row.is_nudge
        )

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages."""
        found = [(one, self.outbox.find(one.person, one.key)) for one in settlements]
        with explained(self._file), self.transaction():
            for settlement, row in found:
                if row is not None:
                    self._settle(row, settlement, microseconds(now))

    def _settle(self, row: Row, settlement: Settlement, now: int) -> None:
        became, outbox = settlement.became, self.outbox
        if became is Became.REFUSED:
            self._lose(row.person)
        if became is Became.SENT or row.is_withdrawn:
            self._execute(_SENT, (row.id, *row.person))
            outbox.remove(row)
            return
        if became is not Became.UNSURE:
            row.attempts -= 1
        if became in (Became.REFUSED, Became.UNFIT):
            row.dead, row.reason, row.dead_at = became.value, settlement.reason, now
        row.leased, row.shown = None, max(row.shown, settlement.shown)
        row.after = None if settlement.again is None else microseconds(settlement.again)
        values = (row.attempts, row.shown, row.after, row.dead, row.reason, row.dead_at, row.id, *row.person)
        self._execute(_SETTLE, values)
        outbox.queue(row.person)

    def lose(self, person: Person) -> None:
        """They cannot be reached until they do something: nothing that waits for them is claimed."""
        self._lose(person)
        self.outbox.queue(person)

    def _lose(self, person: Person) -> None:
        self._execute(_LOSE, person)
        self._execute(NOT_DUE, person)
        self.outbox.unreachable.add(person)

    def next_claim(self, platform: str) -> datetime | None:
        """Give the earliest instant at which something can be claimed."""
        with explained(self._file):
            at = self.outbox.next_ready(platform)
            return None if at is None else instant(at)

    def waiting(self, person: Person) -> list[Waiting]:
        """Give the nudges that wait in the person's outbox, oldest first."""
        with explained(self._file):
            return [
                Waiting(row.number, instant(row.at), row.may_have_been_shown, row.leased is not None)
                for row in self.outbox.of(person)
                if row.is_nudge and not row.is_withdrawn
            ]

    def backlog(self) -> Backlog:
        """Give how much waits to be sent; from memory."""
        with explained(self._file):
            letters = [row.dead is not None for row in self.outbox.all() if not row.is_withdrawn]
            return Backlog(letters.count(False), letters.count(True), len(self.outbox.unreachable))

    def dead_letters(self) -> list[DeadLetter]:
        """Give what could not be delivered, oldest first."""
        with explained(self._file):
            return dead_letters_among(self.outbox.all())

    def _words_of(self, row: Row) -> bytes:
        (sealed,) = self._execute(_SEALED, (row.id, *row.person)).fetchone()
        return self._words(row.person, sealed, row.number)


@lru_cache
def _claiming(rows: int) -> str:
    """The statement that claims so many rows."""
    return _CLAIM.format(rows=",".join(["(?, ?, ?)"] * rows))


def dead_letters(database: Path) -> list[DeadLetter]:
    """What could not be delivered from a file that a bot may have in use; nothing is written, no key is needed."""
    file = database.resolve()
    with explained(file), closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA query_only = ON")
        if not {"dead"} & {name for _, name, *_ in connection.execute("PRAGMA table_info(outbox)")}:
            return []  # no bot of this version has opened it yet
        return dead_letters_among(_row(*kept) for kept in connection.execute(_WAITING))


def dead_letters_among(rows: Iterable[Row]) -> list[DeadLetter]:
    """Those of the rows that are, oldest first."""
    return [
        DeadLetter(
            row.key, row.person, row.reason, row.attempts + 1, instant(row.at), instant(row.dead_at), not row.is_nudge
        )
        for row in sorted((row for row in rows if row.dead is not None), key=attrgetter("id"))
    ]


def _row(id_: int, tenant: str, person: str, *kept: Any) -> Row:
    number, key, at, nudge, attempts, shown, leased, after, dead, reason, dead_at, withdrawn = kept
    tried = (attempts, shown, leased, after)
    return Row(
        id_, Person(tenant, person), number, key, at, bool(nudge), *tried, dead, reason, dead_at, bool(withdrawn)
    )
