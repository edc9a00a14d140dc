"""People, servers and channels of the simulated Discord, and what a person sees on the screen."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import re
import time

from tests.simulators.discord import validator as V

TEXT_TYPES = {0, 5, 10, 11, 12, 15}


class NotVisible(Exception):
    """The person looked for something that is not on the screen."""


class InteractionFailed(Exception):
    """The app did not answer within 3 seconds: the person sees 'This interaction failed'."""


class Refused(Exception):
    """Discord's client would not let the person do this (a limit of the modal, a missing option, no permission)."""


class User:
    def __init__(self, sim, name, *, is_bot=False, locale="en-US", installed=False, allow_dms=True, global_name=None):
        self.sim, self.name, self.is_bot, self.locale, self.installed, self.allow_dms = (
            sim,
            name,
            is_bot,
            locale,
            installed,
            allow_dms,
        )
        self.id = sim.snowflake()
        self.global_name = global_name if global_name is not None else (None if is_bot else name)
        self.blocked_bot = False
        self.wrote_first = False
        self.dm_channel = None
        self._event = asyncio.Event()
        self.timeline = []  # (monotonic, channel, message, 'new'|'edit'|'delete')
        self._read = 0
        self._waiting = None  # (label, t0) of the last own action: time to the first visible reaction
        self.last = None  # Result of the last interaction
        sim.users[self.id] = self

    def __repr__(self):
        return f"<User {self.name} {self.id}>"

    def payload(self):
        return {
            "id": self.id,
            "username": re.sub(r"\W", "", self.name.lower()) or "user",
            "discriminator": "0" if not self.is_bot else "0001",
            "avatar": None,
            "global_name": self.global_name,
            "public_flags": 0,
            "flags": 0,
            "bot": self.is_bot,
            "system": False,
            "banner": None,
            "accent_color": None,
            "primary_guild": None,
        }

    # ---- what is on the screen
    def _seen_change(self, channel, msg):
        kind = "delete" if msg.get("_deleted") else "edit" if msg["edited_timestamp"] else "new"
        self.timeline.append((time.monotonic(), channel, msg, kind))
        self._event.set()
        if self._waiting and msg["author"]["id"] == self.sim.bot.id and not msg["flags"] & (1 << 7):
            label, t0 = self._waiting
            self._waiting = None
            self.sim.timings[label + ":visible"].append(time.monotonic() - t0)

    def messages(self, where=None):
        """Messages of a channel (default: the DM with the bot) that this person sees now, oldest first."""
        c = where or self.dm_channel
        if c is None:
            return []
        return [m for m in c.messages.values() if m["_eph"] in (None, self.id) and not m.get("_deleted")]

    def screen(self, where=None, last=20):
        return "\n".join(
            f"[{m['author'].get('global_name') or m['author']['username']}] {render(self.sim, m)}"
            for m in self.messages(where)[-last:]
        )

    def read(self, mine=False):
        """Plain text of everything that appeared or changed for this person since the last read()."""
        seen, out = set(), []
        news = self.timeline[self._read :]
        self._read = len(self.timeline)
        for _t, _c, m, _k in reversed(news):
            if m["id"] in seen or (m["author"]["id"] == self.id and not mine):
                continue
            seen.add(m["id"])
            out.append("(deleted)" if m.get("_deleted") else render(self.sim, m))
        return "\n".join(reversed(out))

    def mark(self):
        return len(self.timeline)

    async def expect(self, pattern, timeout=10.0, where=None, since=None, absent_ok=False):
        """Wait until a message of the bot matching the regex is visible (new or edited since `since`, default: anything unread)."""
        start = self._read if since is None else since
        end = time.monotonic() + timeout
        rx = re.compile(pattern, re.I | re.S)
        while True:
            for _t, c, m, _k in reversed(self.timeline[start:]):
                if m["author"]["id"] != self.sim.bot.id or m.get("_deleted") or (where and c is not where):
                    continue
                if rx.search(render(self.sim, m)):
                    return Seen(self, c, m)
            left = end - time.monotonic()
            if left <= 0:
                if absent_ok:
                    return None
                raise NotVisible(f"{self.name} never saw /{pattern}/ within {timeout} s. Unread:\n{self._peek(start)}")
            self._event.clear()
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._event.wait(), min(left, 1.0))

    async def expect_silence(self, seconds=1.0):
        start = len(self.timeline)
        await asyncio.sleep(seconds)
        new = [render(self.sim, m) for _t, _c, m, _k in self.timeline[start:] if m["author"]["id"] == self.sim.bot.id]
        assert not new, f"{self.name} expected silence and saw: {new}"

    def _peek(self, start):
        return "\n".join(render(self.sim, m) for _t, _c, m, _k in self.timeline[start:]) or "(nothing)"

    # ---- acting
    def _act(self, label):
        self._waiting = (label, time.monotonic())
        self._read = len(self.timeline)

    async def dm(self, text="", files=(), reply_to=None):
        """Type a message to the bot in the private conversation."""
        self._act("dm")
        c = self.sim.dm_of(self)
        self.wrote_first = True
        return self._post(c, text, files, reply_to)

    async def say(self, channel, text="", files=(), reply_to=None):
        self._act("say")
        return self._post(channel, text, files, reply_to)

    def _post(self, c, text, files, reply_to):
        if len(text) > 2000:
            raise Refused("Discord's client sends at most 2000 characters")
        body = {"content": text, "nonce": self.sim.snowflake()}
        if reply_to is not None:
            body["message_reference"] = {
                "message_id": reply_to.m["id"] if isinstance(reply_to, Seen) else reply_to["id"]
            }
            body["allowed_mentions"] = {"parse": ["users", "roles", "everyone"], "replied_user": True}
        fs = [{"n": str(i), "filename": n, "data": d, "size": len(d), "type": t} for i, (n, d, t) in enumerate(files)]
        m = self.sim.make_message(c, self, body, fs)
        self._read = len(self.timeline)
        self.sim.announce(c, m)
        return m

    async def edit(self, message, text):
        c = self.sim.channels[message["channel_id"]]
        self.sim.edit_message(c, message, {"content": text})

    async def delete(self, message):
        self.sim._delete(self.sim.channels[message["channel_id"]], message)

    async def react(self, seen, emoji):
        c = seen.c
        self.sim.dispatch(
            "MESSAGE_REACTION_ADD",
            {
                "user_id": self.id,
                "channel_id": c.id,
                "message_id": seen.m["id"],
                "emoji": {"id": None, "name": emoji},
                "burst": False,
                "type": 0,
                "message_author_id": seen.m["author"]["id"],
                **({"guild_id": c.guild_id, "member": c.guild.member_payload(self)} if c.guild else {}),
            },
            c.guild_id,
        )

    def _places(self):
        """Channels in which something visible has happened for this person, newest first, each once."""
        return list({id(c): c for _t, c, _m, _k in reversed(self.timeline[-500:])}.values())

    def _find_component(self, test, where, message, what):
        if message is not None:
            pool = [(message.c, message.m)]
        else:
            chans = [where] if where else self._places()
            pool = [(c, m) for c in chans for m in self.messages(c)]
            pool.sort(key=lambda cm: max(cm[1]["_t"], cm[1].get("_edit_t", 0)), reverse=True)
        for c, m in pool:
            for comp in V.walk(m["components"]):
                if test(comp):
                    return c, m, comp
        raise NotVisible(
            f"{self.name} sees no {what}. Screen:\n" + "\n".join(render(self.sim, m) for _c, m in pool[:6])
        )

    async def click(self, label, *, where=None, message=None, wait=True):
        """Press the newest visible button whose label matches (regex, whole label first, then any part)."""
        for rx in (re.compile(rf"^\W*(?:{label})\W*$", re.I), re.compile(label, re.I)):
            try:
                c, m, b = self._find_component(
                    lambda x, rx=rx: x.get("type") == 2 and rx.search(_label(x)), where, message, f"button {label!r}"
                )
                break
            except NotVisible as e:
                err = e
        else:
            raise err
        if b.get("disabled"):
            raise Refused(f"button {label!r} is disabled")
        if b.get("style") == 5:
            return b["url"]
        self._act("click")
        return await self._interact(
            3, c, {"component_type": 2, "custom_id": b["custom_id"], "id": b["id"]}, m, "click", wait
        )

    async def choose(self, *options, placeholder=None, where=None, message=None, wait=True):
        """Choose options (labels or values) of the newest visible string select that offers them."""
        want = [str(o).lower() for o in options]

        def fits(x):
            if x.get("type") != 3 or (placeholder and not re.search(placeholder, x.get("placeholder") or "", re.I)):
                return False
            have = {str(o[k]).lower() for o in x["options"] for k in ("label", "value")}
            return all(w in have for w in want)

        c, m, s = self._find_component(fits, where, message, f"select offering {options}")
        if s.get("disabled"):
            raise Refused("the select is disabled")
        vals = [o["value"] for o in s["options"] if o["label"].lower() in want or o["value"].lower() in want]
        if not s.get("min_values", 1) <= len(vals) <= s.get("max_values", 1):
            raise Refused(f"between {s.get('min_values', 1)} and {s.get('max_values', 1)} options must be chosen")
        self._act("choose")
        return await self._interact(
            3, c, {"component_type": 3, "custom_id": s["custom_id"], "values": vals, "id": s["id"]}, m, "choose", wait
        )

    async def pick(self, *entities, where=None, message=None, wait=True):
        """Use the newest visible user (5), role (6), mentionable (7) or channel (8) select."""
        c, m, s = self._find_component(lambda x: x.get("type") in (5, 6, 7, 8), where, message, "entity select")
        self._act("choose")
        data = {
            "component_type": s["type"],
            "custom_id": s["custom_id"],
            "values": [e.id if hasattr(e, "id") else str(e) for e in entities],
            "id": s["id"],
            "resolved": _resolved(c, entities),
        }
        return await self._interact(3, c, data, m, "choose", wait)

    def commands(self, where=None):
        """Slash commands that this person is offered in a place (default: DM with the bot), by full name."""
        c = where or self.sim.dm_of(self)
        sim, g = self.sim, c.guild
        ctx = 0 if g else 1 if c.type == 1 else 2
        out = {}
        reach_guild = bool(g and g.bot_in) or (
            ctx == 1 and any(x.bot_in and self.id in x.members for x in sim.guilds.values())
        )
        pool = [(cmd, True) for cmd in sim.guild_commands.get(g.id, [])] if g and g.bot_in else []
        pool += [(cmd, False) for cmd in sim.global_commands]
        for cmd, local in pool:
            if cmd["type"] != 1:
                continue
            if not local:
                if ctx not in cmd["contexts"]:
                    continue
                if not (
                    (0 in cmd["integration_types"] and reach_guild)
                    or (1 in cmd["integration_types"] and self.installed)
                ):
                    continue
            dmp = cmd.get("default_member_permissions")
            if g and dmp is not None:
                have = g.permissions_of(self)
                need = int(dmp)
                if not have & 8 and (need == 0 or have & need != need):
                    continue
            if g and not g.permissions_of(self) & (1 << 31) and not g.permissions_of(self) & 8:
                continue
            for full, node in _leaves(cmd):
                out.setdefault(full, (cmd, node))
        return out

    async def slash(self, name, options=None, *, where=None, wait=True, **kw):
        """Run a slash command: slash("remind set", when="tomorrow"). Refused when Discord would not offer or accept it."""
        c, data = self._command_data(name, {**(options or {}), **kw}, where)
        self._act("slash")
        return await self._interact(2, c, data, None, "slash", wait)

    def _command_data(self, name, options, where, focused=None):
        c = where or self.sim.dm_of(self)
        name = name.strip("/ ")
        avail = self.commands(c)
        if name not in avail:
            raise Refused(f"/{name} is not offered to {self.name} here; offered: {sorted(avail)}")
        cmd, node = avail[name]
        parts = name.split()
        opts, resolved = [], {}
        spec = {o["name"]: o for o in node.get("options") or [] if o["type"] not in (1, 2)}
        for k in options:
            if k not in spec:
                raise Refused(f"/{name} has no option {k!r}; it has {sorted(spec)}")
        for k, o in spec.items():
            if k not in options:
                if o.get("required") and focused is None:
                    raise Refused(f"/{name}: option {k!r} is required")
                continue
            v, t = options[k], o["type"]
            if focused != k:
                if o.get("choices"):
                    hit = [x for x in o["choices"] if str(v) in (str(x["value"]), x["name"])]
                    if not hit:
                        raise Refused(f"/{name} {k}: {v!r} is no choice of {[x['name'] for x in o['choices']]}")
                    v = hit[0]["value"]
                if t == 3:
                    v = str(v)
                    if len(v) > (o.get("max_length") or 6000) or len(v) < (o.get("min_length") or 0):
                        raise Refused(f"/{name} {k}: length {len(v)} out of bounds")
                if t in (4, 10):
                    v = int(v) if t == 4 else float(v)
                    if (o.get("min_value") is not None and v < o["min_value"]) or (
                        o.get("max_value") is not None and v > o["max_value"]
                    ):
                        raise Refused(f"/{name} {k}: {v} out of bounds")
                if t in (6, 7, 8, 9):
                    for kk, vv in _resolved(c, [v]).items():
                        resolved.setdefault(kk, {}).update(vv)
                    v = v.id if hasattr(v, "id") else str(v)
            e = {"name": k, "type": t, "value": v}
            if focused == k:
                e["focused"] = True
            opts.append(e)
        for p in reversed(parts[1:]):
            is_leaf = p == parts[-1] and len(opts) == len([x for x in opts if "value" in x])
            opts = [{"name": p, "type": 1 if is_leaf else 2, "options": opts}]
        data = {"id": cmd["id"], "name": cmd["name"], "type": cmd["type"]}
        if cmd.get("guild_id"):
            data["guild_id"] = cmd["guild_id"]
        if opts:
            data["options"] = opts
        if resolved:
            data["resolved"] = resolved
        return c, data

    async def autocomplete(self, name, option, typed="", options=None, where=None):
        """What is suggested while typing an option; a list of (name, value)."""
        c, data = self._command_data(name, {**(options or {}), option: typed}, where, focused=option)
        r = await self._interact(4, c, data, None, "autocomplete", True)
        return [(x["name"], x["value"]) for x in r.it.choices or []]

    async def context(self, name, target, *, wait=True):
        """Run a context-menu command on a message (Seen) or a User."""
        is_msg = isinstance(target, Seen)
        c = target.c if is_msg else self.sim.dm_of(self)
        t = 3 if is_msg else 2
        cmd = next(
            (
                x
                for x in (self.sim.guild_commands.get(c.guild_id, []) if c.guild else []) + self.sim.global_commands
                if x["type"] == t and x["name"] == name
            ),
            None,
        )
        if cmd is None:
            raise Refused(f"no context menu command {name!r}")
        tid = target.m["id"] if is_msg else target.id
        res = {"messages": {tid: self.sim.public(target.m)}} if is_msg else {"users": {tid: target.payload()}}
        self._act("slash")
        return await self._interact(
            2, c, {"id": cmd["id"], "name": name, "type": t, "target_id": tid, "resolved": res}, None, "slash", wait
        )

    async def submit(self, answers=None, *, modal=None, wait=True, **kw):
        """Fill the modal on the screen. Keys: labels (regex), or custom_ids; values: text, list of options, bool."""
        res = modal or self.last
        if res is None or res.modal is None:
            raise NotVisible(f"{self.name} has no modal on the screen")
        answers = {**(answers or {}), **kw}
        used, comps = set(), []
        for top in res.it.modal["components"]:
            if top["type"] == 10:
                comps.append({"type": 10, "id": top.get("id", 0)})
                continue
            kid = top["component"] if top["type"] == 18 else top["components"][0]
            label = top.get("label") or kid.get("label") or ""
            key = next((k for k in answers if k == kid["custom_id"]), None) or next(
                (k for k in answers if re.search(k, label, re.I)), None
            )
            if key:
                used.add(key)
            val = answers.get(key) if key else None
            out = {"type": kid["type"], "custom_id": kid["custom_id"], "id": kid.get("id", 0)}
            req = kid.get("required") is not False
            if kid["type"] == 4:
                val = kid.get("value") or "" if val is None else str(val)
                if req and not val:
                    raise Refused(f"{label!r} must be filled")
                if val and (len(val) > (kid.get("max_length") or 4000) or len(val) < (kid.get("min_length") or 0)):
                    raise Refused(
                        f"{label!r}: {len(val)} characters, {kid.get('min_length') or 0} to {kid.get('max_length') or 4000} allowed"
                    )
                out["value"] = val
            elif kid["type"] in (3, 22):
                vals = (
                    [val]
                    if isinstance(val, str)
                    else list(val or [o["value"] for o in kid["options"] if o.get("default")])
                )
                chosen = [o["value"] for o in kid["options"] if o["label"] in vals or o["value"] in vals]
                if len(chosen) != len(vals):
                    raise Refused(f"{label!r} offers {[o['label'] for o in kid['options']]}")
                lo = kid.get("min_values", 1) if req else 0
                if not lo <= len(chosen) <= (kid.get("max_values") or (1 if kid["type"] == 3 else len(kid["options"]))):
                    raise Refused(f"{label!r}: {len(chosen)} chosen")
                out["values"] = chosen
            elif kid["type"] == 21:
                hit = [
                    o["value"]
                    for o in kid["options"]
                    if val in (o["label"], o["value"]) or (val is None and o.get("default"))
                ]
                if req and not hit:
                    raise Refused(f"{label!r} must be chosen from {[o['label'] for o in kid['options']]}")
                out["value"] = hit[0] if hit else None
            elif kid["type"] == 23:
                out["value"] = bool(kid.get("default") if val is None else val)
            else:
                out["values"] = [v.id if hasattr(v, "id") else str(v) for v in (val or [])]
            comps.append(
                {"type": 18, "id": top.get("id", 0), "component": out}
                if top["type"] == 18
                else {"type": 1, "id": top.get("id", 0), "components": [out]}
            )
        left = set(answers) - used
        if left:
            raise NotVisible(f"the modal has no field {left}; it shows:\n{res.modal}")
        self._act("submit")
        data = {"custom_id": res.it.modal["custom_id"], "components": comps}
        return await self._interact(5, res.it.channel, data, res.it.message, "submit", wait, parent=res.it)

    async def _interact(self, itype, channel, data, message, kind, wait, parent=None):
        from tests.simulators.discord.sim import Interaction

        shown = (
            parent.ack_at if itype == 5 and parent else max(message["_t"], message.get("_edit_t", 0)) if message else 0
        )
        pause = self.sim.think_time - (time.monotonic() - shown)
        if itype in (3, 5) and pause > 0:  # nobody presses a button in the millisecond it appears
            await asyncio.sleep(pause)
            if self._waiting:
                self._waiting = (self._waiting[0], time.monotonic())
        it = Interaction(self.sim, itype, self, channel, data, message, kind, parent)
        n = self.sim.dispatch("INTERACTION_CREATE", it.payload(), channel.guild_id)
        res = Result(self, it)
        if itype != 4:
            self.last = res
        if wait:
            try:
                await asyncio.wait_for(it.done.wait(), self.sim.ack_timeout)
            except TimeoutError:
                self.sim.timings[kind + ":failed"].append(self.sim.ack_timeout)
                raise InteractionFailed(
                    f"{kind} {data.get('name') or data.get('custom_id')}: no answer within {self.sim.ack_timeout} s (delivered to {n} session(s))"
                ) from None
            await asyncio.sleep(0)
        return res

    # ---- settings
    def block_bot(self, on=True):
        self.blocked_bot = on


