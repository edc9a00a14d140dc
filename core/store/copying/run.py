"""The copy itself: what is done in which order, and how both ends are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from core.errors import StoreUnfit
from core.records import record
from core.store import refuse_without_psycopg
from core.store.addresses import Address
from core.store.copying.ends import End, Source, Stage, Target
from core.store.copying.tables import JOURNAL, KEYS, Row, Table, in_chunks
from core.store.keys import MasterKey

_MOST_NAMED = 10
"""So many rows are named of those that differ in a table."""


@record
class Compared:
    """What was found in one table."""

    says: str
    """What lies in it."""
    rows: int
    """So many, in the source."""
    differ: int
    """So many are not the same in the target, missing there, or only there."""
    named: tuple[str, ...]
    """Which they are; the first of them where there are many."""


class Report(Protocol):
    """Is told of each table once it was compared."""

    def __call__(self, compared: Compared, /) -> None:
        """For the operator, who may have waited for minutes."""


@record
class Copied:
    """What was done."""

    was_finished: bool
    """It was finished before; this time both were only compared."""
    differ: int
    """So many rows are not the same; a copy that has any is not finished."""
    backups: tuple[str, ...]
    """Folders in which keys of the source lie, too."""


def copy(source: Path | Address, target: Path | Address, key: MasterKey, *, now: datetime, report: Report) -> Copied:
    """Copy everything from one place to an empty other one and compare it row by row; may be repeated after any crash.

    A `StoreError` says what is in the way.
    """
    if source == target:
        raise StoreUnfit("Both are the same database; name an empty one as the second.")
    with _source(source, key) as origin, _target(target) as copied:
        stage = copied.begin(origin.called, now)
        backups = tuple(origin.backups)
        if stage is Stage.FINISHED:
            differ = _compare(origin, copied, (*JOURNAL, *KEYS), report)
            return Copied(was_finished=True, differ=differ, backups=backups)
        for table in JOURNAL:
            if stage is Stage.BEGUN:
                _prune(origin, copied, table)
            _fill(origin, copied, table)
        differ = _compare(origin, copied, JOURNAL, report)
        if differ:
            return Copied(was_finished=False, differ=differ, backups=backups)
        with copied.keys_alone():
            for table in KEYS:
                _fill(origin, copied, table)
            if _compare(origin, copied, KEYS, report):
                raise StoreUnfit(
                    f"The keys in {copied.called} are not those of {origin.called}; nothing of them was kept."
                )
        copied.finish(now)
        return Copied(was_finished=False, differ=0, backups=backups)


def _source(place: Path | Address, key: MasterKey) -> AbstractContextManager[Source]:
    if isinstance(place, Address):
        refuse_without_psycopg()
        from core.store.copying import postgres

        return postgres.source(place, key)
    from core.store.copying import sqlite

    return sqlite.source(place.resolve(), key)


def _target(place: Path | Address) -> AbstractContextManager[Target]:
    if isinstance(place, Address):
        refuse_without_psycopg()
        from core.store.copying import postgres

        return postgres.target(place)
    from core.store.copying import sqlite

    return sqlite.target(place.resolve())


def _prune(source: Source, target: Target, table: Table) -> None:
    """Take out of the target whatever is not the same in the source: it was changed there, or somebody was erased."""
    for chunk in in_chunks(target.rows(table)):
        same = {*source.those(table, [table.key_of(row) for row in chunk])}
        if gone := [table.key_of(row) for row in chunk if row not in same]:
            target.drop(table, gone)


def _fill(source: Source, target: Target, table: Table) -> None:
    """Add to the target what is not there."""
    is_empty = not target.count(table)
    for chunk in in_chunks(source.rows(table)):
        known = set() if is_empty else {*target.those(table, [table.key_of(row) for row in chunk])}
        if missing := [row for row in chunk if row not in known]:
            target.put(table, missing)


def _compare(source: Source, target: Target, tables: Sequence[Table], report: Report) -> int:
    """Read every row back from both; so many differ."""
    total = 0
    for table in tables:
        rows = source.count(table)
        differ, named = 0, list[str]()
        for row in _unlike(source, target, table):
            differ += 1
            if len(named) < _MOST_NAMED:
                named.append(f"{table.name} {' '.join(map(_shown, table.key_of(row)))}")
        total += differ
        report(Compared(table.says, rows, differ, tuple(named)))
    return total


def _unlike(source: End, target: End, table: Table) -> Iterator[Row]:
    """The rows of the source that are not the same in the target, and those that only the target has."""
    found = 0
    for chunk in in_chunks(source.rows(table)):
        there = {*target.those(table, [table.key_of(row) for row in chunk])}
        found += len(there)
        yield from (row for row in chunk if row not in there)
    if target.count(table) > found:
        for chunk in in_chunks(target.rows(table)):
            keys = [table.key_of(row) for row in chunk]
            known = {table.key_of(row) for row in source.those(table, keys)}
            yield from (row for row, key in zip(chunk, keys, strict=True) if key not in known)


def _shown(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
