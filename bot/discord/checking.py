"""What `rebound doctor` asks of Discord, and the link by which the coach is added to a server or to somebody's account.

Nothing is changed there, and nothing is sent. What is found is one sentence; a fault is a `ReboundError` that says what to do.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.config import Settings
from bot.discord import commands, permissions, vocabulary
from bot.discord.client import FAULTS, Line
from bot.tokens import Tokens
from core.errors import ReboundError, outline
from core.wording import load

T = TypeVar("T")

SECONDS = 10.0
FEW_SESSIONS = 50
_MOST_SERVERS = 200
_MOST_NAMED = 5
_PORTAL = "https://discord.com/developers/applications"
_LINK = "https://discord.com/oauth2/authorize?client_id={id}"
_TO_A_SERVER = "&integration_type=0&scope=bot+applications.commands&permissions={permissions}"
_TO_A_PERSON = "&integration_type=1&scope=applications.commands"

log = logging.getLogger(__name__)


class Unwell(ReboundError):
    """Something about the application is not as it must be; the message says what to do."""


def check(settings: Settings | None, tokens: Tokens) -> str:
    """What Discord says of our application."""
    return asyncio.run(_asked(settings, tokens, _application))


def links(settings: Settings, tokens: Tokens, *, for_communities: bool = False) -> tuple[str, str]:
    """The links that add the coach to a server and to a person's account.

    It asks for no permission at all: in servers it shows what only one person sees, as an answer to their command. Only the
    posts of a community need some.
    """

    async def id_of(line: Line) -> str:
        return str(line.application_id)

    link = _LINK.format(id=asyncio.run(_asked(settings, tokens, id_of)))
    needed = permissions.FOR_COMMUNITIES if for_communities else 0
    return f"{link}{_TO_A_SERVER.format(permissions=needed)}", f"{link}{_TO_A_PERSON}"


async def _asked(settings: Settings | None, tokens: Tokens, ask: Callable[[Line], Awaitable[T]]) -> T:
    assert tokens.discord_token is not None  # noqa: S101 - `Tokens.has_discord` has said so
    line = Line(lambda _name, _payload: None, api=settings.discord_api_url if settings is not None else None)
    try:
        async with asyncio.timeout(SECONDS):
            await line.log_in(tokens.discord_token.get_secret_value())
            return await ask(line)
    except FAULTS as fault:
        log.info("Discord could not be asked: %s.", outline(fault))
        raise Unwell(
            "Discord cannot be reached from here; look at the network, and at DISCORD_API_URL if it is set."
        ) from None
    finally:
        await line.close()


async def _application(line: Line) -> str:
    about = await line.call("GET", "/oauth2/applications/@me")
    limit = (await line.call("GET", "/gateway/bot"))["session_start_limit"]
    refuse(about, limit)
    current = commands.are_the_same(commands.definitions(load(around=(vocabulary,))), await line.commands())
    servers = int(about.get("approximate_guild_count") or 0)
    where = "on 1 server" if servers == 1 else f"on {servers} servers"
    told = "knows our commands" if current else "is told of our commands at the next start"
    missing = lacked(await line.call("GET", "/users/@me/guilds", query={"limit": _MOST_SERVERS})) if servers else ""
    return f"the application {about['name']} is {where}; Discord {told}{missing}"


def lacked(servers: list[dict[str, Any]]) -> str:
    """What the posts of communities need and is not allowed, by server; with how to give it."""
    found = [(one["name"], permissions.lacking(permissions.read(one.get("permissions")))) for one in servers]
    told = [f"{name} ({', '.join(lacks)})" for name, lacks in found if lacks]
    if not told:
        return ""
    more = f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
    return (
        f"; the posts of a community need what is not allowed on {', '.join(told[:_MOST_NAMED])}{more}: where they are wanted, "
        "open the link of `rebound discord --invite --community` there"
    )


def refuse(about: dict[str, Any], limit: dict[str, Any]) -> None:
    """Raise for what keeps the coach from working, of what Discord says of the application and its sessions."""
    page = f"{_PORTAL}/{about['id']}"
    if about.get("interactions_endpoint_url"):
        raise Unwell(
            f"The application has an Interactions Endpoint URL, so that no button reaches us; empty it at {page}/information."
        )
    if about.get("bot_require_code_grant"):
        raise Unwell(f"Nobody can add the coach, because Requires OAuth2 Code Grant is on; turn it off at {page}/bot.")
    if not {"0", "1"} <= set(about.get("integration_types_config") or {}):
        raise Unwell(
            "The application cannot be installed by servers and by people both; tick User Install and Guild Install at "
            f"{page}/installation."
        )
    if int(limit["remaining"]) < FEW_SESSIONS:
        hours = int(limit["reset_after"]) / 3_600_000
        raise Unwell(
            f"Only {limit['remaining']} sessions may be begun in the next {hours:.0f} hours; something starts the coach "
            "again and again: look into its log, and start it once."
        )
