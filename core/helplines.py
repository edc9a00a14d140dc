"""Whom to turn to in danger, by country: read from `content/helplines.toml` and checked strictly.

No number is written into code, and none is guessed: a country without an entry gets the international
directory.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
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
_LOOKS = {
    "country": '"ZM" (ISO 3166, two capitals)',
    "kind": '"emergency", "helpline" or "directory"',
    "name": "what it is called",
    "hours": '"24 hours, every day" or what else its source says, and "not stated" if it says nothing',
    "sources": '["the page it was read on, with its address"]',
    "reviewed": "2026-11-22 (the day it was read, without quotes)",
}
"""What is to stand after the equals sign."""


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
    wanted = (country or ANYWHERE).upper()
    own = tuple(line for line in shipped() if line.country == wanted)
    return tuple(sorted(own, key=_order)) or tuple(line for line in shipped() if line.country == ANYWHERE)


def addresses(lines: Iterable[Helpline]) -> frozenset[str]:
    """The pages of those that have one."""
    return frozenset(line.url for line in lines if line.url)


def read(source: str) -> tuple[Helpline, ...]:
    """The entries of a helpline file; `WordingError` names the entry that is not as it must be."""
    try:
        contents = tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        raise WordingError(f"The helpline file is not TOML: {problem}.") from problem
    rows = contents.get("helpline")
    if set(contents) != {"helpline"} or not isinstance(rows, list) or not rows:
        raise WordingError("The helpline file must hold [[helpline]] entries and nothing else.")
    return checked(rows)


def checked(rows: Sequence[Any]) -> tuple[Helpline, ...]:
    """Entries as TOML gives them; `WordingError` names the first that is not as it must be, and what to write."""
    return tuple(_entry(number, row) for number, row in enumerate(rows, start=1))


def _order(line: Helpline) -> int:
    return list(Service).index(line.kind)


def _entry(number: int, row: Any) -> Helpline:
    problem = _problem(row) if isinstance(row, dict) else "is not a table"
    if problem:
        raise WordingError(f"Helpline entry {number} {problem}.")
    return Helpline(**{**row, "kind": Service(row["kind"]), "sources": tuple(row["sources"])})


def _problem(row: dict[str, Any]) -> str | None:
    """What is wrong with an entry and what to write instead, as the end of a sentence."""
    if missing := sorted(_NEEDED - set(row)):
        return f"lacks {', '.join(missing)}; write " + "; ".join(f"{key} = {_LOOKS[key]}" for key in missing)
    if unknown := sorted(set(row) - _NEEDED - _WAYS):
        return f"has the unknown key {', '.join(unknown)}; known are {', '.join(sorted(_NEEDED | _WAYS))}"
    if not _WAYS & set(row):
        return "has no phone, text or url; write at least one of them, exactly as the source has it"
    for key in (*sorted(_WAYS & set(row)), "country", "kind", "name", "hours"):
        if not (isinstance(row[key], str) and row[key].strip()):
            return f"has an empty text: {key} is {row[key]!r}; write {_LOOKS.get(key, 'it in quotes')}"
    if not _COUNTRY.fullmatch(row["country"]) or row["kind"] not in set(Service):
        odd = f"{row['country']!r}, {row['kind']!r}"
        return f"has an odd country or kind ({odd}); write country = {_LOOKS['country']}; kind = {_LOOKS['kind']}"
    sources = row["sources"]
    is_sourced = isinstance(sources, list) and all(isinstance(one, str) and one.strip() for one in sources)
    if not is_sourced or not sources or type(row["reviewed"]) is not date:
        return (
            "lacks its sources or the day of its review; "
            f"write sources = {_LOOKS['sources']}; reviewed = {_LOOKS['reviewed']}"
        )
    return None


@cache
def shipped() -> tuple[Helpline, ...]:
    """All that we know."""
    return read(resources.files("core").joinpath("content/helplines.toml").read_text(encoding="utf-8"))
