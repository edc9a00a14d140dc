"""The hour of the note: it is ready; two days after the interview it is the last call, now as a follow-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core import apart
from core.drafts.readers import readers
from core.flows.capture.interviewers import people
from core.flows.capture.particulars import WANTS_JOB
from core.flows.capture.pausing import has_left_the_rest
from core.flows.note import SENT, settle_each, unsent
from core.flows.offer import IN_AN_HOUR, NOW, TOMORROW, taken_up
from core.flows.points import choose_points
from core.flows.second_chance import STILL_UNKNOWN, Gate, gate, nothing_was_missing
from core.plan import Kind
from core.questions import Offer, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

NO_NOTE = Option("none", Command.NO, brings=(("note-declined", True),))
READY = Offer("offer", "note-due-ready", (NOW, Option("sent"), IN_AN_HOUR, NO_NOTE), {"reader": ""})
LAST_CALL = Offer("offer", "note-due-last-call", (NOW, Option("sent"), TOMORROW, NO_NOTE), {"reader": ""})

ONLY_CALL = replace(LAST_CALL, words="note-due-only-call")

FIRST = Saying("note-due-first")
LEFT_OUT = Saying("note-due-left-out")
READ_FIRST = Saying("note-due-read-first")
ALL_SAID = Saying("note-due-all-said")


@flow("note-due")
def note_due(talk: Talk) -> Script:
    """Show it, or hear that it is sent or not wanted."""
    people = tuple(reader.called for reader in unsent(talk)) or (readers(talk.facts)[0].called,)
    offer = LAST_CALL if talk.key.startswith(Kind.LAST_CALL) else READY
    is_first = talk.known(f"nudge:{Kind.NOTE}") is None
    asked = ONLY_CALL if offer is LAST_CALL and is_first else offer
    offered = _knowing(talk, asked.given(reader=people))
    if (yield from taken_up(talk, offered)):
        yield from what_was_left(talk)
        yield from choose_points(talk)
        yield from settle_each(talk, unsent(talk))
    elif talk.known("note-declined"):
        talk.say(LEFT_OUT)
    elif is_all_sent(talk):
        talk.say(SENT, reader=people)
    if offer is LAST_CALL and talk.known(offered.keyed(talk.key).name) is not None and may_open(talk):
        yield from look_for_what_is_missing(talk)


def what_was_left(talk: Talk) -> Script:
    """What a note stands on, from those who left it at one piece on the day itself."""
    if has_left_the_rest(talk) and not is_all_sent(talk):
        talk.say(FIRST)
        yield from talk.ask(WANTS_JOB)
        yield from people(talk)


def is_all_sent(talk: Talk) -> bool:
    """Whether every note has gone out."""
    return all(talk.known(f"note-{reader.number}-sent") for reader in readers(talk.facts))


def may_open(talk: Talk) -> bool:
    """Whether a second chance hangs on nothing but a point that they still do not know (R43)."""
    is_wanted = talk.known("wants-job") != "no" and not talk.known("chance-asked") and not apart.is_told(talk.facts)
    is_all_said = nothing_was_missing(talk) and is_all_sent(talk)
    return is_wanted and not is_all_said and gate(talk.facts, date.fromisoformat(talk.today)) is Gate.IF_MISSING


def look_for_what_is_missing(talk: Talk) -> Script:
    """After the last call: a point they still do not know leads to the second chance."""
    missing = yield from talk.ask(STILL_UNKNOWN.numbered(1))
    if missing == "yes":
        if any(talk.is_new(f"note-{reader.number}-sent") for reader in readers(talk.facts)):
            talk.say(READ_FIRST)
        talk.lead_to("second-chance")
    elif missing == "no":
        talk.say(ALL_SAID)


def _knowing(talk: Talk, offer: Offer) -> Offer:
    """The offer whose "sent" marks every note as sent."""
    brings = tuple((f"note-{reader.number}-sent", True) for reader in readers(talk.facts))
    sent = Option("sent", Command.SENT, brings=brings)
    return Offer(offer.name, offer.words, tuple(sent if o.id == "sent" else o for o in offer.options), offer.args)
