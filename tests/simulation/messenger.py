"""The platform: it takes messages and hands on events, both as badly as real ones do now and then."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.delivery.platform import Limited, Message, Rates, Refused, Unsure
from core.events import Event, Person
from core.messages import Attachment, Draft, Line, Part, Prompt
from tests.simulation.loop import VirtualLoop
from tests.simulation.people import DAY, HOUR, MINUTE

KEY = re.compile(r"(\d+)-[0-9a-f]{12}")
"""The outbox key inside a message's key; its number grows with the turns."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How often the platform does what; each a probability for one message or event."""

    tells_doubles: bool = True
    never_arrives: float = 0.01
    answer_lost: float = 0.01
    limited: float = 0.01
    fails: float = 0.005
    breaks: float = 0.002
    """An error that no adapter has a name for."""
    hangs: float = 0.001
    event_doubled: float = 0.03
    event_slow: float = 0.05
    outages_a_year: float = 20.0
    blocks_a_year: float = 0.3
    """How often a person blocks us."""

    @classmethod
    def perfect(cls) -> Manners:
        """A platform on its best day."""
        return cls(never_arrives=0, answer_lost=0, limited=0, fails=0, breaks=0, hangs=0, event_doubled=0, event_slow=0,
                   outages_a_year=0, blocks_a_year=0)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One message on somebody's screen."""

    at: datetime
    key: str
    person: Person
    parts: tuple[Part, ...]
    is_reply: bool
    asked_at: datetime
    """When the call that showed it began."""
    is_repeated: bool
    """Whether it stood there already."""

    @property
    def text(self) -> str:
        return " / ".join(map(_text, self.parts))


def _text(part: Part) -> str:
    match part:
        case Line(text) | Prompt(text=text):
            return text
        case Draft(title, text):
            return f"{title}: {text}"
        case Attachment(name=name):
            return f"[{name}]"


