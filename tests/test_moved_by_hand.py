"""A message to come, moved or left out where all of them are shown: the very one, whatever else is planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from core.events import Moved
from core.overview import Coming
from tests.conversation import Conversation
from tests.told import TO_THE_PLAN

Talk = Callable[..., Conversation]


def coming(conversation: Conversation) -> tuple[Coming, ...]:
    return conversation.coach.overview(conversation.person, conversation.now, conversation.store).coming


def moves(conversation: Conversation, one: Coming, to: str | None) -> Conversation:
    at = None if to is None else datetime.fromisoformat(to)
    event = Moved(
        id=f"move-{conversation.state.number}",
        person=conversation.person,
        at=conversation.now,
        nudges=one.nudges,
        to=at,
    )
    return conversation.takes(event)


def test_one_is_moved_to_the_day_and_hour_by_their_clock_and_said_back(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_PLAN)
    first = coming(conversation)[0]
    moves(conversation, first, "2026-11-27T10:15")
    assert "Friday 27 November, 10:15" in conversation.reply
    assert "2026-11-27T10:15" in [one.local for one in coming(conversation) if one.nudges == first.nudges]


def test_one_is_left_out_and_the_others_stay(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_PLAN)
    first, *others = coming(conversation)
    moves(conversation, first, None)
    assert [one.nudges for one in coming(conversation)] == [one.nudges for one in others]


def test_of_two_interviews_the_one_is_moved_that_was_meant(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_PLAN, "i had another interview at Beta today, it was fine", "3")
    beta = next(one for one in coming(conversation) if one.nudges[0].startswith("i1/"))
    moves(conversation, beta, "2026-11-28T11:00")
    assert "2026-11-28T11:00" in [one.local for one in coming(conversation) if one.nudges == beta.nudges]


@pytest.mark.parametrize("to", ["2026-11-23T10:00", "2066-11-23T10:00"])
def test_an_hour_that_is_past_or_too_far_moves_nothing_and_what_comes_is_told(talk: Talk, to: str) -> None:
    conversation = talk().says(*TO_THE_PLAN)
    before = coming(conversation)
    moves(conversation, before[0], to)
    assert coming(conversation) == before
    assert conversation.heard


def test_what_has_come_meanwhile_is_not_moved(talk: Talk) -> None:
    conversation = talk().says(*TO_THE_PLAN)
    first = coming(conversation)[0]
    conversation.waits(days=1)
    moves(conversation, first, "2026-11-28T11:00")
    assert "2026-11-28T11:00" not in [one.local for one in coming(conversation)]
