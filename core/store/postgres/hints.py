"""Telling the other processes that something was kept, with LISTEN and NOTIFY: so that they look now and not at their next look.

A hint names a platform or a tenant and nothing else, and is only a hint: one that is lost costs the time to the next look. It is sent
beside the turn and never in it, because a NOTIFY makes all commits of the database wait for each other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from threading import Condition, Event, Thread

import psycopg
from psycopg import Connection

from core.errors import StoreError
from core.ports import ANYTHING
from core.store.postgres.connections import Connections, connect

CHANNEL = "rebound"
TOGETHER_SECONDS = 0.05
"""What is kept within this time is told at once."""
LISTEN_SECONDS = 10.0
FIRST_REST, LONGEST_REST = 0.5, 30.0
"""Seconds until it is tried to listen again."""
_TELL = "SELECT pg_notify(%s, %s)"

log = logging.getLogger(__name__)


class Hints:
    """Hints of one process to the others. Safe to use from any thread."""

    def __init__(self, connections: Connections, holder: str) -> None:
        """`holder` is the name of this process, which does not listen to itself."""
        self._connections = connections
        self._holder = holder
        self._news = Condition()
        self._to_tell = set[str]()
        self._is_closed = Event()
        self._threads = list[Thread]()

    def tell(self, what: str) -> None:
        """The others hear of it in a moment."""
        with self._news:
            if not self._threads_of("teller"):
                self._start("teller", self._keep_telling)
            self._to_tell.add(what)
            self._news.notify()

    def hear(self, told: Callable[[str], object]) -> None:
        """Call for each hint from now on, on a thread of its own; again with `ANYTHING` whenever some may have been lost."""
        self._start("listener", lambda: self._keep_listening(told))

    def close(self) -> None:
        """Tell what is to be told, and hear nothing more."""
        self._is_closed.set()
        with self._news:
            self._news.notify()
        if self._threads_of("listener"):
            with suppress(StoreError):
                self._connections.one(_TELL, (CHANNEL, f"{self._holder} "))
        for thread in self._threads:
            thread.join()

    def _threads_of(self, name: str) -> list[Thread]:
        return [thread for thread in self._threads if thread.name == name]

    def _start(self, name: str, run: Callable[[], None]) -> None:
        thread = Thread(target=run, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    # --- telling ---

    def _keep_telling(self) -> None:
        while (told := self._next()) is not None:
            for what in told:
                with suppress(StoreError):  # only a hint
                    self._connections.one(_TELL, (CHANNEL, f"{self._holder} {what}"))
            self._is_closed.wait(TOGETHER_SECONDS)

    def _next(self) -> set[str] | None:
        """What is to be told; None when there will be nothing more."""
        with self._news:
            self._news.wait_for(lambda: self._to_tell or self._is_closed.is_set())
            told, self._to_tell = self._to_tell, set()
            return told or None

    # --- hearing ---

    def _keep_listening(self, told: Callable[[str], object]) -> None:
        rest = FIRST_REST
        while not self._is_closed.is_set():
            try:
                with self._listening() as connection:
                    rest = FIRST_REST
                    self._pass_on(told, ANYTHING)
                    self._listen(connection, told)
            except psycopg.Error:
                log.warning("Hints of other processes cannot be heard; it is tried again in %.3g s.", rest)
                self._is_closed.wait(rest)
                rest = min(2 * rest, LONGEST_REST)

    @contextmanager
    def _listening(self) -> Iterator[Connection]:
        with closing(connect(self._connections.address)) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            yield connection

    def _listen(self, connection: Connection, told: Callable[[str], object]) -> None:
        while not self._is_closed.is_set():
            for hint in connection.notifies(timeout=LISTEN_SECONDS):
                whose, _, what = hint.payload.partition(" ")
                if self._is_closed.is_set():
                    return
                if whose != self._holder:
                    self._pass_on(told, what)
            connection.execute("SELECT 1")  # a connection that is dead is found out

    def _pass_on(self, told: Callable[[str], object], what: str) -> None:
        try:
            told(what)
        except Exception as error:  # whoever hears must not make us deaf
            log.error("A hint could not be followed: %s.", type(error).__name__)
