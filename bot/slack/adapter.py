"""The connection to Slack, on slack-bolt and slack-sdk: events in, messages out.

Bolt acknowledges an event before its listeners run, so nothing here is a listener: one global middleware hands the event to
the coach and answers only when that turn is durable. What may wait (the message that shows what was chosen, the Home tab)
is done after the answer. The rules a newcomer could break: no call that shows something is repeated by the SDK, only by
delivery, which looks its key up; and no logger here or in the SDK is ever given a payload.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters import ConnectionLost
from bot.clock import Clock, SystemClock, offset
from bot.community import community_in
from bot.config import Settings, SettingsError
from bot.delivery.delivery import GOODBYE
from bot.delivery.platform import Message, Rates, Refused, Unfit
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
from bot.slack.outgoing import KEY, Layout, divided, rich, words
from bot.slack.places import Places, beside
from bot.slack.views import Views
from bot.tokens import Tokens
from core import helplines, on_slack
from core.community import Community
from core.errors import StoreError, outline
from core.events import Arrival, Event, Person
from core.messages import Attachment, Line, Part, Prompt
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
MOST_EXPLAINED = 1000
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

    def __init__(
        self, settings: Settings, tokens: Tokens, clock: Clock, wording: Wording, community: Community
    ) -> None:
        self._tokens = tokens
        self._clock = clock
        self._machine = SystemClock()
        self._views = Views(wording)
        self._layout = Layout(wording, live_addresses(community))
        self._api = settings.slack_api_url or API
        self._journal = settings.database
        self._under_way: set[asyncio.Task[Any]] = set()
        self._taking = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._profiles: dict[Person, Profile] = {}
        self._is_connected = False
        self._is_installed = True
        self._asked_last: dict[Person, tuple[str, str]] = {}
        """The question that was shown last, by run and name; only as far as this process knows."""
        self._explained: dict[str, None] = {}
        self._without_prompts: set[str] = set()
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
            await self._socket.client.connect()  # type: ignore[no-untyped-call]
            while True:
                if not self._is_installed:
                    raise ConnectionLost(
                        "Slack says that the app was taken out of the workspace; install it again, and set its new "
                        "SLACK_BOT_TOKEN."
                    )
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
            await self._socket.client.close()  # type: ignore[no-untyped-call]
            await self._idle.wait()

    def is_connected(self) -> bool:
        """Whether events reach us."""
        return self._is_connected

    async def close(self) -> None:
        """Let go of everything."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._socket is not None:
            await self._socket.client.close()  # type: ignore[no-untyped-call]
        if self._session is not None:
            await self._session.close()
            self._places.close()

    # --- what comes in ---

    async def _receive(self, body: dict[str, Any]) -> BoltResponse:
        """The one middleware: take it, and answer when it is durable."""
        self._taking += 1
        self._idle.clear()
        try:
            return await self._take(move(body, self._machine.now()))
        except StoreError as error:
            log.warning("An event of Slack's could not be kept and is not acknowledged. %s", error)
            return BoltResponse(status=503)
        except Exception as error:  # a fault of ours: Slack hands the event in again
            log.error("An event of Slack's could not be taken: %s.", outline(error))
            return BoltResponse(status=500)
        finally:
            self._taking -= 1
            if not self._taking:
                self._idle.set()

    async def _take(self, found: Move | None) -> BoltResponse:
        match found:
            case Heard(event, place):
                await self._hand_in(event, place)
            case Chosen(event, place):
                await self._hand_in(event, place)
                self._later(self._show_choice(found))
            case Summoned(event, channel, team, app):
                place = self._places.of(event.person)
                await self._hand_in(event, place and Place(place.channel))
                if place is None or place.channel != channel:
                    return BoltResponse(status=200, body=self._views.led_away(app, team))
            case Writes():
                self._later(self._open_window(found))
            case Unreadable():
                self._later(self._explain_no_words(found))
            case Opened():
                await self._look_at(found)
            case Known(person):
                self._profiles.pop(person, None)
            case Left(tenant, _):
                self._is_installed = self._is_installed and tenant != self._tenant
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

    async def _open_window(self, writes: Writes) -> None:
        """At once: the trigger is good for three seconds."""
        asked = self._asked_last.get(writes.person)
        is_old = bool(writes.question) and asked is not None and asked != (writes.run, writes.question)
        view = self._views.explaining(on_slack.ASKED_BEFORE) if is_old else self._views.telling(writes)
        client = await self._client_of(writes.person)
        await client.views_open(trigger_id=writes.trigger, view=view)

    async def _explain_no_words(self, sent: Unreadable) -> None:
        """Say kindly that there is nothing to read; once, however often Slack hands it in."""
        if sent.id in self._explained:
            return
        self._explained[sent.id] = None
        if len(self._explained) > MOST_EXPLAINED:
            del self._explained[next(iter(self._explained))]
        client = await self._client_of(sent.person)
        told = self._layout.message([Line(self._views.word(on_slack.NO_WORDS))], sent.id)
        await client.chat_postMessage(channel=sent.place.channel, thread_ts=sent.place.thread, **told)

    async def _look_at(self, opened: Opened) -> None:
        if self._places.of(opened.person) is None:
            await asyncio.to_thread(self._places.keep, opened.person, Place(opened.channel), self._clock.now())
        if opened.tab == "messages":
            self._later(self._offer_prompts(opened))
            self._later(self._welcome(opened))

    async def _offer_prompts(self, opened: Opened) -> None:
        if opened.person.tenant in self._without_prompts:
            return
        client = await self._client_of(opened.person)
        try:
            await client.assistant_threads_setSuggestedPrompts(channel_id=opened.channel, **self._views.prompts())
        except SlackApiError as error:  # a plan or an app without agent features
            if answers.became(error).__class__ in (Refused, Unfit):
                self._without_prompts.add(opened.person.tenant)

    async def _welcome(self, opened: Opened) -> None:
        """Greet whoever looks into the chat for the first time, and nobody twice: only where nothing was ever said."""
        client = await self._client_of(opened.person)
        said = await client.conversations_history(channel=opened.channel, limit=1)
        if not said["messages"]:
            await self._hand_in(Arrival(id=f"{opened.channel}:opened", person=opened.person, at=opened.at), None)

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
        if person.tenant != self._tenant or not self._is_installed:
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
        thread = place.thread if place and message.is_reply else None
        try:
            channel = place.channel if place else await self._opened(client, message.person)
            if message.attempt > 1 and await self._is_shown(client, channel, thread, message.key):
                return
            if isinstance(message.parts[0], Attachment):
                await self._upload(client, channel, thread, message.parts[0], message.key)
                return
            laid_out = self._layout.message(message.parts, message.key)
            await client.chat_postMessage(channel=channel, thread_ts=thread, **laid_out)
        except Exception as error:
            became = answers.became(error)
            if became is None:
                raise
            raise became from None
        if message.key.startswith(GOODBYE):
            await asyncio.to_thread(self._places.forget, message.person)
            return
        if isinstance(prompt := message.parts[-1], Prompt):
            self._asked_last[message.person] = (prompt.run, prompt.question)

    async def _opened(self, client: AsyncWebClient, person: Person) -> str:
        """The channel to somebody who has not been heard yet; their own id serves, where we may not open one."""
        try:
            channel = str((await client.conversations_open(users=person.id))["channel"]["id"])
        except SlackApiError as error:
            if answers.error_of(error) == "missing_scope":
                return person.id
            raise
        await asyncio.to_thread(self._places.keep, person, Place(channel), self._clock.now())
        return channel

    async def _is_shown(self, client: AsyncWebClient, channel: str, thread: str | None, key: str) -> bool:
        if thread is None:
            found = await client.conversations_history(channel=channel, limit=LOOKED_BACK, include_all_metadata=True)
        else:
            found = await client.conversations_replies(
                channel=channel, ts=thread, limit=LOOKED_BACK, include_all_metadata=True
            )
        return any(_has(shown, key) for shown in found["messages"])

    async def _upload(
        self, client: AsyncWebClient, channel: str, thread: str | None, file: Attachment, key: str
    ) -> None:
        """Show a file. A file has no metadata, so the key is the name of the paragraph above it."""
        above = {**rich([words(file.name)]), "block_id": f"{KEY}:{key}"}
        try:
            await client.files_upload_v2(
                filename=file.name,
                content=file.text,
                title=file.name,
                channel=channel,
                thread_ts=thread,
                blocks=json.dumps([above]),
            )
        except SlackApiError as error:
            if answers.error_of(error) == "missing_scope":  # the person can be reached, only not with files
                raise Unfit("missing_scope") from None
            raise


def _has(shown: dict[str, Any], key: str) -> bool:
    """Whether a message is the one with that key."""
    metadata = shown.get("metadata") or {}
    if metadata.get("event_type") == KEY and metadata.get("event_payload", {}).get("key") == key:
        return True
    return any(block.get("block_id") == f"{KEY}:{key}" for block in shown.get("blocks") or ())


def _quiet() -> logging.Logger:
    """A logger for the SDK that lays out no payload: at debug it would, before anybody asks for the line."""
    logger = logging.getLogger("slack_sdk.rebound")
    logger.setLevel(logging.INFO)
    return logger


def made(settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> SlackAdapter:
    """The adapter of one Slack app."""
    return SlackAdapter(settings, tokens, clock, wording, community_in(settings.community))


def live_addresses(community: Community) -> frozenset[str]:
    """The addresses that may be live in a message: those of the community's and our own helplines, and its links."""
    lines = (*community.helplines, *helplines.shipped())
    return frozenset([*community.links.values(), *(line.url for line in lines if line.url)])
