"""`rebound chat` that dies by `kill -9` at a named point, for `test_chat_kills`; the product has no hook.

What the product calls is wrapped from outside, and the n-th passing of one point kills the process. Usage:

`python -m tests.killed_chat POINT N chat ...` is one such process; `python -m tests.killed_chat serve SOCKET`
has everything imported and forks a process for each request, so that a start costs some 40 ms, not a second.
The child runs `main` on the pipes it was handed, as `python -m bot` does; without a point nothing in it is
wrapped.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from bot.__main__ import main
from tests.warm import leave

SIGN = "/seen"
"""Typed behind each line: it is no command, changes nothing, and its answer shows the reply complete."""

BEFORE_COMMIT = ("line-read", "turn-asked", "begun", "decided", "half-written", "before-commit")
AFTER_COMMIT = ("committed", "before-printing", "half-printed", "printed", "confirmed")
STARTING = ("key-half-written", "key-written", "key-linked", "tables-half-made", "tables-made", "key-made")
EVERY_STATEMENT = "statement"
"""Before any SQL statement, of the journal or of the key store."""

_BEFORE = {"turn COMMIT": "before-commit", "turn keys COMMIT": "key-half-destroyed"}
_AFTER = {
    "turn BEGIN IMMEDIATE": "begun",
    "turn INSERT OR IGNORE INTO snapshot": "half-written",
    "turn UPDATE snapshot": "half-written",
    "turn COMMIT": "committed",
    "turn DELETE FROM snapshot": "rows-deleted",
    "turn keys INSERT INTO person_key": "key-made",
    "turn keys INSERT INTO doomed": "doomed",
    "turn keys COMMIT": "key-destroyed",
    "CREATE TABLE journal": "tables-half-made",
    "COMMIT": "tables-made",
}
_UNLIMITED = 2**30

is_taking = False
"""Whether a turn is in its transaction; only the store's thread writes and reads it."""


class Killer:
    """Ends this process at the n-th passing of one point."""

    def __init__(self, point: str, n: int) -> None:
        self.point = point
        self.left = n

    def passes(self, point: str | None) -> None:
        """Tell that a point is passed now."""
        if point == self.point:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


killer = Killer("", 0)


class Connection(sqlite3.Connection):
    """A connection whose every statement goes through `Cursor.execute`."""

    def __init__(self, database: Any, *args: Any, **options: Any) -> None:
        super().__init__(database, *args, **options)
        self.file = Path(str(database))

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or Cursor)

    def execute(self, sql: str, *args: Any) -> Any:
        return self.cursor().execute(sql, *args)


class Cursor(sqlite3.Cursor):
    """Knows the points around a statement, and the troubles of a file."""

    connection: Connection

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:  # type: ignore[override]
        file = self.connection.file
        if file.name == ":memory:":
            return super().execute(sql, *args)
        killer.passes(EVERY_STATEMENT)
        place = f"{'turn ' if is_taking else ''}{'keys ' if file.suffix == '.keys' else ''}"
        said = f"{place}{' '.join(sql.split())}"
        if is_taking:
            self._suffer(file)
        killer.passes(_found(_BEFORE, said))
        done = super().execute(sql, *args)
        killer.passes(_found(_AFTER, said))
        return done

    def _suffer(self, file: Path) -> None:
        """A file `<database>.full` or `<database>.read-only` makes the database so, while it is there."""
        full, read_only = Path(f"{file}.full").exists(), Path(f"{file}.read-only").exists()
        super().execute(f"PRAGMA max_page_count = {1 if full else _UNLIMITED}")
        super().execute(f"PRAGMA query_only = {int(read_only)}")


def _found(points: dict[str, str], said: str) -> str | None:
    return next((point for start, point in points.items() if said.startswith(start)), None)


def _wrap(owner: Any, name: str, around: Callable[..., Any]) -> None:
    """Put `around(original, ...)` in the place of a function."""
    original = getattr(owner, name)

    @wraps(original)
    def wrapped(*args: Any, **options: Any) -> Any:
        return around(original, *args, **options)

    setattr(owner, name, wrapped)


def _passing(*, before: str | None = None, after: str | None = None) -> Callable[..., Any]:
    def around(original: Callable[..., Any], *args: Any, **options: Any) -> Any:
        killer.passes(before)
        result = original(*args, **options)
        killer.passes(after)
        return result

    return around


def _hear(original: Callable[..., bool], chat: Any, line: bytes) -> bool:
    if line.strip() != SIGN.encode():
        killer.passes("line-read")
    return original(chat, line)


def _say(original: Callable[..., None], chat: Any, text: str) -> None:
    if SIGN in text:
        original(chat, text)
        return
    killer.passes("before-printing")
    if killer.point == "half-printed" and killer.left == 1:
        chat.out.write(text[: len(text) // 2])
        chat.out.flush()
    killer.passes("half-printed")
    original(chat, text)
    killer.passes("printed")


def _take(original: Callable[..., Any], *args: Any) -> Any:
    global is_taking
    is_taking = True
    try:
        return original(*args)
    finally:
        is_taking = False


def _write_key(original: Callable[..., None], path: Path, content: bytes) -> None:
    if killer.point == "key-half-written":
        original(path, content[: len(content) // 2])
        killer.passes("key-half-written")
        path.unlink()
    original(path, content)
    killer.passes("key-written")


def wrap(point: str, n: int) -> None:
    """Have this process die at the n-th passing of the point."""
    global killer
    from bot.terminal.chat import Chat
    from core.coach import Coach
    from core.store import durable
    from core.store.sqlite import SqliteKeeper
    from core.store.writer import Writer

    killer = Killer(point, n)
    _wrap(sqlite3, "connect", _connect)
    _wrap(os, "link", _passing(after="key-linked"))
    _wrap(durable, "create", _write_key)
    _wrap(Chat, "hear", _hear)
    _wrap(Chat, "_say", _say)
    _wrap(Coach, "take", _passing(before="turn-asked"))
    _wrap(Coach, "decide", _passing(after="decided"))
    _wrap(SqliteKeeper, "take", _take)
    _wrap(Writer, "mark_sent", _passing(after="confirmed"))


def _connect(original: Callable[..., Any], *args: Any, **options: Any) -> Any:
    return original(*args, factory=Connection, **options)


def serve(requests: socket.socket) -> list[str]:
    """Fork a process for each request; gives that process, and never the server, its arguments."""
    import core.store.sqlite
    import core.store.writer  # noqa: F401
    from bot.app import warmed_up

    # What a process makes once and for all: its words, and the patterns that texts are read with.
    warmed_up()
    while True:
        request, pipes, _, _ = socket.recv_fds(requests, 1 << 16, 3)
        if not request:
            requests.close()
            raise SystemExit(0)
        child = os.fork()
        if child == 0:
            requests.close()
            return _become(json.loads(request), pipes)
        for pipe in pipes:
            os.close(pipe)
        requests.sendall(b"%d\n" % child)
        requests.sendall(b"%d\n" % os.waitpid(child, 0)[1])


def _become(request: dict[str, Any], pipes: list[int]) -> list[str]:
    for target, pipe in enumerate(pipes):
        os.dup2(pipe, target)
        os.close(pipe)
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    if request["point"]:
        wrap(request["point"], request["n"])
    arguments: list[str] = request["arguments"]
    return arguments


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        leave(main(serve(socket.socket(fileno=int(sys.argv[2])))))
    wrap(sys.argv[1], int(sys.argv[2]))
    raise SystemExit(main(sys.argv[3:]))
