"""A Discord stand-in on loopback: REST API v10 and Gateway v10, strict about what a bot sends.

Start it with `async with Sim() as sim:`; people and servers are in `actors`.
"""

from __future__ import annotations

import asyncio
import base64
import collections
import contextlib
import datetime as dt
import fnmatch
import json
import os
import random
import re
import signal
import tempfile
import time
import zlib
from pathlib import Path

from aiohttp import WSMsgType, web

from tests.simulators.discord import validator as V

try:
    import zstandard
except ImportError:
    zstandard = None

EPOCH = 1420070400000
PERMS = {
    "create_invite": 0,
    "administrator": 3,
    "manage_channels": 4,
    "manage_guild": 5,
    "add_reactions": 6,
    "view_channel": 10,
    "send_messages": 11,
    "manage_messages": 13,
    "embed_links": 14,
    "attach_files": 15,
    "read_message_history": 16,
    "mention_everyone": 17,
    "manage_roles": 28,
    "use_application_commands": 31,
    "manage_events": 33,
    "manage_threads": 34,
    "create_public_threads": 35,
    "create_private_threads": 36,
    "send_messages_in_threads": 38,
    "create_events": 44,
    "use_external_apps": 50,
    "pin_messages": 51,
}
ALL_PERMS = (1 << 53) - 1


def perm(*names: str) -> int:
    v = 0
    for n in names:
        v |= 1 << PERMS[n]
    return v


MEMBER_PERMS = perm(
    "add_reactions",
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "use_application_commands",
    "create_public_threads",
    "send_messages_in_threads",
    "create_invite",
    "use_external_apps",
)

INTENTS = {
    n: 1 << b
    for n, b in {
        "guilds": 0,
        "guild_members": 1,
        "guild_moderation": 2,
        "guild_expressions": 3,
        "guild_integrations": 4,
        "guild_webhooks": 5,
        "guild_invites": 6,
        "guild_voice_states": 7,
        "guild_presences": 8,
        "guild_messages": 9,
        "guild_message_reactions": 10,
        "guild_message_typing": 11,
        "direct_messages": 12,
        "direct_message_reactions": 13,
        "direct_message_typing": 14,
        "message_content": 15,
        "guild_scheduled_events": 16,
        "auto_moderation_configuration": 20,
        "auto_moderation_execution": 21,
        "guild_message_polls": 24,
        "direct_message_polls": 25,
    }.items()
}
PRIVILEGED = {n: INTENTS[n] for n in ("guild_members", "guild_presences", "message_content")}
EVENT_INTENT = {  # event -> (intent in guilds, intent in DMs)
    "MESSAGE_CREATE": ("guild_messages", "direct_messages"),
    "MESSAGE_UPDATE": ("guild_messages", "direct_messages"),
    "MESSAGE_DELETE": ("guild_messages", "direct_messages"),
    "TYPING_START": ("guild_message_typing", "direct_message_typing"),
    "MESSAGE_REACTION_ADD": ("guild_message_reactions", "direct_message_reactions"),
    "MESSAGE_REACTION_REMOVE": ("guild_message_reactions", "direct_message_reactions"),
    "GUILD_MEMBER_ADD": ("guild_members", None),
    "GUILD_MEMBER_REMOVE": ("guild_members", None),
    "GUILD_MEMBER_UPDATE": ("guild_members", None),
    "GUILD_SCHEDULED_EVENT_CREATE": ("guild_scheduled_events", None),
    "GUILD_SCHEDULED_EVENT_UPDATE": ("guild_scheduled_events", None),
    "GUILD_SCHEDULED_EVENT_DELETE": ("guild_scheduled_events", None),
    "CHANNEL_CREATE": ("guilds", None),
    "CHANNEL_UPDATE": ("guilds", None),
    "CHANNEL_DELETE": ("guilds", None),
    "THREAD_CREATE": ("guilds", None),
    "THREAD_UPDATE": ("guilds", None),
    "THREAD_DELETE": ("guilds", None),
    "GUILD_CREATE": ("guilds", None),
    "GUILD_UPDATE": ("guilds", None),
    "GUILD_DELETE": ("guilds", None),
    "GUILD_ROLE_CREATE": ("guilds", None),
    "GUILD_ROLE_UPDATE": ("guilds", None),
    "GUILD_ROLE_DELETE": ("guilds", None),
}


class ApiError(Exception):
    def __init__(self, status, code, message, errors=None, headers=None, extra=None):
        super().__init__(message)
        self.status, self.code, self.message, self.errors = status, code, message, errors
        self.headers, self.extra = headers or {}, extra or {}

    def body(self):
        d = {"message": self.message, "code": self.code}
        if self.errors:
            d["errors"] = self.errors
        d.update(self.extra)
        return d


def unknown(what, code):
    return ApiError(404, code, f"Unknown {what}")


class Fault:
    """One injected REST fault. kind: 429, 500, 502, 503, 504, slow, drop_before, drop_after, error."""

    def __init__(
        self,
        match,
        kind,
        count=1,
        *,
        retry_after=0.5,
        is_global=False,
        scope="user",
        delay=1.0,
        status=403,
        code=50007,
        message="Cannot send messages to this user",
        when=None,
    ):
        self.method, _, self.glob = match.partition(" ") if " " in match else ("*", "", match)
        self.kind, self.count, self.retry_after, self.is_global, self.scope = (
            str(kind),
            count,
            retry_after,
            is_global,
            scope,
        )
        self.delay, self.status, self.code, self.message, self.when = delay, status, code, message, when
        self.hits = 0

    def take(self, method, path, body):
        if self.count == 0 or not fnmatch.fnmatch(method, self.method) or not fnmatch.fnmatch(path, self.glob):
            return False
        if self.when and not self.when(method, path, body):
            return False
        if self.count > 0:
            self.count -= 1
        self.hits += 1
        return True


class Bucket:
    __slots__ = ("hits", "limit", "name", "window")

    def __init__(self, name, limit, window):
        self.name, self.limit, self.window, self.hits = name, limit, window, collections.deque()

    def hit(self, now):
        while self.hits and self.hits[0] <= now - self.window:
            self.hits.popleft()
        if len(self.hits) >= self.limit:
            return False, 0, self.hits[0] + self.window - now
        self.hits.append(now)
        return True, self.limit - len(self.hits), self.hits[0] + self.window - now


# limit, seconds. Discord does not publish per-route numbers ("should not be hard coded"); these are of the size that bots see.
ROUTE_LIMITS = {
    ("POST", "/channels/{channel_id}/messages"): (5, 5.0),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): (5, 5.0),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}"): (5, 1.0),
    ("POST", "/webhooks/{webhook_id}/{webhook_token}"): (5, 2.0),
    ("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me"): (1, 0.25),
    ("POST", "/users/@me/channels"): (60, 60.0),
}
DEFAULT_LIMIT = (50, 1.0)
TOP_LEVEL = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")


class Session:
    """A gateway session; outlives its socket so that RESUME works."""

    def __init__(self, sid, shard, intents):
        self.id, self.shard, self.num, self.intents = sid, shard[0], shard[1], intents
        self.seq, self.buffer, self.conn, self.dead, self.lost_at = (
            0,
            collections.deque(maxlen=20000),
            None,
            False,
            None,
        )
        self.ready = False
        self.identified_at = time.monotonic()


class Conn:
    """One websocket of the bot."""

    def __init__(self, sim, ws, request):
        self.sim, self.ws, self.transport = sim, ws, request.transport
        self.queue: asyncio.Queue = asyncio.Queue()
        self.session: Session | None = None
        self.received = collections.deque()
        self.compress = request.query.get("compress")
        self._z = zlib.compressobj() if self.compress == "zlib-stream" else None
        self._zs = zstandard.ZstdCompressor().compressobj() if self.compress == "zstd-stream" and zstandard else None
        self.ack = True
        self.last_beat = time.monotonic()
        self.opened = time.monotonic()

    def send(self, op, d=None, s=None, t=None):
        self.queue.put_nowait(json.dumps({"op": op, "d": d, "s": s, "t": t}, separators=(",", ":")))

    async def writer(self):
        while True:
            item = await self.queue.get()
            if isinstance(item, tuple):
                await self.ws.close(code=item[0], message=item[1].encode())
                return
            raw = item.encode()
            try:
                if self._z:
                    await self.ws.send_bytes(self._z.compress(raw) + self._z.flush(zlib.Z_SYNC_FLUSH))
                elif self._zs:
                    await self.ws.send_bytes(self._zs.compress(raw) + self._zs.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))
                else:
                    await self.ws.send_str(item)
            except (ConnectionError, RuntimeError):
                return

    def close(self, code, reason=""):
        self.queue.put_nowait((code, reason))

    def abort(self):
        if self.transport is not None:
            self.transport.abort()


