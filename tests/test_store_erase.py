"""Erasing a person from SQLite: the key goes with the rows, also when the process dies between the two."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from core.errors import StoreError
from core.events import Person
from core.ports import Entry, Outgoing, Turn
from core.store.keyring import Keyring
from core.store.sqlite import SqliteKeeper
from tests.stores import ADA, BO, KEY, NOW, counting, event, turn


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


# --- a part of it erased ---


def rewriting(_: bytes | None) -> Turn:
    """Leaves of three turns the second, with less in it."""
    return Turn(number=4, snapshot=b"anew", entry=b"", outgoing=b"gone", remains=(Entry(2, NOW, b"entry"),))


def three_turns(keeper: SqliteKeeper, person: Person = ADA) -> None:
    for number in range(1, 4):
        keeper.take(iter([(event(f"e{number}", person), counting)]))


def entries(keeper: SqliteKeeper, person: Person = ADA) -> list[tuple[int, bytes]]:
    return [(one.number, one.content) for one in keeper.entries(person, keeper.journal_rows(person))]


def sealed_texts(file: Path) -> set[bytes]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
        return {
            text
            for table in ("snapshot", "journal", "outbox")
            for (text,) in db.execute(f"SELECT sealed FROM {table}")  # noqa: S608 (our own names)
        }


def test_what_remains_is_all_there_is_and_others_keep_theirs(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        three_turns(keeper, BO)
        (outgoing,) = keeper.take(iter([(event("e4"), rewriting)]))
        assert isinstance(outgoing, Outgoing)
        assert [one.parts for one in keeper.unsent(ADA)] == [b"gone"]
        assert entries(keeper) == [(2, b"entry"), (4, b"")]
        assert [number for number, _ in entries(keeper, BO)] == [1, 2, 3]
        assert keeper.snapshot(ADA) == b"anew"
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert entries(keeper) == [(2, b"entry"), (4, b"")]
        assert entries(keeper, BO)[0] == (1, b"entry 1")


def test_an_event_whose_row_remains_is_still_a_repeated_one(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        keeper.take(iter([(event("e4"), rewriting)]))
        assert keeper.take(iter([(event("e2"), counting)])) == [None]
        assert entries(keeper) == [(2, b"entry"), (4, b"")]


def test_what_waits_behind_it_in_the_same_commit_is_sealed_with_the_new_key(tmp_path: Path) -> None:
    def after(snapshot: bytes | None) -> Turn:
        assert snapshot == b"anew"
        return Turn(number=5, snapshot=b"5", entry=b"five", outgoing=None)

    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        waiting = iter([(event("e4"), rewriting), (event("e5"), after)])
        assert len(keeper.take(waiting)) == 1
        keeper.take(waiting)
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert entries(keeper) == [(2, b"entry"), (4, b""), (5, b"five")]


def test_no_file_keeps_an_old_text_and_no_backup_can_be_opened_with_the_new_key(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        old = sealed_texts(tmp_path / "r.db")
        with closing(sqlite3.connect(tmp_path / "backup.db")) as backup:
            keeper.db.conn.backup(backup)
        keeper.take(iter([(event("e4"), rewriting)]))
        for file in tmp_path.iterdir():
            if file.name != "backup.db":
                content = file.read_bytes()
                assert not [text for text in old if text in content], file.name
    for name in ("r.db-wal", "r.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "backup.db").replace(tmp_path / "r.db")
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as restored, pytest.raises(StoreError):
        restored.snapshot(ADA)


@pytest.mark.parametrize("dies_in", ["finish_renewals", "COMMIT"])
def test_a_crash_around_it_leaves_all_of_it_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies_in: str
) -> None:
    keeper = SqliteKeeper(tmp_path / "r.db", KEY)
    three_turns(keeper)
    if dies_in == "COMMIT":
        with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
            keeper.db.conn.backup(copy)
    monkeypatch.setattr(Keyring, "finish_renewals", lambda _: [])
    keeper.take(iter([(event("e4"), rewriting)]))
    keeper.close()
    monkeypatch.undo()
    if dies_in == "COMMIT":  # the next key is there already, and no row is sealed with it
        (tmp_path / "copy.db").replace(tmp_path / "r.db")
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        rows = entries(keeper)
        assert rows == (
            [(2, b"entry"), (4, b"")] if dies_in == "finish_renewals" else [(n, b"entry %d" % n) for n in (1, 2, 3)]
        )
        keeper.take(iter([(event("e5"), lambda _: turn(5))]))
        assert len(entries(keeper)) == len(rows) + 1
    with closing(sqlite3.connect(tmp_path / "r.db.keys")) as db:
        assert db.execute("SELECT count(*) FROM next_key").fetchone() == (0,)


def test_a_disk_that_fails_in_it_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        monkeypatch.setattr(keeper, "_keep", broken)
        (outcome,) = keeper.take(iter([(event("e4"), rewriting)]))
        assert isinstance(outcome, StoreError)
        monkeypatch.undo()
        assert [number for number, _ in entries(keeper)] == [1, 2, 3]
        keeper.take(iter([(event("e4"), counting)]))
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert keeper.snapshot(ADA) == b"4"


# --- brought in, and tidied ---


PAST = (Entry(3, NOW, b"three"), Entry(7, NOW, b"seven"))


def test_somebody_who_has_nothing_gets_a_past_with_a_key_of_its_own(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert keeper.bring_in(ADA, PAST, b"snapshot", NOW)
        assert keeper.due(NOW, 5) == [ADA]
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        assert entries(keeper) == [(3, b"three"), (7, b"seven")]
        assert keeper.snapshot(ADA) == b"snapshot"
        keeper.take(iter([(event("e8"), lambda _: turn(8))]))
        assert len(entries(keeper)) == 3


def test_nothing_is_brought_over_what_somebody_has(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        assert not keeper.bring_in(ADA, PAST, b"snapshot", None)
        assert keeper.snapshot(ADA) == b"3"
        assert [number for number, _ in entries(keeper)] == [1, 2, 3]


def test_old_events_and_messages_that_were_never_confirmed_are_forgotten(tmp_path: Path) -> None:
    with closing(SqliteKeeper(tmp_path / "r.db", KEY)) as keeper:
        three_turns(keeper)
        keeper.tidy(NOW)
        assert len(keeper.unsent(ADA)) == 3
        assert keeper.take(iter([(event("e1"), counting)])) == [None]
        keeper.tidy(NOW + timedelta(microseconds=1))
        assert not keeper.unsent(ADA)
        assert [number for number, _ in entries(keeper)] == [1, 2, 3]
        assert keeper.db.execute("SELECT count(*) FROM journal WHERE event IS NOT NULL").fetchone() == (0,)
