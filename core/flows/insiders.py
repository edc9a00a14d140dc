"""Somebody they know where the interview was: whether, with what caution, and a message that the person sends.

The rule a newcomer could break is the order: the caution about a conflict of interest stands before any draft, with a
way out beside it. Whoever takes part in the decision gets no message, and where contact is barred there is none at all.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import Any

from core import apart
from core.drafts.insider import called, insider, name_of
from core.drafts.version import FOLLOW_UP
from core.facts import Facts, Picked
from core.flows.afresh import ask_afresh
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.questions import Choice, Option, Question, Settling, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.persons import to_you
from core.vocabulary import Saying

KNOWS = Words("insider", "insiders-knows", (Option("yes", Command.YES), Option("nobody", Command.NO)))
NAME = Words("insider-name", "insiders-name", (Option("no-name", Command.NO),))
DECIDES = Choice(
    "insider-decides",
    "insiders-decides",
    (
        Option("no", Command.NO),
        Option("yes", Command.YES),
        Option("not-sure", Command.MAYBE),
        Option("leave", Command.LATER),
    ),
    {"who": ""},
)
CAUTION = Choice(
    "insider-caution",
    "insiders-caution",
    (Option("on", Command.YES), Option("leave", Command.NO)),
    {"who": ""},
)
REQUEST = Choice(
    "insider-request",
    "insiders-request",
    (Option("feedback", Command.YES), Option("word"), Option("leave", Command.NO)),
    {"who": ""},
)
TOLD = Words("insider-told", "insiders-told", (Option("without", Command.NO),), {"who": ""})
SETTLE = Settling(
    "settle-insider",
    "insiders-settle",
    (Option("sent", Command.SENT), *CHANGES, EDIT_IT, Option("leave", Command.LATER)),
    {"who": ""},
)

BARRED = Saying("insiders-barred")
BEFOREHAND = Saying("insiders-beforehand")
SENT_ALREADY = Saying("insiders-sent-already", "who")
NOBODY = Saying("insiders-nobody")
DEPENDS = Saying("insiders-depends")
TOLD_OF = Saying("insiders-told-of", "who")
LEAVE_OUT = Saying("insiders-leave-out", "who")
TAKES_PART = Saying("insiders-takes-part", "who")
FIND_OUT_FIRST = Saying("insiders-find-out-first")
THEIR_CHOICE = Saying("insiders-their-choice", "who")
LEFT = Saying("insiders-left")
SENT = Saying("insiders-sent", "who")
KEPT = Saying("insiders-kept")


@flow("insiders")
def insiders(talk: Talk) -> Script:
    """When the person asks about it: why not, where it must not be; else the way to a message."""
    if talk.known("contact") == "barred":
        talk.say(BARRED)
    elif talk.known("news") == "ahead":
        talk.say(BEFOREHAND)
    elif talk.known("insider-sent"):
        talk.say(SENT_ALREADY, who=called(talk.facts))
    else:
        yield from contact(talk, is_wished=True)


def offer_contact(talk: Talk) -> Script:
    """The one time that the coach asks by itself: the day after, where there is something to gain and nothing to harm."""
    is_settled = talk.known("outcome") in ("rejected", "offer") or talk.known("wants-job") == "no"
    if not (
        is_settled
        or was_talked_of(talk)
        or talk.known("contact") == "barred"
        or talk.known("insider-sent")
        or apart.is_told(talk.facts)
    ):
        yield from contact(talk, is_wished=False)


def was_talked_of(talk: Talk) -> bool:
    """Whether they asked about that person themselves, in an earlier conversation."""
    decides = f"{DECIDES.name}-1"
    return talk.known(decides) is not None and not talk.is_new(decides)


def contact(talk: Talk, *, is_wished: bool) -> Script:
    """Whether there is somebody, and if there may be a message, which."""
    had_nobody = talk.known(KNOWS.name) == Picked("nobody") and not talk.is_new(KNOWS.name)
    if not (is_wished and had_nobody):  # who asks about somebody now has found one since
        known = yield from talk.ask(KNOWS)
        if known is None or known == Picked("nobody"):
            talk.say(NOBODY)
            return
    if name_of(talk.facts) is None:
        yield from talk.ask(NAME)
    who = called(talk.facts)
    if not is_wished and isinstance(known, str) and not talk.is_new(KNOWS.name):
        talk.say(TOLD_OF, who=to_you(known))
    if is_wished and is_known_to_decide(talk):
        talk.say(LEAVE_OUT, who=who)
        return
    if is_wished:
        talk.say(DEPENDS)
    if (yield from may_be_asked(talk)) and (request := (yield from chosen(talk))) is not None:
        if request == "word":
            talk.say(THEIR_CHOICE, who=who)
        yield from talk.ask(TOLD.given(who=who))
        draft = partial(insider, talk.facts, request)
        decision = yield from settle(talk, SETTLE.given(who=who), draft, FOLLOW_UP, request)
        if decision == "sent":
            talk.mark("insider-sent")
            talk.say(SENT, who=who)
        else:
            talk.say(KEPT)


def may_be_asked(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Not who decides; and for everybody else the caution comes first, with a way out."""
    who = called(talk.facts)
    decides = (
        "yes"
        if is_interviewer(talk.facts)
        else (yield from ask_afresh(talk, DECIDES.given(who=who), holds=lambda said: said in ("yes", "no")))
    )
    if decides == "yes":
        talk.say(TAKES_PART, who=who)
        return False
    if decides == "not-sure":
        talk.say(FIND_OUT_FIRST)
    if decides != "leave" and (yield from ask_afresh(talk, CAUTION.given(who=who))) == "on":
        return True
    talk.say(LEFT)
    return False


def is_known_to_decide(talk: Talk) -> bool:
    """Whether the answer is plain when they ask: it was told before, or they were interviewed by them."""
    return is_interviewer(talk.facts) or (was_talked_of(talk) and talk.known(f"{DECIDES.name}-1") == "yes")


def is_interviewer(facts: Facts) -> bool:
    """Whether the one they know is one of those who interviewed them."""
    name = name_of(facts)
    return name is not None and any(name.casefold() == one.casefold() for _, one in facts.texts("interviewer"))


def chosen(talk: Talk) -> Generator[Question[Any], None, str | None]:
    """Feedback, or as a choice of its own a word on their behalf; None when neither."""
    question = REQUEST.given(who=called(talk.facts))
    is_open = talk.known("wants-job") != "no" and talk.known("outcome") not in ("rejected", "offer")
    request = yield from ask_afresh(talk, question if is_open else question.without("word"))
    if request in ("feedback", "word"):
        return request
    talk.say(LEFT)
    return None
