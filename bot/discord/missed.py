"""What was written to us while nobody listened. Discord hands it out to no new session, so it is looked for.

Only where we have spoken before can be looked: nobody tells us of a conversation that was opened meanwhile. Looking is
slow on purpose, because it shares Discord's limit with those who talk; who was heard last comes first.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.discord.client import FAULTS, Line
from bot.discord.incoming import Received
from bot.discord.places import Places
from core.errors import outline

PAUSE_SECONDS = 0.25
AT_ONCE = 100
"""Messages of one conversation that Discord gives at a time."""
MOST = 500

log = logging.getLogger(__name__)


async def look_for(line: Line, places: Places, hear: Callable[[Received], None]) -> None:
    """Hand on what was written in each conversation since the last thing that was heard there."""
    for person, place in places.latest():
        try:
            after = place.seen
            for _ in range(MOST // AT_ONCE):
                found = await line.written_since(place.channel, str(after), AT_ONCE)
                for message in found:
                    hear(message)
                if len(found) < AT_ONCE:
                    break
                after = int(found[-1]["id"])
        except FAULTS as fault:
            log.info("What %s may have written could not be looked for: %s.", person, outline(fault))
        await asyncio.sleep(PAUSE_SECONDS)
