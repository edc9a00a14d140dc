"""Several processes on one PostgreSQL database, as several stores: order is kept, nothing is done twice, and each wakes the other."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import timedelta
from queue import Queue

import pytest

from core.events import Person
from core.ports import ANYTHING, HOURS, Became, Settlement, Turn
from core.store import Address
from core.store.postgres.store import PostgresStore
from tests.postgres import cut, fresh_database
from tests.stores import ADA, KEY, NOW, SECONDS, counting, event, take, taken

MINUTE = timedelta(minutes=1)
CROWD = [Person("slack:T01", f"U-{number}") for number in range(40)]


@pytest.fixture
def address() -> Address:
    return Address(fresh_database())


@pytest.fixture
def two(address: Address) -> Iterator[tuple[PostgresStore, PostgresStore]]:
    with ExitStack() as opened:
        yield (
            opened.enter_context(closing(PostgresStore(address, KEY))),
            opened.enter_context(closing(PostgresStore(address, KEY))),
        )


Two = tuple[PostgresStore, PostgresStore]


def due_now(snapshot: bytes | None) -> Turn:
    return replace(counting(snapshot), due=NOW)


# --- turns ---


def test_one_persons_turns_follow_each_other_whoever_takes_them(two: Two) -> None:
    futures = [two[number % 2].take(event(f"e{number}"), counting) for number in range(60)]
    assert all(taken(future) for future in futures)
    assert [entry.number for entry in two[0].journal(ADA)] == list(range(1, 61))


def test_two_who_take_the_same_event_keep_it_once(two: Two) -> None:
    for number in range(20):
        person = Person("slack:T01", f"U-new-{number}")
        both = [store.take(event("e1", person), counting) for store in two]
        assert sum(taken(future) is not None for future in both) == 1
        assert two[0].snapshot(person) == b"1"


def test_many_new_people_at_once_get_one_key_each(two: Two) -> None:
    futures = [
        store.take(event(f"e-{number}", person), counting) for number, store in enumerate(two) for person in CROWD
    ]
    assert all(taken(future) for future in futures)
    assert {two[0].snapshot(person) for person in CROWD} == {b"2"}


def test_a_turn_sees_what_another_process_has_left(two: Two) -> None:
    for number in range(1, 7):
        take(two[number % 2], f"e{number}")
        assert two[0].snapshot(ADA) == two[1].snapshot(ADA) == str(number).encode()


# --- work in hand ---


def test_a_message_is_in_one_hand_only(two: Two) -> None:
    for person in CROWD:
        take(two[0], "e1", person=person)
    with ThreadPoolExecutor() as threads:
        found = list(threads.map(lambda number: two[number % 2].claim("slack", NOW, 5, MINUTE), range(16)))
    keys = [claimed.key for some in found for claimed in some]
    assert len(keys) == len(set(keys)) == len(CROWD)


def test_what_another_has_taken_over_is_not_settled_by_the_first_unless_it_was_sent(two: Two) -> None:
    take(two[0], "e1")
    (first,) = two[0].claim("slack", NOW, 9, MINUTE)
    later = NOW + 2 * MINUTE
    (second,) = two[1].claim("slack", later, 9, MINUTE)
    assert second.attempt == 2
    two[0].settle([Settlement(first.key, ADA, Became.NOT_SHOWN)], later)
    assert two[0].claim("slack", later, 9, MINUTE) == []
    two[0].settle([Settlement(first.key, ADA, Became.SENT)], later)
    assert two[0].backlog().waiting == 0


def test_what_a_process_that_ends_has_in_hand_is_free_at_once(two: Two) -> None:
    take(two[0], "e1")
    assert two[0].claim("slack", NOW, 9, MINUTE)
    assert two[1].claim("slack", NOW, 9, MINUTE) == []
    two[0].close()
    assert two[1].claim("slack", NOW, 9, MINUTE)


def test_those_who_are_due_are_given_to_one_process_and_to_another_when_it_does_not_come_to_them(two: Two) -> None:
    for person in CROWD:
        take(two[0], "e1", due_now, person)
    first, second = two[0].due(NOW, 25), two[1].due(NOW, 25)
    assert len(first) == 25
    assert {*first} | {*second} == {*CROWD}
    assert not {*first} & {*second}
    assert two[0].due(NOW, 25) == first  # asked again, they are still its own
    assert {*two[1].due(NOW + MINUTE, 99)} == {*CROWD}


def test_those_who_are_due_are_given_to_one_process_also_where_both_ask_at_once(two: Two) -> None:
    for person in CROWD:
        take(two[0], "e1", due_now, person)
    with ThreadPoolExecutor() as threads:
        found = list(threads.map(lambda number: two[number % 2].due(NOW, 3 * number), range(1, 17)))
    ours, theirs = ({person for some in found[which::2] for person in some} for which in (0, 1))
    assert not ours & theirs
    assert ours | theirs == {*CROWD}


def test_who_is_due_on_another_platform_is_left_to_those_who_serve_it(two: Two) -> None:
    elsewhere = Person("discord", "42")
    take(two[0], "e1", due_now)
    take(two[0], "e1", due_now, elsewhere)
    assert two[0].due(NOW, 9, platforms=("slack",)) == [ADA]
    assert two[1].due(NOW, 9, platforms=("discord",)) == [elsewhere]


# --- hints ---


def heard(store: PostgresStore) -> Queue[str]:
    told: Queue[str] = Queue()
    store.hear(told.put)
    assert told.get(timeout=SECONDS) == ANYTHING
    return told


def test_a_message_that_one_process_keeps_wakes_another(two: Two) -> None:
    told = heard(two[1])
    take(two[0], "e1")
    assert told.get(timeout=SECONDS) == "slack"


def test_an_hour_that_changes_and_whatever_is_told_wakes_another(two: Two) -> None:
    told = heard(two[1])
    take(two[0], "e1", lambda snapshot: replace(due_now(snapshot), outgoing=None))
    assert told.get(timeout=SECONDS) == HOURS
    two[0].tell("slack:T01")
    assert told.get(timeout=SECONDS) == "slack:T01"


def test_nobody_wakes_themselves(two: Two) -> None:
    mine, theirs = heard(two[0]), heard(two[1])
    two[0].tell("discord")
    two[1].tell("slack")
    assert (mine.get(timeout=SECONDS), theirs.get(timeout=SECONDS)) == ("slack", "discord")
    assert mine.empty()
    assert theirs.empty()


def test_who_was_cut_off_listens_again_and_is_told_that_something_may_have_been_missed(
    two: Two, address: Address
) -> None:
    told = heard(two[1])
    assert cut(address.url)
    assert told.get(timeout=SECONDS) == ANYTHING
    take(two[0], "e1")
    assert told.get(timeout=SECONDS) == "slack"


def test_a_hint_that_cannot_be_followed_makes_nobody_deaf(two: Two) -> None:
    told: Queue[str] = Queue()

    def fail(what: str) -> None:
        told.put(what)
        raise ZeroDivisionError

    two[1].hear(fail)
    assert told.get(timeout=SECONDS) == ANYTHING
    two[0].tell("slack")
    assert told.get(timeout=SECONDS) == "slack"
    two[0].tell("slack")
    assert told.get(timeout=SECONDS) == "slack"


# --- keeping house ---


def test_one_of_two_keeps_house_and_the_other_when_it_ends(two: Two) -> None:
    assert two[0].is_housekeeper()
    assert not two[1].is_housekeeper()
    assert two[0].is_housekeeper()
    two[0].close()
    assert two[1].is_housekeeper()


def test_who_is_cut_off_keeps_house_no_more(two: Two, address: Address) -> None:
    assert two[0].is_housekeeper()
    assert cut(address.url)
    assert two[1].is_housekeeper()
    assert not two[0].is_housekeeper()
