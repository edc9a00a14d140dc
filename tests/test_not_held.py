"""An interview that was called off, moved or missed, or to which nobody came, is not talked about as if it had been."""

from __future__ import annotations

import pytest

from core import lines
from core.understanding import not_held
from core.understanding.not_held import Reason
from tests.moments import Talk, at, says

CALLED_OFF = [
    "my interview was cancelled",
    "they cancelled on me an hour before",
    "ugh the interview at Lidl got called off",
    "Natwest cancelled",
    "they called it off this morning",
    "the interview didnt happen",
]
NOBODY = [
    "nobody turned up to interview me",
    "i waited an hour and nobody came",
    "the interviewer didnt show up",
    "sat in the zoom room and no one joined",
    "went all the way there and the manager wasn't in",
    "they never called for the phone interview",
    "he was supposed to ring me at 10 and never did",
]
MISSED = ["i missed my interview", "overslept and missed it", "i didnt make it to my interview, the car broke down"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *((text, Reason.CANCELLED) for text in CALLED_OFF),
        *((text, Reason.NOBODY_CAME) for text in NOBODY),
        *((text, Reason.MISSED) for text in MISSED),
        ("they postponed it", Reason.MOVED),
    ],
)
def test_nobody_is_asked_how_bad_an_interview_was_that_did_not_take_place(
    talk: Talk, text: str, reason: Reason
) -> None:
    conversation = talk().says(text)
    assert says(conversation, lines.NOT_HELD[reason])
    assert conversation.question in (None, "ready-now")


@pytest.mark.parametrize(
    "text",
    [
        "they cancelled the position",
        "my train was cancelled and i was late for the interview",
        "nobody came for 20 minutes, then she came and it was awful",
        "i almost missed my interview and was a wreck",
        "nobody called me back after my interview",
        "they didn't show any interest in me",
        "my interview was pushed back by an hour and i lost my nerve",
        "they moved on to the next question before i had finished",
        "i had to cancel my interview",
        "i never came up with an answer",
    ],
)
def test_what_only_sounds_like_it_tells_of_one_that_was(text: str) -> None:
    assert not_held.read(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("they postponed my interview at Natwest till friday", "2026-11-27"),
        ("my interview has been moved to monday", "2026-11-30"),
        ("they cancelled my interview today but gave me a new date, monday at 9", "2026-11-30"),
    ],
)
def test_one_that_is_moved_is_still_ahead_on_its_new_day(talk: Talk, text: str, day: str) -> None:
    conversation = talk().says(text)
    assert says(conversation, lines.NOT_HELD[Reason.MOVED])
    assert conversation.facts.text("next-interview-on") == day
    assert conversation.facts.value("answer-promised-at") is None
    assert conversation.question == "ready-now"


def test_it_may_turn_out_after_the_first_words_that_it_was_called_off(talk: Talk) -> None:
    conversation = talk().says("bad interview at Natwest", "they never came, i sat there and nobody turned up")
    assert conversation.question is None
    assert conversation.facts.text("organisation") == "Natwest"


def test_the_new_day_of_one_called_off_is_heard(talk: Talk) -> None:
    conversation = talk().says("they cancelled my interview at Tesco", "they gave me a new slot, friday at 3")
    assert conversation.facts.text("next-interview-at") == "2026-11-27T15:00"
    assert conversation.state.interviews_begun == 1


def test_nothing_comes_any_more_for_one_to_come_that_is_called_off(talk: Talk) -> None:
    conversation = talk().says("i have an interview at Lidl on thursday at 2pm", "no", "they cancelled it")
    assert says(conversation, lines.NOT_HELD[Reason.CANCELLED])
    assert not conversation.state.promised


def test_one_to_come_that_is_moved_is_got_ready_for_on_another_day(talk: Talk) -> None:
    conversation = talk().says("i have an interview at Lidl on thursday at 2pm", "no")
    conversation.says("they moved my interview to monday at 11")
    assert conversation.facts.text("next-interview-at") == "2026-11-30T11:00"


def test_what_is_known_of_an_interview_that_was_stays_when_another_is_called_off(talk: Talk) -> None:
    conversation = at(talk, "done")
    before = conversation.facts.all()
    conversation.says("my interview tomorrow was cancelled")
    assert says(conversation, lines.NOT_HELD[Reason.CANCELLED])
    assert conversation.facts.all() == before
