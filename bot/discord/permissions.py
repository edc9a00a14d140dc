"""What somebody may do on a server and in a channel, worked out from roles and what a channel says otherwise. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

ADMINISTRATOR = 1 << 3
MANAGE_SERVER = 1 << 5
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
READ_MESSAGE_HISTORY = 1 << 16
CREATE_EVENTS = 1 << 44
PIN_MESSAGES = 1 << 51
NAMES: Mapping[int, str] = {
    VIEW_CHANNEL: "View Channel",
    SEND_MESSAGES: "Send Messages",
    READ_MESSAGE_HISTORY: "Read Message History",
    PIN_MESSAGES: "Pin Messages",
    CREATE_EVENTS: "Create Events",
}
"""What Discord calls those that a community's posts need."""
FOR_COMMUNITIES = sum(NAMES)
EVERYTHING = -1
_OF_A_ROLE, _OF_A_MEMBER = 0, 1


def read(told: object) -> int:
    """A bit field as Discord sends it, a number in a text; nothing is allowed where it is none."""
    text = str(told or "")
    return int(text) if text.isascii() and text.isdigit() else 0


def has(may: int, wanted: int) -> bool:
    """Whether that may be done; an administrator may do everything."""
    return bool(may & ADMINISTRATOR) or may & wanted == wanted


def lacking(may: int, wanted: Iterable[int] = NAMES) -> tuple[str, ...]:
    """What may not be done of that, in Discord's words."""
    return tuple(NAMES[one] for one in wanted if not has(may, one))


def on_server(roles: Iterable[Mapping[str, Any]], server: str, of: Collection[str]) -> int:
    """What somebody with the roles `of` may do on a server that has these `roles`."""
    may = 0
    for role in roles:
        if role["id"] == server or role["id"] in of:  # the role everybody has is called as the server is
            may |= read(role["permissions"])
    return EVERYTHING if may & ADMINISTRATOR else may


def in_channel(
    may: int, overwrites: Iterable[Mapping[str, Any]], server: str, of: Collection[str], who: str = ""
) -> int:
    """What they may do in a channel, of what they `may` on its server: first what holds for all, then for roles, then for them."""
    if may & ADMINISTRATOR:
        return EVERYTHING
    told = [(int(one["type"]), str(one["id"]), read(one["deny"]), read(one["allow"])) for one in overwrites]
    for those in (
        [one for one in told if one[1] == server],
        [one for one in told if one[0] == _OF_A_ROLE and one[1] != server and one[1] in of],
        [one for one in told if one[0] == _OF_A_MEMBER and one[1] == who],
    ):
        for _, _, deny, _ in those:
            may &= ~deny
        for _, _, _, allow in those:
            may |= allow
    return may
