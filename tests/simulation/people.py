"""Those who talk with the coach: each tells stories of interviews over the year, at odd hours, and not always to the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from core.events import Arrival, Click, Event, Person, Text
from core.messages import Part, Prompt
from tests.simulation.loop import VirtualLoop

FOLDER = Path(__file__).parents[1] / "stories"
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
ZONES = (
    "Africa/Lusaka", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/Los_Angeles", None,
)  # fmt: skip
"""None: the platform does not know it, and the coach has to ask."""
STOPS = ("stop writing", "please stop messaging me")
SUDDENLY = (
    "later", "back", "undo", "skip", "repeat", "why", "help", "what will you send me", "remind me tomorrow at 9",
    "in an hour", "pause until Friday", "go on", "i am in London", "i'm in Lusaka", "don't write to me before 2pm",
    "what do you know", "my notes", "show the note", "i got an offer!", "they said no", "sent", "no", "yes", "5",
    "start over", "who can read this", "my interviews", "thanks", "??", "call me an uber", "x" * 5000, "snooze 3 hours",
    "quiet for 3 days", "tomorrow", "remind me in 20 minutes", "no note after all", *STOPS,
)  # fmt: skip
"""What anybody may write at any point."""
RARELY = ("forget me", "export", "i don't want to live anymore", "resume writing")


def stories() -> list[tuple[str, ...]]:
    """What people write in the stories that other tests play, line by line."""
    return [
        tuple(
            line[2:]
            for line in path.read_text("utf-8").splitlines()
            if line.startswith("> ") and not line.startswith("> /")
        )
        for path in sorted(FOLDER.glob("*.txt"))
    ]


@dataclass(slots=True)
class Somebody:
    """One person, their phone, and what they are up to."""

    person: Person
    zone: str | None
    chance: Random
    loop: VirtualLoop
    send: Callable[[Event], None]
    """Hands an event to the platform."""
    stories: Sequence[tuple[str, ...]]
    diligence: float
    """How likely they are to answer what they see."""
    until: float
    """When they cease to write, so that the world can come to rest."""
    prompt: Prompt | None = None
    script: list[str] = field(default_factory=list)
    events: int = 0
    wrote_at: float = -1.0

    def begins(self, days_between: float) -> None:
        """Lead a life: an interview now and then."""
        self.loop.call_later(self.chance.expovariate(1 / days_between) * DAY, self._has_interview, days_between)

    def sees(self, parts: Sequence[Part]) -> None:
        """A message is on their phone."""
        for part in parts:
            if isinstance(part, Prompt):
                self.prompt = part
        if self.loop.time() < self.until and self.chance.random() < self.diligence:
            self.loop.call_later(self._pause(), self._answers)

    def _has_interview(self, days_between: float) -> None:
        if self.loop.time() >= self.until:
            return
        self.script = list(self.chance.choice(self.stories))
        self._writes(self.script.pop(0))
        self.begins(days_between)

    def _pause(self) -> float:
        """How long until they answer: mostly soon, sometimes tonight, sometimes days later."""
        kind = self.chance.random()
        if kind < 0.8:
            return self.chance.uniform(3, 3 * MINUTE)
        if kind < 0.95:
            return self.chance.uniform(5 * MINUTE, 10 * HOUR)
        return self.chance.uniform(10 * HOUR, 4 * DAY)

    def _answers(self) -> None:
        if self.loop.time() >= self.until:
            return
        kind = self.chance.random()
        if kind < 0.005:
            self._writes(self.chance.choice(RARELY))
        elif kind < 0.06:
            self._writes(self.chance.choice(SUDDENLY))
        elif kind < 0.07:
            self._emits(Arrival(id=self._id(), person=self.person, at=self.loop.now(), zone=self.zone))
        elif kind < 0.09:  # two in a row, which may arrive the other way round
            self._writes(self.chance.choice(SUDDENLY))
            self._writes(self.script.pop(0) if self.script else "hello?")
        elif self.script and kind < 0.85:
            self._writes(self.script.pop(0))
        elif self.prompt is not None and self.prompt.choices:
            self._taps(self.prompt)
        elif self.script:
            self._writes(self.script.pop(0))

    def _taps(self, prompt: Prompt) -> None:
        self.prompt = None  # what it leads to shows another
        option = self.chance.choice(prompt.choices).option
        run, question = prompt.run, prompt.question
        event = Click(
            id=self._id(), person=self.person, at=self.loop.now(), zone=self.zone,
            run=run, question=question, option=option,
        )  # fmt: skip
        self._emits(event)

    def _writes(self, text: str) -> None:
        self._emits(Text(id=self._id(), person=self.person, at=self.loop.now(), zone=self.zone, text=text))

    def _emits(self, event: Event) -> None:
        self.wrote_at = self.loop.time()
        self.send(event)

    def _id(self) -> str:
        self.events += 1
        return f"{self.person.id}.{self.events}"
