"""What a start and `rebound doctor` look at alike: the clock, the zone data and the ports. Each says one sentence or nothing."""

from __future__ import annotations

import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core import clock as zones

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
"""This version is not older than that, so an earlier date is a wrong one."""
ZONE_DATA = "2026f"
"""The oldest release of the zone data with which all times are right; pyproject.toml asks for it."""
_SLACK = timedelta(hours=1)
_SET_IT = "set the date and time of this machine (best by itself, from the network), and start again"


def wrong_clock(now: datetime, newest: datetime | None = None) -> str | None:
    """Why the clock cannot be right; `newest` is when the last turn was taken."""
    shown = f"{now:%d %B %Y, %H:%M} UTC"
    if now < RELEASED:
        return f"The clock shows {shown}, which is before this version was made; {_SET_IT}."
    if newest is not None and now < newest - _SLACK:
        return f"The clock shows {shown}, but the last turn was taken on {newest:%d %B %Y, %H:%M}; {_SET_IT}."
    return None


def old_zone_data() -> str | None:
    """Why local times may be wrong."""
    found = zones.zone_data_version()
    if found >= ZONE_DATA:
        return None
    return (
        f"The zone data are those of {found}, and some countries have changed their clocks since; "
        "install the packages of requirements.txt anew."
    )


def machine_zone_data() -> str | None:
    """The release of the machine's own zone data, which are never used."""
    try:
        return Path("/usr/share/zoneinfo/tzdata.zi").read_text("ascii").split("\n", 1)[0].split()[-1]
    except (OSError, ValueError, IndexError):
        return None


def taken_port(setting: str, host: str, port: int) -> str | None:
    """Why nothing can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as problem:
        return port_problem(setting, host, port, problem)
    return None


def port_problem(setting: str, host: str, port: int, problem: OSError) -> str:
    """The sentence for a port that could not be had."""
    return (
        f"Port {port} of {host} cannot be used ({problem.strerror}); stop the program that has it, or write another "
        f"number as {setting}."
    )
