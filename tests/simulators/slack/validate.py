"""Does Slack accept this payload? Three independent sources:

  schema - JSON Schema generated from Slack's own TypeScript types, lengths and counts included
  limit  - documented rules that the types do not carry (uniqueness, totals, formats, surface rules)
  sdk    - the validators of slack_sdk.models, where slack_sdk is importable
  advice - not rejected by Slack, but a defect for users (no fallback text, no alt text, raw Markdown, broadcast mention)

A Problem of level "error" is something Slack answers with ok:false; "warn" is bad practice or not certain.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones

from jsonschema import Draft7Validator

DATA = Path(__file__).parent / "data"
SCHEMA = json.loads((DATA / "slack.schema.json").read_text())
DEFS = SCHEMA["definitions"]
for _o in ("PlainTextOption", "MrkdwnOption"):  # Slack's Python SDK (newer) says 150; the typings still say 75
    DEFS[_o]["properties"]["value"]["maxLength"] = 150
RATE_TIERS = json.loads((DATA / "rate_tiers.json").read_text())
TIER_PER_MIN = {"Tier1": 1, "Tier2": 20, "Tier3": 50, "Tier4": 100}
_TZ = available_timezones()

BLOCKS = {
    v["properties"]["type"]["const"]: k
    for k, v in DEFS.items()
    if k.endswith("Block") and isinstance(v.get("properties", {}).get("type", {}).get("const"), str)
}
BLOCKS.setdefault("image", "ImageBlock")
MESSAGE_ONLY = {
    "markdown",
    "table",
    "context_actions",
    "task_card",
    "plan",
    "card",
    "carousel",
    "data_table",
    "alert",
    "container",
}
VIEW_ONLY_ELEMENTS = {"file_input"}
INTERACTIVE = {
    "button",
    "checkboxes",
    "datepicker",
    "datetimepicker",
    "multi_static_select",
    "multi_external_select",
    "multi_users_select",
    "multi_conversations_select",
    "multi_channels_select",
    "overflow",
    "radio_buttons",
    "static_select",
    "external_select",
    "users_select",
    "conversations_select",
    "channels_select",
    "timepicker",
    "plain_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
    "rich_text_input",
    "file_input",
    "workflow_button",
    "feedback_buttons",
    "icon_button",
}
BLOCKS_TEXT_ERROR, BLOCKS_TEXT_WARN = 12000, 9600  # undocumented total; Slack answers msg_blocks_too_long beyond it


@dataclass(frozen=True)
class Problem:
    level: str
    source: str
    path: str
    message: str

    def __str__(self):
        return f"{self.level} [{self.source}] {self.path}: {self.message}"


_validators: dict[str, Draft7Validator] = {}


def _validator(name: str) -> Draft7Validator:
    if name not in _validators:
        _validators[name] = Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": DEFS})
    return _validators[name]


def _flatten(err, lenient=False):
    """Leaf errors; in a union, those of the branch whose `type` matches."""
    if err.validator in ("anyOf", "oneOf") and err.context:
        branches: dict[int, list] = {}
        for e in err.context:
            branches.setdefault(e.schema_path[0], []).append(e)

        def wrong_type(es):
            return any(
                e.validator in ("const", "enum")
                and e.absolute_path
                and e.absolute_path[-1] in ("type", "response_action")
                for x in es
                for e in [x, *_leaves(x)]
            )

        good = [b for b in branches.values() if not wrong_type(b)] or list(branches.values())
        best = min(good, key=lambda es: sum(len(_leaves(e)) for e in es))
        out = []
        for e in best:
            out += _flatten(e, lenient)
        return out
    if lenient and err.validator == "additionalProperties":
        return []
    return [err]


def _leaves(err):
    return [err] if not err.context else [leaf for e in err.context for leaf in _leaves(e)]


def schema_problems(name: str, obj, base="$", lenient=False) -> list[Problem]:
    out = []
    for e in _validator(name).iter_errors(obj):
        for leaf in _flatten(e, lenient):
            p = base + "".join(f"[{x}]" if isinstance(x, int) else f".{x}" for x in leaf.absolute_path)
            out.append(
                Problem(
                    "error",
                    "schema",
                    p,
                    leaf.message
                    if len(leaf.message) < 260
                    else f"{leaf.validator} {str(leaf.validator_value)[:80]} (got {str(leaf.instance)[:120]!r})",
                )
            )
    return list(dict.fromkeys(out))


_ARGS = {
    "chat.postMessage": "ArgPostMessage",
    "chat.update": "ArgUpdate",
    "chat.postEphemeral": "ArgPostEphemeral",
    "chat.scheduleMessage": "ArgScheduleMessage",
    "chat.delete": "ArgDelete",
    "views.open": "ArgViewsOpen",
    "views.push": "ArgViewsPush",
    "views.update": "ArgViewsUpdate",
    "views.publish": "ArgViewsPublish",
    "conversations.open": "ArgConversationsOpen",
    "users.info": "ArgUsersInfo",
}


def _props(node) -> set:
    if "$ref" in node:
        return _props(DEFS[node["$ref"].split("/")[-1]])
    out = set(node.get("properties", {}))
    for k in ("anyOf", "allOf", "oneOf"):
        for x in node.get(k, []):
            out |= _props(x)
    return out


def unknown_args(method, args) -> list:
    """Argument names that Slack's typings do not know (bolt itself adds team_id)."""
    if method not in _ARGS:
        return []
    return sorted(
        set(args)
        - _props({"$ref": "#/definitions/" + _ARGS[method]})
        - {"team_id", "token", "icon_emoji", "icon_url", "username", "container_id"}
    )


