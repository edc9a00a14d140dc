"""What Discord dispatches as events of the core. Pure: a payload in, an event out, or None where it is none of ours.

Only what a person does in the conversation with us becomes an event. What somebody writes in a server is never read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Any, TypeAlias

from bot.discord import permissions
from bot.discord.ids import Act, Pressed, pressed
from core.events import Click, Deleted, Edited, Medium, Person, Rewritten, Text, Wordless
from core.records import record

Received: TypeAlias = Mapping[str, Any]

TENANT = "discord"
"""Of every person. A server is a community: `tenant_of`."""
_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_WRITTEN = {0, 19}
"""A message and a reply to one; everything else (a pin, a call) is a notice of Discord's own."""
_VOICE = 1 << 13
_EPHEMERAL = 1 << 6


class Kind(IntEnum):
    """What an interaction is."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    FORM = 5


@record
class Interaction:
    """Something that Discord wants an answer to within three seconds."""

    id: str
    token: str
    kind: Kind
    person: Person
    data: Received
    message: Received | None
    """The message whose button it was."""
    channel: str
    is_private: bool
    """Whether it comes from the conversation with us, where nobody else reads."""
    server: str = ""
    """The server it comes from."""
    name: str = ""
    """What they are called there."""
    may: int = 0
    """Their permissions there, as Discord vouches for them at this moment; none where it says nothing."""
    we_may: int = 0
    """Ours in that channel."""

    @property
    def may_manage(self) -> bool:
        """Whether Discord lets them manage the server now."""
        return bool(self.server) and permissions.has(self.may, permissions.MANAGE_SERVER)

    @property
    def is_seen_by_them_alone(self) -> bool:
        """Whether nobody else sees the message whose button it was."""
        return bool(int((self.message or {}).get("flags") or 0) & _EPHEMERAL)

    @property
    def pressed(self) -> Pressed | None:
        """What was pressed or sent; None for a command, or for something that is not ours."""
        return pressed(str(self.data.get("custom_id", "")))

    @property
    def options(self) -> dict[str, str]:
        """What was filled in beside a command, by name."""
        return {one["name"]: str(one["value"]) for one in self.data.get("options", ()) if "value" in one}

    @property
    def filled(self) -> dict[str, str]:
        """What was filled into a form, by the id of the field."""
        return {name: "\n".join(values) for name, values in self.entered.items()}

    @property
    def entered(self) -> dict[str, tuple[str, ...]]:
        """The same, with every one of several that were chosen; nothing where nothing was."""
        tops = self.data.get("components", ())
        fields: list[Received] = [top.get("component") or (top.get("components") or ({},))[0] for top in tops]
        return {one["custom_id"]: _values(one) for one in fields if "custom_id" in one}


def _values(field: Received) -> tuple[str, ...]:
    chosen = field.get("values")
    found = [field.get("value")] if chosen is None else chosen
    return tuple(str(one) for one in found if one)


def person(user: Received) -> Person:
    """Whom a payload's user is to the coach; an id is theirs on all of Discord."""
    return Person(TENANT, str(user["id"]))


def tenant_of(server: str) -> str:
    """The tenant of the community that a server is."""
    return f"{TENANT}:{server}"


def instant(snowflake: str) -> datetime:
    """When something with that id came to be."""
    return _EPOCH + timedelta(milliseconds=int(snowflake) >> 22)


def snowflake(at: datetime) -> str:
    """The lowest id of anything that came to be then."""
    return str(max(0, int((at - _EPOCH) / timedelta(milliseconds=1))) << 22)


def is_said(message: Received) -> bool:
    """Whether a message is one that a person wrote to us alone."""
    author = message.get("author") or {}
    is_ours = message.get("guild_id") is None and not message.get("webhook_id")
    return is_ours and not author.get("bot") and "id" in author and message.get("type", 0) in _WRITTEN


def said(message: Received, at: datetime) -> Text | None:
    """The words of a message to us; None if it has none."""
    text = str(message.get("content") or "")
    if not (is_said(message) and text.strip()):
        return None
    return Text(id=str(message["id"]), person=person(message["author"]), at=at, text=text)


