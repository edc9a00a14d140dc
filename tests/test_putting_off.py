"""How long something is put off, or everything held back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.turn import putting_off
from core.understanding import read

_NOW = datetime(2026, 11, 24, 12, 40, tzinfo=ZoneInfo("Africa/Lusaka"))  # a Tuesday


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("quiet for 3 days please", "2026-11-27T12:40"),
        ("no messages for a week", "2026-12-01T12:40"),
        ("stop messaging me for a month", "2026-12-24T12:40"),
        ("mute for 2 hours", "2026-11-24T14:40+02:00"),
        ("pause until monday", "2026-11-30T09:00"),
        ("hold everything until next week", "2026-11-30T09:00"),
        ("stay quiet this weekend pls", "2026-11-30T09:00"),
        ("no messages today", "2026-11-25T09:00"),
        ("don't message me tonight", "2026-11-25T09:00"),
    ],
)
def test_a_pause_lasts_as_long_as_it_was_asked_for(text: str, end: str) -> None:
    assert putting_off.till(read(text), _NOW) == f"later {end}"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("snooze 1 hour", "2026-11-24T13:40+02:00"),
        ("10 more minutes", "2026-11-24T12:50+02:00"),
        ("push it back an hour", "2026-11-24T13:40+02:00"),
        ("give me half an hour", "2026-11-24T13:10+02:00"),
        ("push it by a day", "2026-11-25T12:40"),
    ],
)
def test_a_stretch_is_counted_from_now(text: str, at: str) -> None:
    assert putting_off.so_long(read(text), _NOW) == f"later {at}"


@pytest.mark.parametrize("text", ["pause", "i need a break", "put everything on hold", "snooze"])
def test_without_a_stretch_there_is_no_end(text: str) -> None:
    assert putting_off.till(read(text), _NOW) is None
    assert putting_off.so_long(read(text), _NOW) is None
