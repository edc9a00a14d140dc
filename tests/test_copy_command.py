"""`rebound copy` as the operator runs it: what it says, and what it never shows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import psycopg
import pytest

from core.store import KeyFile
from core.store.copying import run
from tests.backed_up import fill, readable
from tests.copied import content
from tests.postgres import fresh_database
from tests.stores import ADA, BO
from tests.test_operate import Desk

PASSWORD = "hunter2-and-more"  # noqa: S105 - of a database that asks for none


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(tmp_path, inside=monkeypatch, screen=capsys)
    fill(desk.database, [ADA, BO], key=KeyFile(desk.key_file))
    return desk


@pytest.fixture
def address() -> str:
    """Of an empty database, with a password in it."""
    return fresh_database().replace("postgres:@", f"postgres:{PASSWORD}@")


def test_what_was_copied_is_said_table_by_table_and_then_what_to_do(desk: Desk, address: str) -> None:
    said = desk.does("copy", desk.database, address).splitlines()
    assert said[:3] == [
        "People: 2, the same in both.",
        "Turns: 4, the same in both.",
        "Messages that wait, or could not be delivered: 4, the same in both.",
    ]
    assert said[6] == "People's keys: 2, the same in both."
    assert len(said) == 12
    assert said[10].startswith("The copy is finished: name the second as REBOUND_DATABASE")
    assert "finished before" in desk.does("copy", desk.database, address)


def test_a_copy_goes_back_into_a_file_and_its_words_are_readable(desk: Desk, address: str, tmp_path: Path) -> None:
    desk.does("copy", desk.database, address)
    desk.does("copy", address, tmp_path / "back" / "rebound.db")
    back = tmp_path / "back" / "rebound.db"
    assert readable(back, [Path(f"{back}.keys")], [KeyFile(desk.key_file)]) == {ADA.id, BO.id}


def test_folders_in_which_keys_lie_are_named_until_they_are_given_up(desk: Desk, address: str) -> None:
    desk.does("backup")
    folder = desk.database.parent / "backups"
    assert f"`rebound backup --forget {folder}`" in desk.does("copy", desk.database, address)


def test_a_row_that_is_not_the_same_is_named_and_the_exit_code_says_so(desk: Desk, address: str) -> None:
    desk.does("copy", desk.database, address)
    with psycopg.connect(address) as connection:
        connection.execute("UPDATE rebound.journal SET sealed = sealed || '\\x00' WHERE id = 3")
    done = desk.told("copy", desk.database, address)
    assert done.returncode == 1
    assert "Turns: 1 are not the same in both, of 4: journal 3." in done.stdout
    assert "Nothing was changed now." in done.stdout


def test_no_password_is_ever_shown_or_kept(desk: Desk, address: str, tmp_path: Path) -> None:
    said = [desk.told("copy", desk.database, address), desk.told("copy", address, address)]
    said += [desk.told("copy", address, tmp_path / "back.db"), desk.told("copy", tmp_path / "none.db", address)]
    said += [desk.told("copy", wrong, tmp_path / "other.db") for wrong in wrong_addresses()]
    for done in said:
        assert PASSWORD not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert [done.returncode for done in said] == [0, 1, 0, 1] + [1] * len(wrong_addresses())
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT source FROM rebound.copying").fetchone() == (str(desk.database),)
    assert PASSWORD.encode() not in (tmp_path / "back.db").read_bytes()


def test_the_address_of_another_kind_of_database_is_no_file(desk: Desk) -> None:
    assert "begins with postgresql://" in desk.refuses("copy", desk.database, f"mysql://me:{PASSWORD}@host/name")
    assert not [*desk.folder.glob("mysql*")]


def wrong_addresses() -> list[str]:
    """Nobody answers at them, or they are none."""
    return [
        f"postgresql://rebound:{PASSWORD}@127.0.0.1:1/rebound",
        f"postgresql://rebound:{PASSWORD}@127.0.0.1:port/rebound",
        f"postgresql://127.0.0.1:1/rebound?password={PASSWORD}&user=rebound",
    ]


@pytest.mark.parametrize("way", ["there", "back"])
def test_a_refusal_is_one_sentence_that_names_the_place(desk: Desk, address: str, tmp_path: Path, way: str) -> None:
    nowhere = "postgresql://rebound@127.0.0.1:1/rebound"
    places = (desk.database, nowhere) if way == "there" else (nowhere, tmp_path / "back.db")
    assert "postgresql://127.0.0.1:1/rebound: PostgreSQL cannot be reached" in desk.refuses("copy", *places)
    assert re.search(r"There is no journal", desk.refuses("copy", tmp_path / "none.db", address))
    assert not (tmp_path / "back.db").exists()


def test_another_master_key_is_refused_before_anything_is_written(desk: Desk, address: str) -> None:
    desk.settings["REBOUND_KEY"] = "ab" * 32
    assert "master key is not the one" in desk.refuses("copy", desk.database, address)
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT to_regnamespace('rebound')").fetchone() == (None,)


def test_without_the_first_database_nothing_is_lost(desk: Desk, address: str) -> None:
    before = content(desk.database)
    desk.does("copy", desk.database, address)
    for file in desk.database.parent.glob("rebound.db*"):
        file.unlink()
    desk.does("copy", address, desk.database)
    assert content(desk.database) == before


def test_who_breaks_it_off_is_told_that_it_goes_on(desk: Desk, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as at_the_desk:
        at_the_desk.setattr(run, "_compare", interrupted)
        done = desk.told("copy", desk.database, address)
    assert (done.returncode, done.stdout) == (130, "\nBroken off. Run the same again, and it goes on.\n")
    assert "The copy is finished" in desk.does("copy", desk.database, address)


def test_without_the_library_for_postgresql_it_says_what_to_install(
    desk: Desk, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "extra `postgres`" in desk.refuses("copy", desk.database, address)
