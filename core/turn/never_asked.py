"""A question told of that was never put is taken out again, with what was said of it; the open question stays.

The rule a newcomer could break: where they are asked what never came up, "they never asked about my Excel" answers it.
"""

from __future__ import annotations

import re

from core import echo, lines
from core.facts import PERSON, Facts
from core.flows.lesson import quoted
from core.questions import Opening, OwnLetter, Verbatim
from core.turn.workbench import Workbench
from core.understanding import Reading, never_asked
from core.understanding.retractions import Retraction

_NOT_HERE = {Opening.kind, OwnLetter.kind, Verbatim.kind}
_OF_IT = re.compile(r"(?:struggle|question|asked)-\d+|other-questions")
_NEVER_CAME_UP = "point-"


def taken_out(bench: Workbench, reading: Reading) -> bool:
    """Whether it says so; what is kept of it is dropped then."""
    shown, found = bench.shown, never_asked.read(reading.text)
    if found is None or (shown is not None and shown.kind in _NOT_HERE):
        return False
    interview = bench.interview if bench.facts().all() else bench.told_interview
    if interview == PERSON:
        return False
    name = _meant(bench.facts(interview), found.what, bench.before.number)
    if not found.is_taken_back and (name is None or (shown is not None and shown.name.startswith(_NEVER_CAME_UP))):
        return False
    if name is None:
        bench.say(lines.NOT_ASKED)
    else:
        _drop(bench, interview, name)
    bench.proceed(short=True)
    return True


def _meant(facts: Facts, what: str, last_turn: int) -> str | None:
    """The fact that tells of that question: the one that shares its words, else the one that was told last."""
    told = [name for name in facts.all() if _OF_IT.fullmatch(name) and facts.text(name) is not None]
    if not what:
        latest = [name for name in told if (fact := facts.latest(name)) is not None and fact.turn == last_turn]
        return latest[-1] if latest else None
    said = Retraction.words_in(what)
    shared = {name: len(said & Retraction.words_in(facts.text(name) or "")) for name in told}
    best = max(told, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] else None


def _drop(bench: Workbench, interview: str, name: str) -> None:
    words = bench.facts(interview).text(name) or ""
    stem, _, number = name.rpartition("-")
    names = (
        [f"{one}-{number}" for one in ("struggle", "question", "unsaid")]
        if stem in ("struggle", "question")
        else [name]
    )
    for one in names:
        if bench.facts(interview).value(one) is not None:
            bench.withdraw(interview, one)
    if stem not in ("struggle", "question"):
        bench.leave_out(interview, name)
    bench.say(echo.LEFT_OUT, words=quoted(words))
