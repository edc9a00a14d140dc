"""The tables of signs in `content/danger*.toml`, and the phrase books made of them.

The signs are in `content/danger.toml`, what is composed of parts in `content/danger_meanings.toml` and what
follows who does what to whom in `content/danger_grammar.toml`; how second languages, the young and the old say it is in
`content/danger_voices.toml`, what is got ready and left behind without being named in `content/danger_quiet.toml`, and
the frames it is put in ("if it's a no, i'm …") in `content/danger_frames.toml`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources

from core.understanding.phrases import Phrasebook

MEANT = "meant"
RENEWED = "renewed"
SIGNS = ("crisis", MEANT, "concern", "others", "past", "hints", RENEWED)


@cache
def _contents(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("core").joinpath(f"content/{name}.toml").read_text(encoding="utf-8"))


def rows(table: str) -> Iterator[tuple[str, list[str]]]:
    """What stands in a table, of whichever file, by its name there."""
    for name in ("danger", "danger_meanings", "danger_grammar", "danger_voices", "danger_quiet", "danger_frames"):
        yield from _contents(name).get(table, {}).items()


def _phrases(table: str) -> Iterator[tuple[str, str]]:
    """The phrases of a table by their kind: "suicide/means" is a group of "suicide"; of a hint it is its family."""
    keyed = ((name if table == "hints" else name.partition("/")[0], phrases) for name, phrases in rows(table))
    return ((key, phrase) for key, phrases in keyed for phrase in phrases)


@cache
def _parts() -> dict[str, str]:
    return {name: str(phrase) for name, phrase in rows("parts")}


@cache
def signs() -> Phrasebook[tuple[str, str]]:
    """All that can be a sign, by its table and kind, so that a text is gone through once."""
    keyed = (((table, key), phrase) for table in SIGNS for key, phrase in _phrases(table))
    return Phrasebook(keyed, parts=_parts())


@cache
def book(table: str) -> Phrasebook[str]:
    """The phrases of one table, by their kind."""
    return Phrasebook(_phrases(table), parts=_parts())


@cache
def rules() -> dict[tuple[str, str], list[frozenset[str]]]:
    """By the kind and family of a hint: the other families that, met with it, are a sign of that kind."""
    rules: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for kind, joined in rows("together"):
        for families in (frozenset(rule.split(" & ")) for rule in joined):
            for family in families:
                rules[kind, family].append(families - {family})
    return dict(rules)
