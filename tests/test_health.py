"""The health of a running coach, as the machine that watches it sees it: on loopback alone, in numbers and without a word."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Event as Flag

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import health
from bot.clock import SystemClock
from bot.config import SettingsError
from bot.delivery.platform import Refused
from bot.health import Health, HealthServer
from bot.running import Service, serve
from core.coach import Coach
from core.events import Person
from core.ports import Backlog, Store, Turn
from core.store import open_store
from core.wording import load
from tests.conversation import Conversation
from tests.loopback import Loopback
from tests.service import ME, Life, live
from tests.stores import ADA, BO, KEY, NOW, event, taken

PHRASE = "my hands shook in Ndola"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "rebound.db", KEY)) as opened:
        yield opened


@pytest.fixture
def port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


@asynccontextmanager
async def watched(asked: Health, port: int) -> AsyncIterator[None]:
    server = HealthServer(asked, port)
    await server.start()
    try:
        yield
    finally:
        await server.close()


async def sends(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with closing(writer):
        writer.write(request)
        writer.write_eof()
        return await reader.read()


async def asks(port: int, path: str, method: str = "GET") -> Answer:
    answered = await sends(port, f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    head, _, body = answered.decode().partition("\r\n\r\n")
    first, *rest = head.split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}
    assert int(headers["content-length"]) == len(body.encode()) or method == "HEAD"
    return Answer(int(first.split()[1]), headers, body)


def numbers(asked: Health) -> dict[str, float]:
    """Each sample by its name and labels; the text is what a Prometheus would parse."""
    return {
        " ".join([sample.name, *(f"{name}={value}" for name, value in sorted(sample.labels.items()))]): sample.value
        for family in text_string_to_metric_families(asked.metrics().decode())
        for sample in family.samples
    }


async def test_a_living_process_with_its_database_is_well_and_ready(store: Store, port: int) -> None:
    async with watched(Health(store, SystemClock()), port):
        alive, ready = await asks(port, "/healthz"), await asks(port, "/readyz?verbose=1")
    assert (alive.status, alive.body) == (200, "ok\n")
    assert (ready.status, ready.body) == (200, "database: ok\n")


async def test_without_its_database_it_is_alive_and_not_ready(store: Store, port: int) -> None:
    asked = Health(store, SystemClock())
    store.close()
    async with watched(asked, port):
        assert (await asks(port, "/healthz")).status == 200
        ready = await asks(port, "/readyz")
        metrics = await asks(port, "/metrics")
    assert (ready.status, ready.body) == (503, "database: not ready\n")
    assert "rebound_database_up 0.0" in metrics.body
    assert "rebound_outbox_waiting" not in metrics.body


async def test_it_is_ready_when_each_connection_says_so(store: Store, port: int) -> None:
    asked, connected = Health(store, SystemClock()), Flag()

    def fails() -> bool:
        raise RuntimeError(PHRASE)

    asked.watch("slack", connected.is_set)
    async with watched(asked, port):
        before = await asks(port, "/readyz")
        connected.set()
        after = await asks(port, "/readyz")
        asked.watch("discord", fails)
        broken = await asks(port, "/readyz")
    assert (before.status, before.body) == (503, "database: ok\nslack: not ready\n")
    assert (after.status, after.body) == (200, "database: ok\nslack: ok\n")
    assert (broken.status, broken.body) == (503, "database: ok\nslack: ok\ndiscord: not ready\n")


async def test_a_check_that_hangs_says_no_and_is_not_asked_again_meanwhile(
    store: Store, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "ANSWER_SECONDS", 0.3)
    asked, over, times = Health(store, SystemClock()), Flag(), list[int]()

    def hangs() -> bool:
        times.append(1)
        return over.wait(20.0)

    asked.watch("slack", hangs)
    async with watched(asked, port):
        for _ in range(3):
            assert (await asks(port, "/readyz")).body == "database: ok\nslack: not ready\n"
        over.set()
        await asyncio.sleep(0.1)
        assert (await asks(port, "/readyz")).status == 200
    assert len(times) == 2


@pytest.mark.parametrize("path", ["/", "/healthz/", "/metrics/all", "/../rebound.db", "/%6detrics", "healthz"])
async def test_another_path_is_not_found(store: Store, port: int, path: str) -> None:
    async with watched(Health(store, SystemClock()), port):
        assert (await asks(port, path)).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "get"])
@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_another_method_is_not_allowed(store: Store, port: int, path: str, method: str) -> None:
    async with watched(Health(store, SystemClock()), port):
        answer = await asks(port, path, method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


async def test_a_head_request_gets_the_head_alone(store: Store, port: int) -> None:
    async with watched(Health(store, SystemClock()), port):
        answer = await asks(port, "/healthz", "HEAD")
    assert (answer.status, answer.headers["content-length"], answer.body) == (200, "3", "")


@pytest.mark.parametrize(
    "request_", [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET /healthz FTP/1\r\n\r\n", b"\x16\x03\x01\x02", b"a" * 100_000]
)
async def test_what_is_no_request_is_refused_and_the_next_one_answered(
    store: Store, port: int, request_: bytes
) -> None:
    async with watched(Health(store, SystemClock()), port):
        try:
            answered = await sends(port, request_)
        except ConnectionError:  # it was too long to be read to its end
            answered = b""
        assert answered.startswith(b"HTTP/1.1 400 ") or len(request_) == 100_000
        assert (await asks(port, "/healthz")).status == 200


async def test_whoever_says_nothing_is_left_and_holds_up_nobody(
    store: Store, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "ANSWER_SECONDS", 0.3)
    async with watched(Health(store, SystemClock()), port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        with closing(writer):
            assert (await asks(port, "/healthz")).status == 200
            assert await asyncio.wait_for(reader.read(), 10) == b""


async def test_it_listens_on_loopback_and_on_no_other_address(store: Store, port: int) -> None:
    async with watched(Health(store, SystemClock()), port):
        assert (await asks(port, "/healthz")).status == 200
        for address in others():
            with closing(socket.socket()) as stranger:
                stranger.settimeout(2.0)
                with pytest.raises(OSError, match=r"refused|timed out"):
                    stranger.connect((address, port))


def others() -> list[str]:
    """Addresses of this machine by which others reach it; another one of loopback's stands in where there is none."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; tells the address that would be used
            outward = probe.getsockname()[0]
        except OSError:
            outward = "127.0.0.2"
    return [outward, "127.0.0.2"]


