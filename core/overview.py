"""What a surface shows beside the conversation: what is open, what comes, how it felt, what is set and what is kept.

Plain data for a Home tab or a command that lists; how it is laid out is the adapter's affair. The rule a newcomer could
break: of the person's own words only the names of places are in it, because such a page is open before others' eyes.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from core import clock, surfaces
from core.drafts import record
from core.facts import PERSON, Facts
from core.flows import steps
from core.plan import put_off_to
from core.records import record as declared
from core.records import unsaid
from core.turn import keeping
from core.turn.coming import local, only, quiet_hours, upcoming, what_of
from core.turn.workbench import Workbench

_SAY = {
    "capture": "repeat",
    "note": "show the note",
    "call": "i want to call them",
    "judge": "do the look back now",
    "insiders": "open the message to somebody inside",
    "practice": "do the practice now",
    "feedback": "ask what was missing",
    "second-chance": "ask for a second chance",
    "let-go": "letting it rest",
    "prepare": "getting ready",
}
"""What takes a step, as if it were typed."""


@declared
class Step:
    """Something that can be taken up now."""

    name: str
    label: str
    says: str
    """The text with which a button takes it: hand it in as a `Text`."""


@declared
class Open:
    """An interview under way, or the last one told of."""

    id: str
    title: str
    """The place and the day, in words."""
    next: Step | None
    """The next best step; None where nothing is left, or while somebody may be in danger."""


@declared
class Coming:
    """A message that will come of itself."""

    at: datetime
    """The instant, UTC."""
    local: str
    """What the person's clock will show, such as "2026-11-25T09:00"."""
    about: str
    """What it is about, in words; with the place where there is more than one interview."""
    nudges: tuple[str, ...]
    """What it is made of, for `core.events.Moved`."""


@unsaid
class Felt(NamedTuple):
    """How an interview felt on a day, from 0 (fine) to 10 (awful)."""

    on: date
    title: str
    feeling: int


@declared
class Overview:
    """Everything at a glance, for the person themselves alone."""

    interviews: tuple[Open, ...]
    """The latest first."""
    coming: tuple[Coming, ...]
    """In the order in which they come. "stop writing" ends them, a day and an hour move one."""
    feelings: tuple[Felt, ...]
    """Oldest first, of all interviews there ever were."""
    zone: str | None
    """The IANA name; None while it is not known, and then nothing comes at an hour of theirs."""
    may_write_from: time
    may_write_until: time
    paused_until: datetime | None
    """The instant until which nothing comes, as they asked; None where they did not."""
    is_stopped: bool
    """They asked never to be written to first."""
    is_held: bool
    """After a sign of danger nothing comes until they go on by their own choice."""
    months: int
    """So many months after their last visit everything is erased."""
    ends: datetime | None
    """When that would be."""


def overview(bench: Workbench) -> Overview:
    """As everything stands now; looks into the journal, so it costs as much as the person has written."""
    person, quiet, where = bench.facts(PERSON), quiet_hours(bench), bench.now.tzinfo or clock.zone("UTC")
    paused = person.text("paused-until")
    until = None if paused is None else put_off_to(paused, where)
    stopped = person.value("nudges") == "stopped"
    return Overview(
        interviews=tuple(_interviews(bench)),
        coming=() if bench.held or stopped else tuple(_coming(bench)),
        feelings=tuple(_feelings(bench)),
        zone=person.text("zone"),
        may_write_from=quiet.end,
        may_write_until=quiet.start,
        paused_until=until if until is not None and until > bench.instant else None,
        is_stopped=stopped,
        is_held=bench.held,
        months=keeping.months(bench),
        ends=keeping.ends(bench),
    )


def _interviews(bench: Workbench) -> list[Open]:
    told = [id for id in reversed(bench.interviews) if record.is_told(bench.facts(id))]
    return [Open(id, _title(bench, bench.facts(id)), _next(bench, bench.facts(id))) for id in told]


def _next(bench: Workbench, facts: Facts) -> Step | None:
    if bench.held:
        return None
    _, left = steps.sorted_out(facts, bench.today)
    return next((_step(bench, name, facts) for name in left), None)


def _step(bench: Workbench, name: str, facts: Facts) -> Step:
    label = bench.wording.aside(steps.WHERE.words, name, {})
    if name == "capture" and facts.value("feeling-at-first") is not None:  # most of it may be told by now
        label = str(bench.wording.filled(surfaces.GO_ON))
    return Step(name, label, _SAY[name])


def _coming(bench: Workbench) -> list[Coming]:
    slots = only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    return [
        Coming(
            at=slot.at,
            local=local(bench, slot.at),
            about=str(bench.wording.filled(what_of(bench, slot.nudges))),
            nudges=tuple(nudge.id for nudge in slot.nudges),
        )
        for slot in slots
    ]


def _feelings(bench: Workbench) -> list[Felt]:
    found = [
        (felt.turn, Felt(at.date(), _title(bench, facts), felt.feeling))
        for facts in bench.every_interview().values()
        for felt in record.feelings(facts)
        if (at := bench.past.moment_of(felt.turn)) is not None
    ]
    return [felt for _, felt in sorted(found)]


def _title(bench: Workbench, facts: Facts) -> str:
    return str(bench.wording.filled(record.title(facts)))
