"""The operator's commands as processes of their own, on the files of a coach that people have talked to."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.store import KeyText
from core.store.copies import NAME
from tests.backed_up import without
from tests.stores import OTHER_KEY
from tests.terminal import Terminal

PHRASE = "I called Mrs Phiri by the wrong name twice and then I laughed"
STORY = ("i froze at Lakeside Clinic on the excel question today", PHRASE, "8", PHRASE, "one moment", PHRASE)


@dataclass(frozen=True)
class Office(Terminal):
    """A terminal, and the operator beside it."""

    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        found = {**super().environment, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary), **self.settings}
        return {name: value for name, value in found.items() if value}

    @property
    def backups(self) -> list[Path]:
        return sorted((self.database.parent / "backups").glob("*.db"))

    def runs(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """One command to its end, which is never a traceback."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            capture_output=True,
            text=True,
            env=self.environment,
            cwd=self.folder,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def does(self, *arguments: str | Path) -> str:
        """A command that goes well; what it says."""
        done = self.runs(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *arguments: str | Path) -> str:
        """A command that does not; the one sentence that it says."""
        done = self.runs(*arguments)
        assert done.returncode == 1, done.stdout
        assert done.stdout == ""
        assert re.fullmatch(r"rebound: .*\.\n", done.stderr), done.stderr
        return done.stderr


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_from_a_first_talk_to_forgetting_no_file_and_no_log_holds_what_was_written(office: Office) -> None:
    logs = office.hears(*STORY).stderr
    office.does("backup")
    office.does("migrate")
    office.does("rotate-key")
    office.does("restore", office.backups[0], "--force")
    office.does("backup", "--to", office.folder / "elsewhere")
    logs += office.hears(PHRASE, "what have I told you").stderr
    office.does("erase", "--yes")
    assert PHRASE.encode() not in logs
    assert b"DEBUG" in logs or b"INFO" in logs
    without(PHRASE.encode(), office.folder)


def test_what_was_told_is_back_after_a_restore_on_another_machine(office: Office, tmp_path: Path) -> None:
    office.hears(*STORY)
    office.does("backup")
    there = Office(tmp_path / "there")
    there.folder.mkdir()
    shutil.copytree(office.key_file.parent, there.key_file.parent)
    moved = shutil.copytree(office.database.parent / "backups", tmp_path / "usb")
    said = there.does("restore", moved / office.backups[0].name)
    assert "Restored: 1 person" in said
    assert f"taken from {moved / NAME}" in said
    assert "Lakeside Clinic" in there.hears("what have I told you").stdout.decode()


def test_a_restore_without_force_says_how_and_keeps_what_is_there(office: Office) -> None:
    office.hears(*STORY)
    office.does("backup")
    assert "`--force`" in office.refuses("restore", office.backups[0])
    assert "is now" in office.does("restore", office.backups[0], "--force")


def test_a_backup_is_made_beside_a_running_coach_and_the_rest_asks_to_stop_it(office: Office) -> None:
    office.hears(*STORY)
    with office.start() as coach:
        assert coach.stdin is not None
        assert coach.stdout is not None
        coach.stdout.readline()
        assert "Made and checked" in office.does("backup", "--keep", "1")
        for command in (("erase", "--yes"), ("rotate-key",), ("restore", office.backups[0], "--force"), ("migrate",)):
            assert f"process {coach.pid}); stop that one first" in office.refuses(*command)
        coach.stdin.close()
    assert "Lakeside Clinic" in office.hears("what have I told you").stdout.decode()


def test_somebody_is_erased_only_if_they_are_there_and_it_is_meant(office: Office) -> None:
    office.hears(*STORY)
    office.does("backup")
    assert "run it again with --yes" in office.refuses("erase")
    assert "check both" in office.refuses("erase", "--person", "U1", "--tenant", "slack:T1", "--yes")
    assert "Erased: all of me in terminal" in office.does("erase", "--yes")
    assert "check both" in office.refuses("erase", "--yes")
    assert "were erased since" in office.refuses("restore", office.backups[0], "--force")
    assert "Lakeside" not in office.hears("what have I told you").stdout.decode()


def test_a_key_in_the_settings_is_rotated_to_the_one_beside_it(tmp_path: Path) -> None:
    old = Office(tmp_path, settings={"REBOUND_KEY": "5e" * 32, "REBOUND_KEY_FILE": ""})
    old.hears(*STORY)
    assert "REBOUND_NEW_KEY" in old.refuses("rotate-key")
    both = Office(tmp_path, settings={**old.settings, "REBOUND_NEW_KEY": OTHER_KEY.text})
    said = both.does("rotate-key")
    assert "1 person" in said
    assert OTHER_KEY.text not in said
    new = Office(tmp_path, settings={"REBOUND_KEY": OTHER_KEY.text, "REBOUND_KEY_FILE": ""})
    for office in (both, new):
        assert "Lakeside Clinic" in office.hears("what have I told you").stdout.decode()
    assert "not the one" in old.refuses("rotate-key") or "REBOUND_NEW_KEY" in old.refuses("rotate-key")
    assert b"not the one" in old.hears("hello").stderr


