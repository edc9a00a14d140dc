"""What was written, changed or deleted while nobody listened. Discord hands it out to no new session, so it is looked for.

Only where we have been before can be looked: a program is not told which conversations it has, and may not ask who shares a
server with it. Where somebody new wrote meanwhile is known once they do anything more, and then it is looked at what stands
before that. Looking is slow on purpose, because it shares Discord's limit with those who talk; who was heard last comes first.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.discord.client import FAULTS, Line
from bot.discord.incoming import Received, changed_at, instant, is_said
from bot.discord.places import Place, Places
from core.errors import outline

PAUSE_SECONDS = 0.25
NEW_A_SECOND = 3
"""Where more new people come in a second, it is not looked for what the others wrote before: they would all have to wait."""
MOST_CONVERSATIONS = 1000
"""So many are looked at after a start, which takes some four minutes."""
AT_ONCE = 100
"""Messages of one conversation that Discord gives at a time."""
MOST = 500
NOT_BEFORE = timedelta(days=6)
"""What is older is not taken up: by then it may be forgotten that it was taken."""

log = logging.getLogger(__name__)

Hear = Callable[[str, Received], None]
"""Takes what was found as if the gateway had dispatched it."""


async def look_for(line: Line, places: Places, now: datetime, hear: Hear) -> None:
    """Hand on what has become of each conversation since the last thing that was heard there."""
    for person, place in places.latest()[:MOST_CONVERSATIONS]:
        told = await asyncio.to_thread(
            places.told, person
        )  # before it is looked, for what comes meanwhile is not there either
        try:
            if place.seen:
                found, since = await _latest(line, place)
            else:
                found, since = await unanswered(line, place.channel, None, now), 0
        except FAULTS as fault:
            log.info("What %s may have written could not be looked for: %s.", person, outline(fault))
        else:
            for id in _gone(found, since, told):
                hear("MESSAGE_DELETE", {"id": str(id), "channel_id": place.channel})
            for message in found:
                if int(message["id"]) > place.seen:
                    hear("MESSAGE_CREATE", message)
                elif _is_change(message, now):
                    hear("MESSAGE_UPDATE", message)
        await asyncio.sleep(PAUSE_SECONDS)


class Sparing:
    """So many in a second, and no more."""

    def __init__(self, most: int) -> None:
        self._last: deque[float] = deque(maxlen=most)

    def may(self, now: float) -> bool:
        """Whether one more may be at `now` (seconds, never going back); if so it counts."""
        if len(self._last) == self._last.maxlen and now - self._last[0] < 1.0:
            return False
        self._last.append(now)
        return True


async def unanswered(line: Line, channel: str, before: str | None, now: datetime) -> list[Received]:
    """What somebody said last, before that if it is given, and nothing of ours has followed; oldest first.

    What stands before a message of ours was answered by it, or belongs to somebody who has been erased since.
    """
    found = await line.written(channel, before=before, most=AT_ONCE)
    ours = [number for number, message in enumerate(found) if (message.get("author") or {}).get("bot")]
    last = found[ours[-1] + 1 :] if ours else found
    return [one for one in last if is_said(one) and instant(str(one["id"])) > now - NOT_BEFORE]


async def _latest(line: Line, place: Place) -> tuple[list[Received], int]:
    """The latest messages, oldest first: all that are new, and some that were there before; after which id they are all."""
    found: list[Received] = []
    for _ in range(MOST // AT_ONCE):
        earlier = await line.written(place.channel, before=str(found[0]["id"]) if found else None, most=AT_ONCE)
        found = [*earlier, *found]
        if len(earlier) < AT_ONCE:
            return found, 0
        if int(earlier[0]["id"]) <= place.seen:
            break
    return found, int(found[0]["id"])


def _gone(found: list[Received], since: int, told: list[int]) -> list[int]:
    """Which of their messages are not there any more; none where nothing at all is, for ours would be."""
    there = {int(message["id"]) for message in found}
    return [id for id in told if id > since and id not in there] if there else []


def _is_change(message: Received, now: datetime) -> bool:
    return bool(message.get("edited_timestamp")) and changed_at(message, now) > now - NOT_BEFORE
