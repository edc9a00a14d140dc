"""The backup of the day, as the running coach makes it, and what a start says of a wrong clock."""

from __future__ import annotations

import logging
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot import backups
from bot.clock import StandingClock
from bot.config import Settings
from core.store import KeyFile, open_store
from core.store.backup import made_in
from tests.backed_up import fill, told
from tests.stores import ADA, NOW
from tests.terminal import Terminal


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REBOUND_DATABASE", str(tmp_path / "data" / "rebound.db"))
    monkeypatch.setenv("REBOUND_KEY_FILE", str(tmp_path / "master.key"))
    return Settings()


def test_asked_each_hour_for_ten_days_it_makes_one_a_day_and_keeps_seven(settings: Settings) -> None:
    clock, made = StandingClock(NOW), []
    key = KeyFile(settings.key_file)
    fill(settings.database, key=key)
    with closing(open_store(settings.database, key)) as store:
        for hour in range(240):
            clock.instant = NOW + timedelta(hours=hour)
            if (path := backups.daily(settings, clock)) is not None:
                made.append(path)
                told(store, ADA, 2 + len(made))
    assert len(made) == 10
    assert made_in(settings.backups_folder) == made[-7:]


def test_a_backup_from_a_wrong_clock_in_the_future_does_not_stand_for_todays(settings: Settings) -> None:
    fill(settings.database, key=KeyFile(settings.key_file))
    backups.back_up(settings, NOW + timedelta(days=900))
    assert backups.daily(settings, StandingClock(NOW)) is not None
    assert backups.daily(settings, StandingClock(NOW + timedelta(hours=1))) is None


def test_what_is_in_the_way_is_logged_as_a_sentence_and_tried_again(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    clock = StandingClock(NOW)
    assert backups.daily(settings, clock) is None
    assert "The backup of the day was not made. There is no journal at" in caplog.text
    fill(settings.database, key=KeyFile(settings.key_file))
    assert backups.daily(settings, clock) is not None


def test_a_clock_that_is_wrong_is_named_at_the_start(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    program = (
        "import sys; from datetime import datetime, UTC; from bot import checks; from bot.__main__ import main;"
        "checks.RELEASED = datetime(2999, 1, 1, tzinfo=UTC); raise SystemExit(main(['chat']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=b"",
        capture_output=True,
        env=terminal.environment,
        cwd=tmp_path,
        check=False,
    )
    assert b"which is before this version was made; set the date and time of this machine" in done.stderr
    assert done.returncode == 0
