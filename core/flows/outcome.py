"""What came of it, told at any time: a no, an offer, a next round, or still nothing.

Opened when news is told outside the first conversation (`core.news`), and by the check-in. The rule a newcomer could
break: a no is met in proportion and asks nothing of the day; what else may be done about it comes on another day.
"""

from __future__ import annotations

from datetime import date

from core.facts import Picked
from core.flows.asking import still_waiting
from core.flows.links import point_on
from core.flows.prepare import prepare_steps
from core.plan import PREPARE_DAYS
from core.questions import Choice, ComingDay, Option, Scale, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

DECIDED = ("rejected", "offer", "next-round")
"""The outcomes that are an answer of theirs."""
HEAVY = 7
"""From this feeling on the words are fewer."""
FEARED = 4
"""From this first feeling on, what was feared is put beside what came."""

FEELING = Scale("feeling-at-no", "outcome-feeling")
TELL = Words("told-of-no", "outcome-tell", (Option("told"), Option("rather-not", Command.NO)))
NEXT_DAY = ComingDay("next-interview-on", "outcome-next-day", (Option("not-yet", Command.NO),))
GET_READY = Choice("get-ready", "outcome-get-ready", (Option("now", Command.YES), Option("no", Command.NO)))

REJECTED = Saying("outcome-rejected")
REJECTED_UNWANTED = Saying("outcome-rejected-unwanted")
HEAVY_NOW = Saying("outcome-heavy-now", "feeling")
BEARABLE = Saying("outcome-bearable", "feeling")
WILL_TELL = Saying("outcome-will-tell")
HAS_TOLD = Saying("outcome-has-told")
NO_VERDICT = Saying("outcome-no-verdict")
OFFERED = Saying("outcome-offered")
FEARED_THEN = Saying("outcome-feared-then", "feeling")
IN_WRITING = Saying("outcome-in-writing")
SEARCH_OVER = Saying("outcome-search-over")
NEXT_ROUND = Saying("outcome-next-round")
DAY_OPEN = Saying("outcome-day-open")
BY_THEMSELVES = Saying("outcome-by-themselves")
READY_LATER = Saying("outcome-ready-later")


@flow("outcome")
def outcome(talk: Talk) -> Script:
    """The news as it stands; a correction changes the fact, and so the words."""
    if talk.known("outcome") in DECIDED:
        yield from what_came(talk)
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
    """It may hurt, somebody may hear of it, and it is one decision."""
    talk.say(REJECTED_UNWANTED if talk.known("wants-job") == "no" else REJECTED)
    feeling = yield from talk.ask(FEELING)
    if feeling is not None:
        talk.say(HEAVY_NOW if feeling >= HEAVY else BEARABLE, feeling=feeling)
    told = yield from talk.ask(TELL)
    if told == Picked("told"):
        talk.say(HAS_TOLD)
    elif isinstance(told, str):
        talk.say(WILL_TELL)
    talk.say(NO_VERDICT)
    point_on(talk)


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
        talk.say(NEXT_ROUND)
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
