"""What is carried from one database to the other, and by what a row is the same row in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = tuple[Any, ...]
"""The columns of a table in their order, the key first."""
Key: TypeAlias = tuple[Any, ...]

MOST_ROWS = 4000
MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Table:
    """A table that both databases have."""

    name: str
    says: str
    """What lies in it, for the operator."""
    key: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Those that are carried."""
        return self.key + self.others

    def key_of(self, row: Row) -> Key:
        """By what the row is found."""
        return row[: len(self.key)]


_BECAME = ("attempts", "shown", "after", "dead", "reason", "dead_at")
JOURNAL = (
    Table("snapshot", "People", ("tenant", "person"), ("number", "sealed", "due")),
    Table("journal", "Turns", ("id",), ("tenant", "person", "number", "at", "event", "sealed")),
    Table(
        "outbox",
        "Messages that wait, or could not be delivered",
        ("id",),
        ("tenant", "person", "number", "key", "sealed", "at", "nudge", *_BECAME),
    ),
    Table("unreachable", "People who cannot be reached", ("tenant", "person")),
    Table("departed", "Workspaces that took the coach out", ("tenant",), ("at",)),
    Table("forgotten", "Events of people who were erased", ("token",), ("at",)),
)
KEYS = (
    Table("person_key", "People's keys", ("tenant", "person"), ("wrapped", "renewed")),
    Table("credential", "Workspaces' tokens", ("tenant",), ("wrapped",)),
    Table("event_key", "The key of erased events", ("id",), ("wrapped",)),
    Table("master", "The master key's proof", ("id",), ("proof",)),
)
MADE_AT_A_START = frozenset({"event_key", "master"})
"""What is there before anybody is."""


def in_chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """So many at a time that memory stays flat, however long they are and however many."""
    chunk, size = list[Row](), 0
    for row in rows:
        chunk.append(row)
        size += sum(len(value) for value in row if isinstance(value, bytes))
        if len(chunk) == MOST_ROWS or size >= MOST_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
