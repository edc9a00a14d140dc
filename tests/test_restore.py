"""A backup put back: checked first, never over a journal unasked, and without those who were erased since."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import StoreError
from core.events import Person
from core.ports import Entry, Store, Turn
from core.store import KeyFile, MasterKey, open_store
from core.store.backends import Restored
from core.store.copies import NAME
from core.store.restore import restore
from tests.backed_up import PHRASE, backups, erase, fill, readable, told, without
from tests.stores import ADA, BO, KEY, NOW, OTHER_KEY, take

CY = Person("slack:T01", "U-cy")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "rebound.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def restored(file: Path, database: Path, *, key: MasterKey = KEY, is_forced: bool = False) -> Restored:
    return restore(file, database, key, is_forced=is_forced, now=NOW)


def refused(file: Path, database: Path, *, key: MasterKey = KEY, is_forced: bool = False) -> str:
    """The sentence; nothing in the folder of the journal has changed."""
    before = content(database)
    with pytest.raises(StoreError) as caught:
        restored(file, database, key=key, is_forced=is_forced)
    assert content(database) == before
    assert str(caught.value).endswith(".")
    return str(caught.value)


def content(database: Path) -> dict[str, bytes]:
    names = [database, Path(f"{database}.keys"), Path(f"{database}.restoring"), Path(f"{database}.keys.restoring")]
    return {path.name: path.read_bytes() for path in names if path.exists()}


def snapshots(database: Path, key: MasterKey = KEY) -> list[bytes | None]:
    with closing(open_store(database, key)) as store:
        return [store.snapshot(person) for person in (ADA, BO, CY)]


def test_a_lost_journal_comes_back_with_everybody(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    database.unlink()
    assert restored(made, database) == Restored(people=2, erased=0, replaced=None, keys_from=None)
    assert snapshots(database) == [PHRASE + b" 2", PHRASE + b" 2", None]
    with closing(open_store(database, KEY)) as store:
        told(store, ADA, 3)
        assert [entry.number for entry in store.journal(ADA)] == [1, 2, 3]
        assert len(store.unsent(BO)) == 2


def test_on_another_machine_the_keys_come_from_beside_the_backup(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    moved = shutil.copytree(folder, tmp_path / "usb")
    shutil.rmtree(folder)
    there = tmp_path / "machine" / "data" / "rebound.db"
    done = restored(moved / made.name, there)
    assert (done.people, done.keys_from) == (2, moved / NAME)
    assert snapshots(there)[0] == PHRASE + b" 2"
    with closing(open_store(there, KEY)) as store:
        erase(store, ADA)  # the folder of the old machine is in nobody's way, the one that was restored from is kept up
    assert readable(moved / made.name, [moved / NAME], [KEY]) == {"U-bo"}


@pytest.mark.parametrize("is_another_machine", [False, True])
def test_whoever_was_erased_after_the_backup_stays_erased(
    database: Path, folder: Path, is_another_machine: bool
) -> None:
    fill(database, [ADA, BO, CY])
    (made,) = backups(database, folder)
    with closing(open_store(database, KEY)) as store:
        erase(store, ADA)
        erase(store, CY)
    if is_another_machine:
        shutil.rmtree(database.parent)
    done = restored(made, database, is_forced=not is_another_machine)
    assert (done.people, done.erased) == (1, 2)
    assert snapshots(database) == [None, PHRASE + b" 2", None]
    with closing(sqlite3.connect(database)) as db:
        for table in ("snapshot", "journal", "outbox"):
            assert db.execute(f"SELECT DISTINCT person FROM {table}").fetchall() == [("U-bo",)]  # noqa: S608
    with closing(open_store(database, KEY)) as store:
        told(store, ADA, 1)  # somebody new


def test_a_journal_with_people_is_replaced_only_when_told_so_and_then_set_aside(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    with closing(open_store(database, KEY)) as store:
        told(store, ADA, 3)
    assert "--force" in refused(made, database)
    done = restored(made, database, is_forced=True)
    assert snapshots(database)[0] == PHRASE + b" 2"
    assert done.replaced is not None
    assert readable(done.replaced, [Path(f"{database}.keys")], [KEY]) == {"U-ada", "U-bo"}
    with closing(open_store(database, KEY)) as store:
        erase(store, ADA)
    assert readable(done.replaced, [Path(f"{database}.keys")], [KEY]) == {"U-bo"}


def test_what_was_in_the_log_of_a_killed_coach_is_set_aside_too_and_not_mixed_in(
    database: Path, folder: Path, tmp_path: Path
) -> None:
    fill(database)
    (made,) = backups(database, folder)
    killed = tmp_path / "killed"
    with closing(open_store(database, KEY)) as store:
        told(store, ADA, 3)
        shutil.copytree(database.parent, killed)  # as `kill -9` leaves it
    database = killed / "rebound.db"
    assert Path(f"{database}-wal").stat().st_size > 0
    done = restored(made, database, is_forced=True)
    assert not Path(f"{database}-wal").exists()
    assert snapshots(database)[0] == PHRASE + b" 2"
    assert done.replaced is not None
    with closing(sqlite3.connect(done.replaced)) as aside:
        assert aside.execute("SELECT max(number) FROM journal").fetchone() == (3,)


def test_a_damaged_journal_gives_way_and_is_set_aside(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    database.write_bytes(b"Dear diary, " * 1000)
    assert "--force" in refused(made, database)
    done = restored(made, database, is_forced=True)
    assert done.replaced is not None
    assert done.replaced.read_bytes().startswith(b"Dear diary")
    assert snapshots(database)[0] == PHRASE + b" 2"


def test_a_journal_in_which_nobody_is_yet_needs_no_force(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    fresh = tmp_path / "fresh" / "rebound.db"
    open_store(fresh, KEY).close()
    assert restored(made, fresh).people == 2
    assert snapshots(fresh)[1] == PHRASE + b" 2"


def test_over_another_installation_the_keys_go_with_the_journal_and_both_are_set_aside(
    database: Path, folder: Path, tmp_path: Path
) -> None:
    fill(database)
    (made,) = backups(database, folder)
    there = tmp_path / "machine" / "rebound.db"
    fill(there, [ADA], turns=1)  # the coach was started, and written to, before the backup was put back
    done = restored(made, there, is_forced=True)
    assert (done.people, done.erased, done.keys_from) == (2, 0, folder / NAME)
    assert snapshots(there)[:2] == [PHRASE + b" 2"] * 2
    assert done.replaced is not None
    assert readable(done.replaced, [Path(f"{done.replaced}.keys")], [KEY]) == {"U-ada"}


def test_a_backup_of_an_older_version_is_brought_up_to_date(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    with closing(sqlite3.connect(made)) as old:
        old.execute("DROP INDEX snapshot_due")
        old.execute("ALTER TABLE snapshot DROP COLUMN due")
        old.execute("DELETE FROM _sqlite_migrations WHERE name = '2-due'")
        old.commit()
    database.unlink()
    assert restored(made, database).people == 2
    assert snapshots(database)[0] == PHRASE + b" 2"


def test_a_backup_of_a_newer_version_is_refused(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    with closing(sqlite3.connect(made)) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('rebound-journal', '99-later', '2031-01-01')"
        )
        newer.commit()
    sentence = refused(made, database, is_forced=True)
    assert "newer version" in sentence
    assert str(made) in sentence


@pytest.mark.parametrize("fault", ["cut", "garbage", "page", "text", "another program"])
def test_a_backup_that_is_not_whole_is_refused(database: Path, folder: Path, fault: str) -> None:
    with closing(open_store(database, KEY)) as store:
        for n in range(1, 200):
            take(store, f"e{n}")
    (made,) = backups(database, folder)
    data = bytearray(made.read_bytes())
    match fault:
        case "cut":
            made.write_bytes(data[: len(data) // 2])
        case "garbage":
            made.write_bytes(b"Dear diary, " * 1000)
        case "page":
            data[8192:12288] = b"\xff" * 4096
            made.write_bytes(data)
        case "text":
            with closing(sqlite3.connect(made)) as db, db:
                db.execute("UPDATE snapshot SET sealed = CAST(substr(sealed, 1, 20) || x'0007' AS BLOB)")
        case _:
            made.unlink()
            with closing(sqlite3.connect(made)) as db, db:
                db.execute("CREATE TABLE recipe (name TEXT)")
    assert str(made) in refused(made, database, is_forced=True)
    assert snapshots(database)[0] == b"199"


def test_another_master_key_is_refused(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    assert "master key is not the one" in refused(made, tmp_path / "new" / "rebound.db", key=OTHER_KEY)
    lost = KeyFile(tmp_path / "lost.key")
    assert "is missing" in refused(made, tmp_path / "new" / "rebound.db", key=lost)
    assert not lost.path.exists()


def test_a_backup_without_its_keys_asks_for_them(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    (folder / NAME).unlink()
    assert NAME in refused(made, tmp_path / "new" / "rebound.db")


def test_a_backup_in_which_nobody_has_a_key_is_refused(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    other = tmp_path / "other" / "rebound.db"
    fill(other, [CY])
    shutil.copy(made, tmp_path / made.name)
    assert "another Rebound" in refused(tmp_path / made.name, other, is_forced=True)


@pytest.mark.parametrize("is_of_others", [True, False], ids=["of others", "damaged"])
def test_a_copy_of_the_keys_that_is_of_no_use_is_named_as_it_lies_there(
    database: Path, folder: Path, tmp_path: Path, is_of_others: bool
) -> None:
    fill(database)
    (made,) = backups(database, folder)
    if is_of_others:
        other = tmp_path / "other" / "rebound.db"
        fill(other, [CY])
        backups(other, tmp_path / "others")
        shutil.copy(tmp_path / "others" / NAME, folder / NAME)
    else:
        (folder / NAME).write_bytes(b"no key store" * 500)
    sentence = refused(made, tmp_path / "new" / "rebound.db")
    assert str(folder / NAME) in sentence
    assert ".restoring" not in sentence


def test_a_coach_that_runs_has_to_be_stopped_first(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    with closing(open_store(database, KEY)) as store:
        with pytest.raises(StoreError, match="stop that one first"):
            restored(made, database, is_forced=True)
        told(store, ADA, 3)


def test_a_file_that_is_not_there_and_the_journal_itself_are_refused(database: Path, folder: Path) -> None:
    fill(database)
    assert "There is no backup at" in refused(folder / "nothing.db", database)
    assert "is the journal itself" in refused(database, database, is_forced=True)


def test_restoring_leaves_no_phrase_and_no_half_file(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    restored(made, database, is_forced=True)
    without(PHRASE, tmp_path)
    assert not [*database.parent.glob("*restoring*")]


def erase_a_part(store: Store, person: Person) -> None:
    """The turn that leaves only the first row of somebody, as erasing one interview does."""
    partly = Turn(
        number=9, snapshot=PHRASE + b" kept", entry=b"", outgoing=None, remains=(Entry(1, NOW, PHRASE + b" 1"),)
    )
    take(store, "erase-one", lambda _: partly, person)


def test_of_whom_a_part_was_erased_nothing_can_be_read_in_any_backup(database: Path, folder: Path) -> None:
    fill(database)
    made = backups(database, folder, 7)
    with closing(open_store(database, KEY)) as store:
        erase_a_part(store, ADA)
        assert all(readable(one, [folder / NAME, Path(f"{database}.keys")], [KEY]) == {"U-bo"} for one in made)
        (newer,) = backups(database, folder)
    assert readable(newer, [folder / NAME], [KEY]) == {"U-ada", "U-bo"}


def test_a_backup_of_before_a_part_was_erased_brings_the_others_back(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    with closing(open_store(database, KEY)) as store:
        erase_a_part(store, ADA)
    done = restored(made, database, is_forced=True)
    assert (done.people, done.erased) == (1, 1)
    assert snapshots(database) == [None, PHRASE + b" 2", None]


def test_a_part_cannot_be_erased_while_the_backups_are_out_of_reach(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    with closing(open_store(database, KEY)) as store:
        away = folder.rename(folder.with_name("unplugged"))
        with pytest.raises(StoreError):
            erase_a_part(store, ADA)
        away.rename(folder)
        assert store.snapshot(ADA) == PHRASE + b" 2"
        erase_a_part(store, ADA)
    assert readable(made, [folder / NAME], [KEY]) == {"U-bo"}
