"""What they will do the next time, given where words for them are asked for: it is what was learnt, and in no letter.

The rule a newcomer could break: where a task is done over, or something is said back in anger, such a sentence is the
answer.
"""

from __future__ import annotations

from core import lines
from core.facts import PERSON
from core.flows.lesson import LEARNT
from core.questions import Words
from core.turn import getting_around, strained
from core.turn.answering import answer
from core.turn.options import meaning, pick
from core.turn.workbench import Workbench
from core.understanding import Reading, read, resolutions
from core.understanding.commands import Command

_WORDS_FOR_THEM = {"unsaid", "point", "better", "attempt", "anew"}
_OTHERWISE = ("-task", "-to-them")
"""How the words of the questions end to which it may be the answer."""


def kept(bench: Workbench, reading: Reading) -> Reading | None:
    """Keep it as learnt: what else the text holds, without words where that was all; None where there is none of it."""
    shown, interview = bench.shown, bench.interview
    if shown is None or shown.kind != Words.kind or interview == PERSON or shown.words.endswith(_OTHERWISE):
        return None
    if strained.stem(shown.name) not in _WORDS_FOR_THEM or (found := resolutions.read(reading.text)) is None:
        return None
    learnt = bench.facts().text(LEARNT.name)
    bench.state_fact(interview, LEARNT.name, found.words if learnt is None else f"{learnt.rstrip('. ')}. {found.words}")
    bench.say(lines.FOR_NEXT_TIME)
    if found.rest:
        return read(found.rest)
    option = meaning(shown.options, Command.MAYBE) or meaning(shown.options, Command.NO)
    if learnt is None:
        bench.proceed(short=True)
    elif option is None:
        getting_around.skip(bench, None)
    else:
        answer(bench, pick(shown, option, bench.now))
    return read("")
