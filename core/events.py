"""What comes in: events, free of any platform.

An adapter turns a platform's payload into one of these. Everything here is immutable; times are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from core.records import unsaid


class Medium(StrEnum):
    """What came in place of words."""

    VOICE = "voice"
    PICTURE = "picture"
    FILE = "file"
    STICKER = "sticker"
    OTHER = "other"


@unsaid
class Person(NamedTuple):
    """Whom the coach talks with. A tuple, because much is looked up by it."""

    tenant: str
    """The workspace, server or machine ("slack:T01", "discord", "terminal"); ids are unique only inside it."""
    id: str
    """The platform's own id of the person."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """What every event has; not used by itself."""

    id: str
    """The platform's id of the event, unique in the tenant for as long as it may be delivered again."""
    person: Person
    at: datetime
    zone: str | None = None
    """The IANA zone that the platform knows for the person; what they say themselves counts more."""
    community: str | None = None
    """The tenant of the community they came from, where the platform tells and it is not their own tenant."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Occurrence):
    """The person wrote something."""

    text: str


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Click(Occurrence):
    """The person chose an option of a question, perhaps of one shown long ago."""

    run: str
    question: str
    option: str
    """The option's id; of a scale also a number, and where a day is asked for an ISO date."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten(Occurrence):
    """The person wrote their own text in place of a draft, in one go (a form with the draft in it, say)."""

    run: str
    name: str
    """Both as the `Draft` has them."""
    text: str


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Occurrence):
    """The person changed what stands in a message of theirs; `at` is when they did."""

    original: str
    """The id of the `Text`, however often it was changed."""
    text: str
    """All that stands there now."""
    written: datetime | None = None
    """When the message was written first. With it, a message that never reached us is taken as it stands now."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted(Occurrence):
    """The person deleted a message of theirs: what it brought is taken back, and its text is erased."""

    original: str
    """The id of the `Text`."""
    written: datetime | None = None
    """When the message was written. With it, one that comes only after its deletion is not taken."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChosen(Occurrence):
    """The person picked their time zone from a list, or confirmed the one they were shown."""

    name: str
    """IANA."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Occurrence):
    """The person chose, for one of the messages to come, another day and hour, or that it is left out."""

    nudges: tuple[str, ...]
    """As `core.overview.Coming` has them."""
    to: datetime | None
    """By their own clock, without a zone; None leaves it out."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Wordless(Occurrence):
    """The person sent something without a word in it; nothing of it is handed on, and nothing is kept.

    Its id is not that of the message: words that are put into the message afterwards are still to be taken.
    """

    medium: Medium


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival(Occurrence):
    """The person came to the surface where the coach lives (the terminal was started); no words yet."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeDue(Occurrence):
    """The hour has come to write to the person; what is due, the turn finds out."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class FromCommunity(Occurrence):
    """Something has come from the person's community: staff have answered, a partner was found."""

    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)


Event: TypeAlias = (
    Text | Click | Rewritten | Edited | Deleted | ZoneChosen | Moved | Wordless | Arrival | NudgeDue | FromCommunity
)
