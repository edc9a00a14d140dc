"""Looking back with a day between: what went well and what did not, the feeling again, and what it teaches."""

from __future__ import annotations

from core.flows.offer import IN_AN_HOUR, NOW, TONIGHT, taken_up
from core.questions import Offer, Option, Scale
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

OFFER = Offer(
    "offer",
    "judge-offer",
    (NOW, IN_AN_HOUR, TONIGHT, Option("no", Command.NO, brings=(("judge-when", "no"),))),
)
FEELING_NOW = Scale("feeling-now", "judge-feeling-now")
CHANGE = Saying("judge-change", "before", "after")
LEFT_OUT = Saying("judge-left-out")


@flow("judge")
def judge(talk: Talk) -> Script:
    """The look back, when they take it up."""
    if (yield from taken_up(talk, OFFER)):
        yield from judge_steps(talk)
    elif talk.known("judge-when") == "no":
        talk.say(LEFT_OUT)


def judge_steps(talk: Talk) -> Script:
    """The look back itself."""
    after = yield from talk.ask(FEELING_NOW)
    before = talk.known("feeling-at-first")
    if isinstance(before, int) and after is not None:
        talk.say(CHANGE, before=before, after=after)
    talk.mark("judged")
