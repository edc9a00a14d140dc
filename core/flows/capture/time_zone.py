"""Whose hours to keep to: a place is asked for only where nothing else tells the time there."""

from __future__ import annotations

from core.places import town, zones_meant
from core.questions import Option, Place, Town
from core.talk import Script, Talk

PLACE = Place("place", "capture-place")
WHICH_TIME = Town("zone", "capture-which-time")


def whose_time(talk: Talk) -> Script:
    """Whose hours to keep to, where neither the platform nor the community tells: until then nothing is planned."""
    if talk.known("zone") is not None and talk.known("place") is None:
        return
    place = yield from talk.ask(PLACE)
    zones = zones_meant(place) if isinstance(place, str) else ()
    if len(zones) > 1:
        yield from talk.ask(WHICH_TIME.offering(*(Option(zone, label=town(zone)) for zone in zones)))
