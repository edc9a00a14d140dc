"""An operator's command that dies by `kill -9` leaves the data whole, and may simply be repeated."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.killed_commands import COMMANDS


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 and no fork elsewhere")
@pytest.mark.parametrize("kills", [6, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_killed_at_any_moment_leaves_the_data_whole_and_may_be_repeated(
    tmp_path: Path, command: str, kills: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.killed_commands", str(tmp_path), command, str(kills)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
