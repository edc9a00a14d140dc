"""What is known in this turn: what was kept, and over it what the turn states, corrects and withdraws.

Facts alone; which conversation is talking is the workbench's. The rule a newcomer could break: a scope's facts belong to
the state before the turn until `_own` has made them this turn's copy, so nothing writes to them past it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from weakref import proxy

from core.belonging import ALL, LATEST, belonging
from core.facts import PERSON, Fact, Facts, Past, Scoped, Value, is_of_the_person
from core.journal import Journal, Kept, fold
from core.state import State


class Ledger:
    """Every fact as the turn has it, and each change in order: for the journal (`brought`) and for an undo."""

    def __init__(self, state: State, now: datetime, journal: Journal) -> None:
        self.before = state
        self.journal = journal
        self.now = now
        """Local to the person, aware."""
        self.number = state.number + 1
        self.brought: list[tuple[str, str, Value | None]] = []
        """(scope, name, value) of every fact of this turn, in order; None withdraws it."""
        self._facts: dict[str, Scoped] = dict(state.facts)
        self._changed: dict[str, dict[str, Fact]] = {}
        self._seen: dict[str, Facts] = {}
        """What `facts` has given of each scope since one of them became this turn's own copy."""
        self._replaced: list[tuple[str, str, Value | None]] = []
        """(scope, name, value before) of every fact that an undo brings back; None where there was none."""
        self._interviews_begun = state.interviews_begun
        self.past = Behind(self)

    @property
    def today(self) -> date:
        """The person's date."""
        return self.now.date()

    @property
    def instant(self) -> datetime:
        """Now, in UTC."""
        return self.now.astimezone(UTC)

    @property
    def interviews(self) -> list[str]:
        """All that are not over and done with, oldest first."""
        return [scope for scope in self._facts if scope != PERSON]

    @property
    def told_interview(self) -> str:
        """The latest interview of which something was told, one that has been if there is one; else `PERSON`."""
        latest = sorted(self.interviews, key=lambda interview: int(interview[1:]), reverse=True)
        told = [interview for interview in latest if self._facts[interview]]
        return next((one for one in told if not self.is_ahead(one)), told[0] if told else PERSON)

    def every_interview(self) -> dict[str, Facts]:
        """All that was ever told of, by id, oldest first, as the journal and this turn have them.

        Not as the snapshot has them: an undo that reaches back to an interview which has left it brings only a part.
        """
        now = Kept(self.number, self.instant, "", None, None, tuple(self.brought))
        scopes = {**self._facts, **fold([now], self.journal.facts)}
        told = sorted((int(scope[1:]), scope) for scope, facts in scopes.items() if scope != PERSON and facts)
        return {scope: Facts(scopes[scope], self._facts.get(PERSON, {}), self.past) for _, scope in told}

    def is_ahead(self, interview: str) -> bool:
        """Whether all that was told of an interview is that it will be."""
        return interview != PERSON and self.facts(interview).value("news") == "ahead"

    def facts(self, scope: str) -> Facts:
        """What is known of an interview, or of the person alone."""
        seen = self._seen.get(scope)
        if seen is None:
            mine, person = self._facts.get(scope, {}), self._facts.get(PERSON, {})
            seen = self._seen[scope] = Facts(mine, person, self.past, id=scope)
        return seen

    def state_fact(self, scope: str, name: str, value: Value) -> None:
        """Append a fact, the latest of its name from now on; what is the person's is kept so, whatever the scope."""
        scope = PERSON if is_of_the_person(name) else scope
        if scope != PERSON and not self._facts.get(scope):
            told = self.now.replace(tzinfo=None).isoformat(timespec="minutes")
            self._own(scope)["told-at"] = Fact(told, self.number)
            self._replaced.append((scope, "told-at", None))
            self.brought.append((scope, "told-at", told))
            if came_from := self.facts(PERSON).text(LATEST):
                self.learn(ALL, belonging(self.facts(PERSON)).after_telling(scope, came_from).kept)
        old = self._own(scope).get(name)
        self._replaced.append((scope, name, None if old is None else old.value))
        self._own(scope)[name] = Fact(value, self.number)
        self.brought.append((scope, name, value))

    def learn(self, name: str, value: Value) -> None:
        """A fact of the person's that came with the event and not from their mouth; no undo takes it back."""
        self._own(PERSON)[name] = Fact(value, self.number)
        self.brought.append((PERSON, name, value))

    def keep_nowhere(self, name: str) -> None:
        """Have a fact of the person's that this turn has stated be gone with it, as if nobody had."""
        self._own(PERSON).pop(name, None)
        self.brought = [one for one in self.brought if one[:2] != (PERSON, name)]
        self._replaced = [one for one in self._replaced if one[:2] != (PERSON, name)]

    def withdraw(self, scope: str, name: str) -> None:
        """Take a fact back, as if it had never been said."""
        old = self._own(scope).pop(name, None)
        if old is not None:
            self._replaced.append((scope, name, old.value))
            self.brought.append((scope, name, None))

    def _own(self, scope: str) -> dict[str, Fact]:
        """The scope's facts as this turn's own copy, to be changed."""
        if scope not in self._changed:
            self._changed[scope] = self._facts[scope] = dict(self._facts.get(scope, {}))
            self._seen.clear()
        return self._changed[scope]


class Behind(Past):
    """The past as a turn sees it: the journal, and over it what the turn itself has changed. For as long as there is the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        # The ledger has us: held strongly, all that a turn needs would lie about until the next full collection, and those
        # stop everybody for a quarter of a second when ten thousand mornings come at once.
        self._ledger: Ledger = proxy(ledger)

    def interviews(self) -> Mapping[str, Facts]:
        """Every interview there ever was."""
        return self._ledger.every_interview()

    def moment_of(self, turn: int, /) -> datetime | None:
        """When a turn was, by the person's clock of today."""
        ledger = self._ledger
        at = ledger.now if turn == ledger.number else ledger.journal.instants.get(turn)
        return None if at is None else at.astimezone(ledger.now.tzinfo)

    def may_have_written(self, turn: int, words: str, /) -> bool:
        """Whether that turn's message has the words, or is not at hand."""
        written = self._ledger.journal.written.get(turn)
        return written is None or words.casefold() in written
