"""The shell around a community's turn, as `core.coach` is for people; and which settings are in force for whom.

What staff have set in the platform counts; where they have set nothing, the file that the operator named does. Settings are
remembered from turn to turn, because every turn of every member asks for them.
"""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime
from threading import Lock

from core import community
from core.communities import partners, requests
from core.communities import turn as turns
from core.communities.desk import Form, Page, Problems
from core.communities.events import CommunityEvent, Staff, Submitted, community_of
from core.communities.settings import SECTION
from core.communities.state import CommunityState, decode_state, encode_state
from core.communities.turn import CommunityTurn, View
from core.community import NONE, Community
from core.errors import NotAllowed
from core.journal import as_content
from core.messages import encode_parts
from core.ports import Outgoing, Store, Turn
from core.wording import Wording

MOST_REMEMBERED = 10_000
"""Communities whose settings are kept ready."""


class Office:
    """Takes the events of communities. Safe to call from any thread."""

    def __init__(self, wording: Wording, usual: Community = NONE) -> None:
        """`usual` are the settings of a community whose staff have set nothing."""
        self._wording = wording
        self._usual = usual
        self._settings: dict[str, Community] = {}
        self._changes = 0
        self._lock = Lock()

    def settings(self, tenant: str, store: Store) -> Community:
        """What is in force for the members of a workspace or server."""
        known, changes = self._settings.get(tenant), self._changes
        if known is None:
            known = self._in_force(tenant, decode_state(store.snapshot(community_of(tenant))))
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
        return self._page(tenant, name, now, store)

    def form(self, tenant: str, by: Staff, name: str, now: datetime, store: Store) -> Form:
        """A form of the desk; raises `NotAllowed`."""
        _refuse_strangers(by)
        found = turns.form(self._view(tenant, now, store), name)
        if found is None:
            raise NotAllowed("This is not there any more; open the page again.")
        return found

    def forget(self, tenant: str) -> None:
        """What is in force may be another than before."""
        with self._lock:
            self._changes += 1
            self._settings.pop(tenant, None)

    def _taken(
        self, event: CommunityEvent, now: datetime, store: Store, answers: list[Problems | str]
    ) -> Future[Outgoing | None]:
        taken = store.take(event, lambda snapshot: self._decided(snapshot, event, now, answers))
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
        self, snapshot: bytes | None, event: CommunityEvent, now: datetime, answers: list[Problems | str]
    ) -> Turn | None:
        """The turn; None where nothing is to be kept, because a form was not filled in as it must be."""
        state = decode_state(snapshot)
        tenant = event.person.tenant
        turn = CommunityTurn(tenant, state, self._in_force(tenant, state), now, self._wording)
        if isinstance(event, Submitted):
            try:
                answers.append(turns.submit(turn, event))
            except KeyError as strange:
                raise NotAllowed("This form is of another version of the coach; open the page again.") from strange
            if isinstance(answers[-1], Problems):
                return None
        else:
            turns.take(turn, event)
        after = turn.state
        settings = self._in_force(tenant, after)
        return Turn(
            number=after.number,
            snapshot=encode_state(after),
            entry=as_content({"kind": type(event).__name__.lower(), "changes": turn.done}),
            outgoing=encode_parts(tuple(turn.parts)) if turn.parts else None,
            due=turns.next_due(View(tenant, after, settings, now, self._wording)),
        )

    def _in_force(self, tenant: str, state: CommunityState) -> Community:
        told = state.sections.get(SECTION)
        settings = self._usual if told is None else community.read(told)
        return partners.offered(requests.reachable(settings, tenant, state.sections))

    def _remember(self, tenant: str, settings: Community, changes: int) -> None:
        """Unless something has changed since they were read."""
        with self._lock:
            if changes == self._changes:
                if len(self._settings) >= MOST_REMEMBERED:
                    del self._settings[next(iter(self._settings))]
                self._settings[tenant] = settings


def _refuse_strangers(by: Staff) -> None:
    if not by.may_manage:
        raise NotAllowed("Only those who manage this place can do that; ask one of them.")
