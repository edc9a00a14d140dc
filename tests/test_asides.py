"""What is said to the coach beside an answer, or in its place: each from typed text to what is kept and said."""

from __future__ import annotations

import pytest

from core import lines
from core.understanding import asides, read
from core.understanding.asides import Aside
from tests.moments import Talk, at, says

IF_THEY_CALL = [
    "what do i do if they call?",
    "so what do i do if they call",
    "what if he rings me back tomorrow",
    "what should i say when the manager phones",
    "when they call what do i say",
    "what happens if frank rings me",
    "should i pick up if they ring?",
]


# --- a question beside a short answer -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["4. is this private?", "4, who can read this?", "is this private? 4", "4. who are you"]
)
def test_a_number_beside_a_question_to_the_coach_is_kept(talk: Talk, text: str) -> None:
    conversation = at(talk, "feeling").says(text)
    assert conversation.facts.value("feeling-at-first") == 4
    assert conversation.question != "feeling-at-first"


@pytest.mark.parametrize(
    ("moment", "text", "name", "value"),
    [
        ("contact", "i can write. who are you anyway", "contact", "open"),
        ("answer by", "friday. who are you?", "answer-promised-at", "2026-11-27"),
        ("job", "yes. what do i do if they call", "wants-job", "yes"),
        ("channel", "email. what's a look back", "note-channel", "mail"),
    ],
)
def test_the_answer_is_kept_and_the_question_beside_it_answered(
    talk: Talk, moment: str, text: str, name: str, value: str
) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.value(name) == value
    assert any(says(conversation, line) for line in (lines.NAME, lines.IF_THEY_CALL, lines.LOOK_BACK))


def test_sent_is_obeyed_where_a_question_stands_beside_it(talk: Talk) -> None:
    conversation = at(talk, "note").says("sent. so what do i do if they call")
    assert conversation.facts.value("note-1-sent")
    assert says(conversation, lines.IF_THEY_CALL)


@pytest.mark.parametrize("text", ["no wait, is this private?", "hmm. is this private?", "ok. who can read this?"])
def test_a_word_that_leads_to_a_question_answers_nothing(text: str) -> None:
    assert read(text).asked_besides is None
    assert read(text).aside is Aside.PRIVACY


def test_what_they_asked_about_the_name_stays_one_of_their_questions(talk: Talk) -> None:
    conversation = at(talk, "others").says("tell me about yourself. who are you?")
    assert conversation.facts.value("other-questions") == "tell me about yourself. who are you?"


# --- what if they call, and what is a look back ---------------------------------------------------------------


@pytest.mark.parametrize("moment", ["others", "nothing missing", "job", "unsaid", "look back", "note", "done"])
def test_what_to_do_if_they_call_is_answered_everywhere(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    known = dict(conversation.facts.all())
    assert says(conversation.says("what do i do if they call?"), lines.IF_THEY_CALL)
    assert conversation.facts.all() == known


@pytest.mark.parametrize("text", IF_THEY_CALL)
def test_a_call_of_theirs_is_asked_about_in_many_ways(text: str) -> None:
    assert asides.read(text) is Aside.IF_THEY_CALL


@pytest.mark.parametrize(
    "text",
    ["what do you do if a customer calls", "what would you do if they shout", "what do i do when the till is short"],
)
def test_what_an_interviewer_asks_about_customers_is_no_question_to_the_coach(text: str) -> None:
    assert asides.read(text) is None


@pytest.mark.parametrize("text", ["whats a look back", "what is a look back?", "what do you mean by look back"])
def test_what_a_look_back_is_can_be_asked(talk: Talk, text: str) -> None:
    conversation = at(talk, "look back").says(text)
    assert says(conversation, lines.LOOK_BACK)
    assert conversation.question == "judge-when"


def test_whether_something_is_still_written_somewhere_does_not_ask_about_a_note() -> None:
    assert read("Only that. and is Nurse still written as who asked?").asked_besides is None
    assert read("I am still writing to them").aside is None
    assert read("is it still worth writing").aside is Aside.WORTH_WRITING
