"""`rebound read`: lines in, one JSON object a line out, of what the coach understands of each."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TextIO

from bot.clock import SystemClock, local_zone_name, standing
from bot.terminal.pipes import leave_quietly
from core import clock
from core.errors import ReboundError
from core.explanation import explained
from core.records import unsaid
from core.understanding.text import clean
from core.understanding.times import Direction


@unsaid
@dataclass(frozen=True, slots=True)
class Ask:
    """A text to read, and what is known beside it."""

    text: str
    at: str | None = None
    """ISO 8601; local to `zone` unless it carries an offset; None for the present."""
    zone: str = "UTC"
    expects: Direction | None = None


def read_input(*, at: str | None, zone: str | None) -> int:
    """Read standard input to its end; the exit code. Raises `ReboundError` for an `at` or a `zone` that is none."""
    usual = Ask("", at, zone or local_zone_name())
    _now(usual)  # refused before the first line is waited for
    try:
        read_all(iter(sys.stdin.buffer.readline, b""), sys.stdout, usual)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        leave_quietly()
    return 0


def read_all(lines: Iterable[bytes], out: TextIO, usual: Ask) -> None:
    """Answer every line with one; `usual` is what holds where a line does not say otherwise.

    A line that cannot be read as asked is answered with {"error": a sentence}, and the next one is read.
    """
    for line in lines:
        try:
            answer = _answered(_asked(line, usual))
        except ReboundError as error:
            answer = {"error": str(error)}
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()


def _asked(line: bytes, usual: Ask) -> Ask:
    """A JSON object or string is taken as such, everything else as it stands."""
    typed = line.decode("utf-8", "replace").rstrip("\r\n")
    try:
        given = json.loads(typed) if typed.lstrip()[:1] in ("{", '"') else typed
    except (ValueError, RecursionError):
        given = typed
    if isinstance(given, dict):
        return _from_object(given, usual)
    return Ask(given, usual.at, usual.zone, usual.expects)


def _from_object(given: dict[str, Any], usual: Ask) -> Ask:
    """The fields of {"text", "at", "zone", "expects"}; all but the first may be missing."""
    odd = given.keys() - {"text", "at", "zone", "expects"}
    if odd or not isinstance(given.get("text"), str):
        raise ReboundError(
            'A JSON object is read when it has "text", and beside it at most "at", "zone" and "expects".'
        )
    if not all(isinstance(value, str | None) for value in given.values()):
        raise ReboundError('"at", "zone" and "expects" are texts.')
    if given.get("expects") not in (None, *Direction):
        raise ReboundError('"expects" is "future" or "past".')
    expects = Direction(given["expects"]) if given.get("expects") else usual.expects
    return Ask(given["text"], given.get("at") or usual.at, given.get("zone") or usual.zone, expects)


def _answered(ask: Ask) -> dict[str, Any]:
    return explained(clean(ask.text), _now(ask), ask.expects)


def _now(ask: Ask) -> datetime:
    """The present of the text, in its zone."""
    zone = clock.zone(ask.zone)
    return standing(ask.at, ask.zone, SystemClock()).now().astimezone(zone)
