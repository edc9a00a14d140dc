"""A no of one place in the first words about another: it is kept for the one it came from, and the story goes on.

The rule a newcomer could break: what is told of the one that went badly says nothing of the one that said no, nor the
other way round.
"""

from __future__ import annotations

from core import lines
from core.plan import HEARD, MET
from core.questions import Offer, Opening
from core.turn import days, passing, whose
from core.turn.workbench import Workbench
from core.understanding import Reading, no_beside, read
from core.understanding.no_beside import NoBeside


def kept(bench: Workbench, reading: Reading) -> Reading | None:
    """What is told of the other interview, once the no is kept; None where there is none beside a story."""
    run = bench.run
    if bench.shown is not None and bench.shown.kind not in (Opening.kind, Offer.kind):
        return None
    found = no_beside.read(reading.text)
    if found is None:
        return None
    rest = read(found.rest)
    coming = days.to_come(rest, bench.now).get("next-interview-on")
    is_ahead = isinstance(coming, str) and coming > bench.today.isoformat()
    if is_ahead or passing.caught(rest, bench.now).get("news") == "ahead":
        return None
    known = None if found.place is None else whose.named(bench, read(found.place))
    if known is not None:
        _keep(bench, known, found)
        return rest
    if run is None or bench.shown is None or bench.shown.kind != Opening.kind:
        return None
    _keep(bench, run.interview, found)
    _begin_the_other(bench, run.key, found)
    return rest


def _keep(bench: Workbench, interview: str, found: NoBeside) -> None:
    if found.place is not None and bench.facts(interview).value("organisation") is None:
        bench.state_fact(interview, "organisation", found.place)
    bench.state_fact(interview, "outcome", "rejected")
    for mark in (MET, HEARD):  # what is said here is all that is said of it today
        bench.state_fact(interview, mark, bench.today.isoformat())
    if (place := whose.place_of(bench, interview)) is None:
        bench.say(lines.NO_ELSEWHERE)
    else:
        bench.say(lines.OUTCOME_THERE, outcome="rejected", place=place)


def _begin_the_other(bench: Workbench, key: str, found: NoBeside) -> None:
    interview = bench.begin_interview()
    bench.runs.pop()
    with bench.asking_unseen():
        bench.begin("capture", interview, key=key)
    if found.other is not None:
        bench.state_fact(interview, "organisation", found.other)
        bench.note("organisation", found.other)
