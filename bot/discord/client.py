"""The line to Discord: discord.py's gateway and REST client, and nothing of what it builds on top of them.

discord.py keeps views and forms in memory, forgets them at a restart and lets two people with the same form open get in
each other's way. So payloads are taken as they come from the gateway, and everything is sent as a payload. What Discord
answers is translated into what delivery asks of a platform. The rule a newcomer could break: only what certainly was not
shown is `Limited`, `Refused` or `Unfit`.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.webhook.async_ import async_context

from bot.config import SettingsError
from bot.delivery.platform import Limited, Refused, Unfit, Unsure
from bot.discord.incoming import Received
from bot.discord.outgoing import Payload
from core.errors import outline
from core.messages import Attachment

INTENTS = discord.Intents(guilds=True, dm_messages=True)
"""None of them is privileged: a direct message brings its words without one."""
UNREACHABLE = frozenset({50007, 50278, 10013, 50033, 20026})
"""They take no messages of ours, share no server with us any more, or are gone."""
GONE_CHANNEL = 10003
NO_ACCESS = 50001
"""Of a direct message it is no answer: it comes and goes."""
TOO_MANY_OPENED = 40003
OPEN_AGAIN_AFTER = 60.0
_PLENTY = 0.2
_LONGEST_WAIT = 30.0
"""Seconds for which a limit is slept away inside a request; a longer one is told to delivery."""
_OURS_ALONE = frozenset({"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_CREATE"})
"""Of these discord.py would make objects, which nobody needs and which cost more than the payload."""
_HEARD = _OURS_ALONE | {"READY", "RESUMED", "GUILD_CREATE", "GUILD_DELETE"}

log = logging.getLogger(__name__)

Hear = Callable[[str, Received], None]
"""Called with the name and the payload of what the gateway dispatches; never waits."""


class Line(discord.Client):
    """One connection; made anew by whoever starts the process anew."""

    def __init__(
        self,
        hear: Hear,
        *,
        api: str | None = None,
        gateway: str | None = None,
        shard: tuple[int, int] | None = None,
    ) -> None:
        """`api` and `gateway` take the place of Discord's own addresses; `shard` is ours, of how many."""
        if api is not None:
            Route.BASE = api.rstrip("/")
        if gateway is not None:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
        for missing in ("warn_nacl", "warn_dave"):  # for voice, of which we have no use
            setattr(discord.VoiceClient, missing, False)
        super().__init__(
            intents=INTENTS,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=_LONGEST_WAIT,
            enable_debug_events=True,  # they are how payloads are given as they come
            shard_id=None if shard is None else shard[0],
            shard_count=None if shard is None else shard[1],
        )
        for name in _OURS_ALONE:
            self._connection.parsers.pop(name, None)
        self._hear = hear
        self._replies: aiohttp.ClientSession | None = None
        self.is_up = False
        """Whether there is a session with the gateway, as far as is known."""

    async def on_socket_raw_receive(self, raw: str) -> None:
        """Hand on what is dispatched; called by discord.py, in order."""
        received = json.loads(raw)
        if received.get("op") == 0 and received.get("t") in _HEARD:
            self.is_up = self.is_up or received["t"] in ("READY", "RESUMED")
            self._hear(received["t"], received.get("d") or {})

    async def on_disconnect(self) -> None:
        """Note that the gateway is away; discord.py comes back by itself."""
        self.is_up = False

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Keep discord.py from writing a traceback, in which words may stand."""
        log.exception("discord.py met an error of ours in %s.", event_method)

    async def log_in(self, token: str) -> None:
        """Have the token checked."""
        try:
            await self.login(token)
        except discord.LoginFailure:
            raise SettingsError(
                "Discord refuses DISCORD_TOKEN; open your application at https://discord.com/developers/applications, "
                "Bot, Reset Token, and set the new one."
            ) from None

    async def wait_for_a_session(self) -> None:
        """Go slowly where many sessions have been begun: past a thousand a day Discord takes the token away.

        A program that is started again and again would get there within the hour.
        """
        try:
            limit = (await self.call("GET", "/gateway/bot"))["session_start_limit"]
            remaining, total, reset = int(limit["remaining"]), int(limit["total"]), int(limit["reset_after"]) / 1000
        except (*FAULTS, KeyError, TypeError, ValueError) as fault:
            log.info("Discord does not say how many sessions may still be begun: %s.", outline(fault))
            return
        if remaining < total * _PLENTY:
            wait = reset if remaining <= 1 else min(reset, reset / remaining)
            log.warning(
                "Only %d sessions may be begun in %.0f s, so this one waits for %.0f s.", remaining, reset, wait
            )
            await asyncio.sleep(wait)

    async def commands(self) -> list[Received]:
        """The global commands that Discord knows of us."""
        found = await self.call(
            "GET",
            "/applications/{application_id}/commands",
            application_id=self.application_id,
            query={"with_localizations": "true"},
        )
        return list(found)

    async def set_commands(self, wanted: list[Payload]) -> None:
        """Put these in the place of all global commands."""
        await self.call(
            "PUT", "/applications/{application_id}/commands", application_id=self.application_id, json=wanted
        )

    async def call(self, method: str, path: str, *, json: Any = None, **about: Any) -> Any:
        """Ask for something by REST; `about` fills the path, and `query` asks more closely."""
        query = about.pop("query", None)
        more = {} if json is None else {"json": json}
        return await self.http.request(Route(method, path, **about), params=query, **more)

    async def open(self, person: str) -> str:
        """The conversation with somebody; the same each time."""
        with _translated():
            opened = await self.call("POST", "/users/@me/channels", json={"recipient_id": person})
        return str(opened["id"])

    async def post(self, channel: str, payload: Payload, files: list[Attachment]) -> str:
        """Show a message; its id."""
        with _translated():
            if not files:
                shown = await self.call("POST", "/channels/{channel_id}/messages", json=payload, channel_id=channel)
            else:
                shown = await self._post_with_files(channel, payload, files)
        return str(shown["id"])

    async def _post_with_files(self, channel: str, payload: Payload, attached: list[Attachment]) -> Any:
        made = [discord.File(BytesIO(one.text.encode("utf-8", "replace")), one.name) for one in attached]
        types = [one.media_type for one in attached]
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel)
        return await self.http.request(route, files=made, form=_multipart(payload, made, types))

    async def written(self, channel: str, *, before: str | None, most: int) -> list[Received]:
        """The last messages of a conversation, or the last before one of that id; oldest first."""
        query: dict[str, str | int] = {"limit": most} | ({} if before is None else {"before": before})
        found = await self.call("GET", "/channels/{channel_id}/messages", channel_id=channel, query=query)
        return sorted(found, key=lambda message: int(message["id"]))

    def is_on(self, server: str) -> bool:
        """Whether a server has added us; also while it is out of order."""
        return server.isdecimal() and self.get_guild(int(server)) is not None

    def channels_of(self, server: str) -> frozenset[str]:
        """The channels of a server that we know of."""
        found = self.get_guild(int(server)) if server.isdecimal() else None
        return frozenset(str(one.id) for one in found.channels) if found is not None else frozenset()

    async def answer(self, id: str, token: str, callback: Payload) -> None:
        """Answer an interaction; what Discord says to that is for the caller to judge."""
        await self._reply("POST", "/interactions/{webhook_id}/{webhook_token}/callback", callback, id, token)

    async def change_answer(self, token: str, payload: Payload, files: Sequence[discord.File] = ()) -> None:
        """Change what an interaction was answered with."""
        path = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
        await self._reply("PATCH", path, payload, self.application_id, token, files)

    async def remove_answer(self, token: str) -> None:
        """Take away what an interaction was answered with."""
        path = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
        await self._reply("DELETE", path, None, self.application_id, token)

    async def add_answer(self, token: str, payload: Payload, files: Sequence[discord.File] = ()) -> None:
        """Say something more to an interaction that was answered."""
        await self._reply("POST", "/webhooks/{webhook_id}/{webhook_token}", payload, self.application_id, token, files)

    async def _reply(
        self,
        method: str,
        path: str,
        payload: Payload | None,
        id: str | int | None,
        token: str,
        files: Sequence[discord.File] = (),
    ) -> None:
        """As webhooks, which have limits of their own: a reply never waits for the limit on messages, and no limit that is
        noted for one is kept beyond it.
        """
        if self._replies is None:
            self._replies = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0), headers={"User-Agent": self.http.user_agent}
            )
        route = Route(method, path, webhook_id=id, webhook_token=token)
        if files and payload is not None:
            parts = _multipart(payload, files)
            await async_context.get().request(route, self._replies, multipart=parts, files=files)
        else:
            await async_context.get().request(route, self._replies, payload=payload)

    async def close(self) -> None:
        """Let go."""
        await super().close()
        if self._replies is not None:
            await self._replies.close()


def _multipart(payload: Payload, files: Sequence[discord.File], types: Sequence[str] = ()) -> list[dict[str, Any]]:
    """A payload and its files as the parts of one request."""
    listed = [
        {"id": number, "filename": one.filename, **({"description": one.description} if one.description else {})}
        for number, one in enumerate(files)
    ]
    parts: list[dict[str, Any]] = [{"name": "payload_json", "value": json.dumps(payload | {"attachments": listed})}]
    for number, file in enumerate(files):
        kind = types[number] if types else "application/octet-stream"
        parts.append({"name": f"files[{number}]", "value": file.fp, "filename": file.filename, "content_type": kind})
    return parts


FAULTS = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, RuntimeError)
"""What a request may end by."""


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except FAULTS as fault:
        raise translated(fault) from None


def translated(fault: Exception) -> Exception:
    """What it means for the message that was to be shown."""
    match fault:
        case discord.RateLimited(retry_after=seconds):
            return Limited(seconds)
        case discord.HTTPException(status=429):
            return Limited(_LONGEST_WAIT, everywhere=True)
        case discord.HTTPException(code=code) if code in UNREACHABLE:
            return Refused(str(code))
        case discord.HTTPException(code=40003):
            return Limited(OPEN_AGAIN_AFTER)
        case discord.HTTPException(status=404, code=10003):
            return ChannelGone()
        case discord.HTTPException(status=400 | 413, code=code):
            return Unfit(str(code))
        case _:
            return Unsure()


class ChannelGone(Unsure):
    """The conversation has another id by now, or none."""
