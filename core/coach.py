"""The shell around a turn: read what came in, load what is known, step, and hand what follows to the store.

Everything that decides is pure and lies in `core.turn.step`. A turn that fails through an error of ours is kept all the
same: the person's words go into the journal, and they are asked to try again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial

from core import clock, export, importing, lines, safety
from core.communities.events import is_community
from core.communities.office import Office
from core.community import NONE, Community
from core.erasing import DEPARTED
from core.errors import FileRefused, ReboundError, StoreError, outline
from core.events import Arrival, Click, Edited, Event, NudgeDue, Person, Rewritten, Text
from core.facts import PERSON
from core.journal import EMPTY, Journal, encode_entry
from core.messages import Attachment, encode_parts
from core.overview import Overview, overview
from core.ports import Claimed, Closed, Outgoing, Store, Turn
from core.remembering import forget_all
from core.state import State, decode_state, encode_state
from core.turn import drafts, keeping, promises
from core.turn.coming import quiet_hours, seconds
from core.turn.edits import Seen, never
from core.turn.step import Step, answered_by, home, step
from core.turn.unshown import Ask, is_uncounted
from core.turn.workbench import Workbench
from core.understanding import Reading, read
from core.wording import Wording

MOST_REMEMBERED = 1000
"""People whose decoded state is kept, the most recent ones; decoding costs as much as the rest of a turn."""

log = logging.getLogger(__name__)


class Coach:
    """Takes events, one turn each. Safe to call from any thread."""

    def __init__(self, wording: Wording, community: Community = NONE) -> None:
        """`community` are the settings for everybody whose own community has set nothing."""
        self._wording = wording
        self._community = community
        self.office = Office(wording, community)
        """Takes the events of communities themselves, and knows their settings."""
        self._decoded: dict[Person, tuple[bytes, State]] = {}
        self._may_be_gone: set[Person] = set()
        """Members who were erased, and whose communities may not have been told yet."""

    def take(
        self,
        event: Event,
        now: datetime,
        store: Store,
        *,
        told: Callable[[Closed], object] = lambda _: None,
        waits: bool = False,
    ) -> Future[Outgoing | None]:
        """Take one event at the instant `now` (aware) and keep its turn; durable when the future is done.

        The future's result is what to send, None when nothing is or when the event had been taken before. Raises,
        through the future, `StoreError`; then nothing was kept and the event may be handed in again. `told` hears which
        question the turn closes, perhaps on another thread and before it is durable, perhaps twice. Who `waits` asks for the
        result next, without a time limit (see `core.ports.Store.take`).
        """
        if is_community(event.person):
            assert isinstance(event, NudgeDue), "its other events are for the office"  # noqa: S101 (an author's error)
            return self.office.take(event, now, store)
        reading = understood(event.text) if isinstance(event, Text | Rewritten | Edited) else None
        journal = Journal(lambda: store.journal(event.person))
        waiting, seen = partial(store.waiting, event.person), partial(store.seen, event.person)
        own = partial(self.office.own, store=store)

        def decide(snapshot: bytes | None) -> Turn | None:
            turn = self.decide(snapshot, event, reading, now, journal, waiting, seen, own)
            if turn is not None and turn.closed is not None:
                told(turn.closed)
            return turn

        return store.take(event, decide, waits=waits)

    def decide(
        self,
        snapshot: bytes | None,
        event: Event,
        reading: Reading | None,
        now: datetime,
        journal: Journal = EMPTY,
        waiting: Ask = tuple,
        seen: Seen = never,
        own: Callable[[str], Community | None] = lambda _tenant: None,
    ) -> Turn | None:
        """The turn that the event makes of a snapshot, None where it comes to nothing; pure, for the store to run inside
        its transaction.

        What the turn looks up in the journal, the outbox or among the events is read there and then, in the same
        transaction. `own` gives what the community of a tenant has set; who has none has the usual settings.
        """
        state = self._state(event.person, snapshot)
        community = own(home(state, event, own)) or self._community
        local = now.astimezone(local_zone(state, event, community))
        try:
            taken = step(state, event, reading, local, self._wording, community, journal, waiting, seen, own)
        except StoreError:  # the journal could not be read: nothing is kept, and it may be tried again
            raise
        except Exception as error:  # the one place where an error of ours must not cost the person their words
            report(error)
            taken = self._trouble(state, event, local, community)
        if taken is None:
            return None
        encoded = encode_state(taken.state)
        if taken.erase or taken.remains is not None:  # then nothing of it may stay, not even in memory
            forget_all()
        if taken.erase:
            self._may_be_gone.add(event.person)
        else:
            self._decoded[event.person] = (encoded, taken.state)
        return Turn(
            number=taken.state.number,
            snapshot=encoded,
            entry=encode_entry(event, taken.facts, taken.about, bare=taken.remains is not None),
            outgoing=encode_parts((*taken.parts, *taken.relayed)) if taken.parts or taken.relayed else None,
            due=taken.due,
            erase=taken.erase,
            takes_back=taken.takes_back,
            remains=taken.remains,
            stands_for=taken.stands_for,
            closed=taken.closed,
        )

    def files(self, person: Person, now: datetime, store: Store) -> tuple[Attachment, ...]:
        """Everything the person ever told, as they would be given it at the instant `now`."""
        return export.files(self._bench(person, now, store))

    def is_open(self, click: Click, now: datetime, store: Store) -> bool:
        """Whether the click would answer the question that is open, or is on a draft."""
        if drafts.is_draft(click.run):
            return True
        state = decode_state(store.snapshot(click.person))
        run = state.runs[-1] if state.runs else None
        return run is not None and answered_by(run, click, now) is not None

    def overview(self, person: Person, now: datetime, store: Store) -> Overview:
        """What a surface shows the person beside the conversation, as it stands at the instant `now`; changes nothing."""
        return overview(self._bench(person, now, store))

    def may_come_from(self, nudge: Claimed, now: datetime, store: Store) -> datetime | None:
        """From when on a nudge may be sent that has waited since it was decided: not at night, unless they named its hour.

        None where it is another day by now and no turn has counted it as one of that day's; then one has to come first.
        """
        if is_community(nudge.person):
            return now
        bench = self._bench(nudge.person, now, store)
        sent, local = bench.sent, bench.now
        if seconds(nudge.at) not in sent:
            return now
        at = quiet_hours(bench).after(now, local.tzinfo or UTC)
        return None if at <= now and is_uncounted(sent, nudge.number, nudge.at, local) else at

    def bring_in(self, person: Person, content: bytes, now: datetime, store: Store) -> importing.Told:
        """Keep what a file of an export tells, for somebody of whom nothing is kept; all of it or nothing.

        Raises `FileRefused` with one sentence.
        """
        told = importing.read(content, now)
        past = importing.past(told, now, self._wording, self._community)
        if not store.bring_in(person, past.journal, past.snapshot, past.due):
            raise FileRefused(f"Something is kept of {person.id} in {person.tenant} already; erase it first.")
        return told

    def erase(self, person: Person, now: datetime, store: Store) -> None:
        """Erase all of a person without a word to them, their key too; durable when this returns."""
        gone = Arrival(id=f"erased:{now.isoformat()}", person=person, at=now)
        store.take(gone, lambda _: Turn(number=1, snapshot=b"", entry=b"", outgoing=None, erase=True)).result()
        self._decoded.pop(person, None)
        forget_all()
        if is_community(person):
            self.office.forget(person.tenant)
        else:
            self.may_be_gone(person)
            self.tell_gone(now, store)

    def may_be_gone(self, member: Person) -> None:
        """Have `tell_gone` look whether they were erased."""
        self._may_be_gone.add(member)

    def tell_gone(self, now: datetime, store: Store) -> list[Outgoing]:
        """Have their communities drop what they have of everybody who was erased; what the communities send then.

        Not inside a turn. Raises `StoreError`; then it is tried again with the next call. What a process did not come to
        do is done by `Office.look_for_gone`.
        """
        told: list[Outgoing] = []
        while self._may_be_gone:
            member = self._may_be_gone.pop()
            try:
                if store.snapshot(member) is None:
                    told += self.office.tell_gone(member, now, store)
            except StoreError:
                self._may_be_gone.add(member)
                raise
        return told

    def erase_departed(self, now: datetime, store: Store) -> None:
        """Erase everybody of the workspaces that have taken the coach out long enough ago."""
        for tenant in store.departed(now - DEPARTED):
            for person in store.people(tenant):
                self.erase(person, now, store)
            store.come_back(tenant)

    def erase_unreachable(self, now: datetime, store: Store) -> None:
        """Erase those who cannot be reached and whose time is over: nobody can tell them, and no turn of theirs comes."""
        for person in store.unreachable():
            if is_community(person):  # a whole workspace has left; `erase_departed` sees to it
                continue
            end = keeping.ends(self._bench(person, now, store))
            if end is not None and end <= now:
                self.erase(person, now, store)

    def _bench(self, person: Person, now: datetime, store: Store) -> Workbench:
        """What is known of somebody, outside a turn; for looking only."""
        state = decode_state(store.snapshot(person))
        arrival = Arrival(id="", person=person, at=now)
        own = partial(self.office.own, store=store)
        community = own(home(state, arrival, own)) or self._community
        local = now.astimezone(local_zone(state, arrival, community))
        return Workbench(state, local, self._wording, community, Journal(lambda: store.journal(person)), own)

    def _state(self, person: Person, snapshot: bytes | None) -> State:
        """The snapshot decoded; the last one of each person is remembered, by the very bytes it came from."""
        encoded, state = self._decoded.pop(person, (None, None))
        if state is None or encoded is not snapshot:
            state = decode_state(snapshot)
        if len(self._decoded) >= MOST_REMEMBERED:
            del self._decoded[next(iter(self._decoded))]
        return state

    def _trouble(self, state: State, event: Event, local: datetime, community: Community) -> Step:
        bench = Workbench(state, local, self._wording, community)
        bench.undoable = False
        if not isinstance(event, NudgeDue):
            bench.say(lines.TROUBLE)
        return Step(bench.state(), (), tuple(bench.parts), promises.next_due(bench))


def understood(text: str) -> Reading | None:
    """The reading of a text; if an error of ours hinders it, what it says of danger, else None."""
    try:
        return read(text)
    except Exception as error:  # as for the step: it must not cost the person their words
        report(error)
    danger = safety.read(text)
    return None if danger is None else replace(read(""), text=text, whole=text, danger=danger)


def local_zone(state: State, event: Event, community: Community = NONE) -> tzinfo:
    """The person's zone, else the platform's word for it, else the community's; UTC until it is known."""
    name = state.facts_of(PERSON).text("zone") or event.zone or community.zone
    if name is None:
        return UTC
    try:
        return clock.zone(name)
    except ReboundError:
        return UTC


def report(error: Exception) -> None:
    """Log where an error of ours happened, and nothing of what the person wrote: not even its message."""
    log.error("A turn failed with %s; the person was asked to try again.", outline(error))
