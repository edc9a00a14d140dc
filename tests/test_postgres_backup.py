"""What docs/postgresql.md says of backups and of rights, tried: its own commands, on a database with people in it."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from core.errors import StoreUnfit
from core.store import Address, backend, open_store
from tests.postgres import fresh_database, server
from tests.stores import ADA, BO, KEY, take

PAGE = (Path(__file__).parent.parent / "docs" / "postgresql.md").read_text("utf-8")


def block(language: str, word: str) -> str:
    """The first block of code of the page with a word in it."""
    return next(found for found in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL) if word in found)


def shell(commands: str, folder: Path, url: str) -> None:
    path = f"{server().bin_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "REBOUND_DATABASE": url}
    subprocess.run(["sh", "-ec", commands], cwd=folder, env=environment, check=True)  # noqa: S607


def test_what_was_dumped_comes_back_but_for_those_who_were_erased_since(tmp_path: Path) -> None:
    url = fresh_database()
    journal, keys = block("sh", "pg_dump").splitlines()
    with closing(open_store(Address(url), KEY)) as store:
        take(store, "e1")
        take(store, "e2", person=BO)
        shell(f"{journal}\n{keys}", tmp_path, url)
    assert backend(Address(url)).erase(KEY, ADA)
    shell(keys, tmp_path, url)

    restored = fresh_database()
    shell(
        'for dump in journal-*.dump keys.dump; do pg_restore --dbname="$REBOUND_DATABASE" $dump; done',
        tmp_path,
        restored,
    )
    with psycopg.connect(restored, autocommit=True) as connection:
        connection.execute(block("sql", "DELETE"))
        held = connection.execute("SELECT count(*) FROM rebound.journal WHERE person = %s", (ADA.id,)).fetchone()
        assert held == (0,)
    with closing(open_store(Address(restored), KEY)) as store:
        assert store.people(ADA.tenant) == [BO]
        assert take(store, "e3", person=BO) is not None
        assert store.snapshot(BO) == b"2"
        assert take(store, "e1") is not None  # somebody new


def test_a_dump_of_the_journal_holds_no_key(tmp_path: Path) -> None:
    url = fresh_database()
    with closing(open_store(Address(url), KEY)) as store:
        take(store, "e1")
    journal, _ = block("sh", "pg_dump").splitlines()
    shell(journal.replace("custom", "plain"), tmp_path, url)
    (dump,) = tmp_path.glob("journal-*")
    assert "rebound.snapshot" in dump.read_text()
    assert "rebound_keys" not in dump.read_text()


def test_a_role_that_may_create_nothing_serves_on_tables_that_another_has_made() -> None:
    url = fresh_database()
    role = f"runs_{conninfo_to_dict(url)['dbname']}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN")
    narrow = Address(url.replace("postgres:@", f"{role}:@"))
    with pytest.raises(StoreUnfit, match="let it create schemas"):
        open_store(narrow, KEY)
    backend(Address(url)).migrate()
    with psycopg.connect(url, autocommit=True) as connection:
        for schema in ("rebound", "rebound_keys"):
            connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO {role}")
            connection.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}")
    with closing(open_store(narrow, KEY)) as store:
        assert take(store, "e1") is not None
        assert store.snapshot(ADA) == b"1"
