"""The door for Slack's requests: nothing of a body is parsed before its signature is verified on the raw bytes.

What comes in is answered here or handed on whole. The rules a newcomer could break: a request that Slack did not sign
gets 401 and leaves no word of its own in a log, and nothing that anybody sends is answered by a 500.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from aiohttp import web

from bot import checks
from bot.clock import Clock, SystemClock
from bot.config import SettingsError
from bot.slack.paths import EVENTS, HEALTH
from core.errors import outline
from core.records import record, unsaid

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

MOST_BYTES = 1 << 20
"""The largest that Slack sends is a form with a view of 250 kB in it, which its encoding may treble."""
WINDOW_SECONDS = 300
"""A signature is taken for so long, as Slack asks; a request that is repeated meanwhile is known by its event."""
BODY_SECONDS = 3.0
"""So long may a body take to arrive: Slack gives up after that."""
DRAIN_SECONDS = 5.0
_LINGER_SECONDS = 0.5
"""So long is somebody listened to who goes on sending what was refused, that they may read why."""
_TIMESTAMP = re.compile(r"\d{1,12}", re.ASCII)
_PLAIN = "text/plain; charset=utf-8"

log = logging.getLogger(__name__)


@unsaid
class Answer(NamedTuple):
    """What is sent back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Dispatch: TypeAlias = Callable[[bytes, Mapping[str, str]], Awaitable[tuple[int, Mapping[str, str], bytes]]]
"""From the body and the headers of a verified request to what is answered, once that is durable."""


@record
class Visit:
    """A browser asks for a page."""

    query: Mapping[str, str]
    cookies: Mapping[str, str]


Page: TypeAlias = Callable[[Visit], Awaitable[Answer]]


class Verdict(StrEnum):
    """Whether a request is Slack's, and of now."""

    FINE = "fine"
    FORGED = "forged"
    """It is not signed, or not with our secret."""
    STALE = "stale"
    """It is signed with our secret, but at another time."""


def verdict(secret: bytes, body: bytes, timestamp: str, signature: str, now: float) -> Verdict:
    """Judge a request by the bytes of its body and its two headers; whatever stands in them, without an error."""
    if not _TIMESTAMP.fullmatch(timestamp):
        return Verdict.FORGED
    signed = hmac.digest(secret, b"v0:%b:%b" % (timestamp.encode(), body), "sha256").hex()
    if not hmac.compare_digest(f"v0={signed}".encode(), signature.encode("utf-8", "surrogateescape")):
        return Verdict.FORGED
    return Verdict.FINE if abs(now - int(timestamp)) <= WINDOW_SECONDS else Verdict.STALE


