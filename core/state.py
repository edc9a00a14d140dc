"""What a turn knows of a person: the snapshot, and how it becomes bytes and back.

Everything here is immutable; a turn makes a new state. Interviews beyond the few most recent ones leave the
snapshot (their facts stay in the journal), so that a long history costs a turn nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from core.facts import PERSON, Fact, Facts, Picked, Scoped, Value
from core.questions import Option
from core.understanding.commands import Command

_RUN_FIELDS = ("key", "opened", "replayed", "said", "letter", "skipped", "revisit", "misses", "repeats")
UNDOABLE = 10
"""How many of the person's latest events can be undone, one after the other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The open question as the person saw it: a reply is read against this, whatever the flow asks today."""

    name: str
    kind: str
    options: tuple[Option, ...] = ()
    """Labels included."""


@dataclass(frozen=True, slots=True)
class Run:
    """One conversation under way: which flow, about which interview, and how far it got."""

    id: str
    flow: str
    interview: str
    began: str
    """The local date of its first turn (ISO)."""
    key: str = ""
    """Tells repetitions of a flow apart; joins the names of their facts."""
    opened: int = 0
    """The turn it began in."""
    replayed: int = 0
    """The turn of the last replay; facts newer than that may make it say something."""
    said: tuple[str, ...] = ()
    """The lines passed so far; each is spoken at most once in a run."""
    letter: str = ""
    """A digest of the draft last shown, so that it is shown again when it has changed."""
    skipped: dict[str, int] = field(default_factory=dict)
    """Question → the turn it was skipped in."""
    revisit: str | None = None
    """The question the person went back to; the next answer returns to the first open one."""
    shown: Shown | None = None
    misses: int = 0
    """Replies in a row that the open question could not use."""
    repeats: int = 0
    """How often in a row the person asked to hear the open question again."""


class Undo(NamedTuple):
    """What one event replaced: enough to take it back."""

    replaced: Sequence[Any]
    """(scope, name, the value before or None), oldest first."""
    runs: Sequence[Mapping[str, Any]] | None
    """The stack before, as JSON has it; None when the event left it as it was."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the next turn needs."""

    number: int = 0
    """The turns taken so far."""
    facts: Mapping[str, Scoped] = field(default_factory=dict)
    """By scope: an interview's id, or `PERSON`."""
    runs: tuple[Run, ...] = ()
    """The stack; the last one is talking."""
    runs_begun: int = 0
    interviews_begun: int = 0
    paused: bool = False
    """The person said "later" or "stop"; whatever they write next resumes."""
    undo: tuple[Undo, ...] = ()
    """Oldest first."""
    used: Mapping[str, int] = field(default_factory=dict)
    """Saying or question → how often it was worded, so that no wording returns before all were used."""

    def facts_of(self, interview: str) -> Facts:
        """The facts a conversation about that interview can see."""
        return Facts(self.facts.get(interview, {}), self.facts.get(PERSON, {}))


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encode_state(state: State) -> bytes:
    """The snapshot as JSON. Facts and undo are tuples that JSON takes as they are: this is done at every turn."""
    kept = {
        "number": state.number,
        "facts": state.facts,
        "runs": [_run_out(run) for run in state.runs],
        "runs_begun": state.runs_begun,
        "interviews_begun": state.interviews_begun,
        "paused": state.paused,
        "undo": state.undo,
        "used": state.used,
    }
    return _JSON.encode(kept).encode()


def decode_state(encoded: bytes | None) -> State:
    """What `encode_state` wrote, also by an older program; None is somebody new."""
    if encoded is None:
        return State()
    kept = json.loads(encoded)
    return State(
        number=kept["number"],
        facts={scope: _facts_in(facts) for scope, facts in kept["facts"].items()},
        runs=tuple(_run_in(run) for run in kept["runs"]),
        runs_begun=kept["runs_begun"],
        interviews_begun=kept["interviews_begun"],
        paused=kept["paused"],
        undo=tuple(Undo(*undo) for undo in kept["undo"]),
        used=kept["used"],
    )


def value_in(kept: Any) -> Any:
    """A fact's value from JSON, where an option picked is a list of one."""
    return Picked(*kept) if isinstance(kept, list) else kept


def undo_of(replaced: list[tuple[str, str, Value | None]], runs: tuple[Run, ...] | None) -> Undo:
    """Enough to take an event back."""
    return Undo(tuple(replaced), None if runs is None else [_run_out(run) for run in runs])


def runs_of(undo: Undo) -> list[Run] | None:
    """The stack before the event, None when the event left it as it was."""
    return None if undo.runs is None else [_run_in(dict(run)) for run in undo.runs]


def _facts_in(kept: dict[str, list[Any]]) -> dict[str, Fact]:
    return {name: Fact(value_in(value), turn) for name, (value, turn) in kept.items()}


def _run_out(run: Run) -> dict[str, Any]:
    kept: dict[str, Any] = {"id": run.id, "flow": run.flow, "interview": run.interview, "began": run.began}
    for name in _RUN_FIELDS:
        if value := getattr(run, name):
            kept[name] = value
    if run.shown is not None:
        kept["shown"] = [run.shown.name, run.shown.kind, run.shown.options]
    return kept


def _run_in(kept: dict[str, Any]) -> Run:
    kept["said"] = tuple(kept.get("said", ()))
    if shown := kept.get("shown"):
        name, kind, options = shown
        kept["shown"] = Shown(name, kind, tuple(_option_in(*option) for option in options))
    return Run(**kept)


def _option_in(option: str, means: str | None, brings: list[Any], label: str | None) -> Option:
    stated = tuple((name, value_in(value)) for name, value in brings)
    return Option(option, Command(means) if means else None, stated, label)
