"""One interview taken out of a journal: which rows are left, and what is left in them.

A message goes with the interview it told of, with the one talked about when it came, and with the one whose place it
names. The rule a newcomer could break: another interview keeps every fact; where one message told of both, its text goes
and what was understood of the other stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from core.facts import PERSON
from core.journal import as_content
from core.ports import Entry
from core.records import record

REDELIVERED = timedelta(days=7)
"""So long a platform may hand in an event again; until then the row that tells it from a new one stays, if empty."""
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
