"""A platform in this process: it shows, and does to messages what a test tells it to."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.delivery.pacing import Bucket
from bot.delivery.platform import Limited, Message, Rates
from core.events import Person
from core.messages import Line, Part
from tests.conversation import as_text

QUICK = Rates(per_second=1000.0, burst=100, per_conversation=100.0, conversation_burst=10)


@dataclass
class Shown:
    """What somebody saw."""

    at: float
    message: Message

    @property
    def text(self) -> str:
        return as_text(self.message.parts)


@dataclass
class Loopback:
    """Keeps what was shown; recognises a key if it `tells_doubles`."""

    name: str = "slack"
    rates: Rates = QUICK
    tells_doubles: bool = True
    seconds: float = 0.01
    """How long it takes to show something."""
    does: Callable[[Message, int], Exception | None] = lambda _message, _call: None
    """What it raises instead, by the message and the number of the call; nothing was shown then."""
    shows_and_does: Callable[[Message, int], Exception | None] = lambda _message, _call: None
    """What it raises although the message was shown."""
    group: int | None = None
    """So many parts fit into one message."""
    shown: list[Shown] = field(default_factory=list)
    calls: list[tuple[float, Message]] = field(default_factory=list)
    most_at_once: dict[Person, int] = field(default_factory=lambda: defaultdict(int))
    limits: Rates | None = None
    """What it enforces; None: nothing."""
    limited: int = 0

    def __post_init__(self) -> None:
        self._under_way: dict[Person, int] = defaultdict(int)
        self._buckets: dict[Person | None, Bucket] = {}

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        size = self.group or len(parts)
        return [parts[start : start + size] for start in range(0, len(parts), size)]

    async def send(self, message: Message) -> None:
        loop = asyncio.get_running_loop()
        self.calls.append((loop.time(), message))
        self._enforce(message.person, loop.time())
        self._under_way[message.person] += 1
        self.most_at_once[message.person] = max(self.most_at_once[message.person], self._under_way[message.person])
        call = len(self.calls)
        try:
            await asyncio.sleep(self.seconds)
            if (error := self.does(message, call)) is not None:
                raise error
            if not (self.tells_doubles and message.key in {one.message.key for one in self.shown}):
                self.shown.append(Shown(loop.time(), message))
            if (error := self.shows_and_does(message, call)) is not None:
                raise error
        finally:
            self._under_way[message.person] -= 1

    def _enforce(self, person: Person, now: float) -> None:
        if self.limits is None:
            return
        ours = self._buckets.setdefault(None, Bucket(self.limits.per_second, self.limits.burst))
        theirs = self._buckets.setdefault(person, Bucket(self.limits.per_conversation, self.limits.conversation_burst))
        for bucket in (ours, theirs):
            if (wait := bucket.reaches(1.0, now) - now) > 0:
                self.limited += 1
                raise Limited(wait, everywhere=bucket is ours)
        for bucket in (ours, theirs):
            bucket.take(now)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.shown]

    def seen_by(self, person: Person) -> list[str]:
        return [one.text for one in self.shown if one.message.person == person]


def lines(*texts: str) -> tuple[Part, ...]:
    return tuple(map(Line, texts))
