"""`kill -9` at every point of a chat, and files that cannot be written: nothing that was confirmed is lost.

A point is passed in `tests.killed_chat`, which wraps the real functions; the next start is always the plain
program. A killed process takes nothing with it that it had handed to the system, so this shows what the order
of our writes is worth, and not what a disk does when the power fails.
"""

from __future__ import annotations

import os
import random  # noqa: TID251 (seeded)
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from bot.terminal.chat import NOT_KEPT
from core.wording import load
from tests.killed_chat import AFTER_COMMIT, BEFORE_COMMIT, EVERY_STATEMENT, STARTING
from tests.sittings import RECAPS, Sitting, Starter, Story, ends_with, known, note_in, told
from tests.terminal import Terminal
from tests.test_capture import ACME
from tests.test_chat import STORY
from tests.test_wait import brought

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs kill -9, fork and file flags")

MOST_SITTINGS = 400
ERASED = tuple(load().said("engine-erased", time, {"surface": "terminal"}) for time in range(3))


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starter]:
    with closing(Starter(tmp_path_factory.mktemp("starter"))) as starter:
        yield starter
        print(f"{starter.killed} chats were killed")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return told(tmp_path_factory.mktemp("story"), STORY)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@dataclass
class Teller:
    """Somebody who tells the story to the end: they answer the question on the screen, whatever happens."""

    starter: Starter
    terminal: Terminal
    story: Story
    position: int = 0
    seen: list[str] = field(default_factory=list)
    """What each sitting showed."""
    died: list[bool] = field(default_factory=list)
    """Whether it was killed."""

    @property
    def kills(self) -> int:
        """How many of the sittings were killed."""
        return sum(self.died)

    @property
    def is_done(self) -> bool:
        """Whether they have read the end."""
        return any(self.story.ending in seen for seen in self.seen)

    def looks(self, shown: str) -> None:
        """Find the question on the screen."""
        if self.story.ending not in shown:
            self.position = self.story.position(shown)

    def goes_on(self, sitting: Sitting, *, shown: str | None = None, most: int = 99) -> int:
        """Type line after line until the process dies, the story ends or there were so many; how many."""
        typed = 0
        shown = sitting.types(None) if shown is None else shown
        while sitting.is_alive and self.story.ending not in sitting.seen and not self.is_done:
            self.looks(shown)
            if typed == most:
                break
            typed += 1
            shown = sitting.types(self.story.lines[self.position])
        self.seen.append(sitting.seen)
        self.died.append(not sitting.is_alive)
        return typed

    def is_consistent(self) -> None:
        """Facts and note are those of the story; each reply was shown once, or again right after a kill."""
        assert known(self.terminal) == self.story.facts
        assert note_in("".join(self.seen)) == self.story.note
        for reply in filter(None, self.story.replies):
            shown_in = [n for n, seen in enumerate(self.seen) if reply in seen]
            assert shown_in, reply
            assert all(self.seen[n].count(reply) == 1 for n in shown_in)
            for first, again in pairwise(shown_in):
                assert all(self.died[first:again])
                assert not any(self.seen[first + 1 : again])  # those died before they could show anything
            assert all(self.seen[n].startswith(f"{reply}\n\n") for n in shown_in[1:])


def plainly(sitting: Sitting) -> None:
    """The process ends by itself, in order and without a complaint."""
    sitting.leaves()
    assert sitting.code == 0
    assert sitting.complained == []


def resumed(story: Story, shown: str, position: int, *, kept: str, stale_recap: bool) -> None:
    """The next start: what the kill kept from the screen, one line where we are, and the open question."""
    if kept:
        assert shown.startswith(f"{kept}\n\n")
        shown = shown.removeprefix(f"{kept}\n\n")
    if position == len(story.lines):
        return  # a new invitation, with words of welcome
    assert ends_with(shown, story.questions[position])
    before = [line for line in shown.splitlines() if line.startswith(RECAPS)]
    others = [reply for reply in story.replies if reply and reply in shown]
    assert not others
    if position == 0:
        assert before == []
        assert any(shown == f"{question}\n\n" for question in story.questions[0])
        return
    assert len(before) == 1 + stale_recap, shown
    for line in before:
        shown = shown.partition(f"{line}\n")[2].removeprefix("\n")
    assert any(shown == f"{question}\n\n" for question in story.questions[position])


