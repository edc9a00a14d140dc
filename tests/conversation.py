"""A test that reads like the chat: a person says things, the coach is heard, on a real store in a folder of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from core import clock
from core.coach import Coach
from core.community import NONE, Community
from core.events import Arrival, Click, Event, NudgeDue, Person, Text
from core.facts import Facts
from core.messages import Attachment, Draft, Line, Part, Prompt, decode_parts
from core.ports import Store
from core.state import State, decode_state
from core.store import Address, KeyFile, open_store
from core.wording import load


@dataclass
class Conversation:
    """One person and the coach."""

    on_postgres: ClassVar[bool] = False
    """Whether turns are kept in PostgreSQL in place of an SQLite file: `pytest --store postgres`."""
    folder: Path
    at: str = "2026-11-24T12:40"
    zone: str | None = "Africa/Lusaka"
    """What the platform tells; None where it tells nothing, and `at` is UTC then."""
    person: Person = field(default_factory=lambda: Person("terminal", "me"))
    community: Community = NONE
    heard: tuple[Part, ...] = ()
    """The parts of the last reply."""
    everything: list[Part] = field(default_factory=list)
    """All that was ever heard."""
    is_over: bool = False
    """Whether it was closed for good."""
    arrived: list[tuple[str, str]] = field(default_factory=list)
    """What came of itself during the last wait."""

    def __post_init__(self) -> None:
        self.now = clock.instant(datetime.fromisoformat(self.at), clock.zone(self.zone or "UTC"))
        self.events = 0
        self.place: Path | Address = self.folder / "data" / "rebound.db"
        """Where the turns are kept."""
        if self.on_postgres:
            from tests.postgres import lent_database

            self.place = Address(lent_database())
        self.store: Store = self._opened()
        self.coach = Coach(load(), self.community)

    def _opened(self) -> Store:
        return open_store(self.place, KeyFile(self.folder / "key" / "master.key"))

    def close(self) -> None:
        """Leave; nothing is lost, as long as the test runs."""
        self.store.close()
        if isinstance(self.place, Address) and not self.is_over:
            from tests.postgres import give_back

            give_back(self.place.url)
        self.is_over = True

    def restarts(self) -> Conversation:
        """The process ends and another begins."""
        self.store.close()
        self.store = self._opened()
        return self

    def after(self, **time: float) -> Conversation:
        """Time passes."""
        self.now += timedelta(**time)
        return self

    def waits(self, **time: float) -> Conversation:
        """Time passes, and what the coach promised arrives on the way; `arrived` tells what, and when (local)."""
        self.arrived = []
        until = self.now + timedelta(**time)
        while (due := self.store.next_due()) is not None and due <= until:
            self.now = max(self.now, due)
            self.takes(NudgeDue(id=self._id(), person=self.person, at=self.now))
            self.arrived.append((f"{self.local:%a %d %H:%M}", self.reply))
        self.now = until
        return self

    @property
    def local(self) -> datetime:
        """What the person's clock shows."""
        return clock.local(self.now, clock.zone(self.zone or "UTC"))

    def hours(self, **time: float) -> list[str]:
        """When something arrives in that time, such as "Wed 25 09:00"."""
        return [at for at, _ in self.waits(**time).arrived]

    def arrives(self) -> Conversation:
        """The person opens the chat."""
        return self.takes(Arrival(id=self._id(), person=self.person, at=self.now, zone=self.zone))

    def says(self, *texts: str) -> Conversation:
        """The person writes, one message each."""
        for text in texts:
            self.takes(Text(id=self._id(), person=self.person, at=self.now, zone=self.zone, text=text))
        return self

    def chooses(self, label: str) -> Conversation:
        """The person taps a button of the question that is shown."""
        prompt = self.prompt
        option = next(choice.option for choice in prompt.choices if choice.label == label)
        return self.clicks(prompt, option)

    def clicks(self, prompt: Prompt, option: str) -> Conversation:
        """The person taps a button of some question, perhaps an old one."""
        event = Click(
            id=self._id(),
            person=self.person,
            at=self.now,
            run=prompt.run,
            question=prompt.question,
            option=option,
        )
        return self.takes(event)

    def takes(self, event: Event) -> Conversation:
        """An event arrives; what the coach sends is heard at once."""
        outgoing = self.coach.take(event, self.now, self.store).result()
        self.heard = () if outgoing is None else decode_parts(outgoing.parts)
        self.everything += self.heard
        if outgoing is not None:
            self.store.mark_sent(outgoing.key, self.person)
        return self

    def _id(self) -> str:
        self.events += 1
        return f"event-{self.events}"

    @property
    def reply(self) -> str:
        """The last reply as text."""
        return as_text(self.heard)

    @property
    def transcript(self) -> str:
        """All that was heard as text."""
        return as_text(tuple(self.everything))

    @property
    def prompt(self) -> Prompt:
        """The open question as it was last shown."""
        return next(part for part in reversed(self.everything) if isinstance(part, Prompt))

    @property
    def question(self) -> str | None:
        """The name of the question that the last reply ends with."""
        return self.heard[-1].question if self.heard and isinstance(self.heard[-1], Prompt) else None

    @property
    def drafts(self) -> list[Draft]:
        """The drafts in the last reply."""
        return [part for part in self.heard if isinstance(part, Draft)]

    @property
    def files(self) -> dict[str, str]:
        """The files in the last reply, by the end of their names."""
        found = [part for part in self.heard if isinstance(part, Attachment)]
        return {part.name.rpartition(".")[2]: part.text for part in found}

    @property
    def lines(self) -> list[str]:
        """The lines of the last reply."""
        return [part.text for part in self.heard if isinstance(part, Line)]

    @property
    def state(self) -> State:
        """What the next turn will know."""
        return decode_state(self.store.snapshot(self.person))

    @property
    def last_entry(self) -> str:
        """The newest row of the journal, as it is kept."""
        *_, entry = self.store.journal(self.person)
        return entry.content.decode()

    @property
    def facts(self) -> Facts:
        """What is known of the latest interview."""
        state = self.state
        return state.facts_of(f"i{state.interviews_begun}")


def as_text(parts: tuple[Part, ...]) -> str:
    """Parts one below the other, choices in brackets."""
    return "\n".join(_text(part) for part in parts)


def _text(part: Part) -> str:
    match part:
        case Line(text):
            return text
        case Draft(title, text):
            return f"{title}\n{text}"
        case Attachment(name, _, text):
            return f"{name}\n{text}"
        case Prompt(text=text, choices=choices):
            return text + "".join(f" [{choice.label}]" for choice in choices)


def utc(text: str) -> datetime:
    """An instant, written as in "2026-11-24T10:40"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
