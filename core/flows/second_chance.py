"""A second chance, asked for once: a second conversation, or a chance to show it instead.

The gate opens when they have said no, or when the note is settled and there is a point they still do not know; two days
after the interview at the earliest, and never where contact is barred. The rules a newcomer could break: nothing is
drafted without a reason or a piece of work in the person's own words, trial work comes with its caution first, and after
the named day the matter is closed.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from core import apart
from core.drafts.points import is_sore
from core.drafts.readers import readers
from core.drafts.second_chance import Request
from core.drafts.second_chance import second_chance as draft
from core.drafts.thank_you import is_wanted
from core.drafts.version import FOLLOW_UP
from core.facts import Facts, Picked, Value
from core.flows.afresh import ask_afresh, ask_afresh_from
from core.flows.lesson import quoted
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.plan import Kind, day_of
from core.questions import Choice, ComingDay, Option, Question, Quotation, Settling, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding import conduct
from core.understanding.commands import Command
from core.understanding.reasons import THEIR_REASON
from core.understanding.text import brief
from core.vocabulary import Saying

DAYS_AFTER = 2
"""Earlier it reads as haste; the interview is D."""
CLOSES_AFTER = 10
"""Days that a request stays open."""
LEAST_OF_A_REASON = 3
"""In words."""
ROUND = "chance-round"
"""The fact that tells which way is being tried, as its number: what is answered about one is kept when it is left."""

STILL_UNKNOWN = Choice(
    "still-unknown", "second-chance-still-unknown", (Option("yes", Command.YES), Option("no", Command.NO))
)
UNKNOWN_SINCE = replace(STILL_UNKNOWN, words="second-chance-unknown-since")
REASON = Words("chance-reason", "second-chance-reason", (Option("none", Command.NO),), {"told": "no", "named": ""})
MAY_STAND = Choice(
    "chance-may-stand",
    "second-chance-may-stand",
    (Option("yes", Command.YES), Option("no", Command.NO)),
    {"words": ""},
)
SPEAKS_OF_THEM = replace(MAY_STAND, words="second-chance-speaks-of-them")
WAY = Choice(
    "chance-way", "second-chance-way", (Option("talk"), Option("show", Command.YES), Option("leave", Command.NO))
)
OTHER_WAY = Choice("chance-way", "second-chance-other-way", (Option("show", Command.YES), Option("leave", Command.NO)))
MEANS = Choice(
    "chance-means",
    "second-chance-means",
    (Option("research"), Option("analysis"), Option("sample"), Option("trial"), Option("other")),
)
TRIAL = Choice("chance-trial", "second-chance-trial", (Option("sample"), Option("trial"), Option("leave", Command.NO)))
HOURS = Choice(
    "chance-hours", "second-chance-hours", (Option("two-hours"), Option("half-day"), Option("leave", Command.NO))
)
PIECE = Words("chance-piece", "second-chance-piece", (Option("none", Command.NO),))
TRIAL_PIECE = Words("chance-piece", "second-chance-trial-piece", (Option("none", Command.NO),))
FIRST_WORDS = Quotation("chance-first-words", "second-chance-first-words", (Option("later", Command.LATER),))
"""Spoken to them, so it may well be a question."""
READY_ON = ComingDay("chance-ready-on", "second-chance-ready-on", (Option("open", Command.NO),))
SETTLE = Settling(
    "settle-second-chance",
    "second-chance-settle",
    (
        Option("sent", Command.SENT),
        *CHANGES,
        EDIT_IT,
        Option("another-way"),
        Option("leave", Command.LATER),
    ),
    {"by": "coach"},
)

BARRED = Saying("second-chance-barred")
NO_NEED = Saying("second-chance-no-need", "outcome")
EARLY = Saying("second-chance-early", "day")
EARLY_UNDECIDED = Saying("second-chance-early-undecided", "day")
NOTE_FIRST = Saying("second-chance-note-first")
NOTHING_NEW = Saying("second-chance-nothing-new")
ASKED_ONCE = Saying("second-chance-asked-once", "day")
CLOSED = Saying("second-chance-closed", "day")
ODDS = Saying("second-chance-odds")
APART = Saying("second-chance-apart")
NO_REASON = Saying("second-chance-no-reason")
NO_PIECE = Saying("second-chance-no-piece")
AIM = Saying("second-chance-aim")
CAUTION = Saying("second-chance-caution")
KEEP_SHORT = Saying("second-chance-keep-short")
ON_PAPER = Saying("second-chance-on-paper")
ALOUD = Saying("second-chance-aloud")
SENT = Saying("second-chance-sent", "day")
SENT_TO_SHOW = Saying("second-chance-sent-to-show", "day", "ready")
"""With a piece of work named for a day: that is still to do."""
LEFT = Saying("second-chance-left")
NOT_THIS_ONE = Saying("second-chance-not-this-one")

_SAYS_NOTHING = re.compile(
    r"(?:(?:well|um+|hm+|so|honestly|ok|okay|sorry|maybe|perhaps)[,. ]+)*(?:i )?(?:really |honestly |just )*(?:dunno|idk|(?:don't|dont|do not|can't|cannot) (?:really )?(?:know|say)(?: really| why| yet| what to say| exactly)*"
    r"|no idea|not sure(?: really| why| yet)*|(?:no|without) (?:particular |real |special )?reason(?: really)?|nothing(?: really| special| much| comes to mind)*|none(?: really)?|(?:just )?because|cause|whatever|anything|i guess|please(?: please)*"
    r"|(?:because )?i (?:just |really |so |badly )*(?:want|need|would love|'d love|deserve) (?:it|the job|this job|that job|this|another chance|a second chance|one|a chance)(?: (?:so|very|badly|much|bad|really|that's all))*)",
    re.IGNORECASE,
)

_OF_THAT_DAY = re.compile(
    r"\bi (?:was|felt|am|had been|have been|got|came|arrived) (?:\w+ )?(?:ill|sick|unwell|tired|exhausted|hungover|stressed|scared|shy|late|ashamed|upset)\b"
    r"|\bi had (?:a |an |the )?(?:\w+ )?(?:flu|fever|cold|migraine|headache|bad (?:day|night)|sleepless night|no sleep)\b|\bmy (?:\w+ )?(?:health|illness)\b"
    r"|\bmy (?:mother|father|mum|mom|dad|sister|brother|son|daughter|child|baby|husband|wife|partner|grandmother|grandfather) (?:\w+ )?(?:died|passed|ill|sick|left)\b",
    re.IGNORECASE,
)
"""What made the day a bad one; it is theirs to tell, and asked about before it goes into a letter."""
_OF_THEM = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
"""Who reads the letter, spoken of as if somebody else read it."""


class Gate(StrEnum):
    """Whether a second chance may be asked for, and if not, what stands in the way."""

    BARRED = "barred"
    NO_NEED = "no-need"
    """They go on, or have offered it, or the person is out."""
    EARLY = "early"
    NOTE_FIRST = "note-first"
    IF_MISSING = "if-missing"
    """Only if there is a point that they still do not know."""
    OPEN = "open"


def gate(facts: Facts, today: date) -> Gate:
    """What the facts say of it on that day."""
    if facts.value("contact") == "barred":
        return Gate.BARRED
    if facts.value("outcome") in ("offer", "next-round", "withdrawn"):
        return Gate.NO_NEED
    if today < opens_on(facts, today):
        return Gate.EARLY
    if facts.value("outcome") == "rejected":
        return Gate.OPEN
    return Gate.IF_MISSING if is_note_settled(facts, today) else Gate.NOTE_FIRST


def opens_on(facts: Facts, today: date) -> date:
    """The first day on which it may be asked for."""
    return (day_of(facts) or today) + timedelta(days=DAYS_AFTER)


def is_note_settled(facts: Facts, today: date) -> bool:
    """Whether the note is out, or not wanted, or the last call for it has passed."""
    is_sent = all(facts.value(f"note-{reader.number}-sent") for reader in readers(facts))
    was_called = facts.value(f"nudge:{Kind.LAST_CALL}") in ("sent", "passed")
    return is_sent or not is_wanted(facts) or was_called or today > opens_on(facts, today)


def is_open(facts: Facts, today: date) -> bool:
    """Whether it could be asked for now, as far as they have said; the map shows it then, until it has been."""
    stands = gate(facts, today)
    said = [value for _, value in facts.items("still-unknown")]
    return stands is Gate.OPEN or (stands is Gate.IF_MISSING and said[-1:] == ["yes"])


@flow("second-chance")
def second_chance(talk: Talk) -> Script:
    """On request: through the gate, or why not and when."""
    today = date.fromisoformat(talk.today)
    closes = talk.known("chance-closes-on")
    if talk.known("chance-asked") and isinstance(closes, str):
        talk.say(ASKED_ONCE if talk.today < closes else CLOSED, day=closes)
        return
    match gate(talk.facts, today):
        case Gate.BARRED:
            talk.say(BARRED)
        case Gate.NO_NEED:
            talk.say(NO_NEED, outcome=str(talk.known("outcome")))
        case Gate.EARLY:
            is_no = talk.known("outcome") == "rejected"
            talk.say(EARLY if is_no else EARLY_UNDECIDED, day=opens_on(talk.facts, today).isoformat())
        case Gate.NOTE_FIRST:
            talk.say(NOTE_FIRST)
        case Gate.IF_MISSING:
            if (yield from is_missing(talk)):
                yield from ask_again(talk)
            else:
                talk.say(NOTHING_NEW)
        case Gate.OPEN:
            yield from ask_again(talk)


def is_missing(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Whether there is a point they still do not know; a no of an earlier day is asked about again."""
    question = UNKNOWN_SINCE if nothing_was_missing(talk) else STILL_UNKNOWN
    answer = yield from ask_afresh(talk, question, holds=lambda said: said != "no")
    return answer == "yes"


