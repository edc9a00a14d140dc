"""Processes of the program that begin where all of it is imported already: a server forks each of them.

From its arguments on, such a process does what `python -m bot` does, or `python -m tests.served`; a start costs some 40 ms, not a
second, and not five where it is made ready for many. How the program begins from nothing is shown where a test starts it
itself: `test_readme`, `test_slack_first_run`, and one test each of `test_serving`, `test_typed` and `test_chat`.

`python -m tests.warm PROGRAM SOCKET` is the server.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import select
import selectors
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, NoReturn

ROOT = Path(__file__).parent.parent
HEARD = "Just out of my interview at Acme yesterday. I froze, it went badly, no, it was Tuesday at 9"
"""What texts are read with is built when it is first needed."""
PROGRAMS = {"bot": "bot.__main__", "tests.served": "tests.served"}
"""By what stands behind `python -m`: the module whose `run` it is."""


def run(
    arguments: Sequence[str], *, environment: Mapping[str, str], folder: Path, typed: bytes = b"", seconds: float = 60.0
) -> subprocess.CompletedProcess[bytes]:
    """One command to its end."""
    with TemporaryFile() as given, TemporaryFile() as said, TemporaryFile() as complained:
        given.write(typed)
        given.seek(0)
        process = started(
            arguments, environment=environment, folder=folder, stdin=given, stdout=said, stderr=complained
        )
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
        said.seek(0)
        complained.seek(0)
        return subprocess.CompletedProcess(arguments, code, said.read(), complained.read())


def started(
    arguments: Sequence[str],
    *,
    environment: Mapping[str, str],
    folder: Path,
    stdin: IO[bytes] | int = subprocess.PIPE,
    stdout: IO[bytes] | int = subprocess.PIPE,
    stderr: IO[bytes] | int = subprocess.PIPE,
    program: str = "bot",
) -> subprocess.Popen[bytes] | Process:
    """A process that goes on; on pipes, where nothing else is named."""
    if sys.platform != "linux":
        return subprocess.Popen(
            [sys.executable, "-m", program, *arguments],
            stdin=stdin, stdout=stdout, stderr=stderr, env=environment, cwd=folder,
        )  # fmt: skip
    request = {"arguments": [*arguments], "environment": {**environment}, "folder": str(folder)}
    return Process(_server(program), request, [stdin, stdout, stderr])


class Process:
    """As a `Popen`: its parent is the server, which tells how it has ended."""

    def __init__(self, server: _Server, request: dict[str, Any], files: Sequence[IO[bytes] | int]) -> None:
        ours: list[IO[bytes] | None] = []
        theirs: list[int] = []
        piped: list[int] = []
        for number, file in enumerate(files):
            if file == subprocess.PIPE:
                ends = os.pipe()
                their_end, our_end = ends if number == 0 else ends[::-1]
                ours.append(os.fdopen(our_end, "wb" if number == 0 else "rb"))
                piped.append(their_end)
                theirs.append(their_end)
            else:
                ours.append(None)
                theirs.append(file if isinstance(file, int) else file.fileno())
        told, tells = os.pipe()
        piped.append(tells)
        self.stdin, self.stdout, self.stderr = ours
        self._told = os.fdopen(told, "rb", buffering=0)
        self.returncode: int | None = None
        try:
            server.does(request, [*theirs, tells])
        finally:
            for end in piped:
                os.close(end)
        self.pid = int(self._line())

    def _line(self) -> bytes:
        line = self._told.readline()
        if not line:
            raise AssertionError("The server of the tests has ended before what it has started.")
        return line

    def poll(self) -> int | None:
        """The exit code once there is one, negative for a signal."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("a process of the tests", timeout or 0)
            self.returncode = os.waitstatus_to_exitcode(int(self._line()))
            self._told.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def communicate(self, typed: bytes = b"") -> tuple[bytes, bytes]:
        """Type this last; what it has written, which must fit into its pipes."""
        assert self.stdin and self.stdout and self.stderr  # noqa: PT018
        self.stdin.write(typed)
        self.stdin.close()
        return self.stdout.read(), self.stderr.read()

    def __enter__(self) -> Process:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for pipe in (self.stdout, self.stderr, self.stdin):
            if pipe is not None:
                pipe.close()
        self.wait()


