"""An answer kept: the facts it is, what else its text holds, and on to the next question.

A detail fills a gap and never overwrites, but for two that would do harm if they did not: a ban on contact, and a
decision of theirs after waiting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import apart, echo, lines
from core.drafts.readers import readers
from core.facts import PERSON, Facts, Picked, Value
from core.flows import start_over
from core.flows.close_search import CLOSED
from core.flows.erase_one import ERASE
from core.flows.note import SENT_BESIDES
from core.flows.outcome import DECIDED
from core.ports import Closed
from core.questions import OF_OPTIONS, ComingDay, Interviewers, Offer, Opening, PastDay, Scale, is_date
from core.state import Run, Shown
from core.turn import belonging, commands, news, own_data, passing, putting_off, rescheduling, strained, whose
from core.turn.options import Replied
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.retractions import Retraction
from core.wording import Wording

_CONDUCT = "their-conduct"
_PROMISED = "answer-promised-at"
_NOTE_SENT = re.compile(r"note-\d+-sent")
_ALL_SENT = re.compile(r"\b(?:both|all|two|three|each|everyone|everybody)\b", re.IGNORECASE)
"""That every note has gone, and not only the one shown."""
_ALL_OF_ONE = re.compile(r"\ball\b", re.IGNORECASE)
"""What may be said of a single note, too: "all done"."""
_NUMBER_ALONE = re.compile(r"\s*(\d{1,2})(?: ?/ ?10)?[.! ]*")
_WORRIED = re.compile(
    r"\b(?:they|he|she) (?:\w+ )?(?:won'?t|will not|will never|never|don'?t|aren'?t going)\b.{0,20}\b(?:me|it)\b|\b(?:no|little|slim|any|not much) (?:chance|hope)s?\b"
    r"|\b(?:not|won'?t|never|don'?t think|doubt)\b.{0,30}\b(?:take|hire|pick|choose|call|get it|offer)\b",
    re.IGNORECASE,
)
"""Beside the wish for the job: that they will not give it."""
_NEEDED = re.compile(
    r"\bneed (?:it|(?:the|this|that) (?:job|work|money))\b|\bdream (?:job|place)\b|\b(?:so|really|very) (?:bad|badly|much)\b|\b(?:job|it) (?:so |really )?bad(?:ly)?\b|\bmore than anything\b",
    re.IGNORECASE,
)
"""With a yes to the job: how much hangs on it."""
_ROUGH = re.compile(
    r"\b(?:early|late|some ?time|some|about|around|roughly|maybe|probably|couple|few|mid|middle|in (?:one|two|three|four|a|an|\d+) (?:weeks?|months?)|(?:next|this) (?:week|month)(?! (?:on|mon|tue|wed|thu|fri)))\b",
    re.IGNORECASE,
)
_BY_ITS_END = re.compile(r"\b(?:by|end of|within|latest|before)\b", re.IGNORECASE)
_DID_WRONG = re.compile(
    r"\b(?:what|anything|something) (?:did i do|i did|i've done|went) (?:so )?wrong\b|\bwhy (?:not me|they (?:said no|rejected me|didn't))\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:some(?:body|one)|another|others?|internal)\b", re.IGNORECASE)
"""A reason that is about the one they took."""
_LUKEWARM = re.compile(
    r"\b(?:i (?:guess|suppose|think so)|suppose so|guess so|kind of|kinda|sort of|sorta|more or less|probably|wouldn'?t mind|wouldn'?t say no|better than nothing)\b",
    re.IGNORECASE,
)
"""With a yes to the job: that it is wanted, and not very much."""

_DAYS = (PastDay.kind, ComingDay.kind)


def answer(
    bench: Workbench, replied: Replied, reading: Reading | None = None, caught: Mapping[str, Value] | None = None
) -> None:
    """Keep a reply and go on; with the text it was read from and that text's details, keep those as well."""
    run = bench.runs[-1]
    asked = run.shown.name if run.shown else ""
    if _is_done(bench, run, replied, reading):
        return
    if isinstance(where := replied.get("zone"), str):
        bench.go_by(where, run.interview)
    if reading is not None:
        replied = _as_meant(bench, run, replied, reading)
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
    if run.shown is not None and run.shown.kind == Offer.kind:
        bench.change_run(began=bench.today.isoformat())  # what is taken up days later begins on that day
    if reading is not None:
        _remark(bench, run, replied, reading)
        told = caught or {}
        if run.shown is not None and run.shown.kind == Opening.kind:
            told = passing.in_first_words(reading, told)
        take(bench, passing.besides(run.shown, reading, told), but=asked)
    bench.proceed()


def _is_done(bench: Workbench, run: Run, replied: Replied, reading: Reading | None) -> bool:
    """Whether the reply is an order to us, which is carried out, and no answer to be kept."""
    asked = run.shown.name if run.shown else ""
    chosen = str(replied.get(asked))
    if run.shown and run.shown.kind == Offer.kind and putting_off.is_later(replied[asked]):
        _put_off(bench, chosen, reading)
        return True
    if isinstance(interview := replied.get(ERASE), str):
        own_data.erase(bench, interview)
        return True
    match run.flow:
        case "breather":
            strained.choose(bench, chosen)
        case "start-over" if chosen == start_over.NEW:
            commands.begin_anew(bench)
        case "whose-links":
            belonging.answered(bench, chosen, commands.give_asked)
        case "which-first":
            whose.take_first(bench, chosen)
        case "which":
            return news.settled(bench, chosen)
        case own_flow if own_flow in own_data.CHOSEN_IN:
            return own_data.choose(bench, chosen)
        case _:
            return False
    return True


