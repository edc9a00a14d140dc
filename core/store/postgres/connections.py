"""The connections to PostgreSQL: a pool, time limits, and what happens when one is cut.

A connection that breaks is thrown away, with all that lie idle and are dead too, and what was asked is asked again after a short
rest; so whatever is handed to `again` must bear being done twice. Inside a turn everything goes over the turn's own
connection, or it would not see what the turn has locked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import local
from typing import Any, TypeAlias, TypeVar

import psycopg
from psycopg import Connection, errors, sql
from psycopg_pool import ConnectionPool

from core.store.addresses import Address
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
        self._limit = round(statement_seconds * 1000)
        self._pool = ConnectionPool(
            address.url,
            min_size=1,
            max_size=most,
            timeout=CONNECT_SECONDS,
            reconnect_timeout=CONNECT_SECONDS,  # after that, whoever asks next has it tried anew
            configure=self._limited,
            kwargs=connecting(),
            open=False,
        )

    def open(self) -> None:
        """Connect; a `StoreError` says what is in the way."""
        try:
            connect(self.address).close()  # which tells why, where the pool would only say that it took too long
        except psycopg.Error as error:
            raise refusal(error) from None
        with explained():
            self._pool.open(wait=True, timeout=CONNECT_SECONDS)

    def close(self) -> None:
        """Let go of all connections; doing it twice is harmless."""
        self._pool.close()

    @contextmanager
    def held(self) -> Iterator[Connection]:
        """The turn's own connection inside a turn, else one of the pool's. Raises `Cut`, or what else the driver raises."""
        mine: Connection | None = getattr(self._own, "connection", None)
        if mine is not None:
            yield mine
            return
        with self._pool.connection() as connection:
            self._own.connection = connection
            try:
                yield connection
            except psycopg.Error as error:
                if connection.closed:
                    raise Cut from error
                raise
            finally:
                self._own.connection = None

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
        with suppress(psycopg.Error):
            self._pool.check()

    def _limited(self, connection: Connection) -> None:
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
