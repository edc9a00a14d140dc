"""What is to come: the plan of all interviews under way, spread over the days, and how it is put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time

from core import clock, lines
from core.clock import QuietHours
from core.drafts import call
from core.facts import PERSON
from core.flows.let_go import somebody_knows
from core.messages import Line, Part
from core.mood import went_well
from core.places import town
from core.plan import WHILE_TALKING, Kind, Nudge, Reach, Slot, day_of, plan, put_off_to, spread, zone_of
from core.questions import Offer
from core.state import Pause
from core.turn.workbench import Workbench
from core.vocabulary import Filled, Named, Phrase

LATEST_OF_ALL = time(23, 30)
ABOUT = {
    Kind.UNFINISHED: (lines.UNFINISHED, lines.UNFINISHED_WHY),
    Kind.CALL: (lines.CALL, lines.CALL_WHY),
    Kind.NOTE: (lines.NOTE, lines.NOTE_WHY),
    Kind.LAST_CALL: (lines.LAST_CALL, lines.LAST_CALL_WHY),
    Kind.JUDGE: (lines.JUDGE, lines.JUDGE_WHY),
    Kind.PRACTICE: (lines.PRACTICE, lines.PRACTICE_WHY),
    Kind.AFTER_NO: (lines.AFTER_NO, lines.AFTER_NO_WHY),
    Kind.LET_GO: (lines.LET_GO, lines.LET_GO_WHY),
    Kind.CHECK_IN: (lines.CHECK_IN, lines.CHECK_IN_WHY),
    Kind.PREPARE: (lines.PREPARE, lines.PREPARE_WHY),
    Kind.MOCK: (lines.MOCK, lines.MOCK_WHY),
}
"""What each kind is called, and why it comes."""
COMES_AFTER = {"check-in-2": "check-in-1"}
"""What is announced only when another has come, by the names of both."""


def upcoming(bench: Workbench) -> list[Slot]:
    """The messages to come, as everything stands now."""
    found = []
    for nudge in wanted(bench):
        known = bench.promised.get(nudge.id)
        # What lay in the past when it was first wanted is not planned; what became overdue is still owed.
        if nudge.due > bench.instant or (known is not None and known.due == seconds(nudge.due)):
            found.append(nudge)
    found = [nudge for nudge in found if not _is_for_a_later_stage(bench, nudge, found)]
    return spread(found, reach(bench)) if found else []


def _is_for_a_later_stage(bench: Workbench, nudge: Nudge, found: Iterable[Nudge]) -> bool:
    """Whether nobody need hear of it yet, because what it comes after is itself still to come."""
    first = COMES_AFTER.get(nudge.name)
    waits = any((one.interview, one.name) == (nudge.interview, first) for one in found)
    if nudge.kind is Kind.CHECK_IN and first is not None:  # nobody hears of a second asking before the first
        waits = waits or _is_asked_today(bench, nudge.interview, first)
    return waits and not nudge.asked_for and nudge.id not in bench.promised


def _is_asked_today(bench: Workbench, interview: str, name: str) -> bool:
    """Whether that nudge came today, and what it asks is still open."""
    came = any(clock.local(instant_of(at), bench.now.tzinfo or UTC).date() == bench.today for at in bench.sent[-1:])
    open_now = [run for run in bench.runs if run.interview == interview]
    is_ending = any(run.flow == "let-go" for run in open_now)  # which asks by itself what shall still come
    asks = (run for run in open_now if run.shown is not None and run.shown.kind == Offer.kind)
    return came and (is_ending or any(run.key.startswith(f"{name}.") for run in asks))


def wanted(bench: Workbench) -> Iterator[Nudge]:
    for interview in bench.interviews:
        yield from plan(bench.facts(interview), interview, idle_since(bench, interview), bench.community.working_days)


def idle_since(bench: Workbench, interview: str) -> datetime | None:
    """When they last wrote, if the first conversation about the interview is still under way."""
    is_told = bool(bench.facts(interview).all())  # an invitation that nobody took up is nothing broken off
    is_open = (
        is_told
        and bench.paused is not Pause.STOPPED
        and any(run.flow == "capture" and run.interview == interview for run in bench.runs)
    )
    return instant_of(bench.heard) if is_open and bench.heard else None


def reach(bench: Workbench) -> Reach:
    """When this person may be written to."""
    facts = bench.facts(PERSON)
    where = zone_of(facts) or UTC
    pause = facts.latest("paused-until")
    talking = bool(bench.runs) and bench.paused is Pause.NOT and bench.heard
    return Reach(
        where,
        bench.instant,
        quiet=quiet_hours(bench),
        sent=tuple(instant_of(at) for at in bench.sent),
        unanswered=bench.unanswered,
        talking_until=instant_of(bench.heard) + WHILE_TALKING if talking else None,
        paused_until=put_off_to(str(pause.value), where) if pause else None,
        paused_at=pause.turn if pause else 0,
    )


def quiet_hours(bench: Workbench) -> QuietHours:
    """The community's quiet hours, or what the person has said instead."""
    facts, usual = bench.facts(PERSON), bench.community.quiet
    earliest, latest = facts.text("hours-from"), facts.text("hours-to")
    end = time.fromisoformat(earliest) if earliest else usual.end
    start = time.fromisoformat(latest) if latest else usual.start
    if end >= start and not latest:
        start = LATEST_OF_ALL  # who is up at night is written to at night
    return QuietHours(start, end)


