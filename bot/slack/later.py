"""What comes after the answer to Slack: nobody waits for it, and it costs nothing when it fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.slack import answers
from core.errors import outline

WAIT_SECONDS = 0.5
"""So long at most does what only tidies the screen wait for others."""

log = logging.getLogger(__name__)


class Later:
    """Does it, each beside the others. For one event loop."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()
        self._waited_for = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @contextmanager
    def first(self) -> Iterator[None]:
        """While Slack waits for an answer, or somebody for a reply: what only tidies comes after that."""
        self._waited_for += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._waited_for -= 1
            if not self._waited_for:
                self._quiet.set()

    def do(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin it; what it raises is logged."""
        task = asyncio.ensure_future(_unharmed(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def quiet(self) -> None:
        """Wait until nobody waits for anything: before a message that was answered is changed, or a tab is shown anew."""
        with suppress(TimeoutError):
            async with asyncio.timeout(WAIT_SECONDS):
                await self._quiet.wait()

    async def close(self) -> None:
        """Break off what has not ended."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)


async def _unharmed(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except SlackApiError as error:
        log.info(
            "Something beside the conversation was not shown on Slack (%s).", answers.error_of(error) or "no answer"
        )
    except Exception as error:
        log.info("Something beside the conversation was not shown on Slack: %s.", outline(error))
