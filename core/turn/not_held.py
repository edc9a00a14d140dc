"""An interview that did not take place: nobody asks how bad it felt, and what can be done about it today is said.

The rule a newcomer could break: what is known of one that has been stays; only what was still to come is taken out.
"""

from __future__ import annotations

from collections.abc import Mapping

from core import lines
from core.facts import PERSON, Value
from core.questions import Opening
from core.state import Shown
from core.turn import days, keeping, options, passing, whose
from core.turn.answering import answer
from core.turn.workbench import Workbench
from core.understanding import Reading, not_held, times
from core.understanding.not_held import NotHeld, Reason

_AT_THE_START = {"opening", "story", "feeling-at-first", "really-that-bad", "cause"}
"""The first questions about an interview, which may be answered so."""
_COMING = ("next-interview-on", "next-interview-at")
_OF_THE_PLACE = {"organisation", "role"}
_TOOK_PLACE = {"struggle-1", "question-1", "asked-1", "interviewer-1", "cause-told"}
_NONE_OF_IT = {"outcome", "answer-promised-at", "answer-promised-at-roughly", "news", *passing.AHEAD}


def met(bench: Workbench, reading: Reading) -> bool:
    """Whether a text says that one was called off, moved or missed, or that nobody came; it is answered then."""
    if reading.danger is not None or reading.is_question:
        return False
    if (found := not_held.read(reading.text)) is None:
        return _has_new_day(bench, reading)
    caught = passing.caught(reading, bench.now)
    if _TOOK_PLACE & caught.keys():
        return False
    run, shown = bench.run, bench.shown
    is_of_it = run is not None and run.flow == "capture" and not bench.facts().value("captured")
    if shown is not None and is_of_it and shown.name in _AT_THE_START:
        _leave_the_telling(bench, reading, found, caught)
        return True
    if "outcome" in caught or (shown is not None and _may_answer(bench, shown, reading)):
        return False  # "my mock interview got cancelled" may be what was asked
    awaited = _awaited(bench, reading)
    if awaited is None and found.reason is Reason.MOVED:
        return False
    if awaited is not None:
        _take_out(bench, awaited)
    coming = _new_day(bench, found)
    bench.say(lines.NOT_HELD[Reason.MOVED if coming else found.reason])
    if awaited is not None:
        _keep_day(bench, awaited, coming)
    bench.proceed(short=True)
    return True


def _may_answer(bench: Workbench, shown: Shown, reading: Reading) -> bool:
    """Whether the open question takes such words: "she wasn't there", of a call that they made."""
    return shown.kind in passing.OWN_WORDS or options.chosen(shown, reading, bench.wording) is not None


def _has_new_day(bench: Workbench, reading: Reading) -> bool:
    """ "They gave me a new one, Friday at 10", for one that has no day any more."""
    without = [one for one in bench.interviews if bench.is_ahead(one) and bench.facts(one).value(_COMING[0]) is None]
    coming = days.to_come(reading, bench.now) if len(without) == 1 and not_held.tells_new_day(reading.text) else {}
    if not coming or (bench.shown is not None and bench.shown.kind in passing.OWN_WORDS):
        return False
    bench.say(lines.NOT_HELD[Reason.MOVED])
    place = passing.caught(reading, bench.now).get("organisation")
    is_told = place is not None and bench.facts(without[0]).value("organisation") is None
    _keep_day(bench, without[0], coming | ({"organisation": place} if is_told and place is not None else {}))
    bench.proceed(short=True)
    return True


def _keep_day(bench: Workbench, interview: str, coming: Mapping[str, Value]) -> None:
    for name, value in coming.items():
        bench.state_fact(interview, name, value)
        bench.note(name, value)


def _leave_the_telling(bench: Workbench, reading: Reading, found: NotHeld, caught: Mapping[str, Value]) -> None:
    """It was told of as if it had been: one that is moved is ahead, and of any other nothing is asked."""
    run, shown = bench.run, bench.shown
    if run is None or shown is None:
        return
    coming = _new_day(bench, found)
    bench.say(lines.NOT_HELD[Reason.MOVED if coming else found.reason])
    if found.reason is not Reason.MOVED and not coming:
        for name in bench.facts(run.interview).all():
            if name not in _OF_THE_PLACE:
                bench.withdraw(run.interview, name)
        for name in _OF_THE_PLACE & caught.keys():
            bench.state_fact(run.interview, name, caught[name])
        bench.state_fact(run.interview, "news", "ahead")  # with no day, until there is a new one
        bench.runs.pop()
        if not bench.has_said(lines.PRIVACY):
            bench.say(lines.PRIVACY, surface=bench.surface, months=keeping.months(bench))
        bench.proceed()
    elif shown.kind == Opening.kind:
        told = {name: value for name, value in caught.items() if name not in (*_NONE_OF_IT, "interview-on")}
        answer(bench, {shown.name: reading.text}, reading, {**told, "news": "ahead", **coming})
    else:
        whose.is_still_to_come(bench, run.interview, coming)


def _awaited(bench: Workbench, reading: Reading) -> str | None:
    """The one to come that it is about: the one they name, else the only one, be it a next round."""
    ahead = [one for one in bench.interviews if bench.is_ahead(one)]
    rounds = [one for one in bench.interviews if bench.facts(one).value("outcome") == "next-round"]
    named = whose.named(bench, reading)
    if named is not None:
        return named if named in (*ahead, *rounds) else None
    return (ahead or rounds)[0] if len(ahead or rounds) == 1 else None


def _take_out(bench: Workbench, interview: str) -> None:
    """No day is planned for it any more, and what was under way to get ready for it is left."""
    for name in _COMING:
        bench.withdraw(interview, name)
    bench.runs = [run for run in bench.runs if run.interview != interview or run.interview == PERSON]


def _new_day(bench: Workbench, found: NotHeld) -> dict[str, Value]:
    """The day and hour that are told behind the words for it, where they say that it will be then."""
    if found.reason is Reason.MOVED or found.is_put_elsewhere:
        for phrase in times.parse(found.rest):
            moment = times.resolve(phrase, bench.now, times.Direction.FUTURE)
            if moment is not None and moment.kind in days.WITH_A_DAY and moment.start > bench.now:
                return days.at_its_hour(moment)
    return {}