def nothing_was_missing(talk: Talk) -> bool:
    """Whether they said at the first telling that nothing was left out."""
    return talk.known("point-1") == Picked("nothing")


def ask_again(talk: Talk) -> Script:
    """The odds, the reason, the way, the preparation, and the text."""
    talk.say(ODDS)
    reason = yield from stated_reason(talk)
    if reason is None:
        talk.say(NO_REASON)
    else:
        talk.say(AIM)
    tried = talk.known(ROUND)
    number = tried if isinstance(tried, int) else 1
    question = (OTHER_WAY if reason is None else WAY).keyed(number)
    way = yield from ask_afresh(talk, question, holds=is_taken_up)
    request: Request | None = None
    if way == "talk" and reason is not None:
        yield from first_words(talk)
        request = Request("talk", reason)
    elif way == "show":
        request = yield from what_to_show(talk, reason, number)
    else:
        talk.say(NOT_THIS_ONE)
    if request is not None:
        yield from settle_request(talk, request, number)


def stated_reason(talk: Talk) -> Generator[Question[Any], None, str | None]:
    """What the hour did not show, in words that may stand in a letter; None when there is none (R44)."""
    named = talk.known(THEIR_REASON)
    is_own = isinstance(named, str) and not (conduct.is_no_reason(named) or apart.is_of_it(talk.facts, named))
    question = REASON.given(told="yes", named=quoted(named)) if isinstance(named, str) and is_own else REASON
    start = 1
    while True:
        number, said = yield from ask_afresh_from(start, talk, question, holds=says_something)
        if not isinstance(said, str) or not says_something(said):
            return None
        start = number + 1
        if apart.is_of_it(talk.facts, said):
            talk.say(APART.numbered(number))
        elif (yield from may_stand(talk, number, said)):
            return said


