"""News of their answer, at any time: which interview it is about, and whether it opens a conversation of its own.

Nothing here says a word about the news but one line in the middle of the first conversation; the flow `outcome` does.
The rule a newcomer could break: a longer answer in own words is an answer, whatever it mentions; news is short, or is
told where no words were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import lines, passing
from core.facts import PERSON, Value
from core.plan import PAUSE_IN_CAPTURE
from core.questions import Choice, Offer, Opening, Scale
from core.state import Pause
from core.understanding import Reading
from core.workbench import Workbench

WAITING = "waiting"
_ANOTHER = re.compile(
    r"\b(?:another|other|new|different) (?:job )?interview\b|\binterview(?:ed)? (?:yesterday|today)\b", re.IGNORECASE
)
_BY_WHOM = re.compile(
    r"\b(?!They\b|He\b|She\b|It\b|Who\b)([A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*) (?:has |have |just )*(?:rejected me|turned me down)"
)
_DATES = ("next-interview-on", "answer-promised-at")
_POINTLESS = {"note", "note-due", "check-in", "outcome"}
"""What has no more to do once they have answered, or is about an answer corrected now."""
_CLOSED = {Choice.kind, Offer.kind, Scale.kind}


def told(bench: Workbench, reading: Reading) -> bool:
    """Take up news that a text tells; False when it tells none, or none that is news here."""
    if not any(detail.name == "outcome" for detail in reading.details):
        return False
    if bench.run is not None and bench.run.interview == PERSON:  # danger and the like come first
        return False
    caught = passing.caught(reading, bench.now)
    interview = _about(bench, reading, caught)
    if interview is None or not _is_new(bench, reading, interview, caught):
        return False
    outcome = str(caught["outcome"])
    if _is_being_told(bench, interview):
        return _taken_in_passing(bench, reading, outcome, caught)
    _keep(bench, interview, outcome, caught)
    _clear(bench, interview)
    lies_open = any(run.interview == interview for run in bench.runs)
    bench.reopen("outcome", interview, key=outcome)
    if lies_open:  # after such news it waits until they ask for it
        bench.change_run(over_stopped=True)
    bench.proceed()
    return True


def _about(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> str | None:
    """The interview whose place is named, else the one talked about, else the last; None when it is another one."""
    text = reading.text.casefold()
    for interview in reversed(bench.interviews):
        place = bench.facts(interview).text("organisation")
        if place is not None and place.casefold() in text:
            return interview
    interview = bench.interview if bench.facts().all() else bench.told_interview
    if interview == PERSON or _tells_of_another(reading, caught):
        return None
    known = bench.facts(interview).text("organisation")
    named = caught.get("organisation") or _BY_WHOM.search(reading.text)
    return interview if known is None or not named else None


def _tells_of_another(reading: Reading, caught: Mapping[str, Value]) -> bool:
    if "interview" not in reading.text.casefold():
        return False
    is_over = reading.is_just_over and caught["outcome"] != "next-round"
    return is_over or "struggle-1" in caught or bool(_ANOTHER.search(reading.text))


def _is_new(bench: Workbench, reading: Reading, interview: str, caught: Mapping[str, Value]) -> bool:
    known, outcome = bench.facts(interview).value("outcome"), caught["outcome"]
    if outcome == WAITING:  # said often and of many things: only where nothing else is talked about
        return _is_idle(bench) and known in (None, WAITING)
    if _is_idle(bench):
        return True
    shown = bench.shown
    is_told_shortly = shown is None or shown.kind in _CLOSED or passing.is_all(reading, caught)
    answers = shown is not None and shown.name in _DATES
    return is_told_shortly and (outcome != known or (not answers and any(name in caught for name in _DATES)))


def _is_idle(bench: Workbench) -> bool:
    """Whether nothing is under way but perhaps an invitation that nobody has taken up."""
    return all(run.flow == "capture" and not bench.facts(run.interview).all() for run in bench.runs)


def _is_being_told(bench: Workbench, interview: str) -> bool:
    """Whether the first conversation about it is under way: not stopped, put off or left lying for hours."""
    is_open = any(run.flow == "capture" and run.interview == interview for run in bench.runs)
    silent = bench.now.timestamp() - bench.before.heard
    return is_open and bench.before.paused is Pause.NOT and silent < PAUSE_IN_CAPTURE.total_seconds()


def _taken_in_passing(bench: Workbench, reading: Reading, outcome: str, caught: Mapping[str, Value]) -> bool:
    """One line, and the question again; False when the text answers that question as well."""
    shown = bench.shown
    if shown is None or shown.kind in (Opening.kind, Scale.kind) or not passing.is_all(reading, caught):
        return False
    _keep(bench, bench.interview, outcome, caught)
    bench.say(lines.OUTCOME, outcome=outcome)
    bench.proceed()
    return True


def _keep(bench: Workbench, interview: str, outcome: str, caught: Mapping[str, Value]) -> None:
    facts = bench.facts(interview)
    if facts.value("outcome") != outcome:
        bench.state_fact(interview, "outcome", outcome)
    for name in _DATES:
        if name in caught:
            bench.state_fact(interview, name, caught[name])
            bench.note(name, caught[name])
    if outcome == "next-round" and facts.value("moved-on"):
        bench.withdraw(interview, "moved-on")  # letting go has ended


def _clear(bench: Workbench, interview: str) -> None:
    """Leave what the news has made pointless: offers not taken up, notes; an unfinished first telling just waits."""
    bench.leave_empty_invitations()
    for run in bench.runs:
        if run.flow == "capture" and run.interview == interview and not bench.facts(interview).value("captured"):
            bench.state_fact(interview, "broken-off", True)
    bench.runs = [
        run
        for run in bench.runs
        if run.interview != interview
        or not (run.flow in _POINTLESS or (run.shown is not None and run.shown.kind == Offer.kind))
    ]
