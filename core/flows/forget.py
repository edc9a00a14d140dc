"""Erasing everything on request: confirmed once, done at once."""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

CONFIRMED = "erasure-confirmed"
"""The fact that makes the turn erase the person."""

REALLY = Choice(
    "really-forget",
    "forget-really",
    (Option("yes", Command.YES, brings=((CONFIRMED, True),)), Option("no", Command.NO)),
)
KEPT = Saying("forget-kept")


@flow("forget")
def forget(talk: Talk) -> Script:
    """Ask once; a yes erases, and then there is nobody left to talk to."""
    answer = yield from talk.ask(REALLY.keyed("forget", talk.key))
    if answer != "yes":
        talk.say(KEPT)
