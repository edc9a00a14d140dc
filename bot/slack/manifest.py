"""The app as Slack is told of it: its name, what it may do, and where its events go.

`manifest.json` is the app in Socket Mode, as it is pasted into Slack; over HTTP it differs only in its addresses. The rule a
newcomer could break: each scope is a promise to those who install the app, and stands with its reason in docs/slack.md.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from bot.adapters import vocabularies
from bot.config import SettingsError
from bot.slack.paths import EVENTS, REDIRECT
from core.wording import Wording, load

AGENT = "assistant:write"
"""The scope of the agent view; nothing else needs it."""
COMMUNITY = ("channels:join", "channels:read", "groups:read", "pins:write")
"""The scopes with which the staff of a community can have the coach post in channels; none of them reads a message."""


@cache
def _kept() -> dict[str, Any]:
    found = json.loads((files("bot.slack") / "manifest.json").read_text("utf-8"))
    assert isinstance(found, dict)  # noqa: S101 - it is ours
    return found


def socket() -> dict[str, Any]:
    """The app in Socket Mode."""
    return copy.deepcopy(_kept())


def http(url: str) -> dict[str, Any]:
    """The app over HTTP, at the address under which Slack reaches this machine; `SettingsError` for one that is none."""
    base = _base(url)
    told = socket()
    events = base + EVENTS
    told["settings"]["socket_mode_enabled"] = False
    for name in ("event_subscriptions", "interactivity"):
        told["settings"][name]["request_url"] = events
    for command in told["features"]["slash_commands"]:
        command["url"] = events
    told["oauth_config"]["redirect_urls"] = [base + REDIRECT]
    return told


def scopes() -> tuple[str, ...]:
    """What the app may do, in the order of the manifest."""
    return tuple(_kept()["oauth_config"]["scopes"]["bot"])


def with_agent_view(told: dict[str, Any], wording: Wording) -> dict[str, Any]:
    """The same app with what some plans of Slack offer beside it: sentences to begin with, at one tap."""
    from bot.slack.views import Views

    told["features"]["agent_view"] = {
        "agent_description": told["display_information"]["description"],
        "suggested_prompts": Views(wording).prompts()["prompts"],
    }
    told["oauth_config"]["scopes"]["bot"].append(AGENT)
    return told


def with_community(told: dict[str, Any]) -> dict[str, Any]:
    """The same app with what it takes to post in the channels that staff choose."""
    told["oauth_config"]["scopes"]["bot"].extend(COMMUNITY)
    return told


def printed(url: str | None, *, with_agent: bool = False, for_community: bool = False) -> int:
    """Print the manifest: in Socket Mode, or over HTTP at an address; the exit code."""
    told = socket() if url is None else http(url)
    if for_community:
        told = with_community(told)
    if with_agent:
        told = with_agent_view(told, load(around=vocabularies(["slack"])))
    print(json.dumps(told, indent=2, ensure_ascii=False))
    return 0


def _base(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.query or parts.fragment or port == 0:
        raise SettingsError(
            f"{url} is no address that Slack would take; write it as https://coach.example.org, as your proxy serves it."
        )
    return url.rstrip("/")
