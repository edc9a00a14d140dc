"""Questions: what is asked, which options are offered, and which stored facts answer it.

How a reply is read lies in `core.turn.replies`, because a reply is read against the question as it was shown, which an
older program may have shown. A question that changes its meaning gets a new name; its facts then stay true.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar, Generic, NamedTuple, Self, TypeVar

from core.facts import Picked, Value
from core.records import record, unsaid
from core.understanding.commands import Command
from core.understanding.revisions import changes_in
from core.vocabulary import Arg, Filled

T = TypeVar("T", bound=Value)


@unsaid
class Option(NamedTuple):
    """One thing to choose. A tuple, so that a snapshot is written without converting it."""

    id: str
    means: Command | None = None
    """The plain word that chooses it too: "no" chooses "only that" after "was there anything else?"."""
    brings: tuple[tuple[str, Value], ...] = ()
    """Further facts that choosing it states, such as ("note-1-sent", True)."""
    label: str | Filled | None = None
    """A label from the facts (a name, say); None: the words are in the content files, under the option's id."""


@record
class Question(Generic[T]):
    """What every question has."""

    kind: ClassVar[str]

    name: str
    """The fact that answers it."""
    words: str
    """The message in the `.ftl` files; questions that are asked again in a list share it."""
    options: tuple[Option, ...] = ()
    args: Mapping[str, Arg] = field(default_factory=dict)
    """What its words need, by placeholder."""

    def numbered(self, number: int) -> Self:
        """The same question for one item of a list, answered by `name-<number>`."""
        return type(self)(f"{self.name}-{number}", self.words, self.options, self.args)

    def keyed(self, *keys: str | int) -> Self:
        """The same question in a repetition: the keys join its name in front."""
        return type(self)(".".join([*map(str, keys), self.name]), self.words, self.options, self.args)

    def given(self, **args: Arg) -> Self:
        """The same question with what its words need."""
        return type(self)(self.name, self.words, self.options, {**self.args, **args})

    def offering(self, *options: Option) -> Self:
        """The same question with further options in front."""
        return type(self)(self.name, self.words, (*options, *self.options), self.args)

    def without(self, option: str) -> Self:
        """The same question with one option less."""
        kept = tuple(one for one in self.options if one.id != option)
        return type(self)(self.name, self.words, kept, self.args)

    def bringing(self, option: str, name: str, value: Value) -> Self:
        """The same question, with a further fact that choosing the option states."""
        return self.stating(option, {name: value})

    def stating(self, option: str, facts: Mapping[str, Value]) -> Self:
        """The same question, with all the further facts that choosing the option states."""
        brings = tuple(facts.items())
        options = tuple(one._replace(brings=brings) if one.id == option else one for one in self.options)
        return type(self)(self.name, self.words, options, self.args)

    def fits(self, value: Value) -> bool:
        """Whether a stored value still answers the question as it is asked today."""
        return isinstance(value, Picked) and value.option in self.option_ids

    @property
    def option_ids(self) -> tuple[str, ...]:
        """The ids of what may be chosen, in the order shown."""
        return tuple(option.id for option in self.options)


class Choice(Question[str]):
    """One of the options and nothing else; the value is the option's id."""

    __slots__ = ()
    kind = "choice"

    def fits(self, value: Value) -> bool:
        """As for every question; the option stands for itself."""
        return any(option.id == value for option in self.options)


class Offer(Choice):
    """What a nudge begins with: take it up now, put it off to a time of their own, or leave it.

    Putting it off is no answer: the nudge is to come again, and the offer with it.
    """

    __slots__ = ()
    kind = "offer"


class TimedChoice(Choice):
    """A choice whose hour counts: when it was made is kept as the fact `<name>-at` (local)."""

    __slots__ = ()
    kind = "timed-choice"


EDIT = "edit"
"""The answer to a draft after which they write it themselves."""


def own_text_for(settling: str) -> str:
    """The fact that holds the person's own text, by the name of the question that it was typed to."""
    return f"{settling.rpartition('.')[0]}.own-text"


class Settling(Choice):
    """What becomes of the draft above it: one of the options, or what is to be changed, as they said it."""

    __slots__ = ()
    kind = "draft"

    def fits(self, value: Value) -> bool:
        """An option, or what could be asked for at any time: a change, or to write it themselves."""
        return Choice.fits(self, value) or value == EDIT or bool(changes_in(value))


class Scale(Question[int]):
    """A number from 0 to 10."""

    __slots__ = ()
    kind = "scale"
    low: ClassVar[int] = 0
    high: ClassVar[int] = 10

    def fits(self, value: Value) -> bool:
        """As for every question; `True` is no number here."""
        return type(value) is int and self.low <= value <= self.high


class Words(Question[str | Picked]):
    """Own words of any length, kept as they were typed; options may stand beside them."""

    __slots__ = ()
    kind = "words"

    def fits(self, value: Value) -> bool:
        """Any words, or an option that is still offered."""
        return isinstance(value, str) or Question.fits(self, value)


class Opening(Words):
    """The invitation: a plain yes, a story, or "not sure"."""

    __slots__ = ()
    kind = "opening"


class Quotation(Words):
    """What somebody else said, such as the question they asked; it may well be a question itself."""

    __slots__ = ()
    kind = "quotation"


class Verbatim(Words):
    """What they write to somebody: all of it as it stands, also where it reads like an order or a question to the coach."""

    __slots__ = ()
    kind = "verbatim"


class Called(Words):
    """What others shall call them, which tells nothing else."""

    __slots__ = ()
    kind = "called"


class OwnLetter(Words):
    """A whole note in the person's own words, in one message."""

    __slots__ = ()
    kind = "letter"


class Organisation(Words):
    """The name of an organisation, without the sentence around it."""

    __slots__ = ()
    kind = "organisation"


class Interviewers(Words):
    """The people in the room; their names become facts of their own (`interviewer-1`, …)."""

    __slots__ = ()
    kind = "interviewers"


class Partner(Words):
    """The one they will practise with, without a day told beside it; that becomes the fact `mock-on`."""

    __slots__ = ()
    kind = "partner"


class Place(Words):
    """A country or a town, asked for its time; what is clear becomes the facts `zone` and `country`."""

    __slots__ = ()
    kind = "place"


class Town(Choice):
    """Which of several times somebody goes by; another town with the same clock will do. The value is the zone."""

    __slots__ = ()
    kind = "town"


class PastDay(Words):
    """The day something was, the latest that fits; kept as an ISO date."""

    __slots__ = ()
    kind = "past-day"

    def fits(self, value: Value) -> bool:
        """An ISO date, or an option that is still offered."""
        return is_date(value) or Question.fits(self, value)


class ComingDay(PastDay):
    """The day something will be, the next that fits; kept as an ISO date."""

    __slots__ = ()
    kind = "coming-day"


OF_OPTIONS = frozenset(kind.kind for kind in (Choice, Offer, TimedChoice, Settling, Town))
"""The kinds answered by one of the options and nothing else; what is stored is the option's id."""
CLOSED = OF_OPTIONS | {Scale.kind}
"""The kinds that take no words of one's own."""


def is_date(value: Value) -> bool:
    """Whether a value is an ISO date."""
    if not isinstance(value, str):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
