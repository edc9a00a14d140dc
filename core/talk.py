"""What a flow may do: ask, say, show, and look facts up.

A flow is a generator that is run again from the top at each turn, or gone on with where that comes to the same (see
`core.replay`). Only `ask` suspends it, and always with `yield from`; everything else just notes what should be said if
the person has not heard it yet.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from core.community import NONE, Community
from core.errors import FlowError
from core.facts import Fact, Facts, Value, Watched
from core.questions import Question
from core.records import record
from core.vocabulary import Arg, Letter, Saying

T = TypeVar("T", bound=Value)
Script: TypeAlias = Generator[Question[Any], None, None]
"""What calling a flow gives: it yields the first question that no fact answers."""

MOST_QUESTIONS = 400
"""More in one replay is an endless loop in the flow."""


@record
class Spoken:
    """A saying with what fills it, to be said in this turn."""

    saying: Saying
    args: dict[str, Arg]


class Talk:
    """One replay of one run: the facts in, what to say and the open question out."""

    def __init__(
        self,
        facts: Facts,
        *,
        said: Sequence[str],
        skipped: Mapping[str, int],
        replayed: int,
        revisit: str | None,
        today: str,
        key: str,
        opened: int,
        community: Community = NONE,
    ) -> None:
        self.facts = Watched(facts)
        self.community = community
        """What is set up where the person is: links, whom to ask."""
        self.today = today
        """The local date on which this run began (ISO); the only time a flow knows."""
        self.key = key
        """Tells this repetition of the flow from others."""
        self.said = list(said)
        self.spoken: list[Spoken] = []
        self.trace: list[str] = []
        self.letter: Letter | None = None
        """What is to be shown above the open question."""
        self.leads_to: str | None = None
        self.marks: list[str] = []
        """What the flow found done, to be kept as facts."""
        self.opened = opened
        """The turn in which this run began."""
        self._skipped = skipped
        self._replayed = replayed
        self._revisit = revisit
        self._fresh = replayed == 0
        self._names: set[str] = set()

    def go_on(self, facts: Facts, replayed: int) -> None:
        """From the open question on, as if all before it had been passed once more and nothing there was new."""
        self.facts.now_read(facts)
        self.spoken.clear()
        self.marks.clear()
        self.letter = None
        self._replayed = replayed
        self._fresh = False

    def ask(self, question: Question[T], *, showing: Letter | None = None) -> Generator[Question[T], None, T | None]:
        """The answer to the question, None if it was skipped; suspends the flow when there is none yet.

        A letter is shown above the open question, and again only when its text has become another.
        """
        name = question.name
        self._use(name)
        self.trace.append(name)
        if len(self.trace) > MOST_QUESTIONS:
            raise FlowError(
                f"The flow asked {MOST_QUESTIONS} questions in one replay, the last one {name!r}; "
                "probably a loop lacks its end."
            )
        while True:
            if name != self._revisit:
                fact = self.facts.glimpse(name)  # while it is open, its answer is what changes
                if fact is not None and fact.turn > self._replayed:
                    self._fresh = True
                skipped_at = self._skipped.get(name, 0) if self._skipped else 0
                if skipped_at and (fact is None or fact.turn <= skipped_at):
                    self._fresh = self._fresh or skipped_at > self._replayed
                    self.facts.latest(name)
                    return None
                if fact is not None and question.fits(fact.value):
                    self.facts.latest(name)
                    return fact.value  # type: ignore[return-value]  # `fits` is what makes it a T
            self.letter = showing
            yield question

    def say(self, saying: Saying, **args: Arg) -> None:
        """Say it once in this run, if the person has just brought something that leads here."""
        if set(args) != set(saying.args):
            raise FlowError(f"{saying.id!r} needs {sorted(saying.args)} and was given {sorted(args)}.")
        self._use(saying.name)
        if saying.name in self.said:
            return
        self.said.append(saying.name)
        if self._fresh:
            self.spoken.append(Spoken(saying, args))

    def mark(self, name: str) -> None:
        """Keep that something is done: a fact of the interview, with today's local date (ISO) as its value."""
        if self._look(name) is None and name not in self.marks:
            self.marks.append(name)

    def lead_to(self, flow: str) -> None:
        """Have another flow about the same interview follow when this one has ended."""
        self.leads_to = flow

    def known(self, name: str) -> Value | None:
        """The value of a fact without asking for it; looking it up counts like asking."""
        fact = self._look(name)
        return None if fact is None else fact.value

    def is_new(self, name: str) -> bool:
        """Whether the fact was stated in this run, and not in an earlier one about the same interview."""
        fact = self._look(name)
        return fact is not None and fact.turn >= self.opened

    def texts(self, name: str) -> list[tuple[int, str]]:
        """The words kept as `name-1`, `name-2`, … with their numbers; looking them up counts like asking."""
        found = []
        for number, fact in self.facts.listed(name):
            self._fresh = self._fresh or fact.turn > self._replayed
            if isinstance(fact.value, str):
                found.append((number, fact.value))
        return found

    def _look(self, name: str) -> Fact | None:
        fact = self.facts.latest(name)
        if fact is not None and fact.turn > self._replayed:
            self._fresh = True
        return fact

    def _use(self, name: str) -> None:
        if name in self._names:
            raise FlowError(f"The name {name!r} is used twice in one run; give the repetition a number or a key.")
        self._names.add(name)
