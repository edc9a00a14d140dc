"""Turns in an SQLite file: plain, synchronous, owned by one thread.

`Writer` puts it on a thread of its own. Here a turn is at most one read of the inbox and one of the snapshot, three
writes and one commit, and that is what decides how fast the coach is: before adding a statement, measure. Nothing may
enter the memory of snapshots before the COMMIT that made it true.
"""

from __future__ import annotations

import sqlite3
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from core.errors import KeyUnfit, StoreError, StoreUnfit
from core.events import Event, Person
from core.ports import Decide, Entry, Outgoing, Turn
from core.store import keyring, schema
from core.store.faults import explain, explained
from core.store.keys import MasterKey
from core.store.lock import sole_use
from core.store.recent import Recent
from core.store.sealing import BrokenSeal, Column, Seal

Outcome: TypeAlias = Outgoing | BaseException | None
"""What became of one turn: its message, none, or why nothing of it was kept."""

_REMEMBERED = 2048
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_SEEN = "SELECT 1 FROM journal WHERE tenant = ? AND event = ?"
_LOAD = "SELECT sealed FROM snapshot WHERE tenant = ? AND person = ?"
_KEEP = (
    "INSERT INTO snapshot (tenant, person, sealed) VALUES (?, ?, ?)"
    " ON CONFLICT (tenant, person) DO UPDATE SET sealed = excluded.sealed"
)
_APPEND = "INSERT INTO journal (tenant, person, number, at, event, sealed) VALUES (?, ?, ?, ?, ?, ?)"
_SEND = "INSERT INTO outbox (tenant, person, number, key, sealed) VALUES (?, ?, ?, ?, ?)"
_UNSENT = "SELECT number, key, sealed FROM outbox WHERE tenant = ? AND person = ? ORDER BY number"
_SENT = "DELETE FROM outbox WHERE tenant = ? AND person = ? AND key = ?"
_READ = (
    "SELECT number, at, sealed FROM journal WHERE tenant = ? AND person = ? AND number > ?"
    " ORDER BY number LIMIT ?"
)


