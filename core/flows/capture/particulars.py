"""The particulars that decide whether there is a note, and when: place, day, wish, contact, the promised answer."""

from __future__ import annotations

from dataclasses import replace

from core.flows.capture.story import is_settled
from core.flows.capture.time_zone import whose_time
from core.flows.outcome import NEXT_DAY
from core.questions import Choice, ComingDay, Option, Organisation, PastDay
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.organisations import is_public_body
from core.vocabulary import Saying

ORGANISATION = Organisation("organisation", "capture-organisation")
WHEN = PastDay("interview-on", "capture-when")
WANTS_JOB = Choice(
    "wants-job",
    "capture-wants-job",
    (Option("yes", Command.YES), Option("not-sure", Command.MAYBE), Option("no", Command.NO)),
)
CONTACT = Choice(
    "contact",
    "capture-contact",
    (Option("open", Command.NO), Option("barred"), Option("recruiter"), Option("not-sure", Command.MAYBE)),
)
CONTACT_IN_PUBLIC = replace(CONTACT, words="capture-contact-in-public")
ANSWER_BY = ComingDay("answer-promised-at", "capture-answer-by", (Option("none", Command.NO),))
CONTACT_BARRED = Saying("capture-contact-barred")
THROUGH_RECRUITER = Saying("capture-through-recruiter")
MAY_CALL = Saying("capture-may-call")


def circumstances(talk: Talk) -> Script:
    """What decides whether there is a note, and when: where, when, contact, the promised answer, the wish."""
    yield from talk.ask(ORGANISATION)
    yield from talk.ask(WHEN)
    if is_settled(talk):
        return
    yield from talk.ask(WANTS_JOB)
    contact = yield from talk.ask(CONTACT_IN_PUBLIC if is_public(talk) else CONTACT)
    if contact == "barred":
        talk.say(CONTACT_BARRED)
    elif contact == "recruiter":
        talk.say(THROUGH_RECRUITER)
    elif contact == "open" and talk.known("direct-number") == "yes":
        talk.say(MAY_CALL)
    yield from talk.ask(NEXT_DAY if talk.known("outcome") == "next-round" else ANSWER_BY)
    yield from whose_time(talk)


def is_public(talk: Talk) -> bool:
    """Whether they sat before a public body, as far as its name or the job tells; there canvassing is often forbidden."""
    return any(is_public_body(told) for name in ("organisation", "role") if (told := talk.facts.text(name)))
