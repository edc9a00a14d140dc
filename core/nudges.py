"""Keeping promises: the plan beside what the person was told, and what is due brought to them.

The rule a newcomer could break: nothing is ever sent that was not announced. A nudge becomes a promise in the turn
that says so, and in no other way; what was promised and is no longer wanted goes in the turn that ended it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from core import clock, lines
from core.facts import PERSON, Fact, Facts
from core.messages import Line, Part
from core.places import town
from core.plan import (
    MOST_UNANSWERED,
    PAUSE_IN_CAPTURE,
    WHILE_TALKING,
    Kind,
    Nudge,
    Reach,
    Slot,
    plan,
    put_off_to,
    spread,
    zone_of,
)
from core.state import Pause, Promised
from core.vocabulary import Filled, Named
from core.workbench import Workbench

LATE = timedelta(minutes=30)
"""So much after its hour a nudge says that it is late."""
STALE = timedelta(hours=24)
"""So much after its hour it is not brought as if nothing had happened, but offered anew."""
KEPT_SENDS = 8

FLOWS = {
    Kind.UNFINISHED: "unfinished",
    Kind.NOTE: "note-due",
    Kind.LAST_CALL: "note-due",
    Kind.JUDGE: "judge",
    Kind.PRACTICE: "practice",
    Kind.LET_GO: "let-go",
    Kind.CHECK_IN: "check-in",
    Kind.PREPARE: "prepare",
}
"""The conversation that each kind opens."""
ABOUT = {
    Kind.UNFINISHED: (lines.UNFINISHED, lines.UNFINISHED_WHY),
    Kind.NOTE: (lines.NOTE, lines.NOTE_WHY),
    Kind.LAST_CALL: (lines.LAST_CALL, lines.LAST_CALL_WHY),
    Kind.JUDGE: (lines.JUDGE, lines.JUDGE_WHY),
    Kind.PRACTICE: (lines.PRACTICE, lines.PRACTICE_WHY),
    Kind.LET_GO: (lines.LET_GO, lines.LET_GO_WHY),
    Kind.CHECK_IN: (lines.CHECK_IN, lines.CHECK_IN_WHY),
    Kind.PREPARE: (lines.PREPARE, lines.PREPARE_WHY),
}
"""What each kind is called, and why it comes."""
DECISIVE = ("nudge", "paused-until", "zone", "captur", "broken-off", "moved-on", "told-at", "news", "next-interview")
"""What the plan reads of an interview that is still being told for the first time."""
_PAUSE = f"/{Kind.UNFINISHED}"
_PUT_OFF = f"nudge:{Kind.UNFINISHED}"
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
    "nudges",
)
"""Facts that come with words of their own about what now ends."""  # fmt: skip


# --- what is promised -------------------------------------------------------------------------------------


def reconcile(bench: Workbench) -> None:
    """Promise what the plan wants now, and say what is new, what moved and what is gone."""
    if not _has_cause(bench):
        bench.promised = _with_pauses_from_now(bench)
        return
    before = bench.promised
    if bench.held:
        bench.promised = _still_wanted(bench)
        return
    slots = upcoming(bench)
    bench.promised = {
        nudge.id: _promise(bench, before.get(nudge.id), slot, nudge) for slot in slots for nudge in slot.nudges
    }
    if bench.before.held and slots:  # nobody expects it any more, so all of it is told anew
        bench.say_last(lines.PLANNED, place=_place(bench))
        bench.add_last(_list(bench, slots))
    else:
        _announce(bench, before, slots)
        _tell_moved(bench, before, slots)
    _tell_gone(bench, before)
    if any(id not in bench.promised for id in _asked_for_now(bench)):
        stopped = bench.facts(PERSON).value("nudges") == "stopped"
        bench.say_last(lines.WRITES_NO_MORE if stopped else lines.NOTHING_TO_REMIND)


def _asked_for_now(bench: Workbench) -> set[str]:
    """The nudges that this turn has named a time for."""
    return {
        f"{scope}/{name.removeprefix('nudge:')}"
        for scope, name, value in bench.brought
        if name.startswith("nudge:") and isinstance(value, str) and put_off_to(value, UTC) is not None
    }


def _promise(bench: Workbench, before: Promised | None, slot: Slot, nudge: Nudge) -> Promised:
    due, at = _seconds(nudge.due), _seconds(slot.at)
    is_told = bench.before.held or before is None or _is_pause(nudge) or _has_moved(bench, before, slot, nudge)
    if is_told or before is None or at <= (before.told or before.at):
        return Promised(due, at)
    return Promised(due, at, before.told or before.at)


def _still_wanted(bench: Workbench) -> dict[str, Promised]:
    """The promises that the facts still ask for, none of them lapsed: what a hold did to them is told at its end."""
    asked, promised = _asked_for_now(bench), bench.promised
    return {
        nudge.id: promised.get(nudge.id, Promised(0, _seconds(nudge.due)))._replace(due=_seconds(nudge.due))
        for nudge in _wanted(bench)
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
    soon = _seconds(bench.instant + WHILE_TALKING)
    return bench.unanswered != bench.before.unanswered or any(one.at <= soon for one in bench.promised.values())


def _is_early(bench: Workbench, scope: str) -> bool:
    """Whether the interview is still being told for the first time, so that its plan is a single row."""
    facts = bench.facts(scope)
    return scope != PERSON and not (facts.value("captured") or facts.value("broken-off"))


def _with_pauses_from_now(bench: Workbench) -> dict[str, Promised]:
    """The promises, with that hour counted from the message just heard, unless the person named one."""
    if not bench.heard:
        return dict(bench.promised)
    due = _instant(bench.heard) + PAUSE_IN_CAPTURE
    moved = Promised(_seconds(due), _seconds(bench.community.quiet.after(due, bench.now.tzinfo or UTC)))
    return {
        id: moved if id.endswith(_PAUSE) and bench.facts(id.partition("/")[0]).value(_PUT_OFF) is None else promised
        for id, promised in bench.promised.items()
    }


def next_due(bench: Workbench) -> datetime | None:
    """When the coach has to come back of itself; None when never, or while it is held."""
    if bench.held or not bench.promised:
        return None
    return _instant(min(promised.at for promised in bench.promised.values()))


def upcoming(bench: Workbench) -> list[Slot]:
    """The messages to come, as everything stands now."""
    wanted = []
    for nudge in _wanted(bench):
        known = bench.promised.get(nudge.id)
        # What lay in the past when it was first wanted is not planned; what became overdue is still owed.
        if nudge.due > bench.instant or (known is not None and known.due == _seconds(nudge.due)):
            wanted.append(nudge)
    return spread(wanted, reach(bench)) if wanted else []


def _wanted(bench: Workbench) -> Iterator[Nudge]:
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
    return _instant(bench.heard) if is_open and bench.heard else None


def reach(bench: Workbench) -> Reach:
    """When this person may be written to."""
    facts = bench.facts(PERSON)
    where = zone_of(facts) or UTC
    pause = facts.latest("paused-until")
    talking = bool(bench.runs) and bench.paused is Pause.NOT and bench.heard
    return Reach(
        where,
        bench.instant,
        quiet=bench.community.quiet,
        sent=tuple(_instant(at) for at in bench.sent),
        unanswered=bench.unanswered,
        talking_until=_instant(bench.heard) + WHILE_TALKING if talking else None,
        paused_until=put_off_to(str(pause.value), where) if pause else None,
        paused_at=pause.turn if pause else 0,
    )


def _announce(bench: Workbench, before: Mapping[str, Promised], slots: Sequence[Slot]) -> None:
    for slot in _only(slots, lambda nudge: _was_put_off(bench, nudge)):
        bench.say_last(lines.PUT_OFF, slot=_worded(bench, slot))
    new = _only(slots, lambda nudge: nudge.id not in before and not _was_put_off(bench, nudge))
    if any(_is_pause(nudge) for slot in new for nudge in slot.nudges):
        bench.say_last(lines.BREAK_OFF)
    new = _only(new, lambda nudge: not _is_pause(nudge))
    if not new:
        return
    known = {id.partition("/")[0] for id, promised in before.items() if not id.endswith(f"/{Kind.UNFINISHED}")}
    is_first = not any(nudge.interview in known for slot in new for nudge in slot.nudges)
    if is_first:
        bench.say_last(lines.ANNOUNCED, count=len(new), place=_place(bench))
    else:
        bench.say_last(lines.ALSO)
    bench.add_last(_list(bench, new))


def _tell_moved(bench: Workbench, before: Mapping[str, Promised], slots: Sequence[Slot]) -> None:
    moved = [
        Slot(slot.at, tuple(nudge for nudge in slot.nudges if _has_moved(bench, before.get(nudge.id), slot, nudge)))
        for slot in slots
    ]
    moved = _only(moved, lambda nudge: not _was_put_off(bench, nudge))
    if moved:
        bench.say_last(lines.MOVED)
        bench.add_last(_list(bench, moved))


def _has_moved(bench: Workbench, before: Promised | None, slot: Slot, nudge: Nudge) -> bool:
    if before is None or _is_pause(nudge):
        return False
    if nudge.asked_for and nudge.id in _asked_for_now(bench):
        return True  # they have just named the time: it is said back, also when it is the same
    if before.at <= _seconds(bench.instant):
        return False
    return before.due != _seconds(nudge.due) or abs(_seconds(slot.at) - before.at) > WHILE_TALKING.seconds


def _tell_gone(bench: Workbench, before: Mapping[str, Promised]) -> None:
    """Say what will not come, unless it just came, or the turn's own words say so."""
    brought = {name for _, name, _ in bench.brought}
    if any(value == "offer" for _, name, value in bench.brought if name == "outcome"):
        return  # the words for an offer say that all of it ends
    if any(name.startswith(SELF_EVIDENT) for name in brought) or bench.unanswered >= MOST_UNANSWERED:
        return
    gone = [id for id in before if id not in bench.promised and f"nudge:{id.partition('/')[2]}" not in brought]
    several = len({id.partition("/")[0] for id in (*before, *bench.promised)}) > 1
    told: dict[Named, None] = {}
    for interview, _, name in (id.partition("/") for id in gone):
        place = bench.facts(interview).text("organisation") if several else None
        about = ABOUT[_kind(name)][0]
        if _kind(name) is not Kind.UNFINISHED:
            told[about if place is None else Filled(lines.AT_PLACE, (("place", place), ("about", about)))] = None
    if told:
        bench.say_last(lines.GONE, what=tuple(told))


