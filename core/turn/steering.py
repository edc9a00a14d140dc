"""Steering while somebody gets ready: another of the likely questions, one about something, or the other interview.

The rule a newcomer could break: the conversation is led there by the answers that it takes, so that it can be gone back
over like any other.
"""

from __future__ import annotations

import re

from core import likely, lines
from core.facts import Picked
from core.flows.prepare import AT_ONCE, PLACES
from core.plan import Kind
from core.state import Run
from core.turn import whose
from core.turn.options import is_label
from core.turn.workbench import Workbench
from core.understanding import Reading, steering

_WHICH = re.compile(r"likely\.(?P<field>[\w-]+)\.(?P<turn>\d+)\.which-(?P<left>\d)")
_TRYING = re.compile(r"likely\.(?P<field>[\w-]+)\.answer-\d+")
_PREPARE = Kind.PREPARE.value


def steered(bench: Workbench, reading: Reading) -> bool:
    """Go to what they would rather practise; False where the text asks for nothing of it."""
    return _to_the_other(bench, reading) or _to_a_question(bench, reading)


def _to_the_other(bench: Workbench, reading: Reading) -> bool:
    """ "Can we prep for the bank one instead": what is under way about the first keeps its place."""
    interview = whose.named(bench, reading)
    is_there = bench.run is not None and bench.run.flow == _PREPARE and bench.run.interview == interview
    if interview is None or is_there or not bench.is_ahead(interview) or bench.facts(interview).value("prepared"):
        return False
    if not steering.asks_to_get_ready(reading.text):
        return False
    bench.reopen(_PREPARE, interview, key="")
    bench.proceed()
    return True


def _to_a_question(bench: Workbench, reading: Reading) -> bool:
    run, shown = bench.run, bench.shown
    if run is None or shown is None or run.flow != _PREPARE or is_label(shown, reading.text):
        return False
    which, trying = _WHICH.fullmatch(shown.name), _TRYING.fullmatch(shown.name)
    at = which or trying
    wanted = None if at is None else steering.read(reading.text, is_answering=trying is not None)
    if at is None or wanted is None:
        return False
    number = None
    if wanted.about:
        asked = likely.questions(at["field"])
        number = likely.about(wanted.about, asked, _tried(bench, run, at["field"], len(asked)))
        if number is None:
            bench.say(lines.NO_SUCH_QUESTION, about=wanted.about)
            bench.proceed(short=True)
            return True
    if trying is not None:
        bench.state_fact(run.interview, shown.name, Picked("leave"))
    elif number is None:
        bench.state_fact(run.interview, shown.name, "others")
    if number is not None:
        _choose(bench, run, number, len(likely.questions(at["field"])))
    bench.change_run(revisit=None, misses=0, repeats=0)
    bench.proceed()
    return True


def _tried(bench: Workbench, run: Run, field: str, count: int) -> frozenset[int]:
    """The places of the questions that have been tried, among so many."""
    known = (
        re.fullmatch(rf"likely\.{re.escape(field)}\.answer-(\d+)", name) for name in bench.facts(run.interview).all()
    )
    return frozenset(int(found[1]) % count for found in known if found is not None)


def _choose(bench: Workbench, run: Run, number: int, count: int) -> None:
    """Pass three after three until that question is among them, and choose it."""
    for _ in range(count):
        found = bench.replayed()
        question = found.question if found is not None else None
        at = None if question is None else _WHICH.fullmatch(question.name)
        if question is None or at is None:
            return
        listed = [one % count for one in _listed(bench, run, at)]
        place = PLACES[listed.index(number)] if number in listed else "others"
        bench.state_fact(run.interview, question.name, place)
        if place != "others":
            return


def _listed(bench: Workbench, run: Run, at: re.Match[str]) -> list[int]:
    """The numbers of the questions that are left of the three shown."""
    first = int(at["turn"]) * AT_ONCE
    numbers = list(range(first, first + AT_ONCE))
    while len(numbers) > int(at["left"]):
        chosen = bench.facts(run.interview).value(f"likely.{at['field']}.{at['turn']}.which-{len(numbers)}")
        if chosen not in PLACES:
            break
        numbers.pop(PLACES.index(str(chosen)))
    return numbers
