"""The servers that have the coach: who has taken it out, and who has it again.

Discord tells of a removal when it happens, and of one that happened while nobody listened only by not naming the server any
more. So the ids of the servers are kept beside the conversations (`bot.discord.places`). The rule a newcomer could break: a
server that is out of order is still named, and has not left.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from bot.discord.again import until_kept
from bot.discord.incoming import Received, tenant_of
from bot.discord.inorder import InOrder, Work
from bot.discord.places import Places
from bot.running import Service
from core.communities.events import community_of
from core.errors import StoreError

log = logging.getLogger(__name__)


class Servers:
    """Tells the service. For the event loop that serves."""

    def __init__(self, service: Service, places: Places, in_order: InOrder, changed: Callable[[], object]) -> None:
        """`changed` is called after a server has come back or gone."""
        self._service = service
        self._places = places
        self._in_order = in_order
        self._changed = changed

    def ready(self, payload: Received) -> None:
        """A session has begun: what it does not name has taken us out meanwhile."""
        named = {str(one["id"]) for one in payload.get("guilds") or ()}
        number, count = payload.get("shard") or (0, 1)
        ours = {one for one in self._places.servers() if (int(one) >> 22) % int(count) == int(number)}
        for server in sorted(ours - named):
            self._gone(server)

    def there(self, payload: Received) -> None:
        """A server has us: just now, again, or as ever."""
        server = str(payload["id"])
        if not payload.get("unavailable"):
            is_new = self._places.enter(server)
            self._add(server, self._service.come_back, partial(self._look_again, is_new=is_new))

    def away(self, payload: Received) -> None:
        """A server is away; only where it is not out of order it has taken us out."""
        if not payload.get("unavailable"):
            self._gone(str(payload["id"]))

    def _gone(self, server: str) -> None:
        self._add(server, self._service.depart, partial(self._forget, server))

    async def _forget(self, server: str) -> None:
        await asyncio.to_thread(self._places.leave, server)
        self._changed()

    async def _look_again(self, *, is_new: bool) -> None:
        if is_new:
            self._changed()

    def _add(self, server: str, tell: Callable[[str], Awaitable[None]], then: Work) -> None:
        self._in_order.add(community_of(tenant_of(server)), partial(self._tell, server, tell, then))

    async def _tell(self, server: str, tell: Callable[[str], Awaitable[None]], then: Work) -> None:
        """Tell it until it is kept; where it never is, the next start finds out."""
        try:
            await until_kept(partial(tell, tenant_of(server)), "That a server has come or gone")
        except StoreError as error:
            log.warning("That a server has come or gone could not be kept. %s", error)
        else:
            await then()
