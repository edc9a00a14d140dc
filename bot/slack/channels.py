"""Posts in channels, for a community: shown once, pinned, taken out again; and what a channel is like for us.

The coach reads no channel and has no right to, so a post whose fate is not known cannot be looked for: it is never shown a
second time, and staff are told to look (`posted`). A post that is to be pinned stands there pinned or not at all, because
whoever is told that it could not be pinned posts it again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime
from typing import Any, TypeVar

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.platform import Limited, Refused, Unfit, Unsure
from bot.slack import answers, manifest, vocabulary
from bot.slack.desk_incoming import POST
from bot.slack.desk_views import DeskViews, post_buttons
from bot.slack.outgoing import Layout
from bot.slack.people import People
from bot.slack.posted import Posted
from core.communities.events import Channel, WhyNot
from core.errors import outline
from core.events import Person
from core.messages import Post

WHY = {
    "channel_not_found": WhyNot.GONE,
    "is_archived": WhyNot.ARCHIVED,
    "channel_is_archived": WhyNot.ARCHIVED,
    "not_in_channel": WhyNot.NOT_ALLOWED,
    "missing_scope": WhyNot.NOT_ALLOWED,
    "no_permission": WhyNot.NOT_ALLOWED,
    "permission_denied": WhyNot.NOT_ALLOWED,
    "restricted_action": WhyNot.NOT_ALLOWED,
    "restricted_action_read_only_channel": WhyNot.NOT_ALLOWED,
    "restricted_action_non_threadable_channel": WhyNot.NOT_ALLOWED,
    "restricted_action_thread_only_channel": WhyNot.NOT_ALLOWED,
    "team_access_not_granted": WhyNot.NOT_ALLOWED,
    "too_many_pins": WhyNot.TOO_MANY_PINS,
}
"""By Slack's word."""
JOIN = "channels:join"

log = logging.getLogger(__name__)

Scopes = Callable[[str], Awaitable[tuple[str, ...]]]
"""What we may do for a tenant."""


Became = Callable[[Exception, str, str | None], Awaitable[Exception | None]]
"""What delivery is told of an error, for a tenant and the token it came with."""
T = TypeVar("T")


