"""Public bodies to turn to after misconduct in an interview, by country: read from `content/advice_bodies.toml`.

As with helplines, nothing is from memory and nothing is guessed: a country without an entry has none here, and the
coach says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from core.community import Community
from core.errors import WordingError
from core.facts import Facts
from core.lines import ONE_BODY
from core.places import country_of
from core.vocabulary import Filled

_KEYS = {"country", "name", "phone", "sources", "reviewed"}


@dataclass(frozen=True, slots=True)
class Body:
    """One place to turn to."""

    country: str
    name: str
    phone: str
    sources: tuple[str, ...]
    """Where it was read: title or publisher, and address."""
    reviewed: date


def advice_bodies(country: str | None) -> tuple[Filled, ...]:
    """Those of a country (ISO alpha-2) with how to reach them; empty where none is known."""
    found = (body for body in shipped() if body.country == country)
    return tuple(Filled(ONE_BODY, (("name", body.name), ("phone", body.phone))) for body in found)


def country_of_person(facts: Facts, community: Community) -> str | None:
    """Their own country, else the community's, else the one their time zone lies in (ISO alpha-2)."""
    named, zone = facts.text("country") or community.country, facts.text("zone")
    return named or (country_of(zone) if zone else None)


@cache
def shipped() -> tuple[Body, ...]:
    """Every entry; `WordingError` names the first that is not whole."""
    source = resources.files("core").joinpath("content/advice_bodies.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(source)["body"]
    for number, row in enumerate(rows, start=1):
        if set(row) != _KEYS or not all(row.values()) or type(row["reviewed"]) is not date:
            raise WordingError(f"Advice body {number} needs {', '.join(sorted(_KEYS))}, and none of them empty.")
    return tuple(Body(**{**row, "sources": tuple(row["sources"])}) for row in rows)
