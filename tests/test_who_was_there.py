"""Who asked, or was there, told where something else was asked: kept as that, and in nobody's letter."""

from __future__ import annotations

import pytest

from core.understanding import who_was_there
from tests.moments import Talk, at


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("the bloke Gaz asked it, he was alright", "Gaz"),
        ("Priya from HR asked the duplicates one. she was smiling like she knows i dont know", "Priya"),
        ("Declan's one", "Declan"),
        ("Mr Mensah is the head of lab, he asked it", "Mr Mensah"),
    ],
)
def test_who_asked_is_kept_and_is_not_how_they_put_it(talk: Talk, text: str, who: str) -> None:
    conversation = at(talk, "their words").says(text)
    facts = conversation.facts
    assert [name.replace(".", "") for _, name in facts.texts("interviewer")] == [who]
    assert facts.value("asked-by-1") == "interviewer-1"
    assert facts.value("question-1") is None
    assert conversation.question == "unsaid-1"


def test_the_name_alone_of_somebody_known_says_who_asked(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today, went badly. The panel was Declan Roe and Siobhan Daly", "8")
    conversation.says("the duplicates question", "only that")
    assert conversation.question == "question-1"
    asked = conversation.says("Declan").facts
    assert (asked.value("question-1"), asked.value("asked-by-1")) == (None, "interviewer-1")


@pytest.mark.parametrize("moment", ["unsaid", "nothing missing"])
def test_who_was_there_is_no_answer_of_theirs_and_in_no_letter(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    asked = conversation.question
    conversation.says("Sharon from HR was there too but she just took notes")
    assert conversation.question == asked
    assert [name for _, name in conversation.facts.texts("interviewer")] == ["Sharon"]
    assert conversation.facts.value("unsaid-1") is None or moment != "unsaid"
    assert conversation.facts.value("point-1") is None


@pytest.mark.parametrize(
    "text",
    [
        "he asked why i left",
        "Siobhan asked how I deal with stress",
        "what would you do if a child disclosed",
        "my manager was there too",
        "there was a customer who shouted, I calmed her",
        "a patient was in the room and I called the nurse",
        "she was rude and I told her to stop",
        "the fire was there and i put it out",
        "a good manager is fair",
    ],
)
def test_what_was_asked_or_done_is_more_than_who_was_there(text: str) -> None:
    assert not who_was_there.is_all(text)
