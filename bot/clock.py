"""The time: the only module that reads a clock. A standing clock serves `rebound chat --at` and piped conversations."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from core import clock as zones
from core.errors import ReboundError


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 (the one place that may)


@dataclass(slots=True)
class StandingClock:
    """A clock that stands still until it is moved."""

    instant: datetime

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.instant


def standing(at: str | None, zone: str) -> StandingClock:
    """A clock that stands at a local time (ISO 8601) in a zone, or at the present one."""
    if at is None:
        return StandingClock(SystemClock().now())
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
