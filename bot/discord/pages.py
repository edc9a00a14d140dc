"""Pages and forms of the desk as Discord takes them. Pure, and no word is changed.

A page is a message that one person alone sees, made of components, because those hold twice as much as a text; a form is a
window. What staff or members have written is shown as it stands: nothing in it formats or calls anybody, and only plain
addresses can be tapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.discord.ids import Act, custom_id
from bot.discord.outgoing import (
    EPHEMERAL,
    LABEL,
    LONGEST_FIELD,
    LONGEST_OPTION,
    LONGEST_TITLE,
    MENU,
    NO_EMBEDS,
    NO_LABEL,
    ROW,
    TEXT,
    Payload,
    button,
    leads_to,
)
from bot.discord.text import addresses_in, cut, escaped, pieces
from core.communities.desk import DO, FORM, LINK, MOST_BUTTONS, PAGE, Field, File, Form, Kind, Page
from core.messages import Choice
from core.records import record

COMPONENTS = 1 << 15
"""The flag of a message that is made of components alone."""
LONGEST_PAGE = 3900
"""In letters, of one message of components."""
MOST_OPTIONS = 25
LONGEST_HINT = 100
CHANNEL_MENU = 8
WORDS, GALLERY, FILE = 10, 12, 13
WRITABLE = (0, 5, 15)
"""Channels that posts may go to: of text, of announcements, forums."""
_IN_A_ROW = 5
_ACTS = {PAGE: Act.PAGE, FORM: Act.FORM, DO: Act.DO}


@record
class Shown:
    """A message to show, its files, and what of its words is told in messages of their own below it."""

    payload: Payload
    files: tuple[File, ...] = ()
    below: tuple[Payload, ...] = ()


def page(page: Page, more: Sequence[str] = ()) -> Shown:
    """A page; `more` are lines of ours below it."""
    text = "\n\n".join([f"## {escaped(page.title)}", *map(plain, (*page.lines, *more))])
    return _shown(text, buttons(page.buttons), page.files)


def problems(title: str, told: Iterable[str], *below: Payload | None) -> Shown:
    """What is wrong, and the buttons `below`."""
    text = "\n\n".join([f"## {escaped(title)}", *map(plain, told)])
    return _shown(text, [one for one in below if one is not None])


def _shown(text: str, below: Sequence[Payload], files: tuple[File, ...] = ()) -> Shown:
    first, *rest = pieces(text, LONGEST_PAGE)
    rows = [{"type": ROW, "components": list(below[at : at + _IN_A_ROW])} for at in range(0, len(below), _IN_A_ROW)]
    made = [words(first), *map(_file, files), *rows]
    return Shown(components(made) | {"attachments": []}, files, tuple(components([words(one)]) for one in rest))


def components(made: list[Payload], flags: int = EPHEMERAL) -> Payload:
    """A message of components; nobody is mentioned in it."""
    return {"components": made, "flags": flags | NO_EMBEDS | COMPONENTS, "allowed_mentions": {"parse": []}}


def words(text: str) -> Payload:
    """A text in such a message."""
    return {"type": WORDS, "content": text if text.strip() else NO_LABEL}


def plain(text: str) -> str:
    """What somebody wrote, as it stands; addresses in it can be tapped, for they lead where they say."""
    return escaped(text, addresses_in(text))


def buttons(choices: Iterable[Choice], key: str = "") -> list[Payload]:
    """Buttons of a page or a post; `key` is that of the post."""
    made = []
    for choice in choices:
        kind, _, name = choice.option.partition(":")
        if kind == LINK:
            made.append(leads_to(choice.label, name))
            continue
        about = (_ACTS[kind], name) if kind in _ACTS else (Act.BEGIN, key)
        made.append(button(choice.label, *about))
    return [one for one in made if one is not None][:MOST_BUTTONS]


def _file(file: File) -> Payload:
    at = {"url": f"attachment://{file.name}"}
    if not file.media_type.startswith("image/"):
        return {"type": FILE, "file": at}
    return {"type": GALLERY, "items": [{"media": at, **({"description": file.alt[:1024]} if file.alt else {})}]}


def form(form: Form, is_there: frozenset[str] | None = None) -> Payload | None:
    """A form as a window; None where there is nothing to fill in. `is_there` are the channels that exist."""
    made = custom_id(Act.SEND, form.name)
    fields = [_labelled(one, shown) for one in form.fields if (shown := _field(one, is_there)) is not None]
    if made is None or not fields:
        return None
    return {"custom_id": made, "title": cut(form.title, LONGEST_TITLE), "components": fields}


def _labelled(field: Field, shown: Payload) -> Payload:
    hint = {"description": cut(field.hint, LONGEST_HINT)} if field.hint else {}
    return {"type": LABEL, "label": cut(field.label, LONGEST_TITLE) or NO_LABEL, **hint, "component": shown}


def _field(field: Field, is_there: frozenset[str] | None) -> Payload | None:
    made: Payload = {"custom_id": field.name, "required": field.is_required}
    match field.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            most = min(field.most, LONGEST_FIELD)
            value = "\n".join(field.value)[:most]
            style = 2 if field.kind is Kind.LONG_TEXT else 1
            return made | {"type": TEXT, "style": style, "max_length": most, **({"value": value} if value else {})}
        case Kind.CHANNEL:
            stands = [one for one in field.value if is_there is None or one in is_there]
            default = {"default_values": [{"id": one, "type": "channel"} for one in stands[:1]]} if stands else {}
            return made | {"type": CHANNEL_MENU, "channel_types": list(WRITABLE), "max_values": 1, **default}
        case Kind.ONE | Kind.SEVERAL:
            return _menu(field, made)


def _menu(field: Field, made: Payload) -> Payload | None:
    offered = field.options[:MOST_OPTIONS]
    most = len(offered) if field.kind is Kind.SEVERAL else 1
    options = [
        {
            "label": cut(one.label.strip(), LONGEST_OPTION) or NO_LABEL,
            "value": one.option,
            "default": one.option in field.value,
        }
        for one in offered
    ]
    least = {"min_values": 1 if field.is_required else 0}
    return made | {"type": MENU, "options": options, "max_values": most, **least} if options else None


def merged(fresh: Form, before: Form | None, typed: Mapping[str, tuple[str, ...]], wrong: frozenset[str]) -> Form:
    """A form as it is opened again: with what they typed, but where others have changed something since `before`.

    Where both have, what they typed stays if they were told of it (`wrong`), else what the others set.
    """
    stood = {one.name: one.value for one in (before or fresh).fields}
    if before is None:
        typed = {name: value for name, value in typed.items() if name in wrong}

    def value(field: Field) -> tuple[str, ...]:
        theirs = typed.get(field.name, () if before is not None else field.value)
        is_changed = field.value != stood.get(field.name, field.value)
        if theirs == stood.get(field.name) or (is_changed and field.name not in wrong):
            return field.value
        return theirs

    return replace(fresh, fields=tuple(replace(one, value=value(one)) for one in fresh.fields))
