"""`rebound chat`: a real process, real pipes, real files."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from core.clock import zone_data_version
from core.wording import load
from tests import warm
from tests.terminal import ROOT, Terminal, complaints
from tests.test_capture import ACME, ANSWER

STORY = (
    ACME, "8", "one moment", "how do you find duplicates in a table", ANSWER, "skip",
    "nothing", "yes", "I may write", "by friday", "Mrs Zulu asked it", "e-mail", "show me now", "sent",
)  # fmt: skip
LOWER = (
    "just had an interview. mind went blank when they asked about a conflict with a colleague. so embarrassing",
    "8", "one moment", "tell us about a time you disagreed with a colleague",
    "at my old job the other receptionist kept double booking. i made a shared sheet. it stopped", "excel and phones",
    "no", "skip", "yes i would really like to work there", "i can write", "by friday", "Mrs Zulu asked it", "mail", "now",
)  # fmt: skip
LONG_STORY = (
    "so i just got back from the interview at the hospital in kitwe for the nursing post and honestly i do not know where "
    "to begin, the bus was late so i came in about five minutes late and already sweating. there was Mrs Phiri who is the "
    "matron I think, and Mr Mwansa from human resources. They started with an introduction which went fine. Then Mrs Phiri "
    "asked me what I would do if a colleague gave the wrong dose to a patient and I froze. I know this, I have done it in "
    "real life, and nothing came out except that I would tell somebody. "
)
LONG = LONG_STORY + "I keep thinking about that silence and the face of the matron. " * 40


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    assert b"Traceback" not in result.stderr
    return result.stdout.decode()


def test_a_free_sentence_is_led_to_a_note_that_carries_the_missed_point(terminal: Terminal) -> None:
    result = terminal.hears(*STORY)
    heard = said(result)
    assert result.returncode == 0
    assert "Dear Mrs Zulu," in heard
    assert "I would group by the columns and keep the counts above one. I did that at my last job." in heard
    assert "very interested in the position at Acme" in heard
    for asked in ("Which organisation", "When was the interview", "How late"):
        assert asked not in heard
    note = heard[heard.index("Dear Mrs Zulu") : heard.index("Kind regards")]
    assert "late" not in note


def test_a_story_in_lower_case_without_a_company_is_led_to_a_note(terminal: Terminal) -> None:
    heard = said(terminal.hears(*LOWER))
    note = heard[heard.index("Dear Mrs Zulu") : heard.index("Kind regards")]
    assert "I made a shared sheet. It stopped." in note
    assert "the position." in note


def test_a_story_of_three_thousand_characters_in_one_message_is_taken_whole(terminal: Terminal) -> None:
    story = LONG[:3000]
    lines = (
        "9",
        "some of it",
        "only that",
        "i would check the patient first and write the report",
        "go on",
    )
    lines += (
        "skip",
        "nothing",
        "yes",
        "i may write",
        "no day named",
        "e-mail",
        "show me now",
        "sent",
        "sent",
    )
    heard = said(terminal.hears(story, *lines))
    assert "the hospital in kitwe" in heard
    note = heard[heard.index("Dear Mrs Phiri") : heard.index("Kind regards")]
    assert "I would check the patient first and write the report." in note
    assert "Dear Mr Mwansa," in heard


def test_the_next_start_goes_on_at_the_same_question_with_a_recap(terminal: Terminal) -> None:
    terminal.hears(ACME, "8")
    heard = said(terminal.hears())
    assert "Acme" in heard.splitlines()[0]
    assert "Some of it" in heard
    assert len(heard.split("\n\n")[0].splitlines()) <= 6


def test_a_second_process_on_the_same_journal_is_refused_with_the_reason(terminal: Terminal) -> None:
    with terminal.start() as first:
        assert first.stdout is not None
        assert first.stdin is not None
        first.stdout.readline()
        second = terminal.hears("hi")
        assert second.returncode == 1
        assert one_sentence(second)
        first.stdin.close()
        first.wait()


def one_sentence(result: subprocess.CompletedProcess[bytes]) -> str:
    """What stands on the error output besides debug logs: exactly one line, no traceback."""
    lines = complaints(result.stderr.decode())
    assert len(lines) == 1, lines
    assert lines[0].startswith("rebound: ")
    assert lines[0].endswith(".")
    return lines[0]


# --- bad input: one clear sentence, and the conversation goes on ---


@pytest.mark.parametrize(
    ("typed", "fragment"),
    [
        (b"", "engine-empty"),
        (b"   \t ", "engine-empty"),
        ("😭😭😭".encode(), "engine-no-words"),
    ],
)
def test_input_without_words_is_answered_and_the_question_asked_again(
    terminal: Terminal, typed: bytes, fragment: str
) -> None:
    heard = said(terminal.hears(ACME, typed, "8"))
    wording = load()
    assert any(wording.said(fragment, time, {}) in heard for time in range(3))
    assert "Some of it" in heard


def test_a_broken_byte_sequence_is_answered_in_one_sentence_and_nothing_of_it_is_kept(
    terminal: Terminal,
) -> None:
    heard = said(terminal.hears(ACME, b"8 \xff\xfe\xc3", "8"))
    assert "bytes" in heard
    assert "Some of it" in heard


def test_control_characters_do_no_harm_and_are_not_shown(terminal: Terminal) -> None:
    heard = said(terminal.hears("interview at Ac\x1b[31mme\x07 today, I froze on the SQL \x00question", "8"))
    assert "\x1b" not in heard
    assert "\x07" not in heard
    assert "Apart from the SQL question: was there anything else" in heard
    assert "Only that" in heard


def test_forty_thousand_characters_are_taken_whole(terminal: Terminal) -> None:
    long = "i keep thinking about it. " * 1600
    heard = said(terminal.hears(ACME, "8", "some of it", long))
    assert "?" in heard


@pytest.mark.parametrize("command", ["/frobnicate", "/Help", "/waitt"])
def test_an_unknown_slash_command_is_named(terminal: Terminal, command: str) -> None:
    assert f"no command {command}" in said(terminal.hears(command, "yes"))


def test_an_unknown_subcommand_is_refused_in_one_sentence() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "bot", "frobnicate"], capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert result.returncode == 2
    assert len(result.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(("option", "value"), [("--zone", "Mars/Olympus"), ("--at", "yesterday-ish")])
def test_an_unknown_zone_or_time_is_refused_in_one_sentence(terminal: Terminal, option: str, value: str) -> None:
    result = terminal.runs("chat", option, value)
    assert result.returncode == 1
    assert value in one_sentence(result)


# --- a journal in trouble: one clear sentence, nothing lost ---


def test_a_file_that_is_no_database_is_named_and_left_alone(terminal: Terminal) -> None:
    terminal.database.parent.mkdir(parents=True)
    terminal.database.write_bytes(b"my shopping list, not a database at all " * 50)
    result = terminal.hears("hi")
    assert result.returncode == 1
    assert "rebound.db" in one_sentence(result)
    assert terminal.database.read_bytes().startswith(b"my shopping list")


def test_a_database_of_a_newer_program_is_refused(terminal: Terminal) -> None:
    terminal.hears(ACME)
    with sqlite3.connect(terminal.database) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('rebound-journal', '99-x', '')"
        )
    db.close()
    result = terminal.hears("hi")
    assert result.returncode == 1
    assert "newer" in one_sentence(result)


def test_a_missing_key_is_named_and_no_new_one_is_made(terminal: Terminal) -> None:
    terminal.hears(ACME)
    key = terminal.key_file.read_bytes()
    terminal.key_file.unlink()
    result = terminal.hears("hi")
    assert result.returncode == 1
    assert "master.key" in one_sentence(result)
    assert not terminal.key_file.exists()
    terminal.key_file.write_bytes(key)
    terminal.key_file.chmod(0o600)
    assert "Acme" in said(terminal.hears())


def test_a_wrong_key_is_refused(terminal: Terminal) -> None:
    terminal.hears(ACME)
    result = replace(terminal, settings={"REBOUND_KEY": "ab" * 32}).hears("hi")
    assert result.returncode == 1
    assert "key" in one_sentence(result)


@pytest.mark.demand("P17")
def test_a_database_locked_by_another_program_costs_one_sentence_and_no_word(terminal: Terminal) -> None:
    terminal.hears(ACME)
    other = sqlite3.connect(terminal.database, isolation_level=None)
    with terminal.start() as chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        while b"awful" not in chat.stdout.readline():
            pass
        other.execute("BEGIN IMMEDIATE")
        chat.stdin.write(b"8\n")
        chat.stdin.flush()
        chat.stdout.readline()
        heard = chat.stdout.readline().decode()
        assert "not kept" in heard
        other.execute("ROLLBACK")
        other.close()
        heard = chat.communicate(b"8\n")[0].decode()
    assert "Some of it" in heard


def test_the_key_file_is_for_its_owner_alone_and_outside_the_data_folder(terminal: Terminal) -> None:
    terminal.hears(ACME)
    assert terminal.key_file.stat().st_mode & 0o777 == 0o600
    assert terminal.database.parent not in terminal.key_file.parents


# --- privacy ---


def test_what_was_written_is_in_no_file_of_the_data_folder_and_in_no_log(terminal: Terminal) -> None:
    planted = "purple-elephant-in-the-boardroom"
    result = terminal.hears(
        ACME, "8", "some of it", f"the {planted} sat on my answer", "back", "undo", "what do you know"
    )
    assert planted.encode() not in result.stderr
    files = [file for file in terminal.folder.rglob("*") if file.is_file()]
    assert len(files) >= 3
    for file in files:
        assert planted.encode() not in file.read_bytes(), file


# --- leaving ---


def test_a_closed_output_pipe_ends_the_chat_quietly(terminal: Terminal) -> None:
    with terminal.start() as chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        assert chat.stderr is not None
        chat.stdout.readline()
        chat.stdout.close()
        try:
            chat.stdin.write(b"yes\nyes\n")
            chat.stdin.close()
        except BrokenPipeError:
            pass
        assert chat.wait(timeout=30) == 0
        assert b"Traceback" not in chat.stderr.read()
        assert b"BrokenPipe" not in chat.stderr.read()


def test_ctrl_c_ends_the_chat_quietly(terminal: Terminal) -> None:
    with terminal.start() as chat:
        assert chat.stdout is not None
        assert chat.stderr is not None
        chat.stdout.readline()
        chat.send_signal(signal.SIGINT)
        assert chat.wait(timeout=30) == 130
        assert b"Traceback" not in chat.stderr.read()


def test_heavy_libraries_are_not_loaded_before_they_are_needed() -> None:
    program = (
        "import sys; import core, core.ports, core.turn.step, core.coach; import bot.__main__; "
        "print([name for name in ('sqlite_utils', 'cryptography', 'prompt_toolkit', 'slack_bolt', 'discord', "
        "'aiohttp', 'apscheduler', 'hypothesis') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert result.stdout.strip() == b"[]"


def test_the_command_line_alone_loads_nothing_of_the_coach() -> None:
    program = (
        "import sys; import bot.__main__; print([name for name in sys.modules if name.startswith(('core.', 'fluent'))])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert result.stdout.strip() == b"['core.errors']"


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals exist on POSIX systems only")
def test_on_a_tty_lines_are_edited_and_ctrl_d_keeps_the_place(terminal: Terminal) -> None:
    import pty
    import termios

    leader, follower = pty.openpty()
    termios.tcsetwinsize(leader, (40, 90))
    environment = {**terminal.environment, "TERM": "xterm"}
    with subprocess.Popen(terminal.command, stdin=follower, stdout=follower, stderr=follower, env=environment) as chat:
        os.close(follower)
        screen = Screen(leader, chat)
        screen.shows(PROMPT)
        os.write(leader, b"yex\x7fs\r")
        screen.shows("What happened", "what happened")
        screen.shows(PROMPT)
        os.write(leader, b"\x04")
        screen.shows("Your place is kept.")
        assert chat.wait(timeout=30) == 0
    os.close(leader)


PROMPT = "\x1b[?2004h"
"""What the line editor writes when it is ready to be typed into."""


class Screen:
    """What a pseudo-terminal has shown so far."""

    def __init__(self, leader: int, program: subprocess.Popen[bytes] | warm.Process) -> None:
        self.leader = leader
        self.program = program
        self.seen = ""

    def shows(self, *texts: str, within: float = 30) -> None:
        """Wait until one of the texts is there; then forget what was before it."""
        deadline = time.monotonic() + within
        while not any(text in self.seen for text in texts):
            ready, _, _ = select.select([self.leader], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                self.program.kill()
                raise AssertionError(f"{texts} not shown, but {self.seen[-300:]!r}")
            data = os.read(self.leader, 4096)
            self.seen += data.decode(errors="replace")
            if b"\x1b[6n" in data:  # where is the cursor? a terminal answers that
                os.write(self.leader, b"\x1b[1;1R")
        last = next(text for text in texts if text in self.seen)
        self.seen = self.seen.partition(last)[2]


# --- the community's file ---


def with_community(terminal: Terminal, text: str, *lines: str) -> subprocess.CompletedProcess[bytes]:
    file = terminal.folder / "ours.toml"
    file.write_text(text, "utf-8")
    return replace(terminal, settings={"REBOUND_COMMUNITY": str(file)}).hears(*lines)


def test_what_the_communitys_file_sets_is_heard(terminal: Terminal) -> None:
    assert "Ms Tembo, room 12" in said(with_community(terminal, 'staff = "Ms Tembo, room 12"', ACME, "staff"))


def test_a_fault_in_the_communitys_file_ends_the_start_with_one_sentence(terminal: Terminal) -> None:
    result = with_community(terminal, 'zone = "Afrika/Lusaka"', "hi")
    assert result.returncode == 1
    sentence = one_sentence(result)
    for part in ("ours.toml", "zone is 'Afrika/Lusaka'", 'write "Africa/Lusaka"'):
        assert part in sentence
    assert not terminal.database.exists()


def test_a_community_file_that_is_missing_is_named(terminal: Terminal) -> None:
    result = replace(terminal, settings={"REBOUND_COMMUNITY": "nowhere.toml"}).hears()
    assert result.returncode == 1
    assert "nowhere.toml, which does not exist" in one_sentence(result)


def test_the_start_tells_which_zone_data_are_used(terminal: Terminal) -> None:
    assert f"tzdata release {zone_data_version()}" in terminal.hears().stderr.decode()
