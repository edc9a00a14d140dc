"""Where the first conversation may end early: after one piece on a very low day, and after a loss was told."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from core.facts import Picked
from core.flows.capture.particulars import CONTACT, CONTACT_BARRED, CONTACT_IN_PUBLIC, is_public
from core.flows.capture.severity import is_very_low
from core.flows.capture.story import is_settled
from core.flows.capture.time_zone import whose_time
from core.questions import Option, Question, Words
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Saying

ENOUGH = Words("enough-for-today", "capture-enough", (Option("enough", Command.NO), Option("go-on", Command.YES)))
_ENOUGH = Picked("enough")
_ASKED_LATER = ("another-1", "other-questions", "point-1", "wants-job")
"""Answers of somebody who was farther on before there was this question."""
KEPT = Saying("capture-enough-kept")
ONE_LAST = Saying("capture-one-last")


def wants_no_more(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Whether they leave it at what they have told; asked of nobody else."""
    is_beyond = talk.known(ENOUGH.name) is None and any(talk.known(name) is not None for name in _ASKED_LATER)
    if is_beyond or not is_heavy(talk):
        return False
    said = yield from talk.ask(ENOUGH)
    if isinstance(said, str):
        talk.say(KEPT)  # who tells something goes on
    return said == _ENOUGH


def is_heavy(talk: Talk) -> bool:
    """Whether it feels very low, or a loss stood behind an answer."""
    return is_very_low(talk) or any(tells_of_a_loss(unsaid) for _, unsaid in talk.texts("unsaid"))


def has_left_the_rest(talk: Talk) -> bool:
    """Whether they left it at one piece, so that the job and the people are still to be asked for."""
    return talk.known(ENOUGH.name) == _ENOUGH


def what_cannot_wait(talk: Talk) -> Script:
    """The one question that could do harm if it were left out, and whose hours to keep to."""
    if not is_settled(talk):
        if talk.known(CONTACT.name) is None:
            talk.say(ONE_LAST)
        if (yield from talk.ask(CONTACT_IN_PUBLIC if is_public(talk) else CONTACT)) == "barred":
            talk.say(CONTACT_BARRED)
    yield from whose_time(talk)
