"""What flows and the engine may say: names that stand for words, with the placeholders each needs.

The words themselves live in `content/<language>/`. A flow declares its sayings once, at the top of its module, so
that a misspelt name is found by the type checker and a missing word when the program starts (`core.wording`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Self, TypeAlias

from core.records import record


@dataclass(frozen=True, slots=True, init=False)
class Saying:
    """Something the coach says in passing; it has at least three wordings, used in turn."""

    id: str
    """The message in the `.ftl` files, by convention the flow's name and the saying's."""
    args: tuple[str, ...]
    """The placeholders its wordings may use; all must be given."""
    key: str

    def __init__(self, id: str, *args: str) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "args", args)
        object.__setattr__(self, "key", "")

    def numbered(self, number: int) -> Self:
        """The same saying for one item of a list; it may be said once for each."""
        return self.keyed(f"-{number}")

    def keyed(self, key: str) -> Self:
        """The same saying in a repetition; it may be said once for each key."""
        keyed = type(self)(self.id, *self.args)
        object.__setattr__(keyed, "key", key)
        return keyed

    @property
    def name(self) -> str:
        """What it is called in a run."""
        return self.id + self.key


@dataclass(frozen=True, slots=True, init=False)
class Phrase:
    """A building block with exactly one wording: the frame of a draft, a label, a unit.

    In the frame of a draft it may have two more, in another register (`.warm` and `.formal`).
    """

    id: str
    args: tuple[str, ...]

    def __init__(self, id: str, *args: str) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "args", args)


class Register(StrEnum):
    """How the frame of a draft speaks; the person's own sentences have their own way."""

    PLAIN = "plain"
    WARM = "warm"
    FORMAL = "formal"


@record
class Filled:
    """A phrase with what fills it; its wording is chosen when it is shown."""

    phrase: Phrase
    args: tuple[tuple[str, Arg], ...] = ()
    register: Register = Register.PLAIN
    """A phrase without a wording for it is worded as ever."""


Named: TypeAlias = str | Phrase | Filled
"""Something called by its name: in the person's words, or in ours."""
Arg: TypeAlias = int | Named | tuple[Named, ...]
"""What fills a placeholder; several names are joined as the language does it ("a, b and c")."""


class Series(tuple[Named, ...]):
    """Things noted one after the other, with commas between them and no "and": "Acme, today, two people"."""


class Point(NamedTuple):
    """One of the things that a draft has to say, which may be left out of it."""

    name: str
    """Of the fact."""
    label: str
    words: str
    """All that it is about, by which a person may call it."""


@record
class Letter:
    """A draft before it is worded: our phrases around the person's own sentences."""

    title: Filled
    paragraphs: tuple[tuple[Filled | str, ...], ...]
    """Sentences joined by a space; own words stand as they are."""
    points: tuple[Point, ...] = ()
    """What may be left out of it, in the order it stands there."""

    def in_register(self, register: Register) -> Letter:
        """The same draft with another tone in its frame."""
        return replace(self, paragraphs=tuple(tuple(_toned(part, register) for part in one) for one in self.paragraphs))


def _toned(part: Filled | str, register: Register) -> Filled | str:
    return part if isinstance(part, str) else replace(part, register=register)