def stop() -> None:
    """End the servers there are."""
    while _RUNNING:
        _RUNNING.pop().close()
    _server.cache_clear()


class _Server:
    def __init__(self, program: str) -> None:
        self._requests, theirs = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm", program, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            start_new_session=True,
        )
        theirs.close()
        _RUNNING.append(self)

    def does(self, request: dict[str, Any], files: Sequence[int]) -> None:
        """Have a process do it on three files, and told on the fourth which it is and how it has ended."""
        # The request itself is longer than what is sure to go along with files.
        content = json.dumps(request).encode()
        socket.send_fds(self._requests, [b"%10d" % len(content)], files)
        self._requests.sendall(content)

    def close(self) -> None:
        self._requests.close()
        self._process.wait()


_RUNNING: list[_Server] = []


@cache
def _server(program: str) -> _Server:
    return _Server(program)


def serve(requests: socket.socket) -> None:
    """Fork a process for each request, and return in that process; the server itself ends here."""
    with selectors.DefaultSelector() as waited:
        waited.register(requests, selectors.EVENT_READ)
        while True:
            for key, _ in waited.select():
                if key.data is None:
                    if _forked(requests, waited):
                        return
                else:
                    _ended(key, waited)


def _forked(requests: socket.socket, waited: selectors.BaseSelector) -> bool:
    """Whether this is the process that was asked for."""
    length, files, _, _ = socket.recv_fds(requests, 10, 4)
    if not length:
        requests.close()
        raise SystemExit(0)
    request = json.loads(requests.recv(int(length), socket.MSG_WAITALL))
    child = os.fork()
    if child == 0:
        for key in waited.get_map().values():
            os.close(key.fd)
            if key.data is not None:
                os.close(key.data[1])
        requests.detach()
        os.close(files.pop())
        _become(request, files)
        return True
    *theirs, tells = files
    for file in theirs:
        os.close(file)
    os.write(tells, b"%d\n" % child)
    waited.register(os.pidfd_open(child), selectors.EVENT_READ, (child, tells))
    return False


def _ended(key: selectors.SelectorKey, waited: selectors.BaseSelector) -> None:
    child, tells = key.data
    waited.unregister(key.fd)
    os.close(key.fd)
    with suppress(BrokenPipeError):  # nobody waits for it any more
        os.write(tells, b"%d\n" % os.waitpid(child, 0)[1])
    os.close(tells)


def _become(request: dict[str, Any], files: Sequence[int]) -> None:
    for target, file in enumerate(files):
        os.dup2(file, target)
        os.close(file)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
    sys.stdout.reconfigure(line_buffering=os.isatty(1))  # type: ignore[union-attr]
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    sys.argv[1:] = request["arguments"]


def make_ready(program: str) -> None:
    """What a process would make at its start, or at the first text, once and for all of them."""
    import core.store.sqlite
    import core.store.writer  # noqa: F401
    from bot.adapters import vocabularies
    from bot.app import warmed_up
    from core.understanding import read
    from core.wording import load

    if program == "bot":
        load()
        read(HEARD)
    else:
        for served in (["slack"], ["discord"], ["slack", "discord"]):
            load(around=vocabularies(served))
        warmed_up()
    gc.freeze()


def leave(code: int) -> NoReturn:
    """End as a program does, but for taking apart all that it shares with the server, which would copy it first."""
    threading._shutdown()  # type: ignore[attr-defined]  # there is no public way to end without that last step
    atexit._run_exitfuncs()
    gc.collect()  # who left something open is told so
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run_program = importlib.import_module(PROGRAMS[sys.argv[1]]).run
    make_ready(sys.argv[1])
    serve(socket.socket(fileno=int(sys.argv[2])))
    leave(run_program())
