"""A small memory of what was used last, by person; it forgets the least recent when it is full."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from core.events import Person

T = TypeVar("T")


class Recent(Generic[T]):
    """Keeps the values of the `limit` people used last. For one thread."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[Person, T] = OrderedDict()

    def get(self, person: Person) -> T | None:
        """Give the value and count it as used just now."""
        value = self._values.get(person)
        if value is not None:
            self._values.move_to_end(person)
        return value

    def put(self, person: Person, value: T) -> None:
        """Remember the value, forgetting the least recent one if there is no room."""
        self._values[person] = value
        self._values.move_to_end(person)
        if len(self._values) > self._limit:
            self._values.popitem(last=False)

    def drop(self, person: Person) -> None:
        """Forget the value, if it is known."""
        self._values.pop(person, None)
