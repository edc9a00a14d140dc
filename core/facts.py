"""Facts: all that the coach knows, each with a name and a scope; everything else is derived from them.

A fact is never changed in place: a correction is a newer fact of the same name, and the latest wins. The rule a
newcomer could break: a fact is what the person said or chose, never what the coach concluded from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias, TypeVar

from core.records import unsaid

T = TypeVar("T")

PERSON = ""
"""The scope of facts that belong to the person and not to one interview."""
ZONE_ELSEWHERE = "zone-elsewhere"
"""The other zone that the platform has named since, which they were asked about; kept so that they are asked once."""
OWN_NAME = "own-name"
"""Their own, as a letter is signed."""
OF_THE_PERSON = frozenset(
    {
        "zone",
        ZONE_ELSEWHERE,
        "country",
        "field",
        OWN_NAME,
        "nudges",
        "paused-until",
        "hours-from",
        "hours-to",
        "erasure-confirmed",
        "kept-for-months",
        "read-back",
        "search-closed",
    }
)
"""Facts that are the person's in whichever conversation they are stated; every other one is its interview's."""

SHOWN_LIKELY = "shown-likely-"
"""Begins the names of further such facts: which likely questions the person has seen."""
_OF_PARTNERS = ("partner-", "partner.")
"""Begin those about practising with another member of their community."""


def is_of_the_person(name: str) -> bool:
    """Whether a fact is the person's, in whichever conversation it is stated."""
    return name in OF_THE_PERSON or name.startswith((SHOWN_LIKELY, *_OF_PARTNERS))


@unsaid
class Picked(NamedTuple):
    """An option chosen where own words would have been taken as well; keeps "late" the button from "late" the word."""

    option: str


Value: TypeAlias = str | int | bool | Picked
"""What a fact holds: words, a number, yes or no, an option. Dates and times are ISO 8601 text in local time."""


@unsaid
class Fact(NamedTuple):
    """A value and the turn that brought it. A tuple, so that a snapshot is written without converting it."""

    value: Value
    turn: int


Scoped: TypeAlias = Mapping[str, Fact]
"""The facts of one scope, by name."""


class Past:
    """What lies behind the conversation under way; this one is empty, for where nothing does."""

    def interviews(self) -> Mapping[str, Facts]:
        """Every interview there ever was, by id, in the order in which they were told of."""
        return {}

    def moment_of(self, _turn: int, /) -> datetime | None:
        """When a turn was, by the person's clock of today; None where it is not known."""
        return None

    def may_have_written(self, _turn: int, _words: str, /) -> bool:
        """Whether the words may be the person's: False where that turn's message is known and has other ones."""
        return True


NO_PAST = Past()


class Facts:
    """The facts one conversation can see: those of its interview, and behind them the person's own."""

    __slots__ = ("_id", "_interview", "_past", "_person")

    def __init__(self, interview: Scoped, person: Scoped, past: Past = NO_PAST, *, id: str = "") -> None:
        self._id = id
        """The interview's, to tell it from the others of the past."""
        self._interview = interview
        self._person = person
        self._past = past

    @property
    def past(self) -> Past:
        """All interviews and the days of all turns; to look there may read the whole journal."""
        return self._past

    def latest(self, name: str) -> Fact | None:
        """The newest fact of that name, or None."""
        return self._interview.get(name) or self._person.get(name)

    def value(self, name: str) -> Value | None:
        """The newest value of that name, or None."""
        fact = self._interview.get(name) or self._person.get(name)
        return None if fact is None else fact.value

    def text(self, name: str) -> str | None:
        """The newest value of that name if it is words."""
        fact = self._interview.get(name) or self._person.get(name)
        return fact.value if fact is not None and isinstance(fact.value, str) else None

    def all(self) -> Scoped:
        """Every fact of the interview, by name."""
        return self._interview

    def listed(self, name: str) -> list[tuple[int, Fact]]:
        """The list kept as `name-1`, `name-2`, …, with their numbers; it ends at the first number that is missing."""
        found: list[tuple[int, Fact]] = []
        while (fact := self._interview.get(f"{name}-{len(found) + 1}")) is not None:
            found.append((len(found) + 1, fact))
        return found

    def items(self, name: str) -> list[tuple[int, Value]]:
        """As `listed`, values only."""
        return [(number, fact.value) for number, fact in self.listed(name)]

    def texts(self, name: str) -> list[tuple[int, str]]:
        """As `items`, words only."""
        return [(number, value) for number, value in self.items(name) if isinstance(value, str)]

    def elsewhere(self) -> list[Facts]:
        """What is known of the person's other interviews that have been, oldest first; may read the whole journal."""
        others = (one for id, one in self._past.interviews().items() if id != self._id)
        return [one for one in others if one.value("news") != "ahead"]

    def derived(self, rule: Callable[[Facts], T]) -> T:
        """What a rule makes of the facts."""
        return rule(self)


class Watched(Facts):
    """Facts that remember which names they were asked for, so that it can be told whether a change would have shown."""

    __slots__ = ("_all_seen", "_derived", "_seen")

    def __init__(self, facts: Facts) -> None:
        self.now_read(facts)
        self._seen: set[str] = set()
        self._all_seen = False

    def now_read(self, facts: Facts) -> None:
        """Go on with newer facts; what was asked for before is still remembered."""
        self._interview, self._person = facts._interview, facts._person
        self._past, self._id = facts._past, facts._id
        self._derived: dict[Callable[[Facts], Any], Any] = {}

    def have_shown(self, names: Iterable[str]) -> bool:
        """Whether one of these names was asked for, also in vain."""
        return self._all_seen or not self._seen.isdisjoint(names)

    @property
    def past(self) -> Past:
        """As for all facts; counts as having asked for every name."""
        self._all_seen = True
        return self._past

    def glimpse(self, name: str) -> Fact | None:
        """As `latest`, and it does not count."""
        return self._interview.get(name) or self._person.get(name)

    def latest(self, name: str) -> Fact | None:
        """As for all facts."""
        self._seen.add(name)
        return super().latest(name)

    def value(self, name: str) -> Value | None:
        """As for all facts."""
        self._seen.add(name)
        return super().value(name)

    def text(self, name: str) -> str | None:
        """As for all facts."""
        self._seen.add(name)
        return super().text(name)

    def all(self) -> Scoped:
        """As for all facts; counts as having asked for every name."""
        self._all_seen = True
        return self._interview

    def elsewhere(self) -> list[Facts]:
        """As for all facts; counts as having asked for every name."""
        self._all_seen = True
        return super().elsewhere()

    def listed(self, name: str) -> list[tuple[int, Fact]]:
        """As for all facts; counts up to the number that is missing."""
        found = super().listed(name)
        self._seen.update([f"{name}-{number}" for number in range(1, len(found) + 2)])
        return found

    def derived(self, rule: Callable[[Facts], T]) -> T:
        """As for all facts; made once, because nothing changes while a flow runs."""
        if rule not in self._derived:
            self._derived[rule] = rule(self)
        made: T = self._derived[rule]
        return made