async def test_a_taken_port_is_told_in_one_sentence_and_nothing_has_begun(store: Store, port: int) -> None:
    service = Service(Coach(load()), store, SystemClock(), [Loopback()])
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(SettingsError) as told:
            await serve(service, store, SystemClock(), health_port=port)
    assert re.fullmatch(
        rf"Port {port} of 127\.0\.0\.1 cannot be used \(.+\); stop .+ write another number as REBOUND_HEALTH_PORT\.",
        str(told.value),
    )


async def test_a_serving_process_answers_until_it_has_ended(store: Store, port: int) -> None:
    service = Service(Coach(load()), store, SystemClock(), [Loopback()])
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(service, store, SystemClock(), stop=stop, health_port=port))
    for _ in range(200):
        try:
            ready = await asks(port, "/readyz")
            break
        except ConnectionError:
            await asyncio.sleep(0.05)
    assert ready.status == 200
    stop.set()
    await serving
    with pytest.raises(ConnectionError):
        await asks(port, "/healthz")


def test_the_numbers_tell_what_happened_and_name_nobody(talk: Callable[..., Conversation]) -> None:
    async def story(life: Life) -> None:
        async with life.running():
            await life.says(f"just had an interview at Acme, {PHRASE}")
            await asyncio.sleep(4 * 3600)
            life.platform.does = lambda *_: Refused("user_disabled")
            await life.says(PHRASE)
            await asyncio.sleep(60)

    life = live(talk(person=ME), "2026-11-24T10:40", story)
    counted, text = numbers(life.service.health), life.service.health.metrics().decode()
    assert counted["rebound_turn_seconds_count event=text"] == 2
    assert counted["rebound_messages_total became=sent kind=reply platform=slack"] == 1
    assert counted["rebound_messages_total became=sent kind=nudge platform=slack"] == 1
    assert counted["rebound_messages_total became=refused kind=reply platform=slack"] == 1
    assert (
        counted["rebound_dead_letters"] == counted["rebound_people_unreachable"] == counted["rebound_database_up"] == 1
    )
    assert counted["rebound_outbox_waiting"] == counted["rebound_nudges_behind_seconds"] == 0
    for private in (PHRASE, "Ndola", "Acme", ME.id, ME.tenant, "T-mine", "user_disabled"):
        assert private not in text


def test_what_waits_and_what_is_late_is_counted(store: Store) -> None:
    class At:
        def now(self):  # type: ignore[no-untyped-def]
            return NOW + timedelta(minutes=7)

    for person in (ADA, BO, Person("discord", "1")):
        due = NOW if person == BO else NOW + timedelta(hours=1)
        taken(store.take(event("e1", person), lambda _, due=due: Turn(1, b"s", b"e", b"out", due)))  # type: ignore[misc]
    assert store.backlog() == Backlog(waiting=3, dead=0, unreachable=0)
    counted = numbers(Health(store, At()))
    assert counted["rebound_outbox_waiting"] == 3
    assert counted["rebound_nudges_behind_seconds"] == 7 * 60
