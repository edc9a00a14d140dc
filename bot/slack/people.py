"""Whom we can reach with what: the client that opens somebody's workspace, and what Slack tells of them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from time import monotonic
from typing import Any
from urllib.request import getproxies

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import answers
from bot.slack.incoming import PLATFORM
from bot.slack.installations import Installations
from core.communities.events import Staff
from core.errors import outline
from core.events import Person
from core.messages import MENTION
from core.records import record

PROFILE_SECONDS = 1.0
"""A turn does not wait longer to learn somebody's zone."""
KEPT_SECONDS = 3600.0
STAFF_SECONDS = 4.0
"""So long Slack has to say whether somebody manages the workspace."""

log = logging.getLogger(__name__)


@record
class Profile:
    """What Slack tells of somebody."""

    zone: str | None
    is_gone: bool
    known_at: float
    name: str = ""
    may_manage: bool = False
    """As it was then: enough to decide what to show, never what to do."""


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
        known_at, is_gone = monotonic(), bool(user.get("deleted"))
        found = Profile(user.get("tz"), is_gone, known_at, called(user), manages(user, person.tenant))
        self._profiles[person] = found
        return found

    async def names(self, tenant: str, text: str) -> dict[str, str]:
        """The names of those who are mentioned in a text, by id, as far as Slack tells in time."""
        found = {id: await self.profile(Person(tenant, id)) for id in set(MENTION.findall(text))}
        return {id: profile.name for id, profile in found.items() if profile is not None and profile.name}

    async def staff(self, person: Person) -> Staff:
        """Whether somebody manages their workspace at this moment; raises whatever keeps Slack from saying so."""
        try:
            async with asyncio.timeout(STAFF_SECONDS):
                user = (await (await self.client(person.tenant)).users_info(user=person.id))["user"]
        except SlackApiError as error:
            if answers.error_of(error) not in ("user_not_found", "user_not_visible"):
                raise
            return Staff(person.id, person.id, may_manage=False)
        return Staff(person.id, called(user), manages(user, person.tenant))

    def forget(self, person: Person) -> None:
        """What was known of them holds no more."""
        self._profiles.pop(person, None)


def manages(user: Mapping[str, Any], tenant: str) -> bool:
    """Whether Slack's word for somebody makes them an administrator or owner of that very tenant, and of no other."""
    place = tenant.removeprefix(f"{PLATFORM}:")
    if any(user.get(name) for name in ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")):
        return False
    whole = user.get("enterprise_user") or {}
    if whole and whole.get("enterprise_id") == place:
        return bool(whole.get("is_admin") or whole.get("is_owner"))
    is_of_it = user.get("team_id") == place or place in (whole.get("teams") or ())
    return is_of_it and bool(user.get("is_admin") or user.get("is_owner"))


def called(user: Mapping[str, Any]) -> str:
    """What others call somebody."""
    profile = user.get("profile") or {}
    return str(profile.get("display_name") or profile.get("real_name") or user.get("name") or user.get("id") or "")


def opened(seconds: float) -> aiohttp.ClientSession:
    """A session for calls that take so long at most, through the proxy that the environment names.

    Where it names none it is not asked again: that takes two threads for each call, and they may all be taking turns.
    """
    names_one = bool(getproxies().keys() - {"no"})
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=seconds), trust_env=names_one)


def client(api: str, session: aiohttp.ClientSession, token: str | None = None) -> AsyncWebClient:
    """A client that repeats nothing by itself, on the one session."""
    return AsyncWebClient(token, base_url=api, session=session, retry_handlers=[], logger=_quiet())


def _quiet() -> logging.Logger:
    """A logger for the SDK that lays out no payload: without a level of its own it would, before anybody wants the line."""
    logger = logging.getLogger("slack_sdk.rebound")
    logger.setLevel(logging.INFO)
    return logger
