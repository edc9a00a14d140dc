"""Taking a turn: two round trips as a rule, lock and load, then write and commit.

A turn holds its person's row from its first statement to its commit, so turns of one person follow each other in whichever
process they are taken. Nothing it does counts before the commit; after one whose answer was lost nobody knows whether it was
kept, so the turn is done anew, and the inbox tells.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

import psycopg
from psycopg import Connection
from psycopg.cursor import Cursor

from core.errors import KeyUnfit, StoreBusy, StoreError, StoreUnfit
from core.events import NudgeDue, Occurrence, Person
from core.ports import UNKEPT, Decide, Entry, Outgoing, Turn
from core.store.instants import microseconds
from core.store.postgres import statements
from core.store.postgres.connections import TRIES, Connections, Row
from core.store.postgres.keys import Wrapping, another
from core.store.recent import Recent
from core.store.sealing import Column, Seal, SealError

_REMEMBERED = 1024


@dataclass(slots=True, repr=False)
class _Known:
    """Somebody's key and latest snapshot, as they are kept and opened: what is kept as it was need not be opened again."""

    wrapped: bytes
    seal: Seal
    sealed: bytes = b""
    snapshot: bytes = b""
    """The same bytes again spare the coach their decoding."""


class Overtaken(Exception):
    """Somebody else's first turn of the same person came between, or the master key was rotated; take it again."""


