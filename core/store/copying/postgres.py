"""Either end of a copy in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from typing import LiteralString

import psycopg
from psycopg import Connection, sql

from core.errors import StoreError, StoreUnfit
from core.store.addresses import Address
from core.store.copying.ends import Source, Stage, Target, half_done, taken
from core.store.copying.tables import JOURNAL, KEYS, MADE_AT_A_START, Key, Row, Table
from core.store.instants import microseconds
from core.store.keys import MasterKey
from core.store.postgres import locks, schema
from core.store.postgres.connections import connect
from core.store.postgres.faults import explained, refusal
from core.store.postgres.keys import wrapping

_NO_LIMITS = (
    "SET statement_timeout = 0",  # reading a table is one statement
    "SET idle_in_transaction_session_timeout = 0",
    "SET lock_timeout = 0",
)
"""Whatever is set for the role or the database."""
_TYPES = {"id": "bigint", "token": "bytea"}
"""Of the columns in keys; all others are texts."""
_RELEASE = (
    "DELETE FROM rebound.outbox WHERE withdrawn",
    "UPDATE rebound.outbox SET leased = NULL, holder = NULL WHERE leased IS NOT NULL",
)
_MARK = "SELECT source, finished FROM rebound.copying"
_NO_MARK = "DELETE FROM rebound.copying"
_BEGIN = "INSERT INTO rebound.copying (id, source, begun) VALUES (1, %s, %s)"
_FINISH = "UPDATE rebound.copying SET finished = %s"
_NEXT_ROW = (
    "SELECT setval(pg_get_serial_sequence('rebound.journal', 'id'), id)"
    " FROM (SELECT greatest((SELECT max(id) FROM rebound.journal), (SELECT max(id) FROM rebound.outbox)) AS id) AS last"
    " WHERE id IS NOT NULL"
)


def _named(table: Table) -> sql.Composable:
    return sql.Identifier(schema.KEYS if table in KEYS else schema.JOURNAL, table.name)


_NO_KEYS = sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(map(_named, KEYS)))
_STILL = sql.SQL("LOCK TABLE {} IN SHARE MODE NOWAIT").format(sql.SQL(", ").join(map(_named, (*JOURNAL, *KEYS))))


class _Database:
    """Two connections to one database: what is read in one go must not stand in the way of all else."""

    def __init__(self, called: str, connection: Connection, reader: Connection) -> None:
        self.called = called
        self._connection = connection
        self._reader = reader

    def rows(self, table: Table) -> Iterator[Row]:
        """All of a table, without ever holding all of it."""
        found = sql.SQL("SELECT {} FROM {}").format(_columns(table), _named(table))
        with _said_of(self.called), closing(self._reader.cursor()) as cursor:
            yield from cursor.stream(found)

    def those(self, table: Table, keys: Sequence[Key]) -> list[Row]:
        """The rows that have one of these keys."""
        found = sql.SQL("SELECT {} FROM {} JOIN unnest({}) AS wanted({}) USING ({})").format(
            _columns(table), _named(table), _wanted(table), _list(table.key), _list(table.key)
        )
        with _said_of(self.called):
            return self._connection.execute(found, _by_column(keys)).fetchall()

    def count(self, table: Table) -> int:
        """So many rows."""
        counted = sql.SQL("SELECT count(*) FROM {}").format(_named(table))
        with _said_of(self.called):
            (rows,) = self._connection.execute(counted).fetchone() or (0,)
            return int(rows)


class _Source(_Database):
    @property
    def backups(self) -> list[str]:
        """They are the operator's own dumps."""
        return []


