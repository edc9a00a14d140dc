"""The clock that a file moves: what it takes, whom it refuses, and a whole process taken through the days with it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from bot import clock as clocks
from bot.alarm import Alarm
from bot.clock import MovedClock, SystemClock, ticking
from core.errors import ReboundError
from tests.terminal import Terminal
from tests.test_capture import ACME
from tests.test_chat import PROMPT, Screen, one_sentence
from tests.test_typed import ENTER, leaves, types, typing
from tests.test_wait import brought

NOTICED_WITHIN = 2.5
"""Seconds; a clock is read each second and looked at each second."""


def ahead(clock: MovedClock) -> timedelta:
    """By how much it is ahead, to the second."""
    return timedelta(seconds=round((clock.now() - SystemClock().now()).total_seconds()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "clock"
    file.write_text("0\n", "ascii")
    return file


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let seconds pass for the one who counts when to read again."""
    passed = 0.0

    def pass_(seconds: float) -> None:
        nonlocal passed
        passed += seconds

    monkeypatch.setattr(clocks, "monotonic", lambda: passed)
    return pass_


@pytest.mark.parametrize(
    ("text", "seconds"), [("0", 0), ("3600\n", 3600), (" -86400 ", -86400), ("+90", 90), ("5.5", 5.5)]
)
def test_the_clock_is_moved_by_the_seconds_in_the_file(file: Path, text: str, seconds: float) -> None:
    file.write_text(text)
    assert MovedClock(file).offset == timedelta(seconds=seconds)


