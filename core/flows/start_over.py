"""Beginning anew on request: confirmed once, and what was told stays."""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

NEW = "new"
WHAT = Choice("start-over", "start-over-what", (Option(NEW, Command.YES), Option("keep", Command.NO)))
KEPT = Saying("start-over-kept")


@flow("start-over")
def start_over(talk: Talk) -> Script:
    """Ask once. The clean page is opened by the engine, which knows what else is under way."""
    answer = yield from talk.ask(WHAT.keyed("start-over", talk.key))
    if answer != NEW:
        talk.say(KEPT)
