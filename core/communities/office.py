"""The shell around a community's turn, as `core.coach` is for people; and which settings are in force for whom.

What staff have set in the platform counts; where they have set nothing, the file that the operator named does. Settings are
remembered from turn to turn, because every turn of every member asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import datetime
from threading import Lock

from core import community
from core.communities import dealings, partners, requests
from core.communities import turn as turns
from core.communities.desk import Form, Page, Problems
from core.communities.events import (
    COMMUNITY,
    CommunityEvent,
    FromMember,
    Returned,
    Staff,
    Submitted,
    community_of,
)
from core.communities.settings.saving import SECTION
from core.communities.state import CommunityState, decode_state, encode_state
from core.communities.turn import CommunityTurn, View
from core.community import NONE, Community
from core.errors import CommunityError, NotAllowed
from core.events import NudgeDue, Person
from core.journal import as_content
from core.messages import Post, Relay, decode_parts, encode_parts
from core.ports import Outgoing, Store, Turn
from core.records import record
from core.wording import Wording


@record
class _Known:
    """The settings of a community as they were read last."""

    own: Community | None
    """None where its staff have set nothing."""
    in_force: Community


MOST_REMEMBERED = 10_000
"""Communities whose settings are kept ready."""


class Office:
    """Takes the events of communities. Safe to call from any thread."""

    def __init__(self, wording: Wording, usual: Community = NONE) -> None:
        """`usual` are the settings of a community whose staff have set nothing."""
        self._wording = wording
        self._usual = usual
        self._settings: dict[str, _Known] = {}
        self._changes = 0
        self._lock = Lock()

    def settings(self, tenant: str, store: Store) -> Community:
        """What is in force for the members of a workspace or server."""
        return self._known(tenant, store).in_force

    def remembered(self, tenant: str) -> Community | None:
        """The same, if the store need not be asked for it."""
        known = self._settings.get(tenant)
        return None if known is None else known.in_force

    def own(self, tenant: str, store: Store) -> Community | None:
        """What a community itself has set; None where it has set nothing, or is gone."""
        return self._known(tenant, store).own

    def _known(self, tenant: str, store: Store) -> _Known:
        known, changes = self._settings.get(tenant), self._changes
        if known is None:
            known = self._read(tenant, store)
            self._remember(tenant, known, changes)
        return known

    def take(self, event: CommunityEvent, now: datetime, store: Store) -> Future[Outgoing | None]:
        """Take one event at the instant `now` (aware); durable when the future is done, as with `Coach.take`."""
        return self._taken(event, now, store, [])

    def submit(self, event: Submitted, now: datetime, store: Store) -> tuple[Page | Problems, Outgoing | None]:
        """Take a form or a button of the desk: what to show, and what waits to be sent. Durable when it returns.

        Raises `NotAllowed` with a sentence for whoever may not, or for a form that is no more; and `StoreError`.
        """
        _refuse_strangers(event.by)
        answers: list[Problems | str] = []
        outgoing = self._taken(event, now, store, answers).result()
        answer = answers[-1] if answers else "home"
        return (
            answer if isinstance(answer, Problems) else self._page(event.person.tenant, answer, now, store)
        ), outgoing

    def page(self, tenant: str, by: Staff, name: str, now: datetime, store: Store) -> Page:
        """A page of the desk; raises `NotAllowed`."""
        _refuse_strangers(by)
        _refuse_departed(tenant, store)
        return self._page(tenant, name, now, store)

    def form(self, tenant: str, by: Staff, name: str, now: datetime, store: Store) -> Form:
        """A form of the desk; raises `NotAllowed`."""
        _refuse_strangers(by)
        _refuse_departed(tenant, store)
        found = turns.form(self._view(tenant, now, store), name)
        if found is None:
            raise NotAllowed("This is not there any more; open the page again.")
        return found

    def forget(self, tenant: str) -> None:
        """What is in force may be another than before."""
        with self._lock:
            self._changes += 1
            self._settings.pop(tenant, None)

    def forget_all(self) -> None:
        """Another process may have changed anything."""
        with self._lock:
            self._changes += 1
            self._settings.clear()

    def tell_gone(self, member: Person, now: datetime, store: Store) -> list[Outgoing]:
        """Have every community that has dealings with somebody drop what it has of them, because they were erased."""
        told = []
        for tenant in store.tenants_with(COMMUNITY):
            if dealings.may_concern(tenant, member):
                state = decode_state(store.snapshot(community_of(tenant)))
                if member in dealings.of(state):
                    told.append(self.take(_gone(tenant, member, state, now), now, store).result())
        return [outgoing for outgoing in told if outgoing is not None]

    def look_for_gone(self, now: datetime, store: Store) -> None:
        """Do the same for whoever was erased without it: in a process that was killed, by the operator, in a backup."""
        for tenant in store.tenants_with(COMMUNITY):
            for member in dealings.of(decode_state(store.snapshot(community_of(tenant)))):
                if store.snapshot(member) is None:
                    state = decode_state(store.snapshot(community_of(tenant)))
                    self.take(_gone(tenant, member, state, now), now, store).result()

    def _taken(
        self, event: CommunityEvent, now: datetime, store: Store, answers: list[Problems | str]
    ) -> Future[Outgoing | None]:
        taken = store.take(event, lambda snapshot: self._decided(snapshot, event, now, store, answers))
        taken.add_done_callback(lambda _: self.forget(event.person.tenant))
        return taken

    def _page(self, tenant: str, name: str, now: datetime, store: Store) -> Page:
        view = self._view(tenant, now, store)
        found = turns.page(view, name) or turns.page(view, "home")
        assert found is not None, "there is always a first page"  # noqa: S101 (an author's error)
        return found

    def _view(self, tenant: str, now: datetime, store: Store) -> View:
        state = decode_state(store.snapshot(community_of(tenant)))
        return View(tenant, state, self._in_force(tenant, state), now, self._wording)

    def _decided(
        self,
        snapshot: bytes | None,
        event: CommunityEvent,
        now: datetime,
        store: Store,
        answers: list[Problems | str],
    ) -> Turn | None:
        """The turn; None where nothing is to be kept, because a form was not filled in as it must be."""
        tenant, state = event.person.tenant, decode_state(snapshot)
        has_departed = store.is_departed(tenant)
        if _is_idle(event, snapshot, has_departed=has_departed):
            return None
        turn = CommunityTurn(tenant, state, self._in_force(tenant, state), now, self._wording)
        if isinstance(event, Submitted):
            answers.append(self._submitted(turn, event, store))
            if isinstance(answers[-1], Problems):
                return None
        else:
            turns.take(turn, event)
        dealings.note(turn, [event.member] if isinstance(event, FromMember) and event.kind != dealings.GONE else ())
        after = turn.state
        view = View(tenant, after, self._in_force(tenant, after), now, self._wording)
        return Turn(
            number=after.number,
            snapshot=encode_state(after),
            entry=as_content({"kind": type(event).__name__.lower(), "changes": turn.done}),
            outgoing=encode_parts(tuple(turn.parts)) if turn.parts else None,
            due=None if has_departed and not isinstance(event, Returned) else turns.next_due(view),
            takes_back=tuple(_not_to_be_sent(turn, event, store)),
            reaches=not has_departed or isinstance(event, Returned),
        )

    def _submitted(self, turn: CommunityTurn, event: Submitted, store: Store) -> Problems | str:
        _refuse_strangers(event.by)
        _refuse_departed(turn.tenant, store)
        try:
            return turns.submit(turn, event)
        except KeyError as strange:
            raise NotAllowed("This form is of another version of the coach; open the page again.") from strange

    def _read(self, tenant: str, store: Store) -> _Known:
        if store.is_departed(tenant):
            return _Known(None, self._usual)
        state = decode_state(store.snapshot(community_of(tenant)))
        in_force = self._in_force(tenant, state)
        is_set_up = self._own(state) is not None or in_force.notes_on
        return _Known(in_force if is_set_up else None, in_force)

    def _in_force(self, tenant: str, state: CommunityState) -> Community:
        settings = self._own(state) or self._usual
        return partners.offered(requests.reachable(settings, tenant, state.sections))

    def _own(self, state: CommunityState) -> Community | None:
        told = state.sections.get(SECTION)
        try:
            return None if told is None else community.read(told)
        except CommunityError:  # a later program wrote it; staff are told on their first page
            return None

    def _remember(self, tenant: str, settings: _Known, changes: int) -> None:
        """Unless something has changed since they were read."""
        with self._lock:
            if changes == self._changes:
                if len(self._settings) >= MOST_REMEMBERED:
                    del self._settings[next(iter(self._settings))]
                self._settings[tenant] = settings


def _is_idle(event: CommunityEvent, snapshot: bytes | None, *, has_departed: bool) -> bool:
    """Whether nothing is done: there is nobody to come back, or the place has taken the coach out."""
    match event:
        case Returned():
            return snapshot is None
        case FromMember(kind=dealings.GONE):
            return snapshot is None
        case FromMember() | NudgeDue():
            return has_departed
        case _:
            return False


def _not_to_be_sent(turn: CommunityTurn, event: CommunityEvent, store: Store) -> Iterator[int]:
    """The turns of which nothing more is sent: posts that are withdrawn or were due while the coach was away, and letters
    to somebody who was erased, where they are all that waits of their turn; such a letter is not taken otherwise.
    """
    if isinstance(event, Returned):
        yield from (one.number for one in store.waiting(event.person))
    gone = event.member if isinstance(event, FromMember) and event.kind == dealings.GONE else None
    if not turn.withdrawn and gone is None:
        return
    for waiting in store.unsent(event.person):
        parts = decode_parts(waiting.parts)
        is_withdrawn = any(isinstance(part, Post) and part.mark in turn.withdrawn for part in parts)
        if is_withdrawn or all(isinstance(part, Relay) and part.to == gone for part in parts):
            yield waiting.number


def _gone(tenant: str, member: Person, state: CommunityState, now: datetime) -> FromMember:
    # The id stays in the journal, so it does not name them.
    person = community_of(tenant)
    return FromMember(id=f"gone:{state.number}", person=person, at=now, member=member, kind=dealings.GONE)


def _refuse_departed(tenant: str, store: Store) -> None:
    if store.is_departed(tenant):
        raise NotAllowed("The coach was taken out of this place; add it again, and everything set here is back.")


def _refuse_strangers(by: Staff) -> None:
    if not by.may_manage:
        raise NotAllowed("Only those who manage this place can do that; ask one of them.")