# --- at each point between reading a line and printing the reply ---


def kills_in_a_story(starter: Starter, terminal: Terminal, story: Story, point: str, n: int) -> int:
    """Tell the story to processes that die at the n-th passing; a plain one after each takes one line."""
    teller = Teller(starter, terminal, story)
    for _ in range(MOST_SITTINGS):
        if teller.is_done:
            break
        dying = starter.start(terminal, point=point, n=n)
        typed = teller.goes_on(dying)
        if dying.is_alive:
            plainly(dying)
            break
        assert dying.code == -9
        line = teller.position
        was_kept = bool(typed) and point in AFTER_COMMIT
        plain = starter.start(terminal)
        shown = plain.types(None)
        resumed(
            story,
            shown,
            line + was_kept,
            kept=story.replies[line] if was_kept and point != "confirmed" else "",
            stale_recap=not typed and line > 0 and point in AFTER_COMMIT and point != "confirmed",
        )
        teller.goes_on(plain, shown=shown, most=1)
        plainly(plain)
    assert teller.is_done
    teller.is_consistent()
    return teller.kills


@pytest.mark.parametrize(
    ("point", "n"),
    # 7: the story has room for two; 5: replies die that said more than a question.
    [*((point, 7) for point in BEFORE_COMMIT), *((point, 5) for point in AFTER_COMMIT)],
)
def test_a_kill_at_each_point_of_a_turn_loses_nothing_confirmed(
    starter: Starter, terminal: Terminal, story: Story, point: str, n: int
) -> None:
    assert kills_in_a_story(starter, terminal, story, point, n) >= 2


@pytest.mark.long
@pytest.mark.parametrize("n", [1, 7, *(pytest.param(n, marks=pytest.mark.long) for n in (3, 14))])
@pytest.mark.parametrize("point", [*BEFORE_COMMIT, *AFTER_COMMIT])
def test_a_kill_at_each_passing_of_each_point_loses_nothing_confirmed(
    starter: Starter, terminal: Terminal, story: Story, point: str, n: int
) -> None:
    assert kills_in_a_story(starter, terminal, story, point, n) >= 1


@pytest.mark.parametrize(("point", "n"), [pytest.param("half-written", 3, marks=pytest.mark.long), ("committed", 3)])
def test_a_kill_of_a_process_of_its_own_loses_nothing_confirmed(
    tmp_path: Path, story: Story, point: str, n: int
) -> None:
    dying = Terminal(tmp_path, program=("-m", "tests.killed_chat", point, str(n)))
    assert dying.hears(*story.lines[:3]).returncode == -9
    heard = Terminal(tmp_path).hears()
    assert heard.returncode == 0
    assert b"Traceback" not in heard.stderr
    was_kept = point == "committed"
    kept = story.replies[1] if was_kept else ""
    resumed(story, heard.stdout.decode(), 1 + was_kept, kept=kept, stale_recap=False)


# --- at the first start ---


def starts_after_a_kill(starter: Starter, terminal: Terminal, story: Story, point: str, n: int) -> bool:
    """The first start dies at a point, the next is as good as a first; False if it was not reached."""
    dying = starter.start(terminal, point=point, n=n)
    dying.types(None)
    if dying.is_alive:
        plainly(dying)
        return False
    assert dying.code == -9
    plain = starter.start(terminal)
    resumed(story, plain.types(None), 0, kept="", stale_recap=False)
    assert story.replies[0] in plain.types(story.lines[0])
    plainly(plain)
    return True


@pytest.mark.parametrize("point", [*STARTING, "begun", "before-commit", "committed", "before-printing", "printed"])
def test_a_kill_at_each_point_of_the_first_start_leaves_a_place_to_start_at(
    starter: Starter, terminal: Terminal, story: Story, point: str
) -> None:
    assert starts_after_a_kill(starter, terminal, story, point, 1)


