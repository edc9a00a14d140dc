"""The turns of each person in a line: one after the other, in the order in which they were handed in, on some threads."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import Generic, TypeVar

from core.errors import StoreError
from core.events import Person

T = TypeVar("T")


class Lines(Generic[T]):
    """Runs work for people. Safe to use from any thread."""

    def __init__(self, threads: int) -> None:
        self._lines: dict[Person, deque[tuple[Callable[[], T], Future[T]]]] = {}
        self._gate = Lock()
        self._is_closed = False
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="store")

    def put(self, person: Person, work: Callable[[], T]) -> Future[T]:
        """Do it when its turn comes; a future that is cancelled before then drops it."""
        future: Future[T] = Future()
        with self._gate:
            if self._is_closed:
                raise StoreError("The store is closed; open it again to take more turns.")
            line = self._lines.setdefault(person, deque())
            line.append((work, future))
            if len(line) == 1:
                self._threads.submit(self._serve, person)
        return future

    def close(self) -> bool:
        """Finish what was put, and take no more; False where that was done before."""
        with self._gate:
            was_closed, self._is_closed = self._is_closed, True
        self._threads.shutdown()
        return not was_closed

    def _serve(self, person: Person) -> None:
        while True:
            with self._gate:
                work, future = self._lines[person][0]
            if future.set_running_or_notify_cancel():
                _fulfil(future, work)
            with self._gate:
                line = self._lines[person]
                line.popleft()
                if not line:
                    del self._lines[person]
                    return


def _fulfil(future: Future[T], work: Callable[[], T]) -> None:
    with suppress(InvalidStateError):
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)
