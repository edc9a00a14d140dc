"""What is none of their words though words are asked for: told once more, the wish for the job, nothing known."""

from __future__ import annotations

import pytest

from core import lines
from core.facts import Picked
from tests.conversation import Conversation
from tests.moments import Talk, at, says


@pytest.mark.parametrize(
    "text", ["i told you. i was rude", "I already told you, it was the alcohol step", "i told you they were three"]
)
@pytest.mark.parametrize("moment", ["unsaid", "nothing missing"])
def test_what_happened_told_once_more_is_not_what_they_would_say(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment)
    asked = str(conversation.question)
    conversation.says(text)
    assert says(conversation, lines.TOLD_ALREADY)
    assert (conversation.question, conversation.facts.value(asked)) == (asked, None)


def test_an_answer_told_once_more_is_the_answer(talk: Talk) -> None:
    conversation = at(talk, "unsaid").says("i told you, i would group them by key and count")
    assert conversation.facts.text("unsaid-1") is not None


@pytest.mark.parametrize(
    "text", ["yes i want the job very much", "course i want it", "i really need this job", "I do want the post, badly"]
)
@pytest.mark.parametrize("moment", ["unsaid", "nothing missing"])
def test_that_they_want_the_job_is_no_point_and_is_not_asked_again(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment)
    asked = str(conversation.question)
    conversation.says(text)
    assert conversation.facts.value("wants-job") == "yes"
    assert conversation.facts.value(asked) is None
    assert conversation.question == asked
    for _ in range(9):
        assert conversation.says("skip").question != "wants-job"


def test_why_they_want_it_is_a_point(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("i want the job because my mother was a nurse there")
    assert conversation.facts.text("point-1") is not None


def getting_ready(talk: Talk) -> Conversation:
    conversation = talk().says("i have an interview at Acme on friday", "yes now")
    assert conversation.question == "four-items-1"
    return conversation


@pytest.mark.parametrize(
    "text", ["yeah but i dunno anything about em", "idk anything about the company", "i know nothing about them tbh"]
)
def test_who_knows_nothing_of_the_place_takes_the_list(talk: Talk, text: str) -> None:
    conversation = getting_ready(talk).says(text)
    assert conversation.facts.value("four-items-1") == Picked("list")
    assert "What you know" not in conversation.reply


def test_a_reproach_is_nothing_they_know_of_the_place(talk: Talk) -> None:
    conversation = getting_ready(talk).says("i told you its the gram stain that worries me")
    assert "What you know" not in conversation.reply
    assert conversation.question == "four-items-1"
