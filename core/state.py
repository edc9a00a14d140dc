"""What a turn knows of a person: the snapshot, and how it becomes bytes and back.

Everything here is immutable; a turn makes a new state. Interviews that are over, but for the latest, leave the
snapshot (their facts stay in the journal), so that a long history costs a turn nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from itertools import islice, starmap
from operator import is_
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from core.facts import PERSON, Fact, Facts, Picked, Scoped, Value
from core.questions import Option
from core.records import record, unsaid
from core.understanding.commands import Command

if TYPE_CHECKING:
    from core.replay import Halt

_RUN_FIELDS = ("key", "opened", "replayed", "said", "letter", "skipped", "revisit", "misses", "repeats", "over_stopped")
UNDOABLE = 10
"""How many of the person's latest events can be undone, one after the other."""


class Pause(StrEnum):
    """Whether the talking run waits."""

    NOT = ""
    LATER = "later"
    """Put off: whatever they write next goes on."""
    STOPPED = "stopped"
    """Left, or interrupted by something graver: it goes on only when the person says so."""


@record
class Shown:
    """The open question as the person saw it: a reply is read against this, whatever the flow asks today."""

    name: str
    kind: str
    options: tuple[Option, ...] = ()
    """Labels included."""
    words: str = ""
    """The message it was worded by; its cues tell how people say an option."""


@unsaid
class Run(NamedTuple):
    """One conversation under way: which flow, about which interview, and how far it got.

    A tuple, because every turn makes another of it with a few fields changed.
    """

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
    skipped: Mapping[str, int] = MappingProxyType({})
    """Question → the turn it was skipped in."""
    revisit: str | None = None
    """The question the person went back to; the next answer returns to the first open one."""
    shown: Shown | None = None
    misses: int = 0
    """Replies in a row that the open question could not use."""
    repeats: int = 0
    """How often in a row the person asked to hear the open question again."""
    over_stopped: bool = False
    """What it interrupted had been stopped, and stays so when it ends."""


class Promised(NamedTuple):
    """A nudge that was announced. A tuple, so that a snapshot is written without converting it."""

    due: int
    """When the arc wants it (seconds since 1970)."""
    at: int
    """When it will come (seconds since 1970)."""
    told: int = 0
    """The hour the person last heard of, if it has slipped since without a word (seconds since 1970)."""


@record
class Undo:
    """What one event replaced: enough to take it back."""

    replaced: Sequence[tuple[str, str, Value | None]]
    """(scope, name, the value before or None), oldest first."""
    runs: Sequence[Run] | None
    """The stack before; None when the event left it as it was."""
    ended: Mapping[str, Promised] = field(default_factory=dict)
    """What had been promised and no longer was, by id; still owed if the event never happened."""
    number: int = 0
    """Of the turn; 0 where an older program wrote it."""


@record
class Nudged:
    """What there was before the coach wrote of itself: enough to decide anew if nobody ever saw that message."""

    number: int
    """Of the turn."""
    replaced: Sequence[tuple[str, str, Value | None]]
    """(scope, name, the value before or None), oldest first."""
    runs: Sequence[Run]
    paused: Pause
    promised: Mapping[str, Promised]
    sent: tuple[int, ...]
    unanswered: int
    earlier: str = ""
    """The nudge before, as JSON, if it was in doubt by then whether that one had been seen."""


@record
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
    paused: Pause = Pause.NOT
    undo: tuple[str, ...] = ()
    """What the latest events replaced, each as JSON (`undo_in`), oldest first."""
    promised: Mapping[str, Promised] = field(default_factory=dict)
    """The nudges that the person was told of, by id."""
    sent: tuple[int, ...] = ()
    """The latest messages that the coach began of itself (seconds since 1970), oldest first."""
    unanswered: int = 0
    """How many of those in a row nobody answered."""
    heard: int = 0
    """The last message or click (seconds since 1970); 0 before the first."""
    visited: int = 0
    """The last time they came without a word (seconds since 1970)."""
    warned: tuple[int, ...] = ()
    """When they were told since their last visit that their words would be erased (seconds since 1970)."""
    held: bool = False
    """Nothing is sent until the person comes back to the reflection by choice."""
    used: Mapping[str, int] = field(default_factory=dict)
    """Saying or question → how often it was worded, so that no wording returns before all were used."""

    nudged: str = ""
    """What there was before the latest nudge, as JSON (`nudged_in`), until the person does something."""
    written: dict[str, tuple[Scoped, str]] = field(default_factory=dict, compare=False, repr=False)
    """Scopes as JSON, with the very facts they were made from: what has not changed is not written again."""
    halt: Halt | None = field(default=None, compare=False, repr=False)
    """The talking flow, to go on with where it halted; only in memory, and gone after one use."""

    def facts_of(self, interview: str) -> Facts:
        """The facts a conversation about that interview can see."""
        return Facts(self.facts.get(interview, {}), self.facts.get(PERSON, {}))


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def encode_state(state: State) -> bytes:
    """The snapshot as JSON. Done at every turn, so only what the turn has changed is written anew."""
    kept = {
        "number": state.number,
        "runs": [_run_out(run) for run in state.runs],
        "runs_begun": state.runs_begun,
        "interviews_begun": state.interviews_begun,
        "paused": state.paused,
        "promised": state.promised,
        "sent": state.sent,
        "unanswered": state.unanswered,
        "heard": state.heard,
        "visited": state.visited,
        "warned": state.warned,
        "held": state.held,
    }
    scopes = ",".join([f"{_quoted(scope)}:{_scope_out(state, scope)}" for scope in state.facts])
    used = ",".join(starmap(_counted, state.used.items()))
    nudged = f'"nudged":{state.nudged},' if state.nudged else ""
    undo = ",".join(state.undo)
    text = f'{{"facts":{{{scopes}}},"undo":[{undo}],{nudged}"used":{{{used}}},{_JSON.encode(kept)[1:]}'
    # A surrogate half cannot be stored as UTF-8; it must not cost the person their whole turn.
    return text.encode("utf-8", "replace")


