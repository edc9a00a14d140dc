"""The plan: every nudge that should exist, from the facts alone; and how they fall into a person's days.

`plan` is about one interview and knows no present: it neither drops a nudge because its hour has passed nor cancels
one. "The note is sent, so no reminder" is not code that cancels: the plan just does not want it any more. `spread`
is about one person: quiet hours, at most two messages a day, one message for what falls together, and silence after
two that stayed unanswered. The rule a newcomer could break: a nudge is known by its interview, kind and number, never
by its time, so that one that was sent stays sent when dates move.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from core import clock
from core.community import QUIET
from core.drafts import call, feedback, second_chance
from core.drafts.readers import readers
from core.drafts.thank_you import is_wanted
from core.errors import ReboundError
from core.facts import PERSON, Fact, Facts
from core.records import record

MORNING = time(9)
EVENING = time(18, 30)
CALM = 6
"""Up to this feeling a note may go out on the same evening (C1)."""
AFTERNOON_ENDS = time(17)
"""An interview that ended later leaves no calm evening for a note (C1)."""
JUST_SEEN = timedelta(hours=2)
"""Whoever saw the note so shortly before the evening, and kept it, is not asked again on that evening."""
PAUSE_IN_CAPTURE = timedelta(hours=3)
PRACTICE_DAYS = (3, 6, 9)
CHECK_IN_DAYS = (2, 7)
"""Working days after the day on which they wanted to answer."""
AFTER_NO_DAYS = (1, 2)
"""Days after the no, and days after the interview, before anything more is asked of them."""
MET = "met-no"
"""The day on which they told of a no."""
HEARD = "heard-no"
"""That the words for it are through; before that, on the same day, nothing is told of what comes."""
THEIR_DAY_IS_NEAR = 2
"""Days within which their answer is waited for before anybody is asked to let go."""
AFTER_THE_TELLING = 4
"""Days after an interview was told of before which nobody is asked to let go."""
AFTER_A_NO = 3
"""Days after a no before which nobody is asked to let go."""
PREPARE_DAYS = 2
"""Days before the next interview."""

MOST_A_DAY = 2
NEIGHBOURS = timedelta(minutes=90)
"""What is due within this time of another shares its message."""
MOST_UNANSWERED = 2
"""After so many in a row without an answer only letting go still comes, and what the person asked for."""
WHILE_TALKING = timedelta(minutes=15)
"""A conversation is not interrupted until it has been silent for so long."""


class Kind(StrEnum):
    """What a nudge is about, in the order in which they are taken up when they come together."""

    UNFINISHED = "unfinished"
    CALL = "call"
    NOTE = "note"
    LAST_CALL = "last-call"
    JUDGE = "judge"
    CHECK_IN = "check-in"
    AFTER_NO = "after-no"
    LET_GO = "let-go"
    PRACTICE = "practice"
    PREPARE = "prepare"
    MOCK = "mock"


ORDER = list(Kind)
_BEGINS_ANEW = ("told-at", "outcome", "next-interview-on")
"""What is told of an interview after the search was closed, and opens it again."""


@record
class Nudge:
    """A message that the coach should begin."""

    interview: str
    kind: Kind
    number: int
    """Which of several of its kind, from 1; 0 when there is only one."""
    due: datetime
    """The instant (UTC) the arc gives it; `spread` may let it come later."""
    until: datetime
    """The instant after which it would be pointless."""
    asked_at: int = 0
    """The turn in which the person named this time, 0 if they did not."""

    @property
    def asked_for(self) -> bool:
        """Whether the person named this time: then neither quiet hours nor the daily most apply."""
        return self.asked_at > 0

    @property
    def name(self) -> str:
        """What it is called within its interview; the fact `nudge:<name>` tells what became of it."""
        return f"{self.kind}-{self.number}" if self.number else self.kind.value

    @property
    def id(self) -> str:
        """What it is called among all of the person's; keeps its meaning when times move."""
        return f"{self.interview}/{self.name}"


@record
class Slot:
    """One message to come, with everything it is about."""

    at: datetime
    """The instant, UTC."""
    nudges: tuple[Nudge, ...]

    @property
    def is_asked_for(self) -> bool:
        """Whether the person named its time, for one of its nudges at least."""
        return any(nudge.asked_for for nudge in self.nudges)


