"""Who may be sent to now: token buckets, and the order of those who wait. Pure: the time is an argument, in seconds.

Nudges never take the whole of what may be sent at once: a burst is left for replies, so that somebody who talks does not
wait behind ten thousand mornings. The rule a newcomer could break: a person has one message under way, never two.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Generic, TypeVar

from bot.delivery.platform import Rates
from core.events import Person

T = TypeVar("T")

SPREAD_SECONDS = 0.25
"""What a timer that is late by this much makes good: no rate is lost, and nothing larger than this comes as a burst."""
MARGIN = 0.99
"""So much of the platform's rate is used: its clock is not ours."""
BURST_MARGIN = 0.9
"""So much of its burst: what was sent when ours was full may arrive later, and theirs, full until then, has not filled meanwhile."""
CONVERSATION_MARGIN = 0.95
"""The same for one person, where a message that was quick on its way may meet one that was slow."""
_MOST_REMEMBERED = 4096
_A_HAIR = 1e-9


@dataclass(slots=True)
class Bucket:
    """Fills at a rate up to its size; each message takes one."""

    rate: float
    size: float
    level: float = field(init=False)
    _filled: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        self.level = self.size

    def at(self, now: float) -> float:
        """How full it is."""
        if now > self._filled:
            self.level = min(self.size, self.level + (now - self._filled) * self.rate)
            self._filled = now
        return self.level

    def become(self, rate: float, size: float, now: float) -> None:
        """Fill at another rate up to another size from now on."""
        self.level = min(self.at(now), size)
        self.rate, self.size = rate, size

    def take(self, now: float) -> None:
        """One goes out."""
        self.at(now)
        self.level -= 1

    def reaches(self, level: float, now: float) -> float:
        """The time at which it is as full as that."""
        missing = level - self.at(now)
        return now if missing <= _A_HAIR else now + missing / self.rate


@dataclass(slots=True)
class _Waits(Generic[T]):
    item: T
    person: Person
    is_reply: bool


class Pacing(Generic[T]):
    """Everything that is ready to be sent on one platform."""

    def __init__(self, rates: Rates) -> None:
        """What is allowed; a nudge leaves in the bucket what a reply may need."""
        self._rates = rates
        self._all = Bucket(rates.per_second * MARGIN, _size(rates.burst))
        self._share = _of_nudges(rates.per_second, rates.burst)
        self._people: dict[Person, Bucket] = {}
        self._limited: dict[Person, float] = {}
        self._limited_all = 0.0
        self._busy: set[Person] = set()
        self._replies: deque[_Waits[T]] = deque()
        self._nudges: deque[_Waits[T]] = deque()
        self._held: list[tuple[float, int, _Waits[T]]] = []
        self._blocked: dict[Person, list[_Waits[T]]] = {}
        self._numbers = count()

    def share(self, processes: int, now: float) -> None:
        """So many processes send to the platform, each at the same part of its rate."""
        per_second, burst = self._rates.per_second / processes, max(1.0, self._rates.burst / processes)
        self._all.become(per_second * MARGIN, _size(burst), now)
        self._share = _of_nudges(per_second, burst)

    def __len__(self) -> int:
        """How many wait."""
        return (
            len(self._replies) + len(self._nudges) + len(self._held) + sum(len(kept) for kept in self._blocked.values())
        )

    def add(self, item: T, person: Person, *, is_reply: bool) -> None:
        """It is ready to be sent."""
        waits = _Waits(item, person, is_reply)
        self._queue(waits).append(waits)

    def next(self, now: float) -> T | None:
        """What is to be sent now; its person is busy until `done`. None: look again at `wakes`."""
        self._let_go(now)
        for queue in (self._replies, self._nudges):
            while queue and self._opens(queue is self._replies, now) <= now:
                waits = queue.popleft()
                if waits.person in self._busy:
                    self._blocked.setdefault(waits.person, []).append(waits)
                elif (at := self._opens_for(waits.person, now)) > now:
                    heappush(self._held, (at, next(self._numbers), waits))
                else:
                    self._take(waits.person, now)
                    return waits.item
        return None

    def done(self, person: Person) -> None:
        """Nothing is under way to the person any more."""
        self._busy.discard(person)
        for waits in reversed(self._blocked.pop(person, [])):
            self._queue(waits).appendleft(waits)

    def wakes(self, now: float) -> float | None:
        """The earliest time at which `next` may have something, if nothing else happens before."""
        times = [self._opens(queue is self._replies, now) for queue in (self._replies, self._nudges) if queue]
        if self._held:
            times.append(max(self._held[0][0], self._opens(True, now)))
        return min(times, default=None)

    def limit(self, until: float, person: Person | None = None) -> None:
        """The platform asked to wait, for one person or (None) for everybody."""
        if person is None:
            self._limited_all = max(self._limited_all, until)
        else:
            self._limited[person] = max(self._limited.get(person, until), until)

    def is_limited(self, now: float) -> bool:
        """Whether the platform has asked to send nothing to anybody."""
        return now < self._limited_all

    def limited_for(self, now: float) -> float:
        """For how many seconds it has."""
        return max(0.0, self._limited_all - now)

    def take_out(self, unwanted: Callable[[T], bool] = lambda _: True) -> list[T]:
        """Take back what has not been sent, all of it or what fits."""
        everything = [
            *self._replies,
            *self._nudges,
            *(waits for *_, waits in sorted(self._held, key=lambda one: one[:2])),
        ]
        everything += [waits for kept in self._blocked.values() for waits in kept]
        self._replies.clear()
        self._nudges.clear()
        self._held.clear()
        self._blocked.clear()
        out = []
        for waits in everything:
            if unwanted(waits.item):
                out.append(waits.item)
            else:
                self._queue(waits).append(waits)
        return out

    def _queue(self, waits: _Waits[T]) -> deque[_Waits[T]]:
        return self._replies if waits.is_reply else self._nudges

    def _let_go(self, now: float) -> None:
        while self._held and self._held[0][0] <= now:
            *_, waits = heappop(self._held)
            self._queue(waits).appendleft(waits)

    def _opens(self, is_reply: bool, now: float) -> float:
        """When the platform as a whole has room."""
        level = 1.0 if is_reply else max(1.0, self._all.size - self._share + 1)
        return max(self._all.reaches(level, now), self._limited_all)

    def _opens_for(self, person: Person, now: float) -> float:
        bucket = self._people.get(person)
        room = now if bucket is None else bucket.reaches(1.0, now)
        return max(room, self._limited.get(person, now))

    def _take(self, person: Person, now: float) -> None:
        self._all.take(now)
        bucket = self._people.get(person)
        if bucket is None:
            if len(self._people) >= _MOST_REMEMBERED:
                self._forget(now)
            bucket = self._people[person] = Bucket(
                self._rates.per_conversation * CONVERSATION_MARGIN, self._rates.conversation_burst
            )
        bucket.take(now)
        self._limited.pop(person, None)
        self._busy.add(person)

    def _forget(self, now: float) -> None:
        """Full buckets say nothing."""
        self._people = {person: bucket for person, bucket in self._people.items() if bucket.at(now) < bucket.size}


def _size(burst: float) -> float:
    """Of the bucket that lets so many out at once."""
    return max(1.0, burst * BURST_MARGIN)


def _of_nudges(per_second: float, burst: float) -> float:
    """So much of a burst they may take; the rest is left for replies."""
    return min(max(1.0, per_second * SPREAD_SECONDS), max(1.0, burst / 2))
