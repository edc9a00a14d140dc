"""Sending one message, once: under its key, looked up first where it may have been shown before."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.delivery.delivery import GOODBYE
from bot.delivery.platform import Limited, Message, Refused, Unfit, Unsure
from bot.slack import answers
from bot.slack.incoming import Place
from bot.slack.installations import Installations
from bot.slack.outgoing import KEY, Layout, rich, words
from bot.slack.people import People
from bot.slack.places import Places
from core.events import Person
from core.messages import Attachment, Line
from core.records import record

LOOKED_BACK = 200
"""So many messages of a conversation are searched for a key; what was lost is among the last."""
TO_OPEN = "im:write"
"""The scope that opening a conversation takes; our manifest does not ask for it, an operator may add it."""
RENEWED_SECONDS = 0.1
"""After a token was renewed, the message goes out with the new one."""


@record
class Shown:
    """A message as it stands in Slack."""

    channel: str
    ts: str
    laid_out: Mapping[str, Any]
    """As it was handed in."""


class Sender:
    """Shows messages where their people are."""

    def __init__(
        self,
        people: People,
        installations: Installations,
        places: Places,
        layout: Layout,
        clock: Clock,
        links: Callable[[str], Awaitable[frozenset[str]]],
    ) -> None:
        """`links` gives the addresses that may be live for the people of a tenant."""
        self._people = people
        self._installations = installations
        self._places = places
        self._layout = layout
        self._clock = clock
        self._links = links

    async def send(self, message: Message) -> Shown | None:
        """Show it; raises what delivery is to be told. None: it had been shown before, or is a file."""
        person = message.person
        client = await self._people.client(person.tenant)
        if not message.is_reply:
            profile = await self._people.profile(person, is_new=True)
            if profile is not None and profile.is_gone:  # Slack would take it all the same
                raise Refused("user_disabled")
        try:
            shown = await self._show(client, message)
        except Exception as error:
            became = await self.became(error, person.tenant, client.token)
            if became is None:
                raise
            raise became from None
        if message.key.startswith(GOODBYE):
            await asyncio.to_thread(self._places.forget, person)
        return shown

    async def became(self, error: Exception, tenant: str, token: str | None) -> Exception | None:
        """What delivery is told of an error; a token that has expired is renewed. None: nobody knows this error."""
        if isinstance(error, Limited | Refused | Unsure):
            return error
        became = answers.became(error)
        if str(became) == "token_expired" and await self._installations.renewed(tenant, token or ""):
            return Limited(RENEWED_SECONDS)
        return became

    async def _show(self, client: AsyncWebClient, message: Message) -> Shown | None:
        place = await asyncio.to_thread(self._places.of, message.person)
        thread = place.thread if place and message.is_reply else None
        channel = place.channel if place else await self._opened(client, message.person)
        if message.attempt > 1 and await _is_shown(client, channel, thread, message.key):
            return None
        if isinstance(file := message.parts[0], Attachment):
            await _upload(client, channel, thread, file, message.key)
            return None
        tenant = message.person.tenant
        names = await self._people.names(tenant, "".join(one.text for one in message.parts if isinstance(one, Line)))
        laid_out = self._layout.message(message.parts, message.key, await self._links(tenant), names)
        shown = await client.chat_postMessage(channel=channel, thread_ts=thread, **laid_out)
        channel = str(shown["channel"])
        if place is None and channel != message.person.id:
            await self._keep(message.person, channel)
        return Shown(channel, str(shown["ts"]), laid_out)

    async def _opened(self, client: AsyncWebClient, person: Person) -> str:
        """The channel to somebody who has not been heard yet; their own id serves, where we may not open one."""
        if TO_OPEN not in (await self._installations.of(person.tenant)).scopes:
            return person.id
        channel = str((await client.conversations_open(users=person.id))["channel"]["id"])
        await self._keep(person, channel)
        return channel

    async def _keep(self, person: Person, channel: str) -> None:
        await asyncio.to_thread(self._places.keep, person, Place(channel), self._clock.now())


async def _is_shown(client: AsyncWebClient, channel: str, thread: str | None, key: str) -> bool:
    wanted: dict[str, Any] = {"channel": channel, "limit": LOOKED_BACK, "include_all_metadata": True}
    if thread is None:
        found = await client.conversations_history(**wanted)
    else:
        found = await client.conversations_replies(ts=thread, **wanted)
    return any(_has(shown, key) for shown in found["messages"])


async def _upload(client: AsyncWebClient, channel: str, thread: str | None, file: Attachment, key: str) -> None:
    """Show a file. A file has no metadata, so the key is the name of the paragraph above it."""
    above = {**rich([words(file.name)]), "block_id": f"{KEY}:{key}"}
    try:
        await client.files_upload_v2(
            filename=file.name,
            content=file.text,
            title=file.name,
            alt_txt=file.name,
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
