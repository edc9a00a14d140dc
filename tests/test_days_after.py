"""What people type in the days after: news, hesitation and refusals in their own words, under whatever the coach last asked."""

from __future__ import annotations

import pytest

from core.facts import Picked
from tests.moments import Talk, at

# --- their answer -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome", "day"),
    [
        ("Acme has called me for second round on Thursday 3rd December by 10am", "next-round", "2026-12-03"),
        ("they have invited me to final interview next monday", "next-round", "2026-11-30"),
        ("she rang, wants to know can i come in tuesday for a chat", "next-round", "2026-12-01"),
        ("the manager asked if i could come back in on thursday", "next-round", "2026-11-26"),
        ("Acme has now sent me offer. i am so surprised", "offer", None),
        ("i received my appointment letter this morning", "offer", None),
        ("the contract came. i have accepted it", "offer", None),
    ],
)
def test_an_answer_is_heard_in_the_english_they_write(talk: Talk, text: str, outcome: str, day: str | None) -> None:
    conversation = at(talk, "done").after(hours=20).says(text)
    assert conversation.facts.value("outcome") == outcome
    assert conversation.facts.value("next-interview-on") == day


@pytest.mark.parametrize(
    "text",
    [
        "its friday gone and not a peep out of them",
        "not a word out of her",
        "not a single call from anyone",
    ],
)
def test_silence_told_under_an_offer_to_look_back_is_what_is_talked_about(talk: Talk, text: str) -> None:
    conversation = at(talk, "done")
    conversation.waits(days=4)
    assert conversation.says(text).facts.value("outcome") == "waiting"


@pytest.mark.parametrize(
    "text",
    [
        "they asked me if i could come in on saturdays",
        "my friend sent me offer letter templates",
        "the last place rejected me by 10 in the morning",
    ],
)
def test_what_was_asked_in_the_room_or_came_from_others_is_no_answer_of_theirs(talk: Talk, text: str) -> None:
    assert at(talk, "done").after(hours=20).says(text).facts.value("outcome") is None


@pytest.mark.parametrize("text", ["they said they will call", "he said he'd gie me a bell", "she’ll let me know"])
def test_that_they_will_call_names_no_day_and_no_rule_about_writing(talk: Talk, text: str) -> None:
    assert at(talk, "answer by").says(text).facts.value("answer-promised-at") == Picked("none")
    assert at(talk, "contact").says(text).question == "answer-promised-at"
