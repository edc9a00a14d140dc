"""What comes between an interview and the answer is met with what to do next."""

from __future__ import annotations

import pytest

from core import lines
from tests.moments import Talk, at, says

MISSED = [
    "they called but i missed it",
    "i missed their call",
    "missed call from the hospital",
    "they rang while i was at work",
    "the recruiter tried to reach me but i couldnt pick up",
    "they left me a voicemail",
]
WANTED = [
    "they want references",
    "they asked for my references",
    "she asked for two references, is that good?",
    "they need the names of two referees",
    "hr is calling my old boss",
]


@pytest.mark.parametrize("text", MISSED)
@pytest.mark.parametrize("moment", ["done", "look back"])
def test_who_missed_a_call_hears_how_to_return_it(talk: Talk, text: str, moment: str) -> None:
    conversation = at(talk, moment).says(text)
    assert says(conversation, lines.CALL_BACK)
    assert conversation.question == (None if moment == "done" else "judge-when")


@pytest.mark.parametrize("later", [{"hours": 8}, {"days": 4}])
def test_nobody_is_sent_to_the_phone_when_they_are_closed(talk: Talk, later: dict[str, float]) -> None:
    conversation = at(talk, "done").waits(**later).says("no", "i missed their call")
    assert says(conversation, lines.CALL_BACK_LATER)


@pytest.mark.parametrize("text", WANTED)
def test_who_is_asked_for_references_hears_to_tell_those_people_first(talk: Talk, text: str) -> None:
    assert says(at(talk, "done").says(text), lines.REFERENCES)


def test_what_was_asked_in_there_is_no_step_of_today(talk: Talk) -> None:
    conversation = at(talk, "others").says("they asked for my references")
    assert conversation.facts.text("other-questions") == "they asked for my references"


@pytest.mark.parametrize(
    "text",
    ["my mum called while i was in the interview", "i missed the bus", "they called and said no", "they never called"],
)
def test_no_other_call_is_one_to_return(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says(text)
    assert not says(conversation, lines.CALL_BACK)


FREE = [
    "he texted me yesterday asking for my availability!",
    "they emailed to ask when i can start",
    "the manager rang, she wants to know what days i can work",
    "is it a good sign him asking my availability?",
]


@pytest.mark.parametrize("text", FREE)
@pytest.mark.parametrize("moment", ["how bad", "others", "job", "who", "channel", "look back", "done"])
def test_who_is_asked_since_when_they_can_work_hears_that_it_is_a_good_sign(talk: Talk, text: str, moment: str) -> None:
    conversation = at(talk, moment)
    asked = conversation.question
    conversation.says(text)
    assert says(conversation, lines.AVAILABILITY)
    assert conversation.facts.text("outcome") is None
    if moment != "done":
        assert conversation.question == asked or asked is None


def test_beside_such_a_sign_the_answer_is_heard(talk: Talk) -> None:
    conversation = at(talk, "who").says("Declan and Marta. oh, he texted me yesterday asking for my availability!")
    assert says(conversation, lines.AVAILABILITY)
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Declan", "Marta"]


@pytest.mark.parametrize("text", ["they asked for my availability", "they asked when i can start and i froze"])
def test_what_they_asked_in_there_is_no_sign_of_today(talk: Talk, text: str) -> None:
    conversation = at(talk, "others").says(text)
    assert not says(conversation, lines.AVAILABILITY)
    assert conversation.facts.text("other-questions") == text
