"""What is next for one of several interviews, asked while another one is talked about."""

from __future__ import annotations

import pytest

from core.understanding import whats_next
from tests.conversation import Conversation
from tests.moments import Talk


def two(talk: Talk) -> Conversation:
    """One at Shoprite, talked about, and one at Checkers that is ahead."""
    conversation = talk().says("had an interview at shoprite today, it went badly. i froze on the stock question", "7")
    conversation.says("only that", "i have another one at checkers on friday at 10")
    assert conversation.question == "question-1"
    return conversation


def turned_to_checkers(conversation: Conversation) -> bool:
    return "checkers" in conversation.reply.lower() and "question" not in str(conversation.question)


@pytest.mark.parametrize(
    "text",
    [
        "whats next for the checkers one",
        "what is the plan for checkers",
        "and what happens with checkers now?",
        "what about the checkers interview",
        "no wait, what's left to do for checkers",
    ],
)
def test_what_is_asked_about_the_other_one_turns_to_it_and_is_no_question_of_theirs(talk: Talk, text: str) -> None:
    conversation = two(talk).says(text)
    assert turned_to_checkers(conversation)
    assert text not in str(conversation.state.facts_of("i1").all())


def test_asked_about_the_one_talked_about_what_is_open_is_told(talk: Talk) -> None:
    conversation = two(talk).says("whats next for the shoprite one")
    assert "shoprite" in conversation.reply.lower()
    assert conversation.question == "question-1"
    assert conversation.says("whats next for the swiggy one").question == "question-1"


def test_it_is_nobody_to_practise_with(talk: Talk) -> None:
    conversation = two(talk).says("whats next for the checkers one")
    for _ in range(8):
        if conversation.question is not None and "mock-with" in conversation.question:
            break
        conversation.says("help me get ready for checkers" if conversation.question is None else "next part")
    conversation.says("what is the plan for checkers")
    assert "with what" not in conversation.reply


@pytest.mark.parametrize(
    "text",
    [
        "what is your plan for the first month",
        "what would you do next for a customer",
        "what is the next step",
        "the plan for the ward",
        "how would you go about it",
    ],
)
def test_what_they_may_have_been_asked_asks_for_nothing_here(talk: Talk, text: str) -> None:
    assert whats_next.asked_about(text) is None or two(talk).says(text).question == "unsaid-1"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("i have another one at checkers on friday at 10", "checkers"),
        ("got another one friday 2pm with western power", "western power"),
    ],
)
def test_another_one_that_is_ahead_is_heard_with_its_place_in_small_letters(talk: Talk, text: str, place: str) -> None:
    conversation = talk().says("had an interview at shoprite today, it went badly", "7").says(text)
    assert conversation.state.facts_of("i2").text("organisation") == place