class Entry:
    """Listens from `start` to `close`, and answers only what is meant for it."""

    def __init__(
        self,
        dispatch: Dispatch,
        secret: str,
        *,
        host: str,
        port: int,
        pages: Mapping[str, Page] | None = None,
        clock: Clock | None = None,
    ) -> None:
        """`pages` are shown to browsers, by their paths. The clock has to be the machine's own: Slack signs with the time."""
        if not secret.strip():
            raise SettingsError(
                "SLACK_SIGNING_SECRET is empty; copy it from your Slack app, Basic Information. Without it anybody could "
                "write in the name of your members."
            )
        self._dispatch = dispatch
        self._secret = secret.encode()
        self._host, self._port = host, port
        self._pages = pages or {}
        self._clock = clock or SystemClock()
        self._runner: web.ServerRunner | None = None

    @property
    def is_open(self) -> bool:
        """Whether we listen."""
        return self._runner is not None

    async def start(self) -> None:
        """Begin to listen; raises `SettingsError` if the port is taken."""
        if problem := checks.taken_port("SLACK_HTTP_PORT", self._host, self._port):
            raise SettingsError(problem)
        server = web.Server(self._answered, access_log=None, auto_decompress=False, lingering_time=_LINGER_SECONDS)
        self._runner = web.ServerRunner(server, shutdown_timeout=DRAIN_SECONDS)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:  # somebody was quicker
            await self.close()
            raise SettingsError(checks.port_problem("SLACK_HTTP_PORT", self._host, self._port, error)) from None

    async def close(self) -> None:
        """Take nothing more, and give what is being answered some seconds to be done."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _answered(self, request: web.BaseRequest) -> web.StreamResponse:
        status, headers, body = await self._answer(request)
        return web.Response(status=status, headers=headers, body=b"" if request.method == "HEAD" else body)

    async def _answer(self, request: web.BaseRequest) -> Answer:
        wanted = ("POST",) if request.path == EVENTS else ("GET", "HEAD")
        if request.path not in (EVENTS, HEALTH, *self._pages):
            return said(404, "Not Found")
        if request.method not in wanted:
            return Answer(405, {"Content-Type": _PLAIN, "Allow": ", ".join(wanted)}, b"Method Not Allowed\n")
        if request.path == EVENTS:
            return await self._event(request)
        if request.path == HEALTH:
            return said(200, "ok")
        visit = Visit(dict(request.query), dict(request.cookies))
        return await _sheltered(self._pages[request.path](visit))

    async def _event(self, request: web.BaseRequest) -> Answer:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _read(request)
        except TimeoutError:
            return said(408, "Request Timeout")
        if body is None:
            return said(413, "Content Too Large")
        timestamp, signature = (_only(request, name) for name in ("X-Slack-Request-Timestamp", "X-Slack-Signature"))
        found = verdict(self._secret, body, timestamp, signature, self._clock.now().timestamp())
        if found is Verdict.FINE:
            return await _sheltered(self._dispatch(body, dict(request.headers)))
        if found is Verdict.STALE:
            log.warning(
                "A request of Slack's was refused, for it was signed more than %d minutes from now; set the clock of "
                "this machine, unless somebody repeats old requests.",
                WINDOW_SECONDS // 60,
            )
        else:
            log.info("A request was refused, for it was not signed with SLACK_SIGNING_SECRET.")
        return said(401, "Unauthorized")


def said(status: int, words: str) -> Answer:
    """A line of text as an answer."""
    return Answer(status, {"Content-Type": _PLAIN}, f"{words}\n".encode())


def to_bolt(app: AsyncApp, is_idle_talk: Callable[[dict[str, Any]], bool] = lambda _: False) -> Dispatch:
    """Hand verified requests to bolt, but for idle talk; what Slack signed and bolt cannot read is a 400."""
    from slack_bolt.request.async_request import AsyncBoltRequest

    async def dispatch(body: bytes, headers: Mapping[str, str]) -> Answer:
        try:
            request = AsyncBoltRequest(body=body.decode(), headers=dict(headers))
            if not isinstance(request.body.get("event", {}), dict):
                return said(400, "Bad Request")
            if is_idle_talk(request.body):
                return Answer(200, {}, b"")
        except Exception as error:  # bolt parses whatever it is given, and fails in many ways
            log.warning("A signed request could not be read: %s.", outline(error))
            return said(400, "Bad Request")
        response = await app.async_dispatch(request)
        status = 503 if response.status == 500 else response.status  # a fault of bolt's own: Slack may come again
        return Answer(status, response.first_headers_without_set_cookie(), response.body.encode())

    return dispatch


async def _read(request: web.BaseRequest) -> bytes | None:
    """The whole body; None, as soon as that is known, for one that is too large."""
    if (request.content_length or 0) > MOST_BYTES:
        return None
    body = bytearray()
    async for some in request.content.iter_any():
        body += some
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _only(request: web.BaseRequest, header: str) -> str:
    """The header's value; nothing where it is missing, or there twice, so that nobody later reads another one."""
    values = request.headers.getall(header, [])
    return values[0] if len(values) == 1 else ""


async def _sheltered(answering: Awaitable[tuple[int, Mapping[str, str], bytes]]) -> Answer:
    """The answer; where there is none for a fault of ours, Slack is asked to come again."""
    try:
        return Answer(*await answering)
    except Exception as error:  # nothing was kept then, and whatever it is must not be told to the outside
        log.error("A request of Slack's could not be answered, and may come again: %s.", outline(error))
        return said(503, "Service Unavailable")
