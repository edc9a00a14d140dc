"""The tables, how they came to be, and how a file is opened so that they are there.

A change of a table is a new function at the end of its set of migrations, with the next number in its name;
what was released is never edited, because somebody's file has it already. Migrations run in one `BEGIN
IMMEDIATE`, so programs that start together wait for each other and each step is applied once.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from core.errors import StoreUnfit
from core.store.faults import explained
from core.store.lock import sole_use

_CACHE_KIB = 16 * 1024  # for each file; holds the index pages of some 100 000 people

JOURNAL = Migrations("rebound-journal")
KEYS = Migrations("rebound-keys")


@JOURNAL(name="1-turns")
def _turns(db: Database) -> None:
    # Each page that a turn touches costs it about 4 %. So rows are appended (no WITHOUT ROWID, which would
    # spread them by person and split pages), there is one index for both questions asked of the journal, and
    # none on the outbox.
    db.execute(
        """
        CREATE TABLE snapshot (
            id      INTEGER PRIMARY KEY,
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            number  INTEGER NOT NULL CHECK (number > 0),  -- of the person's last turn
            sealed  BLOB NOT NULL,
            UNIQUE (tenant, person)
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE journal (
            id      INTEGER PRIMARY KEY,
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            number  INTEGER NOT NULL,
            at      INTEGER NOT NULL,  -- microseconds since 1970, UTC
            event   TEXT,              -- the platform's id; NULL once it can no longer be delivered again
            sealed  BLOB NOT NULL
        ) STRICT
        """
    )
    # The inbox, which makes a repeated event a repeated event, and the way to a person's rows. It is not
    # partial: rows without an event must still be found.
    db.execute("CREATE UNIQUE INDEX journal_event ON journal (tenant, person, event)")
    db.execute(
        """
        CREATE TABLE outbox (
            id      INTEGER PRIMARY KEY,  -- of the journal row; a message that was sent leaves the table
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            number  INTEGER NOT NULL,
            key     TEXT NOT NULL,
            sealed  BLOB NOT NULL
        ) STRICT
        """
    )


@JOURNAL(name="2-due")
def _due(db: Database) -> None:
    # Beside the snapshot, so that a turn tells its time in the statement it makes anyway.
    db.execute("ALTER TABLE snapshot ADD COLUMN due INTEGER")  # microseconds since 1970, UTC; NULL: when they write
    db.execute("CREATE INDEX snapshot_due ON snapshot (due) WHERE due IS NOT NULL")


@JOURNAL(name="3-delivery")
def _delivery(db: Database) -> None:
    for column in (
        "at INTEGER NOT NULL DEFAULT 0",  # of the turn; microseconds since 1970, UTC, as all instants
        "nudge INTEGER NOT NULL DEFAULT 0",
        "attempts INTEGER NOT NULL DEFAULT 0",  # that may have shown it; counted when it is claimed
        "shown INTEGER NOT NULL DEFAULT 0",  # so many groups of its parts
        "leased INTEGER",  # until when somebody has it in hand
        "after INTEGER",  # not to be claimed before
        "dead TEXT",  # refused: the person could not be reached; unfit: the message was at fault
        "reason TEXT NOT NULL DEFAULT ''",
        "dead_at INTEGER NOT NULL DEFAULT 0",
        "withdrawn INTEGER NOT NULL DEFAULT 0",  # taken back while it was in hand
    ):
        db.execute(f"ALTER TABLE outbox ADD COLUMN {column}")
    db.execute("UPDATE outbox SET at = coalesce((SELECT at FROM journal WHERE journal.id = outbox.id), 0)")
    db.execute(
        """
        CREATE TABLE unreachable (  -- who refused us, or was gone, until they do something
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            PRIMARY KEY (tenant, person)
        ) STRICT, WITHOUT ROWID
        """
    )


@JOURNAL(name="4-departures")
def _departures(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE departed (  -- the workspaces that have taken the coach out; their people are erased after a while
            tenant  TEXT PRIMARY KEY,
            at      INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )


@JOURNAL(name="5-forgotten")
def _forgotten(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE forgotten (  -- events of people who were erased, so that one which comes again is not taken as new
            token   BLOB PRIMARY KEY,  -- keyed; tells neither the person nor the event
            at      INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )


@JOURNAL(name="6-in-hand")
def _in_hand(db: Database) -> None:
    # Apart from the words: a hundred of these lie in two pages, of the outbox in a page for every eight. Whoever had a
    # message in hand is dead by now, and its attempt was counted.
    db.execute(
        """
        CREATE TABLE in_hand (  -- messages that somebody is about to send, or sent without learning what became of them
            id       INTEGER PRIMARY KEY,  -- of the outbox row
            tenant   TEXT NOT NULL,
            person   TEXT NOT NULL,
            attempts INTEGER NOT NULL,  -- this one counted
            until    INTEGER NOT NULL
        ) STRICT
        """
    )
    db.execute("ALTER TABLE outbox DROP COLUMN leased")


@KEYS(name="1-keys")
def _keys(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE master (
            id      INTEGER PRIMARY KEY CHECK (id = 1),
            proof   BLOB NOT NULL  -- sealed with the master key: opens with that key only
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE person_key (
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            wrapped BLOB NOT NULL,
            PRIMARY KEY (tenant, person)
        ) STRICT, WITHOUT ROWID
        """
    )
    db.execute(
        """
        CREATE TABLE doomed (  -- whose key is destroyed once their rows are gone; outlives a crash between the two
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            PRIMARY KEY (tenant, person)
        ) STRICT, WITHOUT ROWID
        """
    )