class Channels:
    """Shows posts, as a `bot.relaying.Publisher` does."""

    def __init__(
        self,
        people: People,
        scopes: Scopes,
        posted: Posted,
        layout: Layout,
        views: DeskViews,
        now: Callable[[], datetime],
        became: Became,
    ) -> None:
        self._people = people
        self._scopes = scopes
        self._posted = posted
        self._layout = layout
        self._views = views
        self._now = now
        self._became = became

    async def publish(self, tenant: str, post: Post, key: str) -> str:
        """Show it, once for a key, and pin it where it is to be; Slack's id of it."""
        return await self._told(tenant, self._publish(tenant, post, key))

    async def take_down(self, tenant: str, channel: str, ts: str) -> None:
        """Take it out; one that is gone already is fine."""
        await self._told(tenant, self._take_down(tenant, channel, ts))

    async def examine(self, tenant: str, channel: str) -> Channel | None:
        """What the channel is like; None where there is none, or we cannot see it."""
        return await self._told(tenant, self._examine(tenant, channel))

    async def _told(self, tenant: str, work: Coroutine[Any, Any, T]) -> T:
        """Do it; raises what delivery is to be told, in the words that staff are told it."""
        token = None
        try:
            token = (await self._people.client(tenant)).token
            return await work
        except Exception as error:
            work.close()
            became = await self._became(error, tenant, token)
            if became is None:
                raise
            if isinstance(became, Refused) and became.reason in WHY:
                became = Unfit(WHY[became.reason])
            raise became from None

    async def _publish(self, tenant: str, post: Post, key: str) -> str:
        ts = await asyncio.to_thread(self._posted.of, tenant, key)
        if ts == "":
            raise Refused(WhyNot.LATE)
        if ts is None:
            await self._refuse_readers(tenant, post)
            ts = await self._posted_now(tenant, post, key)
        if post.is_pinned:
            await self._pin(tenant, post, key, ts)
        return ts

    async def _refuse_readers(self, tenant: str, post: Post) -> None:
        """Raises where a post is for staff alone and everybody reads the channel by now, or nobody knows."""
        if post.is_for_staff:
            found = (await (await self._people.client(tenant)).conversations_info(channel=post.channel))["channel"]
            if not _is_private(found):
                raise Refused(WhyNot.OPEN)

    async def _posted_now(self, tenant: str, post: Post, key: str) -> str:
        client = await self._people.client(tenant)
        named = await self._people.names(tenant, post.text)
        laid_out = self._layout.post(post, post_buttons(post.choices, POST), named)
        await asyncio.to_thread(self._posted.note, tenant, key, "", self._now())
        try:
            ts = await self._in_channel(client, tenant, post.channel, laid_out)
        except Exception as error:
            if not _may_be_shown(error):
                await asyncio.to_thread(self._posted.forget, tenant, key)
            raise
        await asyncio.to_thread(self._posted.note, tenant, key, ts, self._now())
        return ts

    async def _in_channel(self, client: AsyncWebClient, tenant: str, channel: str, laid_out: dict[str, Any]) -> str:
        """Post; into a public channel that we are not in yet, after joining it."""
        try:
            return str((await client.chat_postMessage(channel=channel, **laid_out))["ts"])
        except SlackApiError as error:
            if answers.error_of(error) != "not_in_channel" or JOIN not in await self._scopes(tenant):
                raise
        try:
            await client.conversations_join(channel=channel)
        except Exception as error:
            if _may_be_shown(error):  # it is not: we were not in the channel yet
                raise Limited(answers.UNREACHED_SECONDS) from None
            raise
        return str((await client.chat_postMessage(channel=channel, **laid_out))["ts"])

    async def _pin(self, tenant: str, post: Post, key: str, ts: str) -> None:
        client = await self._people.client(tenant)
        try:
            await client.pins_add(channel=post.channel, timestamp=ts)
        except SlackApiError as error:
            if answers.error_of(error) == "already_pinned":
                return
            if isinstance(answers.became(error), Refused):
                await self._undo(client, tenant, post.channel, key, ts)
            raise

    async def _undo(self, client: AsyncWebClient, tenant: str, channel: str, key: str, ts: str) -> None:
        try:
            await client.chat_delete(channel=channel, ts=ts)
        except Exception as error:
            log.warning(
                "%s: a post that could not be pinned was not taken out again: %s.", Person(tenant, ""), outline(error)
            )
        await asyncio.to_thread(self._posted.forget, tenant, key)

    async def _take_down(self, tenant: str, channel: str, ts: str) -> None:
        client = await self._people.client(tenant)
        try:
            await client.chat_delete(channel=channel, ts=ts)
        except SlackApiError as error:
            if answers.error_of(error) != "message_not_found":
                raise

    async def _examine(self, tenant: str, channel: str) -> Channel | None:
        scopes = await self._scopes(tenant)
        missing = [scope for scope in manifest.COMMUNITY if scope not in scopes]
        lacks = [self._views.word(vocabulary.LACKS_SCOPES, scopes=", ".join(missing))] if missing else []
        try:
            found = (await (await self._people.client(tenant)).conversations_info(channel=channel))["channel"]
        except SlackApiError as error:
            match answers.error_of(error):
                case "channel_not_found":
                    return None
                case "missing_scope":  # then nobody knows its name, nor who sees it
                    return Channel(channel, channel, is_private=True, lacks=tuple(lacks))
                case _:
                    raise
        if found.get("is_im") or found.get("is_mpim"):
            return None
        is_private = _is_private(found)
        if found.get("is_archived"):
            lacks.append(self._views.word(vocabulary.LACKS_LIFE))
        elif not found.get("is_member") and (is_private or JOIN not in scopes):
            lacks.append(self._views.word(vocabulary.LACKS_PLACE))
        return Channel(channel, f"#{found.get('name') or channel}", is_private, lacks=tuple(lacks))


def _is_private(found: Mapping[str, Any]) -> bool:
    """Whether it is for some of the workspace, and for nobody from elsewhere."""
    return bool(found.get("is_private")) and not found.get("is_ext_shared")


def _may_be_shown(error: Exception) -> bool:
    if isinstance(error, Limited):
        return False
    became = answers.became(error)
    return became is None or isinstance(became, Unsure)