def may_stand(talk: Talk, number: int, said: str) -> Generator[Question[Any], None, bool]:
    """Whether a reason goes into the letter as it is: what is a confession or private, or speaks of its readers, only if they say so (K03)."""
    if is_sore(talk.facts, f"{REASON.name}-{number}") or _OF_THAT_DAY.search(said):
        question = MAY_STAND
    elif _OF_THEM.search(said) and talk.known("contact") != "recruiter":
        question = SPEAKS_OF_THEM
    else:
        return True
    answer = yield from talk.ask(question.numbered(number).given(words=quoted(said)))
    return answer == "yes"


def is_taken_up(chosen: str) -> bool:
    """Whether an option is more than leaving it."""
    return chosen != "leave"


def says_something(said: Value | None) -> bool:
    """Whether an answer states anything that could stand in a letter."""
    if not isinstance(said, str) or len(said.split()) < LEAST_OF_A_REASON:
        return False
    return not _SAYS_NOTHING.fullmatch(brief(said).strip(" .!?"))


def what_to_show(talk: Talk, reason: str | None, number: int) -> Generator[Question[Any], None, Request | None]:
    """A piece of work, or some hours of it with the caution first; None when it comes to nothing."""
    means = yield from talk.ask(MEANS.keyed(number))
    hours = ""
    if means == "trial":
        talk.say(CAUTION)
        trial = yield from ask_afresh(talk, TRIAL.keyed(number), holds=is_taken_up)
        if trial == "trial":
            chosen = yield from ask_afresh(talk, HOURS.keyed(number), holds=is_taken_up)
            hours = chosen if chosen in ("two-hours", "half-day") else ""
        if trial not in ("sample", "trial") or (trial == "trial" and not hours):
            talk.say(NOT_THIS_ONE)
            return None
    else:
        talk.say(KEEP_SHORT)
    question = (TRIAL_PIECE if hours else PIECE).keyed(number)
    piece = yield from ask_afresh(talk, question, holds=says_something)
    if not isinstance(piece, str) or not says_something(piece) or apart.is_of_it(talk.facts, piece):
        talk.say(NO_PIECE)
        return None
    if hours:
        talk.say(ON_PAPER)
        return Request("trial", reason, piece, hours)
    ready = yield from talk.ask(READY_ON.keyed(number))
    return Request("show", reason, piece, ready_on=ready if isinstance(ready, str) else None)


def first_words(talk: Talk) -> Script:
    """Getting ready for a yes that may come by phone: what they would say first (R46)."""
    words = yield from talk.ask(FIRST_WORDS)
    if isinstance(words, str):
        talk.say(ALOUD)


def settle_request(talk: Talk, request: Request, number: int) -> Script:
    """The text until it is sent or left; once it is sent, the day on which the matter closes (C3)."""
    closes = (date.fromisoformat(talk.today) + timedelta(days=CLOSES_AFTER)).isoformat()
    question = SETTLE.bringing("another-way", ROUND, number + 1).bringing("sent", "chance-closes-on", closes)
    keys = (talk.key, talk.today, number)
    decision = yield from settle(talk, question, partial(draft, talk.facts, request), FOLLOW_UP, *keys)
    if decision == "sent":
        talk.mark("chance-asked")
        if request.ready_on is None:
            talk.say(SENT, day=closes)
        else:
            talk.say(SENT_TO_SHOW, day=closes, ready=request.ready_on)
    else:
        talk.say(LEFT)
