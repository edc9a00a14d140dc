"""Every demand on what the coach says is noticed by its tests when what is behind it is taken out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demands import in_order
from tests.mutation import wanted


@pytest.mark.long
def test_each_demand_has_a_test_that_fails_without_what_is_behind_it() -> None:
    root = Path(__file__).parent.parent
    run = subprocess.run(
        [sys.executable, "-m", "tests.mutation"], cwd=root, capture_output=True, text=True, check=False, timeout=1500
    )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert [one["demand"] for one in found] == in_order(wanted()), run.stderr
    assert [one["demand"] for one in found if one["fails without"] is None] == []
