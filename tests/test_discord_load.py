"""Three hundred people at once on Discord, with its limits on; figures are printed (`-m long -s`)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.discord_life import STORY, launched
from tests.simulators.discord import Sim, User

PEOPLE = 300

pytestmark = pytest.mark.long


async def test_three_hundred_people_write_and_press_at_once(tmp_path: Path) -> None:
    async with Sim(work_dir=tmp_path, identify_spacing=0.0) as sim:
        everybody = [sim.user(f"Person {number}") for number in range(PEOPLE)]
        sim.guild("Career Center", owner=sim.user("Sam"), members=everybody)
        bot = await launched(sim, tmp_path, REBOUND_LOG="warning")

        await asyncio.gather(*(user.dm(STORY) for user in everybody))
        await asyncio.gather(*(user.expect("awful", timeout=120) for user in everybody))
        burst = sim.stats()["timings"]["dm:visible"]
        answers = [sum(one["author"]["id"] == sim.bot.id for one in user.messages()) for user in everybody]
        before = bot.rss_mib()

        results = await asyncio.gather(*(user.click("8") for user in everybody))
        pressed = sim.stats()["timings"]["click:ack"]
        await asyncio.gather(*(user.expect("An 8", timeout=120) for user in everybody))

        for answer in ("only that", "skip", "skip"):
            marks = [user.mark() for user in everybody]
            await asyncio.gather(*(user.dm(answer) for user in everybody))
            waits = zip(everybody, marks, strict=True)
            await asyncio.gather(*(user.expect(".", timeout=120, since=mark + 1) for user, mark in waits))
        after = bot.rss_mib()
        figures = {
            "a burst of 300 messages, until each was answered": burst,
            "300 buttons at once, until each was acknowledged": pressed,
            "invalid requests": sim.stats()["invalid_requests_10min"],
            "memory (MiB)": [round(before), round(after)],
            "processor (s)": round(bot.cpu_s(), 1),
        }
        print(json.dumps(figures, indent=2))
        assert answers == [1] * PEOPLE
        assert {result.kind for result in results} <= {"update", "deferred_update"}
        assert all(message["content"].endswith("> 8") for message in asked(everybody))
        assert sim.stats()["invalid_requests_10min"] == 0
        assert after - before < 40
        sim.assert_clean()
        await bot.stop()


def asked(everybody: Iterable[User]) -> list[dict[str, Any]]:
    """What each was asked first."""
    return [next(one for one in user.messages() if one["author"]["id"] == user.sim.bot.id) for user in everybody]
