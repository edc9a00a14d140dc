"""Oracle for everything a bot sends to Discord's REST API.

Two layers:
  * SpecValidator: checks a request (path, query, body) against Discord's own OpenAPI 3.1 document
    (openapi.json beside this file, a data file published by Discord under the MIT licence).
  * check_*: limits written in Discord's developer documentation that the OpenAPI document lacks.

Every problem is a tuple (path, code, message), path being a list of keys.
Leniency taken from the spec repository's README: integers may be sent as numeric strings and
snowflakes as integers.
"""

from __future__ import annotations

import contextlib
import datetime as _dt
import json
import re
import unicodedata
from pathlib import Path

SPEC_FILE = Path(__file__).with_name("openapi.json")

EPHEMERAL = 1 << 6
COMPONENTS_V2 = 1 << 15
SUPPRESS_EMBEDS = 1 << 2
SUPPRESS_NOTIFICATIONS = 1 << 12

_INT = re.compile(r"^-?\d+$")


class SpecValidator:
    def __init__(self, spec: dict | None = None):
        self.spec = spec or json.loads(SPEC_FILE.read_text(encoding="utf-8"))
        self.schemas = self.spec["components"]["schemas"]
        self._routes = []
        for template, item in self.spec["paths"].items():
            segs = template.strip("/").split("/")
            rx = "^" + "".join("/" + re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(s)) for s in segs) + "$"
            literal = sum(1 for s in segs if "{" not in s)
            self._routes.append((len(segs), literal, re.compile(rx), template, item))
        self._routes.sort(key=lambda r: -r[1])

    # -- routing ---------------------------------------------------------------------------
    def match(self, path: str):
        """-> (template, params, path item) or None. path starts after /api/v10."""
        n = len(path.strip("/").split("/"))
        for segs, _lit, rx, template, item in self._routes:
            if segs == n:
                m = rx.match(path)
                if m:
                    return template, m.groupdict(), item
        return None

    def body_schema(self, op: dict, content_type: str):
        body = op.get("requestBody")
        if not body:
            return None, False
        content = body["content"]
        return (content.get(content_type) or {}).get("schema"), body.get("required", False)

    def check_query(self, item: dict, op: dict, query: dict):
        errs, known = [], {}
        for p in list(item.get("parameters", [])) + list(op.get("parameters", [])):
            if p.get("in") == "query":
                known[p["name"]] = p
        for name, p in known.items():
            if name not in query:
                if p.get("required"):
                    errs.append(([name], "BASE_TYPE_REQUIRED", "This field is required"))
                continue
            errs += self.validate(query[name], p["schema"], [name], text=True)
        unknown = [q for q in query if q not in known]
        return errs, unknown

    def check_path_params(self, item: dict, op: dict, params: dict):
        errs = []
        for p in list(item.get("parameters", [])) + list(op.get("parameters", [])):
            if p.get("in") == "path" and p["name"] in params:
                errs += self.validate(params[p["name"]], p["schema"], [p["name"]], text=True)
        return errs

    # -- schema ----------------------------------------------------------------------------
    def _deref(self, schema: dict) -> dict:
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def known_keys(self, schema: dict, seen=None) -> set | None:
        """All property names the schema names anywhere on this object; None when open-ended."""
        schema = self._deref(schema)
        if schema.get("additionalProperties"):
            return None
        keys = set(schema.get("properties", {}))
        for part in ("allOf", "oneOf", "anyOf"):
            for s in schema.get(part, []):
                k = self.known_keys(s)
                if k is None:
                    return None
                keys |= k
        return keys

    def validate(self, v, schema: dict, path: list, text: bool = False, unknown: list | None = None) -> list:
        schema = self._deref(schema)
        errs: list = []
        if "allOf" in schema:
            for s in schema["allOf"]:
                errs += self.validate(v, s, path, text, None)
        for key in ("oneOf", "anyOf"):
            if key in schema:
                errs += self._union(v, schema[key], path, text, unknown)
        if "const" in schema and not _eq(v, schema["const"]):
            errs.append((path, "BASE_TYPE_CHOICES", f"Value must be {schema['const']!r}"))
        if "enum" in schema and v is not None and not any(_eq(v, e) for e in schema["enum"]):
            errs.append((path, "BASE_TYPE_CHOICES", f"Value {v!r} must be one of {schema['enum']!r}"))
        types = schema.get("type")
        if types:
            types = [types] if isinstance(types, str) else types
            errs += self._typed(v, types, schema, path, text, unknown)
        return errs

    def _union(self, v, branches, path, text, unknown):
        best, best_score = None, -1
        for b in branches:
            b = self._deref(b)
            sub_unknown: list = []
            e = self.validate(v, b, path, text, sub_unknown)
            if not e:
                if unknown is not None:
                    unknown += sub_unknown
                return []
            score = 0
            if isinstance(v, dict) and isinstance(b.get("properties"), dict):
                score = 1
                t = b["properties"].get("type", {})
                if "type" in v and "enum" in t:
                    score = 3 if any(_eq(v["type"], x) for x in t["enum"]) else 0
                score += sum(1 for k in v if k in b["properties"]) / 100
            elif v is not None and b.get("type") != "null":
                score = 0.5
            if score > best_score:
                best, best_score = e, score
        return best or [(path, "UNION_TYPE_CHOICES", "Value matches no allowed variant")]

    def _typed(self, v, types, schema, path, text, unknown):
        if v is None:
            return [] if "null" in types else [(path, "BASE_TYPE_REQUIRED", "This field cannot be null")]
        errs = []
        if "object" in types and isinstance(v, dict):
            props = schema.get("properties", {})
            for r in schema.get("required", []):
                if r not in v:
                    errs.append(([*path, r], "BASE_TYPE_REQUIRED", "This field is required"))
            add = schema.get("additionalProperties")
            for k, val in v.items():
                if k in props:
                    errs += self.validate(val, props[k], [*path, k], text, unknown)
                elif isinstance(add, dict):
                    errs += self.validate(val, add, [*path, k], text, unknown)
                elif unknown is not None and props and add is not True:
                    unknown.append([*path, k])
            if "maxProperties" in schema and len(v) > schema["maxProperties"]:
                errs.append((path, "BASE_TYPE_MAX_LENGTH", f"At most {schema['maxProperties']} entries"))
            if "minProperties" in schema and len(v) < schema["minProperties"]:
                errs.append((path, "BASE_TYPE_MIN_LENGTH", f"At least {schema['minProperties']} entries"))
            return errs
        if "array" in types and isinstance(v, list):
            if "maxItems" in schema and len(v) > schema["maxItems"]:
                errs.append((path, "BASE_TYPE_MAX_LENGTH", f"Must be {schema['maxItems']} or fewer in length."))
            if "minItems" in schema and len(v) < schema["minItems"]:
                errs.append((path, "BASE_TYPE_MIN_LENGTH", f"Must be {schema['minItems']} or more in length."))
            if schema.get("uniqueItems"):
                seen = [json.dumps(x, sort_keys=True) for x in v]
                if len(set(seen)) != len(seen):
                    errs.append((path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "Items must be unique"))
            if "items" in schema:
                for i, x in enumerate(v):
                    errs += self.validate(x, schema["items"], [*path, i], text, unknown)
            return errs
        if "array" in types and text:
            return self.validate(v, schema.get("items", {}), path, text)
        if "boolean" in types and (isinstance(v, bool) or (text and str(v).lower() in ("true", "false", "1", "0"))):
            return []
        if ("integer" in types or "number" in types) and not isinstance(v, bool):
            n = None
            if isinstance(v, int) or (isinstance(v, float) and ("number" in types or v.is_integer())):
                n = v
            elif isinstance(v, str):
                if _INT.match(v):
                    n = int(v)
                elif "number" in types:
                    with contextlib.suppress(ValueError):
                        n = float(v)
            if n is not None:
                if "minimum" in schema and n < schema["minimum"]:
                    errs.append((path, "NUMBER_TYPE_MIN", f"Must be >= {schema['minimum']}"))
                if "maximum" in schema and n > schema["maximum"]:
                    errs.append((path, "NUMBER_TYPE_MAX", f"Must be <= {schema['maximum']}"))
                if schema.get("format") == "int32" and not -(2**31) <= n < 2**31:
                    errs.append((path, "NUMBER_TYPE_MAX", "Out of the int32 range"))
                return errs
        if "string" in types:
            if schema.get("format") == "snowflake" and isinstance(v, int) and not isinstance(v, bool):
                v = str(v)
            if isinstance(v, str):
                if "maxLength" in schema and len(v) > schema["maxLength"]:
                    errs.append((path, "BASE_TYPE_MAX_LENGTH", f"Must be {schema['maxLength']} or fewer in length."))
                if "minLength" in schema and len(v) < schema["minLength"]:
                    errs.append((path, "BASE_TYPE_MIN_LENGTH", f"Must be {schema['minLength']} or more in length."))
                if "pattern" in schema and not re.search(schema["pattern"], v):
                    errs.append((path, "STRING_TYPE_REGEX", f"Does not match {schema['pattern']}"))
                f = schema.get("format")
                if f == "date-time" and not _is_iso(v):
                    errs.append((path, "DATE_TIME_TYPE_PARSE", f"Could not parse {v!r}"))
                if f == "uri" and not re.match(r"^(https?|wss?|attachment|discord)://\S+$", v):
                    errs.append((path, "URL_TYPE_INVALID_SCHEME", f"{v!r} is not a well formed URL"))
                return errs
        return [(path, "BASE_TYPE_BAD_TYPE", f"{type(v).__name__} given where {'/'.join(types)} is expected")]


