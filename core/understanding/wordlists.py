"""Word lists kept as data in `words.toml`, as sets to look up in and as alternatives for a pattern."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


def words(section: str, name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_listed(section, name))


def either(section: str, *names: str) -> str:
    """A pattern for any word of the lists, the longer ones first."""
    listed = {word for name in names for word in _listed(section, name)}
    return "|".join(sorted(map(re.escape, listed), key=lambda word: (-len(word), word)))


def _listed(section: str, name: str) -> list[str]:
    return [word.strip() for word in _contents()[section][name].split(",")]


@cache
def _contents() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
