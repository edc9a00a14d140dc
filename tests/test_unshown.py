"""A nudge that nobody has seen did not happen: the turn that follows takes it back, whole, and says so in the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.events import NudgeDue, Text
from core.journal import Journal
from core.ports import Became, Settlement
from core.state import State, decode_state, encode_state
from tests.conversation import Conversation
from tests.test_capture import ACME
from tests.test_nudges import arc

Talk = Callable[..., Conversation]


def unseen(talk: Talk, said: str = "") -> tuple[Conversation, State]:
    """Somebody whose note and look back came due, with the message still in the outbox; and what was known before."""
    conversation = arc(talk)
    if said:
        conversation.says(said)
    before = conversation.state
    due = conversation.store.next_due()
    assert due is not None
    conversation.now = due
    event = NudgeDue(id="nudge", person=conversation.person, at=due)
    assert conversation.coach.take(event, due, conversation.store).result() is not None
    return conversation, before


def says(conversation: Conversation, text: str, id_: str = "after") -> None:
    event = Text(id=id_, person=conversation.person, at=conversation.now, text=text)
    conversation.coach.take(event, conversation.now, conversation.store).result()


def nudge_facts(state: State) -> dict[str, object]:
    return {name: fact.value for name, fact in state.facts["i1"].items() if name.startswith("nudge:")}


def waiting(conversation: Conversation) -> list[int]:
    return [one.number for one in conversation.store.waiting(conversation.person)]


def test_after_the_next_word_it_is_as_if_the_nudge_had_not_come(talk: Talk) -> None:
    conversation, before = unseen(talk)
    assert nudge_facts(conversation.state) == {"nudge:note": "sent", "nudge:judge": "sent"} | nudge_facts(before)
    says(conversation, "what do you know")
    after = conversation.state
    assert nudge_facts(after) == nudge_facts(before)
    assert after.promised.keys() == before.promised.keys()
    assert [run.flow for run in after.runs] == [run.flow for run in before.runs]
    assert (after.sent, after.unanswered) == (before.sent, before.unanswered)
    assert waiting(conversation) == []


def test_the_journal_has_what_was_taken_back_so_that_old_and_new_are_read_alike(talk: Talk) -> None:
    conversation, before = unseen(talk)
    says(conversation, "what do you know")
    folded = Journal(lambda: conversation.store.journal(conversation.person)).facts["i1"]
    told = {name: fact.value for name, fact in folded.items() if name.startswith("nudge:")}
    assert told == nudge_facts(before)


def test_an_hour_that_they_had_named_is_not_lost_with_the_nudge(talk: Talk) -> None:
    conversation, before = unseen(talk, "remind me of the note in two hours")
    assert nudge_facts(before)["nudge:note"].startswith("later")  # type: ignore[attr-defined]
    says(conversation, "what do you know")
    assert nudge_facts(conversation.state) == nudge_facts(before)


def test_what_was_shown_stays_and_is_asked_about_no_more(talk: Talk) -> None:
    conversation, _ = unseen(talk)
    for message in conversation.store.unsent(conversation.person):
        conversation.store.mark_sent(message.key, conversation.person)
    assert conversation.state.nudged
    says(conversation, "what do you know")
    assert nudge_facts(conversation.state)["nudge:judge"] == "sent"
    assert conversation.state.nudged == ""


@pytest.mark.parametrize(("hours", "stays"), [(1, True), (23, True), (25, False)])
def test_what_may_have_been_shown_stays_for_a_day(talk: Talk, hours: int, stays: bool) -> None:
    conversation, _ = unseen(talk)
    (message,) = conversation.store.claim("terminal", conversation.now, 9, timedelta(minutes=1))
    conversation.store.settle([Settlement(message.key, message.person, Became.UNSURE)], conversation.now)
    conversation.after(hours=hours)
    says(conversation, "what do you know")
    assert ("nudge:judge" in nudge_facts(conversation.state)) is stays
    assert bool(waiting(conversation)) is stays


@pytest.mark.parametrize("said", ["stop writing to me", "pause until friday", "i want to kill myself"])
def test_what_may_have_been_shown_is_not_sent_again_after_they_want_silence(talk: Talk, said: str) -> None:
    conversation, _ = unseen(talk)
    (message,) = conversation.store.claim("terminal", conversation.now, 9, timedelta(minutes=1))
    conversation.store.settle([Settlement(message.key, message.person, Became.UNSURE)], conversation.now)
    says(conversation, said)
    assert waiting(conversation) == []


def test_a_nudge_under_way_is_left_to_its_end(talk: Talk) -> None:
    conversation, _ = unseen(talk)
    conversation.store.claim("terminal", conversation.now, 9, timedelta(minutes=1))
    says(conversation, "what do you know")
    assert nudge_facts(conversation.state)["nudge:judge"] == "sent"


def test_two_nudges_that_nobody_has_seen_become_one_message(talk: Talk) -> None:
    conversation, _ = unseen(talk)
    conversation.after(days=1)
    event = NudgeDue(id="second", person=conversation.person, at=conversation.now)
    outgoing = conversation.coach.take(event, conversation.now, conversation.store).result()
    assert outgoing is not None
    assert [message.key for message in conversation.store.unsent(conversation.person)] == [outgoing.key]
    assert conversation.state.unanswered == 1


def second_behind_a_doubtful(talk: Talk) -> tuple[Conversation, State]:
    """A nudge that may have been shown, and hours later another that waits behind it; what was known before that."""
    conversation, _ = unseen(talk, "remind me of the note tomorrow at 2pm")
    (message,) = conversation.store.claim("terminal", conversation.now, 9, timedelta(minutes=1))
    conversation.store.settle([Settlement(message.key, message.person, Became.UNSURE)], conversation.now)
    before, due = conversation.state, conversation.store.next_due()
    assert due is not None
    assert due - conversation.now < timedelta(hours=24)
    conversation.now = due
    event = NudgeDue(id="second", person=conversation.person, at=conversation.now)
    assert conversation.coach.take(event, conversation.now, conversation.store).result() is not None
    assert len(waiting(conversation)) == 2
    return conversation, before


def test_one_behind_a_doubtful_one_is_taken_back_alone(talk: Talk) -> None:
    conversation, before = second_behind_a_doubtful(talk)
    doubtful, _ = waiting(conversation)
    assert nudge_facts(conversation.state) != nudge_facts(before)
    says(conversation, "what do you know")
    assert nudge_facts(conversation.state) == nudge_facts(before)
    assert waiting(conversation) == [doubtful]


def test_both_are_taken_back_once_the_doubtful_one_is_a_day_old(talk: Talk) -> None:
    conversation, _ = second_behind_a_doubtful(talk)
    conversation.after(hours=20)
    says(conversation, "what do you know")
    assert waiting(conversation) == []
    assert "nudge:judge" not in nudge_facts(conversation.state)


def test_silence_takes_back_a_doubtful_one_that_they_have_written_after(talk: Talk) -> None:
    conversation, _ = second_behind_a_doubtful(talk)
    says(conversation, "what do you know")
    says(conversation, "stop writing to me", "then")
    assert waiting(conversation) == []


def test_one_that_waited_into_another_day_is_one_of_the_two_of_that_day(talk: Talk) -> None:
    conversation = talk().says(ACME, "8")
    decided = conversation.now = conversation.store.next_due() or conversation.now
    event = NudgeDue(id="nudge", person=conversation.person, at=decided)
    assert conversation.coach.take(event, decided, conversation.store).result() is not None
    (message,) = conversation.store.claim("terminal", decided, 9, timedelta(minutes=1))
    conversation.store.settle([Settlement(message.key, message.person, Became.UNSURE)], decided)

    def may_come_from() -> datetime | None:
        return conversation.coach.may_come_from(message, conversation.now, conversation.store)

    assert may_come_from() == decided
    conversation.after(hours=17)  # Wednesday, 8:40
    assert may_come_from() is None, "their turn has to look at it first"
    conversation.takes(NudgeDue(id="look", person=conversation.person, at=conversation.now))
    assert may_come_from() == conversation.now
    conversation.store.mark_sent(message.key, conversation.person)
    assert conversation.hours(hours=1) == ["Wed 25 09:00"]
    conversation.says("just out of another interview, at Beta Ltd. froze on the budget question", "6")
    came = [at for at, reply in conversation.waits(hours=24).arrived if reply]
    assert came == ["Thu 26 09:00"], "and not after three hours, as the third of the day"


def test_an_undo_after_it_reaches_what_they_did_before(talk: Talk) -> None:
    conversation, before = unseen(talk)
    says(conversation, "undo")
    assert len(conversation.state.undo) == len(before.undo) - 1


def test_what_there_was_before_a_nudge_survives_the_snapshot(talk: Talk) -> None:
    conversation, _ = unseen(talk)
    behind, _ = second_behind_a_doubtful(talk)
    for state in (conversation.state, behind.state):
        assert decode_state(encode_state(replace(state, written={}))) == state
