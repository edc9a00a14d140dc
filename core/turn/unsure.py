"""Where it cannot be told whether somebody is in danger: they are asked, above the question that is open.

What they wrote is heard all the same, and whoever writes on has gone on (see `core.flows.breather`). What they reply is for
`core.understanding.heavier` to read, and what stands beside a no is heard. The rule a newcomer could break: nobody is asked
again and again, since people who were never in danger are asked as well; but a phrase that says danger is never passed over.
"""

from __future__ import annotations

import re

from core import lines
from core.facts import PERSON
from core.flows import breather
from core.messages import Line, Prompt
from core.questions import (
    ComingDay,
    Interviewers,
    Option,
    Organisation,
    Partner,
    PastDay,
    Place,
    Settling,
    TimedChoice,
)
from core.safety.danger import Danger, Kind
from core.state import Pause, Run
from core.turn import at_an_offer
from core.turn.answering import answer
from core.turn.options import is_label, pick
from core.turn.workbench import Workbench
from core.understanding import Reading, heavier, read
from core.understanding.at_an_offer import is_their_day
from core.understanding.expressions import expression
from core.understanding.text import straight

_ASKED = "danger-asked"
"""Named so that it is in no export, as everything about danger."""
_NOT_AGAIN_FOR = 15
"""Turns."""
_MOST_WORDS = 20
_OF_BUSINESS = ("note", "note-due", "practice", "prepare")
_OF_NAMES_AND_DAYS = {
    kind.kind for kind in (Settling, Organisation, Interviewers, Partner, Place, PastDay, ComingDay, TimedChoice)
}
_TAKES_A_TURN = expression(
    r"\b(?:but|yet|still|even|though|although|anyway|however|except|feel\w*|matters?|care|empty|alone|late|goodbye|end\w*|over|never|nobody|"
    r"no ?one|wish|tired|i want\w*|can'?t|cannot|don'?t|not|if|before|last)\b",
    re.IGNORECASE,
)
"""What may follow good news and be none."""


def make_sure(bench: Workbench, reading: Reading, danger: Danger, was_open: Run | None) -> None:
    """Ask whether it is more than an interview, unless danger was heard, or where no phrase says it, that was asked already.

    Nothing of the coach's own stands beside it but what they asked for: comfort could miss what they meant.
    """
    asked = bench.facts(PERSON).value(_ASKED)
    is_recent = isinstance(asked, int) and bench.number < asked + _NOT_AGAIN_FOR
    if danger.kind is Kind.UNSURE and _is_harmless(bench, reading):
        return
    if danger.is_faint and _asks_for_something_else(was_open):
        return
    if bench.held or (is_recent and danger.kind is not Kind.DOUBTED):
        return
    bench.state_fact(PERSON, _ASKED, bench.number)
    is_asked_for = reading.order is not None or reading.wish is not None or reading.aside is not None
    out = (Prompt,) if is_asked_for else (Prompt, Line)
    bench.parts = [part for part in bench.parts if not isinstance(part, out)]
    bench.begin("breather", bench.interview, key=f"{breather.UNSURE.name}.{bench.number}")
    bench.proceed()


def replied(bench: Workbench, reading: Reading) -> Reading | None:
    """Take the reply to the question: what is left of it to be heard where they were, with no text where that is nothing.

    None where it is neither a yes nor a no: who writes on has gone on.
    """
    run, shown = bench.run, bench.shown
    if run is None or shown is None or shown.words != breather.UNSURE.words or is_label(shown, reading.whole):
        return None
    reply = heavier.read(reading.whole)
    if reply is None:
        return None
    if reply.is_heavier and not _is_good_news(reading):
        answer(bench, pick(shown, _option(breather.HEAVIER, shown.options), bench.now))
        return read("")
    rest = reading.whole if reply.is_heavier else reply.rest
    if rest:
        bench.runs.pop()
        bench.paused = Pause.STOPPED if run.over_stopped else bench.paused
        return read(rest)
    if reply.is_low:
        bench.say(lines.HURTS_ENOUGH)
    answer(bench, pick(shown, _option(breather.INTERVIEW, shown.options), bench.now))
    return read("")


def _option(option: Option, shown: tuple[Option, ...]) -> Option:
    """As it was shown."""
    return next((one for one in shown if one.id == option.id), option)


def is_nothing_but_good_news(reading: Reading) -> bool:
    """ "He just texted, i got the job, starting monday": words alone make it no danger, unless it takes a turn."""
    return _is_good_news(reading) and _is_nothing_heavy(reading)


def _is_harmless(bench: Workbench, reading: Reading) -> bool:
    """Whether it is good news, the day for an answer to an offer, or, after one, that they have said yes to it."""
    if is_nothing_but_good_news(reading) or is_their_day(reading.whole):
        return True
    return at_an_offer.took_it(bench, reading) and _is_nothing_heavy(reading)


def _asks_for_something_else(run: Run | None) -> bool:
    """Whether names, days, a draft or how one would answer at work were asked for, where words weigh otherwise."""
    if run is None or run.shown is None:
        return False
    return run.flow in _OF_BUSINESS or run.shown.kind in _OF_NAMES_AND_DAYS


def _is_nothing_heavy(reading: Reading) -> bool:
    """Whether it is short and takes no turn."""
    return len(reading.whole.split()) <= _MOST_WORDS and not _TAKES_A_TURN.search(straight(reading.whole))


def _is_good_news(reading: Reading) -> bool:
    """ "Yes! I got the job" says nothing heavy."""
    return any(detail.name == "outcome" and detail.value == "offer" for detail in reading.details)
