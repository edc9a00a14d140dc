"""A hundred thousand things that people do on Discord leave nothing behind in memory."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.platform import Rates
from core.events import Event
from tests.discord_life import Serving, serving
from tests.simulators.discord import Sim, User

PEOPLE = 1000
MESSAGES, WARM_UP = 100_000, 40_000
"""Whatever is remembered up to a limit has reached it by then."""
TURNS = 10
"""One in so many is taken by the coach itself; the others go all the way to it."""
BLOCKS = (MESSAGES - WARM_UP) // 20
"""Far less than one that each of them would leave."""
MEBIBYTES = 12.0

pytestmark = pytest.mark.long


class Quick:
    """Answers discord.py's requests without a network: a message that was shown, or nothing."""

    def __init__(self) -> None:
        self._ids = count(1)
        self.asked = 0

    def request(self, method: str, url: str, **_more: object) -> Answered:
        self.asked += 1
        is_shown = method == "POST" and url.endswith("/messages")
        return Answered({"id": str(next(self._ids))} if is_shown else [])

    async def close(self) -> None:
        """There is nothing to let go."""


class Answered:
    def __init__(self, content: object) -> None:
        self._content = content
        self.status, self.reason = 200, "OK"
        self.headers = {"Content-Type": "application/json", "content-type": "application/json", "Via": "1.1"}

    async def __aenter__(self) -> Answered:
        return self

    async def __aexit__(self, *_error: object) -> None:
        """As it is."""

    async def text(self, **_more: object) -> str:
        return json.dumps(self._content)


class World:
    """What the people do, as frames that the gateway would send."""

    def __init__(self, sim: Sim) -> None:
        self._sim = sim
        self._people = [sim.user(f"Person {number}") for number in range(PEOPLE)]
        self._last: dict[str, dict[str, Any]] = {}
        sim.guild("Career Center", owner=sim.user("Sam"), members=self._people)

    def frame(self, number: int) -> tuple[str, dict[str, Any]]:
        """The next thing that happens; of each person in turn, and each time something else."""
        user = self._people[number % PEOPLE]
        match (number + number // PEOPLE) % 20:
            case 3 if user.id in self._last:
                edited = self._last[user.id] | {"edited_timestamp": self._sim.iso(), "content": "what is coming?"}
                return "MESSAGE_UPDATE", edited
            case 7 if user.id in self._last:
                gone = self._last.pop(user.id)
                return "MESSAGE_DELETE", {"id": gone["id"], "channel_id": gone["channel_id"]}
            case 11:
                return "INTERACTION_CREATE", self._asks(user, 2, {"name": "nudges", "type": 1, "id": "1"})
            case 15:
                typed = [{"name": "zone", "type": 3, "value": "lus", "focused": True}]
                return "INTERACTION_CREATE", self._asks(
                    user, 4, {"name": "settings", "type": 1, "id": "1", "options": typed}
                )
            case _:
                made = self._sim.make_message(self._sim.dm_of(user), user, {"content": "help"})
                self._last[user.id] = self._sim.gateway_message(self._sim.dm_of(user), made)
                for kept in (self._sim.dm_of(user).messages, user.timeline):
                    kept.clear()
                return "MESSAGE_CREATE", self._last[user.id]

    def _asks(self, user: User, kind: int, data: dict[str, Any]) -> dict[str, Any]:
        channel = self._sim.dm_of(user)
        return {
            "id": self._sim.snowflake(),
            "token": f"token-{user.id}",
            "type": kind,
            "application_id": self._sim.app_id,
            "user": user.payload(),
            "channel_id": channel.id,
            "channel": channel.payload(),
            "data": data,
            "version": 1,
            "locale": "en-US",
            "context": 1,
            "entitlements": [],
            "authorizing_integration_owners": {},
            "attachment_size_limit": 1,
        }


class Taken:
    """Counts what reaches the coach, and hands on one in ten."""

    def __init__(self, coach: Serving) -> None:
        self._take = coach.service.take
        self.number = 0

    async def __call__(self, event: Event) -> None:
        self.number += 1
        if self.number % TURNS == 0:
            await self._take(event)


async def test_a_hundred_thousand_messages_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates = Rates(per_second=1e5, burst=100_000, per_conversation=1e5, conversation_burst=100_000)
    async with Sim(work_dir=tmp_path, identify_spacing=0.0, rate_limits=False) as sim:
        world = World(sim)
        async with serving(sim, tmp_path, rates=rates) as coach:
            line, quick, taken = coach.adapter._line, Quick(), Taken(coach)
            assert line is not None
            with monkeypatch.context() as patched:
                patched.setattr(line.http, "_HTTPClient__session", quick)
                patched.setattr(line, "_replies", quick)
                patched.setattr(coach.service, "take", taken)
                expected, before = 0, (0, 0.0)
                for number in range(MESSAGES):
                    name, payload = world.frame(number)
                    frame = {"op": 0, "t": name, "s": (line.ws.sequence or 0) + 1, "d": payload}
                    await line.ws.received_message(json.dumps(frame))
                    expected += name != "INTERACTION_CREATE"
                    if number % PEOPLE == PEOPLE - 1:
                        await quiet(coach, taken, expected)
                    if number + 1 in (WARM_UP, MESSAGES):
                        before, after = measured(), before
            grown = before[0] - after[0], before[1] - after[1]
            print(f"after {WARM_UP} of {MESSAGES}: {grown[0]} blocks, {grown[1]:.1f} MiB more, {quick.asked} requests")
            assert quick.asked > MESSAGES / TURNS
            assert grown[0] < BLOCKS
            assert grown[1] < MEBIBYTES


async def quiet(coach: Serving, taken: Taken, expected: int) -> None:
    """All of it has come to its end, and what was said to it too."""
    async with asyncio.timeout(60):
        while taken.number < expected or coach.store.backlog().waiting:  # noqa: ASYNC110 - two things, of two threads
            await asyncio.sleep(0.005)
        await coach.adapter.in_order.finish()


def measured() -> tuple[int, float]:
    """Blocks of Python's, and MiB of the process."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return sys.getallocatedblocks(), pages * 4096 / 2**20
