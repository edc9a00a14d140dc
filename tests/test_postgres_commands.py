"""The commands of an operator on a PostgreSQL database: the same words, and sentences where it is another thing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.__main__ import main
from core.errors import KeyUnfit, StoreError, StoreUnfit
from core.ports import Became, Settlement
from core.store import Address, backend, open_store
from tests.postgres import fresh_database
from tests.stores import ADA, BO, KEY, NOW, OTHER_KEY, take

Says = Callable[..., str]


@pytest.fixture
def address() -> Address:
    return Address(fresh_database())


@pytest.fixture
def says(address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Says:
    """Run a command; what it prints, on both outputs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REBOUND_DATABASE", address.url)
    monkeypatch.setenv("REBOUND_KEY", KEY.text)

    def say(*arguments: str, code: int = 0) -> str:
        assert main(arguments) == code
        told = capsys.readouterr()
        return told.out + told.err

    return say


def write(address: Address) -> None:
    """Two people have written; Ada's message could not be delivered."""
    with closing(open_store(address, KEY)) as store:
        take(store, "e1")
        take(store, "e2", person=BO)
        refused = [one for one in store.claim("slack", NOW, 9, NOW - NOW) if one.person == ADA]
        store.settle([Settlement(one.key, ADA, Became.REFUSED, reason="user_blocked") for one in refused], NOW)


def test_the_doctor_tells_of_the_database_and_never_of_the_password(says: Says, address: Address) -> None:
    assert "the first start creates it" in says("doctor")
    write(address)
    said = says("doctor")
    assert f"{address}, 2 people" in said
    assert "fits the keys of 2 people" in said
    assert "secret" not in str(Address("postgresql://me:secret@db.example.org:5432/rebound?sslmode=require"))


def test_the_address_is_shown_without_user_password_and_parameters() -> None:
    assert str(Address("postgres://me:s@e:c?ret@db.example.org/rebound?password=secret")).find("ret") == -1
    assert str(Address("postgresql://me:secret@db.example.org:5432/rebound?sslmode=require")) == (
        "postgresql://db.example.org:5432/rebound"
    )
    assert "secret" not in repr(Address("postgresql://me:secret@db.example.org/rebound"))


def test_dead_letters_are_listed(says: Says, address: Address) -> None:
    assert "There is no journal at" in says("dead-letters", code=1)
    write(address)
    assert "user_blocked" in says("dead-letters")


def test_somebody_is_erased_with_their_key_and_the_others_stay(says: Says, address: Address) -> None:
    write(address)
    assert "Erased: all of U-ada" in says("erase", "--tenant", ADA.tenant, "--person", ADA.id, "--yes")
    assert "holds nothing of U-ada" in says("erase", "--tenant", ADA.tenant, "--person", ADA.id, "--yes", code=1)
    with closing(open_store(address, KEY)) as store:
        assert store.snapshot(ADA) is None
        assert store.seen(ADA, "e1")
        assert store.snapshot(BO) == b"1"
    with psycopg.connect(address.url) as connection:
        assert connection.execute("SELECT person FROM rebound_keys.person_key").fetchall() == [(BO.id,)]


def test_a_workspace_is_erased_with_what_opens_it(says: Says, address: Address) -> None:
    write(address)
    backend(address).vault(KEY).put(ADA.tenant, b"token")
    with closing(open_store(address, KEY)) as store:
        store.depart(ADA.tenant, NOW)
    assert "Erased: 2 people" in says("erase", "--tenant", ADA.tenant, "--everybody", "--yes")
    assert backend(address).vault(KEY).get(ADA.tenant) is None
    with closing(open_store(address, KEY)) as store:
        assert store.people(ADA.tenant) == []
        assert not store.is_departed(ADA.tenant)
    assert "holds nothing of" in says("erase", "--tenant", ADA.tenant, "--everybody", "--yes", code=1)


def test_a_new_master_key_opens_everything_and_the_old_one_nothing(
    says: Says, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(address)
    says("erase", "--tenant", ADA.tenant, "--person", ADA.id, "--yes")
    backend(address).vault(KEY).put(BO.tenant, b"token")
    monkeypatch.setenv("REBOUND_NEW_KEY", OTHER_KEY.text)
    assert "Start every process again" in says("rotate-key")
    with pytest.raises(KeyUnfit, match="not the one"):
        open_store(address, KEY)
    assert backend(address).vault(OTHER_KEY).get(BO.tenant) == b"token"
    with closing(open_store(address, OTHER_KEY)) as store:
        assert store.snapshot(BO) == b"1"
        assert store.seen(ADA, "e1")  # who was erased is known by the key that a rotation keeps


def test_a_process_that_goes_on_with_the_old_master_key_writes_nothing_with_it(
    says: Says, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(address, KEY)) as store:
        monkeypatch.setenv("REBOUND_NEW_KEY", OTHER_KEY.text)
        says("rotate-key")
        with pytest.raises(KeyUnfit, match="after `rebound rotate-key`"):
            take(store, "e1")
    with closing(open_store(address, OTHER_KEY)) as store:
        assert take(store, "e1") is not None


def test_the_first_process_chooses_the_master_key_also_before_anybody_has_written(address: Address) -> None:
    open_store(address, KEY).close()
    with pytest.raises(KeyUnfit):
        open_store(address, OTHER_KEY)


def test_backups_are_left_to_the_tools_of_postgresql(says: Says, tmp_path: Path) -> None:
    for arguments in (["backup"], ["backup", "--forget", str(tmp_path)], ["restore", "some.db"]):
        assert "docs/postgresql.md" in says(*arguments, code=1)


def test_the_tables_can_be_made_before_the_first_start(says: Says) -> None:
    assert "changed (1-turns, 2-notes)" in says("migrate")
    assert "up to date" in says("migrate")


def test_a_database_of_a_newer_version_is_refused(address: Address) -> None:
    open_store(address, KEY).close()
    with psycopg.connect(address.url, autocommit=True) as connection:
        connection.execute("INSERT INTO rebound.migration (name) VALUES ('99-moon')")
    with pytest.raises(StoreUnfit, match="newer version of Rebound"):
        open_store(address, KEY)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://me:secret@127.0.0.1:1/rebound", "cannot be reached"),
        ("postgresql://me:secret@host.invalid/rebound", "no such host"),
        ("postgresql:///%zz", "is not understood"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_one_sentence(url: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence) as caught:
        open_store(Address(url), KEY)
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_there_is_told(address: Address) -> None:
    with pytest.raises(StoreUnfit, match="no such database"):
        open_store(Address(address.url.replace("/test_", "/nowhere_")), KEY)


def test_without_the_library_one_sentence_names_the_extra(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "extra `postgres`" in says("who", code=1)
