"""How the running coach is, for the machine that watches it: three pages on this machine alone.

`/healthz`: the process and its event loop are alive. `/readyz`: the database answers, and each connection that somebody
has to `watch` is there. `/metrics`: numbers in the text format of Prometheus. On none of them stands an id, a text or what
an error says, and a label never takes a value that comes from outside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from bot import checks
from bot.clock import Clock
from bot.config import SettingsError
from core.errors import StoreError
from core.events import Event
from core.ports import Claimed, Settlement, Store

HOST = "127.0.0.1"
ANSWER_SECONDS = 5.0
"""Whoever asks has so long to say what they want, and so has each check to answer."""
_LONGEST_REQUEST = 16 * 1024
_TURN_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_PLAIN = "text/plain; charset=utf-8"
_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"

Check = Callable[[], bool]
"""Whether something is as it must be. Called on a thread of its own; may wait, and may raise, which is a no."""


class Health:
    """Counts what happens, and knows what to ask. Safe to call from any thread."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._checks: dict[str, Check] = {}
        self._asked: dict[str, Future[bool]] = {}
        self._threads = ThreadPoolExecutor(thread_name_prefix="health")  # the turns may have all others
        self.watch("database", self._database_answers)
        self._registry = CollectorRegistry()
        self._turns = Histogram(
            "rebound_turn_seconds",
            "Turns taken for what somebody did, and how long each took until it was durable.",
            ["event"],
            buckets=_TURN_SECONDS,
            registry=self._registry,
        )
        self._attempts = Counter(
            "rebound_messages",
            "Attempts to deliver a message, by what became of them.",
            ["platform", "kind", "became"],
            registry=self._registry,
        )
        self._registry.register(self)  # asked for `collect`

    def watch(self, name: str, check: Check) -> None:
        """Not ready unless this says so; `name` is shown, such as "slack"."""
        self._checks[name] = check

    def turn_taken(self, event: Event, seconds: float) -> None:
        """A turn is durable."""
        self._turns.labels(type(event).__name__.lower()).observe(seconds)

    def delivered(self, settlement: Settlement, claimed: Claimed) -> None:
        """An attempt to deliver a message has ended."""
        platform = claimed.person.tenant.partition(":")[0]
        kind = "reply" if claimed.is_reply else "nudge"
        self._attempts.labels(platform, kind, settlement.became.value.replace(" ", "_")).inc()

    def metrics(self) -> bytes:
        """All numbers, as Prometheus reads them. Waits for the store."""
        return generate_latest(self._registry)

    def describe(self) -> Iterable[Metric]:
        """Nothing: what is looked up when it is asked for has no fixed list."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """What is looked up at each asking; left out where the store does not answer, but for its saying so."""
        up = GaugeMetricFamily("rebound_database_up", "Whether the database answers.", value=0.0)
        try:
            backlog, due = self._store.backlog(), self._store.next_due()
        except StoreError:
            yield up
            return
        behind = 0.0 if due is None else max(0.0, (self._clock.now() - due).total_seconds())
        up.samples.clear()
        up.add_metric([], 1.0)
        yield up
        yield GaugeMetricFamily("rebound_outbox_waiting", "Messages that wait to be sent.", value=backlog.waiting)
        yield GaugeMetricFamily("rebound_dead_letters", "Messages that could not be delivered.", value=backlog.dead)
        yield GaugeMetricFamily(
            "rebound_people_unreachable", "People who cannot be reached.", value=backlog.unreachable
        )
        yield GaugeMetricFamily("rebound_nudges_behind_seconds", "How late the earliest due nudge is.", value=behind)

    async def ready(self) -> dict[str, bool]:
        """What each check says; one that is not back in time says no."""
        for name, check in self._checks.items():
            if name not in self._asked or self._asked[name].done():  # else it has not answered the last time yet
                self._asked[name] = self._threads.submit(_says_yes, check)
        asked = dict(self._asked)
        await asyncio.wait(map(asyncio.wrap_future, asked.values()), timeout=ANSWER_SECONDS)
        return {name: answer.done() and answer.result() for name, answer in asked.items()}

    def _database_answers(self) -> bool:
        self._store.next_due()
        return True


def _says_yes(check: Check) -> bool:
    try:
        return check()
    except Exception:  # whatever it is, it is not as it must be; its words are nobody's business here
        return False


class HealthServer:
    """Answers on the loopback interface, from `start` to `close`."""

    def __init__(self, health: Health, port: int) -> None:
        self._health = health
        self._port = port
        self._server: asyncio.Server | None = None
        self._answering: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begin to answer; raises `SettingsError` if the port is taken."""
        if problem := checks.taken_port("REBOUND_HEALTH_PORT", HOST, self._port):
            raise SettingsError(problem)
        try:
            self._server = await asyncio.start_server(self._answer, HOST, self._port, limit=_LONGEST_REQUEST)
        except OSError as error:  # somebody was quicker
            raise SettingsError(checks.port_problem("REBOUND_HEALTH_PORT", HOST, self._port, error)) from None

    async def close(self) -> None:
        """Answer nobody any more."""
        if self._server is not None:
            self._server.close()
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - asyncio calls this in one
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        with closing(writer), suppress(OSError, TimeoutError):
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    head = await reader.readuntil(b"\r\n\r\n")
                answer = await self._to(head)
            except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                answer = _response(400, "Bad Request")
            writer.write(answer)
            async with asyncio.timeout(ANSWER_SECONDS):
                await writer.drain()

    async def _to(self, head: bytes) -> bytes:
        match head.partition(b"\r\n")[0].split(b" "):
            case [method, target, version] if version.startswith(b"HTTP/1."):
                path = target.partition(b"?")[0]
            case _:
                return _response(400, "Bad Request")
        if path not in (b"/healthz", b"/readyz", b"/metrics"):
            return _response(404, "Not Found")
        if method not in (b"GET", b"HEAD"):
            return _response(405, "Method Not Allowed", allow=True)
        answer = await self._page(path)
        return answer if method == b"GET" else answer[: answer.index(b"\r\n\r\n") + 4]

    async def _page(self, path: bytes) -> bytes:
        match path:
            case b"/healthz":
                return _response(200, "OK", b"ok\n")
            case b"/readyz":
                ready = await self._health.ready()
                lines = "".join(f"{name}: {'ok' if is_ready else 'not ready'}\n" for name, is_ready in ready.items())
                if all(ready.values()):
                    return _response(200, "OK", lines.encode())
                return _response(503, "Service Unavailable", lines.encode())
            case _:
                return _response(200, "OK", await asyncio.to_thread(self._health.metrics), _PROMETHEUS)


def _response(status: int, says: str, body: bytes | None = None, kind: str = _PLAIN, *, allow: bool = False) -> bytes:
    body = f"{says}\n".encode() if body is None else body
    head = [
        f"HTTP/1.1 {status} {says}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "Connection: close",
        *(["Allow: GET, HEAD"] if allow else []),
    ]
    return "\r\n".join([*head, "", ""]).encode() + body
