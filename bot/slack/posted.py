"""Which posts stand in channels: for each that was handed to Slack its key, and where Slack has put it.

The coach reads no channel, so what became of a post cannot be looked up there; it is noted here before a post is handed to
Slack and after. A post that was handed over, and of which nothing more is known, is never handed over again. A small file
beside the journal, of ids alone. If it is lost, a post that was on its way then may be shown twice.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

KEPT = timedelta(days=30)
_TABLE = """
CREATE TABLE IF NOT EXISTS post (
    tenant TEXT NOT NULL, key TEXT NOT NULL, ts TEXT NOT NULL, noted REAL NOT NULL, PRIMARY KEY (tenant, key)
) WITHOUT ROWID
"""


def beside(journal: Path) -> Path:
    """The file that belongs to a journal."""
    return journal.with_name(f"{journal.name}.slack-posts")


class Posted:
    """Remembers them. Safe to call from any thread; a call waits for the disk, and is durable when it returns."""

    def __init__(self, file: Path, now: datetime) -> None:
        self._lock = Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        file.chmod(0o600)
        self._db.execute("PRAGMA journal_mode = TRUNCATE")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute(_TABLE)
        self._db.execute("DELETE FROM post WHERE noted < ?", ((now - KEPT).timestamp(),))

    def of(self, tenant: str, key: str) -> str | None:
        """Slack's id of a post; "" where it was handed over and nothing more is known, None where it never was."""
        with self._lock:
            rows = self._db.execute("SELECT ts FROM post WHERE tenant = ? AND key = ?", (tenant, key)).fetchall()
        return str(rows[0][0]) if rows else None

    def note(self, tenant: str, key: str, ts: str, now: datetime) -> None:
        """It is handed over ("" for `ts`), or stands there."""
        with self._lock:
            self._db.execute("INSERT OR REPLACE INTO post VALUES (?, ?, ?, ?)", (tenant, key, ts, now.timestamp()))

    def forget(self, tenant: str, key: str) -> None:
        """It was not shown after all, or is gone."""
        with self._lock:
            self._db.execute("DELETE FROM post WHERE tenant = ? AND key = ?", (tenant, key))

    def forget_all(self, tenant: str) -> None:
        """Nothing is known of a tenant any more."""
        with self._lock:
            self._db.execute("DELETE FROM post WHERE tenant = ?", (tenant,))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()


def forget(journal: Path, tenant: str, now: datetime) -> None:
    """As `Posted.forget_all`, for a command; nothing where there is no such file."""
    if beside(journal).is_file():
        with closing(Posted(beside(journal), now)) as posted:
            posted.forget_all(tenant)
