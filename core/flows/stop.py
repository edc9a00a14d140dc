"""A bare "stop" while messages are still to come: this conversation, or those as well? Asked once."""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

WHAT = Choice(
    "what-to-stop",
    "stop-what",
    (Option("this"), Option("all", Command.YES, brings=(("nudges", "stopped"),))),
)
THIS = Saying("stop-this")
ALL = Saying("stop-all")


@flow("stop")
def stop(talk: Talk) -> Script:
    """What was interrupted stays stopped, whatever they answer."""
    answer = yield from talk.ask(WHAT.keyed("stop", talk.key))
    talk.say(ALL if answer == "all" else THIS)
