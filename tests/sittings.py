"""A chat seen from the person's side of the pipes: what they type and see, and that it may die meanwhile."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.terminal.chat import ME
from bot.terminal.show import to_text
from core.facts import Value
from core.messages import Prompt
from core.replay import replay
from core.state import decode_state
from core.store import KeyFile, open_store
from core.wording import load
from tests.conversation import Conversation
from tests.killed_chat import SIGN
from tests.terminal import ROOT, Terminal, complaints

SECONDS = 30.0
"""How long anything may take before it counts as stuck."""
RECAPS = (
    "Back to ",
    "We were talking about ",
    "Where we left off: ",
    "Back where we were.",
    "We were in the middle of this.",
)


class Starter:
    """Starts chats by forking a process in which the program is imported already."""

    def __init__(self, folder: Path) -> None:
        # Of the last one; apart from its data, whose disk may be full.
        self._complaints = folder / "complaints"
        ours, theirs = socket.socketpair()
        self._requests = ours
        self._requests.settimeout(SECONDS)
        self._answers = ours.makefile("rb")
        self._last: Sitting | None = None
        self.killed = 0
        """How many were ended by `kill -9` so far."""
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.killed_chat", "serve", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
        )
        theirs.close()

    def start(self, terminal: Terminal, *, point: str = "", n: int = 0, key: str | None = None) -> Sitting:
        """A chat; with a point one that dies there, without one the plain program."""
        self.end_last()
        typing, screen = os.pipe(), os.pipe()
        ours = {name: text for name, text in terminal.environment.items() if name.startswith("REBOUND_")}
        request = {
            "folder": str(terminal.folder),
            "environment": {**ours, "REBOUND_KEY_FILE": key} if key else ours,
            "arguments": terminal.command[len(terminal.program) + 1 :],
            "point": point,
            "n": n,
        }
        with self._complaints.open("wb") as errors:
            socket.send_fds(self._requests, [json.dumps(request).encode()], [typing[0], screen[1], errors.fileno()])
            pid = int(self._answers.readline())
        os.close(typing[0])
        os.close(screen[1])
        self._last = Sitting(self, pid, typing[1], screen[0], self._complaints)
        return self._last

    def end_last(self) -> None:
        """A test that failed may have left its chat running; there is one at a time."""
        last, self._last = self._last, None
        if last is not None and last.is_alive:
            last.kill()
            last.leaves()

    def ended(self) -> int:
        """Wait for the end of the last one started; its exit code, negative for a signal."""
        code = os.waitstatus_to_exitcode(int(self._answers.readline()))
        self.killed += code == -signal.SIGKILL
        return code

    def close(self) -> None:
        """End the server, and nothing else is left."""
        self.end_last()
        self._requests.shutdown(socket.SHUT_RDWR)
        self._answers.close()
        self._requests.close()
        try:
            self._server.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait(SECONDS)
            raise


@dataclass
class Sitting:
    """One process of the chat."""

    starter: Starter
    pid: int
    typing: int
    screen: int
    complaints: Path
    dies_at: float | None = None
    """On the monotonic clock: when to kill it from here."""
    is_alive: bool = True
    seen: str = ""
    """All that stood on the screen."""
    code: int | None = None
    _unread: bytes = field(default=b"", repr=False)

    def types(self, line: str | None) -> str:
        """Type a line, or just look; what was shown. If the process died meanwhile, `is_alive` says so."""
        with suppress(BrokenPipeError):
            os.write(self.typing, b"".join(f"{text}\n".encode() for text in (line, SIGN) if text is not None))
        while SIGN.encode() not in self._unread or not self._unread.endswith(b"\n\n"):
            if not self._read():
                break
        shown = self._unread.decode(errors="replace")
        self._unread = b""
        text, sign, _ = shown.rpartition(f"There is no command {SIGN}")
        shown = text if sign else shown
        self.seen += shown
        return shown

    def _read(self) -> bool:
        deadline = time.monotonic() + SECONDS
        while True:
            until = deadline if self.dies_at is None else min(deadline, self.dies_at)
            if select.select([self.screen], [], [], max(0.0, until - time.monotonic()))[0]:
                data = os.read(self.screen, 1 << 16)
                self._unread += data
                if not data:
                    self._ended()
                return bool(data)
            if self.dies_at is None or until == deadline:
                self.kill()
                raise AssertionError(f"Nothing came within {SECONDS} seconds after {self.seen[-200:]!r}.")
            self.kill()

    def kill(self) -> None:
        """`kill -9`. While it is alive its pipes are open and nobody has waited for it: the id is its own."""
        self.dies_at = None
        os.kill(self.pid, signal.SIGKILL)

    def leaves(self) -> str:
        """The pipe ends; what was still shown."""
        if not self.is_alive:
            return ""
        os.close(self.typing)
        self.typing = -1
        while self._read():
            pass
        shown, self._unread = self._unread.decode(errors="replace"), b""
        self.seen += shown
        return shown

    def _ended(self) -> None:
        self.is_alive = False
        for end in (self.typing, self.screen):
            if end >= 0:
                os.close(end)
        self.code = self.starter.ended()
        complaints = self.complaints.read_text()
        assert "Traceback" not in complaints, complaints[-3000:]

    @property
    def complained(self) -> list[str]:
        """The lines on the error output besides debug logs."""
        return complaints(self.complaints.read_text())


@dataclass(frozen=True)
class Story:
    """A conversation nobody interrupts, to compare with."""

    lines: Sequence[str]
    replies: Sequence[str]
    """To each line, without the question at the end."""
    questions: Sequence[frozenset[str]]
    """The question open before each line, as the screen may show it."""
    facts: dict[str, dict[str, Value]]
    note: str

    @property
    def ending(self) -> str:
        """What is said last."""
        return self.replies[-1]

    def position(self, shown: str) -> int:
        """Which line answers the question that the screen ends with."""
        (position,) = (n for n, asked in enumerate(self.questions) if ends_with(shown, asked))
        return position


def ends_with(shown: str, questions: frozenset[str]) -> bool:
    """Whether the screen ends with one of these."""
    return any(f"\n{shown}".endswith(f"\n{question}\n\n") for question in questions)


def told(folder: Path, lines: Sequence[str]) -> Story:
    """Have the story told without a process, a pipe or an interruption."""
    talk = Conversation(folder).arrives()
    replies, questions = [], []
    for line in lines:
        questions.append(_asked(talk))
        talk.says(line)
        replies.append(to_text(tuple(part for part in talk.heard if not isinstance(part, Prompt))))
    facts = _values(talk.store.snapshot(talk.person))
    talk.close()
    (note,) = {note_in(reply) for reply in replies if "Kind regards" in reply}
    return Story(lines, replies, questions, facts, note)


def _asked(talk: Conversation) -> frozenset[str]:
    run = talk.state.runs[-1]
    question = replay(run, talk.state.facts_of(run.interview)).question
    assert question is not None
    prompt, wording = talk.prompt, load()
    texts = [wording.said(question.words, time, question.args) for time in range(3)]
    texts.append(wording.aside(question.words, "short", question.args))
    prompts = [
        Prompt(text, prompt.run, prompt.question, prompt.shape, prompt.choices) for text in (prompt.text, *texts)
    ]
    return frozenset(to_text((one,)) for one in prompts)


def note_in(shown: str) -> str:
    """The last note on the screen."""
    start = shown.rindex("Dear ")
    return shown[start : shown.index("Kind regards", start)]


def known(terminal: Terminal) -> dict[str, dict[str, Value]]:
    """The facts in the journal, by scope and name; how many turns they took plays no part."""
    with closing(open_store(terminal.database, KeyFile(terminal.key_file))) as store:
        return _values(store.snapshot(ME))


def _values(snapshot: bytes | None) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = {}
    for scope, facts in decode_state(snapshot).facts.items():
        for name, fact in facts.items():
            if not name.startswith("forget."):  # a "no" to that question is no part of the story
                found.setdefault(scope, {})[name] = fact.value
    return found
