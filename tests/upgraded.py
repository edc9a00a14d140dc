"""A release that does not exist yet: what its first start would do to the tables."""

from __future__ import annotations

import pytest

from core.store.postgres import schema

ADDED = schema.Migration(
    "9-later",
    """
    ALTER TABLE rebound.snapshot ADD COLUMN season TEXT;
    ALTER TABLE rebound.journal ADD COLUMN weight INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE rebound.outbox ADD COLUMN tone TEXT NOT NULL DEFAULT '';
    ALTER TABLE rebound.unreachable ADD COLUMN since BIGINT;
    ALTER TABLE rebound_keys.person_key ADD COLUMN made BIGINT;
    CREATE TABLE rebound.later (tenant TEXT PRIMARY KEY, at BIGINT NOT NULL);
    CREATE INDEX journal_weight ON rebound.journal (weight);
    """,
)
TAKEN_AWAY = schema.Migration("9-away", "ALTER TABLE rebound.outbox DROP COLUMN reason", is_additive=False)


def released(monkeypatch: pytest.MonkeyPatch, *steps: schema.Migration) -> None:
    """From now on the program has these steps, too."""
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, *steps))
