"""What Slack tells us, as events of the core or as what is to be shown; pure.

Slack's payloads come from outside: whatever is missing or of another kind in one makes it nothing, never an error. The
rules a newcomer could break: a message's event has the id `channel:ts`, so that an edit finds it and a redelivery is
known; a person is somebody only together with their workspace (or organisation), because ids repeat; and nothing outside
a direct message with the coach is ever listened to.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from core.events import (
    Arrival,
    Click,
    Deleted,
    Edited,
    Event,
    Medium,
    Moved,
    Person,
    Rewritten,
    Text,
    Wordless,
    ZoneChosen,
)
from core.messages import EDIT
from core.records import record

Payload: TypeAlias = Mapping[str, Any]

PLATFORM = "slack"
COMMAND = "/rebound"
DEBRIEF = "debrief"
"""The global shortcut: tell of an interview, wherever one is."""
DEBRIEF_MESSAGE = "debrief_message"
"""The shortcut on a message: bring these words along."""
TELL = "tell"
"""The modal in which something is told, and its one input."""
ASKED, RATED, DATED = "ask", "rate", "day"
"""What a row of widgets is called in front of run and question."""
DRAFT = "draft"
"""The row under a draft that no question is about."""
WRITE, REWRITE = "write", "rewrite"
"""The buttons that open a window: to write an answer, or a draft anew."""
LONGEST_TOLD = 3000
"""So much Slack takes in an input."""
SAY, TELL_HOME, MOVE, LEAVE_OUT = "say", "tell", "move", "leave-out"
ZONE_RIGHT, TOWN, HOURS, PAUSE = "zone-right", "town", "hours", "pause"
"""The buttons of the Home tab."""
PICKED, DAY, HOUR, SINCE, UNTIL = "picked", "day", "hour", "since", "until"
"""What is picked in a window that a button of the Home tab opens."""
_ANGLES = re.compile(r"<((?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>]*)>")
_MENTION = re.compile(r"[@#]\w+|!(?:subteam\^)?\w+")
_TS = re.compile(r"\d{1,12}\.\d{1,9}")
CHANGED, DELETED = "message_changed", "message_deleted"
_TOMBSTONE = "tombstone"
"""What becomes of a deleted message that others have answered in a thread."""
_UNMARKED = (None, "file_share", "thread_broadcast")
"""The subtypes of messages that people write."""


@record
class Place:
    """Where in Slack somebody spoke: a reply goes there."""

    channel: str
    thread: str | None = None


@record
class Heard:
    """An event for the coach."""

    event: Event
    place: Place | None = None


@record
class Chosen:
    """An event for the coach, and the message on which it was chosen; that shows the choice afterwards."""

    event: Click
    place: Place
    ts: str
    label: str
    message: Any
    """As Slack gave it."""


@record
class Writes:
    """The person wants a window to write in; the trigger opens one, within three seconds."""

    person: Person
    trigger: str
    title: str = ""
    """What is asked, as they see it."""
    run: str = ""
    question: str = ""
    text: str = ""
    """What stands in it already."""
    place: Place | None = None
    """Where the button was."""


@record
class Rewrites:
    """The person wants a window with a draft in it."""

    person: Person
    trigger: str
    run: str
    name: str
    """Both of the draft."""
    text: str
    place: Place


class About(StrEnum):
    """What a window from the Home tab is about."""

    MOVE = MOVE
    TOWN = TOWN
    HOURS = HOURS


@record
class Asks:
    """The person wants to change something on the Home tab, which takes a window."""

    person: Person
    trigger: str
    about: About
    value: str
    title: str = ""
    """What the button stood under."""


@record
class Summoned:
    """The person called the coach from somewhere, with words or without."""

    event: Event
    channel: str
    team: str
    app: str


@record
class Opened:
    """The person looks at a tab of the app."""

    person: Person
    channel: str
    tab: str
    at: datetime


@record
class Known:
    """Slack tells that somebody's account has changed."""

    person: Person


