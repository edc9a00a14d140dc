"""What the tests of `rebound copy` share: a database with something in every table, and what lies in one, whichever it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from core.events import Person
from core.ports import Became, Decide, Entry, Settlement, Store, Turn
from core.store import Address, open_store, vault_beside
from core.store.copying import Compared, Copied, copy
from tests.stores import KEY, NOW, counting, decides, event, take, turn

PEOPLE = [Person("slack:T01", f"U{number}") for number in range(12)]
REFUSED, UNFIT, IN_HAND, WITHDRAWN, CORRECTED, ERASED, RENEWED = PEOPLE[:7]
GONE = Person("slack:T02", "U-gone")
FORGET = Turn(number=9, snapshot=b"", entry=b"", outgoing=b"bye", erase=True)
SECRET = b"a token of theirs"

Rows = dict[str, list[tuple[tuple[str, Any], ...]]]

APART = {"leased", "holder", "withdrawn", "platform", "ready"}
"""Columns that are not carried: whose hand a message is in, and what PostgreSQL derives."""
TABLES = ("snapshot", "journal", "outbox", "unreachable", "departed", "forgotten")
KEY_TABLES = ("person_key", "credential", "event_key", "master")
STAYS = {
    "note",
    "_sqlite_migrations", "migration", "copying",  # of each database
    "copy", "mark",  # where the keys of this very file lie, too
    "bringing", "in_hand",  # which process has whom or what in hand
    "doomed", "next_key",  # settled at a start
}  # fmt: skip
"""Tables that are not carried."""


def fill(store: Store, folder: Path) -> None:
    """Something in every table: turns, dead letters, what is in hand or taken back, tokens, and somebody who was erased."""
    for person in [*PEOPLE, GONE]:
        for number in range(3):
            take(store, f"e{number}", person=person)
    due = NOW + timedelta(days=1)
    take(store, "due", _also(due=due), PEOPLE[7])
    vault_beside(folder / "rebound.db", KEY).put("slack:T01", SECRET)
    for message in store.claim("slack", NOW, 100, timedelta(minutes=1)):
        became = {REFUSED: Became.REFUSED, UNFIT: Became.UNFIT}.get(message.person, Became.NOT_SHOWN)
        if message.person == WITHDRAWN:
            take(store, "back", _also(takes_back=[message.number]), WITHDRAWN)
        elif message.person != IN_HAND:
            again = NOW + timedelta(minutes=5)
            settled = Settlement(message.key, message.person, became, again=again, reason="they said: “no”, 不")
            store.settle([settled], NOW)
    store.depart(GONE.tenant, NOW)
    take(store, "forget", decides(FORGET), ERASED)
    remains = [Entry(1, NOW, b"what remains")]
    take(store, "part", _also(remains=remains), RENEWED)


def _also(**what: Any) -> Decide:
    def decide(snapshot: bytes | None) -> Turn:
        counted = counting(snapshot)
        return turn(counted.number, snapshot=counted.snapshot) if not what else _with(counted, what)

    return decide


def _with(counted: Turn, what: dict[str, Any]) -> Turn:
    return Turn(counted.number, counted.snapshot, counted.entry, counted.outgoing, **what)


def filled(folder: Path) -> Path:
    """An SQLite journal with something in every table."""
    store = open_store(folder / "rebound.db", KEY)
    fill(store, folder)
    store.close()
    return folder / "rebound.db"


def copied(source: Path | Address, target: Path | Address, key: Any = KEY) -> tuple[Copied, list[Compared]]:
    """Copy, and what was said of each table."""
    said = list[Compared]()
    return copy(source, target, key, now=NOW, report=said.append), said


def content(place: Path | Address) -> Rows:
    """Every row of every table that is to be the same in both, by the names of its columns."""
    found = _of_files(place) if isinstance(place, Path) else _of_database(place)
    for table, rows in found.items():
        for row in rows:
            for name in APART | ({"id"} if table == "snapshot" else set()):
                row.pop(name, None)
    return {
        table: sorted((tuple(sorted((name, _plain(value)) for name, value in row.items())) for row in rows), key=repr)
        for table, rows in found.items()
    }


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def _of_files(journal: Path) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for file, tables in ((journal, TABLES), (Path(f"{journal}.keys"), KEY_TABLES)):
        with closing(sqlite3.connect(file)) as connection:
            connection.row_factory = sqlite3.Row
            for name in tables:
                found[name] = [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608
    return found


def _of_database(address: Address) -> dict[str, list[dict[str, Any]]]:
    found = {}
    with psycopg.connect(address.url) as connection, connection.cursor(row_factory=dict_row) as cursor:
        for schema, tables in (("rebound", TABLES), ("rebound_keys", KEY_TABLES)):
            for name in tables:
                found[name] = cursor.execute(f"SELECT * FROM {schema}.{name}").fetchall()  # noqa: S608
    return found


def columns(place: Path | Address) -> dict[str, set[str]]:
    """Every table that is to be carried, with its columns that are."""
    asked = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    if isinstance(place, Path):
        found = list[tuple[str, str]]()
        for file in (place, Path(f"{place}.keys")):
            with closing(sqlite3.connect(file)) as connection:
                found += connection.execute(asked).fetchall()
        found.remove(("snapshot", "id"))  # nothing refers to it
    else:
        with psycopg.connect(place.url) as connection:
            found = connection.execute(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema LIKE 'rebound%'"
            ).fetchall()
    return {
        table: {column for named, column in found if named == table and column not in APART}
        for table, _ in found
        if table not in STAYS
    }


def read_back(store: Store, people: list[Person]) -> dict[Person, tuple[Any, ...]]:
    """All that a store gives of people, opened."""
    return {
        person: (
            store.snapshot(person),
            [*store.journal(person)],
            store.unsent(person),
            store.waiting(person),
            store.seen(person, "e0"),
        )
        for person in people
    }


def last_event(person: Person) -> Any:
    """The event of a turn that everybody has taken."""
    return event("e2", person)
