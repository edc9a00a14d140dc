"""The check-in: has anything come, the text that asks, and letting it rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafts.check_in import check_in
from core.events import NudgeDue
from core.facts import Fact, Facts, Value
from core.plan import Kind
from core.replay import replay
from core.state import Run
from core.wording import load
from tests.conversation import Conversation
from tests.test_outcome import finished, planned

Talk = Callable[..., Conversation]


def brought(conversation: Conversation, name: str) -> Conversation:
    """The nudge of that name has come; what comes before it stays unanswered but for a word."""
    for number in range(12):
        due = conversation.store.next_due()
        assert due is not None, f"{name} does not come"
        is_meant = f"i1/{name}" in conversation.state.promised
        conversation.now = max(conversation.now, due) + timedelta(seconds=1)
        conversation.takes(NudgeDue(id=f"nudge-{name}-{number}", person=conversation.person, at=conversation.now))
        if is_meant and conversation.question and name in conversation.question:
            return conversation
        if conversation.question:
            conversation.says("skip")
    raise AssertionError(f"{name} did not come")


def asked_first(talk: Talk, **options: str) -> Conversation:
    return brought(finished(talk, **options), "check-in-1")


def facts(**known: Value) -> Facts:
    return Facts({name.replace("_", "-"): Fact(value, 1) for name, value in known.items()}, {})


def text(number: int = 1, **known: Value) -> str:
    return load().letter(check_in(facts(**known), number)).text


def test_two_working_days_after_their_day_the_coach_asks_whether_anything_has_come(talk: Talk) -> None:
    conversation = asked_first(talk)
    assert conversation.now.date().isoformat() == "2026-12-01"
    assert "Friday 27 November" in conversation.reply
    assert [choice.label for choice in conversation.prompt.choices] == [
        "Still waiting",
        "A no",
        "An offer",
        "A next round",
        "Ask tomorrow",
    ]


@given(st.integers(-30, 60), st.sampled_from((1, 2)), st.booleans())
def test_no_day_is_said_to_have_passed_before_it_has(days: int, number: int, is_rough: bool) -> None:
    today = date(2026, 11, 25)
    promised = (today + timedelta(days=days)).isoformat()
    known: dict[str, Value] = {"answer-promised-at": promised, "captured": True}
    if is_rough:
        known["answer-promised-at-roughly"] = promised
    run = Run("r1", "check-in", "i1", today.isoformat(), f"check-in-{number}.7")
    question = replay(run, facts(**known)).question
    assert question is not None
    assert ("day" in question.args) == (days < 0)
    assert question.words != "check-in-anything-yet" or days < -7


@pytest.mark.parametrize("contact", ["i may write", "no contact"])
def test_before_their_day_a_wish_to_write_is_told_how_it_stands_and_no_day_has_passed(talk: Talk, contact: str) -> None:
    conversation = finished(talk, contact=contact).says("write to them")
    assert "Friday 27 November" in conversation.reply or contact == "no contact"
    assert conversation.question is None
    assert not conversation.drafts
    assert conversation.facts.value("outcome") == "waiting"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("A no", "rejected"), ("they said no", "rejected"), ("got the job!", "offer"), ("invited back", "next-round")],
)
def test_what_has_come_leads_into_the_words_for_it(talk: Talk, said: str, outcome: str) -> None:
    conversation = asked_first(talk).says(said)
    assert conversation.facts.value("outcome") == outcome
    assert not conversation.drafts
    assert "Noted: a" not in conversation.reply
    assert not any(name.startswith(Kind.CHECK_IN) for name in planned(conversation))


def test_still_waiting_shows_a_text_that_can_be_sent(talk: Talk) -> None:
    conversation = asked_first(talk).says("nothing yet")
    (draft,) = conversation.drafts
    assert draft.title == "To Mrs Zulu"
    assert "Acme" in draft.text
    assert "Friday 27 November" in draft.text
    assert "interested" in draft.text
    conversation.chooses("Mark as sent")
    assert conversation.facts.value("check-in-1-sent") is True
    assert conversation.facts.value("checked-in-1") == "2026-12-01"
    assert conversation.question is None


def test_a_bare_no_is_an_answer_to_whether_anything_has_come(talk: Talk) -> None:
    assert asked_first(talk).says("no").drafts


def test_the_text_may_be_their_own(talk: Talk) -> None:
    conversation = asked_first(talk).says("no", "edit", "Dear all, is there any news yet? Kind regards, M")
    (draft,) = conversation.drafts
    assert draft.text == "Dear all, is there any news yet? Kind regards, M"


def test_not_now_sends_nothing_and_is_no_check_in(talk: Talk) -> None:
    conversation = asked_first(talk).says("no").chooses("Not now")
    assert conversation.facts.value("checked-in-1") is None
    assert conversation.question is None


def test_the_question_can_be_put_off_and_comes_back(talk: Talk) -> None:
    conversation = asked_first(talk).says("tomorrow at 10")
    assert "Wednesday 2 December, 10:00" in conversation.reply
    assert brought(conversation, "check-in-1").now.date().isoformat() == "2026-12-02"


def test_news_while_the_text_is_open_takes_its_place(talk: Talk) -> None:
    conversation = asked_first(talk).says("no", "oh they just called, I got the job")
    assert conversation.facts.value("outcome") == "offer"
    assert conversation.question is None


def second(talk: Talk) -> Conversation:
    return brought(asked_first(talk).says("no", "sent it"), "check-in-2")


def test_seven_working_days_after_their_day_it_is_asked_a_last_time_and_the_text_says_so(talk: Talk) -> None:
    conversation = second(talk)
    assert conversation.now.date().isoformat() == "2026-12-08"
    (draft,) = conversation.says("still waiting").drafts
    assert "once more" in draft.text


def test_after_the_second_silence_is_named_as_usual_and_may_rest(talk: Talk) -> None:
    conversation = second(talk).says("still waiting", "not now")
    assert "verdict" in conversation.reply or "little about you" in conversation.reply
    conversation.says("let it rest")
    assert conversation.facts.value("outcome") == "silence"
    assert conversation.question is None
    conversation.after(days=3).says("they invited me back")
    assert conversation.question == "next-interview-on"


def test_the_wait_may_also_stay_open(talk: Talk) -> None:
    conversation = second(talk).says("still waiting", "not now", "leave it open")
    assert conversation.facts.value("outcome") == "waiting"
    assert not any(name.startswith(Kind.CHECK_IN) for name in planned(conversation))


def test_every_figure_about_silence_has_its_source_and_year() -> None:
    for time in range(3):
        said = load().said("check-in-silence", time, {})
        for part in ("75 %", "1,500", "Greenhouse", "2022"):
            assert part in said


# --- the text ---


def test_the_text_invents_nothing() -> None:
    assert text() == (
        "Dear hiring manager,\n\nI recently spoke with you about the position. "
        "Could you kindly let me know where things stand?\n\nKind regards,"
    )


@pytest.mark.demand("K07")
@pytest.mark.parametrize("wish", ["no", "not-sure"])
def test_the_text_states_interest_only_after_a_yes(wish: str) -> None:
    assert "interested" not in text(wants_job=wish)
    assert "I am still very interested." in text(wants_job="yes")


def test_the_text_greets_all_whose_names_are_known() -> None:
    assert text(**{"interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda"}).startswith("Dear Mrs Zulu and Mr Banda,")


@pytest.mark.demand("K02")
def test_through_a_recruiter_the_text_asks_the_recruiter() -> None:
    known: dict[str, Value] = {"contact": "recruiter", "interviewer-1": "Mrs Zulu", "organisation": "Acme"}
    draft = load().letter(check_in(facts(**known), 1))
    assert draft.title == "To the recruiter"
    assert "Mrs Zulu" not in draft.text
    assert "find out for me" in draft.text


def test_a_second_text_says_once_more_only_if_the_first_was_sent() -> None:
    assert "once more" not in text(2)
    assert "once more" in text(2, **{"check-in-1-sent": True})


@pytest.mark.demand("K02")
def test_where_contact_is_barred_no_check_in_is_planned(talk: Talk) -> None:
    conversation = finished(talk, contact="no contact")
    assert not any(name.startswith(Kind.CHECK_IN) for name in planned(conversation))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("4. They want me on site on 15 December, 2 pm, with the director", "T14:00"),
        ("4) the 15th of December", ""),
        ("A next round: Tuesday 15 December at 14:00, on site in York", "T14:00"),
        ("a next round. 15 december", ""),
        ("They want me on site on 15 December, 2 pm", ""),
        ("they want me to come in on 15 december", ""),
    ],
)
def test_a_next_round_told_with_its_day_is_one_and_no_offer(talk: Talk, text: str, hour: str) -> None:
    conversation = asked_first(talk).says(text)
    assert conversation.facts.value("outcome") == "next-round"
    assert conversation.facts.value("next-interview-on") == "2026-12-15"
    assert hour in str(conversation.facts.value("next-interview-at") or "")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("3. they rang me this morning", "offer"),
        ("2 - they went with somebody internal", "rejected"),
        ("1) nothing at all", "waiting"),
        ("4.12. they said", None),
        ("1 of them rang", None),
    ],
)
def test_a_number_before_words_chooses_and_a_date_or_a_count_does_not(
    talk: Talk, text: str, outcome: str | None
) -> None:
    assert asked_first(talk).says(text).facts.value("outcome") == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("No! Not an offer. A second interview, 15 December at 14:00 with the director", "next-round"),
        ("thats not an offer, they said no", "rejected"),
        ("not an offer", None),
        ("it isn't an offer", None),
    ],
)
def test_an_offer_that_was_none_is_taken_back(talk: Talk, text: str, outcome: str | None) -> None:
    conversation = asked_first(talk).says("They offered me the job", text)
    assert conversation.facts.value("outcome") == outcome
    if outcome == "next-round":
        assert conversation.facts.value("next-interview-on") == "2026-12-15"
        assert "i1/prepare" in conversation.state.promised


def test_a_no_that_was_none_leaves_no_no_behind(talk: Talk) -> None:
    conversation = asked_first(talk).says("a no", "it wasn't a no! they want to see me again on friday")
    assert conversation.facts.value("outcome") == "next-round"
    assert "no verdict" not in conversation.reply
    assert "i1/prepare" in conversation.state.promised
