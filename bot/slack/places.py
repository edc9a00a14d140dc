"""Where in Slack each person talks with the coach: the channel of their direct messages, and the thread of their last word.

A small file beside the journal, of ids alone, so that a reply that was decided before a crash goes where it belongs and can
be looked for there. It can be lost: then the person's own id serves as the channel. What was not renewed for a month goes.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from bot.slack.incoming import Place
from core.events import Person

KEPT = timedelta(days=30)
RENEWED = timedelta(days=1)
_TABLE = """
CREATE TABLE IF NOT EXISTS place (
    tenant TEXT NOT NULL, person TEXT NOT NULL, channel TEXT NOT NULL, thread TEXT, renewed REAL NOT NULL,
    PRIMARY KEY (tenant, person)
) WITHOUT ROWID
"""
_KEEP = "INSERT OR REPLACE INTO place (tenant, person, channel, thread, renewed) VALUES (?, ?, ?, ?, ?)"


def beside(journal: Path) -> Path:
    """The file that belongs to a journal."""
    return journal.with_name(f"{journal.name}.slack-places")


class Places:
    """Remembers them. Safe to call from any thread; a call may wait for the disk."""

    def __init__(self, file: Path, now: datetime) -> None:
        self._lock = Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        file.chmod(0o600)
        self._db.execute("PRAGMA journal_mode = TRUNCATE")
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.execute(_TABLE)
        self._db.execute("DELETE FROM place WHERE renewed < ?", ((now - KEPT).timestamp(),))
        rows = self._db.execute("SELECT tenant, person, channel, thread, renewed FROM place")
        self._known = {
            Person(tenant, id): (Place(channel, thread), renewed) for tenant, id, channel, thread, renewed in rows
        }

    def of(self, person: Person) -> Place | None:
        """Where they last spoke."""
        found = self._known.get(person)
        return found[0] if found else None

    def is_to_be_kept(self, person: Person, place: Place, now: datetime) -> bool:
        """Whether `keep` would change anything."""
        known, renewed = self._known.get(person, (None, 0.0))
        return known != place or now.timestamp() - renewed > RENEWED.total_seconds()

    def keep(self, person: Person, place: Place, now: datetime) -> None:
        """They spoke there; durable when this returns."""
        with self._lock:
            self._db.execute(_KEEP, (*person, place.channel, place.thread, now.timestamp()))
            self._known[person] = (place, now.timestamp())

    def forget(self, person: Person) -> None:
        """Nothing is known of them any more."""
        with self._lock:
            self._db.execute("DELETE FROM place WHERE tenant = ? AND person = ?", person)
            self._known.pop(person, None)

    def forget_all(self, tenant: str) -> None:
        """Nothing is known of a tenant any more."""
        with self._lock:
            self._db.execute("DELETE FROM place WHERE tenant = ?", (tenant,))
            for person in [one for one in self._known if one.tenant == tenant]:
                del self._known[person]

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()


def forget(journal: Path, whose: Person, now: datetime) -> None:
    """As `Places.forget`, or with an empty id `Places.forget_all`, for a command; nothing where there is no such file."""
    if beside(journal).is_file():
        with closing(Places(beside(journal), now)) as places:
            if whose.id:
                places.forget(whose)
            else:
                places.forget_all(whose.tenant)
