"""The alarm wakes at the right time, loses nothing and never spins; the nudger brings each person what is due, once."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.background import BackgroundScheduler

from bot.alarm import Alarm
from bot.clock import StandingClock, SystemClock
from bot.nudger import AT_ONCE, Nudger
from core.coach import Coach
from core.errors import StoreBusy
from core.events import Event, Person
from core.ports import Outgoing, Store, Turn
from core.store import open_store
from core.wording import load
from tests.conversation import Conversation, utc
from tests.stores import KEY, decides, event, taken
from tests.test_architecture import loaded_by
from tests.test_capture import ACME

SOON = timedelta(milliseconds=200)
SECONDS = 20.0
SLEEPY = timedelta(hours=1)
"""A heartbeat that plays no part."""


class Hours:
    """Due instants, as a store has them, and a clock."""

    def __init__(self, *due: datetime) -> None:
        self.due = list(due)
        self.rang: list[datetime] = []
        self.changed = threading.Condition()
        self.fails = False

    def now(self) -> datetime:
        return SystemClock().now()

    def next_due(self, *, after: datetime | None = None) -> datetime | None:
        if self.fails:
            raise StoreBusy("Another program holds the database.")
        return min((due for due in self.due if after is None or due > after), default=None)

    def ring(self) -> None:
        with self.changed:
            now = self.now()
            self.due = [due for due in self.due if due > now]
            self.rang.append(now)
            self.changed.notify_all()

    def rings(self, times: int) -> list[datetime]:
        """Wait until it has rung so often."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.rang) >= times, SECONDS), f"rang {len(self.rang)} times"
            return self.rang


@pytest.fixture
def begin() -> Iterator[Callable[..., Alarm]]:
    alarms: list[Alarm] = []

    def begun(hours: Hours, ring: Callable[[], object] | None = None, heartbeat: timedelta = SLEEPY) -> Alarm:
        scheduler = BackgroundScheduler(timezone=UTC)
        alarms.append(Alarm(scheduler, hours, hours, ring or hours.ring, heartbeat=heartbeat))
        alarms[-1].start()
        return alarms[-1]

    yield begun
    for alarm in alarms:
        alarm.stop()


Begin = Callable[..., Alarm]


def now() -> datetime:
    return SystemClock().now()


def test_it_rings_at_the_due_instant_and_not_before(begin: Begin) -> None:
    due = now() + SOON
    hours = Hours(due)
    begin(hours)
    assert due <= hours.rings(1)[0] < due + timedelta(seconds=5)


def test_what_was_due_before_the_start_rings_at_once(begin: Begin) -> None:
    hours = Hours(now() - timedelta(days=3))
    begin(hours)
    hours.rings(1)


def test_a_nearer_hour_moves_the_alarm(begin: Begin) -> None:
    hours = Hours(now() + timedelta(hours=1))
    alarm = begin(hours)
    hours.due.append(now() + SOON)
    alarm.arm()
    hours.rings(1)
    assert len(hours.due) == 1


def test_an_hour_that_is_no_longer_wanted_does_not_ring(begin: Begin) -> None:
    hours = Hours(now() + SOON)
    alarm = begin(hours)
    hours.due.clear()
    alarm.arm()
    time.sleep(3 * SOON.total_seconds())
    assert hours.rang == []


def test_a_hundred_hours_in_a_row_all_ring_though_each_is_set_from_inside_the_one_before(begin: Begin) -> None:
    hours = Hours(*(now() + SOON + timedelta(milliseconds=10 * number) for number in range(100)))
    begin(hours)
    deadline = time.monotonic() + SECONDS
    while hours.due and time.monotonic() < deadline:
        time.sleep(0.01)
    assert hours.due == []


