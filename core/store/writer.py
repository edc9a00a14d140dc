"""The one thread that owns the database: turns wait in a queue, and those that wait share a commit.

Any thread may call; a keeper (`SqliteKeeper`) is only ever touched by this one. A future is resolved after
the COMMIT that made its turn durable, never before, because whoever waits for it acknowledges the event to
the platform. Do not call the store from inside `decide` or from a callback of a future: both run on the
thread that would have to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock, Thread, current_thread
from typing import Any, Protocol, TypeAlias, TypeVar

from core.errors import StoreError
from core.events import Occurrence, Person
from core.ports import Backlog, Claimed, DeadLetter, Decide, Entry, Outgoing, Settlement, Waiting

T = TypeVar("T")

_TURNS_PER_COMMIT = 64
_ROWS_AT_A_TIME = 256


class Keeper(Protocol):
    """What the thread works with; see `SqliteKeeper` for the meaning of each."""

    def take(self, turns: Iterator[tuple[Occurrence, Decide]]) -> Sequence[Outgoing | BaseException | None]: ...
    def unsent(self, person: Person) -> list[Outgoing]: ...
    def mark_sent(self, key: str, person: Person) -> None: ...
    def due(self, now: datetime, most: int, *, platforms: Collection[str] | None = None) -> list[Person]: ...
    def next_due(self, *, after: datetime | None = None) -> datetime | None: ...
    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]: ...
    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None: ...
    def next_claim(self, platform: str) -> datetime | None: ...
    def seen(self, person: Person, event: str) -> bool: ...
    def waiting(self, person: Person) -> list[Waiting]: ...
    def backlog(self) -> Backlog: ...
    def dead_letters(self) -> list[DeadLetter]: ...
    def depart(self, tenant: str, at: datetime) -> None: ...
    def come_back(self, tenant: str) -> None: ...
    def departed(self, before: datetime) -> list[str]: ...
    def is_departed(self, tenant: str) -> bool: ...
    def people(self, tenant: str) -> list[Person]: ...
    def tenants_with(self, id: str) -> list[str]: ...
    def unreachable(self) -> list[Person]: ...
    def snapshot(self, person: Person) -> bytes | None: ...
    def journal_rows(self, person: Person) -> list[int]: ...
    def entries(self, person: Person, rows: Sequence[int]) -> list[Entry]: ...
    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool: ...
    def tidy(self, before: datetime) -> None: ...
    def close(self) -> None: ...


@dataclass(slots=True, eq=False)
class _Turn:
    event: Occurrence
    decide: Decide
    future: Future[Outgoing | None] = field(default_factory=Future)


@dataclass(slots=True, eq=False)
class _Call:
    function: Callable[[Keeper], Any]
    future: Future[Any] = field(default_factory=Future)


_Job: TypeAlias = _Turn | _Call


class Writer:
    """The store as the rest of the program sees it (`core.ports.Store`)."""

    def __init__(self, open_keeper: Callable[[], Keeper]) -> None:
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()  # None: no more will come
        self._kept_back: list[_Job | None] = []  # at most one: seen behind the last batch, not begun
        self._in_hand: Sequence[_Job] = ()
        self._gate = Lock()  # nothing is put in the queue behind its None
        self._is_closed = False
        self._keeper: Keeper | None = None
        """The thread's own; None before it is open."""
        opened: Future[None] = Future()
        # A daemon: a program that forgot to close still ends, and what was committed is safe without closing.
        self._thread = Thread(target=self._run, args=(open_keeper, opened), name="store", daemon=True)
        self._thread.start()
        opened.result()

    def take(
        self,
        event: Occurrence,
        decide: Decide,
        *,
        waits: bool = False,  # noqa: ARG002 (only one thread may touch the file)
    ) -> Future[Outgoing | None]:
        """Run one turn; see the port. A future that is cancelled before its turn begins drops the turn."""
        turn = _Turn(event, decide)
        self._put(turn)
        return turn.future

    def unsent(self, person: Person) -> list[Outgoing]:
        """Give what waits to be sent to the person, oldest first."""
        return self._ask(lambda keeper: keeper.unsent(person))

    def mark_sent(self, key: str, person: Person) -> None:
        """Confirm that the message reached the platform."""
        self._ask(lambda keeper: keeper.mark_sent(key, person))

    def due(self, now: datetime, most: int, *, platforms: Collection[str] | None = None) -> list[Person]:
        """Give those to whom the coach has to come back, the longest overdue first."""
        return self._ask(lambda keeper: keeper.due(now, most, platforms=platforms))

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        """Give when the coach has to come back to anybody next."""
        return self._ask(lambda keeper: keeper.next_due(after=after))

    def claim(self, platform: str, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """Take messages of a platform's people in hand, durably."""
        return self._ask(lambda keeper: keeper.claim(platform, now, most, lease))

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Say what became of claimed messages."""
        self._ask(lambda keeper: keeper.settle(settlements, now))

    def next_claim(self, platform: str) -> datetime | None:
        """Give the earliest instant at which something can be claimed."""
        return self._ask(lambda keeper: keeper.next_claim(platform))

    def seen(self, person: Person, event: str) -> bool:
        """Tell whether an event of that id was taken; a turn may ask."""
        return self._ask(lambda keeper: keeper.seen(person, event))

    def waiting(self, person: Person) -> list[Waiting]:
        """Give the nudges that wait in the person's outbox; a turn may ask."""
        return self._ask(lambda keeper: keeper.waiting(person))

    def backlog(self) -> Backlog:
        """Give how much waits to be sent."""
        return self._ask(lambda keeper: keeper.backlog())

    def dead_letters(self) -> list[DeadLetter]:
        """Give what could not be delivered."""
        return self._ask(lambda keeper: keeper.dead_letters())

    def depart(self, tenant: str, at: datetime) -> None:
        """Nobody of the tenant can be reached any more."""
        self._ask(lambda keeper: keeper.depart(tenant, at))

    def come_back(self, tenant: str) -> None:
        """The tenant is there again, or nobody of it is left."""
        self._ask(lambda keeper: keeper.come_back(tenant))

    def departed(self, before: datetime) -> list[str]:
        """Give the tenants that have departed by then."""
        return self._ask(lambda keeper: keeper.departed(before))

    def is_departed(self, tenant: str) -> bool:
        """Tell whether a tenant has departed; a turn may ask."""
        return self._ask(lambda keeper: keeper.is_departed(tenant))

    def people(self, tenant: str) -> list[Person]:
        """Give everybody of a tenant of whom something is kept."""
        return self._ask(lambda keeper: keeper.people(tenant))

    def tenants_with(self, id: str) -> list[str]:
        """Give the tenants in which somebody with that id is kept."""
        return self._ask(lambda keeper: keeper.tenants_with(id))

    def unreachable(self) -> list[Person]:
        """Give those who cannot be reached."""
        return self._ask(lambda keeper: keeper.unreachable())

    def snapshot(self, person: Person) -> bytes | None:
        """Give the person's snapshot as the last turn left it."""
        return self._ask(lambda keeper: keeper.snapshot(person))

    def journal(self, person: Person) -> Iterator[Entry]:
        """Give the person's journal, some rows at a time: a long one must not hold up others' turns."""
        rows = self._ask(lambda keeper: keeper.journal_rows(person))
        for start in range(0, len(rows), _ROWS_AT_A_TIME):
            some = rows[start : start + _ROWS_AT_A_TIME]
            yield from self._ask(partial(_entries, person=person, rows=some))

    def bring_in(self, person: Person, journal: Sequence[Entry], snapshot: bytes, due: datetime | None) -> bool:
        """Keep the past of somebody of whom nothing is kept."""
        return self._ask(lambda keeper: keeper.bring_in(person, journal, snapshot, due))

    def tidy(self, before: datetime) -> None:
        """Forget the events and the unsent messages of before."""
        self._ask(lambda keeper: keeper.tidy(before))

    def tell(self, what: str) -> None:
        """Nobody else has the file, so there is nobody to tell."""

    def hear(self, told: Callable[[str], object]) -> None:
        """Nobody else has the file, so there is nothing to hear."""

    def is_housekeeper(self) -> bool:
        """Nobody else has the file."""
        return True

    def deliverers(self, platform: str) -> int:  # noqa: ARG002 - whichever it is
        """Nobody else has the file."""
        return 1

    def close(self) -> None:
        """Finish the turns already taken, then let go of the database; doing it twice is harmless."""
        self._refuse_more()
        self._thread.join()

    def _ask(self, function: Callable[[Keeper], T]) -> T:
        if self._keeper is not None and current_thread() is self._thread:
            return function(self._keeper)  # a turn that looks into the journal; to wait in line would be for ever
        call = _Call(function)
        self._put(call)
        answer: T = call.future.result()
        return answer

    def _put(self, job: _Job) -> None:
        with self._gate:
            if self._is_closed:
                raise StoreError("The store is closed; open it again to take more turns.")
            self._waiting.put(job)

    def _refuse_more(self) -> None:
        with self._gate:
            if not self._is_closed:
                self._is_closed = True
                self._waiting.put(None)

    def _run(self, open_keeper: Callable[[], Keeper], opened: Future[None]) -> None:
        try:
            keeper = open_keeper()
        except BaseException as error:
            opened.set_exception(error)
            return
        self._keeper = keeper
        opened.set_result(None)
        try:
            self._serve(keeper)
        finally:
            self._refuse_more()
            self._fail_all_that_wait()
            keeper.close()

    def _serve(self, keeper: Keeper) -> None:
        while (job := self._next()) is not None:
            if isinstance(job, _Call):
                self._in_hand = [job]
                _answer_call(job, keeper)
            else:
                self._answer_turns(job, keeper)

    def _next(self) -> _Job | None:
        return self._kept_back.pop() if self._kept_back else self._waiting.get()

    def _answer_turns(self, first: _Turn, keeper: Keeper) -> None:
        self._in_hand = taken = list[_Turn]()
        try:
            outcomes = keeper.take(self._turns_from(first, taken))
        except BaseException as error:
            outcomes = [error] * len(taken)
        for turn, outcome in zip(taken, outcomes, strict=True):
            if isinstance(outcome, BaseException):
                turn.future.set_exception(outcome)
            else:
                turn.future.set_result(outcome)

    def _turns_from(self, first: _Turn, taken: list[_Turn]) -> Iterator[tuple[Occurrence, Decide]]:
        """Give this turn and those that wait behind it, or begin to wait meanwhile, up to any other job."""
        job: _Job | None = first
        while isinstance(job, _Turn):
            if job.future.set_running_or_notify_cancel():
                taken.append(job)
                yield job.event, job.decide
            if len(taken) == _TURNS_PER_COMMIT:
                return
            try:
                job = self._waiting.get_nowait()
            except Empty:
                return
        self._kept_back.append(job)

    def _fail_all_that_wait(self) -> None:
        """After the thread met its end, expected or not, nobody may wait for it."""
        jobs = [*self._in_hand, *self._kept_back]
        while not self._waiting.empty():
            jobs.append(self._waiting.get())
        for job in jobs:
            if job is not None and not job.future.done():
                with suppress(InvalidStateError):  # cancelled just now
                    job.future.set_exception(StoreError("The store stopped by a fault of the program; restart it."))


def _answer_call(call: _Call, keeper: Keeper) -> None:
    try:
        answer = call.function(keeper)
    except BaseException as error:
        call.future.set_exception(error)
    else:
        call.future.set_result(answer)


def _entries(keeper: Keeper, person: Person, rows: Sequence[int]) -> list[Entry]:
    return keeper.entries(person, rows)
