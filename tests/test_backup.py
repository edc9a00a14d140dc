"""Backups: whole and checked, while the coach runs, and unreadable for whoever was erased."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from core.errors import StoreError, StoreUnfit
from core.events import Person
from core.store import open_store
from core.store.backup import back_up, forget, made_in
from core.store.copies import NAME
from core.store.lock import sole_backup
from core.store.sqlite import SqliteKeeper
from tests.backed_up import PHRASE, backups, erase, fill, readable, told, without
from tests.stores import ADA, BO, KEY, NOW, counting, event, take, taken

posix = pytest.mark.skipif(os.name != "posix", reason="limits and file modes are a matter of POSIX systems")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "rebound.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def refused(database: Path, folder: Path) -> str:
    with pytest.raises(StoreError) as caught:
        back_up(database, folder, keep=7, now=NOW, busy_seconds=0.05)
    assert str(caught.value).endswith(".")
    return f"{type(caught.value).__name__}: {caught.value}"


def test_a_backup_is_made_while_the_coach_holds_the_journal(database: Path, folder: Path) -> None:
    with closing(open_store(database, KEY)) as store:
        told(store, ADA, 1)
        (made,) = backups(database, folder)
        told(store, ADA, 2)
        assert readable(made, [folder / NAME], [KEY]) == {"U-ada"}
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("SELECT count(*) FROM journal").fetchone() == (1,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_another_process_makes_one_too(database: Path, folder: Path) -> None:
    program = (
        "import sys, pathlib; from tests.backed_up import backups;"
        "print(backups(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))"
    )
    with closing(open_store(database, KEY)) as store:
        told(store, ADA, 1)
        subprocess.run([sys.executable, "-c", program, database, folder], check=True, capture_output=True)
        told(store, BO, 1)
        assert len(made_in(folder)) == 1


def test_a_backup_is_one_file_for_its_owner_alone_and_nothing_unfinished_stays(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    assert sorted(path.name for path in folder.iterdir()) == [".lock", NAME, made.name]
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
        assert folder.stat().st_mode & 0o777 == 0o700


def test_seven_journals_stay_and_one_copy_of_the_keys(database: Path, folder: Path) -> None:
    fill(database)
    made = backups(database, folder, 10)
    assert made_in(folder) == made[-7:]
    assert [path.name for path in folder.glob("*.keys")] == [NAME]


def test_the_backup_just_made_stays_though_the_clock_was_once_ahead(database: Path, folder: Path) -> None:
    fill(database)
    for years in (9, 8):
        back_up(database, folder, keep=7, now=NOW + timedelta(days=365 * years))
    made = back_up(database, folder, keep=1, now=NOW)
    assert made.exists()


def test_backups_of_the_same_second_do_not_replace_each_other(database: Path, folder: Path) -> None:
    fill(database)
    made = [back_up(database, folder, keep=20, now=NOW) for _ in range(12)]
    assert made_in(folder) == made


def test_a_backup_holds_neither_the_master_key_nor_what_anybody_wrote(database: Path, folder: Path) -> None:
    fill(database)
    backups(database, folder, 2)
    without(PHRASE, folder.parent)
    for path in folder.iterdir():
        assert bytes.fromhex(KEY.text) not in path.read_bytes()
        assert KEY.text.encode() not in path.read_bytes()


def test_whoever_is_erased_is_unreadable_in_seven_old_backups_before_it_is_confirmed(
    database: Path, folder: Path, tmp_path: Path
) -> None:
    fill(database)
    made = backups(database, folder, 7)
    other = back_up(database, tmp_path / "elsewhere", keep=7, now=NOW)
    stores = [Path(f"{database}.keys"), folder / NAME, other.parent / NAME]
    for journal in (*made, other):
        assert readable(journal, stores, [KEY]) == {"U-ada", "U-bo"}
    with closing(open_store(database, KEY)) as store:
        erase(store, ADA)
        for journal in (*made, other):
            assert readable(journal, [folder / NAME, other.parent / NAME], [KEY]) == {"U-bo"}
    for journal in (*made, other, database):
        assert readable(journal, stores, [KEY]) == {"U-bo"}


def test_no_bytes_of_a_destroyed_key_stay_in_a_file(database: Path, folder: Path) -> None:
    fill(database, [ADA, *(Person("discord", str(n)) for n in range(200))], turns=1)
    backups(database, folder)
    with closing(sqlite3.connect(f"{database}.keys")) as keys:
        (wrapped,) = keys.execute("SELECT wrapped FROM person_key WHERE person = 'U-ada'").fetchone()
    assert wrapped in (folder / NAME).read_bytes()
    with closing(open_store(database, KEY)) as store:
        erase(store, ADA)
    for path in folder.parent.rglob("*"):
        assert not path.is_file() or wrapped not in path.read_bytes(), path.name


def test_a_backup_made_in_the_middle_of_an_erasure_does_not_bring_the_key_back(database: Path, folder: Path) -> None:
    fill(database)
    backups(database, folder)
    with closing(SqliteKeeper(database, KEY)) as keeper:
        keeper._keyring.doom(ADA)
        (made,) = backups(database, folder)
        assert readable(made, [folder / NAME], [KEY]) == {"U-bo"}
        keeper._keyring.spare_doomed()
        assert readable(made, [folder / NAME], [KEY]) == {"U-ada", "U-bo"}


@pytest.mark.parametrize("what", ["folder", "copy"])
def test_an_erasure_that_cannot_reach_a_backup_is_not_confirmed_and_loses_nothing(
    database: Path, folder: Path, what: str
) -> None:
    fill(database)
    backups(database, folder)
    away = folder.with_name("unplugged")
    folder.rename(away)
    if what == "copy":  # an empty mount point
        folder.mkdir()
    with closing(open_store(database, KEY)) as store:
        with pytest.raises(StoreUnfit, match=r"connect its disk, or.*rebound backup --forget"):
            erase(store, ADA, "e8")
        assert store.snapshot(ADA) is not None
        told(store, ADA, 3)
        shutil.rmtree(folder, ignore_errors=True)
        away.rename(folder)
        erase(store, ADA, "e9")
        assert store.snapshot(ADA) is None
    assert readable(made_in(folder)[0], [folder / NAME], [KEY]) == {"U-bo"}


def test_a_folder_that_is_given_up_holds_no_keys_and_stands_in_no_erasures_way(database: Path, folder: Path) -> None:
    fill(database)
    backups(database, folder)
    assert forget(database, folder)
    assert not (folder / NAME).exists()
    assert not forget(database, folder)
    shutil.rmtree(folder)
    with closing(open_store(database, KEY)) as store:
        erase(store, ADA)


def test_a_crash_before_an_erasure_was_kept_gives_the_copies_the_key_back(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    keeper = SqliteKeeper(database, KEY)
    keeper._keyring.doom(ADA)
    keeper.close()  # dies here
    assert readable(made, [folder / NAME], [KEY]) == {"U-bo"}
    with closing(SqliteKeeper(database, KEY)) as keeper:
        assert keeper.snapshot(ADA) is not None
    assert readable(made, [folder / NAME], [KEY]) == {"U-ada", "U-bo"}


def test_the_folder_of_another_installation_is_left_alone(database: Path, folder: Path, tmp_path: Path) -> None:
    fill(database)
    backups(database, folder)
    before = (folder / NAME).read_bytes()
    other = tmp_path / "other" / "rebound.db"
    fill(other)
    assert "another Rebound" in refused(other, folder)
    assert (folder / NAME).read_bytes() == before
    assert len(made_in(folder)) == 1
    with closing(open_store(other, KEY)) as store:
        erase(store, ADA)


def test_two_backups_into_one_folder_wait_for_each_other(database: Path, folder: Path) -> None:
    fill(database)
    backups(database, folder)
    with sole_backup(folder, wait_seconds=0):
        assert "under way" in refused(database, folder)


def test_a_journal_that_is_not_there_is_named(database: Path, folder: Path) -> None:
    assert "There is no journal at" in refused(database, folder)
    assert not folder.exists()


def test_a_journal_whose_key_store_is_gone_is_not_backed_up(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    Path(f"{database}.keys").unlink()
    assert "key store" in refused(database, folder)
    assert made_in(folder) == [made]
    assert (folder / NAME).exists()


def test_a_key_store_that_has_lost_its_people_does_not_replace_the_copy(database: Path, folder: Path) -> None:
    fill(database)
    backups(database, folder)
    before = (folder / NAME).read_bytes()
    with closing(sqlite3.connect(f"{database}.keys")) as keys, keys:
        keys.execute("DELETE FROM person_key")
    assert "is missing or empty" in refused(database, folder)
    assert (folder / NAME).read_bytes() == before


def test_a_key_store_that_was_made_anew_does_not_replace_the_copy(database: Path, folder: Path) -> None:
    fill(database)
    backups(database, folder)
    Path(f"{database}.keys").unlink()
    with closing(sqlite3.connect(database)) as journal:
        journal.execute("DELETE FROM snapshot")
        journal.commit()
    open_store(database, KEY).close()
    before = (folder / NAME).read_bytes()
    assert "another Rebound" in refused(database, folder)
    assert (folder / NAME).read_bytes() == before


def test_a_damaged_journal_is_no_backup(database: Path, folder: Path) -> None:
    with closing(open_store(database, KEY)) as store:
        for i in range(1, 200):
            take(store, f"e{i}")
    (good,) = backups(database, folder)
    content = bytearray(database.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    database.write_bytes(content)
    assert "is damaged" in refused(database, folder)
    assert made_in(folder) == [good]


def test_a_folder_that_cannot_be_made_is_named(database: Path, tmp_path: Path) -> None:
    fill(database)
    (tmp_path / "file").write_text("")
    assert "file" in refused(database, tmp_path / "file" / "backups")


@posix
def test_a_full_disk_leaves_the_backups_that_were_there(database: Path, folder: Path) -> None:
    with closing(open_store(database, KEY)) as store:
        for i in range(1, 300):
            take(store, f"e{i}")
    made = backups(database, folder, 2)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    program = (
        "import sys, pathlib, resource, signal; from tests.backed_up import backups;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000));"
        "backups(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, database, folder], check=False, capture_output=True, text=True
    )
    assert "core.errors.StoreUnfit" in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"} == {
        name: content for name, content in before.items() if name != ".lock"
    }
    assert made_in(folder) == made


def test_a_journal_that_another_program_locks_is_busy(database: Path, folder: Path) -> None:
    fill(database)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        assert refused(database, folder).startswith("StoreBusy")


@pytest.mark.parametrize("number", [5, pytest.param(200, marks=pytest.mark.long)])
def test_backups_made_while_fifty_people_write_are_all_whole(database: Path, folder: Path, number: int) -> None:
    people = [Person("discord", str(n)) for n in range(50)]
    done = threading.Event()
    committed = threading.Semaphore(0)
    troubles: list[BaseException] = []

    def write(person: Person) -> None:
        try:
            for n in count(1):
                taken(store.take(event(f"e{n}", person), counting))
                committed.release()
                if done.wait(0.1):
                    return
        except BaseException as error:
            troubles.append(error)

    with closing(open_store(database, KEY)) as store:
        writers = [threading.Thread(target=write, args=(person,)) for person in people]
        for writer in writers:
            writer.start()
        try:
            made = [back_up(database, folder, keep=number, now=NOW + timedelta(minutes=n)) for n in range(number - 1)]
            # On a busy machine these can all be made before anybody's first turn: the last one waits for one that is new.
            while committed.acquire(blocking=False):
                pass
            for _ in range(len(people) + 1):  # of each person one may have been committed before and told of since
                assert committed.acquire(timeout=60)
            made.append(back_up(database, folder, keep=number, now=NOW + timedelta(minutes=number)))
        finally:
            done.set()
            for writer in writers:
                writer.join()
    assert not troubles
    turns = [_consistent(path) for path in made]
    assert turns == sorted(turns)
    assert turns[-1] > turns[0]


def _consistent(backup: Path) -> int:
    """Each person's snapshot, journal and outbox belong together; how many turns there are."""
    with closing(sqlite3.connect(backup)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        people = db.execute("SELECT person, number FROM snapshot").fetchall()
        for table in ("journal", "outbox"):
            counted = db.execute(f"SELECT person, count(*), max(number) FROM {table} GROUP BY person")  # noqa: S608
            assert {(person, number, number) for person, number in people} == set(counted)
        return sum(number for _, number in people)
