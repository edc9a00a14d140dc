"""Each demand that is built has a test that names it; and transcripts of some that had none of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.wording import load
from tests.conversation import Conversation
from tests.demands import ALL, SHOWN, TABLE, in_files, in_order, report, table
from tests.test_capture import ACME, ANSWER, told
from tests.test_note import asked_for_note, shown

Talk = Callable[..., Conversation]


def test_there_are_a_hundred_and_thirty_one_demands() -> None:
    assert len(ALL) == 72 + 8 + 12 + 39
    assert {"R01", "R72", "K01", "K08", "C1", "C12", "P01", "P39"} <= ALL
    assert not {"R00", "R73", "R1", "C01", "K09", "P40"} & ALL


def test_every_demand_that_is_named_exists(named_demands: dict[str, list[str]]) -> None:
    assert in_order(named_demands.keys() - ALL) == []
    assert in_order(in_files().keys() - ALL) == []


def test_every_demand_that_is_built_has_a_test() -> None:
    assert in_order(SHOWN - in_files().keys()) == []


def test_what_pytest_collects_is_what_the_files_name(
    named_demands: dict[str, list[str]], collected_files: set[Path]
) -> None:
    there = {path.name for path in collected_files}
    assert set(named_demands) == {
        demand
        for demand, tests in in_files().items()
        if any(f"{test.partition('::')[0]}.py" in there for test in tests)
    }


def test_the_table_in_the_docs_is_what_the_tests_name() -> None:
    assert TABLE.read_text("utf-8") == table(), "run: python -m tests.demands"


def test_the_report_lists_what_has_a_test_and_what_has_none() -> None:
    lines = report({"K01": ["a", "b"], "R21": ["c"], "C1": ["d"]})
    assert lines[:3] == ["R21    1 test", "K01    2 tests", "C1     1 test"]
    assert lines[3].startswith("without a test: R01 R02")
    assert "R21" not in lines[3]


# --- transcripts ---


@pytest.mark.demand("R29")
@pytest.mark.demand("K07")
def test_after_a_yes_the_note_restates_interest_in_the_position(talk: Talk) -> None:
    (draft,) = shown(talk).drafts
    assert "very interested in the position at Acme" in draft.text


@pytest.mark.demand("R26")
@pytest.mark.demand("R27")
def test_the_note_takes_up_the_question_by_its_words_and_expands_the_answer(talk: Talk) -> None:
    conversation = talk().says("just out of my interview at Acme, so-so", "5", "one moment")
    conversation.says("my answer on the budget was far too short", "yes")
    conversation.says("how do you keep to a budget", "i check it every friday. last year we saved a tenth")
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    conversation.says("e-mail", "show me now")
    (draft,) = conversation.drafts
    assert '"how do you keep to a budget"' in draft.text
    assert "I check it every friday. Last year we saved a tenth." in draft.text


@pytest.mark.demand("R28")
def test_a_forgotten_point_alone_is_carried_too(talk: Talk) -> None:
    conversation = talk().says("Just out of my interview at Acme. I was five minutes late", "5", "one moment")
    conversation.says("no", "skip", "i speak bemba and nyanja", "yes", "i may write", "no day named", "Mrs Zulu")
    (draft,) = conversation.says("e-mail", "show me now").drafts
    assert "I speak bemba and nyanja." in draft.text


@pytest.mark.demand("R21")
@pytest.mark.demand("R23")
def test_every_wording_of_the_advice_recommends_the_note_and_of_the_channel_names_both() -> None:
    words = load()
    for time in range(3):
        advice = words.said("note-recommended", time, {})
        assert "note" in advice
        assert any(strong in advice for strong in ("strong advice", "well worth", "Do send"))
        for call in ("yes", "no"):
            channel = words.said("note-channel", time, {"call": call})
            assert "post" in channel or "letter" in channel
            assert "mail" in channel
            assert ("call" in channel) is (call == "yes")


@pytest.mark.demand("R12")
@pytest.mark.parametrize("moment", ["capture-one-moment", "capture-several-moments", "capture-no-moment"])
def test_every_wording_of_the_proportion_says_that_no_interview_is_perfect(moment: str) -> None:
    given = {"capture-one-moment": "moment", "capture-several-moments": "moments"}.get(moment)
    args = {given: "being late"} if given else {}
    said = [load().said(moment, time, args).lower() for time in range(3)]
    assert all("perfect" in text or "nobody gets through" in text for text in said)


@pytest.mark.demand("R13")
def test_no_wording_about_their_conduct_makes_it_small() -> None:
    for time in range(3):
        said = load().said("capture-serious", time, {}).lower() + load().said("capture-next-steps", time, {}).lower()
        assert "perfect" not in said
        assert "legal advice" in said


@pytest.mark.demand("R24")
@pytest.mark.demand("R25")
def test_the_note_can_be_seen_the_same_day_or_the_next(talk: Talk) -> None:
    today = asked_for_note(talk).says("e-mail", "show me now")
    assert today.drafts
    later = asked_for_note(talk).says("e-mail", "tomorrow")
    assert not later.drafts
    assert later.after(hours=20).says("show the note").drafts


@pytest.mark.demand("R30")
@pytest.mark.demand("K03")
def test_even_with_two_points_the_note_is_short(talk: Talk) -> None:
    conversation = told(talk).says("skip", "i have used their tool for two years", "yes", "i may write", "no day named")
    (draft,) = conversation.says("Mrs Zulu asked it", "e-mail", "show me now").drafts
    ours = draft.text.replace("I would group by the columns", "")
    assert len(ours.split()) <= 120
    assert draft.text.count("thinking further") == 1


@pytest.mark.demand("C8")
@pytest.mark.demand("R22")
def test_of_a_committee_of_four_everybody_named_gets_a_note_and_the_nameless_are_thanked_in_the_first(
    talk: Talk,
) -> None:
    conversation = talk().says(ACME + ". There was a panel of four", "5", "one moment", "skip", ANSWER)
    conversation.says("skip", "nothing", "yes", "i may write", "no day named")
    conversation.says("Mrs Zulu and Mr Banda").chooses("Mrs Zulu").says("e-mail", "show me now")
    (first,) = conversation.drafts
    (second,) = conversation.says("sent").drafts
    assert "Thank you, and your colleagues, for your time" in first.text
    assert "colleague" not in second.text
    assert (first.title, second.title) == ("To Mrs Zulu", "To Mr Banda")


@pytest.mark.demand("R18")
def test_also_the_questions_that_went_well_are_asked_for(talk: Talk) -> None:
    conversation = told(talk)
    assert conversation.question == "other-questions"
    assert "question" in conversation.prompt.text or "asked" in conversation.prompt.text


@pytest.mark.demand("R14")
def test_no_question_of_the_coach_asks_why_it_went_badly() -> None:
    words = load()
    for time in range(3):
        said = words.said("capture-cause", time, {}).lower()
        assert "why" not in said
        assert "moment" in said or "which" in said
