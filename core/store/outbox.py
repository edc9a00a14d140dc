"""Which waiting messages may go out: the outbox in memory, beside the table that is the truth.

The table has no index, because each page that a turn touches costs it; so the question "the oldest of each person,
replies first" is answered here. The keeper changes table and memory together, and after a rollback throws the memory
away and loads it again. Everything is in microseconds since 1970.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from core.events import Person
from core.records import unsaid

SLEW = 60_000_000
"""A clock set back by no more than this was only put right; what waits for an instant goes on waiting."""


MOST_HELD = 4096
"""Messages whose words are held while they wait; those of all others are read when they are asked for."""


@unsaid
@dataclass(slots=True, eq=False)
class Row:
    """One message in the outbox, without its words."""

    id: int
    person: Person
    number: int
    key: str
    at: int
    is_nudge: bool
    attempts: int = 0
    shown: int = 0
    leased: int | None = None
    after: int | None = None
    dead: str | None = None
    reason: str = ""
    dead_at: int = 0
    is_withdrawn: bool = False
    ticket: int = field(default=0, repr=False)
    """Of its place in a queue; another one makes that place mean nothing. Never used twice."""

    @property
    def may_have_been_shown(self) -> bool:
        """Whether an attempt has had an unknown end, is under way, or has shown a part."""
        return self.attempts > 0 or self.shown > 0


@dataclass(slots=True)
class _Lanes:
    """One platform's queues. Places are left behind when a row moves; a stale one is passed over."""

    ready: list[tuple[bool, int, int, Row]] = field(default_factory=list)
    """Replies before nudges, then the oldest first."""
    later: list[tuple[int, int, int, Row]] = field(default_factory=list)
    """By the instant before which they cannot be claimed."""


class Outbox:
    """All that waits to be sent."""

    def __init__(self, rows: Iterable[Row], unreachable: Iterable[Person]) -> None:
        """`rows` come oldest first."""
        self.unreachable = set(unreachable)
        self._rows: dict[Person, list[Row]] = {}
        self._lanes: dict[str, _Lanes] = {}
        self._held: dict[int, bytes] = {}
        self._tickets = count(1)
        self._now = -(2**63)
        for row in rows:
            self._rows.setdefault(row.person, []).append(row)
        for person in self._rows:
            self.queue(person)

    def of(self, person: Person) -> list[Row]:
        """What waits for the person, oldest first."""
        return self._rows.get(person, [])

    def find(self, person: Person, key: str) -> Row | None:
        """The person's message with that key."""
        return next((row for row in self.of(person) if row.key == key), None)

    def all(self) -> Iterator[Row]:
        """Everything, person by person."""
        for rows in self._rows.values():
            yield from rows

    def add(self, row: Row, words: bytes) -> None:
        """A turn has left a message."""
        if len(self._held) < MOST_HELD:
            self._held[row.id] = words
        rows = self._rows.setdefault(row.person, [])
        rows.append(row)
        if rows[0] is row or rows[0].dead is not None:  # else an older one has its place already
            self.queue(row.person)

    def words(self, row: Row) -> bytes | None:
        """What the message says, while it is held."""
        return self._held.get(row.id)

    def remove(self, row: Row) -> None:
        """It was sent, or is not to be sent any more."""
        self._held.pop(row.id, None)
        rows = self._rows[row.person]
        rows.remove(row)
        row.ticket = 0
        if rows:
            self.queue(row.person)
        else:
            del self._rows[row.person]

    def forget(self, person: Person) -> None:
        """The person was erased."""
        for row in self._rows.pop(person, ()):
            self._held.pop(row.id, None)
            row.ticket = 0
        self.unreachable.discard(person)

    def queue(self, person: Person) -> None:
        """Put the person's oldest message in its place, after anything about it or the person has changed."""
        head = next((row for row in self.of(person) if row.dead is None), None)
        if head is None:
            return
        head.ticket = next(self._tickets)
        if person in self.unreachable:
            return
        lanes = self._lanes.setdefault(_platform(person), _Lanes())
        at = max(head.leased or self._now, head.after or self._now)
        if at > self._now:
            heappush(lanes.later, (at, head.id, head.ticket, head))
        else:
            heappush(lanes.ready, (head.is_nudge, head.id, head.ticket, head))

    def ready(self, platform: str, now: int, most: int) -> list[Row]:
        """Those that may be claimed now; each has left its queue and is put back by `lease`."""
        if now < self._now - SLEW:
            self._wait_no_more()
        self._now = now
        lanes = self._lanes.get(platform)
        if lanes is None:
            return []
        while lanes.later and (lanes.later[0][0] <= now or _is_stale(lanes.later[0])):
            *_, ticket, row = heappop(lanes.later)
            if ticket == row.ticket:
                self.queue(row.person)
        found: list[Row] = []
        while lanes.ready and len(found) < most:
            _, _, ticket, row = heappop(lanes.ready)
            if ticket == row.ticket:
                found.append(row)
        return found

    def lease(self, platform: str, rows: Iterable[Row], until: int) -> None:
        """Take in hand what `ready` has given."""
        later, tickets = self._lanes[platform].later, self._tickets
        for row in rows:
            row.attempts += 1
            row.leased, row.after, row.ticket = until, None, next(tickets)
            heappush(later, (until, row.id, row.ticket, row))

    def next_ready(self, platform: str) -> int | None:
        """From when on something can be claimed; None while nothing waits."""
        lanes = self._lanes.get(platform)
        if lanes is None:
            return None
        while lanes.ready and _is_stale(lanes.ready[0]):
            heappop(lanes.ready)
        if lanes.ready:
            return lanes.ready[0][-1].at
        while lanes.later and _is_stale(lanes.later[0]):
            heappop(lanes.later)
        return lanes.later[0][0] if lanes.later else None

    def _wait_no_more(self) -> None:
        """The clock was set back: instants that were meant to be minutes away may be hours away now."""
        self._now = -(2**63)
        for person, rows in self._rows.items():
            for row in rows:
                row.after = None
            self.queue(person)


def _is_stale(place: tuple[int, int, int, Row]) -> bool:
    *_, ticket, row = place
    return ticket != row.ticket


def _platform(person: Person) -> str:
    return person.tenant.partition(":")[0]
