"""A new master key: everybody stays readable with it, nobody with the old one, whatever moment it is broken off at."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import KeyUnfit, StoreBusy, StoreError, StoreUnfit
from core.store import KeyFile, KeyText, copies, open_store
from core.store.copies import NAME
from core.store.restore import restore
from core.store.rotation import rotate
from tests.backed_up import PHRASE, backups, erase, fill, readable, told
from tests.stores import ADA, BO, KEY, NOW, OTHER_KEY

BOTH = KeyText(KEY.text, successor=KeyText(OTHER_KEY.text, "REBOUND_NEW_KEY"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "rebound.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def key(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "secret" / "master.key")


def text_in(key: KeyFile) -> KeyText:
    return KeyText(key.path.read_text("ascii"))


def test_a_key_file_holds_another_key_afterwards_and_everything_opens_with_it(
    database: Path, folder: Path, key: KeyFile
) -> None:
    fill(database, key=key)
    (made,) = backups(database, folder)
    old = text_in(key)
    assert rotate(database, key).people == 2
    stores = [Path(f"{database}.keys"), folder / NAME]
    assert readable(database, stores, [old]) == set()
    for store in stores:
        assert readable(made, [store], [text_in(key)]) == {"U-ada", "U-bo"}
    assert [*key.path.parent.iterdir()] == [key.path]
    with closing(open_store(database, key)) as store:
        assert store.snapshot(ADA) == PHRASE + b" 2"
        told(store, ADA, 3)
    with pytest.raises(KeyUnfit):
        open_store(database, old)


def test_an_event_of_somebody_erased_before_is_still_known_after_it(database: Path, key: KeyFile) -> None:
    fill(database, key=key)
    with closing(open_store(database, key)) as store:
        erase(store, ADA)
    rotate(database, key)
    with closing(open_store(database, key)) as store:
        told(store, ADA, 2)
        assert store.snapshot(ADA) is None
        told(store, ADA, 3)
        assert store.snapshot(ADA) is not None


def test_a_key_given_as_text_is_rotated_to_the_one_beside_it(database: Path, folder: Path) -> None:
    fill(database)
    (made,) = backups(database, folder)
    assert "as REBOUND_KEY, and leave REBOUND_NEW_KEY empty" in rotate(database, BOTH).remains
    assert readable(made, [Path(f"{database}.keys"), folder / NAME], [KEY]) == set()
    for key in (BOTH, OTHER_KEY):  # before and after the setting was changed
        with closing(open_store(database, key)) as store:
            assert store.snapshot(BO) == PHRASE + b" 2"
    with pytest.raises(KeyUnfit, match="not the one"):
        open_store(database, KEY)
    rotate(database, BOTH)  # may be repeated


def test_a_new_key_has_to_be_given_and_has_to_be_new(database: Path) -> None:
    fill(database)
    with pytest.raises(KeyUnfit, match="REBOUND_NEW_KEY"):
        rotate(database, KEY)
    with pytest.raises(KeyUnfit, match="is the one in use"):
        rotate(database, KeyText(KEY.text, successor=KEY))
    with pytest.raises(KeyUnfit, match="in REBOUND_NEW_KEY is not a key"):
        rotate(database, KeyText(KEY.text, successor=KeyText("changeme", "REBOUND_NEW_KEY")))
    with closing(open_store(database, KEY)) as store:
        assert store.snapshot(ADA) is not None


def test_another_key_than_the_one_in_use_rotates_nothing(database: Path) -> None:
    fill(database)
    with pytest.raises(KeyUnfit, match="not the one"):
        rotate(database, KeyText("77" * 32, successor=OTHER_KEY))


def test_a_backup_out_of_reach_stops_it_before_anything_is_changed(database: Path, folder: Path, key: KeyFile) -> None:
    fill(database, key=key)
    backups(database, folder)
    old = text_in(key)
    away = folder.rename(folder.with_name("unplugged"))
    with pytest.raises(StoreUnfit, match="connect its disk"):
        rotate(database, key)
    assert text_in(key) == old
    assert [*key.path.parent.iterdir()] == [key.path]
    with closing(open_store(database, old)) as store:
        assert store.snapshot(ADA) is not None
    away.rename(folder)
    rotate(database, key)


def test_broken_off_before_the_copies_are_written_the_coach_starts_and_the_old_key_still_opens_the_copies(
    database: Path, folder: Path, key: KeyFile, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fill(database, key=key)
    (made,) = backups(database, folder)

    def dies(_: object) -> None:
        raise StoreError("The disk failed.")

    with monkeypatch.context() as broken:
        broken.setattr(copies, "refresh", dies)
        with pytest.raises(StoreError):
            rotate(database, key)
    assert readable(made, [folder / NAME], [text_in(key)]) == {"U-ada", "U-bo"}
    with closing(open_store(database, key)) as store:
        assert store.snapshot(ADA) == PHRASE + b" 2"
    assert "run `rebound rotate-key`" in caplog.text
    rotate(database, key)
    assert readable(made, [folder / NAME], [text_in(key)]) == {"U-ada", "U-bo"}
    assert [*key.path.parent.iterdir()] == [key.path]


def test_an_old_backup_is_restored_with_the_new_key_and_without_the_erased(
    database: Path, folder: Path, key: KeyFile
) -> None:
    fill(database, key=key)
    (made,) = backups(database, folder)
    rotate(database, key)
    with closing(open_store(database, key)) as store:
        erase(store, ADA)
    for path in database.parent.iterdir():
        path.unlink()
    done = restore(made, database, key, is_forced=False, now=NOW)
    assert (done.people, done.erased) == (1, 1)


def test_no_bytes_of_the_old_wrapping_stay(database: Path, folder: Path, key: KeyFile) -> None:
    fill(database, key=key)
    backups(database, folder)
    with closing(sqlite3.connect(f"{database}.keys")) as keys:
        wrapped = [blob for (blob,) in keys.execute("SELECT wrapped FROM person_key")]
    rotate(database, key)
    for path in (*database.parent.iterdir(), *folder.iterdir()):
        assert not [blob for blob in wrapped if blob in path.read_bytes()], path.name


def test_a_coach_that_runs_has_to_be_stopped_first(database: Path, key: KeyFile) -> None:
    with closing(open_store(database, key)) as store:
        told(store, ADA, 1)
        with pytest.raises(StoreBusy, match="stop that one first"):
            rotate(database, key)
        told(store, BO, 1)
    assert [*key.path.parent.iterdir()] == [key.path]


def test_where_nothing_is_kept_there_is_nothing_to_rotate(database: Path, key: KeyFile) -> None:
    with pytest.raises(StoreUnfit, match="nothing to rotate"):
        rotate(database, key)
    assert not key.path.exists()