def _eq(a, b) -> bool:
    if isinstance(a, bool) != isinstance(b, bool):
        return False
    return a == b or (isinstance(b, int) and isinstance(a, str) and a == str(b))


def _is_iso(s: str) -> bool:
    try:
        _dt.datetime.fromisoformat(s.replace("Z", "+00:00"))
        return True
    except ValueError:
        return False


# ------------------------------------------------------------------ documented limits, not in the spec
V2_TYPES = {9, 10, 11, 12, 13, 14, 17}
SELECTS = {3, 5, 6, 7, 8}


def walk(components):
    """Every component, depth first, in document order (accessories and label children included)."""
    for c in components or []:
        if not isinstance(c, dict):
            continue
        yield c
        yield from walk(c.get("components"))
        for key in ("accessory", "component"):
            if isinstance(c.get(key), dict):
                yield from walk([c[key]])


def check_select(c, path):
    out = []
    n = len(c.get("options") or []) if c.get("type") in (3, 21, 22) else 25
    lo = c.get("min_values")
    hi = c.get("max_values")
    lo_, hi_ = (1 if lo is None else lo), ((n if c.get("type") == 22 else 1) if hi is None else hi)
    if lo_ > hi_:
        out.append(([*path, "min_values"], "BASE_TYPE_BAD", "min_values exceeds max_values"))
    if c.get("type") in (3, 21, 22):
        if hi_ > n:
            out.append(([*path, "max_values"], "BASE_TYPE_BAD", "max_values exceeds the number of options"))
        vals = [o.get("value") for o in c.get("options") or [] if isinstance(o, dict)]
        if len(set(vals)) != len(vals):
            out.append(([*path, "options"], "COMPONENT_OPTION_VALUE_DUPLICATED", "Option values must be unique"))
        if sum(1 for o in c.get("options") or [] if isinstance(o, dict) and o.get("default")) > hi_:
            out.append(([*path, "options"], "BASE_TYPE_BAD", "More default options than max_values"))
        for i, o in enumerate(c.get("options") or []):
            for k in ("label", "value"):
                if not str((o or {}).get(k) or "").strip():
                    out.append(([*path, "options", i, k], "BASE_TYPE_REQUIRED", "This field is required"))
    if lo == 0 and c.get("required") is True:
        out.append(([*path, "required"], "BASE_TYPE_BAD", "min_values 0 needs required to be false"))
    return out