class _Target(_Database):
    def begin(self, source: str, now: datetime) -> Stage:
        """Note whose copy this is; `StoreUnfit` where other people's data are, or another copy is half done."""
        with _said_of(self.called), self._connection.transaction():
            schema.refuse_newer(self._connection)
            schema.bring_up_to_date(self._connection, for_a_copy=True)
            noted, finished = self._connection.execute(_MARK).fetchone() or (None, None)
            if noted == source:
                if finished is not None:
                    return Stage.FINISHED
                self._connection.execute(_NO_KEYS)
                return Stage.BEGUN
            if noted is not None and finished is None:
                raise half_done(self.called, noted)
            if any(self.count(table) for table in (*JOURNAL, *KEYS) if table.name not in MADE_AT_A_START):
                raise taken(self.called)
            self._connection.execute(_NO_KEYS)
            self._connection.execute(_NO_MARK)
            self._connection.execute(_BEGIN, (source, microseconds(now)))
            return Stage.EMPTY

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows, all or nothing."""
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(_named(table), _columns(table))
        with _said_of(self.called), self._connection.cursor() as cursor:
            try:
                with cursor.copy(into) as lines:
                    for row in rows:
                        lines.write_row(row)
            except psycopg.DataError:
                for row in rows:
                    if any(isinstance(value, str) and "\0" in value for value in row):
                        raise _unkept(table, row) from None
                raise

    def drop(self, table: Table, keys: Sequence[Key]) -> None:
        """Take rows out, all or nothing."""
        gone = sql.SQL("DELETE FROM {} WHERE ({}) IN (SELECT * FROM unnest({}))").format(
            _named(table), _list(table.key), _wanted(table)
        )
        with _said_of(self.called):
            self._connection.execute(gone, _by_column(keys))

    @contextmanager
    def keys_alone(self) -> Iterator[None]:
        """All that is put among the keys in this block is there at its end, or nothing."""
        self._do("BEGIN")
        try:
            yield
        except BaseException:
            with suppress(StoreError):  # the first error is the one to tell
                self._do("ROLLBACK")
            raise
        self._do("COMMIT")

    def _do(self, statement: LiteralString) -> None:
        with _said_of(self.called):
            self._connection.execute(statement)

    def finish(self, now: datetime) -> None:
        """Let it be used; nothing is put any more."""
        with _said_of(self.called):
            with self._connection.transaction():
                self._connection.execute(_NEXT_ROW)
                self._connection.execute(_FINISH, (microseconds(now),))
            self._connection.execute("ANALYZE")  # or its plans would be those of empty tables for a minute


@contextmanager
def source(address: Address, key: MasterKey) -> Iterator[Source]:
    """A database that everything is read from; nobody writes to it meanwhile, and nobody has a message in hand."""
    with _opened(address) as (called, connection, reader):
        with _said_of(called), connection.transaction():
            if not schema.exists(connection):
                raise StoreUnfit("There is no journal in it; name the one that the coach has served from.")
            schema.refuse_newer(connection)
            schema.bring_up_to_date(connection)
            wrapping(connection, key)
            for statement in _RELEASE:
                connection.execute(statement)
        with _said_of(called):
            # A coach that has lost its connection, and its lock with it, must not write here before it has noticed.
            reader.execute("BEGIN")
            reader.execute(_STILL)
        yield _Source(called, connection, reader)


@contextmanager
def target(address: Address) -> Iterator[Target]:
    """A database that everything is written to."""
    with _opened(address) as (called, connection, reader):
        yield _Target(called, connection, reader)


@contextmanager
def _opened(address: Address) -> Iterator[tuple[str, Connection, Connection]]:
    """Two connections, with the database to ourselves."""
    called = str(address)
    with ExitStack() as opened:
        with _said_of(called):
            try:
                connection, reader = (opened.enter_context(closing(connect(address))) for _ in range(2))
            except psycopg.Error as error:
                raise refusal(error) from None
            for limit in _NO_LIMITS:
                connection.execute(limit)
                reader.execute(limit)
            locks.hold_alone(connection)
        try:
            yield called, connection, reader
        finally:
            with suppress(psycopg.Error):
                locks.give_back(connection)


@contextmanager
def _said_of(called: str) -> Iterator[None]:
    """Let nothing but a `StoreError` out that names the database."""
    try:
        with explained():
            yield
    except StoreError as error:
        if called in str(error):
            raise
        raise type(error)(f"{called}: {error}") from error


def _unkept(table: Table, row: Row) -> StoreUnfit:
    key = " ".join(str(value) for value in table.key_of(row)).replace("\0", "\\0")
    return StoreUnfit(
        f"The row {key} of {table.name} has a NUL character in an id, which PostgreSQL cannot keep; "
        "erase that person, or stay with SQLite."
    )


def _columns(table: Table) -> sql.Composable:
    return _list(table.columns)


def _list(names: Sequence[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _wanted(table: Table) -> sql.Composable:
    """Places for keys: an array for each column, so that the statement is the same for any number of them."""
    return sql.SQL(", ").join(sql.SQL(f"%s::{_TYPES.get(name, 'text')}[]") for name in table.key)


def _by_column(keys: Sequence[Key]) -> list[list[object]]:
    return [list(column) for column in zip(*keys, strict=True)]
