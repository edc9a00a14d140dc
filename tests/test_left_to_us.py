"""A time, or the way to write, that is left to the coach; a way that is none of those offered; a no to one day only."""

from __future__ import annotations

import pytest

from core import lines
from core.vocabulary import Saying
from tests.moments import Talk, at, says

LEFT = ["whenever", "you choose", "don't mind", "i dont mind really", "up to you", "either is fine", "no preference"]


@pytest.mark.parametrize("text", LEFT)
@pytest.mark.parametrize(
    ("moment", "name", "taken"),
    [
        ("look back", "judge-when", "tomorrow"),
        ("note look", "note-look", "tomorrow"),
        ("channel", "note-channel", "mail"),
    ],
)
def test_what_is_left_to_the_coach_is_chosen_and_said(
    talk: Talk, moment: str, name: str, taken: str, text: str
) -> None:
    conversation = at(talk, moment)
    label = next(one.label for one in conversation.prompt.choices if one.option == taken)
    conversation.says(text)
    assert conversation.facts.value(name) == taken
    assert says(conversation, lines.CHOSEN_FOR_YOU, choice=label)


def test_a_note_that_was_advised_for_the_evening_comes_in_the_evening(talk: Talk) -> None:
    conversation = talk().says("interview at Acme today, i froze on the SQL question", "5", "just that", "skip")
    for _ in range(12):
        if conversation.question == "note-look":
            break
        conversation.says({"note-channel": "e-mail", "organisation": "Acme"}.get(conversation.question or "", "skip"))
    assert conversation.says("you choose").facts.value("note-look") == "tonight"


@pytest.mark.parametrize("moment", ["how bad", "job", "contact"])
def test_only_a_time_and_a_way_to_write_are_chosen_for_anybody(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    before = conversation.question
    conversation.says("you choose")
    assert conversation.facts.value(str(before)) in (None, "not-sure")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("linkedin", lines.BY_LINKEDIN),
        ("can i send it on LinkedIn", lines.BY_LINKEDIN),
        ("text", lines.BY_TEXT),
        ("whatsapp", lines.BY_TEXT),
        ("both", lines.ONE_IS_ENOUGH),
    ],
)
def test_another_way_to_send_it_is_followed_with_what_it_is_good_for(talk: Talk, text: str, line: Saying) -> None:
    conversation = at(talk, "channel").says(text)
    assert says(conversation, line)
    assert conversation.question == "note-look"


@pytest.mark.parametrize(
    "text", ["not tomorrow", "no not tomorrow please", "tomorrow is no good", "can't tomorrow, working"]
)
def test_a_no_to_tomorrow_is_a_no_to_that_day_only(talk: Talk, text: str) -> None:
    conversation = at(talk, "look back").says(text)
    assert says(conversation, lines.NOT_THEN)
    assert "Thursday 26 November, 9:00: a look back" in conversation.reply
    conversation.says("move the look back to saturday at 10")
    assert "Saturday 28 November, 10:00" in conversation.reply


def test_a_note_that_is_not_for_tomorrow_comes_tonight(talk: Talk) -> None:
    assert at(talk, "note look").says("not tomorrow").facts.value("note-look") == "tonight"


@pytest.mark.parametrize("text", ["no", "not at all", "no look back"])
def test_a_plain_no_to_the_look_back_is_one(talk: Talk, text: str) -> None:
    assert at(talk, "look back").says(text).facts.value("judge-when") == "no"
