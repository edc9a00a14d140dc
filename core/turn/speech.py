"""What a turn says, in order: each saying in the wording whose turn it is, and what was understood said back.

It knows nothing of facts and conversations; what is said, and when, is decided by those who work on the workbench.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from core import echo
from core.facts import Picked, Value
from core.messages import Draft, Line, Part, Prompt
from core.questions import PastDay, Question
from core.vocabulary import Arg, Named, Saying, Series
from core.wording import Wording


class Speech:
    """The parts of one message while they are put together."""

    def __init__(self, wording: Wording, used: Mapping[str, int]) -> None:
        """`used` is how often each saying and question was heard before this turn."""
        self.wording = wording
        self.parts: list[Part] = []
        self._used = dict(used)
        self._noted: list[tuple[str, Value]] = []
        self._notes_first = False
        self._first: list[Part] = []
        self._last: list[Part] = []

    def say(self, saying: Saying, **args: Arg) -> None:
        """Add a line, in the wording whose turn it is."""
        self.parts.append(Line(self._worded(saying.id, args)))

    def is_every_other(self, key: str) -> bool:
        """Whether this is the second, fourth, … time that what the key names is about to be said."""
        self._used[key] = self._used.get(key, 0) + 1
        return self._used[key] % 2 == 0

    def has_said(self, saying: Saying) -> bool:
        """Whether the person has ever heard it."""
        return bool(self._used.get(saying.id))

    def say_before_question(self, saying: Saying, **args: Arg) -> None:
        """Add a line that stands right before this turn's first draft or question."""
        self._first.append(Line(self._worded(saying.id, args)))

    def say_last(self, saying: Saying, **args: Arg) -> None:
        """Add a line at the end of what is said, right before the question and the draft above it."""
        self._last.append(Line(self._worded(saying.id, args)))

    def add_last(self, parts: Sequence[Part]) -> None:
        """Add parts there as well."""
        self._last += parts

    def line(self, words: str, aside: str, args: Mapping[str, Arg]) -> Line:
        """One attribute of a question's words as a line."""
        return Line(self.wording.aside(words, aside, args))

    def note(self, name: str, value: Value, *, is_asked_for: bool = False) -> None:
        """Have a fact said back in this turn's line of what was understood: first of all, where it was asked for."""
        self._noted.append((name, value))
        self._notes_first = self._notes_first or is_asked_for

    def worded_value(self, question: Question[Any], value: Value) -> str:
        """A stored answer in words: an option by its label."""
        option = value.option if isinstance(value, Picked) else value
        for offered in question.options:
            if offered.id == option:
                return str(self.wording.filled(offered.label)) if offered.label else self._label(question, offered.id)
        if isinstance(question, PastDay) and isinstance(value, str):
            return self.wording.day(value)
        return str(value)

    def _label(self, question: Question[Any], option: str) -> str:
        return self.wording.aside(question.words, option, question.args)

    def message(self, today: date) -> tuple[Part, ...]:
        """What this turn sends on that day: what was understood is said back before the first draft or question."""
        if details := self._not_said_yet(echo.noted(self._noted, today)):
            said = Line(self._worded(echo.NOTED.id, {"details": Series(details)}))
            if self._notes_first:
                self.parts.insert(0, said)
            else:
                self._first.append(said)
        at = next((n for n, part in enumerate(self.parts) if isinstance(part, Draft | Prompt)), len(self.parts))
        return (*self.parts[:at], *self._first, *self._last, *self.parts[at:])

    def _not_said_yet(self, details: Sequence[Named]) -> tuple[Named, ...]:
        """The details that this turn's lines do not name already; "today" alone is nothing to check."""
        said = " ".join(part.text for part in self.parts if isinstance(part, Line))
        left = tuple(one for one in details if not (isinstance(one, str) and one in said))
        return () if left == (echo.TODAY,) else left

    def _worded(self, id: str, args: Mapping[str, Arg]) -> str:
        used = self._used.get(id, 0)
        self._used[id] = used + 1
        return self.wording.said(id, used, args)
