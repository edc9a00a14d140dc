"""Corrections that name no value of their fact change nothing: what is kept must fit what reads it later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from core.events import NudgeDue
from core.flows.capture.severity import FEELING
from tests.conversation import Conversation
from tests.test_capture import told

Talk = Callable[..., Conversation]


@pytest.mark.parametrize(
    "said",
    [
        "no, the interview was horrible",
        "sorry, the interview was with Mrs Zulu",
        "no, the interview was cancelled",
        "change the interview to next week",
        "no, it was on 01.01.0001",
        "change the time to half past never",
        "change the day to banana",
    ],
)
def test_words_that_are_no_time_are_not_kept_as_one_and_lock_nobody_out(talk: Talk, said: str) -> None:
    conversation = told(talk).says("skip", said)
    ended = conversation.facts.text("interview-ended-at")
    assert ended is not None
    datetime.fromisoformat(ended)
    for _ in range(4):
        conversation.after(hours=20).takes(
            NudgeDue(id=conversation._id(), person=conversation.person, at=conversation.now)
        )
    conversation.says("hello", "what will you send me")
    assert "engine-trouble" not in conversation.state.used


@pytest.mark.parametrize(("said", "at"), [("no, it was 10 am", "T10:00"), ("no, the time is noon", "T12:00")])
def test_an_hour_is_kept_as_one_on_the_day_of_the_interview(talk: Talk, said: str, at: str) -> None:
    conversation = told(talk).says(said)
    assert conversation.facts.text("interview-ended-at") == f"2026-11-24{at}"


@pytest.mark.parametrize(
    ("said", "feeling"),
    [("change the number to seven", 7), ("no the score is 9", 9), ("change the score to banana", 8)],
)
def test_the_feeling_stays_a_number(talk: Talk, said: str, feeling: int) -> None:
    assert told(talk).says(said).facts.value(FEELING.name) == feeling


def test_the_minutes_stay_a_number(talk: Talk) -> None:
    assert told(talk).says("sorry, the delay was 20 minutes").facts.value("minutes-late") == 20
    assert told(talk).says("change the minutes to banana").facts.value("minutes-late") == 10
