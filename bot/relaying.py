"""Passing on what no person is shown: from a member to their community and back, and posts into channels.

What passes inside becomes an event of the other, under the key of the message it came in: so it is taken once, however
often it is tried. What becomes of a post is told to its community in the same way. The rule a newcomer could break: a channel
that is gone is no reason to count a community as out of reach, nor to hold back what stands beside the post in the same
message. So a refusal is told to staff, and the message goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.delivery.platform import Refused
from core.communities.events import (
    Channel,
    CommunityEvent,
    FromMember,
    NotPosted,
    NotTakenDown,
    Posted,
    WhyNot,
    is_community,
)
from core.events import Event, FromCommunity
from core.messages import Passed, Post, Relay, TakeDown
from core.ports import Claimed

log = logging.getLogger(__name__)


@runtime_checkable
class Publisher(Protocol):
    """What an adapter does in channels that others read."""

    async def publish(self, tenant: str, post: Post, key: str, attempt: int) -> str:
        """Show a post, once for a key; the platform's id of it. Raises what `Platform.send` does.

        A refusal concerns this post alone and is told to staff: its reason is one of `WhyNot`, where one fits.
        """

    async def take_down(self, tenant: str, channel: str, message: str) -> None:
        """Take a post out of its channel; one that is gone already is fine. Raises what `Platform.send` does."""

    async def examine(self, tenant: str, channel: str) -> Channel | None:
        """What the channel is like for us now; None where there is none, or we cannot see it."""


class Relaying:
    """Passes on what waits in the outbox."""

    def __init__(
        self,
        take: Callable[[Event | CommunityEvent], Awaitable[object]],
        publishers: Mapping[str, Publisher],
        now: Callable[[], datetime],
    ) -> None:
        """`take` takes an event, durably; `publishers` by the platform's name."""
        self._take = take
        self._publishers = publishers
        self._now = now

    async def __call__(self, passed: Passed, claimed: Claimed, key: str) -> None:
        """Do it; raises what `Platform.send` does, and `StoreError` where an event could not be kept."""
        match passed:
            case Relay():
                await self._take(_event(passed, claimed, key, self._now()))
            case Post():
                await self._publish(passed, claimed, key)
            case TakeDown():
                await self._take_down(passed, claimed, key)

    async def _take_down(self, gone: TakeDown, claimed: Claimed, key: str) -> None:
        publisher = self._publishers.get(_platform(claimed))
        if publisher is None:
            return
        try:
            await publisher.take_down(claimed.person.tenant, gone.channel, gone.message)
        except Refused as refused:
            log.warning("%s: a post could not be taken out of its channel: %s", claimed.person, refused.reason)
            told = NotTakenDown(
                id=f"stands:{key}", person=claimed.person, at=self._now(), what=gone.what, reason=refused.reason
            )
            await self._take(told)

    async def _publish(self, post: Post, claimed: Claimed, key: str) -> None:
        community = claimed.person
        try:
            message = await self._shown(post, claimed, key)
        except Refused as refused:  # `Unfit` is one
            log.info("%s: a post could not be shown: %s", community, refused.reason)
            told = NotPosted(id=f"not:{key}", person=community, at=self._now(), mark=post.mark, reason=refused.reason)
            await self._take(told)
            return
        stands = Posted(
            id=f"posted:{key}", person=community, at=self._now(), mark=post.mark, channel=post.channel, message=message
        )
        await self._take(stands)

    async def _shown(self, post: Post, claimed: Claimed, key: str) -> str:
        """The platform's id of it."""
        publisher = self._publishers.get(_platform(claimed))
        if publisher is None:
            raise Refused(WhyNot.NO_CHANNELS)
        if post.until is not None and self._now() > post.until:
            raise Refused(WhyNot.LATE)
        return await publisher.publish(claimed.person.tenant, post, key, claimed.attempt)


def _event(relay: Relay, claimed: Claimed, key: str, now: datetime) -> FromMember | FromCommunity:
    fields = dict(relay.fields)
    if is_community(relay.to):
        return FromMember(
            id=f"relay:{key}", person=relay.to, at=now, member=claimed.person, kind=relay.kind, fields=fields
        )
    return FromCommunity(
        id=f"relay:{key}", person=relay.to, at=now, kind=relay.kind, fields=fields, community=claimed.person.tenant
    )


def _platform(claimed: Claimed) -> str:
    return claimed.person.tenant.partition(":")[0]
