"""Where people are on Discord, and one thing after the other for each of them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.discord import places
from bot.discord.incoming import snowflake
from bot.discord.inorder import InOrder
from bot.discord.places import KEPT, Place, Places
from core.events import Person

NOW = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
ADA, BO = Person("discord", "1"), Person("discord", "2")


def opened(folder: Path, now: datetime = NOW) -> Places:
    return Places(places.beside(folder / "rebound.db"), now)


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.keep(ADA, "11", seen=int(snowflake(NOW)))
    first.keep(ADA, "11", closed="50007")
    first.close()
    second = opened(tmp_path)
    assert second.of(ADA) == Place("11", int(snowflake(NOW)), "50007")
    assert second.whose("11") == ADA
    second.close()


def test_what_was_heard_last_never_goes_back(tmp_path: Path) -> None:
    found = opened(tmp_path)
    found.keep(ADA, "11", seen=9)
    found.keep(ADA, "11", seen=5, closed="")
    assert (found.of(ADA) or Place("")).seen == 9
    found.close()


def test_who_was_heard_last_is_looked_at_first(tmp_path: Path) -> None:
    found = opened(tmp_path)
    found.keep(ADA, "11", seen=5)
    found.keep(BO, "22", seen=9)
    found.keep(Person("discord", "3"), "33")
    assert [person for person, _ in found.latest()] == [BO, ADA, Person("discord", "3")]
    found.close()


def test_after_three_silent_months_nothing_is_known_of_somebody(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.keep(ADA, "11", seen=int(snowflake(NOW - KEPT - timedelta(days=1))))
    first.keep(BO, "22", seen=int(snowflake(NOW)))
    first.close()
    second = opened(tmp_path)
    assert (second.of(ADA), second.whose("11")) == (None, None)
    assert second.of(BO) is not None
    second.close()


def test_who_is_forgotten_is_gone_by_a_command_too(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.keep(ADA, "11", seen=1)
    first.keep(BO, "22", seen=1)
    first.forget(ADA)
    assert first.of(ADA) is None
    first.close()
    places.forget(tmp_path / "rebound.db", BO)
    places.forget(tmp_path / "none.db", BO)
    second = opened(tmp_path)
    assert second.of(BO) is None
    second.close()
    assert not places.beside(tmp_path / "none.db").exists()


def test_when_a_session_was_begun_is_known_to_the_next_process(tmp_path: Path) -> None:
    first = opened(tmp_path)
    assert first.begun() is None
    first.begin(NOW)
    first.close()
    second = opened(tmp_path)
    assert second.begun() == NOW
    second.close()


def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    places.beside(tmp_path / "rebound.db").write_bytes(b"no database at all" * 100)
    found = opened(tmp_path)
    found.keep(ADA, "11", seen=1)
    found.close()
    again = opened(tmp_path)
    assert again.of(ADA) is None or again.of(ADA) == Place("11", 1)
    again.close()


def test_what_cannot_be_noted_stops_nobody(tmp_path: Path) -> None:
    found = opened(tmp_path)
    found.close()
    found.keep(ADA, "11", seen=1)
    assert found.whose("11") == ADA


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


def test_the_file_is_for_us_alone(tmp_path: Path) -> None:
    opened(tmp_path).close()
    assert places.beside(tmp_path / "rebound.db").stat().st_mode & 0o077 == 0


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


@pytest.mark.parametrize("snow", [0, 1, 10**18])
def test_nobody_is_kept_twice(tmp_path: Path, snow: int) -> None:
    found = opened(tmp_path)
    for _ in range(3):
        found.keep(ADA, "11", seen=snow)
    assert len(found.latest()) == 1
    found.close()
