"""Discord: what comes from it as events of the core, and what the coach says as its messages. No rule of coaching."""

from bot.discord.adapter import adapter

__all__ = ["adapter"]
