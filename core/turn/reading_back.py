"""Reading back: all interviews listed, the one that is meant read whole, and all of them side by side.

Everything here looks into the whole journal, and is asked for in so many words. The rule a newcomer could break: where
the words fit several interviews or none, none is read; a wrong one would look like a mistake in their own past.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core import lines
from core.drafts import record
from core.drafts.changes import LEAST, changes, that_were
from core.facts import PERSON, Facts
from core.flows.journal import READ_BACK
from core.questions import Quotation
from core.turn.workbench import Workbench
from core.understanding.mentions import WORD, telling

FLOW = "journal"
PUT_AWAY = frozenset((FLOW, "my-data", "keep-for", "ends-soon"))
"""What asks nothing of them and does not stay open behind something else."""
_RELATIVE = re.compile(
    r"the (?:one|interview) (?P<side>before|after)\b.*|the (?P<next>previous|next) (?:one|interview)"
)
_ORDINAL = re.compile(r"the (?P<place>first|oldest|second|third|last|latest|newest) (?:one|interview)")
_PLACES = {"first": 0, "oldest": 0, "second": 1, "third": 2, "last": -1, "latest": -1, "newest": -1}


def list_interviews(bench: Workbench) -> bool:
    """All of them to choose from; the only one is read at once."""
    told = dict(record.newest_first(bench.every_interview()))
    if not told:
        bench.say(lines.NOTHING_KNOWN)
        bench.proceed(short=True)
    elif len(told) == 1:
        _read(bench, *told)
    else:
        bench.begin(FLOW, PERSON, key=str(bench.number))
        bench.proceed()
    return True


def read_back(bench: Workbench, words: str) -> bool:
    """The interview that the words mean; False when they mean none, so that they are read as something else."""
    told = dict(record.newest_first(bench.every_interview()))
    if _RELATIVE.fullmatch(words) or _ORDINAL.fullmatch(words):
        if not _is_reading(bench):
            return False
        found = _counted(bench, words, told)
    elif not told:
        return list_interviews(bench)
    elif (found := called(bench, words, told)) is None:
        return False
    if found is None:
        bench.say(lines.NONE_THERE)
        bench.proceed(short=True)
    else:
        _read(bench, found)
    return True


def compare(bench: Workbench) -> bool:
    """All that were, side by side; False where it is what somebody asked of them ("what has changed")."""
    if bench.shown is not None and bench.shown.kind == Quotation.kind:
        return False
    were = that_were(bench.every_interview().values())
    letter = changes(were) if len(were) >= LEAST else None
    if letter is not None or not were:
        bench.give(lines.SIDE_BY_SIDE, letter)
        return True
    if len(were) < LEAST:
        bench.say(lines.TOO_FEW, count=len(were))
    else:
        bench.say(lines.NOTHING_ALIKE)
    bench.proceed(short=True)
    return True


def leave(bench: Workbench) -> None:
    """Put the list away when they are done with it or talk of something else; what they leafed through is not kept."""
    bench.runs = [run for run in bench.runs if run is bench.run or run.flow not in PUT_AWAY]
    for left in bench.before.runs:
        if left.flow in PUT_AWAY and not any(run.id == left.id for run in bench.runs):
            names = [name for name in bench.facts(PERSON).all() if name.startswith(f"{left.flow}.{left.key}.")]
            for name in names:
                bench.withdraw(PERSON, name)


def _read(bench: Workbench, interview: str) -> None:
    bench.state_fact(PERSON, READ_BACK, interview)
    bench.give(lines.READ_BACK, record.letter(bench.every_interview()[interview]))


def _is_reading(bench: Workbench) -> bool:
    """Whether the list is open, or one of them was read just now."""
    last = bench.facts(PERSON).latest(READ_BACK)
    return (bench.run is not None and bench.run.flow == FLOW) or (last is not None and last.turn == bench.before.number)


def _counted(bench: Workbench, words: str, told: Mapping[str, Facts]) -> str | None:
    """ "The one before", counted from the one read last, or the first of all; None where there is none."""
    last = bench.facts(PERSON).latest(READ_BACK)
    by_day = [id for id, _ in reversed(record.newest_first(told))]
    if (found := _ORDINAL.fullmatch(words)) is not None:
        return _at(by_day, _PLACES[found["place"]])
    if last is None or last.value not in by_day or (found := _RELATIVE.fullmatch(words)) is None:
        return None
    at = by_day.index(str(last.value)) + (1 if "after" in found.groups() or "next" in found.groups() else -1)
    return by_day[at] if 0 <= at < len(by_day) else None


def _at(interviews: Sequence[str], place: int) -> str | None:
    return interviews[place] if place < len(interviews) else None


def ordered(words: str, told: Mapping[str, Facts]) -> str | None:
    """The first, the last: by their days; None where there is none, or the words are something else."""
    found = _ORDINAL.fullmatch(f"the {words} one")
    by_day = [id for id, _ in reversed(record.newest_first(told))]
    return None if found is None else _at(by_day, _PLACES[found["place"]])


def called(bench: Workbench, words: str, told: Mapping[str, Facts]) -> str | None:
    """The one that most of the words fit: its place, the kind of place, its day; None where several fit alike."""
    meant = telling(words)
    fitting = {id: len(meant & _words(bench, facts)) for id, facts in told.items()}
    most = max(fitting.values(), default=0)
    found = [id for id, count in fitting.items() if count == most > 0]
    return found[0] if len(found) == 1 else None


def is_place(words: str, facts: Facts) -> bool:
    """Whether all of the words are of its place, or of the kind of place it is."""
    place = f"{facts.text('organisation') or ''} {facts.text('organisation-kind') or ''}"
    return telling(words) <= set(WORD.findall(place.casefold()))


def _words(bench: Workbench, facts: Facts) -> set[str]:
    title = bench.wording.filled(record.title(facts))
    return set(WORD.findall(f"{title} {facts.text('organisation-kind') or ''}".casefold()))
