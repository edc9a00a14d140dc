"""Which workspaces have the coach, and the token that opens each: one from a setting, or many by installing.

A tenant is an installation: of one workspace, or of a whole organisation. What is known of it lies sealed in the vault and
is remembered here, so that neither an event nor a nudge costs a look into a file. The rules a newcomer could break: a
token that was renewed is durable before it is used, because the one before dies with that; and whoever is dropped is
forgotten here first, so that nothing is sent to them while the rest is being deleted.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.clock import Clock, SystemClock
from bot.delivery.platform import Limited, Refused
from bot.slack import answers
from bot.slack.incoming import tenant as tenant_of
from core.errors import ReboundError, StoreError
from core.events import Person
from core.records import record
from core.store.vault import Vault

RENEWED_BEFORE = timedelta(hours=2)
"""A token that expires sooner is renewed before it is used."""
NOT_RENEWED_SECONDS = 30.0
"""After so long a token that could not be renewed is tried again."""
FOR_GOOD = frozenset(
    {
        "account_inactive",
        "bad_client_secret",
        "invalid_auth",
        "invalid_client_id",
        "invalid_refresh_token",
        "token_expired",
        "token_revoked",
    }
)
"""What Slack says of a renewal that no second try will bring."""

log = logging.getLogger(__name__)


class NotInstalled(Refused):
    """Nobody of the tenant can be reached, for the coach is not installed there."""

    def __init__(self, reason: str = "app_not_installed") -> None:
        super().__init__(reason)


class InstallFailed(ReboundError):
    """Slack did not give what it takes to serve a workspace."""


@record
class Installation:
    """What opens one tenant to us."""

    tenant: str
    enterprise: str | None
    team: str | None
    """None where it is a whole organisation's."""
    token: str
    bot: str
    """What Slack calls us there (B…), to know our own messages."""
    user: str
    """The user that we are there (U…)."""
    scopes: tuple[str, ...]
    installed_at: datetime
    """By the machine's own clock."""
    app: str | None = None
    """Slack's id of our app (A…), for a link to it."""
    refresh_token: str | None = None
    expires_at: datetime | None = None
    """Of the token, by the machine's own clock; None: it does not expire."""

    def authorized(self, team: str | None) -> AuthorizeResult:
        """As bolt wants it, for a request from a workspace of it."""
        return AuthorizeResult(
            enterprise_id=self.enterprise,
            team_id=self.team or team,
            bot_token=self.token,
            bot_id=self.bot,
            bot_user_id=self.user,
        )


def encoded(installation: Installation) -> bytes:
    """As the vault keeps it."""
    fields = {name: getattr(installation, name) for name in Installation.__dataclass_fields__}
    return json.dumps(fields, default=datetime.isoformat).encode()


def decoded(content: bytes) -> Installation:
    """As `encoded` has written it, also by a newer version that knows more of it."""
    fields = {name: value for name, value in json.loads(content).items() if name in Installation.__dataclass_fields__}
    fields["scopes"] = tuple(fields["scopes"])
    for name in ("installed_at", "expires_at"):
        fields[name] = datetime.fromisoformat(fields[name]) if fields[name] else None
    return Installation(**fields)


class Installations(Protocol):
    """Who has the coach. For one event loop."""

    async def find(self, tenant: str) -> Installation | None:
        """The tenant's installation, as it was last known; Slack is not asked. Raises `StoreError`."""

    async def of(self, tenant: str) -> Installation:
        """The tenant's installation, with a token that is good for hours.

        Raises `NotInstalled`; `Limited` where a token that has to be renewed cannot be just now; `StoreError`.
        """

    async def renewed(self, tenant: str, token: str) -> bool:
        """Slack says that this token has expired: whether there is another one now. Raises as `of`."""

    async def drop(self, tenant: str, at: datetime | None = None) -> bool:
        """The tenant does not have the coach any more: its tokens are deleted.

        False, and nothing has changed, if that was said of an earlier installation: `at` is when it was.
        """