# --- one interview ----------------------------------------------------------------------------------------


def plan(
    facts: Facts,
    interview: str,
    idle_since: datetime | None = None,
    working_days: Set[int] = clock.MONDAY_TO_FRIDAY,
) -> list[Nudge]:
    """Every nudge that the facts of one interview ask for.

    `idle_since` is the instant of the last answer in a first conversation that is still under way. As long as the
    person's zone is unknown there is nothing at an hour of theirs, only what counts from a moment.
    """
    if interview == PERSON or is_over(facts):
        return []
    where = zone_of(facts)
    found = []
    for row in _rows(facts, where, idle_since, working_days):
        nudge = replace(row, interview=interview)
        became = facts.latest(f"nudge:{nudge.name}")
        if became is None or (nudge.kind is Kind.PREPARE and _is_of_an_earlier_round(facts, became)):
            found.append(nudge)
        elif (later := put_off_to(str(became.value), where or UTC)) is not None and _may_wait(nudge, later):
            found.append(replace(nudge, due=later, until=later + timedelta(days=2), asked_at=became.turn))
    return _without_a_second_call(found)


def is_over(facts: Facts) -> bool:
    """Whether nothing may come any more about an interview: stopped, moved on, or the whole search is closed."""
    return bool(facts.value("nudges") == "stopped" or facts.value("moved-on") or _is_search_over(facts))


def _is_of_an_earlier_round(facts: Facts, fact: Fact | None) -> bool:
    """Whether what became of getting ready was before they were asked back: the next round is another day."""
    back, day = facts.latest("outcome"), facts.latest("next-interview-on")
    if fact is None or back is None or day is None or back.value != "next-round":
        return False
    return fact.turn < back.turn <= day.turn or fact.turn < day.turn <= back.turn


def _may_wait(nudge: Nudge, later: datetime) -> bool:
    """Whether it is of use at that time, too: in the evening or on another day a call is not (R37)."""
    return nudge.kind is not Kind.CALL or later <= nudge.until


def _is_search_over(facts: Facts) -> bool:
    """Whether the search was closed after the last thing that would begin anew what was to come."""
    closed = facts.latest("search-closed")
    if closed is None:
        return False
    begins = (facts.latest(name) for name in _BEGINS_ANEW)
    asked = (fact for name, fact in facts.all().items() if name.startswith("nudge:"))
    return not any(fact is not None and fact.turn > closed.turn for fact in (*begins, *asked))


def _without_a_second_call(nudges: list[Nudge]) -> list[Nudge]:
    """A note that comes at the last call or beyond, put off or told of late, is the last call."""
    note = next((one for one in nudges if one.kind is Kind.NOTE), None)
    return [one for one in nudges if note is None or one.kind is not Kind.LAST_CALL or one.due > note.due + NEIGHBOURS]


def put_off_to(became: str, where: tzinfo) -> datetime | None:
    """The instant in a fact like "later 2026-11-25T18:30"; None when it tells of something else."""
    word, _, at = became.partition(" ")
    if word != "later":
        return None
    if (moment := clock.moment_in(at)) is None:
        return None
    return clock.instant(moment, where) if moment.tzinfo is None else moment.astimezone(UTC)


def zone_of(facts: Facts) -> tzinfo | None:
    """The person's zone, None while it is unknown."""
    name = facts.text("zone")
    try:
        return None if name is None else clock.zone(name)
    except ReboundError:
        return None


def day_of(facts: Facts) -> date | None:
    """D, the day the arc counts from: the interview's, else the one on which it was first told of."""
    return clock.day_in(facts.text("interview-on")) or clock.day_in(facts.text("told-at"))


def practice_days(facts: Facts, day: date) -> list[tuple[int, date]]:
    """The rounds they wished for and have not had, with the day of each, none on the day of the wish; `day` is D."""
    times = {"yes": 3, "once": 1}.get(str(facts.value("practice")), 0)
    days = [(number, day + timedelta(days=after)) for number, after in enumerate(PRACTICE_DAYS[:times], start=1)]
    wished = clock.day_in(facts.text("practice-at")) or date.min
    return [(number, on) for number, on in days if on > wished and not facts.value(f"practised-{number}")]