class SqliteKeeper:
    """Keeps turns in one SQLite file, with the keys in another. For the thread that made it."""

    def __init__(self, database: Path, key: MasterKey, *, busy_seconds: float = 5.0) -> None:
        self._file = database.resolve()
        self._snapshots: Recent[bytes] = Recent(_REMEMBERED)
        with ExitStack() as opening:
            with explained(self._file):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            opening.enter_context(sole_use(self._file))
            self.db = opening.enter_context(
                schema.opened(self._file, schema.JOURNAL, busy_seconds=busy_seconds)
            )
            self._connection = self.db.conn
            with explained(self._file):
                self.db.execute("PRAGMA journal_mode = WAL")
                self.db.execute("PRAGMA synchronous = FULL")
                has_people = self.db.execute("SELECT 1 FROM snapshot LIMIT 1").fetchone() is not None
            self._keyring = opening.enter_context(
                keyring.opened(
                    Path(f"{self._file}.keys"),
                    key,
                    needed_by=self._file if has_people else None,
                    busy_seconds=busy_seconds,
                )
            )
            self._held = opening.pop_all()

    def close(self) -> None:
        """Let go of both files and of the lock; doing it twice is harmless."""
        self._held.close()

    def take(self, batch: Sequence[tuple[Event, Decide]]) -> list[Outcome]:
        """Run the turns in one transaction and tell what became of each; none is kept before all are durable."""
        fresh: dict[Person, bytes] = {}
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            if len(batch) == 1:
                outcomes: list[Outcome] = [self._turn(*batch[0], fresh)]
            else:
                outcomes = [self._turn_of_many(event, decide, fresh) for event, decide in batch]
            self._connection.execute("COMMIT")
        except BaseException as error:
            return self._nothing_kept(batch, error)
        for person, snapshot in fresh.items():
            self._snapshots.put(person, snapshot)
        return outcomes

    def _nothing_kept(self, batch: Sequence[tuple[Event, Decide]], error: BaseException) -> list[Outcome]:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        for event, _ in batch:
            self._snapshots.drop(event.person)
        return [self._failure(error)] * len(batch)

    def _turn_of_many(self, event: Event, decide: Decide, fresh: dict[Person, bytes]) -> Outcome:
        """Run one turn so that its failure undoes it alone."""
        self._connection.execute("SAVEPOINT turn")
        try:
            outcome: Outcome = self._turn(event, decide, fresh)
        except BaseException as error:
            if (
                not self._connection.in_transaction
            ):  # a full disk, say, ended it: the turns before are gone too
                raise
            self._connection.execute("ROLLBACK TO turn")
            outcome = self._failure(error)
        self._connection.execute("RELEASE turn")
        return outcome

    def _turn(self, event: Event, decide: Decide, fresh: dict[Person, bytes]) -> Outgoing | None:
        person = event.person
        if self._connection.execute(_SEEN, (person.tenant, event.id)).fetchone() is not None:
            return None
        known = fresh.get(person)
        turn = decide(known if known is not None else self._snapshot(person))
        seal = self._keyring.find_or_make(person)
        outgoing = self._keep(event, turn, seal)
        fresh[person] = turn.snapshot
        return outgoing

    def _keep(self, event: Event, turn: Turn, seal: Seal) -> Outgoing | None:
        tenant, id_, number = event.person.tenant, event.person.id, turn.number
        execute = self._connection.execute
        execute(_KEEP, (tenant, id_, seal.close(turn.snapshot, Column.SNAPSHOT)))
        at = (event.at - _EPOCH) // _MICROSECOND
        execute(_APPEND, (tenant, id_, number, at, event.id, seal.close(turn.entry, Column.ENTRY, number)))
        if turn.outgoing is None:
            return None
        key = _key(event, number)
        execute(_SEND, (tenant, id_, number, key, seal.close(turn.outgoing, Column.OUTGOING, number)))
        return Outgoing(key, event.person, turn.outgoing)

    def _snapshot(self, person: Person) -> bytes | None:
        known = self._snapshots.get(person)
        if known is not None:
            return known
        row = self._connection.execute(_LOAD, (person.tenant, person.id)).fetchone()
        return None if row is None else self._open(self._seal(person), row[0], Column.SNAPSHOT)

    def snapshot(self, person: Person) -> bytes | None:
        """Give the person's snapshot as the last turn left it."""
        with explained(self._file):
            return self._snapshot(person)

    def unsent(self, person: Person) -> list[Outgoing]:
        """Give what was decided for the person and not yet confirmed as sent, oldest first."""
        with explained(self._file):
            rows = self._connection.execute(_UNSENT, (person.tenant, person.id)).fetchall()
            return [
                Outgoing(key, person, self._open(self._seal(person), sealed, Column.OUTGOING, number))
                for number, key, sealed in rows
            ]

    def mark_sent(self, key: str, person: Person) -> None:
        """Take the message out of the outbox."""
        with explained(self._file):
            self._connection.execute(_SENT, (person.tenant, person.id, key))

    def journal(self, person: Person, *, after: int, limit: int) -> list[Entry]:
        """Give a page of the person's journal, oldest first: the rows that follow number `after`."""
        with explained(self._file):
            rows: Iterable[tuple[int, int, bytes]] = self._connection.execute(
                _READ, (person.tenant, person.id, after, limit)
            ).fetchall()
            return [
                Entry(
                    number,
                    _EPOCH + at * _MICROSECOND,
                    self._open(self._seal(person), sealed, Column.ENTRY, number),
                )
                for number, at, sealed in rows
            ]

    def _seal(self, person: Person) -> Seal:
        seal = self._keyring.find(person)
        if seal is None:
            raise KeyUnfit(
                f"A person in {self._file} has no key in {self._file}.keys; "
                "put the latest copy of the key store back."
            )
        return seal

    def _open(self, seal: Seal, sealed: bytes, column: Column, number: int = 0) -> bytes:
        try:
            return seal.open(sealed, column, number)
        except BrokenSeal as error:
            raise StoreUnfit(
                f"A sealed text in {self._file} was changed, or moved from another row; restore the latest backup."
            ) from error

    def _failure(self, error: BaseException) -> BaseException:
        match error:
            case sqlite3.IntegrityError():
                return StoreError(
                    f"A turn does not fit the ones {self._file} has: its number is taken, or is below 1; "
                    "this is a fault of the program, please report it."
                )
            case sqlite3.Error():
                return explain(self._file, error)
        return error


def _key(event: Event, number: int) -> str:
    """Name the message, in at most 25 characters for the first million turns (Discord's limit for a nonce).

    The event is in it, so that a person who was erased and starts again at 1 never meets a key of before.
    """
    origin = repr((event.person.tenant, event.person.id, event.id)).encode()
    return f"{number}-{urlsafe_b64encode(blake2b(origin, digest_size=9).digest()).decode()}"
