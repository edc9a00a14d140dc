"""The port `core.ports.Store` on PostgreSQL.

A turn holds its person's row from its first statement to its commit, so turns of one person follow each other in whichever
process they are taken; within a process they follow in the order in which they were handed in. The rules a newcomer could
break: what a turn looks up goes over the turn's own connection, or it would not see what it has locked; and after a commit
whose answer was lost nobody knows whether it was kept, so the event is handed in again and the inbox tells.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from threading import Lock, local
from typing import Any, TypeAlias, TypeVar

from psycopg import Connection
from psycopg_pool import ConnectionPool

from core.errors import KeyUnfit, StoreBusy, StoreError, StoreUnfit
from core.events import NudgeDue, Occurrence, Person
from core.ports import UNKEPT, Backlog, Claimed, DeadLetter, Decide, Entry, Outgoing, Settlement, Turn, Waiting
from core.store.instants import instant, microseconds
from core.store.keys import MasterKey
from core.store.outbox import SLEW
from core.store.postgres import claims, schema, statements
from core.store.postgres.faults import explained
from core.store.postgres.keys import Wrapping, wrapping
from core.store.recent import Recent
from core.store.sealing import Column, Seal, SealError

T = TypeVar("T")
Row: TypeAlias = tuple[Any, ...]

CONNECTIONS = 8
CONNECT_SECONDS = 10.0
STATEMENT_SECONDS = 30
_TRIES = 5
_REMEMBERED = 1024


class _Overtaken(Exception):
    """Somebody else's first turn of the same person came between; take it again."""