def _rows(facts: Facts, where: tzinfo | None, idle_since: datetime | None, working_days: Set[int]) -> Iterator[Nudge]:
    """The table of the arc, row by row, whatever became of each."""
    left = facts.value("broken-off") or facts.value("capture-left") == "left"
    is_ahead = facts.value("news") == "ahead"
    is_open = facts.value("captured") is None and facts.value("capture-left") is None and not is_ahead
    if idle_since is not None and is_open:
        due = idle_since + PAUSE_IN_CAPTURE
        yield Nudge("", Kind.UNFINISHED, 0, due, due + timedelta(days=1))
    day = day_of(facts)
    if where is not None and day is not None and is_ahead:
        yield from _Rows(facts, where, day, working_days).preparing()
        return
    if where is None or day is None or not (left or facts.value("captured")):
        return
    rows = _Rows(facts, where, day, working_days)
    if facts.value("outcome") == "withdrawn":
        yield from rows.kept()
    elif facts.value("outcome") != "offer":
        yield from rows.early()
        yield from rows.later()
    yield from rows.preparing()


@record
class _Rows:
    facts: Facts
    where: tzinfo
    day: date
    working_days: Set[int]

    def early(self) -> Iterator[Nudge]:
        """The note and the look back: the first two days."""
        if self.facts.value("let-go"):
            return
        if is_wanted(self.facts) and not self.is_sent() and self.facts.value("outcome") != "rejected":
            if (at := call.reminded_at(self.facts)) is not None:
                yield self.call(at)
            yield self.row(Kind.NOTE, *self.note_time(), days=1)
            yield self.row(Kind.LAST_CALL, self.day + timedelta(days=2), MORNING, days=3)
        if not self.facts.value("judged") and self.facts.value("judge-when") != "no":
            day = self.day + timedelta(days=1)
            captured = clock.day_in(self.facts.text("captured"))
            if captured and self.facts.value("judge-when") in (None, "tomorrow"):
                day = max(day, captured + timedelta(days=1))
            asked = clock.day_in(self.facts.text("broken-off"))
            if asked and self.facts.value("judge-when") is None:
                day = max(day, asked + timedelta(days=1))  # one message a day is enough for who broke off
            yield self.row(Kind.JUDGE, self.not_beside_a_no(day), MORNING, days=6)

    def later(self) -> Iterator[Nudge]:
        """Practice, letting go, and asking for the answer that did not come."""
        outcome, keeps = self.facts.value("outcome"), self.facts.value("keep")
        let_go = self.facts.value("let-go")
        if not let_go and outcome == "rejected":
            yield from self.after_no()
        if not let_go and outcome != "next-round":
            yield self.row(Kind.LET_GO, self.letting_go(), EVENING, days=14)
        if not let_go or keeps in ("both", "practice"):
            yield from self.practice()
        may_ask = self.facts.value("contact") != "barred" and outcome in (None, "waiting")
        may_ask = may_ask and not self.facts.value("chance-asked")  # that is with them, and once is all
        if may_ask:
            yield from self.check_ins(is_usual=not let_go or keeps in ("both", "check-in"))

    def after_no(self) -> Iterator[Nudge]:
        """What may still be asked of them, not on the day of the no, and only if there is something (C3).

        Where they left the words for it, it is told of on the next day and comes the day after.
        """
        after_no, after_all = (timedelta(days=days) for days in AFTER_NO_DAYS)
        met, heard = clock.day_in(self.facts.text(MET)), clock.day_in(self.facts.text(HEARD))
        told = heard or (met + after_no if met else clock.day_in(self.facts.text("captured")))
        is_asked = self.facts.value("feedback-asked") or self.facts.value("chance-asked")  # one thing is enough
        is_fitting = feedback.is_fitting(self.facts) or second_chance.may_be_offered(self.facts)
        if told is not None and is_fitting and not is_asked:
            yield self.row(Kind.AFTER_NO, max(told + after_no, self.day + after_all), MORNING, days=5)

    def letting_go(self) -> date:
        """A week on, but not on the heels of the telling or a no, nor before the day that closes a second chance.

        Nor on the day they named for their answer, or the two before it: nobody lets go of what may come tomorrow.
        """
        told = clock.day_in(self.facts.text("told-at")) or self.day
        week = max(self.day + timedelta(days=7), told + timedelta(days=AFTER_THE_TELLING))
        closes, no = (clock.day_in(self.facts.text(name)) for name in ("chance-closes-on", MET))
        promised = clock.day_in(self.facts.text("answer-promised-at"))
        if promised is not None and not no and timedelta(0) <= promised - week <= timedelta(days=THEIR_DAY_IS_NEAR):
            week = promised + timedelta(days=1)
        return max(week, closes or week, no + timedelta(days=AFTER_A_NO) if no else week)

    def not_beside_a_no(self, day: date) -> date:
        """That day, but the one after where a no came in on it."""
        return day + timedelta(days=1) if day == clock.day_in(self.facts.text(MET)) else day

    def kept(self) -> Iterator[Nudge]:
        """What outlasts an application they have withdrawn: practice, if they want it still."""
        if self.facts.value("keep") in ("both", "practice"):
            yield from self.practice()

    def practice(self) -> Iterator[Nudge]:
        """Three times at even distance, as the person wished at the judging."""
        for number, day in practice_days(self.facts, self.day):
            yield self.row(Kind.PRACTICE, self.not_beside_a_no(day), EVENING, days=3, number=number)

    def check_ins(self, *, is_usual: bool) -> Iterator[Nudge]:
        """Two, counted in working days from the day they had named; beyond that, what the person has named a time for."""
        promised = clock.day_in(self.facts.text("answer-promised-at"))
        told = clock.day_in(self.facts.text("told-at"))
        if promised is not None and told is not None:
            promised = max(promised, told)  # it was over when they told of it
        for number, days in enumerate(CHECK_IN_DAYS, start=1):
            is_wished = str(self.facts.value(f"nudge:{Kind.CHECK_IN}-{number}")).startswith("later ")
            if not self.facts.value(f"checked-in-{number}") and (is_wished or (is_usual and promised is not None)):
                day = clock.add_working_days(promised or self.day, days, self.working_days)
                yield self.row(Kind.CHECK_IN, day, MORNING, days=5, number=number)

    def preparing(self) -> Iterator[Nudge]:
        """Before the next interview, once its day is known; and the day of the practice interview."""
        coming = clock.day_in(self.facts.text("next-interview-on"))
        is_ready = self.facts.value("prepared") and not _is_of_an_earlier_round(
            self.facts, self.facts.latest("prepared")
        )
        if coming is not None and not is_ready:
            yield self.row(Kind.PREPARE, coming - timedelta(days=PREPARE_DAYS), EVENING, days=1)
        rehearsal = clock.day_in(self.facts.text("mock-on"))
        if rehearsal is not None and not self.facts.value("mock-done"):
            yield self.row(Kind.MOCK, rehearsal, MORNING, days=1)

    def note_time(self) -> tuple[date, time]:
        """That evening for the calm, after a night for the others; or as they chose (C1); not beside a call (C2)."""
        feeling, chosen = self.facts.value("feeling-at-first"), self.facts.value("note-look")
        ended = clock.moment_in(self.facts.text("interview-ended-at") or "")
        calm = not isinstance(feeling, int) or feeling <= CALM
        late = ended is not None and ended.time() > AFTERNOON_ENDS
        day = self.day
        if chosen in ("tonight", "tomorrow"):  # counted from the day on which they chose
            day = max(day, clock.day_in(self.facts.text("told-at")) or day)
        if chosen == "now" and (seen := clock.moment_in(self.facts.text("note-look-at") or "")) is not None:
            kept_late = datetime.combine(seen.date(), EVENING) - seen < JUST_SEEN
            if kept_late and seen.date() >= day:  # "not now" at six is no wish to be asked at half past
                return seen.date() + timedelta(days=1), MORNING
        if call.is_chosen(self.facts):
            return day + timedelta(days=1), MORNING
        tonight = chosen == "tonight" or (chosen != "tomorrow" and calm and not late)
        return (day, EVENING) if tonight else (day + timedelta(days=1), MORNING)

    def call(self, at: datetime) -> Nudge:
        """The call, at that hour of theirs; it is of no use after the working day."""
        ends = clock.instant(datetime.combine(at.date(), call.ENDS), self.where)
        return Nudge("", Kind.CALL, 0, clock.instant(at, self.where), ends)

    def is_sent(self) -> bool:
        """Whether every note has gone out."""
        return all(self.facts.value(f"note-{reader.number}-sent") for reader in readers(self.facts))

    def row(self, kind: Kind, day: date, at: time, *, days: int, number: int = 0) -> Nudge:
        """A nudge at an hour of theirs, which stays worth sending for some days."""
        due = clock.instant(datetime.combine(day, at), self.where)
        return Nudge("", kind, number, due, due + timedelta(days=days))


