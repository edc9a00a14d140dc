"""What a person reads on the screen, as plain text."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def mrkdwn(text: str, names=None, tz="UTC", strip=True) -> str:
    names = names or {}

    def angle(m):
        body = m.group(1)
        ref, _, label = body.partition("|")
        if ref.startswith("@"):
            return "@" + (label or names.get(ref[1:], ref[1:]))
        if ref.startswith("#"):
            return "#" + (label or names.get(ref[1:], ref[1:]))
        if ref.startswith("!date^"):
            _, ts, fmt, *_ = ref.split("^")
            return _date(int(ts), fmt, tz) or label
        if ref.startswith("!"):
            return "@" + ref[1:].split("^")[0]
        if re.match(r"(https?|mailto|tel|slack):", ref):
            return f"{label} ({ref})" if label and label != ref else ref
        return m.group(0)

    out = re.sub(r"<([^<>\n]+)>", angle, text or "")
    if strip:
        for ch in ("*", "_", "~"):
            out = re.sub(
                rf"(?<![\w{re.escape(ch)}]){re.escape(ch)}(?=\S)([^{re.escape(ch)}\n]*?\S){re.escape(ch)}(?![\w{re.escape(ch)}])",
                r"\1",
                out,
            )
    return html.unescape(out)


def _date(ts, fmt, tz):
    try:
        d = datetime.fromtimestamp(ts, UTC).astimezone(ZoneInfo(tz))
    except Exception:
        return ""
    t = d.strftime("%-I:%M %p")
    table = {
        "date_num": d.strftime("%Y-%m-%d"),
        "date_long": d.strftime("%A, %B %-d, %Y"),
        "date_long_pretty": d.strftime("%A, %B %-d, %Y"),
        "date_short": d.strftime("%b %-d, %Y"),
        "date_short_pretty": d.strftime("%b %-d, %Y"),
        "date": d.strftime("%B %-d, %Y"),
        "date_pretty": d.strftime("%B %-d, %Y"),
        "time": t,
        "time_secs": d.strftime("%-I:%M:%S %p"),
        "date_slash": d.strftime("%d/%m/%Y"),
        "date_long_full": d.strftime("%B %-d, %Y"),
        "ago": "some time ago",
        "day_divider_pretty": d.strftime("%A, %B %-d"),
    }
    return re.sub(r"\{(\w+)\}", lambda m: table.get(m.group(1), m.group(0)), fmt)


def text_obj(o, names=None, tz="UTC") -> str:
    if not isinstance(o, dict):
        return ""
    if o.get("type") == "mrkdwn":
        return mrkdwn(o.get("text", ""), names, tz)
    return o.get("text", "")


def rich(el, names=None, tz="UTC") -> str:
    t = el.get("type")
    if t in ("rich_text", "rich_text_section", "rich_text_quote", "rich_text_preformatted"):
        sep = "\n" if t == "rich_text" else ""
        return sep.join(rich(x, names, tz) for x in el.get("elements", []))
    if t == "rich_text_list":
        return "\n".join(
            (f"{i + 1}. " if el.get("style") == "ordered" else "• ") + rich(x, names, tz)
            for i, x in enumerate(el.get("elements", []))
        )
    return {
        "text": el.get("text", ""),
        "link": el.get("text") or el.get("url", ""),
        "emoji": f":{el.get('name')}:",
        "user": "@" + (names or {}).get(el.get("user_id"), str(el.get("user_id"))),
        "channel": "#" + str(el.get("channel_id")),
        "date": el.get("fallback", ""),
        "broadcast": "@" + str(el.get("range")),
    }.get(t, "")


def element(e, names=None, tz="UTC", state=None) -> str:
    t = e.get("type")
    st = (state or {}).get(e.get("action_id"), {}) if state else {}
    opt = lambda o: text_obj(o.get("text"), names, tz)
    if t in ("button", "workflow_button"):
        return f"[{text_obj(e.get('text'), names, tz)}]"
    if t == "image":
        return f"(image: {e.get('alt_text', '')})"
    if t in ("mrkdwn", "plain_text"):
        return text_obj(e, names, tz)
    if t in ("static_select", "multi_static_select", "radio_buttons", "checkboxes", "overflow"):
        opts = list(e.get("options") or []) + [o for g in e.get("option_groups") or [] for o in g["options"]]
        chosen = [o["value"] for o in st.get("selected_options") or []] + (
            [st["selected_option"]["value"]] if st.get("selected_option") else []
        )
        mark = lambda o: (
            ("(x) " if o.get("value") in chosen else "")
            + opt(o)
            + (f" — {text_obj(o['description'], names, tz)}" if o.get("description") else "")
        )
        ph = text_obj(e.get("placeholder"), names, tz) or {"overflow": "…"}.get(t, "")
        return "{{{}: {}}}".format(ph or t.replace("_", " "), " | ".join(mark(o) for o in opts))
    if t in ("plain_text_input", "email_text_input", "url_text_input", "number_input"):
        v = st.get("value")
        return "_" * 4 + (
            f" {v}" if v else (f" ({text_obj(e.get('placeholder'), names, tz)})" if e.get("placeholder") else "")
        )
    if t == "rich_text_input":
        return "____ (rich text)"
    if t in ("datepicker", "timepicker", "datetimepicker"):
        v = st.get("selected_date") or st.get("selected_time") or st.get("selected_date_time")
        return "{{{}{}}}".format(text_obj(e.get("placeholder"), names, tz) or t, f": {v}" if v else "")
    if t == "feedback_buttons":
        return f"[{text_obj(e['positive_button']['text'])}] [{text_obj(e['negative_button']['text'])}]"
    if t == "icon_button":
        return f"[{text_obj(e.get('text'))}]"
    return f"{{{t}}}"


def block(b, names=None, tz="UTC", state=None) -> str:
    t = b.get("type")
    st = (state or {}).get(b.get("block_id"), {})
    if t == "section":
        lines = [text_obj(b.get("text"), names, tz)] if b.get("text") else []
        lines += [text_obj(f, names, tz) for f in b.get("fields") or []]
        if b.get("accessory"):
            lines.append(element(b["accessory"], names, tz, st))
        return "\n".join(lines)
    if t == "header":
        return text_obj(b.get("text"), names, tz)
    if t in ("actions", "context_actions"):
        return " ".join(element(e, names, tz, st) for e in b.get("elements", []))
    if t == "context":
        return " ".join(element(e, names, tz, st) for e in b.get("elements", []))
    if t == "divider":
        return "———"
    if t == "image":
        return f"(image: {b.get('alt_text', '')})" + (f" {text_obj(b['title'])}" if b.get("title") else "")
    if t == "input":
        return (
            f"{text_obj(b.get('label'), names, tz)}{' (optional)' if b.get('optional') else ''}\n  {element(b.get('element', {}), names, tz, st)}"
            + (f"\n  hint: {text_obj(b['hint'])}" if b.get("hint") else "")
        )
    if t == "rich_text":
        return rich(b, names, tz)
    if t == "markdown":
        return b.get("text", "")
    if t == "table":
        return "\n".join(
            " | ".join(rich(c, names, tz) if c.get("type") == "rich_text" else str(c.get("text", "")) for c in r)
            for r in b.get("rows", [])
        )
    if t == "alert":
        return text_obj(b.get("text"), names, tz)
    if t in ("card", "carousel", "container", "plan", "task_card"):
        parts = [
            text_obj(b.get(k), names, tz) if isinstance(b.get(k), dict) else str(b.get(k) or "")
            for k in ("title", "subtitle", "body")
        ]
        parts += [element(a, names, tz, st) for a in b.get("actions") or []]
        parts += [
            block(x, names, tz, state)
            for x in (b.get("elements") or b.get("child_blocks") or b.get("tasks") or [])
            if isinstance(x, dict)
        ]
        return "\n".join(p for p in parts if p)
    return f"<{t}>"


def blocks(bs, names=None, tz="UTC", state=None) -> str:
    return "\n".join(x for x in (block(b, names, tz, state) for b in bs or []) if x)


def message(m: dict, names=None, tz="UTC") -> str:
    """Slack shows the blocks when there are any, else the text."""
    parts = []
    if m.get("blocks") and m.get("_app"):
        parts.append(blocks(m["blocks"], names, tz, (m.get("_state") or {})))
    elif m.get("_markdown"):
        parts.append(m["_markdown"])
    else:
        parts.append(mrkdwn(m.get("text", ""), names, tz))
    for a in m.get("attachments") or []:
        parts += [mrkdwn(a.get(k, ""), names, tz) for k in ("pretext", "title", "text", "footer") if a.get(k)]
        if a.get("blocks"):
            parts.append(blocks(a["blocks"], names, tz))
    for f in m.get("files") or []:
        parts.append(f"(file: {f.get('title') or f.get('name')}{' — ' + f['alt_txt'] if f.get('alt_txt') else ''})")
    return "\n".join(p for p in parts if p)