class PostgresStore:
    """Keeps turns in a PostgreSQL database. Safe to call from any thread."""

    def __init__(self, url: str, key: MasterKey, *, connections: int = CONNECTIONS) -> None:
        """Brings the tables up to date; a `StoreError` says what is in the way."""
        self._holder = secrets.token_hex(8)
        """Whose leases are ours."""
        self._lines: dict[Person, deque[tuple[Occurrence, Decide, Future[Outgoing | None]]]] = {}
        self._gate = Lock()
        self._is_closed = False
        self._own = local()
        self._claimed_at = -(2**63)
        self._opened: Recent[tuple[bytes, bytes]] = Recent(_REMEMBERED)
        """The latest snapshot of each, sealed and open: the same bytes again spare the coach their decoding."""
        options = f"-c statement_timeout={STATEMENT_SECONDS * 1000} -c lock_timeout={STATEMENT_SECONDS * 1000}"
        self._pool = ConnectionPool(
            url,
            min_size=1,
            max_size=connections,
            timeout=CONNECT_SECONDS,
            kwargs={"autocommit": True, "options": options, "application_name": "rebound"},
            open=False,
        )
        self._threads = ThreadPoolExecutor(connections, thread_name_prefix="store")
        try:
            with explained():
                self._pool.open(wait=True, timeout=CONNECT_SECONDS)
                with self._pool.connection() as connection, connection.transaction():
                    schema.bring_up_to_date(connection)
                    self._keys: Wrapping = wrapping(connection, key)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Finish the turns already taken, give back what is in hand, and let go; doing it twice is harmless."""
        with self._gate:
            was_closed, self._is_closed = self._is_closed, True
        if was_closed:
            return
        self._threads.shutdown()
        with suppress(Exception), self._pool.connection(timeout=1) as connection:  # else the leases run out
            connection.execute(statements.RELEASE, (self._holder,))
        self._pool.close()

    # --- turns ---

    def take(self, event: Occurrence, decide: Decide) -> Future[Outgoing | None]:
        """Run one turn; see the port. A future that is cancelled before its turn begins drops the turn."""
        future: Future[Outgoing | None] = Future()
        with self._gate:
            if self._is_closed:
                raise StoreError("The store is closed; open it again to take more turns.")
            line = self._lines.setdefault(event.person, deque())
            line.append((event, decide, future))
            if len(line) == 1:
                self._threads.submit(self._serve, event.person)
        return future

    def _serve(self, person: Person) -> None:
        """Take the turns of one person, one after the other, until none waits."""
        while True:
            with self._gate:
                line = self._lines[person]
                event, decide, future = line[0]
            if future.set_running_or_notify_cancel():
                _fulfil(future, lambda event=event, decide=decide: self._turn(event, decide))  # type: ignore[misc]
            with self._gate:
                line.popleft()
                if not line:
                    del self._lines[person]
                    return

    def _turn(self, event: Occurrence, decide: Decide) -> Outgoing | None:
        with self._connected() as connection:
            for _ in range(_TRIES):
                try:
                    return self._attempt(connection, event, decide)
                except _Overtaken:
                    continue
        raise StoreBusy("Others took the person's first turn at the same moment; try again.")

    def _attempt(self, connection: Connection, event: Occurrence, decide: Decide) -> Outgoing | None:
        person, token = event.person, self._keys.token(event.person, event.id)
        try:
            with connection.pipeline():
                connection.execute("BEGIN")
                locked = connection.execute(statements.LOCK, person)
                about = connection.execute(statements.ABOUT, (*person, event.id, token, *person, *person))
                kept: Row | None = locked.fetchone()
                is_seen, is_unreachable, wrapped = about.fetchone() or (False, False, None)
                outgoing = None
                if not is_seen:
                    seal = None if wrapped is None else self._keys.opened(person, bytes(wrapped))
                    outgoing = self._decided(connection, event, decide, seal, kept, is_unreachable=is_unreachable)
                connection.execute("COMMIT")
            return outgoing
        except BaseException:
            with suppress(Exception):
                connection.rollback()
            raise

    def _decided(
        self,
        connection: Connection,
        event: Occurrence,
        decide: Decide,
        seal: Seal | None,
        kept: Row | None,
        *,
        is_unreachable: bool,
    ) -> Outgoing | None:
        person = event.person
        if is_unreachable and isinstance(event, NudgeDue):
            connection.execute(statements.NOT_DUE, person)
            return None
        turn = decide(self._snapshot(person, seal, kept))
        if turn is None:
            return None
        if turn.erase:
            return self._erase(connection, event, turn)
        if is_unreachable and turn.reaches:
            connection.execute(statements.REACH, person)
            connection.execute(statements.REVIVE, person)
        if turn.remains is not None:
            seal = self._rewrite(connection, person, turn.remains)
        elif seal is None:
            wrapped, seal = self._keys.made(person)
            if connection.execute(statements.ADD_KEY, (self._keys.proof, *person, wrapped)).fetchone() is None:
                raise _Overtaken
        return self._keep(connection, event, turn, seal, kept)

    def _keep(
        self, connection: Connection, event: Occurrence, turn: Turn, seal: Seal, kept: Row | None
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
            connection.execute(statements.REPLACE, (number, sealed, due, *person))
        elif connection.execute(statements.BEGIN_WITH, (*person, number, sealed, due)).fetchone() is None:
            raise _Overtaken
        self._remember(person, sealed, turn.snapshot)
        row = (*person, number, at, turn.stands_for or event.id, seal.close(turn.entry, Column.ENTRY, number))
        if turn.takes_back:
            back = (*person, list(turn.takes_back))
            connection.execute(statements.UNSEND, back)
            connection.execute(statements.WITHDRAW, back)
        if turn.outgoing is None:
            connection.execute(statements.APPEND, row)
            return None
        key = secrets.token_hex(9)
        words = seal.close(turn.outgoing, Column.OUTGOING, number)
        connection.execute(
            statements.APPEND_AND_SEND, (*row, *person, number, key, words, at, isinstance(event, NudgeDue))
        )
        return Outgoing(key, person, turn.outgoing, number)

    def _erase(self, connection: Connection, event: Occurrence, turn: Turn) -> Outgoing | None:
        """All of the person goes, their key too, in this one transaction."""
        person = event.person
        events = [*connection.execute(statements.EVENTS_OF, person).fetchall(), (event.id, microseconds(event.at))]
        tokens = [(self._keys.token(person, id_), at) for id_, at in events]
        connection.cursor().executemany(statements.KEEP_FORGOTTEN, tokens)
        for statement in statements.FORGET:
            connection.execute(statement, person)
        return None if turn.outgoing is None else Outgoing(UNKEPT, person, turn.outgoing)

    def _rewrite(self, connection: Connection, person: Person, remains: Iterable[Entry]) -> Seal:
        """Leave only what remains of the journal, sealed with a key of its own; the old key is gone with the commit."""
        wrapped, seal = self._keys.made(person)
        if connection.execute(statements.RENEW_KEY, (self._keys.proof, wrapped, *person)).fetchone() is None:
            raise _Overtaken
        connection.execute(statements.UNSEND_ALL, person)
        sealed = {entry.number: seal.close(entry.content, Column.ENTRY, entry.number) for entry in remains}
        connection.execute(statements.DROP_ENTRIES, (*person, list(sealed)))
        connection.cursor().executemany(
            statements.RESEAL, [(content, *person, number) for number, content in sealed.items()]
        )
        return seal

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept, all or nothing; False where something is."""
        number = journal[-1].number
        with self._connected() as connection, connection.transaction():
            wrapped, seal = self._keys.made(person)
            connection.execute(statements.DROP_LONE_KEY, (*person, *person))
            if connection.execute(statements.ADD_KEY, (self._keys.proof, *person, wrapped)).fetchone() is None:
                return False
            when = None if due is None else microseconds(due)
            sealed = seal.close(snapshot, Column.SNAPSHOT, number)
            connection.execute(statements.BEGIN_WITH, (*person, number, sealed, when))
            rows = [
                (*person, one.number, microseconds(one.at), None, seal.close(one.content, Column.ENTRY, one.number))
                for one in journal
            ]
            connection.cursor().executemany(statements.APPEND, rows)
        return True

    # --- what is known ---

    def snapshot(self, person: Person) -> bytes | None:
        """Give the person's snapshot as the last turn left it."""
        kept = self._one(statements.LOAD, person)
        return None if kept is None else self._snapshot(person, self._seal(person), kept)

    def journal(self, person: Person) -> Iterator[Entry]:
        """Give all of the person's journal, oldest first."""
        seal = self._seal(person)
        for number, at, sealed in self._all(statements.READ, person):
            yield Entry(number, instant(at), _open(seal, bytes(sealed), Column.ENTRY, number))

    def seen(self, person: Person, event: str) -> bool:
        """Tell whether an event of that id was taken, also where the person was erased since."""
        about = self._one(statements.ABOUT, (*person, event, self._keys.token(person, event), *person, *person))
        return bool(about and about[0])

    def due(self, now: datetime, most: int) -> list[Person]:
        """Give those whose hour has come, the longest overdue first."""
        return [Person(*row) for row in self._all(statements.DUE, (microseconds(now), most))]

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """Give the earliest instant at which somebody's hour comes, after another if one is given."""
        found = self._one(statements.NEXT_DUE, (-(2**63) if after is None else microseconds(after),))
        return None if found is None or found[0] is None else instant(found[0])

    def people(self, tenant: str) -> list[Person]:
        """Give everybody of a tenant of whom something is kept."""
        return [Person(*row) for row in self._all(statements.PEOPLE, (tenant,))]

    def tenants_with(self, id: str) -> list[str]:
        """Give the tenants in which somebody with that id is kept."""
        return [tenant for (tenant,) in self._all(statements.TENANTS_WITH, (id,))]

    def unreachable(self) -> list[Person]:
        """Give those who cannot be reached."""
        return [Person(*row) for row in self._all(statements.UNREACHABLE)]

    def depart(self, tenant: str, at: datetime) -> None:
        """Nobody of the tenant can be reached any more; the instant of the first time counts."""
        with self._connected() as connection, connection.transaction():
            connection.execute(statements.DEPART, (tenant, microseconds(at)))
            connection.execute(statements.LOSE_ALL, (tenant,))
            connection.execute(statements.NOBODY_DUE, (tenant,))

    def come_back(self, tenant: str) -> None:
        """The tenant is there again, or nobody of it is left."""
        self._do(statements.RETURN, (tenant,))

    def departed(self, before: datetime) -> list[str]:
        """Give the tenants that have departed by then."""
        return [tenant for (tenant,) in self._all(statements.DEPARTED, (microseconds(before),))]

    def is_departed(self, tenant: str) -> bool:
        """Tell whether a tenant has departed and not come back."""
        found = self._one(statements.IS_DEPARTED, (tenant,))
        return bool(found and found[0])

    def tidy(self, before: datetime) -> None:
        """Forget, of everything older, which events it came with and what was never confirmed as sent."""
        with self._connected() as connection, connection.transaction():
            for statement in statements.TIDY:
                connection.execute(statement, (microseconds(before),))

    # --- delivery ---

    def unsent(self, person: Person) -> list[Outgoing]:
        """Give what was decided for the person and not yet confirmed as sent, oldest first."""
        seal = self._seal(person)
        rows = self._all(statements.UNSENT, person)
        return [Outgoing(key, person, _open(seal, bytes(sealed), Column.OUTGOING, n), n) for key, n, sealed in rows]

    def mark_sent(self, key: str, person: Person) -> None:
        """Take the message out of the outbox."""
        self._do(statements.SENT, (*person, key))

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages in hand, durably."""
        at = microseconds(now)
        with self._connected() as connection:
            if self._is_set_back(at):
                connection.execute(statements.WAIT_NO_MORE, (platform, at))
            found, unreadable = claims.claim(connection, self._keys, self._holder, platform, at, most, lease)
            if unreadable:
                claims.settle(connection, unreadable, at)
        return found

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages."""
        with self._connected() as connection:
            claims.settle(connection, settlements, microseconds(now))

    def next_claim(self, platform: str) -> datetime | None:
        """Give the earliest instant at which something can be claimed."""
        found = self._one(statements.NEXT_CLAIM, (platform,))
        return None if found is None or found[0] is None else instant(found[0])

    def waiting(self, person: Person) -> list[Waiting]:
        """Give the nudges that wait in the person's outbox, oldest first."""
        return [
            Waiting(number, instant(at), attempts > 0 or shown > 0, leased is not None)
            for number, at, attempts, shown, leased in self._all(statements.WAITING, person)
        ]

    def backlog(self) -> Backlog:
        """Give how much waits."""
        return Backlog(*(self._one(statements.BACKLOG) or (0, 0, 0)))

    def dead_letters(self) -> list[DeadLetter]:
        """Give what could not be delivered, oldest first."""
        return [
            DeadLetter(key, Person(tenant, id_), reason, attempts + 1, instant(at), instant(dead_at), not is_nudge)
            for key, tenant, id_, reason, attempts, at, dead_at, is_nudge in self._all(statements.DEAD)
        ]

    def _is_set_back(self, now: int) -> bool:
        """Whether the clock shows an earlier hour than at the last claim: instants that were minutes away may be hours away."""
        with self._gate:
            before, self._claimed_at = self._claimed_at, now
        return now < before - SLEW

    # --- connections ---

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """The turn's own connection inside a turn, else one of the pool's."""
        with explained():
            mine: Connection | None = getattr(self._own, "connection", None)
            if mine is not None:
                yield mine
                return
            with self._pool.connection() as connection:
                self._own.connection = connection
                try:
                    yield connection
                finally:
                    self._own.connection = None

    def _all(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        with self._connected() as connection:
            return connection.execute(statement, values).fetchall()

    def _one(self, statement: str, values: Sequence[object] = ()) -> Row | None:
        with self._connected() as connection:
            return connection.execute(statement, values).fetchone()

    def _do(self, statement: str, values: Sequence[object] = ()) -> None:
        with self._connected() as connection:
            connection.execute(statement, values)

    # --- sealed texts ---

    def _seal(self, person: Person) -> Seal | None:
        found = self._one(statements.KEY_OF, person)
        return None if found is None else self._keys.opened(person, bytes(found[0]))

    def _snapshot(self, person: Person, seal: Seal | None, kept: Row | None) -> bytes | None:
        if kept is None:
            return None
        number, sealed = kept[0], bytes(kept[1])
        with self._gate:
            known = self._opened.get(person)
        if known is not None and known[0] == sealed:
            return known[1]
        opened = _open(seal, sealed, Column.SNAPSHOT, number)
        self._remember(person, sealed, opened)
        return opened

    def _remember(self, person: Person, sealed: bytes, opened: bytes) -> None:
        """Harmless where the turn is not kept: what is sealed tells whether it is the same."""
        with self._gate:
            self._opened.put(person, (sealed, opened))


def _fulfil(future: Future[T], work: Callable[[], T]) -> None:
    with suppress(InvalidStateError):
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)


def _open(seal: Seal | None, sealed: bytes, column: Column, number: int) -> bytes:
    if seal is None:
        raise KeyUnfit("A person in the database has no key; put the latest copy of the keys back.")
    try:
        return seal.open(sealed, column, number)
    except SealError as error:
        raise StoreUnfit("A sealed text was changed, or moved from another row; restore the latest backup.") from error
