"""Getting ready for the next interview, two days before, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from core.wording import load
from tests.conversation import Conversation
from tests.test_check_in import brought
from tests.test_outcome import finished, planned

Talk = Callable[..., Conversation]


def offered(talk: Talk) -> Conversation:
    """The nudge, two days before the next interview."""
    conversation = finished(talk).says("they invited me back", "in two weeks")
    return brought(conversation, "prepare")


def test_it_comes_two_days_before_the_next_interview_and_names_its_day(talk: Talk) -> None:
    conversation = offered(talk)
    assert conversation.now.date().isoformat() == "2026-12-06"
    assert "Tuesday 8 December" in conversation.reply
    assert "Acme" in conversation.reply


@pytest.mark.demand("R58")
def test_the_four_things_to_know_about_them_are_listed(talk: Talk) -> None:
    reply = offered(talk).says("yes").reply
    for item in ("history", "strengths", "achieve", "5 to 10 years"):
        assert item in reply


@pytest.mark.demand("R59")
def test_they_answer_most_questions_and_what_do_you_know_about_us_is_tried_once(talk: Talk) -> None:
    conversation = offered(talk).says("yes")
    assert "ost questions" in conversation.reply or "most of what is asked" in conversation.reply
    assert '"What do you know about us?"' in conversation.reply
    assert conversation.question == "about-us"
    conversation.says("they run two mills and train their own people")
    assert conversation.facts.value("about-us") == "they run two mills and train their own people"


def test_their_own_answers_are_brought_back_and_the_better_ones_if_there_are(talk: Talk) -> None:
    (draft,) = offered(talk).says("yes", "i have to look first").drafts
    assert '"how do you find duplicates in a table": I would group them.' in draft.text


@pytest.mark.demand("R61")
def test_somebody_to_practise_with_is_asked_for_by_name(talk: Talk) -> None:
    conversation = offered(talk).says("yes", "i have to look first")
    assert conversation.question == "mock-with"
    for who in ("mentor", "friend"):
        assert who in conversation.prompt.text
    conversation.says("my old boss Ruth")
    assert conversation.facts.value("mock-with") == "my old boss Ruth"
    assert conversation.facts.value("prepared") == "2026-12-06"
    assert conversation.question is None


@pytest.mark.demand("R62")
def test_it_is_said_to_make_a_bad_interview_less_likely_and_no_number_is_given() -> None:
    for time in range(3):
        said = load().said("prepare-done", time, {})
        assert "less likely" in said or "lowers the chance" in said
        assert not re.search(r"\d", said)


def test_it_can_be_left_out(talk: Talk) -> None:
    conversation = offered(talk).says("leave it")
    assert conversation.question is None
    assert conversation.facts.value("prepared") == "left"


def test_prepared_early_it_does_not_come_again(talk: Talk) -> None:
    conversation = finished(talk).says("second interview on thursday").says("yes", "skip", "skip")
    assert "prepare" not in planned(conversation)


@pytest.mark.demand("R63")
def test_nothing_outside_of_preparing_says_that_more_should_have_been_prepared() -> None:
    blame = re.compile(
        r"\b(?:should|ought to|could|might) have (?:\w+ )?(?:prepar|practi|known|looked|read)|\byou should(?:n't| not)? have\b"
        r"|\b(?:if|had) you (?:had )?(?:\w+ )?prepar|\bprepar\w* (?:better|more)\b|\b(?:better|more|well|not|badly) prepared\b"
        r"|\bunprepared\b|\b(?:more|better|lack of|without) prepar",
        re.IGNORECASE,
    )
    checked = 0
    for file in (files("core") / "content" / "en").iterdir():
        if file.name.endswith(".ftl") and file.name != "prepare.ftl":
            found = blame.search(file.read_text("utf-8"))
            assert found is None, f"{file.name}: {found and found[0]}"
            checked += 1
    assert checked > 5
