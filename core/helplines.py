"""Whom to turn to in danger, by country: read from `content/helplines.toml` and checked strictly.

No number is written into code, and none is guessed: a country without an entry gets the international
directory.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from core.errors import WordingError

ANYWHERE = "*"
"""Stands for every country that has no entry of its own."""

_COUNTRY = re.compile(r"[A-Z]{2}|\*")
_NEEDED = {"country", "kind", "name", "hours", "sources", "reviewed"}
_WAYS = {"phone", "text", "url"}


class Service(StrEnum):
    """What answers there."""

    EMERGENCY = "emergency"
    HELPLINE = "helpline"
    DIRECTORY = "directory"


@dataclass(frozen=True, slots=True)
class Helpline:
    """One place to turn to."""

    country: str
    kind: Service
    name: str
    hours: str
    sources: tuple[str, ...]
    """Where it was read: title or publisher, and address."""
    reviewed: date
    phone: str | None = None
    text: str | None = None
    url: str | None = None


def helplines(country: str | None) -> tuple[Helpline, ...]:
    """Those of a country (ISO alpha-2), emergency first; the directory where there is none."""
    shipped = _shipped()
    wanted = (country or ANYWHERE).upper()
    own = tuple(line for line in shipped if line.country == wanted)
    return tuple(sorted(own, key=_order)) or tuple(line for line in shipped if line.country == ANYWHERE)


def read(source: str) -> tuple[Helpline, ...]:
    """The entries of a helpline file; `WordingError` names the entry that is not as it must be."""
    try:
        contents = tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        raise WordingError(f"The helpline file is not TOML: {problem}.") from problem
    rows = contents.get("helpline")
    if set(contents) != {"helpline"} or not isinstance(rows, list) or not rows:
        raise WordingError("The helpline file must hold [[helpline]] entries and nothing else.")
    return tuple(_entry(number, row) for number, row in enumerate(rows, start=1))


def _order(line: Helpline) -> int:
    return list(Service).index(line.kind)


def _entry(number: int, row: Any) -> Helpline:
    problem = _problem(row) if isinstance(row, dict) else "is not a table"
    if problem:
        raise WordingError(f"Helpline entry {number} {problem}.")
    return Helpline(**{**row, "kind": Service(row["kind"]), "sources": tuple(row["sources"])})


def _problem(row: dict[str, Any]) -> str | None:
    """What is wrong with an entry, as the end of a sentence."""
    if missing := _NEEDED - set(row):
        return f"lacks {', '.join(sorted(missing))}"
    if unknown := set(row) - _NEEDED - _WAYS:
        return f"has the unknown key {', '.join(sorted(unknown))}"
    if not _WAYS & set(row):
        return "has no phone, text or url"
    texts = [row[key] for key in (*sorted(_WAYS & set(row)), "country", "kind", "name", "hours")]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        return "has an empty text"
    if not _COUNTRY.fullmatch(row["country"]) or row["kind"] not in set(Service):
        return f"has an odd country or kind ({row['country']!r}, {row['kind']!r})"
    if not isinstance(row["sources"], list) or not row["sources"] or type(row["reviewed"]) is not date:
        return "lacks its sources or the day of its review"
    return None


@cache
def _shipped() -> tuple[Helpline, ...]:
    return read(resources.files("core").joinpath("content/helplines.toml").read_text(encoding="utf-8"))


@cache
def _countries() -> dict[str, str]:
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


def country_of(zone: str) -> str | None:
    """The country an IANA zone belongs to (ISO 3166), None for zones of no country such as UTC."""
    return _countries().get(zone)
