"""Erasing a person from SQLite: the key goes with the rows, also when the process dies between the two."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.ports import Turn
from core.store.keyring import Keyring
from core.store.sqlite import SqliteKeeper
from tests.stores import ADA, BO, KEY, counting, event


def erasing(_: bytes | None) -> Turn:
    return Turn(number=9, snapshot=b"", entry=b"", outgoing=None, erase=True)


def keys(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "r.db.keys")) as db:
        (count,) = db.execute("SELECT count(*) FROM person_key").fetchone()
        return int(count)


def test_the_key_is_destroyed_with_the_rows(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        keeper.take(iter([(event("e1"), counting), (event("e1", BO), counting)]))
        keeper.take(iter([(event("e2"), erasing)]))
    assert keys(tmp_path) == 1


def test_a_crash_after_the_rows_are_gone_destroys_the_key_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        keeper.take(iter([(event("e1"), counting)]))
        monkeypatch.setattr(Keyring, "destroy_doomed", lambda _: [])  # dies here
        keeper.take(iter([(event("e2"), erasing)]))
    assert keys(tmp_path) == 1
    monkeypatch.undo()
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert keeper.snapshot(ADA) is None
    assert keys(tmp_path) == 0


def test_a_crash_before_the_rows_are_gone_keeps_both(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        keeper.take(iter([(event("e1"), counting)]))
    with closing(sqlite3.connect(tmp_path / "r.db.keys")) as db:
        db.execute("INSERT INTO doomed (tenant, person) VALUES (?, ?)", (ADA.tenant, ADA.id))
        db.commit()
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert keeper.snapshot(ADA) == b"1"
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert keeper.snapshot(ADA) == b"1"
