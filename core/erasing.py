"""One interview taken out of a journal: which rows are left, and what is left in them.

A message goes with the interview it told of, with the one talked about when it came, and with the one whose place it
names. The rule a newcomer could break: another interview keeps every fact; where one message told of both, its text goes
and what was understood of the other stays.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from core.facts import PERSON
from core.journal import as_content
from core.ports import Entry
from core.records import record

REDELIVERED = timedelta(days=7)
"""So long a platform may hand in an event again; until then the row that tells it from a new one stays, if empty."""
DEPARTED = timedelta(days=30)
"""So long is kept what people told whose workspace has taken the coach out; it may have been by mistake."""
_SAID = ("text", "click", "about", "id")
_LEAST_OF_A_NAME = 3
"""In letters: a shorter name would be found inside other words."""


@record
class Erasure:
    """What erasing an interview comes to."""

    remains: tuple[Entry, ...]
    """The rows that are left, oldest first."""
    elsewhere: int
    """How many messages of other interviews told of it, too; what they say of those stays, with its words."""


def without(entries: Iterable[Entry], interview: str, place: str | None, *, since: int, now: datetime) -> Erasure:
    """The journal without the interview, and without what was said from the turn `since` on, to have it erased."""
    named = (place or "").casefold()
    remains: list[Entry] = []
    elsewhere, about = 0, PERSON
    for entry in entries:
        kept: dict[str, Any] = json.loads(entry.content)
        others = {scope for scope, _, _ in kept.get("facts", ())} - {PERSON}
        is_of_it = interview in others
        others.discard(interview)
        about = kept.get("about") or max(others, default=interview if is_of_it else about)
        text = str(kept.get("text", "")).casefold()
        is_of_it = is_of_it or (len(named) >= _LEAST_OF_A_NAME and named in text)
        elsewhere += bool(others) and is_of_it
        if (
            entry.number >= since
            or (not others and (is_of_it or about == interview))
            or (others and _told(kept, interview))
        ):
            kept = {name: value for name, value in kept.items() if name not in _SAID}
        kept["facts"] = list(_facts_left(kept.get("facts", ()), interview, is_asking=entry.number >= since))
        if kept["facts"] or not kept.keys().isdisjoint(_SAID) or entry.at > now - REDELIVERED:
            remains.append(Entry(entry.number, entry.at, as_content(kept)))
    return Erasure(tuple(remains), elsewhere)


def without_messages(
    entries: Iterable[Entry], numbers: Collection[int], stays: Callable[[str, str], bool], now: datetime
) -> tuple[Entry, ...]:
    """The journal without what some messages said and brought; `stays` tells, by scope and name, what is not theirs.

    What an undo had brought back of them is withdrawn there.
    """
    remains: list[Entry] = []
    gone: set[tuple[str, str, str]] = set()
    for entry in entries:
        kept: dict[str, Any] = json.loads(entry.content)
        if entry.number not in numbers:
            brought_back = gone.intersection(_undone(kept)) if gone else set()
            remains.append(entry if not brought_back else _withdrawn(entry, kept, brought_back))
            continue
        gone.update(
            (scope, name, value)
            for scope, name, value in kept.get("facts", ())
            if isinstance(value, str) and not stays(scope, name)
        )
        left = [[scope, name, value] for scope, name, value in kept.get("facts", ()) if stays(scope, name)]
        if left or entry.at > now - REDELIVERED:
            bare = {name: value for name, value in kept.items() if name not in _SAID}
            remains.append(Entry(entry.number, entry.at, as_content(bare | {"facts": left})))
    return tuple(remains)


def _undone(kept: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The words that a row states and its own message does not hold."""
    text = str(kept.get("text", "")).casefold()
    for scope, name, value in kept.get("facts", ()) if "click" not in kept else ():
        if isinstance(value, str) and value.casefold() not in text:
            yield scope, name, value


def _withdrawn(entry: Entry, kept: dict[str, Any], facts: Collection[tuple[str, str, str]]) -> Entry:
    left = [[scope, name, None if (scope, name, value) in facts else value] for scope, name, value in _hashable(kept)]
    return Entry(entry.number, entry.at, as_content(kept | {"facts": left}))


def _hashable(kept: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for scope, name, value in kept["facts"]:
        yield scope, name, value if not isinstance(value, list) else tuple(value)


def _told(kept: dict[str, Any], interview: str) -> bool:
    """Whether a message told of the interview itself, besides another one."""
    return any(scope == interview for scope, _, _ in kept.get("facts", ()))


def _facts_left(facts: Iterable[list[Any]], interview: str, *, is_asking: bool) -> Iterator[list[Any]]:
    for scope, name, value in facts:
        points_there = isinstance(value, str) and value.partition(" ")[0] == interview
        if scope == interview or (points_there and (scope == PERSON or name.startswith("may-be-"))):
            continue
        if is_asking and scope == PERSON and name.startswith("erase-one."):
            continue
        yield [scope, name, value]
