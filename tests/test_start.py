"""What a start leaves for later, and what it does not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.rehearsal import rehearse
from core import understanding
from core.understanding import phrases
from core.understanding.expressions import expression
from core.wording import load
from tests.terminal import Terminal


def test_an_expression_finds_what_its_pattern_finds() -> None:
    late, now = expression(r"(\d+) min", re.IGNORECASE), re.compile(r"(\d+) min", re.IGNORECASE)
    for _ in range(2):  # when it is compiled, and after
        assert late.findall("5 min, 6 MIN") == now.findall("5 min, 6 MIN") == ["5", "6"]
        assert late.sub("x", "5 Min") == now.sub("x", "5 Min") == "x"
        assert late.pattern == now.pattern


def test_all_that_is_looked_for_can_be_looked_for() -> None:
    understanding.make_ready()


def test_no_text_needs_a_book_that_was_not_made_ready() -> None:
    understanding.make_ready()
    ready = len(phrases.BOOKS)
    understanding.read("they said it went badly and i want to die. when do i send the note, and where are my notes?")
    understanding.areas.read("my answers were bad, i was nervous and did not like the pay")
    assert len(phrases.BOOKS) == ready


def test_before_anybody_is_listened_to_a_conversation_is_rehearsed_without_a_fault(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rehearse(load())
    assert not caplog.records


def test_a_command_that_reads_no_text_compiles_nothing_that_texts_are_searched_for(tmp_path: Path) -> None:
    asked = (
        "from bot.__main__ import main; code = main(['dead-letters'])\n"
        "from core.understanding.expressions import MADE\n"
        "print(code, sum('compiled' in vars(made) for made in MADE))"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path,
        env=Terminal(tmp_path).environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout == "1 0\n"
