"""What comes after the answer to Slack: nobody waits for it, and it costs nothing when it fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.slack import answers
from core.errors import outline

log = logging.getLogger(__name__)


class Later:
    """Does it, each beside the others. For one event loop."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    def do(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin it; what it raises is logged."""
        task = asyncio.ensure_future(_unharmed(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

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