class Sim:
    def __init__(
        self,
        *,
        port=0,
        token="sim-token",
        shards=1,
        privileged=(),
        heartbeat_ms=41250,
        rate_limits=True,
        max_concurrency=1,
        identify_spacing=5.0,
        ack_timeout=3.0,
        token_ttl=900.0,
        resume_window=120.0,
        self_check=False,
        global_per_second=50,
        session_starts=1000,
        seed=1,
        work_dir=None,
        think_time=0.25,
    ):
        self.port, self.token, self.shards, self.heartbeat_ms = port, token, shards, heartbeat_ms
        self.privileged = sum(PRIVILEGED[p] for p in privileged)
        self.rate_limits, self.max_concurrency, self.identify_spacing = rate_limits, max_concurrency, identify_spacing
        self.ack_timeout, self.token_ttl, self.resume_window = ack_timeout, token_ttl, resume_window
        self.think_time = think_time  # least time between something appearing and a person using it
        self.self_check, self.global_per_second, self.session_starts = self_check, global_per_second, session_starts
        self.session_starts_left = session_starts
        self.work_dir = Path(work_dir) if work_dir else None
        self.rng = random.Random(seed)
        self.spec = V.SpecValidator()
        self._n = 0
        self.time_offset = 0.0  # seconds added to every id and timestamp that the simulator hands out
        self.users, self.guilds, self.channels, self.interactions = {}, {}, {}, {}
        self.files: dict[str, tuple[bytes, str]] = {}
        self.global_commands: list[dict] = []
        self.guild_commands: dict[str, list[dict]] = {}
        self.command_syncs = []
        self.sessions: dict[str, Session] = {}
        self.conns: set[Conn] = set()
        self.identifies, self.resumes = [], []
        self.faults: list[Fault] = []
        self.dup_dispatch = 0  # the next n dispatches are sent twice
        self.gateway_down = False  # refuse new websockets (HTTP 503)
        self.drop_events = 0  # the next n dispatches are lost
        self.buckets: dict[str, Bucket] = {}
        self.global_hits = collections.deque()
        self.invalid_requests = collections.deque()
        self.requests: list[dict] = []
        self.violations: list[dict] = []
        self.warnings: list[dict] = []
        self.self_errors: list[dict] = []
        self.timings: dict[str, list[float]] = collections.defaultdict(list)
        self.nonces: dict[tuple, tuple[float, dict]] = {}
        self.dm_open_limit = None  # (n, seconds): beyond it 40003
        self._dm_opens = collections.deque()
        self.inflight = 0
        self.last_activity = time.monotonic()
        self._changed = asyncio.Event()
        self.handlers = {k: getattr(self, n) for n, k in _HANDLERS}
        from tests.simulators.discord.actors import User

        self.bot = User(self, "Rebound", is_bot=True)
        self.app_id = self.bot.id
        self.owner = User(self, "bot-owner")
        self.bots = []

    # ------------------------------------------------------------------ life
    async def __aenter__(self):
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_get("/attachments/{tail:.*}", self._attachment)
        app.router.add_route("*", "/api/v{v}/{tail:.*}", self._rest)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *exc):
        for b in list(self.bots):
            await b.stop()
        for c in list(self.conns):
            c.abort()
        await self.runner.cleanup()

    @property
    def api_url(self):
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self):
        return f"ws://127.0.0.1:{self.port}/gateway"

    # ------------------------------------------------------------------ small things
    def now(self):
        return time.time() + self.time_offset

    def snowflake(self):
        self._n = (self._n + 1) & 0x3FFFFF
        return str((int(self.now() * 1000) - EPOCH) << 22 | self._n)

    def iso(self, t=None):
        return dt.datetime.fromtimestamp(t if t is not None else self.now(), dt.UTC).isoformat(timespec="microseconds")

    def touch(self):
        self.last_activity = time.monotonic()
        ev, self._changed = self._changed, asyncio.Event()
        ev.set()

    async def changed(self, timeout):
        ev = self._changed
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(ev.wait(), timeout)

    async def idle(self, quiet=0.3, timeout=15.0):
        """Wait until the bot has made no request and shown nothing for `quiet` seconds."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if not self.inflight and time.monotonic() - self.last_activity >= quiet:
                return True
            await asyncio.sleep(0.02)
        return False

    def violate(self, kind, where, detail, body=None):
        self.violations.append({"t": time.time(), "kind": kind, "where": where, "detail": detail, "body": body})

    def warn(self, kind, where, detail):
        if len(self.warnings) < 1000:
            self.warnings.append({"kind": kind, "where": where, "detail": detail})

    def fault(self, match, kind, count=1, **kw) -> Fault:
        """sim.fault("POST /channels/*/messages", 429, retry_after=0.4). count=-1: until removed."""
        f = Fault(match, kind, count, **kw)
        self.faults.append(f)
        return f

    def stats(self):
        def pct(v, p):
            v = sorted(v)
            return round(v[min(len(v) - 1, int(p * len(v)))] * 1000, 1) if v else None

        out = {
            k: {"n": len(v), "p50_ms": pct(v, 0.5), "p95_ms": pct(v, 0.95), "p99_ms": pct(v, 0.99), "max_ms": pct(v, 1)}
            for k, v in self.timings.items()
        }
        by = collections.Counter(f"{r['method']} {r['template']} {r['status']}" for r in self.requests)
        return {
            "timings": out,
            "requests": dict(by),
            "violations": len(self.violations),
            "invalid_requests_10min": len(self.invalid_requests),
            "identifies": len(self.identifies),
            "resumes": len(self.resumes),
        }

    def assert_clean(self):
        assert not self.violations, "Discord would have refused:\n" + "\n".join(
            f"  {v['where']}: {v['kind']}: {v['detail']}" for v in self.violations[:20]
        )

    # ------------------------------------------------------------------ REST front door
    async def _attachment(self, request):
        data = self.files.get(request.match_info["tail"])
        if data is None:
            return web.Response(status=404)
        return web.Response(body=data[0], content_type=data[1].split(";")[0])

    async def _rest(self, request: web.Request):
        t0 = time.monotonic()
        self.inflight += 1
        self.touch()
        path = "/" + request.match_info["tail"]
        rec = {
            "t": time.time(),
            "method": request.method,
            "path": path,
            "template": "?",
            "status": 0,
            "body": None,
            "files": [],
        }
        self.requests.append(rec)
        try:
            resp = await self._rest2(request, path, rec)
        except ApiError as e:
            resp = self._json(e.status, e.body(), e.headers)
            if e.status in (401, 403, 429) and e.headers.get("X-RateLimit-Scope") != "shared":
                now = time.monotonic()
                self.invalid_requests.append(now)
                while self.invalid_requests and self.invalid_requests[0] < now - 600:
                    self.invalid_requests.popleft()
        except asyncio.CancelledError:
            raise
        except Exception as e:  # a fault of the simulator itself: say so loudly
            import traceback

            self.self_errors.append({"where": f"{request.method} {path}", "detail": traceback.format_exc()})
            resp = self._json(500, {"message": f"simulator bug: {e!r}", "code": 0})
        finally:
            self.inflight -= 1
            self.touch()
        if resp is None:
            rec["status"] = "dropped"
            if request.transport:
                request.transport.abort()
            return web.Response(status=500)
        rec["status"] = resp.status
        rec["ms"] = round((time.monotonic() - t0) * 1000, 2)
        return resp

    def _json(self, status, body, headers=None):
        h = {"Via": "1.1 sim", **(headers or {})}
        if body is None and status == 204:
            return web.Response(status=204, headers=h)
        h["Content-Type"] = "application/json"
        return web.Response(status=status, body=json.dumps(body).encode(), headers=h)

    def _limit(self, method, template, params, now, free):
        headers = {}
        if not self.rate_limits:
            return headers
        if not free:
            if self.global_hits and int(self.global_hits[0]) != int(now):  # fixed windows of one second
                self.global_hits.clear()
            if len(self.global_hits) >= self.global_per_second:
                ra = round(max(0.05, int(now) + 1 - now), 3)
                raise ApiError(
                    429,
                    0,
                    "You are being rate limited.",
                    extra={"retry_after": ra, "global": True},
                    headers={
                        "Retry-After": str(int(ra) + 1),
                        "X-RateLimit-Global": "true",
                        "X-RateLimit-Scope": "global",
                    },
                )
            self.global_hits.append(now)
        limit, window = ROUTE_LIMITS.get((method, template), DEFAULT_LIMIT)
        major = ":".join(params[k] for k in TOP_LEVEL if k in params)
        name = f"{zlib.crc32((method + template).encode()):08x}"
        key = name + ":" + major
        b = self.buckets.get(key)
        if b is None:
            b = self.buckets[key] = Bucket(name, limit, window)
        ok, remaining, reset = b.hit(now)
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(remaining),
            "X-RateLimit-Bucket": name,
            "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
            "X-RateLimit-Reset-After": f"{max(reset, 0.001):.3f}",
        }
        if not ok:
            raise ApiError(
                429,
                0,
                "You are being rate limited.",
                extra={"retry_after": round(reset, 3), "global": False},
                headers={**headers, "Retry-After": str(int(reset) + 1), "X-RateLimit-Scope": "user"},
            )
        return headers

    async def _rest2(self, request, path, rec):
        method = request.method
        where = f"{method} {path}"
        m = self.spec.match(path)
        if m is None or method.lower() not in m[2]:
            self.violate("unknown-route", where, "not in Discord's OpenAPI document")
            raise ApiError(404 if m is None else 405, 0, "404: Not Found" if m is None else "405: Method Not Allowed")
        template, params, item = m
        op = item[method.lower()]
        rec["template"] = template
        body, files = await self._read_body(request)
        rec["body"], rec["files"] = body, [f["filename"] for f in files]
        after_drop = False
        for f in list(self.faults):
            if f.take(method, path, body):
                rec["fault"] = f.kind
                if f.kind == "429":
                    scope = "global" if f.is_global else f.scope
                    h = {"Retry-After": str(int(f.retry_after) + 1), "X-RateLimit-Scope": scope}
                    if f.is_global:
                        h["X-RateLimit-Global"] = "true"
                    raise ApiError(
                        429,
                        0,
                        "You are being rate limited.",
                        headers=h,
                        extra={"retry_after": f.retry_after, "global": f.is_global},
                    )
                if f.kind in ("500", "502", "503", "504"):
                    return web.Response(
                        status=int(f.kind),
                        text="<html>upstream</html>",
                        content_type="text/html",
                        headers={"Via": "1.1 sim"},
                    )
                if f.kind == "slow":
                    await asyncio.sleep(f.delay)
                if f.kind == "drop_before":
                    return None
                if f.kind == "drop_after":
                    after_drop = True
                if f.kind == "error":
                    raise ApiError(f.status, f.code, f.message)
                break
        open_route = (
            template.startswith(("/interactions/", "/webhooks/{webhook_id}/{webhook_token}")) or template == "/gateway"
        )
        if not open_route and request.headers.get("Authorization") != f"Bot {self.token}":
            raise ApiError(401, 0, "401: Unauthorized")
        if "DiscordBot" not in request.headers.get("User-Agent", "") and not open_route:
            self.warn("user-agent", where, request.headers.get("User-Agent"))
        headers = self._limit(method, template, params, time.monotonic(), open_route)
        # spec
        problems = self.spec.check_path_params(item, op, params)
        qerr, qunknown = self.spec.check_query(item, op, dict(request.query))
        problems += qerr
        for q in qunknown:
            self.warn("unknown-query", where, q)
        ctype = "multipart/form-data" if files or request.content_type.startswith("multipart/") else "application/json"
        schema, required = self.spec.body_schema(op, ctype)
        if schema is not None and (body is not None or required):
            unk: list = []
            problems += self.spec.validate(body, schema, [], unknown=unk)
            for u in unk:
                self.warn("unknown-field", where, ".".join(map(str, u)))
        elif body is not None and schema is None and body != {}:
            self.warn("unexpected-body", where, body)
        if problems:
            for p, code, msg in problems:
                self.violate(code, where, f"{'.'.join(map(str, p))}: {msg}", body)
            raise ApiError(400, 50035, "Invalid Form Body", V.nest_errors(problems))
        handler = self.handlers.get((method, template))
        if handler is None:
            self.warn("simulator-unsupported", where, template)
            raise ApiError(501, 0, "the simulator has no such endpoint yet")
        out = await handler(Req(self, params, request.query, body, files, where))
        status = 200
        if isinstance(out, tuple):
            status, out = out
        if out is None and status == 200:
            status = 204
        if self.self_check:
            self._check_self(op, status, out, where)
        if after_drop:
            return None
        return self._json(status, out, headers)

    def _check_self(self, op, status, out, where):
        r = op["responses"].get(str(status)) or op["responses"].get(f"{status // 100}XX")
        if r is None:
            self.self_errors.append({"where": where, "detail": f"spec knows no {status}"})
            return
        schema = ((r.get("content") or {}).get("application/json") or {}).get("schema")
        if schema is not None:
            for p, _code, msg in self.spec.validate(out, schema, []):
                self.self_errors.append({"where": where, "detail": f"{'.'.join(map(str, p))}: {msg}"})

    async def _read_body(self, request):
        if not request.can_read_body:
            return None, []
        ct = request.content_type
        if ct == "application/json":
            raw = await request.read()
            if not raw:
                return None, []
            try:
                return json.loads(raw), []
            except ValueError:
                raise ApiError(400, 50109, "The request body contains invalid JSON.") from None
        if ct.startswith("multipart/"):
            body, files = {}, []
            async for part in await request.multipart():
                data = bytes(await part.read(decode=False))
                if part.name == "payload_json":
                    body = json.loads(data)
                elif part.name and re.match(r"^files\[\d+\]$", part.name):
                    files.append(
                        {
                            "n": part.name[6:-1],
                            "filename": part.filename or "file",
                            "size": len(data),
                            "data": data,
                            "type": part.headers.get("Content-Type", "application/octet-stream"),
                        }
                    )
                else:
                    body[part.name] = data.decode("utf-8", "replace")
            return body, files
        await request.read()
        return None, []

    # ------------------------------------------------------------------ gateway
    async def _gateway(self, request):
        if self.gateway_down:
            return web.Response(status=503)
        q = request.query
        if q.get("v") not in ("9", "10", None) or q.get("encoding", "json") != "json":
            self.violate("gateway-query", "GET /gateway", dict(q))
        if q.get("compress") == "zstd-stream" and zstandard is None:
            return web.Response(status=400, text="the simulator needs the zstandard package here")
        ws = web.WebSocketResponse(max_msg_size=0, autoping=True, timeout=1.0)
        await ws.prepare(request)
        c = Conn(self, ws, request)
        self.conns.add(c)
        writer = asyncio.create_task(c.writer())
        c.send(10, {"heartbeat_interval": self.heartbeat_ms, "_trace": ["sim"]})
        reaper = asyncio.create_task(self._reap(c))
        try:
            async for msg in ws:
                if msg.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                    continue
                if len(msg.data) > 4096:
                    self.violate("gateway-payload-size", "gateway", f"{len(msg.data)} bytes, 4096 allowed")
                    c.close(4002, "Decode error")
                    break
                now = time.monotonic()
                c.received.append(now)
                while c.received[0] < now - 60:
                    c.received.popleft()
                if len(c.received) > 120:
                    self.violate("gateway-rate", "gateway", "more than 120 events in 60 s")
                    c.close(4008, "Rate limited")
                    break
                try:
                    p = json.loads(msg.data)
                except ValueError:
                    c.close(4002, "Decode error")
                    break
                if not self._gateway_op(c, p.get("op"), p.get("d")):
                    break
        finally:
            reaper.cancel()
            self.conns.discard(c)
            with contextlib.suppress(asyncio.TimeoutError, ConnectionError):
                await asyncio.wait_for(asyncio.shield(writer), 0.2) if not c.queue.empty() else None
            writer.cancel()
            s = c.session
            if s and s.conn is c:
                s.conn, s.lost_at = None, time.monotonic()
                if ws.close_code in (1000, 1001):
                    s.dead = True
            self.touch()
        return ws

    async def _reap(self, c):
        while True:
            await asyncio.sleep(1.0)
            if time.monotonic() - c.last_beat > self.heartbeat_ms / 1000 * 1.5 + 2:
                c.close(4000, "heartbeat missing")
                self.warn("heartbeat-missing", "gateway", "no heartbeat in time")
                return

    def _gateway_op(self, c: Conn, op, d):
        if op == 1:
            c.last_beat = time.monotonic()
            if c.ack:
                c.send(11)
            return True
        if op == 2:
            return self._identify(c, d)
        if op == 6:
            s = self.sessions.get(d.get("session_id"))
            ok = bool(
                d.get("token") == self.token
                and s
                and not s.dead
                and (s.lost_at is None or time.monotonic() - s.lost_at < self.resume_window)
            )
            self.resumes.append({"t": time.time(), "shard": s.shard if s else None, "ok": ok, "seq": d.get("seq")})
            if not ok:
                c.send(9, False)
                return True
            if (d.get("seq") or 0) > s.seq:
                c.close(4007, "Invalid seq")
                return False
            if s.conn and s.conn is not c:
                s.conn.close(4000, "resumed elsewhere")
            c.session, s.conn, s.lost_at = s, c, None
            for seq, raw in s.buffer:
                if seq > (d.get("seq") or 0):
                    c.queue.put_nowait(raw)
            self._push(s, "RESUMED", {"_trace": ["sim"]})
            self.touch()
            return True
        if c.session is None:
            self.violate("gateway-not-authenticated", "gateway", f"op {op} before IDENTIFY")
            c.close(4003, "Not authenticated")
            return False
        if op == 8:
            return self._request_members(c, d)
        if op == 3:
            ok = (
                isinstance(d, dict)
                and d.get("status") in ("online", "dnd", "idle", "invisible", "offline")
                and isinstance(d.get("activities"), list)
            )
            if not ok:
                self.violate("gateway-presence", "gateway", d)
            return True
        if op in (4, 31):
            return True
        self.violate("gateway-opcode", "gateway", f"unknown op {op}")
        c.close(4001, "Unknown opcode")
        return False

    def _identify(self, c, d):
        now = time.monotonic()
        if c.session is not None:
            c.close(4005, "Already authenticated")
            return False
        if not isinstance(d, dict) or d.get("token") != self.token:
            c.close(4004, "Authentication failed")
            return False
        props = d.get("properties") or {}
        if not all(k in props for k in ("os", "browser", "device")):
            self.violate("identify-properties", "gateway", props)
        shard = d.get("shard") or [0, 1]
        rec = {"t": time.time(), "shard": shard, "intents": d.get("intents")}
        self.identifies.append(rec)
        if not (isinstance(shard, list) and len(shard) == 2 and 0 <= shard[0] < shard[1]):
            self.violate("identify-shard", "gateway", shard)
            c.close(4010, "Invalid shard")
            return False
        intents = d.get("intents")
        if not isinstance(intents, int) or intents & ~sum(INTENTS.values()):
            self.violate("identify-intents", "gateway", intents)
            c.close(4013, "Invalid intents")
            return False
        if intents & sum(PRIVILEGED.values()) & ~self.privileged:
            names = [n for n, b in PRIVILEGED.items() if intents & b & ~self.privileged]
            self.violate("disallowed-intents", "gateway", f"privileged intents not enabled for the app: {names}")
            c.close(4014, "Disallowed intents")
            return False
        key = shard[0] % self.max_concurrency
        last = getattr(self, "_ident_at", {})
        self._ident_at = last
        if now - last.get(key, -1e9) < self.identify_spacing - 0.25:
            self.warn(
                "identify-concurrency",
                "gateway",
                f"shard {shard}: {now - last[key]:.2f} s after the previous IDENTIFY of its key",
            )
            c.send(9, False)
            return True
        last[key] = now
        self.session_starts_left -= 1
        s = Session(f"{self.rng.getrandbits(128):032x}", shard, intents)
        self.sessions[s.id] = s
        c.session, s.conn = s, c
        guilds = [g for g in self.guilds.values() if g.bot_in and self._shard_of(g.id, s.num) == s.shard]
        self._push(
            s,
            "READY",
            {
                "v": 10,
                "user": {**self.bot.payload(), "verified": True, "email": None, "flags": 0, "mfa_enabled": False},
                "guilds": [{"id": g.id, "unavailable": True} for g in guilds],
                "session_id": s.id,
                "resume_gateway_url": self.gateway_url,
                "shard": shard,
                "application": {"id": self.app_id, "flags": 0},
                "private_channels": [],
                "user_settings": {},
                "relationships": [],
                "session_type": "normal",
                "_trace": ["sim"],
            },
        )
        if intents & INTENTS["guilds"]:
            for g in guilds:
                self._push(s, "GUILD_CREATE", g.gateway_payload(bool(intents & INTENTS["guild_members"])))
        s.ready = True
        self.touch()
        return True

    def _request_members(self, c, d):
        gid = d.get("guild_id")
        gid = gid[0] if isinstance(gid, list) else gid
        g = self.guilds.get(str(gid))
        if not g:
            return True
        s = c.session
        ids = d.get("user_ids")
        if not ids and d.get("query") == "" and not s.intents & INTENTS["guild_members"]:
            self.violate("request-members", "gateway", "the full member list needs the GUILD_MEMBERS intent")
            c.close(4014, "Disallowed intents")
            return False
        ids = {str(i) for i in ([ids] if isinstance(ids, (str, int)) else ids or [])}
        mem = [
            m
            for m in g.members.values()
            if (m["user"].id in ids if ids else m["user"].name.lower().startswith((d.get("query") or "").lower()))
        ]
        lim = int(d.get("limit") or 0)
        mem = mem[:lim] if lim else mem
        chunks = [mem[i : i + 1000] for i in range(0, len(mem), 1000)] or [[]]
        for i, ch in enumerate(chunks):
            self._push(
                s,
                "GUILD_MEMBERS_CHUNK",
                {
                    "guild_id": g.id,
                    "members": [g.member_payload(m["user"]) for m in ch],
                    "chunk_index": i,
                    "chunk_count": len(chunks),
                    "not_found": sorted(ids - {m["user"].id for m in mem}),
                    **({"nonce": d["nonce"]} if d.get("nonce") else {}),
                },
            )
        return True

    @staticmethod
    def _shard_of(gid, num):
        return (int(gid) >> 22) % num

    def _push(self, s: Session, t, d):
        s.seq += 1
        raw = json.dumps({"op": 0, "d": d, "s": s.seq, "t": t}, separators=(",", ":"))
        s.buffer.append((s.seq, raw))
        if s.conn:
            s.conn.queue.put_nowait(raw)

    def dispatch(self, event, data, guild_id=None, for_session=None):
        """Send an event to every session of the shard that owns it, its intents allowing. `for_session(data, session)` may adapt it."""
        if self.drop_events > 0:
            self.drop_events -= 1
            return 0
        times = 1
        if self.dup_dispatch > 0:
            self.dup_dispatch -= 1
            times = 2
        n = 0
        for s in list(self.sessions.values()):
            if s.dead or (self._shard_of(guild_id, s.num) if guild_id else 0) != s.shard:
                continue
            if s.lost_at is not None and time.monotonic() - s.lost_at > self.resume_window:
                s.dead = True
                continue
            need = EVENT_INTENT.get(event)
            if need:
                name = need[0] if guild_id else need[1]
                if name is None or not s.intents & INTENTS[name]:
                    continue
            d = for_session(data, s) if for_session else data
            if d is None:
                continue
            for _ in range(times):
                self._push(s, event, d)
            n += 1
        return n

    # gateway faults
    def drop_sockets(self, shard=None):
        """TCP reset of the bot's websockets, without a close frame."""
        for c in list(self.conns):
            if shard is None or (c.session and c.session.shard == shard):
                c.abort()

    def close_sockets(self, code=4000, reason="sim"):
        for c in list(self.conns):
            c.close(code, reason)

    def ask_reconnect(self):
        for c in list(self.conns):
            c.send(7)

    def invalidate_sessions(self, resumable=False):
        for c in list(self.conns):
            if not resumable and c.session:
                c.session.dead = True
            c.send(9, resumable)

    def expire_sessions(self):
        """The next RESUME of any present session is refused (op 9 false)."""
        for s in self.sessions.values():
            s.dead = True
            if s.conn:
                s.conn.abort()

    def stop_acks(self, on=True):
        for c in self.conns:
            c.ack = not on

    @property
    def live_sessions(self):
        return [s for s in self.sessions.values() if s.conn and not s.dead]

    async def wait_ready(self, shards=None, timeout=30.0):
        end = time.monotonic() + timeout
        want = shards or self.shards
        while time.monotonic() < end:
            live = {s.shard for s in self.live_sessions if s.ready}
            if len(live) >= want:
                return
            for b in self.bots:
                if b.proc and b.proc.returncode is not None:
                    raise RuntimeError(f"the bot ended with {b.proc.returncode}:\n{b.tail()}")
            await self.changed(0.25)
        raise TimeoutError(
            f"bot not ready within {timeout} s; sessions {len(self.live_sessions)}\n"
            + "\n".join(b.tail() for b in self.bots)
        )

    # ------------------------------------------------------------------ messages
    def assign_ids(self, comps):
        used = {c.get("id") for c in V.walk(comps) if c.get("id")}
        n = 1
        for c in V.walk(comps):
            if not c.get("id"):
                while n in used:
                    n += 1
                c["id"] = n
                used.add(n)
        return comps

    def response_components(self, comps, names: dict):
        """Deep copy of the request's components in the shape that Discord stores and returns."""
        comps = json.loads(json.dumps(comps or []))

        def media(m):
            url = m.get("url", "")
            if url.startswith("attachment://") and url[13:] in names:
                a = names[url[13:]]
                return {
                    "id": self.snowflake(),
                    "url": a["url"],
                    "proxy_url": a["url"],
                    "width": None,
                    "height": None,
                    "content_type": a.get("content_type"),
                    "attachment_id": a["id"],
                    "size": a["size"],
                    "filename": a["filename"],
                }
            return {"id": self.snowflake(), "url": url, "proxy_url": url}

        for c in V.walk(comps):
            for k in [k for k, v in c.items() if v is None and k not in ("emoji",)]:
                del c[k]
            t = c["type"] = int(c["type"])
            if t == 11:
                c["media"] = media(c["media"])
                c.setdefault("description", None)
                c.setdefault("spoiler", False)
            elif t == 12:
                for it in c["items"]:
                    it["media"] = media(it["media"])
                    it.setdefault("description", None)
                    it.setdefault("spoiler", False)
            elif t == 13:
                c["file"] = media(c["file"])
                u = c["file"]["url"].rsplit("/", 1)[-1]
                c["name"], c["size"] = u, next((a["size"] for a in names.values() if a["filename"] == u), 0)
                c.setdefault("spoiler", False)
            elif t == 17:
                c.setdefault("accent_color", None)
                c.setdefault("spoiler", False)
            elif t == 14:
                c.setdefault("divider", True)
                c.setdefault("spacing", 1)
            elif t in V.SELECTS:
                c.setdefault("min_values", 1)
                c.setdefault("max_values", 1)
        return self.assign_ids(comps)

    def store_files(self, channel_id, files, meta):
        out = []
        by = {str(a.get("id")): a for a in meta or []}
        for f in files:
            aid = self.snowflake()
            m = by.get(f["n"], {})
            name = re.sub(r"[^\w.\-]", "_", m.get("filename") or f["filename"])
            key = f"{channel_id}/{aid}/{name}"
            ctype = f["type"]
            self.files[key] = (f["data"], ctype)
            url = f"http://127.0.0.1:{self.port}/attachments/{key}"
            a = {
                "id": aid,
                "filename": name,
                "size": f["size"],
                "url": url,
                "proxy_url": url,
                "content_type": ctype,
                "flags": 0,
            }
            if m.get("description"):
                a["description"] = m["description"]
            if ctype.startswith("image/"):
                a["width"], a["height"] = _image_size(f["data"])
            out.append(a)
        return out

    def response_embeds(self, embeds, names):
        out = []
        for e in embeds or []:
            e = {k: v for k, v in json.loads(json.dumps(e)).items() if v is not None}
            e["type"] = e.get("type") or "rich"
            for k in ("image", "thumbnail"):
                u = (e.get(k) or {}).get("url", "")
                if u.startswith("attachment://") and u[13:] in names:
                    e[k] = {"url": names[u[13:]]["url"], "proxy_url": names[u[13:]]["url"]}
            for f in e.get("fields") or []:
                f["inline"] = bool(f.get("inline"))
            out.append(e)
        return out

    def mentions(self, text, am, channel, default):
        am = {"parse": default} if am is None else am
        parse = am.get("parse") or []
        users = {str(u) for u in am.get("users") or []}
        roles = {str(u) for u in am.get("roles") or []}
        out_u, out_r, everyone = [], [], False
        for uid in re.findall(r"<@!?(\d+)>", text):
            if uid in self.users and ("users" in parse or uid in users):
                out_u.append(uid)
        for rid in re.findall(r"<@&(\d+)>", text):
            if "roles" in parse or rid in roles:
                out_r.append(rid)
        if re.search(r"@(everyone|here)\b", text) and "everyone" in parse and channel.guild:
            everyone = True
        return list(dict.fromkeys(out_u)), list(dict.fromkeys(out_r)), everyone

    def make_message(
        self,
        channel,
        author,
        body,
        files=(),
        *,
        mtype=0,
        ephemeral_for=None,
        default_mentions=("users", "roles", "everyone"),
        interaction=None,
        loading=False,
        extra=None,
    ):
        body = body or {}
        atts = self.store_files(channel.id, files, body.get("attachments"))
        names = {a["filename"]: a for a in atts}
        flags = int(body.get("flags") or 0)
        text = (body.get("content") or "") + " ".join(
            c.get("content", "") for c in V.walk(body.get("components")) if c.get("type") == 10
        )
        mu, mr, me = self.mentions(text, body.get("allowed_mentions"), channel, list(default_mentions))
        mid = self.snowflake()
        msg = {
            "id": mid,
            "channel_id": channel.id,
            "type": mtype,
            "author": author.payload(),
            "content": (body.get("content") or "").strip(),
            "timestamp": self.iso(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": me,
            "mentions": [self.users[u].payload() for u in mu],
            "mention_roles": mr,
            "attachments": atts,
            "embeds": self.response_embeds(body.get("embeds"), names),
            "pinned": False,
            "flags": flags | (V.EPHEMERAL if ephemeral_for else 0) | (1 << 7 if loading else 0),
            "components": self.response_components(body.get("components"), names),
        }
        if body.get("nonce") is not None:
            msg["nonce"] = body["nonce"]
        if interaction is not None:
            msg["webhook_id"] = msg["application_id"] = self.app_id
            msg["interaction_metadata"] = interaction.metadata()
        ref = body.get("message_reference")
        if ref:
            rm = channel.messages.get(str(ref.get("message_id")))
            if rm is None and ref.get("fail_if_not_exists", True):
                raise ApiError(
                    400,
                    50035,
                    "Invalid Form Body",
                    {
                        "message_reference": {
                            "_errors": [{"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}]
                        }
                    },
                )
            if rm is not None:
                msg["type"] = 19 if mtype == 0 else mtype
                msg["message_reference"] = {"type": 0, "channel_id": channel.id, "message_id": rm["id"]}
                msg["referenced_message"] = self.public(rm)
                am = body.get("allowed_mentions")
                if (am is None or am.get("replied_user")) and rm["author"]["id"] not in mu:
                    msg["mentions"].append(rm["author"])
        msg.update(extra or {})
        msg["_pings"] = {"users": mu, "roles": mr, "everyone": me}
        msg["_eph"] = ephemeral_for
        msg["_t"] = time.monotonic()
        channel.messages[mid] = msg
        channel.last_message_id = mid
        if len(channel.messages) > 20000:
            channel.messages.pop(next(iter(channel.messages)))
        self.note_visible(channel, msg)
        return msg

    def edit_message(self, channel, msg, body, files=()):
        if "attachments" in body and body["attachments"] is not None:
            keep = {str(a.get("id")) for a in body["attachments"]}
            atts = [a for a in msg["attachments"] if a["id"] in keep]
        else:
            atts = list(msg["attachments"])
        atts += self.store_files(channel.id, files, body.get("attachments"))
        msg["attachments"] = atts
        names = {a["filename"]: a for a in atts}
        if "content" in body:
            msg["content"] = (body["content"] or "").strip()
        if "embeds" in body:
            msg["embeds"] = self.response_embeds(body["embeds"], names)
        if "components" in body:
            msg["components"] = self.response_components(body["components"], names)
        if body.get("flags") is not None:
            if msg["flags"] & V.COMPONENTS_V2 and not int(body["flags"]) & V.COMPONENTS_V2:
                pass  # the flag cannot be taken away
            msg["flags"] |= int(body["flags"]) & (V.COMPONENTS_V2 | V.SUPPRESS_EMBEDS)
        msg["flags"] &= ~(1 << 7)
        msg["edited_timestamp"] = self.iso()
        msg["_edit_t"] = time.monotonic()
        if msg["_eph"] is None:
            self.dispatch(
                "MESSAGE_UPDATE",
                self.gateway_message(channel, msg),
                channel.guild_id,
                self._content_filter(channel, msg),
            )
        self.note_visible(channel, msg)

    def note_visible(self, channel, msg):
        for u in channel.watchers(msg):
            u._seen_change(channel, msg)
        self.touch()

    def public(self, msg):
        return {k: v for k, v in msg.items() if not k.startswith("_")}

    def gateway_message(self, channel, msg):
        d = self.public(msg)
        if channel.guild:
            d["guild_id"] = channel.guild_id
            u = self.users.get(msg["author"]["id"])
            if u and channel.guild.members.get(u.id):
                d["member"] = channel.guild.member_payload(u, with_user=False)
        return d

    def _content_filter(self, channel, msg):
        def f(d, s):
            if not channel.guild or s.intents & INTENTS["message_content"] or msg["author"]["id"] == self.bot.id:
                return d
            if any(m["id"] == self.bot.id for m in msg["mentions"]):
                return d
            return {**d, "content": "", "embeds": [], "attachments": [], "components": []}

        return f

    def announce(self, channel, msg):
        if msg["_eph"] is None and channel.bot_can_see():
            return self.dispatch(
                "MESSAGE_CREATE",
                self.gateway_message(channel, msg),
                channel.guild_id,
                self._content_filter(channel, msg),
            )
        return 0

    # ------------------------------------------------------------------ REST handlers
    def chan(self, r) -> Channel:  # noqa: F821
        c = self.channels.get(r.p["channel_id"])
        if c is None:
            raise unknown("Channel", 10003)
        if not c.bot_can_see():
            raise ApiError(403, 50001, "Missing Access")
        return c

    def gld(self, r):
        g = self.guilds.get(r.p["guild_id"])
        if g is None or not g.bot_in:
            raise unknown("Guild", 10004)
        return g

    def need(self, channel, *names):
        if channel.guild:
            have = channel.bot_permissions()
            miss = [n for n in names if not have & (1 << PERMS[n])]
            if miss:
                raise ApiError(
                    403,
                    50001 if "view_channel" in miss else 50013,
                    "Missing Access" if "view_channel" in miss else "Missing Permissions",
                )

    def msg(self, r, channel):
        m = channel.messages.get(r.p["message_id"])
        if m is None or m["_eph"]:
            raise unknown("Message", 10008)
        return m

    def reject(self, r, problems, code=50035):
        for p, c, text in problems:
            self.violate(c, r.where, f"{'.'.join(map(str, p))}: {text}", r.body)
        if code == 50035:
            raise ApiError(400, 50035, "Invalid Form Body", V.nest_errors(problems))
        raise ApiError(413 if code == 40005 else 400, code, problems[0][2])

    async def me(self, r):
        return {
            **self.bot.payload(),
            "mfa_enabled": False,
            "locale": "en-US",
            "verified": True,
            "email": None,
            "flags": 0,
            "public_flags": 0,
            "premium_type": 0,
        }

    async def patch_me(self, r):
        if r.body.get("username"):
            self.bot.name = r.body["username"]
        return await self.me(r)

    async def app(self, r):
        o = self.owner.payload()
        return {
            "id": self.app_id,
            "name": "Rebound",
            "icon": None,
            "description": "",
            "summary": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "owner": o,
            "team": None,
            "flags": 0,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "approximate_guild_count": sum(g.bot_in for g in self.guilds.values()),
            "approximate_user_install_count": 0,
            "bot": self.bot.payload(),
            "type": None,
            "rpc_origins": [],
            "explicit_content_filter": 0,
            "max_participants": None,
            "flags_new": "0",
            "approximate_user_authorization_count": 0,
            "eligible_oauth2_scopes": [],
            "tags": [],
            "event_webhooks_status": 1,
            "integration_types_config": {"0": {}, "1": {}},
        }

    async def get_user(self, r):
        u = self.users.get(r.p["user_id"])
        if u is None:
            raise unknown("User", 10013)
        return u.payload()

    async def my_guilds(self, r):
        return [
            {
                "id": g.id,
                "name": g.name,
                "icon": None,
                "banner": None,
                "owner": False,
                "permissions": str(g.bot_base_permissions()),
                "features": [],
            }
            for g in self.guilds.values()
            if g.bot_in
        ]

    async def leave_guild(self, r):
        g = self.gld(r)
        g._bot_gone()
        return

    async def open_dm(self, r):
        rid = str(r.body.get("recipient_id"))
        u = self.users.get(rid)
        if u is None:
            raise ApiError(400, 50033, "Invalid Recipient(s)")
        if u is self.bot:
            raise ApiError(400, 50007, "Cannot send messages to this user")
        if self.dm_open_limit and rid not in {c.user.id for c in self.channels.values() if c.type == 1}:
            n, sec = self.dm_open_limit
            now = time.monotonic()
            while self._dm_opens and self._dm_opens[0] < now - sec:
                self._dm_opens.popleft()
            if len(self._dm_opens) >= n:
                raise ApiError(400, 40003, "You are opening direct messages too fast.")
            self._dm_opens.append(now)
        return self.dm_of(u).payload()

    def dm_of(self, user):
        from tests.simulators.discord.actors import Channel

        if user.dm_channel is None:
            user.dm_channel = Channel(self, 1, user=user)
        return user.dm_channel

    async def gateway_bot(self, r):
        return {
            "url": self.gateway_url,
            "shards": self.shards,
            "session_start_limit": {
                "total": self.session_starts,
                "remaining": self.session_starts_left,
                "reset_after": 86400000,
                "max_concurrency": self.max_concurrency,
            },
        }

    async def gateway_plain(self, r):
        return {"url": self.gateway_url}

    async def get_channel(self, r):
        return self.chan(r).payload()

    async def list_messages(self, r):
        c = self.chan(r)
        self.need(c, "view_channel")
        if c.guild and not c.bot_permissions() & (1 << PERMS["read_message_history"]):
            return []
        lim = int(r.q.get("limit", 50))
        ids = [i for i, m in c.messages.items() if m["_eph"] is None]
        if "before" in r.q:
            ids = [i for i in ids if int(i) < int(r.q["before"])][-lim:]
        elif "after" in r.q:
            ids = [i for i in ids if int(i) > int(r.q["after"])][:lim]
        elif "around" in r.q:
            a = int(r.q["around"])
            ids = sorted(sorted(ids, key=lambda i: abs(int(i) - a))[:lim], key=int)
        else:
            ids = ids[-lim:]
        out = []
        for i in reversed(ids):
            d = self.public(c.messages[i])
            if (
                c.guild
                and not self.privileged & INTENTS["message_content"]
                and d["author"]["id"] != self.bot.id
                and not any(m["id"] == self.bot.id for m in d["mentions"])
            ):
                d = {**d, "content": "", "embeds": [], "attachments": [], "components": []}
            out.append(d)
        return out

    async def get_message(self, r):
        c = self.chan(r)
        return self.public(self.msg(r, c))

    def dm_guard(self, c):
        if c.type == 1:
            u = c.user
            if u.blocked_bot or not u.allow_dms:
                raise ApiError(403, 50007, "Cannot send messages to this user")
            if (
                not u.installed
                and not any(g.bot_in and u.id in g.members for g in self.guilds.values())
                and not u.wrote_first
            ):
                raise ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds")

    async def create_message(self, r):
        c = self.chan(r)
        if c.type == 15:
            raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
        self.need(c, "view_channel", "send_messages_in_threads" if c.type in (10, 11, 12) else "send_messages")
        if r.files:
            self.need(c, "attach_files")
        if c.archived_locked():
            raise ApiError(400, 50083, "Thread is archived")
        self.dm_guard(c)
        p, code = V.check_message(r.body, r.files)
        if p:
            self.reject(r, p, code)
        nonce = r.body.get("nonce")
        if r.body.get("enforce_nonce") and nonce is not None:
            old = self.nonces.get((c.id, str(nonce)))
            if old and time.monotonic() - old[0] < 180:
                return self.public(old[1])
        if r.body.get("allowed_mentions") is None and re.search(r"@(everyone|here)\b|<@&", r.body.get("content") or ""):
            self.warn("mass-mention", r.where, "content holds a mass mention and allowed_mentions is absent")
        m = self.make_message(c, self.bot, r.body, r.files)
        if c.guild and m["embeds"] and not c.bot_permissions() & (1 << PERMS["embed_links"]):
            m["embeds"] = []
        if nonce is not None:
            self.nonces[(c.id, str(nonce))] = (time.monotonic(), m)
        self.announce(c, m)
        return self.public(m)

    async def patch_message(self, r):
        c = self.chan(r)
        m = self.msg(r, c)
        if m["author"]["id"] != self.bot.id:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        body = r.body or {}
        p, code = V.check_message(
            body,
            r.files,
            edit=True,
            was_v2=bool(m["flags"] & V.COMPONENTS_V2),
            kept_attachments=[a["filename"] for a in m["attachments"]],
        )
        if p:
            self.reject(r, p, code)
        self.edit_message(c, m, body, r.files)
        return self.public(m)

    async def delete_message(self, r):
        c = self.chan(r)
        m = self.msg(r, c)
        if m["author"]["id"] != self.bot.id:
            if not c.guild:
                raise ApiError(403, 50003, "Cannot execute action on a DM channel")
            self.need(c, "manage_messages")
        self._delete(c, m)
        return

    def _delete(self, c, m):
        c.messages.pop(m["id"], None)
        m["_deleted"] = True
        if m["_eph"] is None:
            self.dispatch(
                "MESSAGE_DELETE",
                {"id": m["id"], "channel_id": c.id, **({"guild_id": c.guild_id} if c.guild else {})},
                c.guild_id,
            )
        self.note_visible(c, m)

    async def bulk_delete(self, r):
        c = self.chan(r)
        if not c.guild:
            raise ApiError(403, 50003, "Cannot execute action on a DM channel")
        self.need(c, "manage_messages")
        for i in r.body["messages"]:
            m = c.messages.get(str(i))
            if m:
                self._delete(c, m)
        return

    async def typing(self, r):
        c = self.chan(r)
        self.need(c, "view_channel", "send_messages")
        c.typing_at = time.monotonic()
        self.touch()
        return

    async def add_reaction(self, r):
        c = self.chan(r)
        self.need(c, "add_reactions", "read_message_history")
        m = self.msg(r, c)
        m.setdefault("_reactions", set()).add((self.bot.id, r.p["emoji_name"]))
        return

    async def del_reaction(self, r):
        c = self.chan(r)
        m = self.msg(r, c)
        m.setdefault("_reactions", set()).discard((self.bot.id, r.p["emoji_name"]))
        return

    async def pin(self, r):
        c = self.chan(r)
        self.need(c, "pin_messages")
        self.msg(r, c)["pinned"] = True
        return

    async def unpin(self, r):
        c = self.chan(r)
        self.need(c, "pin_messages")
        self.msg(r, c)["pinned"] = False
        return

    async def create_thread(self, r):
        from tests.simulators.discord.actors import Channel

        c = self.chan(r)
        b = r.body
        if c.type == 15:
            self.need(c, "send_messages")
            if not b.get("message"):
                self.reject(r, [(["message"], "BASE_TYPE_REQUIRED", "a forum post needs a message")])
            p, code = V.check_message(b["message"], r.files)
            if p:
                self.reject(r, p, code)
            t = Channel(self, 11, guild=c.guild, name=b["name"], parent=c)
            m = self.make_message(t, self.bot, b["message"], r.files)
            self.dispatch("THREAD_CREATE", {**t.payload(), "newly_created": True}, c.guild_id)
            self.announce(t, m)
            return 201, {**t.payload(), "message": self.public(m)}
        if not c.guild:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        ttype = int(b.get("type") or 12)
        self.need(c, "create_private_threads" if ttype == 12 else "create_public_threads")
        t = Channel(self, ttype, guild=c.guild, name=b["name"], parent=c)
        self.dispatch("THREAD_CREATE", {**t.payload(), "newly_created": True}, c.guild_id)
        return 201, t.payload()

    async def thread_from_message(self, r):
        from tests.simulators.discord.actors import Channel

        c = self.chan(r)
        self.need(c, "create_public_threads")
        m = self.msg(r, c)
        t = Channel(self, 11, guild=c.guild, name=r.body["name"], parent=c)
        self.channels.pop(t.id)
        t.id = m["id"]
        self.channels[t.id] = t
        self.dispatch("THREAD_CREATE", {**t.payload(), "newly_created": True}, c.guild_id)
        return 201, t.payload()

    async def thread_member(self, r):
        return None

    async def patch_channel(self, r):
        c = self.chan(r)
        b = r.body or {}
        if c.type in (10, 11, 12):
            if "archived" in b:
                c.archived = bool(b["archived"])
            if "locked" in b:
                c.locked = bool(b["locked"])
        else:
            self.need(c, "manage_channels")
        if b.get("name"):
            c.name = b["name"]
        if "topic" in b:
            c.topic = b["topic"]
        self.dispatch("THREAD_UPDATE" if c.type in (10, 11, 12) else "CHANNEL_UPDATE", c.payload(), c.guild_id)
        return c.payload()

    async def delete_channel(self, r):
        c = self.chan(r)
        if c.type == 1:
            return c.payload()
        self.need(c, "manage_channels")
        c.remove()
        return c.payload()

    async def create_invite(self, r):
        c = self.chan(r)
        self.need(c, "create_invite")
        raise ApiError(501, 0, "the simulator has no invites")

    # guild
    async def get_guild(self, r):
        return self.gld(r).rest_payload()

    async def guild_channels(self, r):
        return [c.payload() for c in self.gld(r).channels if c.type not in (10, 11, 12)]

    async def new_guild_channel(self, r):
        g = self.gld(r)
        if not g.bot_base_permissions() & (1 << PERMS["manage_channels"]):
            raise ApiError(403, 50013, "Missing Permissions")
        c = g.channel(r.body["name"], int(r.body.get("type") or 0))
        return 201, c.payload()

    async def guild_roles(self, r):
        return list(self.gld(r).role_payloads())

    async def guild_member(self, r):
        g = self.gld(r)
        m = g.members.get(r.p["user_id"])
        if m is None:
            raise unknown("Member", 10007)
        return g.member_payload(m["user"])

    async def guild_members(self, r):
        g = self.gld(r)
        if not self.privileged & INTENTS["guild_members"]:
            raise ApiError(403, 50001, "Missing Access")
        lim, after = int(r.q.get("limit", 1)), int(r.q.get("after", 0))
        ms = sorted((m for m in g.members.values() if int(m["user"].id) > after), key=lambda m: int(m["user"].id))[:lim]
        return [g.member_payload(m["user"]) for m in ms]

    async def search_members(self, r):
        g = self.gld(r)
        q = r.q.get("query", "").lower()
        return [g.member_payload(m["user"]) for m in g.members.values() if m["user"].name.lower().startswith(q)][
            : int(r.q.get("limit", 1))
        ]

    async def patch_my_member(self, r):
        return self.gld(r).member_payload(self.bot)

    async def member_role(self, r):
        g = self.gld(r)
        if not g.bot_base_permissions() & (1 << PERMS["manage_roles"]):
            raise ApiError(403, 50013, "Missing Permissions")
        m = g.members.get(r.p["user_id"])
        if m is None:
            raise unknown("Member", 10007)
        if r.p["role_id"] not in g.roles:
            raise unknown("Role", 10011)
        m["roles"].add(r.p["role_id"])
        return

    async def unmember_role(self, r):
        g = self.gld(r)
        m = g.members.get(r.p["user_id"])
        if m:
            m["roles"].discard(r.p["role_id"])
        return

    async def active_threads(self, r):
        g = self.gld(r)
        return {
            "threads": [c.payload() for c in g.channels if c.type in (10, 11, 12) and not c.archived],
            "members": [],
            "has_more": False,
        }

    async def events_list(self, r):
        return list(self.gld(r).events.values())

    def _event_problems(self, r, b, old=None):
        p = []
        et = int(b.get("entity_type") or (old or {}).get("entity_type") or 3)
        start = b.get("scheduled_start_time") or (old or {}).get("scheduled_start_time")
        end = b.get("scheduled_end_time") or (old or {}).get("scheduled_end_time")
        ts = dt.datetime.fromisoformat(start.replace("Z", "+00:00")).timestamp() if start else None
        if b.get("scheduled_start_time") and ts <= self.now():
            p.append(
                (["scheduled_start_time"], "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
            )
        if et == 3:
            if not end:
                p.append((["scheduled_end_time"], "BASE_TYPE_REQUIRED", "External events need an end"))
            if not (b.get("entity_metadata") or (old or {}).get("entity_metadata") or {}).get("location"):
                p.append((["entity_metadata", "location"], "BASE_TYPE_REQUIRED", "External events need a location"))
        if end and ts and dt.datetime.fromisoformat(end.replace("Z", "+00:00")).timestamp() <= ts:
            p.append((["scheduled_end_time"], "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "End must follow the start"))
        return p

    async def event_create(self, r):
        g = self.gld(r)
        if not g.bot_base_permissions() & perm(
            "create_events"
        ):  # MANAGE_EVENTS alone no longer suffices since 2026-02-23
            raise ApiError(403, 50013, "Missing Permissions")
        p = self._event_problems(r, r.body)
        if p:
            self.reject(r, p)
        if len(g.events) >= 100:
            raise ApiError(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
        b = r.body
        e = {
            "id": self.snowflake(),
            "guild_id": g.id,
            "channel_id": b.get("channel_id"),
            "creator_id": self.bot.id,
            "name": b["name"],
            "description": b.get("description"),
            "scheduled_start_time": b["scheduled_start_time"],
            "scheduled_end_time": b.get("scheduled_end_time"),
            "privacy_level": 2,
            "status": 1,
            "entity_type": int(b["entity_type"]),
            "entity_id": None,
            "entity_metadata": b.get("entity_metadata"),
            "creator": self.bot.payload(),
            "user_count": 0,
            "image": None,
            "recurrence_rule": None,
            "auto_start": False,
            "guild_scheduled_event_exceptions": [],
        }
        g.events[e["id"]] = e
        self.dispatch("GUILD_SCHEDULED_EVENT_CREATE", e, g.id)
        return e

    async def event_get(self, r):
        e = self.gld(r).events.get(r.p["guild_scheduled_event_id"])
        if e is None:
            raise unknown("Guild Scheduled Event", 10070)
        return e

    async def event_patch(self, r):
        g = self.gld(r)
        e = await self.event_get(r)
        p = self._event_problems(r, r.body, e)
        if p:
            self.reject(r, p)
        e.update({k: v for k, v in r.body.items() if k in e})
        self.dispatch("GUILD_SCHEDULED_EVENT_UPDATE", e, g.id)
        return e

    async def event_delete(self, r):
        g = self.gld(r)
        e = await self.event_get(r)
        g.events.pop(e["id"])
        self.dispatch("GUILD_SCHEDULED_EVENT_DELETE", e, g.id)
        return

    async def empty_list(self, r):
        return []

    # commands
    def _command(self, c, gid=None, old=None):
        out = {
            "id": (old or {}).get("id") or self.snowflake(),
            "application_id": self.app_id,
            "version": self.snowflake(),
            "type": int(c.get("type") or 1),
            "name": c["name"],
            "description": c.get("description") or "",
            "nsfw": bool(c.get("nsfw")),
            "default_member_permissions": None
            if c.get("default_member_permissions") is None
            else str(c["default_member_permissions"]),
        }
        for k in ("name_localizations", "description_localizations"):
            out[k] = c.get(k)
        out["options"] = json.loads(json.dumps(c.get("options") or []))
        if gid:
            out["guild_id"] = gid
        else:
            ctx = c.get("contexts")
            out["contexts"] = ctx if ctx is not None else ([0, 1] if c.get("dm_permission") is not False else [0])
            out["integration_types"] = c.get("integration_types") or [0]
            out["dm_permission"] = 1 in out["contexts"]
        if not out["options"]:
            out.pop("options")
        return out

    def _store(self, r):
        gid = r.p.get("guild_id")
        if r.p["application_id"] != self.app_id:
            raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
        if gid:
            self.gld(r)
            return self.guild_commands.setdefault(gid, []), gid
        return self.global_commands, None

    async def cmds_get(self, r):
        s, _ = self._store(r)
        return s

    async def cmds_put(self, r):
        s, gid = self._store(r)
        p = V.check_commands(r.body)
        if p:
            self.reject(r, p)
        old = {(c["type"], c["name"]): c for c in s}
        new = [self._command(c, gid, old.get((int(c.get("type") or 1), c["name"]))) for c in r.body]
        s[:] = new
        self.command_syncs.append({"t": time.time(), "guild": gid, "n": len(new)})
        return s

    async def cmds_post(self, r):
        s, gid = self._store(r)
        p = V.check_commands([r.body])
        if p:
            self.reject(r, p)
        key = (int(r.body.get("type") or 1), r.body["name"])
        old = next((c for c in s if (c["type"], c["name"]) == key), None)
        c = self._command(r.body, gid, old)
        if old:
            s[s.index(old)] = c
        else:
            s.append(c)
        return (200 if old else 201), c

    def _cmd(self, r):
        s, gid = self._store(r)
        c = next((c for c in s if c["id"] == r.p["command_id"]), None)
        if c is None:
            raise unknown("Application Command", 10063)
        return s, gid, c

    async def cmd_get(self, r):
        return self._cmd(r)[2]

    async def cmd_patch(self, r):
        s, gid, c = self._cmd(r)
        new = self._command({**c, **r.body}, gid, c)
        s[s.index(c)] = new
        return new

    async def cmd_delete(self, r):
        s, _, c = self._cmd(r)
        s.remove(c)
        return

    # interactions
    async def callback(self, r):
        it = self.interactions.get(r.p["interaction_token"])
        if it is None or it.id != r.p["interaction_id"]:
            raise unknown("interaction", 10062)
        age = time.monotonic() - it.t0
        if it.acked is not None:
            self.violate("double-ack", r.where, "Interaction has already been acknowledged.", r.body)
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if age > self.ack_timeout:
            self.violate("late-ack", r.where, f"answered after {age:.2f} s, {self.ack_timeout} allowed", r.body)
            raise unknown("interaction", 10062)
        t = int(r.body["type"])
        data = r.body.get("data") or {}
        allowed = {2: (4, 5, 9, 12), 3: (4, 5, 6, 7, 9, 12), 4: (8,), 5: (4, 5, 6, 7, 12)}[it.type]
        if t not in allowed or (t in (6, 7) and it.type == 5 and it.message is None):
            self.violate(
                "callback-type", r.where, f"callback type {t} does not answer interaction type {it.type}", r.body
            )
            raise ApiError(
                400,
                50035,
                "Invalid Form Body",
                {"type": {"_errors": [{"code": "BASE_TYPE_CHOICES", "message": f"type {t} not allowed here"}]}},
            )
        msg = None
        eph = it.user.id if int(data.get("flags") or 0) & V.EPHEMERAL else None
        if t in (4, 7):
            was_v2 = t == 7 and bool(it.message["flags"] & V.COMPONENTS_V2)
            kept = [a["filename"] for a in it.message["attachments"]] if t == 7 else []
            p, code = V.check_message(
                data,
                r.files,
                edit=t == 7,
                was_v2=was_v2,
                kept_attachments=kept,
                allowed_flags=V.SUPPRESS_EMBEDS | V.SUPPRESS_NOTIFICATIONS | V.COMPONENTS_V2 | V.EPHEMERAL | (1 << 13),
            )
            if p:
                self.reject(r, [(["data"] + x[0], x[1], x[2]) for x in p], code)
        if t == 5 and int(data.get("flags") or 0) & ~V.EPHEMERAL:
            self.reject(r, [(["data", "flags"], "INVALID_MESSAGE_FLAGS", "only EPHEMERAL may be set on a deferral")])
        if t == 9:
            p = V.check_modal(data)
            if p:
                self.reject(r, p)
        if t == 8 and len(data.get("choices") or []) > 25:
            self.reject(r, [(["data", "choices"], "BASE_TYPE_MAX_LENGTH", "at most 25 choices")])
        it.acked, it.ack_at = t, time.monotonic()
        self.timings[it.kind + ":ack"].append(age)
        mt = 20 if it.type == 2 else 0
        if t in (4, 5):
            msg = self.make_message(
                it.channel,
                self.bot,
                data if t == 4 else {},
                r.files,
                mtype=mt,
                ephemeral_for=eph,
                default_mentions=("users",),
                interaction=it,
                loading=t == 5,
            )
            it.original = msg
            if t == 4:
                self.announce(it.channel, msg)
        elif t == 6:
            it.original = it.message
        elif t == 7:
            self.edit_message(it.channel, it.message, data, r.files)
            it.original = it.message
        elif t == 9:
            it.modal = data
        elif t == 8:
            it.choices = data.get("choices") or []
        it.done.set()
        self.touch()
        if r.q.get("with_response", "").lower() in ("true", "1"):
            out = {
                "interaction": {
                    "id": it.id,
                    "type": it.type,
                    "response_message_loading": t == 5,
                    "response_message_ephemeral": bool(eph),
                }
            }
            if msg is not None or t == 7:
                mm = msg or it.message
                out["interaction"]["response_message_id"] = mm["id"]
                if t != 5:
                    out["resource"] = {"type": t, "message": self.public(mm)}
            return out
        return None

    def _hook(self, r):
        it = self.interactions.get(r.p["webhook_token"])
        if it is None or r.p["webhook_id"] != self.app_id:
            raise ApiError(404, 10015, "Unknown Webhook")
        if time.monotonic() - it.t0 > self.token_ttl:
            self.violate("expired-token", r.where, "the interaction token is older than 15 minutes", r.body)
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if it.acked is None and time.monotonic() - it.t0 > self.ack_timeout:
            raise ApiError(404, 10015, "Unknown Webhook")
        return it

    async def followup(self, r):
        it = self._hook(r)
        if it.acked is None:
            raise ApiError(404, 10015, "Unknown Webhook")
        flags = V.SUPPRESS_EMBEDS | V.SUPPRESS_NOTIFICATIONS | V.COMPONENTS_V2 | V.EPHEMERAL | (1 << 13)
        p, code = V.check_message(r.body, r.files, allowed_flags=flags)
        if p:
            self.reject(r, p, code)
        if it.original is not None and it.original["flags"] & (
            1 << 7
        ):  # first follow-up after a deferral edits the loading message
            self.edit_message(it.channel, it.original, r.body, r.files)
            if it.original["_eph"] is None:
                self.announce(it.channel, it.original)
            return self.public(it.original)
        it.followups += 1
        if it.user_install_only and it.followups > 5:
            raise ApiError(
                400,
                40094,
                "The maximum number of follow up messages that can be sent for this interaction has been reached.",
            )
        eph = it.user.id if int(r.body.get("flags") or 0) & V.EPHEMERAL else None
        m = self.make_message(
            it.channel, self.bot, r.body, r.files, ephemeral_for=eph, default_mentions=("users",), interaction=it
        )
        it.messages.append(m)
        self.announce(it.channel, m)
        return self.public(m)

    def _hook_msg(self, r, it):
        mid = r.p.get("message_id")
        m = (
            it.original
            if mid in (None, "@original")
            else next((x for x in [*it.messages, it.original] if x and x["id"] == mid), None)
        )
        if mid is not None and m is None:
            m = it.channel.messages.get(mid)
            if m and m["author"]["id"] != self.bot.id:
                m = None
        if m is None or m.get("_deleted"):
            raise unknown("Message", 10008)
        return m

    async def hook_get(self, r):
        return self.public(self._hook_msg(r, self._hook(r)))

    async def hook_patch(self, r):
        it = self._hook(r)
        m = self._hook_msg(r, it)
        loading = bool(m["flags"] & (1 << 7))
        p, code = V.check_message(
            r.body or {},
            r.files,
            edit=True,
            was_v2=bool(m["flags"] & V.COMPONENTS_V2),
            kept_attachments=[a["filename"] for a in m["attachments"]],
        )
        if p:
            self.reject(r, p, code)
        self.edit_message(it.channel, m, r.body or {}, r.files)
        if loading and m["_eph"] is None:
            self.announce(it.channel, m)
        return self.public(m)

    async def hook_delete(self, r):
        it = self._hook(r)
        self._delete(it.channel, self._hook_msg(r, it))
        return

    # ------------------------------------------------------------------ people, servers, processes
    def user(self, name, **kw):
        from tests.simulators.discord.actors import User

        return User(self, name, **kw)

    def guild(self, name, owner=None, **kw):
        from tests.simulators.discord.actors import Guild

        return Guild(self, name, owner or self.user(name + "-owner"), **kw)

    async def launch(self, command=None, env=None, wait=True, timeout=30.0, shards=None, database=None, cwd=None):
        b = Bot(self, command or ["rebound", "discord"], env or {}, database, cwd)
        self.bots.append(b)
        await b.start()
        if wait:
            await self.wait_ready(shards, timeout)
        return b


class Req:
    __slots__ = ("body", "files", "p", "q", "sim", "where")

    def __init__(self, sim, p, q, body, files, where):
        self.sim, self.p, self.q, self.body, self.files, self.where = (
            sim,
            p,
            q,
            body if body is not None else {},
            files,
            where,
        )


class Interaction:
    def __init__(self, sim, itype, user, channel, data, message=None, kind="slash", parent=None):
        self.sim, self.type, self.user, self.channel, self.data, self.message, self.kind = (
            sim,
            itype,
            user,
            channel,
            data,
            message,
            kind,
        )
        self.id = sim.snowflake()
        self.token = base64.urlsafe_b64encode(bytes(sim.rng.getrandbits(8) for _ in range(48))).decode().rstrip("=")
        self.t0 = time.monotonic()
        self.acked = self.ack_at = self.original = self.modal = self.choices = None
        self.messages, self.followups = [], 0
        self.done = asyncio.Event()
        self.parent = parent
        g = channel.guild
        self.user_install_only = user.installed and not (g and g.bot_in) and channel.type != 1
        sim.interactions[self.token] = self
        if len(sim.interactions) > 5000:
            old = next(iter(sim.interactions))
            if time.monotonic() - sim.interactions[old].t0 > sim.token_ttl:
                sim.interactions.pop(old)

    def owners(self):
        o = {}
        g = self.channel.guild
        if g and g.bot_in:
            o["0"] = g.id
        if self.channel.type == 1:
            o["0"] = "0"
        if self.user.installed:
            o["1"] = self.user.id
        return o

    def metadata(self):
        d = {
            "id": self.id,
            "type": self.type,
            "user": self.user.payload(),
            "authorizing_integration_owners": self.owners(),
        }
        if self.type == 2:
            d["name"] = self.data.get("name")
            d["command_type"] = self.data.get("type", 1)
        if self.type == 3:
            d["interacted_message_id"] = self.message["id"]
        if self.type == 5:
            d["triggering_interaction_metadata"] = (
                self.parent.metadata()
                if self.parent
                else {
                    "id": self.id,
                    "type": 2,
                    "user": self.user.payload(),
                    "authorizing_integration_owners": self.owners(),
                }
            )
        return d

    def payload(self):
        sim, c, g, u = self.sim, self.channel, self.channel.guild, self.user
        d = {
            "id": self.id,
            "application_id": sim.app_id,
            "type": self.type,
            "data": self.data,
            "token": self.token,
            "version": 1,
            "channel": c.payload(),
            "channel_id": c.id,
            "locale": u.locale,
            "entitlements": [],
            "attachment_size_limit": 10 * 2**20,
            "authorizing_integration_owners": self.owners(),
            "context": 0 if g else (1 if c.type == 1 else 2),
            "app_permissions": str(c.bot_permissions() if g and g.bot_in else ALL_PERMS if not g else MEMBER_PERMS),
        }
        if g:
            d["guild_id"], d["guild_locale"] = g.id, g.locale
            d["guild"] = {"id": g.id, "locale": g.locale, "features": []}
            d["member"] = {**g.member_payload(u), "permissions": str(g.permissions_of(u))}
        else:
            d["user"] = u.payload()
        if self.message is not None:
            d["message"] = sim.public(self.message)
        return d


class Bot:
    """The process under test."""

    def __init__(self, sim, command, env, database, cwd):
        self.sim, self.command, self.extra, self.cwd = sim, list(command), env, cwd
        base = sim.work_dir or Path(tempfile.mkdtemp(prefix="discord-sim-"))
        base.mkdir(parents=True, exist_ok=True)
        self.database = str(database or base / "rebound.db")
        self.log_path = base / f"bot-{len(sim.bots)}.log"
        self.proc = None
        self.started = None

    def env(self):
        e = dict(os.environ)
        e.update(
            DISCORD_TOKEN=self.sim.token,
            DISCORD_API_URL=self.sim.api_url,
            DISCORD_GATEWAY_URL=self.sim.gateway_url,
            REBOUND_DATABASE=self.database,
            PYTHONUNBUFFERED="1",
        )
        e.update({k: str(v) for k, v in self.extra.items()})
        return e

    async def start(self):
        self.log = self.log_path.open("ab")
        self.started = time.monotonic()
        self.proc = await asyncio.create_subprocess_exec(
            *self.command,
            env=self.env(),
            cwd=self.cwd,
            stdout=self.log,
            stderr=self.log,
            stdin=asyncio.subprocess.DEVNULL,
        )

    def tail(self, n=30):
        with contextlib.suppress(OSError):
            return "\n".join(self.log_path.read_text(errors="replace").splitlines()[-n:])
        return ""

    def rss_mib(self):
        status = Path(f"/proc/{self.proc.pid}/status").read_text()
        return int(re.search(r"^VmRSS:\s+(\d+)", status, re.MULTILINE).group(1)) / 1024

    def cpu_s(self):
        f = Path(f"/proc/{self.proc.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(f[11]) + int(f[12])) / os.sysconf("SC_CLK_TCK")

    async def stop(self, sig=signal.SIGTERM, timeout=10.0):
        """Ask the process to end; returns (exit code, seconds taken, whether it had to be killed)."""
        if not self.proc or self.proc.returncode is not None:
            return (self.proc.returncode if self.proc else None), 0.0, False
        t = time.monotonic()
        self.proc.send_signal(sig)
        forced = False
        try:
            await asyncio.wait_for(self.proc.wait(), timeout)
        except TimeoutError:
            forced = True
            self.proc.kill()
            await self.proc.wait()
        self.log.close()
        return self.proc.returncode, round(time.monotonic() - t, 2), forced

    async def kill(self):
        return await self.stop(signal.SIGKILL)

    async def restart(self, hard=False, wait=True, timeout=30.0):
        out = await (self.kill() if hard else self.stop())
        for s in self.sim.sessions.values():
            if s.conn:
                s.conn.abort()
        t = time.monotonic()
        while self.sim.live_sessions and time.monotonic() - t < 3:
            await asyncio.sleep(0.02)
        await self.start()
        if wait:
            await self.sim.wait_ready(None, timeout)
        return out


def _image_size(data):
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return 1, 1


_C, _M = "/channels/{channel_id}", "/channels/{channel_id}/messages/{message_id}"
_W = "/webhooks/{webhook_id}/{webhook_token}"
_G = "/guilds/{guild_id}"
_A, _AG = "/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands"
_E = "/guilds/{guild_id}/scheduled-events"
_HANDLERS = [
    ("me", ("GET", "/users/@me")),
    ("patch_me", ("PATCH", "/users/@me")),
    ("app", ("GET", "/applications/@me")),
    ("app", ("GET", "/oauth2/applications/@me")),
    ("get_user", ("GET", "/users/{user_id}")),
    ("my_guilds", ("GET", "/users/@me/guilds")),
    ("leave_guild", ("DELETE", "/users/@me/guilds/{guild_id}")),
    ("open_dm", ("POST", "/users/@me/channels")),
    ("gateway_bot", ("GET", "/gateway/bot")),
    ("gateway_plain", ("GET", "/gateway")),
    ("get_channel", ("GET", _C)),
    ("patch_channel", ("PATCH", _C)),
    ("delete_channel", ("DELETE", _C)),
    ("list_messages", ("GET", _C + "/messages")),
    ("create_message", ("POST", _C + "/messages")),
    ("get_message", ("GET", _M)),
    ("patch_message", ("PATCH", _M)),
    ("delete_message", ("DELETE", _M)),
    ("bulk_delete", ("POST", _C + "/messages/bulk-delete")),
    ("typing", ("POST", _C + "/typing")),
    ("add_reaction", ("PUT", _M + "/reactions/{emoji_name}/@me")),
    ("del_reaction", ("DELETE", _M + "/reactions/{emoji_name}/@me")),
    ("pin", ("PUT", _C + "/messages/pins/{message_id}")),
    ("unpin", ("DELETE", _C + "/messages/pins/{message_id}")),
    ("pin", ("PUT", _C + "/pins/{message_id}")),
    ("unpin", ("DELETE", _C + "/pins/{message_id}")),
    ("create_thread", ("POST", _C + "/threads")),
    ("thread_from_message", ("POST", _M + "/threads")),
    ("thread_member", ("PUT", _C + "/thread-members/@me")),
    ("thread_member", ("PUT", _C + "/thread-members/{user_id}")),
    ("get_guild", ("GET", _G)),
    ("guild_channels", ("GET", _G + "/channels")),
    ("new_guild_channel", ("POST", _G + "/channels")),
    ("guild_roles", ("GET", _G + "/roles")),
    ("guild_member", ("GET", _G + "/members/{user_id}")),
    ("guild_members", ("GET", _G + "/members")),
    ("search_members", ("GET", _G + "/members/search")),
    ("patch_my_member", ("PATCH", _G + "/members/@me")),
    ("member_role", ("PUT", _G + "/members/{user_id}/roles/{role_id}")),
    ("unmember_role", ("DELETE", _G + "/members/{user_id}/roles/{role_id}")),
    ("active_threads", ("GET", _G + "/threads/active")),
    ("events_list", ("GET", _E)),
    ("event_create", ("POST", _E)),
    ("event_get", ("GET", _E + "/{guild_scheduled_event_id}")),
    ("event_patch", ("PATCH", _E + "/{guild_scheduled_event_id}")),
    ("event_delete", ("DELETE", _E + "/{guild_scheduled_event_id}")),
    ("empty_list", ("GET", "/applications/{application_id}/entitlements")),
    ("empty_list", ("GET", "/applications/{application_id}/guilds/{guild_id}/commands/permissions")),
    ("callback", ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")),
    ("followup", ("POST", _W)),
    ("hook_get", ("GET", _W + "/messages/@original")),
    ("hook_patch", ("PATCH", _W + "/messages/@original")),
    ("hook_delete", ("DELETE", _W + "/messages/@original")),
    ("hook_get", ("GET", _W + "/messages/{message_id}")),
    ("hook_patch", ("PATCH", _W + "/messages/{message_id}")),
    ("hook_delete", ("DELETE", _W + "/messages/{message_id}")),
] + [
    (n, (m, b + s))
    for b in (_A, _AG)
    for n, m, s in (
        ("cmds_get", "GET", ""),
        ("cmds_put", "PUT", ""),
        ("cmds_post", "POST", ""),
        ("cmd_get", "GET", "/{command_id}"),
        ("cmd_patch", "PATCH", "/{command_id}"),
        ("cmd_delete", "DELETE", "/{command_id}"),
    )
]
