"""What goes out: the parts of a message, free of any platform.

An adapter turns parts into blocks or components; it never changes their words. Parts travel through the outbox as
JSON, so that what was decided is sent as it was decided, also after a restart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from core.events import Person
from core.records import record

EDIT, SHORTER, SENT = "edit", "shorter", "sent"
"""What can be done about a draft by a button; the last one marks it as sent by the person."""


class Shape(StrEnum):
    """How a question wants to be shown; an adapter picks the widget."""

    CHOICE = "choice"
    SCALE = "scale"
    DATE = "date"
    TEXT = "text"


@record
class Line:
    """A sentence or two from the coach."""

    text: str


@record
class Draft:
    """A text to copy and send, in the person's name.

    One that they can still change names itself: `Click(run=draft.run, question=draft.name, option=…)` with one of its
    `options` does what the words would do, `Rewritten(run=draft.run, name=draft.name, text=…)` puts their own text in
    its place; also long after it was shown, and after it was changed. Both names are for handing back as they are.
    """

    title: str
    text: str
    run: str = ""
    """"" where nothing can be done about it (a list of their notes, say)."""
    name: str = ""
    options: tuple[str, ...] = ()
    """Which of `EDIT`, `SHORTER` and `SENT` make sense."""

    def is_asked_about(self, prompt: Prompt) -> bool:
        """Whether the question is what becomes of this draft: then its choices hold all that can be done about it."""
        return bool(self.run) and prompt.question == self.name and self.run.partition("/")[0] == prompt.run


@record
class Attachment:
    """A file for the person to keep."""

    name: str
    media_type: str
    text: str


@record
class Choice:
    """An option of a question, with its label."""

    option: str
    label: str


@record
class Prompt:
    """The open question. A click on a choice carries run, question and option, and so is its own evidence."""

    text: str
    run: str
    question: str
    shape: Shape
    choices: tuple[Choice, ...] = ()


@record
class ScheduledEvent:
    """Something that takes place, for the calendar of a platform that has one."""

    title: str
    start: datetime
    """Aware, as the end is."""
    end: datetime
    place: str
    """As it is to be shown ("Room 12", an address of a page)."""


@record
class Post:
    """Something for a channel that others read; only a community posts (`core.communities`)."""

    mark: str
    """Names it, for what became of it to find its way back."""
    channel: str
    text: str
    title: str = ""
    """Where the channel is a forum."""
    choices: tuple[Choice, ...] = ()
    """Buttons below: `BEGIN` leads whoever presses it to the coach, `form:…` opens a form of the desk."""
    is_pinned: bool = False
    event: ScheduledEvent | None = None
    """Enters the calendar with the post; only where `Channel.has_calendar`."""
    until: datetime | None = None
    """Not shown any more after this instant (aware); None: right however late it comes."""
    is_for_staff: bool = False
    """Only shown where not everybody reads at that moment, whatever the channel was when it was chosen."""


BEGIN = "begin"
MENTION = re.compile("\u2063@([^\u2063]+)\u2063")
"""Somebody of the same platform in the text of a `Line` or a `Post`, by the platform's id: an adapter shows the name there
as one that can be tapped, and calls nobody by it. Where nothing is made of it, "@" and the id are seen."""


def mention(id: str) -> str:
    """Somebody as `MENTION` finds them."""
    return f"\u2063@{id}\u2063"


def without_mentions(text: str) -> str:
    """What somebody has written, with no mention in it."""
    return text.replace("\u2063", "")


@record
class TakeDown:
    """A post is to go from its channel."""

    channel: str
    message: str
    """The platform's id of it."""
    what: str = ""
    """What it is, for staff, who are told if it cannot be."""


@record
class Relay:
    """Something that passes between a member and their community. No platform sees it: delivery hands it to the store."""

    to: Person
    kind: str
    fields: tuple[tuple[str, str], ...] = ()


Part: TypeAlias = Line | Draft | Attachment | Prompt
"""What a person is shown."""
Passed: TypeAlias = Post | TakeDown | Relay
"""What no person is shown in their conversation."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def encode_parts(parts: tuple[Part | Passed, ...]) -> bytes:
    """The parts as JSON."""
    return f"[{','.join(map(_encode, parts))}]".encode("utf-8", "replace")


def decode_parts(encoded: bytes) -> tuple[Part | Passed, ...]:
    """What `encode_parts` wrote, also by an older program."""
    return tuple(_decode(*kept) for kept in json.loads(encoded))


def shown(parts: Sequence[Part | Passed]) -> tuple[Part, ...]:
    """Those that the person is shown."""
    return tuple(part for part in parts if not isinstance(part, Passed))


def _encode(part: Part | Passed) -> str:
    match part:
        case Line(text):
            return _texts("line", text)
        case Draft(title, text, run, name, options):
            return _texts("draft", title, text, *((run, name, *options) if run else ()))
        case Attachment(name, media_type, text):
            return _texts("attachment", name, media_type, text)
        case Prompt(text, run, question, shape, choices):
            offered = ",".join([_texts(one.option, one.label) for one in choices])
            return f"{_texts('prompt', text, run, question, shape)[:-1]},[{offered}]]"
        case Post():
            return _JSON.encode(["post", *_post(part)])
        case TakeDown(channel, message, what):
            return _texts("take-down", channel, message, what)
        case Relay(to, kind, fields):
            return _JSON.encode(["relay", list(to), kind, fields])


def _post(post: Post) -> list[Any]:
    labelled = [[one.option, one.label] for one in post.choices]
    event = post.event and [
        post.event.title,
        post.event.start.isoformat(),
        post.event.end.isoformat(),
        post.event.place,
    ]
    until = post.until and post.until.isoformat()
    return [post.mark, post.channel, post.text, post.title, labelled, post.is_pinned, event, until, post.is_for_staff]


def _texts(*texts: str) -> str:
    """A list of texts as JSON: for one text alone the encoder is many times as fast."""
    return f"[{','.join(map(_JSON.encode, texts))}]"


def _decode(kind: str, *kept: Any) -> Part | Passed:
    match kind:
        case "line":
            return Line(*kept)
        case "draft":
            title, text, *named = kept
            run, name = named[:2] or ("", "")
            return Draft(title, text, run, name, tuple(named[2:]))
        case "attachment":
            return Attachment(*kept)
        case "post":
            return _decoded_post(*kept)
        case "take-down":
            return TakeDown(*kept)
        case "relay":
            to, named, fields = kept
            return Relay(Person(*to), named, tuple((name, value) for name, value in fields))
        case _:
            text, run, question, shape, choices = kept
            return Prompt(text, run, question, Shape(shape), tuple(Choice(*one) for one in choices))


def _decoded_post(
    mark: str,
    channel: str,
    text: str,
    title: str,
    labelled: list[list[str]],
    is_pinned: bool,
    event: list[str] | None = None,
    until: str | None = None,
    is_for_staff: bool = False,
) -> Post:
    choices = tuple(Choice(*one) for one in labelled)
    takes_place = None
    if event is not None:
        name, start, end, place = event
        takes_place = ScheduledEvent(name, datetime.fromisoformat(start), datetime.fromisoformat(end), place)
    last = None if until is None else datetime.fromisoformat(until)
    return Post(mark, channel, text, title, choices, is_pinned, takes_place, last, is_for_staff)
