"""What a text was understood to mean, as plain data: for a counsellor who wants to know why the coach reacted so.

A text is read here as the coach reads it, but nobody was asked anything: where an open question would decide
between readings, the one that a text has by itself is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.safety import as_meant
from core.safety.weighed import heaviest
from core.turn import passing
from core.understanding import Reading, areas, read, times
from core.understanding.commands import Command
from core.understanding.times import Direction, Kind, Moment

NOT_TOLD = {Command.RESUME, Command.KNOWN}
"""Ways of going on and of asking for one's notes that belong to a conversation under way."""


def explained(text: str, now: datetime, expects: Direction | None = None) -> dict[str, Any]:
    """Everything understood of a text; `now` is aware and local, `expects` the side on which a time is looked for.

    With no `expects` a time ahead is looked for, and one that has been only where there is none.
    """
    reading = read(text)
    return {
        "text": text,
        "command": _command(reading),
        "time": _time(text, now, expects),
        "danger": _danger(reading),
        **({"asks_because_of": heaviest(as_meant.words(text))} if reading.may_be_danger else {}),
        "areas": {area.value: verdict.value for area, verdict in areas.read(text).items()},
        "facts": _facts(reading, now),
    }


def _danger(reading: Reading) -> str | None:
    """Its level, or the one it would have, where the coach asks first."""
    danger = reading.danger or reading.may_be_danger
    return None if danger is None else danger.level.value


def _command(reading: Reading) -> str | None:
    """The command that the whole text is; an answer that only begins with a yes is none."""
    return None if reading.order is None or reading.order in NOT_TOLD else reading.order.value


def _time(text: str, now: datetime, expects: Direction | None) -> dict[str, Any] | None:
    sides = (Direction.FUTURE, Direction.PAST) if expects is None else (expects,)
    moment = next((moment for side in sides if (moment := times.read(text, now, side)) is not None), None)
    if moment is None:
        return None
    return {**_moment(moment), "also": [_moment(other) for other in moment.also]}


def _moment(moment: Moment) -> dict[str, Any]:
    """The moment without its other readings, in local time."""
    told: dict[str, Any] = {"kind": moment.kind.value, "at": _at(moment.start, is_day=moment.kind is Kind.DATE)}
    if moment.end is not None:
        told["until"] = _at(moment.end)
    if moment.rule is not None:
        told["rule"] = moment.rule.as_dict()
    return told


def _at(moment: datetime, *, is_day: bool = False) -> str:
    return f"{moment:%Y-%m-%d}" if is_day else f"{moment:%Y-%m-%dT%H:%M}"


def _facts(reading: Reading, now: datetime) -> Mapping[str, Any]:
    """The details in passing; a command is carried out, and nothing of the interview is read out of it."""
    if reading.order is not None:
        return {}
    return dict(sorted(passing.caught(reading, now).items()))