def _kind(name: str) -> Kind:
    stem, _, number = name.rpartition("-")
    return Kind(stem if number.isdecimal() else name)


def _was_put_off(bench: Workbench, nudge: Nudge) -> bool:
    """Whether the person named its time in this very turn."""
    return nudge.asked_for and (nudge.interview, f"nudge:{nudge.name}") in {one[:2] for one in bench.brought}


def _is_pause(nudge: Nudge) -> bool:
    return nudge.kind is Kind.UNFINISHED and not nudge.asked_for


# --- what is due ------------------------------------------------------------------------------------------


def bring(bench: Workbench) -> None:
    """Write to the person about all that is due, in one message; nothing if nothing is."""
    if bench.held:
        return
    coming = _only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    due = [nudge for slot in coming if slot.at <= bench.instant for nudge in slot.nudges]
    if not due:
        return
    useful = [nudge for nudge in due if nudge.until > bench.instant]
    for nudge in due:
        bench.state_fact(nudge.interview, f"nudge:{nudge.name}", "sent" if nudge in useful else "passed")
        if nudge.kind is Kind.UNFINISHED:  # the rest of the arc no longer waits for the end of the conversation
            bench.state_fact(nudge.interview, "broken-off", True)
    if not any(nudge.asked_for for nudge in due):
        bench.sent = (*bench.sent, _seconds(bench.instant))[-KEPT_SENDS:]
    bench.unanswered += 1
    called = {nudge.interview for nudge in useful if nudge.kind is Kind.LAST_CALL}
    useful = [nudge for nudge in useful if nudge.kind is not Kind.NOTE or nudge.interview not in called]
    _say_why_now(bench, due, useful)
    if useful:
        bench.paused = Pause.NOT if bench.paused is Pause.LATER else bench.paused
        bench.leave_empty_invitations()
        _leave_what_letting_go_closes(bench, useful)
        for nudge in reversed(useful):
            bench.reopen(FLOWS[nudge.kind], nudge.interview, key=f"{nudge.name}.{bench.number}")
        bench.proceed(short=_conversations(useful) > 1)  # what they are about was said just before
    if bench.unanswered == MOST_UNANSWERED:
        _say_that_it_will_be_quiet(bench)