class Seen:
    """A message as somebody sees it."""

    def __init__(self, user, channel, m):
        self.u, self.c, self.m = user, channel, m

    @property
    def text(self):
        return render(self.u.sim, self.m)

    @property
    def buttons(self):
        return [_label(x) for x in V.walk(self.m["components"]) if x.get("type") == 2]

    @property
    def pings(self):
        return self.m["_pings"]

    @property
    def ephemeral(self):
        return self.m["_eph"] is not None

    @property
    def attachments(self):
        return self.m["attachments"]

    def __repr__(self):
        return f"<Seen {self.text!r}>"


class Result:
    """How the app answered an interaction."""

    KINDS = {
        4: "message",
        5: "deferred",
        6: "deferred_update",
        7: "update",
        8: "autocomplete",
        9: "modal",
        None: "none",
    }

    def __init__(self, user, it):
        self.user, self.it = user, it

    @property
    def kind(self):
        return self.KINDS[self.it.acked]

    @property
    def ack_ms(self):
        return None if self.it.ack_at is None else round((self.it.ack_at - self.it.t0) * 1000, 1)

    @property
    def modal(self):
        """Plain text of the modal that opened, or None."""
        return render_modal(self.it.modal) if self.it.modal else None

    @property
    def message(self):
        m = self.it.original
        return Seen(self.user, self.it.channel, m) if m else None

    @property
    def text(self):
        return self.modal or (self.message.text if self.message else "")

    def __repr__(self):
        return f"<Result {self.kind} {self.text!r}>"