def _put_off(bench: Workbench, became: str, reading: Reading | None) -> None:
    """The message comes later; where they did not say when, at an hour that is better than in an hour."""
    if reading is not None and became == putting_off.chosen(putting_off.IN_AN_HOUR, bench.now):
        better = putting_off.at_a_better_hour(reading.text, bench.now)
        bench.is_our_hour, became = better is not None, better or became
    rescheduling.put_off_message(bench, became)


def _as_meant(bench: Workbench, run: Run, replied: Replied, reading: Reading) -> Replied:
    """The reply with what its text says of it: that all the notes have gone, that the day is a rough one."""
    if any(_NOTE_SENT.fullmatch(name) for name in replied) and _ALL_SENT.search(reading.text):
        facts = bench.facts(run.interview)
        sent = [f"note-{reader.number}-sent" for reader in readers(facts)]
        if len(sent) == 1 and (facts.value("interviewers-unnamed") or not _ALL_OF_ONE.search(reading.text)):
            replied = replied | {SENT_BESIDES: True}
        replied = replied | {name: True for name in sent if not bench.facts(run.interview).value(name)}
    if run.shown is not None and run.shown.kind == Interviewers.kind:
        replied = replied | _who_asked_what(reading.text, replied, bench.facts(run.interview))
    if is_rough(replied.get(_PROMISED), reading.text):
        replied = {f"{_PROMISED}-roughly": replied[_PROMISED], **replied}
    return replied


def _remark(bench: Workbench, run: Run, replied: Replied, reading: Reading) -> None:
    """Hear what else the text of the answer lets show."""
    wants_it = replied.get("wants-job") == "yes"
    if wants_it and _WORRIED.search(reading.text):
        bench.say(lines.WORRY)
    elif "answer-again" in replied and _DID_WRONG.search(reading.text):
        reason = bench.facts(run.interview).text("their-reason") or ""
        bench.say(lines.DID_WRONG, of="another" if _OF_ANOTHER.search(reason) else "nobody")
    elif wants_it and _NEEDED.search(reading.text):
        bench.say(lines.MATTERS)
    if wants_it:
        bench.state_fact(run.interview, "wants-job-how", "somewhat" if _LUKEWARM.search(reading.text) else "much")


def _who_asked_what(text: str, replied: Mapping[str, Value], facts: Facts) -> dict[str, Value]:
    """Who asked which of the questions told of, where the words behind each name say what it was."""
    people = [(name, str(value)) for name, value in replied.items() if name.startswith("interviewer-")]
    places = [(text.casefold().find(who.casefold()), name) for name, who in people]
    if len(people) < 2 or "ask" not in text.casefold() or any(place < 0 for place, _ in places):
        return {}
    places.sort()
    ends = [*(place for place, _ in places[1:]), len(text)]
    said = {name: Retraction.words_in(text[place:end]) for (place, name), end in zip(places, ends, strict=True)}
    found: dict[str, Value] = {}
    for number in apart.numbers(facts):
        about = " ".join(words for stem in ("question", "struggle") if (words := facts.text(f"{stem}-{number}")))
        asked = Retraction.words_in(about)
        shared = {name: len(asked & words) for name, words in said.items()}
        most = max(shared.values())
        best = [name for name, count in shared.items() if count == most]
        if most and len(best) == 1:
            found[f"asked-by-{number}"] = best[0]
    return found


def is_rough(promised: Value | None, text: str) -> bool:
    """Whether the day they named for their answer is one that we made of "early next week"."""
    return isinstance(promised, str) and _ROUGH.search(text) is not None and _BY_ITS_END.search(text) is None


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


def closed(bench: Workbench) -> Closed | None:
    """The question that was open before this turn, if the turn has answered it or asks something else by now."""
    before = bench.before.runs[-1] if bench.before.runs else None
    if before is None or before.shown is None:
        return None
    name, run = before.shown.name, bench.run
    brought = [value for scope, one, value in bench.brought if one == name and scope in (before.interview, PERSON)]
    value = brought[-1] if brought else None
    is_open = run is not None and run.id == before.id and run.shown is not None and run.shown.name == name
    if value is None:
        return None if is_open else Closed(before.id, name, "")
    return Closed(before.id, name, _as_chosen(before.shown, value, bench.wording))


def _as_chosen(shown: Shown, value: Value, wording: Wording) -> str:
    """What was chosen, in words; nothing for words of their own."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Picked) or shown.kind in OF_OPTIONS:
        option = value.option if isinstance(value, Picked) else value
        return next((str(one.label or "") for one in shown.options if one.id == option), "")
    return wording.day(value) if shown.kind in _DAYS and isinstance(value, str) and is_date(value) else ""
