"""Corrections carried out: which fact a text corrects, and what is said about it.

Drafts, the plan and the exercises are made from the facts, so all that hangs on a corrected one changes in the same
turn; here it is only said what was understood. The rule a newcomer could break: what is corrected is said back as old
and new, and what cannot be told from an answer corrects nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from core import apart, clock, echo, lines, places
from core.drafts.readers import readers
from core.facts import Facts, Picked, Value
from core.flows.lesson import quoted
from core.questions import Scale, Settling
from core.state import Run, Shown
from core.turn import strained, whose
from core.turn.days import WITH_A_DAY, coming_day
from core.turn.passing import DAYS, LISTS, NUMBERED, caught
from core.turn.workbench import Workbench
from core.understanding import Reading, conduct, names, read, revisions, times
from core.understanding.corrections import Correction
from core.understanding.names import NUMBERS
from core.understanding.retractions import Retraction
from core.vocabulary import Saying
from core.wording import Wording

IN_DRAFTS = {
    "organisation",
    "role",
    "interview-on",
    "interviewer-1",
    "interviewer-2",
    "interviewer-3",
    "answer-promised-at",
    "wants-job",
}
"""What a letter of ours names."""
_BY_THEIR_VALUE = ("organisation", "role", "interviewer", "struggle")
"""What is recognised by the wrong value that is named."""
_NAMES = ("organisation", "role")
_CONDUCT = ("conduct", "their-conduct", "said-by")
"""What is known of what interviewers did, but for the words in which it was told."""
_PICKED = Picked("their-conduct")
_OF_CONDUCT = ("their-conduct", "said-by")
"""The questions that are about it."""
_OF_ITS_WEIGHT = ("really-that-bad", "cause", "anything-else", "what-else")
_READER = re.compile(r"note-(\d+)\.")
_NONE_FOR = re.compile(
    r"\b(?:no|skip|leave(?: out)?|without|(?:don'?t|do not) (?:want|send|need|write)) (?:(?:a|the|any) )?(?:(?:note|letter|mail|e-?mail|one|anything) )?(?:for|to) (?P<whom>[^.,;!?\n]{2,40})",
    re.IGNORECASE,
)
_FOR_OTHERS = ("point-", "unsaid-", "asked-", "other-questions")
"""How the names begin of what stands in notes and drafts in their words."""
_JUST_WRITTEN = 3
"""In turns: a question so lately kept is what "that" can mean."""
_OF_US = re.compile(r"\b(?:you|your|u|ur)\b", re.IGNORECASE)
"""What an interviewer says to them, and they hardly to a program about it."""
_RESTATED = ("wants-job", "panel-size", "format", "minutes-late", "contact")
"""What somebody may just say anew, without a word that calls it a correction."""
_OF_A_WOMAN = re.compile(r"(?:mrs|ms|miss|madame?|sister)\b", re.IGNORECASE)
_OF_A_MAN = re.compile(r"(?:mr|sir|father|brother)\b", re.IGNORECASE)
_A_NUMBER = re.compile(r"\d{1,3}\b|[a-z]+", re.ASCII)
_A_WEEK = 7
_A_MONTH = 31


def correct(bench: Workbench, reading: Reading, *, only_days: bool = False) -> bool:
    """ "No, it was Tuesday": a newer fact of the same name, said back as old and new; False when nothing is corrected."""
    if reading.correction is None:
        return False
    interview = whose.corrected(bench, reading)
    new = changes(reading, bench.facts(interview), bench.now)
    if only_days:
        new = {name: value for name, value in new.items() if name in (*DAYS, "news")}
    if new.pop("news", None) == "ahead":
        return whose.is_still_to_come(bench, interview, new)
    for name, value in new.items():
        change(bench, interview, name, value)
    if new:
        bench.proceed()
    return bool(new)


def restate(bench: Workbench, told: Mapping[str, Value]) -> bool:
    """Take details that differ from what is known, where a text fits nothing else; False when none does."""
    facts = bench.facts()
    new = {name: told[name] for name in _RESTATED if name in told and facts.value(name) not in (None, told[name])}
    for name, value in new.items():
        change(bench, bench.interview, name, value)
    if new:
        bench.proceed(short=True)
    return bool(new)


def take_out(bench: Workbench, reading: Reading) -> bool:
    """ "Actually I did mention the project": no draft carries it any more; False when no point of theirs is meant."""
    if reading.retraction is None:
        return False
    interview = bench.interview if bench.facts().all() else bench.told_interview
    name = meant(reading.retraction, bench.facts(interview))
    if name is None:
        return False
    drop(bench, interview, name, echo.TAKEN_OUT)
    bench.proceed()
    return True


def _settled(bench: Workbench) -> tuple[Run, Shown, int] | None:
    """The note that is being settled: in which run, as it was shown, and the number of its reader."""
    run, shown = bench.run, bench.shown
    if run is None or shown is None or shown.kind != Settling.kind:
        return None
    number = _READER.match(shown.name)
    return None if number is None else (run, shown, int(number[1]))


def readdress(bench: Workbench, reading: Reading) -> bool:
    """ "It's Frank, just Frank", said of a note: it greets them so, and what else is wanted of it is done as well."""
    note = _settled(bench)
    found = None if note is None else revisions.addressed(reading.text)
    if note is None or found is None:
        return False
    (run, shown, number), (name, rest) = note, found
    facts, slot = bench.facts(run.interview), number or 1
    is_known = any(other == name and n != slot for n, other in facts.texts("interviewer"))
    if changes := revisions.read(rest) or revisions.read_partly(rest):
        bench.state_fact(run.interview, shown.name, revisions.kept(changes))
    if not number:  # the note to nobody by name becomes theirs, as far as it was written
        for told, fact in facts.all().items():
            if told.startswith("note-0."):
                bench.state_fact(run.interview, told.replace("note-0.", f"note-{slot}.", 1), fact.value)
    if is_known:
        bench.withdraw(run.interview, f"interviewer-{slot}")
    else:
        change(bench, run.interview, f"interviewer-{slot}", name)
    bench.change_run(revisit=None, misses=0, repeats=0)
    bench.proceed()
    return True


def put_in(bench: Workbench, reading: Reading) -> bool:
    """ "Can you add that I can start any day": a point more of their own, in the note to the one whom such points go to."""
    note = _settled(bench)
    words = None if note is None else revisions.added(reading.text)
    if note is None or words is None:
        return False
    run, _, number = note
    facts = bench.facts(run.interview)
    if number != readers(facts)[0].number:
        return False
    points = max((point for point, _ in facts.texts("point")), default=0)
    bench.state_fact(run.interview, f"point-{points + 1}", words)
    bench.state_fact(run.interview, f"carry-point-{points + 1}", "yes")  # they have just said so
    bench.change_run(revisit=None, misses=0, repeats=0)
    if points:  # the first is answered where it is asked for
        bench.say(lines.PUT_IN)
    bench.proceed()
    return True


def leave_reader(bench: Workbench, reading: Reading) -> bool:
    """ "No note for Mr Banda, one is enough": of several readers that one gets none; False where it names none of them."""
    note = _settled(bench)
    found = None if note is None else _NONE_FOR.search(reading.text)
    if note is None or found is None:
        return False
    run, shown, _ = note
    said = set(found["whom"].casefold().split())
    people = readers(bench.facts(run.interview))
    meant = [one for one in people if isinstance(one.name, str) and said & set(one.name.casefold().split()[-1:])]
    if len(meant) != 1:
        return False
    if len(people) > 1:
        bench.state_fact(run.interview, f"note-{meant[0].number}-left", True)
        bench.say(echo.NO_NOTE_TO, name=str(meant[0].name))
    else:
        bench.state_fact(run.interview, "note-declined", True)
        bench.state_fact(run.interview, shown.name, shown.options[-1].id)  # the last option leaves it
    bench.proceed()
    return True


def said_last(bench: Workbench) -> str | None:
    """What their last message brought of their own words, else a question to us that was kept a little earlier."""
    facts = bench.facts()
    kept = [
        (fact.turn, name)
        for name, fact in facts.all().items()
        if (name.startswith(_FOR_OTHERS) or strained.is_own_words(name)) and facts.text(name) is not None
    ]
    for turn, name in sorted(kept, reverse=True):
        words = facts.text(name) or ""
        if turn == bench.before.number:
            return name
        if turn >= bench.number - _JUST_WRITTEN and not _OF_US.search(words) and read(words).is_question:
            return name
    return None


def drop(bench: Workbench, interview: str, name: str, said: Saying = echo.LEFT_OUT) -> None:
    """Take a point or an answer out; what it was asked by is not asked again."""
    words = bench.facts(interview).text(name) or ""
    bench.withdraw(interview, name)
    bench.leave_out(interview, name)
    bench.say(said, words=quoted(words))


def change(bench: Workbench, interview: str, name: str, value: Value) -> None:
    """Keep the newer value, and say what it takes the place of."""
    before = bench.facts(interview).value(name)
    if name.startswith("interviewer-") and isinstance(before, str):
        value = names.respelt(str(value), before) or value  # "it's Zuulu not Zulu" leaves her the title
    if name == "zone":
        bench.go_by(str(value), interview)
    bench.state_fact(interview, name, value)
    old, new = (worded(name, one, bench.today, bench.wording) for one in (before, value))
    if old and name == "interview-on" and isinstance(value, str):
        bench.say(echo.CHANGED_DAY, when=echo.in_full(value, bench.today), before=old)
    elif old:
        bench.say(echo.CHANGED if name in IN_DRAFTS else echo.CHANGED_PLAIN, before=old, after=new)
    else:
        bench.note(name, value)


def worded(name: str, value: Value | None, today: date, wording: Wording) -> str:
    """A fact in a few words."""
    if value is None:
        return ""
    if name == "interview-ended-at" and (ended := clock.moment_in(str(value))) is not None:
        return f"{ended.hour}:{ended:%M}"
    said = echo.named(name, value, today)
    return str(value) if said is None else str(wording.filled(said))


def take_back_conduct(bench: Workbench, reading: Reading) -> bool:
    """ "Nobody there shouted at me, that was a customer": nothing of it stands any more; False when they deny nothing."""
    interview = bench.interview if bench.facts().all() else bench.told_interview
    facts, shown = bench.facts(interview), bench.shown
    heard = [name for name in _CONDUCT if facts.value(name) is not None]
    if facts.value("cause") == _PICKED:
        heard.append("cause")
    if not heard:
        return False
    turns = {fact.turn for name in heard if (fact := facts.latest(name)) is not None}
    told = " ".join(str(fact.value) for fact in facts.all().values() if fact.turn in turns)
    is_asked = shown is not None and shown.name in _OF_CONDUCT
    if not conduct.is_denied(reading.text, told, is_asked=is_asked):
        return False
    for name in heard:
        bench.withdraw(interview, name)
    if shown is None or shown.name != "their-conduct":
        _ask_no_more_of_its_weight(bench, interview)
    bench.change_run(revisit=None, misses=0, repeats=0)
    bench.say(lines.NO_CONDUCT)
    bench.proceed(short=shown is not None and not is_asked)
    return True


def _ask_no_more_of_its_weight(bench: Workbench, interview: str) -> None:
    """How bad all of it was is past; nobody is led back there, and nothing is said of it as if it were told just now."""
    bench.runs = [
        run._replace(skipped={**dict.fromkeys(_OF_ITS_WEIGHT, run.replayed), **run.skipped})
        if run.interview == interview and run.flow == "capture" and run.replayed
        else run
        for run in bench.runs
    ]


def meant(retraction: Retraction, facts: Facts) -> str | None:
    """The fact that holds the point they did bring up; None where it is none, or may be one of several."""
    points = dict(_points(facts))
    if retraction.is_pronoun:
        return next(iter(points)) if len(points) == 1 else None
    shared = {name: len(retraction.by & words) for name, words in points.items()}
    most = max(shared.values(), default=0)
    best = [name for name, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def _points(facts: Facts) -> Iterator[tuple[str, frozenset[str]]]:
    """What they wished they had said, each with the words it may be called by."""
    for number in apart.numbers(facts):
        if (unsaid := facts.text(f"unsaid-{number}")) is not None:
            known = (unsaid, facts.text(f"struggle-{number}") or "")
            yield f"unsaid-{number}", Retraction.words_in(" ".join(known))
    for number, point in facts.texts("point"):
        yield f"point-{number}", Retraction.words_in(point)


def changes(reading: Reading, facts: Facts, now: datetime) -> dict[str, Value]:
    """The facts that a text corrects, with their new values; empty when it corrects nothing."""
    correction = reading.correction
    if correction is None:
        return {}
    if correction.target == "zone":
        return _moved(correction.new, facts)
    if correction.target == "answer-promised-at":
        new_day = coming_day(correction.new, now)
        return {} if new_day in (None, facts.value("answer-promised-at")) else {"answer-promised-at": new_day or ""}
    if (corrected := _corrected_day(correction, facts, now)) is not None:
        return corrected
    if (name := _by_old_value(correction, facts) or _renamed(correction, facts)) is not None:
        return {name: correction.new.rpartition(" at ")[2] if name == "organisation" else correction.new}
    if correction.whose is not None:
        return {}  # the name of somebody who had none
    if (size := NUMBERS.get(correction.new.casefold())) is not None and _counts_people(correction, facts):
        return _of_so_many(size, facts)
    changed: dict[str, Value] = {}
    for name, value in caught(reading, now).items():
        stem = name.rpartition("-")[0]
        if stem in LISTS and len(list(facts.items(stem))) > 1:
            continue
        known = facts.value(name)
        if name == "organisation" and isinstance(known, str) and str(value).casefold() in known.casefold():
            continue  # a part of its name
        if known is not None and known != value and name not in ("stressed", "interview-ended-at"):
            changed[name] = value
    if correction.old is not None and correction.target in _NAMES:
        return changed  # "the company is closed, not open": neither is a name of it
    if not changed and correction.target and facts.value(correction.target) is not None:
        kept = _as_kept(correction.target, correction.new, facts, now)
        if kept is not None and kept != facts.value(correction.target):
            changed[correction.target] = kept
    return changed


def _counts_people(correction: Correction, facts: Facts) -> bool:
    is_known = facts.value("panel-size") is not None
    return is_known or (correction.target == "panel-size" and facts.value("interviewers-unnamed") is not None)


def _of_so_many(size: int, facts: Facts) -> dict[str, Value]:
    """How many there were, and so how many of them have no name."""
    counted: dict[str, Value] = {"panel-size": size}
    if facts.value("interviewers-unnamed") is not None:
        counted["interviewers-unnamed"] = max(0, size - len(facts.texts("interviewer")))
    return counted


def _renamed(correction: Correction, facts: Facts) -> str | None:
    """Whose name it is, where nobody says which one was wrong: the only one it can be."""
    if correction.target != "interviewer" or correction.whose is None:
        return None
    ours, other = (_OF_A_WOMAN, _OF_A_MAN) if correction.whose == "her" else (_OF_A_MAN, _OF_A_WOMAN)
    is_told = correction.whose in ("her", "his")
    named = [(number, name) for number, name in facts.texts("interviewer") if name != correction.new]
    fitting = [number for number, name in named if is_told and ours.match(name)]
    if not fitting and not facts.value("interviewers-unnamed"):
        fitting = [number for number, name in named if not (is_told and other.match(name))]
    return f"interviewer-{fitting[0]}" if len(fitting) == 1 else None


def _moved(place: str, facts: Facts) -> dict[str, Value]:
    """The zone of a place that keeps another time than the one we go by."""
    zones = places.zones_meant(place)
    known = facts.text("zone")
    if len(zones) != 1 or known is None or places.keep_the_same_time(zones[0], known):
        return {}
    return {"zone": zones[0]}


def _as_kept(name: str, text: str, facts: Facts, now: datetime) -> Value | None:
    """The words of a correction as that fact is kept; None where they do not fit it ("the interview was horrible")."""
    if name == "interview-ended-at":
        moment = times.read(text, now, times.Direction.PAST)
        if moment is None or moment.kind is not times.Kind.INSTANT:
            return None
        day = facts.text("interview-on") or moment.start.date().isoformat()
        return f"{day[:10]}T{moment.start:%H:%M}"
    if name in DAYS:
        return _past_day(text, now)
    if name in NUMBERED or name == "feeling-at-first":
        found = _A_NUMBER.match(text.casefold())
        number = None if found is None else NUMBERS.get(found[0], int(found[0]) if found[0].isdecimal() else None)
        return None if number is None or (name == "feeling-at-first" and number > Scale.high) else number
    return text


def _corrected_day(correction: Correction, facts: Facts, now: datetime) -> dict[str, Value] | None:
    """The day that is meant: the promised one if the wrong day named is that one, else the interview's."""
    if _was_told_last("mock-on", facts):
        new_day = coming_day(correction.new, now)
        return None if new_day in (None, facts.value("mock-on")) else {"mock-on": new_day}
    old = times.read(correction.old or "", now, times.Direction.FUTURE)
    promised = facts.text("answer-promised-at")
    if old is not None and promised == old.start.date().isoformat():
        new = times.read(correction.new, now, times.Direction.FUTURE)
        return None if new is None else {"answer-promised-at": new.start.date().isoformat()}
    if facts.value("news") == "ahead":
        new_day = coming_day(correction.new, now)
        return None if new_day in (None, facts.value("next-interview-on")) else {"next-interview-on": new_day}
    if promised is not None and old is None and _means_the_promise(correction, facts, now):
        new_day = coming_day(correction.new, now)
        return None if new_day in (None, promised) else {"answer-promised-at": new_day or ""}
    day, ahead = _past_day(correction.new, now), coming_day(correction.new, now)
    if correction.is_bare and day is not None and (now.date() - date.fromisoformat(day)).days == _A_WEEK:
        day = now.date().isoformat()  # "no, tuesday", said on a Tuesday
    if ahead is not None and not facts.value("captured") and _is_near(ahead, now) and not (day and _is_near(day, now)):
        return {"news": "ahead", "next-interview-on": ahead}  # "it's Wednesday 25, not 18": it has not been yet
    return None if day is None or day == facts.value("interview-on") else {"interview-on": day}


