"""What people do on Discord while the coach is away: it is found at the return, once, and no more is asked for than needed."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.discord import missed, places
from bot.discord.client import Line
from bot.discord.incoming import Received
from bot.discord.missed import Sparing
from core.events import Person
from core.store.notes import open_notes
from tests.discord_life import STORY, Serving, answers, discord, people, person, serving, tells
from tests.simulators.discord import Sim, User

OTHER = STORY.replace("Lakeside Clinic", "Hilltop School")


def kept(coach: Serving, user: User) -> str:
    return b"".join(entry.content for entry in coach.store.journal(person(user))).decode()


def looked_at(sim: Sim, user: User) -> int:
    path = f"/channels/{sim.dm_of(user).id}/messages"
    return sum(1 for one in sim.requests if one["method"] == "GET" and one["path"] == path)


async def two_have_told(sim: Sim, folder: Path) -> list[User]:
    """Two have told their stories, and the coach has gone."""
    both = people(sim, "Ada", "Bo")
    async with serving(sim, folder):
        for one in both:
            await tells(one, STORY, "awful")
    return both


async def test_what_was_written_is_answered_in_its_order(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        ada, bo = await two_have_told(sim, tmp_path)
        await ada.dm("8")
        await ada.dm("only that")
        async with serving(sim, tmp_path):
            await ada.expect("how they put the question|remember", timeout=10)
            await sim.idle(0.7)
            assert len(answers(ada)) == 3
            assert len(answers(bo)) == 1
        sim.assert_clean()


async def test_what_was_changed_is_corrected(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        async with serving(sim, tmp_path):
            mine = await ada.dm(STORY)
            await ada.expect("awful")
        await ada.edit(mine, OTHER)
        async with serving(sim, tmp_path) as coach:
            await ada.expect("Hilltop School", timeout=10)
            assert "Hilltop" in (await coach.service.overview(person(ada))).interviews[0].title
            said = len(answers(ada))
        async with serving(sim, tmp_path):
            await sim.idle(0.7)
            assert len(answers(ada)) == said
        sim.assert_clean()


async def test_what_was_deleted_is_erased(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        ada, bo = people(sim, "Ada", "Bo")
        async with serving(sim, tmp_path):
            mine = await ada.dm(STORY)
            await ada.expect("awful")
            await tells(bo, STORY, "awful")
        await ada.delete(mine)
        async with serving(sim, tmp_path) as coach:
            await sim.idle(0.8)
            assert "Lakeside" not in kept(coach, ada)
            assert "Lakeside" in kept(coach, bo)
            assert coach.adapter.places is not None
            assert coach.adapter.places.told(person(ada)) == []
        sim.assert_clean()


async def test_what_comes_while_it_is_looked_is_not_taken_for_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        async with serving(sim, tmp_path):
            await tells(ada, STORY, "awful")
        written, looked = Line.written, asyncio.Event()

        async def late(line: Line, channel: str, *, before: str | None, most: int) -> list[Received]:
            found = await written(line, channel, before=before, most=most)
            await tells(ada, "8", "An 8")
            looked.set()
            return found

        monkeypatch.setattr(Line, "written", late)
        async with serving(sim, tmp_path) as coach:
            await looked.wait()
            await sim.idle(0.5)
            assert (await coach.service.overview(person(ada))).feelings
            assert coach.adapter.places is not None
            assert len(coach.adapter.places.told(person(ada))) == 2
        sim.assert_clean()


async def test_what_was_written_and_changed_and_what_was_written_and_deleted_counts_as_it_stands(
    tmp_path: Path,
) -> None:
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        async with serving(sim, tmp_path):
            await tells(ada, "hello", ".")
        gone, changed = await ada.dm("I told them about my divorce"), await ada.dm(STORY)
        await ada.delete(gone)
        await ada.edit(changed, OTHER)
        async with serving(sim, tmp_path) as coach:
            await ada.expect("awful", timeout=10)
            await sim.idle(0.5)
            told = kept(coach, ada)
            assert "Hilltop" in told
            assert "Lakeside" not in told
            assert "divorce" not in told
        sim.assert_clean()


async def test_the_first_message_of_somebody_new_is_found_when_they_write_again(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        await ada.dm(STORY)
        async with serving(sim, tmp_path) as coach:
            await sim.idle(0.5)
            assert answers(ada) == []  # no program is told of a conversation that was begun without it
            await ada.dm("hello?")
            await ada.expect("awful")
            assert "Lakeside" in (await coach.service.overview(person(ada))).interviews[0].title
        sim.assert_clean()


async def test_the_first_message_of_somebody_new_is_found_when_they_give_a_command(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        ada, bo = people(sim, "Ada", "Bo")
        server = next(iter(sim.guilds.values()))
        await ada.dm(STORY)
        await bo.dm(STORY)
        async with serving(sim, tmp_path) as coach:
            await ada.slash("help")
            await bo.slash("nudges", where=server.general)
            await ada.expect("awful")
            await bo.slash("help", where=server.general)
            await bo.expect("awful")
            for user in (ada, bo):
                assert "Lakeside" in (await coach.service.overview(person(user))).interviews[0].title
        sim.assert_clean()


async def test_the_first_message_after_a_command_on_a_server_is_found_at_the_return(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        (ada,) = people(sim, "Ada")
        server = next(iter(sim.guilds.values()))
        async with serving(sim, tmp_path):
            await ada.slash("help", where=server.general)
            await ada.expect("one question")
        await ada.dm(STORY)
        async with serving(sim, tmp_path):
            await ada.expect("awful", timeout=10)
        sim.assert_clean()


async def test_what_was_erased_is_not_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with discord(tmp_path) as sim, serving(sim, tmp_path) as coach:
        (ada,) = people(sim, "Ada")
        await tells(ada, STORY, "awful")
        await tells(ada, "forget me", "erase")
        await ada.dm("yes, erase everything")
        await ada.expect(".")
        await sim.idle(0.5)
        assert coach.adapter.places is not None
        assert coach.adapter.places.of(person(ada)) is None
        assert coach.adapter.places.told(person(ada)) == []
        monkeypatch.setattr(coach.adapter, "_seen", {})  # as after a start
        sim.requests.clear()
        await tells(ada, "hello", ".")
        assert "Lakeside" not in kept(coach, ada)
        assert looked_at(sim, ada) == 1
        sim.assert_clean()


async def test_no_more_conversations_are_looked_at_than_the_latest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(missed, "MOST_CONVERSATIONS", 2)
    async with discord(tmp_path) as sim:
        everybody = people(sim, "Ada", "Bo", "Cy")
        async with serving(sim, tmp_path):
            for user in everybody:
                await tells(user, STORY, "awful")
        sim.requests.clear()
        async with serving(sim, tmp_path):
            await sim.idle(0.8)
        assert [looked_at(sim, user) for user in everybody] == [0, 1, 1]


async def test_of_one_conversation_no_more_is_read_than_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missed, "AT_ONCE", 2)
    monkeypatch.setattr(missed, "MOST", 6)
    async with discord(tmp_path) as sim:
        ada, bo = await two_have_told(sim, tmp_path)
        for number in range(3):
            await ada.dm(f"one more thing, {number}")
        for number in range(9):
            await bo.dm(f"one more thing, {number}")
        sim.requests.clear()
        async with serving(sim, tmp_path) as coach:
            await sim.idle(1.0)
            assert [number for number in range(9) if f"thing, {number}" in kept(coach, ada)] == [0, 1, 2]
            assert [number for number in range(9) if f"thing, {number}" in kept(coach, bo)] == [3, 4, 5, 6, 7, 8]
        assert looked_at(sim, ada) == 3
        assert looked_at(sim, bo) == 3


async def test_a_conversation_that_cannot_be_read_keeps_no_other_from_being_looked_at(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        ada, bo = await two_have_told(sim, tmp_path)
        await ada.dm("8")
        sim.fault(f"GET /channels/{sim.dm_of(bo).id}/messages", "error", status=404, code=10003)
        async with serving(sim, tmp_path):
            await ada.expect("An 8", timeout=10)


def test_of_each_person_the_last_messages_are_known_and_no_more(tmp_path: Path) -> None:
    ada, bo = Person("discord", "1"), Person("discord", "2")
    with closing(open_notes(tmp_path / "rebound.db")) as notes:
        found = places.Places(notes, SystemClock().now)
        found.keep(ada, "11")
        for id in range(places.MOST_TOLD + 3):
            found.tell(ada, id)
            found.tell(ada, id)
        found.tell(bo, 7)
        found.take_back(ada, 5)
        assert found.told(ada) == [id for id in range(3, places.MOST_TOLD + 3) if id != 5]
        again = places.Places(notes, SystemClock().now)
        assert len(again.told(ada)) == places.MOST_TOLD - 1
        assert again.told(bo) == []  # nobody knows them any more
        again.forget(ada)
        assert again.told(ada) == []


def test_where_many_are_new_at_once_only_a_few_are_looked_at() -> None:
    sparing = Sparing(2)
    assert [sparing.may(at) for at in (0.0, 0.1, 0.2, 1.05, 1.06, 1.2)] == [True, True, False, True, False, True]
