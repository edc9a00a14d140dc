"""Posts in a server's channels and forums, its calendar, and what a channel is like for us.

What a server refuses is told in the words that `core` has for it (`WhyNot`). The rule a newcomer could break: either all of
a post stands or nothing of it, for staff are told one thing about it, and would post it again. So what it needs is looked at
before, and where it fails all the same, what was shown of it is taken away.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, timedelta

import discord

from bot.clock import SystemClock
from bot.delivery.platform import Limited, Refused, Unfit, Unsure
from bot.discord import pages, permissions
from bot.discord.client import FAULTS, Line, translated
from bot.discord.incoming import Received, instant, tenant_of
from bot.discord.outgoing import NO_EMBEDS, ROW, Payload
from bot.discord.text import LONGEST, size
from core.communities.events import Channel, WhyNot
from core.messages import Post, ScheduledEvent

FORUM = 15
LOOKED_BACK = timedelta(hours=18)
"""A post that may stand already, because its fate was not known, was tried first within this time."""
LOOKED_THROUGH = 50
WITHOUT_A_TAG = "posts without a tag"
"""What a forum that asks for tags does not take, beside permissions."""
_NEEDS_A_TAG = 1 << 4
_MOST_IN_PLACE = 100
_BY_CODE = {
    10003: WhyNot.GONE,
    10004: WhyNot.GONE,
    50001: WhyNot.GONE,
    50013: WhyNot.NOT_ALLOWED,
    50083: WhyNot.ARCHIVED,
    160005: WhyNot.ARCHIVED,
    30003: WhyNot.TOO_MANY_PINS,
}

log = logging.getLogger(__name__)


class Channels:
    """Posts there. For the event loop that serves."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def publish(self, tenant: str, post: Post, key: str, attempt: int) -> str:
        """Show a post, once for a key; its id, with that of its thread before it where it stands in a forum."""
        async with _translated():
            channel = await self._channel(tenant, post.channel)
            if channel is None:
                raise Refused(WhyNot.GONE)
            payload = message(post, key)
            shown = await self._standing(channel, payload, post) if attempt > 1 else None
            if shown is not None:
                return shown
            await self._refuse_what_will_fail(channel, post)
            event = await self._enter(channel, post.event) if post.event is not None else None
            try:
                return await self._show(channel, payload, post, key)
            except BaseException as fault:
                if event is not None and isinstance(_meant(fault), Refused):
                    await self._leave("DELETE", "/guilds/{guild_id}/scheduled-events/{id}", channel, id=event)
                raise

    async def take_down(self, channel: str, shown: str) -> None:
        """Take a post out of its channel; of a forum, out of its thread."""
        thread, _, id = shown.rpartition("/")
        path = "/channels/{channel_id}/messages/{message_id}"
        async with _translated():
            try:
                await self._line.call("DELETE", path, channel_id=thread or channel, message_id=id)
            except discord.HTTPException as fault:
                if fault.code not in _GONE_WITH_IT:  # one that we merely cannot see any more still has it
                    raise

    async def examine(self, tenant: str, channel: str) -> Channel | None:
        """What a channel of the community's own server is like for us now."""
        found = await self._channel(tenant, channel)
        if found is None or found["type"] not in pages.WRITABLE:
            return None
        server, overwrites = str(found["guild_id"]), found.get("permission_overwrites") or ()
        roles, our_roles = await self._roles(server)
        we = permissions.on_server(roles, server, our_roles)
        we_there = permissions.in_channel(we, overwrites, server, our_roles, self._us)
        is_forum = found["type"] == FORUM
        has_to_be_tagged = is_forum and bool(int(found.get("flags") or 0) & _NEEDS_A_TAG)
        lacks = permissions.lacking(we_there, (permissions.VIEW_CHANNEL, permissions.SEND_MESSAGES))
        return Channel(
            id=str(found["id"]),
            name=str(found.get("name") or ""),
            is_private=_is_private(found, roles),
            is_forum=is_forum,
            lacks=(*lacks, *([WITHOUT_A_TAG] if has_to_be_tagged else [])),
            has_calendar=permissions.has(we, permissions.CREATE_EVENTS),
        )

    @property
    def _us(self) -> str:
        return str(self._line.user.id) if self._line.user is not None else ""

    async def _channel(self, tenant: str, channel: str) -> Received | None:
        """A channel of that community's server; None where there is none, or we cannot see it."""
        if not channel.isdecimal():
            return None
        try:
            found: Received = await self._line.call("GET", "/channels/{channel_id}", channel_id=channel)
        except (discord.NotFound, discord.Forbidden):
            return None
        return found if tenant_of(str(found.get("guild_id") or "")) == tenant else None

    async def _roles(self, server: str) -> tuple[list[Received], frozenset[str]]:
        """The roles of a server, and which of them are ours."""
        roles, us = await asyncio.gather(
            self._line.call("GET", "/guilds/{guild_id}/roles", guild_id=server),
            self._line.call("GET", "/guilds/{guild_id}/members/{user_id}", guild_id=server, user_id=self._us),
        )
        return list(roles), frozenset(map(str, us.get("roles") or ()))

    async def _refuse_what_will_fail(self, channel: Received, post: Post) -> None:
        needs = [permissions.SEND_MESSAGES, *([permissions.PIN_MESSAGES] if post.is_pinned else [])]
        server = str(channel["guild_id"])
        roles, our_roles = await self._roles(server)
        we = permissions.on_server(roles, server, our_roles)
        overwrites = channel.get("permission_overwrites") or ()
        we_there = permissions.in_channel(we, overwrites, server, our_roles, self._us)
        may_enter = post.event is None or permissions.has(we, permissions.CREATE_EVENTS)
        if post.is_for_staff and not _is_private(channel, roles):
            raise Refused(WhyNot.OPEN)
        is_pinned_thread = post.is_pinned and channel["type"] == FORUM  # that takes more than we ask for
        if permissions.lacking(we_there, needs) or not may_enter or is_pinned_thread:
            raise Refused(WhyNot.NOT_ALLOWED)

    async def _show(self, channel: Received, payload: Payload, post: Post, key: str) -> str:
        id = str(channel["id"])
        if channel["type"] == FORUM:
            begun = {"name": (post.title or post.text)[:100], "message": payload}
            thread = await self._line.call("POST", "/channels/{channel_id}/threads", channel_id=id, json=begun)
            return f"{thread['id']}/{(thread.get('message') or thread)['id']}"
        once = payload | {"nonce": key, "enforce_nonce": True}
        shown = await self._line.call("POST", "/channels/{channel_id}/messages", channel_id=id, json=once)
        if post.is_pinned:
            await self._pin(channel, str(shown["id"]))
        return str(shown["id"])

    async def _pin(self, channel: Received, message: str) -> None:
        """Pin it; where that is refused it does not stay."""
        path = "/channels/{channel_id}/messages/pins/{id}"
        try:
            await self._line.call("PUT", path, channel_id=str(channel["id"]), id=message)
        except FAULTS as fault:
            if isinstance(_meant(fault), Refused):
                await self._leave("DELETE", "/channels/{channel_id}/messages/{id}", channel, id=message)
            raise

    async def _enter(self, channel: Received, event: ScheduledEvent) -> str | None:
        """Put it into the calendar, unless it stands there; the id, None where it stood there before."""
        server = str(channel["guild_id"])
        wanted = calendar_entry(event)
        path = "/guilds/{guild_id}/scheduled-events"
        there = await self._line.call("GET", path, guild_id=server)
        if any(_is_entered(one, wanted, self._us) for one in there):
            return None
        return str((await self._line.call("POST", path, guild_id=server, json=wanted))["id"])

    async def _leave(self, method: str, path: str, channel: Received, *, id: str) -> None:
        about = {"guild_id": str(channel["guild_id"]), "channel_id": str(channel["id"]), "id": id}
        with suppress(*FAULTS):
            await self._line.call(method, path, **about)

    async def _standing(self, channel: Received, payload: Payload, post: Post) -> str | None:
        """The id of a post that stands already, shown by an attempt whose fate was not known."""
        async for where, one in self._latest(channel):
            is_recent = instant(str(one["id"])) > SystemClock().now() - LOOKED_BACK
            if is_recent and str(one["author"]["id"]) == self._us and _says(one) == _says(payload):
                if post.is_pinned and not where:
                    await self._pin(channel, str(one["id"]))
                return f"{where}{one['id']}"
        return None

    async def _latest(self, channel: Received) -> AsyncIterator[tuple[str, Received]]:
        path = "/channels/{channel_id}/messages"
        if channel["type"] != FORUM:
            query = {"limit": LOOKED_THROUGH}
            for one in await self._line.call("GET", path, channel_id=str(channel["id"]), query=query):
                yield "", one
            return
        found = await self._line.call("GET", "/guilds/{guild_id}/threads/active", guild_id=str(channel["guild_id"]))
        for thread in found["threads"]:
            if str(thread.get("parent_id")) == str(channel["id"]) and str(thread.get("owner_id")) == self._us:
                first = {"limit": "1", "after": "0"}
                for one in await self._line.call("GET", path, channel_id=str(thread["id"]), query=first):
                    yield f"{thread['id']}/", one