def test_migrate_says_what_it_did_and_several_at_once_do_it_once(office: Office) -> None:
    office.hears(*STORY)
    with closing(sqlite3.connect(f"{office.database}.keys")) as keys, keys:
        keys.execute("DROP TABLE copy")
        keys.execute("DROP TABLE mark")
        keys.execute("DELETE FROM _sqlite_migrations WHERE name = '2-copies'")
    starts = [
        subprocess.Popen(
            [sys.executable, "-m", "bot", "migrate"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=office.environment,
            cwd=office.folder,
        )
        for _ in range(4)
    ]
    said = "".join(start.communicate(timeout=60)[0] for start in starts)
    assert [start.returncode for start in starts] == [0] * 4
    assert said.count("changed (2-copies)") == 1
    assert said.count("up to date") == 7


def test_a_newer_schema_is_refused_by_every_command(office: Office) -> None:
    office.hears(*STORY)
    office.does("backup")
    with closing(sqlite3.connect(office.database)) as newer, newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('rebound-journal', '99-later', '2031-01-01')"
        )
    for command in (("migrate",), ("backup",), ("erase", "--yes")):
        assert "newer version of Rebound" in office.refuses(*command)


def test_where_nothing_is_kept_each_command_says_so_and_makes_nothing(office: Office) -> None:
    for command in (("migrate",), ("backup",), ("erase", "--yes"), ("rotate-key",), ("restore", "nothing.db")):
        assert "here is no" in office.refuses(*command)
    assert not office.key_file.exists()
    assert not office.database.exists()


@pytest.mark.parametrize("arguments", [("backup", "--keep", "0"), ("backup", "--forget", "nowhere")])
def test_what_cannot_be_meant_is_refused(office: Office, arguments: tuple[str, ...]) -> None:
    office.hears(*STORY)
    office.refuses(*arguments)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("REBOUND_LOG=loud", "REBOUND_LOG does not fit: input should be 'debug', 'info', 'warning' or 'error'."),
        ("REBOUND_DATABASE=postgresql://me:secret@db/rebound", "REBOUND_DATABASE does not fit: write the path"),
        ("# tokens\nREBOUND_KEY\n", "Line 2 of .env sets nothing"),
        ("REBOUND_KEY=changeme", "REBOUND_KEY is not a key: write 32 random bytes"),
        ("REBOUND_HEALTH_PORT=99999", "REBOUND_HEALTH_PORT does not fit: input should be less than"),
        ("REBOUND_COMMUNITY=nowhere.toml", "REBOUND_COMMUNITY names nowhere.toml, which does not exist"),
        ("REBOUND_KEY='never closed", "Line 1 of .env sets nothing"),
    ],
)
def test_a_half_filled_env_file_is_told_in_one_sentence_at_the_start(tmp_path: Path, lines: str, sentence: str) -> None:
    unset = dict.fromkeys(("REBOUND_LOG", "REBOUND_KEY"), "")
    if "DATABASE" in lines:
        unset["REBOUND_DATABASE"] = ""
    office = Office(tmp_path, settings=unset)
    (tmp_path / ".env").write_text(lines)
    said = office.hears("hello")
    assert said.returncode == 1
    assert said.stdout == b""
    assert re.fullmatch(rb"rebound: .*\.\n", said.stderr), said.stderr
    assert sentence in said.stderr.decode()
    assert b"secret" not in said.stderr


def test_an_env_file_that_is_no_text_is_told(office: Office) -> None:
    (office.folder / ".env").write_bytes(b"REBOUND_LOG=\xff\xfe")
    assert b"is not UTF-8 text" in office.hears("hello").stderr


def test_old_zone_data_are_named_at_the_start_and_by_the_doctor(office: Office) -> None:
    import tzdata

    old = office.folder / "old"
    shutil.copytree(Path(tzdata.__file__).parent, old / "tzdata")
    data = old / "tzdata" / "zoneinfo" / "tzdata.zi"
    data.write_text(re.sub(r"\A# version \S+", "# version 2024a", data.read_text("ascii")), "ascii")
    office = Office(office.folder, settings={"PYTHONPATH": f"{old}{os.pathsep}{office.environment['PYTHONPATH']}"})
    said = office.hears("hello")
    assert said.returncode == 0
    assert b"those of 2024a" in said.stderr
    assert b"install the packages of requirements.txt anew" in said.stderr
    assert "WRONG  zone data: The zone data are those of 2024a" in office.runs("doctor").stdout


@pytest.mark.skipif(os.name != "posix", reason="a limit on file sizes is a matter of POSIX systems")
def test_on_a_full_disk_no_command_confirms_what_it_did_not_do(office: Office) -> None:
    office.hears(*STORY)
    office.does("backup")
    office.does("backup")
    before = {path.name: path.read_bytes() for path in office.backups}
    program = (
        "import signal, resource, sys; from bot.__main__ import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000));"
        "raise SystemExit(main(sys.argv[1:]))"
    )
    for command in (("backup",), ("erase", "--yes"), ("rotate-key",), ("restore", str(office.backups[0]), "--force")):
        done = subprocess.run(
            [sys.executable, "-c", program, *command],
            capture_output=True,
            text=True,
            env=office.environment,
            cwd=office.folder,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, ""), command
        assert re.fullmatch(r"rebound: .*(no room left|disk).*\.\n", done.stderr), done.stderr
    assert {path.name: path.read_bytes() for path in office.backups} == before
    assert "Lakeside Clinic" in office.hears("what have I told you").stdout.decode()
    key = KeyText(office.key_file.read_text("ascii"))
    assert key.read(sealed=None) not in office.backups[0].read_bytes()
    office.does("rotate-key")
    office.does("erase", "--yes")
