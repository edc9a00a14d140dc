"""What a short reply says at the question it answers: numbers, stretches of time, a question named at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER, told
from tests.test_let_go import offered

Talk = Callable[..., Conversation]


@pytest.mark.parametrize(
    ("said", "rated"),
    [
        ("like an 8", 8), ("about 7 maybe", 7), ("8/10", 8), ("7 or 8", 8), ("9 from 10", 9), ("its a 9 im shaking", 9),
        ("10 out of 10 awful", 10), ("9. it was at 10", 9), ("one", 1), ("a nine i think", 9), ("feels awful, 9", 9),
        ("7ish", 7), ("still a 4", 4), ("im at 9", 9), ("100", 10),
        ("prob an 8 if I'm honest", 8), ("9 out ten", 9), ("like 8 outta 10", 8), ("maybe 7 po?", 7), ("6 lah", 6),
        ("Maybe 7? Or 6. It changes all day. When I think of them laughing it becomes 5 but when I think of her face then it goes up to 8 again.", 7),
    ],
)  # fmt: skip
def test_a_number_on_the_scale_is_heard(talk: Talk, said: str, rated: int) -> None:
    assert talk().says(ACME, said).facts.value("feeling-at-first") == rated


@pytest.mark.parametrize(
    "said",
    [
        "i was the only one who wore a suit", "the interview is on 25 november", "it was at 10", "10 minutes late",
        "i waited 2 hours", "one of them laughed", "the one about sql", "november 25", "they had 3 interviewers",
        "i have an interview at 9", "i got 8 of 10 questions",
    ],
)  # fmt: skip
def test_a_number_of_something_else_is_not(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, said)
    assert conversation.facts.value("feeling-at-first") is None
    assert conversation.question == "feeling-at-first"


def at_answer_again(talk: Talk) -> Conversation:
    conversation = talk().says("out of an interview at Acme today. went badly", "8", "some of it", "my nerves")
    assert conversation.question == "answer-again"
    return conversation


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("they asked why i left last job. i said nothing good", "why i left last job"),
        ("yes why i left last job", "why i left last job"),
        ("yes the one about excel", "the question about excel"),
        ("the conflict question", "the conflict question"),
        ("why do you want this job", "why do you want this job"),
    ],
)
def test_a_question_named_where_yes_would_do_is_kept(talk: Talk, said: str, question: str) -> None:
    conversation = at_answer_again(talk).says(said)
    assert conversation.facts.value("answer-again") == "yes"
    assert conversation.facts.text("question-1") == question
    assert conversation.question == "unsaid-1"


@pytest.mark.parametrize("said", ["no they were all fine", "not really, they asked easy things", "no"])
def test_a_no_with_a_sentence_stays_a_no(talk: Talk, said: str) -> None:
    assert at_answer_again(talk).says(said).facts.value("answer-again") == "no"


def test_a_question_to_the_coach_is_not_taken_for_theirs(talk: Talk) -> None:
    conversation = at_answer_again(talk).says("what do you mean")
    assert conversation.facts.value("question-1") is None
    assert conversation.question == "answer-again"


def test_a_second_question_named_at_once_is_the_second(talk: Talk) -> None:
    conversation = at_answer_again(talk).says("yes why i left last job", ANSWER, "they also asked where i see myself")
    assert conversation.facts.text("question-2") == "where i see myself"


def test_a_yes_with_a_worry_is_a_yes_and_the_worry_is_heard(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes but they wont take me")
    assert conversation.facts.value("wants-job") == "yes"
    assert conversation.lines
    assert conversation.question == "contact"
    assert not told(talk).says("skip", "nothing", "yes").lines


@pytest.mark.demand("K05")
@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2 weeks", "2026-12-08"), ("two weeks", "2026-12-08"), ("two weeks they said", "2026-12-08"),
        ("maybe 2 wks", "2026-12-08"), ("a week or two", "2026-12-08"), ("10 days", "2026-12-04"),
    ],
)  # fmt: skip
def test_a_bare_stretch_of_time_is_a_coming_day_where_one_is_asked_for(talk: Talk, said: str, day: str) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", said)
    assert conversation.facts.text("answer-promised-at") == day


@pytest.mark.parametrize("asked", ["where do u see urself in 5 yrs", "where will you be in 3 months"])
def test_a_time_in_their_questions_is_no_promise(talk: Talk, asked: str) -> None:
    conversation = told(talk)
    assert conversation.question == "other-questions"
    assert conversation.says(f"why this job, {asked}").facts.value("answer-promised-at") is None


def test_a_promise_beside_their_questions_still_is_one(talk: Talk) -> None:
    conversation = told(talk).says("why this job. they will let me know by friday")
    assert conversation.facts.text("answer-promised-at") == "2026-11-27"


def test_a_day_of_another_year_is_said_with_its_year(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "by june 2027")
    assert "30 June 2027" in conversation.reply
    assert "2026" not in conversation.transcript


@pytest.mark.parametrize("said", ["dont know anyone", "dont have anybody", "i know nobody"])
def test_having_nobody_to_tell_is_heard_in_many_words(talk: Talk, said: str) -> None:
    conversation = offered(talk).says("yes", said)
    assert "fault" in conversation.reply or "Not everybody" in conversation.reply or "for now" in conversation.reply


def test_a_doubt_about_the_one_to_tell_is_not_said_back_as_if_it_were_done(talk: Talk) -> None:
    conversation = offered(talk).says("yes", "my sister but shes going to laugh")
    assert "your sister" in conversation.reply
    assert "laugh" not in conversation.reply
    assert "Told once" not in conversation.reply


def test_what_was_not_understood_is_the_coachs_to_own(talk: Talk) -> None:
    conversation = talk().says(ACME, "purple", "purple")
    assert "sentence in your own words" not in conversation.transcript
    assert "could not use" not in conversation.transcript
