"""What is heard on Discord, sorted and handed on.

Discord hands out an event once, and again only to a session that is resumed. So the turns of one person are taken in the
order in which things came, what was heard twice is dropped by its id, and after a start what was written meanwhile is
looked for (`bot.discord.missed`).
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from bot.clock import SystemClock
from bot.delivery.platform import Limited, Refused, Unsure
from bot.discord import incoming, missed, vocabulary
from bot.discord.again import until_kept
from bot.discord.answers import Answers, opening
from bot.discord.client import FAULTS, Line
from bot.discord.desk import Desk
from bot.discord.incoming import Received
from bot.discord.places import Places
from bot.discord.servers import Servers
from bot.running import Service
from core.errors import StoreError, outline
from core.events import Deleted, Edited, Event, Person

if TYPE_CHECKING:
    from bot.discord.platform import Discord

log = logging.getLogger(__name__)


class Listening:
    """Sorts it, for one event loop. The adapter says what is new, and by our clock when it came."""

    def __init__(self, adapter: Discord, service: Service, line: Line, kept: Places) -> None:
        self._adapter = adapter
        self._service = service
        self._line = line
        self._places = kept
        desk = Desk(line, service, adapter.words, adapter, self._learn)
        self._answers = Answers(
            line, service, kept, adapter.words, adapter.reached, adapter, adapter.in_order, self._take_earlier, desk
        )
        self._servers = Servers(service, kept, adapter.in_order, self._learn)
        self._looking: asyncio.Task[None] | None = None
        self._sparing = missed.Sparing(missed.NEW_A_SECOND)

    async def hear(self, heard: asyncio.Queue[tuple[str, Received]]) -> None:
        """Sort what comes, for ever."""
        try:
            while True:
                name, payload = await heard.get()
                try:
                    self._sort(name, payload)
                except Exception as error:  # a payload of a new shape must not end the conversation with everybody
                    log.error("Something that Discord sent could not be read: %s.", outline(error))
        finally:
            if self._looking is not None:
                self._looking.cancel()

    def _sort(self, name: str, payload: Received) -> None:
        match name:
            case "READY":
                self._servers.ready(payload)
                self._learn()
                if self._looking is not None:
                    self._looking.cancel()
                self._looking = asyncio.get_running_loop().create_task(self._look_for_what_was_missed())
            case "GUILD_CREATE":
                self._servers.there(payload)
            case "GUILD_DELETE":
                self._servers.away(payload)
            case "MESSAGE_CREATE":
                self._message(payload)
            case "MESSAGE_UPDATE":
                self._changed(payload)
            case "MESSAGE_DELETE" if payload.get("guild_id") is None:
                self._deleted(payload)
            case "INTERACTION_CREATE":
                asked = incoming.interaction(payload)
                if asked is not None and self._adapter.is_new(asked.id):
                    if asked.is_private and asked.channel:
                        self._come(asked.person, asked.channel, asked.id)
                    self._answers.take_up(asked)

    def _learn(self) -> None:
        """What communities have set may be another than before."""
        self._adapter.in_order.add_at_once(partial(self._adapter.learn_addresses, self._service))

    async def _look_for_what_was_missed(self) -> None:
        await missed.look_for(self._line, self._places, SystemClock().now(), self._sort)

    def _come(self, person: Person, channel: str, id: str) -> None:
        """They do something in private; where they are new to us, they may have written before."""
        is_new = self._places.of(person) is None
        self._places.keep(person, channel)
        if is_new:
            self._adapter.in_order.add(person, partial(self._take_earlier, person, channel, id))

    async def _take_earlier(self, person: Person, channel: str, id: str) -> None:
        """Take what they wrote before that, while nobody listened and where nobody would look."""
        if not self._sparing.may(asyncio.get_running_loop().time()):
            return
        try:
            found = await missed.unanswered(self._line, channel, id, SystemClock().now())
        except FAULTS as fault:
            log.info("What %s may have written earlier could not be looked for: %s.", person, outline(fault))
            return
        for message in found:
            if self._adapter.is_new(str(message["id"])):
                await self._take_message(person, message)

    def _message(self, payload: Received) -> None:
        if incoming.is_said(payload) and self._adapter.is_new(str(payload["id"])):
            person = incoming.person(payload["author"])
            self._come(person, str(payload["channel_id"]), str(payload["id"]))
            self._adapter.in_order.add(person, partial(self._take_message, person, payload))

    async def _take_message(self, person: Person, payload: Received) -> None:
        id, channel = str(payload["id"]), str(payload["channel_id"])
        at = self._adapter.at(id)
        event = incoming.said(payload, at) or incoming.wordless(payload, at)
        self._places.keep(person, channel, closed="")
        if event is not None and not await self._take(event):
            await self._tell(channel, id, self._adapter.words.say(vocabulary.NOT_KEPT))
            return
        await asyncio.to_thread(self._places.tell, person, int(id))

    def _changed(self, payload: Received) -> None:
        at, written = self._adapter.changed_at(payload), self._adapter.at(str(payload["id"]))
        event = incoming.changed(payload, at, written)
        if event is not None and self._adapter.is_new(event.id):
            self._adapter.in_order.add(event.person, partial(self._take_change, event))

    def _deleted(self, payload: Received) -> None:
        person = self._places.whose(str(payload["channel_id"]))
        if person is None:  # nothing was ever heard there
            return
        written = self._adapter.at(str(payload["id"]))
        event = incoming.deleted(payload, person, self._adapter.now(), written)
        if self._adapter.is_new(event.id):
            self._adapter.in_order.add(person, partial(self._take_change, event))

    async def _take_change(self, event: Edited | Deleted) -> None:
        """Take it; what they want gone is tried until it is."""
        while not await self._take(event):
            log.error("What %s changed or deleted could not be kept.", event.person)
            if isinstance(event, Edited):
                return
        if isinstance(event, Deleted):
            await asyncio.to_thread(self._places.take_back, event.person, int(event.original))

    async def _take(self, event: Event) -> bool:
        """Take it, again and again for a minute; False where it could not be kept."""
        try:
            await until_kept(partial(self._service.take, event), "What somebody wrote")
        except StoreError as error:
            log.warning("What somebody wrote could not be kept. %s", error)
            return False
        return True

    async def _tell(self, channel: str, about: str, text: str) -> None:
        """Say something that stands in no outbox; once, however often it is tried."""
        with suppress(Refused, Unsure, Limited):
            await self._line.post(channel, opening(text) | {"nonce": about, "enforce_nonce": True}, [])