def only(slots: Iterable[Slot], wanted: Callable[[Nudge], bool]) -> list[Slot]:
    some = (Slot(slot.at, tuple(nudge for nudge in slot.nudges if wanted(nudge))) for slot in slots)
    return [slot for slot in some if slot.nudges]


def tell(bench: Workbench) -> bool:
    """What will come, when and why."""
    if bench.held:
        bench.say(lines.HELD)
        return True
    slots = only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    if slots:
        bench.say(lines.PLANNED, place=place(bench))
        bench.parts += listed(bench, slots, reasoned=True)
    else:
        bench.say(lines.NOTHING_PLANNED)
    return True


def next_worded(bench: Workbench) -> Filled | None:
    """The next message to come, in words; None when none is."""
    slots = only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    return worded(bench, slots[0]) if slots else None


def listed(bench: Workbench, slots: Iterable[Slot], *, reasoned: bool = False) -> list[Part]:
    """One line a message, with its reason where somebody asks what comes."""
    return [Line(str(bench.wording.filled(worded(bench, slot, reasoned=reasoned)))) for slot in slots]


def worded(bench: Workbench, slot: Slot, *, reasoned: bool = False) -> Filled:
    is_reasoned = reasoned and not slot.is_asked_for  # who named the hour knows why
    about = what_of(bench, slot.nudges, when=slot.at if is_reasoned else None)
    return Filled(lines.SLOT, (("at", local(bench, slot.at)), ("about", about)))


def what_of(
    bench: Workbench, nudges: Iterable[Nudge], *, when: datetime | None = None, is_placed: bool = True
) -> tuple[Named, ...]:
    """What the nudges are about, and why where the moment is given at which they come.

    Where there is more than one interview, the place stands before the first of each.
    """
    nudges = list(nudges)
    interviews = {id.partition("/")[0] for id in bench.promised} | {nudge.interview for nudge in nudges}
    several = is_placed and len(interviews) > 1
    found: dict[tuple[str, Named], None] = {}
    for nudge in nudges:
        what, why = _about(bench, nudge, when)
        found[nudge.interview, what if when is None else Filled(lines.REASONED, (("about", what), ("why", why)))] = None
    named: list[Named] = []
    before: list[str] = []
    for one in dict.fromkeys(one for _, one in found):
        at = [interview for interview, other in found if other == one]
        places = tuple(place for interview in at if (place := bench.facts(interview).text("organisation")))
        begins = several and at != before and bool(places)
        named.append(Filled(lines.AT_PLACE, (("place", places), ("about", one))) if begins else one)
        before = at
    return tuple(named)


def _about(bench: Workbench, nudge: Nudge, at: datetime | None) -> tuple[Phrase, Phrase]:
    """What it is called and why it comes, as things stand with its interview."""
    what, why = ABOUT[nudge.kind]
    facts = bench.facts(nudge.interview)
    if nudge.kind is Kind.CHECK_IN and nudge.number > 1:
        what = lines.CHECK_IN_AGAIN
    elif nudge.kind is Kind.LET_GO and (facts.value("outcome") == "rejected" or somebody_knows(facts)):
        what = lines.LET_GO_TOLD
    elif nudge.kind is Kind.LET_GO and went_well(facts):
        what = lines.LET_GO_WELL
    elif nudge.kind is Kind.NOTE and call.is_chosen(facts):
        what = lines.NOTE_IF_NO_CALL
    elif nudge.kind is Kind.LAST_CALL and is_first_reminder(bench, nudge):
        what, why = ABOUT[Kind.NOTE]
    day = day_of(facts)
    if why is lines.NOTE_WHY and at is not None and day is not None:
        days = (clock.local(at, bench.now.tzinfo or UTC).date() - day).days
        why = why if days <= 1 else lines.NOTE_LATE_WHY  # held back, it is no longer the best time for it
    return what, why


def is_first_reminder(bench: Workbench, nudge: Nudge) -> bool:
    """Whether nothing has come about the note before its last call, nor will."""
    note = f"{nudge.interview}/{Kind.NOTE}"
    return bench.facts(nudge.interview).value(f"nudge:{Kind.NOTE}") is None and note not in bench.promised


def kind_of(name: str) -> Kind:
    stem, _, number = name.rpartition("-")
    return Kind(stem if number.isdecimal() else name)


def place(bench: Workbench) -> str:
    """The town that names the zone: "Lusaka"."""
    return town(bench.facts(PERSON).text("zone") or "UTC")


def local(bench: Workbench, at: datetime) -> str:
    return clock.local(at, bench.now.tzinfo or UTC).replace(tzinfo=None).isoformat(timespec="minutes")


def moment(written: str | None) -> datetime:
    """An instant as the community wrote it (ISO, with its offset)."""
    return datetime.fromisoformat(written or "").astimezone(UTC)


def seconds(at: datetime) -> int:
    return int(at.timestamp())


def instant_of(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
