"""Where it cannot be told whether somebody is in danger: they are asked, above the question that is open.

What they wrote is heard all the same, and whoever writes on has gone on (see `core.flows.breather`). The rule a newcomer
could break: nobody is asked again and again, since people who were never in danger are asked as well; but a phrase that says
danger is never passed over.
"""

from __future__ import annotations

from core.facts import PERSON
from core.flows import breather
from core.messages import Line, Prompt
from core.safety.danger import Danger, Kind
from core.turn.workbench import Workbench
from core.understanding import Reading

_ASKED = "danger-asked"
"""Named so that it is in no export, as everything about danger."""
_NOT_AGAIN_FOR = 15
"""Turns."""


def make_sure(bench: Workbench, reading: Reading, danger: Danger) -> None:
    """Ask whether it is more than an interview, unless danger was heard, or where no phrase says it, that was asked already.

    Nothing of the coach's own stands beside it but what they asked for: comfort could miss what they meant.
    """
    asked = bench.facts(PERSON).value(_ASKED)
    is_recent = isinstance(asked, int) and bench.number < asked + _NOT_AGAIN_FOR
    if bench.held or (is_recent and danger.kind is not Kind.DOUBTED):
        return
    bench.state_fact(PERSON, _ASKED, bench.number)
    is_asked_for = reading.order is not None or reading.wish is not None or reading.aside is not None
    out = (Prompt,) if is_asked_for else (Prompt, Line)
    bench.parts = [part for part in bench.parts if not isinstance(part, out)]
    bench.begin("breather", bench.interview, key=f"{breather.UNSURE.name}.{bench.number}")
    bench.proceed()
