"""`rebound doctor`: each fault is named with its remedy, in one sentence, and nothing is changed or shown."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import checks
from bot.__main__ import main
from bot.doctor import findings
from core.errors import StoreError
from core.store import KeyFile, open_store
from core.store.backup import back_up
from core.store.copies import NAME
from tests.backed_up import erase, fill, told
from tests.stores import ADA, NOW
from tests.terminal import ROOT

LATER = NOW + timedelta(hours=3)
posix = pytest.mark.skipif(os.name != "posix", reason="file modes and mounts are a matter of POSIX systems")


class Desk:
    """The operator's machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "data" / "rebound.db"
        self.key = KeyFile(folder / "key" / "master.key")
        self.backups = self.database.parent / "backups"
        self.now = LATER

    def is_used(self) -> None:
        """Two people have talked, and there is a backup."""
        fill(self.database, key=self.key)
        back_up(self.database, self.backups, keep=7, now=NOW)

    def wrong(self) -> dict[str, str]:
        """What is wrong, by the name of the check; each a finished sentence."""
        found = list(findings(self.now))
        assert len({one.name for one in found}) == len(found)
        for one in found:
            assert one.is_fine or (one.says.endswith(".") and "\n" not in one.says), one
        return {one.name: one.says for one in found if not one.is_fine}

    def fine(self) -> dict[str, str]:
        return {one.name: one.says for one in findings(self.now) if one.is_fine}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in os.environ:
        if name.startswith(("REBOUND_", "SLACK_", "DISCORD_")):
            monkeypatch.delenv(name)
    desk = Desk(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REBOUND_DATABASE", str(desk.database))
    monkeypatch.setenv("REBOUND_KEY_FILE", str(desk.key.path))
    return desk


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm"}


def test_before_the_first_start_all_is_well_and_nothing_is_created(desk: Desk) -> None:
    assert desk.wrong() == {}
    assert tree(desk.folder) == {}


def test_a_coach_in_use_is_well_and_stays_as_it_is(desk: Desk) -> None:
    desk.is_used()
    before = tree(desk.folder)
    assert desk.wrong() == {}
    assert "2 people" in desk.fine()["database"]
    assert "2 people" in desk.fine()["key"]
    assert tree(desk.folder) == before


def test_a_running_coach_is_not_disturbed(desk: Desk) -> None:
    desk.is_used()
    with closing(open_store(desk.database, desk.key)) as store:
        assert desk.wrong() == {}
        erase(store, ADA)
        assert desk.wrong() == {}


@pytest.mark.usefixtures("desk")
def test_as_a_command_it_ends_with_1_only_if_something_is_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "wrong_clock", lambda *_: None)
    assert main(["doctor"]) == 0
    assert "ok     Python: 3." in capsys.readouterr().out
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1-secret")
    assert main(["doctor", "--json"]) == 1
    printed = capsys.readouterr().out
    told = json.loads(printed)
    assert told["ok"] is False
    assert [one["name"] for one in told["checks"] if not one["ok"]] == ["Slack"]
    assert "1-secret" not in printed


@pytest.mark.parametrize(
    ("tokens", "name", "sentence"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-s3cret"}, "Slack", "SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-s3cret"}, "Slack", "SLACK_BOT_TOKEN is missing"),
        ({"SLACK_SIGNING_SECRET": "s3cret"}, "Slack", "SLACK_BOT_TOKEN is missing"),
        ({"SLACK_CLIENT_ID": "s3cret"}, "Slack", "SLACK_CLIENT_SECRET"),
        ({"SLACK_BOT_TOKEN": "xapp-s3cret", "SLACK_APP_TOKEN": "xoxb-s3cret"}, "Slack", "begins with xoxb-"),
        ({"SLACK_HTTP_PORT": "http"}, "Slack", "SLACK_HTTP_PORT does not fit"),
        ({"DISCORD_TOKEN": "s3cret"}, "Discord", "three parts"),
        ({"DISCORD_TOKEN": "Bot a.b.s3cret"}, "Discord", "three parts"),
    ],
)
def test_half_set_tokens_are_named_and_never_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tokens: dict[str, str], name: str, sentence: str
) -> None:
    for setting, value in tokens.items():
        monkeypatch.setenv(setting, value)
    wrong = desk.wrong()
    assert sentence in wrong[name]
    assert "s3cret" not in str(wrong)


def test_a_line_of_env_that_sets_nothing_is_told_once(desk: Desk) -> None:
    (desk.folder / ".env").write_text("REBOUND_LOG\n", encoding="utf-8")
    assert [*desk.wrong()] == ["settings"]
    assert "Line 1 of .env sets nothing" in desk.wrong()["settings"]


def test_a_discord_that_cannot_be_reached_is_said_and_hides_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a.b.c")
    monkeypatch.setenv("DISCORD_API_URL", "http://127.0.0.1:9/api/v10")
    wrong = desk.wrong()
    assert {*wrong} == {"Discord application"}
    assert "cannot be reached" in wrong["Discord application"]


def test_a_port_that_is_taken_is_named_unless_the_coach_itself_has_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("REBOUND_HEALTH_PORT", str(other.getsockname()[1]))
        assert "REBOUND_HEALTH_PORT" in desk.wrong()["ports"]
        with closing(open_store(desk.database, desk.key)):
            assert desk.wrong() == {}
    assert desk.wrong() == {}


def test_a_misspelt_setting_is_named_with_the_one_that_may_be_meant(desk: Desk) -> None:
    (desk.folder / ".env").write_text("REBOUND_COMUNITY=x.toml\n")
    assert "REBOUND_COMMUNITY may be meant" in desk.wrong()["settings"]


