"""What every nudge begins with: an offer that can be taken up, put off or left. Not a flow; flows build on it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from core.questions import Offer, Option, Question
from core.talk import Talk
from core.understanding.commands import Command

NOW = Option("now", Command.YES)
IN_AN_HOUR = Option("in-an-hour", Command.LATER)
TONIGHT = Option("tonight")
TOMORROW = Option("tomorrow")
NEXT_WEEK = Option("next-week")


def taken_up(talk: Talk, offer: Offer) -> Generator[Question[Any], None, bool]:
    """Whether they want it now; without a nudge they came by themselves, and nobody asks."""
    if not talk.key:
        return True
    answer = yield from talk.ask(offer.keyed(talk.key))
    return answer == NOW.id


def number_in(talk: Talk) -> int:
    """Which of several nudges of a kind has opened this conversation; 1 without one."""
    _, _, number = talk.key.partition(".")[0].rpartition("-")
    return int(number) if number.isdecimal() else 1
