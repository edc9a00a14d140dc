"""Erasing one interview on request: which, confirmed once, done at once.

The rule a newcomer could break: the answer that confirms it makes the turn erase (`core.turn.own_data`); nothing may be
asked after it, because this conversation itself goes with the interview.
"""

from __future__ import annotations

from core.drafts import record
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

ERASE = "erase-interview"
"""The fact, an interview's id, that makes the turn erase it."""
MOST = 9
"""So many can be chosen from; older ones are called by their names."""
WHICH = Choice("which", "erase-one-which", (Option("none", Command.NO),))
REALLY = Choice("really", "erase-one-really", (Option("yes", Command.YES), Option("no", Command.NO)), {"title": ""})
KEPT = Saying("erase-one-kept")


@flow("erase-one")
def erase_one(talk: Talk) -> Script:
    """The interview that the key names, or the only one, or the one they choose."""
    interviews = record.newest_first(talk.facts.past.interviews())
    told = dict(interviews)
    _, _, meant = talk.key.partition(".")
    chosen: str | None = meant or (interviews[0][0] if len(interviews) == 1 else "")
    if not chosen:
        offered = (Option(id, label=record.title(facts)) for id, facts in interviews[:MOST])
        chosen = yield from talk.ask(WHICH.offering(*offered).keyed("erase-one", talk.key))
    if chosen in told:
        really = REALLY.given(title=record.title(told[chosen])).bringing("yes", ERASE, chosen)
        yield from talk.ask(really.keyed("erase-one", talk.key))
    talk.say(KEPT)
