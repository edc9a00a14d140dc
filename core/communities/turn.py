"""One event of a community taken; pure, as `core.turn.step` is for people.

What there is to do lies in departments: each keeps a section of the state, shows pages and forms, and takes what concerns
it. The rule a newcomer could break: whether somebody may manage the community is asked here, before any department sees
what they sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeAlias

from core import clock
from core.communities.desk import PAGE, Form, Page, Problems
from core.communities.events import (
    Counted,
    FromMember,
    NotPosted,
    NotTakenDown,
    Posted,
    Returned,
    Staff,
    Submitted,
    community_of,
)
from core.communities.state import CommunityState
from core.community import Community
from core.events import NudgeDue, Person
from core.messages import Choice, Passed, Post, Relay, TakeDown
from core.records import unsaid
from core.vocabulary import Arg, Filled, Phrase
from core.wording import Wording

BACK = Phrase("community-back")
MOST_CHANGES = 200
"""Of the latest that are kept to be looked at; the journal has all."""
_CHANGES = "changes"


class View:
    """A community as it stands; what a page and a form are made of."""

    def __init__(
        self, tenant: str, state: CommunityState, settings: Community, now: datetime, wording: Wording
    ) -> None:
        """`now` is any aware instant; `self.now` has it in the community's zone, UTC where none is set."""
        self.tenant = tenant
        self.number = state.number
        self.settings = settings
        self.wording = wording
        self.zone = clock.zone(settings.zone or "UTC")
        self.now = now.astimezone(self.zone)
        self._sections = dict(state.sections)

    def section(self, name: str, empty: Any) -> Any:
        """What a department keeps, `empty` before it kept anything; JSON, not to be changed in place."""
        return self._sections.get(name, empty)

    def say(self, phrase: Phrase, **args: Arg) -> str:
        """A phrase in words."""
        return str(self.wording.filled(Filled(phrase, tuple(args.items()))))

    def to(self, page: str) -> Choice:
        """The button that leads back to a page."""
        return Choice(f"{PAGE}:{page}", self.say(BACK))

    @property
    def changes(self) -> list[list[str]]:
        """The latest changes, oldest first: the instant (ISO), who, what."""
        return list(self.section(_CHANGES, []))


class CommunityTurn(View):
    """A turn under way: the same, to be changed."""

    def __init__(
        self, tenant: str, state: CommunityState, settings: Community, now: datetime, wording: Wording
    ) -> None:
        super().__init__(tenant, state, settings, now, wording)
        self.number += 1
        self.parts: list[Passed] = []
        self.withdrawn: set[str] = set()
        """The marks of posts that are not to be shown, if they have not been yet."""
        self.done: list[tuple[str, str]] = []
        """Who changed what, for the journal; nothing that a member wrote."""

    def keep(self, name: str, value: Any) -> None:
        """A department keeps something; JSON."""
        self._sections[name] = value

    def changed(self, by: Staff, what: str) -> None:
        """Record a change, with who and when; `what` names it for staff ("quiet hours: 20:00 to 08:00")."""
        at = self.now.isoformat(timespec="seconds")
        self.keep(_CHANGES, [*self.changes, [at, by.name or by.id, what]][-MOST_CHANGES:])
        self.done.append((by.id, what))

    def post(self, post: Post) -> None:
        """Show something in a channel; `Posted` or `NotPosted` with its mark comes back."""
        self.parts.append(post)

    def take_down(self, channel: str, message: str, what: str) -> None:
        """Take a post out of its channel; nothing where it is gone already. `what` names it for staff, if it cannot be."""
        self.parts.append(TakeDown(channel, message, what))

    def withdraw(self, mark: str) -> None:
        """Have a post that has not been shown yet never be shown, nor whatever else was decided in its turn."""
        self.withdrawn.add(mark)

    def write_to(self, member: Person, kind: str, **fields: str) -> None:
        """Pass something on to a member: their turn takes it as `FromCommunity`."""
        self.parts.append(Relay(member, kind, tuple(fields.items())))

    @property
    def state(self) -> CommunityState:
        """What is known after the turn."""
        return CommunityState(self.number, self._sections)

    @property
    def subject(self) -> Person:
        """The community itself."""
        return community_of(self.tenant)


