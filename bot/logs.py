"""What a running coach logs: one line an event, and in it nothing that anybody wrote, no id and no secret, at any level.

Our own loggers (`bot`, `core`) are trusted with their words, not with all values: a `Person` becomes a keyed hash, an
error its `outline`, any other object the name of its type. Of other libraries' loggers no value is kept at all, for what
they log may quote a message or a token: their words are read from the source of the very call, never from the record.
The rules a newcomer could break: log a person as the `Person`, never as `person.id`; and let no library add a handler
of its own (discord.py does, unless it is given `log_handler=None`).
"""

from __future__ import annotations

import ast
import hmac
import logging
import re
import sys
import threading
import tokenize
import warnings
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from core.errors import ReboundError, outline
from core.events import Person

if TYPE_CHECKING:
    import asyncio

OURS = frozenset({"bot", "core"})
LEFT_OUT = "…"
HASH_DIGITS = 12
_PURPOSE = b"rebound: names of people in logs"
_CALLS = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log"})
_VALUE = re.compile(r"%(?:\([^)]*\))?[-#0 +]*[\d*]*(?:\.[\d*]+)?[a-zA-Z]|\{[^{}]*\}")
_NAME = re.compile(r"[\w.:<>-]{1,80}")

log = logging.getLogger(__name__)


class Names:
    """Names for people that say nothing about them: the same for the same person while the master key is the same."""

    def __init__(self, master: bytes) -> None:
        self._key = hmac.digest(master, _PURPOSE, "sha256")

    def of(self, person: Person) -> str:
        """The person's name in the log; that of their tenant, if the id is empty."""
        kind = "person" if person.id else "tenant"
        told = hmac.digest(self._key, "\0".join((kind, *person)).encode("utf-8", "surrogatepass"), "sha256")
        return f"{kind}-{told.hex()[:HASH_DIGITS]}"


class Logs(logging.Handler):
    """Writes clean lines to a stream; the root logger's only handler."""

    def __init__(self, stream: IO[str], *, as_json: bool) -> None:
        super().__init__()
        self._stream = stream
        self._as_json = as_json
        self._names: Names | None = None
        self._renders: logging.Formatter | None = None

    def know(self, names: Names) -> None:
        """From now on people can be told apart; until then each is "somebody"."""
        self._names = names

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a stream that is closed or full costs nobody anything."""
        try:
            print(self._renderer.format(self._cleaned(record)), file=self._stream, flush=True)
        except Exception:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name; it would print the record
        """Say nothing: what could not be logged is not worth a turn."""

    @property
    def _renderer(self) -> logging.Formatter:
        if self._renders is None:  # most chats log nothing, and need not pay for it
            self._renders = _renderer(as_json=self._as_json)
        return self._renders

    def _cleaned(self, record: logging.LogRecord) -> logging.LogRecord:
        """A new record, so that nothing of the old one can follow: not its arguments, exception, stack or extras."""
        is_ours = record.name.partition(".")[0] in OURS
        event = self._words(record) if is_ours else skeleton(record.pathname, record.lineno)
        event = " ".join(event.splitlines())
        name = record.name if _NAME.fullmatch(record.name) else LEFT_OUT
        clean = logging.LogRecord(name, record.levelno, record.pathname, record.lineno, event, (), None)
        error = record.exc_info[1] if record.exc_info else None
        told = {} if is_ours else {"place": f"{Path(record.pathname).name}:{record.lineno}"}
        clean.__dict__["told"] = told if error is None else told | {"error": outline(error)}
        return clean

    def _words(self, record: logging.LogRecord) -> str:
        args = record.args or ()
        try:
            if isinstance(args, Mapping):
                return str(record.msg) % {key: self._told(value) for key, value in args.items()}
            return str(record.msg) % tuple(map(self._told, args)) if args else str(record.msg)
        except (TypeError, ValueError):
            return skeleton(record.pathname, record.lineno)

    def _told(self, value: object) -> object:
        match value:
            case Person():
                return self._names.of(value) if self._names else "somebody"
            case ReboundError():
                return str(value)
            case BaseException():
                return outline(value)
            case None | str() | int() | float() | date() | timedelta() | Path():
                return value
            case _:
                return type(value).__name__


def set_up(level: str, form: str | None, stream: IO[str] | None = None) -> Logs:
    """Log to the error output, and nowhere else; `form` is "human", "json" or None: human on a TTY."""
    stream = sys.stderr if stream is None else stream
    logs = Logs(stream, as_json=form == "json" or (form is None and not stream.isatty()))
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, Logs)]:
        root.removeHandler(handler)
    root.addHandler(logs)
    root.setLevel(level.upper())
    return logs


def _renderer(*, as_json: bool) -> logging.Formatter:
    import structlog

    def add_told(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        event.update(event["_record"].told)
        return event

    lays_out: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
    )
    return structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, lays_out],
        foreign_pre_chain=[
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="timestamp"),
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            add_told,
        ],
    )


# --- what others log: their words as they stand in the source ---


@lru_cache(maxsize=4096)
def skeleton(file: str, line: int) -> str:
    """The words of the logging call at that line of a source file, with whatever is filled in left out."""
    around = [call for call in _calls(file) if call[0] <= line <= call[1]]
    return min(around, key=lambda call: call[1] - call[0])[2] if around else LEFT_OUT


@lru_cache(maxsize=256)
def _calls(file: str) -> tuple[tuple[int, int, str], ...]:
    try:
        with tokenize.open(file) as source:
            tree = ast.parse(source.read())
    except (OSError, SyntaxError, ValueError):
        return ()
    return tuple(
        (node.lineno, node.end_lineno or node.lineno, _literal(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS
    )


def _literal(call: ast.Call) -> str:
    assert isinstance(call.func, ast.Attribute)  # noqa: S101 - `_calls` looks for these
    said = call.args[1:] if call.func.attr == "log" else call.args
    match said[:1]:
        case [ast.Constant(str(text))]:
            return _VALUE.sub(LEFT_OUT, text)
        case [ast.JoinedStr(pieces)]:
            texts = (one.value if isinstance(one, ast.Constant) else LEFT_OUT for one in pieces)
            return _VALUE.sub(LEFT_OUT, "".join(map(str, texts)))
        case _:
            return LEFT_OUT


# --- what nobody catches ---


def take_hooks() -> None:
    """From now on an error that nobody catches leaves its outline, and no value, on the error output."""
    sys.excepthook = _crashed
    threading.excepthook = _thread_died
    sys.unraisablehook = _not_raised
    warnings.showwarning = _warned


def unawaited(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """The event loop's handler for what nobody awaits."""
    error = context.get("exception")
    what = outline(error) if isinstance(error, BaseException) else "no exception"
    log.error("Something on the event loop that nobody waits for ended by an error: %s.", what)


def _crashed(kind: type[BaseException], error: BaseException, _places: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        log.critical("The program was stopped by an error of its own: %s.", outline(error))


def _thread_died(died: threading.ExceptHookArgs) -> None:
    if died.exc_value is not None and not isinstance(died.exc_value, SystemExit):
        log.error("A thread was stopped by an error of its own: %s.", outline(died.exc_value))


def _not_raised(error: sys.UnraisableHookArgs) -> None:
    if error.exc_value is not None:
        log.error("An error came where none can be raised: %s.", outline(error.exc_value))


def _warned(
    message: Warning | str,  # noqa: ARG001 - the names of these are the library's
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    log.warning("Python warns of something: %s at %s:%d.", category.__name__, Path(filename).name, lineno)
