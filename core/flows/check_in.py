"""Two and seven working days after the day they had named: has anything come, and if not, a few lines that ask.

What has come leads into the words for it (`core.flows.outcome`); what has not come, into those of `asking`.
"""

from __future__ import annotations

from core.flows.asking import FAIR_NOW, ask_them
from core.flows.offer import TOMORROW, number_in
from core.flows.outcome import DECIDED, what_came
from core.questions import Offer, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

ANSWERS = (
    Option("waiting", Command.NO, brings=(("outcome", "waiting"),)),
    *(Option(outcome, brings=(("outcome", outcome),)) for outcome in DECIDED),
    TOMORROW,
)
FIRST = Offer("anything-come", "check-in-anything-come", ANSWERS, {"day": ""})
FIRST_ROUGHLY = Offer("anything-come", "check-in-anything-come-roughly", ANSWERS, {"day": ""})
SECOND = Offer("anything-come", "check-in-anything-yet", ANSWERS, {"day": ""})
WISHED = Offer("anything-come", "check-in-anything-by-now", ANSWERS)
"""Where they had named no day, and the person has."""

STILL_NOTHING = Saying("check-in-still-nothing")


@flow("check-in")
def check_in(talk: Talk) -> Script:
    """Ask once whether anything has come, and take it from there."""
    number = number_in(talk)
    promised = talk.known("answer-promised-at")
    is_rough = promised is not None and talk.known("answer-promised-at-roughly") == promised
    first = FIRST_ROUGHLY if is_rough else FIRST
    offer = (first if number == 1 else SECOND).given(day=promised) if isinstance(promised, str) else WISHED
    answer = yield from talk.ask(offer.keyed(talk.key))
    if answer == "waiting":
        if talk.known("contact") != "barred":
            talk.say(FAIR_NOW if number == 1 else STILL_NOTHING)
        yield from ask_them(talk, number)
    elif answer in DECIDED:
        talk.mark(f"checked-in-{number}")
        yield from what_came(talk)
