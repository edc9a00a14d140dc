"""The door for Slack's requests, over a real socket: raw bytes in, status lines out."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import SystemClock
from bot.config import SettingsError
from bot.slack import http
from bot.slack.http import Answer, Entry, Visit, said
from bot.slack.paths import EVENTS, HEALTH
from tests.simulators.slack import free_port

OURS = "what Slack and we know"


class Taken:
    """What was handed on, and what it does to that."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.error: Exception | None = None
        self.waits = asyncio.Event()
        self.waits.set()

    async def __call__(self, body: bytes, _headers: Mapping[str, str]) -> tuple[int, Mapping[str, str], bytes]:
        await self.waits.wait()
        if self.error is not None:
            raise self.error
        self.bodies.append(body)
        return 200, {"Content-Type": "text/plain"}, b"taken"


def signed(body: bytes, *, key: str = OURS, ahead: int = 0, at: str | None = None) -> dict[str, str]:
    timestamp = at or str(int(SystemClock().now().timestamp()) + ahead)
    base = b"v0:" + timestamp.encode() + b":" + body
    signature = "v0=" + hmac.new(key.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}


class Door:
    """An entry that listens, and a client that comes to it."""

    def __init__(self, port: int, session: aiohttp.ClientSession, taken: Taken, entry: Entry) -> None:
        self.port, self.session, self.taken, self.entry = port, session, taken, entry

    async def asks(
        self,
        body: bytes = b"{}",
        headers: Mapping[str, str] | None = None,
        *,
        path: str = EVENTS,
        method: str = "POST",
    ) -> tuple[int, bytes]:
        headers = signed(body) if headers is None else headers
        address = f"http://127.0.0.1:{self.port}{path}"
        async with self.session.request(method, address, data=body, headers=headers) as answer:
            return answer.status, await answer.read()


@asynccontextmanager
async def opened(**options: object) -> AsyncIterator[Door]:
    taken, port = Taken(), free_port()
    entry = Entry(taken, OURS, host="127.0.0.1", port=port, **options)  # type: ignore[arg-type]
    await entry.start()
    try:
        async with aiohttp.ClientSession() as session:
            yield Door(port, session, taken, entry)
    finally:
        await entry.close()


async def test_a_signed_request_is_handed_on_byte_for_byte() -> None:
    body = b'{"text": "\xc3\xa9  spaced"}\n'
    async with opened() as door:
        assert await door.asks(body) == (200, b"taken")
        assert door.taken.bodies == [body]


FORGED = {
    "no signature at all": lambda _: {},
    "another secret": lambda body: signed(body, key="another"),
    "an empty secret": lambda body: signed(body, key=""),
    "zeros": lambda body: signed(body) | {"X-Slack-Signature": "v0=" + "0" * 64},
    "another version": lambda body: signed(body) | {"X-Slack-Signature": "v1=" + "0" * 64},
    "no timestamp": lambda body: {"X-Slack-Signature": signed(body)["X-Slack-Signature"]},
    "a timestamp that is no number": lambda body: signed(body, at="not-a-number"),
    "a timestamp in other digits": lambda body: signed(body) | {"X-Slack-Request-Timestamp": "१७३२३१०४००"},
    "a negative timestamp": lambda body: signed(body, at="-1"),
    "a huge timestamp": lambda body: signed(body, at="9" * 400),
    "not a number that numbers know": lambda body: signed(body, at="nan"),
    "a signature that is not ASCII": lambda body: signed(body) | {"X-Slack-Signature": "v0=é"},
    "signed six minutes ago": lambda body: signed(body, ahead=-360),
    "signed six minutes ahead": lambda body: signed(body, ahead=360),
    "another body": lambda body: signed(body + b" "),
}


@pytest.mark.parametrize("how", FORGED)
async def test_a_request_that_slack_did_not_sign_now_gets_401_and_is_not_handed_on(how: str) -> None:
    body = b'{"type": "url_verification", "challenge": "x"}'
    async with opened() as door:
        status, answer = await door.asks(body, FORGED[how](body))
        assert (status, answer) == (401, b"Unauthorized\n")
        assert door.taken.bodies == []


