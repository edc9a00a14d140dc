"""`rebound copy` that dies by `kill -9` may simply be repeated, also after somebody was erased meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 and no fork elsewhere")
@pytest.mark.parametrize("kills", [6, pytest.param(50, marks=pytest.mark.long)])
@pytest.mark.parametrize("direction", ["sqlite-postgres", "postgres-sqlite"])
def test_a_copy_killed_at_any_moment_goes_on_and_brings_nobody_back(tmp_path: Path, direction: str, kills: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.killed_copies", str(tmp_path), direction, str(kills)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{kills} ")
