"""Promises that were once broken: silence where words were due, a hold lifted unasked, messages lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest

from core import clock
from core.events import NudgeDue
from core.messages import Prompt
from core.turn.promises import reconcile
from core.turn.workbench import Workbench
from core.wording import load
from tests.conversation import Conversation
from tests.test_capture import ACME, told
from tests.test_nudges import arc, beta

Talk = Callable[..., Conversation]
DANGER = "i want to kill myself"


def at(conversation: Conversation, wall: str) -> Conversation:
    conversation.now = clock.instant(datetime.fromisoformat(wall), clock.zone("Africa/Lusaka"))
    return conversation


def due(conversation: Conversation) -> Conversation:
    return conversation.takes(NudgeDue(id=conversation._id(), person=conversation.person, at=conversation.now))


# --- danger ---


@pytest.mark.demand("P35")
@pytest.mark.parametrize(
    "texts",
    [
        ("no", "stop", "just this"),
        ("stop", "just this"),
        ("no", "forget me", "no"),
        ("back",),
        ("undo",),
        ("no", "what will you send me"),
        ("no", "remind me tomorrow at 10"),
        ("no", "hm"),
    ],
)
def test_what_is_no_coming_back_lifts_no_hold(talk: Talk, texts: tuple[str, ...]) -> None:
    conversation = arc(talk).says("show the note", DANGER)
    for text in texts:
        assert conversation.says(text).heard
    assert conversation.state.held
    assert conversation.hours(days=4) == []


@pytest.mark.demand("P35")
def test_undo_does_not_take_the_question_about_danger_away(talk: Talk) -> None:
    conversation = arc(talk).says("show the note", DANGER, "undo")
    assert conversation.question is not None
    assert conversation.question.startswith("danger")


@pytest.mark.demand("P35")
def test_a_restart_after_danger_does_not_lead_back_to_the_interview(talk: Talk) -> None:
    conversation = arc(talk).says("show the note", DANGER, "no").restarts().arrives()
    assert conversation.question is None
    assert "Acme" not in conversation.reply


@pytest.mark.demand("P35")
@pytest.mark.parametrize("days", [1, 2, 20])
def test_no_list_of_lapsed_messages_stands_in_the_answer_to_danger(talk: Talk, days: int) -> None:
    conversation = arc(talk).says(DANGER).after(days=days).says("yes")
    assert "thank-you note" not in conversation.reply
    assert "look back" not in conversation.reply


@pytest.mark.demand("P35")
def test_go_on_after_danger_brings_the_messages_back_also_with_nothing_under_way(talk: Talk) -> None:
    conversation = arc(talk).says(DANGER, "no", "go on")
    assert not conversation.state.held
    assert conversation.hours(days=1) == ["Wed 25 09:00"]


@pytest.mark.demand("P35")
def test_what_became_overdue_in_a_hold_is_announced_anew_when_it_ends(talk: Talk) -> None:
    conversation = arc(talk).says(DANGER, "no").after(days=2).says("show the note")
    assert "Thursday 26 November, 12:55: the thank-you note (" in conversation.reply
    assert conversation.hours(hours=3) == ["Thu 26 12:55"]


# --- no silence ---


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ((), "remind me tomorrow at 9"),  # the very hour at which it comes anyway
        (("stop writing",), "remind me tomorrow at 8"),
    ],
)
def test_putting_off_is_answered_after_the_arc_is_told(talk: Talk, before: tuple[str, ...], said: str) -> None:
    assert arc(talk).says(*before, said).lines


@pytest.mark.parametrize("before", [("stop writing",), ("stop",)])
def test_a_reminder_asked_for_after_a_stop_is_answered(talk: Talk, before: tuple[str, ...]) -> None:
    conversation = talk().says(ACME, "8", *before, "remind me tomorrow at 8")
    assert conversation.lines
    assert conversation.hours(days=1)[:1] == (["Wed 25 08:00"] if before == ("stop",) else [])


@pytest.mark.parametrize("when", [(), ("now",)])
def test_the_look_back_is_put_off_in_the_middle_of_the_first_conversation(talk: Talk, when: tuple[str, ...]) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "i may write", "by friday", "Mrs Zulu asked it", "e-mail")
    conversation.says("tomorrow", *when, "remind me in two hours")
    assert "14:40: a look back" in conversation.reply
    assert conversation.hours(hours=3) == ["Tue 24 14:40"]


@pytest.mark.parametrize("said", ["back", "repeat", "why", "skip", "undo", "what do you know", "hm"])
def test_every_text_after_a_stop_is_answered(talk: Talk, said: str) -> None:
    assert talk().says(ACME, "8", "stop", said).heard


def test_an_offer_put_off_after_stop_writing_says_that_nothing_comes(talk: Talk) -> None:
    conversation = arc(talk).says("sent it").waits(hours=20, minutes=20)
    offer = conversation.prompt
    assert isinstance(offer, Prompt)
    conversation.says("stop writing", "go on").says("stop writing").clicks(conversation.prompt, "tonight")
    assert conversation.lines


def test_pausing_holds_back_what_was_asked_for_before(talk: Talk) -> None:
    conversation = arc(talk).says("sent it").waits(hours=20, minutes=20).says("tomorrow at 8", "pause until friday")
    assert "Friday 27 November" in conversation.reply
    assert conversation.hours(days=4)[0] == "Fri 27 09:00"


# --- nothing lost, nothing crossed ---


def test_a_third_interview_ends_nothing_that_was_promised_about_the_first(talk: Talk) -> None:
    conversation = beta(arc(talk).after(hours=2)).after(hours=2)
    before = {id for id in conversation.state.promised if id.startswith("i1/")}
    conversation.says("just out of another interview, at Gamma Inc. froze on the pricing question")
    assert before <= set(conversation.state.promised)


def test_an_invitation_that_nobody_took_up_is_nothing_broken_off(talk: Talk) -> None:
    conversation = arc(talk).arrives()
    assert "i2/unfinished" not in conversation.state.promised
    assert conversation.hours(hours=6) == []


def test_sent_is_about_the_interview_that_is_talked_about(talk: Talk) -> None:
    conversation = beta(arc(talk).after(hours=3)).waits(hours=20).says("no note", "yes")
    assert conversation.state.runs[-1].interview == "i1"
    conversation.says("i sent it")
    assert conversation.state.facts["i2"].get("note-1-sent") is None


def test_what_ends_names_its_place_where_there_are_two(talk: Talk) -> None:
    conversation = beta(arc(talk).after(hours=3)).says("sent it")
    assert "That takes the thank-you note (Beta Ltd) off my list." in conversation.reply


def test_what_slipped_over_the_night_says_that_it_is_late(talk: Talk) -> None:
    conversation = due(at(arc(talk).says("sent it", "no look back please"), "2026-12-01T22:00"))
    conversation.waits(hours=11)
    assert [hour for hour, _ in conversation.arrived] == ["Wed 02 08:00"]
    assert "9:00" in conversation.reply or "18:30" in conversation.reply


@pytest.mark.parametrize("stopped", [(), ("show the note", "stop", "just this")])
def test_a_ban_told_when_all_is_done_takes_the_note_away_and_says_so(talk: Talk, stopped: tuple[str, ...]) -> None:
    conversation = arc(talk).says(*stopped, "oh wait, they said no contact please")
    assert conversation.facts.value("contact") == "barred"
    assert set(conversation.state.promised) == {"i1/judge", "i1/let-go"}
    assert "the thank-you note" in conversation.reply
    assert {"i1/note", "i1/check-in-1"} <= set(conversation.says("undo").state.promised)


def test_a_date_corrected_after_a_stop_moves_what_hangs_on_it(talk: Talk) -> None:
    conversation = arc(talk).says("show the note", "stop", "just this", "no, it was yesterday, not today")
    assert conversation.facts.value("interview-on") == "2026-11-23"
    assert "Monday 30 November, 18:30: how you are" in conversation.reply
    assert "The note comes Wednesday 25 November, 9:00, and I bring it up that once only." in conversation.reply


def test_another_interview_told_after_a_stop_is_heard(talk: Talk) -> None:
    conversation = arc(talk).says("show the note", "stop", "just this")
    conversation.says("just out of another interview, at Beta Ltd. froze on the budget question")
    assert conversation.question == "feeling-at-first"
    assert conversation.facts.value("organisation") == "Beta Ltd"
    assert conversation.state.facts["i1"]["organisation"].value == "Acme"


def test_a_snapshot_of_an_older_program_is_promised_what_it_lacked(talk: Talk) -> None:
    conversation = talk().says(ACME)
    old = replace(conversation.state, promised={}, heard=0)
    bench = Workbench(old, conversation.local, load())
    bench.heard = int(conversation.now.timestamp())
    reconcile(bench)
    assert "i1/unfinished" in bench.promised


def test_two_of_a_kind_at_the_same_hour_are_one_thing(talk: Talk) -> None:
    conversation = arc(talk).says("move the last call to wednesday at 9", "no look back please")
    assert conversation.hours(days=1) == ["Wed 25 09:00"]
    assert "wo things" not in conversation.reply
    assert [run.flow for run in conversation.state.runs] == ["note-due"]


# --- undo, stop, and never the same again ---


@pytest.mark.parametrize("said", ["stop writing", "stop"])
def test_undoing_a_stop_goes_on_and_keeps_the_promise(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", said, "undo")
    assert conversation.question == "really-that-bad"
    assert "i1/unfinished" in conversation.state.promised


def test_stop_said_twice_ends_it(talk: Talk) -> None:
    conversation = arc(talk).says("show the note", "stop", "stop")
    assert conversation.question is None
    assert conversation.state.promised == {}


@pytest.mark.parametrize("said", ["why", "repeat"])
def test_the_same_wish_is_never_answered_twice_in_the_same_words(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME)
    replies = [conversation.says(said).reply for _ in range(8)]
    assert all(one != other for one, other in pairwise(replies))