@dataclass(slots=True)
class Messenger:
    """Keeps running while processes of ours come and go."""

    loop: VirtualLoop
    chance: Random
    manners: Manners
    days: float
    on_seen: Callable[[Seen], None]
    hand_over: Callable[[Event], None]
    """Gives an event to the process; what is not acknowledged comes `again`."""
    log: Callable[[str], None]
    name: str = "sim"
    rates: Rates = field(default_factory=lambda: Rates(per_second=20.0, burst=20, per_conversation=1.0))
    shown: Counter[str] = field(default_factory=Counter)
    answers_lost: int = 0
    provoked: list[datetime] = field(default_factory=list)
    """When more was asked for than the rates allow."""
    outages: list[tuple[float, float]] = field(default_factory=list)
    blocked: dict[Person, float] = field(default_factory=dict)
    """Until when somebody cannot be reached."""
    is_at_rest: bool = False
    """No more mishaps: the world comes to its end."""
    _conversation: dict[Person, float] = field(default_factory=dict)
    _overall: tuple[float, float] = (0.0, 0.0)
    _cannot_be_doubled: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        at = 0.0
        while self.manners.outages_a_year:
            at += self.chance.expovariate(self.manners.outages_a_year / (365 * DAY))
            if at > self.days * DAY:
                break
            lasts = self.chance.choice((10 * MINUTE, 2 * HOUR, 6 * HOUR, 14 * HOUR, 3 * DAY))
            self.outages.append((at, at + lasts))
            at += lasts

    @property
    def tells_doubles(self) -> bool:
        return self.manners.tells_doubles

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        """Twelve parts a message."""
        return [parts[start : start + 12] for start in range(0, len(parts), 12)]

    # --- what we send ---

    async def send(self, message: Message) -> None:
        """Show the message, unless something comes between."""
        asked_at = self.loop.now()
        luck = 1.0 if self.is_at_rest else self.chance.random()
        await asyncio.sleep(self._latency())
        if self._is_down():
            await asyncio.sleep(self.chance.choice((0.0, 5.0)))
            raise Unsure("down")
        if (wait := self._over_the_rate(message.person)) > 0:
            self.provoked.append(self.loop.now())
            raise Limited(wait)
        if self.blocked.get(message.person, 0.0) > self.loop.time():
            raise Refused("blocked")
        manners = self.manners
        for probability, mishap in (
            (manners.never_arrives, self._never_arrives),
            (manners.answer_lost, self._answer_lost),
            (manners.limited, self._limited),
            (manners.fails, self._fails),
            (manners.breaks, self._breaks),
            (manners.hangs, self._hangs),
        ):
            if luck < probability:
                await mishap(message, asked_at)
                return
            luck -= probability
        self._show(message, asked_at)
        await asyncio.sleep(self._latency())

    async def _never_arrives(self, message: Message, asked_at: datetime) -> None:
        self.log(f"{message.person.id} lost on the way")
        await asyncio.sleep(10.0)
        raise Unsure("no answer")

    async def _answer_lost(self, message: Message, asked_at: datetime) -> None:
        self._show(message, asked_at)
        self.answers_lost += 1
        self.log(f"{message.person.id} answer lost")
        await asyncio.sleep(10.0)
        raise Unsure("no answer")

    async def _limited(self, message: Message, asked_at: datetime) -> None:
        raise Limited(self.chance.choice((0.5, 3.0, 30.0)), everywhere=self.chance.random() < 0.2)

    async def _fails(self, message: Message, asked_at: datetime) -> None:
        raise Unsure("503")

    async def _breaks(self, message: Message, asked_at: datetime) -> None:
        raise RuntimeError("something that nobody thought of")

    async def _hangs(self, message: Message, asked_at: datetime) -> None:
        self.log(f"{message.person.id} hangs")
        await asyncio.sleep(20 * MINUTE)
        raise Unsure("cut")

    def _latency(self) -> float:
        return self.chance.uniform(0.05, 0.4)

    def _is_down(self) -> bool:
        now = self.loop.time()
        while self.outages and self.outages[0][1] <= now:
            del self.outages[0]
        return not self.is_at_rest and bool(self.outages) and self.outages[0][0] <= now

    def _over_the_rate(self, person: Person) -> float:
        """How long to wait, by the platform's own count; it is a little more patient than what it says."""
        now = self.loop.time()
        level, since = self._overall
        level = max(0.0, level - (now - since) * self.rates.per_second)
        gap = 0.9 / self.rates.per_conversation
        if level + 1 > self.rates.burst * 1.25 + 1:
            return 1.0
        if now - self._conversation.get(person, -gap) < gap:
            return gap
        self._overall = (level + 1, now)
        self._conversation[person] = now
        return 0.0

    def _show(self, message: Message, asked_at: datetime) -> None:
        is_repeated = message.key in self.shown
        if is_repeated and self.tells_doubles:
            return
        self.shown[message.key] += 1
        now = self.loop.now()
        self.on_seen(Seen(now, message.key, message.person, message.parts, message.is_reply, asked_at, is_repeated))

    # --- what people send ---

    def receives(self, event: Event) -> None:
        """Somebody wrote: it is handed over soon, perhaps late, perhaps twice, until it is acknowledged."""
        self.blocked.pop(event.person, None)
        self.loop.call_later(self._event_takes(), self.hand_over, event)
        if not self.is_at_rest and self.chance.random() < self.manners.event_doubled:
            self.loop.call_later(self.chance.choice((0.01, 5.0, HOUR)), self.hand_over, event)

    def _event_takes(self) -> float:
        slow = not self.is_at_rest and self.chance.random() < self.manners.event_slow
        return self.chance.uniform(2.0, 5 * MINUTE) if slow else self.chance.uniform(0.02, 0.3)

    def again(self, event: Event) -> None:
        """It was not acknowledged: it is handed over once more in a while."""
        self.loop.call_later(self.chance.uniform(1.0, 2 * MINUTE), self.hand_over, event)

    def someone_blocks(self, person: Person) -> None:
        """Somebody blocks us for a while, or until they write."""
        self.blocked[person] = self.loop.time() + self.chance.choice((HOUR, 3 * DAY, 400 * DAY))
        self.log(f"{person.id} blocks us")
