"""Waiting for their answer: the text that asks where they stand, when asking is fair, and letting it rest.

Not a flow; the check-in and the news of a silence that goes on build on it. Nothing is asked of those who barred it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from core import clock
from core.drafts.check_in import check_in
from core.drafts.version import FOLLOW_UP
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.questions import Choice, Option, Settling
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

FAIR_AFTER = 2
"""Working days after the day they had named."""
FAIR_WITHOUT_DAY = timedelta(days=7)
"""After the interview, when they had named none."""

SETTLE = Settling(
    "settle-check-in",
    "check-in-settle",
    (Option("sent", Command.SENT), *CHANGES, EDIT_IT, Option("leave", Command.LATER)),
    {"by": "coach"},
)
LET_REST = Choice(
    "let-rest",
    "check-in-let-rest",
    (Option("rest", Command.YES, brings=(("outcome", "silence"),)), Option("wait", Command.NO)),
)

SENT = Saying("check-in-sent")
LEFT = Saying("check-in-left")
BARRED = Saying("check-in-barred")
FAIR_FROM = Saying("check-in-fair-from", "day")
FAIR_SOON = Saying("check-in-fair-soon", "day", "fair")
FAIR_LATER = Saying("check-in-fair-later")
FAIR_NOW = Saying("check-in-fair-now")
SILENCE = Saying("check-in-silence")
RESTS = Saying("check-in-rests")
WAITS = Saying("check-in-waits")


def still_waiting(talk: Talk) -> Script:
    """They say that nothing has come: when asking is fair, and the text once it is."""
    number = 2 if talk.known("checked-in-1") else 1
    promised = talk.known("answer-promised-at")
    if talk.known("contact") == "barred":
        talk.say(BARRED)
    elif talk.known("checked-in-2"):
        yield from silence(talk)
    elif fair_from(talk) <= date.fromisoformat(talk.today):
        talk.say(FAIR_NOW)
        yield from ask_them(talk, number)
    elif isinstance(promised, str) and not is_their_day_ahead(talk):
        fair = clock.add_working_days(date.fromisoformat(promised[:10]), FAIR_AFTER)
        talk.say(FAIR_SOON, day=promised, fair=fair.isoformat())
    elif isinstance(promised, str):
        talk.say(FAIR_FROM, day=promised)
    else:
        talk.say(FAIR_LATER)


def is_their_day_ahead(talk: Talk) -> bool:
    """Whether the day they had named is today or still to come."""
    promised = talk.known("answer-promised-at")
    return isinstance(promised, str) and promised[:10] >= talk.today


def fair_from(talk: Talk) -> date:
    """The first day on which asking is no impatience."""
    promised, today = talk.known("answer-promised-at"), date.fromisoformat(talk.today)
    if isinstance(promised, str) and (day := clock.day_in(promised)) is not None:
        return clock.add_working_days(day, FAIR_AFTER)
    held = talk.known("interview-on")
    told = held if isinstance(held, str) else talk.known("told-at")
    day = clock.day_in(told) if isinstance(told, str) else None
    return (day or today) + FAIR_WITHOUT_DAY


def ask_them(talk: Talk, number: int) -> Script:
    """Put the text in front of them until it is sent or left; the second is followed by what silence means."""
    if talk.known("contact") == "barred":
        talk.say(BARRED)
        return
    question = SETTLE.bringing("sent", f"check-in-{number}-sent", True)
    draft = partial(check_in, talk.facts, number)
    decision = yield from settle(talk, question, draft, FOLLOW_UP, talk.key, talk.today)
    if decision == "sent":
        talk.say(SENT)
    else:
        talk.say(LEFT)
    if decision == "sent" or number > 1:
        talk.mark(f"checked-in-{number}")
    if number > 1:
        yield from silence(talk)


def silence(talk: Talk) -> Script:
    """Silence is usual and no verdict; waiting may end, because it has no more to do."""
    talk.say(SILENCE)
    answer = yield from talk.ask(LET_REST.keyed(talk.key, talk.today))
    talk.say(RESTS if answer == "rest" else WAITS)
