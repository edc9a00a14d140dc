"""Discord: what comes from it as events of the core, and what the coach says as its messages. No rule of coaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.config import Settings
from bot.tokens import Tokens
from core.wording import Wording

if TYPE_CHECKING:
    from bot.discord.platform import Discord


def adapter(settings: Settings, tokens: Tokens, clock: Clock, wording: Wording) -> Discord:
    """The adapter, not connected yet; discord.py is loaded here and nowhere before.

    Its module may not be called `adapter`: once loaded, it would stand here in place of this function.
    """
    from bot.discord.platform import Discord

    return Discord(settings, tokens, clock, wording)