def _walk(node, path="$"):
    yield path, node
    if isinstance(node, dict):
        for k, v in node.items():
            yield from _walk(v, f"{path}.{k}")
    elif isinstance(node, list):
        for i, v in enumerate(node):
            yield from _walk(v, f"{path}[{i}]")


_ALLOWED_ANGLE = re.compile(
    r"<(@[UW]\w+|#[CGD]\w+(\|[^>]*)?|!(here|channel|everyone)(\|[^>]*)?|!subteam\^\w+(\|[^>]*)?|!date\^-?\d+\^[^>|]+(\|[^>]*)?|(https?|mailto|tel|slack):[^>|]+(\|[^>]*)?)>"
)


def text_problems(text: str, path: str, kind: str) -> list[Problem]:
    """Advice on one text: kind is mrkdwn | plain | markdown."""
    out = []
    if not isinstance(text, str):
        return out
    if kind == "mrkdwn":
        rest = _ALLOWED_ANGLE.sub("", text)
        if "<" in rest or re.search(r"(?<!^)(?<!\n)>", re.sub(r"&gt;", "", rest)):
            out.append(
                Problem(
                    "warn",
                    "advice",
                    path,
                    f"'<' or '>' not escaped as &lt; &gt; in mrkdwn: {rest[max(0, rest.find('<') - 20) :][:60]!r}",
                )
            )
        if re.search(r"&(?!amp;|lt;|gt;)", rest):
            out.append(Problem("warn", "advice", path, "'&' not escaped as &amp; in mrkdwn"))
        if re.search(r"\*\*[^*\n]+\*\*|\[[^\]\n]+\]\(https?://|^#{1,4} ", text, re.M):
            out.append(Problem("warn", "advice", path, "Markdown syntax in a mrkdwn text (shown raw to the user)"))
    if kind in ("mrkdwn", "markdown") and re.search(r"<!(here|channel|everyone)", text):
        out.append(Problem("warn", "advice", path, "broadcast mention (notifies everybody)"))
    if (
        re.search(
            r"(?<![{\w])\{[a-z_]+(\.[a-z_]+)*\}(?!\})|%\([a-z_]+\)s|\{\{ ?\w+ ?\}\}|\bundefined\b|(?<=[:=] )None\b(?! [a-z])",
            text,
        )
        and "!date^" not in text
    ):
        out.append(Problem("warn", "advice", path, f"template left-over? {text[:80]!r}"))
    return out


