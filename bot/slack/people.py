"""Whom we can reach with what: the client that opens somebody's workspace, and what Slack tells of them."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.installations import Installations
from core.errors import outline
from core.events import Person
from core.records import record

PROFILE_SECONDS = 1.0
"""A turn does not wait longer to learn somebody's zone."""
KEPT_SECONDS = 3600.0

log = logging.getLogger(__name__)


@record
class Profile:
    """What Slack tells of somebody."""

    zone: str | None
    is_gone: bool
    known_at: float


class People:
    """Knows the clients and the profiles, as far as this process has asked."""

    def __init__(self, installations: Installations, api: str, session: aiohttp.ClientSession) -> None:
        self._installations = installations
        self._api = api
        self._session = session
        self._clients: dict[str, AsyncWebClient] = {}
        self._profiles: dict[Person, Profile] = {}

    async def client(self, tenant: str) -> AsyncWebClient:
        """What opens a tenant; raises as `Installations.of`."""
        token = (await self._installations.of(tenant)).token
        known = self._clients.get(tenant)
        if known is None or known.token != token:
            known = self._clients[tenant] = client(self._api, self._session, token)
        return known

    async def profile(self, person: Person, *, is_new: bool = False) -> Profile | None:
        """What Slack tells of somebody, now if it has to be new; None if it does not say in time."""
        known = self._profiles.get(person)
        if known is not None and not is_new and monotonic() - known.known_at < KEPT_SECONDS:
            return known
        try:
            async with asyncio.timeout(PROFILE_SECONDS):
                user = (await (await self.client(person.tenant)).users_info(user=person.id))["user"]
        except Exception as error:  # whatever it is, the conversation goes on without
            log.info("Slack did not tell about %s: %s.", person, outline(error))
            return known
        found = Profile(user.get("tz"), bool(user.get("deleted")), monotonic())
        self._profiles[person] = found
        return found

    def forget(self, person: Person) -> None:
        """What was known of them holds no more."""
        self._profiles.pop(person, None)


def client(api: str, session: aiohttp.ClientSession, token: str | None = None) -> AsyncWebClient:
    """A client that repeats nothing by itself, on the one session."""
    return AsyncWebClient(token, base_url=api, session=session, retry_handlers=[], logger=_quiet())


def _quiet() -> logging.Logger:
    """A logger for the SDK that lays out no payload: without a level of its own it would, before anybody wants the line."""
    logger = logging.getLogger("slack_sdk.rebound")
    logger.setLevel(logging.INFO)
    return logger