def _say_that_it_will_be_quiet(bench: Workbench) -> None:
    """The second message in a row: it says what still comes if nobody answers, and what does not."""
    after = [nudge for slot in upcoming(bench) for nudge in slot.nudges]
    bench.say_last(lines.QUIET if any(nudge.kind is Kind.LET_GO for nudge in after) else lines.QUIET_FOR_GOOD)
    still = {nudge.id for nudge in after}
    brought = {f"{scope}/{name.removeprefix('nudge:')}" for scope, name, _ in bench.brought}
    kinds = [_kind(id.partition("/")[2]) for id in bench.promised if id not in still and id not in brought]
    if kinds:
        bench.say_last(lines.HELD_BACK, what=tuple(dict.fromkeys(ABOUT[kind][0] for kind in kinds)))


def _leave_what_letting_go_closes(bench: Workbench, nudges: Iterable[Nudge]) -> None:
    """What else is open about an interview that comes to its end: after that there is no "by the way"."""
    closing = {nudge.interview for nudge in nudges if nudge.kind is Kind.LET_GO}
    bench.runs = [run for run in bench.runs if run.interview not in closing]


def _conversations(nudges: Iterable[Nudge]) -> int:
    """How many conversations they open: two rounds of practice put off to the same hour are one."""
    return len({(nudge.interview, FLOWS[nudge.kind]) for nudge in nudges})


