"""What staff press and send, and who presses the button below a post; pure.

As in `incoming`, whatever is missing or of another kind in a payload makes it nothing. Nothing that a payload says of
somebody's rights is believed: whether they may is asked of Slack, each time. All that a button means stands in the button,
and all that a form is about in its window, so both work after a restart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from bot.slack.incoming import COMMAND, Payload, instant, tenant_of
from core.communities.desk import LINK, PAGE
from core.events import Arrival, Person
from core.messages import BEGIN
from core.records import record

DESK = "desk"
"""The buttons of a page and of the Home tab, in front of their number; and the windows of the desk."""
FORM_SENT = "desk-form"
POST = "post"
"""The row of buttons below a post in a channel."""
FIELD = "field:"
"""In front of a field's name, the id of its block."""
TAKEN = "taken"
"""The one input of a block."""
HOME = f"{PAGE}:home"
_CALLED = re.compile(r"\s*admin(?:\s+([a-z-]{1,30}))?\s*", re.IGNORECASE)


@record
class Opens:
    """Somebody wants to see something of the desk, or have it done."""

    person: Person
    trigger: str
    """Opens a window, within three seconds."""
    option: str
    """Of the button: "page:…", "form:…" or "do:…"."""
    id: str
    view: str = ""
    """The window in which it was pressed."""


@record
class Sent:
    """A form of the desk was sent."""

    person: Person
    form: str
    values: Mapping[str, tuple[str, ...]]
    """By field, without those left empty."""
    id: str
    view: Any
    """The window, as Slack gave it."""

    @property
    def page(self) -> str:
        """The window of the page below; nothing where the form was opened from a post."""
        return str(self.view.get("previous_view_id") or "")


@record
class Begins:
    """Somebody has pressed the button of a post that leads to the coach."""

    event: Arrival
    team: str
    app: str
    response_url: str


@record
class Strays:
    """Somebody of another company has pressed it, in a channel that both share."""

    response_url: str


DeskMove: TypeAlias = Opens | Sent | Begins | Strays


def move(body: Payload) -> DeskMove | None:
    """What a payload says to the desk; None where it is for others."""
    try:
        match body.get("type"):
            case "block_actions":
                return _pressed(body, body["actions"][0])
            case "view_submission" if body["view"]["callback_id"] == FORM_SENT:
                return _sent(body, body["view"])
            case None if body.get("command") == COMMAND:
                return _called(body)
            case _:
                return None
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, OverflowError):
        return None


def _pressed(body: Payload, action: Payload) -> DeskMove | None:
    row, option = str(action["block_id"]), str(action.get("value"))
    if row.partition(":")[0] not in (DESK, POST) or option == LINK:  # Slack has opened it
        return None
    person = Person(tenant_of(body), str(body["user"]["id"]))
    id = f"{person.id}:{action['action_ts']}:{action['block_id']}:{action['action_id']}"
    if row == POST and option == BEGIN:
        if _is_guest_from_elsewhere(body):
            return Strays(str(body["response_url"]))
        event = Arrival(id=id, person=person, at=instant(str(action["action_ts"])))
        team = body.get("team") or {}
        return Begins(event, str(team.get("id") or ""), str(body["api_app_id"]), str(body["response_url"]))
    view = body.get("view") or {}
    window = str(view["id"]) if view.get("type") == "modal" else ""
    return Opens(person, str(body["trigger_id"]), option, id, window)


def _is_guest_from_elsewhere(body: Payload) -> bool:
    """Whether somebody of another company has pressed it, in a channel that both share: the coach cannot write to them."""
    own, theirs = (body.get("team") or {}).get("id"), body["user"].get("team_id")
    return not body.get("enterprise") and bool(own and theirs) and own != theirs


def _sent(body: Payload, view: Payload) -> Sent:
    person = Person(tenant_of(body), str(body["user"]["id"]))
    form = json.loads(view["private_metadata"])["form"]
    taken = {name: _taken(block[TAKEN]) for name, block in view["state"]["values"].items()}
    values = {name.removeprefix(FIELD): given for name, given in taken.items() if given}
    return Sent(person, str(form), values, f"{view['id']}:{view['hash']}", view)


def _taken(given: Payload) -> tuple[str, ...]:
    """What stands in an input, whatever its kind."""
    if chosen := given.get("selected_options"):
        return tuple(str(one["value"]) for one in chosen)
    if option := given.get("selected_option"):
        return (str(option["value"]),)
    text = given.get("value") or given.get("selected_conversation")
    return (str(text),) if text else ()


def _called(body: Payload) -> Opens | None:
    found = _CALLED.fullmatch(str(body.get("text") or ""))
    if found is None:
        return None
    person, trigger = Person(tenant_of(body), str(body["user_id"])), str(body["trigger_id"])
    return Opens(person, trigger, f"{PAGE}:{(found[1] or 'home').lower()}", trigger)
