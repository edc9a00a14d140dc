"""What a coach remembers between turns saves time and changes nothing: one that remembers nothing says the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from core import places, understanding
from core.coach import Coach
from core.events import Arrival, Event, Person, Text
from core.turn import options
from core.understanding import commands, conduct, needed, read, text
from core.wording import load
from tests.conversation import Conversation
from tests.test_recorded import NAMES, recorded

NOW = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
SHE = Person("terminal", "me")
STORY = "Just out of my interview at Acme. I froze on the SQL question and I was ten minutes late"
LINES = (
    STORY, "8", "2", "some of it", "only that", "late", "how do you find duplicates in a table", "I would group them",
    "that was all", "nothing", "yes", "no", "not sure", "i may write", "they said not to", "no day named", "by Friday",
    "Mrs Zulu and Mr Banda asked it", "e-mail", "show me now", "shorter", "sent", "edit", "skip", "back", "undo",
    "why", "say that again", "later", "stop", "go on", "no, it was at Shoprite", "it was yesterday", "who can read this",
    "show me the note", "I want to kill myself", "I had another interview today at Zesco", "they also asked about Java",
    "asdf", "forget everything", "what do you know about me", "",
)  # fmt: skip


def event(number: int, line: str | None) -> Event:
    """What somebody writes; None when they only open the chat."""
    if line is None:
        return Arrival(id=str(number), person=SHE, at=NOW)
    return Text(id=str(number), person=SHE, at=NOW, text=line)


def alike(lines: list[str | None]) -> None:
    """Have the conversation with a coach that remembers and with one that reads each snapshot anew."""
    remembering, snapshot = Coach(load()), None
    for number, line in enumerate(lines):
        happens, reading = event(number, line), None if line is None else read(line)
        anew = Coach(load()).decide(snapshot, happens, reading, NOW)
        turn = remembering.decide(snapshot, happens, reading, NOW)
        assert turn == anew
        snapshot = None if turn.erase else turn.snapshot


@settings(deadline=None)
@given(st.lists(st.sampled_from([*LINES, None]), max_size=25))
def test_whatever_is_written_in_whatever_order_is_met_alike(lines: list[str | None]) -> None:
    alike([STORY, *lines])


def test_the_recorded_conversations_are_met_alike() -> None:
    for name in NAMES:
        old = recorded(name)
        alike([happened.get("says") for happened in (*old.before, *old.after)])


def test_a_turn_that_is_made_again_comes_out_the_same() -> None:
    coach, snapshot = Coach(load()), None
    for number, line in enumerate((STORY, "8", "some of it", "only that")):
        turns = [coach.decide(snapshot, event(number, line), read(line), NOW) for _ in range(3)]
        assert turns[0] == turns[1] == turns[2]
        snapshot = turns[-1].snapshot


def test_after_an_erasure_nothing_is_remembered_of_anybodys_words(talk: Callable[..., Conversation]) -> None:
    conversation = talk().says(STORY, "8", "some of it", "he asked if I plan to get pregnant")
    assert any(memory.cache_info().currsize for memory in memories())
    conversation.says("forget me", "yes, erase everything")
    assert "erased" in conversation.reply.lower() or conversation.store.snapshot(conversation.person) is None
    assert not any(memory.cache_info().currsize for memory in memories())


def memories() -> list[Any]:
    """What is decorated with `remembered`."""
    return [
        conduct.is_serious,
        conduct.is_remark,
        conduct.points_to_it,
        places.zones_meant,
        options._bare,
        understanding._reply,
        text._folded,
        text._in_words,
        commands._meaning,
        needed.beginnings,
    ]
