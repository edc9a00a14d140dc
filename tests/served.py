"""A process that serves a platform at the other end of its pipes: `python -m tests.served slack|discord|run [--roles …]`.

Each line on its input is an event as JSON; each line on its output says what it does. It is the real command but for the
adapter, which it is handed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import suppress

from bot import serving
from bot.adapters import ConnectionLost
from bot.clock import Clock
from bot.config import Settings, SettingsError
from bot.delivery.platform import Message, Rates
from bot.logs import take_hooks
from bot.running import Service
from bot.tokens import Tokens
from core.errors import ReboundError, StoreError
from core.events import Person, Text
from core.messages import Part
from core.wording import Wording
from tests.conversation import as_text

RATES = Rates(per_second=100.0, burst=100, per_conversation=100.0, conversation_burst=100)


def tells(what: str, **more: object) -> None:
    print(json.dumps({"does": what, **more}), flush=True)


class Piped:
    """A platform, its people and its faults, all on a pipe."""

    rates = RATES
    tells_doubles = True

    def __init__(self, name: str, clock: Clock) -> None:
        self.name = name
        self.clock = clock
        self._is_connected = False

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        return [parts]

    async def send(self, message: Message) -> None:
        if "slow" in sys.argv:
            tells("sends")
            await asyncio.sleep(0.5)
        tells("shows", text=as_text(message.parts), person=message.person.id, reply=message.is_reply)

    def is_connected(self) -> bool:
        return self._is_connected

    async def start(self, *, listens: bool = True) -> None:
        tells("starts", platform=self.name, listens=listens)
        if "refused" in sys.argv:
            raise SettingsError("SLACK_BOT_TOKEN is refused; copy it anew.")
        if "never" in sys.argv:
            await asyncio.Event().wait()
        self._is_connected = True
        tells("connected")

    async def speak(self, _service: Service) -> None:
        await asyncio.Event().wait()

    async def listen(self, service: Service) -> None:
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        pipe, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        try:
            while line := await reader.readline():
                await self._take(json.loads(line), service)
        finally:
            pipe.close()
            tells("stops listening")

    async def _take(self, event: dict[str, str], service: Service) -> None:
        match event:
            case {"lost": reason}:
                raise ConnectionLost(reason)
            case {"fault": reason}:
                raise ValueError(reason)
        person = Person("slack:T1" if self.name == "slack" else self.name, event["person"])
        with suppress(StoreError):
            await service.take(Text(id=event["id"], person=person, at=self.clock.now(), text=event["text"]))
            tells("acknowledges", id=event["id"])

    async def close(self) -> None:
        tells("closes", platform=self.name)


def make(name: str) -> serving.Factory:
    """The factory that the command is handed in place of the real one."""

    def adapter(_settings: Settings, _tokens: Tokens, clock: Clock, _wording: Wording) -> Piped:
        return Piped(name, clock)

    return adapter


def run() -> int:
    take_hooks()
    try:
        roles = sys.argv[sys.argv.index("--roles") + 1] if "--roles" in sys.argv else None
        return serving.run(None if sys.argv[1] == "run" else sys.argv[1], make, roles=roles)
    except ReboundError as error:
        print(f"rebound: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(run())
