"""Commands of the program that begin where all of it is imported already: a server forks a process for each.

From its arguments on, such a process does what `python -m bot` does; a start costs some 40 ms, not a second. How the program
begins from nothing is shown where a test starts it itself: `Terminal.start`, `test_readme`, `test_serving`.

`python -m tests.warm SOCKET` is the server.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

ROOT = Path(__file__).parent.parent
HEARD = "Just out of my interview at Acme yesterday. I froze, it went badly, no, it was Tuesday at 9"
"""What texts are read with is built when it is first needed."""


def run(
    arguments: Sequence[str], *, environment: Mapping[str, str], folder: Path, typed: bytes = b"", seconds: float = 60.0
) -> subprocess.CompletedProcess[bytes]:
    """One command to its end."""
    if sys.platform != "linux":
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=typed,
            capture_output=True,
            env=environment,
            cwd=folder,
            timeout=seconds,
            check=False,
        )
    request = {"arguments": [*arguments], "environment": {**environment}, "folder": str(folder)}
    with TemporaryFile() as given, TemporaryFile() as said, TemporaryFile() as complained:
        given.write(typed)
        given.seek(0)
        code = _server().does(request, [given.fileno(), said.fileno(), complained.fileno()], seconds)
        said.seek(0)
        complained.seek(0)
        return subprocess.CompletedProcess(arguments, code, said.read(), complained.read())


def stop() -> None:
    """End the server, if there is one."""
    if _server.cache_info().currsize:
        _server().close()
        _server.cache_clear()


class _Server:
    def __init__(self) -> None:
        self._requests, theirs = socket.socketpair()
        self._answers = self._requests.makefile("rb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            start_new_session=True,
        )
        theirs.close()

    def does(self, request: dict[str, Any], files: Sequence[int], seconds: float) -> int:
        """Have a process do it on these files; its exit code, negative for a signal."""
        self._requests.settimeout(seconds)
        # The request itself is longer than what is sure to go along with files.
        content = json.dumps(request).encode()
        socket.send_fds(self._requests, [b"%10d" % len(content)], files)
        self._requests.sendall(content)
        try:
            return os.waitstatus_to_exitcode(int(self._answers.readline()))
        except TimeoutError:
            os.killpg(self._process.pid, signal.SIGKILL)  # with the command that does not end
            stop()
            raise

    def close(self) -> None:
        self._answers.close()
        self._requests.close()
        self._process.wait()


@cache
def _server() -> _Server:
    return _Server()


def serve(requests: socket.socket) -> None:
    """Fork a process for each request, and return in that process; the server itself ends here."""
    import core.store.sqlite
    import core.store.writer  # noqa: F401
    from core.understanding import read
    from core.wording import load

    load()
    read(HEARD)
    gc.freeze()
    while True:
        length, files, _, _ = socket.recv_fds(requests, 10, 3)
        if not length:
            requests.close()
            raise SystemExit(0)
        request = json.loads(requests.recv(int(length), socket.MSG_WAITALL))
        child = os.fork()
        if child == 0:
            requests.close()
            _become(request, files)
            return
        for file in files:
            os.close(file)
        requests.sendall(b"%d\n" % os.waitpid(child, 0)[1])


def _become(request: dict[str, Any], files: Sequence[int]) -> None:
    for target, file in enumerate(files):
        os.dup2(file, target)
        os.close(file)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    sys.argv[1:] = request["arguments"]


if __name__ == "__main__":
    from bot.__main__ import run as run_program

    serve(socket.socket(fileno=int(sys.argv[1])))
    raise SystemExit(run_program())
