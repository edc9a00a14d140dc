"""The lines in which turns wait: order, whose thread takes a turn, and that none is forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from random import Random  # noqa: TID251 (seeded)
from threading import Barrier, Event, get_ident
from time import sleep

import pytest

from core.errors import StoreError
from core.events import Person
from core.store.postgres.lines import Lines

ROOM = 4
ANNA, BEN = Person("t", "anna"), Person("t", "ben")


@pytest.fixture
def lines() -> Iterator[Lines[int]]:
    made: Lines[int] = Lines(ROOM)
    yield made
    made.close()


def test_whoever_waits_takes_the_turn_on_their_own_thread(lines: Lines[int]) -> None:
    assert lines.put(ANNA, get_ident, waits=True).result() == get_ident()


def test_whoever_does_not_wait_has_it_taken_on_another(lines: Lines[int]) -> None:
    future = lines.put(ANNA, get_ident)
    wait([future], timeout=10)
    assert future.result() != get_ident()


def test_what_was_put_before_is_done_before_also_by_somebody_who_waits_for_later_work(lines: Lines[int]) -> None:
    done: list[int] = []
    never_asked_for = lines.put(ANNA, lambda: done.append(1) or 1, waits=True)
    assert lines.put(ANNA, lambda: done.append(2) or 2, waits=True).result() == 2
    assert done == [1, 2]
    assert never_asked_for.done()


def test_what_nobody_asks_for_is_done_at_the_latest_at_the_end() -> None:
    lines: Lines[int] = Lines(ROOM)
    future = lines.put(ANNA, lambda: 1, waits=True)
    assert lines.close()
    assert future.done()
    with pytest.raises(StoreError, match="closed"):
        lines.put(ANNA, lambda: 2)
    assert not lines.close()


def test_the_end_waits_for_whoever_takes_a_turn_on_their_own_thread() -> None:
    lines: Lines[int] = Lines(ROOM)
    begun = Event()

    def slow() -> int:
        begun.set()
        sleep(0.2)
        return 1

    with ThreadPoolExecutor(1) as caller:
        future = caller.submit(lambda: lines.put(ANNA, slow, waits=True).result())
        begun.wait(10)
        lines.close()
        assert lines._lines == {}
        assert future.result() == 1


def test_what_comes_behind_somebody_who_waits_is_left_to_others(lines: Lines[int]) -> None:
    behind: list[Future[int]] = []

    def first() -> int:
        behind.append(lines.put(ANNA, get_ident))
        return get_ident()

    assert lines.put(ANNA, first, waits=True).result() == get_ident()
    assert behind[0].result(timeout=10) != get_ident()


def test_where_there_is_no_room_it_is_taken_when_there_is_some(lines: Lines[int]) -> None:
    together, most = Barrier(ROOM), ROOM * 3

    def meet() -> int:
        together.wait(10)
        return get_ident()

    with ThreadPoolExecutor(most) as callers:
        people = [Person("t", str(number)) for number in range(most)]
        futures = [callers.submit(lambda who=who: lines.put(who, meet, waits=True).result()) for who in people]
        assert all(future.result(timeout=20) for future in futures)


@pytest.mark.parametrize("waits", [False, True])
def test_what_a_turn_raises_reaches_whoever_asks_and_holds_up_nobody(lines: Lines[int], waits: bool) -> None:
    def fails() -> int:
        raise StoreError("It is full.")

    with pytest.raises(StoreError, match="full"):
        lines.put(ANNA, fails, waits=waits).result()
    assert lines.put(ANNA, lambda: 2, waits=waits).result() == 2


def test_what_is_called_off_before_it_begins_is_not_done(lines: Lines[int]) -> None:
    held, done = Event(), []
    first = lines.put(ANNA, lambda: int(held.wait(10)))
    second = lines.put(ANNA, lambda: done.append(2) or 2, waits=True)
    assert second.cancel()
    held.set()
    assert first.result(timeout=10)
    assert lines.put(ANNA, lambda: 3, waits=True).result() == 3
    assert done == []


def test_the_line_of_one_holds_up_no_other(lines: Lines[int]) -> None:
    held = Event()
    lines.put(ANNA, lambda: int(held.wait(10)))
    assert lines.put(BEN, lambda: 1, waits=True).result() == 1
    held.set()


@pytest.mark.parametrize("seed", range(5))
def test_whoever_waits_and_whoever_does_not_each_line_keeps_its_order(seed: int) -> None:
    lines: Lines[int] = Lines(ROOM)
    done: dict[Person, list[int]] = defaultdict(list)
    people = [Person("t", str(number)) for number in range(5)]

    def hand_in(chance: Random, who: Person) -> None:
        for number in range(60):
            future = lines.put(
                who, lambda number=number: done[who].append(number) or number, waits=(waits := chance.random() < 0.5)
            )
            if waits:
                assert future.result() == number

    with ThreadPoolExecutor(len(people)) as callers:
        for future in [callers.submit(hand_in, Random(seed * 10 + place), who) for place, who in enumerate(people)]:
            future.result(timeout=60)
    lines.close()
    assert all(done[who] == list(range(60)) for who in people)