class Channel:
    def __init__(self, sim, ctype, *, guild=None, name=None, user=None, parent=None, users=()):
        self.sim, self.type, self.guild, self.name, self.user, self.parent, self.users = (
            sim,
            ctype,
            guild,
            name,
            user,
            parent,
            list(users),
        )
        self.id = sim.snowflake()
        self.messages = {}
        self.last_message_id = None
        self.archived = self.locked = False
        self.topic = None
        self.deny = 0  # permission bits taken from the bot here
        self.hidden = False  # members other than the owner cannot see it
        self.typing_at = None
        sim.channels[self.id] = self
        if guild:
            guild.channels.append(self)

    def __repr__(self):
        return f"<Channel {self.name or 'DM'} {self.id}>"

    @property
    def guild_id(self):
        return self.guild.id if self.guild else None

    def archived_locked(self):
        return self.archived and self.locked

    def bot_permissions(self):
        if not self.guild:
            return (1 << 53) - 1
        base = self.guild.bot_base_permissions()
        return base if base & 8 else base & ~(self.deny | (self.parent.deny if self.parent else 0))

    def overwrites(self):
        """What `hidden` and `deny` are to a program: who sees the channel, and what the bot's own role may not do there."""
        see = 1 << 10
        hidden = [{"id": self.guild_id, "type": 0, "allow": "0", "deny": str(see)}] if self.hidden else []
        allow = see & ~self.deny if self.hidden else 0
        ours = [{"id": self.guild.bot_role, "type": 0, "allow": str(allow), "deny": str(self.deny)}]
        return [*hidden, *(ours if allow or self.deny else [])]

    def bot_can_see(self):
        if self.guild:
            return self.guild.bot_in and bool(self.bot_permissions() & (1 << 10))
        return self.type == 1

    def watchers(self, msg):
        if msg is not None and msg["_eph"]:
            u = self.sim.users.get(msg["_eph"])
            return [u] if u else []
        if self.guild:
            return [m["user"] for m in self.guild.members.values() if not m["user"].is_bot]
        return [self.user] if self.user else self.users

    def payload(self):
        if not self.guild:
            us = [self.user] if self.user else self.users
            return {
                "id": self.id,
                "type": self.type,
                "last_message_id": self.last_message_id,
                "flags": 0,
                "recipients": [u.payload() for u in us],
            }
        d = {
            "id": self.id,
            "type": self.type,
            "guild_id": self.guild_id,
            "name": self.name,
            "last_message_id": self.last_message_id,
            "flags": 0,
            "permissions": str(self.bot_permissions()),
        }
        if self.type in (10, 11, 12):
            now = self.sim.iso()
            d.update(
                parent_id=self.parent.id if self.parent else None,
                owner_id=self.sim.bot.id,
                member_count=1,
                message_count=len(self.messages),
                total_message_sent=len(self.messages),
                rate_limit_per_user=0,
                thread_metadata={
                    "archived": self.archived,
                    "auto_archive_duration": 1440,
                    "archive_timestamp": now,
                    "locked": self.locked,
                    "create_timestamp": now,
                },
            )
        else:
            d.update(
                position=0,
                parent_id=self.parent.id if self.parent else None,
                permission_overwrites=self.overwrites(),
                nsfw=False,
                topic=self.topic,
                rate_limit_per_user=0,
            )
            if self.type == 15:
                d.update(
                    available_tags=[],
                    default_reaction_emoji=None,
                    default_sort_order=None,
                    default_forum_layout=0,
                    default_auto_archive_duration=1440,
                )
        return d

    def remove(self):
        self.sim.channels.pop(self.id, None)
        if self in self.guild.channels:
            self.guild.channels.remove(self)
        self.sim.dispatch(
            "THREAD_DELETE" if self.type in (10, 11, 12) else "CHANNEL_DELETE", self.payload(), self.guild_id
        )


