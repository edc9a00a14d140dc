"""A nudge that nobody has seen yet: every turn first asks what became of the last one.

One that waits in the outbox is taken back, as if its hour had only come now: then a platform that was down for days
leaves one message and not three, what the person writes is never read as an answer to something they have not seen, and
"stop" means stop. One that may have been shown stays, and is sent again under its key, unless there is to be silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeAlias

from core.facts import Fact, Value
from core.plan import is_over
from core.ports import Waiting
from core.state import Nudged, State, nudged_in
from core.turn.nudges import STALE
from core.turn.workbench import Workbench

Ask: TypeAlias = Callable[[], Sequence[Waiting]]
"""Gives the nudges that wait to be sent to the person."""
Brought: TypeAlias = tuple[tuple[str, str, Value | None], ...]


def taken_back(state: State, waiting: Ask, now: datetime) -> tuple[State, Brought, Nudged | None]:
    """The state with the last nudge taken back if nobody has seen it, the facts that changes, and which nudge is in doubt."""
    if not state.nudged:
        return state, (), None
    nudged = nudged_in(state.nudged)
    found = next((one for one in waiting() if one.number == nudged.number), None)
    if found is None:
        return state, (), None
    if found.in_hand or (found.may_have_been_shown and now.astimezone(UTC) - found.at <= STALE):
        return state, (), nudged
    return *_without(state, nudged), nudged


def is_unwanted(bench: Workbench, nudged: Nudged) -> bool:
    """Whether a nudge in doubt must not be sent again: they want silence, or nothing more about its interview."""
    if bench.held or any(name == "paused-until" for _, name, _ in bench.brought):
        return True
    scopes = {scope for scope, name, _ in nudged.replaced if name.startswith("nudge:")}
    return all(is_over(bench.facts(scope)) for scope in scopes)


def _without(state: State, nudged: Nudged) -> tuple[State, Brought]:
    facts = {scope: dict(known) for scope, known in state.facts.items()}
    brought: list[tuple[str, str, Value | None]] = []
    for scope, name, value in reversed(nudged.replaced):
        brought.append((scope, name, value))
        if value is None:
            facts.get(scope, {}).pop(name, None)
        else:
            facts.setdefault(scope, {})[name] = Fact(value, state.number + 1)
    before = replace(
        state,
        facts=facts,
        runs=tuple(nudged.runs),
        paused=nudged.paused,
        promised=nudged.promised,
        sent=nudged.sent,
        unanswered=nudged.unanswered,
        nudged="",
        halt=None,
    )
    return before, tuple(brought)
