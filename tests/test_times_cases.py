"""Rows of times, counted: mostly right, hardly ever wrong, refused not guessed."""

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

CASES = Path(__file__).parent / "cases"
FILES = ("times", "times_more", "times_public")
ASKS = {"remind", "reminder", "rmd", "ping", "nudge", "wake", "alarm", "buzz", "snooze", "timer"}


def rows(name: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_row(row: dict[str, Any]) -> Moment | None:
    now = datetime.fromisoformat(row["ref"]).replace(tzinfo=zone("UTC"))
    return read(row["text"], now, Direction(row.get("expects", "future")))


@cache
def verdicts(name: str) -> Counter[tuple[str, str]]:
    """How many rows of each kind are right, wrong and refused."""
    return Counter((row["kind"], verdict(row, read_row(row))) for row in rows(name))


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


def share(name: str, said: str, *kinds: str) -> float:
    counted = {key: number for key, number in verdicts(name).items() if not kinds or key[0] in kinds}
    return sum(number for key, number in counted.items() if key[1] == said) / sum(counted.values())


@pytest.mark.parametrize(("name", "right", "wrong"), [("times", 0.935, 0.01), ("times_more", 0.995, 0.002)])
def test_times_are_read_as_their_authors_meant_them(name: str, right: float, wrong: float) -> None:
    assert share(name, "right") >= right
    assert share(name, "wrong") <= wrong


def test_strangers_are_read_nearly_as_well() -> None:
    assert share("times_strangers", "right") >= 0.96
    assert share("times_strangers", "wrong") <= 0.01


def test_no_time_of_the_public_rows_is_misread() -> None:
    assert share("times_public", "right") >= 0.99
    assert share("times_public", "wrong") == 0


@pytest.mark.parametrize("name", FILES)
def test_a_line_without_a_time_is_refused(name: str) -> None:
    assert share(name, "right", "none") >= 0.99


@pytest.mark.parametrize(
    ("kind", "times", "more", "public"),
    [
        ("instant", 0.95, 1, 1),
        ("date", 0.90, 1, 0.97),
        ("daypart", 0.95, 1, 1),
        ("window", 1, 1, 1),
        ("recurrence", 0.78, 1, 1),
    ],
)
def test_every_kind_of_time_is_understood(kind: str, times: float, more: float, public: float) -> None:
    for name, right in zip(FILES, (times, more, public), strict=True):
        assert share(name, "right", kind) >= right
        assert share(name, "wrong", kind) <= (0.024 if (name, kind) == ("times", "date") else 0)


class TestSentencesToAReminderBot:
    """What people type who want to be reminded, from all files."""

    asked = tuple(
        row
        for name in FILES
        for row in rows(name)
        if "expects" not in row and row["kind"] != "none" and ASKS & set(row["text"].lower().split())
    )

    def test_nearly_all_are_right_and_none_is_wrong(self) -> None:
        said = Counter(verdict(row, read_row(row)) for row in self.asked)
        assert said["right"] >= 0.98 * len(self.asked)
        assert said["wrong"] == 0

    def test_there_are_enough_of_every_kind(self) -> None:
        kinds = Counter(row["kind"] for row in self.asked)
        assert len(self.asked) >= 120
        assert {"instant", "date", "daypart", "recurrence"} <= kinds.keys()


class TestWhenItWas:
    """Answers to "when was it?", from all files."""

    answers = tuple(row for name in FILES for row in rows(name) if row.get("expects") == "past")

    def test_nearly_all_are_right_and_none_is_wrong(self) -> None:
        said = Counter(verdict(row, read_row(row)) for row in self.answers)
        assert len(self.answers) >= 250
        assert said["right"] >= 0.99 * len(self.answers)
        assert said["wrong"] == 0
