"""What a start asks of Slack: who has the coach, and whether what opens Slack to us is good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, TypeVar

import aiohttp
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters import ConnectionLost
from bot.config import Settings, SettingsError
from bot.slack import answers
from bot.slack.http import Page
from bot.slack.installations import Installation, Installations, ManyWorkspaces, from_setting
from bot.slack.installing import Installing
from bot.tokens import Tokens
from core.store import vault_beside
from core.wording import Wording

T = TypeVar("T")


async def installed(
    settings: Settings,
    tokens: Tokens,
    wording: Wording,
    client: AsyncWebClient,
    come_back: Callable[[str], Awaitable[None]],
) -> tuple[Installations, Mapping[str, Page]]:
    """Who has the coach, and the pages with which others install it; `come_back` is told of each tenant that does."""
    if not tokens.serves_many:
        return await asked("SLACK_BOT_TOKEN", from_setting(client, given(tokens.slack_bot_token))), {}
    id, secret = given(tokens.slack_client_id), given(tokens.slack_client_secret)
    many = ManyWorkspaces(vault_beside(settings.database, settings.master_key), client, id, secret)

    async def install(code: str) -> Installation:
        installed = await many.install(code)
        await come_back(installed.tenant)
        return installed

    return many, Installing(install, id, secret, wording).pages


def given(secret: SecretStr | None) -> str:
    """A token that is set."""
    assert secret is not None  # noqa: S101 - `Tokens.has_slack` has seen to it
    return secret.get_secret_value()


async def asked(name: str, call: Coroutine[Any, Any, T]) -> T:
    """The answer to a call with which we begin; `SettingsError` says what to do about the token of that name."""
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
