"""The real adapter in this process, on a thread of its own, against a Slack on loopback."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.adapters import vocabularies
from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.running import Service, serve
from bot.slack.connection import made
from bot.tokens import Tokens
from core.coach import Coach
from core.ports import Store
from core.store import open_store
from core.wording import load
from tests.simulators.slack import Slack
from tests.stores import KEY

WORDING = load(around=vocabularies(["slack"]))
SECONDS = 20.0


@dataclass
class Served:
    """A process that serves, and what a test may look at."""

    store: Store
    coach: Coach
    service: Service
    adapter: Any
    loop: asyncio.AbstractEventLoop

    def does(self, work: Any) -> Any:
        """Run something on the loop that serves."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(SECONDS)


def of_many(slack: Slack) -> dict[str, str]:
    """The tokens of an app that any workspace may install."""
    core = slack.core
    return {
        "slack_client_id": core.client_id,
        "slack_client_secret": core.client_secret,
        "slack_signing_secret": core.signing_secret,
    }


def of_one(slack: Slack) -> dict[str, str]:
    """The tokens of an app in one workspace, in the mode of the Slack."""
    if slack.mode == "http":
        return {"slack_bot_token": slack.ws.token, "slack_signing_secret": slack.core.signing_secret}
    return {"slack_bot_token": slack.ws.token, "slack_app_token": slack.core.app_token}


@contextmanager
def served(simulated: Slack, given: Mapping[str, str], clock: Clock | None = None) -> Iterator[Served]:
    """Serve until the end of the block; raises what serving raised."""
    folder, clock = Path(simulated.tmp), clock or SystemClock()
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database=folder / "rebound.db",
        key=SecretStr(KEY.text),
        SLACK_API_URL=simulated.core.base + "/api/",
    )
    tokens = Tokens(_env_file=None, slack_http_port=simulated.core.http_port, **given)  # type: ignore[call-arg]
    assert tokens.has_slack()
    coach, stop = Coach(WORDING), asyncio.Event()
    adapter = made(settings, tokens, clock, WORDING)
    loop = asyncio.new_event_loop()
    errors: list[BaseException] = []
    with closing(open_store(settings.database, settings.master_key)) as store:
        service = Service(coach, store, clock, [adapter])

        def run() -> None:
            asyncio.set_event_loop(loop)
            try:
                loop.run_until_complete(serve(service, store, clock, adapters=[adapter], stop=stop))
            except BaseException as error:
                errors.append(error)
            finally:
                loop.run_until_complete(loop.shutdown_default_executor())
                loop.close()

        thread = threading.Thread(target=run, name="served")
        thread.start()
        try:
            simulated.wait(lambda: adapter.is_connected() or not thread.is_alive(), SECONDS, "the coach")
            if not errors:
                yield Served(store, coach, service, adapter, loop)
        finally:
            if thread.is_alive():
                loop.call_soon_threadsafe(stop.set)
            thread.join(SECONDS)
    if errors:
        raise errors[0]
