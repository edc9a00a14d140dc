"""Every message of every story is short: read on a phone, on a bus, an hour after a bad interview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from core import clock
from core.events import NudgeDue
from core.messages import Line, Part, Prompt
from tests.conversation import Conversation
from tests.test_stories import NAMES, Story, written

Talk = Callable[..., Conversation]

MOST = 60
"""In words; drafts and labels of buttons are not counted."""
ASKED_FOR = {"what will you send me", "steps", "my notes"}
"""What brings a list that may be longer."""
FIRST = "capture"
"""The first conversation, whose messages are not held to it yet."""
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def words_in(parts: tuple[Part, ...]) -> int:
    """The words of a message that are the coach's."""
    return sum(len(part.text.split()) for part in parts if isinstance(part, Line | Prompt))


def seconds(conversation: Conversation, wait: str) -> float:
    """How long a `/wait` of a story is."""
    kind, _, until = wait.partition(" ")
    if kind == "until":
        zone = clock.zone(conversation.zone or "UTC")
        return (clock.instant(datetime.fromisoformat(until), zone) - conversation.now).total_seconds()
    return timedelta(**{UNITS[wait[-1]]: int(wait[:-1])}).total_seconds()


def messages(conversation: Conversation, story: Story) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """What leads to each message, and the message, but for those of the first conversation."""
    for step in story.steps:
        if step.typed.startswith("/wait "):
            until = conversation.now + timedelta(seconds=seconds(conversation, step.typed.removeprefix("/wait ")))
            while (due := conversation.store.next_due()) is not None and due <= until:
                conversation.now = max(conversation.now, due)
                event = NudgeDue(id=f"due-{conversation.now}", person=conversation.person, at=conversation.now)
                yield from heard(conversation, step.typed, lambda event=event: conversation.takes(event))
            conversation.now = until
        else:
            yield from heard(conversation, step.typed, lambda text=step.typed: conversation.says(text))


def heard(
    conversation: Conversation, typed: str, takes: Callable[[], Conversation]
) -> Iterator[tuple[str, tuple[Part, ...]]]:
    is_first = is_being_told(conversation)
    takes()
    if not (is_first or is_being_told(conversation)) and typed not in ASKED_FOR:
        yield typed, conversation.heard


def is_being_told(conversation: Conversation) -> bool:
    """Whether an interview is being told of for the first time."""
    return any(run.flow == FIRST for run in conversation.state.runs)


@pytest.mark.parametrize("name", NAMES)
def test_every_message_after_the_first_conversation_has_at_most_sixty_words(talk: Talk, name: str) -> None:
    story = written(name)
    conversation = talk(at=story.at, zone=story.zone).arrives()
    for typed, message in messages(conversation, story):
        text = " / ".join(part.text for part in message if isinstance(part, Line | Prompt))
        assert words_in(message) <= MOST, f"{words_in(message)} words after {typed!r}: {text}"
