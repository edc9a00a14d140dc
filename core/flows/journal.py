"""The journal: all interviews there ever were, and any of them read back whole.

The rule a newcomer could break: this is the one conversation that looks into the whole journal, and so it does not stay
open behind another; who writes something else has done with reading (`core.turn.giving_way`).
"""

from __future__ import annotations

from itertools import count

from core.drafts import record
from core.facts import Facts
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Letter, Saying

MOST = 9
"""So many can be chosen from; older ones are called by their names."""
READ_BACK = "read-back"
"""The person's fact that says which interview was read last."""
WHICH = Choice("which", "journal-which", (Option("done", Command.NO),), {"count": 0})
ANOTHER = Choice("which", "journal-another", (Option("done", Command.NO),))

OLDER = Saying("journal-older", "count")
DONE = Saying("journal-done")


@flow("journal")
def journal(talk: Talk) -> Script:
    """List them, and read back one after the other for as long as they like."""
    interviews = record.newest_first(talk.facts.past.interviews())
    if len(interviews) > MOST:
        talk.say(OLDER, count=len(interviews) - MOST)
    told: dict[str, Facts] = dict(interviews)
    question = WHICH.given(count=len(interviews))
    letter: Letter | None = None
    chosen: str | None = None
    for number in count(1):
        others = [one for one in interviews[:MOST] if one[0] != chosen]
        offered = (Option(id, brings=((READ_BACK, id),), label=record.title(facts)) for id, facts in others)
        asked = question.offering(*offered).numbered(number).keyed("journal", talk.key)
        chosen = yield from talk.ask(asked, showing=letter)
        if chosen not in told:
            break
        letter, question = record.letter(told[chosen]), ANOTHER
    talk.say(DONE)
