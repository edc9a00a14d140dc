"""Turns in an SQLite file: plain, synchronous, owned by one thread.

`Writer` puts it on a thread of its own. Here a turn is at most one read of the inbox and one of the snapshot,
three writes and one commit, and that is what decides how fast the coach is: before adding a statement,
measure. Nothing may enter the memory of snapshots before the COMMIT that made it true.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from core.errors import KeyUnfit, StoreError, StoreUnfit
from core.events import NudgeDue, Occurrence, Person
from core.ports import (
    UNKEPT,
    Backlog,
    Claimed,
    DeadLetter,
    Decide,
    Entry,
    Outgoing,
    Settlement,
    Turn,
    Waiting,
)
from core.store import keyring, schema
from core.store.delivery import NOT_DUE, Deliveries
from core.store.faults import explain, explained
from core.store.forgotten import Forgotten
from core.store.instants import instant, microseconds
from core.store.keys import MasterKey
from core.store.lock import sole_use
from core.store.recent import Recent
from core.store.sealing import Column, Seal, SealError

Outcome: TypeAlias = Outgoing | BaseException | None
"""What became of one turn: its message, none, or why nothing of it was kept."""

_REMEMBERED = 1024
_NEVER = -(2**63)
"""Before any instant."""

_SEEN = "SELECT 1 FROM journal WHERE tenant = ? AND person = ? AND event = ?"
_LOAD = "SELECT number, sealed FROM snapshot WHERE tenant = ? AND person = ?"
_BEGIN_WITH = "INSERT OR IGNORE INTO snapshot (number, sealed, due, tenant, person) VALUES (?, ?, ?, ?, ?)"
_REPLACE = "UPDATE snapshot SET number = ?, sealed = ?, due = ? WHERE tenant = ? AND person = ? AND number < ?"
_APPEND = "INSERT INTO journal (tenant, person, number, at, event, sealed) VALUES (?, ?, ?, ?, ?, ?)"
_DEPART = "INSERT INTO departed (tenant, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_RETURN = "DELETE FROM departed WHERE tenant = ?"
_IS_DEPARTED = "SELECT 1 FROM departed WHERE tenant = ?"
_WITH = "SELECT tenant FROM snapshot WHERE person = ? ORDER BY tenant"
_DEPARTED = "SELECT tenant FROM departed WHERE at <= ? ORDER BY at"
_PEOPLE = "SELECT tenant, person FROM snapshot WHERE tenant = ?"
_FORGET = (
    "DELETE FROM journal WHERE tenant = ? AND person = ?",
    "DELETE FROM snapshot WHERE tenant = ? AND person = ?",
)
_NUMBERS = "SELECT id, number FROM journal WHERE tenant = ? AND person = ?"
_RESEAL = "UPDATE journal SET sealed = ? WHERE id = ? AND tenant = ? AND person = ?"
_DROP = "DELETE FROM journal WHERE id = ? AND tenant = ? AND person = ?"
_UNSENT_BEFORE = (
    "DELETE FROM outbox WHERE id IN (SELECT id FROM journal WHERE at < ?)",
    "DELETE FROM in_hand WHERE id IN (SELECT id FROM journal WHERE at < ?)",
)
_EVENTS_BEFORE = "UPDATE journal SET event = NULL WHERE at < ? AND event IS NOT NULL"
_DUE = "SELECT tenant, person FROM snapshot WHERE due <= ? ORDER BY due LIMIT ?"
_DUE_OF = (
    "SELECT tenant, person FROM snapshot WHERE due <= ? AND substr(tenant, 1, instr(tenant || ':', ':') - 1)"
    " IN (SELECT value FROM json_each(?)) ORDER BY due LIMIT ?"
)
_NEXT_DUE = "SELECT min(due) FROM snapshot WHERE due > ?"
_ROWS = "SELECT id FROM journal WHERE tenant = ? AND person = ? ORDER BY id"
_READ = "SELECT number, at, sealed FROM journal WHERE id = ? AND tenant = ? AND person = ?"


class _Known:
    """What is remembered of a person: their seal, if they have a key, and the snapshot of their last turn."""

    __slots__ = ("seal", "snapshot")

    def __init__(self, seal: Seal | None, snapshot: bytes | None) -> None:
        self.seal = seal
        self.snapshot = snapshot


class SqliteKeeper:
    """Keeps turns in one SQLite file, with the keys in another. For the thread that made it."""

    def __init__(self, database: Path, key: MasterKey, *, busy_seconds: float = 5.0) -> None:
        self._file = database.resolve()
        self._people: Recent[_Known] = Recent(_REMEMBERED)
        with ExitStack() as opening:
            opening.enter_context(sole_use(self._file))
            self.db = opening.enter_context(
                schema.opened(self._file, schema.JOURNAL, journal_mode="WAL", busy_seconds=busy_seconds)
            )
            self._connection = self.db.conn
            self._execute = self._connection.cursor().execute  # one cursor for all turns: it is the cheapest
            self._deliveries = Deliveries(self._connection, self._file, self._words)
            self._keyring = opening.enter_context(
                keyring.opened(
                    Path(f"{self._file}.keys"),
                    key,
                    needed_by=self._file if self._has_people() else None,
                    busy_seconds=busy_seconds,
                )
            )
            self._forgotten = Forgotten(self._execute, self._keyring)
            with explained(self._file):
                self._people.drop_all(self._keyring.settle_doomed(self._has))
                self._keyring.settle_renewals(self._is_sealed_with)
                self._deliveries.release()
            self._held = opening.pop_all()

    def _has_people(self) -> bool:
        with explained(self._file):
            return self.db.execute("SELECT 1 FROM snapshot LIMIT 1").fetchone() is not None

    def close(self) -> None:
        """Let go of both files and of the lock; doing it twice is harmless."""
        self._held.close()

    def take(self, turns: Iterator[tuple[Occurrence, Decide]]) -> list[Outcome]:
        """Run the turns in one transaction and tell what became of each, once all of them are durable.

        `turns` is read while the transaction runs, so those that arrive meanwhile still share its commit.
        When SQLite fails, all that wait share the failure: nobody stands in line to wait for the same lock
        again.
        """
        people: list[Person] = []
        fresh: dict[_Known, bytes] = {}
        outcomes: list[Outcome] = []
        try:
            for event, decide in turns:
                people.append(event.person)
                if len(people) == 1:
                    self._execute("BEGIN IMMEDIATE")
                outcomes.append(self._outcome(event, decide, fresh))
                if self._keyring.doomed or self._keyring.renewing:
                    break  # what the person writes next is sealed with another key
            if people:
                self._execute("COMMIT")
            if self._keyring.doomed or self._keyring.renewing:
                self._settle_keys()
        except BaseException as error:
            people += [event.person for event, _ in turns]
            return [self._nothing_kept(people, error)] * len(people)
        for known, snapshot in fresh.items():
            known.snapshot = snapshot
        return outcomes

    def _settle_keys(self) -> None:
        """After an erasure is durable: the old keys are destroyed, and no file keeps what was sealed with them."""
        self._people.drop_all(self._keyring.destroy_doomed())
        self._people.drop_all(self._keyring.finish_renewals())
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _nothing_kept(self, people: Iterable[Person], error: BaseException) -> BaseException:
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):  # the first error is the one to tell; the next turn tries again
                self._connection.execute("ROLLBACK")
        self._deliveries.drop_memory()
        self._forgotten.look_again()
        self._keyring.spare_doomed()
        self._keyring.drop_renewals()
        self._people.drop_all(people)
        return explain(self._file, error) if isinstance(error, sqlite3.Error) else error

    def _outcome(self, event: Occurrence, decide: Decide, fresh: dict[_Known, bytes]) -> Outcome:
        """Run one turn beside others, without a savepoint.

        All that can be wrong with a turn itself shows before it has written anything, so there is nothing to
        undo. When SQLite fails, the disk is full or broken, and that is everybody's failure.
        """
        try:
            return self._turn(event, decide, fresh)
        except sqlite3.Error:
            raise
        except BaseException as error:
            self._people.drop(event.person)
            return error

    def _turn(self, event: Occurrence, decide: Decide, fresh: dict[_Known, bytes]) -> Outgoing | None:
        person = event.person
        if self.seen(person, event.id):
            return None
        is_unreachable = person in self._deliveries.outbox.unreachable
        if is_unreachable and isinstance(event, NudgeDue):
            self._execute(NOT_DUE, person)
            return None
        known = self._known(person)
        before = fresh.get(known, known.snapshot)
        turn = decide(before)
        if turn is None:
            return None
        if turn.erase:
            return self._erase(event, turn, known, fresh)
        if is_unreachable and turn.reaches:
            self._deliveries.reach(person)
        if turn.remains is not None:
            return self._rewrite(event, turn, turn.remains, known, fresh)
        if known.seal is None:
            known.seal = self._keyring.make(person)
        outgoing = self._keep(event, turn, known.seal, is_first=before is None)
        fresh[known] = turn.snapshot
        return outgoing

    def _erase(self, event: Occurrence, turn: Turn, known: _Known, fresh: dict[_Known, bytes]) -> Outgoing | None:
        """Take all of the person out of the journal; their key follows once that is durable.

        The key store comes first: if it refuses, nothing has been written here that could be committed.
        """
        person = event.person
        self._keyring.doom(person)
        self._forgotten.keep(person, (event.id, microseconds(event.at)))
        self._deliveries.forget(person)
        for statement in _FORGET:
            self._execute(statement, person)
        fresh.pop(known, None)
        return None if turn.outgoing is None else Outgoing(UNKEPT, person, turn.outgoing)

    def _rewrite(
        self, event: Occurrence, turn: Turn, remains: Iterable[Entry], known: _Known, fresh: dict[_Known, bytes]
    ) -> Outgoing | None:
        """Leave only what remains of the rows before this turn, and seal all of it with a key of its own."""
        tenant, id_ = event.person
        seal = self._keyring.renew(event.person)
        self._deliveries.forget(event.person)
        sealed = {entry.number: seal.close(entry.content, Column.ENTRY, entry.number) for entry in remains}
        for row, number in self._execute(_NUMBERS, (tenant, id_)).fetchall():
            if number in sealed:
                self._execute(_RESEAL, (sealed[number], row, tenant, id_))
            else:
                self._execute(_DROP, (row, tenant, id_))
        fresh.pop(known, None)
        return self._keep(event, turn, seal, is_first=False)

    def _keep(self, event: Occurrence, turn: Turn, seal: Seal, *, is_first: bool) -> Outgoing | None:
        execute = self._execute
        tenant, id_, number = event.person.tenant, event.person.id, turn.number
        at = microseconds(event.at)
        due = None if turn.due is None else microseconds(turn.due)
        snapshot = seal.close(turn.snapshot, Column.SNAPSHOT, number)
        entry = seal.close(turn.entry, Column.ENTRY, number)
        outgoing = None if turn.outgoing is None else seal.close(turn.outgoing, Column.OUTGOING, number)

        values = (number, snapshot, due, tenant, id_)
        written = execute(_BEGIN_WITH, values) if is_first else execute(_REPLACE, (*values, number))
        if written.rowcount == 0:
            raise StoreError(
                f"A turn has number {number}, but {self._file} holds a later one of the person; "
                "this is a fault of the program, please report it."
            )
        row = execute(_APPEND, (tenant, id_, number, at, turn.stands_for or event.id, entry)).lastrowid
        assert row is not None  # noqa: S101 - an INSERT has one
        if turn.takes_back:
            self._deliveries.take_back(event.person, turn.takes_back)
        if outgoing is None or turn.outgoing is None:
            return None
        is_nudge = isinstance(event, NudgeDue)
        key = self._deliveries.put(row, event.person, number, turn.outgoing, outgoing, at, is_nudge=is_nudge)
        return Outgoing(key, event.person, turn.outgoing, number)

    def _has(self, person: Person) -> bool:
        return self._connection.execute(_LOAD, (person.tenant, person.id)).fetchone() is not None

    def _is_sealed_with(self, person: Person, seal: Seal) -> bool:
        row = self._connection.execute(_LOAD, (person.tenant, person.id)).fetchone()
        try:
            return row is not None and bool(seal.open(row[1], Column.SNAPSHOT, row[0]))
        except SealError:
            return False

    def _known(self, person: Person) -> _Known:
        known = self._people.get(person)
        if known is None:
            known = self._loaded(person)
            self._people.put(person, known)
        return known

    def _loaded(self, person: Person) -> _Known:
        seal = self._keyring.find(person)
        row = self._connection.execute(_LOAD, (person.tenant, person.id)).fetchone()
        if row is None:
            return _Known(seal, None)
        number, sealed = row
        return _Known(seal, self._open(seal, sealed, Column.SNAPSHOT, number))

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept, all or nothing; False where something is."""
        if self._has(person):
            return False
        seal = self._keyring.make(person)
        number = journal[-1].number
        try:
            with explained(self._file):
                self._execute("BEGIN IMMEDIATE")
                when = None if due is None else microseconds(due)
                sealed = seal.close(snapshot, Column.SNAPSHOT, number)
                self._execute(_BEGIN_WITH, (number, sealed, when, person.tenant, person.id))
                for entry in journal:
                    sealed = seal.close(entry.content, Column.ENTRY, entry.number)
                    self._execute(
                        _APPEND, (person.tenant, person.id, entry.number, microseconds(entry.at), None, sealed)
                    )
                self._execute("COMMIT")
        except BaseException as error:
            self._nothing_kept([person], error)
            raise
        self._people.drop(person)
        return True

    def tidy(self, before: datetime) -> None:
        """Forget, of everything older, which events it came with and what was never confirmed as sent."""
        with explained(self._file):
            with self._deliveries.transaction():
                for statement in (*_UNSENT_BEFORE, _EVENTS_BEFORE):
                    self._execute(statement, (microseconds(before),))
                self._forgotten.tidy(microseconds(before))
            self._deliveries.drop_memory()

    def seen(self, person: Person, event: str) -> bool:
        """Tell whether an event of that id was taken, also where the person was erased since."""
        row = self._execute(_SEEN, (person.tenant, person.id, event)).fetchone()
        return row is not None or self._forgotten.has(person, event)

    def due(self, now: datetime, most: int, *, platforms: Collection[str] | None = None) -> list[Person]:
        """Give those whose hour has come, the longest overdue first."""
        at = microseconds(now)
        with explained(self._file):
            if platforms is None:
                found = self._connection.execute(_DUE, (at, most))
            else:
                found = self._connection.execute(_DUE_OF, (at, json.dumps([*platforms]), most))
            return [Person(*row) for row in found]

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """Give the earliest instant at which somebody's hour comes, after another if one is given."""
        with explained(self._file):
            (due,) = self._connection.execute(_NEXT_DUE, (_NEVER if after is None else microseconds(after),)).fetchone()
            return None if due is None else instant(due)

    def snapshot(self, person: Person) -> bytes | None:
        """Give the person's snapshot as the last turn left it."""
        with explained(self._file):
            return self._known(person).snapshot

    # --- delivery ---

    def unsent(self, person: Person) -> list[Outgoing]:
        """Give what was decided for the person and not yet confirmed as sent, oldest first."""
        return self._deliveries.unsent(person)

    def mark_sent(self, key: str, person: Person) -> None:
        """Take the message out of the outbox."""
        self._deliveries.mark_sent(key, person)

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages in hand, durably."""
        return self._deliveries.claim(platform, now, most, lease)

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages."""
        self._deliveries.settle(settlements, now)

    def depart(self, tenant: str, at: datetime) -> None:
        """Nobody of the tenant can be reached any more; the instant of the first time counts."""
        with explained(self._file), self._deliveries.transaction():
            self._execute(_DEPART, (tenant, microseconds(at)))
            for row in self._execute(_PEOPLE, (tenant,)).fetchall():
                self._deliveries.lose(Person(*row))

    def come_back(self, tenant: str) -> None:
        """The tenant is there again, or nobody of it is left."""
        with explained(self._file), self._deliveries.transaction():
            self._execute(_RETURN, (tenant,))

    def departed(self, before: datetime) -> list[str]:
        """Give the tenants that have departed by then."""
        with explained(self._file):
            return [tenant for (tenant,) in self._connection.execute(_DEPARTED, (microseconds(before),))]

    def is_departed(self, tenant: str) -> bool:
        """Tell whether a tenant has departed and not come back."""
        with explained(self._file):
            return self._connection.execute(_IS_DEPARTED, (tenant,)).fetchone() is not None

    def people(self, tenant: str) -> list[Person]:
        """Give everybody of a tenant of whom something is kept."""
        with explained(self._file):
            return [Person(*row) for row in self._connection.execute(_PEOPLE, (tenant,))]

    def tenants_with(self, id: str) -> list[str]:
        """Give the tenants in which somebody with that id is kept."""
        with explained(self._file):
            return [tenant for (tenant,) in self._connection.execute(_WITH, (id,))]

    def unreachable(self) -> list[Person]:
        """Give those who cannot be reached."""
        with explained(self._file):
            return sorted(self._deliveries.outbox.unreachable)

    def next_claim(self, platform: str) -> datetime | None:
        """Give the earliest instant at which something can be claimed."""
        return self._deliveries.next_claim(platform)

    def waiting(self, person: Person) -> list[Waiting]:
        """Give the nudges that wait in the person's outbox, oldest first."""
        return self._deliveries.waiting(person)

    def backlog(self) -> Backlog:
        """Give how much waits to be sent; from memory."""
        return self._deliveries.backlog()

    def dead_letters(self) -> list[DeadLetter]:
        """Give what could not be delivered, oldest first."""
        return self._deliveries.dead_letters()

    # --- the journal ---

    def journal_rows(self, person: Person) -> list[int]:
        """Give the places of the person's journal rows, oldest first, to be read by `entries`."""
        with explained(self._file):
            return [row for (row,) in self._connection.execute(_ROWS, (person.tenant, person.id))]

    def entries(self, person: Person, rows: Sequence[int]) -> list[Entry]:
        """Read some rows of the person's journal; those that were erased meanwhile are left out."""
        return [entry for row in rows if (entry := self._entry(person, row)) is not None]

    def _entry(self, person: Person, row: int) -> Entry | None:
        with explained(self._file):
            found = self._connection.execute(_READ, (row, person.tenant, person.id)).fetchone()
            if found is None:
                return None
            number, at, sealed = found
            content = self._open(self._known(person).seal, sealed, Column.ENTRY, number)
            return Entry(number, instant(at), content)

    def _words(self, person: Person, sealed: bytes, number: int) -> bytes:
        return self._open(self._known(person).seal, sealed, Column.OUTGOING, number)

    def _open(self, seal: Seal | None, sealed: bytes, column: Column, number: int) -> bytes:
        if seal is None:
            raise KeyUnfit(
                f"A person in {self._file} has no key in {self._file}.keys; put the latest copy of the key store back."
            )
        try:
            return seal.open(sealed, column, number)
        except SealError as error:
            raise StoreUnfit(
                f"A sealed text in {self._file} was changed, or moved from another row; restore the latest backup."
            ) from error