@record
class Left:
    """The app was taken out of a workspace, or its token out of our hands."""

    tenant: str
    at: datetime
    """When, by Slack's clock: it may tell late, and twice."""


Move: TypeAlias = Heard | Chosen | Writes | Rewrites | Asks | Summoned | Opened | Known | Left


def move(body: Payload, now: datetime) -> Move | None:
    """What a payload says; None where it is nothing to us. `now` stands for the instant where it names none."""
    try:
        match body.get("type"):
            case "event_callback":
                return _event(body, body["event"])
            case "block_actions":
                return _action(body, body["actions"][0])
            case "view_submission":
                return _submission(body, body["view"], now)
            case "shortcut" | "message_action":
                return _shortcut(body)
            case None if body.get("command"):
                return _command(body, now)
            case _:
                return None
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, OverflowError):
        return None


def tenant_of(body: Payload) -> str:
    """Whose ids a payload speaks of: the organisation's where the app belongs to all of it, else the workspace's."""
    first = next(iter(body.get("authorizations") or ()), body)
    is_whole = str(first.get("is_enterprise_install", body.get("is_enterprise_install"))).lower() == "true"
    enterprise = first.get("enterprise_id") or body.get("enterprise_id") or (body.get("enterprise") or {}).get("id")
    team = body.get("team_id") or (body.get("team") or {}).get("id") or (body.get("user") or {}).get("team_id")
    return tenant(enterprise, team, is_whole=is_whole)


def tenant(enterprise: str | None, team: str | None, *, is_whole: bool) -> str:
    """The tenant of an installation: of a whole organisation, or of one workspace."""
    named = enterprise if is_whole else team
    if not named:
        raise ValueError("neither a workspace nor an organisation is named")
    return f"{PLATFORM}:{named}"


def plain(text: str) -> str:
    """What somebody typed, without Slack's way of writing it down: references by their name, signs as signs."""
    return html.unescape(_ANGLES.sub(_named, text))


def _named(found: re.Match[str]) -> str:
    reference, _, label = found[1].partition("|")
    if label:
        return label
    return "@" + reference[1:].removeprefix("subteam^") if _MENTION.fullmatch(reference) else reference


def instant(ts: str) -> datetime:
    """The instant of a Slack timestamp."""
    if not _TS.fullmatch(ts):
        raise ValueError("no timestamp")
    return datetime.fromtimestamp(float(ts), UTC)


def remembered(place: Place | None, run: str = "", name: str = "") -> str:
    """Where a window came from, for it to bring back: the place, and the draft that is in it."""
    return json.dumps([place and place.channel, place and place.thread, run, name])


def recalled(kept: str) -> tuple[Place | None, str, str]:
    """What `remembered` wrote."""
    match json.loads(kept):
        case [str(channel), None | str() as thread, str(run), str(name)]:
            return Place(channel, thread), run, name
        case _:
            return None, "", ""


# --- what people write, and what else happens ---


def _event(body: Payload, event: Payload) -> Move | None:
    match event["type"]:
        case "message":
            return _message(body, event)
        case "app_home_opened":
            person = Person(tenant_of(body), str(event["user"]))
            return Opened(person, str(event["channel"]), str(event.get("tab")), instant(event["event_ts"]))
        case "user_change":
            return Known(Person(tenant_of(body), str(event["user"]["id"])))
        case "app_uninstalled":
            return Left(tenant_of(body), datetime.fromtimestamp(int(body["event_time"]), UTC))
        case "tokens_revoked" if event["tokens"].get("bot"):
            return Left(tenant_of(body), datetime.fromtimestamp(int(body["event_time"]), UTC))
        case _:
            return None


def _message(body: Payload, event: Payload) -> Move | None:
    if event.get("channel_type") != "im" or event.get("bot_id"):
        return None
    if event.get("subtype") in (CHANGED, DELETED):
        return _changed(body, event)
    if event.get("subtype") not in _UNMARKED:
        return None
    person = Person(tenant_of(body), str(event["user"]))
    channel, ts = str(event["channel"]), str(event["ts"])
    at, id = instant(ts), f"{channel}:{ts}"
    thread = event.get("thread_ts")
    place = Place(channel, str(thread) if thread else None)
    text = plain(str(event.get("text") or ""))
    if not text.strip():
        return Heard(Wordless(id=f"{id}:wordless", person=person, at=at, medium=_medium(event)), place)
    return Heard(Text(id=id, person=person, at=at, text=text), place)


