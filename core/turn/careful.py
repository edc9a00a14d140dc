"""While somebody may be in danger: it comes first, nothing leads past it, and only their own word leads back.

What is asked and said is in `core/flows/danger.py`; which words are a sign is for `core.safety` to say.
"""

from __future__ import annotations

import re

from core import lines
from core.facts import PERSON
from core.flows import danger
from core.safety import Kind
from core.state import Pause
from core.turn import getting_around, orders
from core.turn.options import chosen
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.commands import Command
from core.understanding.wishes import Action

_SERVED = {
    Command.STOP,
    Command.BYE,
    Command.LATER,
    Command.FORGET,
    Command.HUMAN,
    Command.UNDO,
    Command.BACK,
    Command.REPEAT,
    Command.WHY,
    Command.EXPORT,
}
"""What is obeyed all the same."""
_HEARD = "danger-"
"""Begins the facts that tell what was heard, with the turn behind."""
_NUMBERED = re.compile(rf"{_HEARD}\d+")


def meet(bench: Workbench, kind: Kind) -> None:
    """Before everything else; the place in the reflection is kept."""
    bench.held = True
    bench.undoable = False
    key = str(bench.number)
    bench.runs = [run for run in bench.runs if run.flow != "danger"]
    bench.state_fact(PERSON, f"{_HEARD}{key}", kind.value)
    bench.begin("danger", PERSON, key=key)
    bench.proceed()


def stay(bench: Workbench, reading: Reading) -> bool:
    """Stay with somebody who may be in danger and writes something else than an answer: nothing leads past it."""
    run, shown = bench.run, bench.shown
    if run is None or run.flow != "danger" or shown is None or bench.paused is Pause.STOPPED:
        return False
    if is_served(reading) or chosen(shown, reading, bench.wording) is not None:
        return False
    return getting_around.skip(bench, None)


def misread(bench: Workbench) -> str | None:
    """What they wrote when the latest danger was heard, where they said that it was misunderstood; once."""
    person = bench.facts(PERSON)
    turn = max((int(name.removeprefix(_HEARD)) for name in person.all() if _NUMBERED.fullmatch(name)), default=0)
    answers = {person.value(f"danger.{turn}.{question.name}") for question in danger.QUESTIONS}
    if danger.MISUNDERSTOOD not in answers or person.value(f"misread-{turn}"):
        return None
    bench.state_fact(PERSON, f"misread-{turn}", True)
    return next((kept.text for kept in bench.journal.turns if kept.number == turn), None)


def keep_help_in_view(bench: Workbench, reading: Reading) -> None:
    """Afterwards little is served, and whatever else is written is answered with where help is."""
    if not is_served(reading) or not (orders.wished(bench, reading) or orders.obeyed(bench, reading)):
        bench.say(lines.HELP_STAYS)


def is_served(reading: Reading) -> bool:
    """Whether it is one of the few things that are done all the same; to write to a person always is."""
    is_to_staff = reading.wish is not None and reading.wish.action in (Action.NOTE_TO_STAFF, Action.NOTE_BACK)
    return reading.order in _SERVED or is_to_staff
