"""`rebound chat` as a process of its own, piped."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests import warm

ROOT = Path(__file__).parent.parent
_LOGGED = re.compile(r'\{"event": .*"level": "(debug|info)"|\S+Z \[(debug|info) *\] ')


def complaints(stderr: str) -> list[str]:
    """The lines on the error output, without what is logged at debug and info."""
    return [line for line in stderr.splitlines() if not _LOGGED.match(line)]


@dataclass(frozen=True)
class Terminal:
    """A person's terminal: a folder for the data and one for the key."""

    folder: Path
    at: str = "2026-11-24T12:40"
    zone: str = "Africa/Lusaka"
    program: tuple[str, ...] = ("-m", "bot")
    is_cold: bool = False
    """Whether each command begins from nothing, with the interpreter."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What is set besides, by the names of variables."""

    @property
    def is_warm(self) -> bool:
        return self.program == ("-m", "bot") and not self.is_cold

    @property
    def database(self) -> Path:
        return self.folder / "data" / "rebound.db"

    @property
    def key_file(self) -> Path:
        return self.folder / "key" / "master.key"

    @property
    def environment(self) -> dict[str, str]:
        keep = {name: value for name, value in os.environ.items() if not name.startswith("REBOUND_")}
        return {
            **keep,
            "REBOUND_DATABASE": str(self.database),
            "REBOUND_KEY_FILE": str(self.key_file),
            "REBOUND_LOG": "debug",
            "PYTHONWARNINGS": "error",
            "PYTHONPATH": str(ROOT),
            **self.settings,
        }

    @property
    def command(self) -> list[str]:
        return [sys.executable, *self.program, "chat", "--at", self.at, "--zone", self.zone]

    def start(self) -> subprocess.Popen[bytes] | warm.Process:
        """The process, with pipes. It hears Ctrl-C, also where the tests run in the background and would not."""
        if self.is_warm:
            return warm.started(self.command[len(self.program) + 1 :], environment=self.environment, folder=self.folder)
        pipe = subprocess.PIPE
        heard = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                self.command, stdin=pipe, stdout=pipe, stderr=pipe, env=self.environment, cwd=self.folder
            )
        finally:
            signal.signal(signal.SIGINT, heard)

    def hears(self, *lines: str | bytes) -> subprocess.CompletedProcess[bytes]:
        """All lines at once, to their end."""
        typed = b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines)
        return self.runs("chat", *self.command[len(self.program) + 2 :], typed=typed)

    def told(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """One command to its end, which reads nothing; what it wrote as text."""
        done = self.runs(*map(str, arguments))
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    def runs(self, *arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """One command of the program to its end."""
        if self.is_warm:
            return warm.run(arguments, environment=self.environment, folder=self.folder, typed=typed)
        return subprocess.run(
            [sys.executable, *self.program, *arguments],
            input=typed,
            capture_output=True,
            env=self.environment,
            cwd=self.folder,
            timeout=60,
            check=False,
        )
