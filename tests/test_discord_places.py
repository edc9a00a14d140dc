"""Where people are on Discord, and one thing after the other for each of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.discord.inorder import InOrder
from bot.discord.places import KEPT, Place, Places
from core.events import Person
from core.store.notes import forget, open_notes

NOW = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
ADA, BO = Person("discord", "1"), Person("discord", "2")


@contextmanager
def opened(folder: Path, now: datetime = NOW) -> Iterator[Places]:
    with closing(open_notes(folder / "rebound.db")) as notes:
        yield Places(notes, lambda: now)


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    with opened(tmp_path) as first:
        first.keep(ADA, "11")
        first.tell(ADA, 7)
        first.keep(ADA, "11", closed="50007")
    with opened(tmp_path) as second:
        assert second.of(ADA) == Place("11", 7, "50007")
        assert second.whose("11") == ADA
        assert second.told(ADA) == [7]


def test_what_was_heard_last_never_goes_back(tmp_path: Path) -> None:
    with opened(tmp_path) as found:
        found.keep(ADA, "11")
        found.tell(ADA, 9)
        found.tell(ADA, 5)
        found.keep(ADA, "11", closed="")
        assert (found.of(ADA) or Place("")).seen == 9


def test_who_was_heard_last_is_looked_at_first(tmp_path: Path) -> None:
    with opened(tmp_path) as found:
        for person, channel, id in ((ADA, "11", 5), (BO, "22", 9)):
            found.keep(person, channel)
            found.tell(person, id)
        found.keep(Person("discord", "3"), "33")
        assert [person for person, _ in found.latest()] == [BO, ADA, Person("discord", "3")]


def test_after_three_silent_months_nothing_is_known_of_somebody(tmp_path: Path) -> None:
    with opened(tmp_path, NOW - KEPT - timedelta(days=1)) as first:
        for person in (ADA, BO):
            first.keep(person, f"{person.id}1")
            first.tell(person, 1)
    with opened(tmp_path, NOW - KEPT) as second:
        second.tell(BO, 2)
    with opened(tmp_path) as third:
        assert (third.of(ADA), third.whose("11"), third.told(ADA)) == (None, None, [])
        assert third.of(BO) is not None


def test_who_is_forgotten_is_gone_by_a_command_too(tmp_path: Path) -> None:
    with opened(tmp_path) as first:
        first.keep(ADA, "11")
        first.keep(BO, "22")
        first.tell(BO, 1)
        first.forget(ADA)
        assert (first.of(ADA), first.whose("11")) == (None, None)
    forget(tmp_path / "rebound.db", BO)
    with opened(tmp_path) as second:
        assert (second.of(ADA), second.of(BO), second.told(BO)) == (None, None, [])


def test_who_was_erased_by_their_last_message_does_not_come_back_with_it(tmp_path: Path) -> None:
    with opened(tmp_path) as found:
        found.keep(ADA, "11")
        found.forget(ADA)
        found.tell(ADA, 1)
        assert (found.of(ADA), found.told(ADA)) == (None, [])


def test_what_another_process_has_noted_is_not_undone(tmp_path: Path) -> None:
    with opened(tmp_path) as hears, opened(tmp_path) as sends:
        hears.keep(ADA, "11")
        sends.keep(ADA, "11", closed="50007")
        hears.tell(ADA, 9)
        assert hears.of(ADA) == Place("11", 9, "50007")
        sends.keep(ADA, "11", closed="")
        assert sends.of(ADA) == Place("11", 9)


def test_when_a_session_was_begun_is_known_to_the_next_process(tmp_path: Path) -> None:
    with opened(tmp_path) as first:
        assert first.begun() is None
        first.begin(NOW)
    with opened(tmp_path) as second:
        assert second.begun() == NOW


def test_a_server_is_entered_once_and_left(tmp_path: Path) -> None:
    with opened(tmp_path) as found:
        assert [found.enter("5"), found.enter("5"), found.enter("6")] == [True, False, True]
        found.leave("5")
    with opened(tmp_path) as again:
        assert again.servers() == ["6"]


def test_what_cannot_be_noted_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with opened(tmp_path) as found:
        pass
    found.keep(ADA, "11")
    found.tell(ADA, 1)
    found.take_back(ADA, 1)
    assert found.whose("11") == ADA
    found.forget(ADA)
    assert found.of(ADA) is None
    assert "could not be noted" in caplog.text


async def test_an_error_of_ours_does_not_take_with_it_what_comes_after() -> None:
    done = []

    async def fails() -> None:
        raise ValueError

    async def works() -> None:
        done.append("after it")

    order = InOrder()
    order.add(ADA, fails)
    order.add(ADA, works)
    await order.finish()
    assert done == ["after it"]


async def test_the_work_for_one_person_waits_and_that_for_others_does_not() -> None:
    done: list[str] = []
    gate = asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        done.append("first of Ada's")

    async def quick(name: str) -> None:
        done.append(name)
        gate.set()

    order = InOrder()
    order.add(ADA, slow)
    order.add(ADA, lambda: quick("second of Ada's"))
    order.add(BO, lambda: quick("Bo's"))
    await order.finish()
    assert done == ["Bo's", "first of Ada's", "second of Ada's"]
