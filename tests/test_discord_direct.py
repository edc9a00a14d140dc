"""The conversation in direct messages on Discord: the real discord.py, the real coach, a Discord of this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.events import Event, Text
from tests.discord_life import STORY, Serving, people, person, serving, tells, unharmed, words
from tests.simulators.discord import Sim, User

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def sim(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sim]:
    async with unharmed(tmp_path_factory.mktemp("discord")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def coach(sim: Sim) -> AsyncIterator[Serving]:
    assert sim.work_dir is not None
    async with serving(sim, sim.work_dir) as served:
        yield served


@pytest.fixture
def ada(sim: Sim, coach: Serving) -> User:  # noqa: ARG001 - it has to be there
    """Somebody new, on a server with us."""
    (new,) = people(sim, "Ada")
    return new


async def test_a_story_is_met_with_the_first_question_and_a_number_for_each_answer(ada: User) -> None:
    asked = await tells(ada, STORY, "awful")
    assert asked.buttons == [str(number) for number in range(11)]


async def test_what_was_chosen_is_shown_and_the_buttons_go(ada: User) -> None:
    asked = await tells(ada, STORY, "awful")
    pressed = await ada.click("8")
    assert pressed.kind == "update"
    assert asked.buttons == []
    assert asked.text.endswith("\n> 8")
    assert "An 8." in words(await ada.expect("An 8"))


async def test_a_button_pressed_twice_counts_once(ada: User) -> None:
    asked = await tells(ada, STORY, "awful")
    first, second = await asyncio.gather(ada.click("8", message=asked), ada.click("8", message=asked))
    assert {first.kind, second.kind} == {"update", "deferred_update"}
    await ada.expect("An 8")
    await ada.expect_silence(0.5)


async def test_an_older_button_is_named_as_that_and_not_as_an_answer(ada: User) -> None:
    asked = await tells(ada, STORY, "awful")
    await tells(ada, "8", "anything else")
    await ada.click("3", message=asked)
    assert asked.text.endswith("-# This was asked a while ago.")
    assert asked.buttons == []
    assert "Only that" in (await ada.expect("Only that")).text


async def test_a_typed_answer_does_the_same_as_a_button(ada: User) -> None:
    await tells(ada, STORY, "awful")
    await tells(ada, "8", "An 8")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("voice.ogg", b"x", "audio/ogg"), "open"),
        (("me.png", b"x", "image/png"), "picture"),
        (("cv.pdf", b"x", "application/pdf"), "file"),
    ],
)
async def test_what_is_no_text_is_answered_kindly_and_not_kept(
    ada: User, coach: Serving, file: tuple[str, bytes, str], said: str
) -> None:
    await ada.dm(files=[file])
    answer = await ada.expect("kept")
    assert said in words(answer).lower() or "nothing" in words(answer).lower()
    assert not any(file[0].encode() in entry.content for entry in coach.store.journal(person(ada)))


async def test_in_danger_a_helpline_can_be_tapped(ada: User) -> None:
    said = await tells(ada, "i want to kill myself", "helpline")
    assert "[findahelpline.com](<https://findahelpline.com>)" in said.m["content"]


async def test_after_forget_me_nothing_is_left(ada: User, coach: Serving) -> None:
    await tells(ada, STORY, "awful")
    await ada.slash("forget")
    await ada.expect("Yes, erase everything")
    since = ada.mark()
    await ada.click("Yes, erase everything")
    await ada.expect(".", since=since + 1)
    assert coach.store.snapshot(person(ada)) is None


async def test_what_was_typed_in_one_breath_is_taken_in_its_order(
    ada: User, coach: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tells(ada, STORY, "awful")
    take = coach.service.take

    async def the_first_is_slow(event: Event) -> None:
        if isinstance(event, Text) and event.text == "8":
            await asyncio.sleep(0.2)
        await take(event)

    monkeypatch.setattr(coach.service, "take", the_first_is_slow)
    for text in ("8", "only that", "tell us about a time you disagreed"):
        await ada.dm(text)
    await ada.expect("liked to tell|would you say|answer")
    told = b"".join(entry.content for entry in coach.store.journal(person(ada))).decode()
    assert told.index('"8"') < told.index("only that") < told.index("tell us about a time")
