"""What is open and yet asks for nothing: it gives way to whatever else somebody writes.

The invitation to tell of another interview, the choice how to go on after tears, the list of their interviews, the word
on a partner. The rule a newcomer could break: a choice of its own still counts as one, and gives way to nothing.
"""

from __future__ import annotations

from core.facts import PERSON
from core.flows import partner
from core.questions import Opening
from core.turn import commands, reading_back
from core.turn.options import chosen
from core.turn.workbench import Workbench
from core.understanding import Reading

_MAY_STAY_OPEN = (partner.SUITS.words, partner.AGAIN.words)
_TELLS = {"outcome", "struggle", "news"}
"""Details that nobody chooses from a list with."""


def is_invited_again(bench: Workbench, reading: Reading) -> bool:
    """Whether they write, to the invitation to tell of another interview, what may be about the last one."""
    run, shown = bench.run, bench.shown
    if run is None or run.flow != "capture" or shown is None or shown.kind != Opening.kind:
        return False
    is_first = bench.told_interview == PERSON or run.key == commands.WISHED
    return not (is_first or bench.facts(run.interview).all()) and chosen(shown, reading, bench.wording) is None


def is_past_breathing(bench: Workbench, reading: Reading) -> bool:
    """Whether they write to the question beneath, instead of choosing how to go on."""
    run, shown = bench.run, bench.shown
    if run is None or run.flow != "breather" or shown is None:
        return False
    return chosen(shown, reading, bench.wording) is None


def is_past_the_last(bench: Workbench, reading: Reading) -> bool:
    """The same where nothing waits beneath."""
    return len(bench.runs) == 1 and is_past_breathing(bench, reading)


def is_past_reading(bench: Workbench, reading: Reading) -> bool:
    """Whether the list of their interviews is open and they write of something else: a list asks nothing of them.

    Nor has anybody to say that a partner suits them.
    """
    run, shown = bench.run, bench.shown
    if run is None or shown is None or not reading.has_words:
        return False
    if run.flow not in reading_back.PUT_AWAY and shown.words not in _MAY_STAY_OPEN:
        return False
    if any(detail.name in _TELLS for detail in reading.details) or reading.mentions.an_interview:
        return reading.wish is None
    is_met = reading.command is not None or reading.wish is not None or reading.aside is not None
    return not is_met and chosen(shown, reading, bench.wording) is None
