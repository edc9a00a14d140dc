"""Questions that are likely in an interview, by field: read from `content/en/questions.toml`, and never made up here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from core.errors import WordingError
from core.understanding.text import fold

GENERAL = "general"
"""The questions that any field may ask."""
LEAST = 8
"""A field has so many at least."""
_KEYS = {"id", "roles", "questions"}


def questions(field: str) -> tuple[str, ...]:
    """The questions of a field, in the order in which they are offered; those of `GENERAL` if there is none like it."""
    return shipped().get(field) or shipped()[GENERAL]


def field_of(role: str) -> str | None:
    """The field of a job as somebody calls it, by the word for it that ends last; None where no word tells."""
    called = fold(role)
    found = [
        (match.end(), len(match[0]), field)
        for field, pattern in _roles().items()
        for match in pattern.finditer(called)
    ]  # fmt: skip
    return max(found)[-1] if found else None


@cache
def shipped() -> Mapping[str, tuple[str, ...]]:
    """Every field with its questions; `WordingError` names the first that is not whole."""
    fields = {}
    for number, row in enumerate(_rows(), start=1):
        if set(row) != _KEYS or len(set(row["questions"])) < LEAST:
            raise WordingError(
                f"Field {number} of the likely questions needs an id, roles and {LEAST} questions or more."
            )
        fields[str(row["id"])] = tuple(row["questions"])
    return fields


@cache
def _roles() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for row in _rows():
        words = sorted(row["roles"], key=len, reverse=True)
        if words:
            found[str(row["id"])] = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b")
    return found


@cache
def _rows() -> list[dict[str, list[str]]]:
    source = resources.files("core").joinpath("content/en/questions.toml").read_text(encoding="utf-8")
    rows: list[dict[str, list[str]]] = tomllib.loads(source)["field"]
    return rows
