""" "Not today", said to what is offered, in the English of many places: it is wanted on another day."""

from __future__ import annotations

import pytest

from core.understanding import read
from core.understanding.commands import Command
from tests.moments import Talk, at


@pytest.mark.parametrize(
    "text", ["not today", "not today yaar", "nah not tonight bro", "sorry, not today", "Not today abeg."]
)
def test_not_today_to_an_offer_is_the_next_morning_and_no_no(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").waits(hours=22)
    assert str(conversation.question).endswith("offer")
    conversation.says(text)
    assert "No note" not in conversation.reply
    assert "9:00" in conversation.reply
    assert conversation.question is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("yes yaar", Command.YES),
        ("ok bhai", Command.YES),
        ("skip it abeg", Command.SKIP),
        ("later lah", Command.LATER),
        ("no sha", Command.NO),
        ("he said no bro", None),
        ("the boss", None),
    ],
)
def test_whom_it_is_said_to_changes_no_command_and_makes_none(text: str, command: Command | None) -> None:
    assert read(text).order is command
