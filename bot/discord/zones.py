"""Which time zones are suggested while somebody types a place; from memory, for it is asked at every key."""

from __future__ import annotations

from functools import lru_cache

from core import clock, places
from core.understanding.text import fold

MOST = 25
"""So many suggestions Discord takes."""
_AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_FIRST = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Kyiv",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Manila",
    "Asia/Tokyo",
    "Australia/Sydney",
    "America/Sao_Paulo",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
"""What stands there before anything is typed: a few, round the earth."""


def suggested(typed: str) -> list[str]:
    """Zones that the words may mean, the likeliest first; each is an IANA name."""
    words = fold(typed).strip()
    if not words:
        return list(_FIRST)
    meant = [*places.zones_meant(typed)]
    begin = [zone for zone, name in _names() if any(part.startswith(words) for part in name)]
    hold = [zone for zone, name in _names() if words in " ".join(name)]
    return list(dict.fromkeys([*meant, *begin, *hold]))[:MOST]


def zone_of(words: str) -> str | None:
    """The zone that is clearly meant: picked from the suggestions, or typed as a place."""
    if words in clock.zone_names():
        return words
    meant = places.zones_meant(words)
    return meant[0] if len(meant) == 1 else None


def shown(zone: str) -> str:
    """A zone as it stands among the suggestions."""
    return f"{places.town(zone)} ({zone})"


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every zone with what it may be called."""
    zones = sorted(zone for zone in clock.zone_names() if zone.partition("/")[0] in _AREAS)
    return tuple((zone, (fold(places.town(zone)), fold(zone), fold(zone.rpartition("/")[2]))) for zone in zones)
