"""The coach on a Discord of this machine: in the test's own process, or as the real command in another."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.adapters import vocabularies
from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.delivery.platform import Rates
from bot.discord.platform import Discord
from bot.discord.text import unescaped
from bot.running import Service, serve
from bot.tokens import Tokens
from core.coach import Coach
from core.community import NONE, Community
from core.events import Person
from core.ports import Store
from core.store import open_store
from core.understanding import read
from core.wording import load
from tests.simulators.discord import Bot, Seen, Sim, User

QUICK = Rates(per_second=1000.0, burst=1000, per_conversation=1000.0, conversation_burst=1000)
"""For a Discord without limits."""
ROOT = Path(__file__).parent.parent
STORY = "just out of an interview at Lakeside Clinic. mind went blank when they asked about a conflict"


def discord(folder: Path, **more: Any) -> Sim:
    """One without limits and without waiting; `more` is as `Sim` has it."""
    quick = {"think_time": 0.02, "rate_limits": False, "identify_spacing": 0.0}
    return Sim(work_dir=folder, self_check=True, **(quick | more))


@asynccontextmanager
async def unharmed(folder: Path) -> AsyncIterator[Sim]:
    """One for many tests, in which at the end nothing was wrong."""
    async with Sim(work_dir=folder, think_time=0.02, self_check=True, rate_limits=False) as sim:
        yield sim
        sim.assert_clean()
        assert not sim.warnings
        assert not sim.self_errors


@dataclass
class Serving:
    """A coach that serves in this process."""

    adapter: Discord
    store: Store
    service: Service


@asynccontextmanager
async def serving(
    sim: Sim, folder: Path, clock: Clock | None = None, *, rates: Rates = QUICK, community: Community = NONE
) -> AsyncIterator[Serving]:
    """Serve until the end of the block, and end in good order."""
    read("warm up")  # as a start does; else the first turn is a slow one
    clock = clock or SystemClock()
    settings = Settings(
        _env_file=None,
        database=folder / "rebound.db",
        key_file=folder / "key" / "master.key",
        DISCORD_API_URL=sim.api_url,
        DISCORD_GATEWAY_URL=sim.gateway_url,
    )
    adapter = Discord(
        settings, Tokens(_env_file=None, discord_token=sim.token), clock, load(around=vocabularies(["discord"]))
    )
    adapter.rates, adapter.distance = rates, 0.0
    with closing(open_store(settings.database, settings.master_key)) as store:
        service, stop = (
            Service(Coach(load(around=vocabularies(["discord"])), community), store, clock, [adapter]),
            asyncio.Event(),
        )
        running = asyncio.create_task(serve(service, store, clock, adapters=[adapter], stop=stop, drain=5.0))
        ready = asyncio.create_task(sim.wait_ready())
        try:
            await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
            ready.result()
            yield Serving(adapter, store, service)
        finally:
            ready.cancel()
            stop.set()
            await running


async def launched(sim: Sim, folder: Path, **environment: str) -> Bot:
    """Start the real `rebound discord`, and wait until it is connected."""
    more = {
        "REBOUND_KEY_FILE": str(folder / "key" / "master.key"),
        "REBOUND_LOG": "debug",
        "REBOUND_LOG_FORMAT": "json",
        "PYTHONWARNINGS": "error,ignore::DeprecationWarning:discord.player",
        "PYTHONPATH": str(ROOT),
    }
    return await sim.launch([sys.executable, "-m", "bot", "discord"], env=more | environment, cwd=str(folder))


def people(sim: Sim, *names: str) -> list[User]:
    """They share a server with us."""
    found = [sim.user(name) for name in names]
    sim.guild("Career Center", owner=sim.user("Sam"), members=found)
    return found


def answers(user: User) -> list[str]:
    """What we said to them, message by message."""
    return [one["content"] for one in user.messages() if one["author"]["id"] == user.sim.bot.id and not one["_eph"]]


def person(user: User) -> Person:
    """Who that is to the coach."""
    return Person("discord", user.id)


def words(seen: Seen | str) -> str:
    """What somebody reads, as one line."""
    return " ".join(unescaped(seen if isinstance(seen, str) else seen.text).split())


async def tells(user: User, text: str, until: str) -> Seen:
    """They write, and see what they wait for."""
    await user.dm(text)
    return await user.expect(until)


TO_THE_NOTE = (
    (f"{STORY} with a colleague", "awful"),
    ("8", "An 8"),
    ("one moment", "put the question|how they asked"),
    ("tell us about a time you disagreed with a colleague", "liked to tell|would you say"),
    ("i made a shared sheet and we agreed who books mornings. it stopped", "other questions"),
    ("excel and phones", "never came up|know about you"),
    ("nothing", "still like the job|want it"),
    ("yes i would really like to work there", "write to them|contact|heard"),
    ("neither", "."),
    ("by friday", "."),
    ("Mrs Zulu asked it", "."),
    ("Lusaka", "."),
    ("e-mail", "."),
)


async def at_the_note(user: User) -> Seen:
    """They tell all, and have the note put before them."""
    for text, _ in TO_THE_NOTE:
        since = user.mark()
        await user.dm(text)
        await user.expect(".", since=since)
    return await tells(user, "show me now", "Dear Mrs Zulu")