@KEYS(name="2-copies")
def _copies(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE copy (  -- the folders with backups, in each of which lies a copy of this file
            folder  TEXT PRIMARY KEY,
            written INTEGER NOT NULL  -- 0: the copy may not be there yet
        ) STRICT, WITHOUT ROWID
        """
    )
    # The same in all copies of one key store, so that two installations cannot overwrite each other's.
    db.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY CHECK (id = 1), mark BLOB NOT NULL) STRICT")
    db.execute("INSERT INTO mark (id, mark) VALUES (1, randomblob(16))")


@KEYS(name="3-next-keys")
def _next_keys(db: Database) -> None:
    # Whoever has another key than at first cannot be read in older backups, and that is no damage.
    db.execute("ALTER TABLE person_key ADD COLUMN renewed INTEGER NOT NULL DEFAULT 0")
    db.execute(
        """
        CREATE TABLE next_key (  -- takes the place of the key once all rows are sealed with it; outlives a crash between
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            wrapped BLOB NOT NULL,
            PRIMARY KEY (tenant, person)
        ) STRICT, WITHOUT ROWID
        """
    )


@KEYS(name="4-credentials")
def _credentials(db: Database) -> None:
    # Here and not in the journal: of this file only the newest copy lies with the backups, so one that was dropped is gone.
    db.execute(
        """
        CREATE TABLE credential (  -- what opens a workspace to us
            tenant  TEXT PRIMARY KEY,
            wrapped BLOB NOT NULL  -- sealed with the master key
        ) STRICT, WITHOUT ROWID
        """
    )


@KEYS(name="5-event-key")
def _event_key(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE event_key (  -- with which events of people who were erased are known again
            id      INTEGER PRIMARY KEY CHECK (id = 1),
            wrapped BLOB NOT NULL  -- sealed with the master key
        ) STRICT
        """
    )


@contextmanager
def opened(
    file: Path,
    migrations: Migrations,
    *,
    journal_mode: str,
    busy_seconds: float,
    applied: list[str] | None = None,
) -> Iterator[Database]:
    """Open the file with its tables up to date, for the thread that asks; create it if there is none.

    What had to be applied for that is put into `applied`.
    """
    with explained(file):
        _create_for_us_alone(file)
        connection = sqlite3.connect(file, timeout=busy_seconds, isolation_level=None)
    try:
        with explained(file):
            db = Database(connection, execute_plugins=False, recursive_triggers=False)
            missing = migrate(db, file, migrations)
            if applied is not None:
                applied += missing
            db.execute(f"PRAGMA journal_mode = {journal_mode}")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA secure_delete = ON")
            db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        yield db
    finally:
        connection.close()


def bring_up_to_date(database: Path, *, wait_seconds: float) -> list[tuple[Path, list[str]]]:
    """Apply to the journal and to its key store what is missing, with both to ourselves; what was applied to which."""
    done = []
    with sole_use(database, wait_seconds=wait_seconds):
        for file, migrations, mode in ((database, JOURNAL, "WAL"), (Path(f"{database}.keys"), KEYS, "TRUNCATE")):
            if file.is_file():
                applied: list[str] = []
                with opened(file, migrations, journal_mode=mode, busy_seconds=wait_seconds, applied=applied):
                    done.append((file, applied))
    return done


def migrate(db: Database, file: Path, migrations: Migrations) -> list[str]:
    """Apply what is missing, all or nothing; refuse a file that is not ours or is newer than this program.

    The names of what was applied, in order.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        refuse_a_strange_file(db, file, migrations)
        if missing := [step.name for step in migrations.pending(db)]:
            migrations.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
    return missing


def refuse_a_strange_file(db: Database, file: Path, migrations: Migrations) -> None:
    """Raise `StoreUnfit` for a file of another program, or of a newer version of this one."""
    applied = {step.name for step in migrations.applied(db)}
    if not applied and db.table_names():
        raise StoreUnfit(f"{file} holds tables of another program; name another file for Rebound.")
    if unknown := applied - _known(migrations):
        raise StoreUnfit(
            f"{file} was written by a newer version of Rebound (it has {', '.join(sorted(unknown))}); "
            "start that version, or a newer one."
        )


def _known(migrations: Migrations) -> set[str]:
    with Database(memory=True, execute_plugins=False) as empty:
        return {step.name for step in migrations.pending(empty)}


def _create_for_us_alone(file: Path) -> None:
    """Set the mode before SQLite looks: the files that it keeps beside a database get the same."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