def _means_the_promise(correction: Correction, facts: Facts, now: datetime) -> bool:
    """Whether a day without a word for what it is of is the one on which they answer: it is to come, or was told later."""
    day = _past_day(correction.new, now)
    if day is not None and day > now.date().isoformat():
        return True
    promised, held = facts.latest("answer-promised-at"), facts.latest("interview-on")
    return correction.is_bare and promised is not None and (held is None or promised.turn > held.turn)


def _was_told_last(name: str, facts: Facts) -> bool:
    """Whether nothing was told of the interview after it."""
    told = facts.latest(name)
    return told is not None and all(fact.turn <= told.turn for fact in facts.all().values())


def _is_near(day: str, now: datetime) -> bool:
    return abs((date.fromisoformat(day) - now.date()).days) <= _A_MONTH


def _past_day(text: str, now: datetime) -> str | None:
    moment = times.read(text, now, times.Direction.PAST)
    return moment.start.date().isoformat() if moment is not None and moment.kind in WITH_A_DAY else None


def _by_old_value(correction: Correction, facts: Facts) -> str | None:
    """The fact whose value was named as the wrong one."""
    if not correction.old:
        return None
    wrong = correction.old.casefold()
    for name in _BY_THEIR_VALUE:
        numbered = [f"{name}-{number}" for number, _ in facts.items(name)]
        for candidate in (name, *numbered):
            kept = facts.text(candidate)
            if kept is not None and (wrong in kept.casefold() or kept.casefold() in wrong):
                return candidate
    return None
