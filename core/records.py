"""How the values of a turn are declared: as dataclasses that nothing may change.

The type checker holds them to be frozen. They are not frozen at run time, because a frozen one sets every field through
a function call, which was a tenth of a turn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(declared: type[T]) -> type[T]:
    """Make a class a dataclass with slots, compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(declared)
