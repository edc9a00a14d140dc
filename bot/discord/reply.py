"""The answer to one interaction, in time: at once where it is there soon, else put off and said afterwards.

Discord waits three seconds from the press of the button, and then the person sees that it failed. So the time runs from when
an interaction is heard, whatever of theirs has to be done before it. Where many come together they are put off first, and
only then is anything done about them: what has to be kept is kept all the same, and nobody sees a failure.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from enum import IntEnum

import aiohttp
import discord

from bot.discord.client import FAULTS, Line
from bot.discord.incoming import Interaction
from bot.discord.outgoing import EPHEMERAL, Payload
from core.errors import outline

AT_ONCE_SECONDS = 0.3
"""What is not there by then is put off."""
MOST_AT_ONCE = 8
"""Where more than so many wait for their answer, the next is put off as soon as it is heard."""
_ANSWERED_ALREADY = 40060

log = logging.getLogger(__name__)


class Callback(IntEnum):
    """How an interaction is answered."""

    MESSAGE = 4
    MESSAGE_LATER = 5
    CHANGE_LATER = 6
    CHANGE = 7
    SUGGESTIONS = 8
    FORM = 9


class Replies:
    """Those that are awaited now. For one event loop."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._awaited = 0

    def to(self, asked: Interaction, later: Payload | None) -> Reply:
        """The answer to what was heard just now; `later` puts it off, None: it never is."""
        reply = Reply(self._line, asked, later, self._closed)
        self._awaited += 1
        if later is not None:
            reply.put_off_after(0.0 if self._awaited > MOST_AT_ONCE else AT_ONCE_SECONDS)
        return reply

    def _closed(self) -> None:
        self._awaited -= 1


class Reply:
    """One answer. Its methods raise `FAULTS` for what Discord did not take."""

    def __init__(self, line: Line, asked: Interaction, later: Payload | None, closed: Callable[[], None]) -> None:
        self._line = line
        self._asked = asked
        self._later = later
        self._closed = closed
        self._timer: asyncio.TimerHandle | None = None
        self._putting_off: asyncio.Task[None] | None = None
        self._is_answered = False

    def put_off_after(self, seconds: float) -> None:
        """Put it off then, if nothing was answered before."""
        if seconds:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._begin_to_put_off)
        else:
            self._begin_to_put_off()

    async def put_off(self) -> None:
        """Tell Discord now that the answer comes; done when it knows."""
        self._begin_to_put_off()
        await self.acknowledged()

    async def acknowledged(self) -> None:
        """Wait for that, if it was begun."""
        if self._putting_off is not None:
            await self._putting_off

    async def answer(self, callback: Callback, data: Payload) -> None:
        """Answer with what cannot be said later: a form, suggestions."""
        await self._answer({"type": callback, "data": data})

    async def change(self, data: Payload, files: Sequence[discord.File] = ()) -> None:
        """Change the message whose button it was."""
        if files:  # an answer at once has none
            await self.put_off()
        if await self._is_put_off():
            await self._line.change_answer(self._asked.token, data, files)
        else:
            await self._answer({"type": Callback.CHANGE, "data": data})

    async def leave(self) -> None:
        """Leave the message whose button it was as it is."""
        if not await self._is_put_off():
            await self._answer({"type": Callback.CHANGE_LATER})

    async def say(self, data: Payload, files: Sequence[discord.File] = ()) -> None:
        """Say something; of what was pressed, everything stays as it is."""
        if files:
            await self.put_off()
        if not await self._is_put_off():
            await self._answer({"type": Callback.MESSAGE, "data": data})
        elif self._later is not None and self._later["type"] == Callback.MESSAGE_LATER:
            # Who sees it was settled when it was put off.
            payload = data | {"flags": data.get("flags", 0) & ~EPHEMERAL}
            await self._line.change_answer(self._asked.token, payload, files)
        else:
            await self._line.add_answer(self._asked.token, data, files)

    async def add(self, data: Payload) -> None:
        """Say something more, below what was answered."""
        await self._line.add_answer(self._asked.token, data)

    async def remove(self) -> None:
        """Leave nothing to be seen of what was put off."""
        await self._line.remove_answer(self._asked.token)

    def close(self) -> None:
        """Nothing more will be answered."""
        if self._timer is not None:
            self._timer.cancel()
        self._closed()

    def _begin_to_put_off(self) -> None:
        if self._putting_off is None and not self._is_answered:
            assert self._later is not None  # noqa: S101 - else nobody puts it off
            self._putting_off = asyncio.get_running_loop().create_task(self._put_off(self._later))

    async def _put_off(self, later: Payload) -> None:
        try:
            await self._tell(later)
        except FAULTS as fault:  # what was done counts all the same
            log.warning("An interaction could not be acknowledged: %s.", outline(fault))

    async def _is_put_off(self) -> bool:
        """Whether something was told to Discord about it."""
        await self.acknowledged()
        return self._is_answered or self._putting_off is not None

    async def _answer(self, callback: Payload) -> None:
        self._is_answered = True
        if self._timer is not None:
            self._timer.cancel()
        await self._tell(callback)

    async def _tell(self, callback: Payload) -> None:
        """Once more where the connection was cut, for the person has no second chance to see it."""
        try:
            await self._line.answer(self._asked.id, self._asked.token, callback)
        except aiohttp.ClientConnectionError:
            try:
                await self._line.answer(self._asked.id, self._asked.token, callback)
            except discord.HTTPException as error:
                if error.code != _ANSWERED_ALREADY:
                    raise