def _say_why_now(bench: Workbench, due: Sequence[Nudge], useful: Sequence[Nudge]) -> None:
    passed = [nudge for nudge in due if nudge not in useful]
    if passed:
        bench.say(lines.PASSED, what=_what(bench, passed))
    if not useful:
        return
    if (count := _conversations(useful)) > 1:
        bench.say(lines.TOGETHER, part=_part_of_day(bench.now), count=count, what=_what(bench, useful))
    promises = [bench.promised[nudge.id] for nudge in useful if nudge.id in bench.promised]
    meant = min([promised.told or promised.at for promised in promises], default=_seconds(bench.instant))
    late = bench.instant - _instant(meant)
    if late > LATE:
        bench.say(lines.STALE if late > STALE else lines.LATE, at=_local(bench, _instant(meant)))


def tell(bench: Workbench) -> bool:
    """What will come, when and why."""
    if bench.held:
        bench.say(lines.HELD)
        return True
    slots = _only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    if slots:
        bench.say(lines.PLANNED, place=_place(bench))
        bench.parts += _list(bench, slots)
    else:
        bench.say(lines.NOTHING_PLANNED)
    return True


def next_worded(bench: Workbench) -> Filled | None:
    """The next message to come, in words; None when none is."""
    slots = _only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    return _worded(bench, slots[0]) if slots else None


# --- putting off ------------------------------------------------------------------------------------------


def put_off(bench: Workbench, became: str) -> bool:
    """Have what is talked about, or what comes next, come at another time; False when there is nothing to move."""
    for interview, name in (*_talked_about(bench), *_next_promised(bench)):
        if _would_come(bench, interview, name, became):
            if name == Kind.UNFINISHED and bench.facts(interview).value("capture-left") == "stopped":
                bench.withdraw(interview, "capture-left")  # it is to go on after all
            bench.state_fact(interview, f"nudge:{name}", became)
            return True
    return False


def put_off_message(bench: Workbench, became: str) -> None:
    """Have all that the open offer came with, as far as nobody took it up, come at another time; nothing is asked."""
    _, _, message = bench.runs[-1].key.rpartition(".")
    kept = []
    for run in bench.runs:
        name, _, turn = run.key.rpartition(".")
        if run.flow in FLOWS.values() and turn == message:
            bench.state_fact(run.interview, f"nudge:{name}", became)
        else:
            kept.append(run)
    bench.runs = kept
    bench.paused = Pause.LATER if kept and bench.paused is Pause.NOT else bench.paused


def close_offer(bench: Workbench, interview: str, name: str) -> None:
    """Leave the open offer of a nudge that has been settled in another way."""
    bench.runs = [run for run in bench.runs if (run.interview, run.key.rpartition(".")[0]) != (interview, name)]