def changed(message: Received, at: datetime, written: datetime) -> Edited | Deleted | None:
    """What the person has made of a message of theirs, which they had written then; None where it was not they who did."""
    if not (is_said(message) and message.get("edited_timestamp")):  # Discord unfolds addresses, and says so
        return None
    original, text = str(message["id"]), str(message.get("content") or "")
    who = person(message["author"])
    id = f"{original}:{message['edited_timestamp']}"
    if not text.strip():
        return Deleted(id=id, person=who, at=at, original=original, written=written)
    return Edited(id=id, person=who, at=at, original=original, text=text, written=written)


def changed_at(message: Received, now: datetime) -> datetime:
    """When a message was changed; `now` where it does not say."""
    try:
        return datetime.fromisoformat(str(message.get("edited_timestamp")))
    except ValueError:
        return now


def deleted(message: Received, person: Person, at: datetime, written: datetime) -> Deleted:
    """That a message in somebody's conversation with us is gone; it may have been one of ours."""
    original = str(message["id"])
    return Deleted(id=f"{original}:deleted", person=person, at=at, original=original, written=written)


def rewritten(asked: Interaction, at: datetime) -> Rewritten | None:
    """Their own text in place of a draft."""
    match asked.pressed, asked.filled:
        case Pressed(Act.REWRITE, (run, name)), {"text": text} if text.strip():
            return Rewritten(id=asked.id, person=asked.person, at=at, run=run, name=name, text=text)
        case _:
            return None


def wordless(message: Received, at: datetime) -> Wordless | None:
    """What the person sent in place of words; None where there is nothing else in it either."""
    medium = _medium(message)
    if not is_said(message) or medium is None:
        return None
    return Wordless(id=f"{message['id']}:wordless", person=person(message["author"]), at=at, medium=medium)


def _medium(message: Received) -> Medium | None:
    attached = message.get("attachments") or []
    if int(message.get("flags") or 0) & _VOICE:
        return Medium.VOICE
    if attached:
        is_picture = all(str(one.get("content_type") or "").startswith(("image/", "video/")) for one in attached)
        return Medium.PICTURE if is_picture else Medium.FILE
    if message.get("sticker_items"):
        return Medium.STICKER
    return None if str(message.get("content") or "").strip() else Medium.OTHER


def interaction(payload: Received) -> Interaction | None:
    """An interaction of a person's; None for a kind that is not for us."""
    member = payload.get("member") or {}
    user = payload.get("user") or member.get("user")
    if user is None or payload.get("type") not in set(Kind):
        return None
    return Interaction(
        id=str(payload["id"]),
        token=str(payload["token"]),
        kind=Kind(payload["type"]),
        person=person(user),
        data=payload.get("data") or {},
        message=payload.get("message"),
        channel=str(payload.get("channel_id") or ""),
        is_private=payload.get("guild_id") is None and payload.get("context", 1) == 1,
        server=str(payload.get("guild_id") or ""),
        name=str(member.get("nick") or user.get("global_name") or user.get("username") or ""),
        may=permissions.read(member.get("permissions")),
        we_may=permissions.read(payload.get("app_permissions")),
    )


def chosen(asked: Interaction, at: datetime) -> Click | None:
    """The option that was chosen, by a button or in a menu."""
    match asked.pressed:
        case Pressed(Act.CHOOSE, (run, question, *rest)):
            values = asked.data.get("values")
            if not values and not rest:
                return None
            option = str(values[0]) if values else rest[0]
            return Click(id=asked.id, person=asked.person, at=at, run=run, question=question, option=option)
        case _:
            return None


def label(asked: Interaction) -> str:
    """What the button or the chosen option says, as it was shown."""
    pressed_id, values = asked.data.get("custom_id"), asked.data.get("values") or []
    for one in _shown(asked):
        if one.get("custom_id") == pressed_id:
            found = [option["label"] for option in one.get("options") or () if option["value"] in values]
            return str(found[0] if found else one.get("label") or "")
    return ""


def label_of(asked: Interaction, act: Act) -> str:
    """What the button says that does this; "" where the message has none."""
    labels = (
        str(one.get("label") or "")
        for one in _shown(asked)
        if (found := pressed(str(one.get("custom_id") or ""))) is not None and found.act is act
    )
    return next(labels, "")


def _shown(asked: Interaction) -> Iterator[Received]:
    for top in (asked.message or {}).get("components") or ():
        yield from top.get("components") or ()
