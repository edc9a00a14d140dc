"""Something without words (a voice message, a picture, a sticker) is answered like any other message, and answers nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.events import Deleted, Edited, Medium, Wordless
from core.messages import Line
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

STORY = "I had an interview at Acme this morning and froze on the SQL question"


def sends(conversation: Conversation, medium: Medium = Medium.VOICE, id: str = "m1") -> Conversation:
    event = Wordless(id=f"{id}:wordless", person=conversation.person, at=conversation.now, medium=medium)
    return conversation.takes(event)


@pytest.mark.parametrize(
    ("medium", "named"),
    [
        (Medium.VOICE, "record"),
        (Medium.PICTURE, "picture"),
        (Medium.FILE, "file"),
        (Medium.STICKER, "sticker"),
        (Medium.OTHER, "words"),
    ],
)
def test_each_is_named_for_what_it_is(talk: Talk, medium: Medium, named: str) -> None:
    conversation = talk().says(STORY)
    assert named in sends(conversation, medium).reply


def test_the_open_question_stays_open_and_is_not_asked_once_more(talk: Talk) -> None:
    conversation = talk().says(STORY)
    asked = conversation.prompt
    sends(conversation)
    assert [type(part) for part in conversation.heard] == [Line]
    assert conversation.clicks(asked, "6").facts.value("feeling-at-first") == 6


def test_whoever_begins_with_one_is_asked_what_happened(talk: Talk) -> None:
    conversation = sends(talk())
    assert conversation.prompt.choices
    assert conversation.says(STORY).facts.text("organisation") == "Acme"


def test_one_that_is_delivered_again_is_answered_once(talk: Talk) -> None:
    conversation = sends(talk().says(STORY))
    assert sends(conversation).heard == ()


def test_words_that_are_put_into_it_later_are_heard(talk: Talk) -> None:
    conversation = sends(talk())
    event = Edited(
        id="m1:edited",
        person=conversation.person,
        at=conversation.now,
        original="m1",
        text=STORY,
        written=conversation.now,
    )
    assert conversation.takes(event).facts.text("organisation") == "Acme"


def test_that_it_is_deleted_is_nothing_to_speak_of(talk: Talk) -> None:
    conversation = sends(talk().says(STORY))
    event = Deleted(
        id="m1:gone", person=conversation.person, at=conversation.now, original="m1", written=conversation.now
    )
    assert conversation.takes(event).heard == ()


def test_undo_takes_back_what_was_said_before_it(talk: Talk) -> None:
    conversation = sends(talk().says(STORY, "6")).says("undo")
    assert conversation.facts.value("feeling-at-first") is None


def test_in_danger_the_next_step_of_help_comes_with_it(talk: Talk) -> None:
    conversation = talk().says(STORY, "i want to kill myself")
    asked = conversation.prompt
    sends(conversation)
    assert conversation.prompt != asked
    assert len(conversation.heard) > 1


def test_after_danger_where_help_is_stays_in_view(talk: Talk) -> None:
    conversation = talk().says(STORY, "i want to kill myself", "stop")
    assert "findahelpline.com" in sends(conversation).reply
