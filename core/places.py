"""Places: the countries, the zones they keep, and which time somebody goes by who names a place.

Countries and zones come from the `tzdata` package, country names besides from Babel, and what people say instead from
`content/places.toml`. The rule a newcomer could break: a place is understood or it is not. Between two that it may be,
the person chooses; nothing is guessed, because a wrong zone is a message in the middle of the night.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

from babel import Locale
from rapidfuzz import fuzz, process

from core import clock
from core.remembering import remembered

_MOST_WORDS = 12
"""A longer reply tells something else."""
_TYPO = 88
_SHORTEST_TYPO = 5
"""Letters; shorter names are too near to one another to be misspelt safely."""
_LEAD_IN = re.compile(
    r"^(?:(?:well|so|ok|okay|oh|um|hi|yes|it's|it is|that's|that is|that would be|i'm|i am|im|we're|we are|i|we|my|our"
    r"|live|stay|work|based|living|staying|currently|now|right|just|am|use|go|by|with|on|in|at|near|from|take|the"
    r"|town|city|capital|country|zone|time|timezone|is|would be|make it|say|outside|close|to)\b[,:]? ?)+"
)
_TAIL = re.compile(
    r"(?: (?:local|standard|daylight|summer|time|timezone|zone|please|thanks|pls|now|here|area|clock))+$"
)
_NO_TOWNS = {"Etc", "US", "Canada", "Brazil", "Chile", "Mexico"}
"""Regions of the zone names that hold no towns, or whose towns stand under another name as well."""


# --- countries --------------------------------------------------------------------------------------------


@cache
def countries() -> frozenset[str]:
    """The codes of all countries (ISO 3166 alpha-2)."""
    return frozenset(row[0] for row in _table("iso3166.tab"))


def country_of(zone: str) -> str | None:
    """The country an IANA zone belongs to (ISO 3166), None for zones of no country such as UTC."""
    return _country_by_zone().get(zone)


def country_called(words: str) -> str | None:
    """The country (ISO 3166) that people call so, also by its code in whatever case."""
    code = words.strip().upper()
    return _country_by_name().get(_plain(words)) or (code if code in countries() else None)


@cache
def zones_in(country: str) -> tuple[str, ...]:
    """One zone for each different time that a country keeps from now on, by the table's order."""
    by_rule: dict[bytes, str] = {}
    first = set(_contents()["named"]["first"])
    for code, _, zone, *_ in _table("zone.tab"):
        if code == country:
            rule = _rule(zone)
            by_rule[rule] = zone if zone in first else by_rule.get(rule, zone)
    return tuple(by_rule.values())


def keep_the_same_time(one: str, other: str) -> bool:
    """Whether the clocks of two zones show the same from now on."""
    return _rule(one) == _rule(other)


# --- what somebody says -----------------------------------------------------------------------------------


@remembered(1024)
def zones_meant(words: str) -> tuple[str, ...]:
    """The zone somebody goes by who names a place: one if that is clear, several for a country that keeps several."""
    said = _plain(words)
    if not said or len(said.split()) > _MOST_WORDS:
        return ()
    bare = _TAIL.sub("", said)
    place = _LEAD_IN.sub("", bare).strip()
    for name in (said, bare, place, *_parts(place)):
        if found := _called(name):
            return found
    return _misspelt(place)


def town(zone: str) -> str:
    """What to call a zone's time: the town that names it, or the offset as people write it."""
    name = zone.rpartition("/")[2].replace("_", " ")
    if zone.startswith("Etc/GMT"):  # the names in the data count westward
        return name.translate(str.maketrans("+-", "-+"))
    return name


def _parts(place: str) -> Iterator[str]:
    """ "Kitwe" and "Zambia" of "Kitwe, Zambia", "Kitwe in Zambia" and "Kitwe Zambia"."""
    yield from (part.strip(" )") for part in re.split(r" in |,|;|\(|/", place))
    words = place.split()
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        if tail in _country_by_name():
            yield from (head, tail)


def _called(name: str) -> tuple[str, ...]:
    if not name:
        return ()
    if (zone := _zone_by_town().get(name)) is not None:
        return (zone,)
    if (country := _country_by_name().get(name)) is not None:
        return zones_in(country)
    exact = clock.zone_called(name)
    return (exact,) if exact is not None and ("/" in exact or exact in ("UTC", "GMT")) else ()


def _misspelt(name: str) -> tuple[str, ...]:
    """The only name that is nearly that."""
    if len(name) < _SHORTEST_TYPO:
        return ()
    near = process.extract(name, _names(), scorer=fuzz.ratio, score_cutoff=_TYPO, limit=2)
    found = {_called(like) for like, _, _ in near}
    return found.pop() if len(found) == 1 else ()


# --- the data ---------------------------------------------------------------------------------------------


def _table(name: str) -> list[list[str]]:
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _contents() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("core") / "content" / "places.toml").read_text("utf-8"))


@cache
def _country_by_zone() -> dict[str, str]:
    return {row[2]: row[0] for row in _table("zone.tab")}


@cache
def _country_by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    called = [Locale.parse(english).territories for english in ("en", "en_GB")]
    for code, name in _table("iso3166.tab"):
        for one in (name, *(str(names_here.get(code, name)) for names_here in called)):
            names[_plain(one)] = code
            names.setdefault(_plain(re.sub(r"\(.*\)", "", one)), code)
    return {**names, **_contents()["countries"]}


@cache
def _zone_by_town() -> dict[str, str]:
    tabled = _country_by_zone()
    towns: dict[str, str] = {}
    for zone in sorted(clock.zone_names(), key=lambda zone: (zone in tabled, zone)):
        region, _, name = zone.partition("/")
        if name and region not in _NO_TOWNS and (zone in tabled or region != "Australia"):
            towns[_plain(name.rpartition("/")[2].replace("_", " "))] = zone
    return {**towns, **_contents()["towns"]}


@cache
def _names() -> list[str]:
    return [name for name in (*_zone_by_town(), *_country_by_name()) if len(name) >= _SHORTEST_TYPO]


@cache
def _rule(zone: str) -> bytes:
    """What a zone's clocks do from now on: the last line of its compiled data."""
    return resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes().rsplit(b"\n", 2)[-2]


def _plain(words: str) -> str:
    """Lower case, without accents and most marks: "São Tomé & Príncipe" is "sao tome and principe"."""
    text = unicodedata.normalize("NFKD", words.replace("’", "'").replace("&", " and ")).casefold()
    text = "".join(mark for mark in text if not unicodedata.combining(mark))
    text = re.sub(r"\s*([+-])\s*(?=\d)", r"\1", text)  # "GMT + 2"
    return " ".join(re.sub(r"[^\w\s',;()/+:-]", " ", text).split())