class OneWorkspace:
    """The one that a setting names."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.is_gone = False

    async def find(self, tenant: str) -> Installation | None:
        """The one installation, to its own tenant."""
        return self.installation if tenant == self.installation.tenant and not self.is_gone else None

    async def of(self, tenant: str) -> Installation:
        """The one installation; raises `NotInstalled`."""
        if (found := await self.find(tenant)) is None:
            raise NotInstalled
        return found

    async def renewed(self, tenant: str, token: str) -> bool:  # noqa: ARG002 - what stands in a setting is not ours to renew
        """Never: another token has to be written into the settings."""
        return False

    async def drop(self, tenant: str, at: datetime | None = None) -> bool:
        """Forget it until the next start, which asks Slack whether the token is good again."""
        found = await self.find(tenant)
        if found is None or _is_of_before(found, at):
            return False
        self.is_gone = True
        return True


class ManyWorkspaces:
    """Those that have installed the coach."""

    def __init__(
        self,
        vault: Vault,
        client: AsyncWebClient,
        client_id: str,
        client_secret: str,
        *,
        clock: Clock | None = None,
    ) -> None:
        """`client` has no token of its own. `clock` has to be the machine's: Slack's tokens expire by it."""
        self._vault = vault
        self._client = client
        self._client_id, self._client_secret = client_id, client_secret
        self._clock = clock or SystemClock()
        self._known: dict[str, Installation | None] = {}
        self._renewing: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._not_renewed: dict[str, tuple[str, Exception, datetime]] = {}

    async def find(self, tenant: str) -> Installation | None:
        """The installation, from memory or from the vault."""
        if tenant not in self._known:
            content = await asyncio.to_thread(self._vault.get, tenant)
            self._known.setdefault(tenant, None if content is None else decoded(content))
        return self._known[tenant]

    async def of(self, tenant: str) -> Installation:
        """The installation; its token is renewed first, if it is about to expire."""
        found = await self.find(tenant)
        if found is None:
            raise NotInstalled
        if found.expires_at is None or found.expires_at - self._clock.now() > RENEWED_BEFORE:
            return found
        try:
            return await self._renew(found)
        except Limited:
            if found.expires_at <= self._clock.now():
                raise
            return found  # it is good for a while yet

    async def renewed(self, tenant: str, token: str) -> bool:
        """Renew a token that Slack takes no more, unless that was done meanwhile."""
        found = await self.find(tenant)
        if found is None or found.refresh_token is None:
            return False
        if found.token == token:
            await self._renew(found)
        return True

    async def drop(self, tenant: str, at: datetime | None = None) -> bool:
        """Forget and delete it, also beside the backups."""
        found = await self.find(tenant)
        if found is not None and _is_of_before(found, at):
            return False  # Slack tells late, or twice; they have installed it again since
        self._known[tenant] = None
        try:
            await asyncio.to_thread(self._vault.drop, tenant)
        except StoreError as error:
            if await asyncio.to_thread(self._vault.get, tenant) is not None:
                raise
            log.warning("The tokens of %s are deleted, but not everywhere. %s", Person(tenant, ""), error)
        return True

    async def install(self, code: str) -> Installation:
        """Take what Slack gives for the code that an administrator has brought; durable when this returns.

        Raises `InstallFailed`, `StoreError`, and whatever the SDK raises where Slack cannot be reached.
        """
        granted = await self._access(code=code)
        installation = await self._granted(granted)
        await self._keep(installation)
        return installation

    async def _access(self, **asked: str | None) -> AsyncSlackResponse:
        # The SDK's own method puts our secret into a header by a means that aiohttp is about to drop.
        ours = {"client_id": self._client_id, "client_secret": self._client_secret}
        return await self._client.api_call("oauth.v2.access", data=ours | asked)

    async def _granted(self, granted: AsyncSlackResponse) -> Installation:
        try:
            is_whole = bool(granted.get("is_enterprise_install"))
            enterprise, team = ((granted.get(name) or {}).get("id") for name in ("enterprise", "team"))
            token, now = str(granted["access_token"]), self._clock.now()
            who = await self._client.auth_test(token=token)
            return Installation(
                tenant=tenant_of(enterprise, team, is_whole=is_whole),
                enterprise=enterprise,
                team=None if is_whole else team,
                token=token,
                bot=str(who["bot_id"]),
                user=str(granted["bot_user_id"]),
                scopes=tuple(str(granted["scope"]).split(",")),
                installed_at=now,
                app=granted.get("app_id"),
                refresh_token=granted.get("refresh_token"),
                expires_at=_expires(granted, now),
            )
        except (KeyError, TypeError, ValueError):
            raise InstallFailed("Slack's answer to an installation lacks what it takes; try it once more.") from None

    async def _keep(self, installation: Installation) -> None:
        await asyncio.to_thread(self._vault.put, installation.tenant, encoded(installation))
        self._known[installation.tenant] = installation
        self._not_renewed.pop(installation.tenant, None)

    async def _renew(self, found: Installation) -> Installation:
        """The installation with another token; those who come meanwhile wait for the same one."""
        async with self._renewing[found.tenant]:
            now_known = await self.find(found.tenant)
            if now_known is None:
                raise NotInstalled
            if now_known.token != found.token:
                return now_known
            self._refuse_again(found)
            try:
                return await self._asked_for_another(found)
            except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
                raise self._failed(found, error) from None

    async def _asked_for_another(self, found: Installation) -> Installation:
        now = self._clock.now()
        granted = await self._access(grant_type="refresh_token", refresh_token=found.refresh_token)
        renewed = Installation(
            **{name: getattr(found, name) for name in Installation.__dataclass_fields__}
            | {
                "token": granted["access_token"],
                "refresh_token": granted.get("refresh_token") or found.refresh_token,
                "expires_at": _expires(granted, now),
            }
        )
        await self._keep(renewed)
        return renewed

    def _failed(self, found: Installation, error: Exception) -> Exception:
        """What to raise for a renewal that failed; it is remembered, so that Slack is not asked at every message."""
        word = answers.error_of(error) if isinstance(error, SlackApiError) else ""
        now, whose = self._clock.now(), Person(found.tenant, "")
        if word in FOR_GOOD:
            log.error(
                "The token of %s cannot be renewed (%s); somebody there has to install the coach again.", whose, word
            )
            failed: Exception = NotInstalled(word)
            until = datetime.max.replace(tzinfo=UTC)
        else:
            log.warning("The token of %s could not be renewed and is tried again (%s).", whose, word or "no answer")
            failed, until = Limited(NOT_RENEWED_SECONDS), now + timedelta(seconds=NOT_RENEWED_SECONDS)
        self._not_renewed[found.tenant] = (found.token, failed, until)
        return failed

    def _refuse_again(self, found: Installation) -> None:
        token, failed, until = self._not_renewed.get(found.tenant, ("", None, None))
        if failed is not None and until is not None and token == found.token and self._clock.now() < until:
            raise failed


def authorizing(installations: Installations) -> Callable[..., Awaitable[AuthorizeResult | None]]:
    """What bolt asks at every request; it is answered from memory, and never by Slack."""

    async def authorize(
        context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None
    ) -> AuthorizeResult | None:
        try:
            tenant = tenant_of(enterprise_id, team_id, is_whole=bool(context.is_enterprise_install))
        except ValueError:
            return None
        found = await installations.find(tenant)
        return None if found is None else found.authorized(team_id)

    return authorize


async def from_setting(client: AsyncWebClient, token: str, *, clock: Clock | None = None) -> OneWorkspace:
    """The workspace that a bot token opens, as Slack tells; raises what the SDK raises."""
    who = await client.auth_test(token=token)
    is_whole = bool(who.get("is_enterprise_install"))
    enterprise, team = who.get("enterprise_id"), who.get("team_id")
    scopes = {name.lower(): value for name, value in (who.headers or {}).items()}.get("x-oauth-scopes", "")
    return OneWorkspace(
        Installation(
            tenant=tenant_of(enterprise, team, is_whole=is_whole),
            enterprise=enterprise,
            team=None if is_whole else team,
            token=token,
            bot=str(who["bot_id"]),
            user=str(who["user_id"]),
            scopes=tuple(scopes.replace(" ", "").split(",")) if scopes else (),
            installed_at=(clock or SystemClock()).now(),
        )
    )


def _expires(granted: AsyncSlackResponse, now: datetime) -> datetime | None:
    seconds = granted.get("expires_in")
    return None if seconds is None else now + timedelta(seconds=int(seconds))


def _is_of_before(installation: Installation, at: datetime | None) -> bool:
    """Whether Slack tells of an earlier installation; it counts in whole seconds."""
    return at is not None and at < installation.installed_at.replace(microsecond=0)
