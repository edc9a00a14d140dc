"""The connection to Slack, on slack-bolt and slack-sdk: events in, messages out.

Bolt acknowledges an event before its listeners run, so nothing here is a listener: one global middleware hands the event to
the coach and answers only when that turn is durable. What may wait (the message that shows what was chosen, the Home tab)
is done after the answer. The rules a newcomer could break: no call that shows something is repeated by the SDK, only by
delivery, which looks its key up; and no logger here or in the SDK is ever given a payload.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters import ConnectionLost
from bot.clock import Clock, offset
from bot.config import Settings, SettingsError
from bot.delivery.platform import Message, Rates, Refused
from bot.slack import answers
from bot.slack.incoming import (
    Chosen,
    Heard,
    Known,
    Left,
    Move,
    Opened,
    Place,
    Summoned,
    Unreadable,
    Writes,
    move,
    tenant,
)
from bot.slack.outgoing import KEY, Layout, divided
from bot.slack.places import Places, beside
from bot.tokens import Tokens
from core.errors import StoreError, outline
from core.events import Event, Person
from core.messages import Attachment, Part
from core.wording import Wording

if TYPE_CHECKING:
    from bot.running import Service

API = "https://slack.com/api/"
CALL_SECONDS = 10.0
PROFILE_SECONDS = 1.0
"""A turn does not wait longer to learn somebody's zone."""
PROFILE_KEPT_SECONDS = 3600.0
PING_SECONDS = 5.0
LOOK_SECONDS = 0.5
SILENT_SECONDS = 90.0
"""A socket that has been dead for so long does not come back by itself."""
LOOKED_BACK = 200
"""So many messages of a conversation are searched for a key; what was lost is among the last."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack tells of somebody."""

    zone: str | None
    is_gone: bool
    known_at: float


