"""The rows of other projects' tests, counted: mostly right, hardly ever wrong, refused not guessed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.clock import zone
from core.understanding.times import Direction, Kind, Moment, read

CASES = Path(__file__).parent / "cases" / "times.jsonl"


@cache
def verdicts() -> Counter[tuple[str, str]]:
    """How many rows of each kind are right, wrong and refused."""
    count: Counter[tuple[str, str]] = Counter()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        now = datetime.fromisoformat(row["ref"]).replace(tzinfo=zone("UTC"))
        moment = read(row["text"], now, Direction(row.get("expects", "future")))
        count[row["kind"], verdict(row, moment)] += 1
    return count


def verdict(row: dict[str, Any], moment: Moment | None) -> str:
    if moment is None:
        return "right" if row["kind"] == "none" else "refused"
    return "right" if row["kind"] != "none" and is_right(row, moment) else "wrong"


def is_right(row: dict[str, Any], moment: Moment) -> bool:
    start, accept = f"{moment.start:%Y-%m-%dT%H:%M}", row["accept"]
    match row["kind"]:
        case "instant":
            return moment.kind is Kind.INSTANT and start in accept
        case "date":
            return moment.kind is Kind.DATE and start[:10] in accept
        case "recurrence":
            return moment.rule is not None and moment.rule.as_dict() == accept
        case _:
            end = f"{moment.end:%Y-%m-%dT%H:%M}" if moment.end else "9999"
            return any(first <= start and end <= behind for first, behind in accept)


def share(said: str, *kinds: str) -> float:
    rows = {key: number for key, number in verdicts().items() if not kinds or key[0] in kinds}
    return sum(number for key, number in rows.items() if key[1] == said) / sum(rows.values())


def test_nine_of_ten_time_expressions_are_read_as_their_authors_meant_them() -> None:
    assert share("right") >= 0.90


def test_hardly_any_time_expression_is_misread() -> None:
    assert share("wrong") <= 0.03


def test_a_line_without_a_time_is_refused() -> None:
    assert share("right", "none") >= 0.98


@pytest.mark.parametrize("kind", ["instant", "date", "daypart"])
def test_every_kind_of_time_is_understood(kind: str) -> None:
    assert share("right", kind) >= 0.85
    assert share("wrong", kind) <= 0.03
