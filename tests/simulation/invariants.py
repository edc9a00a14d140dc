"""What must hold, whatever happens: checked on what people saw, what was confirmed to them, and what the store was told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from core import clock
from core.coach import local_zone
from core.events import Arrival, Event, NudgeDue, Person
from core.facts import PERSON
from core.plan import MOST_A_DAY
from core.ports import Outgoing, Turn
from core.state import Promised, State, decode_state, nudged_in
from tests.simulation.messenger import KEY, Seen

QUIET_FROM, QUIET_TO = time(21), time(8)
ANNOUNCED = re.compile(r"\b\w+day (\d+) (\w+), (\d+):(\d\d)\b")
PAUSE = re.compile(r"three hours|3 hours|ask once, on", re.IGNORECASE)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
ROUNDED = 60


@dataclass(slots=True)
class Brought:
    """A nudge that a turn has decided."""

    person: Person
    at: datetime
    promised: dict[str, int]
    """Nudge → the instant at which the person was told it would come, seconds since 1970."""
    is_asked_for: bool


@dataclass(slots=True)
class Known:
    """What is checked about one person."""

    zones: dict[str, tzinfo] = field(default_factory=dict)
    announced: set[int] = field(default_factory=set)
    """The instants named to them so far, in minutes since 1970."""
    was_told_of_pause: bool = False
    silent_since: datetime | None = None
    """Since when nothing may be sent of itself: stopped, or held after a sign of danger."""
    last_row: int = 0
    came: Counter[date] = field(default_factory=Counter)
    """Messages of the coach's own by local day, without those that the person had asked for."""
    had: set[tuple[str, int]] = field(default_factory=set)
    """The promises that were kept."""
    confirmed: set[str] = field(default_factory=set)
    """The events that were acknowledged."""
    turns: dict[str, int] = field(default_factory=dict)
    """Event → the number of its turn."""


