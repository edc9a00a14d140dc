"""The real `rebound discord` in a process of its own: a whole interview, kills, an end in good order, and a silent log."""

from __future__ import annotations

import asyncio
import re
import signal
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import SystemClock, ticking
from bot.discord.text import in_block
from core import clock as zones
from core.community import Community
from tests.discord_life import STORY, at_the_note, discord, launched, people, serving, tells, words
from tests.simulators.discord import Bot, Sim, User
from tests.terminal import Terminal
from tests.test_stories import Step, Story, replies, written

OF_THE_SURFACE = re.compile(r"^.*(?:I am a program|your words (?:are|stay) encrypted|keeps? a copy).*$", re.MULTILINE)
"""What is said of who can read along, which is not the same in a terminal."""
HEADING = re.compile(r"^— .+ —$", re.MULTILINE)
NUMBERED = re.compile(r"^ +\[\d+\] (.+)$", re.MULTILINE)


def person_on(sim: Sim, name: str = "Ada") -> User:
    (user,) = people(sim, name)
    return user


async def test_what_was_on_the_screen_before_a_kill_still_works(tmp_path: Path) -> None:
    async with discord(tmp_path, identify_spacing=5.0) as sim:
        ada, bo = person_on(sim), person_on(sim, "Bo")
        async with serving(sim, tmp_path):
            await at_the_note(bo)
        bot = await launched(sim, tmp_path)
        await tells(ada, STORY, "awful")
        form = await bo.click("Edit")
        code, _, _ = await bot.restart(hard=True)
        assert code == -signal.SIGKILL
        assert not sim.warnings  # a session begun too soon, for one
        assert (await ada.click("8")).kind == "update"
        await ada.expect("An 8")
        await bo.submit({"text": "Dear Mrs Zulu, in my own words."}, modal=form)
        assert in_block((await bo.expect("in my own words")).m["content"]) == "Dear Mrs Zulu, in my own words."
        sim.assert_clean()
        code, seconds, was_killed = await bot.stop()
        assert (code, was_killed) == (0, False)
        assert seconds < 5
        assert_silent(bot, sim, "Lakeside", "shared sheet", "Zulu", "own words")


