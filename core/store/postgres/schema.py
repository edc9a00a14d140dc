"""The tables on PostgreSQL, and how they came to be. The columns are those of `core.store.schema`, which explains them.

People's keys lie in a schema of their own, so that a dump of the one never holds the other (`pg_dump -n`). What was released
is never edited; a change is a new entry at the end. All that starts together waits on one advisory lock.

While a newer program starts, older ones are serving, and go on for a while. So a step adds (a table, an index, a column that
may be left out of an INSERT) and takes nothing away. What no program of the release before needs any more may go in a step
that is not additive: older programs refuse to start beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psycopg import Connection

from core.errors import StoreUnfit
from core.store.postgres import locks

JOURNAL, KEYS = "rebound", "rebound_keys"
_APPLIED = "CREATE TABLE rebound.migration (name TEXT PRIMARY KEY, additive BOOLEAN NOT NULL DEFAULT FALSE)"
_NOTE = "INSERT INTO rebound.migration (name, additive) VALUES (%s, %s)"
_LOCK = 0x5245424F554E44  # "REBOUND"; any number that no other program uses


@dataclass(frozen=True, slots=True)
class Migration:
    """One step in which the tables changed."""

    name: str
    sql: str
    is_additive: bool = True
    """Programs from before it may go on serving beside it: nothing that they read or write was taken away or made stricter."""


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "1-turns",
        """
        CREATE TABLE rebound.snapshot (
            tenant TEXT NOT NULL,
            person TEXT NOT NULL,
            number BIGINT NOT NULL CHECK (number > 0),
            sealed BYTEA NOT NULL,
            due    BIGINT,
            PRIMARY KEY (tenant, person)
        ) WITH (fillfactor = 70);
        CREATE INDEX snapshot_person ON rebound.snapshot (person);
        CREATE INDEX snapshot_due ON rebound.snapshot (due) WHERE due IS NOT NULL;

        CREATE TABLE rebound.journal (
            id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant TEXT NOT NULL,
            person TEXT NOT NULL,
            number BIGINT NOT NULL,
            at     BIGINT NOT NULL,
            event  TEXT,
            sealed BYTEA NOT NULL
        );
        CREATE UNIQUE INDEX journal_event ON rebound.journal (tenant, person, event);
        CREATE INDEX journal_at ON rebound.journal (at) WHERE event IS NOT NULL;

        CREATE TABLE rebound.outbox (
            id        BIGINT PRIMARY KEY,
            tenant    TEXT NOT NULL,
            person    TEXT NOT NULL,
            platform  TEXT NOT NULL GENERATED ALWAYS AS (split_part(tenant, ':', 1)) STORED,
            number    BIGINT NOT NULL,
            key       TEXT NOT NULL,
            sealed    BYTEA NOT NULL,
            at        BIGINT NOT NULL,
            nudge     BOOLEAN NOT NULL,
            attempts  INTEGER NOT NULL DEFAULT 0,
            shown     INTEGER NOT NULL DEFAULT 0,
            leased    BIGINT,
            holder    TEXT,  -- whose lease it is
            after     BIGINT,
            ready     BIGINT NOT NULL GENERATED ALWAYS AS (greatest(leased, after, 0)) STORED,
            dead      TEXT,
            reason    TEXT NOT NULL DEFAULT '',
            dead_at   BIGINT NOT NULL DEFAULT 0,
            withdrawn BOOLEAN NOT NULL DEFAULT FALSE
        ) WITH (fillfactor = 70);
        CREATE INDEX outbox_person ON rebound.outbox (tenant, person, id);
        CREATE INDEX outbox_ready ON rebound.outbox (platform, nudge, id) WHERE dead IS NULL AND leased IS NULL;
        CREATE INDEX outbox_leased ON rebound.outbox (platform, leased) WHERE leased IS NOT NULL;
        CREATE INDEX outbox_withdrawn ON rebound.outbox (id) WHERE withdrawn;

        CREATE UNLOGGED TABLE rebound.bringing (  -- which process takes the turns of people who are due
            tenant TEXT NOT NULL,
            person TEXT NOT NULL,
            holder TEXT NOT NULL,
            until  BIGINT NOT NULL,
            PRIMARY KEY (tenant, person)
        );
        CREATE TABLE rebound.unreachable (
            tenant TEXT NOT NULL,
            person TEXT NOT NULL,
            PRIMARY KEY (tenant, person)
        );
        CREATE TABLE rebound.departed (tenant TEXT PRIMARY KEY, at BIGINT NOT NULL);
        CREATE TABLE rebound.forgotten (token BYTEA PRIMARY KEY, at BIGINT NOT NULL);

        CREATE TABLE rebound.copying (  -- of what all of this is a copy, if `rebound copy` has made it
            id       INTEGER PRIMARY KEY CHECK (id = 1),
            source   TEXT NOT NULL,
            begun    BIGINT NOT NULL,
            finished BIGINT  -- NULL: nobody may be served from it yet
        );

        CREATE TABLE rebound_keys.master (id INTEGER PRIMARY KEY CHECK (id = 1), proof BYTEA NOT NULL);
        CREATE TABLE rebound_keys.event_key (id INTEGER PRIMARY KEY CHECK (id = 1), wrapped BYTEA NOT NULL);
        CREATE TABLE rebound_keys.person_key (
            tenant  TEXT NOT NULL,
            person  TEXT NOT NULL,
            wrapped BYTEA NOT NULL,
            renewed BOOLEAN NOT NULL DEFAULT FALSE,
            PRIMARY KEY (tenant, person)
        );
        CREATE TABLE rebound_keys.credential (tenant TEXT PRIMARY KEY, wrapped BYTEA NOT NULL);
        """,
    ),
    Migration(
        "2-notes",
        """
        CREATE TABLE rebound.note (
            kind TEXT NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL, value JSONB NOT NULL, noted BIGINT NOT NULL,
            PRIMARY KEY (kind, tenant, key)
        );
        CREATE INDEX note_tenant ON rebound.note (tenant, key);
        """,
        is_additive=True,
    ),
)


def exists(connection: Connection) -> bool:
    """Whether our tables are there."""
    (found,) = connection.execute("SELECT to_regclass('rebound.migration') IS NOT NULL").fetchone() or (False,)
    return bool(found)


def missing(connection: Connection) -> tuple[str, ...]:
    """What the next start will apply. `StoreUnfit` for a step of a newer program that this one cannot serve beside."""
    applied = _applied(connection)
    _refuse_newer([name for name, is_additive in applied.items() if not is_additive])
    return tuple(step.name for step in MIGRATIONS if step.name not in applied)


def refuse_newer(connection: Connection) -> None:
    """Raise `StoreUnfit` for any step of a newer program: of what it has added this one would carry nothing to a copy."""
    _refuse_newer(_applied(connection))


def _applied(connection: Connection) -> dict[str, bool]:
    """The steps that were applied, and whether each is additive."""
    if not exists(connection):
        return {}
    return dict(connection.execute("SELECT name, additive FROM rebound.migration").fetchall())


def _refuse_newer(applied: Iterable[str]) -> None:
    if strange := {*applied} - {step.name for step in MIGRATIONS}:
        raise StoreUnfit(
            f"The database was written by a newer version of Rebound (it has {', '.join(sorted(strange))}); "
            "start that version, or a newer one."
        )


def bring_up_to_date(connection: Connection, *, for_a_copy: bool = False) -> list[str]:
    """Apply what is missing, all or nothing, while others that start wait; what was applied.

    Where nothing is missing, our role need not be allowed to create anything. Half a copy is refused (`StoreUnfit`), unless
    it is opened to go on with it; so is (`StoreBusy`) a step beside which those who are serving could not go on.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        if is_new := not exists(connection):
            for name in (JOURNAL, KEYS):
                connection.execute(f"CREATE SCHEMA IF NOT EXISTS {name}")
            connection.execute(_APPLIED)
        names = missing(connection)
        to_do = [step for step in MIGRATIONS if step.name in names]
        if not is_new and not all(step.is_additive for step in to_do):
            locks.refuse_others(connection)
        for step in to_do:
            connection.execute(step.sql)
            connection.execute(_NOTE, (step.name, step.is_additive))
        if not for_a_copy:
            refuse_half_a_copy(connection)
        return [*names]


def refuse_half_a_copy(connection: Connection) -> None:
    """Raise `StoreUnfit` where a copy into the database was begun and not finished."""
    half = connection.execute("SELECT source FROM rebound.copying WHERE finished IS NULL").fetchone()
    if half is not None:
        raise StoreUnfit(
            f"The database holds an unfinished copy of {half[0]}; run `rebound copy` again to the end, or name another one."
        )
