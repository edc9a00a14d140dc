"""When it is too much just now: a real choice before the open question comes back. It keeps nothing.

What is chosen is done by the step and becomes no fact. The rule a newcomer could break: whoever writes something else
than a choice has gone on, and the words belong to the question that waits beneath.
"""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.strain import Strain

ON = Option("on", Command.YES)
LATER = Option("later", Command.LATER)
STOP = Option("stop", Command.NO)
TALK = Option("talk")

HEAVIER = Option("heavier", Command.YES)
INTERVIEW = Option("interview", Command.NO)

TEARS = Choice("tears", "breather-tears", (ON, LATER, STOP))
FORM = Choice("form", "breather-form", (TALK, STOP, ON))
LOOP = Choice("loop", "breather-loop", (ON, TALK, LATER))
UNSURE = Choice("unsure", "breather-unsure", (HEAVIER, INTERVIEW))
"""Whether it is more than an interview, where what they wrote may be a sign of danger."""

QUESTIONS = {Strain.TEARS: TEARS, Strain.FORM: FORM, Strain.LOOP: LOOP}
_ALL = (*QUESTIONS.values(), UNSURE)


@flow("breather")
def breather(talk: Talk) -> Script:
    """Asked once; the key tells what it is about, and in which turn it began."""
    about, _, turn = talk.key.partition(".")
    question = next(one for one in _ALL if one.name == about)
    yield from talk.ask(question.keyed("breather", turn))
