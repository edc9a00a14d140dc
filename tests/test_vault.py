"""What opens workspaces to us: sealed, sealed anew with a new master key, and gone with the workspace."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import KeyUnfit, StoreUnfit
from core.store import KeyFile, KeyText, open_store, vault_beside
from core.store.backup import back_up
from core.store.copies import NAME
from core.store.erasing import erase_tenant
from core.store.restore import restore
from core.store.rotation import rotate
from tests.backed_up import fill, without
from tests.stores import ADA, BO, KEY, NOW, OTHER_KEY

TOKEN = b"xoxb-what-opens-a-workspace"
NORTH, SOUTH = "slack:T01", "slack:T02"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    database = tmp_path / "data" / "rebound.db"
    open_store(database, KEY).close()
    return database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_a_credential_is_given_back_to_its_tenant_alone_also_by_the_next_process(database: Path) -> None:
    vault_beside(database, KEY).put(NORTH, TOKEN)
    vault = vault_beside(database, KEY)
    assert vault.get(NORTH) == TOKEN
    assert vault.get(SOUTH) is None
    vault.put(NORTH, b"another")
    assert vault.get(NORTH) == b"another"


def test_no_file_holds_a_token_that_can_be_read(database: Path, folder: Path, tmp_path: Path) -> None:
    vault_beside(database, KEY).put(NORTH, TOKEN)
    back_up(database, folder, keep=7, now=NOW)
    without(TOKEN, tmp_path)


def test_a_credential_moved_to_another_tenant_does_not_open(database: Path) -> None:
    vault = vault_beside(database, KEY)
    vault.put(NORTH, TOKEN)
    with closing(sqlite3.connect(f"{database}.keys")) as db:
        db.execute("UPDATE credential SET tenant = ?", (SOUTH,))
        db.commit()
    with pytest.raises(KeyUnfit, match="changed or moved"):
        vault.get(SOUTH)


def test_another_master_key_is_refused_once_a_credential_is_sealed(database: Path) -> None:
    vault_beside(database, KEY).put(NORTH, TOKEN)
    for opened in (lambda: vault_beside(database, OTHER_KEY).get(NORTH), lambda: open_store(database, OTHER_KEY)):
        with pytest.raises(KeyUnfit, match="not the one"):
            opened()


def test_a_lost_key_file_is_not_made_anew_once_a_credential_is_sealed(tmp_path: Path) -> None:
    database, key = tmp_path / "rebound.db", KeyFile(tmp_path / "master.key")
    open_store(database, key).close()
    vault_beside(database, key).put(NORTH, TOKEN)
    key.path.unlink()
    with pytest.raises(KeyUnfit, match="is missing"):
        open_store(database, key)


def test_a_new_master_key_seals_credentials_anew(database: Path, folder: Path) -> None:
    vault_beside(database, KEY).put(NORTH, TOKEN)
    back_up(database, folder, keep=7, now=NOW)
    rotate(database, KeyText(KEY.text, successor=KeyText(OTHER_KEY.text, "REBOUND_NEW_KEY")))
    assert vault_beside(database, OTHER_KEY).get(NORTH) == TOKEN
    with pytest.raises(KeyUnfit):
        vault_beside(database, KEY).get(NORTH)
    assert kept_in([Path(f"{database}.keys"), folder / NAME], OTHER_KEY, folder) == [TOKEN, TOKEN]


def test_a_dropped_credential_is_gone_beside_the_backups_too(database: Path, folder: Path) -> None:
    vault = vault_beside(database, KEY)
    vault.put(NORTH, TOKEN)
    back_up(database, folder, keep=7, now=NOW)
    vault.drop(NORTH)
    vault.drop(NORTH)
    assert vault.get(NORTH) is None
    assert kept_in([Path(f"{database}.keys"), folder / NAME], KEY, folder) == [None, None]


def test_a_credential_that_comes_after_a_backup_is_in_its_copy(database: Path, folder: Path) -> None:
    back_up(database, folder, keep=7, now=NOW)
    vault_beside(database, KEY).put(NORTH, TOKEN)
    assert kept_in([folder / NAME], KEY, folder) == [TOKEN]


def test_where_a_copy_cannot_be_reached_a_dropped_credential_is_gone_here(database: Path, folder: Path) -> None:
    vault = vault_beside(database, KEY)
    vault.put(NORTH, TOKEN)
    back_up(database, folder, keep=7, now=NOW)
    (folder / NAME).unlink()
    with pytest.raises(StoreUnfit, match="cannot be reached"):
        vault.drop(NORTH)
    assert vault.get(NORTH) is None


def test_a_restored_journal_finds_the_credentials_of_now(database: Path, folder: Path) -> None:
    fill(database)
    made = back_up(database, folder, keep=7, now=NOW)
    vault = vault_beside(database, KEY)
    vault.put(NORTH, TOKEN)
    restore(made, database, KEY, is_forced=True, now=NOW)
    assert vault.get(NORTH) == TOKEN


def test_the_operator_erases_a_workspace_with_all_its_people_and_no_other(database: Path, folder: Path) -> None:
    cy = ADA._replace(tenant=SOUTH)
    fill(database, [ADA, BO, cy])
    vault = vault_beside(database, KEY)
    for tenant in (NORTH, SOUTH):
        vault.put(tenant, TOKEN)
    back_up(database, folder, keep=7, now=NOW)
    with closing(open_store(database, KEY)) as store:
        store.depart(NORTH, NOW)
    assert erase_tenant(database, KEY, NORTH) == 2
    assert erase_tenant(database, KEY, NORTH) is None
    assert (vault.get(NORTH), vault.get(SOUTH)) == (None, TOKEN)
    with closing(open_store(database, KEY)) as store:
        assert (store.people(NORTH), store.people(SOUTH)) == ([], [cy])
        assert store.departed(NOW) == []
    with closing(sqlite3.connect(folder / NAME)) as copy:
        assert copy.execute("SELECT tenant, person FROM person_key").fetchall() == [tuple(cy)]


def kept_in(key_stores: Iterable[Path], key: KeyText, folder: Path) -> list[bytes | None]:
    """What each key store holds for the north, if a journal lay beside it."""
    found = []
    for number, store in enumerate(key_stores):
        database = folder.parent / f"looked-at-{number}.db"
        Path(f"{database}.keys").write_bytes(store.read_bytes())
        found.append(vault_beside(database, key).get(NORTH))
    return found