def _is_private(channel: Received, roles: Iterable[Received]) -> bool:
    """Whether it is not for everybody of its server."""
    server, overwrites = str(channel["guild_id"]), channel.get("permission_overwrites") or ()
    everybody = permissions.in_channel(permissions.on_server(roles, server, ()), overwrites, server, ())
    return not permissions.has(everybody, permissions.VIEW_CHANNEL)


def message(post: Post, key: str) -> Payload:
    """A post as a message; one that is too long for a text is made of components."""
    text, below = pages.plain(post.text), pages.buttons(post.choices, key)
    rows = [{"type": ROW, "components": below[:5]}] if below else []
    if size(text) > LONGEST:
        if size(text) > pages.LONGEST_PAGE:
            raise Unfit("too-long")
        return pages.components([pages.words(text), *rows], flags=0)
    made: Payload = {"content": text, "flags": NO_EMBEDS, "allowed_mentions": {"parse": []}}
    return made | ({"components": rows} if rows else {})


def calendar_entry(event: ScheduledEvent) -> Payload:
    """Something that takes place, outside of Discord's own rooms."""
    return {
        "name": event.title[:100],
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": event.start.astimezone(UTC).isoformat(),
        "scheduled_end_time": event.end.astimezone(UTC).isoformat(),
        "entity_metadata": {"location": event.place[:_MOST_IN_PLACE]},
    }


