"""An answer kept: the facts it is, what else its text holds, and on to the next question.

A detail fills a gap and never overwrites, but for two that would do harm if they did not: a ban on contact, and a
decision of theirs after waiting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import echo, lines
from core.drafts.thank_you import readers
from core.facts import Value
from core.flows import start_over
from core.flows.close_search import CLOSED
from core.flows.erase_one import ERASE
from core.flows.outcome import DECIDED
from core.questions import Offer, Opening, Scale
from core.turn import commands, news, own_data, passing, putting_off, rescheduling, strained, whose
from core.turn.options import Replied
from core.turn.workbench import Workbench
from core.understanding import Reading

_CONDUCT = "their-conduct"
_NOTE_SENT = re.compile(r"note-\d+-sent")
_ALL_SENT = re.compile(r"\b(?:both|all|two|three|each|everyone|everybody)\b", re.IGNORECASE)
"""That every note has gone, and not only the one shown."""
_NUMBER_ALONE = re.compile(r"\s*(\d{1,2})(?: ?/ ?10)?[.! ]*")
_WORRIED = re.compile(
    r"\b(?:they|he|she) (?:\w+ )?(?:won'?t|will not|will never|never|don'?t|aren'?t going)\b.{0,20}\b(?:me|it)\b|\b(?:no|little|slim|any|not much) (?:chance|hope)s?\b"
    r"|\b(?:not|won'?t|never|don'?t think|doubt)\b.{0,30}\b(?:take|hire|pick|choose|call|get it|offer)\b",
    re.IGNORECASE,
)
"""Beside the wish for the job: that they will not give it."""
_LUKEWARM = re.compile(
    r"\b(?:i (?:guess|suppose|think so)|suppose so|guess so|kind of|kinda|sort of|sorta|more or less|probably|wouldn'?t mind|wouldn'?t say no|better than nothing)\b",
    re.IGNORECASE,
)
"""With a yes to the job: that it is wanted, and not very much."""


def answer(
    bench: Workbench, replied: Replied, reading: Reading | None = None, caught: Mapping[str, Value] | None = None
) -> None:
    """Keep a reply and go on; with the text it was read from and that text's details, keep those as well."""
    run = bench.runs[-1]
    asked = run.shown.name if run.shown else ""
    if run.flow == "breather":
        strained.choose(bench, str(replied[asked]))
        return
    if run.flow == "start-over" and replied.get(asked) == start_over.NEW:
        commands.begin_anew(bench)
        return
    if run.shown and run.shown.kind == Offer.kind and putting_off.is_later(became := replied[asked]):
        rescheduling.put_off_message(bench, str(became))
        return
    if isinstance(interview := replied.get(ERASE), str):
        own_data.erase(bench, interview)
        return
    if run.flow in own_data.CHOSEN_IN and own_data.choose(bench, str(replied.get(asked))):
        return
    if isinstance(where := replied.get("zone"), str):
        bench.go_by(where, run.interview)
    if run.flow == "which-first":
        whose.take_first(bench, str(replied.get(asked)))
        return
    if run.flow == "which" and news.settled(bench, str(replied.get(asked))):
        return
    if reading is not None and any(_NOTE_SENT.fullmatch(name) for name in replied) and _ALL_SENT.search(reading.text):
        sent = (f"note-{reader.number}-sent" for reader in readers(bench.facts(run.interview)))
        replied = replied | {name: True for name in sent if not bench.facts(run.interview).value(name)}
    if CLOSED in replied:
        bench.runs = [run]  # what else was open ends with the search
    for name, value in replied.items():
        bench.state_fact(run.interview, name, value)
        if name == "outcome":
            continue  # its own words follow
        is_echoed = run.shown is not None and run.shown.kind in passing.ECHOED_KINDS
        if name != asked or run.shown is None or is_echoed:
            bench.note(name, value, is_asked_for=is_echoed)
    bench.change_run(revisit=None, misses=0, repeats=0)
    if reading is not None and replied.get("wants-job") == "yes" and _WORRIED.search(reading.text):
        bench.say(lines.WORRY)
    if reading is not None and replied.get("wants-job") == "yes":
        bench.state_fact(run.interview, "wants-job-how", "somewhat" if _LUKEWARM.search(reading.text) else "much")
    if reading is not None:
        told = caught or {}
        if run.shown is not None and run.shown.kind == Opening.kind:
            told = passing.in_first_words(reading, told)
        take(bench, passing.besides(run.shown, reading, told), but=asked)
    bench.proceed()


def take(bench: Workbench, caught: Mapping[str, Value], *, but: str = "") -> bool:
    """Keep the details that fill a gap; whether there were any. `but` names what the open question fills itself."""
    new = passing.gaps(caught, bench.facts(), but=but)
    if caught.get("contact") == "barred" and bench.facts().value("contact") not in (None, "barred"):
        new["contact"] = "barred"  # a note against their word would do harm
    if caught.get("outcome") in DECIDED and bench.facts().value("outcome") == "waiting":
        new["outcome"] = caught["outcome"]  # the wait is over
    for name, value in new.items():
        bench.state_fact(bench.interview, name, value)
        if name == "outcome" and value in DECIDED:
            bench.say(lines.OUTCOME, outcome=str(value))
        elif but != _CONDUCT or not name.startswith("interviewer"):  # whose deed it was is not read back as a detail
            bench.note(name, value)
    return bool(new)


def bar_contact(bench: Workbench, caught: Mapping[str, Value]) -> bool:
    """Take a ban on contact told late, when nothing is talked about; whether there was one."""
    kept = caught.get("contact") == "barred" and take(bench, {"contact": "barred"})
    if kept:
        bench.proceed()
    return kept


def answer_late(bench: Workbench, reading: Reading) -> bool:
    """Take a bare number where none is asked for, and the question before was for one; whether it was that."""
    number = _NUMBER_ALONE.fullmatch(reading.text)
    if number is None or bench.run is None or (found := bench.replayed()) is None:
        return False
    before = found.trace[-2] if len(found.trace) > 1 else ""
    if not before.startswith("feeling"):
        return False
    known, value = bench.facts(bench.run.interview).value(before), min(int(number[1]), Scale.high)
    if known == value:
        return False
    bench.state_fact(bench.run.interview, before, value)
    if known is not None:
        bench.say(echo.CHANGED_PLAIN, before=str(known), after=str(value))
    bench.proceed(short=True)
    return True
