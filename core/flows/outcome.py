"""What came of it, told at any time: a no, an offer, a next round, still nothing; or they have withdrawn themselves.

Opened when news is told outside the first conversation (`core.turn.news`), and by the check-in. The rule a newcomer could
break: a no is met in proportion and asks nothing of the day; what else may be done about it comes on another day
(`core.flows.after_no`).
"""

from __future__ import annotations

from datetime import date

from core import apart
from core.facts import Facts, Picked
from core.flows.asking import still_waiting
from core.flows.prepare import prepare_steps
from core.mood import went_well
from core.plan import HEARD, MET, PREPARE_DAYS, day_of, practice_days
from core.questions import Choice, ComingDay, Option, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding import conduct
from core.understanding.commands import Command
from core.understanding.persons import to_you
from core.understanding.reasons import THEIR_REASON
from core.vocabulary import Saying

DECIDED = ("rejected", "offer", "next-round")
"""The outcomes that are an answer of theirs."""
WITHDRAWN = "withdrawn"
"""The one that is a decision of the person's own."""
FEARED = 4
"""From this first feeling on, what was feared is put beside what came."""

TELL = Words(
    "told-of-no",
    "outcome-tell",
    (Option("told"), Option("somebody", Command.YES), Option("rather-not", Command.NO)),
)
NEXT_DAY = ComingDay("next-interview-on", "outcome-next-day", (Option("not-yet", Command.NO),))
GET_READY = Choice("get-ready", "outcome-get-ready", (Option("now", Command.YES), Option("no", Command.NO)))
KEEP_PRACTICE = Choice(
    "keep", "outcome-keep-practice", (Option("practice", Command.YES), Option("none", Command.NO)), {"day": ""}
)
"""The fact is the one in which letting go keeps it."""

REJECTED = Saying("outcome-rejected")
REJECTED_UNWANTED = Saying("outcome-rejected-unwanted")
REQUEST_ANSWERED = Saying("outcome-request-answered")
REASON = Saying("outcome-reason", "reason")
REASON_GRAVE = Saying("outcome-reason-grave", "reason")
WILL_TELL = Saying("outcome-will-tell")
HAS_TOLD = Saying("outcome-has-told")
NO_VERDICT = Saying("outcome-no-verdict")
OFFERED = Saying("outcome-offered")
FEARED_THEN = Saying("outcome-feared-then", "feeling")
IN_WRITING = Saying("outcome-in-writing")
SEARCH_OVER = Saying("outcome-search-over")
NEXT_ROUND = Saying("outcome-next-round")
NEXT_ROUND_AFTER_ALL = Saying("outcome-next-round-after-all", "asked")
NEXT_ROUND_WELL = Saying("outcome-next-round-well")
DAY_OPEN = Saying("outcome-day-open")
BY_THEMSELVES = Saying("outcome-by-themselves")
READY_LATER = Saying("outcome-ready-later")
OUT = Saying("outcome-out")
PRACTICE_STAYS = Saying("outcome-practice-stays")
NOTHING_COMES = Saying("outcome-nothing-comes")


@flow("outcome")
def outcome(talk: Talk) -> Script:
    """The news as it stands; a correction changes the fact, and so the words."""
    if talk.known("outcome") in DECIDED:
        yield from what_came(talk)
    elif talk.known("outcome") == WITHDRAWN:
        yield from withdrawn(talk)
    else:
        yield from still_waiting(talk)


def what_came(talk: Talk) -> Script:
    """What they answered."""
    match talk.known("outcome"):
        case "rejected":
            yield from rejected(talk)
        case "offer":
            offered(talk)
        case "next-round":
            yield from next_round(talk)


def rejected(talk: Talk) -> Script:
    """It may hurt, somebody may hear of it, and it is one decision; what still comes is told when they have been heard."""
    talk.mark(MET)
    talk.say(REJECTED_UNWANTED if talk.known("wants-job") == "no" else REJECTED)
    closes = talk.known("chance-closes-on")
    if isinstance(closes, str) and closes <= talk.today:  # the no has closed it
        talk.say(REQUEST_ANSWERED)
    reason = talk.known(THEIR_REASON)
    if isinstance(reason, str):
        talk.say(REASON_GRAVE if is_grave(talk.facts, reason) else REASON, reason=to_you(reason))
    told = yield from talk.ask(TELL)
    if told == Picked("told"):
        talk.say(HAS_TOLD)
    elif isinstance(told, str) or told == Picked("somebody"):
        talk.say(WILL_TELL)
    talk.say(NO_VERDICT)
    talk.mark(HEARD)


def is_grave(facts: Facts, reason: str) -> bool:
    """Whether the reason they gave is about who somebody is, so that there is nothing to learn from it (K04)."""
    return conduct.is_no_reason(reason) or apart.is_of_it(facts, reason)


def withdrawn(talk: Talk) -> Script:
    """Their own decision: nothing is asked about it, and all ends but practice that they want to keep."""
    talk.say(OUT)
    if (first := next_practice(talk)) is None:
        return
    keep = yield from talk.ask(KEEP_PRACTICE.given(day=first.isoformat()))
    talk.say(PRACTICE_STAYS if keep == "practice" else NOTHING_COMES)


def next_practice(talk: Talk) -> date | None:
    """The day on which practice was to come next."""
    day = day_of(talk.facts)
    if day is None or (talk.known("let-go") and talk.known("keep") not in ("both", "practice")):
        return None
    return next((on for _, on in practice_days(talk.facts, day) if on.isoformat() > talk.today), None)


def offered(talk: Talk) -> None:
    """Gladly, and what was feared beside what came."""
    talk.say(OFFERED)
    feared = talk.known("feeling-at-first")
    if isinstance(feared, int) and feared >= FEARED:
        talk.say(FEARED_THEN, feeling=feared)
    talk.say(IN_WRITING)
    if not talk.known("search-closed"):
        talk.say(SEARCH_OVER)


def next_round(talk: Talk) -> Script:
    """They go on, so letting go ends and getting ready begins (K06)."""
    if talk.is_new("outcome"):
        if talk.known(MET):
            talk.say(NEXT_ROUND_AFTER_ALL, asked="yes" if talk.known("chance-asked") else "no")
        else:
            talk.say(NEXT_ROUND_WELL if went_well(talk.facts) else NEXT_ROUND)
    coming = yield from talk.ask(NEXT_DAY)
    if not isinstance(coming, str):
        talk.say(DAY_OPEN)
    elif (date.fromisoformat(coming) - date.fromisoformat(talk.today)).days > PREPARE_DAYS:
        talk.say(READY_LATER)
    elif not talk.known("prepared"):
        ready = yield from talk.ask(GET_READY)
        if ready == "now":
            yield from prepare_steps(talk)
        else:
            talk.say(BY_THEMSELVES)
