"""The fake Slack: state, Web API, Socket Mode, HTTP pusher. Runs in one asyncio loop in its own thread.

Tests use `harness`; this module knows nothing of scenarios.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import itertools
import json
import random  # noqa: TID251 - seeded: a failing run can be repeated
import re
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from . import validate
from .validate import Problem

LOOP = "127.0.0.1"
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # signing secret of the fake app
DEFAULT_SCOPES = [
    "chat:write",
    "im:history",
    "im:write",
    "im:read",
    "users:read",
    "commands",
    "files:write",
    "files:read",
    "reactions:write",
    "reactions:read",
    "assistant:write",
    "app_mentions:read",
    "channels:read",
    "channels:history",
    "groups:read",
    "team:read",
    "users:read.email",
    "metadata.message:read",
    "mpim:read",
    "groups:history",
    "mpim:history",
]
# method -> scope, one of which the bot token needs ((): no scope)
SCOPES: dict[str, tuple] = {
    "auth.test": (),
    "api.test": (),
    "apps.connections.open": (),
    "auth.revoke": (),
    "auth.teams.list": (),
    "apps.uninstall": (),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "chat.delete": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "chat.scheduleMessage": ("chat:write",),
    "chat.deleteScheduledMessage": ("chat:write",),
    "chat.scheduledMessages.list": (),
    "chat.getPermalink": (),
    "chat.startStream": ("chat:write",),
    "chat.appendStream": ("chat:write",),
    "chat.stopStream": ("chat:write",),
    "conversations.open": ("im:write", "mpim:write", "channels:manage", "groups:write"),
    "conversations.info": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "conversations.list": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "conversations.members": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "conversations.history": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "conversations.replies": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "conversations.join": ("channels:join",),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "users.lookupByEmail": ("users:read.email",),
    "users.conversations": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "users.getPresence": ("users:read",),
    "users.profile.get": ("users.profile:read",),
    "team.info": ("team:read",),
    "bots.info": ("users:read",),
    "views.open": (),
    "views.push": (),
    "views.update": (),
    "views.publish": (),
    "files.getUploadURLExternal": ("files:write",),
    "files.completeUploadExternal": ("files:write",),
    "files.info": ("files:read",),
    "files.delete": ("files:write",),
    "reactions.add": ("reactions:write",),
    "reactions.remove": ("reactions:write",),
    "dnd.info": ("dnd:read",),
    "assistant.threads.setStatus": ("assistant:write", "chat:write"),
    "assistant.threads.setTitle": ("assistant:write",),
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "agents.sessions.setStatus": ("assistant:write", "chat:write"),
    "agents.sessions.rename": ("assistant:write",),
    "oauth.v2.access": (),
    "oauth.v2.exchange": (),
    "apps.manifest.validate": (),
    "apps.manifest.create": (),
    "apps.manifest.export": (),
    "apps.manifest.update": (),
    "pins.add": ("pins:write",),
    "emoji.list": ("emoji:read",),
}
NEEDS_IM = {
    "message": {"im": "im:history", "channel": "channels:history", "group": "groups:history", "mpim": "mpim:history"}
}


def now() -> float:
    return time.time()


@dataclass
class Workspace:
    id: str
    name: str
    token: str
    bot_id: str
    bot_user: str
    enterprise: str | None = None
    scopes: list = field(default_factory=lambda: list(DEFAULT_SCOPES))
    installed: bool = True
    token_state: str = "ok"  # ok | token_revoked | account_inactive | token_expired | invalid_auth
    users: dict = field(default_factory=dict)
    channels: dict = field(default_factory=dict)
    old_tokens: dict = field(default_factory=dict)
    refresh_token: str | None = None
    rotation: bool = False
    org_install: bool = False
    expires_in: int = 43200
    installer: str | None = None


@dataclass
class Channel:
    id: str
    kind: str  # im | channel | group
    name: str = ""
    user: str | None = None  # im partner
    members: set = field(default_factory=set)
    messages: list = field(default_factory=list)
    archived: bool = False
    opened: bool = False
    pins: list = field(default_factory=list)
    most_pins: int = 100
    read_only: bool = False  # only administrators may write


@dataclass
class View:
    id: str
    ws: str
    user: str
    payload: dict
    hash: str
    kind: str
    root: str | None = None
    previous: str | None = None
    state: dict = field(default_factory=dict)
    open: bool = True
    errors: dict = field(default_factory=dict)
    t: float = field(default_factory=now)


@dataclass
class ApiCall:
    t: float
    method: str
    args: dict
    ws: str | None
    ok: bool = False
    error: str | None = None
    status: int = 200
    ms: float = 0.0
    problems: list = field(default_factory=list)
    fault: str | None = None
    response: dict | None = None


@dataclass
class Delivery:
    kind: str  # events_api | interactive | slash_commands
    body: dict
    ws: str
    t: float
    event_id: str | None = None
    attempts: list = field(default_factory=list)  # dicts: t, ack_ms|None, how, status
    acked: bool = False
    ack_payload: Any = None
    done: threading.Event = field(default_factory=threading.Event)
    retries: bool = True

    @property
    def ack_ms(self):
        for a in self.attempts:
            if a.get("ack_ms") is not None:
                return a["ack_ms"]


class Conn:
    def __init__(self, ws):
        self.ws, self.pending, self.draining, self.t, self.sent = ws, {}, False, now(), 0


class Core:
    def __init__(
        self,
        *,
        mode="socket",
        seed=1,
        manifest=None,
        ack_timeout=3.0,
        retry_delays=(0.2, 2.0, 5.0),
        strict=True,
        echo=True,
        rate="warn",
        http_port=None,
        http_path="/slack/events",
        burst=8,
        scopes=None,
        judges_later=False,
    ):
        self.mode, self.rng, self.manifest = mode, random.Random(seed), manifest
        self.ack_timeout, self.retry_delays, self.strict, self.echo, self.rate, self.burst = (
            ack_timeout,
            retry_delays,
            strict,
            echo,
            rate,
            burst,
        )
        self.http_port, self.http_path = http_port, http_path
        self.app_id, self.client_id, self.client_secret = (
            self._id("A"),
            f"{self.rng.randrange(10**11)}.{self.rng.randrange(10**12)}",
            "sim-client-secret",
        )
        self.app_token = f"xapp-1-{self.app_id}-{self.rng.randrange(10**12)}-simulated"
        self.signing_secret, self.verification = SECRET, "simverificationtoken00000"
        self.cond = threading.Condition()
        self.workspaces: dict[str, Workspace] = {}
        self.tokens: dict[str, str] = {}
        self.views: dict[str, View] = {}
        self.stacks: dict[tuple, list] = {}
        self.homes: dict[tuple, View] = {}
        self.calls: list[ApiCall] = []
        self.deliveries: list[Delivery] = []
        self.violations: list[tuple] = []  # (t, where, Problem)
        self.conns: list[Conn] = []
        self.conn_log: list[tuple] = []
        self.faults: list[dict] = []
        self.triggers: dict[str, dict] = {}
        self.response_urls: dict[str, dict] = {}
        self.uploads: dict[str, dict] = {}
        self.files: dict[str, dict] = {}
        self.scheduled: dict[str, dict] = {}
        self.tickets: set = set()
        self.oauth_codes: dict[str, str] = {}
        self.prompts: dict[str, dict] = {}
        self.statuses: list = []
        self.dialog_errors: list = []  # what Slack shows to the user when an interaction is not acknowledged
        self.post_times: dict[tuple, list] = {}
        self.buckets: dict[tuple, list] = {}
        self.judges_later = judges_later  # messages are judged when asked for: it takes longer than all else here
        self.unjudged: list[tuple] = []
        self.held: list | None = None
        self.refuse_sockets_until = 0.0
        self.visible_hooks: list = []
        self.tsn = itertools.count(100)
        self._rr = itertools.count()
        scopes = scopes or self._manifest("oauth_config.scopes.bot")
        self.default_scopes = list(scopes) if scopes else list(DEFAULT_SCOPES)
        self._ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True, name="slacksim")

    # ---------- life cycle
    def start(self):
        self.thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the simulator did not start")
        return self

    def stop(self):
        if self.thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._stop(), self.loop).result(10)
            self.loop.call_soon_threadsafe(self.loop.stop)
            self.thread.join(10)
            self.loop.close()

    def _run(self):
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._serve())
        self._ready.set()
        self.loop.run_forever()

    async def _serve(self):
        app = web.Application(client_max_size=64 << 20)
        app.router.add_route("*", "/api/{method:[\\w.]*}", self._h_api)
        app.router.add_get("/link/", self._h_socket)
        app.router.add_post("/upload/v1/{fid}", self._h_upload)
        app.router.add_post("/{kind:actions|commands}/{ws}/{rid}", self._h_response_url)
        app.router.add_route("*", "/{tail:.*}", self._h_other)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self.runner.setup()
        site = web.TCPSite(self.runner, LOOP, 0)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        self.base = f"http://{LOOP}:{self.port}"
        self.http = aiohttp.ClientSession(trust_env=False)

    async def _stop(self):
        for c in list(self.conns):
            with contextlib.suppress(Exception):
                await c.ws.close()
        await self.http.close()
        await self.runner.cleanup()
        for t in asyncio.all_tasks(self.loop):
            if t is not asyncio.current_task():
                t.cancel()

    def run(self, coro, timeout=60):
        return asyncio.run_coroutine_threadsafe(coro, self.loop).result(timeout)

    def changed(self):
        with self.cond:
            self.cond.notify_all()

    def visible(self, ws, user, what):
        for h in self.visible_hooks:
            h(ws, user, what, now())
        self.changed()

    # ---------- small helpers
    def _id(self, p, n=9):
        return p + "0" + "".join(self.rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(n))

    def ts(self):
        return f"{int(now())}.{next(self.tsn):06d}"

    def _manifest(self, path, default=None):
        node = self.manifest or {}
        for k in path.split("."):
            if not isinstance(node, dict) or k not in node:
                return default
            node = node[k]
        return node

    def violation(self, where, p: Problem):
        self.violations.append((now(), where, p))

    def add_workspace(self, name, *, enterprise=None, installed=True, org_install=False, rotation=False, token=None):
        tid = self._id("T")
        ws = Workspace(
            tid,
            name,
            token or f"xoxb-{self.rng.randrange(10**11)}-{self.rng.randrange(10**11)}-{self._id('s', 20)}",
            self._id("B"),
            self._id("U"),
            enterprise,
            list(self.default_scopes),
            installed,
            org_install=org_install,
            rotation=rotation,
        )
        if rotation:
            ws.token, ws.refresh_token = "xoxe.xoxb-" + self._id("1", 30), "xoxe-" + self._id("1", 30)
        ws.users[ws.bot_user] = self._user(ws, ws.bot_user, "rebound", "Rebound", "America/Los_Angeles", bot=True)
        self.workspaces[tid] = ws
        if installed:
            self.tokens[ws.token] = tid
        gen = Channel(self._id("C"), "channel", "general")
        ws.channels[gen.id] = gen
        return ws

    def _user(self, ws, uid, handle, real, tz, bot=False, locale="en-US"):
        from datetime import datetime
        from zoneinfo import ZoneInfo

        off = int(datetime.fromtimestamp(now(), ZoneInfo(tz)).utcoffset().total_seconds()) if tz else 0
        u = {
            "id": uid,
            "team_id": ws.id,
            "name": handle,
            "deleted": False,
            "color": "9f69e7",
            "real_name": real,
            "profile": {
                "real_name": real,
                "display_name": handle,
                "real_name_normalized": real,
                "display_name_normalized": handle,
                "team": ws.id,
                "first_name": real.split()[0],
                "last_name": " ".join(real.split()[1:]),
                "image_72": "https://www.example.com/i.png",
            },
            "is_admin": False,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "is_bot": bot,
            "is_app_user": False,
            "updated": int(now()),
            "is_email_confirmed": True,
            "locale": locale,
        }
        if bot:
            u["profile"]["api_app_id"], u["profile"]["bot_id"] = self.app_id, ws.bot_id
        if tz:
            u.update(tz=tz, tz_label=tz, tz_offset=off)
        return u

    def add_user(self, ws, real, tz="America/New_York", locale="en-US", number=None):
        """A member; those with the same number have the same ids, as in different workspaces they may."""
        uid = self._id("U") if number is None else f"U0SAME{number:04d}"
        ws.users[uid] = self._user(ws, uid, re.sub(r"\W+", "", real.lower()) or "user", real, tz, locale=locale)
        cid = self._id("D") if number is None else f"D0SAME{number:04d}"
        ch = Channel(cid, "im", user=uid, members={uid, ws.bot_user})
        ws.channels[ch.id] = ch
        return uid

    def im(self, ws, uid):
        return next(c for c in ws.channels.values() if c.kind == "im" and c.user == uid)

    def names(self, ws):
        return {k: (v["profile"]["display_name"] or v["real_name"]) for k, v in ws.users.items()} | {
            c.id: c.name for c in ws.channels.values()
        }

    # ---------- messages
    def _find(self, ch, ts):
        return next((m for m in ch.messages if m["ts"] == ts), None)

    def _assign_ids(self, blocks, prefix=""):
        for b in blocks or []:
            if isinstance(b, dict):
                b.setdefault("block_id", prefix if prefix else self._id("", 4).lower())
                for _, n in validate._walk(b):
                    if (
                        isinstance(n, dict)
                        and n.get("type") in validate.INTERACTIVE
                        and n.get("type") != "workflow_button"
                    ):
                        n.setdefault("action_id", self._id("", 5).lower())
        return blocks

    @staticmethod
    def clean(m):
        return {k: v for k, v in m.items() if not k.startswith("_")}

    def _post(self, ws, ch, a, *, ephemeral_to=None, method="chat.postMessage"):
        blocks = a.get("blocks")
        blocks = json.loads(blocks) if isinstance(blocks, str) else json.loads(json.dumps(blocks)) if blocks else None
        m = {
            "type": "message",
            "user": ws.bot_user,
            "bot_id": ws.bot_id,
            "app_id": self.app_id,
            "text": a.get("text") or "",
            "team": ws.id,
            "ts": self.ts(),
            "bot_profile": {
                "id": ws.bot_id,
                "app_id": self.app_id,
                "name": "rebound",
                "deleted": False,
                "updated": int(now()),
                "team_id": ws.id,
                "icons": {"image_36": "https://www.example.com/i.png"},
            },
            "_app": True,
            "_t": now(),
            "_method": method,
        }
        if blocks:
            m["blocks"] = self._assign_ids(blocks)
        elif m["text"]:
            m["blocks"] = [
                {
                    "type": "rich_text",
                    "block_id": self._id("", 4),
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": m["text"]}]}],
                }
            ]
            m["_app"] = False
        if a.get("markdown_text"):
            m["_markdown"], m["text"], m["_app"] = a["markdown_text"], a["markdown_text"], False
        for k in ("attachments", "metadata", "thread_ts"):
            v = a.get(k)
            if v:
                m[k] = json.loads(v) if isinstance(v, str) and k != "thread_ts" else v
        if ephemeral_to:
            m["_ephemeral"] = ephemeral_to
        ch.messages.append(m)
        ch.opened = True
        for u in (
            [ephemeral_to]
            if ephemeral_to
            else [ch.user]
            if ch.kind == "im"
            else [x for x in ch.members if x != ws.bot_user]
        ):
            self.visible(ws.id, u, "message")
        if self.echo and not ephemeral_to:
            ev = self.clean(m) | {
                "channel": ch.id,
                "channel_type": "im" if ch.kind == "im" else "channel",
                "event_ts": m["ts"],
            }
            ev.pop("metadata", None)
            self.event(ws, ev)
        return m

    def _echo_change(self, ws, ch, new, old):
        if self.echo:
            self.event(
                ws,
                {
                    "type": "message",
                    "subtype": "message_changed",
                    "message": self.clean(new) | {"edited": {"user": ws.bot_user, "ts": self.ts()}},
                    "previous_message": self.clean(old),
                    "channel": ch.id,
                    "hidden": True,
                    "ts": self.ts(),
                    "event_ts": self.ts(),
                    "channel_type": "im" if ch.kind == "im" else "channel",
                },
            )

    # ---------- events out
    def subscribed(self, ev):
        subs = self._manifest("settings.event_subscriptions.bot_events")
        if self.manifest is None:
            return True
        if subs is None:
            return False
        t = ev["type"]
        if t == "message":
            return {
                "im": "message.im",
                "channel": "message.channels",
                "group": "message.groups",
                "mpim": "message.mpim",
            }[ev.get("channel_type", "im")] in subs
        return t in subs or t in ("app_rate_limited",)

    def envelope(self, ws, ev):
        return {
            "token": self.verification,
            "team_id": ws.id,
            "enterprise_id": ws.enterprise,
            "context_team_id": ws.id,
            "context_enterprise_id": ws.enterprise,
            "api_app_id": self.app_id,
            "event": ev,
            "type": "event_callback",
            "event_id": "Ev" + self._id("", 9),
            "event_time": int(now()),
            "authorizations": [
                {
                    "enterprise_id": ws.enterprise,
                    "team_id": None if ws.org_install else ws.id,
                    "user_id": ws.bot_user,
                    "is_bot": True,
                    "is_enterprise_install": ws.org_install,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": "4-" + self._id("x", 20),
        }

    def event(self, ws, ev, *, force=False, duplicates=0, body=None):
        """Thread-safe. Sends one Events API event (if the app subscribed to it); returns the Delivery or None."""
        if body is None:
            if not force and (not self.subscribed(ev) or not ws.installed):
                return None
            if not force and ev["type"] == "message":
                need = NEEDS_IM["message"].get(ev.get("channel_type", "im"))
                if need not in ws.scopes:
                    return None
            body = self.envelope(ws, ev)
        d = Delivery("events_api", body, ws.id, now(), body.get("event_id"))
        self.deliveries.append(d)
        if self.held is not None:
            self.held.append(d)
        else:
            asyncio.run_coroutine_threadsafe(
                self._deliver(d), self.loop
            ) if threading.current_thread() is not self.thread else self.loop.create_task(self._deliver(d))
            for i in range(duplicates):
                self.redeliver(d, i + 1)
        return d

    def redeliver(self, d, n=1, reason="timeout"):
        dup = Delivery(d.kind, d.body, d.ws, now(), d.event_id, retries=False)
        self.deliveries.append(dup)
        co = self._attempt(dup, n, reason)
        asyncio.run_coroutine_threadsafe(
            co, self.loop
        ) if threading.current_thread() is not self.thread else self.loop.create_task(co)
        return dup

    def release(self, order="fifo"):
        q, self.held = self.held or [], None
        if order == "reversed":
            q = q[::-1]
        elif order == "shuffled":
            self.rng.shuffle(q)
        for d in q:
            asyncio.run_coroutine_threadsafe(self._deliver(d), self.loop)
        return q

    async def _deliver(self, d):
        reason = None
        for n, delay in enumerate((0.0, *self.retry_delays)):
            if delay:
                await asyncio.sleep(delay)
            reason = await self._attempt(d, n, reason)
            if d.acked or not d.retries or reason == "no_retry":
                break
        d.done.set()
        self.changed()

    async def _attempt(self, d, n=0, reason=None):
        """One delivery; returns None on success, else the retry reason."""
        return await (self._attempt_http(d, n, reason) if self.mode == "http" else self._attempt_socket(d, n, reason))

    async def _attempt_socket(self, d, n, reason):
        live = [c for c in self.conns if not c.draining and not c.ws.closed]
        t0 = now()
        if not live:
            d.attempts.append({"t": t0, "how": "no connection", "ack_ms": None})
            await asyncio.sleep(0.3)
            return "connection_failed"
        c = live[next(self._rr) % len(live)]
        eid = str(random.Random(self.rng.random()).getrandbits(64)) + "-" + self._id("", 6)
        env = {
            "envelope_id": eid,
            "payload": d.body,
            "type": d.kind,
            "accepts_response_payload": d.kind != "events_api",
        }
        if d.kind == "events_api":
            env.update(retry_attempt=n, retry_reason=reason or "")
        fut = self.loop.create_future()
        c.pending[eid] = fut
        att = {"t": t0, "how": "socket", "ack_ms": None, "retry": n}
        d.attempts.append(att)
        try:
            await c.ws.send_str(json.dumps(env))
            c.sent += 1
            d.ack_payload = await asyncio.wait_for(fut, self.ack_timeout)
            att["ack_ms"] = (now() - t0) * 1000
            d.acked = True
            self.changed()
            return None
        except TimeoutError:
            return "timeout"
        except (ConnectionError, RuntimeError) as e:
            att["how"] = f"socket lost: {e}"
            return "connection_failed"
        finally:
            c.pending.pop(eid, None)

    def sign(self, body: bytes, ts=None):
        ts = str(int(now()) if ts is None else ts)
        mac = hmac.new(self.signing_secret.encode(), b"v0:" + ts.encode() + b":" + body, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": ts, "X-Slack-Signature": "v0=" + mac}

    def http_body(self, kind, body):
        if kind == "events_api":
            return json.dumps(body).encode(), "application/json"
        if kind == "slash_commands":
            return urllib.parse.urlencode(body).encode(), "application/x-www-form-urlencoded"
        return urllib.parse.urlencode({"payload": json.dumps(body)}).encode(), "application/x-www-form-urlencoded"

    async def raw_push(self, data: bytes, headers: dict, seconds=None, path=None, method="POST"):
        async with self.http.request(
            method,
            f"http://{LOOP}:{self.http_port}{path or self.http_path}",
            data=data,
            headers=headers,
            timeout=aiohttp.ClientTimeout(total=seconds or self.ack_timeout),
            allow_redirects=False,
        ) as r:
            return r.status, dict(r.headers), await r.text()

    async def _attempt_http(self, d, n, reason):
        data, ctype = self.http_body(d.kind, d.body)
        h = {
            "Content-Type": ctype,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "Accept": "*/*",
            **self.sign(data),
        }
        if n:
            h |= {"X-Slack-Retry-Num": str(n), "X-Slack-Retry-Reason": reason or "http_timeout"}
        t0 = now()
        att = {"t": t0, "how": "http", "ack_ms": None, "retry": n}
        d.attempts.append(att)
        try:
            st, hd, text = await self.raw_push(data, h)
            att["status"] = st
            if 200 <= st < 300:
                att["ack_ms"] = (now() - t0) * 1000
                d.acked = True
                try:
                    d.ack_payload = json.loads(text) if text.strip() else None
                except ValueError:
                    d.ack_payload = {"text": text}
                self.changed()
                return None
            return "no_retry" if {k.lower(): v for k, v in hd.items()}.get("x-slack-no-retry") == "1" else "http_error"
        except TimeoutError:
            return "http_timeout"
        except aiohttp.ClientError as e:
            att["how"] = f"http: {type(e).__name__}"
            await asyncio.sleep(0.2)
            return "connection_failed"

    async def interact(self, kind, body, ws):
        """An interaction: one attempt, never retried; returns the Delivery."""
        d = Delivery(kind, body, ws.id, now(), retries=False)
        self.deliveries.append(d)
        await self._attempt(d)
        if not d.acked:
            self.dialog_errors.append(
                (now(), kind, body.get("type") or body.get("command"), "the app did not answer in 3 seconds")
            )
        d.done.set()
        self.changed()
        return d

    def trigger(self, ws, user, view=None):
        t = f"{self.rng.randrange(10**13)}.{self.rng.randrange(10**12)}.{self._id('', 20).lower()}"
        self.triggers[t] = {"ws": ws.id, "user": user, "t": now(), "used": False, "view": view}
        return t

    def response_url(self, ws, user, channel, ts=None, kind="actions"):
        rid = self._id("", 24)
        self.response_urls[rid] = {"ws": ws.id, "user": user, "channel": channel, "ts": ts, "t": now(), "uses": 0}
        return f"{self.base}/{kind}/{ws.id}/{rid}"

    # ---------- inbound: socket
    async def _h_socket(self, req):
        ticket = req.query.get("ticket")
        if ticket not in self.tickets:
            self.conn_log.append((now(), "refused: bad ticket"))
            return web.Response(status=404)
        self.tickets.discard(ticket)
        ws = web.WebSocketResponse(autoping=True)
        await ws.prepare(req)
        c = Conn(ws)
        c.transport = req.transport
        if len([x for x in self.conns if not x.ws.closed]) >= 10:
            await ws.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": {"host": "sim"}})
            await ws.close()
            return ws
        self.conns.append(c)
        self.conn_log.append((now(), "open"))
        await ws.send_json(
            {
                "type": "hello",
                "num_connections": len(self.conns),
                "debug_info": {"host": "applink-sim", "build_number": 1, "approximate_connection_time": 18060},
                "connection_info": {"app_id": self.app_id},
            }
        )
        self.changed()
        try:
            async for msg in ws:
                if msg.type == web.WSMsgType.TEXT:
                    try:
                        o = json.loads(msg.data)
                    except ValueError:
                        self.violation("socket", Problem("error", "limit", "$", f"not JSON: {msg.data[:80]!r}"))
                        continue
                    eid = o.get("envelope_id")
                    fut = c.pending.get(eid) or next((x.pending[eid] for x in self.conns if eid in x.pending), None)
                    if fut is None:
                        self.violation(
                            "socket", Problem("warn", "limit", "$.envelope_id", "late or unknown acknowledgement")
                        )
                    elif not fut.done():
                        fut.set_result(o.get("payload"))
                    extra = set(o) - {"envelope_id", "payload"}
                    if extra:
                        self.violation(
                            "socket",
                            Problem("warn", "limit", "$", f"unexpected keys in an acknowledgement: {sorted(extra)}"),
                        )
        except ConnectionError:  # cut in the middle of a frame
            pass
        if c in self.conns:
            self.conns.remove(c)
        for f in c.pending.values():
            if not f.done():
                f.set_exception(ConnectionError("closed"))
        self.conn_log.append((now(), f"closed {ws.close_code}"))
        self.changed()
        return ws

    async def socket_refresh(self, grace=1.0, warn=False, reason="refresh_requested"):
        old = list(self.conns)
        for c in old:
            if warn:
                await c.ws.send_json({"type": "disconnect", "reason": "warning", "debug_info": {"host": "applink-sim"}})
                await asyncio.sleep(0.2)
            c.draining = True
            with contextlib.suppress(ConnectionError):  # they may have gone at the warning
                await c.ws.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-sim"}})

        async def later():
            await asyncio.sleep(grace)
            for c in old:
                await c.ws.close()

        self.loop.create_task(later())
        return len(old)

    async def socket_drop(self):
        n = 0
        for c in list(self.conns):
            if c.transport is not None:
                c.draining = True
                c.transport.abort()
                n += 1
        return n

    # ---------- inbound: other HTTP
    async def _h_other(self, req):
        self.violation("http", Problem("warn", "limit", req.path, f"{req.method} of an unknown path"))
        return web.Response(status=404, text="not found")

    async def _h_upload(self, req):
        u = self.uploads.get(req.match_info["fid"])
        f = self._fault("upload")
        if f:
            r = await self._apply_fault(req, f)
            if r is not None:
                return r
        if not u:
            return web.Response(status=404, text="no such upload")
        if req.content_type.startswith("multipart/"):
            data = b""
            async for part in await req.multipart():
                data += await part.read()
        else:
            data = await req.read()
        u["data"] = data
        if len(data) != u["length"]:
            self.violation(
                "upload", Problem("error", "limit", "$.length", f"{len(data)} bytes sent, {u['length']} announced")
            )
        return web.Response(text=f"OK - {len(data)}")

    async def _h_response_url(self, req):
        r = self.response_urls.get(req.match_info["rid"])
        try:
            a = await req.json()
        except ValueError:
            return web.Response(status=400, text="invalid_payload")
        call = ApiCall(now(), "response_url", a, r and r["ws"])
        self.calls.append(call)
        if not r or r["uses"] >= 5 or now() - r["t"] > 1800:
            call.error = "expired_url"
            return web.Response(status=404, text="expired_url")
        r["uses"] += 1
        call.problems = [] if a.get("delete_original") else validate.message_problems("response_url", a)
        for p in call.problems:
            self.violation("response_url", p)
        if self.strict and any(p.level == "error" for p in call.problems):
            call.error = "invalid_blocks"
            return web.Response(status=400, text="invalid_blocks")
        ws = self.workspaces[r["ws"]]
        ch = ws.channels[r["channel"]]
        old = self._find(ch, r["ts"]) if r["ts"] else None
        if a.get("delete_original") and old:
            ch.messages.remove(old)
            self.visible(ws.id, r["user"], "message")
        elif a.get("replace_original") and old:
            self._update(ws, ch, old, a)
        else:
            self._post(
                ws,
                ch,
                a,
                ephemeral_to=None if a.get("response_type") == "in_channel" else r["user"],
                method="response_url",
            )
        call.ok = True
        return web.Response(text="ok")

    # ---------- faults
    def _fault(self, method):
        for f in self.faults:
            if f["times"] > 0 and (
                f["method"] == "*"
                or f["method"] == method
                or (f["method"].endswith("*") and method.startswith(f["method"][:-1]))
            ):
                if f["skip"] > 0:
                    f["skip"] -= 1
                    continue
                f["times"] -= 1
                f["hits"] += 1
                return f
        return None

    async def _apply_fault(self, req, f):
        """Before the call is processed; None: go on."""
        k = f["kind"]
        if k == "429":
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(f["value"] or 1)}
            )
        if k in ("500", "502", "503"):
            return web.Response(status=int(k), text="<html><body>Server Error</body></html>", content_type="text/html")
        if k == "500json":
            return web.json_response({"ok": False, "error": "internal_error"}, status=500)
        if k == "error":
            return web.json_response({"ok": False, "error": f["value"]})
        if k == "garbage":
            return web.Response(text="<!doctype html><p>maintenance", content_type="text/html")
        if k == "hang":
            await asyncio.sleep(float(f["value"] or 60))
            req.transport and req.transport.abort()
            return web.Response(status=504)
        if k == "slow":
            await asyncio.sleep(float(f["value"] or 2))
        if k == "drop":
            req.transport and req.transport.abort()
            return web.Response(status=500)
        return None

    # ---------- inbound: Web API
    async def _h_api(self, req):
        method = req.match_info["method"]
        t0 = now()
        args: dict = dict(req.query)
        if req.method == "POST":
            if req.content_type == "application/json":
                try:
                    args |= await req.json()
                except ValueError:
                    return web.json_response({"ok": False, "error": "invalid_json"})
            elif req.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
                args |= {k: (v if isinstance(v, str) else "(file)") for k, v in (await req.post()).items()}
        auth = req.headers.get("Authorization", "")
        token = auth[7:] if auth.startswith("Bearer ") else args.pop("token", None)
        call = ApiCall(t0, method, args, self.tokens.get(token))
        self.calls.append(call)
        f = self._fault(method)
        if f:
            call.fault = f["kind"]
            r = await self._apply_fault(req, f)
            if r is not None:
                call.status, call.error, call.ms = r.status, f"fault:{f['kind']}", (now() - t0) * 1000
                self.changed()
                return r
        body, status, headers = self._call(method, args, token, call, auth)
        call.ok, call.error, call.status, call.response = bool(body.get("ok")), body.get("error"), status, body
        call.ms = (now() - t0) * 1000
        for p in call.problems:
            self.violation(method, p)
        if call.error in ("unknown_method",):
            self.violation(method, Problem("error", "limit", "$", "unknown_method"))
        self.changed()
        if f and f["kind"] == "drop_after":
            req.transport and req.transport.abort()
        if f and f["kind"] == "hang_after":
            await asyncio.sleep(float(f["value"] or 60))
            req.transport and req.transport.abort()
        return web.json_response(body, status=status, headers=headers)

    def _limit(self, method, ws, args):
        """Seconds to wait, or 0. Token buckets: posts per channel 1/s, else the published tier per minute (+ burst)."""
        if method in ("chat.postMessage", "chat.postEphemeral") and args.get("channel"):
            key, rate, cap = ("post", ws.id, args["channel"]), 1.0, float(self.burst)
        else:
            tier = validate.RATE_TIERS.get(method)
            if tier not in validate.TIER_PER_MIN:
                return 0
            per = validate.TIER_PER_MIN[tier]
            key, rate, cap = (method, ws.id), per / 60, max(10.0, per * 0.5)
        b = self.buckets.setdefault(key, [cap, now()])
        t = now()
        b[0] = min(cap, b[0] + (t - b[1]) * rate)
        b[1] = t
        if b[0] >= 1:
            b[0] -= 1
            return 0
        return (1 - b[0]) / rate

    def _call(self, method, a, token, call, auth):
        bad = lambda e, **x: ({"ok": False, "error": e, **x}, 200, {})
        fn = getattr(self, "m_" + method.replace(".", "_"), None)
        if method == "oauth.v2.access":
            return self._oauth(a, auth)
        if method == "apps.connections.open":
            if token != self.app_token:
                return bad("invalid_auth" if token else "not_authed")
            if now() < self.refuse_sockets_until:
                return bad("internal_error")
            t = self._id("", 30)
            self.tickets.add(t)
            return {"ok": True, "url": f"ws://{LOOP}:{self.port}/link/?ticket={t}&app_id={self.app_id}"}, 200, {}
        if method == "api.test":
            return {"ok": True, "args": a}, 200, {}
        if fn is None:
            return bad("unknown_method", req_method=method)
        if not token:
            return bad("not_authed")
        tid = self.tokens.get(token)
        if tid is None:
            old = next((w.old_tokens[token] for w in self.workspaces.values() if token in w.old_tokens), None)
            return bad(old or "invalid_auth")
        ws = self.workspaces[tid]
        if ws.org_install and a.get("team_id") in self.workspaces:
            ws = self.workspaces[a["team_id"]]
        if ws.token_state != "ok":
            return bad(ws.token_state)
        need = SCOPES.get(method, ())
        for k in validate.unknown_args(method, a):
            call.problems.append(Problem("warn", "schema", f"$.{k}", f"{method} has no argument {k!r}"))
        if need and not set(need) & set(ws.scopes):
            call.problems.append(Problem("error", "limit", "$", f"missing_scope: {method} needs one of {need}"))
            return bad("missing_scope", needed=need[0], provided=",".join(ws.scopes))
        wait = self._limit(method, ws, a) if self.rate != "off" else 0
        if wait:
            call.problems.append(Problem("warn", "limit", "$", f"over the rate limit of {method}"))
            if self.rate == "enforce":
                return {"ok": False, "error": "ratelimited"}, 429, {"Retry-After": str(max(1, int(wait + 0.999)))}
        call.ws = ws.id
        hdr = {"X-OAuth-Scopes": ",".join(ws.scopes), "X-Accepted-OAuth-Scopes": ",".join(need)}
        r = fn(ws, a, call)
        if isinstance(r, str):
            return {"ok": False, "error": r}, 200, hdr
        return {"ok": True, **r} if "ok" not in r else r, 200, hdr

    def _judged(self, call, a):
        if self.judges_later:
            self.unjudged.append((call, a))
            return []
        return validate.message_problems(call.method, a)

    def judge(self):
        """Judge what was taken unseen."""
        waiting, self.unjudged = self.unjudged, []
        for call, a in waiting:
            found = validate.message_problems(call.method, a)
            call.problems += found
            for p in found:
                self.violation(call.method, p)

    def _reject(self, call, problems, error, field="blocks"):
        call.problems += problems
        errs = [p for p in problems if p.level == "error"]
        if errs and self.strict:
            return {
                "ok": False,
                "error": error,
                "errors": [p.message for p in errs],
                "response_metadata": {"messages": [f"[ERROR] {p.message} [json-pointer:{p.path}]" for p in errs]},
            }
        return None

    def _channel(self, ws, cid):
        if not isinstance(cid, str):
            return None
        if cid in ws.users and cid != ws.bot_user:
            return self.im(ws, cid)
        return ws.channels.get(cid) or next((c for c in ws.channels.values() if c.name and "#" + c.name == cid), None)

    def m_auth_test(self, ws, a, call):
        return {
            "url": f"https://{ws.name.lower()}.slack.com/",
            "team": ws.name,
            "user": "rebound",
            "team_id": ws.id,
            "user_id": ws.bot_user,
            "bot_id": ws.bot_id,
            "is_enterprise_install": ws.org_install,
            **({"enterprise_id": ws.enterprise} if ws.enterprise else {}),
        }

    def _writable(self, ws, ch):
        if ch is None:
            return "channel_not_found"
        if ch.archived:
            return "is_archived"
        if ch.kind == "im" and self._manifest("features.app_home.messages_tab_enabled", True) is False:
            return "messages_tab_disabled"
        if ch.kind == "channel" and ws.bot_user not in ch.members:
            return "not_in_channel"
        if ch.kind == "group" and ws.bot_user not in ch.members:
            return "channel_not_found"
        return "restricted_action_read_only_channel" if ch.read_only else None

    def _msg_error(self, problems):
        for code in (
            "no_text",
            "msg_too_long",
            "markdown_text_conflict",
            "too_many_attachments",
            "msg_blocks_too_long",
        ):
            if any(p.level == "error" and code in p.message for p in problems):
                return code
        if any(p.level == "error" and "metadata" in p.path for p in problems):
            return "invalid_metadata_format"
        return "invalid_blocks"

    def m_chat_postMessage(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        err = self._writable(ws, ch)
        if err:
            return err
        found = self._judged(call, a)
        if a.get("thread_ts") and not re.fullmatch(r"\d{10}\.\d{6}", str(a["thread_ts"])):
            found.append(Problem("error", "limit", "$.thread_ts", "invalid_thread_ts"))
        if {"username", "icon_url", "icon_emoji"} & set(a) and "chat:write.customize" not in ws.scopes:
            found.append(Problem("warn", "limit", "$", "username/icon need chat:write.customize"))
        r = self._reject(call, found, self._msg_error(found))
        if r:
            return r
        m = self._post(ws, ch, a)
        times = self.post_times.setdefault((ws.id, ch.id), [])
        times.append(now())
        return {"channel": ch.id, "ts": m["ts"], "message": self.clean(m)}

    def m_chat_postEphemeral(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        err = self._writable(ws, ch)
        if err:
            return err
        if a.get("user") not in ch.members:
            return "user_not_in_channel"
        found = validate.message_problems("chat.postEphemeral", a)
        r = self._reject(call, found, self._msg_error(found))
        if r:
            return r
        m = self._post(ws, ch, a, ephemeral_to=a["user"], method="chat.postEphemeral")
        return {"message_ts": m["ts"]}

    def _update(self, ws, ch, m, a):
        old = json.loads(json.dumps(self.clean(m)))
        if a.get("text") is not None:
            m["text"] = a["text"]
            m.pop("_markdown", None)
        if a.get("blocks") is not None:
            b = a["blocks"]
            b = json.loads(b) if isinstance(b, str) else json.loads(json.dumps(b))
            if b:
                m["blocks"], m["_app"] = self._assign_ids(b), True
            else:
                m.pop("blocks", None)
                m["_app"] = False
        elif a.get("markdown_text"):
            m["_markdown"], m["text"], m["_app"] = a["markdown_text"], a["markdown_text"], False
            m.pop("blocks", None)
        elif not m.get("_app"):
            m.pop("blocks", None)
        if a.get("attachments") is not None:
            m["attachments"] = json.loads(a["attachments"]) if isinstance(a["attachments"], str) else a["attachments"]
        if a.get("metadata"):
            m["metadata"] = a["metadata"]
        m["edited"], m["_edits"], m["_t_edit"] = {"user": ws.bot_user, "ts": self.ts()}, m.get("_edits", 0) + 1, now()
        for u in [ch.user] if ch.kind == "im" else ch.members:
            self.visible(ws.id, u, "update")
        self._echo_change(ws, ch, m, old)

    def m_chat_update(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        if ch is None:
            return "channel_not_found"
        m = self._find(ch, a.get("ts"))
        if m is None or m.get("_ephemeral"):
            return "message_not_found"
        if m.get("bot_id") != ws.bot_id:
            return "cant_update_message"
        found = self._judged(call, a)
        r = self._reject(call, found, self._msg_error(found))
        if r:
            return r
        self._update(ws, ch, m, a)
        return {"channel": ch.id, "ts": m["ts"], "text": m["text"], "message": self.clean(m)}

    def m_chat_delete(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        if ch is None:
            return "channel_not_found"
        m = self._find(ch, a.get("ts"))
        if m is None:
            return "message_not_found"
        if m.get("bot_id") != ws.bot_id:
            return "cant_delete_message"
        ch.messages.remove(m)
        if m["ts"] in ch.pins:
            ch.pins.remove(m["ts"])
        for u in [ch.user] if ch.kind == "im" else ch.members:
            self.visible(ws.id, u, "delete")
        if self.echo:
            self.event(
                ws,
                {
                    "type": "message",
                    "subtype": "message_deleted",
                    "channel": ch.id,
                    "hidden": True,
                    "deleted_ts": m["ts"],
                    "ts": self.ts(),
                    "event_ts": self.ts(),
                    "channel_type": "im" if ch.kind == "im" else "channel",
                    "previous_message": self.clean(m),
                },
            )
        return {"channel": ch.id, "ts": m["ts"]}

    def m_chat_scheduleMessage(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        err = self._writable(ws, ch)
        if err:
            return err
        try:
            at = int(a.get("post_at"))
        except (TypeError, ValueError):
            return "invalid_time"
        if at < now() + 5:
            return "time_in_past"
        if at > now() + 120 * 86400:
            return "time_too_far"
        if sum(1 for s in self.scheduled.values() if s["channel"] == ch.id and abs(s["post_at"] - at) < 300) >= 30:
            return "restricted_too_many"
        found = validate.message_problems("chat.scheduleMessage", a)
        r = self._reject(call, found, self._msg_error(found))
        if r:
            return r
        sid = self._id("Q")
        self.scheduled[sid] = {
            "id": sid,
            "ws": ws.id,
            "channel": ch.id,
            "post_at": at,
            "args": a,
            "dropped": bool(a.get("metadata")),
        }

        async def fire():
            await asyncio.sleep(max(0, at - now()))
            s = self.scheduled.pop(sid, None)
            if s and not s["dropped"]:
                self._post(ws, ch, a, method="scheduled")

        self.loop.create_task(fire())
        return {
            "channel": ch.id,
            "scheduled_message_id": sid,
            "post_at": at,
            "message": {
                "type": "delayed_message",
                "text": a.get("text") or "",
                "user": ws.bot_user,
                "bot_id": ws.bot_id,
                "team": ws.id,
            },
        }

    def m_chat_deleteScheduledMessage(self, ws, a, call):
        s = self.scheduled.get(a.get("scheduled_message_id"))
        if not s:
            return "invalid_scheduled_message_id"
        if s["post_at"] - now() < 60:
            return "invalid_scheduled_message_id"
        del self.scheduled[s["id"]]
        return {}

    def m_chat_scheduledMessages_list(self, ws, a, call):
        return {
            "scheduled_messages": [
                {
                    "id": s["id"],
                    "channel_id": s["channel"],
                    "post_at": s["post_at"],
                    "date_created": int(now()),
                    "text": s["args"].get("text", ""),
                }
                for s in self.scheduled.values()
                if s["ws"] == ws.id and (not a.get("channel") or s["channel"] == a["channel"])
            ],
            "response_metadata": {"next_cursor": ""},
        }

    def m_chat_getPermalink(self, ws, a, call):
        return {
            "channel": a.get("channel"),
            "permalink": f"https://{ws.name.lower()}.slack.com/archives/{a.get('channel')}/p{str(a.get('message_ts')).replace('.', '')}",
        }

    def m_chat_startStream(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        err = self._writable(ws, ch)
        if err:
            return err
        if not a.get("thread_ts"):
            return "invalid_arguments"
        m = self._post(
            ws,
            ch,
            {"text": "", "markdown_text": self._chunks(a, call) or " ", "thread_ts": a["thread_ts"]},
            method="chat.startStream",
        )
        m["_stream"] = True
        return {"channel": ch.id, "ts": m["ts"]}

    def _chunks(self, a, call):
        txt = a.get("markdown_text") or ""
        for i, c in enumerate(a.get("chunks") or []):
            call.problems += validate.schema_problems("StrictChunk", c, f"$.chunks[{i}]")
            txt += c.get("text", "") if c.get("type") == "markdown_text" else c.get("title", "")
        if len(txt) > 12000:
            call.problems.append(Problem("error", "limit", "$.markdown_text", "longer than 12000"))
        return txt

    def m_chat_appendStream(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        m = ch and self._find(ch, a.get("ts"))
        if not m:
            return "message_not_found"
        if not m.get("_stream"):
            return "message_not_in_streaming_state"
        m["_markdown"] = m["text"] = (m.get("_markdown") or "").lstrip() + self._chunks(a, call)
        self.visible(ws.id, ch.user, "update")
        return {"channel": ch.id, "ts": m["ts"]}

    def m_chat_stopStream(self, ws, a, call):
        ch = self._channel(ws, a.get("channel"))
        m = ch and self._find(ch, a.get("ts"))
        if not m:
            return "message_not_found"
        if not m.pop("_stream", None):
            return "message_not_in_streaming_state"
        m["_markdown"] = m["text"] = (m.get("_markdown") or "").lstrip() + self._chunks(a, call)
        if a.get("blocks"):
            found = validate.blocks_problems(a["blocks"], "message")
            r = self._reject(call, found, "invalid_blocks")
            if r:
                return r
            m["blocks"] = self._assign_ids(
                [{"type": "markdown", "text": m["text"]}, *json.loads(json.dumps(a["blocks"]))]
            )
            m["_app"] = True
        self.visible(ws.id, ch.user, "update")
        return {"channel": ch.id, "ts": m["ts"], "message": self.clean(m)}

    def _chan_obj(self, ws, c):
        o = {
            "id": c.id,
            "created": int(now()),
            "is_im": c.kind == "im",
            "is_channel": c.kind == "channel",
            "is_group": c.kind == "group",
            "is_archived": c.archived,
            "is_private": c.kind != "channel",
            "is_org_shared": False,
            "is_mpim": False,
            "context_team_id": ws.id,
        }
        if c.kind == "im":
            o |= {
                "user": c.user,
                "is_user_deleted": ws.users.get(c.user, {}).get("deleted", False),
                "is_open": True,
                "priority": 0,
            }
        else:
            o |= {
                "name": c.name,
                "name_normalized": c.name,
                "is_member": ws.bot_user in c.members,
                "num_members": len(c.members),
                "is_general": c.name == "general",
                "creator": ws.bot_user,
            }
        return o

    def m_conversations_open(self, ws, a, call):
        if a.get("channel"):
            c = ws.channels.get(a["channel"])
            return {"channel": {"id": c.id}} if c else "channel_not_found"
        us = a.get("users")
        us = us.split(",") if isinstance(us, str) else us
        if not us:
            return "users_list_not_supplied"
        if len(us) > 1:
            return "too_many_users" if len(us) > 8 else "missing_scope"
        if us[0] not in ws.users:
            return "user_not_found"
        if us[0] == ws.bot_user or ws.users[us[0]].get("is_bot"):
            return "cannot_dm_bot"
        if ws.users[us[0]]["deleted"]:
            return "user_disabled"
        c = self.im(ws, us[0])
        was, c.opened = c.opened, True
        return {
            "channel": self._chan_obj(ws, c) if a.get("return_im") in (True, "1", "true") else {"id": c.id},
            "no_op": was,
            "already_open": was,
        }

    def m_conversations_info(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        if c is None or (c.kind == "group" and ws.bot_user not in c.members):
            return "channel_not_found"
        need = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}[c.kind]
        return {"channel": self._chan_obj(ws, c)} if need in ws.scopes else "missing_scope"

    def m_pins_add(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        if c is None or ws.bot_user not in c.members:
            return "channel_not_found"
        if self._find(c, a.get("timestamp")) is None:
            return "message_not_found"
        if a["timestamp"] in c.pins:
            return "already_pinned"
        if len(c.pins) >= c.most_pins:
            return "too_many_pins"
        c.pins.append(a["timestamp"])
        return {}

    def _page(self, seq, a, key, default=100):
        start = int(a.get("cursor") or 0) if str(a.get("cursor") or "0").isdigit() else 0
        lim = int(a.get("limit") or default)
        nxt = str(start + lim) if start + lim < len(seq) else ""
        return {key: seq[start : start + lim], "response_metadata": {"next_cursor": nxt}, "_more": bool(nxt)}

    def m_conversations_list(self, ws, a, call):
        types = (a.get("types") or "public_channel").split(",")
        ok = [
            self._chan_obj(ws, c)
            for c in ws.channels.values()
            if {"im": "im", "channel": "public_channel", "group": "private_channel"}[c.kind] in types
        ]
        r = self._page(ok, a, "channels")
        r.pop("_more")
        return r

    m_users_conversations = m_conversations_list

    def m_conversations_members(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        if not c:
            return "channel_not_found"
        r = self._page(sorted(c.members), a, "members")
        r.pop("_more")
        return r

    def m_conversations_history(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        if not c:
            return "channel_not_found"
        ms = [
            self.clean(m)
            for m in reversed(c.messages)
            if not m.get("_ephemeral") and (not m.get("thread_ts") or m["thread_ts"] == m["ts"])
        ]
        return self._slice(ms, a)

    def m_conversations_replies(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        if not c:
            return "channel_not_found"
        ms = [self.clean(m) for m in c.messages if m["ts"] == a.get("ts") or m.get("thread_ts") == a.get("ts")]
        return self._slice(ms, a) if ms else "thread_not_found"

    def _slice(self, ms, a):
        if str(a.get("include_all_metadata")) not in ("1", "True", "true"):
            ms = [{k: v for k, v in m.items() if k != "metadata"} for m in ms]
        if a.get("oldest"):
            ms = [
                m
                for m in ms
                if float(m["ts"]) > float(a["oldest"])
                or (str(a.get("inclusive")) in ("1", "True", "true") and m["ts"] == a["oldest"])
            ]
        if a.get("latest"):
            ms = [
                m
                for m in ms
                if float(m["ts"]) < float(a["latest"])
                or (str(a.get("inclusive")) in ("1", "True", "true") and m["ts"] == a["latest"])
            ]
        r = self._page(ms, a, "messages")
        return {"messages": r["messages"], "has_more": r["_more"], "response_metadata": r["response_metadata"]}

    def m_conversations_join(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        if not c or c.kind == "group":
            return "channel_not_found"
        if c.archived:
            return "is_archived"
        c.members.add(ws.bot_user)
        return {"channel": self._chan_obj(ws, c)}

    def m_users_info(self, ws, a, call):
        u = ws.users.get(a.get("user"))
        if not u:
            return "user_not_found"
        return {
            "user": u
            if str(a.get("include_locale")).lower() in ("1", "true")
            else {k: v for k, v in u.items() if k != "locale"}
        }

    def m_users_list(self, ws, a, call):
        r = self._page(list(ws.users.values()), a, "members")
        r.pop("_more")
        return r | {"cache_ts": int(now())}

    def m_users_profile_get(self, ws, a, call):
        u = ws.users.get(a.get("user") or ws.bot_user)
        return {"profile": u["profile"]} if u else "user_not_found"

    def m_users_getPresence(self, ws, a, call):
        return {"presence": "active"}

    def m_users_lookupByEmail(self, ws, a, call):
        return "users_not_found"

    def m_team_info(self, ws, a, call):
        return {
            "team": {
                "id": ws.id,
                "name": ws.name,
                "domain": ws.name.lower(),
                "email_domain": "",
                "icon": {"image_default": True},
                **({"enterprise_id": ws.enterprise} if ws.enterprise else {}),
            }
        }

    def m_bots_info(self, ws, a, call):
        return {
            "bot": {
                "id": ws.bot_id,
                "deleted": False,
                "name": "rebound",
                "updated": int(now()),
                "app_id": self.app_id,
                "user_id": ws.bot_user,
                "icons": {"image_36": "https://www.example.com/i.png"},
            }
        }

    def m_reactions_add(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        m = c and self._find(c, a.get("timestamp"))
        if not m:
            return "message_not_found"
        rs = m.setdefault("reactions", [])
        if any(r["name"] == a.get("name") and ws.bot_user in r["users"] for r in rs):
            return "already_reacted"
        rs.append({"name": a.get("name"), "users": [ws.bot_user], "count": 1})
        self.visible(ws.id, c.user, "reaction")
        return {}

    def m_reactions_remove(self, ws, a, call):
        c = ws.channels.get(a.get("channel"))
        m = c and self._find(c, a.get("timestamp"))
        if m:
            m["reactions"] = [r for r in m.get("reactions", []) if r["name"] != a.get("name")]
        return {} if m else "message_not_found"

    def m_dnd_info(self, ws, a, call):
        return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1, "snooze_enabled": False}

    def m_auth_revoke(self, ws, a, call):
        return {"revoked": True}

    def m_auth_teams_list(self, ws, a, call):
        return {
            "teams": [{"id": w.id, "name": w.name} for w in self.workspaces.values()],
            "response_metadata": {"next_cursor": ""},
        }

    def m_emoji_list(self, ws, a, call):
        return {"emoji": {}, "cache_ts": str(int(now()))}

    def m_apps_uninstall(self, ws, a, call):
        self.uninstall(ws)
        return {}

    def m_assistant_threads_setStatus(self, ws, a, call):
        c = ws.channels.get(a.get("channel_id"))
        if not c:
            return "channel_not_found"
        if not a.get("thread_ts"):
            return "invalid_arguments"
        self.statuses.append((now(), c.id, a.get("status")))
        if len(a.get("loading_messages") or []) > 10:
            call.problems.append(Problem("error", "limit", "$.loading_messages", "at most 10"))
        self.visible(ws.id, c.user, "status")
        return {}

    def m_agents_sessions_setStatus(self, ws, a, call):
        return {}

    def m_agents_sessions_rename(self, ws, a, call):
        return {}

    def m_assistant_threads_setTitle(self, ws, a, call):
        return {}

    def m_assistant_threads_setSuggestedPrompts(self, ws, a, call):
        c = ws.channels.get(a.get("channel_id"))
        if not c:
            return "channel_not_found"
        ps = a.get("prompts")
        ps = json.loads(ps) if isinstance(ps, str) else ps
        if not isinstance(ps, list) or not 1 <= len(ps) <= 4 or any(set(p) != {"title", "message"} for p in ps):
            call.problems.append(Problem("error", "limit", "$.prompts", "1 to 4 prompts with title and message"))
            return "invalid_arguments"
        self.prompts[c.id] = {"title": a.get("title"), "prompts": ps}
        self.visible(ws.id, c.user, "prompts")
        return {}

    def m_apps_manifest_validate(self, ws, a, call):
        m = a.get("manifest")
        found = validate.manifest_problems(json.loads(m) if isinstance(m, str) else m)
        return {"errors": [{"message": p.message, "pointer": p.path} for p in found]}

    # files
    def m_files_getUploadURLExternal(self, ws, a, call):
        try:
            n = int(a.get("length"))
        except (TypeError, ValueError):
            return "invalid_arguments"
        if not a.get("filename") or n <= 0:
            return "invalid_arguments"
        fid = self._id("F")
        self.uploads[fid] = {"name": a["filename"], "length": n, "alt": a.get("alt_txt"), "data": None}
        if re.search(r"\.(png|jpe?g|gif)$", a["filename"], re.I) and not a.get("alt_txt"):
            call.problems.append(Problem("warn", "advice", "$.alt_txt", "image upload without alt_txt"))
        return {"upload_url": f"{self.base}/upload/v1/{fid}", "file_id": fid}

    def m_files_completeUploadExternal(self, ws, a, call):
        fs = a.get("files")
        fs = json.loads(fs) if isinstance(fs, str) else fs
        out = []
        for f in fs or []:
            u = self.uploads.get(f.get("id"))
            if not u or u["data"] is None:
                return "file_not_found"
            ext = u["name"].rsplit(".", 1)[-1].lower() if "." in u["name"] else "bin"
            magic = {
                "png": b"\x89PNG\r\n\x1a\n",
                "jpg": b"\xff\xd8\xff",
                "jpeg": b"\xff\xd8\xff",
                "gif": b"GIF8",
                "pdf": b"%PDF",
            }
            if ext in magic and not u["data"].startswith(magic[ext]):
                call.problems.append(Problem("error", "limit", "$.files", f"{u['name']} is not a {ext}"))
            o = {
                "id": f["id"],
                "name": u["name"],
                "title": f.get("title") or u["name"],
                "filetype": ext,
                "size": len(u["data"]),
                "user": ws.bot_user,
                "mimetype": {
                    "png": "image/png",
                    "jpg": "image/jpeg",
                    "jpeg": "image/jpeg",
                    "pdf": "application/pdf",
                    "ics": "text/calendar",
                }.get(ext, "text/plain"),
                "created": int(now()),
                "timestamp": int(now()),
                "alt_txt": u["alt"] or "",
                "permalink": f"https://{ws.name.lower()}.slack.com/files/{f['id']}",
                "url_private": f"{self.base}/files/{f['id']}",
                "url_private_download": f"{self.base}/files/{f['id']}",
                "mode": "hosted",
                "is_external": False,
                "channels": [],
                "groups": [],
                "ims": [],
                "display_as_bot": False,
                "editable": False,
                "external_type": "",
                "is_public": False,
                "pretty_type": ext.upper(),
                "public_url_shared": False,
                "user_team": ws.id,
                "media_display_type": "unknown",
                "username": "",
                "has_rich_preview": False,
                "file_access": "visible",
            }
            self.files[f["id"]] = o | {"_data": u["data"]}
            out.append({k: v for k, v in o.items() if v != "" or k != "alt_txt"})
        if not out:
            return "invalid_arguments"
        cid = a.get("channel_id") or (a.get("channels") or "").split(",")[0]
        if cid:
            ch = self._channel(ws, cid)
            err = self._writable(ws, ch)
            if err:
                return err
            m = self._post(
                ws,
                ch,
                {"text": a.get("initial_comment") or "", "thread_ts": a.get("thread_ts"), "blocks": a.get("blocks")},
                method="file",
            )
            m["files"] = out
            self.visible(ws.id, ch.user, "file")
        return {"files": out}

    def m_files_info(self, ws, a, call):
        f = self.files.get(a.get("file"))
        return {"file": {k: v for k, v in f.items() if not k.startswith("_")}} if f else "file_not_found"

    def m_files_delete(self, ws, a, call):
        return {} if self.files.pop(a.get("file"), None) else "file_not_found"

    # views
    def _check_view(self, a, call, surface):
        found = [
            Problem(p.level, p.source, "$.view" + p.path[1:], p.message)
            for p in validate.view_problems(a.get("view"), surface)
        ]
        code = (
            "view_too_large"
            if any("view_too_large" in p.message for p in found)
            else "invalid_arguments"
            if any(p.source == "schema" for p in found)
            else "invalid_blocks"
        )
        return self._reject(call, found, code)

    def _trigger(self, a):
        t = self.triggers.get(a.get("trigger_id") or a.get("interactivity_pointer"))
        if t is None:
            return None, "invalid_trigger_id"
        if t["used"]:
            return None, "exchanged_trigger_id"
        if now() - t["t"] > 3.0:
            return None, "expired_trigger_id"
        return t, None

    def new_view(self, ws, user, payload, kind, root=None, previous=None):
        p = json.loads(payload) if isinstance(payload, str) else json.loads(json.dumps(payload))
        self._assign_ids(p.get("blocks"))
        v = View(self._id("V"), ws.id, user, p, f"{int(now())}.{self._id('', 6)}", kind, root, previous)
        v.root = root or v.id
        v.state = self.initial_state(p)
        self.views[v.id] = v
        return v

    @staticmethod
    def initial_state(p, old=None):
        st: dict = {}
        for b in p.get("blocks") or []:
            els = (
                [b["element"]]
                if b.get("type") == "input"
                else b.get("elements", [])
                if b.get("type") == "actions"
                else [b["accessory"]]
                if b.get("accessory")
                else []
            )
            for e in els:
                if e.get("type") in validate.INTERACTIVE and e["type"] not in (
                    "button",
                    "overflow",
                    "workflow_button",
                    "feedback_buttons",
                    "icon_button",
                ):
                    prev = (old or {}).get(b["block_id"], {}).get(e["action_id"])
                    st.setdefault(b["block_id"], {})[e["action_id"]] = (
                        prev if prev and prev["type"] == e["type"] else Core.blank(e)
                    )
        return st

    @staticmethod
    def blank(e):
        t = e["type"]
        if t in ("static_select", "radio_buttons", "external_select"):
            return {"type": t, "selected_option": e.get("initial_option")}
        if t in ("multi_static_select", "checkboxes", "multi_external_select"):
            return {"type": t, "selected_options": e.get("initial_options") or []}
        if t == "datepicker":
            return {"type": t, "selected_date": e.get("initial_date")}
        if t == "timepicker":
            return {"type": t, "selected_time": e.get("initial_time")} | (
                {"timezone": e["timezone"]} if e.get("timezone") else {}
            )
        if t == "datetimepicker":
            return {"type": t, "selected_date_time": e.get("initial_date_time")}
        if t.startswith("multi_"):
            return {"type": t, "selected_" + t.split("_")[1]: []}
        if t in ("users_select", "conversations_select", "channels_select"):
            chosen = t.split("_")[0][:-1]
            return {"type": t, "selected_" + chosen: e.get("initial_" + chosen)}
        if t == "file_input":
            return {"type": t, "files": []}
        return {"type": t, "value": e.get("initial_value")}

    def view_obj(self, v: View):
        ws, p = self.workspaces[v.ws], v.payload
        o = {
            "id": v.id,
            "team_id": v.ws,
            "type": p["type"],
            "blocks": p.get("blocks", []),
            "private_metadata": p.get("private_metadata", ""),
            "callback_id": p.get("callback_id", ""),
            "state": {"values": v.state},
            "hash": v.hash,
            "clear_on_close": p.get("clear_on_close", False),
            "notify_on_close": p.get("notify_on_close", False),
            "root_view_id": v.root,
            "previous_view_id": v.previous,
            "app_id": self.app_id,
            "external_id": p.get("external_id", ""),
            "app_installed_team_id": v.ws,
            "bot_id": ws.bot_id,
        }
        if p["type"] == "modal":
            o |= {"title": p.get("title"), "close": p.get("close"), "submit": p.get("submit")}
        else:
            o |= {"title": {"type": "plain_text", "text": "View Title", "emoji": True}, "close": None, "submit": None}
        return o

    def m_views_open(self, ws, a, call):
        t, err = self._trigger(a)
        if err:
            return err
        r = self._check_view(a, call, "modal")
        if r:
            return r
        t["used"] = True
        key = (ws.id, t["user"])
        if t["view"] and self.stacks.get(key):
            return self._push(ws, a, t)
        v = self.new_view(ws, t["user"], a["view"], "modal")
        self.stacks[key] = [v]
        self.visible(ws.id, t["user"], "modal")
        return {"view": self.view_obj(v)}

    def _push(self, ws, a, t):
        st = self.stacks.get((ws.id, t["user"]), [])
        if len(st) >= 3:
            return "push_limit_reached"
        v = self.new_view(
            ws, t["user"], a["view"], "modal", root=st[0].id if st else None, previous=st[-1].id if st else None
        )
        st.append(v)
        self.stacks[(ws.id, t["user"])] = st
        self.visible(ws.id, t["user"], "modal")
        return {"view": self.view_obj(v)}

    def m_views_push(self, ws, a, call):
        t, err = self._trigger(a)
        if err:
            return err
        if not t["view"]:
            return "invalid_trigger_id"
        r = self._check_view(a, call, "modal")
        if r:
            return r
        t["used"] = True
        return self._push(ws, a, t)

    def replace_view(self, v, payload):
        p = json.loads(payload) if isinstance(payload, str) else json.loads(json.dumps(payload))
        self._assign_ids(p.get("blocks"))
        v.payload, v.state, v.errors = p, self.initial_state(p, v.state), {}
        v.hash, v.t = f"{int(now())}.{self._id('', 6)}", now()

    def m_views_update(self, ws, a, call):
        v = self.views.get(a.get("view_id")) or next(
            (
                x
                for x in self.views.values()
                if a.get("external_id") and x.payload.get("external_id") == a["external_id"]
            ),
            None,
        )
        if v is None or not v.open:
            return "not_found"
        if a.get("hash") and a["hash"] != v.hash:
            return "hash_conflict"
        r = self._check_view(a, call, "home" if v.kind == "home" else "modal")
        if r:
            return r
        self.replace_view(v, a["view"])
        self.visible(ws.id, v.user, "modal")
        return {"view": self.view_obj(v)}

    def m_views_publish(self, ws, a, call):
        u = a.get("user_id")
        if u not in ws.users:
            return "user_not_found" if u else "invalid_arguments"
        if self._manifest("features.app_home.home_tab_enabled", self.manifest is None) is not True:
            return "not_enabled"
        cur = self.homes.get((ws.id, u))
        if a.get("hash") and cur and a["hash"] != cur.hash:
            return "hash_conflict"
        r = self._check_view(a, call, "home")
        if r:
            return r
        if cur:
            self.replace_view(cur, a["view"])
            v = cur
        else:
            v = self.homes[(ws.id, u)] = self.new_view(ws, u, a["view"], "home")
        self.visible(ws.id, u, "home")
        return {"view": self.view_obj(v)}

    # oauth
    def _oauth(self, a, auth):
        cid, sec = a.get("client_id"), a.get("client_secret")
        if auth.startswith("Basic "):
            import base64

            cid, _, sec = base64.b64decode(auth[6:]).decode().partition(":")
        if (cid, sec) != (self.client_id, self.client_secret):
            return (
                {"ok": False, "error": "bad_client_secret" if cid == self.client_id else "invalid_client_id"},
                200,
                {},
            )
        if a.get("grant_type") == "refresh_token":
            ws = next(
                (w for w in self.workspaces.values() if w.refresh_token and w.refresh_token == a.get("refresh_token")),
                None,
            )
            if not ws:
                return {"ok": False, "error": "invalid_refresh_token"}, 200, {}
            ws.old_tokens[ws.token] = "token_expired"
            self.tokens.pop(ws.token, None)
            ws.token, ws.refresh_token, ws.token_state = (
                "xoxe.xoxb-" + self._id("1", 30),
                "xoxe-" + self._id("1", 30),
                "ok",
            )
            self.tokens[ws.token] = ws.id
        else:
            tid = self.oauth_codes.pop(a.get("code"), None)
            if tid is None:
                return {"ok": False, "error": "invalid_code"}, 200, {}
            ws = self.workspaces[tid]
            ws.installed, ws.token_state = True, "ok"
            self.tokens[ws.token] = ws.id
        r = {
            "ok": True,
            "app_id": self.app_id,
            "authed_user": {"id": ws.installer or ws.bot_user},
            "scope": ",".join(ws.scopes),
            "token_type": "bot",
            "access_token": ws.token,
            "bot_user_id": ws.bot_user,
            "team": None if ws.org_install else {"id": ws.id, "name": ws.name},
            "enterprise": {"id": ws.enterprise, "name": "Org"} if ws.enterprise else None,
            "is_enterprise_install": ws.org_install,
        }
        if ws.refresh_token:
            r |= {"refresh_token": ws.refresh_token, "expires_in": ws.expires_in}
        return r, 200, {}

    def uninstall(self, ws, events=True):
        if events:
            # Slack sends both; the order is not guaranteed
            self.event(
                ws,
                {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [ws.bot_user]}, "event_ts": self.ts()},
                force=True,
            )
            self.event(ws, {"type": "app_uninstalled", "event_ts": self.ts()}, force=True)
        ws.installed = False
        ws.old_tokens[ws.token] = "account_inactive"
        self.tokens.pop(ws.token, None)
        ws.token = f"xoxb-{self.rng.randrange(10**11)}-{self._id('s', 20)}"