def _medium(event: Payload) -> Medium:
    """What a message without words has in their place."""
    kinds = [str(file.get("mimetype") or "").partition("/")[0] for file in event.get("files") or ()]
    if not kinds:
        return Medium.OTHER
    if all(kind == "audio" for kind in kinds):
        return Medium.VOICE
    return Medium.PICTURE if all(kind in ("image", "video") for kind in kinds) else Medium.FILE


def _changed(body: Payload, event: Payload) -> Move | None:
    """A message of theirs that they have changed, or deleted; Slack also says "changed" when only a preview came."""
    before, channel, ts = event["previous_message"], str(event["channel"]), str(event["ts"])
    if before.get("bot_id"):
        return None
    person, written = Person(tenant_of(body), str(before["user"])), instant(str(before["ts"]))
    at, id, original = instant(ts), f"{channel}:{ts}", f"{channel}:{before['ts']}"
    after = event.get("message") or {}
    if event["subtype"] == DELETED or after.get("subtype") == _TOMBSTONE:
        return Heard(Deleted(id=id, person=person, at=at, original=original, written=written))
    text = plain(str(after["text"]))
    if not text.strip() or after["text"] == before.get("text"):
        return None
    place = Place(channel, _thread(after))
    return Heard(Edited(id=id, person=person, at=at, original=original, text=text, written=written), place)


# --- what people press ---


def _action(body: Payload, action: Payload) -> Move | None:
    person = _presser(body)
    at = instant(str(action["action_ts"]))
    if (body.get("view") or {}).get("type") == "home":
        return _on_home(body, action, person, at)
    kind, _, rest = str(action["block_id"]).partition(":")
    run, _, question = rest.partition(":")
    if kind not in (ASKED, RATED, DATED, DRAFT):
        return None
    container, message = body["container"], body["message"]
    place = Place(str(container["channel_id"]), _thread(message))
    if action["action_id"] == WRITE:
        return Writes(person, str(body["trigger_id"]), _asked(message), run, question, place=place)
    if action["action_id"] == REWRITE:
        run, _, question = str(action["value"]).partition(":")
        text = _draft(message)
        if 0 < len(text) <= LONGEST_TOLD:
            return Rewrites(person, str(body["trigger_id"]), run, question, text, place)
        action = {**action, "value": EDIT}
    option, label = _pressed(action)
    id = _id_of(person, action)
    event = Click(id=id, person=person, at=at, run=run, question=question, option=option)
    return Chosen(event, place, str(container["message_ts"]), label, message)


def _on_home(body: Payload, action: Payload, person: Person, at: datetime) -> Move | None:
    id, name, value = _id_of(person, action), str(action["action_id"]).partition(":")[0], str(action.get("value"))
    match name:
        case "tell":
            return Writes(person, str(body["trigger_id"]))
        case "move" | "town" | "hours":
            return Asks(person, str(body["trigger_id"]), About(name), value, _above(body["view"], action["block_id"]))
        case "say":
            return Heard(Text(id=id, person=person, at=at, text=value))
        case "pause":
            days = int(action["selected_option"]["value"])
            return Heard(Text(id=id, person=person, at=at, text=f"quiet for {days} days"))
        case "zone-right":
            return Heard(ZoneChosen(id=id, person=person, at=at, name=value))
        case "leave-out":
            _, *nudges = json.loads(value)
            return Heard(Moved(id=id, person=person, at=at, nudges=tuple(map(str, nudges)), to=None))
        case _:
            return None


def _above(view: Payload, row: str) -> str:
    """The line over a row of buttons on the Home tab."""
    line = ""
    for block in view.get("blocks") or ():
        if block.get("block_id") == row:
            return line
        if block.get("type") == "section":
            line = str(block["text"]["text"])
    return ""


