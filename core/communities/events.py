"""What comes in to a community."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from core.events import NudgeDue, Occurrence, Person
from core.records import record, unsaid

COMMUNITY = "@community"
"""The id of a community among the people of its tenant; no platform gives anybody such an id."""


def community_of(tenant: str) -> Person:
    """The community of a workspace or server: "slack:T01", "discord:8150…"."""
    return Person(tenant, COMMUNITY)


def is_community(person: Person) -> bool:
    """Whether it is a community and no human being."""
    return person.id == COMMUNITY


@record
class Staff:
    """Somebody who looks after a community, as the platform vouches for them at this moment."""

    id: str
    name: str
    may_manage: bool
    """Whether the platform lets them manage the workspace or server, asked anew for each thing they do."""


@record
class Channel:
    """A channel, as the platform showed it when it was named."""

    id: str
    name: str
    is_private: bool = False
    """Whether only some members see it."""
    is_forum: bool = False
    lacks: tuple[str, ...] = ()
    """What we may not do there and need to, in the platform's own words ("Send Messages")."""
    has_calendar: bool = False
    """Whether its place has a calendar that we may put an event into."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Occurrence):
    """A member of staff has sent a form of the desk, or pressed a button that does something."""

    by: Staff
    form: str
    """With what it is about behind a colon, where it is about one thing: "post:3"."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By field; what was left empty is not there, a text is one value."""
    channels: Mapping[str, Channel] = field(default_factory=dict)
    """By id, those that the values name and that exist."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class FromMember(Occurrence):
    """A member has sent something to the community, by their own choice."""

    member: Person
    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Posted(Occurrence):
    """A post stands in its channel."""

    mark: str
    """The post's own."""
    channel: str
    message: str
    """The platform's id of it."""


class WhyNot(StrEnum):
    """Why a post could not be shown, where an adapter can tell; any other reason is the platform's own word."""

    GONE = "channel-gone"
    """There is no such channel, or we cannot see it."""
    ARCHIVED = "channel-archived"
    NOT_ALLOWED = "not-allowed"
    """We may not write there, or not pin."""
    OPEN = "channel-open"
    """It is for staff alone, and everybody reads there by now."""
    TOO_MANY_PINS = "too-many-pins"
    NO_CHANNELS = "no-channels"
    """The platform has none that we could write to."""
    LATE = "late"
    """`Post.until` was over before it was shown for certain."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class NotPosted(Occurrence):
    """A post could not be shown and will not be: the channel is gone, or we may not write there."""

    mark: str
    reason: str
    """One of `WhyNot`, or the platform's own word."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class NotTakenDown(Occurrence):
    """A post was to go from its channel, and the platform has not let us: it may still stand there."""

    what: str
    """What it is, for staff."""
    reason: str
    """As in `NotPosted`."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Occurrence):
    """The community has the coach again, after it had taken it out."""


@unsaid
@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Occurrence):
    """A week is over and was counted; only what may be shown is in it."""

    week: str
    """ISO ("2026-W48")."""
    shown: Mapping[str, int | None]
    """By cell; None: too few to show."""


CommunityEvent: TypeAlias = Submitted | FromMember | Posted | NotPosted | NotTakenDown | Returned | Counted | NudgeDue