class SlackAdapter:
    """One Slack app, for one workspace."""

    name = "slack"
    rates = Rates(per_second=20.0, burst=20, per_conversation=1.0, conversation_burst=3)
    tells_doubles = True

    def __init__(self, settings: Settings, tokens: Tokens, clock: Clock, layout: Layout) -> None:
        self._tokens = tokens
        self._clock = clock
        self._layout = layout
        self._api = settings.slack_api_url or API
        self._journal = settings.database
        self._under_way: set[asyncio.Task[Any]] = set()
        self._taking = 0
        self._profiles: dict[Person, Profile] = {}
        self._is_connected = False
        self._service: Service | None = None
        self._session: aiohttp.ClientSession | None = None
        self._socket: AsyncSocketModeHandler | None = None

    # --- the connection ---

    async def start(self) -> None:
        """Check the tokens; `SettingsError` says what to do where Slack refuses them."""
        self._places = await asyncio.to_thread(Places, beside(self._journal), self._clock.now())
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_SECONDS), trust_env=True)
        token = self._tokens.slack_bot_token
        assert token is not None  # noqa: S101 - `Tokens.has_slack` has seen to it
        self._client = self._client_for(token.get_secret_value())
        who = await self._asked("SLACK_BOT_TOKEN", self._client.auth_test())
        us = AuthorizeResult(
            enterprise_id=who.get("enterprise_id"),
            team_id=who["team_id"],
            bot_user_id=who["user_id"],
            bot_id=who["bot_id"],
            bot_token=token.get_secret_value(),
        )
        is_whole = bool(who.get("is_enterprise_install"))
        self._tenant = tenant(who.get("enterprise_id"), who["team_id"], is_whole=is_whole)

        async def authorize() -> AuthorizeResult:  # instead of asking Slack at every event
            return us

        self._app = AsyncApp(
            client=self._client,
            authorize=authorize,
            request_verification_enabled=False,  # a socket is opened by us; over HTTP it is done before bolt
            url_verification_enabled=True,
            logger=logging.getLogger("slack_bolt.rebound"),
        )
        self._app.use(self._receive)
        app_token = self._tokens.slack_app_token
        assert app_token is not None  # noqa: S101
        self._socket = AsyncSocketModeHandler(
            self._app, app_token.get_secret_value(), web_client=self._client, ping_interval=PING_SECONDS
        )
        self._socket.client.wss_uri = await self._asked("SLACK_APP_TOKEN", self._socket.client.issue_new_wss_url())

    def _client_for(self, token: str) -> AsyncWebClient:
        return AsyncWebClient(token, base_url=self._api, session=self._session, retry_handlers=[], logger=_quiet())

    async def _asked(self, name: str, call: Coroutine[Any, Any, Any]) -> Any:
        """The answer to a call with which we begin."""
        try:
            return await call
        except SlackApiError as error:
            word = answers.error_of(error)
            if word in answers.GONE:
                raise SettingsError(
                    f"Slack refuses {name} ({word}); copy it again from your Slack app, and install the app if it is not."
                ) from None
            raise ConnectionLost(f"Slack does not let us begin ({word or 'no answer'}); try again later.") from None
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
            raise ConnectionLost("Slack cannot be reached; look at the network of this machine.") from None

    async def listen(self, service: Service) -> None:
        """Hand events to the coach until cancelled; `ConnectionLost` when nothing has come for too long."""
        assert self._socket is not None  # noqa: S101 - after `start`
        self._service = service
        client = self._socket.client
        seen = monotonic()
        try:
            await self._socket.connect_async()
            while True:
                self._is_connected = await client.is_connected()
                if self._is_connected:
                    seen = monotonic()
                elif monotonic() - seen > SILENT_SECONDS:
                    raise ConnectionLost("The connection to Slack is dead and does not come back; start again.")
                elif client.current_session is not None and client.current_session.closed:
                    with suppress(SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
                        await client.connect_to_new_endpoint()  # at once, and not at the SDK's next look
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            self._is_connected = False
            await self._socket.close_async()
            while self._taking:
                await asyncio.sleep(0.01)

    def is_connected(self) -> bool:
        """Whether events reach us."""
        return self._is_connected

    async def close(self) -> None:
        """Let go of everything."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._socket is not None:
            await self._socket.close_async()
        if self._session is not None:
            await self._session.close()
            self._places.close()

    # --- what comes in ---

    async def _receive(self, body: dict[str, Any]) -> BoltResponse:
        """The one middleware: take it, and answer when it is durable."""
        self._taking += 1
        try:
            return await self._take(move(body, _machine_now()))
        except StoreError as error:
            log.warning("An event of Slack's could not be kept and is not acknowledged. %s", error)
            return BoltResponse(status=503)
        except Exception as error:  # a fault of ours: Slack hands the event in again
            log.error("An event of Slack's could not be taken: %s.", outline(error))
            return BoltResponse(status=500)
        finally:
            self._taking -= 1

    async def _take(self, found: Move | None) -> BoltResponse:
        match found:
            case Heard(event, place):
                await self._hand_in(event, place)
            case Chosen(event, place):
                await self._hand_in(event, place)
                self._later(self._show_choice(found))
            case Known(person):
                self._profiles.pop(person, None)
            case _:
                pass
        return BoltResponse(status=200)

    async def _hand_in(self, event: Event, place: Place | None) -> None:
        assert self._service is not None  # noqa: S101 - nothing comes before `listen`
        now = self._clock.now()
        if place is not None and self._places.is_to_be_kept(event.person, place, now):
            await asyncio.to_thread(self._places.keep, event.person, place, now)
        profile = await self._profile(event.person)
        known = replace(event, at=event.at + offset(self._clock), zone=profile.zone if profile else None)
        await self._service.take(known)

    async def _show_choice(self, chosen: Chosen) -> None:
        shown = self._layout.answered(chosen.message, chosen.label)
        client = await self._client_of(chosen.event.person)
        await client.chat_update(channel=chosen.place.channel, ts=chosen.ts, **shown)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do what nobody waits for, and what costs nothing when it fails."""
        task = asyncio.ensure_future(self._unharmed(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _unharmed(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            log.info("Something beside the conversation was not shown on Slack: %s.", outline(error))

    # --- people ---

    async def _client_of(self, person: Person) -> AsyncWebClient:
        if person.tenant != self._tenant:
            raise Refused("app_not_installed")
        return self._client

    async def _profile(self, person: Person, *, is_new: bool = False) -> Profile | None:
        """What Slack tells of somebody; None if it does not say in time."""
        known = self._profiles.get(person)
        if known is not None and not is_new and monotonic() - known.known_at < PROFILE_KEPT_SECONDS:
            return known
        try:
            async with asyncio.timeout(PROFILE_SECONDS):
                client = await self._client_of(person)
                user = (await client.users_info(user=person.id))["user"]
        except Exception as error:
            log.info("Slack did not tell about %s: %s.", person, outline(error))
            return known
        found = Profile(user.get("tz"), bool(user.get("deleted")), monotonic())
        self._profiles[person] = found
        return found

    # --- what goes out ---

    def divided(self, parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
        """The parts as the messages it takes to show them."""
        return divided(parts)

    async def send(self, message: Message) -> None:
        """Show the message; looked up first, where it may have been shown before."""
        client = await self._client_of(message.person)
        if not message.is_reply:
            profile = await self._profile(message.person, is_new=True)
            if profile is not None and profile.is_gone:
                raise Refused("user_disabled")
        place = self._places.of(message.person)
        channel = place.channel if place else message.person.id
        thread = place.thread if place and message.is_reply else None
        try:
            if message.attempt > 1 and place and await self._is_shown(client, channel, thread, message.key):
                return
            if isinstance(message.parts[0], Attachment):
                await self._upload(client, channel, thread, message.parts[0], message.key)
            else:
                await client.chat_postMessage(
                    channel=channel, thread_ts=thread, **self._layout.message(message.parts, message.key)
                )
        except Exception as error:
            became = answers.became(error)
            if became is None:
                raise
            raise became from None

    async def _is_shown(self, client: AsyncWebClient, channel: str, thread: str | None, key: str) -> bool:
        if thread is None:
            found = await client.conversations_history(channel=channel, limit=LOOKED_BACK, include_all_metadata=True)
        else:
            found = await client.conversations_replies(
                channel=channel, ts=thread, limit=LOOKED_BACK, include_all_metadata=True
            )
        return any(_key_of(shown) == key for shown in found["messages"])

    async def _upload(
        self, client: AsyncWebClient, channel: str, thread: str | None, file: Attachment, key: str
    ) -> None:
        raise NotImplementedError


def _key_of(shown: dict[str, Any]) -> str | None:
    metadata = shown.get("metadata") or {}
    if metadata.get("event_type") != KEY:
        return None
    return str(metadata.get("event_payload", {}).get("key"))


def _machine_now() -> datetime:
    from bot.clock import SystemClock

    return SystemClock().now()


def _quiet() -> logging.Logger:
    """A logger for the SDK that lays out no payload: at debug it would, before anybody asks for the line."""
    logger = logging.getLogger("slack_sdk.rebound")
    logger.setLevel(logging.INFO)
    return logger


def made(settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> SlackAdapter:
    """The adapter of one Slack app."""
    words = {"pick-day": "Pick the day", "choose": "Choose", "write": "Write", "chosen": "You chose: {chosen}"}
    return SlackAdapter(settings, tokens, clock, Layout(words))
