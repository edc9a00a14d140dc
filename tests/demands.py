"""The demands of the coaching specification, which tests name them, and the table in the docs: `python -m tests.demands`."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
TABLE = FOLDER.parent / "docs" / "demands.md"
_GROUPS = {
    "R": "From published advice on recovering from a bad interview",
    "K": "Care, where that advice leaves it open",
    "C": "Where the advice pulls apart, and how it is settled",
    "P": "How the conversation behaves",
}


def _ids(letter: str, last: int, width: int) -> set[str]:
    return {f"{letter}{number:0{width}}" for number in range(1, last + 1)}


ALL = _ids("R", 72, 2) | _ids("K", 8, 2) | _ids("C", 12, 1) | _ids("P", 39, 2)
"""R and K: what the coach must do; C: how tensions are resolved; P: how the conversation behaves."""

SHOWN = ALL - {"P25"}
"""What must have a test: all of it but an outside service, of which there is none."""


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


def in_files() -> dict[str, dict[str, None]]:
    """Demand → the tests that name it, as file and name, read from the sources, so that any test may be run alone."""
    named: dict[str, dict[str, None]] = {}
    for path in sorted(FOLDER.glob("test_*.py")):
        for test in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(test, ast.FunctionDef | ast.AsyncFunctionDef):
                for demand in _marked(path, test):
                    named.setdefault(demand, {})[f"{path.stem}::{test.name}"] = None
    return named


def _marked(path: Path, test: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    for decorator in test.decorator_list:
        match decorator:
            case ast.Call(func=ast.Attribute(attr="demand"), args=args):
                for arg in args:
                    assert isinstance(arg, ast.Constant), f"{path.name}, line {arg.lineno}: write the id itself"
                    yield str(arg.value)


def table() -> str:
    """The page that says what is demanded, and which test files show it."""
    words, named = tomllib.loads((FOLDER / "demands.toml").read_text("utf-8")), in_files()
    lines = [
        "# What the coach must do, and what shows it",
        "",
        "Each line is a demand on the coach. A test that shows it carries the mark `demand` with its id, plays a conversation",
        "from typed text, and fails when what is behind the demand is taken out (`python -m tests.mutation`). This page is",
        "written by `python -m tests.demands`, and a test keeps it true.",
    ]
    for letter, title in _GROUPS.items():
        lines += ["", f"## {title}", "", "| | the coach | shown in |", "|---|---|---|"]
        for demand in in_order(one for one in ALL if one.startswith(letter)):
            tests = Counter(test.partition("::")[0] for test in named.get(demand, ()))
            shown = ", ".join(f"{file} ({count})" if count > 1 else file for file, count in tests.items())
            lines.append(f"| {demand} | {words[demand]} | {shown or 'nothing yet'} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
