"""The turns of each person in a line: one after the other, in the order in which they were handed in, on some threads.

Whoever hands one in and waits for it takes it on their own thread: to wake another one and to be woken by it costs a fifth of a
turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Lock, Semaphore
from typing import Generic, TypeVar

from core.errors import StoreError
from core.events import Person

T = TypeVar("T")


class _Place(Future[T]):
    """The future of some work, with its place in a line. Who waits for it without end may be the one to do it."""

    def __init__(self, work: Callable[[], T], wait: Callable[[_Place[T]], None]) -> None:
        super().__init__()
        self.work = work
        self._wait = wait

    def result(self, timeout: float | None = None) -> T:
        """As of every future; without a time limit the work may be done here."""
        if timeout is None and not self.done():
            self._wait(self)
        return super().result(timeout)


class Lines(Generic[T]):
    """Runs work for people. Safe to use from any thread."""

    def __init__(self, threads: int) -> None:
        self._lines: dict[Person, deque[_Place[T]]] = {}
        self._most = threads
        self._served: set[Person] = set()
        """Whose line is being worked off."""
        self._gate = Lock()
        self._free = Semaphore(threads)
        """So many lines may be worked off at the same time, by whomever."""
        self._is_closed = False
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="store")

    def put(self, person: Person, work: Callable[[], T], *, waits: bool = False) -> Future[T]:
        """Do it when its turn comes; a future that is cancelled before then drops it.

        Who `waits` asks for the result, without a time limit, and the work need not begin before that. Where nobody asks, it
        is done with the person's next, at the latest by `close`.
        """
        place = _Place(work, partial(self._serve_up_to, person))
        with self._gate:
            if self._is_closed:
                raise StoreError("The store is closed; open it again to take more turns.")
            self._lines.setdefault(person, deque()).append(place)
            if not waits and person not in self._served:
                self._threads.submit(self._serve, person)
        return place

    def close(self) -> bool:
        """Finish what was put, and take no more; False where that was done before."""
        with self._gate:
            was_closed, self._is_closed = self._is_closed, True
            for person in () if was_closed else self._lines.keys() - self._served:
                self._threads.submit(self._serve, person)
        self._threads.shutdown()
        for _ in range(0 if was_closed else self._most):  # whoever works off a line on their own thread ends, too
            self._free.acquire()
        return not was_closed

    def _serve(self, person: Person) -> None:
        with self._free:
            self._work_off(person)

    def _serve_up_to(self, person: Person, last: _Place[T]) -> None:
        """On the thread of whoever waits for it, if there is room; else on one of ours."""
        if not self._free.acquire(blocking=False):
            with self._gate:
                if not self._is_closed:  # else `close` has seen to it
                    self._threads.submit(self._serve, person)
            return
        try:
            self._work_off(person, last)
        finally:
            self._free.release()

    def _work_off(self, person: Person, last: _Place[T] | None = None) -> None:
        """Do what stands in a person's line, unless somebody does already; after the last one, others do the rest."""
        with self._gate:
            if person in self._served or person not in self._lines:
                return
            self._served.add(person)
        is_over = False
        while not is_over:
            with self._gate:
                place = self._lines[person][0]
            if place.set_running_or_notify_cancel():
                _fulfil(place)
            with self._gate:
                line = self._lines[person]
                line.popleft()
                is_left = bool(line) and place is last and not self._is_closed
                is_over = not line or is_left
                if is_over:
                    self._served.remove(person)
                if is_left:
                    self._threads.submit(self._serve, person)
                elif is_over:
                    del self._lines[person]


def _fulfil(place: _Place[T]) -> None:
    with suppress(InvalidStateError):
        try:
            place.set_result(place.work())
        except BaseException as error:
            place.set_exception(error)
