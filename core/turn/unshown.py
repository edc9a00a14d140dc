"""A nudge that nobody has seen yet: every turn first asks what became of the last one.

One that waits in the outbox is taken back, as if its hour had only come now: then a platform that was down for days
leaves one message and not three, what the person writes is never read as an answer to something they have not seen, and
"stop" means stop. One that may have been shown stays, and is sent again under its key, unless there is to be silence; what
was decided behind it can still be taken back, because each nudge remembers the doubtful one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TypeAlias

from core import clock
from core.facts import Fact, Value
from core.plan import is_over
from core.ports import Waiting
from core.records import record
from core.state import Nudged, State, nudged_in
from core.turn.coming import seconds
from core.turn.nudges import KEPT_SENDS, STALE
from core.turn.workbench import Workbench

Ask: TypeAlias = Callable[[], Sequence[Waiting]]
"""Gives the nudges that wait to be sent to the person."""
_NIGHT_SECONDS = 5 * 3600


@record
class Before:
    """What a turn begins with."""

    state: State
    restored: tuple[tuple[str, str, Value | None], ...] = ()
    """The facts that taking back has changed."""
    numbers: tuple[int, ...] = ()
    """The turns whose nudges are taken back, the last one first."""
    doubtful: Nudged | None = None
    """The last nudge, if it waits and may have been seen."""


def taken_back(state: State, waiting: Ask, now: datetime) -> Before:
    """Take back what nobody has seen, from the last nudge to the one before which all were seen."""
    restored: list[tuple[str, str, Value | None]] = []
    numbers: list[int] = []
    while state.nudged:
        nudged = nudged_in(state.nudged)
        found = next((one for one in waiting() if one.number == nudged.number), None)
        if found is None:
            return Before(replace(state, nudged=""), tuple(restored), tuple(numbers))
        if found.in_hand or (found.may_have_been_shown and now.astimezone(UTC) - found.at <= STALE):
            return Before(state, tuple(restored), tuple(numbers), nudged)
        numbers.append(nudged.number)
        state = _without(state, nudged, restored)
    return Before(state, tuple(restored), tuple(numbers))


def counted(before: Before, waiting: Ask, now: datetime) -> State:
    """What waits since another day may be seen on this one only, and is among the most that may come on it."""
    sent = before.state.sent
    for one in waiting():
        if one.number not in before.numbers and is_uncounted(sent, one.number, one.at, now):
            sent = (*sent, _in_the_night(one.number, now))
    return replace(before.state, sent=sent[-KEPT_SENDS:])


def is_uncounted(sent: Sequence[int], number: int, decided: datetime, now: datetime) -> bool:
    """Whether a nudge that counted on the day of its decision would be one more on this day; `now` is the person's."""
    is_of_today = decided.astimezone(now.tzinfo).date() == now.date()
    return not is_of_today and seconds(decided) in sent and _in_the_night(number, now) not in sent


def _in_the_night(number: int, now: datetime) -> int:
    """As what it is kept among what was sent: an instant of that day at which nothing is, and no other nudge's."""
    midnight = clock.instant(datetime.combine(now.date(), time()), now.tzinfo or UTC)
    return seconds(midnight) + number % _NIGHT_SECONDS


def unwanted(bench: Workbench, before: Before, waiting: Ask) -> tuple[int, ...]:
    """Whose nudges besides must not be sent again: the person wants silence, or nothing more about that interview."""
    if bench.held or any(map(_is_silence, bench.brought)):
        return tuple(one.number for one in waiting() if one.number not in before.numbers)
    doubtful = before.doubtful
    if doubtful is None:
        return ()
    scopes = {scope for scope, name, _ in doubtful.replaced if name.startswith("nudge:")}
    return (doubtful.number,) if all(is_over(bench.facts(scope)) for scope in scopes) else ()


def _is_silence(brought: tuple[str, str, Value | None]) -> bool:
    _, name, value = brought
    return name == "paused-until" or (name == "nudges" and value == "stopped")


def _without(state: State, nudged: Nudged, restored: list[tuple[str, str, Value | None]]) -> State:
    facts = {scope: dict(known) for scope, known in state.facts.items()}
    for scope, name, value in reversed(nudged.replaced):
        restored.append((scope, name, value))
        if value is None:
            facts.get(scope, {}).pop(name, None)
        else:
            facts.setdefault(scope, {})[name] = Fact(value, state.number + 1)
    return replace(
        state,
        facts=facts,
        runs=tuple(nudged.runs),
        paused=nudged.paused,
        promised=nudged.promised,
        sent=nudged.sent,
        unanswered=nudged.unanswered,
        nudged=nudged.earlier,
        halt=None,
    )
