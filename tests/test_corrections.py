"""Corrections, and answers that merely begin like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.corrections import Correction, read
from core.understanding.text import clean, straight
from tests.case_files import hostile


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("no, it was Tuesday, not Monday", Correction("Tuesday", "Monday", "interview-ended-at")),
        ("No, it was Friday", Correction("Friday", None, "interview-ended-at")),
        ("wait it was at 10:30 not 11", Correction("10:30", "11", "interview-ended-at")),
        ("it's not Monday but Tuesday", Correction("Tuesday", "Monday", "interview-ended-at")),
        ("actually the company is Beta", Correction("Beta", None, "organisation")),
        ("change the company to Beta", Correction("Beta", None, "organisation")),
        ("Replace Acme with Beta", Correction("Beta", "Acme")),
        ("sorry i meant Mrs Phiri not Mrs Zulu", Correction("Mrs Phiri", "Mrs Zulu", "interviewer")),
        ("oops, her name is Mrs Tembo", Correction("Mrs Tembo", None, "interviewer", "her")),
        ("the lady's name was Dr Banda", Correction("Dr Banda", None, "interviewer", "the lady's")),
        ("no it was the receptionist job", Correction("receptionist", None, "role")),
        ("there were three of them, not two", Correction("three", "two", "panel-size")),
        ("the company is Beta Holdings", Correction("Beta Holdings", None, "organisation")),
        ("it's spelled Zoulou", Correction("Zoulou")),
        ("no, the role was data engineer", Correction("data engineer", None, "role")),
    ],
)
def test_a_correction_names_what_is_new(text: str, correction: Correction) -> None:
    assert read(text) == correction


@pytest.mark.parametrize(
    "text",
    [
        "actually it went fine",
        "no, I was on time",
        "no it was awful not good",
        "actually i got rejected",
        "no, not really",
        "actually, no",
        "no it wasn't",
        "no, they asked about sql, not excel",
        "no, just the blank",
        "change my last answer",
        "i want to change my job to something better",
        "sorry, what?",
        "no, that's it",
        "",
    ],
)
def test_an_answer_is_no_correction(text: str) -> None:
    assert read(text) is None


def test_a_hostile_text_corrects_nothing() -> None:
    assert [text for text in hostile() if read(text)] == []


@given(st.text(max_size=200) | st.text(alphabet="no, it was not Monday", max_size=60))
def test_no_value_is_invented(text: str) -> None:
    correction = read(text)
    if correction:
        shown = straight(clean(text))
        assert correction.new in shown
        assert correction.old is None or correction.old in shown


@pytest.mark.parametrize("text", ["actually head teacher is Mrs Lungo not Lungu", "actually the head is Mrs Lungo, not Lungu"])  # fmt: skip
def test_a_name_in_a_sentence_is_the_name_alone(text: str) -> None:
    assert read(text) == Correction("Mrs Lungo", "Lungu", "interviewer")


@pytest.mark.parametrize("said", ["no not today", "no, not on tuesday", "sorry, not yesterday", "not today"])
def test_a_day_that_is_only_denied_is_no_other_day(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize("said", ["no, today", "not friday, it was thursday", "oops tuesday", "no tuesday, not monday"])
def test_a_day_that_is_named_instead_is_one(said: str) -> None:
    assert read(said) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Wait, you did not answer my question",
        "no, you are not listening to me",
        "sorry, the lady was not Irish",
        "no, he did not say Monday",
    ],
)
def test_a_sentence_with_a_not_in_it_sets_no_name_right(said: str) -> None:
    assert read(said) is None
