"""Socket Mode: a connection that we open, and an eye on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackClientError
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.adapters import ConnectionLost

PING_SECONDS = 5.0
SILENT_SECONDS = 90.0
"""A socket that has been dead for so long does not come back by itself."""


class _Handler(AsyncSocketModeHandler):
    """Acknowledges idle talk without bolt."""

    def __init__(self, app: AsyncApp, app_token: str, is_idle_talk: Callable[[dict[str, Any]], bool]) -> None:
        super().__init__(app, app_token, ping_interval=PING_SECONDS)
        self._is_idle_talk = is_idle_talk

    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        if isinstance(req.payload, dict) and self._is_idle_talk(req.payload):
            await client.send_socket_mode_response(SocketModeResponse(req.envelope_id))
        else:
            await super().handle(client, req)  # type: ignore[arg-type]  # the one that it has made itself


class Socket:
    """Socket Mode, and an eye on it: the SDK notices late that a socket is dead, or never."""

    def __init__(self, app: AsyncApp, app_token: str, is_idle_talk: Callable[[dict[str, Any]], bool]) -> None:
        self._client = _Handler(app, app_token, is_idle_talk).client
        self._seen = monotonic()
        self.is_open = False
        """As it was at the last look."""

    async def prepare(self) -> None:
        """Ask for the address of the socket, which shows whether the token is good; raises what the SDK raises."""
        self._client.wss_uri = await self._client.issue_new_wss_url()

    async def start(self) -> None:
        """Open it."""
        await self._client.connect()  # type: ignore[no-untyped-call]
        self._seen = monotonic()

    async def look(self) -> None:
        """See whether it is alive, and open another if it is not; `ConnectionLost` after too long."""
        self.is_open = await self._client.is_connected()
        if self.is_open:
            self._seen = monotonic()
        elif monotonic() - self._seen > SILENT_SECONDS:
            raise ConnectionLost("The connection to Slack is dead and does not come back; start again.")
        elif self._client.current_session is not None and self._client.current_session.closed:
            with suppress(SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
                await self._client.connect_to_new_endpoint()  # at once, and not at the SDK's next look

    async def close(self) -> None:
        """Take nothing more."""
        self.is_open = False
        await self._client.close()  # type: ignore[no-untyped-call]