def test_the_file_is_read_again_each_second_and_not_more_often(file: Path, passes: Callable[[float], None]) -> None:
    clock = MovedClock(file)
    file.write_text("86400")
    passes(0.9)
    assert ahead(clock) == timedelta()
    passes(0.1)
    assert ahead(clock) == timedelta(days=1)
    file.write_text("-60")
    passes(1)
    assert ahead(clock) == timedelta(minutes=-1)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "which is empty"),
        (" \n", "which is empty"),
        ("tomorrow", "no plain number"),
        ("nan", "no plain number"),
        ("inf", "no plain number"),
        ("1e9", "no plain number"),
        ("١٢", "no plain number"),
        ("9" * 12, "more than a hundred years"),
        ("9" * 400, "no plain number"),
    ],
)
def test_a_file_without_an_offset_ends_the_start_with_one_sentence(file: Path, text: str, complaint: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(ReboundError, match=complaint) as refused:
        MovedClock(file)
    assert str(refused.value).count(". ") == 0
    assert str(file) in str(refused.value)


def test_a_file_that_is_no_text_or_no_file_ends_the_start(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    for strange in (file, file.parent):
        with pytest.raises(ReboundError, match="which cannot be read"):
            MovedClock(strange)


@pytest.mark.parametrize("broken", [b"", b"soon", b"\xff", None])
def test_a_file_that_breaks_later_leaves_the_last_offset_and_is_logged_once(
    file: Path, broken: bytes | None, passes: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    file.write_text("3600")
    clock = MovedClock(file)
    if broken is None:
        file.unlink()
    else:
        file.write_bytes(broken)
    for _ in range(5):
        passes(1)
        assert ahead(clock) == timedelta(hours=1)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    file.write_text("7200")
    passes(1)
    assert ahead(clock) == timedelta(hours=2)
    file.unlink()
    passes(1)
    assert ahead(clock) == timedelta(hours=2)
    assert len(caplog.records) == 2, "broken again is said again"


LOOPBACK = ("http://127.0.0.1:8080/api/", "http://localhost:1", "ws://[::1]:9/gateway", "https://127.8.9.1/")
ELSEWHERE = (
    "https://slack.com/api/",
    "http://10.0.0.7/",
    "http://0.0.0.0:80/",
    "http://localhost.example.com/",
    "http://127.0.0.1@slack.com/",
    "http://slack.com\\@127.0.0.1/",
    "127.0.0.1:80",
    "http://[::1",
    "nonsense",
)


def test_addresses_of_this_machine_are_taken(file: Path) -> None:
    assert isinstance(ticking(file, LOOPBACK), MovedClock)
    assert isinstance(ticking(file, ()), MovedClock)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_one_address_that_leads_off_the_machine_is_refused(file: Path, address: str) -> None:
    with pytest.raises(ReboundError, match="leads off it") as refused:
        ticking(file, (*LOOPBACK, address))
    assert address in str(refused.value)
    assert str(refused.value).count(". ") == 0


def test_without_a_file_any_address_will_do_and_the_clock_is_the_machines() -> None:
    assert type(ticking(None, ELSEWHERE)) is SystemClock


@pytest.mark.parametrize("setting", ["SLACK_API_URL", "DISCORD_API_URL", "DISCORD_GATEWAY_URL"])
def test_the_program_refuses_the_file_for_each_of_the_addresses(tmp_path: Path, file: Path, setting: str) -> None:
    terminal = Terminal(tmp_path, settings={"REBOUND_CLOCK_FILE": str(file), setting: "https://api.example.com/"})
    result = terminal.hears()
    assert result.returncode == 1
    assert "leads off it" in one_sentence(result)
    assert not terminal.database.exists()


def test_the_program_ends_at_the_start_when_the_file_is_missing(tmp_path: Path) -> None:
    result = Terminal(tmp_path, settings={"REBOUND_CLOCK_FILE": str(tmp_path / "nowhere")}).hears()
    assert result.returncode == 1
    assert "which does not exist" in one_sentence(result)


# --- the alarm ---


class Hour:
    """One due instant by a clock, and when that clock showed what as it rang."""

    def __init__(self, clock: MovedClock, due: datetime) -> None:
        self.clock = clock
        self.due: datetime | None = due
        self.looked = 0
        self.rang = threading.Event()

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        return self.due if self.due is not None and (after is None or self.due > after) else None

    def ring(self) -> None:
        self.looked += 1
        if self.due is not None and self.due <= self.clock.now():
            self.due = None
            self.rang.set()


@contextmanager
def alarm(hour: Hour) -> Iterator[Alarm]:
    alarm = Alarm(BackgroundScheduler(timezone=UTC), hour, hour.clock, hour.ring, heartbeat=timedelta(hours=1))
    alarm.start()
    try:
        yield alarm
    finally:
        alarm.stop()


def test_what_is_due_by_the_moved_clock_rings_soon_after_it_is_moved(file: Path) -> None:
    clock = MovedClock(file)
    hour = Hour(clock, clock.now() + timedelta(hours=18))
    with alarm(hour):
        assert not hour.rang.wait(0.2)
        file.write_text(str(18 * 3600 + 1))
        assert hour.rang.wait(NOTICED_WITHIN)


def test_an_hour_is_waited_for_by_the_moved_clock_and_not_by_the_machines(file: Path) -> None:
    file.write_text(str(-7 * 86400))
    clock = MovedClock(file)
    hour = Hour(clock, clock.now() + timedelta(seconds=0.3))
    with alarm(hour):
        assert hour.rang.wait(NOTICED_WITHIN)
        assert hour.looked == 1, "neither too early nor again and again"


def test_a_clock_moved_back_makes_it_wait_again(file: Path) -> None:
    file.write_text("3600")
    clock = MovedClock(file)
    hour = Hour(clock, clock.now() + timedelta(seconds=4))
    with alarm(hour):
        file.write_text("0")
        assert not hour.rang.wait(5)
        file.write_text("3601")
        assert hour.rang.wait(NOTICED_WITHIN)


# --- a whole process ---


class MovedTerminal(Terminal):
    """A terminal whose clock a file moves."""

    @property
    def file(self) -> Path:
        return self.folder / "clock"

    @property
    def environment(self) -> dict[str, str]:
        return {**super().environment, "REBOUND_CLOCK_FILE": str(self.file)}

    def moves(self, at: datetime) -> None:
        """Set the clock to an instant."""
        self.file.write_text(str((at - SystemClock().now()).total_seconds()))


TOLD = (
    ACME, "8", "some of it", "only that", "how do you find duplicates in a table",
    "I would group by the columns and keep the counts above one.", "skip", "nothing", "yes",
    "i may write", "by friday", "Mrs Zulu asked it", "e-mail", "show me now", "sent", "tomorrow",
)  # fmt: skip
"""A whole first conversation."""


def says(screen: Screen, *lines: str) -> None:
    for line in lines:
        types(screen, line.encode(), ENTER)
        screen.shows(PROMPT)


def test_a_running_chat_is_taken_through_the_arc_in_seconds(tmp_path: Path) -> None:
    terminal = MovedTerminal(tmp_path)
    terminal.moves(datetime(2026, 11, 24, 10, 40, tzinfo=UTC))
    with typing(terminal, at=False) as screen:
        says(screen, *TOLD)
        for day, hour, name in ((25, 7, "Wednesday 25 November"), (31, 7, "Tuesday 1 December")):
            began = time.monotonic()
            terminal.moves(datetime(2026, 11, 1, hour, 0, 1, tzinfo=UTC) + timedelta(days=day - 1))
            screen.shows(f"— {name}, 9:00 —", within=10)
            assert time.monotonic() - began < 5
        terminal.moves(datetime(2026, 12, 1, 16, 30, 1, tzinfo=UTC))
        screen.shows("— Tuesday 1 December, 18:30 —", within=10)
        screen.shows(PROMPT)
        leaves(screen)
    assert brought(terminal) == ["nudge:judge", "nudge:check-in-1", "nudge:let-go"]


def test_a_clock_moved_back_brings_nothing_a_second_time(tmp_path: Path) -> None:
    terminal = MovedTerminal(tmp_path)
    terminal.moves(datetime(2026, 11, 24, 10, 40, tzinfo=UTC))
    with typing(terminal, at=False) as screen:
        says(screen, *TOLD)
        for _ in range(2):
            terminal.moves(datetime(2026, 11, 25, 7, 0, 1, tzinfo=UTC))
            time.sleep(NOTICED_WITHIN)
            terminal.moves(datetime(2026, 11, 24, 19, 0, tzinfo=UTC))
            time.sleep(NOTICED_WITHIN)
        leaves(screen)
    assert brought(terminal) == ["nudge:judge"]