async def test_two_signatures_are_none() -> None:
    body = b"{}"
    async with opened() as door:
        twice = [*signed(body).items(), ("X-Slack-Signature", "v0=" + "0" * 64)]
        async with door.session.post(f"http://127.0.0.1:{door.port}{EVENTS}", data=body, headers=twice) as answer:
            assert answer.status == 401


async def test_four_minutes_old_is_still_fine() -> None:
    async with opened() as door:
        assert (await door.asks(b"{}", signed(b"{}", ahead=-240)))[0] == 200


async def test_a_wrong_clock_is_named_and_a_forgery_leaves_none_of_its_words(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with opened() as door:
        await door.asks(b"secret words", signed(b"secret words", ahead=-3600))
        await door.asks(b"secret words", {})
    assert "set the clock of this machine" in caplog.text
    assert "not signed with SLACK_SIGNING_SECRET" in caplog.text
    assert "secret words" not in caplog.text


async def test_a_body_that_is_too_large_gets_413_before_it_is_read() -> None:
    async with opened() as door:
        reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
        announced = f"POST {EVENTS} HTTP/1.1\r\nHost: x\r\nContent-Length: {http.MOST_BYTES + 1}\r\n\r\n"
        writer.write(announced.encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 413 ")
        writer.close()
        assert door.taken.bodies == []


async def test_a_body_that_does_not_tell_its_size_is_cut_off() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(http.MOST_BYTES // 4096 + 10):
            yield b"x" * 4096

    async with opened() as door:
        try:
            async with door.session.post(f"http://127.0.0.1:{door.port}{EVENTS}", data=endless()) as answer:
                assert answer.status == 413
        except aiohttp.ClientConnectionError:
            pass  # it was cut off while it was still being sent
        assert door.taken.bodies == []


async def test_a_compressed_body_is_verified_as_it_came() -> None:
    import gzip

    body = gzip.compress(b"{}" * 100)
    async with opened() as door:
        assert (await door.asks(body, signed(body) | {"Content-Encoding": "gzip"}))[0] == 200
        assert door.taken.bodies == [body]
        assert (await door.asks(body, signed(b"{}" * 100) | {"Content-Encoding": "gzip"}))[0] == 401


async def test_a_body_that_never_arrives_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "BODY_SECONDS", 0.05)
    async with opened() as door:
        reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
        writer.write(f"POST {EVENTS} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n".encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 408 ")
        writer.close()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", EVENTS, 405),
        ("PUT", EVENTS, 405),
        ("POST", HEALTH, 405),
        ("GET", HEALTH, 200),
        ("HEAD", HEALTH, 200),
        ("POST", "/", 404),
        ("POST", "/slack/events/", 404),
        ("POST", "/slack/../slack/events/x", 404),
        ("GET", "/slack/install", 404),
        ("GET", "/.env", 404),
    ],
)
async def test_only_what_is_meant_for_it_is_answered(method: str, path: str, status: int) -> None:
    async with opened() as door:
        assert (await door.asks(path=path, method=method))[0] == status
        assert door.taken.bodies == []


async def test_pages_are_shown_at_their_paths_with_what_the_browser_brings() -> None:
    seen: list[Visit] = []

    async def page(visit: Visit) -> Answer:
        seen.append(visit)
        return said(200, "a page")

    async with opened(pages={"/slack/install": page}) as door:
        status, words = await door.asks(b"", {"Cookie": "a=b"}, path="/slack/install?c=d", method="GET")
    assert (status, words) == (200, b"a page\n")
    assert (seen[0].query, seen[0].cookies) == ({"c": "d"}, {"a": "b"})


async def test_a_fault_of_ours_is_503_so_that_slack_comes_again_and_its_words_stay_inside(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with opened() as door:
        door.taken.error = ValueError("somebody's words")
        assert await door.asks() == (503, b"Service Unavailable\n")
    assert "ValueError" in caplog.text
    assert "somebody's words" not in caplog.text


async def test_what_bolt_cannot_read_is_400_and_a_fault_inside_it_503() -> None:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk.web.async_client import AsyncWebClient

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb")  # noqa: S106

    async def fails() -> None:
        raise ValueError

    app = AsyncApp(client=AsyncWebClient(), authorize=authorize, request_verification_enabled=False)
    app.use(fails)
    dispatch = http.to_bolt(app)
    kind = {"content-type": "application/json"}
    assert (await dispatch(b'{"type": "event_callback", "event": {"type": "message"}}', kind))[0] == 503
    for body in (b"{", b"[]", b"\xff", b'{"event": []}'):
        assert (await dispatch(body, kind))[0] == 400, body


async def test_an_event_that_is_nothing_to_us_is_acknowledged_without_bolt() -> None:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk.web.async_client import AsyncWebClient

    async def authorize() -> AuthorizeResult:
        raise ValueError

    app = AsyncApp(client=AsyncWebClient(), authorize=authorize, request_verification_enabled=False)
    dispatch = http.to_bolt(app, lambda body: body["event"]["type"] == "team_join")
    kind = {"content-type": "application/json"}
    for event, status in ((b"team_join", 200), (b"message", 503)):
        assert (await dispatch(b'{"type": "event_callback", "event": {"type": "%b"}}' % event, kind))[0] == status


async def test_what_is_being_answered_is_answered_before_the_end() -> None:
    async with opened() as door:
        door.taken.waits.clear()
        asking = asyncio.create_task(door.asks())
        await asyncio.sleep(0.05)
        closing = asyncio.create_task(door.entry.close())
        await asyncio.sleep(0.05)
        with pytest.raises(OSError, match=r"refused|Connect"):
            await asyncio.open_connection("127.0.0.1", door.port)
        assert not closing.done()
        door.taken.waits.set()
        assert (await asking)[0] == 200
        await closing


@pytest.mark.parametrize("secret", ["", "  ", "\n"])
def test_an_empty_secret_is_refused_at_the_start(secret: str) -> None:
    with pytest.raises(SettingsError, match="SLACK_SIGNING_SECRET is empty; copy it from"):
        Entry(Taken(), secret, host="127.0.0.1", port=1)


async def test_a_port_that_is_taken_is_one_sentence() -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"Port {port} of 127.0.0.1 cannot be used .* SLACK_HTTP_PORT\."):
            await Entry(Taken(), OURS, host="127.0.0.1", port=port).start()


# --- whatever is sent ---

HEADERS = st.dictionaries(
    st.sampled_from(
        ["X-Slack-Signature", "X-Slack-Request-Timestamp", "Content-Type", "Content-Encoding", "X-Slack-Retry-Num"]
    ),
    st.binary(max_size=80),
)


async def _status(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        writer.write_eof()
        async with asyncio.timeout(5):
            return await reader.readline()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def _none_is_a_fault(requests: list[bytes]) -> None:
    async with opened() as door:
        for request in requests:
            status = await _status(door.port, request)
            assert not status.startswith((b"HTTP/1.1 5", b"HTTP/1.0 5", b"HTTP/1.1 2")), (request, status)
        assert door.taken.bodies == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=2000), min_size=5, max_size=5))
def test_whatever_bytes_come_none_is_a_fault_and_none_is_handed_on(requests: list[bytes]) -> None:
    asyncio.run(_none_is_a_fault(requests))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(HEADERS, st.binary(max_size=2000) | st.from_type(str).map(json.dumps).map(str.encode)),
        min_size=5,
        max_size=5,
    )
)
def test_whatever_is_posted_unsigned_none_is_a_fault_and_none_is_handed_on(
    posted: list[tuple[dict[str, bytes], bytes]],
) -> None:
    def request(headers: dict[str, bytes], body: bytes) -> bytes:
        lines = [b"%b: %b" % (name.encode(), value) for name, value in headers.items()]
        head = [f"POST {EVENTS} HTTP/1.1".encode(), b"Host: x", b"Content-Length: %d" % len(body), *lines]
        return b"\r\n".join([*head, b"", b""]) + body

    asyncio.run(_none_is_a_fault([request(*one) for one in posted]))
