"""The end of the search: a look back over all of it, and then nothing more comes. It opens again by itself.

The rule a newcomer could break: closing ends what the coach would send and erases nothing; a later interview, or news of
an earlier one, is met as if nothing had been closed (`core.plan`).
"""

from __future__ import annotations

from core.drafts.changes import that_were
from core.drafts.search import search
from core.flows.links import point_on
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

CLOSED = "search-closed"
"""The person's fact that ends all that was to come; what is told after it counts again."""
REALLY = Choice(
    "really-close",
    "close-search-really",
    (Option("close", Command.YES, brings=((CLOSED, True),)), Option("not-yet", Command.NO)),
)
CLOSED_NOW = Saying("close-search-closed")
NOT_YET = Saying("close-search-not-yet")


@flow("close-search")
def close_search(talk: Talk) -> Script:
    """Look back once over all of it, and close it if they say so."""
    were = that_were(talk.facts.past.interviews().values())
    answer = yield from talk.ask(REALLY.keyed("close-search", talk.key), showing=search(were))
    if answer == "close":
        talk.say(CLOSED_NOW)
        point_on(talk)
    else:
        talk.say(NOT_YET)
