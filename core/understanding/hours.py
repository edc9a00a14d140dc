"""The hours in which somebody wants to be written to: "don't write before 2pm", "only between 5 and 8 in the evening"."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import NamedTuple

from core.understanding.expressions import expression
from core.understanding.text import fold
from core.understanding.times import Direction, Kind
from core.understanding.times import read as moment_in


class Hours(NamedTuple):
    """The first and the last hour, local; None where they did not say."""

    earliest: time | None = None
    latest: time | None = None


_LONGEST = 160
_WRITE = r"(?:(?:write|message|text|contact|remind|disturb|ping|nudge|bother|mail|msg|wake)(?: (?:to )?me(?: up)?)?|send (?:me )?(?:messages|anything|reminders|stuff))"
_MESSAGES = r"(?:messages|reminders|nudges|texts|pings|notifications)"
_HOUR = r"(?:noon|midday|midnight|\d{1,2}(?:[:.]\d\d)?) ?(?:o'?clock)?(?: ?[ap]\.?m\.?)?(?: in the (?:morning|afternoon|evening))?(?![\d:.]|\w| (?:days?|weeks?|hours?|minutes?)\b)"
_SIDE = r"(?P<side>before|after|from|until|till|earlier than|later than)"
_NOT_THEN = expression(
    rf"\b(?:(?:don't|dont|do not|never|not to) (?:please |ever |even |you |dare |to )*{_WRITE}(?: anything)?|no {_MESSAGES}(?: please)?) {_SIDE} (?P<hour>{_HOUR})"
)
_ONLY_THEN = expression(
    rf"\b(?:only (?:please )?{_WRITE}|{_WRITE} only|{_MESSAGES} only|only {_MESSAGES}|i(?:'m| am) only (?:free|awake|up|reachable|available)) {_SIDE} (?P<hour>{_HOUR})"
)
_BETWEEN = expression(
    rf"\b(?:only|(?:please )?{_WRITE}|{_MESSAGES})(?: {_WRITE})?(?: only| just)? (?:between|from) (?P<first>{_HOUR}) (?:and|to|till|until|-) (?P<last>{_HOUR})"
)
_THEIRS = expression(r"\b(?:they|he|she|told us|the (?:panel|form|agency|recruiter)) ")
_MIDNIGHT = datetime(2026, 1, 1, tzinfo=UTC)
_NOON = time(12)
_OPENS = {"after", "from", "later than"}


def read(text: str) -> Hours | None:
    """The hours that a short text names for being written to; None when it names none."""
    folded = fold(text) if len(text) <= _LONGEST else ""
    if not folded or _THEIRS.search(folded):
        return None
    if between := _BETWEEN.search(folded):
        first, last = _clock(between["first"]), _clock(between["last"], late=True)
        return Hours(first, last) if first and last else None
    not_then = _NOT_THEN.search(folded)
    found = not_then or _ONLY_THEN.search(folded)
    if found is None:
        return None
    is_earliest = (found["side"] in _OPENS) is (not_then is None)
    hour = _clock(found["hour"], late=not is_earliest)
    if hour is None:
        return None
    return Hours(earliest=hour) if is_earliest else Hours(latest=hour)


def _clock(words: str, *, late: bool = False) -> time | None:
    """The hour of a few words; "8" is the evening's where a last hour is meant."""
    moment = moment_in(words if words[:1].isalpha() else f"at {words}", _MIDNIGHT, Direction.FUTURE)
    if moment is None or moment.kind is not Kind.INSTANT:
        return None
    said = [one.start.time() for one in (moment, *moment.also) if one.kind is Kind.INSTANT]
    return next((one for one in said if one >= _NOON), said[0]) if late else said[0]