# --- one person -------------------------------------------------------------------------------------------


@record
class Reach:
    """When the person may be written to."""

    where: tzinfo
    now: datetime
    """The instant."""
    quiet: clock.QuietHours = QUIET
    sent: Sequence[datetime] = ()
    """The instants of the latest messages that the coach began of itself."""
    unanswered: int = 0
    """How many of those in a row nobody answered."""
    talking_until: datetime | None = None
    """Until when the conversation under way counts as such."""
    paused_until: datetime | None = None
    paused_at: int = 0
    """The turn in which the person asked for the pause; what they asked for later comes all the same."""


def spread(wanted: Iterable[Nudge], reach: Reach) -> list[Slot]:
    """The messages to come, earliest first; what is overdue is due now, or as soon as it may."""
    placed = [(_earliest(nudge, reach), nudge) for nudge in wanted if not _is_kept_quiet(nudge, reach)]
    slots: list[Slot] = []
    sent = Counter(clock.local(at, reach.where).date() for at in reach.sent)
    waiting = _merged(placed)
    while waiting:
        slot, *waiting = waiting
        day = clock.local(slot.at, reach.where).date()
        if slot.is_asked_for or sent[day] < MOST_A_DAY:
            slots.append(slot)
            sent[day] += not slot.is_asked_for
        else:
            morning = clock.instant(datetime.combine(day + timedelta(days=1), MORNING), reach.where)
            at = reach.quiet.after(morning, reach.where)
            later = [(slot.at, nudge) for slot in waiting for nudge in slot.nudges]
            waiting = _merged([*((at, nudge) for nudge in slot.nudges), *later])
    return [slot for slot in (_while_it_lasts(slot, reach.now) for slot in slots) if slot.nudges]


