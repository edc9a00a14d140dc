"""Where on Discord each person talks with the coach, and the last of theirs that was heard there.

A small file beside the journal, of ids alone. With it no conversation has to be opened anew at each start, what somebody
wrote, changed or deleted while nothing ran is found, a message that they delete is known to be theirs, and that somebody
could not be reached is still known when they come to a server. It can be lost: then the next thing they write is heard as ever.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from bot.discord.incoming import TENANT
from core.errors import outline
from core.events import Person
from core.records import record

KEPT = timedelta(days=90)
"""After so long in which nobody has said anything, what was missed is not looked for any more."""
_TABLE = """
CREATE TABLE IF NOT EXISTS place (
    person  TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    seen    INTEGER NOT NULL DEFAULT 0,  -- the id of the last of theirs whose turn is durable
    closed  TEXT NOT NULL DEFAULT ''     -- why they could not be reached the last time
) WITHOUT ROWID
"""
_TOLD_TABLE = "CREATE TABLE IF NOT EXISTS told (person TEXT, id INTEGER, PRIMARY KEY (person, id)) WITHOUT ROWID"
"""The last messages of theirs that were taken, to see after a start which of them are gone."""
_TELL = "INSERT OR IGNORE INTO told (person, id) VALUES (?, ?)"
_TOO_OLD = (
    "DELETE FROM told WHERE person = ?1"
    " AND id <= (SELECT id FROM told WHERE person = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)"
)
MOST_TOLD = 50
_SERVERS = "CREATE TABLE IF NOT EXISTS server (id TEXT PRIMARY KEY) WITHOUT ROWID"
"""The servers that have the coach, to see after a start which of them have taken it out."""
_BEGUN = "CREATE TABLE IF NOT EXISTS begun (id INTEGER PRIMARY KEY CHECK (id = 1), at REAL NOT NULL)"
"""When a session with Discord was begun last (seconds since 1970, by the machine's clock)."""
_KEEP = (
    "INSERT INTO place (person, channel, seen, closed) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET channel = excluded.channel, seen = excluded.seen, closed = excluded.closed"
)
_FORGET = ("DELETE FROM place WHERE person = ?", "DELETE FROM told WHERE person = ?")
_EPOCH_MILLISECONDS = 1420070400000

log = logging.getLogger(__name__)


@record
class Place:
    """What is known of where somebody is."""

    channel: str
    seen: int = 0
    closed: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a message reached them the last time, as far as is known."""
        return not self.closed


def beside(journal: Path) -> Path:
    """The file that belongs to a journal."""
    return journal.with_name(f"{journal.name}.discord")


class Places:
    """Remembers them. Safe to call from any thread; a call may wait for the disk, but not for long."""

    def __init__(self, file: Path, now: datetime) -> None:
        """A file that cannot be read is made anew."""
        self._lock = Lock()
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db, rows = _opened(file, now)
        except sqlite3.DatabaseError as error:
            log.warning("%s cannot be read, and is made anew: %s.", file, outline(error))
            for one in (file, *(file.with_name(f"{file.name}-{more}") for more in ("wal", "shm"))):
                one.unlink(missing_ok=True)
            self._db, rows = _opened(file, now)
        self._known = {person: Place(channel, seen, closed) for person, channel, seen, closed in rows}
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

    def keep(self, person: Person, channel: str, *, seen: int = 0, closed: str | None = None) -> None:
        """They are there; `closed` says why nothing reaches them, "" that something did."""
        with self._lock:
            before = self._known.get(person.id, Place(channel))
            place = Place(channel, max(seen, before.seen), before.closed if closed is None else closed)
            if place == before and person.id in self._known:
                return
            self._write(_KEEP, (person.id, place.channel, place.seen, place.closed))
            self._known[person.id] = place
            self._people[channel] = person.id

    def tell(self, person: Person, id: int) -> None:
        """A message of theirs was taken."""
        with self._lock:
            self._write(_TELL, (person.id, id))
            self._write(_TOO_OLD, (person.id, MOST_TOLD))

    def told(self, person: Person) -> list[int]:
        """The last messages of theirs that were taken and not deleted since, oldest first."""
        rows = self._db.execute("SELECT id FROM told WHERE person = ? ORDER BY id", (person.id,))
        return [id for (id,) in rows]

    def take_back(self, person: Person, id: int) -> None:
        """That message was deleted."""
        with self._lock:
            self._write("DELETE FROM told WHERE person = ? AND id = ?", (person.id, id))

    def servers(self) -> list[str]:
        """The servers that have the coach, as far as is known."""
        return [id for (id,) in self._db.execute("SELECT id FROM server")]

    def enter(self, server: str) -> bool:
        """A server has the coach; whether that was not known."""
        is_new = server not in self.servers()
        with self._lock:
            self._write("INSERT OR IGNORE INTO server (id) VALUES (?)", (server,))
        return is_new

    def leave(self, server: str) -> None:
        """It has it no more."""
        with self._lock:
            self._write("DELETE FROM server WHERE id = ?", (server,))

    def begun(self) -> datetime | None:
        """When a session was begun last, by this process or an earlier one."""
        found = self._db.execute("SELECT at FROM begun").fetchone()
        return None if found is None else datetime.fromtimestamp(found[0], UTC)

    def begin(self, now: datetime) -> None:
        """A session is about to be begun."""
        with self._lock:
            self._write("INSERT OR REPLACE INTO begun (id, at) VALUES (1, ?)", (now.timestamp(),))

    def forget(self, person: Person) -> None:
        """Nothing is known of them any more."""
        with self._lock:
            for statement in _FORGET:
                self._write(statement, (person.id,))
            place = self._known.pop(person.id, None)
            if place is not None:
                self._people.pop(place.channel, None)

    def _write(self, statement: str, values: tuple[str | float, ...]) -> None:
        """Write, if that can be done: no message is worth less because of it."""
        try:
            self._db.execute(statement, values)
        except sqlite3.Error as error:
            log.warning("Where somebody is could not be noted: %s.", outline(error))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()


def _opened(file: Path, now: datetime) -> tuple[sqlite3.Connection, list[tuple[str, str, int, str]]]:
    file.touch(0o600)
    db = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
    try:
        # A power failure may cost the last rows, and then a message is looked at twice, which the journal notices.
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}")
        for table in (_TABLE, _TOLD_TABLE, _SERVERS, _BEGUN):
            db.execute(table)
        oldest = int((now - KEPT).timestamp() * 1000 - _EPOCH_MILLISECONDS) << 22
        db.execute("DELETE FROM place WHERE seen BETWEEN 1 AND ?", (max(1, oldest),))
        db.execute("DELETE FROM told WHERE person NOT IN (SELECT person FROM place)")
        return db, db.execute("SELECT person, channel, seen, closed FROM place").fetchall()
    except BaseException:
        db.close()
        raise


def forget(journal: Path, person: Person) -> None:
    """As `Places.forget`, for a command; nothing happens where there is no such file."""
    if person.tenant == TENANT and beside(journal).is_file():
        with closing(sqlite3.connect(beside(journal), isolation_level=None)) as db:
            db.execute("PRAGMA secure_delete = ON")
            for statement in _FORGET:
                db.execute(statement, (person.id,))
