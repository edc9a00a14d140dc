"""Whatever is printed, logged or quoted of a value: no text of anybody's is in it."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

import bot
import core
from core.events import Person, Text
from core.ports import Turn

PLANTED = "my hands shook in Ndola"


def values() -> Iterator[type[Any]]:
    """Every dataclass and named tuple of the program."""
    for package in (core, bot):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith("__main__"):
                continue
            for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                is_value = dataclasses.is_dataclass(found) or (issubclass(found, tuple) and hasattr(found, "_fields"))
                if is_value and found.__module__ == module.name:
                    yield found


OUR_OWN = {
    "Body", "Chat", "Community", "Found", "Helpline", "KeyText", "Migration", "PartOf", "Phrase", "Point", "Repeat", "Rule",
    "Saying", "ShortNews", "Span", "Table", "Wish", "_Part", "_Rest",
}  # fmt: skip
"""Their texts are the program's or the operator's; none was written by anybody who talks with the coach."""
TEXT = re.compile(r"\b(str|bytes|Value|Key|Named)\b")


def with_text(kind: type[Any]) -> Any:
    """One that holds what somebody wrote, wherever it can hold a text, also inside what it collects."""
    if issubclass(kind, tuple):
        return kind._make(_filled(str(hint)) for hint in kind.__annotations__.values())  # type: ignore[attr-defined]
    value = object.__new__(kind)
    for one in dataclasses.fields(kind):
        object.__setattr__(value, one.name, _filled(str(one.type)))
    return value


def _filled(hint: str) -> object:
    if not TEXT.search(hint):
        return None
    if "Mapping" in hint or "dict" in hint:
        return {PLANTED: PLANTED}
    if "frozenset" in hint:
        return frozenset({PLANTED})
    if "tuple" in hint or "list" in hint or "Sequence" in hint:
        return (PLANTED, (PLANTED,))
    return PLANTED.encode() if "bytes" in hint else PLANTED


@pytest.mark.parametrize("kind", [one for one in values() if one.__name__ not in OUR_OWN], ids=lambda one: one.__name__)
def test_the_repr_of_a_value_shows_no_text(kind: type[Any]) -> None:
    value = with_text(kind)
    for shown in (repr(value), str(value), f"{[value]}"):
        assert PLANTED not in shown


def test_the_walk_finds_the_values_of_a_turn() -> None:
    found = {one.__name__ for one in values()}
    turn = {
        "Text",
        "Person",
        "Reading",
        "Step",
        "State",
        "Turn",
        "Outgoing",
        "Claimed",
        "Entry",
        "Draft",
        "Fact",
        "Kept",
    }
    assert turn | {"Message", "Attachment", "Run", "Waiting", "Settlement", "DeadLetter", "Told", "Past"} <= found


def test_a_repr_tells_what_helps_and_hides_what_was_written() -> None:
    said = Text(id="e1", person=Person("slack:T1", "U1"), at=datetime(2026, 11, 24, 12, 40, tzinfo=UTC), text=PLANTED)
    assert repr(said) == "Text(id=…, person=<2>, at=2026-11-24 12:40:00+00:00, zone=None, community=None, text=…)"
    assert repr(Turn(3, b"x", b"", None, takes_back=(1, 2))) == (
        "Turn(number=3, snapshot=…, entry='', outgoing=None, due=None, erase=False, takes_back=<2>, remains=None, "
        "reaches=True, stands_for=None, closed=None)"
    )
