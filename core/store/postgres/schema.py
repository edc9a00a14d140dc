"""The tables on PostgreSQL, and how they came to be. The columns are those of `core.store.schema`, which explains them.

People's keys lie in a schema of their own, so that a dump of the one never holds the other (`pg_dump -n`). What was released
is never edited; a change is a new entry at the end. All that starts together waits on one advisory lock.
"""

from __future__ import annotations

from psycopg import Connection

from core.errors import StoreUnfit

JOURNAL, KEYS = "rebound", "rebound_keys"
_LOCK = 0x5245424F554E44  # "REBOUND"; any number that no other program uses

MIGRATIONS: tuple[tuple[str, str], ...] = (
    (
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
        CREATE INDEX outbox_ready ON rebound.outbox (platform, nudge, id) WHERE dead IS NULL;
        CREATE INDEX outbox_later ON rebound.outbox (platform, ready) WHERE dead IS NULL;


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
    (
        "2-notes",
        """
        CREATE TABLE rebound.note (
            kind TEXT NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL, value JSONB NOT NULL, noted BIGINT NOT NULL,
            PRIMARY KEY (kind, tenant, key)
        );
        CREATE INDEX note_tenant ON rebound.note (tenant, key);
        """,
    ),
)


def exists(connection: Connection) -> bool:
    """Whether our tables are there."""
    (found,) = connection.execute("SELECT to_regclass('rebound.migration') IS NOT NULL").fetchone() or (False,)
    return bool(found)


def missing(connection: Connection) -> tuple[str, ...]:
    """What the next start will apply. `StoreUnfit` for a database that is newer than we are."""
    applied = set[str]()
    if exists(connection):
        applied = {name for (name,) in connection.execute("SELECT name FROM rebound.migration")}
    if unknown := applied - {name for name, _ in MIGRATIONS}:
        raise StoreUnfit(
            f"The database was written by a newer version of Rebound (it has {', '.join(sorted(unknown))}); "
            "start that version, or a newer one."
        )
    return tuple(name for name, _ in MIGRATIONS if name not in applied)


def bring_up_to_date(connection: Connection) -> list[str]:
    """Apply what is missing, all or nothing, while others that start wait; what was applied.

    Where nothing is missing, our role need not be allowed to create anything.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        if not exists(connection):
            for name in (JOURNAL, KEYS):
                connection.execute(f"CREATE SCHEMA IF NOT EXISTS {name}")
            connection.execute("CREATE TABLE rebound.migration (name TEXT PRIMARY KEY)")
        to_do = missing(connection)
        for name, sql in MIGRATIONS:
            if name in to_do:
                connection.execute(sql)
                connection.execute("INSERT INTO rebound.migration (name) VALUES (%s)", (name,))
        return [*to_do]