def _would_come(bench: Workbench, interview: str, name: str, became: str) -> bool:
    """Whether the plan would bring it then; what it does not want cannot be put off either."""
    facts = {**bench.facts(interview).all(), f"nudge:{name}": Fact(became, bench.number)}
    if name == Kind.UNFINISHED and "capture-left" in facts and facts["capture-left"].value == "stopped":
        del facts["capture-left"]
    wanted = plan(Facts(facts, bench.facts(PERSON).all()), interview, bench.instant, bench.community.working_days)
    is_under_way = any(run.flow == "capture" and run.interview == interview for run in bench.runs)
    return any(nudge.name == name for nudge in wanted) and (name != Kind.UNFINISHED or is_under_way)


def _talked_about(bench: Workbench) -> Iterator[tuple[str, str]]:
    """The nudges that what is under way may belong to, what is talked about first."""
    for run in reversed(bench.runs):
        if run.flow in FLOWS.values() and run.key:
            yield run.interview, run.key.rpartition(".")[0]
        elif run.flow == "capture" and bench.facts(run.interview).all():
            yield run.interview, Kind.UNFINISHED.value
            yield run.interview, Kind.JUDGE.value
        elif run.flow == "judge":
            yield run.interview, Kind.JUDGE.value
        elif run.flow == "note":
            yield run.interview, Kind.NOTE.value


def promised_of(bench: Workbench, kind: str) -> tuple[str, str] | None:
    """The next promised nudge of a kind, of the interview talked about if it has one."""
    found = [id for id in bench.promised if _kind(id.partition("/")[2]) == kind]
    if not found:
        return None
    id = min(found, key=lambda one: (not one.startswith(f"{bench.interview}/"), bench.promised[one].at))
    interview, _, name = id.partition("/")
    return interview, name


def possible(bench: Workbench, kind: str, became: str) -> tuple[str, str] | None:
    """A nudge of a kind that comes once, about the interview talked about, if it would be wanted at that time."""
    interview = bench.told_interview if bench.interview == PERSON else bench.interview
    return (interview, kind) if _would_come(bench, interview, kind, became) else None


def _next_promised(bench: Workbench) -> Iterator[tuple[str, str]]:
    for id in sorted(bench.promised, key=lambda id: bench.promised[id].at):
        interview, _, name = id.partition("/")
        yield interview, name


# --- words ------------------------------------------------------------------------------------------------


def _only(slots: Iterable[Slot], wanted: Callable[[Nudge], bool]) -> list[Slot]:
    some = (Slot(slot.at, tuple(nudge for nudge in slot.nudges if wanted(nudge))) for slot in slots)
    return [slot for slot in some if slot.nudges]


def _list(bench: Workbench, slots: Iterable[Slot]) -> list[Part]:
    return [Line(str(bench.wording.filled(_worded(bench, slot)))) for slot in slots]


def _worded(bench: Workbench, slot: Slot) -> Filled:
    about = _what(bench, slot.nudges, reasoned=not slot.is_asked_for)  # who named the hour knows why
    return Filled(lines.SLOT, (("at", _local(bench, slot.at)), ("about", about)))


def _what(bench: Workbench, nudges: Iterable[Nudge], *, reasoned: bool = False) -> tuple[Named, ...]:
    """What the nudges are about; with the place, where there is more than one interview."""
    several = len({id.partition("/")[0] for id in bench.promised} | {nudge.interview for nudge in nudges}) > 1
    named: list[Named] = []
    for nudge in nudges:
        place = bench.facts(nudge.interview).text("organisation") if several else None
        what, why = ABOUT[nudge.kind]
        about: Named = Filled(lines.REASONED, (("about", what), ("why", why))) if reasoned else what
        named.append(about if place is None else Filled(lines.AT_PLACE, (("place", place), ("about", about))))
    return tuple(dict.fromkeys(named))


def _part_of_day(now: datetime) -> str:
    return "morning" if now.hour < 12 else "evening" if now.hour >= 17 else "day"


def _place(bench: Workbench) -> str:
    """The town that names the zone: "Lusaka"."""
    return town(bench.facts(PERSON).text("zone") or "UTC")


def _local(bench: Workbench, at: datetime) -> str:
    return clock.local(at, bench.now.tzinfo or UTC).replace(tzinfo=None).isoformat(timespec="minutes")


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
