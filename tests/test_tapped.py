"""A tap on a number of a scale or a day of a calendar is the answer, as if it had been typed, and only of its own question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.messages import Shape
from tests.conversation import Conversation
from tests.told import TO_A_DAY

Talk = Callable[..., Conversation]


@pytest.mark.parametrize("number", ["0", "7", "10"])
def test_a_number_is_the_answer_to_its_scale(talk: Talk, number: str) -> None:
    conversation = talk().says("I had an interview at Acme this morning")
    assert conversation.prompt.shape is Shape.SCALE
    conversation.clicks(conversation.prompt, number)
    assert conversation.facts.value("feeling-at-first") == int(number)


@pytest.mark.parametrize("tapped", ["11", "-1", "7.5", "٧", "seven", "", "2026-11-27"])
def test_what_is_no_number_of_the_scale_answers_nothing(talk: Talk, tapped: str) -> None:
    conversation = talk().says("I had an interview at Acme this morning")
    conversation.clicks(conversation.prompt, tapped)
    assert conversation.facts.value("feeling-at-first") is None
    assert conversation.prompt.shape is Shape.SCALE


def test_a_number_of_a_scale_left_behind_changes_nothing(talk: Talk) -> None:
    conversation = talk().says("I had an interview at Acme this morning")
    old = conversation.prompt
    conversation.says("6").clicks(old, "2")
    assert conversation.facts.value("feeling-at-first") == 6


def test_a_day_is_the_answer_where_a_day_is_asked_for_and_is_said_back(talk: Talk) -> None:
    conversation = talk().says(*TO_A_DAY)
    assert conversation.prompt.shape is Shape.DATE
    conversation.clicks(conversation.prompt, "2026-12-04")
    assert conversation.facts.text("answer-promised-at") == "2026-12-04"
    assert "Friday 4 December" in conversation.reply


@pytest.mark.parametrize("tapped", ["2026-13-40", "tomorrow", "7"])
def test_what_is_no_day_answers_nothing(talk: Talk, tapped: str) -> None:
    conversation = talk().says(*TO_A_DAY)
    conversation.clicks(conversation.prompt, tapped)
    assert conversation.facts.value("answer-promised-at") is None
