"""What `rebound doctor` asks of Slack: whether it can be reached, takes our tokens, and allows what the manifest asks for.

Nothing is changed there, and nothing is sent. Each check gives what it found, or raises a `ReboundError` whose sentence says
what to do; no sentence shows a token.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.config import Settings, SettingsError
from bot.slack import answers, manifest, people
from bot.slack.installations import decoded
from bot.slack.paths import REDIRECT
from bot.tokens import Tokens
from core.errors import ReboundError

API = "https://slack.com/api/"
SECONDS = 5
OPTIONAL = frozenset({manifest.AGENT, "im:write"})
"""What helps where it is allowed, and is not missed where it is not."""
_WHERE = {
    "SLACK_BOT_TOKEN": "OAuth & Permissions",
    "SLACK_APP_TOKEN": "Basic Information, App-Level Tokens, with the scope connections:write",
    "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET": "Basic Information, App Credentials",
}
_UNKNOWN = frozenset({"invalid_auth", "not_authed", "not_allowed_token_type", "invalid_client_id", "bad_client_secret"})
_REVOKED = frozenset({"account_inactive", "token_revoked", "token_expired"})

Check = tuple[str, Callable[[], str]]
"""What is looked at, and looking at it."""


class Unwell(ReboundError):
    """Something about the app is not as it must be; the message says what to do."""


def checks(tokens: Tokens, settings: Settings | None) -> Iterator[Check]:
    """What can be looked at with the tokens that are set."""
    asked = _Asked(settings.slack_api_url if settings is not None and settings.slack_api_url else API)
    if tokens.serves_many:
        yield "Slack app", lambda: _app(asked, tokens)
        yield "Slack workspaces", lambda: _workspaces(settings)
    else:
        yield "Slack token", lambda: _token(asked, tokens)
        yield "Slack scopes", lambda: _scopes(asked, tokens)
    if not tokens.is_over_http:
        yield "Slack socket", lambda: _socket(asked, tokens)


class _Asked:
    """Asks Slack, each thing once."""

    def __init__(self, api: str) -> None:
        self._api = api
        self._told: dict[str, Any] = {}

    def auth(self, token: str) -> Any:
        """Who Slack says that we are, with the headers of its answer."""
        if "auth" not in self._told:
            self._told["auth"] = self.call("SLACK_BOT_TOKEN", "auth.test", token=token)
        return self._told["auth"]

    def call(self, setting: str, method: str, *, token: str | None = None, fine: str = "", **given: str) -> Any:
        """Call one method; `fine` is an error that says that all is well."""
        try:
            return asyncio.run(self._called(method, token, given))
        except SlackApiError as error:
            word = answers.error_of(error)
            if word and word == fine:
                return error.response
            raise _refusal(setting, word) from None
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
            raise Unwell(
                f"Slack cannot be reached at {urlsplit(self._api).hostname}; look at the network of this machine"
                f"{'' if self._api == API else ', and at SLACK_API_URL'}."
            ) from None

    async def _called(self, method: str, token: str | None, given: dict[str, str]) -> Any:
        async with people.opened(SECONDS) as session:
            return await people.client(self._api, session, token).api_call(method, data=given)


def _refusal(setting: str, word: str) -> ReboundError:
    if word in _UNKNOWN:
        return SettingsError(
            f"Slack does not know {setting} ({word}); copy it again: your Slack app, {_WHERE[setting]}."
        )
    if word in _REVOKED:
        return SettingsError(
            f"Slack takes {setting} no more ({word}); install the app again and copy it anew: your Slack app, "
            f"{_WHERE[setting]}."
        )
    if word == "missing_scope":
        return SettingsError(f"{setting} lacks a scope; make another one: your Slack app, {_WHERE[setting]}.")
    return Unwell(f"Slack does not answer as it should ({word or 'no word'}); try again later.")


def _token(asked: _Asked, tokens: Tokens) -> str:
    assert tokens.slack_bot_token is not None  # noqa: S101 - `Tokens.has_slack` has seen to it
    found = asked.auth(tokens.slack_bot_token.get_secret_value())
    where = "a whole organisation" if found.get("is_enterprise_install") else f"the workspace {found.get('team')}"
    return f"opens {where}, as @{found.get('user')}"


def _scopes(asked: _Asked, tokens: Tokens) -> str:
    assert tokens.slack_bot_token is not None  # noqa: S101 - as above
    answer = asked.auth(tokens.slack_bot_token.get_secret_value())
    headers = {name.lower(): value for name, value in (answer.headers or {}).items()}
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")} - {""}
    if not granted:
        return "Slack does not tell"
    if missing := _missing(granted):
        raise Unwell(
            f"The app may not do all it needs (it lacks {missing}); paste what `rebound slack --manifest` prints into your "
            "Slack app, App Manifest, and install the app again."
        )
    if (lacking := _lacking_for_community(granted)) and len(lacking) < len(manifest.COMMUNITY):
        raise Unwell(
            f"The app may not do all that posts in channels take (it lacks {', '.join(lacking)}); paste what `rebound slack "
            "--manifest --community` prints into your Slack app, App Manifest, and install the app again."
        )
    more = sorted(granted - set(manifest.scopes()) - OPTIONAL - set(manifest.COMMUNITY))
    noted = f"; {', '.join(more)} are not needed, and members would rather not see them" if more else ""
    channels = "no posts in channels (`--manifest --community` adds them)" if lacking else "and for posts in channels"
    return f"as in the manifest, {channels}{noted}"


def _missing(granted: Iterable[str]) -> str:
    return ", ".join(sorted(set(manifest.scopes()) - set(granted)))


def _lacking_for_community(granted: Iterable[str]) -> list[str]:
    return sorted(set(manifest.COMMUNITY) - set(granted))


def _socket(asked: _Asked, tokens: Tokens) -> str:
    assert tokens.slack_app_token is not None  # noqa: S101 - as above
    token = tokens.slack_app_token.get_secret_value()
    asked.call("SLACK_APP_TOKEN", "apps.connections.open", token=token, fine="ratelimited")
    return "can be opened"


def _app(asked: _Asked, tokens: Tokens) -> str:
    assert tokens.slack_client_id is not None  # noqa: S101 - as above
    assert tokens.slack_client_secret is not None  # noqa: S101 - as above
    asked.call(
        "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET",
        "oauth.v2.access",
        fine="invalid_code",  # there is no such code; a wrong id or secret is told before that
        client_id=tokens.slack_client_id.get_secret_value(),
        client_secret=tokens.slack_client_secret.get_secret_value(),
        code="rebound-doctor",
    )
    return f"its id and secret fit; its redirect URL has to end in {REDIRECT}"


def _workspaces(settings: Settings | None) -> str:
    if settings is None:
        raise Unwell("The settings cannot be read, so it is not known who has installed the app; see above.")
    kept = settings.backend.credentials(settings.master_key)
    lacking = [one for one in map(decoded, kept) if _missing(one.scopes)]
    if lacking:
        raise Unwell(
            f"{len(lacking)} of {_workspaces_said(len(kept))} allowed less than this version needs (it lacks "
            f"{_missing(lacking[0].scopes)}); somebody there has to install the app again."
        )
    return f"{_workspaces_said(len(kept))} installed it"


def _workspaces_said(number: int) -> str:
    return "1 workspace" if number == 1 else f"{number} workspaces"
