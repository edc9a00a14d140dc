"""What they wish they had said, told before anybody asks; and what stands there and could stand in no letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import lines
from core.understanding.wished import wished
from tests.conversation import Conversation
from tests.moments import says

Talk = Callable[..., Conversation]
STORY = (
    "had my interview at oakfield primary today for teaching assistant. i rambled when they asked about safeguarding"
)
LEAD = "i'd tell the designated lead straight away"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("i rambled about sql. i should have said i'd add an index and measure again", "i'd add an index and measure again"),
        ("should have told them that i wanted to grow, but i froze", "i wanted to grow"),
        ("I wish I'd said: I would ask the customer first. Then I'd call my manager. It was at Acme.", "I would ask the customer first. Then I'd call my manager"),
        ("what i should have said is we count the till twice at closing", "we count the till twice at closing"),
        ("i wanted to say that i ran the youth club for two years but nothing came out", "i ran the youth club for two years"),
        ("could've just said i don't know it yet and i learn fast lol", "i don't know it yet and i learn fast"),
    ],
)  # fmt: skip
def test_the_answer_they_wish_they_had_given_is_heard_as_they_wrote_it(told: str, words: str) -> None:
    found = wished(told)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    "told",
    [
        "i should have said something",
        "i should have said more about the team",
        "should have told them about the inventory project and the awards",
        "i should have said no to it",
        "i wanted to say so much more than that",
        "they should have said that the job is in Leeds and not here",
        "i should have prepared for the case study much better",
        "the manager could have told me that it was a panel of five",
    ],
)
def test_what_names_an_answer_and_gives_none_is_not_heard_as_one(told: str) -> None:
    assert wished(told) is None


@pytest.mark.parametrize(
    "told",
    [
        (f"{STORY}, i should have said {LEAD}", "6", "only that"),
        (STORY, f"6. i should have said that {LEAD}", "only that"),
        (STORY, "6", f"i should have said {LEAD}"),
        (STORY, "6", "yes", f"i should have told them {LEAD}"),
    ],
)
def test_a_better_answer_told_early_is_not_asked_for_again_and_the_note_has_it(
    talk: Talk, told: tuple[str, ...]
) -> None:
    conversation = talk().says(*told)
    assert conversation.question == "question-1"
    conversation.says("what would you do if a child told you something")
    assert LEAD in conversation.reply
    said = {"interviewers": "Mrs Patel", "wants-job": "yes", "contact": "I may write", "question-2": "skip"}
    while not conversation.drafts:
        assert conversation.question is not None
        assert not conversation.question.startswith("unsaid")
        conversation.says(said.get(conversation.question, "skip"))
    assert "tell the designated lead straight away" in conversation.drafts[0].text


def test_of_two_moments_the_one_before_it_has_the_answer(talk: Talk) -> None:
    told = (
        "interview at Acme today. I froze on the question about budgets. I blanked on the question about conflict, "
        "and I should have said I would talk to both of them first."
    )
    conversation = talk().says(told)
    assert conversation.facts.text("unsaid-1") is None
    assert conversation.facts.text("unsaid-2") == "I would talk to both of them first"


@pytest.mark.parametrize(
    "nothing",
    ["that was it", "that's all", "thats it", "no", "same", "nah im good", "it was fine", "that"],
)
def test_words_that_say_nothing_are_in_no_note(talk: Talk, nothing: str) -> None:
    conversation = at_the_answer(talk).says(nothing)
    assert not conversation.facts.text("unsaid-1")
    assert conversation.question == "other-questions"


@pytest.mark.parametrize("again", ["see above", "already said", "same as i said before", "as above"])
def test_who_points_to_what_they_said_is_believed(talk: Talk, again: str) -> None:
    conversation = at_the_answer(talk).says(again)
    assert not conversation.facts.text("unsaid-1")
    assert says(conversation, lines.TOLD_ALREADY)
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize(
    ("told", "fact", "value"),
    [
        ("they said friday", "answer-promised-at", "2026-11-27"),
        ("it was mrs patel", "interviewer-1", "Mrs Patel"),
        ("mrs patel asked it", "interviewer-1", "Mrs Patel"),
    ],
)
def test_a_name_or_a_day_alone_is_no_answer_of_theirs(talk: Talk, told: str, fact: str, value: str) -> None:
    conversation = at_the_answer(talk).says(told)
    assert conversation.facts.value(fact) == value
    assert not conversation.facts.text("unsaid-1")
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize("answer", ["i like children", "because i care", "excel and sql", "I'd say it was me"])
def test_a_short_answer_is_one(talk: Talk, answer: str) -> None:
    assert at_the_answer(talk).says(answer).facts.text("unsaid-1") == answer


def at_the_answer(talk: Talk) -> Conversation:
    """As far as the question what they would have liked to say."""
    conversation = talk().says(STORY, "6", "only that", "what would you do if a child told you something")
    assert conversation.question == "unsaid-1"
    return conversation