async def test_asked_to_end_it_finishes_what_is_under_way(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        ada, bo = person_on(sim), person_on(sim, "Bo")
        bot = await launched(sim, tmp_path)
        asked = await tells(bo, STORY, "awful")
        shown = sim.fault(f"POST /channels/{sim.dm_of(ada).id}/messages", "slow", delay=1.0)
        answered = sim.fault("POST /interactions/*", "slow", delay=1.0)
        await ada.dm(STORY)
        pressing = asyncio.create_task(bo.click("8"))
        async with asyncio.timeout(10):
            while not (shown.hits and answered.hits):
                await sim.changed(0.5)
        assert said_to(ada) == ""
        code, _, was_killed = await bot.stop()
        assert (code, was_killed) == (0, False)
        assert said_to(ada).count("awful") == 1
        assert (await pressing).kind in ("update", "deferred_update")
        assert asked.text.endswith("> 8")
        sim.assert_clean()


@pytest.mark.long
async def test_asked_to_end_it_says_first_what_it_had_to_say(tmp_path: Path) -> None:
    async with discord(tmp_path) as sim:
        everybody = [person_on(sim, f"Person {number}") for number in range(10)]
        bot = await launched(sim, tmp_path)
        for user in everybody:
            await user.dm(STORY)
        await everybody[0].expect("awful")
        code, _, was_killed = await bot.stop()
        assert (code, was_killed) == (0, False)
        await bot.start()
        await sim.wait_ready()
        for user in everybody:
            await user.expect("awful", since=0)
        await sim.idle(0.5)
        assert [said_to(user).count("awful") for user in everybody] == [1] * len(everybody)
        sim.assert_clean()
        await bot.stop()


@pytest.mark.parametrize("name", ["lakeside"])
async def test_a_whole_interview_is_the_same_words_as_in_the_terminal(tmp_path: Path, name: str) -> None:
    """Every line of a story, by buttons where there are some, with each message at its hour."""
    story = written(name)
    moved = begun(story, tmp_path)
    async with discord(tmp_path) as sim:
        ada = person_on(sim)
        async with serving(sim, tmp_path, ticking(moved, []), community=Community(zone=story.zone)):
            heard = [await goes_on(ada, step, moved, story) for step in story.steps]
        sim.assert_clean()
    assert_as_in_the_terminal(story, heard, tmp_path)


@pytest.mark.long
async def test_a_whole_interview_with_the_real_program(tmp_path: Path) -> None:
    story = written("lakeside")
    moved, community = begun(story, tmp_path), tmp_path / "community.toml"
    community.write_text(f'zone = "{story.zone}"\n')
    async with discord(tmp_path, rate_limits=True) as sim:
        ada = person_on(sim)
        bot = await launched(sim, tmp_path, REBOUND_CLOCK_FILE=str(moved), REBOUND_COMMUNITY=str(community))
        heard = [await goes_on(ada, step, moved, story) for step in story.steps]
        sim.assert_clean()
        await bot.stop()
        assert_silent(bot, sim, "Lakeside", "Zulu", "double booking")
    assert_as_in_the_terminal(story, heard, tmp_path)


def begun(story: Story, folder: Path) -> Path:
    """The file that moves the clock to where the story begins."""
    moved = folder / "offset"
    set_to(moved, story.at, story)
    return moved


def set_to(moved: Path, local: str, story: Story) -> None:
    """Move the clock to a second after a local time."""
    instant = zones.instant(datetime.fromisoformat(local), zones.zone(story.zone))
    moved.write_text(f"{(instant - SystemClock().now()).total_seconds() + 1:.6f}")


def assert_as_in_the_terminal(story: Story, heard: list[str], folder: Path) -> None:
    (folder / "terminal").mkdir()
    typed = replies(Terminal(folder / "terminal", story.at, story.zone), story)
    for step, there, here in zip(story.steps, typed, heard, strict=True):
        assert here == in_words(there), step.typed


async def goes_on(ada: User, step: Step, moved: Path, story: Story) -> str:
    """One line: time passes, a button of that name is pressed, or it is typed; what was said to it."""
    before = len(ada.messages())
    if step.typed.startswith("/wait until "):
        for instant in arrivals(step):
            since = len(ada.messages())
            set_to(moved, instant, story)
            await came(ada, since, 20.0)
            await ada.sim.idle(0.6)
    else:
        last = [one for one in ada.messages() if one["author"]["id"] == ada.sim.bot.id][-1:]
        labels = [two["label"] for one in last for row in one["components"] for two in row["components"]]
        if any(label.lower() == step.typed.lower() for label in labels):
            await ada.click(re.escape(step.typed))
        else:
            await ada.dm(step.typed)
            before += 1
        await came(ada, before, 10.0)
        await ada.sim.idle(0.1)
    said = [one for one in ada.messages()[before:] if one["author"]["id"] == ada.sim.bot.id]
    return in_words("\n".join(shown(one) for one in said))


def arrivals(step: Step) -> list[str]:
    """The local times at which something arrives during a wait, and its end."""
    until = step.typed.split()[-1]
    headings = (f"{heading} {until[:4]}" for heading in step.arrives or ())
    times = [datetime.strptime(one, "%A %d %B, %H:%M %Y").isoformat() for one in headings]  # noqa: DTZ007 - local
    return sorted({*(time[:16] for time in times), until})


async def came(user: User, before: int, seconds: float) -> None:
    """Something new is on the screen."""
    async with asyncio.timeout(seconds):
        while len(user.messages()) <= before:
            await user.sim.changed(0.5)


def shown(message: dict[str, object]) -> str:
    """A message with its options, as a terminal lists them; a scale lists none there."""
    labels = [two["label"] for row in message["components"] for two in row["components"]]  # type: ignore[attr-defined]
    offered = [label for label in labels if not label.isdigit()]
    return f"{message['content']}\n" + "\n".join(offered)


def in_words(text: str) -> str:
    """The words alone: no markup, no numbers of options, no heading, nothing of the surface."""
    text = OF_THE_SURFACE.sub("", HEADING.sub("", NUMBERED.sub(r"\1", text)))
    text = re.sub(r"^(?:```|---|--- (.+) ---)$", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"^\*\*(.+)\*\*$", r"\1", text, flags=re.MULTILINE)
    return words(text)


def said_to(user: User) -> str:
    return "\n".join(one["content"] for one in user.messages() if one["author"]["id"] == user.sim.bot.id)


def assert_silent(bot: Bot, sim: Sim, *private: str) -> None:
    """The log, at its most talkative, holds no word of anybody, no id of theirs and no token."""
    log = bot.log_path.read_text(errors="replace")
    assert "discord" in log
    assert '"level": "debug"' in log
    for secret in (*private, sim.token, *(user.id for user in sim.users.values() if user is not sim.bot)):
        assert secret not in log, secret
    assert "Traceback" not in log
