"""Where on Discord each person talks with the coach, and the last of theirs that was heard there.

Noted beside the journal (`core.store.notes`). With it no conversation has to be opened anew at each start, what somebody wrote,
changed or deleted while nothing ran is found, a message that they delete is known to be theirs, and that somebody could not
be reached is still known when they come to a server. It can be lost: then the next thing they write is heard as ever.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from bot.discord.incoming import TENANT, tenant_of
from core.errors import StoreError
from core.events import Person
from core.records import record
from core.store.notes import Notes

KEPT = timedelta(days=90)
"""After so long in which nobody has said anything, what was missed is not looked for any more."""
MOST_TOLD = 50
_PLACE = "discord place"
_TOLD = "discord told"
"""The last messages of somebody that were taken, to see after a start which of them are gone."""
_SERVER = "discord server"
"""Which servers have the coach, to see after a start which of them have taken it out; by their tenant."""
_SESSION = "discord session"
"""When one with Discord was begun last, by the machine's clock."""
_NOBODY = Person("", "")

log = logging.getLogger(__name__)


@record
class Place:
    """What is known of where somebody is."""

    channel: str
    seen: int = 0
    """The id of the last of theirs whose turn is durable."""
    closed: str = ""
    """Why they could not be reached the last time."""

    @property
    def is_open(self) -> bool:
        """Whether a message reached them the last time, as far as is known."""
        return not self.closed


class Places:
    """Remembers them. Safe to call from any thread. What cannot be noted is remembered until the end and stops nobody.

    Where everybody is was read once, at the start, and `of`, `whose` and `latest` wait for nothing: all private conversations
    come to one process, whose memory is right, and their channels stay. What another has noted of somebody (that a message
    did not reach them) is read before anything is written over it. All else is read when it is asked for.
    """

    def __init__(self, notes: Notes, now: Callable[[], datetime]) -> None:
        self._notes = notes
        self._now = now
        self._lock = Lock()
        for kind in (_PLACE, _TOLD):
            notes.prune(kind, now() - KEPT)
        self._known = {note.key: Place(*note.value) for note in notes.all(_PLACE)}
        self._people = {place.channel: person for person, place in self._known.items()}

    def of(self, person: Person) -> Place | None:
        """Where they are."""
        return self._known.get(person.id)

    def whose(self, channel: str) -> Person | None:
        """Whose conversation that is."""
        found = self._people.get(channel)
        return None if found is None else Person(TENANT, found)

    def latest(self) -> list[tuple[Person, Place]]:
        """Everybody, those heard last first."""
        found = [(Person(TENANT, person), place) for person, place in self._known.items()]
        return sorted(found, key=lambda one: one[1].seen, reverse=True)

    def keep(self, person: Person, channel: str, *, closed: str | None = None) -> None:
        """They are there; `closed` says why nothing reaches them, "" that something did. Waits only where it is news."""
        with self._lock:
            known = self._known.get(person.id)
            if known is None or (known.channel, known.closed) != (channel, known.closed if closed is None else closed):
                before = self._noted(person) or Place(channel)
                self._change(person, Place(channel, before.seen, before.closed if closed is None else closed))

    def tell(self, person: Person, id: int) -> None:
        """A message of theirs was taken; nothing where they were erased by it. Waits."""
        with self._lock:
            before = self._noted(person)
            if before is not None:
                self._change(person, Place(before.channel, max(id, before.seen), before.closed))
                with self._unharmed():
                    self._keep_told(person, self._told(person) | {id})

    def told(self, person: Person) -> list[int]:
        """The last messages of theirs that were taken and not deleted since, oldest first. Waits."""
        with self._lock:
            return sorted(self._told(person))

    def take_back(self, person: Person, id: int) -> None:
        """That message was deleted. Waits."""
        with self._lock, self._unharmed():
            told = self._told(person)
            if id in told:
                self._keep_told(person, told - {id})

    def forget(self, person: Person) -> None:
        """Nothing is known of them any more. Waits until that is durable."""
        with self._lock:
            place = self._known.pop(person.id, None)
            if place is not None:
                self._people.pop(place.channel, None)
            with self._unharmed():
                self._notes.forget(person)

    # --- servers, and the session with Discord ---

    def servers(self) -> list[str]:
        """The servers that have the coach, as far as is known. Waits."""
        return [str(note.value) for note in self._notes.all(_SERVER)]

    def enter(self, server: str) -> bool:
        """A server has the coach; whether that was not known. Waits."""
        if self._notes.get(_SERVER, tenant_of(server), "") is not None:
            return False
        self._put(_SERVER, Person(tenant_of(server), ""), server, self._now())
        return True

    def leave(self, server: str) -> None:
        """It has it no more. Waits."""
        with self._unharmed():
            self._notes.drop(_SERVER, tenant_of(server), "")

    def begun(self) -> datetime | None:
        """When a session was begun last, by this process or another. Waits."""
        note = self._notes.get(_SESSION, *_NOBODY)
        return None if note is None else note.at

    def begin(self, now: datetime) -> None:
        """A session is about to be begun. Waits."""
        self._put(_SESSION, _NOBODY, None, now)

    def _noted(self, person: Person) -> Place | None:
        try:
            note = self._notes.get(_PLACE, *person)
        except StoreError:
            return self._known.get(person.id)
        return None if note is None else Place(*note.value)

    def _change(self, person: Person, place: Place) -> None:
        self._put(_PLACE, person, [place.channel, place.seen, place.closed], self._now())
        self._known[person.id] = place
        self._people[place.channel] = person.id

    def _told(self, person: Person) -> set[int]:
        note = self._notes.get(_TOLD, *person)
        return set() if note is None else {*note.value}

    def _keep_told(self, person: Person, told: set[int]) -> None:
        self._notes.put(_TOLD, *person, sorted(told)[-MOST_TOLD:], self._now())

    def _put(self, kind: str, whose: Person, value: Any, now: datetime) -> None:
        with self._unharmed():
            self._notes.put(kind, *whose, value, now)

    @contextmanager
    def _unharmed(self) -> Iterator[None]:
        """No message is worth less because it could not be noted."""
        try:
            yield
        except StoreError as error:
            log.warning("Where somebody is could not be noted. %s", error)
