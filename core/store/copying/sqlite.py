"""Either end of a copy in an SQLite file.

A copy into a file is made beside it, under another name, and gets its name only when it is finished; the keys follow. So
nothing can be served from half of one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Database

from core.errors import StoreUnfit
from core.store import copies, durable, schema
from core.store.copying.ends import Source, Stage, Target, half_done, taken
from core.store.copying.tables import JOURNAL, KEYS, MADE_AT_A_START, Key, Row, Table
from core.store.faults import explained
from core.store.instants import microseconds
from core.store.keys import MasterKey
from core.store.lock import sole_use
from core.store.sqlite import SqliteKeeper

_BUSY_SECONDS = 5.0
_MAKE_MARK = (
    "CREATE TABLE copying (id INTEGER PRIMARY KEY CHECK (id = 1), source TEXT NOT NULL, begun INTEGER NOT NULL,"
    " finished INTEGER) STRICT"
)
_MARK = "SELECT source, finished FROM copying"
_BEGIN = "INSERT INTO copying (id, source, begun) VALUES (1, ?, ?)"
_FINISH = "UPDATE copying SET finished = ?"


class _File:
    """The journal and its key store. For the thread that opened it."""

    def __init__(self, file: Path) -> None:
        self.called = str(file)
        self._file = file
        self._journal: sqlite3.Connection
        self._keys: sqlite3.Connection
        self._reader: sqlite3.Connection
        """To the journal, too: what is read in one go sees nothing of what is written meanwhile."""

    def rows(self, table: Table) -> Iterator[Row]:
        """All of a table, without ever holding all of it."""
        with explained(self._file):
            connection = self._keys if table in KEYS else self._reader
            yield from connection.execute(f"SELECT {', '.join(table.columns)} FROM {table.name}")  # noqa: S608 (ours)

    def those(self, table: Table, keys: Sequence[Key]) -> list[Row]:
        """The rows that have one of these keys."""
        with explained(self._file):
            values = [value for key in keys for value in key]
            return self._connection(table).execute(_those(table, len(keys)), values).fetchall()

    def count(self, table: Table) -> int:
        """So many rows."""
        with explained(self._file):
            (rows,) = self._connection(table).execute(f"SELECT count(*) FROM {table.name}").fetchone()  # noqa: S608 (ours)
            return int(rows)

    def _connection(self, table: Table) -> sqlite3.Connection:
        return self._keys if table in KEYS else self._journal


class _Source(_File):
    def __init__(self, file: Path, journal: sqlite3.Connection, keys: sqlite3.Connection) -> None:
        super().__init__(file)
        self._journal = self._reader = journal
        self._keys = keys

    @property
    def backups(self) -> list[str]:
        """The folders in which the keys lie, too."""
        return [str(folder) for folder in copies.noted(Database(self._keys, execute_plugins=False))]


class _Target(_File):
    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self._fresh = Path(f"{file}.copying")
        self._opened = ExitStack()

    def close(self) -> None:
        """Let go of the files; doing it twice is harmless."""
        self._opened.close()

    def begin(self, source: str, now: datetime) -> Stage:
        """Note whose copy this is; `StoreUnfit` where other people's data are, or another copy is half done."""
        with explained(self._file):
            noted, finished = _mark(self._file)
            if noted == source and finished is not None:
                if not _keys_of(self._fresh).exists() or _holds_keys(_keys_of(self._file)):
                    self._open(self._file)
                    return Stage.FINISHED
                _fold(self._file)  # it was broken off while the files got their names
                durable.move(self._file, self._fresh)
            if _holds_people(self._file) or _holds_keys(_keys_of(self._file)):
                raise taken(self.called)
            noted, _ = _mark(self._fresh)
            if noted not in (None, source):
                raise half_done(self.called, noted)
            if noted is None:
                durable.remove_database(self._fresh)
            self._open(self._fresh)
            for table in KEYS:
                self._keys.execute(f"DELETE FROM {table.name}")  # noqa: S608 (ours)
            if noted is not None:
                return Stage.BEGUN
            with _transaction(self._journal):
                self._journal.execute(_MAKE_MARK)
                self._journal.execute(_BEGIN, (source, microseconds(now)))
            return Stage.EMPTY

    def _open(self, file: Path) -> None:
        enter = self._opened.enter_context
        self._journal = enter(schema.opened(file, schema.JOURNAL, journal_mode="WAL", busy_seconds=_BUSY_SECONDS)).conn
        keys = schema.opened(_keys_of(file), schema.KEYS, journal_mode="TRUNCATE", busy_seconds=_BUSY_SECONDS)
        self._keys = enter(keys).conn
        self._reader = enter(closing(sqlite3.connect(file, isolation_level=None)))

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows, all or nothing."""
        names, places = ", ".join(table.columns), ", ".join("?" * len(table.columns))
        self._do(table, f"INSERT INTO {table.name} ({names}) VALUES ({places})", rows)  # noqa: S608 (ours)

    def drop(self, table: Table, keys: Sequence[Key]) -> None:
        """Take rows out, all or nothing."""
        named = " AND ".join(f"{name} = ?" for name in table.key)
        self._do(table, f"DELETE FROM {table.name} WHERE {named}", keys)  # noqa: S608 (ours)

    def _do(self, table: Table, statement: str, values: Iterable[Row]) -> None:
        connection = self._connection(table)
        with explained(self._file):
            if connection.in_transaction:
                connection.executemany(statement, values)
            else:
                with _transaction(connection):
                    connection.executemany(statement, values)

    @contextmanager
    def keys_alone(self) -> Iterator[None]:
        """All that is put among the keys in this block is there at its end, or nothing."""
        with explained(self._file), _transaction(self._keys):
            yield

    def finish(self, now: datetime) -> None:
        """Let it be used: without its keys no start takes it, so they come last."""
        fresh, file = self._fresh, self._file
        with explained(file):
            self._journal.execute(_FINISH, (microseconds(now),))
            self.close()
            for made, its_place in ((fresh, file), (_keys_of(fresh), _keys_of(file))):
                _fold(made)
                durable.sync(made)
                durable.remove_database(its_place)
                durable.move(made, its_place)


@contextmanager
def source(file: Path, key: MasterKey) -> Iterator[Source]:
    """A file that everything is read from; nobody writes to it meanwhile, and nobody has a message in hand."""
    if not file.is_file():
        raise StoreUnfit(f"There is no journal at {file}; name the one that the coach has served from.")
    with closing(SqliteKeeper(file, key)) as keeper:  # it checks the key, and settles what a crash has left half done
        with explained(_keys_of(file)):
            keys = sqlite3.connect(_keys_of(file), timeout=_BUSY_SECONDS, isolation_level=None)
        with closing(keys):
            yield _Source(file, keeper.db.conn, keys)


@contextmanager
def target(file: Path) -> Iterator[Target]:
    """A file that everything is written to."""
    with sole_use(file), closing(_Target(file)) as opened:
        yield opened


def _keys_of(file: Path) -> Path:
    return Path(f"{file}.keys")


@lru_cache(maxsize=8)
def _those(table: Table, keys: int) -> str:
    wanted = ", ".join(["(" + ", ".join("?" * len(table.key)) + ")"] * keys)
    by = " AND ".join(f"{name} = wanted.column{number}" for number, name in enumerate(table.key, 1))
    # CROSS JOIN: else the planner may read the whole table for each of the keys.
    return f"SELECT {', '.join(table.columns)} FROM (VALUES {wanted}) AS wanted CROSS JOIN {table.name} ON {by}"  # noqa: S608 (ours)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()


def _mark(file: Path) -> tuple[str | None, int | None]:
    """Of what a file is a copy, and when it was finished."""
    if not file.exists():
        return None, None
    with closing(sqlite3.connect(file)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'copying'").fetchone():
            return None, None
        found: tuple[str | None, int | None] = connection.execute(_MARK).fetchone() or (None, None)
        return found


def _holds_people(file: Path) -> bool:
    if not file.exists():
        return False
    with closing(sqlite3.connect(file)) as connection:
        schema.refuse_a_strange_file(Database(connection, execute_plugins=False), file, schema.JOURNAL)
        return _holds(connection, [table.name for table in JOURNAL])


def _holds_keys(file: Path) -> bool:
    """Whether there are any, or folders with backups of it."""
    if not file.exists():
        return False
    with closing(sqlite3.connect(file)) as connection:
        return _holds(connection, [*(table.name for table in KEYS if table.name not in MADE_AT_A_START), "copy"])


def _holds(connection: sqlite3.Connection, tables: Iterable[str]) -> bool:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return any(
        connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()  # noqa: S608 (ours)
        for name in there.intersection(tables)
    )


def _fold(file: Path) -> None:
    """Make a single file of a database and what lies beside it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master")  # takes back what a crash left half done
        connection.execute("PRAGMA journal_mode = DELETE")
    durable.remove_beside(file)