class Guild:
    def __init__(self, sim, name, owner, *, bot_permissions=None, members=(), locale="en-US", bot_in=True):
        from tests.simulators.discord.sim import MEMBER_PERMS, perm

        self.sim, self.name, self.owner, self.locale, self.bot_in = sim, name, owner, locale, bot_in
        self.id = sim.snowflake()
        self.everyone = MEMBER_PERMS
        self.bot_perms = MEMBER_PERMS if bot_permissions is None else bot_permissions
        self.bot_role = sim.snowflake()
        self.roles = {}
        self.members = {}
        self.channels = []
        self.events = {}
        self.joined = sim.iso()
        self.available = True
        sim.guilds[self.id] = self
        self.role("staff", perm("manage_guild", "manage_messages", "manage_events", "manage_channels"))
        for u in (owner, *members):
            self._member(u)
        if bot_in:
            self._member(sim.bot)
        self.general = self.channel("general")

    def __repr__(self):
        return f"<Guild {self.name} {self.id}>"

    def role(self, name, perms=0):
        rid = self.sim.snowflake()
        self.roles[rid] = {"name": name, "permissions": perms}
        return rid

    def role_named(self, name):
        return next(r for r, d in self.roles.items() if d["name"] == name)

    def _member(self, u):
        self.members[u.id] = {"user": u, "roles": set(), "joined": self.sim.iso()}

    def make_staff(self, user):
        self.members[user.id]["roles"].add(self.role_named("staff"))

    def channel(self, name, ctype=0):
        c = Channel(self.sim, ctype, guild=self, name=name)
        self.sim.dispatch("CHANNEL_CREATE", c.payload(), self.id)
        return c

    def forum(self, name):
        return self.channel(name, 15)

    def permissions_of(self, user):
        if user is self.owner:
            return (1 << 53) - 1
        m = self.members.get(user.id)
        p = self.everyone
        for r in m["roles"] if m else ():
            p |= self.roles[r]["permissions"]
        return (1 << 53) - 1 if p & 8 else p

    def bot_base_permissions(self):
        p = self.bot_perms
        return (1 << 53) - 1 if p & 8 else p

    def member_payload(self, u, with_user=True):
        m = self.members.get(u.id) or {"roles": set(), "joined": self.sim.iso()}
        d = {
            "roles": sorted(m["roles"]) + ([self.bot_role] if u.is_bot else []),
            "joined_at": m["joined"],
            "nick": None,
            "avatar": None,
            "banner": None,
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "communication_disabled_until": None,
        }
        if with_user:
            d["user"] = u.payload()
        return d

    def role_payloads(self):
        def r(rid, name, perms, pos, tags=None):
            d = {
                "id": rid,
                "name": name,
                "permissions": str(perms),
                "position": pos,
                "color": 0,
                "hoist": False,
                "managed": bool(tags),
                "mentionable": False,
                "icon": None,
                "unicode_emoji": None,
                "flags": 0,
                "description": None,
                "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            }
            if tags:
                d["tags"] = tags
            return d

        return [
            r(self.id, "@everyone", self.everyone, 0),
            r(self.bot_role, "Rebound", self.bot_perms, 1, {"bot_id": self.sim.bot.id}),
        ] + [r(i, d["name"], d["permissions"], 2) for i, d in self.roles.items()]

    def rest_payload(self):
        return {
            "id": self.id,
            "name": self.name,
            "icon": None,
            "splash": None,
            "banner": None,
            "home_header": None,
            "discovery_splash": None,
            "owner_id": self.owner.id,
            "description": None,
            "region": "us-west",
            "afk_channel_id": None,
            "afk_timeout": 300,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "widget_enabled": False,
            "widget_channel_id": None,
            "verification_level": 0,
            "roles": self.role_payloads(),
            "default_message_notifications": 0,
            "mfa_level": 0,
            "explicit_content_filter": 0,
            "max_presences": None,
            "max_members": 500000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "vanity_url_code": None,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": self.locale,
            "rules_channel_id": None,
            "safety_alerts_channel_id": None,
            "public_updates_channel_id": None,
            "premium_progress_bar_enabled": False,
            "nsfw": False,
            "nsfw_level": 0,
            "emojis": [],
            "stickers": [],
            "features": [],
            "application_id": None,
            "owner_configured_content_level": None,
        }

    def gateway_payload(self, all_members):
        d = self.rest_payload()
        ms = (
            self.members.values()
            if all_members
            else [self.members[self.sim.bot.id]]
            if self.sim.bot.id in self.members
            else []
        )
        d.update(
            joined_at=self.joined,
            large=len(self.members) > 250,
            unavailable=False,
            member_count=len(self.members),
            voice_states=[],
            presences=[],
            members=[self.member_payload(m["user"]) for m in list(ms)[: 250 if len(self.members) > 250 else None]],
            channels=[c.payload() for c in self.channels if c.type not in (10, 11, 12) and c.bot_can_see()],
            threads=[
                c.payload() for c in self.channels if c.type in (10, 11, 12) and not c.archived and c.bot_can_see()
            ],
            stage_instances=[],
            guild_scheduled_events=list(self.events.values()),
            soundboard_sounds=[],
        )
        return d

    # ---- things that happen
    async def add_bot(self, permissions=None):
        self.bot_in = True
        if permissions is not None:
            self.bot_perms = permissions
        self._member(self.sim.bot)
        self.joined = self.sim.iso()
        self.sim.dispatch("GUILD_CREATE", None, self.id, lambda _, s: self.gateway_payload(bool(s.intents & 2)))

    def _bot_gone(self):
        self.bot_in = False
        self.members.pop(self.sim.bot.id, None)
        self.sim.guild_commands.pop(self.id, None)
        self.sim.dispatch("GUILD_DELETE", {"id": self.id}, self.id)

    async def remove_bot(self):
        """Staff kick the bot."""
        self._bot_gone()

    async def outage(self):
        """The server becomes unavailable: not a removal."""
        self.sim.dispatch("GUILD_DELETE", {"id": self.id, "unavailable": True}, self.id)

    async def outage_over(self):
        self.sim.dispatch("GUILD_CREATE", None, self.id, lambda _, s: self.gateway_payload(bool(s.intents & 2)))

    async def join(self, user):
        self._member(user)
        self.sim.dispatch("GUILD_MEMBER_ADD", {**self.member_payload(user), "guild_id": self.id}, self.id)

    async def leave(self, user):
        self.members.pop(user.id, None)
        self.sim.dispatch("GUILD_MEMBER_REMOVE", {"guild_id": self.id, "user": user.payload()}, self.id)


# ------------------------------------------------------------------ plain text
def _label(b):
    e = (b.get("emoji") or {}).get("name") or ""
    return (e + " " + (b.get("label") or "")).strip()


def _leaves(cmd):
    subs = [o for o in cmd.get("options") or [] if o["type"] in (1, 2)]
    if not subs:
        yield cmd["name"], cmd
    for s in subs:
        if s["type"] == 1:
            yield f"{cmd['name']} {s['name']}", s
        else:
            for x in s.get("options") or []:
                yield f"{cmd['name']} {s['name']} {x['name']}", x


def _resolved(channel, entities):
    out = {}
    for e in entities:
        if isinstance(e, User):
            out.setdefault("users", {})[e.id] = e.payload()
            if channel.guild and e.id in channel.guild.members:
                out.setdefault("members", {})[e.id] = {
                    **channel.guild.member_payload(e, with_user=False),
                    "permissions": str(channel.guild.permissions_of(e)),
                }
        elif isinstance(e, Channel):
            out.setdefault("channels", {})[e.id] = {
                "id": e.id,
                "name": e.name,
                "type": e.type,
                "permissions": str(e.bot_permissions()),
                "parent_id": None,
            }
        elif channel.guild and str(e) in channel.guild.roles:
            out.setdefault("roles", {})[str(e)] = next(r for r in channel.guild.role_payloads() if r["id"] == str(e))
    return out


def _stamp(sim, m):
    t = dt.datetime.fromtimestamp(int(m.group(1)), dt.UTC)
    if m.group(2) == "R":
        d = int(m.group(1)) - sim.now()
        n, unit = abs(d), "s"
        for size, u in ((86400, "d"), (3600, "h"), (60, "min")):
            if n >= size:
                n, unit = n / size, u
                break
        return f"{{in {n:.0f} {unit}}}" if d >= 0 else f"{{{n:.0f} {unit} ago}}"
    return "{" + t.strftime("%Y-%m-%d %H:%M UTC") + "}"


def text_of(sim, s):
    s = re.sub(r"<t:(-?\d+)(?::([tTdDfFsSR]))?>", lambda m: _stamp(sim, m), s or "")
    s = re.sub(
        r"<@!?(\d+)>", lambda m: "@" + (sim.users[m.group(1)].name if m.group(1) in sim.users else "unknown-user"), s
    )
    s = re.sub(
        r"<#(\d+)>",
        lambda m: "#" + ((sim.channels[m.group(1)].name or "dm") if m.group(1) in sim.channels else "unknown"),
        s,
    )
    return re.sub(r"</([^:>]+):\d+>", r"/\1", s)


def render(sim, m):
    """What a person reads: text, embeds, [buttons], <selects>, {attachments with their alt text}."""
    out = []
    if m["flags"] & (1 << 7):
        return "(thinking…)"
    if m["content"]:
        out.append(text_of(sim, m["content"]))
    for e in m["embeds"]:
        for k in ((e.get("author") or {}).get("name"), e.get("title"), e.get("description")):
            if k:
                out.append(text_of(sim, k))
        for f in e.get("fields") or []:
            out.append(f"{text_of(sim, f['name'])}: {text_of(sim, f['value'])}")
        if e.get("image"):
            out.append("{image}")
        if (e.get("footer") or {}).get("text"):
            out.append(e["footer"]["text"])
    v2 = m["flags"] & V.COMPONENTS_V2
    for a in m["attachments"]:
        if not v2:
            out.append(f"{{file {a['filename']}" + (f" — {a['description']}" if a.get("description") else "") + "}")
    line = []
    for c in m["components"]:
        out += _render_component(sim, c)
    if m["_eph"]:
        out.append("(only you can see this)")
    return "\n".join(out + line)


def _render_component(sim, c):
    t = c["type"]
    if t == 1:
        return [" ".join(x for k in c["components"] for x in _render_component(sim, k))]
    if t == 2:
        return [("(" + _label(c) + ")") if c.get("disabled") else "[" + _label(c) + "]"]
    if t == 3:
        return ["<" + (c.get("placeholder") or "choose") + ": " + " | ".join(o["label"] for o in c["options"]) + ">"]
    if t in (5, 6, 7, 8):
        return ["<" + (c.get("placeholder") or {5: "user", 6: "role", 7: "mention", 8: "channel"}[t]) + ">"]
    if t == 10:
        return [text_of(sim, c["content"])]
    if t == 9:
        return [x for k in c["components"] for x in _render_component(sim, k)] + _render_component(sim, c["accessory"])
    if t == 11:
        return ["{image — " + (c.get("description") or "") + "}"]
    if t == 12:
        return ["{image — " + (i.get("description") or "") + "}" for i in c["items"]]
    if t == 13:
        return ["{file " + (c.get("name") or "") + "}"]
    if t == 14:
        return ["---"]
    if t == 17:
        return [x for k in c["components"] for x in _render_component(sim, k)]
    return []


def render_modal(d):
    out = [f"== {d['title']} =="]
    for top in d["components"]:
        if top["type"] == 10:
            out.append(top["content"])
            continue
        k = top["component"] if top["type"] == 18 else top["components"][0]
        label = top.get("label") or k.get("label") or ""
        desc = f" ({top['description']})" if top.get("description") else ""
        body = {
            4: "____"
            + (f" e.g. {k['placeholder']}" if k.get("placeholder") else "")
            + (f" = {k['value']}" if k.get("value") else "")
        }.get(k["type"], " | ".join(o["label"] for o in k.get("options", [])))
        out.append(f"{label}{desc}{'' if k.get('required') is False else ' *'}: {body}")
    return "\n".join(out)
