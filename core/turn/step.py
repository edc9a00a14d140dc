"""A turn: what came in, what is done about it, and what is to be kept. Pure: the same input gives the same turn.

What a text means is for `core.turn.hearing` to say. The rule a newcomer could break: after danger nothing of the
coach's own is said until the person is back by their own choice, whatever else the turn had to announce.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core import clock, lines, places
from core.belonging import ALL, LATEST, belonging, homes
from core.community import NONE, Community
from core.errors import ReboundError
from core.events import (
    Arrival,
    Click,
    Deleted,
    Edited,
    Event,
    FromCommunity,
    Medium,
    Moved,
    NudgeDue,
    Person,
    Rewritten,
    Text,
    Wordless,
    ZoneChosen,
)
from core.facts import PERSON, ZONE_ELSEWHERE, Value
from core.flows.forget import CONFIRMED
from core.journal import EMPTY, Journal
from core.messages import EDIT, Part, Prompt, Relay
from core.ports import Closed, Entry
from core.records import record
from core.replay import FLOWS
from core.safety.danger import Kind
from core.state import Pause, Run, State
from core.turn import (
    careful,
    coming,
    correcting,
    drafts,
    edits,
    from_community,
    getting_around,
    keeping,
    letters,
    nudges,
    passing_on,
    promises,
    putting_off,
    reading_back,
    rescheduling,
    unshown,
    unsure,
)
from core.turn.answering import answer, closed
from core.turn.hearing import Hearing
from core.turn.options import Replied, pressed
from core.turn.workbench import Workbench
from core.understanding import Reading, read
from core.wording import Wording

_FIRST_WORDS = ("capture", "prepare", "telling")
"""What the first message of somebody new may lead to."""
_NO_WAY_BACK = {"danger", "stop", "forget", "talk-to-staff"}
"""Conversations that are not the reflection; who leaves one of them is back with the next message."""


@record
class Step:
    """What one event changes."""

    state: State
    facts: tuple[tuple[str, str, Value | None], ...]
    """(scope, name, value) in order; None withdraws the name."""
    parts: tuple[Part, ...]
    due: datetime | None = None
    """When the coach has to come back of itself (UTC)."""
    erase: bool = False
    """Everything about the person is to be erased; the parts are the last thing said."""
    takes_back: tuple[int, ...] = ()
    """The turns whose messages are not to be sent any more."""
    remains: tuple[Entry, ...] | None = None
    """What is left of the journal before this turn, where a part of it is erased; of the event only that it was."""
    about: str = PERSON
    """The interview talked about when it came."""
    stands_for: str | None = None
    """The event that is not to be taken any more, because this one came in its place."""
    relayed: tuple[Relay, ...] = ()
    """What passes to the community with what is said."""
    closed: Closed | None = None
    """The question that was open before and has been answered or left."""


def step(
    state: State,
    event: Event,
    reading: Reading | None,
    now: datetime,
    wording: Wording,
    community: Community = NONE,
    journal: Journal = EMPTY,
    waiting: unshown.Ask = tuple,
    seen: edits.Seen = edits.never,
    own: Callable[[str], Community | None] = lambda _tenant: None,
) -> Step | None:
    """Take one event; None where it comes to nothing. `now` is local to the person; `reading` is the reading of a text,
    None for other events.

    `own` gives what the community of a tenant has set itself, if any. The journal, what waits in the outbox and which
    events were seen are the same whenever they are looked into during the turn; most turns never look.
    """
    before = unshown.taken_back(state, waiting, now)
    if isinstance(event, NudgeDue):
        before = replace(before, state=unshown.counted(before, waiting, now))
    bench = Workbench(before.state, now, wording, community, journal, own)
    turn = Turn(bench, event.person, home(state, event, own))
    turn.learn_zone(event.zone or community.zone)
    if not isinstance(event, FromCommunity):  # a letter of one community does not make it theirs
        turn.learn_community(event.community)
    turn.take(event, reading, seen)
    if turn.is_nothing:
        return None
    turn.notice_zone(event.zone)
    taken = turn.finish()
    takes_back = (*before.numbers, *unshown.unwanted(turn.bench, before, waiting))
    return replace(taken, facts=(*before.restored, *taken.facts), takes_back=takes_back) if takes_back else taken


def home(state: State, event: Event, own: Callable[[str], Community | None] = lambda _tenant: None) -> str:
    """The tenant of the community whose links, contacts and hours are the person's now; one that is gone is left out."""
    found = homes(state, event.community, event.person.tenant)
    latest = event.community or state.facts_of(PERSON).text(LATEST) or event.person.tenant
    return next((tenant for tenant in found if own(tenant) is not None), latest)


