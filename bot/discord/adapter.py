"""A conversation with the coach in direct messages on Discord."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial

import discord

from bot.adapters import ConnectionLost
from bot.clock import Clock, offset
from bot.config import Settings, SettingsError
from bot.delivery.platform import Message, Rates, Unsure
from bot.discord import incoming, outgoing
from bot.discord.client import FAULTS, ChannelGone, Line
from bot.discord.incoming import Kind, Received
from bot.discord.inorder import InOrder
from bot.running import Service
from bot.tokens import Tokens
from core.errors import StoreError, outline
from core.messages import Part
from core.wording import Wording

RATES = Rates(per_second=40.0, burst=20, per_conversation=1.0, conversation_burst=4)
"""Below the 50 requests a second that Discord allows, so that answers to interactions always have room."""
READY_SECONDS = 30.0
_REMEMBERED = 20_000

log = logging.getLogger(__name__)


class Discord:
    """The adapter. Its methods belong to the event loop, but for `is_connected` and `divided`."""

    name = "discord"
    rates = RATES
    tells_doubles = True

    def __init__(self, settings: Settings, token: str, clock: Clock, wording: Wording) -> None:
        self._settings = settings
        self._token = token
        self._clock = clock
        self._wording = wording
        self._line: Line | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._is_ready = asyncio.Event()
        self._heard: asyncio.Queue[tuple[str, Received]] = asyncio.Queue()
        self._seen: dict[str, None] = {}
        self._in_order = InOrder()
        self._channels: dict[str, str] = {}

    # --- what is asked of every adapter ---

    async def start(self) -> None:
        """Check the token and connect."""
        self._line = Line(self._hear, api=self._settings.discord_api_url, gateway=self._settings.discord_gateway_url)
        await self._line.log_in(self._token)
        self._connecting = asyncio.get_running_loop().create_task(self._line.connect())
        is_ready = asyncio.ensure_future(self._is_ready.wait())
        await asyncio.wait({self._connecting, is_ready}, timeout=READY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        is_ready.cancel()
        if self._connecting.done():
            self._raise_why_it_ended()

    async def listen(self, service: Service) -> None:
        """Hand on what is heard until cancelled."""
        assert self._connecting is not None  # noqa: S101 - it was started
        hearing = asyncio.get_running_loop().create_task(self._hear_all(service))
        try:
            await asyncio.wait({self._connecting, hearing}, return_when=asyncio.FIRST_COMPLETED)
            self._raise_why_it_ended()
        finally:
            hearing.cancel()
            await self._in_order.finish()

    def is_connected(self) -> bool:
        """Whether the gateway is there."""
        line = self._line
        return line is not None and self._is_ready.is_set() and not line.is_closed()

    async def close(self) -> None:
        """Let go."""
        if self._line is not None:
            await self._line.close()
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.wait({self._connecting})

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        """The parts as the messages it takes."""
        return outgoing.divided(parts)

    async def send(self, message: Message) -> None:
        """Show a message in the person's conversation with us."""
        line = self._line
        if line is None:
            raise Unsure
        payload = outgoing.payload(message.parts, choose="Choose") | {"nonce": message.key, "enforce_nonce": True}
        channel = self._channels.get(message.person.id) or await line.open(message.person.id)
        try:
            await line.post(channel, payload, outgoing.files(message.parts))
        except ChannelGone:
            self._channels.pop(message.person.id, None)
            raise
        self._channels[message.person.id] = channel

    # --- what is heard ---

    def _hear(self, name: str, payload: Received) -> None:
        if name in ("READY", "RESUMED"):
            self._is_ready.set()
        self._heard.put_nowait((name, payload))

    async def _hear_all(self, service: Service) -> None:
        while True:
            name, payload = await self._heard.get()
            try:
                self._sort(name, payload, service)
            except Exception as error:  # a payload of a new shape must not end the conversation with everybody
                log.error("Something that Discord sent could not be read: %s.", outline(error))

    def _sort(self, name: str, payload: Received, service: Service) -> None:
        match name:
            case "MESSAGE_CREATE" if incoming.is_said(payload) and self._is_new(str(payload["id"])):
                person = incoming.person(payload["author"])
                self._channels[person.id] = str(payload["channel_id"])
                self._in_order.add(person, partial(self._take_message, payload, service))
            case "INTERACTION_CREATE" if (asked := incoming.interaction(payload)) and self._is_new(asked.id):
                self._in_order.add(asked.person, partial(self._take_interaction, asked, service))

    def _is_new(self, id: str) -> bool:
        """Whether it was not heard before by this process; the store tells for earlier ones."""
        if id in self._seen:
            return False
        self._seen[id] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return True

    def _at(self, id: str) -> datetime:
        """When something with that id came, by our clock."""
        now, came = self._clock.now(), incoming.instant(id) + offset(self._clock)
        return min(now, came)

    async def _take_message(self, payload: Received, service: Service) -> None:
        text = incoming.said(payload, self._at(str(payload["id"])))
        if text is not None:
            with suppress(StoreError):
                await service.take(text)

    async def _take_interaction(self, asked: incoming.Interaction, service: Service) -> None:
        assert self._line is not None  # noqa: S101
        click = incoming.chosen(asked, self._at(asked.id)) if asked.kind is Kind.COMPONENT else None
        try:
            if click is not None:
                await service.take(click)
                await self._line.answer(asked.id, asked.token, {"type": 7, "data": {"components": []}})
        except FAULTS as error:
            log.warning("An interaction could not be answered: %s.", outline(error))

    def _raise_why_it_ended(self) -> None:
        assert self._connecting is not None  # noqa: S101
        if not self._connecting.done():
            return
        error = None if self._connecting.cancelled() else self._connecting.exception()
        match error:
            case discord.PrivilegedIntentsRequired():
                raise SettingsError("Discord refuses the intents.") from None
            case _:
                raise ConnectionLost("The connection to Discord has ended; start again.") from None


def adapter(settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> Discord:
    """The adapter, not connected yet."""
    assert tokens.discord_token is not None  # noqa: S101 - `Tokens.has_discord` has said so
    return Discord(settings, tokens.discord_token.get_secret_value(), clock, wording)
