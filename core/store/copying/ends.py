"""What a copy asks of either end, whichever database it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from enum import Enum
from typing import Protocol

from core.errors import StoreUnfit
from core.store.copying.tables import Key, Row, Table


class Stage(Enum):
    """How far the target is when a copy begins."""

    EMPTY = "empty"
    BEGUN = "begun"
    """Another run of the same copy was broken off; no key lies there."""
    FINISHED = "finished"


class End(Protocol):
    """Either of the two. Every failure is a `StoreError`."""

    @property
    def called(self) -> str:
        """Its name in a sentence; never with a password."""

    def rows(self, table: Table) -> Iterator[Row]:
        """All of a table, in any order; what is written meanwhile may be missing."""

    def those(self, table: Table, keys: Sequence[Key]) -> Iterable[Row]:
        """The rows that have one of these keys."""

    def count(self, table: Table) -> int:
        """So many rows."""


class Source(End, Protocol):
    """Where everything comes from."""

    @property
    def backups(self) -> list[str]:
        """Where else its keys lie: the folders with its backups."""


class Target(End, Protocol):
    """Where everything goes."""

    def begin(self, source: str, now: datetime) -> Stage:
        """Note whose copy this is; `StoreUnfit` where other people's data are, or another copy is half done."""

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows, all or nothing."""

    def drop(self, table: Table, keys: Sequence[Key]) -> None:
        """Take rows out, all or nothing."""

    def keys_alone(self) -> AbstractContextManager[None]:
        """All that is put among the keys in this block is there at its end, or nothing; there was none before."""

    def finish(self, now: datetime) -> None:
        """Let it be used; nothing is put any more."""


def taken(called: str) -> StoreUnfit:
    """The refusal of a target that is not empty."""
    return StoreUnfit(f"{called} holds people's data already; name an empty database to copy into.")


def half_done(called: str, other: str) -> StoreUnfit:
    """The refusal of a target that another copy was begun in."""
    return StoreUnfit(
        f"{called} holds an unfinished copy of {other}; name that one again to finish it, or another database to copy into."
    )
