"""The call: whether at all, what to say, what to leave if nobody answers, and what became of it.

A mail comes first; one call is for an important point that is missing, on the day of the interview before the evening,
to somebody who gave a direct number (C2). It takes the place of the note and never repeats it (R42).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from core.drafts import call as spoken
from core.drafts.call import script, voicemail
from core.drafts.points import ON_THE_PHONE, point, whom_to_call
from core.drafts.version import FOLLOW_UP, VOICEMAIL
from core.flows.offer import NOW
from core.flows.points import choose_points
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.questions import Choice, Offer, Option, Question, Settling, TimedChoice
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

CAME = tuple(Option(became, brings=(("call-became", became),)) for became in (*ON_THE_PHONE, "nobody"))
LEAVE = Option("none", Command.NO, brings=(("call-became", "left"),))

DIRECT_NUMBER = TimedChoice(
    "direct-number",
    "call-direct-number",
    (Option("yes", Command.YES), Option("no", Command.NO), Option("not-sure", Command.MAYBE)),
)
ANYWAY = TimedChoice("call-anyway", "call-anyway", (Option("mail", Command.NO), Option("call", Command.YES)))
ANYWAY_RECRUITER = replace(ANYWAY, words="call-anyway-recruiter")
SCRIPT = Settling("script", "call-script", (Option("next", Command.YES), *CHANGES, EDIT_IT, LEAVE), {"reader": ""})
MESSAGE = Settling("message", "call-message", (*CAME, Option("keep", Command.LATER), LEAVE), {"seconds": 0})
DUE = Offer("offer", "call-due", (NOW, Option("called"), LEAVE), {"reader": ""})
WHAT_CAME = Choice("what-came", "call-what-came", CAME)
ALL_SAID = Choice(
    "call-all-said", "call-all-said", (Option("yes", Command.YES), Option("no", Command.NO)), {"reader": ""}
)

FINE = Saying("call-fine")
BARRED = Saying("call-barred")
ONLY_ONE = Saying("call-only-one")
NOTE_IS_SENT = Saying("call-note-is-sent")
NO_REASON = Saying("call-no-reason")
TOO_LATE = Saying("call-too-late")
MAIL_INSTEAD = Saying("call-mail-instead")
KEPT = Saying("call-kept")
REACHED = Saying("call-reached")
REACHED_BUT = Saying("call-reached-but")
LEFT_MESSAGE = Saying("call-left-message")
LEFT_MESSAGE_BUT = Saying("call-left-message-but", "points")
NOBODY = Saying("call-nobody")
NO_CALL = Saying("call-no-call")

_CAME_TO = {"reached": REACHED, "voicemail": LEFT_MESSAGE, "nobody": NOBODY, "left": NO_CALL}


@flow("call")
def call(talk: Talk) -> Script:
    """On request, at the hour named for it, or when they tell what became of it."""
    is_new = talk.is_new("call-became")
    if not is_new and (refusal := against_it(talk)) is not None:
        talk.say(refusal)
        return
    if talk.key and not is_new:
        offer = DUE.keyed(talk.key).given(reader=whom_to_call(talk.facts).called)
        taken = yield from talk.ask(offer)
        if taken == "called":
            yield from talk.ask(WHAT_CAME.keyed(talk.key))
        elif taken is None:
            return
    is_by_phone = yield from call_steps(talk)
    is_declined = bool(talk.key) and talk.known("call-became") == "left"  # then the note comes at its hour
    if not is_by_phone and talk.known("captured") and not is_declined:
        talk.lead_to("note")


def against_it(talk: Talk) -> Saying | None:
    """Why there can be no call any more, whatever the hour; None when there can."""
    if talk.known("contact") == "barred":
        return BARRED
    if talk.known("call-became") is not None:
        return ONLY_ONE
    if spoken.is_sent(talk.facts):
        return NOTE_IS_SENT
    return None if spoken.is_possible(talk.facts) else NO_REASON


def call_steps(talk: Talk) -> Generator[Question[Any], None, bool]:
    """From whether to call to what became of it; False where a mail is to go instead."""
    if talk.known("call-became") is None:
        if not spoken.is_day(talk.facts, date.fromisoformat(talk.today)):
            talk.say(TOO_LATE)
            return False
        if not (yield from means_to_call(talk)):
            talk.say(MAIL_INSTEAD)
            return False
        if not spoken.may_be_made(talk.facts, talk.today):
            talk.say(TOO_LATE)
            return False
        if not talk.key:  # at the hour they named for it they know
            talk.say(FINE)
        yield from choose_points(talk)
        yield from say_it(talk)
    became = talk.known("call-became")
    if became is None:
        talk.say(KEPT)
        return True
    if became == "reached":
        said = yield from talk.ask(ALL_SAID.given(reader=whom_to_call(talk.facts).called))
        talk.say(REACHED_BUT if said == "no" else REACHED)
    elif became == "voicemail" and (left := spoken.left_out_aloud(talk.facts)):
        for name in left:
            talk.mark(f"unheard-{name}")
        talk.say(LEFT_MESSAGE_BUT, points=tuple(point(talk.facts, name).label for name in left))
    elif KEPT.name not in talk.said:  # else it was told elsewhere, and met with these words there
        talk.say(_CAME_TO[str(became)])
    return became in ON_THE_PHONE


def means_to_call(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Whether they want to, where somebody gave them a number or not; through a recruiter it is the recruiter's."""
    if talk.known("contact") == "recruiter":
        return (yield from talk.ask(ANYWAY_RECRUITER)) == "call"
    if (yield from talk.ask(DIRECT_NUMBER)) == "yes":
        return True
    return (yield from talk.ask(ANYWAY)) == "call"


def say_it(talk: Talk) -> Script:
    """What to say, and then what to leave if nobody answers: both have to be at hand before the phone rings."""
    question = SCRIPT.given(reader=whom_to_call(talk.facts).called)
    decision = yield from settle(talk, question, partial(script, talk.facts), FOLLOW_UP, "call")
    if decision != "none" and talk.known("call-became") is None:
        yield from settle(talk, MESSAGE, partial(voicemail, talk.facts), VOICEMAIL, "call-message")
