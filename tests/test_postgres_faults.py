"""What PostgreSQL and the network do to us: connections cut, answers lost, the server restarted, waits that take too long."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta

import psycopg
import pytest

from core.errors import StoreBusy, StoreError
from core.events import Person
from core.ports import Became, Settlement, Turn
from core.store import Address, open_store
from core.store.postgres import connections
from core.store.postgres.store import PostgresStore
from tests.postgres import cut, fresh_database, server
from tests.stores import ADA, BO, KEY, NOW, SECONDS, counting, event, take, taken

MINUTE = timedelta(minutes=1)


@pytest.fixture
def address() -> Address:
    return Address(fresh_database())


@pytest.fixture
def store(address: Address) -> Iterator[PostgresStore]:
    with closing(PostgresStore(address, KEY)) as opened:
        yield opened


@contextmanager
def impatient(address: Address) -> Iterator[PostgresStore]:
    with closing(PostgresStore(address, KEY, statement_seconds=0.3)) as opened:
        yield opened


# --- connections that are cut ---


def test_after_all_connections_were_cut_turns_go_on(store: PostgresStore, address: Address) -> None:
    for number in range(1, 4):
        assert take(store, f"e{number}") is not None
        assert cut(address.url)
    assert store.snapshot(ADA) == b"3"
    assert [entry.number for entry in store.journal(ADA)] == [1, 2, 3]


def test_more_dead_connections_than_tries_are_no_hindrance(store: PostgresStore, address: Address) -> None:
    all_wait = threading.Barrier(connections.CONNECTIONS)

    def decide(snapshot: bytes | None) -> Turn:
        all_wait.wait(SECONDS)
        return counting(snapshot)

    crowd = [Person("slack:T01", f"U-{number}") for number in range(connections.CONNECTIONS)]
    for future in [store.take(event("e1", person), decide) for person in crowd]:
        taken(future)
    assert connections.TRIES < connections.CONNECTIONS <= cut(address.url)
    assert take(store, "e2") is not None


def test_whatever_is_asked_is_asked_again_after_a_cut(store: PostgresStore, address: Address) -> None:
    take(store, "e1")
    asked: list[Callable[[], object]] = [
        lambda: len(store.unsent(ADA)) == 1,
        lambda: len(store.claim("slack", NOW, 9, MINUTE)) == 1,
        lambda: store.backlog().waiting == 1,
        lambda: store.depart("slack:T09", NOW) is None and store.is_departed("slack:T09"),
        lambda: store.next_claim("slack") == NOW + MINUTE,
    ]
    for ask in asked:
        assert cut(address.url)
        assert ask()


def test_a_turn_whose_connection_is_cut_is_taken_anew_and_kept_once(store: PostgresStore, address: Address) -> None:
    decided = list[bytes | None]()

    def decide(snapshot: bytes | None) -> Turn:
        decided.append(snapshot)
        if len(decided) == 1:
            cut(address.url)
        return counting(snapshot)

    assert take(store, "e1", decide) is not None
    assert decided == [None, None]
    assert len(store.unsent(ADA)) == 1


def test_a_connection_that_is_always_cut_is_told_and_nothing_is_kept(store: PostgresStore, address: Address) -> None:
    def decide(snapshot: bytes | None) -> Turn:
        cut(address.url)
        return counting(snapshot)

    with pytest.raises(StoreBusy, match="cannot be reached, or the connection was cut"):
        take(store, "e1", decide)
    assert store.snapshot(ADA) is None


class Wire:
    """A way to the server that can lose the answer to a commit, and with it the connection."""

    def __init__(self, url: str) -> None:
        told = psycopg.conninfo.conninfo_to_dict(url)
        self._to = f"{told['host']}/.s.PGSQL.{told.get('port', 5432)}"
        self._door = socket.create_server(("127.0.0.1", 0))
        port = self._door.getsockname()[1]
        self.address = Address(f"postgresql://{told['user']}@127.0.0.1:{port}/{told['dbname']}")
        self.loses = 0
        """So many answers to commits are lost from now on."""
        self._ends = list[socket.socket]()
        self._threads = list[threading.Thread]()
        self._begin(self._serve)

    def _begin(self, run: Callable[..., None], *arguments: object) -> None:
        self._threads.append(threading.Thread(target=run, args=arguments, daemon=True))
        self._threads[-1].start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                ours, _ = self._door.accept()
                theirs = socket.socket(socket.AF_UNIX)
                theirs.connect(self._to)
                self._ends += [ours, theirs]
                is_lost = threading.Event()
                for one, other, is_up in ((ours, theirs, True), (theirs, ours, False)):
                    self._begin(self._pump, one, other, is_lost, is_up)

    def _pump(self, one: socket.socket, other: socket.socket, is_lost: threading.Event, is_up: bool) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                if is_up and b"COMMIT" in data and self.loses:
                    self.loses -= 1
                    is_lost.set()
                if not is_up and is_lost.is_set():
                    break
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for end in (self._door, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(SECONDS)
        for end in (self._door, *self._ends):
            end.close()


def test_a_turn_whose_commit_was_kept_and_its_answer_lost_gives_its_message_and_is_kept_once(address: Address) -> None:
    with closing(Wire(address.url)) as wire, closing(open_store(wire.address, KEY)) as store:
        take(store, "e1")
        decided = list[bytes | None]()

        def decide(snapshot: bytes | None) -> Turn:
            decided.append(snapshot)
            return counting(snapshot)

        wire.loses = 1
        outgoing = take(store, "e2", decide)
        assert wire.loses == 0
        assert outgoing is not None
        assert outgoing == store.unsent(ADA)[-1]
        assert decided == [b"1"]  # the second time it was seen in the inbox
        assert [entry.number for entry in store.journal(ADA)] == [1, 2]


def test_a_settlement_whose_answer_was_lost_counts_once(address: Address) -> None:
    with closing(Wire(address.url)) as wire, closing(open_store(wire.address, KEY)) as store:
        take(store, "e1")
        for became in (Became.UNSURE, Became.NOT_SHOWN):
            (claimed,) = store.claim("slack", NOW, 9, MINUTE)
            wire.loses = 1
            store.settle([Settlement(claimed.key, ADA, became)], NOW)
        assert wire.loses == 0
        assert store.claim("slack", NOW, 9, MINUTE)[0].attempt == 2


# --- the server ---


def test_the_server_may_be_restarted_under_us(store: PostgresStore) -> None:
    take(store, "e1")
    server().stop()
    server().start()
    assert take(store, "e2") is not None
    assert store.snapshot(ADA) == b"2"


def test_while_the_server_is_down_each_call_says_so_and_afterwards_all_is_well(
    address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "CONNECT_SECONDS", 1.0)
    with closing(PostgresStore(address, KEY)) as store:
        take(store, "e1")
        is_down(store)
        assert take(store, "e2") is not None
        assert store.snapshot(ADA) == b"2"


def is_down(store: PostgresStore) -> None:
    server().stop()
    try:
        futures = [store.take(event("e2"), counting), store.take(event("e3", BO), counting)]
        for future in futures:
            with pytest.raises(StoreBusy, match="PostgreSQL"):
                future.result(timeout=5 * SECONDS)
    finally:
        server().start()


# --- waits ---


def test_a_turn_waits_for_a_lock_only_so_long(address: Address) -> None:
    with impatient(address) as store:
        take(store, "e1")
        with psycopg.connect(address.url) as other:
            other.execute("SELECT 1 FROM rebound.snapshot WHERE person = %s FOR UPDATE", (ADA.id,))
            with pytest.raises(StoreBusy, match="try again in a moment"):
                take(store, "e2")
            assert take(store, "e3", person=BO) is not None  # who is somebody else does not wait
        assert take(store, "e2") is not None


def test_a_process_that_stops_in_the_middle_of_a_turn_holds_up_its_person_only_so_long(address: Address) -> None:
    began, goes_on = threading.Event(), threading.Event()
    decided = list[bytes | None]()

    def decide(snapshot: bytes | None) -> Turn:
        decided.append(snapshot)
        if len(decided) == 1:
            began.set()
            assert goes_on.wait(SECONDS)
        return counting(snapshot)

    with impatient(address) as stopped, closing(open_store(address, KEY)) as other:
        take(stopped, "e1")
        slow = stopped.take(event("e2"), decide)
        assert began.wait(SECONDS)
        assert take(other, "e3") is not None
        goes_on.set()
        assert taken(slow) is not None
        assert decided == [b"1", b"2"]
        assert [entry.content for entry in other.journal(ADA)] == [b"entry 1", b"entry 2", b"entry 3"]


def test_a_store_that_cannot_be_opened_leaves_no_thread_behind() -> None:
    before = {thread.name for thread in threading.enumerate()}
    with pytest.raises(StoreError):
        open_store(Address("postgresql://nobody@127.0.0.1:1/nothing"), KEY)
    assert {thread.name for thread in threading.enumerate()} <= before
