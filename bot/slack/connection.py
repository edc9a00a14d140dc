"""The connection to Slack, on slack-bolt and slack-sdk: events in, messages out.

Bolt acknowledges an event before its listeners run, so nothing here is a listener: one global middleware hands the event to
the coach and answers only when that turn is durable. What may wait (the message that shows what was chosen, the Home tab)
is done after the answer. The rules a newcomer could break: no call that shows something is repeated by the SDK, only by
delivery, which looks its key up; and no payload is given to a logger of ours.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse

from bot.adapters import ConnectionLost
from bot.clock import Clock, SystemClock, offset
from bot.community import community_in, live_addresses
from bot.config import Settings
from bot.delivery.delivery import GOODBYE
from bot.delivery.platform import Message, Rates, Refused
from bot.slack import answers, desk_incoming, people
from bot.slack.beginning import asked, given, installed
from bot.slack.channels import Channels
from bot.slack.desk import Desk
from bot.slack.desk_incoming import Begins, DeskMove, Opens, Sent, Strays
from bot.slack.desk_views import DeskViews
from bot.slack.home_tab import HomeTab
from bot.slack.http import Entry, Page, to_bolt
from bot.slack.incoming import (
    Asks,
    Chosen,
    Heard,
    Known,
    Left,
    Move,
    Opened,
    Place,
    Rewrites,
    Summoned,
    Writes,
    move,
)
from bot.slack.installations import OneWorkspace, authorizing
from bot.slack.later import Later
from bot.slack.outgoing import Layout, divided
from bot.slack.people import People
from bot.slack.places import Places
from bot.slack.posted import Posted
from bot.slack.questions import Asked, Questions
from bot.slack.sending import Sender, Shown
from bot.slack.socket_mode import Socket
from bot.slack.views import Views
from bot.slack.windows import Windows
from bot.tokens import Tokens
from core.communities.events import Channel
from core.community import Community
from core.errors import StoreError, outline
from core.events import Arrival, Event, Person
from core.messages import Part, Post, Prompt
from core.overview import Overview
from core.ports import Closed
from core.store.notes import Notes
from core.wording import Wording

if TYPE_CHECKING:
    from bot.running import Service

API = "https://slack.com/api/"
CALL_SECONDS = 10.0
LOOK_SECONDS = 0.5
IN_HAND_SECONDS = 2.0
"""At the end, what is being taken has so long to be acknowledged; what comes meanwhile comes again."""
ANSWER_SECONDS = 0.05
AGENT = "assistant:write"
"""The scope that suggesting first words takes; our manifest does not ask for it, an operator may add it."""

log = logging.getLogger(__name__)


class SlackAdapter:
    """One Slack app, in Socket Mode or over HTTP."""

    name = "slack"
    rates = Rates(per_second=20.0, burst=100, per_conversation=1.0, conversation_burst=4)
    """One message a second in a channel is all that Slack has published, and that short bursts pass: a hundred answers go at
    once. Where it wants less, it says so, and delivery waits."""
    tells_doubles = True

    def __init__(
        self, settings: Settings, tokens: Tokens, clock: Clock, wording: Wording, community: Community
    ) -> None:
        self._settings = settings
        self._tokens = tokens
        self._clock = clock
        self._machine = SystemClock()
        self._wording = wording
        self._views = Views(wording)
        self._desk_views = DeskViews(wording)
        self._layout = Layout(wording, live_addresses(community))
        self._api = settings.slack_api_url or API
        self._door: Socket | Entry | None = None
        self._session: aiohttp.ClientSession | None = None
        self._notes: Notes | None = None
        self._service: Service | None = None
        self._later = Later()
        self._taking = 0
        self._idle = asyncio.Event()
        self._idle.set()

    # --- the connection ---

    async def start(self, *, listens: bool = True) -> None:
        """Check the tokens; `SettingsError` says what to do where Slack refuses them."""
        self._notes = await asyncio.to_thread(self._settings.backend.notes)
        self._places = await asyncio.to_thread(Places, self._notes, self._clock.now())
        self._posted = await asyncio.to_thread(Posted, self._notes, self._clock.now())
        self._session = people.opened(CALL_SECONDS)
        self._installations, pages = await installed(
            self._settings, self._tokens, self._wording, people.client(self._api, self._session), self._come_back
        )
        self._people = People(self._installations, self._api, self._session)
        self._questions = Questions(self._people, self._places, self._layout, self._later)
        self._windows = Windows(self._people, self._questions, self._views, self._session)
        self._home_tab = HomeTab(self._people, self._overview, self._wording, self._later)
        self._sender = Sender(
            self._people, self._installations, self._places, self._layout, self._clock, self._live_for
        )
        self._channels = Channels(
            self._people, self._scopes, self._posted, self._layout, self._desk_views, self._clock.now, self._became
        )
        if listens:
            await self._opened(self._session, pages)

    async def _opened(self, session: aiohttp.ClientSession, pages: Mapping[str, Page]) -> None:
        """The door through which events come, without anybody at it yet."""
        bolts = logging.getLogger("slack_bolt.rebound")
        bolts.setLevel(logging.ERROR)  # it would warn of our own settings, which it looks for in the environment itself
        app = AsyncApp(
            client=people.client(self._api, session),
            authorize=authorizing(self._installations),  # type: ignore[arg-type]
            request_verification_enabled=False,  # a socket is opened by us; over HTTP it is done before bolt
            logger=bolts,
        )
        bolts.setLevel(logging.INFO)  # below that it lays payloads out, before anybody asks for the line
        app.use(self._receive)
        if self._tokens.is_over_http:
            host, port = self._tokens.slack_http_host, self._tokens.http_port
            secret = given(self._tokens.slack_signing_secret)
            self._door = Entry(to_bolt(app, self._is_idle_talk), secret, host=host, port=port, pages=pages)
        else:
            self._door = Socket(app, given(self._tokens.slack_app_token), self._is_idle_talk)
            await asked("SLACK_APP_TOKEN", self._door.prepare())

    async def speak(self, service: Service) -> None:
        """Send for a service, and hear nothing."""
        self._service = service
        await asyncio.Event().wait()

    async def listen(self, service: Service) -> None:
        """Hand events to the coach until cancelled; `ConnectionLost` when nothing has come for too long."""
        door = self._door
        assert door is not None  # noqa: S101 - after `start`
        self._service = service
        self._desk = Desk(service, self._people, self._desk_views, self._later.do, self._channel_of, self._clock.now)
        for tenant in await service.departed():  # with a new token in the settings, or cut off while it installed again
            if await self._installations.find(tenant) is not None:
                await service.come_back(tenant)
        try:
            await door.start()
            while True:
                if isinstance(self._installations, OneWorkspace) and self._installations.is_gone:
                    raise ConnectionLost(
                        "Slack says that the app was taken out of the workspace; install it again, and set its new "
                        "SLACK_BOT_TOKEN."
                    )
                if isinstance(door, Socket):
                    await door.look()
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            with suppress(TimeoutError):
                async with asyncio.timeout(IN_HAND_SECONDS):  # so that what is in hand is acknowledged, too
                    await self._idle.wait()
                    await asyncio.sleep(ANSWER_SECONDS)
            await door.close()
            await self._idle.wait()

    def is_connected(self) -> bool:
        """Whether events reach us."""
        return self._door is not None and self._service is not None and self._door.is_open

    async def close(self) -> None:
        """Let go of everything."""
        await self._later.close()
        if self._door is not None:
            await self._door.close()
        if self._session is not None:
            await self._session.close()
        if self._notes is not None:
            self._notes.close()

    # --- what comes in ---

    async def _receive(self, body: dict[str, Any]) -> BoltResponse:
        """The one middleware: take it, and answer when it is durable."""
        self._taking += 1
        self._idle.clear()
        try:
            with self._later.first():
                return await self._take(self._move(body))
        except StoreError as error:
            log.warning("An event of Slack's could not be kept and is not acknowledged. %s", error)
            return self._not_kept(body)
        except Exception as error:  # a fault of ours: Slack hands the event in again
            log.error("An event of Slack's could not be taken: %s.", outline(error))
            return self._not_kept(body)
        finally:
            self._taking -= 1
            if not self._taking:
                self._idle.set()

    def _move(self, body: dict[str, Any]) -> Move | DeskMove | None:
        return desk_incoming.move(body) or move(body, self._machine.now())

    def _is_idle_talk(self, body: dict[str, Any]) -> bool:
        """Whether it is an event that is nothing to us: of three, two tell of our own messages."""
        return body.get("type") == "event_callback" and self._move(body) is None

    def _not_kept(self, body: dict[str, Any]) -> BoltResponse:
        """No acknowledgement; a window stays open with what was typed, and says so."""
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=self._views.not_kept())
        return BoltResponse(status=503)

    async def _take(self, found: Move | DeskMove | None) -> BoltResponse:
        match found:
            case Opens():
                self._later.do(self._desk.open(found))
            case Sent():
                answered = await self._desk.take(found)
                return BoltResponse(status=200, body=answered or "")
            case Begins(event):
                await self._hand_in(event, None)
                told = self._views.led_away(found.app, found.team)
                self._later.do(self._windows.answer(found.response_url, told))
            case Strays(response_url):
                self._later.do(self._windows.answer(response_url, self._views.not_for_them()))
            case Heard(event, place):
                await self._hand_in(event, place)
            case Chosen():
                await self._take_choice(found)
            case Summoned(event, channel, team, app):
                place = await self._place_of(event.person)
                await self._hand_in(event, place and Place(place.channel))
                if place is None or place.channel != channel:
                    return BoltResponse(status=200, body=self._views.led_away(app, team))
            case Writes() | Rewrites() | Asks():
                self._later.do(self._windows.open(found))
            case Opened():
                await self._look_at(found)
            case Known(person):
                self._people.forget(person)
            case Left(tenant, at):
                await self._depart(tenant, at)
        return BoltResponse(status=200)

    async def _take_choice(self, chosen: Chosen) -> None:
        """A press of a button; one of long ago loses its buttons and shows no choice, for none was taken."""
        assert self._service is not None  # noqa: S101 - nothing comes before `listen`
        event = chosen.event
        is_open = await self._service.is_open(event)
        with self._questions.pressed(chosen):
            closed = await self._turn(event, chosen.place)
        label = (closed and closed.chosen) or chosen.label
        pressed = Asked(event.run, event.question, chosen.place.channel, chosen.ts, chosen.message)
        self._later.do(self._questions.change(event.person, pressed, label if is_open else ""))

    async def _hand_in(self, event: Event, place: Place | None) -> None:
        """Take an event, and show on the question that it closes what was chosen."""
        if (closed := await self._turn(event, place)) is not None:
            self._later.do(self._questions.close(event.person, closed))

    async def _turn(self, event: Event, place: Place | None) -> Closed | None:
        assert self._service is not None  # noqa: S101 - nothing comes before `listen`
        if place is not None:
            await self._remember(event.person, place)
        elif (known := await self._place_of(event.person)) is not None and known.thread is not None:
            await self._remember(event.person, Place(known.channel))
        profile = await self._people.profile(event.person)
        zone = profile.zone if profile else None
        closed = await self._service.take(replace(event, at=event.at + offset(self._clock), zone=zone))
        self._home_tab.show_anew(event.person)
        return closed

    async def _overview(self, person: Person) -> Overview:
        assert self._service is not None  # noqa: S101 - nothing comes before `listen`
        return await self._service.overview(person)

    async def _come_back(self, tenant: str) -> None:
        if self._service is not None:
            await self._service.come_back(tenant)

    async def _depart(self, tenant: str, at: datetime) -> None:
        """The app was taken out of a workspace: nothing more is sent there, and what is kept of its people goes in time."""
        assert self._service is not None  # noqa: S101 - nothing comes before `listen`
        was_there = await self._installations.find(tenant) is not None
        if await self._installations.drop(tenant, at):
            if was_there:  # Slack tells it more than once
                log.warning("The app was taken out of %s.", Person(tenant, ""))
            await self._service.depart(tenant)
            await asyncio.to_thread(self._places.forget_all, tenant)
            await asyncio.to_thread(self._posted.forget_all, tenant)
            self._questions.forget_all(tenant)

    async def _channel_of(self, person: Person) -> str | None:
        place = await self._place_of(person)
        return place.channel if place else None

    async def _place_of(self, person: Person) -> Place | None:
        return await asyncio.to_thread(self._places.of, person)

    async def _remember(self, person: Person, place: Place) -> None:
        await asyncio.to_thread(self._places.keep, person, place, self._clock.now())

    async def _look_at(self, opened: Opened) -> None:
        if await self._place_of(opened.person) is None:
            await self._remember(opened.person, Place(opened.channel))
        if opened.tab == "home":
            self._home_tab.look(opened.person)
        if opened.tab == "messages":
            self._later.do(self._offer_prompts(opened))
            self._later.do(self._welcome(opened))

    async def _offer_prompts(self, opened: Opened) -> None:
        """Where the app has agent features; not every plan has them."""
        if AGENT in (await self._installations.of(opened.person.tenant)).scopes:
            client = await self._people.client(opened.person.tenant)
            await client.assistant_threads_setSuggestedPrompts(channel_id=opened.channel, **self._views.prompts())

    async def _welcome(self, opened: Opened) -> None:
        """Greet whoever looks into the chat for the first time, and nobody twice: only where nothing was ever said."""
        client = await self._people.client(opened.person.tenant)
        said = await client.conversations_history(channel=opened.channel, limit=1)
        if not said["messages"]:
            await self._hand_in(Arrival(id=f"{opened.channel}:opened", person=opened.person, at=opened.at), None)

    def _forget(self, person: Person) -> None:
        """They were erased: nothing of them stays in memory either."""
        self._people.forget(person)
        self._questions.forget(person)
        self._home_tab.forget(person)

    # --- what goes out ---

    def divided(self, parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
        """The parts as the messages it takes to show them."""
        return divided(parts)

    async def send(self, message: Message) -> None:
        """Show the message; looked up first, where it may have been shown before."""
        try:
            with self._later.first():
                shown = await self._sender.send(message)
        except Refused as refused:
            if refused.reason in answers.OVER and self._service is not None:
                await self._depart(message.person.tenant, self._machine.now())
            raise
        if message.key.startswith(GOODBYE):
            self._forget(message.person)
            return
        if not message.is_reply:
            self._home_tab.show_anew(message.person)
        if isinstance(prompt := message.parts[-1], Prompt):
            self._note_question(message.person, prompt, shown)

    async def publish(self, tenant: str, post: Post, key: str, attempt: int) -> str:  # noqa: ARG002 - the key tells more
        """Show a post in its channel, once for a key; Slack's id of it."""
        return await self._channels.publish(tenant, post, key)

    async def take_down(self, tenant: str, channel: str, message: str) -> None:
        """Take a post out of its channel."""
        await self._channels.take_down(tenant, channel, message)

    async def examine(self, tenant: str, channel: str) -> Channel | None:
        """What a channel is like for us; None where there is none, or we cannot see it."""
        return await self._channels.examine(tenant, channel)

    async def _became(self, error: Exception, tenant: str, token: str | None) -> Exception | None:
        """What delivery is told of an error in a channel; it may be that the app was taken out."""
        became = await self._sender.became(error, tenant, token)
        if isinstance(became, Refused) and became.reason in answers.OVER and self._service is not None:
            await self._depart(tenant, self._machine.now())
        return became

    async def _scopes(self, tenant: str) -> tuple[str, ...]:
        return (await self._installations.of(tenant)).scopes

    async def _live_for(self, tenant: str) -> frozenset[str]:
        """The addresses that staff have set for the people of a tenant."""
        if self._service is not None:
            with suppress(StoreError):  # then they are words like others
                return await self._service.addresses(tenant)
        return frozenset()

    def _note_question(self, person: Person, prompt: Prompt, shown: Shown | None) -> None:
        """What is asked now; the question before it loses its buttons."""
        if shown is None:  # it stands there since an attempt of which we know nothing more
            self._questions.forget(person)
            return
        before = self._questions.asked(person, prompt, shown.channel, shown.ts, shown.laid_out)
        if before is not None:
            self._later.do(self._questions.change(person, before))


def made(settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> SlackAdapter:
    """The adapter of one Slack app."""
    return SlackAdapter(settings, tokens, clock, wording, community_in(settings.community))