@pytest.mark.parametrize("step", [23, pytest.param(1, marks=pytest.mark.long)])
def test_a_kill_before_any_statement_of_the_first_start_leaves_a_place_to_start_at(
    starter: Starter, tmp_path: Path, story: Story, step: int
) -> None:
    n = 1
    while starts_after_a_kill(starter, Terminal(in_folder(tmp_path, n)), story, EVERY_STATEMENT, n):
        n += step
    assert n > 50


def in_folder(folder: Path, n: int) -> Path:
    """One of many folders."""
    (folder / str(n)).mkdir()
    return folder / str(n)


# --- at random moments ---


@pytest.mark.parametrize("kills", [6, pytest.param(100, marks=pytest.mark.long)])
def test_kills_at_random_moments_leave_the_facts_and_the_note_of_an_unkilled_conversation(
    starter: Starter, tmp_path: Path, story: Story, kills: int
) -> None:
    moments = random.Random(20261124)
    seen = conversations = 0
    while seen < kills:
        teller = Teller(starter, Terminal(in_folder(tmp_path, conversations)), story)
        for _ in range(MOST_SITTINGS):
            sitting = starter.start(teller.terminal)
            if seen + teller.kills < kills:
                sitting.dies_at = time.monotonic() + moments.uniform(0.0, 0.2)
            teller.goes_on(sitting)
            if sitting.is_alive:
                sitting.dies_at = None
                plainly(sitting)
            else:
                assert sitting.code == -9
            if teller.is_done:
                break
        teller.is_consistent()
        seen += teller.kills
        conversations += 1
    assert seen == kills


# --- around "forget me" ---


