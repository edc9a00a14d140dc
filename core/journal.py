"""The journal of one person: how a turn is written into it, and what all turns together come to.

The snapshot holds the facts of what is under way; the journal holds every word and every fact since the beginning, so
that interviews which have left the snapshot can be read back. The rule a newcomer could break: an ordinary turn never
looks here. It is read at the first look, whole, and that costs as much as the person has written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from core.events import (
    Arrival,
    Click,
    Deleted,
    Edited,
    Event,
    FromCommunity,
    Moved,
    NudgeDue,
    Rewritten,
    Text,
    Wordless,
    ZoneChosen,
)
from core.facts import PERSON, Fact, Scoped, Value
from core.ports import Entry
from core.records import record
from core.state import value_in
from core.understanding.text import clean

T = TypeVar("T")

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


@record
class Kept:
    """One turn as the journal has it."""

    number: int
    at: datetime
    """The instant, UTC."""
    kind: str
    """The event's: "text", "click", "arrival", "nudgedue"."""
    text: str | None
    """What the person wrote, as it was sent."""
    click: tuple[str, str, str] | None
    """The run, the question and the option they chose."""
    facts: tuple[tuple[str, str, Value | None], ...]
    """(scope, name, value) in order; None withdraws the name."""
    message: str | None = None
    """The platform's id of the message, the same for what it said first and for what it says now."""


class _Once(Generic[T]):
    """Found out at the first look, and kept.

    `functools.cached_property` holds one lock for all journals (until Python 3.12): whoever looks into one and waits for the
    store would keep the store's own thread from looking into another, and both would wait for ever.
    """

    def __init__(self, find: Callable[[Journal], T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, _owner: type[Journal], name: str) -> None:
        self._name = name

    def __get__(self, journal: Journal, _owner: type[Journal]) -> T:
        found = journal.__dict__[self._name] = self._find(journal)
        return found


class Journal:
    """A person's journal, read when it is first looked into."""

    def __init__(self, read: Callable[[], Iterable[Entry]]) -> None:
        """`read` gives the rows, oldest first."""
        self._read = read

    @_Once
    def entries(self) -> tuple[Entry, ...]:
        """Every row as it is kept, oldest first."""
        return tuple(self._read())

    @_Once
    def turns(self) -> tuple[Kept, ...]:
        """Every turn, oldest first."""
        return tuple(map(decode_entry, self.entries))

    @_Once
    def facts(self) -> Mapping[str, Scoped]:
        """The facts of every scope as they stand after the last turn."""
        return fold(self.turns)

    @_Once
    def instants(self) -> Mapping[int, datetime]:
        """When each turn was."""
        return {turn.number: turn.at for turn in self.turns}

    @_Once
    def written(self) -> Mapping[int, str]:
        """What was written in each turn, as it is read and in lower case; nothing where something was chosen."""
        return {turn.number: clean(turn.text or "").casefold() for turn in self.turns}


EMPTY = Journal(tuple)


def fold(turns: Iterable[Kept], before: Mapping[str, Scoped] = MappingProxyType({})) -> dict[str, dict[str, Fact]]:
    """The facts that remain of what the turns stated: the latest of each name, without those taken back.

    `before` is what the turns before these had come to.
    """
    scopes = {scope: dict(facts) for scope, facts in before.items()}
    for turn in turns:
        for scope, name, value in turn.facts:
            facts = scopes.setdefault(scope, {})
            if value is None:
                facts.pop(name, None)
            else:
                facts[name] = Fact(value, turn.number)
    return scopes


def encode_entry(
    event: Event, facts: Sequence[tuple[str, str, Value | None]], about: str = PERSON, *, bare: bool = False
) -> bytes:
    """The journal row: what came in, and the facts it brought.

    `about` is the interview talked about, which is kept where no fact tells it. A `bare` row has none of the words.
    """
    kept: dict[str, object] = {"kind": type(event).__name__.lower()}
    if bare:
        return as_content({**kept, "facts": facts})
    if about != PERSON and all(scope == PERSON for scope, _, _ in facts):
        kept["about"] = about
    match event:
        case Text(id=id, text=text):
            kept["id"], kept["text"] = id, text
        case Rewritten(text=text):
            kept["text"] = text
        case Edited(original=original, text=text):
            kept["id"], kept["text"] = original, text
        case Click(run=run, question=question, option=option):
            kept["click"] = [run, question, option]
        case Deleted() | ZoneChosen() | Moved() | Wordless() | Arrival() | NudgeDue() | FromCommunity():
            pass
    kept["facts"] = facts
    return as_content(kept)


def as_content(kept: Mapping[str, object]) -> bytes:
    """A row as it is stored."""
    # A surrogate half, which some platforms let through, cannot be stored as UTF-8.
    return _JSON.encode(kept).encode("utf-8", "replace")


def decode_entry(entry: Entry) -> Kept:
    """What `encode_entry` wrote, also by an older program."""
    kept: dict[str, Any] = json.loads(entry.content)
    click = kept.get("click")
    return Kept(
        entry.number,
        entry.at,
        kept.get("kind", ""),
        kept.get("text"),
        tuple(click) if click else None,
        tuple((scope, name, value_in(value)) for scope, name, value in kept.get("facts", ())),
        kept.get("id"),
    )