def test_arming_from_many_threads_leaves_one_alarm(begin: Begin) -> None:
    hours = Hours(now() + timedelta(hours=1))
    alarm = begin(hours)
    threads = [threading.Thread(target=lambda: [alarm.arm() for _ in range(50)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {job.id for job in alarm._scheduler.get_jobs()} == {"heartbeat", "wake-1"}


def test_what_cannot_be_brought_is_left_to_the_heartbeat_and_nothing_spins(begin: Begin) -> None:
    hours = Hours(now() - timedelta(hours=1))
    rings = 0

    def fruitless() -> None:
        nonlocal rings
        rings += 1

    begin(hours, fruitless, heartbeat=timedelta(seconds=0.5))
    time.sleep(1.3)
    assert 2 <= rings <= 4, "one at the start, then the heartbeats"


def test_what_comes_later_still_rings_while_something_else_cannot_be_brought(begin: Begin) -> None:
    due = now() + SOON
    hours = Hours(now() - timedelta(hours=1), due)
    rang: list[datetime] = []
    begin(hours, lambda: rang.append(now()))
    deadline = time.monotonic() + SECONDS
    while len(rang) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert rang[1] >= due


def test_a_lost_alarm_is_found_by_the_heartbeat(begin: Begin) -> None:
    hours = Hours()
    begin(hours, heartbeat=SOON)
    hours.due.append(now())  # and nobody arms it
    hours.rings(1)
    deadline = time.monotonic() + SECONDS
    while hours.due and time.monotonic() < deadline:
        time.sleep(0.01)
    assert hours.due == []


def test_a_store_that_cannot_be_read_stops_neither_the_turn_nor_the_alarm(begin: Begin) -> None:
    hours = Hours(now() + SOON)
    hours.fails = True
    alarm = begin(hours, heartbeat=SOON)
    alarm.arm()
    hours.fails = False
    hours.rings(1)


def test_an_error_is_logged_without_its_text_and_the_next_hour_rings(
    begin: Begin, caplog: pytest.LogCaptureFixture
) -> None:
    planted = "purple-elephant"
    hours = Hours(now(), now() + 2 * SOON)

    def fails() -> None:
        first = not hours.rang
        hours.ring()
        if first:
            raise ValueError(planted)

    with caplog.at_level(logging.DEBUG):
        begin(hours, fails)
        hours.rings(2)
    assert "ValueError at test_alarm.py:" in caplog.text
    assert planted not in caplog.text
    assert "Traceback" not in caplog.text


def test_a_store_in_trouble_is_logged_with_its_reason(begin: Begin, caplog: pytest.LogCaptureFixture) -> None:
    hours = Hours(now())

    def fails() -> None:
        hours.ring()
        raise StoreBusy("Another program holds the database.")

    alarm = begin(hours, fails)
    hours.rings(1)
    alarm.stop()
    assert "Another program holds the database." in caplog.text


def test_stop_waits_for_what_is_in_hand_and_nothing_rings_afterwards(begin: Begin) -> None:
    hours = Hours(now())
    begun, done = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        time.sleep(0.5)
        hours.ring()
        done.set()

    alarm = begin(hours, slow)
    assert begun.wait(SECONDS)
    alarm.stop()
    assert done.is_set()
    hours.due.append(now())
    alarm.arm()
    alarm.stop()
    time.sleep(2 * SOON.total_seconds())
    assert len(hours.rang) == 1


def test_two_rings_never_overlap(begin: Begin) -> None:
    hours = Hours(*(now() + timedelta(milliseconds=50 * number) for number in range(10)))
    inside, most = 0, 0

    def slow() -> None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.12)
        inside -= 1
        hours.ring()

    begin(hours, slow, heartbeat=timedelta(milliseconds=100))
    hours.rings(6)
    assert most == 1


async def test_on_an_event_loop_it_rings_on_another_thread_and_stop_waits() -> None:
    hours = Hours(now() + SOON)
    threads = []

    def slow() -> None:
        threads.append(threading.current_thread())
        time.sleep(0.3)
        hours.ring()

    alarm = Alarm(AsyncIOScheduler(timezone=UTC), hours, hours, slow)
    alarm.start()
    while not threads:  # noqa: ASYNC110 (the ring is on a thread)
        await asyncio.sleep(0.01)
    await asyncio.to_thread(alarm.stop)
    assert len(hours.rang) == 1
    assert threading.main_thread() not in threads


# --- the nudger ---

BROKE_OFF = (ACME, "8")
DUE = utc("2026-11-24T13:40")
"""Three hours after somebody broke off."""


def somebody(talk: Callable[..., Conversation], **options: Any) -> Conversation:
    return talk(**options).arrives().says(*BROKE_OFF)


def nudger(talk: Conversation, at: datetime, delivered: list[Outgoing]) -> Nudger:
    return Nudger(talk.coach, talk.store, StandingClock(at), delivered.append, reaches=lambda _: True)


def test_what_is_due_is_handed_on_once(talk: Callable[..., Conversation]) -> None:
    person = somebody(talk)
    delivered: list[Outgoing] = []
    assert nudger(person, DUE - timedelta(seconds=1), delivered).bring() == 0
    assert nudger(person, DUE, delivered).bring() == 1
    assert nudger(person, DUE + timedelta(minutes=1), delivered).bring() == 0
    assert [outgoing.person for outgoing in delivered] == [person.person]
    assert [outgoing.key for outgoing in person.store.unsent(person.person)] == [delivered[0].key]


def test_everybody_who_is_due_is_written_to_in_one_go(talk: Callable[..., Conversation]) -> None:
    first = somebody(talk)
    people = {Person("terminal", f"p{number}") for number in range(AT_ONCE + 6)}
    for person in people:
        first.person = person
        first.says(*BROKE_OFF)
    delivered: list[Outgoing] = []
    assert nudger(first, DUE, delivered).bring() == len(people) + 1
    assert {outgoing.person for outgoing in delivered} == people | {Person("terminal", "me")}


def test_people_of_another_platform_are_left_alone_though_many_are_longer_overdue(
    talk: Callable[..., Conversation],
) -> None:
    person = somebody(talk)
    for number in range(5 * AT_ONCE):
        late = Turn(number=1, snapshot=b"", entry=b"", outgoing=None, due=utc("2026-11-01T09:00"))
        taken(person.store.take(event(f"e{number}", Person("slack:T1", f"U{number}")), decides(late)))
    delivered: list[Outgoing] = []
    ours = Nudger(
        person.coach, person.store, StandingClock(DUE), delivered.append, reaches=lambda who: who.tenant == "terminal"
    )
    assert ours.bring() == 1
    assert delivered[0].person == person.person
    assert len(person.store.due(DUE, 10**6)) == 5 * AT_ONCE


class Stuck(Coach):
    """A coach whose every turn leaves the person due."""

    turns = 0

    def decide(self, *_: object) -> Turn:
        self.turns += 1
        return Turn(number=self.turns, snapshot=b"", entry=b"", outgoing=None, due=utc("2026-11-01T09:00"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "rebound.db", KEY)
    yield store
    store.close()


def test_a_turn_that_leaves_somebody_due_is_repeated_ever_more_rarely(store: Store) -> None:
    coach, clock = Stuck(load()), StandingClock(DUE)
    coach.take(event("e1"), DUE, store).result()
    stuck = Nudger(coach, store, clock, lambda _: None, reaches=lambda _: True)
    tries = []
    for minute in range(240):
        clock.instant = DUE + timedelta(minutes=minute)
        before = coach.turns
        stuck.bring()
        stuck.bring()
        tries += [minute] * (coach.turns - before)
    assert tries == [0, 1, 3, 7, 15, 31, 63, 123, 183]


def test_somebody_stuck_keeps_nobody_else_waiting(talk: Callable[..., Conversation]) -> None:
    person = somebody(talk)
    stuck = Turn(number=1, snapshot=b"", entry=b"", outgoing=None, due=utc("2026-11-01T09:00"))
    taken(person.store.take(event("e1"), decides(stuck)))
    delivered: list[Outgoing] = []

    class HalfStuck(Stuck):
        def decide(self, snapshot: bytes | None, event: Event, *rest: Any) -> Turn:
            if event.person == person.person:
                return person.coach.decide(snapshot, event, *rest)
            return super().decide()

    coach = HalfStuck(load())
    coach.turns = 1
    assert Nudger(coach, person.store, StandingClock(DUE), delivered.append, reaches=lambda _: True).bring() == 1
    assert delivered[0].person == person.person


def test_the_scheduler_is_not_loaded_where_no_clock_runs() -> None:
    assert not {"apscheduler", "prompt_toolkit"} & loaded_by("import bot.app, bot.nudger, bot.terminal.chat")