def _id_of(person: Person, action: Payload) -> str:
    return f"{person.id}:{action['action_ts']}:{action['block_id']}:{action['action_id']}"


def _pressed(action: Payload) -> tuple[str, str]:
    """What was chosen, and how it was called there."""
    if option := action.get("selected_option"):
        return str(option["value"]), str(option["text"]["text"])
    if day := action.get("selected_date"):
        return str(day), str(day)
    return str(action["value"]), str(action["text"]["text"])


def _asked(message: Payload) -> str:
    """The question on a message of ours: its last paragraph."""
    paragraphs = [block for block in message.get("blocks") or () if block.get("type") == "rich_text"]
    elements = paragraphs[-1]["elements"][0]["elements"] if paragraphs else ()
    return "".join(str(one.get("text") or one.get("url") or "") for one in elements)


def _draft(message: Payload) -> str:
    """The text to copy on a message of ours; nothing where it stands there in several pieces."""
    paragraphs = [one for block in message.get("blocks") or () for one in block.get("elements") or ()]
    texts = [one for one in paragraphs if one.get("type") == "rich_text_preformatted"]
    return "".join(str(one.get("text") or "") for one in texts[0]["elements"]) if len(texts) == 1 else ""


def _thread(message: Payload) -> str | None:
    thread = message.get("thread_ts")
    return str(thread) if thread else None


def _presser(body: Payload) -> Person:
    return Person(tenant_of(body), str(body["user"]["id"]))


def _submission(body: Payload, view: Payload, now: datetime) -> Move | None:
    if view["callback_id"] in set(About):
        return _changed_on_home(body, view, now)
    if view["callback_id"] not in (TELL, REWRITE):
        return None
    text = str(view["state"]["values"][TELL][TELL]["value"])
    person, id = _presser(body), _id_of_view(view)
    place, run, name = recalled(str(view["private_metadata"]))
    if view["callback_id"] == TELL:
        return Heard(Text(id=id, person=person, at=now, text=text), place)
    return Heard(Rewritten(id=id, person=person, at=now, run=run, name=name, text=text), place)


def _changed_on_home(body: Payload, view: Payload, now: datetime) -> Move:
    """What was picked in a window from the Home tab, as an event or in words that say it."""
    person, id = _presser(body), _id_of_view(view)
    picked = {name: block[PICKED] for name, block in view["state"]["values"].items()}
    match About(view["callback_id"]):
        case About.MOVE:
            _, *nudges = json.loads(view["private_metadata"])
            to = datetime.fromisoformat(f"{picked[DAY]['selected_date']}T{picked[HOUR]['selected_time']}")
            return Heard(Moved(id=id, person=person, at=now, nudges=tuple(map(str, nudges)), to=to))
        case About.TOWN:
            text = f"I'm in {picked[TOWN]['value']}"
        case About.HOURS:
            text = f"only write between {picked[SINCE]['selected_time']} and {picked[UNTIL]['selected_time']}"
    return Heard(Text(id=id, person=person, at=now, text=text))


def _id_of_view(view: Payload) -> str:
    return f"{view['id']}:{view['hash']}"


def _shortcut(body: Payload) -> Move | None:
    person, trigger = _presser(body), str(body["trigger_id"])
    if body["callback_id"] == DEBRIEF:
        return Writes(person, trigger)
    if body["callback_id"] == DEBRIEF_MESSAGE:
        return Writes(person, trigger, text=plain(str(body["message"].get("text") or "")))
    return None


def _command(body: Payload, now: datetime) -> Move | None:
    person = Person(tenant_of(body), str(body["user_id"]))
    id, text = str(body["trigger_id"]), plain(str(body.get("text") or ""))
    event: Event = Arrival(id=id, person=person, at=now)
    if text.strip():
        event = Text(id=id, person=person, at=now, text=text)
    return Summoned(event, str(body["channel_id"]), str(body["team_id"]), str(body["api_app_id"]))
