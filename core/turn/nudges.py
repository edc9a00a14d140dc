"""What is due, brought to the person: all of it in one message, with why it comes now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from core import clock, lines
from core.plan import MOST_UNANSWERED, Kind, Nudge
from core.state import Pause
from core.turn.coming import ABOUT, instant_of, kind_of, local, only, seconds, upcoming, what_of
from core.turn.workbench import Workbench

LATE = timedelta(minutes=30)
"""So much after its hour a nudge says that it is late."""
STALE = timedelta(hours=24)
"""So much after its hour it is not brought as if nothing had happened, but offered anew."""
KEPT_SENDS = 16

FLOWS = {
    Kind.UNFINISHED: "unfinished",
    Kind.CALL: "call",
    Kind.NOTE: "note-due",
    Kind.LAST_CALL: "note-due",
    Kind.JUDGE: "judge",
    Kind.PRACTICE: "practice",
    Kind.AFTER_NO: "after-no",
    Kind.LET_GO: "let-go",
    Kind.CHECK_IN: "check-in",
    Kind.PREPARE: "prepare",
    Kind.MOCK: "mock",
}
"""The conversation that each kind opens."""


def bring(bench: Workbench) -> None:
    """Write to the person about all that is due, in one message; nothing if nothing is."""
    if bench.held:
        return
    coming = only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    due = [nudge for slot in coming if slot.at <= bench.instant for nudge in slot.nudges]
    if not due:
        return
    bench.is_nudge = True
    useful = [nudge for nudge in due if nudge.until > bench.instant]
    for nudge in due:
        bench.state_fact(nudge.interview, f"nudge:{nudge.name}", "sent" if nudge in useful else "passed")
        if nudge.kind is Kind.UNFINISHED:  # the rest of the arc no longer waits for the end of the conversation
            bench.state_fact(nudge.interview, "broken-off", bench.today.isoformat())
    is_second_today = bench.unanswered > 0 and _was_sent_today(bench)
    if not any(nudge.asked_for for nudge in due):
        bench.sent = (*bench.sent, seconds(bench.instant))[-KEPT_SENDS:]
    bench.unanswered += not is_second_today  # who was at work all day has left one day unanswered, not two messages
    passed = [nudge for nudge in due if nudge not in useful]
    called = {nudge.interview for nudge in useful if nudge.kind is Kind.LAST_CALL}
    useful = [nudge for nudge in useful if nudge.kind is not Kind.NOTE or nudge.interview not in called]
    _say_why_now(bench, passed, useful)
    if useful:
        bench.paused = Pause.NOT if bench.paused is Pause.LATER else bench.paused
        bench.leave_empty_invitations()
        _leave_what_letting_go_closes(bench, useful)
        for nudge in reversed(useful):
            bench.reopen(FLOWS[nudge.kind], nudge.interview, key=f"{nudge.name}.{bench.number}")
        bench.proceed(short=_conversations(useful) > 1)  # what they are about was said just before
    if bench.unanswered == MOST_UNANSWERED and not is_second_today:
        _say_that_it_will_be_quiet(bench)


def _was_sent_today(bench: Workbench) -> bool:
    return any(clock.local(instant_of(at), bench.now.tzinfo or UTC).date() == bench.today for at in bench.sent[-1:])


def _say_that_it_will_be_quiet(bench: Workbench) -> None:
    """The second message in a row: it says what still comes if nobody answers, and what does not."""
    after = [nudge for slot in upcoming(bench) for nudge in slot.nudges]
    bench.say_last(lines.QUIET if any(nudge.kind is Kind.LET_GO for nudge in after) else lines.QUIET_FOR_GOOD)
    still = {nudge.id for nudge in after}
    brought = {f"{scope}/{name.removeprefix('nudge:')}" for scope, name, _ in bench.brought}
    kinds = [kind_of(id.partition("/")[2]) for id in bench.promised if id not in still and id not in brought]
    if kinds:
        bench.say_last(lines.HELD_BACK, what=tuple(dict.fromkeys(ABOUT[kind][0] for kind in kinds)))


def _leave_what_letting_go_closes(bench: Workbench, nudges: Iterable[Nudge]) -> None:
    """What else is open about an interview that comes to its end: after that there is no "by the way"."""
    closing = {nudge.interview for nudge in nudges if nudge.kind is Kind.LET_GO}
    bench.runs = [run for run in bench.runs if run.interview not in closing]


def _conversations(nudges: Iterable[Nudge]) -> int:
    """How many conversations they open: two rounds of practice put off to the same hour are one."""
    return len({(nudge.interview, FLOWS[nudge.kind]) for nudge in nudges})


def _say_why_now(bench: Workbench, passed: Sequence[Nudge], useful: Sequence[Nudge]) -> None:
    if passed:
        bench.say(lines.PASSED, what=what_of(bench, passed))
    if not useful:
        return
    if _conversations(useful) > 1:
        is_of_one = len({nudge.interview for nudge in useful}) == 1  # its place stands before the question
        bench.say(lines.TOGETHER, part=_part_of_day(bench.now), what=what_of(bench, useful, is_placed=not is_of_one))
    promises = [bench.promised[nudge.id] for nudge in useful if nudge.id in bench.promised]
    meant = min([promised.told or promised.at for promised in promises], default=seconds(bench.instant))
    late = bench.instant - instant_of(meant)
    if late > LATE:
        bench.say(lines.STALE if late > STALE else lines.LATE, at=local(bench, instant_of(meant)))


def _part_of_day(now: datetime) -> str:
    return "morning" if now.hour < 12 else "evening" if now.hour >= 17 else "day"
