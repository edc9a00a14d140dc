"""The demands of the coaching specification, and which of them the tests of a session name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest


def _ids(letter: str, last: int, width: int) -> set[str]:
    return {f"{letter}{number:0{width}}" for number in range(1, last + 1)}


ALL = _ids("R", 72, 2) | _ids("K", 8, 2) | _ids("C", 12, 1) | _ids("P", 39, 2)
"""R and K: what the coach must do; C: how tensions are resolved; P: how the conversation behaves."""

SHOWN = (
    {"R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R31", "R69", "R70", "R71", "R72"}
    | {f"R{number:02}" for number in (*range(9, 31), *range(50, 60), *range(61, 69))}
    | {f"K{number:02}" for number in range(1, 9)}
    | {"C1", "C3", "C6", "C7", "C8", "C9", "C10", "C12"}
    | {f"P{number:02}" for number in (*range(1, 25), *range(26, 40))}
) - {"R54", "R60"}
"""What is built and so must have a test. A demand joins with the feature that meets it and never leaves."""


def named_by(items: Iterable[pytest.Item]) -> dict[str, list[str]]:
    """Demand → the tests that name it; a parametrized test counts once."""
    named: dict[str, list[str]] = {}
    for item in items:
        test = item.nodeid.partition("[")[0]
        for mark in item.iter_markers("demand"):
            for demand in mark.args:
                if test not in named.setdefault(demand, []):
                    named[demand].append(test)
    return named


def in_order(demands: Iterable[str]) -> list[str]:
    """R before K before C before P, each by number."""
    return sorted(demands, key=lambda one: ("RKCP".find(one[:1]), int(one[1:]) if one[1:].isdecimal() else 0, one))


def report(named: dict[str, list[str]]) -> list[str]:
    """One line a demand that has a test, then those that have none."""
    counts = Counter({demand: len(tests) for demand, tests in named.items()})
    lines = [
        f"{demand:<4} {counts[demand]:>3} {'test' if counts[demand] == 1 else 'tests'}" for demand in in_order(named)
    ]
    return [*lines, "without a test: " + " ".join(in_order(ALL - named.keys()))]
