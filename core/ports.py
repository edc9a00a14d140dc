"""The two borders of the core: where turns are kept, and what a turn is to the keeper.

A store knows nothing of coaching: it is handed bytes and gives them back. It decides two things only, and both
in one transaction with the turn: whether an event was seen before, and that nothing is half kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeAlias

from core.events import Occurrence, Person
from core.records import record


@record
class Closed:
    """The question that was open before an event and has been answered or left; a surface can show that on its message."""

    run: str
    question: str
    chosen: str
    """The option's label, the number or the day, in words; "" where there is none: own words, or no answer."""


@record
class Turn:
    """What one event changes, ready to be kept. All three texts are private and are sealed by the store."""

    number: int
    """Counts the person's turns from 1; the journal row's key together with the person."""
    snapshot: bytes
    """All that the next turn needs to know of the person; replaces the one before."""
    entry: bytes
    """The journal row: what came in and which facts it brought; only an erasure changes it afterwards."""
    outgoing: bytes | None
    """The parts to send, in order; None when nothing is to be said."""
    due: datetime | None = None
    """When the coach has to come back to the person of itself (UTC); None: when they write."""
    erase: bool = False
    """Everything about the person is erased instead of kept: rows and key. What is outgoing is not stored."""
    takes_back: tuple[int, ...] = ()
    """The numbers of earlier turns whose messages are not to be sent any more."""
    remains: tuple[Entry, ...] | None = None
    """What the journal holds before this turn from now on, where a part of it is erased; rows that are not in it go,
    and so do unsent messages. All is sealed with a new key, so that no old copy of a row can be opened any more."""
    reaches: bool = True
    """Whether the person has done something, so that they can be reached again."""
    stands_for: str | None = None
    """The id of the event that this one came in place of: that one is not taken any more. The event's own id is not
    kept then."""
    closed: Closed | None = None
    """For whoever handed the event in; it is not kept."""


ANYTHING = ""
"""A hint that others may have been lost."""
HOURS = "hours"
"""A hint that it may be another hour when somebody is due."""
UNKEPT = "unkept"
"""The key of a message that is in no outbox."""

Decide: TypeAlias = Callable[[bytes | None], Turn | None]
"""From the person's snapshot (None at first contact) to the turn; None where the event comes to nothing, and then nothing
is kept. Pure: it may be run again after a rollback."""


@record
class Outgoing:
    """A turn's message that has not been confirmed as sent."""

    key: str
    """Stable: the same message has the same key at every attempt."""
    person: Person
    parts: bytes
    number: int = 0
    """Of the turn."""

    @property
    def is_kept(self) -> bool:
        """Whether it waits in the outbox; the goodbye to somebody who was erased is kept nowhere."""
        return self.key != UNKEPT


@record
class Claimed:
    """A message that delivery has in hand, and nobody else until it is settled or the lease is over."""

    key: str
    person: Person
    parts: bytes
    number: int
    """Of the turn."""
    at: datetime
    """When the turn was taken (UTC)."""
    attempt: int
    """1 is the first; from 2 on it may have been shown before."""
    shown: int
    """So many of its groups of parts were shown for certain."""
    is_reply: bool
    """Whether it answers something the person did; else it is a nudge."""


class Became(StrEnum):
    """What became of a message that was claimed."""

    SENT = "sent"
    """The platform has shown all of it."""
    NOT_SHOWN = "not shown"
    """Nothing of it was shown by this attempt; it is tried again."""
    UNSURE = "unsure"
    """This attempt may have shown it; it is tried again under the same key."""
    REFUSED = "refused"
    """The person cannot be reached: nothing more is claimed for them until they do something."""
    UNFIT = "unfit"
    """This message cannot be shown, others can."""


@record
class Settlement:
    """What became of one claimed message."""

    key: str
    person: Person
    became: Became
    again: datetime | None = None
    """Not before this instant, if it is tried again; None: at once."""
    reason: str = ""
    """The platform's word for a refusal, never anything private."""
    shown: int = 0
    """So many of its groups of parts have been shown for certain by now."""


@record
class Waiting:
    """A nudge in the outbox, as a turn sees it."""

    number: int
    """Of the turn that decided it."""
    at: datetime
    """When that was (UTC)."""
    may_have_been_shown: bool
    """An attempt has had an unknown end, is under way, or has shown a part of it."""
    in_hand: bool
    """An attempt is under way."""


@record
class DeadLetter:
    """A message that could not be delivered, with nothing in it that is private."""

    key: str
    person: Person
    reason: str
    attempts: int
    decided_at: datetime
    refused_at: datetime
    is_reply: bool


@record
class Backlog:
    """How much waits in the outbox, and how much of it never will be delivered as things are."""

    waiting: int
    dead: int
    unreachable: int
    """People who have refused, and have done nothing since."""


@record
class Entry:
    """One row of a person's journal, unsealed."""

    number: int
    at: datetime
    content: bytes


