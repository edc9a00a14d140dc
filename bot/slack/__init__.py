"""Slack: payloads in, messages out, and the connection between. No rule of coaching lives here.

`incoming` and `outgoing` are pure; `adapter` puts them on slack-bolt and slack-sdk. docs/slack.md tells the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.adapters import Adapter
    from bot.clock import Clock
    from bot.config import Settings
    from bot.tokens import Tokens
    from core.wording import Wording


def adapter(settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> Adapter:
    """The adapter for what the settings and tokens name; not connected yet."""
    from bot.slack.adapter import made

    return made(settings, tokens, clock, wording)