@pytest.fixture(scope="module")
def begun(starter: Starter, story: Story, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the first three lines of the story were said."""
    folder = tmp_path_factory.mktemp("begun")
    sitting = starter.start(Terminal(folder))
    for line in (None, *story.lines[:3]):
        sitting.types(line)
    plainly(sitting)
    return folder


def rows(terminal: Terminal) -> dict[str, int]:
    """How many rows there are of anybody."""
    counts: dict[str, int] = {}
    keys = Path(f"{terminal.database}.keys")
    for file, tables in ((terminal.database, ("snapshot", "journal", "outbox")), (keys, ("person_key",))):
        with closing(sqlite3.connect(file)) as db:
            for table in tables:
                (counts[table],) = db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (our own names)
    return counts


def key(terminal: Terminal) -> bytes:
    """The person's key, wrapped."""
    with closing(sqlite3.connect(f"{terminal.database}.keys")) as db:
        ((wrapped,),) = db.execute("SELECT wrapped FROM person_key").fetchall()
        return bytes(wrapped)


def erasure_killed(starter: Starter, folder: Path, begun: Path, story: Story, point: str, n: int) -> bool | None:
    """Whether the person was erased when the process died at the point; None when it did not die."""
    shutil.copytree(begun, folder, dirs_exist_ok=True)
    terminal = Terminal(folder)
    dying = starter.start(terminal, point=point, n=n)
    for line in (None, "forget me", "yes"):
        if dying.is_alive:
            dying.types(line)
    is_confirmed = any(text in dying.seen for text in ERASED)
    if dying.is_alive:
        assert is_confirmed
        plainly(dying)
        assert set(rows(terminal).values()) == {0}
        return None
    left = rows(terminal)
    is_erased = not left["journal"]
    assert is_erased or not is_confirmed
    assert left["snapshot"] == (0 if is_erased else 1)
    assert not (is_erased and left["outbox"])
    teller = Teller(starter, terminal, story)
    plain = starter.start(terminal)
    shown = plain.types(None)
    if is_erased:
        resumed(story, shown, 0, kept="", stale_recap=False)
    else:
        if "No, keep it" in shown:
            shown = plain.types("no")
        assert "Acme" in shown
        assert story.position(shown) == 3
    teller.goes_on(plain, shown=shown)
    plainly(plain)
    assert (key(terminal) != key(Terminal(begun))) is is_erased
    assert teller.is_done
    assert known(terminal) == story.facts
    assert note_in(plain.seen) == story.note
    return is_erased


@pytest.mark.parametrize(
    ("point", "n", "is_erased"),
    [
        ("line-read", 2, False), ("begun", 3, False), ("decided", 3, False), ("doomed", 1, False),
        ("rows-deleted", 1, False), ("before-commit", 3, False), ("committed", 3, True),
        ("key-half-destroyed", 1, True), ("key-destroyed", 1, True), ("before-printing", 3, True),
        ("half-printed", 3, True), ("printed", 3, True),
    ],
)  # fmt: skip
def test_a_kill_around_an_erasure_leaves_everything_or_nothing(
    starter: Starter, tmp_path: Path, begun: Path, story: Story, point: str, n: int, is_erased: bool
) -> None:
    assert erasure_killed(starter, tmp_path, begun, story, point, n) is is_erased


@pytest.mark.parametrize("step", [29, pytest.param(1, marks=pytest.mark.long)])
def test_a_kill_before_any_statement_of_an_erasure_leaves_everything_or_nothing(
    starter: Starter, tmp_path: Path, begun: Path, story: Story, step: int
) -> None:
    n = 1
    outcomes = []
    while True:
        outcome = erasure_killed(starter, in_folder(tmp_path, n), begun, story, EVERY_STATEMENT, n)
        if outcome is None:
            break
        outcomes.append(outcome)
        n += step
    assert outcomes == sorted(outcomes)  # everything, up to one statement, and nothing from there on
    assert False in outcomes


# --- around what the coach brings of itself ---

PROMISED = (ACME, "8")
"""After this the coach asks once, at 15:40, whether to go on."""
OFFER = "Leave it"
"""A choice of that question."""


def nudge_killed(starter: Starter, folder: Path, point: str, *, waiting: bool) -> tuple[Sitting, Sitting]:
    """A chat that dies while it brings the nudge, at a start or in a `/wait`; and the start after it."""
    first = Terminal(folder)
    sitting = starter.start(first)
    for line in (None, *PROMISED):
        sitting.types(line)
    plainly(sitting)
    later = Terminal(folder, at="2026-11-24T15:41")
    if waiting:
        dying = starter.start(first, point=point, n=2)  # the start's own turn is the first to pass it
        dying.types(None)
        dying.types("/wait 1d")
    else:
        dying = starter.start(later, point=point, n=1)
        dying.types(None)
    assert dying.code == -9
    plain = starter.start(later)
    plain.types(None)
    plainly(plain)
    return dying, plain


@pytest.mark.demand("P34")
@pytest.mark.parametrize("waiting", [False, True], ids=["at the start", "in a wait"])
@pytest.mark.parametrize("point", ["before-commit", "committed", "half-printed", "printed", "confirmed"])
def test_a_kill_while_a_nudge_is_brought_loses_and_doubles_nothing(
    starter: Starter, terminal: Terminal, point: str, waiting: bool
) -> None:
    dying, plain = nudge_killed(starter, terminal.folder, point, waiting=waiting)
    assert brought(terminal) == ["nudge:unfinished"]
    assert OFFER in plain.seen
    assert plain.seen.count(OFFER) == 1
    was_shown = point in ("printed", "confirmed")
    assert (OFFER in dying.seen) is was_shown
    assert ("15:41 —" in plain.seen) is (point == "before-commit")
    later = starter.start(Terminal(terminal.folder, at="2026-11-24T15:42"))
    assert "15:4" not in later.types("/wait 10m")
    plainly(later)
    assert brought(terminal) == ["nudge:unfinished"]


def test_a_nudge_that_a_read_only_journal_cannot_keep_comes_later(starter: Starter, terminal: Terminal) -> None:
    sitting = starter.start(terminal, point="none")
    for line in (None, *PROMISED):
        sitting.types(line)
    with beside(terminal.database, "read-only"):
        shown = sitting.types("/wait 1d")
    assert shown.count("\n") == 2
    assert "cannot be written" in shown
    assert OFFER in sitting.types("/wait 1m")
    plainly(sitting)
    assert brought(terminal) == ["nudge:unfinished"]


# --- a disk that is full, files that cannot be written ---


def test_each_line_to_a_read_only_journal_is_refused_in_one_sentence_and_works_when_typed_again(
    starter: Starter, terminal: Terminal, story: Story
) -> None:
    teller = Teller(starter, terminal, story)
    sitting = starter.start(terminal, point="none")
    sitting.types(None)
    for line, reply in zip(story.lines, story.replies, strict=True):
        with beside(terminal.database, "read-only"):
            assert "cannot be written" in not_kept(sitting.types(line))
        assert sitting.types(line).startswith(reply)
    plainly(sitting)
    teller.seen.append(sitting.seen)
    teller.is_consistent()


def test_an_arrival_that_cannot_be_kept_is_told_of_in_one_sentence_and_claims_no_lost_words(
    starter: Starter, tmp_path: Path, begun: Path, story: Story
) -> None:
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    terminal = Terminal(tmp_path)
    with beside(terminal.database, "read-only"):
        sitting = starter.start(terminal, point="none")
        shown = sitting.types(None)
    assert shown.count("\n") == 2
    assert "cannot be written" in shown
    assert NOT_KEPT not in shown
    assert ends_with(sitting.types(story.lines[3]), story.questions[4])
    plainly(sitting)


def test_a_line_to_a_full_journal_is_refused_in_one_sentence_and_works_when_typed_again(
    starter: Starter, terminal: Terminal, story: Story
) -> None:
    long = (
        "the shift pattern, the parking, the canteen and the training. " * 400
    )  # a short line may find room in a page
    sitting = starter.start(terminal, point="none")
    for line in (None, *story.lines[:5]):  # up to what else was asked: no note has to hold the answer
        sitting.types(line)
    with beside(terminal.database, "full"):
        assert "There is no room left for" in not_kept(sitting.types(long))
        assert "There is no room left for" in not_kept(sitting.types(long))
    assert ends_with(sitting.types(long), story.questions[6])
    Teller(starter, terminal, story).goes_on(sitting, shown=sitting.types("repeat"))
    plainly(sitting)
    assert story.ending in sitting.seen


def not_kept(shown: str) -> str:
    """The one sentence, and what it means, with which a line is refused."""
    assert shown.count("\n") == 2
    assert shown.endswith(f". {NOT_KEPT}\n\n")
    return shown


@contextmanager
def beside(file: Path, trouble: str) -> Iterator[None]:
    """Have SQLite take the file for full or read-only; see `killed_chat`."""
    sign = Path(f"{file}.{trouble}")
    sign.touch()
    yield
    sign.unlink()


@pytest.mark.parametrize("file", ["rebound.db", "rebound.db.keys"])
def test_an_erasure_that_cannot_be_kept_is_not_confirmed_and_erases_nothing(
    starter: Starter, tmp_path: Path, begun: Path, file: str
) -> None:
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    terminal = Terminal(tmp_path)
    sitting = starter.start(terminal, point="none")
    sitting.types(None)
    sitting.types("forget me")
    before = rows(terminal)
    with beside(terminal.database.with_name(file), "read-only"):
        shown = sitting.types("yes")
    not_kept(shown)
    assert rows(terminal) == before
    assert sitting.types("yes").startswith(ERASED)
    plainly(sitting)
    assert set(rows(terminal).values()) == {0}


@pytest.fixture
def small_disk(starter: Starter, tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not ran("mount", "-t", "tmpfs", "-o", "size=600k", "none", str(disk)):
        pytest.skip("a small disk can be mounted by root only")
    try:
        yield disk
    finally:
        starter.end_last()
        assert ran("umount", str(disk))


def ran(program: str, *arguments: str) -> bool:
    """Whether a program of the system is there and did what it was asked to."""
    found = shutil.which(program)
    if found is None:
        return False
    return subprocess.run([found, *arguments], capture_output=True, timeout=30, check=False).returncode == 0


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """No room at all for a while."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    yield
    ballast.unlink()


def test_a_disk_that_fills_up_costs_a_sentence_and_no_word(starter: Starter, small_disk: Path, story: Story) -> None:
    terminal = Terminal(small_disk)
    sitting = starter.start(terminal)
    sitting.types(None)
    sitting.types(story.lines[0])
    with filled(small_disk):
        assert "There is no room left for" in not_kept(sitting.types(story.lines[1]))
    assert sitting.types(story.lines[1]).startswith(story.replies[1])
    plainly(sitting)


@pytest.mark.parametrize("spoken", [0, 2])
def test_a_start_on_a_full_disk_is_refused_in_one_sentence_and_loses_nothing(
    starter: Starter, small_disk: Path, tmp_path: Path, story: Story, spoken: int
) -> None:
    terminal, key = Terminal(small_disk), str(tmp_path / "master.key")
    if spoken:
        sitting = starter.start(terminal, key=key)
        for line in (None, *story.lines[:spoken]):
            sitting.types(line)
        plainly(sitting)
    with filled(small_disk):
        assert "There is no room left for" in refused(starter.start(terminal, key=key))
    sitting = starter.start(terminal, key=key)
    assert ends_with(sitting.types(None), story.questions[spoken])
    plainly(sitting)


def refused(sitting: Sitting) -> str:
    """The one sentence that a start is refused with."""
    assert sitting.types(None) == ""
    assert sitting.code == 1
    (sentence,) = sitting.complained
    assert sentence.startswith("rebound: ")
    assert sentence.endswith(".")
    return sentence


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Nobody may write there: by its mode, and for root, whom no mode stops, by the immutable flag."""
    mode = path.stat().st_mode
    if os.geteuid():
        path.chmod(mode & ~0o222)
    elif not ran("chattr", "+i", str(path)):
        pytest.skip("this file system has no immutable flag, and no mode stops root")
    try:
        yield
    finally:
        if os.geteuid():
            path.chmod(mode)
        else:
            assert ran("chattr", "-i", str(path))


@pytest.mark.parametrize("name", ["rebound.db", "rebound.db.keys", "rebound.db.lock", "."])
def test_a_start_on_what_cannot_be_written_is_refused_in_one_sentence_and_loses_nothing(
    starter: Starter, tmp_path: Path, begun: Path, story: Story, name: str
) -> None:
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    terminal = Terminal(tmp_path)
    with unwritable(terminal.database.parent / name):
        assert "rebound.db" in refused(starter.start(terminal))
    sitting = starter.start(terminal)
    resumed(story, sitting.types(None), 3, kept="", stale_recap=False)
    plainly(sitting)


@pytest.mark.parametrize("name", ["rebound.db", "rebound.db-wal"])
def test_a_file_that_becomes_unwritable_in_the_middle_loses_no_line_it_answered(
    starter: Starter, tmp_path: Path, begun: Path, story: Story, name: str
) -> None:
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    terminal = Terminal(tmp_path)
    sitting = starter.start(terminal)
    sitting.types(None)
    with unwritable(terminal.database.with_name(name)):
        shown = sitting.types(story.lines[3])
        was_kept = NOT_KEPT not in shown
        assert was_kept or not_kept(shown)
        plainly(sitting)
    sitting = starter.start(terminal)
    shown = sitting.types(None)
    resumed(story, shown, 3 + was_kept, kept="", stale_recap=False)
    Teller(starter, terminal, story).goes_on(sitting, shown=shown)
    plainly(sitting)
    assert known(terminal) == story.facts


@pytest.mark.parametrize("name", ["data", "key"])
def test_a_folder_that_cannot_be_made_is_named_in_one_sentence(starter: Starter, terminal: Terminal, name: str) -> None:
    (terminal.folder / name).write_text("in the way")
    assert name in refused(starter.start(terminal))
