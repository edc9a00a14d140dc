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

_SEND = "INSERT INTO outbox (id, tenant, person, number, key, sealed, at, nudge) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_WAITING = (
    "SELECT id, outbox.tenant, outbox.person, number, key, at, nudge, coalesce(in_hand.attempts, outbox.attempts), shown,"
    " until, after, dead, reason, dead_at, withdrawn FROM outbox LEFT JOIN in_hand USING (id) ORDER BY id"
)
_DEAD = (
    "SELECT id, tenant, person, number, key, at, nudge, attempts, shown, NULL, after, dead, reason, dead_at, withdrawn"
    " FROM outbox WHERE dead IS NOT NULL ORDER BY id"
)
_SEALED = "SELECT sealed FROM outbox WHERE id = ? AND tenant = ? AND person = ?"
_SENT = "DELETE FROM outbox WHERE id = ? AND tenant = ? AND person = ?"
_WITHDRAW = "UPDATE outbox SET withdrawn = 1 WHERE id = ? AND tenant = ? AND person = ?"
_TAKE_IN_HAND = "INSERT OR REPLACE INTO in_hand (id, tenant, person, attempts, until) VALUES (?, ?, ?, ?, ?)"
_LET_GO = "DELETE FROM in_hand WHERE id = ? AND tenant = ? AND person = ?"
_SETTLE = (
    "UPDATE outbox SET attempts = ?, shown = ?, after = ?, dead = ?, reason = ?, dead_at = ?"
    " WHERE id = ? AND tenant = ? AND person = ?"
)
_REVIVE = "UPDATE outbox SET dead = NULL, after = NULL WHERE id = ? AND tenant = ? AND person = ?"
_RELEASE = (
    "DELETE FROM outbox WHERE withdrawn = 1",
    "UPDATE outbox SET attempts = in_hand.attempts, after = NULL FROM in_hand WHERE outbox.id = in_hand.id",
    "DELETE FROM in_hand",
)
_LOSE = "INSERT INTO unreachable (tenant, person) VALUES (?, ?) ON CONFLICT DO NOTHING"
_REACH = "DELETE FROM unreachable WHERE tenant = ? AND person = ?"
_LOST = "SELECT tenant, person FROM unreachable"
_UNSEND = (
    "DELETE FROM outbox WHERE id IN (SELECT id FROM journal WHERE tenant = ? AND person = ?)",
    "DELETE FROM in_hand WHERE tenant = ? AND person = ?",
)
NOT_DUE = "UPDATE snapshot SET due = NULL WHERE tenant = ? AND person = ?"


class Deliveries:
    """The table and its memory, changed together."""

    def __init__(
        self, connection: sqlite3.Connection, file: Path, words: Callable[[Person, bytes, int], bytes]
    ) -> None:
        """`words` opens what is sealed of a person's turn, or raises `StoreError`."""
        self._connection = connection
        cursor = connection.cursor()
        self._execute, self._execute_each = cursor.execute, cursor.executemany
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
        try:
            self._execute("BEGIN IMMEDIATE")
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

    def put(
        self, row: int, person: Person, number: int, words: bytes, sealed: bytes, at: int, *, is_nudge: bool
    ) -> str:
        """Keep what a turn leaves, under the id of its journal row; the message's key."""
        key = f"{row}-{os.urandom(6).hex()}"
        self._execute(_SEND, (row, person.tenant, person.id, number, key, sealed, at, is_nudge))
        self.outbox.add(Row(row, person, number, key, at, is_nudge), words)
        return key

    def take_back(self, person: Person, numbers: Sequence[int]) -> None:
        """What is in hand cannot be called back: it keeps its place until it is settled, and then goes for good."""
        for row in [row for row in self.outbox.of(person) if row.number in numbers]:
            if row.leased is None:
                self._drop(row)
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
        for statement in (*_UNSEND, _REACH):
            self._execute(statement, person)
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
                self._drop(row)

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages in hand, durably."""
        at = microseconds(now)
        with explained(self._file):
            rows = self.outbox.ready(platform, at, most)
            if not rows:
                return []
            until = at + lasting(lease)
            with self.transaction():
                self.outbox.lease(platform, rows, until)
                self._execute_each(_TAKE_IN_HAND, [(row.id, *row.person, row.attempts, until) for row in rows])
                return [found for row in rows if (found := self._claimed(row, at)) is not None]

    def _claimed(self, row: Row, now: int) -> Claimed | None:
        """The message; None for one whose words do not open, which must not hold up all others."""
        try:
            words = self._words_of(row)
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
            self._drop(row)
            return
        if became is not Became.UNSURE:
            row.attempts -= 1
        if became in (Became.REFUSED, Became.UNFIT):
            row.dead, row.reason, row.dead_at = became.value, settlement.reason, now
        row.leased, row.shown = None, max(row.shown, settlement.shown)
        row.after = None if settlement.again is None else microseconds(settlement.again)
        values = (row.attempts, row.shown, row.after, row.dead, row.reason, row.dead_at, row.id, *row.person)
        self._execute(_SETTLE, values)
        self._execute(_LET_GO, (row.id, *row.person))
        outbox.queue(row.person)

    def _drop(self, row: Row) -> None:
        """It was sent, or is not to be sent any more."""
        self._execute(_SENT, (row.id, *row.person))
        if row.leased is not None:
            self._execute(_LET_GO, (row.id, *row.person))
        self.outbox.remove(row)

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
        held = self.outbox.words(row)
        if held is not None:
            return held
        (sealed,) = self._execute(_SEALED, (row.id, *row.person)).fetchone()
        return self._words(row.person, sealed, row.number)


def dead_letters(database: Path) -> list[DeadLetter]:
    """What could not be delivered from a file that a bot may have in use; nothing is written, no key is needed."""
    file = database.resolve()
    with explained(file), closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA query_only = ON")
        if not {"dead"} & {name for _, name, *_ in connection.execute("PRAGMA table_info(outbox)")}:
            return []  # no bot of this version has opened it yet
        return dead_letters_among(_row(*kept) for kept in connection.execute(_DEAD))


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