class Store(Protocol):
    """Where turns are kept. Safe to call from any thread; each call is durable when it, or its future, is done.

    Every failure is a `StoreError`, and then nothing of the call was kept.
    """

    def take(self, event: Occurrence, decide: Decide, *, waits: bool = False) -> Future[Outgoing | None]:
        """Run one turn in one transaction: seen before? stop; load, decide, keep.

        The future's result is the outgoing message, None when there is none or when the event had been taken
        before. An exception raised by `decide` reaches the future and undoes this turn alone. Who `waits` asks for the result
        next, without a time limit; the turn may be run on their thread then, and need not begin before.
        """

    def unsent(self, person: Person) -> list[Outgoing]:
        """What was decided for the person and not yet confirmed as sent, oldest first; may be asked inside a turn."""

    def mark_sent(self, key: str, person: Person) -> None:
        """Confirm that the message reached the platform; doing it twice is harmless."""

    def due(self, now: datetime, most: int, *, platforms: Collection[str] | None = None) -> list[Person]:
        """Those to whom the coach has to come back by `now`, the longest overdue first; `platforms` are whose people.

        Left out are those whom another process was given a moment ago.
        """

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """When the coach has to come back to anybody next (UTC), after an instant if one is given; else may be past."""

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages of a platform's people in hand, durably, so that nobody else has them for as long as the lease.

        At most one for each person and always their oldest; replies before nudges, then the oldest first. Left out
        are those in hand, those that wait for an instant, dead letters, and people who cannot be reached. Whoever
        claims settles; what a process that died had in hand can be claimed at the next start, and counts as tried.
        """

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages, all in one transaction; what is not in the outbox, or is in the hand
        of another process by now, is passed over.

        A refusal, or a message unfit to be shown, leaves a dead letter. One that was refused goes out again, in its
        place, when the person does something and that turn does not take it back; until then nobody comes back to
        them, and a `NudgeDue` for them is not taken.
        """

    def next_claim(self, platform: str) -> datetime | None:
        """The earliest instant (UTC) at which something can be claimed; may be past, None when nothing waits."""

    def seen(self, person: Person, event: str) -> bool:
        """Whether an event of that id was taken, as far as ids are still kept; may be asked inside a turn."""

    def waiting(self, person: Person) -> list[Waiting]:
        """The nudges that wait in the person's outbox, dead letters too, oldest first; may be asked inside a turn."""

    def backlog(self) -> Backlog:
        """How much waits; cheap enough to be asked every few seconds."""

    def dead_letters(self) -> list[DeadLetter]:
        """What could not be delivered, oldest first."""

    def depart(self, tenant: str, at: datetime) -> None:
        """A workspace has taken the coach out at that instant: nobody of it can be reached until they do something.

        Said twice, the first instant counts.
        """

    def come_back(self, tenant: str) -> None:
        """The workspace has the coach again, or nobody of it is left; it counts as departed no more."""

    def departed(self, before: datetime) -> list[str]:
        """The tenants that departed by an instant and have not come back, the first one first."""

    def is_departed(self, tenant: str) -> bool:
        """Whether it has departed and not come back; may be asked inside a turn."""

    def people(self, tenant: str) -> list[Person]:
        """Everybody of a tenant of whom something is kept."""

    def tenants_with(self, id: str) -> list[str]:
        """The tenants in which something is kept of somebody with that id."""

    def unreachable(self) -> list[Person]:
        """Those who have refused a message, or whose workspace has departed, and have done nothing since."""

    def snapshot(self, person: Person) -> bytes | None:
        """The person's snapshot as the last turn left it; may be asked inside a turn of somebody else."""

    def journal(self, person: Person) -> Iterator[Entry]:
        """All of the person's journal, oldest first; inside a turn, what the turns before it have left there."""

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept; False, and nothing is changed, where something is.

        The last entry's number is the snapshot's.
        """

    def tidy(self, before: datetime) -> None:
        """Forget, of everything older, which events it came with and what was never confirmed as sent."""

    def tell(self, what: str) -> None:
        """Have what `hear` was given called in the other processes that have the database open. What turns leave is told by
        itself."""

    def hear(self, told: Callable[[str], object]) -> None:
        """From now on call `told` for what other processes tell: a platform for which something is to be sent, `HOURS`, or
        what was given to `tell`; and with `ANYTHING` at first and whenever something may have been missed.

        On a thread of the store's. Only hints: one may be lost, or come twice.
        """

    def is_housekeeper(self) -> bool:
        """Whether, of all processes that have the database open, this one does what only one does at a time."""

    def deliverers(self, platform: str) -> int:
        """How many processes send to a platform now; from the first call on this one is one of them, until it ends.

        Raises `StoreError`.
        """

    def close(self) -> None:
        """Finish the turns already taken, then let go of the database."""
