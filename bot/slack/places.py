"""Where in Slack each person talks with the coach: the channel of their direct messages, and the thread of their last word.

Noted beside the journal (`core.store.notes`), so that a reply that was decided before a crash goes where it belongs and can be
looked for there. It can be lost: then the person's own id serves as the channel. What was not renewed for a month goes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.slack.incoming import Place
from core.events import Person
from core.store.notes import Notes

KEPT = timedelta(days=30)
RENEWED = timedelta(days=1)
_KIND = "slack place"


class Places:
    """Remembers them. Safe to call from any thread; every call may wait for the disk and raises `StoreError`.

    Nothing is cached: the last word of somebody may have come to another process, and a reply goes to its thread.
    """

    def __init__(self, notes: Notes, now: datetime) -> None:
        self._notes = notes
        notes.prune(_KIND, now - KEPT)

    def of(self, person: Person) -> Place | None:
        """Where they last spoke."""
        note = self._notes.get(_KIND, *person)
        return Place(*note.value) if note else None

    def keep(self, person: Person, place: Place, now: datetime) -> None:
        """They spoke there; written where it is news, or was written a day ago."""
        note = self._notes.get(_KIND, *person)
        if note is None or Place(*note.value) != place or now - note.at > RENEWED:
            self._notes.put(_KIND, *person, [place.channel, place.thread], now)

    def forget(self, person: Person) -> None:
        """Nothing is known of them any more."""
        self._notes.drop(_KIND, *person)

    def forget_all(self, tenant: str) -> None:
        """Nothing is known of a tenant any more."""
        self._notes.drop_all(_KIND, tenant)
