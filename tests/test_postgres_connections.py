"""Connections that are laid by between turns: nobody waits while one is free, and none comes back with work of somebody's in it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psycopg
import pytest
from psycopg import Connection

from core.store.addresses import Address
from core.store.postgres.connections import Connections
from tests.postgres import fresh_database


@pytest.fixture
def two() -> Iterator[Connections]:
    """Two connections to a database of its own."""
    connections = Connections(Address(fresh_database()), most=2)
    connections.open()
    yield connections
    connections.close()


def backend(connection: Connection) -> int:
    """The process of the server that serves it."""
    (found,) = connection.execute("SELECT pg_backend_pid()").fetchone() or (0,)
    return int(found)


def test_who_asks_next_has_the_one_that_was_laid_by(two: Connections) -> None:
    assert len({two.again(backend) for _ in range(10)}) == 1


def test_many_threads_share_few_and_none_waits_for_one_that_is_laid_by(two: Connections) -> None:
    def ask(number: int) -> tuple[int, int]:
        return two.again(lambda c: (backend(c), c.execute("SELECT %s", (number,)).fetchone()[0]))  # type: ignore[index]

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(ask, range(400), timeout=20))
    assert [number for _, number in found] == list(range(400))
    assert len({one for one, _ in found}) <= 2


def test_one_that_was_left_in_a_transaction_is_none_for_the_next(two: Connections) -> None:
    def breaks_off(connection: Connection) -> None:
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE left_over (id int)")
        raise KeyError

    with suppress(KeyError):
        two.again(breaks_off)
    assert two.one("SELECT to_regclass('left_over') IS NULL") == (True,)
    two.do(("CREATE TABLE kept (id int)", ()))
    assert two.one("SELECT to_regclass('kept') IS NULL") == (False,)


def test_one_that_was_cut_while_it_was_laid_by_is_replaced(two: Connections) -> None:
    first = two.again(backend)
    with psycopg.connect(two.address.url, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (first,))
    assert two.again(backend) != first


def test_closed_none_is_left_open(two: Connections) -> None:
    mine = two.again(backend)
    two.close()
    with psycopg.connect(two.address.url, autocommit=True) as other:
        for _ in range(100):
            found = other.execute("SELECT count(*) FROM pg_stat_activity WHERE pid = %s", (mine,)).fetchone()
            if found == (0,):
                return
            other.execute("SELECT pg_sleep(0.05)")
    pytest.fail("its server process is still there")