def _is_entered(there: Received, wanted: Payload, us: str) -> bool:
    at = discord.utils.parse_time(str(there.get("scheduled_start_time")))
    is_ours = str(there.get("creator_id")) == us and there.get("name") == wanted["name"]
    return is_ours and at == discord.utils.parse_time(wanted["scheduled_start_time"])


def _says(message: Received) -> tuple[str, list[str]]:
    """The words of a message, and what its buttons are."""
    parts = list(_parts(message.get("components") or ()))
    written = [str(message.get("content") or ""), *(str(one.get("content") or "") for one in parts)]
    return "\n".join(written).strip(), [str(one["custom_id"]) for one in parts if "custom_id" in one]


def _parts(components: Iterable[Received]) -> Iterator[Received]:
    for one in components:
        yield one
        yield from _parts(one.get("components") or ())


_GONE_WITH_IT = (10003, 10004, 10008)
"""The channel, the server or the message itself is no more."""


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except FAULTS as fault:
        raise _meant(fault) from None


def _meant(fault: BaseException) -> BaseException:
    """What a fault means for the post that was to be shown."""
    match fault:
        case Refused() | Limited() | Unsure():
            return fault
        case discord.HTTPException(code=code) if code in _BY_CODE:
            return Refused(_BY_CODE[code])
        case discord.HTTPException(status=403):
            return Refused(WhyNot.NOT_ALLOWED)
        case discord.HTTPException(status=404, code=code):
            return Refused(str(code))
        case Exception():
            return translated(fault)
        case _:
            return fault
