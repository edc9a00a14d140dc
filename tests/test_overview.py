"""What a surface shows beside the conversation, and the time zone that is picked there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from core import overview as shown_beside
from core.clock import zone
from core.events import ZoneChosen
from core.flows import steps
from core.overview import Felt, Overview
from core.understanding import read
from core.understanding.commands import Command
from tests.conversation import Conversation, utc
from tests.told import LAKESIDE, TO_ONE_NOTE, TO_THE_NAMES

Talk = Callable[..., Conversation]


def overview(conversation: Conversation) -> Overview:
    return conversation.coach.overview(conversation.person, conversation.now, conversation.store)


def picks(conversation: Conversation, name: str) -> Conversation:
    event = ZoneChosen(
        id=f"zone-{conversation.state.number}", person=conversation.person, at=conversation.now, name=name
    )
    return conversation.takes(event)


def test_of_somebody_new_there_is_nothing_but_what_holds_for_all(talk: Talk) -> None:
    seen = overview(talk())
    assert (seen.interviews, seen.coming, seen.feelings, seen.zone, seen.ends) == ((), (), (), None, None)
    assert (seen.may_write_from, seen.may_write_until, seen.months) == (time(8), time(21), 12)


def test_what_is_half_told_is_gone_on_with_and_not_told_from_the_beginning(talk: Talk) -> None:
    conversation = talk().says(LAKESIDE)
    (interview,) = overview(conversation).interviews
    assert interview.next is not None
    assert interview.next.label == "Tell what happened"
    (interview,) = overview(conversation.says("8")).interviews
    assert interview.next is not None
    assert interview.next.label == "Go on where we stopped"
    asked = conversation.prompt
    assert conversation.says(interview.next.says).prompt.question == asked.question


def test_after_the_first_conversation_it_names_the_interview_what_comes_and_how_it_felt(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE, "keep it for later")
    seen = overview(conversation)
    (interview,) = seen.interviews
    assert interview.title == "Lakeside Clinic, Tuesday 24 November 2026"
    assert interview.next is not None
    assert (interview.next.name, interview.next.label) == ("note", "The thank-you note")
    assert seen.feelings == (Felt(date(2026, 11, 24), interview.title, 8),)
    assert seen.coming[0].local == "2026-11-25T09:00"
    assert seen.coming[0].at == utc("2026-11-25T07:00")
    assert seen.coming[0].about
    assert [one.at for one in seen.coming] == sorted(one.at for one in seen.coming)
    assert seen.zone == "Africa/Lusaka"
    assert seen.ends == datetime(2027, 11, 24, 12, 40, tzinfo=zone("Africa/Lusaka"))


def test_to_look_changes_nothing(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    before = conversation.store.snapshot(conversation.person)
    assert overview(conversation) == overview(conversation)
    assert conversation.store.snapshot(conversation.person) == before


def test_of_their_words_only_the_place_is_in_it(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE)
    seen = overview(conversation)
    page = "\n".join([one.title for one in seen.interviews] + [one.about for one in seen.coming])
    assert "Lakeside Clinic" in page
    for words in ("conflict", "colleague", "double booking", "shared sheet", "phone system", "Zulu", "admin"):
        assert words not in page


def test_what_they_asked_for_is_in_it(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE, "keep it for later", "messages only between 10:00 and 18:00")
    assert (overview(conversation).may_write_from, overview(conversation).may_write_until) == (time(10), time(18))
    conversation.says("pause messages for 3 days")
    assert overview(conversation).paused_until is not None
    assert overview(conversation.after(days=4)).paused_until is None
    conversation.says("stop writing")
    assert overview(conversation).is_stopped
    assert overview(conversation).coming == ()
    assert overview(conversation.says("keep my data for 3 months")).months == 3


def test_after_a_sign_of_danger_it_offers_nothing(talk: Talk) -> None:
    seen = overview(talk().says(*TO_ONE_NOTE, "i want to kill myself"))
    assert seen.is_held
    assert seen.coming == ()
    assert [one.next for one in seen.interviews] == [None]


def test_all_that_a_step_says_is_understood() -> None:
    assert shown_beside._SAY.keys() == steps.NAMES.keys()
    for name, says in shown_beside._SAY.items():
        reading = read(says)
        heard = reading.wish.kind if reading.wish else reading.aside or (reading.command and reading.command.command)
        assert heard in (name, Command.REPEAT), says


@pytest.mark.parametrize("before", ["Africa/Lusaka", None])
def test_a_zone_that_is_picked_counts_from_then_on(talk: Talk, before: str | None) -> None:
    conversation = talk(zone=before).says(*TO_THE_NAMES[:3])
    picks(conversation, "America/Toronto")
    assert overview(conversation).zone == "America/Toronto"
    assert "Toronto" in conversation.reply
    assert overview(conversation.says("undo")).zone == before


def test_a_zone_picked_again_is_said_back_and_changes_nothing(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_NAMES[:3])
    picks(conversation, "Africa/Lusaka")
    assert "Lusaka" in conversation.reply
    assert overview(conversation).zone == "Africa/Lusaka"


def test_a_zone_that_there_is_not_is_not_kept(talk: Talk) -> None:
    conversation = talk(zone=None)
    picks(conversation, "Mars/Base")
    assert overview(conversation).zone is None
    assert conversation.reply


def test_what_the_page_says_to_type_does_what_it_says(talk: Talk) -> None:
    conversation = talk().says(*TO_ONE_NOTE, "keep it for later", "move the look back to Friday at 10")
    assert "2026-11-27T10:00" in [one.local for one in overview(conversation).coming]
    assert overview(conversation.says("stop writing")).is_stopped
    assert not overview(conversation.says("go on")).is_stopped
