"""What can be done with all that they have told: shown with what is kept, for how long, and who can see it."""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

WHAT = Choice(
    "what",
    "my-data-what",
    (
        Option("export", Command.EXPORT),
        Option("erase-one"),
        Option("erase-all", Command.FORGET),
        Option("how-long"),
        Option("nothing", Command.NO),
    ),
)
AS_IT_IS = Saying("my-data-as-it-is")


@flow("my-data")
def my_data(talk: Talk) -> Script:
    """Offer it; what is chosen is carried out by the turn (`core.turn.own_data`)."""
    yield from talk.ask(WHAT.keyed("my-data", talk.key))
    talk.say(AS_IT_IS)
