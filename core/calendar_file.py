"""What is to come as a calendar (RFC 5545): one entry a message, at the instant at which it comes.

The rule a newcomer could break: an entry says what the message is about and the place if they named one, and nothing
else that they wrote, because calendars are shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2s

from core import lines
from core.drafts.export import ENTRY, ENTRY_WHY
from core.plan import Nudge
from core.turn.coming import ABOUT, only, upcoming
from core.turn.workbench import Workbench
from core.vocabulary import Filled, Named

_OCTETS_A_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


def as_calendar(bench: Workbench) -> str | None:
    """All that was announced and is still to come; None where nothing is, because no calendar may be empty."""
    slots = [] if bench.held else only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    if not slots:
        return None
    entries = [line for slot in slots for nudge in slot.nudges for line in _entry(bench, nudge, slot.at)]
    kept = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rebound//Rebound//EN", *entries, "END:VCALENDAR"]
    return "".join(_folded(line) for line in kept)


def _entry(bench: Workbench, nudge: Nudge, at: datetime) -> Iterator[str]:
    place = bench.facts(nudge.interview).text("organisation")
    about: Named = ABOUT[nudge.kind][0]
    if place is not None:
        about = Filled(lines.AT_PLACE, (("place", place), ("about", about)))
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(bench, nudge)}"
    yield f"DTSTAMP:{_instant(bench.instant)}"
    yield f"DTSTART:{_instant(at)}"
    yield "DURATION:PT15M"
    yield f"SUMMARY:{_text(str(bench.wording.filled(Filled(ENTRY, (('about', about),)))))}"
    yield f"DESCRIPTION:{_text(str(bench.wording.filled(ENTRY_WHY)))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(bench: Workbench, nudge: Nudge) -> str:
    """The same in every file, also when the message moves, so that a calendar knows it again; it names nobody."""
    told = bench.facts(nudge.interview).latest("told-at")
    at = None if told is None else bench.past.moment_of(told.turn)
    since = "" if at is None else _instant(at)
    return f"{blake2s(f'{since} {nudge.id}'.encode(), digest_size=12).hexdigest()}@rebound"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """On one line, and with nothing in it that would end the value or begin another."""
    printable = "".join(mark if mark.isprintable() else " " for mark in text)
    return " ".join(printable.split()).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A content line broken into pieces of so many octets, never inside a character."""
    pieces, piece, octets = [], "", 0
    for mark in line:
        size = len(mark.encode("utf-8", "replace"))
        if octets + size > _OCTETS_A_LINE:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += mark
        octets += size
    return "".join(f"{one}\r\n" for one in (*pieces, piece))
