"""Two and seven working days after the day they had named: has anything come, and if not, a few lines that ask.

What has come leads into the words for it (`core.flows.outcome`); what has not come, into those of `asking`. The rule a
newcomer could break: the person may want it before their day, and a day still to come is never said to have passed.
"""

from __future__ import annotations

from datetime import date, timedelta

from core import clock
from core.flows.asking import FAIR_NOW, ask_them, is_their_day_ahead, still_waiting
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
"""Where they had named no day, or theirs is still to come, and the person has."""

A_WEEK = timedelta(days=7)
"""What the second asking says has gone by since their day."""
STILL_NOTHING = Saying("check-in-still-nothing")


@flow("check-in")
def check_in(talk: Talk) -> Script:
    """Ask once whether anything has come, and take it from there."""
    number = number_in(talk)
    answer = yield from talk.ask(_question(talk, number).keyed(talk.key))
    if answer == "waiting" and is_their_day_ahead(talk):
        yield from still_waiting(talk)
    elif answer == "waiting":
        if talk.known("contact") != "barred":
            talk.say(FAIR_NOW if number == 1 else STILL_NOTHING)
        yield from ask_them(talk, number)
    elif answer in DECIDED:
        talk.mark(f"checked-in-{number}")
        yield from what_came(talk)


def _question(talk: Talk, number: int) -> Offer:
    """Whether anything has come, with their day where that is over."""
    promised = talk.known("answer-promised-at")
    day = clock.day_in(promised) if isinstance(promised, str) else None
    if not isinstance(promised, str) or day is None or is_their_day_ahead(talk):
        return WISHED
    is_rough = talk.known("answer-promised-at-roughly") == promised
    first = FIRST_ROUGHLY if is_rough else FIRST
    is_long_ago = date.fromisoformat(talk.today) - day > A_WEEK
    return (SECOND if number > 1 and is_long_ago else first).given(day=promised)