def _may_be_followed(there: str, here: str) -> bool:
    """Whether clocks show something else there, and we would understand who says that they are there."""
    try:
        clock.zone(there)
    except ReboundError:
        return False
    meant = places.zones_meant(places.town(there))
    is_clear = len(meant) == 1 and places.keep_the_same_time(meant[0], there)
    return is_clear and not places.keep_the_same_time(there, here)


def answered_by(run: Run, click: Click, now: datetime) -> Replied | None:
    """The facts that a click brings as the answer to the question a run has shown; None where it belongs to another."""
    if run.shown is None or (run.id, run.shown.name) != (click.run, click.question):
        return None
    return pressed(run.shown, click.option, now)


def _read(reading: Reading | None) -> Reading:
    assert reading is not None, "a text comes with its reading"  # noqa: S101 (an author's error)
    return reading


class Turn:
    """One event taken; the moves it is made of are the workbench's."""

    def __init__(self, bench: Workbench, person: Person, home: str = "") -> None:
        """`home` is the tenant of the person's community; without it, their own."""
        self.bench = bench
        bench.home = home or person.tenant
        bench.surface = person.tenant.partition(":")[0]
        self.about = bench.interview
        self.is_over = False
        self.wrote = False
        self.listened = False
        self.in_danger = False
        self.is_nothing = False
        self.spoke = False
        self.stands_for: str | None = None

    def take(self, event: Event, reading: Reading | None, seen: edits.Seen) -> None:
        """What is done about the event; `reading` is there where it brings a text."""
        if isinstance(event, Click | Text | ZoneChosen | Moved | Wordless | Rewritten):
            self.listen()
        match event:
            case Arrival():
                self.arrive()
            case NudgeDue():
                self.bring()
            case Click():
                self.click(event)
            case Text():
                self.hear(_read(reading))
            case Edited():
                self.edit(event, _read(reading), seen)
            case Deleted():
                self.delete(event, seen)
            case ZoneChosen():
                self.set_zone(event.name)
            case Moved():
                self.move(event)
            case FromCommunity():
                self.is_nothing = not self.bench.before.number  # it was on its way while they were erased
                from_community.take(self.bench, event)
            case Wordless():
                self.see_no_words(event.medium)
            case Rewritten():
                self.rewrite(event, _read(reading))

    def learn_zone(self, zone: str | None) -> None:
        """The platform's word for where they are, as long as there is none of their own."""
        if zone and self.bench.facts(PERSON).value("zone") is None:
            self.bench.learn("zone", zone)

    def learn_community(self, community: str | None) -> None:
        """The community they came from, where they can come from several."""
        person = self.bench.facts(PERSON)
        if community and person.value(LATEST) != community:
            self.bench.learn(LATEST, community)
            self.bench.learn(ALL, belonging(person).after_coming_from(community).kept)

    def notice_zone(self, told: str | None) -> None:
        """Ask once whether to follow, where the platform names another time than the one we go by.

        What they say themselves counts more, and whoever says it in this turn has heard the platform contradicted.
        """
        bench, person = self.bench, self.bench.facts(PERSON)
        here = person.text("zone")
        is_theirs = any(name == "zone" for _, name, _ in bench.brought)
        if told is None or here is None or not self.listened or bench.held or bench.remains is not None:
            return
        if told == (person.text(ZONE_ELSEWHERE) or here):
            return
        bench.learn(ZONE_ELSEWHERE, told)
        if not is_theirs and _may_be_followed(told, here):
            bench.say_last(lines.ELSEWHERE, surface=bench.surface, there=places.town(told), here=places.town(here))

    def listen(self) -> None:
        """The person did something: nothing waits unanswered any more."""
        self.listened = True
        self.bench.nudged = ""
        self.bench.heard = int(self.bench.now.timestamp())
        self.bench.warned = ()
        self.bench.unanswered = 0
        passing_on.leave_past_meeting(self.bench)

    def arrive(self) -> None:
        """The person is back, or here for the first time."""
        bench = self.bench
        bench.nudged = ""
        bench.undoable = False
        bench.visited = int(bench.now.timestamp())
        bench.warned = ()
        bench.runs = [run for run in bench.runs if run.flow in FLOWS]  # none to come back to if it is gone
        if bench.held and bench.paused is Pause.STOPPED and bench.runs:
            bench.say(lines.STILL_STOPPED)  # after danger nothing leads back but their own word
            return
        bench.paused = Pause.NOT
        if not bench.runs:
            getting_around.invite(bench)
        elif bench.facts(bench.runs[-1].interview).all():
            bench.recap()
        bench.proceed()

    def bring(self) -> None:
        """The hour of a nudge has come, or the time for which anything is kept is over."""
        self.bench.undoable = False
        self.is_over = keeping.is_over(self.bench)
        if not self.is_over:
            has_opened = letters.bring(self.bench)
            nudges.bring(self.bench)
            if has_opened and not any(isinstance(part, Prompt) for part in self.bench.parts):
                self.bench.proceed()
            keeping.tell(self.bench)

    def click(self, event: Click) -> None:
        """A choice by button, perhaps of a question shown long ago: it is its own evidence."""
        self.spoke = True
        if drafts.is_draft(event.run):
            drafts.settle(self.bench, event.run, event.question, event.option)
            return
        run = self.bench.run
        replied = None if run is None else answered_by(run, event, self.bench.now)
        if replied is not None:
            self.bench.paused = Pause.NOT
            answer(self.bench, replied)
            return
        self.bench.say(lines.OLD_BUTTON)
        self.bench.proceed()

    def hear(self, reading: Reading) -> None:
        """The person wrote something; danger comes before whatever else it means."""
        self.spoke = True
        if self.is_danger(reading):
            return
        was_open = self.bench.run
        Hearing(self.bench, reading).hear()
        if reading.may_be_danger is not None:
            unsure.make_sure(self.bench, reading, reading.may_be_danger, was_open)

    def see_no_words(self, medium: Medium) -> None:
        """They sent something that cannot be read: it answers nothing, and the open question stays where it is."""
        bench = self.bench
        bench.undoable = False
        bench.say(lines.WORDLESS[medium])
        if not bench.before.number:
            getting_around.invite(bench)
            bench.proceed()
        elif bench.held and not careful.stay(bench, read("")):
            bench.say(lines.HELP_STAYS)

    def rewrite(self, event: Rewritten, reading: Reading) -> None:
        """Their own text in place of a draft."""
        if self.is_danger(reading):
            return
        if not reading.text:
            self.bench.say(lines.EMPTY)
            self.bench.proceed(short=True)
            return
        drafts.settle(self.bench, event.run, event.name, EDIT, event.text)

    def edit(self, event: Edited, reading: Reading, seen: edits.Seen) -> None:
        """A message of theirs says something else now."""
        bench = self.bench
        message = edits.message(bench.journal, event.original)
        if message is None and edits.is_yet_to_come(event, bench.instant, seen):
            self.stands_for = event.original
            self.listen()
            self.hear(reading)
        elif message is None or not message.may_become(event):
            self.is_nothing = not (message is None and self.is_danger(reading))
        elif bench.held and reading.danger is not None and message.reading.danger is not None:
            bench.proceed(short=True)
        elif not self.is_danger(reading) and not bench.held:  # only their own word leads back, and an edit is none
            self.listen()
            edits.take(bench, message, reading)

    def delete(self, event: Deleted, seen: edits.Seen) -> None:
        """A message of theirs is gone."""
        message = edits.message(self.bench.journal, event.original)
        if message is not None:
            edits.erase(self.bench, message, event)
        elif edits.is_yet_to_come(event, self.bench.instant, seen):
            self.stands_for = event.original
        else:
            self.is_nothing = True

    def set_zone(self, name: str) -> None:
        """The zone they picked; what was told of hours before is moved to it."""
        bench = self.bench
        if bench.facts(PERSON).value("zone") == name:
            bench.note("zone", name)
        else:
            correcting.change(bench, bench.interview, "zone", name)
        bench.proceed(short=True)

    def move(self, event: Moved) -> None:
        """Another hour for a message to come, or none; what has come meanwhile is no more to be moved."""
        bench = self.bench
        became = "stopped" if event.to is None else putting_off.to(event.to, bench.now)
        if became is None or not rescheduling.move(bench, event.nudges, became):
            coming.tell(bench)
        elif event.to is None:
            bench.say(lines.DROPPED)
        elif bench.held:
            bench.say(lines.HELD)
        bench.proceed(short=True)

    def is_danger(self, reading: Reading) -> bool:
        """Whether what they wrote is a sign of danger, which is then met."""
        self.wrote = True
        if reading.danger is None or reading.danger.kind is Kind.HEAVY:
            return False
        self.in_danger = True
        careful.meet(self.bench, reading.danger.kind)
        return True

    def finish(self) -> Step:
        """The turn as it is to be kept."""
        bench = self.bench
        if not (bench.parts or bench.runs) and any(run.flow not in FLOWS for run in bench.before.runs):
            getting_around.invite(bench)  # the flow they answered to is gone, so nothing was said
            bench.proceed()
        is_asked = (PERSON, CONFIRMED, True) in bench.brought
        if is_asked or self.is_over:
            bench.parts = []
            if is_asked:
                bench.say(lines.ERASED, surface=bench.surface)
            return Step(bench.state(), tuple(bench.brought), bench.message(bench.today), None, erase=True)
        if bench.held and self.is_back():
            bench.held = False
        reading_back.leave(bench)
        passing_on.pass_on(bench)
        if not bench.held:  # into a crisis nothing of the coach's own is said; it waits until they are back
            if bench.run and bench.run.flow in _FIRST_WORDS and self.wrote and not bench.has_said(lines.PRIVACY):
                bench.say_before_question(lines.PRIVACY, surface=bench.surface, months=keeping.months(bench))
            promises.reconcile(bench)
        parts = bench.message(bench.today)
        if self.spoke and not parts:
            getting_around.say_where_it_stands(bench)
            parts = bench.message(bench.today)
        about = self.about if bench.before.number else bench.interview
        due = promises.next_due(bench)
        return Step(
            bench.state(),
            tuple(bench.brought),
            parts,
            due,
            remains=bench.remains,
            about=about,
            stands_for=self.stands_for,
            relayed=tuple(bench.relayed),
            closed=closed(bench),
        )

    def is_back(self) -> bool:
        """Whether the person has come back to the reflection by choice, after there was danger."""
        run = self.bench.run
        talks = run is not None and run.flow not in _NO_WAY_BACK and self.bench.paused is Pause.NOT
        came_from = self.bench.before.runs[-1].flow if self.bench.before.runs else ""
        return self.listened and talks and not self.in_danger and came_from not in _NO_WAY_BACK
