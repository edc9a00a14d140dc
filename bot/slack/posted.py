"""Which posts stand in channels: for each that was handed to Slack its key, and where Slack has put it.

The coach reads no channel, so what became of a post cannot be looked up there; it is noted (`core.store.notes`) before a post is
handed to Slack and after. A post that was handed over, and of which nothing more is known, is never handed over again. If
the notes are lost, a post that was on its way then may be shown twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from core.store.notes import Notes

KEPT = timedelta(days=30)
_KIND = "slack post"


class Posted:
    """Remembers them. Safe to call from any thread; a call waits for the disk, and is durable when it returns.

    Nothing is cached: a post may have been handed over by another process. Raises `StoreError`.
    """

    def __init__(self, notes: Notes, now: datetime) -> None:
        self._notes = notes
        notes.prune(_KIND, now - KEPT)

    def of(self, tenant: str, key: str) -> str | None:
        """Slack's id of a post; "" where it was handed over and nothing more is known, None where it never was."""
        note = self._notes.get(_KIND, tenant, key)
        return None if note is None else str(note.value)

    def note(self, tenant: str, key: str, ts: str, now: datetime) -> None:
        """It is handed over ("" for `ts`), or stands there."""
        self._notes.put(_KIND, tenant, key, ts, now, is_durable=True)

    def forget(self, tenant: str, key: str) -> None:
        """It was not shown after all, or is gone."""
        self._notes.drop(_KIND, tenant, key)

    def forget_all(self, tenant: str) -> None:
        """Nothing is known of a tenant any more."""
        self._notes.drop_all(_KIND, tenant)
