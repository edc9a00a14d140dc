"""The coach on Discord: connects, hands on what is heard, shows what the coach says.

Discord hands out an event once, and again only to a session that is resumed. So the turns of one person are taken in the
order in which things came, what was heard twice is dropped by its id, and after a start what was written meanwhile is
looked for (`bot.discord.missed`).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial

import discord

from bot.adapters import ConnectionLost
from bot.clock import Clock, SystemClock, offset
from bot.community import community_in
from bot.config import Settings, SettingsError
from bot.delivery.platform import Limited, Message, Rates, Refused, Unsure
from bot.discord import commands, incoming, missed, outgoing, vocabulary
from bot.discord.answers import Answers, Reached, opening
from bot.discord.channels import Channels
from bot.discord.client import FAULTS, ChannelGone, Line
from bot.discord.desk import Desk
from bot.discord.incoming import Received
from bot.discord.inorder import InOrder
from bot.discord.places import Places, beside
from bot.discord.servers import Servers
from bot.discord.text import Addresses
from bot.discord.words import Words
from bot.running import Service
from bot.tokens import Tokens
from core import places, surfaces
from core.communities.events import Channel
from core.community import Community
from core.errors import StoreError, outline
from core.events import Deleted, Edited, Event, Person
from core.helplines import helplines
from core.messages import Part, Post
from core.wording import Wording

RATES = Rates(per_second=38.0, burst=8, per_conversation=1.0, conversation_burst=4)
"""With what else is asked for below the 50 requests a second that Discord allows; answers to buttons do not count."""
DISTANCE_SECONDS = 5.0
"""Between one session and the next."""
LEARN_SECONDS = 60.0
"""So often a process that only sends asks what communities have set."""
READY_SECONDS = 20.0
LOG_IN_SECONDS = (1.0, 2.0, 4.0, 8.0, 15.0)
"""So long to wait before each further try to reach Discord at the start."""
TAKE_AGAIN_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_REMEMBERED = 20_000
_GOODBYE = "bye-"

log = logging.getLogger(__name__)


class Discord:
    """The adapter. Its methods belong to the event loop, but for `is_connected` and `divided`."""

    name = "discord"
    rates = RATES
    tells_doubles = True
    distance = DISTANCE_SECONDS

    def __init__(self, settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> None:
        assert tokens.discord_token is not None  # noqa: S101 - `Tokens.has_discord` has said so
        self._settings = settings
        self._tokens = tokens
        self._clock = clock
        self._words = Words(wording)
        self._labels = outgoing.Labels(
            self._words.label(vocabulary.CHOOSE),
            {one: self._words.label(label) for one, label in surfaces.UNDER_A_DRAFT.items()},
        )
        self._usual = self._ours = addresses_of_ours(community_in(settings.community))
        self._reached = Reached()
        self._in_order = InOrder()
        self._heard: asyncio.Queue[tuple[str, Received]] = asyncio.Queue()
        self._seen: dict[str, None] = {}
        self._sessions = asyncio.Event()
        self._line: Line | None = None
        self.places: Places | None = None
        """Where people are; from the start to the end."""
        self._connecting: asyncio.Task[None] | None = None

    # --- what is asked of every adapter ---

    async def start(self, *, listens: bool = True) -> None:
        """Check the token, tell Discord of our commands if they are others, and connect; to send takes no connection."""
        assert self._tokens.discord_token is not None  # noqa: S101
        self.places = Places(beside(self._settings.notes), self._clock.now())
        line = self._line = Line(
            self._hear,
            api=self._settings.discord_api_url,
            gateway=self._settings.discord_gateway_url,
            shard=self._tokens.discord_shard(),
        )
        await self._log_in(line, self._tokens.discord_token.get_secret_value())
        if not listens:
            return
        await self._tell_commands(line)
        await line.wait_for_a_session()
        await self._keep_the_distance(self.places)
        self._connecting = asyncio.get_running_loop().create_task(line.connect())
        ready = asyncio.ensure_future(self._sessions.wait())
        await asyncio.wait({self._connecting, ready}, timeout=READY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        self._raise_why_it_ended()

    async def listen(self, service: Service) -> None:
        """Hand on what is heard until cancelled."""
        line, kept, connecting = self._line, self.places, self._connecting
        assert line is not None  # noqa: S101 - it was started
        assert kept is not None  # noqa: S101
        assert connecting is not None  # noqa: S101
        listening = _Listening(self, service, line, kept)
        hearing = asyncio.get_running_loop().create_task(listening.hear(self._heard))
        try:
            await asyncio.wait({connecting, hearing}, return_when=asyncio.FIRST_COMPLETED)
            self._raise_why_it_ended()
        finally:
            hearing.cancel()
            await self._in_order.finish()

    async def speak(self, service: Service) -> None:
        """Keep in mind which addresses can be tapped, and hear nothing."""
        while True:
            await self.learn_addresses(service)
            await asyncio.sleep(LEARN_SECONDS)

    def is_connected(self) -> bool:
        """Whether the gateway is there."""
        return self._line is not None and self._line.is_up

    async def close(self) -> None:
        """Let go."""
        if self._line is not None:
            await self._line.close()
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.wait({self._connecting})
        if self.places is not None:
            self.places.close()

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        """The parts as the messages it takes to show them."""
        return outgoing.divided(parts, self._ours)

    async def send(self, message: Message) -> None:
        """Show a message in the person's conversation with us."""
        line, kept = self._line, self.places
        if line is None or kept is None:
            raise Unsure
        is_goodbye = message.key.startswith(_GOODBYE)
        try:
            await self._show(line, kept, message)
        except Refused as refused:
            self._reached.tell(message.person, is_reached=False)
            place = kept.of(message.person)
            if type(refused) is Refused and place is not None:
                kept.keep(message.person, place.channel, closed=refused.reason)
            raise
        else:
            self._reached.tell(message.person, is_reached=True)
        finally:
            if is_goodbye:
                kept.forget(message.person)

    async def publish(self, tenant: str, post: Post, key: str, attempt: int) -> str:
        """Show a post in a channel; as `Publisher` has it."""
        return await self._channels.publish(tenant, post, key, attempt)

    async def take_down(self, _tenant: str, channel: str, message: str) -> None:
        """Take a post out of its channel."""
        await self._channels.take_down(channel, message)

    async def examine(self, tenant: str, channel: str) -> Channel | None:
        """What a channel is like for us now."""
        return await self._channels.examine(tenant, channel)

    @property
    def _channels(self) -> Channels:
        if self._line is None:
            raise Unsure
        return Channels(self._line)

    async def learn_addresses(self, service: Service) -> None:
        """Have the addresses that communities have set be such as can be tapped."""
        with suppress(StoreError):  # it is asked again with the next change
            self._ours = self._usual | await service.addresses(self.name)

    async def _show(self, line: Line, kept: Places, message: Message) -> None:
        payload = outgoing.payload(message.parts, self._labels, self._ours)
        payload |= {"nonce": message.key, "enforce_nonce": True}
        place = kept.of(message.person)
        channel = place.channel if place else await line.open(message.person.id)
        try:
            await line.post(channel, payload, outgoing.files(message.parts))
        except ChannelGone:
            channel = await line.open(message.person.id)
            await line.post(channel, payload, outgoing.files(message.parts))
        kept.keep(message.person, channel, closed="")

    # --- connecting ---

    async def _log_in(self, line: Line, token: str) -> None:
        for wait in (*LOG_IN_SECONDS, None):
            try:
                await line.log_in(token)
            except FAULTS as fault:
                if wait is None:
                    raise ConnectionLost(
                        "Discord cannot be reached; look at the network, or at its status page."
                    ) from None
                log.warning("Discord could not be reached, and is tried again in %.3g s: %s.", wait, outline(fault))
                await asyncio.sleep(wait)
            else:
                return

    async def _keep_the_distance(self, kept: Places) -> None:
        """Wait until Discord takes another session; begun too soon it is refused, and that counts as one."""
        last, clock = kept.begun(), SystemClock()
        if last is not None:
            gone = (clock.now() - last).total_seconds()
            await asyncio.sleep(min(self.distance, max(0.0, self.distance - gone)))
        kept.begin(clock.now())

    async def _tell_commands(self, line: Line) -> None:
        wanted = commands.definitions(self._words.wording)
        try:
            if not commands.are_the_same(wanted, await line.commands()):
                await line.set_commands(wanted)
                log.info("Discord was told of %d commands.", len(wanted))
        except FAULTS as fault:  # those of the last start still work
            log.warning("Discord could not be told of the commands: %s.", outline(fault))

    def _raise_why_it_ended(self) -> None:
        """Raise for a connection that has ended for good."""
        if self._connecting is None or not self._connecting.done():
            return
        error = None if self._connecting.cancelled() else self._connecting.exception()
        match error:
            case discord.PrivilegedIntentsRequired():
                raise SettingsError(
                    "Discord refuses the connection for want of an intent; update the bot, which needs none of those."
                ) from None
            case discord.ConnectionClosed(code=4004):
                raise SettingsError(
                    "Discord does not know DISCORD_TOKEN any more; reset the token in your application, Bot, and set it."
                ) from None
            case discord.ConnectionClosed(code=code):
                raise ConnectionLost(
                    f"Discord has closed the connection for good (code {code}); start again."
                ) from None
            case _:
                raise ConnectionLost("The connection to Discord has ended; start again.") from None

    def _hear(self, name: str, payload: Received) -> None:
        if name == "READY":
            self._sessions.set()
        self._heard.put_nowait((name, payload))

    # --- what a listener needs of it ---

    def is_new(self, id: str) -> bool:
        """Whether it was not heard before by this process; the journal tells for earlier ones."""
        if id in self._seen:
            return False
        self._seen[id] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return True

    def at(self, id: str) -> datetime:
        """When something with that id came, by our clock."""
        return min(self._clock.now(), incoming.instant(id) + offset(self._clock))

    def now(self) -> datetime:
        """The instant, by our clock."""
        return self._clock.now()

    def changed_at(self, message: Received) -> datetime:
        """When a message was changed, by our clock."""
        return min(self._clock.now(), incoming.changed_at(message, self._clock.now()) + offset(self._clock))

    @property
    def in_order(self) -> InOrder:
        """Where the work for each person waits its turn."""
        return self._in_order

    @property
    def words(self) -> Words:
        """What is said on Discord alone."""
        return self._words

    @property
    def reached(self) -> Reached:
        """Who waits to hear whether they could be reached."""
        return self._reached


class _Listening:
    """What is heard, sorted and handed on."""

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
        if self._places.of(person) is not None:  # else they were erased by it
            self._places.keep(person, channel, seen=int(id))
            self._places.tell(person, int(id))

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
            self._places.take_back(event.person, int(event.original))

    async def _take(self, event: Event) -> bool:
        """Take it, again and again for a minute; False where it could not be kept."""
        for wait in (*TAKE_AGAIN_SECONDS, None):
            try:
                await self._service.take(event)
            except StoreError as error:
                log.warning("What somebody wrote could not be kept, and is tried again. %s", error)
                if wait is not None:
                    await asyncio.sleep(wait)
            else:
                return True
        return False

    async def _tell(self, channel: str, about: str, text: str) -> None:
        """Say something that stands in no outbox; once, however often it is tried."""
        with suppress(Refused, Unsure, Limited):
            await self._line.post(channel, opening(text) | {"nonce": about, "enforce_nonce": True}, [])


def addresses_of_ours(community: Community) -> Addresses:
    """The addresses that may be tapped: those of the community, and of help in a crisis."""
    lines = [*community.helplines, *(line for country in places.countries() for line in helplines(country))]
    return frozenset([*community.links.values(), *(line.url for line in lines if line.url)])
