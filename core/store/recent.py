"""A bounded memory by person, of what was used lately."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from core.events import Person

T = TypeVar("T")


class Recent(Generic[T]):
    """Remembers at least the last `limit` people used, and at most twice as many. For one thread.

    Two generations instead of an order: a hit costs one look-up, and hashing a person is most of its price.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._young: dict[Person, T] = {}
        self._old: dict[Person, T] = {}

    def get(self, person: Person) -> T | None:
        """Give the value, and count it as used just now."""
        value = self._young.get(person)
        if value is None and (value := self._old.get(person)) is not None:
            self.put(person, value)
        return value

    def put(self, person: Person, value: T) -> None:
        """Remember the value; those not used for longest may be forgotten."""
        if len(self._young) >= self._limit:
            self._old, self._young = self._young, {}
        self._young[person] = value

    def drop(self, person: Person) -> None:
        """Forget the value, if it is known."""
        self._young.pop(person, None)
        self._old.pop(person, None)

    def drop_all(self, people: Iterable[Person]) -> None:
        """Forget the values of these people."""
        for person in people:
            self.drop(person)