@dataclass(slots=True)
class Invariants:
    """Collects what was broken; empty is well."""

    broken: list[str] = field(default_factory=list)
    people: defaultdict[Person, Known] = field(default_factory=lambda: defaultdict(Known))
    messages: dict[str, tuple[Person, int]] = field(default_factory=dict)
    """Every message that a turn left durably, by its key: whose, and of which turn."""
    brought: dict[str, Brought] = field(default_factory=dict)
    on_screen: set[str] = field(default_factory=set)
    """The keys of which something was seen."""
    doubled: Counter[str] = field(default_factory=Counter)
    forgotten: set[str] = field(default_factory=set)
    """The keys of messages to somebody who was erased."""
    taken_back: set[str] = field(default_factory=set)
    erasures: int = 0
    turns: int = 0
    nudges: int = 0
    latest: float = 0.0
    """By how many seconds a nudge was decided after its hour, at most."""

    def breaks(self, at: datetime, what: str) -> None:
        self.broken.append(f"{at:%Y-%m-%d %H:%M:%S} {what}")

    # --- what our side does ---

    def confirms(self, event: Event) -> None:
        """The platform was told that the event is taken."""
        self.people[event.person].confirmed.add(event.id)

    def keeps(self, event: Event, before: bytes | None, turn: Turn, state: State, outgoing: Outgoing | None) -> None:
        """A turn is durable; `event.at` of a nudge is when it was taken."""
        self.turns += 1
        if turn.erase:
            self._forgets(event.person)
            return
        known = self.people[event.person]
        zone = local_zone(state, Arrival(id="", person=event.person, at=event.at, zone=event.zone))
        known.zones.setdefault(str(zone), zone)
        known.turns[event.id] = turn.number
        if turn.remains is not None:
            self._erases(event.person, {entry.number for entry in turn.remains} | {turn.number})
        if turn.takes_back:
            self._takes_back(
                known, {key for key in self._keys_of(event.person) if self.messages[key][1] in turn.takes_back}
            )
        if outgoing is not None:
            self.messages[outgoing.key] = (event.person, turn.number)
            if isinstance(event, NudgeDue):
                self._brings(outgoing.key, event, _promised(decode_state(before), turn.takes_back), state)

    def _keys_of(self, person: Person) -> list[str]:
        return [key for key, (whose, _) in self.messages.items() if whose == person]

    def _erases(self, person: Person, remain: Set[int]) -> None:
        """A part of the journal is gone, with the events of those turns, and nothing of before is sent any more."""
        known = self.people[person]
        known.confirmed -= {event for event, number in known.turns.items() if number not in remain}
        self.taken_back.update(self._keys_of(person))

    def _takes_back(self, known: Known, keys: Set[str]) -> None:
        """What was seen all the same had been in doubt for a day; what it brought may be seen once more."""
        self.taken_back |= keys
        for key in keys & self.on_screen & self.brought.keys():
            known.had -= set(self.brought[key].promised.items())

    def silences(self, person: Person, state: State, at: datetime) -> None:
        """After a turn: may anything still come of itself?"""
        known = self.people[person]
        if state.held or state.facts_of(PERSON).value("nudges") == "stopped":
            known.silent_since = known.silent_since or at
        else:
            known.silent_since = None

    def _brings(self, key: str, event: Event, before: Mapping[str, Promised], state: State) -> None:
        self.nudges += 1
        now = int(event.at.timestamp())
        hour = min((promised.at for promised in before.values()), default=now)
        self.latest = max(self.latest, event.at.timestamp() - hour)
        due = {}
        for id, promised in before.items():
            scope, _, name = id.partition("/")
            became = state.facts.get(scope, {}).get(f"nudge:{name}")
            if became is not None and became.turn == state.number:
                due[id] = promised.told or promised.at
        self.brought[key] = Brought(event.person, event.at, due, is_asked_for=now not in state.sent)

    def _forgets(self, person: Person) -> None:
        self.erasures += 1
        self.people[person] = Known()
        for key in self._keys_of(person):
            del self.messages[key]
            self.forgotten.add(key)
            self.brought.pop(key, None)

    # --- what people see ---

    def shows(self, seen: Seen) -> None:
        """Somebody has seen a message."""
        known = self.people[seen.person]
        found = KEY.match(seen.key)
        if found is None or found[0] in self.forgotten:
            return  # a goodbye, or of somebody who was erased while it was on its way
        if found[0] not in self.messages:
            self.breaks(seen.at, f"{seen.person.id} saw a message that no turn had left")
            return
        key = found[0]
        if seen.is_repeated:
            self.doubled[seen.key] += 1
            return
        if key not in self.on_screen:
            self._sees_first(known, seen, key, int(found[1]))
        self._hears(known, seen)

    def _sees_first(self, known: Known, seen: Seen, key: str, row: int) -> None:
        """The first of a message's groups of parts."""
        self.on_screen.add(key)
        if row < known.last_row:
            self.breaks(seen.at, f"{seen.person.id} saw message {row} after {known.last_row}")
        known.last_row = max(known.last_row, row)
        if not seen.is_reply:
            self._nudged(known, seen, key)

    def _hears(self, known: Known, seen: Seen) -> None:
        text = seen.text
        known.was_told_of_pause |= bool(PAUSE.search(text))
        for day, month, hour, minute in ANNOUNCED.findall(text):
            for zone in known.zones.values():
                known.announced.update(_instants(seen.at, int(day), month, int(hour), int(minute), zone))

    def _nudged(self, known: Known, seen: Seen, key: str) -> None:
        who = seen.person.id
        if known.silent_since is not None and known.silent_since < seen.asked_at:
            self.breaks(seen.at, f"{who} was written to, but had asked for silence at {known.silent_since:%m-%d %H:%M}")
        brought = self.brought.get(key)
        if brought is None:
            self.breaks(seen.at, f"{who} saw a message of the coach's own that no nudge had brought")
            return
        for id, at in brought.promised.items():
            if at // ROUNDED not in known.announced and not (id.endswith("/unfinished") and known.was_told_of_pause):
                self.breaks(seen.at, f"{who} {id} was not announced for {_instant(at):%Y-%m-%d %H:%M}")
            if (id, at) in known.had:
                self.breaks(seen.at, f"{who} saw {id} twice")
            known.had.add((id, at))
        if brought.is_asked_for:
            return
        local = [seen.asked_at.astimezone(zone) for zone in known.zones.values()]
        if all(is_quiet(at.time()) for at in local):
            self.breaks(seen.at, f"{who} was written to at {local[-1]:%H:%M}, in quiet hours")
        day = local[-1].date()
        known.came[day] += 1
        if known.came[day] > MOST_A_DAY:
            self.breaks(seen.at, f"{who} had {known.came[day]} messages of the coach's own on {day}")


def _promised(before: State, takes_back: Collection[int]) -> Mapping[str, Promised]:
    """The promises that a turn keeps: those that were made or moved in a message it takes back were told to nobody."""
    promised, nudged = before.promised, before.nudged
    while nudged and (latest := nudged_in(nudged)).number in takes_back:
        promised, nudged = latest.promised, latest.earlier
    return promised


def is_quiet(at: time) -> bool:
    """Whether nobody may be written to at that hour."""
    return at >= QUIET_FROM or at < QUIET_TO


def _instants(now: datetime, day: int, month: str, hour: int, minute: int, zone: tzinfo) -> Iterator[int]:
    """The instant that is meant by an announcement, in minutes since 1970."""
    if month not in MONTHS:
        return
    for year in (now.year, now.year + 1):
        try:
            wall = datetime(year, MONTHS.index(month) + 1, day, hour, minute)  # noqa: DTZ001 (the zone is another's)
        except ValueError:
            continue
        yield int(clock.instant(wall, zone).timestamp()) // ROUNDED


def _instant(seconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
