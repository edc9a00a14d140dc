"""The connections to PostgreSQL: a pool, time limits, and what happens when one is cut.

A connection that nobody waits for is laid by and not given back to the pool: to give it back and take it out again would cost
a turn a tenth of its time. What is laid by goes back when somebody waits, when one was cut, and at the end.

A connection that breaks is thrown away, with all that lie idle and are dead too, and what was asked is asked again after a short
rest; so whatever is handed to `again` must bear being done twice. Inside a turn everything goes over the turn's own
connection, or it would not see what the turn has locked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from threading import Lock, local
from typing import Any, TypeAlias, TypeVar

import psycopg
from psycopg import Connection, errors, sql
from psycopg.pq import TransactionStatus
from psycopg_pool import ConnectionPool

from core.store.addresses import Address
from core.store.postgres import locks
from core.store.postgres.faults import explained, refusal

T = TypeVar("T")
Row: TypeAlias = tuple[Any, ...]
Values: TypeAlias = "Sequence[object] | Mapping[str, object]"

CONNECTIONS = 8
CONNECT_SECONDS = 10.0
STATEMENT_SECONDS = 30.0
TRIES = 5
FIRST_REST = 0.1
"""Seconds before the second try; each further rest is twice as long."""
KEEPALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 30_000}
SERVERS_KEEPALIVE = {"tcp_keepalives_idle": 30, "tcp_keepalives_interval": 10, "tcp_keepalives_count": 3}
"""A peer that is gone without a word is noticed within a minute, by us and by the server, which would keep its locks."""


class Connections:
    """A pool of connections to one database. Safe to use from any thread."""

    def __init__(
        self, address: Address, *, most: int = CONNECTIONS, statement_seconds: float = STATEMENT_SECONDS
    ) -> None:
        """Opens nothing yet. A statement, a wait for a lock, and a transaction in which nothing happens are ended after
        `statement_seconds`: a process that was stopped in the middle of a turn holds up its person no longer.
        """
        self.address = address
        self._own = local()
        self._gate = Lock()
        self._laid_by = list[Connection]()
        self._waiting = 0
        """So many threads wait for the pool to give them one."""
        self._limit = round(statement_seconds * 1000)
        self._pool = ConnectionPool(
            address.url,
            min_size=1,
            max_size=most,
            timeout=CONNECT_SECONDS,
            reconnect_timeout=CONNECT_SECONDS,  # after that, whoever asks next has it tried anew
            configure=self._configured,
            kwargs=connecting(),
            open=False,
        )

    def open(self) -> None:
        """Connect; a `StoreError` says what is in the way."""
        try:
            with closing(
                connect(self.address)
            ) as first:  # which tells why, where the pool would only say it took too long
                locks.hold_shared(first)
        except psycopg.Error as error:
            raise refusal(error) from None
        with explained():
            self._pool.open(wait=True, timeout=CONNECT_SECONDS)

    def close(self) -> None:
        """Let go of all connections; doing it twice is harmless."""
        self._give_all_back()
        self._pool.close()

    @contextmanager
    def held(self) -> Iterator[Connection]:
        """The turn's own connection inside a turn, else one of the pool's. Raises `Cut`, or what else the driver raises."""
        mine: Connection | None = getattr(self._own, "connection", None)
        if mine is not None:
            yield mine
            return
        connection = self._own.connection = self._taken()
        try:
            yield connection
        except psycopg.Error as error:
            if connection.closed:
                raise Cut from error
            raise
        finally:
            self._own.connection = None
            self._lay_by(connection)

    def _taken(self) -> Connection:
        with self._gate:
            if self._laid_by:
                return self._laid_by.pop()
            self._waiting += 1
        try:
            return self._pool.getconn()
        finally:
            with self._gate:
                self._waiting -= 1

    def _lay_by(self, connection: Connection) -> None:
        is_whole = connection.pgconn.transaction_status == TransactionStatus.IDLE
        if not is_whole:
            with suppress(psycopg.Error):
                connection.rollback()
        with self._gate:
            if is_whole and not self._waiting and not self._pool.closed:
                self._laid_by.append(connection)
                return
        self._pool.putconn(connection)

    def _give_all_back(self) -> None:
        with self._gate:
            laid_by, self._laid_by = self._laid_by, []
        for connection in laid_by:
            self._pool.putconn(connection)

    def again(self, work: Callable[[Connection], T]) -> T:
        """What the work gives; it is done anew on another connection where one was cut. Raises `StoreError`."""
        if getattr(self._own, "connection", None) is not None:  # it is the turn that is done anew
            with self.held() as connection:
                return work(connection)
        with explained():
            for number in range(TRIES):
                try:
                    with self.held() as connection:
                        return work(connection)
                except (Cut, errors.DeadlockDetected):
                    if number == TRIES - 1:
                        raise
                    self._rest(FIRST_REST * 2**number)
        raise AssertionError  # the last try gives or raises

    def all(self, statement: str, values: Values = ()) -> list[Row]:
        """The rows that a statement gives."""
        return self.again(lambda connection: connection.execute(statement, values).fetchall())

    def one(self, statement: str, values: Values = ()) -> Row | None:
        """The first row, if there is one."""
        return self.again(lambda connection: connection.execute(statement, values).fetchone())

    def do(self, *statements: tuple[str, Values]) -> None:
        """Run statements, all or nothing."""

        def work(connection: Connection) -> None:
            with connection.transaction():
                for statement, values in statements:
                    connection.execute(statement, values)

        self.again(work)

    def _rest(self, seconds: float) -> None:
        time.sleep(seconds)
        self._give_all_back()
        with suppress(psycopg.Error):
            self._pool.check()

    def _configured(self, connection: Connection) -> None:
        locks.hold_shared(connection)
        limits = dict.fromkeys(
            ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"), self._limit
        )
        set_to = ((sql.Identifier(name), sql.Literal(value)) for name, value in (limits | SERVERS_KEEPALIVE).items())
        connection.execute(sql.SQL("; ").join(sql.SQL("SET {} = {}").format(*one) for one in set_to))


class Cut(psycopg.OperationalError):
    """The connection was cut; whether the last commit was kept is not known."""


def connecting() -> dict[str, Any]:
    """How every connection is made."""
    return {
        "autocommit": True,
        "application_name": "rebound",
        "connect_timeout": round(CONNECT_SECONDS),
        **KEEPALIVE,
    }


def connect(address: Address) -> Connection:
    """A connection beside the pool's, without time limits; for the caller to close. Raises what the driver does."""
    return psycopg.connect(address.url, **connecting())
