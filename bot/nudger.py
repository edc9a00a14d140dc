"""Bringing what is due: the turns of those whose hour has come, and their messages handed on.

Every platform uses this, and none is named here. When to look is the alarm's affair, what to say the core's. The rule
a newcomer could break: a person whose turn failed stays due, so each call tries everybody once, and who is still due
afterwards is left alone for a while; otherwise one faulty nudge would keep the machine busy for ever.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable, Set
from datetime import datetime, timedelta
from threading import Event, Lock
from time import monotonic
from typing import TypeAlias

from bot.clock import Clock
from core.coach import Coach
from core.events import NudgeDue, Person
from core.ports import Outgoing, Store

Deliver: TypeAlias = Callable[[Outgoing], None]
"""Takes a message that is kept already; it is confirmed to the store by whoever showed it."""

AT_ONCE = 16
"""So many turns are handed to the store together; it gives them one commit, and somebody who writes waits for it."""
REST = 1 / 3
"""So much of the time a batch took is left to others before the next."""
FIRST_REST = timedelta(minutes=1)
LONGEST_REST = timedelta(hours=1)


class Nudger:
    """Brings people what is due to them. Safe to call from any thread; one call waits for another."""

    def __init__(
        self,
        coach: Coach,
        store: Store,
        clock: Clock,
        deliver: Deliver,
        *,
        reaches: Callable[[Person], bool],
        platforms: Collection[str] | None = None,
    ) -> None:
        """`reaches` tells whether a person is one of ours, and `platforms` whose people they are, if that is known; the
        store may hold others too."""
        self._coach = coach
        self._store = store
        self._clock = clock
        self._deliver = deliver
        self._reaches = reaches
        self._platforms = platforms
        self._resting: dict[Person, tuple[datetime, timedelta]] = {}
        self._in_hand = Lock()
        self._stopped = Event()

    def bring(self) -> int:
        """Take the turn of everybody who is due now and hand on the messages; how many there were.

        Raises `StoreError`; what was not kept then is still due, and what was kept waits in the outbox.
        """
        with self._in_hand:
            now = self._clock.now()
            tried: set[Person] = set()
            messages = 0
            while True:
                due = self._due(now, tried)
                people = [person for person in due if self._may_have(person, now, tried)][:AT_ONCE]
                if not people or self._stopped.is_set():
                    self._let_rest(due, tried, now)
                    return messages
                tried.update(people)
                began = monotonic()
                messages += self._bring_to(people, now)
                if len(people) == AT_ONCE:
                    self._stopped.wait((monotonic() - began) * REST)

    def bring_to(self, people: Iterable[Person]) -> int:
        """Let these people's turns look now at what is due to them, whenever it was; how many messages there were.

        Raises `StoreError`, as `bring` does.
        """
        return self._bring_to(people, self._clock.now())

    def stop(self) -> None:
        """Take no further turns; `bring` comes back after those in hand."""
        self._stopped.set()

    def _due(self, now: datetime, tried: Set[Person]) -> list[Person]:
        """All who are due, or so many that somebody is among them who may have their turn now."""
        most = AT_ONCE
        while True:
            due = self._store.due(now, most, platforms=self._platforms)
            if len(due) < most or any(self._may_have(person, now, tried) for person in due):
                return due
            most *= 4  # those in front were tried already, or are not ours

    def _may_have(self, person: Person, now: datetime, tried: Set[Person]) -> bool:
        rests_until, _ = self._resting.get(person, (now, FIRST_REST))
        return person not in tried and rests_until <= now and self._reaches(person)

    def _bring_to(self, people: Iterable[Person], now: datetime) -> int:
        turns = [
            self._coach.take(NudgeDue(id=f"nudge-{secrets.token_hex(8)}", person=person, at=now), now, self._store)
            for person in people
        ]
        outgoing = [message for turn in turns if (message := turn.result()) is not None]
        for message in outgoing:
            self._deliver(message)
        return len(outgoing)

    def _let_rest(self, still_due: Iterable[Person], tried: Set[Person], now: datetime) -> None:
        """Those whose turn left them due wait, each time twice as long; who is due no more is forgotten here."""
        resting = {}
        for person in still_due:
            until, rest = self._resting.get(person, (now, FIRST_REST / 2))
            if person in tried:
                rest = min(rest * 2, LONGEST_REST)
                resting[person] = (now + rest, rest)
            elif until > now:
                resting[person] = (until, rest)
        self._resting = resting
