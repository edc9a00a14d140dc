"""Whatever is pressed on Discord is acknowledged in time: however slow the turn is, whatever stands before it, however many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.discord import reply as replying
from bot.discord.text import in_block
from core.errors import StoreError
from core.events import Event
from tests.discord_life import STORY, Serving, at_the_note, discord, people, serving, tells
from tests.simulators.discord import Seen, Sim, User
from tests.simulators.discord.actors import Result

SOON, NEVER = 0.02, 60.0


@pytest.fixture
async def sim(tmp_path: Path) -> AsyncIterator[Sim]:
    async with discord(tmp_path) as made:
        yield made


@pytest.fixture
async def coach(sim: Sim, tmp_path: Path) -> AsyncIterator[Serving]:
    async with serving(sim, tmp_path) as served:
        yield served


@pytest.fixture
def ada(sim: Sim, coach: Serving) -> User:  # noqa: ARG001 - it has to be there
    (new,) = people(sim, "Ada")
    return new


@pytest.fixture
async def asked(ada: User) -> Seen:
    """What Ada is asked once she has told her story."""
    return await tells(ada, STORY, "awful")


@pytest.fixture
def put_off_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever takes longer than a moment is put off."""
    monkeypatch.setattr(replying, "AT_ONCE_SECONDS", SOON)


@asynccontextmanager
async def held(coach: Serving, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[asyncio.Event]:
    """No turn ends before the event is set."""
    take, gate = coach.service.take, asyncio.Event()

    async def waits(event: Event) -> None:
        await gate.wait()
        await take(event)

    with monkeypatch.context() as patched:
        patched.setattr(coach.service, "take", waits)
        try:
            yield gate
        finally:
            gate.set()


@pytest.mark.usefixtures("put_off_soon")
async def test_what_takes_long_is_put_off_and_the_answer_comes_afterwards(
    sim: Sim, coach: Serving, ada: User, asked: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with held(coach, monkeypatch) as gate:
        assert (await ada.click("8")).kind == "deferred_update"
        assert "8" in asked.buttons
        gate.set()
        await ada.expect("An 8")
        await sim.idle(0.3)
    assert asked.buttons == []
    assert asked.text.endswith("> 8")
    async with held(coach, monkeypatch) as gate:
        put_off = await ada.slash("help")
        assert put_off.kind == "deferred"
        gate.set()
        await ada.expect("one question")
        await sim.idle(0.3)
    assert put_off.message is not None
    assert put_off.message.ephemeral
    sim.assert_clean()


@pytest.mark.usefixtures("put_off_soon")
async def test_a_story_told_with_a_command_stands_there_for_good_though_it_was_put_off(
    sim: Sim, coach: Serving, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with held(coach, monkeypatch) as gate:
        told = await ada.slash("debrief", happened=STORY)
        assert told.kind == "deferred"
        gate.set()
        await ada.expect("awful")
        await sim.idle(0.3)
    assert told.message is not None
    assert told.message.m["content"] == f"> {STORY}"
    assert not told.message.ephemeral
    sim.assert_clean()


@pytest.mark.usefixtures("put_off_soon")
async def test_a_button_is_acknowledged_while_an_earlier_message_is_still_being_taken(
    sim: Sim, coach: Serving, ada: User, asked: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with held(coach, monkeypatch) as gate:
        await ada.dm("9")
        assert (await ada.click("8", message=asked)).kind == "deferred_update"
        gate.set()
        await ada.expect("A 9")
        await sim.idle(0.5)
    assert asked.text.endswith("-# This was asked a while ago.")
    sim.assert_clean()


async def test_a_form_opens_while_an_earlier_message_is_still_being_taken(
    sim: Sim, coach: Serving, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_the_note(ada)
    async with held(coach, monkeypatch):
        await ada.dm("one moment")
        form = await ada.click("Edit")
        assert "Dear Mrs Zulu" in (form.modal or "")
    await ada.submit({"text": "Dear Mrs Zulu, thank you."}, modal=form)
    assert in_block((await ada.expect("Dear Mrs Zulu, thank you")).m["content"]) == "Dear Mrs Zulu, thank you."
    sim.assert_clean()


async def test_where_many_come_at_once_they_are_acknowledged_before_any_turn_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replying, "AT_ONCE_SECONDS", NEVER)
    many, at_once = 40, replying.MOST_AT_ONCE
    async with discord(tmp_path, ack_timeout=NEVER) as sim, serving(sim, tmp_path) as coach:
        everybody = people(sim, *(f"Person {number}" for number in range(many)))
        asked = await asyncio.gather(*(tells(user, STORY, "awful") for user in everybody))
        async with held(coach, monkeypatch) as gate:
            pressed = [asyncio.create_task(user.click("8")) for user in everybody]
            acknowledged: set[asyncio.Task[Result]] = set()
            while len(acknowledged) < many - at_once:
                acknowledged, _ = await asyncio.wait(pressed, return_when=asyncio.FIRST_COMPLETED, timeout=0.1)
            assert {task.result().kind for task in acknowledged} == {"deferred_update"}
            gate.set()
            await asyncio.gather(*pressed, *(user.expect("An 8") for user in everybody))
            await sim.idle(0.5)
        assert [task.result().kind for task in pressed].count("update") == at_once
        assert [one.text.endswith("> 8") for one in asked] == [True] * many
        sim.assert_clean()


async def test_one_whose_acknowledgement_was_lost_on_the_way_is_answered(sim: Sim, ada: User, asked: Seen) -> None:
    sim.fault("POST /interactions/*", "drop_before")
    assert (await ada.click("8")).kind == "update"
    await ada.expect("An 8")
    assert asked.text.endswith("> 8")
    sim.assert_clean()


async def test_one_whose_answer_was_lost_on_the_way_back_counts_and_is_said_once(
    sim: Sim, ada: User, asked: Seen
) -> None:
    sim.fault("POST /interactions/*", "drop_after")
    await ada.click("8")
    await ada.expect("An 8")
    await ada.expect_silence(0.4)
    assert asked.text.endswith("> 8")
    assert [one["kind"] for one in sim.violations] == ["double-ack"]


@pytest.mark.parametrize("at_once", [0.0, NEVER])
async def test_what_could_not_be_kept_is_said_and_can_be_pressed_again(
    sim: Sim, coach: Serving, ada: User, asked: Seen, monkeypatch: pytest.MonkeyPatch, at_once: float
) -> None:
    monkeypatch.setattr(replying, "AT_ONCE_SECONDS", at_once)
    monkeypatch.setattr("bot.discord.answers.TAKE_AGAIN_SECONDS", (0.01,) * 4)

    async def fails(_event: Event) -> None:
        raise StoreError("There is no room left.")

    with monkeypatch.context() as patched:
        patched.setattr(coach.service, "take", fails)
        await ada.click("8")
        assert (await ada.expect("not kept|not in them")).ephemeral
        assert "8" in asked.buttons
        await ada.slash("help")
        await ada.expect("not kept|not in them")
    await ada.click("8", message=asked)
    await ada.expect("An 8")
    sim.assert_clean()