class Turns:
    """Takes turns. Safe to use from any thread."""

    def __init__(self, connections: Connections, keys: Wrapping) -> None:
        self._connections = connections
        self._keys = keys
        self._gate = Lock()
        self._known: Recent[_Known] = Recent(_REMEMBERED)

    def take(self, event: Occurrence, decide: Decide) -> Outgoing | None:
        """Run one turn; see the port."""
        key = secrets.token_hex(9)  # of this turn's message, however often it is tried
        for _ in range(TRIES):
            with suppress(Overtaken):
                return self._connections.again(lambda connection: self._attempt(connection, event, decide, key))
        found = self._connections.one(statements.PROOF)
        if found is None or bytes(found[0]) != self._keys.proof:
            raise another()
        raise StoreBusy("Others took the person's first turn at the same moment; try again.")

    def _attempt(self, connection: Connection, event: Occurrence, decide: Decide, key: str) -> Outgoing | None:
        person, token = event.person, self._keys.token(event.person, event.id)
        try:
            with connection.pipeline() as pipeline:
                cursor = connection.cursor()  # one for all that gives no rows: each costs as much as a row to write
                cursor.execute("BEGIN")
                locked = connection.execute(statements.LOCK, person)
                about = connection.execute(statements.ABOUT, (*person, event.id, token, *person, *person))
                pipeline.sync()  # else PostgreSQL would not count the time in which nothing happens
                kept: Row | None = locked.fetchone()
                is_seen, is_unreachable, wrapped = about.fetchone() or (False, False, None)
                seal = None if wrapped is None else self._seal(person, bytes(wrapped))
                if is_seen:
                    outgoing = self._kept_before(connection, person, key, seal)
                else:
                    outgoing = self._decided(cursor, event, decide, key, seal, kept, is_unreachable=is_unreachable)
                cursor.execute("COMMIT")
            return outgoing
        except BaseException:
            with suppress(psycopg.Error):
                connection.rollback()
            raise

    def _kept_before(self, connection: Connection, person: Person, key: str, seal: Seal | None) -> Outgoing | None:
        """The message of this very turn, if an earlier try was kept and its answer was lost."""
        found = connection.execute(statements.MESSAGE, (*person, key)).fetchone()
        if found is None:
            return None
        number, sealed = found
        return Outgoing(key, person, opened(seal, bytes(sealed), Column.OUTGOING, number), number)

    def _decided(
        self,
        cursor: Cursor,
        event: Occurrence,
        decide: Decide,
        key: str,
        seal: Seal | None,
        kept: Row | None,
        *,
        is_unreachable: bool,
    ) -> Outgoing | None:
        person = event.person
        if is_unreachable and isinstance(event, NudgeDue):
            cursor.execute(statements.NOT_DUE, person)
            return None
        turn = decide(self.snapshot(person, seal, kept))
        if turn is None:
            return None
        if turn.erase:
            return self._erase(cursor.connection, event, turn)
        if is_unreachable and turn.reaches:
            cursor.execute(statements.REACH, person)
            cursor.execute(statements.REVIVE, person)
        if turn.remains is not None:
            seal = self._rewrite(cursor.connection, person, turn.remains)
        elif seal is None:
            seal = self._first_seal(cursor.connection, person)
        return self._keep(cursor, event, turn, key, seal, kept)

    def _first_seal(self, connection: Connection, person: Person) -> Seal:
        wrapped, seal = self._keys.made(person)
        if connection.execute(statements.ADD_KEY, (self._keys.proof, *person, wrapped)).fetchone() is None:
            raise Overtaken
        self._learn(person, wrapped, seal)
        return seal

    def _keep(
        self, cursor: Cursor, event: Occurrence, turn: Turn, key: str, seal: Seal, kept: Row | None
    ) -> Outgoing | None:
        person, number, at = event.person, turn.number, microseconds(event.at)
        if kept is not None and kept[0] >= number:
            raise StoreError(
                f"A turn has number {number}, but the database holds a later one of the person; "
                "this is a fault of the program, please report it."
            )
        due = None if turn.due is None else microseconds(turn.due)
        sealed = seal.close(turn.snapshot, Column.SNAPSHOT, number)
        if kept is not None:
            cursor.execute(statements.REPLACE, (number, sealed, due, *person))
        elif cursor.connection.execute(statements.BEGIN_WITH, (*person, number, sealed, due)).fetchone() is None:
            raise Overtaken
        self._remember(person, sealed, turn.snapshot)
        row = (*person, number, at, turn.stands_for or event.id, seal.close(turn.entry, Column.ENTRY, number))
        if turn.takes_back:
            back = (*person, list(turn.takes_back))
            cursor.execute(statements.UNSEND, back)
            cursor.execute(statements.WITHDRAW, back)
        if turn.outgoing is None:
            cursor.execute(statements.APPEND, row)
            return None
        words = seal.close(turn.outgoing, Column.OUTGOING, number)
        cursor.execute(statements.APPEND_AND_SEND, (*row, *person, number, key, words, at, isinstance(event, NudgeDue)))
        return Outgoing(key, person, turn.outgoing, number)

    def _erase(self, connection: Connection, event: Occurrence, turn: Turn) -> Outgoing | None:
        """All of the person goes, their key too, in this one transaction."""
        erase(connection, self._keys, event.person, (event.id, microseconds(event.at)))
        self._forget(event.person)
        return None if turn.outgoing is None else Outgoing(UNKEPT, event.person, turn.outgoing)

    def _rewrite(self, connection: Connection, person: Person, remains: Iterable[Entry]) -> Seal:
        """Leave only what remains of the journal, sealed with a key of its own; the old key is gone with the commit."""
        wrapped, seal = self._keys.made(person)
        if connection.execute(statements.RENEW_KEY, (self._keys.proof, wrapped, *person)).fetchone() is None:
            raise Overtaken
        self._learn(person, wrapped, seal)
        connection.execute(statements.UNSEND_ALL, person)
        sealed = {entry.number: seal.close(entry.content, Column.ENTRY, entry.number) for entry in remains}
        connection.execute(statements.DROP_ENTRIES, (*person, list(sealed)))
        connection.cursor().executemany(
            statements.RESEAL, [(content, *person, number) for number, content in sealed.items()]
        )
        return seal

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept, all or nothing; False where something is."""
        when = None if due is None else microseconds(due)

        def work(connection: Connection) -> bool:
            with connection.transaction():
                connection.execute(statements.DROP_LONE_KEY, (*person, *person))
                if connection.execute(statements.KEY_OF, person).fetchone() is not None:
                    return False
                seal = self._first_seal(connection, person)
                number = journal[-1].number
                sealed = seal.close(snapshot, Column.SNAPSHOT, number)
                connection.execute(statements.BEGIN_WITH, (*person, number, sealed, when))
                rows = [
                    (*person, one.number, microseconds(one.at), None, seal.close(one.content, Column.ENTRY, one.number))
                    for one in journal
                ]
                connection.cursor().executemany(statements.APPEND, rows)
                return True

        try:
            return self._connections.again(work)
        except Overtaken:
            return False

    # --- what is remembered; harmless where the turn is not kept: what is kept sealed tells whether it is the same ---

    def snapshot(self, person: Person, seal: Seal | None, kept: Row | None) -> bytes | None:
        """What was kept, opened; None where nothing was."""
        if kept is None:
            return None
        number, sealed = kept[0], bytes(kept[1])
        with self._gate:
            known = self._known.get(person)
            if known is not None and known.sealed == sealed:
                return known.snapshot
        text = opened(seal, sealed, Column.SNAPSHOT, number)
        self._remember(person, sealed, text)
        return text

    def _seal(self, person: Person, wrapped: bytes) -> Seal:
        with self._gate:
            known = self._known.get(person)
        if known is not None and known.wrapped == wrapped:
            return known.seal
        return self._learn(person, wrapped, self._keys.opened(person, wrapped))

    def _learn(self, person: Person, wrapped: bytes, seal: Seal) -> Seal:
        with self._gate:
            self._known.put(person, _Known(wrapped, seal))
        return seal

    def _remember(self, person: Person, sealed: bytes, snapshot: bytes) -> None:
        with self._gate:
            known = self._known.get(person)
            if known is not None:
                known.sealed, known.snapshot = sealed, snapshot

    def _forget(self, person: Person) -> None:
        with self._gate:
            self._known.drop(person)


def erase(connection: Connection, keys: Wrapping, person: Person, *more: tuple[str, int]) -> bool:
    """Take all of a person out, in the caller's transaction; False if there was nothing.

    `more` are events that have no row, with their instants in microseconds.
    """
    events = [*connection.execute(statements.EVENTS_OF, person).fetchall(), *more]
    connection.cursor().executemany(statements.KEEP_FORGOTTEN, [(keys.token(person, id_), at) for id_, at in events])
    gone = [connection.execute(statement, person) for statement in statements.FORGET]
    return any(one.rowcount > 0 for one in gone)


def opened(seal: Seal | None, sealed: bytes, column: Column, number: int) -> bytes:
    """A sealed text, opened; a `StoreError` if it does not."""
    if seal is None:
        raise KeyUnfit("A person in the database has no key; restore the latest dump of both schemas.")
    try:
        return seal.open(sealed, column, number)
    except SealError as error:
        raise StoreUnfit("A sealed text was changed, or moved from another row; restore the latest dump.") from error
