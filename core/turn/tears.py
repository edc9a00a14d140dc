"""Tears told of where something else was asked: met once with a line of their own, and no answer by themselves.

Who is crying as they write may choose how it goes on (`core.turn.strained`). The rule a newcomer could break: tears that
belong to what happened are evidence where that is asked for, and the flow hears them there.
"""

from __future__ import annotations

from core import lines
from core.facts import PERSON
from core.flows.capture.acknowledgement import HEARD
from core.questions import Opening, Quotation, Scale, Verbatim, Words
from core.turn import strained
from core.turn.options import chosen
from core.turn.workbench import Workbench
from core.understanding import Reading, stings, tears
from core.understanding.stings import Sting

_MET = "tears-met"
_ASKS_FOR_WORDS = {"unsaid", "question", "other-questions", "point", "better", "attempt", "anew"}
_TOLD_OF_IT = ("opening", "story", "cause", "anything-else", "what-else")


def met(bench: Workbench, reading: Reading) -> bool:
    """Take up tears; True where the text tells of nothing else, so that the open question stays."""
    shown, run = bench.shown, bench.run
    if reading.danger is not None or reading.strain is not None or not tears.told(reading.text):
        return False
    if shown is None or run is None:
        return bench.told_interview != PERSON and tears.is_all(reading.text) and _say(bench, bench.told_interview)
    if run.interview == PERSON or run.flow in ("telling", "breather") or shown.name in _TOLD_OF_IT:
        return False
    if shown.kind in (Opening.kind, Verbatim.kind):
        return False
    wants_words = shown.kind in (Words.kind, Quotation.kind)
    if wants_words and strained.stem(shown.name) not in _ASKS_FOR_WORDS:
        return False
    is_all = tears.is_all(reading.text) and (shown.kind == Scale.kind or chosen(shown, reading, bench.wording) is None)
    if is_all:
        _say(bench, run.interview)
        bench.proceed(short=True)
    elif not wants_words:
        _say(bench, run.interview)
    return is_all


def _say(bench: Workbench, interview: str) -> bool:
    facts = bench.facts(interview)
    stories = (facts.text(name) for name in _TOLD_OF_IT)
    is_known = bool(facts.value(_MET)) or any(told and stings.sting(told) is Sting.TEARS for told in stories)
    bench.say(lines.STILL_HURTS if is_known else HEARD[Sting.TEARS])
    if not is_known:
        bench.state_fact(interview, _MET, True)
    return True
