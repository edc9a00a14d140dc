"""Whole stories through the real program: what was announced arrives at the announced hour, and nothing else does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.test_chat import said

FOLDER = Path(__file__).parent / "stories"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
HEADING = re.compile(r"^— (.+) —$", re.MULTILINE)
ANNOUNCED = re.compile(r"\b(\w+day \d+ \w+, \d+:\d\d)(?:: |[.]| and\b)")
PAUSE = re.compile(r"three hours|3 hours|ask once, on|one reminder comes")


@dataclass
class Step:
    """One line typed, and what is expected of what follows it."""

    typed: str
    arrives: list[str] | None = None
    """The headings, in order; None where nothing is said about them."""
    has: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Story:
    """A story as it is written down."""

    at: str
    zone: str
    steps: list[Step]


def written(name: str) -> Story:
    at = zone = ""
    steps: list[Step] = []
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        match mark:
            case "" | "#":
                continue
            case "at":
                at, zone = rest.split()
            case ">":
                steps.append(Step(rest))
            case "=":
                steps[-1].arrives = (steps[-1].arrives or []) + ([] if rest == "nothing" else [rest])
            case "~":
                steps[-1].has.append(rest)
            case "!":
                steps[-1].lacks.append(rest)
            case _:
                raise AssertionError(f"{name}: {line!r} is no line of a story; see stories/README.md.")
    return Story(at, zone, steps)


def replies(terminal: Terminal, story: Story) -> list[str]:
    """What is heard after each line, marked by a line that the program itself refuses."""
    marker = "/mark"
    typed = [line for step in story.steps for line in (step.typed, marker)]
    heard = said(terminal.hears(marker, *typed))
    refused = next(line for line in heard.splitlines() if "There is no command /mark" in line)
    _, *parts, _ = heard.split(refused)
    return parts


Played = list[tuple[Step, str]]
"""Each step with what was heard after it."""


@pytest.fixture(scope="module", params=NAMES)
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    story = written(request.param)
    terminal = Terminal(tmp_path_factory.mktemp("story"), story.at, story.zone)
    return list(zip(story.steps, replies(terminal, story), strict=True))


def test_a_story_goes_as_it_is_written_down(played: Played) -> None:
    for step, heard in played:
        if step.arrives is not None:
            assert HEADING.findall(heard) == step.arrives, step.typed
        for words in step.has:
            assert words in heard, f"{step.typed!r} is answered by: {heard}"
        for words in step.lacks:
            assert words not in heard, f"{step.typed!r} is answered by: {heard}"


def test_whatever_arrives_was_announced_with_its_day_and_hour(played: Played) -> None:
    announced: set[str] = set()
    may_ask = 0
    """How many broken-off conversations may be asked about: announced with the first reply, once."""
    for step, heard in played:
        before, *pieces = HEADING.split(heard)
        announced |= set(ANNOUNCED.findall(before))
        may_ask += bool(PAUSE.search(before))
        for heading, message in zip(pieces[::2], pieces[1::2], strict=True):
            if heading not in announced and may_ask:
                may_ask -= 1
            else:
                assert heading in announced, f"{heading} after {step.typed!r}"
            announced |= set(ANNOUNCED.findall(message))


def test_there_are_ten_stories_or_more() -> None:
    assert len(NAMES) >= 10
