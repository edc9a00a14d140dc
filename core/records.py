"""How the values of a turn are declared: as dataclasses that nothing may change.

The type checker holds them to be frozen. They are not frozen at run time, because a frozen one sets every field through
a function call, which was a tenth of a turn.

Most of them carry what somebody wrote, and a `repr` finds its way into logs, crashes and the messages of other people's
errors. So the `repr` of a value tells of its fields only what cannot be a text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(declared: type[T]) -> type[T]:
    """Make a class a dataclass with slots, compared and hashed by its fields, whose `repr` shows no text."""
    return unsaid(dataclass(slots=True, unsafe_hash=True, repr=False)(declared))


def unsaid(declared: type[T]) -> type[T]:
    """Give a dataclass or named tuple a `repr` that shows no text."""
    declared.__repr__ = _outline  # type: ignore[method-assign]
    return declared


def _outline(value: object) -> str:
    names: Iterable[str] = getattr(value, "_fields", ()) or getattr(value, "__dataclass_fields__", ())
    told = ", ".join(f"{name}={_told(getattr(value, name, None))}" for name in names)
    return f"{type(value).__name__}({told})"


def _told(value: object) -> str:
    match value:
        case Enum():
            return str(value)
        case None | bool() | int() | float() | date() | timedelta():
            return str(value)
        case str() | bytes():
            return "…" if value else "''"
        case Collection():
            return f"<{len(value)}>"
        case _:
            return f"<{type(value).__name__}>"
