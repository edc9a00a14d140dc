"""Once more, where the store could not keep it: Discord hands nothing out a second time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from core.errors import StoreError

TAKE_AGAIN_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""So long to wait before each further try: a minute in all."""

log = logging.getLogger(__name__)


async def until_kept(do: Callable[[], Awaitable[object]], what: str, waits: Sequence[float] | None = None) -> None:
    """Do it until it is kept; raises the `StoreError` of the last try. `what` begins a sentence in the log."""
    for wait in (*(TAKE_AGAIN_SECONDS if waits is None else waits), None):
        try:
            await do()
        except StoreError as error:
            if wait is None:
                raise
            log.warning("%s could not be kept, and is tried again. %s", what, error)
            await asyncio.sleep(wait)
        else:
            return
