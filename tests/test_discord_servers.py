"""Commands, and the way from a server into private: nothing personal is said there, and whoever cannot be reached is told."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.adapters import vocabularies
from bot.discord import commands, places
from core.wording import load
from tests.discord_life import STORY, Serving, person, serving, tells, unharmed, words
from tests.simulators.discord import Seen, Sim, User
from tests.simulators.discord.actors import Guild

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def sim(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sim]:
    async with unharmed(tmp_path_factory.mktemp("discord")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def coach(sim: Sim) -> AsyncIterator[Serving]:
    async with serving(sim, sim.work_dir) as served:
        yield served


@pytest.fixture
def server(sim: Sim, coach: Serving) -> Guild:  # noqa: ARG001 - it has to be there
    return sim.guild("Career Center", owner=sim.user("Sam"))


@pytest_asyncio.fixture(loop_scope="module")
async def ada(sim: Sim, server: Guild) -> User:
    new = sim.user("Ada")
    await server.join(new)
    return new


async def test_every_command_is_offered_in_a_server_and_in_private(ada: User, server: Guild) -> None:
    named = set(commands.MEANS) | {"debrief", "settings"}
    assert set(ada.commands()) == named
    assert set(ada.commands(server.general)) == named


@pytest.mark.usefixtures("coach")
async def test_a_person_can_install_the_coach_for_themselves(sim: Sim) -> None:
    alone = sim.user("Bo", installed=True)
    assert "debrief" in alone.commands()


async def test_a_story_told_in_a_server_is_seen_by_nobody_and_goes_on_in_private(ada: User, server: Guild) -> None:
    answered = await ada.slash("debrief", happened=STORY, where=server.general)
    assert answered.kind == "deferred"
    assert "Lakeside" in (await ada.expect("awful")).text
    told = await ada.expect("https://discord.com/channels/@me/", where=server.general)
    assert told.ephemeral
    assert "Lakeside" not in told.text
    assert [one for one in server.general.messages.values() if one["_eph"] is None] == []


@pytest.mark.parametrize("name", sorted({*commands.MEANS, "debrief", "settings", "nudges"}))
async def test_no_command_in_a_server_shows_anything_to_others(ada: User, server: Guild, name: str) -> None:
    await tells(ada, STORY, "awful")
    since = ada.mark()
    await ada.slash(name, where=server.general)
    answer = await ada.expect("only you can see this", where=server.general, since=since)
    assert "Lakeside" not in answer.text
    assert all(one["_eph"] for one in server.general.messages.values())


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("note", "note"),
        ("journal", "Lakeside Clinic"),
        ("privacy", "encrypted|kept"),
        ("export", "file"),
        ("forget", "erase|gone|forget"),
        ("help", "one question"),
        ("prepare", "history"),
        ("practice", "conflict"),
    ],
)
async def test_a_command_in_private_does_what_the_words_do(ada: User, name: str, says: str) -> None:
    await tells(ada, STORY, "awful")
    await tells(ada, "8", "An 8")
    since = ada.mark()
    answered = await ada.slash(name)
    assert answered.kind == "deferred"
    seen = await ada.expect(says, since=since, where=ada.dm_channel)
    await ada.sim.idle(0.2)
    assert seen.m in ada.messages()
    assert answered.message is not None
    assert answered.message.m not in ada.messages()  # nothing of the command is left beside the answer


async def test_a_command_in_private_of_somebody_who_cannot_be_written_to_is_answered_with_how_they_can(
    ada: User,
) -> None:
    await tells(ada, STORY, "awful")
    ada.block_bot()
    told = await ada.slash("journal")
    await ada.expect("Privacy Settings")
    assert told.message is not None
    assert "Lakeside" not in told.text


async def test_what_is_told_with_a_command_in_private_stands_above_what_is_said_to_it(ada: User) -> None:
    told = await ada.slash("debrief", happened=f"{STORY}\n# and *more*")
    assert told.message is not None
    assert told.message.m["content"] == f"> {STORY}\n> \\# and \\*more\\*"
    await ada.expect("awful")


async def test_the_files_of_an_export_come_in_private(ada: User, server: Guild) -> None:
    await tells(ada, STORY, "awful")
    since = ada.mark()
    await ada.slash("export", where=server.general)
    sent = await ada.expect("file", since=since, where=ada.dm_channel)
    assert sorted(one["filename"].rpartition(".")[2] for one in sent.attachments) == ["ics", "json", "md"]


async def test_somebody_with_closed_messages_is_told_privately_and_nothing_is_kept(
    sim: Sim, coach: Serving, server: Guild
) -> None:
    bo = sim.user("Bo", allow_dms=False)
    await server.join(bo)
    await bo.slash("debrief", happened=STORY, where=server.general)
    told = await bo.expect("Privacy Settings", where=server.general)
    assert told.ephemeral
    assert coach.store.snapshot(person(bo)) is None
    tries = [
        one
        for one in sim.requests
        if one["method"] == "POST" and one["path"] == f"/channels/{bo.dm_channel.id}/messages"
    ]
    assert [one["status"] for one in tries] == [403]


async def test_once_they_are_open_the_next_command_goes_through(sim: Sim, server: Guild) -> None:
    bo = sim.user("Bo", allow_dms=False)
    await server.join(bo)
    await bo.slash("debrief", happened=STORY, where=server.general)
    await bo.expect("Privacy Settings", where=server.general)
    bo.allow_dms = True
    await bo.slash("debrief", happened=STORY, where=server.general)
    await bo.expect("awful", where=bo.dm_channel)
    await bo.expect("https://discord.com/channels/@me/", where=server.general)


async def test_somebody_who_closes_them_later_is_told_at_the_next_command(
    coach: Serving, ada: User, server: Guild
) -> None:
    await tells(ada, STORY, "awful")
    ada.allow_dms = False
    ada.wrote_first = False
    await ada.slash("help", where=server.general)
    told = await ada.expect("Privacy Settings", where=server.general)
    assert told.ephemeral
    assert "kept" in words(told)
    assert "nothing is kept" not in words(told)
    assert "Privacy Settings" in (await ada.slash("nudges", where=server.general)).text
    found = coach.adapter.places
    assert found is not None
    assert (found.of(person(ada)) or places.Place("")).closed == "50007"
    await ada.sim.idle(0.3)
    assert coach.store.backlog().unreachable >= 1


async def test_a_command_that_is_gone_is_answered(sim: Sim, ada: User) -> None:
    sim.global_commands.append({**sim.global_commands[0], "id": "1", "name": "weekly", "options": []})
    try:
        assert "/help" in (await ada.slash("weekly")).text
    finally:
        sim.global_commands.pop()


async def test_a_button_of_nobody_knows_when_is_answered(ada: User) -> None:
    seen = await tells(ada, STORY, "awful")
    seen.m["components"][0]["components"][0]["custom_id"] = "rb0:old"
    assert "button" in words((await ada.click("0", message=seen)).text)


async def test_a_place_that_is_typed_is_suggested_as_a_zone(ada: User) -> None:
    found = await ada.autocomplete("settings", "zone", "lusa")
    assert ("Lusaka (Africa/Lusaka)", "Africa/Lusaka") in found


async def test_a_zone_is_set_once_its_clock_was_confirmed(ada: User, coach: Serving) -> None:
    await tells(ada, STORY, "awful")
    asked = await ada.slash("settings", zone="Africa/Lusaka")
    assert "Lusaka" in asked.text
    assert asked.message is not None
    assert "<t:" in asked.message.m["content"]
    assert (await coach.service.overview(person(ada))).zone is None
    await ada.click("same", message=asked.message)
    await ada.expect("Lusaka time", where=ada.dm_channel)
    assert (await coach.service.overview(person(ada))).zone == "Africa/Lusaka"


async def test_a_place_nobody_knows_is_asked_again(ada: User) -> None:
    assert "town" in (await ada.slash("settings", zone="xyzzy")).text


async def test_what_is_coming_is_shown_on_the_readers_own_clock(ada: User) -> None:
    await tells(ada, STORY, "awful")
    listed = await ada.slash("nudges")
    assert listed.message is not None
    assert listed.message.ephemeral
    assert "<t:" in listed.message.m["content"]


async def test_ones_own_message_is_taken_into_the_reflection(ada: User, server: Guild) -> None:
    await ada.say(server.general, STORY)
    mine = ada.messages(server.general)[-1]
    await ada.context("Save to my reflection", Seen(ada, server.general, mine))
    await ada.expect("awful", where=ada.dm_channel)
    assert (await ada.expect("https://discord.com/channels/@me/", where=server.general)).ephemeral


async def test_somebody_elses_words_are_not_kept(ada: User, server: Guild, coach: Serving) -> None:
    sam = server.owner
    await sam.say(server.general, "I told them about my divorce")
    theirs = ada.messages(server.general)[-1]
    answered = await ada.context("Save to my reflection", Seen(ada, server.general, theirs))
    assert "own words" in answered.text or "your own" in answered.text
    assert coach.store.snapshot(person(ada)) is None


@pytest.mark.usefixtures("coach")
async def test_commands_are_told_to_discord_only_where_they_have_changed(sim: Sim) -> None:
    assert len(sim.command_syncs) == 1
    there = json.loads(json.dumps(sim.global_commands))
    assert commands.are_the_same(commands.definitions(load(around=vocabularies(["discord"]))), there)
    there[0]["description"] = "something else"
    assert not commands.are_the_same(commands.definitions(load(around=vocabularies(["discord"]))), there)
    assert not commands.are_the_same(commands.definitions(load(around=vocabularies(["discord"]))), there[1:])
