"""The platform names another time zone than before: the person is asked once whether to follow, and decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.events import Click, ZoneChosen
from core.facts import PERSON
from tests.conversation import Conversation

Talk = Callable[..., Conversation]

TO_THE_END = (
    "just out of an interview at Lakeside Clinic. mind went blank when they asked about a conflict",
    "8",
    "only the blank",
    "tell us about a time you disagreed with a colleague",
    "i made a shared sheet and it stopped",
    "excel and phones",
    "nothing",
    "yes",
    "i may write",
    "by friday",
    "Mrs Zulu asked it",
    "e-mail",
    "keep it for later",
    "tomorrow",
)
LONDON = '"I\'m in London"'


def zone(conversation: Conversation) -> str | None:
    return conversation.state.facts_of(PERSON).text("zone")


def travels(conversation: Conversation, to: str) -> Conversation:
    conversation.zone = to
    return conversation


def test_what_was_named_stays_until_they_say_so_and_moves_by_the_clock_then(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END)
    travels(conversation, "Europe/London").says("ok")
    assert LONDON in conversation.reply
    assert zone(conversation) == "Africa/Lusaka"
    before = dict(conversation.state.promised)
    conversation.says("I'm in London")
    assert zone(conversation) == "Europe/London"
    after = conversation.state.promised
    assert {id: after[id].due - before[id].due for id in before} == dict.fromkeys(before, 2 * 3600)
    assert "9:00" in conversation.reply


def test_an_hour_that_was_asked_for_in_so_many_hours_stays_where_it_is(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END, "remind me of the look back in 5 hours")
    promised = {id: one.at for id, one in conversation.state.promised.items() if id.endswith("/judge")}
    assert promised
    travels(conversation, "Europe/London").says("I'm in London")
    assert {id: conversation.state.promised[id].at for id in promised} == promised


def test_it_is_asked_once_for_each_place(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END)
    travels(conversation, "Europe/London").says("ok", "hm", "thanks")
    assert conversation.transcript.count(LONDON) == 1
    travels(conversation, "Asia/Tokyo").says("ok")
    assert '"I\'m in Tokyo"' in conversation.reply


def test_back_home_nothing_is_asked(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END)
    travels(conversation, "Europe/London").says("ok")
    travels(conversation, "Africa/Lusaka").says("ok")
    assert "I'm in Lusaka" not in conversation.reply
    travels(conversation, "Europe/London").says("ok")
    assert LONDON in conversation.reply


def test_whoever_says_that_the_platform_is_wrong_is_not_asked_about_it(talk: Talk) -> None:
    conversation = talk(zone="America/New_York").says(*TO_THE_END, "I'm in Lusaka")
    assert zone(conversation) == "Africa/Lusaka"
    conversation.says("ok", "thanks")
    assert 'New York"' not in conversation.transcript


def test_whoever_picks_a_zone_is_not_asked_about_it(talk: Talk) -> None:
    conversation = talk(zone="America/New_York").says(*TO_THE_END)
    event = ZoneChosen(
        id="z", person=conversation.person, at=conversation.now, zone=conversation.zone, name="Asia/Tokyo"
    )
    conversation.takes(event).says("ok")
    assert zone(conversation) == "Asia/Tokyo"
    assert 'New York"' not in conversation.transcript


@pytest.mark.parametrize("other", ["Africa/Harare", "Mars/Olympus", "Canada/Central", ""])
def test_a_zone_of_the_same_clock_or_that_nobody_could_name_asks_nothing(talk: Talk, other: str) -> None:
    conversation = talk().says(*TO_THE_END)
    travels(conversation, other).says("ok")
    assert "I'm in" not in conversation.reply


def test_into_danger_nothing_of_it_is_said_and_it_is_asked_afterwards(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END)
    travels(conversation, "Europe/London").says("i want to kill myself")
    assert "London" not in conversation.reply
    conversation.says("I am safe", "go on", "steps")
    assert "London" not in conversation.transcript
    assert LONDON in conversation.says("thanks").reply


def test_a_tap_is_enough_to_notice_it(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END[:1])
    asked = conversation.prompt
    event = Click(
        id="c", person=conversation.person, at=conversation.now, run=asked.run, question=asked.question, option="8"
    )
    conversation.takes(replace(event, zone="Europe/London"))
    assert LONDON in conversation.reply
    assert conversation.reply.index(LONDON) < conversation.reply.index(conversation.prompt.text)


def test_the_open_question_does_not_take_the_answer_to_it_for_its_own(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_END[:3])
    assert conversation.question == "question-1"
    travels(conversation, "Europe/London").says("I'm in London")
    assert zone(conversation) == "Europe/London"
    assert conversation.facts.value("question-1") is None
