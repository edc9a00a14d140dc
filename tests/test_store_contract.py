"""The contract of `core.ports.Store`. Every backend passes the same tests: add it to `backends`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import StoreError
from core.events import Event, NudgeDue, Person, Text
from core.ports import Became, Claimed, Outgoing, Settlement, Store, Turn, Waiting
from core.store import Address, open_store
from tests.postgres import fresh_database
from tests.stores import ADA, BO, KEY, NOW, Reopen, counting, decides, event, take, taken, turn

backends = ["sqlite", "postgres"]


def opener(backend: str, folder: Path) -> Iterator[Reopen]:
    place = Address(fresh_database()) if backend == "postgres" else folder / "rebound.db"
    opened: list[Store] = []

    def reopen() -> Store:
        for store in opened:
            store.close()
        opened.append(open_store(place, KEY))
        return opened[-1]

    yield reopen
    for store in opened:
        store.close()


@pytest.fixture(params=backends)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reopen]:
    yield from opener(request.param, tmp_path)


@pytest.fixture
def store(reopen: Reopen) -> Store:
    return reopen()


def test_at_first_contact_there_is_no_snapshot(store: Store) -> None:
    seen: list[bytes | None] = []

    def decide(snapshot: bytes | None) -> Turn:
        seen.append(snapshot)
        return turn(1)

    take(store, "e1", decide)
    assert seen == [None]
    assert store.snapshot(BO) is None


def test_a_turn_is_decided_on_the_snapshot_that_the_last_one_left(store: Store) -> None:
    for number in range(1, 4):
        take(store, f"e{number}")
    assert store.snapshot(ADA) == b"3"


def test_the_snapshot_is_there_after_a_restart(reopen: Reopen) -> None:
    take(reopen(), "e1")
    assert reopen().snapshot(ADA) == b"1"
    take(reopen(), "e2")
    assert reopen().snapshot(ADA) == b"2"


def test_a_repeated_event_changes_nothing(store: Store) -> None:
    take(store, "e1")
    assert take(store, "e1") is None
    assert store.snapshot(ADA) == b"1"
    assert [message.parts for message in store.unsent(ADA)] == [b"out 1"]
    assert [entry.number for entry in store.journal(ADA)] == [1]


def test_a_repeated_event_is_not_decided_again(store: Store) -> None:
    def explode(_: bytes | None) -> Turn:
        raise AssertionError("decided twice")

    take(store, "e1")
    assert take(store, "e1", explode) is None


def test_a_repeated_event_is_known_after_a_restart(reopen: Reopen) -> None:
    take(reopen(), "e1")
    assert take(reopen(), "e1") is None


def test_an_event_repeated_while_it_waits_is_taken_once(store: Store) -> None:
    results = [taken(future) for future in [store.take(event("e1"), counting) for _ in range(20)]]
    assert [result is None for result in results] == [False] + [True] * 19
    assert store.snapshot(ADA) == b"1"


def test_event_ids_of_different_tenants_do_not_meet(store: Store) -> None:
    elsewhere = Person("discord", ADA.id)
    take(store, "e1")
    assert take(store, "e1", person=elsewhere) is not None
    assert store.snapshot(elsewhere) == b"1"


def test_people_do_not_see_each_other(store: Store) -> None:
    take(store, "e1")
    assert take(store, "e2", person=BO) is not None
    assert [entry.content for entry in store.journal(BO)] == [b"entry 1"]
    message = store.unsent(ADA)[0]
    store.mark_sent(message.key, BO)
    assert store.unsent(ADA) == [message]


def test_an_exception_of_decide_reaches_the_caller_and_keeps_nothing(store: Store) -> None:
    def fail(_: bytes | None) -> Turn:
        raise ZeroDivisionError

    take(store, "e1")
    with pytest.raises(ZeroDivisionError):
        take(store, "e2", fail)
    assert store.snapshot(ADA) == b"1"
    assert len(list(store.journal(ADA))) == 1


def test_an_event_whose_turn_failed_can_be_taken_again(store: Store) -> None:
    def fail(_: bytes | None) -> Turn:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        take(store, "e1", fail)
    assert take(store, "e1") is not None


def test_a_failing_turn_undoes_itself_alone(store: Store) -> None:
    def decide(snapshot: bytes | None) -> Turn:
        if snapshot == b"3":
            raise ZeroDivisionError
        return counting(snapshot)

    futures = [store.take(event(f"e{i}"), decide) for i in range(5)]
    others = [store.take(event(f"o{i}", BO), counting) for i in range(5)]
    assert [future.exception(10) is None for future in futures] == [True, True, True, False, False]
    assert all(taken(future) for future in others)
    assert (store.snapshot(ADA), store.snapshot(BO)) == (b"3", b"5")


@pytest.mark.parametrize("number", [0, -1, 1, 2])
def test_a_turn_whose_number_does_not_follow_keeps_nothing(store: Store, number: int) -> None:
    take(store, "e1")
    take(store, "e2")
    with pytest.raises(StoreError, match=f"number {number}"):
        take(store, "e3", decides(turn(number)))
    assert store.snapshot(ADA) == b"2"
    with pytest.raises(StoreError):
        take(store, "first", decides(turn(min(number, 0))), BO)
    assert store.snapshot(BO) is None


def test_what_is_to_be_sent_waits_in_order_until_it_is_confirmed(reopen: Reopen) -> None:
    store = reopen()
    decided = [take(store, f"e{i}") for i in range(3)]
    store = reopen()
    assert store.unsent(ADA) == decided
    assert [message.parts for message in store.unsent(ADA)] == [b"out 1", b"out 2", b"out 3"]
    assert decided[1] is not None
    store.mark_sent(decided[1].key, ADA)
    assert reopen().unsent(ADA) == [decided[0], decided[2]]


def test_confirming_twice_or_what_never_was_is_harmless(store: Store) -> None:
    message = take(store, "e1")
    assert message is not None
    for key in (message.key, message.key, "", "nonsense", "1-0", "9" * 40):
        store.mark_sent(key, ADA)
    assert store.unsent(ADA) == []


def test_a_turn_without_words_sends_nothing(store: Store) -> None:
    assert take(store, "e1", decides(turn(1, outgoing=None))) is None
    assert store.unsent(ADA) == []
    assert store.snapshot(ADA) == b"snapshot"


def test_keys_differ_and_fit_a_discord_nonce(store: Store) -> None:
    keys = [message.key for i in range(20) if (message := take(store, f"e{i}"))]
    keys += [message.key for i in range(20) if (message := take(store, f"b{i}", person=BO))]
    assert len(set(keys)) == 40
    assert max(len(key) for key in keys) <= 25


def test_the_journal_tells_all_turns_in_order_with_their_times(store: Store) -> None:
    futures = []
    for i in range(600):  # more than are read at once
        at = NOW + timedelta(microseconds=i)
        futures.append(store.take(Text(id=f"e{i}", person=ADA, at=at, text=""), counting))
    for future in futures:
        taken(future)
    journal = list(store.journal(ADA))
    assert [entry.number for entry in journal] == list(range(1, 601))
    assert [entry.content for entry in journal[:2]] == [b"entry 1", b"entry 2"]
    assert [entry.at for entry in journal] == [NOW + timedelta(microseconds=i) for i in range(600)]
    assert list(store.journal(BO)) == []


def test_turns_of_many_threads_are_all_kept_once_and_in_order(store: Store) -> None:
    people = [Person("discord", str(i)) for i in range(8)]

    def talk(person: Person) -> None:
        for i in range(25):
            take(store, f"{person.id}.{i}", person=person)

    threads = [threading.Thread(target=talk, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for person in people:
        assert [entry.content for entry in store.journal(person)] == [b"entry %d" % n for n in range(1, 26)]


def test_closing_finishes_the_turns_already_taken(reopen: Reopen) -> None:
    store = reopen()
    futures = [store.take(event(f"e{i}"), counting) for i in range(200)]
    store.close()
    assert all(future.done() and future.result() for future in futures)
    assert reopen().snapshot(ADA) == b"200"


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.take(event("e1"), counting)
    with pytest.raises(StoreError, match="closed"):
        store.snapshot(ADA)
    with pytest.raises(StoreError, match="closed"):
        list(store.journal(ADA))


def test_a_turn_given_up_before_it_begins_leaves_no_trace(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def hold(snapshot: bytes | None) -> Turn:
        begun.set()
        assert go_on.wait(10)
        return counting(snapshot)

    holding = store.take(event("e1"), hold)
    assert begun.wait(10)
    given_up = store.take(event("e2"), counting)
    assert given_up.cancel()
    go_on.set()
    assert taken(holding) is not None
    assert take(store, "e2") is not None


ids = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
"""No platform's has a NUL, which PostgreSQL takes in no text."""
moments = st.datetimes(datetime(1970, 1, 1), datetime(9999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize("backend", backends)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    turns=st.lists(
        st.tuples(ids, ids, ids, moments, st.binary(max_size=5000), st.binary(), st.none() | st.binary()),
        max_size=8,
    )
)
def test_any_ids_and_any_bytes_come_back_as_they_were(
    backend: str, turns: list[tuple[str, str, str, datetime, bytes, bytes, bytes | None]]
) -> None:
    expected: dict[Person, list[tuple[str, datetime, Turn]]] = {}
    with TemporaryDirectory() as folder:
        for reopen in opener(backend, Path(folder)):
            store = reopen()
            for tenant, id_, event_id, at, snapshot, entry, outgoing in turns:
                person = Person(tenant, id_)
                kept = expected.setdefault(person, [])
                decided = Turn(len(kept) + 1, snapshot, entry, outgoing)
                taken(store.take(Text(id=event_id, person=person, at=at, text=""), decides(decided)))
                if event_id not in [known for known, _, _ in kept]:
                    kept.append((event_id, at, decided))
            store = reopen()
            for person, kept in expected.items():
                last = kept[-1][2]
                assert store.snapshot(person) == last.snapshot
                assert [(e.number, e.at, e.content) for e in store.journal(person)] == [
                    (t.number, at, t.entry) for _, at, t in kept
                ]
                sent = [t.outgoing for _, _, t in kept if t.outgoing is not None]
                assert [message.parts for message in store.unsent(person)] == sent


def erasing(_: bytes | None) -> Turn:
    return Turn(number=9, snapshot=b"", entry=b"", outgoing=b"goodbye", erase=True)


def test_a_turn_that_erases_leaves_nothing_of_the_person_and_keeps_everybody_else(store: Store) -> None:
    for person in (ADA, BO):
        take(store, "e1", person=person)
    goodbye = take(store, "e2", erasing)
    assert goodbye is not None
    assert goodbye.parts == b"goodbye"
    assert store.snapshot(ADA) is None
    assert list(store.journal(ADA)) == []
    assert store.unsent(ADA) == []
    assert store.snapshot(BO) == b"1"


def test_who_was_erased_begins_again_as_somebody_new(store: Store, reopen: Reopen) -> None:
    take(store, "e1")
    futures = [store.take(event("e2"), erasing), store.take(event("e3"), counting)]
    for future in futures:
        taken(future)
    assert store.snapshot(ADA) == b"1"
    assert reopen().snapshot(ADA) == b"1"
    assert [entry.content for entry in reopen().journal(ADA)] == [b"entry 1"]


def test_the_goodbye_of_an_erased_person_can_be_confirmed_as_sent(store: Store) -> None:
    take(store, "e1")
    goodbye = take(store, "e2", erasing)
    assert goodbye is not None
    store.mark_sent(goodbye.key, ADA)


# --- when the coach has to come back ---


def due_in(**time: float) -> datetime:
    return NOW + timedelta(**time)


def due(number: int, at: datetime | None) -> Turn:
    return Turn(number=number, snapshot=b"snapshot", entry=b"entry", outgoing=None, due=at)


def test_nobody_is_due_before_anything_was_promised(store: Store) -> None:
    take(store, "e1")
    assert store.due(due_in(days=999), 10) == []
    assert store.next_due() is None


def test_people_are_due_from_their_instant_on_the_longest_overdue_first(store: Store) -> None:
    take(store, "e1", decides(due(1, due_in(hours=2))))
    take(store, "e2", decides(due(1, due_in(hours=1))), person=BO)
    assert store.next_due() == due_in(hours=1)
    assert store.due(due_in(hours=1) - timedelta(microseconds=1), 10) == []
    assert store.due(due_in(hours=1), 10) == [BO]
    assert store.due(due_in(hours=2), 10) == [BO, ADA]
    assert store.due(due_in(hours=2), 1) == [BO]


def test_each_turn_says_anew_when_the_person_is_due(store: Store) -> None:
    take(store, "e1", decides(due(1, due_in(hours=2))))
    take(store, "e2", decides(due(2, due_in(hours=5))))
    assert store.next_due() == due_in(hours=5)
    take(store, "e3", decides(due(3, None)))
    assert store.next_due() is None


def test_who_is_due_is_known_after_a_restart(reopen: Reopen) -> None:
    take(reopen(), "e1", decides(due(1, due_in(hours=2))))
    assert reopen().due(due_in(days=1), 10) == [ADA]


def test_a_turn_that_fails_leaves_the_instant_as_it_was(store: Store) -> None:
    def explode(_: bytes | None) -> Turn:
        raise RuntimeError

    take(store, "e1", decides(due(1, due_in(hours=2))))
    with pytest.raises(RuntimeError):
        take(store, "e2", explode)
    assert store.next_due() == due_in(hours=2)


def test_who_is_erased_is_never_due(store: Store) -> None:
    take(store, "e1", decides(due(1, due_in(hours=2))))
    take(store, "e2", decides(Turn(number=2, snapshot=b"", entry=b"", outgoing=None, erase=True)))
    assert store.next_due() is None
    assert store.due(due_in(days=9), 10) == []


def test_the_next_hour_is_the_earliest_of_all_or_the_earliest_after_an_instant(store: Store) -> None:
    assert store.next_due() is None
    take(store, "e0", decides(due(1, None)), person=Person("discord", "cy"))
    assert store.next_due() is None
    take(store, "e1", decides(due(1, NOW)))
    take(store, "e2", decides(due(1, NOW - timedelta(minutes=5))), person=BO)
    assert store.next_due() == NOW - timedelta(minutes=5)
    assert store.next_due(after=NOW - timedelta(minutes=5)) == NOW
    assert store.next_due(after=NOW) is None


def test_a_next_hour_before_1970_is_one_too(store: Store) -> None:
    early = datetime(1969, 7, 20, 20, 17, tzinfo=UTC)
    take(store, "e1", decides(due(1, early)))
    assert store.next_due() == early


# --- what waits to be sent ---

LEASE = timedelta(minutes=2)
MINUTE = timedelta(minutes=1)


def says(store: Store, number: int, person: Person = ADA, *, nudge: bool = False, **more: Any) -> Outgoing | None:
    """A turn with a message."""
    id_ = f"{person.id}-{number}"
    happens: Event = (
        NudgeDue(id=id_, person=person, at=NOW) if nudge else Text(id=id_, person=person, at=NOW, text="hello")
    )
    decided = Turn(number, b"snapshot", b"entry", b"out %d" % number, **more)
    return taken(store.take(happens, decides(decided)))


def claimed(store: Store, *, now: datetime = NOW, most: int = 10, platform: str = "slack") -> list[Claimed]:
    return store.claim(platform, now, most, LEASE)


def settled(
    store: Store, message: Claimed, became: Became, *, again: datetime | None = None, reason: str = "", shown: int = 0
) -> None:
    store.settle([Settlement(message.key, message.person, became, again, reason, shown)], NOW)


def test_a_claim_gives_each_persons_oldest_message_replies_first_and_then_by_age(store: Store) -> None:
    says(store, 1, BO, nudge=True)
    says(store, 1, ADA)
    says(store, 2, ADA)
    says(store, 1, Person("discord", "1"))
    first = claimed(store)
    assert [(one.person, one.number, one.is_reply) for one in first] == [(ADA, 1, True), (BO, 1, False)]
    assert [(one.parts, one.attempt, one.shown, one.at) for one in first] == [(b"out 1", 1, 0, NOW)] * 2
    assert claimed(store) == [], "what is in hand is not given twice, and nothing overtakes it"
    assert [one.person.tenant for one in claimed(store, platform="discord")] == ["discord"]


def test_a_claim_takes_no_more_than_was_asked_for(store: Store) -> None:
    for number in range(5):
        says(store, 1, Person("slack:T01", f"U{number}"), nudge=True)
    assert [len(claimed(store, most=2)) for _ in range(4)] == [2, 2, 1, 0]


def test_what_was_sent_makes_way_for_the_next(reopen: Reopen) -> None:
    store = reopen()
    says(store, 1)
    says(store, 2)
    settled(store, claimed(store)[0], Became.SENT)
    assert [one.number for one in claimed(reopen())] == [2]


def test_a_lease_that_is_over_can_be_claimed_again_and_counts_as_tried(store: Store) -> None:
    says(store, 1)
    claimed(store)
    assert claimed(store, now=NOW + LEASE - timedelta(microseconds=1)) == []
    assert [one.attempt for one in claimed(store, now=NOW + LEASE)] == [2]


def test_what_a_process_that_died_had_in_hand_can_be_claimed_at_once_and_counts_as_tried(reopen: Reopen) -> None:
    says(store := reopen(), 1)
    before = claimed(store)[0]
    (after,) = claimed(reopen())
    assert (after.key, after.attempt) == (before.key, 2)


def test_what_was_not_shown_counts_no_attempt_and_what_is_unsure_does(store: Store) -> None:
    says(store, 1)
    settled(store, claimed(store)[0], Became.NOT_SHOWN)
    settled(store, again := claimed(store)[0], Became.UNSURE)
    assert again.attempt == 1
    assert claimed(store)[0].attempt == 2


def test_what_waits_for_an_instant_is_claimed_from_then_on_also_after_a_restart(reopen: Reopen) -> None:
    says(store := reopen(), 1)
    says(store, 2)
    settled(store, claimed(store)[0], Became.NOT_SHOWN, again=NOW + MINUTE)
    for reached in (lambda: store, reopen):
        place = reached()
        assert place.next_claim("slack") == NOW + MINUTE
        assert claimed(place, now=NOW + MINUTE - timedelta(microseconds=1)) == []
    assert [one.number for one in claimed(reopen(), now=NOW + MINUTE)] == [1]


def test_a_clock_set_back_far_does_not_hold_up_what_waits_for_an_instant(store: Store) -> None:
    says(store, 1)
    settled(store, claimed(store)[0], Became.NOT_SHOWN, again=NOW + MINUTE)
    assert claimed(store, now=NOW - timedelta(seconds=5)) == []
    assert len(claimed(store, now=NOW - timedelta(hours=6))) == 1


def test_nothing_waits_where_nothing_was_said(store: Store) -> None:
    assert store.next_claim("slack") is None
    assert claimed(store) == []
    assert store.dead_letters() == []
    assert store.waiting(ADA) == []
    store.settle([Settlement("nonsense", ADA, Became.SENT)], NOW)


def test_how_much_of_a_message_was_shown_is_known_after_a_restart(reopen: Reopen) -> None:
    says(store := reopen(), 1)
    settled(store, claimed(store)[0], Became.UNSURE, shown=2)
    assert claimed(reopen())[0].shown == 2


def test_who_refused_gets_nothing_and_is_not_due_until_they_do_something(reopen: Reopen) -> None:
    says(store := reopen(), 1, nudge=True, due=NOW + MINUTE)
    settled(store, claimed(store)[0], Became.REFUSED, reason="user_blocked")
    store = reopen()
    assert store.next_due() is None
    assert says(store, 2, nudge=True, due=NOW) is None
    assert (store.next_due(), claimed(store)) == (None, [])
    (letter,) = store.dead_letters()
    assert (letter.person, letter.reason, letter.attempts) == (ADA, "user_blocked", 1)
    assert (letter.decided_at, letter.refused_at, letter.is_reply) == (NOW, NOW, False)
    assert b"out" not in str(astuple(letter)).encode()
    says(store, 2, due=NOW + MINUTE)
    assert store.dead_letters() == []
    assert store.next_due() == NOW + MINUTE
    for number in (1, 2):
        (message,) = claimed(store)
        assert (message.number, message.attempt) == (number, 1)
        settled(store, message, Became.SENT)


def test_a_message_unfit_to_be_shown_stays_dead_and_the_next_goes(reopen: Reopen) -> None:
    says(store := reopen(), 1)
    says(store, 2)
    settled(store, claimed(store)[0], Became.UNFIT, reason="too_long")
    assert [one.number for one in claimed(reopen())] == [2]
    says(store := reopen(), 3)
    assert [letter.reason for letter in store.dead_letters()] == ["too_long"]


def test_a_turn_takes_back_what_is_not_in_hand_and_what_is_goes_when_it_is_settled(reopen: Reopen) -> None:
    says(store := reopen(), 1, nudge=True)
    says(store, 2, takes_back=(1,))
    assert [one.number for one in claimed(store)] == [2]
    says(store, 1, BO, nudge=True)
    (held,) = claimed(store)
    says(store, 2, BO, takes_back=(1,))
    assert claimed(store) == [], "the reply does not overtake what may be shown this moment"
    assert store.waiting(BO) == []
    settled(store, held, Became.UNSURE)
    assert [one.number for one in claimed(store)] == [2]


def test_what_was_taken_back_while_in_hand_does_not_come_back_after_a_crash(reopen: Reopen) -> None:
    says(store := reopen(), 1, nudge=True)
    claimed(store)
    says(store, 2, takes_back=(1,))
    assert [one.number for one in claimed(reopen())] == [2]


def test_the_nudges_that_wait_are_known_with_whether_anybody_may_have_seen_them(store: Store) -> None:
    says(store, 1)
    says(store, 2, nudge=True)
    assert store.waiting(ADA) == [Waiting(2, NOW, may_have_been_shown=False, in_hand=False)]
    settled(store, claimed(store)[0], Became.SENT)
    (message,) = claimed(store)
    assert store.waiting(ADA) == [Waiting(2, NOW, may_have_been_shown=True, in_hand=True)]
    settled(store, message, Became.UNSURE)
    assert store.waiting(ADA) == [Waiting(2, NOW, may_have_been_shown=True, in_hand=False)]


def test_a_turn_may_ask_what_waits_also_for_what_shares_its_commit(store: Store) -> None:
    seen: list[list[Waiting]] = []

    def looks(_: bytes | None) -> Turn:
        seen.append(store.waiting(ADA))
        return turn(2)

    nudge = NudgeDue(id="n", person=ADA, at=NOW)
    futures = [store.take(nudge, decides(turn(1))), store.take(event("e2"), looks)]
    for future in futures:
        taken(future)
    assert seen == [[Waiting(1, NOW, may_have_been_shown=False, in_hand=False)]]


def test_a_turn_that_fails_takes_nothing_back_and_leaves_nobody_reachable(store: Store) -> None:
    says(store, 1, nudge=True)
    settled(store, claimed(store)[0], Became.REFUSED, reason="gone")

    def explode(_: bytes | None) -> Turn:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        take(store, "e2", explode)
    assert len(store.dead_letters()) == 1
    assert claimed(store) == []


def test_who_was_erased_leaves_no_message_and_no_dead_letter(reopen: Reopen) -> None:
    says(store := reopen(), 1, nudge=True)
    settled(store, claimed(store)[0], Became.REFUSED, reason="gone")
    take(store, "e2", erasing)
    for reached in (lambda: store, reopen):
        assert reached().dead_letters() == []
    says(store := reopen(), 2)
    assert len(claimed(store)) == 1


# --- a workspace takes the coach out ---

CY = Person("slack:T02", "U-cy")


def nudge(number: int, person: Person = ADA) -> NudgeDue:
    return NudgeDue(id=f"nudge-{number}", person=person, at=NOW)


def due_soon(number: int) -> Turn:
    return Turn(number=number, snapshot=b"s", entry=b"e", outgoing=b"nudge", due=NOW + timedelta(hours=1))


def test_whether_a_workspace_has_departed_can_be_asked_inside_a_turn(store: Store) -> None:
    answers: list[bool] = []

    def looks(_: bytes | None) -> None:
        answers.append(store.is_departed(ADA.tenant))

    taken(store.take(event("1"), looks))
    store.depart(ADA.tenant, NOW)
    taken(store.take(event("2"), looks))
    store.come_back(ADA.tenant)
    taken(store.take(event("3"), looks))
    assert answers == [False, True, False]


def test_a_turn_that_reaches_nobody_leaves_them_out_of_reach(store: Store) -> None:
    take(store, "1")
    store.depart(ADA.tenant, NOW)
    take(store, "2", decides(replace(turn(2), reaches=False)))
    assert store.unreachable() == [ADA]
    assert store.claim("slack", NOW, 9, timedelta(minutes=1)) == []
    take(store, "3", decides(turn(3)))
    assert store.unreachable() == []


def test_the_tenants_are_told_in_which_somebody_of_that_id_is_kept(store: Store) -> None:
    for tenant in ("slack:T1", "discord:2"):
        take(store, "1", person=Person(tenant, "@community"))
    take(store, "1", person=ADA)
    assert store.tenants_with("@community") == ["discord:2", "slack:T1"]
    assert store.tenants_with("nobody") == []


def test_what_waits_tells_the_turn_it_was_decided_in(store: Store) -> None:
    take(store, "1")
    take(store, "2")
    assert [waiting.number for waiting in store.unsent(ADA)] == [1, 2]


def test_a_workspace_that_departs_is_written_to_no_more_and_the_others_are(store: Store) -> None:
    for person in (ADA, BO, CY):
        taken(store.take(nudge(1, person), decides(due_soon(1))))
    store.depart("slack:T01", NOW)
    later = NOW + timedelta(days=1)
    assert [claimed.person for claimed in store.claim("slack", later, 9, timedelta(minutes=2))] == [CY]
    assert store.due(later, 9) == [CY]
    assert taken(store.take(nudge(2), decides(due_soon(2)))) is None
    assert store.backlog().unreachable == 2


def test_a_departure_outlives_a_restart_and_the_first_instant_counts(reopen: Reopen) -> None:
    store = reopen()
    take(store, "e1")
    store.depart("slack:T01", NOW)
    store = reopen()
    store.depart("slack:T01", NOW + timedelta(days=9))
    assert store.departed(NOW - timedelta(seconds=1)) == []
    assert store.departed(NOW) == ["slack:T01"]
    assert store.claim("slack", NOW + timedelta(days=1), 9, timedelta(minutes=2)) == []


def test_a_workspace_that_comes_back_is_not_counted_as_departed_and_its_people_are_reached_when_they_write(
    store: Store,
) -> None:
    take(store, "e1")
    take(store, "e1", person=BO)
    store.depart("slack:T01", NOW)
    store.come_back("slack:T01")
    assert store.departed(NOW + timedelta(days=99)) == []
    take(store, "e2")
    claimed = store.claim("slack", NOW + timedelta(days=1), 9, timedelta(minutes=2))
    assert [one.person for one in claimed] == [ADA]


def test_everybody_of_a_workspace_is_found(store: Store) -> None:
    for person in (ADA, BO, CY):
        take(store, "e1", person=person)
    assert sorted(store.people("slack:T01")) == [ADA, BO]
    assert store.people("slack:T0") == []


def test_who_cannot_be_reached_is_told_until_they_do_something(store: Store) -> None:
    says(store, 1, nudge=True)
    says(store, 1, BO)
    settled(store, claimed(store)[-1], Became.REFUSED, reason="gone")
    assert store.unreachable() == [ADA]
    says(store, 2)
    assert store.unreachable() == []


def test_whoever_has_an_id_is_found_in_every_tenant(store: Store) -> None:
    for tenant in ("slack:T2", "discord:1", "slack:T1"):
        take(store, "e1", person=Person(tenant, "@community"))
    take(store, "e2", person=ADA)
    assert store.tenants_with("@community") == ["discord:1", "slack:T1", "slack:T2"]
    assert store.tenants_with("@communit") == []
