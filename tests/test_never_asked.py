"""A question told of that was never put: it is taken out again, and nothing of it stands anywhere."""

from __future__ import annotations

import pytest

from core.understanding import never_asked
from tests.moments import Talk, at

OUT = "they never asked about the festival actually that was swiggy's one. take it out"


@pytest.mark.parametrize(
    "text",
    [
        OUT,
        "they never asked about children's rights, I mixed it up",
        "nobody asked me about salary. sorry, that was the other interview",
        "he didn't ask about stock, my mistake",
        "they never asked why I left, take it out please",
    ],
)
@pytest.mark.parametrize(
    "moment", ["their words", "unsaid", "others", "nothing missing", "job", "contact", "channel", "note"]
)
def test_what_was_never_asked_is_no_answer_and_in_no_letter(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment)
    asked, known = conversation.question, set(conversation.facts.all())
    conversation.says(text)
    assert conversation.question == asked
    assert set(conversation.facts.all()) <= known
    assert "never" not in conversation.reply or moment == "nothing missing"


def test_what_was_kept_of_it_is_dropped_by_its_words(talk: Talk) -> None:
    conversation = at(talk, "others").says("the festival case study")
    assert conversation.facts.text("other-questions") is not None
    conversation.says(OUT)
    assert conversation.facts.text("other-questions") is None
    assert "festival case study" in conversation.reply


@pytest.mark.parametrize("moment", ["job", "contact", "note"])
def test_where_nothing_of_it_was_kept_that_is_said_and_nothing_changes(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    asked, known = conversation.question, set(conversation.facts.all())
    conversation.says("No I told you, they never asked that. Take it out.")
    assert (conversation.question, set(conversation.facts.all())) == (asked, known)


def test_what_was_kept_last_is_what_that_means(talk: Talk) -> None:
    conversation = at(talk, "others").says("rostering and overtime").says("they never asked that. take it out")
    assert conversation.facts.text("other-questions") is None


def test_what_never_came_up_is_an_answer_where_that_is_asked(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("they never asked about my years on the duplicates team")
    assert conversation.facts.text("point-1") is not None


@pytest.mark.parametrize(
    "text",
    [
        "I never asked about the pay",
        "they never asked me to wait",
        "she didnt ask about it. I wish she had",
        "they asked about the festival and i took it out",
    ],
)
def test_a_story_of_what_was_not_asked_takes_nothing_back(text: str) -> None:
    found = never_asked.read(text)
    assert found is None or not found.is_taken_back