def blocks_problems(blocks, surface: str) -> list[Problem]:
    """surface: message | modal | home"""
    found: list[Problem] = []
    add = lambda lvl, path, msg, src="limit": found.append(Problem(lvl, src, path, msg))
    if isinstance(blocks, str):
        try:
            blocks = json.loads(blocks)
        except ValueError:
            return [Problem("error", "schema", "$", "blocks is not valid JSON")]
    if not isinstance(blocks, list):
        return [Problem("error", "schema", "$", "blocks must be an array")]
    top = 50 if surface == "message" else 100
    if len(blocks) > top:
        add("error", "$", f"{len(blocks)} blocks, maximum {top} in a {surface}")
    ids, _has_input, tables, focus = {}, False, 0, 0
    for i, b in enumerate(blocks):
        p = f"$[{i}]"
        if not isinstance(b, dict) or b.get("type") not in BLOCKS:
            add("error", p, f"unsupported type: {b.get('type') if isinstance(b, dict) else b!r}", "schema")
            continue
        t = b["type"]
        found += schema_problems(BLOCKS[t], b, p)
        if t in MESSAGE_ONLY and surface != "message":
            add("error", p, f"block {t} is not allowed in a {surface}")
        if t == "file":
            add("error", p, "file blocks cannot be sent by an app")
        if t == "section" and not b.get("text") and not b.get("fields"):
            add("error", p, "section needs text or fields")
        if t == "table":
            tables += 1
        if t == "input":
            pass
        if b.get("block_id"):
            if b["block_id"] in ids:
                add("error", p, f"block_id {b['block_id']!r} already used by {ids[b['block_id']]}")
            ids[b["block_id"]] = p
        acts: dict[str, str] = {}
        for path, n in _walk(b, p):
            if not isinstance(n, dict):
                continue
            et = n.get("type")
            if et in INTERACTIVE:
                a = n.get("action_id")
                if a is not None:
                    if a in acts:
                        add("error", path, f"action_id {a!r} used twice in one block")
                    acts[a] = path
                    if a == "":
                        add("error", path, "empty action_id")
                elif et not in ("workflow_button",):
                    add("warn", path, f"{et} without action_id: the app cannot tell which one was used", "advice")
                if et in VIEW_ONLY_ELEMENTS and surface != "modal":
                    add("error", path, f"{et} is only allowed in modals")
                if n.get("focus_on_load"):
                    focus += 1
            if et in ("static_select", "multi_static_select"):
                if bool(n.get("options")) == bool(n.get("option_groups")):
                    add("error", path, "exactly one of options and option_groups is needed")
                opts = list(n.get("options") or []) + [
                    o for g in n.get("option_groups") or [] for o in g.get("options", [])
                ]
                _options(n, opts, path, add)
            elif et in ("checkboxes", "radio_buttons", "overflow"):
                _options(n, n.get("options") or [], path, add)
            elif et == "button":
                lab = (n.get("text") or {}).get("text", "") if isinstance(n.get("text"), dict) else ""
                if len(lab) > 30:
                    add("warn", path, f"button label of {len(lab)} characters may be cut at about 30", "advice")
                if n.get("url") and not re.match(r"https?://|slack://|mailto:", n["url"]):
                    add("error", path, "button url must be a valid URL")
            elif et == "image":
                if not str(n.get("alt_text") or "").strip():
                    add("warn", path, "image without alt_text: invisible to a screen reader", "advice")
                if len(str(n.get("image_url") or "")) > 3000:
                    add("error", path, "image_url longer than 3000")
                if n.get("image_url") and not re.match(r"https?://", n["image_url"]):
                    add("error", path, "image_url must be a public http(s) URL")
                if n.get("slack_file") and len([k for k in ("id", "url") if n["slack_file"].get(k)]) != 1:
                    add("error", path, "slack_file needs exactly one of id and url")
            elif et == "plain_text_input":
                lo, hi = n.get("min_length"), n.get("max_length")
                if lo is not None and not 0 <= lo <= 3000:
                    add("error", path, "min_length must be 0..3000")
                if hi is not None and not 1 <= hi <= 3000:
                    add("error", path, "max_length must be 1..3000")
                if lo and hi and lo > hi:
                    add("error", path, "min_length is greater than max_length")
                if len(n.get("initial_value") or "") > (hi or 3000):
                    add("error", path, "initial_value longer than max_length")
            elif et == "datepicker" and n.get("initial_date"):
                _date(n["initial_date"], "%Y-%m-%d", path, add)
            elif et == "timepicker":
                if n.get("initial_time"):
                    _date(n["initial_time"], "%H:%M", path, add)
                if n.get("timezone") and n["timezone"] not in _TZ:
                    add("error", path, f"timezone {n['timezone']!r} is not an IANA name")
            elif et == "datetimepicker" and n.get("initial_date_time") is not None:
                if not re.fullmatch(r"\d{10}", str(n["initial_date_time"])):
                    add("error", path, "initial_date_time must have 10 digits")
            elif et == "number_input" and not isinstance(n.get("is_decimal_allowed"), bool):
                add("error", path, "is_decimal_allowed is required")
            if et in ("mrkdwn", "plain_text") and isinstance(n.get("text"), str):
                if not n["text"].strip():
                    add("error", path, "empty text")
                found.extend(text_problems(n["text"], path, "mrkdwn" if et == "mrkdwn" else "plain"))
            if et == "markdown" and isinstance(n.get("text"), str):
                found.extend(text_problems(n["text"], path, "markdown"))
    if tables > 1:
        add("error", "$", "only one table per message")
    if focus > 1:
        add("error", "$", "only one element may set focus_on_load")
    if surface == "message":
        total = sum(len(n["text"]) for _, n in _walk(blocks) if isinstance(n, dict) and isinstance(n.get("text"), str))
        if total > BLOCKS_TEXT_ERROR:
            add("error", "$", f"msg_blocks_too_long: {total} characters of text in all blocks")
        elif total > BLOCKS_TEXT_WARN:
            add("warn", "$", f"{total} characters of text in all blocks: near Slack's undocumented total")
    found += _sdk_blocks(blocks)
    return list(dict.fromkeys(found))


