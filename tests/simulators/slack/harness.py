"""What a test does on the loopback Slack, and sees there; synchronous. README.md lists it."""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
from contextlib import contextmanager, suppress
from pathlib import Path

from . import render, validate
from .core import LOOP, Channel, Core, Delivery, Workspace, now

PROXY = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY")


class Failure(AssertionError):
    pass


def free_port() -> int:
    """A port that is free now, below those that the system gives to whoever connects: nobody takes it meanwhile by chance."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind((LOOP, port))
            return port


def load_manifest(path):
    text = Path(path).read_text()
    try:
        return json.loads(text)
    except ValueError:
        import yaml

        return yaml.safe_load(text)


class Slack:
    """The simulator plus one default workspace. Use as a context manager.

    mode: "socket" | "http".  manifest: path or dict; then only its scopes, events, commands and shortcuts work.
    rate: "warn" | "enforce" | "off".  retry_delays: seconds before the retries of an unacknowledged event
    (Slack: at once, 1 min, 5 min).
    """

    def __init__(self, mode="socket", manifest=None, folder=None, **kw):
        m = load_manifest(manifest) if isinstance(manifest, (str, Path)) else manifest
        self.manifest_problems = validate.manifest_problems(m) if m else []
        if mode == "http":
            kw.setdefault("http_port", free_port())
        self.core = Core(mode=mode, manifest=m, **kw)
        self.mode = mode
        self.ws: Workspace = self.core.add_workspace("Acme")
        self.users: dict = {}
        self.bots: list[Bot] = []
        self.latencies: list[tuple] = []  # (action, seconds or None)
        self._pending: dict = {}
        self.core.visible_hooks.append(self._on_visible)
        self.tmp = str(folder or tempfile.mkdtemp(prefix="slack-"))

    def __enter__(self):
        self.core.start()
        return self

    def __exit__(self, *exc):
        for b in self.bots:
            b.kill()
        self.core.stop()

    # ---- set-up
    def workspace(self, name, **kw) -> Workspace:
        return self.core.add_workspace(name, **kw)

    def channel(self, name, *members, private=False, with_app=False, ws=None) -> Channel:
        """A channel with these people in it."""
        ws = ws or self.ws
        ch = Channel(self.core._id("C"), "group" if private else "channel", name, members={one.id for one in members})
        if with_app:
            ch.members.add(ws.bot_user)
        ws.channels[ch.id] = ch
        return ch

    def user(self, name="Amina Phiri", tz="Africa/Lusaka", ws=None, locale="en-US", number=None) -> User:
        ws = ws or self.ws
        u = User(self, ws, self.core.add_user(ws, name, tz, locale, number), name)
        self.users[(ws.id, u.id)] = u
        return u

    @property
    def env(self):
        e = {
            k: v
            for k, v in os.environ.items()
            if k not in PROXY and not k.startswith(("SLACK_", "REBOUND_", "DISCORD_"))
        }
        e |= {
            "SLACK_BOT_TOKEN": self.ws.token,
            "SLACK_API_URL": self.core.base + "/api/",
            "REBOUND_DATABASE": str(Path(self.tmp) / "rebound.db"),
            "PYTHONUNBUFFERED": "1",
            "NO_PROXY": "*",
        }
        if self.mode == "socket":
            e["SLACK_APP_TOKEN"] = self.core.app_token
        else:
            e["SLACK_SIGNING_SECRET"], e["SLACK_HTTP_PORT"] = self.core.signing_secret, str(self.core.http_port)
        return e

    @property
    def oauth_env(self):
        """For multi-workspace runs: client credentials instead of a bot token (check the names against the project)."""
        e = self.env
        e.pop("SLACK_BOT_TOKEN")
        return e | {
            "SLACK_CLIENT_ID": self.core.client_id,
            "SLACK_CLIENT_SECRET": self.core.client_secret,
            "SLACK_SIGNING_SECRET": self.core.signing_secret,
        }

    def launch(self, cmd=("rebound", "slack"), *, env=None, drop=(), cwd=None, wait=30, ready=True) -> Bot:
        b = Bot(
            self,
            shlex.split(cmd) if isinstance(cmd, str) else list(cmd),
            self.env | {k: str(v) for k, v in (env or {}).items()},
            drop,
            cwd,
        )
        self.bots.append(b)
        b.start(wait if ready else 0)
        return b

    # ---- waiting
    def wait(self, cond, timeout=10.0, what="condition"):
        end = now() + timeout
        with self.core.cond:
            while True:
                v = cond()
                if v:
                    return v
                left = end - now()
                if left <= 0:
                    break
                self.core.cond.wait(min(left, 0.25))
        logs = "".join(f"\n--- bot log (end) ---\n{b.log()[-1500:]}" for b in self.bots)
        raise Failure(f"timed out after {timeout}s waiting for {what}{logs}")

    def _on_visible(self, ws, user, what, t):
        p = self._pending.pop((ws, user), None)
        if p:
            self.latencies.append((p[0], t - p[1]))

    def _started(self, user, action):
        self._pending[(user.ws.id, user.id)] = (action, now())

    # ---- faults and disturbances
    def fault(self, method="chat.postMessage", kind="429", value=None, times=1, skip=0):
        """kind: 429 (value=Retry-After) | 500 | 502 | 503 | 500json | error (value=code) | garbage | slow (value=s) |
        hang (value=s) | hang_after | drop (before processing) | drop_after (processed, answer lost).
        method may be "*", "chat.*" or "upload"; the returned dict counts the hits."""
        f = {"method": method, "kind": str(kind), "value": value, "times": times, "skip": skip, "hits": 0}
        self.core.faults.append(f)
        return f

    def clear_faults(self):
        self.core.faults.clear()

    def socket_drop(self):
        return self.core.run(self._drop())

    async def _drop(self):
        return await self.core.socket_drop()

    def socket_refresh(self, grace=1.0, warn=False, reason="refresh_requested"):
        return self.core.run(self.core.socket_refresh(grace, warn, reason))

    def refuse_sockets(self, seconds):
        self.core.refuse_sockets_until = now() + seconds

    def wait_connected(self, n=1, timeout=30):
        return self.wait(
            lambda: len([c for c in self.core.conns if not c.ws.closed and not c.draining]) >= n,
            timeout,
            f"{n} socket connection(s)",
        )

    @contextmanager
    def hold_events(self, order="reversed"):
        """Events of the block are kept back and then delivered in this order: fifo | reversed | shuffled."""
        self.core.held = []
        try:
            yield self.core.held
        finally:
            self.core.release(order)

    def redeliver(self, d: Delivery, n=1, reason="timeout"):
        """Send the same event again (same event_id), as Slack does when it missed the acknowledgement."""
        return self.core.redeliver(d, n, reason)

    def revoke_token(self, ws=None, error="token_revoked"):
        (ws or self.ws).token_state = error

    def restore_token(self, ws=None):
        (ws or self.ws).token_state = "ok"

    def uninstall(self, ws=None):
        self.core.uninstall(ws or self.ws)

    def rotate_expire(self, ws):
        """The current access token stops working, as after 12 h with token rotation."""
        ws.old_tokens[ws.token] = "token_expired"
        self.core.tokens.pop(ws.token, None)

    def emit(self, ev: dict, ws=None, **kw):
        return self.core.event(ws or self.ws, {"event_ts": self.core.ts(), **ev}, **kw)

    # ---- HTTP mode: forged requests
    def push_forged(self, how, user=None, text="forged"):
        """POST a message event with a defective signature; returns the HTTP status.
        how: bad | missing | stale | future | nan | empty_secret | tampered | ok_old_4min"""
        u = user or next(iter(self.users.values()))
        body = json.dumps(self.core.envelope(u.ws, u._event(text))).encode()
        h = self.core.sign(body)
        if how == "bad":
            h["X-Slack-Signature"] = "v0=" + "0" * 64
        elif how == "missing":
            h = {}
        elif how == "stale":
            h = self.core.sign(body, int(now()) - 6 * 60)
        elif how == "future":
            h = self.core.sign(body, int(now()) + 6 * 60)
        elif how == "nan":
            h["X-Slack-Request-Timestamp"] = "not-a-number"
        elif how == "tampered":
            body = body.replace(text.encode(), b"TAMPERED")
        elif how == "empty_secret":
            import hashlib
            import hmac

            ts = str(int(now()))
            h = {
                "X-Slack-Request-Timestamp": ts,
                "X-Slack-Signature": "v0=" + hmac.new(b"", f"v0:{ts}:".encode() + body, hashlib.sha256).hexdigest(),
            }
        elif how == "ok_old_4min":
            h = self.core.sign(body, int(now()) - 4 * 60)
        return self.core.run(self.core.raw_push(body, {"Content-Type": "application/json", **h}, seconds=10))[0]

    def raw(self, body: bytes, content_type="application/json", sign=True, method="POST", path=None, headers=None):
        h = {"Content-Type": content_type, **(self.core.sign(body) if sign else {}), **(headers or {})}
        return self.core.run(self.core.raw_push(body, h, seconds=10, path=path, method=method))

    def url_verification(self):
        st, _, text = self.raw(
            json.dumps({"type": "url_verification", "token": "x", "challenge": "chal-3eZbrw1a"}).encode()
        )
        return st == 200 and "chal-3eZbrw1a" in text

    # ---- OAuth: what an administrator's browser does
    def oauth_install(
        self,
        ws,
        install_path="/slack/install",
        redirect_path="/slack/oauth_redirect",
        tamper_state=False,
        deny=False,
        port=None,
    ):
        import aiohttp

        base = f"http://{LOOP}:{port or self.core.http_port}"

        async def go():
            async with aiohttp.ClientSession(trust_env=False, cookie_jar=aiohttp.DummyCookieJar()) as s:
                async with s.get(base + install_path, allow_redirects=False) as r:
                    page, cookies = await r.text(), r.headers.getall("Set-Cookie", [])
                    loc = r.headers.get("Location", "")
                m = re.search(r"https://slack\.com/oauth/v2/authorize\?[^\"'<> ]+", loc + " " + page)
                if not m:
                    raise Failure(f"no authorize URL at {install_path}: {r.status} {page[:200]}")
                q = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(m.group(0).replace("&amp;", "&")).query))
                self.last_authorize = q
                if q.get("scope"):
                    ws.scopes = q["scope"].split(",")
                code = self.core._id("", 20)
                self.core.oauth_codes[code] = ws.id
                ws.installer = next((u for u in ws.users if not ws.users[u]["is_bot"]), ws.bot_user)
                params = (
                    {"error": "access_denied", "state": q.get("state", "")}
                    if deny
                    else {"code": code, "state": "bad" if tamper_state else q.get("state", "")}
                )
                ck = "; ".join(c.split(";")[0] for c in cookies)
                async with s.get(
                    base + redirect_path, params=params, headers={"Cookie": ck} if ck else {}, allow_redirects=False
                ) as r:
                    return r.status, await r.text()

        return self.core.run(go())

    # ---- reading what happened
    def calls(self, method=None, ok=None):
        return [c for c in self.core.calls if (method is None or c.method == method) and (ok is None or c.ok == ok)]

    def violations(self, level=None, source=None):
        self.core.judge()
        return [
            (w, p)
            for _, w, p in self.core.violations
            if (level is None or p.level == level) and (source is None or p.source == source)
        ]

    def assert_clean(self, warnings=False, allow=()):
        v = [
            (w, p)
            for w, p in self.violations()
            if (warnings or p.level == "error") and not any(re.search(a, f"{w} {p}") for a in allow)
        ]
        if v:
            raise Failure(f"{len(v)} payload problem(s):\n" + "\n".join(f"  {w}: {p}" for w, p in v[:20]))

    def stats(self):
        def q(xs):
            xs = sorted(xs)
            return (
                None
                if not xs
                else {
                    "n": len(xs),
                    "p50": round(xs[len(xs) // 2], 4),
                    "p95": round(xs[min(len(xs) - 1, int(len(xs) * 0.95))], 4),
                    "max": round(xs[-1], 4),
                }
            )

        acks: dict = {}
        for d in self.core.deliveries:
            if d.ack_ms is not None:
                acks.setdefault(d.kind, []).append(d.ack_ms)
        by: dict = {}
        for a, s in self.latencies:
            by.setdefault(a, []).append(s * 1000)
        calls: dict = {}
        for c in self.core.calls:
            calls[c.method] = calls.get(c.method, 0) + 1
        peak = {}
        for (_w, ch), ts in self.core.post_times.items():
            peak[ch] = max((sum(1 for t in ts if t0 <= t < t0 + 1) for t0 in ts), default=0)
        return {
            "ack_ms": {k: q(v) for k, v in acks.items()},
            "unacked": sum(1 for d in self.core.deliveries if d.attempts and not d.acked),
            "redelivered": sum(max(0, len(d.attempts) - 1) for d in self.core.deliveries),
            "reply_ms": {k: q(v) for k, v in by.items()},
            "calls": calls,
            "posts_per_second_peak": max(peak.values(), default=0),
            "user_saw_errors": len(self.core.dialog_errors),
            "reconnects": sum(1 for _, x in self.core.conn_log if x == "open") - 1,
            "violations": {"error": len(self.violations("error")), "warn": len(self.violations("warn"))},
        }

    def settle(self, quiet=0.6, timeout=15):
        """Wait until the bot has made no call for `quiet` seconds."""
        end = now() + timeout
        while now() < end:
            last = max((c.t + c.ms / 1000 for c in self.core.calls), default=0)
            lastd = max((d.t for d in self.core.deliveries), default=0)
            if now() - max(last, lastd) >= quiet:
                return
            time.sleep(0.05)


class Bot:
    def __init__(self, s, cmd, env, drop, cwd):
        self.s, self.cmd, self.env, self.cwd, self.proc, self.n = (
            s,
            cmd,
            {k: v for k, v in env.items() if k not in drop},
            cwd,
            None,
            0,
        )
        self.logfile = Path(s.tmp) / f"bot{len(s.bots)}.log"

    def start(self, wait=30):
        t0 = now()
        opened = sum(1 for _, x in self.s.core.conn_log if x == "open")
        with self.logfile.open("ab") as log:
            self.proc = subprocess.Popen(
                self.cmd,
                env=self.env,
                cwd=self.cwd,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        if not wait:
            return self

        def ready():
            if self.proc.poll() is not None:
                raise Failure(f"the bot exited with {self.proc.returncode} at start\n{self.log()[-3000:]}")
            if self.s.mode == "socket":
                return sum(1 for _, x in self.s.core.conn_log if x == "open") > opened
            try:
                return self.s.url_verification()
            except Exception:
                return False

        while not ready():  # asked without the lock: the bot may be asking us meanwhile
            if now() - t0 > wait:
                raise Failure(f"timed out after {wait}s waiting for the bot to be ready\n{self.log()[-3000:]}")
            time.sleep(0.05)
        self.start_seconds = now() - t0
        return self

    def log(self):
        return self.logfile.read_text(errors="replace") if self.logfile.exists() else ""

    @property
    def alive(self):
        return self.proc is not None and self.proc.poll() is None

    def stop(self, timeout=15):
        """SIGTERM; returns (exit code, seconds); code None: it had to be killed."""
        t0 = now()
        if self.alive:
            self.proc.send_signal(signal.SIGTERM)
        try:
            return self.proc.wait(timeout), now() - t0
        except subprocess.TimeoutExpired:
            self.kill()
            return None, now() - t0

    def kill(self):
        if self.alive:
            with suppress(ProcessLookupError):
                os.killpg(self.proc.pid, signal.SIGKILL)
            self.proc.wait(10)

    def restart(self, hard=False, wait=30):
        self.kill() if hard else self.stop()
        return self.start(wait)

    def rss_mb(self):
        m = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.proc.pid}/status").read_text())
        return int(m.group(1)) / 1024

    def leaks(self, *more):
        """Secrets (and the given texts) that appear in the log."""
        secrets = {
            "bot token": self.env.get("SLACK_BOT_TOKEN"),
            "app token": self.env.get("SLACK_APP_TOKEN"),
            "signing secret": self.env.get("SLACK_SIGNING_SECRET"),
            "client secret": self.env.get("SLACK_CLIENT_SECRET"),
        } | {t: t for t in more}
        log = self.log()
        return [k for k, v in secrets.items() if v and v in log]


class Message:
    def __init__(self, user, raw):
        self.u, self.raw = user, raw

    @property
    def text(self):
        return render.message(self.raw, self.u.s.core.names(self.u.ws), self.u.tz)

    ts = property(lambda self: self.raw["ts"])
    thread = property(lambda self: self.raw.get("thread_ts"))
    from_bot = property(lambda self: self.raw.get("bot_id") is not None)
    ephemeral = property(lambda self: bool(self.raw.get("_ephemeral")))
    edits = property(lambda self: self.raw.get("_edits", 0))
    files = property(lambda self: self.raw.get("files") or [])
    notification = property(lambda self: render.mrkdwn(self.raw.get("text", "")))
    metadata = property(lambda self: self.raw.get("metadata"))

    @property
    def elements(self):
        return list(_elements(self.raw.get("blocks") if self.raw.get("_app") else []))

    @property
    def buttons(self):
        return [lab for _, e, lab in self.elements if e["type"] in ("button", "feedback_buttons", "icon_button")]

    @property
    def options(self):
        return [render.text_obj(o["text"]) for _, e, _ in self.elements for o in _opts(e)]

    def __repr__(self):
        return f"<Message {'bot' if self.from_bot else 'user'} {self.text[:70]!r}{' ' + str(self.buttons) if self.buttons else ''}>"


def _opts(e):
    return list(e.get("options") or []) + [o for g in e.get("option_groups") or [] for o in g.get("options", [])]


def _elements(blocks):
    """(block, element, label) of every interactive element."""
    for b in blocks or []:
        els = (
            [b["element"]]
            if b.get("type") == "input"
            else list(b.get("elements") or [])
            if b.get("type") in ("actions", "context_actions")
            else []
        )
        els += [b["accessory"]] if b.get("accessory") else []
        els += list(b.get("actions") or []) if b.get("type") == "card" else []
        for e in els:
            if isinstance(e, dict) and e.get("type") in validate.INTERACTIVE:
                if e["type"] == "feedback_buttons":
                    for k in ("positive_button", "negative_button"):
                        yield b, e | {"_fb": k}, render.text_obj(e[k]["text"])
                elif e["type"] in ("button", "workflow_button", "icon_button"):
                    yield b, e, render.text_obj(e.get("text"))
                else:
                    yield (
                        b,
                        e,
                        render.text_obj(b.get("label"))
                        or render.text_obj(e.get("placeholder"))
                        or render.text_obj(b.get("text")),
                    )
        for x in b.get("child_blocks") or (b.get("elements") if b.get("type") == "carousel" else None) or []:
            yield from _elements([x])


def _match(label, wanted):
    if hasattr(wanted, "search"):
        return 2 if wanted.search(label) else 0
    a, b = label.strip().lower(), wanted.strip().lower()
    return 3 if a == b else 2 if a.startswith(b) else 1 if b in a else 0


class User:
    def __init__(self, s: Slack, ws, uid, name):
        self.s, self.ws, self.id, self.name = s, ws, uid, name
        self.core = s.core

    tz = property(lambda self: self.ws.users[self.id].get("tz") or "UTC")
    im = property(lambda self: self.core.im(self.ws, self.id))

    # ---- reading
    def messages(self, bot_only=True, since=0.0, channel=None):
        return [
            Message(self, m)
            for m in list((channel or self.im).messages)
            if (not bot_only or m.get("bot_id")) and m["_t"] >= since and m.get("_ephemeral") in (None, self.id)
        ]

    def mark(self):
        return now()

    def last(self):
        ms = self.messages()
        return ms[-1] if ms else None

    def screen(self, n=20):
        out = []
        for m in self.messages(bot_only=False)[-n:]:
            who = "Rebound" if m.from_bot else self.name
            out.append(
                f"{who}{' (only you)' if m.ephemeral else ''}{' (in thread)' if m.thread and m.thread != m.ts else ''}{' (edited)' if m.edits else ''}:\n  "
                + m.text.replace("\n", "\n  ")
            )
        return "\n".join(out)

    def wait_text(self, pattern, timeout=10, since=0.0):
        """The newest bot message whose visible text contains `pattern` (a string, any case, or a compiled regex)."""

        def hit():
            for m in reversed(self.messages()):
                t = max(m.raw["_t"], m.raw.get("_t_edit", 0))
                if t >= since and (
                    pattern.search(m.text) if hasattr(pattern, "search") else pattern.lower() in m.text.lower()
                ):
                    return m

        try:
            return self.s.wait(hit, timeout, f"text {pattern!r}")
        except Failure as e:
            raise Failure(f"{e}\n--- screen ---\n{self.screen()}") from None

    def wait_reply(self, since, timeout=10):
        """The first new bot message after `since` (see mark()); that an older one has changed is no reply."""
        return self.s.wait(
            lambda: next((m for m in self.messages() if m.raw["_t"] >= since), None),
            timeout,
            "a reply",
        )

    def wait_modal(self, timeout=5) -> Modal:
        return self.s.wait(lambda: self.modal, timeout, "a modal")

    def wait_home(self, pattern="", timeout=5):
        return self.s.wait(
            lambda: self.home if self.home and pattern.lower() in self.home.text.lower() else None,
            timeout,
            f"home {pattern!r}",
        )

    @property
    def modal(self):
        st = self.core.stacks.get((self.ws.id, self.id)) or []
        return Modal(self, st[-1]) if st else None

    @property
    def home(self):
        v = self.core.homes.get((self.ws.id, self.id))
        return Surface(self, v) if v else None

    # ---- typing
    def _event(self, text, thread=None, files=None, channel=None, subtype=None):
        ch = channel or self.im
        ts = self.core.ts()
        esc = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        ev = {
            "type": "message",
            "user": self.id,
            "ts": ts,
            "client_msg_id": f"{self.core.rng.getrandbits(32):08x}-0000-4000-8000-{self.core.rng.getrandbits(48):012x}",
            "text": esc,
            "team": self.ws.id,
            "channel": ch.id,
            "event_ts": ts,
            "channel_type": "im" if ch.kind == "im" else "channel",
            "blocks": [
                {
                    "type": "rich_text",
                    "block_id": self.core._id("", 4),
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}],
                }
            ],
        }
        if thread:
            ev["thread_ts"] = thread.ts if isinstance(thread, Message) else thread
            par = self.core._find(ch, ev["thread_ts"])
            ev["parent_user_id"] = (par or {}).get("user", self.ws.bot_user)
        if files:
            ev.pop("client_msg_id")
            ev |= {"subtype": "file_share", "files": files, "upload": False, "display_as_bot": False}
        return ev

    def dm(self, text, thread=None, duplicates=0, files=None) -> Delivery:
        """Type a message to the app. duplicates: how many times Slack delivers it again."""
        if self.core._manifest("features.app_home.messages_tab_enabled", True) is False or self.core._manifest(
            "features.app_home.messages_tab_read_only_enabled", False
        ):
            raise Failure("the manifest does not let users write to the app (messages tab off or read-only)")
        ev = self._event(text, thread, files)
        raw = {k: v for k, v in ev.items() if k not in ("channel", "event_ts", "channel_type")} | {
            "_t": now(),
            "_app": False,
        }
        self.im.messages.append(raw)
        self._started("dm")
        d = self.core.event(self.ws, ev, duplicates=duplicates)
        self.core.changed()
        return d

    def say(self, text, channel, mention=False):
        """Write in a public channel (a Channel of ws.channels)."""
        channel.members.add(self.id)
        ev = self._event((f"<@{self.ws.bot_user}> " if mention else "") + text, channel=channel)
        if mention:
            ev["text"] = f"<@{self.ws.bot_user}> " + text
        channel.messages.append(
            {k: v for k, v in ev.items() if k not in ("channel", "channel_type")} | {"_t": now(), "_app": False}
        )
        out = []
        if self.ws.bot_user in channel.members:
            out.append(self.core.event(self.ws, ev))
            if mention:
                out.append(
                    self.core.event(
                        self.ws, {k: v for k, v in ev.items() if k != "channel_type"} | {"type": "app_mention"}
                    )
                )
        return out

    def edit(self, ts, text):
        old = self.core._find(self.im, ts)
        new = dict(old, text=text, edited={"user": self.id, "ts": self.core.ts()})
        self.im.messages[self.im.messages.index(old)] = new
        c = self.core.clean
        return self.core.event(
            self.ws,
            {
                "type": "message",
                "subtype": "message_changed",
                "hidden": True,
                "message": c(new),
                "previous_message": c(old),
                "channel": self.im.id,
                "channel_type": "im",
                "ts": self.core.ts(),
                "event_ts": self.core.ts(),
            },
        )

    def delete(self, ts):
        old = self.core._find(self.im, ts)
        self.im.messages.remove(old)
        return self.core.event(
            self.ws,
            {
                "type": "message",
                "subtype": "message_deleted",
                "hidden": True,
                "deleted_ts": ts,
                "previous_message": self.core.clean(old),
                "channel": self.im.id,
                "channel_type": "im",
                "ts": self.core.ts(),
                "event_ts": self.core.ts(),
            },
        )

    def _started(self, action):
        self.s._started(self, action)

    # ---- surfaces
    def open_home(self):
        v = self.core.homes.get((self.ws.id, self.id))
        ev = {
            "type": "app_home_opened",
            "user": self.id,
            "channel": self.im.id,
            "tab": "home",
            "event_ts": self.core.ts(),
        }
        if v:
            ev["view"] = self.core.view_obj(v)
        self._started("home")
        return self.core.event(self.ws, ev)

    def open_messages(self):
        self._started("messages_tab")
        return self.core.event(
            self.ws,
            {
                "type": "app_home_opened",
                "user": self.id,
                "channel": self.im.id,
                "tab": "messages",
                "event_ts": self.core.ts(),
            },
        )

    def prompts(self):
        return (self.core.prompts.get(self.im.id) or {}).get("prompts", [])

    def _team(self):
        return {"id": self.ws.id, "domain": self.ws.name.lower()} | (
            {"enterprise_id": self.ws.enterprise, "enterprise_name": "Org"} if self.ws.enterprise else {}
        )

    def _base(self, typ, view=None):
        return {
            "type": typ,
            "user": {
                "id": self.id,
                "username": self.ws.users[self.id]["name"],
                "name": self.ws.users[self.id]["name"],
                "team_id": self.ws.id,
            },
            "api_app_id": self.core.app_id,
            "token": self.core.verification,
            "trigger_id": self.core.trigger(self.ws, self.id, view),
            "team": self._team(),
            "enterprise": {"id": self.ws.enterprise, "name": "Org"} if self.ws.enterprise else None,
            "is_enterprise_install": self.ws.org_install,
        }

    # ---- interaction
    def click(self, label, message: Message | None = None, where="dm", nth=None, wait_ack=True, channel=None):
        """Press the button with this text in the newest message that has it (where: dm | modal | home), or in a channel."""
        kinds = ("button", "feedback_buttons", "icon_button")
        return self._act(label, kinds, message, where, lambda b, e: {}, nth, channel=channel)

    def choose(self, option, message=None, where="dm", label=None):
        """Pick an option by its text in a select, radio, overflow or checkbox group of a message, modal or home view."""
        return self._act(
            option,
            ("static_select", "radio_buttons", "overflow", "checkboxes", "multi_static_select"),
            message,
            where,
            None,
            None,
            label,
        )

    def pick(self, value, message=None, where="dm"):
        """A date (YYYY-MM-DD), a time (HH:MM) or a date-time (epoch seconds) in the newest such picker."""
        kind = "datetimepicker" if isinstance(value, int) else "datepicker" if "-" in value else "timepicker"
        key = {"datepicker": "selected_date", "timepicker": "selected_time", "datetimepicker": "selected_date_time"}[
            kind
        ]
        return self._act(None, (kind,), message, where, lambda b, e: {key: value}, None)

    def _surface(self, where):
        return self.modal if where == "modal" else self.home

    def _act(self, label, kinds, message, where, extra, nth, group=None, channel=None):
        cands = []
        if where == "dm":
            pool = [message] if message else list(reversed(self.messages(channel=channel)))
            for m in pool:
                cands += [(m, None, b, e, lab) for b, e, lab in m.elements if e["type"] in kinds]
        else:
            sf = self._surface(where)
            if sf is None:
                raise Failure(f"no {where} is open")
            cands = [
                (None, sf.v, b, e, lab) for b, e, lab in _elements(sf.v.payload.get("blocks")) if e["type"] in kinds
            ]
        best, score = None, 0
        for c in cands:
            m, v, b, e, lab = c
            if extra is None:
                if group and not _match(lab, group):
                    continue
                for o in _opts(e):
                    sc = _match(render.text_obj(o["text"]), label)
                    if sc > score:
                        best, score = (m, v, b, e, o), sc
            else:
                sc = 1 if label is None else _match(lab, label)
                if sc > score:
                    best, score = (m, v, b, e, None), sc
        if not best:
            have = (
                [lab for *_, e, lab in cands]
                if extra
                else [render.text_obj(o["text"]) for *_, e, _ in cands for o in _opts(e)]
            )
            raise Failure(f"nothing to press with the text {label!r}; there is {have}\n--- screen ---\n{self.screen()}")
        m, v, b, e, o = best
        act = {"type": e["type"], "block_id": b["block_id"], "action_id": e["action_id"], "action_ts": self.core.ts()}
        t = e["type"]
        if t == "button":
            act |= {"text": e["text"]} | {k: e[k] for k in ("value", "style", "url") if e.get(k)}
        elif t == "feedback_buttons":
            act |= {"text": e[e["_fb"]]["text"], "value": e[e["_fb"]]["value"]}
        elif t == "icon_button":
            act |= {"text": e["text"], "icon": e["icon"], "value": e.get("value", "")}
        elif o is not None:
            act |= (
                {"selected_options": self._toggle(m, v, b, e, o)}
                if t in ("checkboxes", "multi_static_select")
                else {"selected_option": o}
            )
        else:
            act |= extra(b, e)
        st = v.state if v else m.raw.setdefault("_state", self.core.initial_state({"blocks": m.raw["blocks"]}))
        if t not in ("button", "overflow", "feedback_buttons", "icon_button"):
            val = {"type": t} | {
                k: act[k]
                for k in ("selected_option", "selected_options", "selected_date", "selected_time", "selected_date_time")
                if k in act
            }
            st.setdefault(b["block_id"], {})[e["action_id"]] = val
        body = self._base("block_actions", v.id if v and v.kind == "modal" else None)
        if v:
            body |= {"container": {"type": "view", "view_id": v.id}, "view": self.core.view_obj(v)}
        else:
            ch = channel or self.im
            body |= {
                "container": {"type": "message", "message_ts": m.ts, "channel_id": ch.id, "is_ephemeral": m.ephemeral},
                "channel": {"id": ch.id, "name": ch.name or "directmessage"},
                "state": {"values": st},
                "response_url": self.core.response_url(self.ws, self.id, ch.id, None if m.ephemeral else m.ts),
            }
            if not m.ephemeral:
                body["message"] = self.core.clean(m.raw)
        body["actions"] = [act]
        if b.get("type") == "input" and not b.get("dispatch_action") and v:
            return None  # no payload: the value is sent with the submission
        self._started("click" if t == "button" else "choose")
        return self.core.run(self.core.interact("interactive", body, self.ws))

    def _toggle(self, m, v, b, e, o):
        st = (
            (v.state if v else m.raw.setdefault("_state", {}))
            .get(b["block_id"], {})
            .get(e["action_id"], {})
            .get("selected_options")
            or e.get("initial_options")
            or []
        )
        return [x for x in st if x != o] if o in st else [*st, o]

    def slash(self, command, text="", channel=None):
        """Type a command, in the conversation with the app or in a channel (a Channel of ws.channels)."""
        ch = channel or self.im
        ch.members.add(self.id)
        cmds = self.core._manifest("features.slash_commands")
        if self.core.manifest is not None and not any(c["command"] == command for c in cmds or []):
            raise Failure(f"{command} is not a valid command (not in the manifest)")
        body = {
            "token": self.core.verification,
            "team_id": self.ws.id,
            "team_domain": self.ws.name.lower(),
            "channel_id": ch.id,
            "channel_name": ch.name or "directmessage",
            "user_id": self.id,
            "user_name": self.ws.users[self.id]["name"],
            "command": command,
            "text": text,
            "api_app_id": self.core.app_id,
            "is_enterprise_install": "true" if self.ws.org_install else "false",
            "response_url": self.core.response_url(self.ws, self.id, ch.id, kind="commands"),
            "trigger_id": self.core.trigger(self.ws, self.id),
        }
        if self.ws.enterprise:
            body |= {"enterprise_id": self.ws.enterprise, "enterprise_name": "Org"}
        self._started("slash")
        d = self.core.run(self.core.interact("slash_commands", body, self.ws))
        p = d.ack_payload
        if isinstance(p, dict) and (p.get("text") or p.get("blocks")):
            for x in validate.message_problems("slash_response", p):
                self.core.violation("slash response", x)
            self.core._post(
                self.ws,
                ch,
                p,
                ephemeral_to=None if p.get("response_type") == "in_channel" else self.id,
                method="slash_response",
            )
        return d

    def shortcut(self, callback_id):
        self._shortcut_known(callback_id, "global")
        self._started("shortcut")
        body = self._base("shortcut") | {"callback_id": callback_id, "action_ts": self.core.ts()}
        return self.core.run(self.core.interact("interactive", body, self.ws))

    def message_shortcut(self, callback_id, message: Message):
        self._shortcut_known(callback_id, "message")
        self._started("shortcut")
        body = self._base("message_action") | {
            "callback_id": callback_id,
            "action_ts": self.core.ts(),
            "message_ts": message.ts,
            "message": self.core.clean(message.raw),
            "channel": {"id": self.im.id, "name": "directmessage"},
            "response_url": self.core.response_url(self.ws, self.id, self.im.id),
        }
        return self.core.run(self.core.interact("interactive", body, self.ws))

    def _shortcut_known(self, cb, typ):
        if self.core.manifest is not None and not any(
            x["callback_id"] == cb and x["type"] == typ for x in self.core._manifest("features.shortcuts") or []
        ):
            raise Failure(f"no {typ} shortcut {cb!r} in the manifest")

    def deactivate(self):
        """An administrator deactivates the account (posting to the DM still succeeds, as on the real Slack)."""
        u = self.ws.users[self.id]
        u["deleted"] = True
        u.pop("tz", None)
        return self.core.event(
            self.ws, {"type": "user_change", "user": u, "cache_ts": int(now()), "event_ts": self.core.ts()}
        )

    def set_tz(self, tz):
        new = self.core._user(self.ws, self.id, self.ws.users[self.id]["name"], self.name, tz)
        self.ws.users[self.id] = new
        return self.core.event(
            self.ws, {"type": "user_change", "user": new, "cache_ts": int(now()), "event_ts": self.core.ts()}
        )


class Surface:
    """A Home tab (or a modal: see Modal)."""

    def __init__(self, user, v):
        self.u, self.v = user, v

    @property
    def text(self):
        c = self.u.core
        return render.blocks(self.v.payload.get("blocks"), c.names(self.u.ws), self.u.tz, self.v.state)

    buttons = property(
        lambda self: [lab for _, e, lab in _elements(self.v.payload.get("blocks")) if e["type"] == "button"]
    )

    def click(self, label):
        return self.u.click(label, where="home" if self.v.kind == "home" else "modal")

    def choose(self, option, label=None):
        return self.u.choose(option, where="home" if self.v.kind == "home" else "modal", label=label)


class Modal(Surface):
    title = property(lambda self: render.text_obj(self.v.payload.get("title")))
    errors = property(lambda self: dict(self.v.errors))
    submit_label = property(lambda self: render.text_obj(self.v.payload.get("submit")))

    @property
    def inputs(self):
        return [(lab, e["type"], b, e) for b, e, lab in _elements(self.v.payload.get("blocks")) if b["type"] == "input"]

    def _input(self, label):
        best = max(self.inputs, key=lambda x: _match(x[0], label), default=None)
        if not best or not _match(best[0], label):
            raise Failure(f"no input {label!r}; there is {[x[0] for x in self.inputs]}")
        return best

    def fill(self, label, value):
        """Type or pick a value in the input with this label; an option input takes the option's text (or a list)."""
        _, t, b, e = self._input(label)
        cur = self.v.state.setdefault(b["block_id"], {})
        if t in ("static_select", "radio_buttons"):
            o = max(_opts(e), key=lambda o: _match(render.text_obj(o["text"]), value))
            if not _match(render.text_obj(o["text"]), value):
                raise Failure(f"no option {value!r}; there is {[render.text_obj(o['text']) for o in _opts(e)]}")
            cur[e["action_id"]] = {"type": t, "selected_option": o}
        elif t in ("checkboxes", "multi_static_select"):
            vals = [value] if isinstance(value, str) else value
            cur[e["action_id"]] = {
                "type": t,
                "selected_options": [max(_opts(e), key=lambda o: _match(render.text_obj(o["text"]), v)) for v in vals],
            }
        elif t in ("datepicker", "timepicker", "datetimepicker"):
            cur[e["action_id"]] = self.u.core.blank(e) | {
                {"datepicker": "selected_date", "timepicker": "selected_time", "datetimepicker": "selected_date_time"}[
                    t
                ]: value
            }
        elif t == "conversations_select":
            cur[e["action_id"]] = {"type": t, "selected_conversation": value.id if value else None}
        else:
            hi, lo = e.get("max_length"), e.get("min_length")
            if value and hi and len(value) > hi:
                raise Failure(f"the client refuses {len(value)} characters in {label!r} (max {hi})")
            if value and lo and len(value) < lo:
                raise Failure(f"the client refuses {len(value)} characters in {label!r} (min {lo})")
            cur[e["action_id"]] = {"type": t, "value": value or None}
        return self

    def _empty(self, st):
        return not any(v for k, v in st.items() if k not in ("type", "timezone"))

    def submit(self, force=False):
        """Press the submit button. Returns "closed" | "errors" | "updated" | "pushed" | "cleared" | "timeout".
        Like Slack's client it refuses when a required input is empty (force=True: send anyway)."""
        u, c, v = self.u, self.u.core, self.v
        if not v.payload.get("submit"):
            raise Failure("this modal has no submit button")
        for lab, _t, b, e in self.inputs:
            if (
                not force
                and not b.get("optional")
                and self._empty(v.state.get(b["block_id"], {}).get(e["action_id"], {}))
            ):
                raise Failure(f"the client refuses: required input {lab!r} is empty")
        inputs = {b["block_id"] for _, _, b, _ in self.inputs}
        body = u._base("view_submission", v.id) | {"view": c.view_obj(v), "response_urls": []}
        u._started("submit")
        d = c.run(c.interact("interactive", body, u.ws))
        if not d.acked:
            return "timeout"
        p = d.ack_payload or {}
        key = (u.ws.id, u.id)
        ra = p.get("response_action") if isinstance(p, dict) else None
        stack = c.stacks.get(key, [])
        if ra == "errors":
            errs = p.get("errors") or {}
            if not errs:
                c.violation(
                    "view ack", validate.Problem("error", "limit", "$.errors", "response_action errors without errors")
                )
            for k, msg in errs.items():
                if k not in inputs:
                    c.violation(
                        "view ack",
                        validate.Problem(
                            "error",
                            "limit",
                            f"$.errors.{k}",
                            f"no input block with this block_id; there is {sorted(inputs)}",
                        ),
                    )
                if not isinstance(msg, str) or not msg.strip():
                    c.violation("view ack", validate.Problem("error", "limit", f"$.errors.{k}", "empty error text"))
            v.errors = errs
            c.changed()
            return "errors"
        if ra in ("update", "push"):
            found = validate.view_problems(p.get("view"), "modal")
            for x in found:
                c.violation("view ack", x)
            if any(x.level == "error" for x in found):
                c.dialog_errors.append((now(), "view ack", ra, "Slack refuses the view"))
                return "timeout"
            if ra == "update":
                c.replace_view(v, p["view"])
                c.visible(*key, "modal")
                return "updated"
            if len(stack) >= 3:
                c.violation("view ack", validate.Problem("error", "limit", "$", "push_limit_reached"))
                return "timeout"
            stack.append(c.new_view(u.ws, u.id, p["view"], "modal", root=v.root, previous=v.id))
            c.visible(*key, "modal")
            return "pushed"
        if ra not in (None, "clear"):
            c.violation("view ack", validate.Problem("error", "limit", "$.response_action", f"unknown: {ra!r}"))
        if p and ra is None:
            c.violation(
                "view ack", validate.Problem("warn", "limit", "$", f"unexpected acknowledgement payload {str(p)[:80]}")
            )
        if ra == "clear":
            for x in stack:
                x.open = False
            c.stacks[key] = []
        else:
            v.open = False
            if v in stack:
                stack.remove(v)
        c.changed()
        return "cleared" if ra == "clear" else "closed"

    def close(self):
        u, c, v = self.u, self.u.core, self.v
        stack = c.stacks.get((u.ws.id, u.id), [])
        gone = list(stack) if v.payload.get("clear_on_close") else [v]
        for x in gone:
            x.open = False
            stack.remove(x)
        if v.payload.get("notify_on_close"):
            body = u._base("view_closed") | {"view": c.view_obj(v), "is_cleared": bool(v.payload.get("clear_on_close"))}
            body.pop("trigger_id")
            return c.run(c.interact("interactive", body, u.ws))