def check_components(comps, v2: bool, files: set | None = None):
    out, seen_ids, seen_custom = [], set(), set()
    if not comps:
        return out
    total = 0
    text = 0

    def rec(c, path):
        nonlocal total, text
        if not isinstance(c, dict):
            return
        t = c.get("type")
        total += 1
        if not v2 and t in V2_TYPES:
            out.append((path, "UNION_TYPE_CHOICES", f"component type {t} needs the IS_COMPONENTS_V2 flag"))
        cid = c.get("id")
        if cid:
            if cid in seen_ids:
                out.append(([*path, "id"], "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated"))
            seen_ids.add(cid)
        cu = c.get("custom_id")
        if cu is not None:
            if cu in seen_custom:
                out.append(
                    ([*path, "custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
                )
            seen_custom.add(cu)
        if t == 1:
            kids = c.get("components") or []
            sel = [k for k in kids if isinstance(k, dict) and k.get("type") in SELECTS]
            if sel and len(kids) > 1:
                out.append(
                    ([*path, "components"], "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select must be alone in its row")
                )
        if t == 2:
            style = c.get("style")
            if style in (1, 2, 3, 4):
                if not cu:
                    out.append(([*path, "custom_id"], "BASE_TYPE_REQUIRED", "A custom id is required"))
                if c.get("url"):
                    out.append(([*path, "url"], "COMPONENT_URL_NOT_ALLOWED", "url and custom_id exclude each other"))
            if style == 5:
                if not c.get("url"):
                    out.append(([*path, "url"], "BASE_TYPE_REQUIRED", "A url is required"))
                elif not re.match(r"^(https?|discord)://", str(c["url"])):
                    out.append(([*path, "url"], "URL_TYPE_INVALID_SCHEME", "Scheme must be http, https or discord"))
                if cu:
                    out.append(([*path, "custom_id"], "BASE_TYPE_BAD", "A link button has no custom id"))
            if style == 6:
                if not c.get("sku_id"):
                    out.append(([*path, "sku_id"], "BASE_TYPE_REQUIRED", "A sku id is required"))
            elif not (c.get("label") or "").strip() and not c.get("emoji"):
                out.append(([*path, "label"], "BUTTON_COMPONENT_INVALID", "A button must have a label or emoji"))
        if t in SELECTS:
            out.extend(check_select(c, path))
        if t == 10:
            text += len(c.get("content") or "")
            if not (c.get("content") or "").strip():
                out.append(([*path, "content"], "BASE_TYPE_REQUIRED", "This field is required"))
        if t == 9:
            kids = c.get("components") or []
            if not 1 <= len(kids) <= 3:
                out.append(([*path, "components"], "BASE_TYPE_BAD_LENGTH", "A section holds 1 to 3 texts"))
        if t == 12 and not 1 <= len(c.get("items") or []) <= 10:
            out.append(([*path, "items"], "BASE_TYPE_BAD_LENGTH", "A gallery holds 1 to 10 items"))
        if files is not None:
            for url in _media_urls(c):
                if url.startswith("attachment://") and url[13:] not in files:
                    out.append((path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", f"{url} is not uploaded"))
        for i, k in enumerate(c.get("components") or []):
            rec(k, [*path, "components", i])
        if isinstance(c.get("accessory"), dict):
            rec(c["accessory"], [*path, "accessory"])

    for i, c in enumerate(comps):
        rec(c, ["components", i])
    if v2:
        if total > 40:
            out.append((["components"], "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"{total} components, 40 allowed"))
        if text > 4000:
            out.append(
                (["components"], "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", f"{text} characters of text, 4000 allowed")
            )
    elif len(comps) > 5:
        out.append((["components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."))
    return out


def _media_urls(c):
    if c.get("type") == 11:
        yield str((c.get("media") or {}).get("url", ""))
    if c.get("type") == 13:
        yield str((c.get("file") or {}).get("url", ""))
    if c.get("type") == 12:
        for it in c.get("items") or []:
            yield str(((it or {}).get("media") or {}).get("url", ""))


def check_embeds(embeds, files: set | None = None):
    out, total = [], 0
    for i, e in enumerate(embeds or []):
        if not isinstance(e, dict):
            continue
        p = ["embeds", i]

        def part(val, limit, where):
            nonlocal total
            s = str(val or "").strip()
            total += len(s)
            if len(s) > limit:
                out.append((where, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length."))

        part(e.get("title"), 256, [*p, "title"])
        part(e.get("description"), 4096, [*p, "description"])
        part((e.get("footer") or {}).get("text"), 2048, [*p, "footer", "text"])
        part((e.get("author") or {}).get("name"), 256, [*p, "author", "name"])
        for j, f in enumerate(e.get("fields") or []):
            part((f or {}).get("name"), 256, [*p, "fields", j, "name"])
            part((f or {}).get("value"), 1024, [*p, "fields", j, "value"])
            for k in ("name", "value"):
                if not str((f or {}).get(k) or "").strip():
                    out.append(([*p, "fields", j, k], "BASE_TYPE_REQUIRED", "This field is required"))
        visible = any(
            e.get(k)
            for k in ("title", "description", "fields", "image", "thumbnail", "footer", "author", "video", "url")
        )
        if not visible:
            out.append(([*p, "description"], "BASE_TYPE_REQUIRED", "This field is required (an embed cannot be empty)"))
        if files is not None:
            for k in ("image", "thumbnail"):
                u = str((e.get(k) or {}).get("url", ""))
                if u.startswith("attachment://") and u[13:] not in files:
                    out.append(([*p, k, "url"], "ATTACHMENT_NOT_FOUND", f"{u} is not uploaded"))
    if total > 6000:
        out.append((["embeds"], "MAX_EMBED_SIZE_EXCEEDED", f"Embeds hold {total} characters, 6000 allowed"))
    return out


def check_allowed_mentions(am):
    out = []
    if isinstance(am, dict):
        parse = am.get("parse") or []
        for kind in ("users", "roles"):
            if kind in parse and am.get(kind):
                out.append(
                    (
                        ["allowed_mentions", kind],
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
                    )
                )
    return out


def check_message(
    body: dict,
    files: list,
    *,
    edit=False,
    was_v2=False,
    deferred=False,
    kept_attachments=(),
    max_file=10 * 2**20,
    allowed_flags=SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2 | (1 << 13),
):
    """Returns (problems, code). code: Discord's JSON error code to answer with."""
    out = []
    flags = int(body.get("flags") or 0)
    v2 = bool(flags & COMPONENTS_V2) or was_v2
    content = body.get("content")
    names = {f["filename"] for f in files} | set(kept_attachments)
    if isinstance(content, str) and len(content) > 2000:
        out.append((["content"], "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."))
    if flags & ~allowed_flags and not edit:
        out.append((["flags"], "INVALID_MESSAGE_FLAGS", f"flags {flags} holds bits that cannot be set here"))
    out += check_embeds(body.get("embeds"), names)
    out += check_allowed_mentions(body.get("allowed_mentions"))
    out += check_components(body.get("components"), v2, names)
    if v2:
        for k in ("content", "embeds", "poll", "sticker_ids"):
            if body.get(k):
                out.append(
                    (
                        [k],
                        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        f"'{k}' cannot be used with IS_COMPONENTS_V2",
                    )
                )
    ids = [str(a.get("id")) for a in body.get("attachments") or [] if isinstance(a, dict)]
    if len(set(ids)) != len(ids):
        out.append((["attachments"], "BASE_TYPE_BAD", "attachment ids must be unique"))
    for f in files:
        if f["size"] > max_file:
            return [(["files"], "REQUEST_TOO_LARGE", f"{f['filename']} has {f['size']} bytes")], 40005
    if sum(f["size"] for f in files) > 25 * 2**20:
        return [(["files"], "REQUEST_TOO_LARGE", "request over 25 MiB")], 40005
    if out:
        return out, 50035
    if not edit and not deferred:

        def has(k):
            v = body.get(k)
            return bool(v.strip()) if isinstance(v, str) else bool(v)

        ref_forward = (body.get("message_reference") or {}).get("type") == 1
        if (
            not any(has(k) for k in ("content", "embeds", "sticker_ids", "components", "poll", "shared_client_theme"))
            and not files
            and not ref_forward
        ):
            return [([], "EMPTY", "Cannot send an empty message")], 50006
    return out, 50035


def check_modal(data: dict):
    out, seen = [], set()
    tops = data.get("components") or []
    if len(tops) > 5:
        out.append((["data", "components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."))
    for i, top in enumerate(tops):
        if not isinstance(top, dict):
            continue
        kids = (
            top.get("components") if top.get("type") == 1 else [top.get("component")] if top.get("type") == 18 else []
        )
        if top.get("type") == 1 and len(kids or []) != 1:
            out.append((["data", "components", i], "BASE_TYPE_BAD_LENGTH", "One text input a row"))
        for k in kids or []:
            if not isinstance(k, dict):
                continue
            p = ["data", "components", i, "component"]
            cu = k.get("custom_id")
            if cu in seen:
                out.append(
                    ([*p, "custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
                )
            seen.add(cu)
            if k.get("type") == 4:
                lo, hi = k.get("min_length"), k.get("max_length")
                if lo is not None and hi is not None and lo > hi:
                    out.append(([*p, "min_length"], "BASE_TYPE_BAD", "min_length exceeds max_length"))
                val = k.get("value")
                if val:
                    if hi is not None and len(val) > hi:
                        out.append(
                            ([*p, "value"], "BASE_TYPE_MAX_LENGTH", f"prefilled value longer than max_length {hi}")
                        )
                    if lo is not None and len(val) < lo:
                        out.append(
                            ([*p, "value"], "BASE_TYPE_MIN_LENGTH", f"prefilled value shorter than min_length {lo}")
                        )
                if top.get("type") == 1 and not k.get("label"):
                    out.append(([*p, "label"], "BASE_TYPE_REQUIRED", "A text input in a row needs a label"))
                if top.get("type") == 18 and k.get("label"):
                    out.append(([*p, "label"], "BASE_TYPE_BAD", "label belongs to the Label component here"))
            if k.get("type") in SELECTS | {22}:
                out += check_select(k, p)
            if k.get("type") == 21 and not 2 <= len(k.get("options") or []) <= 10:
                out.append(([*p, "options"], "BASE_TYPE_BAD_LENGTH", "2 to 10 options"))
            if k.get("type") == 22 and not 1 <= len(k.get("options") or []) <= 10:
                out.append(([*p, "options"], "BASE_TYPE_BAD_LENGTH", "1 to 10 options"))
    return out


def _name_ok(name: str) -> bool:
    if not 1 <= len(name) <= 32 or name != name.lower():
        return False
    for ch in name:
        if ch in "-_'":
            continue
        cat = unicodedata.category(ch)
        if cat[0] in "LN":
            continue
        u = unicodedata.name(ch, "")
        if u.startswith(("DEVANAGARI", "THAI")):
            continue
        return False
    return True


LOCALES = {
    "id",
    "da",
    "de",
    "en-GB",
    "en-US",
    "es-ES",
    "es-419",
    "fr",
    "hr",
    "it",
    "lt",
    "hu",
    "nl",
    "no",
    "pl",
    "pt-BR",
    "ro",
    "fi",
    "sv-SE",
    "vi",
    "tr",
    "cs",
    "el",
    "bg",
    "ru",
    "uk",
    "hi",
    "th",
    "zh-CN",
    "ja",
    "zh-TW",
    "ko",
    "he",
    "ar",
}


def check_command(c: dict, path: list):
    out = []
    ctype = c.get("type") or 1
    if ctype == 1:
        if not _name_ok(c.get("name") or ""):
            out.append(
                ([*path, "name"], "APPLICATION_COMMAND_INVALID_NAME", f"Command name is invalid: {c.get('name')!r}")
            )
        if not 1 <= len(c.get("description") or "") <= 100:
            out.append(([*path, "description"], "BASE_TYPE_REQUIRED", "1 to 100 characters needed"))
    elif c.get("description"):
        out.append(
            (
                [*path, "description"],
                "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
                "Context menu commands have no description",
            )
        )
    if ctype != 1 and c.get("options"):
        out.append(([*path, "options"], "BASE_TYPE_BAD", "Context menu commands have no options"))
    size = 0

    def longest(o, key):
        vals = [o.get(key) or "", *list((o.get(key + "_localizations") or {}).values())]
        return max(len(str(v)) for v in vals)

    def rec(o, p, depth):
        nonlocal size
        size += longest(o, "name") + longest(o, "description")
        for key in ("name_localizations", "description_localizations"):
            for loc in o.get(key) or {}:
                if loc not in LOCALES:
                    out.append(([*p, key, loc], "ENUM_TYPE_COERCE", f"{loc!r} is not a Discord locale"))
        for loc, n in (o.get("name_localizations") or {}).items():
            if ctype == 1 and not _name_ok(n):
                out.append(([*p, "name_localizations", loc], "APPLICATION_COMMAND_INVALID_NAME", f"invalid name {n!r}"))
        opts = o.get("options") or []
        names, optional_seen = set(), False
        kinds = {x.get("type") for x in opts if isinstance(x, dict)}
        if kinds & {1, 2} and kinds - {1, 2}:
            out.append(
                (
                    [*p, "options"],
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-commands and plain options cannot be mixed",
                )
            )
        for i, x in enumerate(opts):
            q = [*p, "options", i]
            if not isinstance(x, dict):
                continue
            if not _name_ok(x.get("name") or ""):
                out.append(([*q, "name"], "APPLICATION_COMMAND_INVALID_NAME", f"invalid name {x.get('name')!r}"))
            if not 1 <= len(x.get("description") or "") <= 100:
                out.append(([*q, "description"], "BASE_TYPE_REQUIRED", "1 to 100 characters needed"))
            if x.get("name") in names:
                out.append(([*q, "name"], "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique"))
            names.add(x.get("name"))
            if (x.get("type") == 2 and depth > 0) or (x.get("type") == 1 and depth > 1):
                out.append(([*q, "type"], "BASE_TYPE_BAD", "Groups nest only one level"))
            if x.get("type") not in (1, 2):
                if x.get("required"):
                    if optional_seen:
                        out.append(
                            (
                                q,
                                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                                "Required options must be placed before non-required options",
                            )
                        )
                else:
                    optional_seen = True
                if x.get("autocomplete") and x.get("choices"):
                    out.append(([*q, "choices"], "BASE_TYPE_BAD", "autocomplete and choices exclude each other"))
                for j, ch in enumerate(x.get("choices") or []):
                    size += longest(ch, "name") + len(str(ch.get("value", "")))
                    if not 1 <= len(str(ch.get("name") or "")) <= 100:
                        out.append(([*q, "choices", j, "name"], "BASE_TYPE_BAD_LENGTH", "1 to 100 characters"))
                    if x.get("type") == 3 and len(str(ch.get("value"))) > 100:
                        out.append(([*q, "choices", j, "value"], "BASE_TYPE_BAD_LENGTH", "at most 100 characters"))
                cn = [ch.get("name") for ch in x.get("choices") or []]
                if len(set(cn)) != len(cn):
                    out.append(
                        (
                            [*q, "choices"],
                            "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE",
                            "Choice names must be unique",
                        )
                    )
            rec(x, q, depth + 1)

    rec(c, path, 0)
    if size > 8000:
        out.append((path, "APPLICATION_COMMAND_TOO_LARGE", f"Command holds {size} characters, 8000 allowed"))
    return out


def check_commands(cmds: list):
    out, seen, per = [], set(), {}
    for i, c in enumerate(cmds):
        if not isinstance(c, dict):
            continue
        out += check_command(c, [i])
        t = c.get("type") or 1
        key = (t, c.get("name"))
        if key in seen:
            out.append(([i, "name"], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"))
        seen.add(key)
        per[t] = per.get(t, 0) + 1
    for t, lim in ((1, 100), (2, 15), (3, 15), (4, 1)):
        if per.get(t, 0) > lim:
            out.append(([], "MAX_APPLICATION_COMMANDS", f"{per[t]} commands of type {t}, {lim} allowed"))
    return out


def nest_errors(problems):
    """Discord's nested error object out of the flat list."""
    root: dict = {}
    for path, code, msg in problems:
        node = root
        for p in path:
            node = node.setdefault(str(p), {})
        node.setdefault("_errors", []).append({"code": code, "message": msg})
    return root