@posix
def test_an_env_file_with_secrets_that_others_may_read_is_named(desk: Desk) -> None:
    env = desk.folder / ".env"
    env.write_text("DISCORD_TOKEN=a.b.c\nDISCORD_API_URL=http://127.0.0.1:9/api/v10\n")
    env.chmod(0o644)
    assert "chmod 600 .env" in desk.wrong()["settings"]
    env.chmod(0o600)
    assert "settings" not in desk.wrong()


def test_a_wrong_setting_does_not_hide_the_rest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_LOG", "loud")
    monkeypatch.setenv("DISCORD_TOKEN", "x")
    assert {*desk.wrong()} == {"settings", "Discord"}


def test_another_key_and_a_lost_one_are_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.is_used()
    away = desk.key.path.rename(desk.folder / "away")
    assert "put it back from your own copy" in desk.wrong()["key"]
    assert not desk.key.path.exists()
    monkeypatch.setenv("REBOUND_KEY", "a1" * 32)
    assert "not the one" in desk.wrong()["key"]
    monkeypatch.delenv("REBOUND_KEY")
    away.rename(desk.key.path)
    desk.key.path.chmod(0o644)
    if os.name == "posix":
        assert "chmod 600" in desk.wrong()["key"]


def test_a_lost_key_store_is_named(desk: Desk) -> None:
    desk.is_used()
    Path(f"{desk.database}.keys").unlink()
    assert f"copy {NAME}" in desk.wrong()["key"]


def test_a_missing_or_old_backup_is_named(desk: Desk) -> None:
    fill(desk.database, key=desk.key)
    assert "There is no backup yet; run `rebound backup`" in desk.wrong()["backups"]
    back_up(desk.database, desk.backups, keep=7, now=NOW)
    assert desk.wrong() == {}
    desk.now = NOW + timedelta(days=3)
    assert "The last backup is of 20 November 2026" in desk.wrong()["backups"]


def test_a_backup_out_of_reach_or_with_an_erased_persons_key_is_named(desk: Desk) -> None:
    desk.is_used()
    old = (desk.backups / NAME).read_bytes()
    with closing(open_store(desk.database, desk.key)) as store:
        erase(store, ADA)
    assert desk.wrong() == {}
    (desk.backups / NAME).write_bytes(old)  # somebody put an old copy back
    assert "somebody who was erased" in desk.wrong()["backups"]
    desk.backups.rename(desk.folder / "unplugged")
    assert "connect its disk" in desk.wrong()["backups"]


def test_a_clock_that_cannot_be_right_is_named(desk: Desk) -> None:
    desk.is_used()
    desk.now = NOW - timedelta(days=2)
    assert "the last turn was taken on 20 November 2026" in desk.wrong()["clock"]
    desk.now = datetime(1970, 1, 1, 0, 3, tzinfo=UTC)
    assert "before this version was made" in desk.wrong()["clock"]


def test_the_oldest_zone_data_that_will_do_are_the_pinned_ones() -> None:
    pinned = (ROOT / "pyproject.toml").read_text("utf-8").split("tzdata>=", 1)[1].split('"', 1)[0]
    year, number = pinned.split(".")
    assert f"{year}{'abcdefghij'[int(number) - 1]}" == checks.ZONE_DATA
    assert checks.old_zone_data() is None


@pytest.mark.parametrize("fault", ["garbage", "page", "newer", "another program", "folder", "locked"])
def test_what_is_wrong_with_the_database_is_named(desk: Desk, fault: str) -> None:
    fill(desk.database, key=desk.key, turns=60)
    data = bytearray(desk.database.read_bytes())
    other = sqlite3.connect(":memory:")
    match fault:
        case "garbage":
            desk.database.write_bytes(b"Dear diary, " * 1000)
        case "page":
            data[4096 * 5 :] = b"\xff" * (len(data) - 4096 * 5)
            desk.database.write_bytes(data)
        case "newer":
            with closing(sqlite3.connect(desk.database)) as db, db:
                db.execute("UPDATE _sqlite_migrations SET name = '99-later' WHERE name = '2-due'")
        case "another program":
            desk.database.unlink()
            with closing(sqlite3.connect(desk.database)) as db, db:
                db.execute("CREATE TABLE recipe (name TEXT)")
        case "folder":
            desk.database.unlink()
            desk.database.mkdir()
        case _:
            other = sqlite3.connect(desk.database, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
    wrong = desk.wrong()
    other.close()
    said = {
        "garbage": "is not a database",
        "page": "is damaged; restore the latest backup",
        "newer": "newer version of Rebound",
        "another program": "tables of another program",
        "folder": "is a folder; name a file",
        "locked": "Another program holds",
    }[fault]
    assert said in wrong.get("database", "") + wrong.get("integrity", "")


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser may mount")
@pytest.mark.parametrize("fault", ["full", "small", "read-only"])
def test_a_disk_that_is_full_small_or_read_only_is_named(desk: Desk, fault: str) -> None:
    disk = desk.database.parent
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=False).returncode:  # noqa: S607
        pytest.skip("nothing may be mounted here")
    try:
        desk.is_used()
        if fault == "full":
            with suppress(OSError), (disk / "films").open("wb") as films:
                films.write(b"\0" * 2**21)
        if fault == "read-only":
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
        said = {"full": "no room left", "small": "make room", "read-only": "cannot be written"}[fault]
        assert said in desk.wrong()["disk"]
        if fault != "small":  # and the start says the same
            with (
                pytest.raises(StoreError, match=r"no room left|cannot be (written|opened)"),
                closing(open_store(desk.database, desk.key)) as store,
            ):
                told(store, ADA, 3)
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


def test_it_runs_as_a_program(desk: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "doctor", "--json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=desk.folder,
    )
    assert {one["name"] for one in json.loads(done.stdout)["checks"]} == {one.name for one in findings(desk.now)}
    assert done.stderr == ""
