"""The time: the only module that reads a clock.

A standing clock serves `rebound chat --at` and piped conversations; a moved one lets a whole process be taken through
the days in minutes, for tests.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from time import monotonic
from typing import Protocol
from urllib.parse import urlsplit

from core import clock as zones
from core.errors import ReboundError

READ_AGAIN_AFTER = 1.0
"""Seconds for which an offset that was read counts."""
FARTHEST = timedelta(days=36525)

_OFFSET = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,6})?", re.ASCII)

log = logging.getLogger(__name__)


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 (the one place that may)


class MovedClock(SystemClock):
    """The machine's clock and an offset in seconds, which stands in a file and is read again each second."""

    def __init__(self, file: Path) -> None:
        """A file that gives no offset is refused; later the last one it gave stays."""
        self._file = file
        try:
            self._offset = _offset_in(file)
        except _NoOffset as reason:
            raise ReboundError(
                f"REBOUND_CLOCK_FILE names {file}, {reason}; write a number of seconds into it, such as 3600."
            ) from None
        self._read_at = monotonic()
        self._is_unfit = False

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of the machine's."""
        if monotonic() - self._read_at >= READ_AGAIN_AFTER:
            self._read_at = monotonic()
            self._read()
        return self._offset

    def _read(self) -> None:
        try:
            offset = _offset_in(self._file)
        except _NoOffset as reason:
            if not self._is_unfit:
                log.warning("The clock keeps its last offset, for REBOUND_CLOCK_FILE names %s, %s.", self._file, reason)
            self._is_unfit = True
            return
        if offset != self._offset:
            log.info("The clock is now %s seconds ahead of the machine's.", offset.total_seconds())
        self._offset, self._is_unfit = offset, False

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return super().now() + self.offset


class _NoOffset(Exception):
    """A file gives no offset; the message says what is wrong with it."""


def _offset_in(file: Path) -> timedelta:
    try:
        text = file.read_text("utf-8").strip()
    except FileNotFoundError:
        raise _NoOffset("which does not exist") from None
    except (OSError, UnicodeDecodeError):
        raise _NoOffset("which cannot be read") from None
    if not text:
        raise _NoOffset("which is empty")
    if not _OFFSET.fullmatch(text):
        raise _NoOffset("in which there is no plain number")
    offset = timedelta(seconds=float(text))
    if abs(offset) > FARTHEST:
        raise _NoOffset("which moves the clock by more than a hundred years")
    return offset


def ticking(file: Path | None, addresses: Iterable[str]) -> SystemClock:
    """The machine's clock, or one moved by a file; that is for tests, where no address leads off this machine.

    `addresses` are those of every platform that is configured.
    """
    if file is None:
        return SystemClock()
    for address in addresses:
        if not _is_loopback(address):
            raise ReboundError(
                f"REBOUND_CLOCK_FILE is for tests on this machine alone, but {address} leads off it; "
                "set every API address to 127.0.0.1, or unset REBOUND_CLOCK_FILE."
            )
    return MovedClock(file)


def offset(clock: Clock) -> timedelta:
    """How far a clock is ahead of the machine's, by which schedulers and event loops go."""
    return clock.offset if isinstance(clock, MovedClock) else timedelta()


def _is_loopback(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        # Programs differ in what they take for the host behind these two.
        return not {"\\", "@"} & set(address) and (host == "localhost" or ip_address(host).is_loopback)
    except ValueError:
        return False


@dataclass(slots=True)
class StandingClock:
    """A clock that stands still until it is moved."""

    instant: datetime

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.instant


def standing(at: str | None, zone: str, clock: Clock) -> StandingClock:
    """A clock that stands at a local time (ISO 8601) in a zone, or at what another clock shows."""
    if at is None:
        return StandingClock(clock.now())
    try:
        local = datetime.fromisoformat(at)
    except ValueError:
        raise ReboundError(f"{at!r} is no time; write it as 2026-11-24T12:40.") from None
    if local.tzinfo is None:
        return StandingClock(zones.instant(local, zones.zone(zone)))
    return StandingClock(local.astimezone(UTC))


def local_zone_name() -> str:
    """The IANA name of the machine's zone; "UTC" when the machine does not say."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if not named:
        link = Path("/etc/localtime")
        _, _, named = str(link.resolve()).partition("zoneinfo/") if link.is_symlink() else ("", "", "")
    try:
        zones.zone(named)
    except ReboundError:
        return "UTC"
    return named
