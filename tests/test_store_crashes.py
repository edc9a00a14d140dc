"""What is left after `kill -9`, and what happens when several programs start on one file at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 and no fork elsewhere")


@posix
@pytest.mark.parametrize("kills", [8, pytest.param(100, marks=pytest.mark.long)])
def test_what_was_acknowledged_survives_kill_9_and_nothing_is_half_kept(tmp_path: Path, kills: int) -> None:
    command = [sys.executable, "-m", "tests.killed_store", str(tmp_path), str(kills)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0


def test_migrations_raced_by_several_programs_are_applied_once(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from core.store import schema; sys.stdin.readline()\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "with schema.opened(file, schema.JOURNAL, journal_mode='DELETE', busy_seconds=10) as db:\n"
        "    print(sorted(db.table_names()))"
    )
    file = tmp_path / "rebound.db"
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", program, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("\n")
        start.stdin.flush()
    seen = {start.communicate(timeout=30)[0] for start in starts}
    assert [start.returncode for start in starts] == [0] * 4
    tables = ["_sqlite_migrations", "departed", "forgotten", "in_hand", "journal", "outbox", "snapshot", "unreachable"]
    assert seen == {f"{tables}\n"}
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT name FROM _sqlite_migrations").fetchall() == [
            ("1-turns",),
            ("2-due",),
            ("3-delivery",),
            ("4-departures",),
            ("5-forgotten",),
            ("6-in-hand",),
        ]
