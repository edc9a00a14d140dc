"""Which question a turn has closed, and what was chosen: for a surface that shows it on the message."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.events import Click, Text
from core.ports import Closed
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

STORY = "just out of an interview at Lakeside Clinic. mind went blank when they asked about a conflict"


def closed(conversation: Conversation, did: str | Click) -> list[Closed]:
    """What is closed by a text or a tap."""
    conversation.events += 1
    told: list[Closed] = []
    event = did
    if isinstance(event, str):
        event = Text(id=f"t{conversation.events}", person=conversation.person, at=conversation.now, text=event)
    conversation.coach.take(event, conversation.now, conversation.store, told=told.append).result()
    return told


def chosen(conversation: Conversation, did: str | Click) -> list[str]:
    return [one.chosen for one in closed(conversation, did)]


def test_a_number_an_option_and_words_of_their_own_are_told_apart(talk: Talk) -> None:
    conversation = talk().says(STORY)
    asked = conversation.prompt
    assert closed(conversation, "about an eight") == [Closed(asked.run, asked.question, "8")]
    assert chosen(conversation, "only the blank really") == ["Only that"]
    assert chosen(conversation, "tell us about a time you disagreed") == [""]


def test_a_tap_tells_what_it_chose(talk: Talk) -> None:
    conversation = talk().says(STORY)
    asked = conversation.prompt
    tap = Click(
        id="c", person=conversation.person, at=conversation.now, run=asked.run, question=asked.question, option="8"
    )
    assert chosen(conversation, tap) == ["8"]
    assert closed(conversation, tap) == []


def test_a_day_is_told_in_words(talk: Talk) -> None:
    conversation = talk().says(
        STORY, "8", "only that", "tell us about it", "i made a sheet", "excel", "nothing", "yes", "i may write"
    )
    assert chosen(conversation, "by friday") == ["Friday 27 November"]


@pytest.mark.parametrize("text", ["help", "what do you know", "xyzzy"])
def test_a_question_that_stays_open_is_not_closed(talk: Talk, text: str) -> None:
    assert closed(talk().says(STORY), text) == []


def test_a_question_that_is_passed_or_left_is_closed_with_nothing_chosen(talk: Talk) -> None:
    assert chosen(talk().says(STORY), "skip") == [""]
    assert chosen(talk().says(STORY), "i want to kill myself") == [""]


def test_first_words_close_nothing_and_neither_does_what_comes_twice(talk: Talk) -> None:
    conversation = talk()
    assert closed(conversation, STORY) == []
    told: list[Closed] = []
    event = Text(id="once", person=conversation.person, at=conversation.now, text="8")
    for _ in range(2):
        conversation.coach.take(event, conversation.now, conversation.store, told=told.append).result()
    assert len(told) == 1