def _date(v, fmt, path, add):
    try:
        if datetime.strptime(v, fmt).replace(tzinfo=UTC).strftime(fmt) != v:
            raise ValueError
    except (ValueError, TypeError):
        add("error", path, f"{v!r} is not in the form {fmt}")


def _options(n, opts, path, add):
    seen = set()
    for o in opts:
        if not isinstance(o, dict):
            continue
        v = o.get("value")
        if v is None and n.get("type") != "overflow":
            add("error", path, "option without value")
        if v in seen:
            add(
                "error" if n.get("type") in ("checkboxes", "radio_buttons") else "warn",
                path,
                f"option value {v!r} twice",
            )
        seen.add(v)
        if v is not None and len(v) > 75:
            add(
                "warn",
                path,
                f"option value of {len(v)} characters: Slack's sources disagree (75 in the types, 150 in the SDK)",
            )
        if o.get("url") and n.get("type") != "overflow":
            add("error", path, "option url only in an overflow menu")
        if n.get("type") not in ("checkboxes", "radio_buttons") and (o.get("text") or {}).get("type") == "mrkdwn":
            add("error", path, "mrkdwn option text only in checkboxes and radio buttons")
    init = n.get("initial_options") or ([n["initial_option"]] if n.get("initial_option") else [])
    for o in init:
        if o not in opts:
            add("error", path, "initial option does not exactly match one of the options")


def _sdk_blocks(blocks):
    try:
        from slack_sdk.errors import SlackObjectFormationError
        from slack_sdk.models.blocks import Block
    except ImportError:
        return []
    out = []
    for i, b in enumerate(blocks):
        try:
            obj = Block.parse(b)
            if obj is not None:
                obj.validate_json()
        except SlackObjectFormationError as e:
            out.append(Problem("error", "sdk", f"$[{i}]", str(e)[:200]))
        except Exception as e:  # the model could not even be built
            out.append(Problem("warn", "sdk", f"$[{i}]", f"{type(e).__name__}: {e}"[:200]))
    return out


def view_problems(view, surface: str) -> list[Problem]:
    if isinstance(view, str):
        try:
            view = json.loads(view)
        except ValueError:
            return [Problem("error", "schema", "$", "view is not valid JSON")]
    if not isinstance(view, dict):
        return [Problem("error", "schema", "$", "view must be an object")]
    found = []
    want = "home" if surface == "home" else "modal"
    if view.get("type") != want:
        found.append(Problem("error", "schema", "$.type", f"view type must be {want}, is {view.get('type')!r}"))
        return found
    shell = {k: v for k, v in view.items() if k != "blocks"} | {"blocks": []}
    found += schema_problems("StrictHomeView" if want == "home" else "StrictModalView", shell)
    if "blocks" not in view:
        found.append(Problem("error", "schema", "$.blocks", "blocks is required"))
    found += blocks_problems(view.get("blocks", []), want)
    has_input = any(isinstance(b, dict) and b.get("type") == "input" for b in view.get("blocks") or [])
    if want == "modal" and has_input and not view.get("submit"):
        found.append(Problem("error", "limit", "$.submit", "submit is required when the view has an input block"))
    if want == "modal" and not view.get("close"):
        pass  # Slack shows a default label
    if len(json.dumps(view)) > 250_000:
        found.append(Problem("error", "limit", "$", "view larger than 250 kB (view_too_large)"))
    try:
        from slack_sdk.errors import SlackObjectFormationError
        from slack_sdk.models.views import View

        try:
            View(**view).validate_json()
        except SlackObjectFormationError as e:
            found.append(Problem("error", "sdk", "$", str(e)[:200]))
        except TypeError as e:
            found.append(Problem("warn", "sdk", "$", str(e)[:200]))
    except ImportError:
        pass
    return list(dict.fromkeys(found))