Shows: TypeAlias = Callable[[View, str], Page]
"""Makes a page; the text is what stands behind the colon of its name, or nothing."""
Asks: TypeAlias = Callable[[View, str], Form | None]
"""Makes a form, None where what it is about is gone; the text as above."""
Takes: TypeAlias = Callable[[CommunityTurn, Submitted], Problems | str]
"""Takes a form; the name of the page that is shown then, or what is wrong. With problems nothing is kept."""


def _nothing(_turn: CommunityTurn, _event: object = None) -> None:
    pass


def _none(_view: View) -> tuple[str, ...]:
    return ()


@unsaid
@dataclass(frozen=True, slots=True)
class Department:
    """What one module does for a community."""

    title: Phrase | None = None
    """What the first page calls it; without one it has no button there."""
    first: str = ""
    """The name of its first page, that this button opens."""
    pages: Mapping[str, Shows] = field(default_factory=lambda: MappingProxyType({}))
    forms: Mapping[str, Asks] = field(default_factory=lambda: MappingProxyType({}))
    takes: Mapping[str, Takes] = field(default_factory=lambda: MappingProxyType({}))
    """By the name of a form, or of a button that does something."""
    receives: Mapping[str, Callable[[CommunityTurn, FromMember], None]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """By the kind of what a member sent."""
    brings: Callable[[CommunityTurn], None] = _nothing
    """Does what is due by `turn.now`; called whenever anything is due."""
    due: Callable[[View], datetime | None] = lambda _view: None
    """When it has to be called next (aware)."""
    posted: Callable[[CommunityTurn, Posted], None] = _nothing
    not_posted: Callable[[CommunityTurn, NotPosted], None] = _nothing
    not_taken_down: Callable[[CommunityTurn, NotTakenDown], None] = _nothing
    counted: Callable[[CommunityTurn, Counted], None] = _nothing
    left: Callable[[View], tuple[str, ...]] = _none
    """What staff have still to do, in sentences, in the order in which it is best done."""
    problems: Callable[[View], tuple[str, ...]] = _none
    """What does not work as it stands, in sentences that say what to do."""


def departments() -> tuple[Department, ...]:
    """All of them."""
    from core.communities import counts, partners, posts, refusals, requests, settings

    modules = (settings, posts, requests, partners, counts, refusals)
    return tuple(module.DEPARTMENT for module in modules)


def take(
    turn: CommunityTurn, event: FromMember | Posted | NotPosted | NotTakenDown | Returned | Counted | NudgeDue
) -> None:
    """Take what did not come from a form."""
    for department in departments():
        match event:
            case FromMember(kind=kind) if kind in department.receives:
                department.receives[kind](turn, event)
            case Posted():
                department.posted(turn, event)
            case NotPosted():
                department.not_posted(turn, event)
            case NotTakenDown():
                department.not_taken_down(turn, event)
            case Counted():
                department.counted(turn, event)
            case NudgeDue():
                department.brings(turn)
            case _:
                pass


def submit(turn: CommunityTurn, event: Submitted) -> Problems | str:
    """Take a form of somebody who may; the page to show then, or what is wrong. `KeyError` for a form of no department."""
    name = event.form.partition(":")[0]
    takes = {name: take for department in departments() for name, take in department.takes.items()}
    return takes[name](turn, event)


def next_due(view: View) -> datetime | None:
    """When a department has to be called next."""
    return min((due for department in departments() if (due := department.due(view)) is not None), default=None)


def page(view: View, name: str) -> Page | None:
    """A page by its name; None where there is none of that name."""
    first, _, about = name.partition(":")
    shows = {name: show for department in departments() for name, show in department.pages.items()}
    return shows[first](view, about) if first in shows else None


def form(view: View, name: str) -> Form | None:
    """A form by its name; None where there is none, or no longer."""
    first, _, about = name.partition(":")
    asks = {name: ask for department in departments() for name, ask in department.forms.items()}
    return asks[first](view, about) if first in asks else None
