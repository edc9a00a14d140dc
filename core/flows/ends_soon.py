"""Nobody has been here for long, and what was written is about to be erased: what they can do until then."""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

WHAT = Choice(
    "what",
    "ends-soon-what",
    (
        Option("keep", Command.YES),
        Option("export", Command.EXPORT),
        Option("erase-all", Command.FORGET),
    ),
)
KEPT_ON = Saying("ends-soon-kept-on")


@flow("ends-soon")
def ends_soon(talk: Talk) -> Script:
    """Whatever they answer is a visit, from which the time begins anew; only an answer erases any sooner."""
    yield from talk.ask(WHAT.keyed("ends-soon", talk.key))
    talk.say(KEPT_ON)
