"""What the tests of the operator's commands share: a journal with people, backups of it, and what can be read where."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.events import Person
from core.ports import Store, Turn
from core.store import KeyText, MasterKey, open_store
from core.store.backup import back_up
from core.store.keyring import opened
from core.store.sealing import Column, Seal, SealError, owner
from tests.stores import ADA, BO, KEY, NOW, decides, event, taken, turn

PHRASE = b"I called the panel by the wrong name, twice"


def fill(database: Path, people: Iterable[Person] = (ADA, BO), key: MasterKey = KEY, turns: int = 2) -> None:
    """So many turns for each, with the phrase in every text."""
    with closing(open_store(database, key)) as store:
        for person in people:
            for number in range(1, turns + 1):
                told(store, person, number)


def settle(database: Path, key: MasterKey, people: Iterable[Person]) -> None:
    """Many people with one turn each, put straight into the tables of a journal that is there."""
    with (
        opened(Path(f"{database}.keys"), key, needed_by=None, busy_seconds=1) as ring,
        closing(sqlite3.connect(database)) as db,
        db,
    ):
        ring._db.execute("BEGIN")
        for person in people:
            seal = ring.make(person)
            sealed = [seal.close(PHRASE, column, 1) for column in (Column.SNAPSHOT, Column.ENTRY)]
            row = (person.tenant, person.id, 1)
            db.execute("INSERT INTO snapshot (tenant, person, number, sealed) VALUES (?, ?, ?, ?)", (*row, sealed[0]))
            db.execute(
                "INSERT INTO journal (tenant, person, number, at, event, sealed) VALUES (?, ?, ?, 0, 'e1', ?)",
                (*row, sealed[1]),
            )
        ring._db.execute("COMMIT")


def told(store: Store, person: Person, number: int) -> None:
    """One turn with the phrase in every text."""
    text = PHRASE + b" %d" % number
    decided = decides(turn(number, snapshot=text, entry=text, outgoing=text))
    taken(store.take(event(f"e{number}", person), decided))


def erase(store: Store, person: Person, id_: str = "forget") -> None:
    """The turn that erases somebody."""
    gone = Turn(number=9, snapshot=b"", entry=b"", outgoing=b"goodbye", erase=True)
    assert taken(store.take(event(id_, person), decides(gone))) is not None


def backups(database: Path, folder: Path, number: int = 1, **options: int) -> list[Path]:
    """So many backups, an hour apart."""
    return [back_up(database, folder, **{"keep": 7, **options}, now=NOW + timedelta(hours=n)) for n in range(number)]


def readable(database: Path, key_stores: Iterable[Path], masters: Iterable[KeyText]) -> set[str]:
    """Whose texts in a journal open with any key of theirs that any master key opens in any key store.

    A text is sealed for whom it belongs to, so nobody else's key is tried on it.
    """
    seals = defaultdict[str, list[Seal]](list)
    for store in key_stores:
        for master in masters:
            for tenant, id_, key in _keys(store, master):
                seals[id_].append(Seal(AESGCM(key), owner(Person(tenant, id_))))
    opened = set()
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db:
        for table, column in (("snapshot", Column.SNAPSHOT), ("journal", Column.ENTRY), ("outbox", Column.OUTGOING)):
            for id_, number, sealed in db.execute(f"SELECT person, number, sealed FROM {table}"):  # noqa: S608
                if id_ not in opened and any(_opens(seal, sealed, column, number) for seal in seals[id_]):
                    opened.add(id_)
    return opened


def _keys(store: Path, master: KeyText) -> list[tuple[str, str, bytes]]:
    wraps = AESGCM(master.read(sealed=None))
    found = []
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        for tenant, id_, wrapped in db.execute("SELECT tenant, person, wrapped FROM person_key"):
            try:
                found.append((tenant, id_, Seal(wraps, owner(Person(tenant, id_))).open(wrapped, Column.KEY)))
            except SealError:
                continue
    return found


def _opens(seal: Seal, sealed: bytes, column: Column, number: int) -> bool:
    try:
        return PHRASE in seal.open(sealed, column, number)
    except SealError:
        return False


def without(phrase: bytes, folder: Path) -> None:
    """No file below the folder holds the phrase, plain or in another common writing."""
    writings = {phrase, phrase.decode().encode("utf-16-le"), phrase.hex().encode(), phrase.upper(), phrase.lower()}
    looked_at = [path for path in folder.rglob("*") if path.is_file()]
    assert looked_at
    for path in looked_at:
        content = path.read_bytes()
        assert not [one for one in writings if one in content], path.name
