"""The operator's commands as processes of their own, on the files of a coach that people have talked to."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from bot.config import SettingsError, read_settings
from bot.slack.incoming import Place
from bot.slack.places import Places
from bot.terminal.chat import ME
from core.events import Person
from core.store import KeyFile, open_store
from core.store.copies import NAME
from core.store.notes import beside, open_notes
from tests.backed_up import fill, settle, without
from tests.stores import ADA, KEY, OTHER_KEY, take
from tests.terminal import Terminal

PHRASE = "I called Mrs Phiri by the wrong name twice and then I laughed"
STORY = ("i froze at Lakeside Clinic on the excel question today", PHRASE, "8", PHRASE, "one moment", PHRASE)


@dataclass(frozen=True)
class Office(Terminal):
    """A terminal, and the operator beside it."""

    @property
    def environment(self) -> dict[str, str]:
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        found = {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
        found = {**super().environment, **found, **self.settings}
        return {name: value for name, value in found.items() if value}

    @property
    def backups(self) -> list[Path]:
        return sorted((self.database.parent / "backups").glob("*.db"))

    def told(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """One command to its end, which is never a traceback."""
        done = super().told(*arguments)
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def does(self, *arguments: str | Path) -> str:
        """A command that goes well; what it says."""
        done = self.told(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *arguments: str | Path) -> str:
        """A command that does not; the one sentence that it says."""
        done = self.told(*arguments)
        assert done.returncode == 1, done.stdout
        assert done.stdout == ""
        assert re.fullmatch(r"rebound: .*\.\n", done.stderr), done.stderr
        return done.stderr


@dataclass(frozen=True)
class Desk(Office):
    """The same without a process for each command, over a journal that nobody talks to."""

    inside: pytest.MonkeyPatch = field(default_factory=pytest.MonkeyPatch)
    screen: pytest.CaptureFixture[str] | None = None

    def is_used(self) -> None:
        """Somebody has told the phrase, in the terminal and on Slack."""
        fill(self.database, [ME, ADA], key=KeyFile(self.key_file))

    def told(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        assert self.screen is not None
        with self.inside.context() as inside:
            for name in os.environ:
                if name.startswith("REBOUND_") and name not in self.environment:
                    inside.delenv(name)
            for name, value in self.environment.items():
                inside.setenv(name, value)
            inside.chdir(self.folder)
            code = main([str(one) for one in arguments])
        said = self.screen.readouterr()
        return subprocess.CompletedProcess(arguments, code, said.out, said.err)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(tmp_path, inside=monkeypatch, screen=capsys)
    desk.environment  # noqa: B018 - makes the folder for temporary files
    return desk


def test_from_a_first_talk_to_forgetting_no_file_and_no_log_holds_what_was_written(desk: Desk) -> None:
    logs = desk.hears(*STORY).stderr
    desk.does("backup")
    desk.does("migrate")
    desk.does("rotate-key")
    desk.does("restore", desk.backups[0], "--force")
    desk.does("backup", "--to", desk.folder / "elsewhere")
    logs += desk.hears(PHRASE, "what have I told you").stderr
    desk.does("erase", "--yes")
    assert PHRASE.encode() not in logs
    assert b'"level": "debug"' in logs or b'"level": "info"' in logs
    without(PHRASE.encode(), desk.folder)


def test_what_was_told_is_back_after_a_restore_on_another_machine(desk: Desk, tmp_path: Path) -> None:
    desk.hears(*STORY)
    desk.does("backup")
    there = replace(desk, folder=tmp_path / "there")
    there.folder.mkdir()
    shutil.copytree(desk.key_file.parent, there.key_file.parent)
    moved = shutil.copytree(desk.database.parent / "backups", tmp_path / "usb")
    said = there.does("restore", moved / desk.backups[0].name)
    assert "Restored: 1 person" in said
    assert f"taken from {moved / NAME}" in said
    assert "Lakeside Clinic" in there.hears("what have I told you").stdout.decode()


def test_a_restore_without_force_says_how_and_keeps_what_is_there(desk: Desk) -> None:
    desk.is_used()
    desk.does("backup")
    assert "`--force`" in desk.refuses("restore", desk.backups[0])
    assert "is now" in desk.does("restore", desk.backups[0], "--force")


def test_a_backup_is_made_beside_a_running_coach_and_the_rest_asks_to_stop_it(desk: Desk) -> None:
    desk.hears(*STORY)
    with desk.start() as coach:
        assert coach.stdin is not None
        assert coach.stdout is not None
        coach.stdout.readline()
        assert "Made and checked" in desk.does("backup", "--keep", "1")
        for command in (("erase", "--yes"), ("rotate-key",), ("restore", desk.backups[0], "--force"), ("migrate",)):
            assert f"process {coach.pid}); stop that one first" in desk.refuses(*command)
        coach.stdin.close()
    assert "Lakeside Clinic" in desk.hears("what have I told you").stdout.decode()


def test_somebody_is_erased_only_if_they_are_there_and_it_is_meant(desk: Desk) -> None:
    desk.is_used()
    desk.does("backup")
    assert "run it again with --yes" in desk.refuses("erase")
    assert "check both" in desk.refuses("erase", "--person", "U1", "--tenant", "slack:T1", "--yes")
    assert "Erased: all of me in terminal" in desk.does("erase", "--yes")
    assert "check both" in desk.refuses("erase", "--yes")
    assert "1 person of that backup had been erased since" in desk.does("restore", desk.backups[0], "--force")
    desk.does("erase", "--person", ADA.id, "--tenant", ADA.tenant, "--yes")
    assert "all of them were erased since" in desk.refuses("restore", desk.backups[0], "--force")


def test_somebody_whose_key_is_lost_can_be_erased_and_begins_anew(desk: Desk) -> None:
    desk.is_used()
    with closing(sqlite3.connect(f"{desk.database}.keys")) as keys, keys:
        keys.execute("UPDATE person_key SET person = 'somebody else' WHERE person = 'me'")
    desk.does("erase", "--yes")
    fill(desk.database, [ME], key=KeyFile(desk.key_file))


def test_a_key_in_the_settings_is_rotated_to_the_one_beside_it(desk: Desk) -> None:
    old = replace(desk, settings={"REBOUND_KEY": KEY.text, "REBOUND_KEY_FILE": ""})
    fill(old.database, [ADA])
    assert "REBOUND_NEW_KEY" in old.refuses("rotate-key")
    both = replace(desk, settings={**old.settings, "REBOUND_NEW_KEY": OTHER_KEY.text})
    said = both.does("rotate-key")
    assert "1 person" in said
    assert OTHER_KEY.text not in said
    new = replace(desk, settings={"REBOUND_KEY": OTHER_KEY.text, "REBOUND_KEY_FILE": ""})
    for office in (both, new):
        office.does("erase", "--person", ADA.id, "--tenant", ADA.tenant, "--yes")
        with closing(open_store(office.database, OTHER_KEY)) as store:
            take(store, f"after {office.settings}")
    assert "not the one" in old.refuses("erase", "--yes")


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


def test_a_newer_schema_is_refused_by_every_command(desk: Desk) -> None:
    desk.is_used()
    desk.does("backup")
    with closing(sqlite3.connect(desk.database)) as newer, newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('rebound-journal', '99-later', '2031-01-01')"
        )
    for command in (("migrate",), ("backup",), ("erase", "--yes")):
        assert "newer version of Rebound" in desk.refuses(*command)


def test_where_nothing_is_kept_each_command_says_so_and_makes_nothing(desk: Desk) -> None:
    for command in (("migrate",), ("backup",), ("erase", "--yes"), ("rotate-key",), ("restore", "nothing.db")):
        assert "here is no" in desk.refuses(*command)
    assert not desk.key_file.exists()
    assert not desk.database.exists()


@pytest.mark.parametrize("arguments", [("backup", "--keep", "0"), ("backup", "--forget", "nowhere")])
def test_what_cannot_be_meant_is_refused(desk: Desk, arguments: tuple[str, ...]) -> None:
    desk.is_used()
    desk.refuses(*arguments)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("REBOUND_LOG=loud", "REBOUND_LOG does not fit: input should be 'debug', 'info', 'warning' or 'error'."),
        ("REBOUND_DATABASE=mysql://me:secret@db/rebound", "REBOUND_DATABASE does not fit: write the path"),
        ("# tokens\nREBOUND_KEY\n", "Line 2 of .env sets nothing"),
        ("REBOUND_HEALTH_PORT=99999", "REBOUND_HEALTH_PORT does not fit: input should be less than"),
        ("REBOUND_KEY='never closed", "Line 1 of .env sets nothing"),
    ],
)
def test_a_half_filled_env_file_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, sentence: str
) -> None:
    for name in ("REBOUND_LOG", "REBOUND_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(lines)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert sentence in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_start_with_a_half_filled_env_file_says_so_and_ends(tmp_path: Path) -> None:
    office = Office(tmp_path, settings={"REBOUND_KEY": ""})
    (tmp_path / ".env").write_text("REBOUND_KEY=changeme")
    said = office.hears("hello")
    assert (said.returncode, said.stdout) == (1, b"")
    assert said.stderr.splitlines()[-1].startswith(b"rebound: The master key in REBOUND_KEY is not a key: write 32 ")
    assert b"Traceback" not in said.stderr


def test_an_env_file_that_is_no_text_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"REBOUND_LOG=\xff\xfe")
    with pytest.raises(SettingsError, match="is not UTF-8 text"):
        read_settings()


def test_old_zone_data_are_named_at_the_start_and_by_the_doctor(office: Office) -> None:
    import tzdata

    old = office.folder / "old"
    shutil.copytree(Path(tzdata.__file__).parent, old / "tzdata")
    data = old / "tzdata" / "zoneinfo" / "tzdata.zi"
    data.write_text(re.sub(r"\A# version \S+", "# version 2024a", data.read_text("ascii")), "ascii")
    path = f"{old}{os.pathsep}{office.environment['PYTHONPATH']}"
    office = Office(office.folder, is_cold=True, settings={"PYTHONPATH": path})
    said = office.hears("hello")
    assert said.returncode == 0
    assert b"those of 2024a" in said.stderr
    assert b"install the packages of requirements.txt anew" in said.stderr
    assert "WRONG  zone data: The zone data are those of 2024a" in office.told("doctor").stdout


@pytest.mark.skipif(os.name != "posix", reason="a limit on file sizes is a matter of POSIX systems")
def test_on_a_full_disk_no_command_confirms_what_it_did_not_do(desk: Desk) -> None:
    desk.is_used()
    desk.does("backup")
    desk.does("backup")
    before = {path.name: path.read_bytes() for path in desk.backups}
    program = (
        "import signal, resource, sys; from bot import doctor, operate; from bot.__main__ import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000));"
        "print([main(command.split()) for command in sys.argv[1:]])"
    )
    commands = ("backup", "erase --yes", "rotate-key", f"restore {desk.backups[0]} --force")
    done = subprocess.run(
        [sys.executable, "-c", program, *commands],
        capture_output=True,
        text=True,
        env=desk.environment,
        cwd=desk.folder,
        check=False,
    )
    assert done.stdout == "[1, 1, 1, 1]\n", done.stderr
    assert re.fullmatch(r"(rebound: .*(no room left|disk).*\.\n){4}", done.stderr), done.stderr
    assert {path.name: path.read_bytes() for path in desk.backups} == before
    with closing(open_store(desk.database, KeyFile(desk.key_file))) as store:
        assert store.snapshot(ME) is not None
    desk.does("rotate-key")
    desk.does("erase", "--yes")


def test_everybody_of_a_workspace_is_erased_by_its_name_and_nobody_else(desk: Desk) -> None:
    desk.is_used()
    desk.does("backup")
    everybody = ("erase", "--tenant", ADA.tenant, "--everybody")
    assert "run it again with --yes" in desk.refuses(*everybody)
    assert desk.does(*everybody, "--yes").startswith(f"Erased: 1 person of {ADA.tenant}, their keys and the tokens")
    assert "holds nothing of slack:T01" in desk.refuses(*everybody, "--yes")
    for wrong in (("--everybody",), ("--everybody", "--tenant", ADA.tenant, "--person", ADA.id)):
        assert "--everybody needs --tenant" in desk.refuses("erase", *wrong, "--yes")
    with closing(open_store(desk.database, KeyFile(desk.key_file))) as store:
        assert (store.snapshot(ADA), store.snapshot(ME) is None) == (None, False)


@pytest.mark.parametrize("whose", [("--person", ADA.id), ("--everybody",)])
def test_where_somebody_talked_on_slack_is_forgotten_with_them(desk: Desk, whose: tuple[str, ...]) -> None:
    desk.is_used()
    now, bo = SystemClock().now(), Person("slack:T02", "U-bo")
    with closing(open_notes(desk.database)) as notes:
        for person in (ADA, bo):
            Places(notes, now).keep(person, Place(f"D-{person.id}"), now)
    desk.does("erase", "--tenant", ADA.tenant, *whose, "--yes")
    with closing(open_notes(desk.database)) as notes:
        known = Places(notes, now)
        assert (known.of(ADA), known.of(bo)) == (None, Place("D-U-bo"))
    assert b"U-ada" not in beside(desk.database).read_bytes()


@pytest.mark.long
def test_an_erasure_among_a_hundred_thousand_people_takes_at_most_a_minute(office: Office) -> None:
    office.hears("hello")
    people = [Person("slack:T01", f"U{number:06}") for number in range(100_000)]
    settle(office.database, KeyFile(office.key_file), people)
    office.does("backup")
    office.does("backup", "--to", office.folder / "elsewhere")
    before = time.monotonic()
    office.does("erase", "--person", "U077777", "--tenant", "slack:T01", "--yes")
    took = time.monotonic() - before
    print(f"erased among {len(people)} people in {took:.1f} s")
    assert took < 60
    with closing(sqlite3.connect(office.backups[0].parent / NAME)) as keys:
        assert keys.execute("SELECT count(*) FROM person_key").fetchone() == (len(people),)  # with the one of the chat
        assert not keys.execute("SELECT 1 FROM person_key WHERE person = 'U077777'").fetchall()
