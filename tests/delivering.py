"""A program that serves people who write without end, for tests that kill it: `delivering.py <folder> <port> <key?>`.

Its coach counts: every text brings a numbered reply, and a moment later a numbered nudge. It prints what it has come to.
With `kills <how many> <seed>` behind that it serves in a child, which it kills (-9) within 0.6 s, again and again; forked,
because to start Python and to import the coach takes twice as long as that.
"""

from __future__ import annotations

import asyncio
import json
import os
import random  # noqa: TID251 (seeded)
import secrets
import signal
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path

from bot.clock import SystemClock
from bot.delivery.platform import Message, Rates, Unsure
from bot.running import Service, serve
from core.events import Event, NudgeDue, Person, Text
from core.messages import Line, Part, encode_parts
from core.ports import Claimed, Outgoing, Store, Turn
from core.store import open_store
from tests.stores import KEY

PEOPLE = [Person("slack:T1", f"U{number}") for number in range(8)]


class Counting:
    """Says how often it has spoken."""

    def may_come_from(self, _nudge: Claimed, now: datetime, _store: Store) -> datetime:
        return now

    def tell_gone(self, _now: datetime, _store: Store) -> list[Outgoing]:
        return []

    def take(self, event: Event, now: datetime, store: Store, **_: object) -> Future[Outgoing | None]:
        def decide(snapshot: bytes | None) -> Turn:
            number = int(snapshot or b"0") + 1
            due = None if isinstance(event, NudgeDue) else now + timedelta(milliseconds=20)
            return Turn(number, b"%d" % number, b"entry", encode_parts((Line(str(number)),)), due)

        return store.take(event, decide)


class Socket:
    """The platform, at the other end of a loopback connection."""

    name = "slack"
    rates = Rates(per_second=400.0, burst=40, per_conversation=100.0, conversation_burst=10)

    def __init__(self, port: int, *, tells_doubles: bool) -> None:
        self._port = port
        self.tells_doubles = tells_doubles

    def divided(self, parts: tuple[Part, ...]) -> Sequence[tuple[Part, ...]]:
        return [parts]

    async def send(self, message: Message) -> None:
        (part,) = message.parts
        assert isinstance(part, Line)
        asked = {"key": message.key, "person": message.person.id, "text": part.text, "attempt": message.attempt}
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            with closing(writer):
                writer.write(json.dumps(asked).encode() + b"\n")
                if await reader.readline() != b"ok\n":
                    raise Unsure
        except OSError as error:
            raise Unsure from error


async def main(folder: Path, port: int, *, tells_doubles: bool, is_quiet: bool, serving: Callable[[], object]) -> None:
    clock = SystemClock()
    with closing(open_store(folder / "rebound.db", KEY)) as store:
        service = Service(Counting(), store, clock, [Socket(port, tells_doubles=tells_doubles)])  # type: ignore[arg-type]

        async def writes(person: Person) -> None:
            while True:
                await service.take(Text(id=secrets.token_hex(8), person=person, at=clock.now(), text=""))
                await asyncio.sleep(0.1)

        writing = [asyncio.create_task(writes(person)) for person in PEOPLE] if not is_quiet else []
        serving()
        try:
            await serve(service, store, clock, drain=5.0)
        finally:
            for task in writing:
                task.cancel()
            await asyncio.gather(*writing, return_exceptions=True)


def is_killed_often(run: Callable[[Callable[[], object]], object], times: int, chance: random.Random) -> None:
    """Let a child serve, and kill it at any moment after it began to."""
    for _ in range(times):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            run(partial(os.write, write, b"serving"))
            os._exit(1)  # it serves without end
        os.close(write)
        assert os.read(read, 9) == b"serving"
        time.sleep(chance.random() * 0.6)
        os.kill(child, signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        os.close(read)


def begin(folder: str, port: str, key: str, *how: str) -> None:
    """Serve as the command line says."""

    def run(serving: Callable[[], object]) -> None:
        is_quiet = how == ("quiet",)
        asyncio.run(main(Path(folder), int(port), tells_doubles=key == "key", is_quiet=is_quiet, serving=serving))

    if how[:1] == ("kills",):
        for name in ("bot.alarm", "core.store.sqlite", "core.store.writer"):
            import_module(name)  # once, and not in each child
        is_killed_often(run, int(how[1]), random.Random(int(how[2])))
    else:
        run(partial(print, "serving", flush=True))
    print("closed", flush=True)


if __name__ == "__main__":
    begin(*sys.argv[1:])