def metadata_problems(md) -> list[Problem]:
    if isinstance(md, str):
        try:
            md = json.loads(md)
        except ValueError:
            return [Problem("error", "schema", "$.metadata", "metadata is not valid JSON")]
    found = schema_problems("StrictMetadata", md, "$.metadata")
    if isinstance(md, dict) and not re.fullmatch(r"[A-Za-z0-9_\-.]{1,255}", str(md.get("event_type", ""))):
        found.append(Problem("error", "limit", "$.metadata.event_type", "event_type must be alphanumeric"))
    if len(json.dumps(md)) > 8000:
        found.append(Problem("warn", "limit", "$.metadata", "large metadata (metadata_too_large is possible)"))
    return found


def message_problems(method: str, a: dict) -> list[Problem]:
    """Arguments of chat.postMessage / update / postEphemeral / scheduleMessage and of a response_url post."""
    found: list[Problem] = []
    add = lambda lvl, path, msg, src="limit": found.append(Problem(lvl, src, path, msg))
    text, blocks, att, md = a.get("text"), a.get("blocks"), a.get("attachments"), a.get("markdown_text")
    if text is not None and not isinstance(text, str):
        add("error", "$.text", "text must be a string", "schema")
        text = None
    if not (text or "").strip() and not blocks and not att and not md and not a.get("file_ids"):
        add("error", "$", "no_text")
    if md is not None:
        if text or blocks:
            add("error", "$.markdown_text", "markdown_text_conflict: not together with text or blocks")
        if len(md) > 12000:
            add("error", "$.markdown_text", "markdown_text longer than 12000")
        found += text_problems(md, "$.markdown_text", "markdown")
    if text:
        cap = 4000 if method == "chat.update" else 40000
        if len(text) > cap:
            add("error", "$.text", f"msg_too_long: {len(text)} > {cap}")
        elif len(text) > 4000:
            add("warn", "$.text", f"text of {len(text)} characters; Slack advises at most 4000")
        found += text_problems(text, "$.text", "plain" if a.get("mrkdwn") is False else "mrkdwn")
    if blocks is not None:
        found += [
            Problem(p.level, p.source, "$.blocks" + p.path[1:], p.message) for p in blocks_problems(blocks, "message")
        ]
        if not (text or "").strip() and blocks:
            add(
                "warn",
                "$.text",
                "blocks without a top-level text: empty notification, nothing for screen readers",
                "advice",
            )
    if att is not None:
        att = json.loads(att) if isinstance(att, str) else att
        if len(att) > 100:
            add("error", "$.attachments", "too_many_attachments")
        for i, x in enumerate(att):
            found += schema_problems(
                "StrictAttachment", {k: v for k, v in x.items() if k != "blocks"}, f"$.attachments[{i}]"
            )
            if x.get("blocks"):
                found += blocks_problems(x["blocks"], "message")
    if a.get("metadata") is not None:
        found += metadata_problems(a["metadata"])
        if method == "chat.scheduleMessage":
            add(
                "warn",
                "$.metadata",
                "Slack's documentation: a scheduled message with metadata is not posted (known bug)",
            )
    return list(dict.fromkeys(found))


def manifest_problems(m: dict) -> list[Problem]:
    found = schema_problems("AppManifest", m)
    add = lambda lvl, path, msg: found.append(Problem(lvl, "limit", path, msg))
    di = m.get("display_information", {})
    ld = di.get("long_description")
    if ld is not None and len(ld) < 174:
        add("error", "$.display_information.long_description", "at least 174 characters (documentation)")
    if not (m.get("features") or {}).get("bot_user"):
        add("error", "$.features.bot_user", "a bot user is needed for bot scopes")
    if (m.get("features") or {}).get("assistant_view"):
        add("warn", "$.features.assistant_view", "legacy: new apps can only use agent_view (Slack, 2026-06-30)")
    st = m.get("settings") or {}
    subscribed = st.get("event_subscriptions") or {}
    if not st.get("socket_mode_enabled") and subscribed.get("bot_events") and not subscribed.get("request_url"):
        add("error", "$.settings.event_subscriptions.request_url", "needed when Socket Mode is off")
    return found
