"""Keeping promises: the plan beside what the person was told.

The rule a newcomer could break: nothing is ever sent that was not announced. A nudge becomes a promise in the turn
that says so, and in no other way; what was promised and is no longer wanted goes in the turn that ended it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from core import lines
from core.facts import PERSON, Value
from core.plan import HEARD, MET, MOST_UNANSWERED, PAUSE_IN_CAPTURE, WHILE_TALKING, Kind, Nudge, Slot, put_off_to
from core.state import Promised
from core.turn import keeping, letters
from core.turn.coming import (
    ABOUT,
    instant_of,
    kind_of,
    listed,
    local,
    only,
    place,
    quiet_hours,
    seconds,
    upcoming,
    wanted,
    worded,
)
from core.turn.workbench import Workbench
from core.vocabulary import Filled, Named

DECISIVE = (
    "nudge",
    "paused-until",
    "hours",
    "zone",
    "captur",
    "broken-off",
    "moved-on",
    "told-at",
    "news",
    "next-interview",
    "mock",
)
"""What the plan reads of an interview that is still being told for the first time."""
SELF_EVIDENT = (
    "judged",
    "judge-when",
    "practised",
    "practice",
    "let-go",
    "keep",
    "moved-on",
    "checked-in",
    "prepared",
    "mock",
    "nudges",
    "search-closed",
    "call-became",
)
"""Facts that come with words of their own about what now ends."""  # fmt: skip
_PAUSE = f"/{Kind.UNFINISHED}"
_PUT_OFF = f"nudge:{Kind.UNFINISHED}"


def reconcile(bench: Workbench) -> None:
    """Promise what the plan wants now, and say what is new, what moved and what is gone."""
    if not _has_cause(bench):
        bench.promised = _with_pauses_from_now(bench)
        return
    before = bench.promised
    if bench.held:
        bench.promised = _still_wanted(bench)
        return
    hurt = _hurt_today(bench)
    slots = only(upcoming(bench), lambda nudge: nudge.interview not in hurt or nudge.id in before)
    bench.promised = {
        nudge.id: _promise(bench, before.get(nudge.id), slot, nudge, is_silent=nudge.interview in hurt)
        for slot in slots
        for nudge in slot.nudges
    }
    _tell_what_is_left(bench, slots)
    if bench.before.held and slots:  # nobody expects it any more, so all of it is told anew
        bench.say_last(lines.PLANNED, place=place(bench))
        bench.add_last(listed(bench, slots, reasoned=True))
    else:
        _announce(bench, before, slots)
        _tell_moved(bench, before, slots)
    _tell_gone(bench, before)
    if any(id not in bench.promised for id in _asked_for_now(bench)):
        stopped = bench.facts(PERSON).value("nudges") == "stopped"
        bench.say_last(lines.WRITES_NO_MORE if stopped else lines.NOTHING_TO_REMIND)


def next_due(bench: Workbench) -> datetime | None:
    """When the coach has to come back of itself: to write, but for when it is held, or to erase what has had its time."""
    found = [keeping.next_due(bench), letters.next_due(bench)]
    if bench.promised and not bench.held:
        found.append(instant_of(min(promised.at for promised in bench.promised.values())))
    return min((at for at in found if at is not None), default=None)


def _hurt_today(bench: Workbench) -> set[str]:
    """The interviews of which a no has come in today, as long as the words for it are not through."""
    today = bench.today.isoformat()
    return {interview for interview, met in _unheard(bench) if met == today}


def _unheard(bench: Workbench) -> Iterator[tuple[str, Value]]:
    """The interviews of which a no has come in and the words for it are not through, with the day on which it came.

    A no that became something else is none any more.
    """
    for interview in bench.interviews:
        known = bench.facts(interview)
        is_over = known.value(HEARD) or known.value("outcome") not in (None, "rejected")
        if (met := known.value(MET)) is not None and not is_over:
            yield interview, met


def _just_heard(bench: Workbench) -> set[str]:
    """The interviews of which they have just told a no to the end."""
    return {scope for scope, name, _ in bench.brought if name == HEARD}


def _tell_what_is_left(bench: Workbench, slots: Sequence[Slot]) -> None:
    """After a no: what still comes about it, all of it on other days; what has ended goes without saying."""
    heard = _just_heard(bench)
    if left := only(slots, lambda nudge: nudge.interview in heard):
        bench.say_last(lines.LEFT, count=len(left))
        bench.add_last(listed(bench, left))


def _asked_for_now(bench: Workbench) -> set[str]:
    """The nudges that this turn has named a time for."""
    return {
        f"{scope}/{name.removeprefix('nudge:')}"
        for scope, name, value in bench.brought
        if name.startswith("nudge:") and isinstance(value, str) and put_off_to(value, UTC) is not None
    }


def _promise(bench: Workbench, before: Promised | None, slot: Slot, nudge: Nudge, *, is_silent: bool) -> Promised:
    """`is_silent`: that it moves is not told in this turn, so what was named before is what they know."""
    due, at = seconds(nudge.due), seconds(slot.at)
    has_moved = not is_silent and _has_moved(bench, before, slot, nudge)
    if bench.before.held or before is None or _is_pause(nudge) or has_moved:
        return Promised(due, at)
    told = before.told or before.at
    return Promised(due, at, told) if at > told else Promised(due, told)  # never before the hour that was named


def _still_wanted(bench: Workbench) -> dict[str, Promised]:
    """The promises that the facts still ask for, none of them lapsed: what a hold did to them is told at its end."""
    asked, promised = _asked_for_now(bench), bench.promised
    return {
        nudge.id: promised.get(nudge.id, Promised(0, seconds(nudge.due)))._replace(due=seconds(nudge.due))
        for nudge in wanted(bench)
        if nudge.id in promised or nudge.id in asked
    }


def _has_cause(bench: Workbench) -> bool:
    """Whether this turn may have changed more than the hour at which a broken-off conversation is asked about.

    Planning anew costs as much as a third of a turn, and most turns only add to a first conversation under way.
    """
    if any(name.startswith(DECISIVE) or not _is_early(bench, scope) for scope, name, _ in bench.brought):
        return True
    if bench.paused is not bench.before.paused or bench.held is not bench.before.held:
        return True
    if [run.id for run in bench.runs] != [run.id for run in bench.before.runs]:
        return True
    if bench.heard and not bench.before.heard:
        return True  # a snapshot of a program that promised nothing yet
    if any(met != bench.today.isoformat() for _, met in _unheard(bench)):
        return True  # what was not told on the day of the no
    soon = seconds(bench.instant + WHILE_TALKING)
    return bench.unanswered != bench.before.unanswered or any(one.at <= soon for one in bench.promised.values())


def _is_early(bench: Workbench, scope: str) -> bool:
    """Whether the interview is still being told for the first time, so that its plan is a single row."""
    facts = bench.facts(scope)
    return scope != PERSON and not (facts.value("captured") or facts.value("broken-off"))


def _with_pauses_from_now(bench: Workbench) -> Mapping[str, Promised]:
    """The promises, with that hour counted from the message just heard, unless the person named one."""
    pauses = [
        id for id in bench.promised if id.endswith(_PAUSE) and bench.facts(id.partition("/")[0]).value(_PUT_OFF) is None
    ]
    if not (pauses and bench.heard):
        return bench.promised
    due = instant_of(bench.heard) + PAUSE_IN_CAPTURE
    moved = Promised(seconds(due), seconds(quiet_hours(bench).after(due, bench.now.tzinfo or UTC)))
    return {**bench.promised, **dict.fromkeys(pauses, moved)}


def _announce(bench: Workbench, before: Mapping[str, Promised], slots: Sequence[Slot]) -> None:
    asked, heard = _asked_for_now(bench), _just_heard(bench)
    if moved := only(slots, lambda nudge: nudge.id in asked):
        bench.say_last(lines.PUT_OFF_BY_US if bench.is_our_hour else lines.PUT_OFF, slot=worded(bench, moved[0]))
        bench.add_last(listed(bench, moved[1:]))
    new = only(slots, lambda nudge: nudge.id not in before and nudge.id not in asked and nudge.interview not in heard)
    if any(name == "keep" for _, name, _ in bench.brought):  # what they keep was named with its hour
        new = [slot for slot in new if any(seconds(slot.at) != seconds(nudge.due) for nudge in slot.nudges)]
    _tell_of_the_pause(bench, new)
    new = only(new, lambda nudge: not _is_pause(nudge))
    if not new:
        return
    known = {id.partition("/")[0] for id, promised in before.items() if not id.endswith(f"/{Kind.UNFINISHED}")}
    told = (nudge.interview for slot in new for nudge in slot.nudges)
    is_first = not any(interview in known or _has_come(bench, interview) for interview in told)
    if is_first and not _others_stand(bench, new):
        bench.say_last(lines.ANNOUNCED, count=len(new), place=place(bench))
    else:
        has_ended = not any(id in bench.promised for id in before if not id.endswith(_PAUSE))
        brought = {name for _, name, _ in bench.brought}
        is_turn = ("outcome" in brought and bool(before)) or ("next-interview-on" in brought and not before)
        bench.say_last(lines.INSTEAD if is_turn and has_ended else lines.ALSO, count=len(new))
    bench.add_last(listed(bench, new))


def _tell_of_the_pause(bench: Workbench, new: Sequence[Slot]) -> None:
    """That who breaks off is asked once: after three hours, or at the end of the quiet hours that those lead into."""
    pause = next(((slot, one) for slot in new for one in slot.nudges if _is_pause(one)), None)
    if pause is None:
        return
    slot, nudge = pause
    if slot.at > nudge.due + WHILE_TALKING and bench.facts(PERSON).value("zone") is not None:
        bench.say_last(lines.BREAK_OFF_LATE, at=local(bench, slot.at))
    else:
        bench.say_last(lines.BREAK_OFF)


def _others_stand(bench: Workbench, new: Sequence[Slot]) -> bool:
    """Whether something about another interview is still to come, so that a count of the new ones would be short."""
    told = {nudge.interview for slot in new for nudge in slot.nudges}
    return any(id.partition("/")[0] not in told and not id.endswith(_PAUSE) for id in bench.promised)


def _has_come(bench: Workbench, interview: str) -> bool:
    """Whether something announced about the interview has come already."""
    pause = f"nudge:{Kind.UNFINISHED}"
    return any(name.startswith("nudge:") and name != pause for name in bench.facts(interview).all())


def _tell_moved(bench: Workbench, before: Mapping[str, Promised], slots: Sequence[Slot]) -> None:
    moved = [
        Slot(slot.at, tuple(nudge for nudge in slot.nudges if _has_moved(bench, before.get(nudge.id), slot, nudge)))
        for slot in slots
    ]
    asked, untold = _asked_for_now(bench), _hurt_today(bench) | _just_heard(bench)
    moved = only(moved, lambda nudge: nudge.id not in asked and nudge.interview not in untold)
    moved = only(moved, lambda nudge: not _stands_for_the_note(bench, before, nudge))
    if moved:
        bench.say_last(lines.MOVED, count=sum(len(slot.nudges) for slot in moved))
        bench.add_last(listed(bench, moved))


def _stands_for_the_note(bench: Workbench, before: Mapping[str, Promised], nudge: Nudge) -> bool:
    """Whether what was the last reminder comes now at the hour that the note had: for them that one has not moved."""
    note = f"{nudge.interview}/{Kind.NOTE}"
    is_last = nudge.kind is Kind.LAST_CALL and note in before and note not in bench.promised
    return is_last and nudge.id in bench.promised and bench.promised[nudge.id].at == before[note].at


def _has_moved(bench: Workbench, before: Promised | None, slot: Slot, nudge: Nudge) -> bool:
    if before is None or _is_pause(nudge):
        return False
    if nudge.asked_for and nudge.id in _asked_for_now(bench):
        return True  # they have just named the time: it is said back, also when it is the same
    if before.at <= seconds(bench.instant):
        return False
    if before.told and bench.facts(nudge.interview).value(MET):
        return True  # on the day of the no, when nothing was told
    return before.due != seconds(nudge.due) or abs(seconds(slot.at) - before.at) > WHILE_TALKING.seconds


def _tell_gone(bench: Workbench, before: Mapping[str, Promised]) -> None:
    """Say what will not come, unless it just came, or the turn's own words say so."""
    brought = {name for _, name, _ in bench.brought}
    if any(value in ("offer", "withdrawn", "next-round") for _, name, value in bench.brought if name == "outcome"):
        return  # their own words say what ends with it
    if any(name.startswith(SELF_EVIDENT) for name in brought) or bench.unanswered >= MOST_UNANSWERED:
        return
    untold = _hurt_today(bench) | _just_heard(bench)
    gone = [id for id in before if id not in bench.promised and f"nudge:{id.partition('/')[2]}" not in brought]
    several = len({id.partition("/")[0] for id in (*before, *bench.promised)}) > 1
    told: dict[Named, None] = {}
    for interview, _, name in (id.partition("/") for id in gone if id.partition("/")[0] not in untold):
        place = bench.facts(interview).text("organisation") if several else None
        kind = kind_of(name)
        last = f"{interview}/{Kind.LAST_CALL}"
        is_told_with_note = kind is Kind.LAST_CALL and f"{interview}/{Kind.NOTE}" in gone
        is_told_with_note |= kind is Kind.NOTE and last in bench.promised
        note = f"{interview}/{Kind.NOTE}"
        if kind is Kind.NOTE and last in bench.promised and bench.promised[last].at == before[note].at:
            kind, is_told_with_note = Kind.LAST_CALL, False  # the note comes when it was to come, and nothing after it
        left = [bench.promised[id].at for id in (note, last) if id in bench.promised]
        if kind is Kind.LAST_CALL and not is_told_with_note and left and place is None:
            bench.say_last(lines.NOTE_ONCE, at=local(bench, instant_of(left[0])))
            continue
        about = ABOUT[kind][0]
        if kind is not Kind.UNFINISHED and not is_told_with_note:
            told[about if place is None else Filled(lines.OF_PLACE, (("place", place), ("about", about)))] = None
    if told:
        bench.say_last(lines.GONE, what=tuple(told))


def _is_pause(nudge: Nudge) -> bool:
    return nudge.kind is Kind.UNFINISHED and not nudge.asked_for