def _is_kept_quiet(nudge: Nudge, reach: Reach) -> bool:
    return reach.unanswered >= MOST_UNANSWERED and not nudge.asked_for and nudge.kind is not Kind.LET_GO


def _earliest(nudge: Nudge, reach: Reach) -> datetime:
    at = max(nudge.due, reach.now)
    if reach.paused_until is not None and nudge.asked_at <= reach.paused_at:
        at = max(at, reach.paused_until)
    if nudge.asked_for:
        return at
    return reach.quiet.after(max(at, reach.talking_until or at), reach.where)


def _merged(placed: Iterable[tuple[datetime, Nudge]]) -> list[Slot]:
    """Neighbours in one message: at the time the person named if there is one, else at the latest of theirs."""
    groups: list[list[tuple[datetime, Nudge]]] = []
    for at, nudge in sorted(placed, key=lambda one: (one[0], not one[1].asked_for, ORDER.index(one[1].kind))):
        group = groups[-1] if groups else []
        named = next((when for when, other in group if other.asked_for), None)
        ends = any(when <= other.until < at for when, other in group)  # it would be of no use by then
        if group and at - group[0][0] <= NEIGHBOURS and not (ends or (nudge.asked_for and named not in (None, at))):
            group.append((at, nudge))
        else:
            groups.append([(at, nudge)])
    return [_slot(group) for group in groups]


def _slot(group: Sequence[tuple[datetime, Nudge]]) -> Slot:
    at = next((at for at, nudge in group if nudge.asked_for), group[-1][0])
    nudges = sorted((nudge for _, nudge in group), key=lambda one: (one.interview, ORDER.index(one.kind)))
    return Slot(at, tuple(nudges))


def _while_it_lasts(slot: Slot, now: datetime) -> Slot:
    """Without what a hold would bring after it is of use; what is overdue stays, because somebody must be told."""
    return Slot(slot.at, tuple(nudge for nudge in slot.nudges if slot.at <= now or slot.at <= nudge.until))