@lru_cache(4096)
def _quoted(name: str) -> str:
    """A name of ours as JSON; never for what a person wrote, which must not stay in memory."""
    return _JSON.encode(name)


@lru_cache(4096)
def _counted(name: str, times: int) -> str:
    """A name of ours and how often it was used, as they stand in an object of JSON."""
    return f"{_quoted(name)}:{times}"


def _scope_out(state: State, scope: str) -> str:
    facts = state.facts[scope]
    before, text = state.written.get(scope, (None, ""))
    if before is facts:
        return text
    if before and _begins_with(facts, before):
        added = [
            f",{_quoted(name)}:[{_JSON.encode(facts[name].value)},{facts[name].turn}]"
            for name in islice(facts, len(before), None)
        ]
        text = f"{text[:-1]}{''.join(added)}}}"
    else:
        text = _JSON.encode(facts)
    state.written[scope] = (facts, text)
    return text


def _begins_with(facts: Scoped, before: Scoped) -> bool:
    return (
        len(facts) >= len(before)
        and all(map(is_, facts, before))
        and all(map(is_, facts.values(), before.values()))  # `==` would take True for 1
    )


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
        paused=Pause(kept["paused"] or ""),
        undo=tuple(_JSON.encode(undo) for undo in kept["undo"]),
        used=kept["used"],
        promised={id: Promised(*times) for id, times in kept.get("promised", {}).items()},
        sent=tuple(kept.get("sent", ())),
        unanswered=kept.get("unanswered", 0),
        heard=kept.get("heard", 0),
        visited=kept.get("visited", 0),
        warned=tuple(kept.get("warned", ())),
        held=kept.get("held", False),
        nudged=_JSON.encode(kept["nudged"]) if "nudged" in kept else "",
    )


def value_in(kept: Any) -> Any:
    """A fact's value from JSON, where an option picked is a list of one."""
    return Picked(*kept) if isinstance(kept, list) else kept


def undo_out(undo: Undo) -> str:
    """Enough to take an event back, as JSON."""
    return _JSON.encode([undo.replaced, undo.runs and [_run_out(run) for run in undo.runs], undo.ended, undo.number])


def undo_in(text: str) -> Undo:
    """What `undo_out` wrote."""
    replaced, runs, *ended = json.loads(text)
    number = ended[1] if len(ended) > 1 else 0
    return Undo(
        tuple((scope, name, value_in(value)) for scope, name, value in replaced),
        None if runs is None else tuple(_run_in(run) for run in runs),
        {id: Promised(*times) for id, times in ended[0].items()} if ended else {},
        number,
    )


def nudged_out(nudged: Nudged) -> str:
    """Enough to decide a nudge anew, as JSON."""
    runs = [_run_out(run) for run in nudged.runs]
    kept = (nudged.number, nudged.replaced, runs, nudged.paused, nudged.promised, nudged.sent, nudged.unanswered)
    if nudged.earlier:
        return _JSON.encode((*kept, nudged.earlier))
    return _JSON.encode(kept)


def nudged_in(text: str) -> Nudged:
    """What `nudged_out` wrote."""
    number, replaced, runs, paused, promised, sent, unanswered, *earlier = json.loads(text)
    return Nudged(
        number,
        tuple((scope, name, value_in(value)) for scope, name, value in replaced),
        tuple(_run_in(run) for run in runs),
        Pause(paused),
        {id: Promised(*times) for id, times in promised.items()},
        tuple(sent),
        unanswered,
        *earlier,
    )


def _facts_in(kept: dict[str, list[Any]]) -> dict[str, Fact]:
    return {name: Fact(value_in(value), turn) for name, (value, turn) in kept.items()}


def _run_out(run: Run) -> dict[str, Any]:
    kept: dict[str, Any] = {"id": run.id, "flow": run.flow, "interview": run.interview, "began": run.began}
    for name in _RUN_FIELDS:
        if value := getattr(run, name):
            kept[name] = value
    if run.shown is not None:
        kept["shown"] = [run.shown.name, run.shown.kind, run.shown.options, run.shown.words]
    return kept


def _run_in(kept: dict[str, Any]) -> Run:
    kept["said"] = tuple(kept.get("said", ()))
    if shown := kept.get("shown"):
        name, kind, options, *words = shown
        kept["shown"] = Shown(name, kind, tuple(_option_in(*option) for option in options), *words)
    return Run(**kept)


def _option_in(option: str, means: str | None, brings: list[Any], label: str | None) -> Option:
    stated = tuple((name, value_in(value)) for name, value in brings)
    return Option(option, Command(means) if means else None, stated, label)
