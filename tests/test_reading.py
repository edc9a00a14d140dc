"""`rebound read`: what was understood, a line at a time."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.reading import Ask, read_all
from core.understanding.areas import Area
from core.understanding.commands import Command
from tests.case_files import hostile

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "docs" / "reading.md").read_text("utf-8")
LUSAKA = Ask("", "2026-11-24T12:40", "Africa/Lusaka")


def readings(*lines: str | bytes) -> list[dict[str, Any]]:
    """The answers to some lines, on a Tuesday at 12:40 in Lusaka."""
    out = io.StringIO()
    read_all([line if isinstance(line, bytes) else f"{line}\n".encode() for line in lines], out, LUSAKA)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def reading(line: str | bytes) -> dict[str, Any]:
    (only,) = readings(line)
    return only


def test_the_example_in_the_docs_is_what_is_printed() -> None:
    shown = re.search(r"<!-- read: (?P<options>.*) -->\n```\n(?P<lines>.*?)```", DOCS, re.DOTALL)
    assert shown is not None
    lines = shown["lines"].splitlines()
    typed = "".join(f"{line.removeprefix('> ')}\n" for line in lines if line.startswith("> "))
    command = [sys.executable, "-m", "bot", "read", *shown["options"].split()]
    told = subprocess.run(command, input=typed, capture_output=True, text=True, cwd=ROOT, check=True)
    assert told.stdout.splitlines() == [line for line in lines if not line.startswith("> ")]
    assert told.stderr == ""


def test_a_line_may_be_a_text_a_json_string_or_an_object() -> None:
    one, two, three = readings("sent it", '"sent it"', '{"text": "sent it"}')
    assert one == two == three
    assert one["command"] == "sent"


def test_the_side_a_question_looks_to_decides_which_friday_it_is() -> None:
    past, ahead = readings('{"text": "friday", "expects": "past"}', '{"text": "friday", "expects": "future"}')
    assert past["time"]["at"] == "2026-11-20"
    assert ahead["time"]["at"] == "2026-11-27"


def test_with_no_side_named_a_time_that_has_been_is_told_where_there_is_none_ahead() -> None:
    assert reading("it was yesterday at 2pm")["time"]["at"] == "2026-11-23T14:00"


def test_a_line_has_its_own_time_and_zone() -> None:
    line = {"text": "in two hours", "at": "2026-03-29T00:30", "zone": "Europe/London"}
    assert reading(json.dumps(line))["time"]["at"] == "2026-03-29T03:30"


def test_a_time_on_the_clock_carries_its_other_readings() -> None:
    assert [other["at"] for other in reading("tomorrow at 8")["time"]["also"]] == ["2026-11-25T20:00"]


def test_a_part_of_a_day_has_an_end_and_a_repetition_its_rule() -> None:
    part, weekly = readings("tomorrow morning", "every monday at 9am")
    assert part["time"]["until"] == "2026-11-25T12:00"
    assert weekly["time"]["rule"] == {"freq": "weekly", "interval": 1, "byday": ["MO"], "time": "09:00"}


@pytest.mark.parametrize(
    "text", ["yes they asked about the gap and i froze", "no one greeted me", "go on", "I stopped talking"]
)
def test_what_is_no_command_of_its_own_is_null(text: str) -> None:
    assert reading(text)["command"] is None


def test_a_command_tells_nothing_of_the_interview() -> None:
    asked, told = readings("remind me on friday at 18:30", "it ended on friday at 18:30")
    assert asked["facts"] == {}
    assert told["facts"]["interview-on"] == "2026-11-20"


def test_danger_and_areas_are_named_as_documented() -> None:
    documented = set(re.findall(r"[\w-]+", DOCS))
    assert {area.value for area in Area} <= documented
    assert {command.value for command in Command} - {"resume", "known"} <= documented
    assert reading("i want to end my life")["danger"] == "crisis"
    assert reading("my brother tried to end his life last week")["danger"] == "concern"
    assert reading("that interview killed me")["danger"] is None


@pytest.mark.parametrize(
    "line",
    ['{"text": 3}', '{"note": "x"}', '{"text": "x", "zone": 3}', '{"text": "x", "expects": "never"}', '{"text": "x", "at": "noon"}',
     '{"text": "x", "zone": "Mars/Phobos"}'],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_answered_with_a_sentence_and_the_next_is_read(line: str) -> None:
    wrong, right = readings(line, "hello")
    assert list(wrong) == ["error"]
    assert wrong["error"].endswith(".")
    assert right["command"] == "greet"


@pytest.mark.parametrize(
    "line", [b"\n", b"{oops\n", b"\xff\xfe broken\n", b'"\\ud800"\n', b"[1]\n", b"no newline at the end"]
)
def test_every_line_has_one_answer(line: bytes) -> None:
    assert "text" in reading(line)


def test_every_hostile_text_has_one_answer_on_one_line() -> None:
    texts = hostile()
    assert len(readings(*(json.dumps(text) for text in texts))) == len(texts)


@pytest.mark.parametrize("options", [["--zone", "Mars/Phobos"], ["--at", "noon"]])
def test_a_wrong_option_is_refused_in_a_sentence_before_anything_is_read(options: list[str]) -> None:
    command = [sys.executable, "-m", "bot", "read", *options]
    told = subprocess.run(command, input="", capture_output=True, text=True, cwd=ROOT, check=False)
    assert told.returncode == 1
    assert told.stderr.startswith("rebound: ")
    assert "Traceback" not in told.stderr
