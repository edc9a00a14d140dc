"""The chat on a TTY: what the coach promised comes by itself, and what was being typed stays. Real processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.terminal.chat import PASSES_BY_ITSELF
from tests import warm
from tests.conversation import Conversation
from tests.terminal import Terminal
from tests.test_capture import ACME
from tests.test_chat import PROMPT, Screen
from tests.test_wait import BROKE_OFF, brought

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals exist on POSIX systems only")

AN_HOUR = 3600
ENTER, CTRL_D, LEFT = b"\r", b"\x04", b"\x1b[D"
OFFERED = "Leave it"
"""A choice of the nudge that comes three hours after somebody broke off."""


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@contextmanager
def typing(terminal: Terminal, *, at: bool, clock: Path | None = None) -> Iterator[Screen]:
    """A chat on a pseudo-terminal; with `at` its clock stands, with a file `clock` it is moved."""
    import pty
    import termios

    leader, follower = pty.openpty()
    termios.tcsetwinsize(leader, (50, 100))
    said = terminal.command[len(terminal.program) + 1 :]
    arguments = said if at else [part for part in said if part not in ("--at", terminal.at)]
    environment = {**terminal.environment, "TERM": "xterm"}
    if clock is not None:
        environment["REBOUND_CLOCK_FILE"] = str(clock)
    with warm.started(
        arguments, environment=environment, folder=terminal.folder, stdin=follower, stdout=follower, stderr=follower
    ) as chat:
        os.close(follower)
        screen = Screen(leader, chat)
        try:
            screen.shows(PROMPT)
            yield screen
        finally:
            if chat.poll() is None:
                chat.kill()
    os.close(leader)


def types(screen: Screen, *keys: bytes) -> None:
    for key in keys:
        os.write(screen.leader, key)


def leaves(screen: Screen) -> None:
    types(screen, CTRL_D)
    screen.shows("Your place is kept.")
    assert screen.program.wait(timeout=30) == 0


def broke_off_due_in(folder: Path, seconds: float) -> Terminal:
    """Somebody in whose chat a nudge comes so soon, by the machine's clock; it is day where they are."""
    now = SystemClock().now()
    hours = 12 - now.hour  # no quiet hours around noon
    zone = "Etc/UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"
    talk = Conversation(folder, zone=zone)
    talk.now = now - timedelta(hours=3) + timedelta(seconds=seconds)
    with closing(talk.store):
        talk.arrives().says(*BROKE_OFF)
    return Terminal(folder, zone=zone)


def unmoved(folder: Path) -> Path:
    """A file that moves the clock, and has not moved it yet."""
    clock = folder / "clock"
    clock.write_text("0")
    return clock


def test_a_nudge_appears_above_the_line_that_is_being_typed_and_the_line_survives(tmp_path: Path) -> None:
    terminal, clock = broke_off_due_in(tmp_path, AN_HOUR), unmoved(tmp_path)
    with typing(terminal, at=False, clock=clock) as screen:
        types(screen, b"ys", LEFT)
        screen.shows("> ys")
        clock.write_text(str(AN_HOUR))
        screen.shows(OFFERED)
        screen.shows("> ys")
        types(screen, b"e", ENTER)  # between the two letters: the cursor stood there
        screen.shows("Some of it")
        screen.shows(PROMPT)
        leaves(screen)
    assert brought(terminal) == ["nudge:unfinished"]


def test_nobody_need_type_for_a_nudge_to_come(tmp_path: Path) -> None:
    terminal, clock = broke_off_due_in(tmp_path, AN_HOUR), unmoved(tmp_path)
    with typing(terminal, at=False, clock=clock) as screen:
        clock.write_text(str(AN_HOUR))
        screen.shows(" —")
        screen.shows(OFFERED)
        screen.shows(PROMPT)
        leaves(screen)
    assert brought(terminal) == ["nudge:unfinished"]


def test_what_came_due_before_the_start_comes_at_the_start(tmp_path: Path) -> None:
    terminal = broke_off_due_in(tmp_path, -1)
    with typing(terminal, at=False) as screen:
        leaves(screen)
    assert brought(terminal) == ["nudge:unfinished"]


def test_with_a_standing_clock_wait_may_be_typed(terminal: Terminal) -> None:
    with typing(terminal, at=True) as screen:
        for line in (*BROKE_OFF, "/wait 18h"):
            types(screen, line.encode(), ENTER)
            screen.shows(PROMPT)
        assert screen.program.poll() is None
        types(screen, b"/wait 1h", ENTER)
        screen.shows("Nothing came.")
        screen.shows(PROMPT)
        leaves(screen)
    assert brought(terminal) == ["nudge:unfinished"]


def test_with_the_real_clock_wait_is_answered_in_one_sentence(terminal: Terminal) -> None:
    assert ". " not in PASSES_BY_ITSELF
    with typing(terminal, at=False) as screen:
        types(screen, b"/wait 18h", ENTER)
        screen.shows(PASSES_BY_ITSELF)
        screen.shows(PROMPT)
        leaves(screen)


def kills(screen: Screen) -> None:
    screen.program.send_signal(signal.SIGKILL)
    assert screen.program.wait(timeout=30) == -9


@pytest.mark.demand("P34")
def test_killed_before_its_hour_and_after_it_a_nudge_comes_once(tmp_path: Path) -> None:
    terminal, clock = broke_off_due_in(tmp_path, AN_HOUR), unmoved(tmp_path)
    with typing(terminal, at=False, clock=clock) as screen:
        kills(screen)
    clock.write_text(str(AN_HOUR))
    with typing(terminal, at=False, clock=clock) as screen:
        kills(screen)
    with typing(terminal, at=False, clock=clock) as screen:
        leaves(screen)
    assert brought(terminal) == ["nudge:unfinished"]


@pytest.mark.long
def test_a_nudge_in_one_minute_comes_after_one_minute(terminal: Terminal) -> None:
    with typing(terminal, at=False) as screen:
        for line in (ACME, "8"):
            types(screen, line.encode(), ENTER)
            screen.shows(PROMPT)
        asked = SystemClock().now()
        types(screen, b"remind me in 1 minute", ENTER)
        screen.shows(PROMPT)
        types(screen, b"hal")
        screen.shows(OFFERED, within=90)
        came = SystemClock().now()
        assert came.second < 10, "it comes as the minute begins"
        assert timedelta() < came - asked < timedelta(seconds=75)
        screen.shows("> hal")
        types(screen, *[b"\x7f"] * 3)
        leaves(screen)
    assert brought(terminal) == ["nudge:unfinished"]
