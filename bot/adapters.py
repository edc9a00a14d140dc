"""What the program asks of a platform that it also listens to, and where each one's adapter is made.

An adapter lies in a package of its own (`bot/slack`, `bot/discord`) and is imported only by a process that serves that
platform: its libraries are heavy, and no other command pays for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import resolve_name
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

from bot.clock import Clock
from bot.config import Settings
from bot.delivery.platform import Platform
from bot.tokens import Tokens
from core.errors import ReboundError
from core.wording import Wording

if TYPE_CHECKING:
    from bot.running import Service


class ConnectionLost(ReboundError):
    """The connection to a platform is dead for good: the process ends, and whatever looks after it starts it again."""


class Adapter(Platform, Protocol):
    """A platform that is listened to, too. All but `is_connected` is called on the event loop that serves."""

    async def start(self, *, listens: bool = True) -> None:
        """Check the tokens and connect; `SettingsError` says what to do where the platform refuses them.

        Where it will not listen, because another process does, it is made ready to send and no more.
        It may be cancelled. `close` is called afterwards in any case.
        """

    async def listen(self, service: Service) -> None:
        """Hand events to `service.take` until cancelled, and then finish those in hand.

        Each is acknowledged to the platform after its `take` has returned. Raises `ConnectionLost`.
        """

    async def speak(self, service: Service) -> None:
        """In place of `listen`, where another process listens: know what the service knows for what is sent; until cancelled."""

    def is_connected(self) -> bool:
        """Whether events reach us and messages can be sent, as far as is known. Called from any thread; never waits."""

    async def close(self) -> None:
        """Let go of the connection; nothing is sent afterwards. Also after a start that failed, and more than once."""


Factory: TypeAlias = Callable[[Settings, Tokens, Clock, Wording], Adapter]
"""Makes an adapter that is not connected yet; reads no setting of its own and waits for nothing."""

VOCABULARIES = {
    "slack": ("bot.slack.vocabulary", "bot.slack.page_vocabulary"),
    "discord": ("bot.discord.vocabulary",),
}
"""What each platform says of its own, around the conversation; no library of a platform is loaded by them."""
FACTORIES = {"slack": "bot.slack.connection:made", "discord": "bot.discord:adapter"}
"""Where each platform's adapter is made."""


def factory(name: str) -> Factory:
    """What makes the adapter of a platform; its libraries are loaded here."""
    return cast(Factory, resolve_name(FACTORIES[name]))


def vocabularies(names: Iterable[str]) -> tuple[ModuleType, ...]:
    """What the platforms of those names say of their own, for `core.wording.load`."""
    return tuple(import_module(module) for name in names for module in VOCABULARIES[name])
