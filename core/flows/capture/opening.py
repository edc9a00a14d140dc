"""The invitation to tell of an interview, and one that has not been.

Who tells that something was said or done to them hears first that it is taken seriously.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from core.facts import Picked
from core.flows.capture.acknowledgement import hear
from core.flows.capture.story import INVITATION, STORY, is_grave
from core.questions import Choice, Option, Question
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

READY_NOW = Choice("ready-now", "capture-ready-now", (Option("now", Command.YES), Option("no", Command.NO)))
IN_PASSING = "in-passing"
"""The key of a conversation about an interview that was told of while another was talked about."""
THEIRS = Saying("capture-theirs")
NOT_YET = Saying("capture-not-yet")
NOT_YET_UNEASY = Saying("capture-not-yet-uneasy")
NOT_READY_NOW = Saying("capture-not-ready-now")
NO_INTERVIEW = Saying("capture-no-interview")
SERIOUS = Saying("capture-serious")
HEARD_ANGER = Saying("capture-heard-anger")


def invited(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Hear what brings them; False when there is no interview to look back on."""
    opening = yield from talk.ask(INVITATION)
    if opening == Picked("no"):
        talk.say(NO_INTERVIEW)
        return False
    if talk.known("news") == "ahead":
        yield from still_ahead(talk)
        return False
    if not isinstance(opening, str):
        yield from talk.ask(STORY)
    if is_grave(talk):
        if talk.known("angry"):
            talk.say(THEIRS)
        talk.say(SERIOUS)
    elif talk.known("angry"):
        talk.say(HEARD_ANGER)
    else:
        hear(talk)
    return True


def still_ahead(talk: Talk) -> Script:
    """One that has not been: getting ready now, unless it was told of in the middle of another."""
    talk.say(NOT_YET_UNEASY if talk.known("stressed") else NOT_YET)
    ready = None if talk.key == IN_PASSING else (yield from talk.ask(READY_NOW))
    if ready == "now":
        talk.lead_to("prepare")
    elif ready == "no":
        talk.say(NOT_READY_NOW)
