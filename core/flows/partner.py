"""A practice partner among the members: looked for, found, given up, reported.

What the community tells is said by the turn (`core.turn.letters`); here is what is asked then. The rule a newcomer could
break: nobody learns why somebody left, and nobody who was reported learns that they were.
"""

from __future__ import annotations

from core.flows.partner_wish import LEFT, NAME, REPORTED, WISH, became, wish
from core.flows.prepare import field_of
from core.flows.talk_to_staff import compose
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

PARTNER, PARTNER_ID, OWN_ID = "partner-name", "partner-id", "partner-own-id"
"""The person's facts of the last partner: the name they chose, their account, and their own as the other one saw it."""
AT, FOR = "partner-at", "partner-for"
"""When they meet (ISO, with its offset), and the interview they practise for."""
BARRED = "partner-barred-"
"""Begins the facts that tell whom they never want to meet again, with the account behind."""

SUITS = Choice(
    "suits",
    "partner-suits",
    (Option("yes", Command.YES), Option("cannot", Command.NO), Option("report")),
    {"name": ""},
)
AGAIN = Choice("again", "partner-again", (Option("yes", Command.YES), Option("no", Command.NO)))

SETTLED = Saying("partner-settled", "name")
GIVEN_UP = Saying("partner-given-up", "name")
NOT_AGAIN = Saying("partner-not-again")
REPORT = Saying("partner-report", "name")
NOBODY_READS = Saying("partner-nobody-reads", "name")


@flow("partner")
def partner(talk: Talk) -> Script:
    """Look for somebody to practise with; what their field is stays with them, for the questions to hand over."""
    yield from wish(talk)
    if talk.is_new(WISH):
        yield from field_of(talk)


@flow("partner-found")
def partner_found(talk: Talk) -> Script:
    """Whether it suits them; and a way to staff beside it."""
    name = str(talk.known(PARTNER) or "")
    suits = SUITS.given(name=name).bringing("cannot", became(str(talk.known(WISH))), LEFT)
    answer = yield from talk.ask(suits.keyed("partner", talk.key))
    if answer == "report":
        yield from report(talk)
    elif answer == "cannot":
        talk.say(GIVEN_UP, name=name)
    else:
        talk.say(SETTLED, name=name)


@flow("partner-gone")
def partner_gone(talk: Talk) -> Script:
    """The other one cannot: whether to look for somebody else."""
    if (yield from talk.ask(AGAIN.keyed("partner", talk.key))) == "yes":
        yield from wish(talk, has_agreed=True)
    else:
        talk.say(NOT_AGAIN)


@flow("report-partner")
def report_partner(talk: Talk) -> Script:
    """Tell staff of the last partner."""
    yield from report(talk)


def report(talk: Talk) -> Script:
    """They never meet again, whether the report is sent or not; where nobody reads reports, it says so."""
    name, id, own = (str(talk.known(fact) or "") for fact in (PARTNER, PARTNER_ID, OWN_ID))
    talk.mark(f"{BARRED}{id}")
    talk.mark(f"partner.{talk.known(WISH)}.{REPORTED}")
    if not talk.community.notes_on:
        talk.say(NOBODY_READS, name=name)
        return
    talk.say(REPORT, name=name)
    yield from compose(talk, name=str(talk.known(NAME) or ""), about=(name, id, own))
