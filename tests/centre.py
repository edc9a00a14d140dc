"""A community in a test: members who talk with the coach, staff at their desk, and channels, all over one real store.

What waits in the outbox is claimed, passed on and settled as delivery does it, with the real relaying; nothing reaches
anybody by another way. `deliver` does it until nothing waits.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.delivery.platform import Unfit
from bot.relaying import Relaying
from core.coach import Coach
from core.communities.desk import Form, Page, Problems
from core.communities.events import (
    Channel,
    CommunityEvent,
    Counted,
    FromMember,
    NotPosted,
    NotTakenDown,
    Posted,
    Staff,
    Submitted,
    WhyNot,
    community_of,
)
from core.community import NONE, Community
from core.events import Event, NudgeDue, Person
from core.messages import Passed, Post, decode_parts, shown
from core.ports import Became, Claimed, Settlement, Store
from core.store import KeyFile, open_store
from core.wording import load
from tests.conversation import Conversation

HERE = "slack:T1"
SAM = Staff("U-sam", "Sam", may_manage=True)
STAFF_ONLY = Channel("C-staff", "#staff", is_private=True)
LEASE = timedelta(minutes=5)


@dataclass
class Centre:
    """One community of one tenant."""

    folder: Path
    at: str = "2026-11-24T10:40"
    """UTC."""
    tenant: str = HERE
    settings: Community = NONE

    def __post_init__(self) -> None:
        self.now = datetime.fromisoformat(self.at).replace(tzinfo=UTC)
        self.store: Store = self._opened()
        self.coach = Coach(load(), self.settings)
        self.members: dict[Person, Member] = {}
        self.channels = {STAFF_ONLY.id: STAFF_ONLY}
        self.posts: dict[str, Post] = {}
        """What stands in channels, by the message's id."""
        self.holds_on = ""
        """Why nothing can be taken out of a channel just now."""
        self.refuses = ""
        """Why no post is taken just now, in the platform's word."""
        self.passed: list[tuple[Passed, Claimed, str]] = []
        self._events = 0

    def _opened(self) -> Store:
        return open_store(self.folder / "data" / "rebound.db", KeyFile(self.folder / "key" / "master.key"))

    def close(self) -> None:
        """The process ends."""
        self.store.close()

    def restarts(self) -> Centre:
        """The process is killed and another begins."""
        self.store.close()
        self.store = self._opened()
        self.coach = Coach(load(), self.settings)
        for member in self.members.values():
            member.store, member.coach = self.store, self.coach
        return self

    # --- members ---

    def member(self, id: str, *, zone: str | None = "Africa/Lusaka", tenant: str = "") -> Member:
        """Somebody of the community."""
        person = Person(tenant or self.tenant, id)
        local = self.now.astimezone(UTC).replace(tzinfo=None).isoformat()
        self.members[person] = Member(self.folder, at=local, zone=None, person=person, centre=self)
        self.members[person].zone = zone
        return self.members[person]

    def waits(self, **time: float) -> Centre:
        """Time passes for everybody; what is due comes at its instant."""
        until = self.now + timedelta(**time)
        self.deliver()
        while (due := self.store.next_due()) is not None and due <= until:
            self.now = max(self.now, due)
            for person in self.store.due(self.now, 50):
                self._take(NudgeDue(id=self.id(), person=person, at=self.now))
            self.deliver()
        self.now = until
        return self

    # --- staff ---

    def page(self, name: str = "home", by: Staff = SAM) -> Page:
        """A page of the desk."""
        return self.coach.office.page(self.tenant, by, name, self.now, self.store)

    def form(self, name: str, by: Staff = SAM) -> Form:
        """A form of the desk."""
        return self.coach.office.form(self.tenant, by, name, self.now, self.store)

    def submits(self, form: str, by: Staff = SAM, **values: str) -> Page | Problems:
        """Staff send a form; what they are shown then."""
        event = Submitted(
            id=self.id(),
            person=community_of(self.tenant),
            at=self.now,
            by=by,
            form=form,
            values={name: (value,) for name, value in values.items() if value},
            channels=self.channels,
        )
        shown_then, _ = self.coach.office.submit(event, self.now, self.store)
        self.deliver()
        return shown_then

    def takes_notes(self, **values: str) -> Centre:
        """Staff choose the private channel for notes."""
        self.submits("requests", **({"channel": STAFF_ONLY.id} | values))
        return self

    @property
    def board(self) -> list[str]:
        """What stands in channels, oldest first."""
        return [post.text for post in self.posts.values()]

    @property
    def kept(self) -> str:
        """All that is kept of the community: the snapshot and the journal."""
        community = community_of(self.tenant)
        rows = [row.content.decode() for row in self.store.journal(community)]
        return "\n".join([(self.store.snapshot(community) or b"").decode(), *rows])

    # --- what is between them ---

    def deliver(self) -> Centre:
        """Bring everything that waits where it belongs."""
        while claimed := self.claim():
            for one in claimed:
                self.hand_over(one)
        return self

    def claim(self) -> list[Claimed]:
        """Take what waits in hand."""
        return self.store.claim(self.tenant.partition(":")[0], self.now, 50, LEASE)

    def hand_over(self, claimed: Claimed, *, settles: bool = True) -> None:
        """Show one message and pass on what is in it; without settling, as a process that is killed leaves it."""
        parts = decode_parts(claimed.parts)
        member = self.members.get(claimed.person)
        if member is not None and (seen := shown(parts)):
            member.hears(seen)
        became = Became.SENT
        groups: list[Passed | None] = [None] * bool(shown(parts))
        groups += [part for part in parts if isinstance(part, Passed)]
        for number, part in enumerate(groups):
            if part is None:
                continue
            key = f"{claimed.key}.{number}"
            self.passed.append((part, claimed, key))
            try:
                self.relay(part, claimed, key)
            except Unfit:
                became = Became.UNFIT
        if settles:
            self.store.settle([Settlement(claimed.key, claimed.person, became)], self.now)

    def relay(self, part: Passed, claimed: Claimed, key: str) -> None:
        """Pass one thing on, as `bot.relaying` does."""
        relaying = Relaying(self._taken, {"slack": Channels(self), "discord": Channels(self)}, lambda: self.now)
        asyncio.run(relaying(part, claimed, key))

    async def _taken(self, event: Event | CommunityEvent) -> None:
        self._take(event)

    def _take(self, event: Event | CommunityEvent) -> None:
        if isinstance(event, Submitted | FromMember | Posted | NotPosted | NotTakenDown | Counted):
            self.coach.office.take(event, self.now, self.store).result()
        else:
            self.coach.take(event, self.now, self.store).result()

    def id(self) -> str:
        """A new event's id."""
        self._events += 1
        return f"event-{self._events}"


