"""Stories in which messages are changed and deleted at any moment: nothing breaks, and what was deleted is nowhere."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random  # noqa: TID251 (seeded)

import pytest

from core.events import Deleted, Edited, Text
from core.journal import Journal
from core.messages import Draft, Prompt
from core.turn.edits import message
from tests.conversation import Conversation
from tests.simulation.people import stories
from tests.test_draft_buttons import presses, rewrites

Talk = Callable[..., Conversation]
STORIES = stories()
MARK = re.compile(r"w\d+w$")
"""Ends each longer message, and no other text."""
SUDDENLY = (
    "8",
    "no",
    "yes",
    "undo",
    "skip",
    "stop",
    "sent",
    "it was at Zenith",
    "they said no",
    "friday",
    "",
    "i want to die",
)


@dataclass
class Fickle:
    """Somebody who changes and deletes what they wrote."""

    talk: Conversation
    chance: Random
    written: dict[str, str] = field(default_factory=dict)
    """What stands in the chat, by id."""
    gone: list[str] = field(default_factory=list)
    """What stood in messages that were deleted, in all their wordings."""
    wordings: dict[str, list[str]] = field(default_factory=dict)

    def writes(self, text: str) -> None:
        id = f"m{len(self.wordings)}"
        marked = f"{text} w{self.chance.randrange(10**9)}w" if len(text) > 40 else text
        self.written[id], self.wordings[id] = marked, [marked]
        self.talk.takes(Text(id=id, person=self.talk.person, at=self.talk.now, zone=self.talk.zone, text=marked))

    def is_fickle(self) -> None:
        """Now and then."""
        if not self.written or self.chance.random() > 0.4:
            return
        id = self.chance.choice(list(self.written))
        event = f"change-{self.chance.randrange(10**9)}"
        self.talk.now += timedelta(seconds=self.chance.choice((1, 60, 86400 / 2)))
        person, now, zone = self.talk.person, self.talk.now, self.talk.zone
        if self.chance.random() < 0.3:
            del self.written[id]
            self.gone += self.wordings.pop(id)
            self.wordings[f"gone-{id}"] = []
            self.talk.takes(Deleted(id=event, person=person, at=now, zone=zone, original=id, written=now))
            return
        first = self.written[id]
        other = self.chance.choice(
            (*SUDDENLY, self.chance.choice(self.chance.choice(STORIES)), first.replace("e", "a", 1))
        )
        self.written[id] = other
        self.wordings[id].append(other)
        self.talk.takes(Edited(id=event, person=person, at=now, zone=zone, original=id, text=other, written=now))

    def presses(self) -> None:
        """A button under any draft there ever was."""
        drafts = [part for part in self.talk.everything if isinstance(part, Draft) and part.options]
        if drafts and self.chance.random() < 0.2:
            shown = self.chance.choice(drafts)
            if self.chance.random() < 0.3:
                rewrites(self.talk, shown, "Dear Mrs Zulu, thank you for your time. Ada")
            else:
                presses(self.talk, shown, self.chance.choice(shown.options))

    def is_right(self) -> None:
        """The snapshot tells what the journal tells, and neither has what was deleted."""
        rows = list(self.talk.store.journal(self.talk.person))
        state = self.talk.state
        told = Journal(lambda: rows)
        for scope, facts in state.facts.items():
            assert {name: fact.value for name, fact in facts.items()} == {
                name: fact.value for name, fact in told.facts.get(scope, {}).items()
            }
        kept = (
            "\n".join(row.content.decode() for row in rows)
            + (self.talk.store.snapshot(self.talk.person) or b"").decode()
        )
        for words in self.gone:
            if (mark := MARK.search(words)) is not None:
                assert mark[0] not in kept
        for id in self.wordings:
            if id.startswith("gone-"):
                assert message(told, id.removeprefix("gone-")) is None


def lives(talk: Talk, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    chance = Random(seed)
    fickle = Fickle(talk(), chance)
    for text in chance.choice(STORIES):
        fickle.writes(text)
        fickle.is_fickle()
        fickle.presses()
        fickle.is_right()
        if chance.random() < 0.1:
            fickle.talk.waits(hours=chance.choice((1, 20, 50)))
    assert not caplog.records, (seed, caplog.text)
    assert any(isinstance(part, Prompt) for part in fickle.talk.everything)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_edited_or_deleted_nothing_breaks(talk: Talk, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    lives(talk, seed, caplog)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 200))
def test_whatever_is_edited_or_deleted_nothing_breaks_at_length(
    talk: Talk, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    lives(talk, seed, caplog)