@dataclass
class Channels:
    """The channels of the platform, of which one may write into those that are there."""

    centre: Centre

    async def publish(self, tenant: str, post: Post, key: str, attempt: int) -> str:
        """Show a post."""
        assert (tenant, post.channel in self.centre.channels, attempt > 0) == (self.centre.tenant, True, True)
        if self.centre.refuses:
            raise Unfit(self.centre.refuses)
        if post.is_for_staff and not self.centre.channels[post.channel].is_private:
            raise Unfit(WhyNot.OPEN)
        self.centre.posts[key] = post  # once for a key
        return key

    async def take_down(self, tenant: str, channel: str, message: str) -> None:
        """Take a post out."""
        if self.centre.holds_on:
            raise Unfit(self.centre.holds_on)
        post = self.centre.posts.pop(message, None)
        assert post is None or (tenant, channel) == (self.centre.tenant, post.channel)

    async def examine(self, tenant: str, channel: str) -> Channel | None:
        """What the channel is like."""
        return self.centre.channels.get(channel) if tenant == self.centre.tenant else None


@dataclass
class Member(Conversation):
    """One member and the coach, over the centre's store and clock."""

    centre: Centre = None  # type: ignore[assignment]  # a dataclass with defaults before it

    def __post_init__(self) -> None:
        super().__post_init__()
        self.coach = self.centre.coach

    def _opened(self) -> Store:
        return self.centre.store

    def takes(self, event: Event) -> Conversation:
        """An event arrives; what the coach sends is heard, and what passes on arrives too."""
        self.centre.now = max(self.centre.now, event.at)
        self.heard = ()
        self.coach.take(replace(event, at=self.centre.now), self.centre.now, self.store).result()
        self.centre.deliver()
        return self

    def hears(self, parts: tuple[object, ...]) -> None:
        """A message is shown to them."""
        self.heard = parts  # type: ignore[assignment]  # parts that are shown
        self.everything += self.heard

    def says(self, *texts: str) -> Conversation:
        """The person writes, one message each, at the centre's hour."""
        for text in texts:
            self.now = self.centre.now
            super().says(text)
        return self

    def clicks(self, prompt: object, option: str) -> Conversation:
        """The person taps a button, at the centre's hour."""
        self.now = self.centre.now
        return super().clicks(prompt, option)  # type: ignore[arg-type]  # a prompt

    def _id(self) -> str:
        return self.centre.id()
