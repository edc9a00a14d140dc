"""The file of an export brought back: read with suspicion, and made into the journal and the snapshot it came from.

`docs/export.md` says what stands in it. Whoever hands it in may have written it themselves, so nothing is believed: a
name in the wrong place could act on other interviews, a moment in the future would keep everything for ever. The rule a
newcomer could break: a sentence about what is wrong names the place in the file and nothing of what stands there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, NoReturn

from core import belonging, clock, places
from core.community import KEEP_MONTHS, NONE, Community
from core.errors import FileRefused
from core.export import FORMAT
from core.facts import (
    OF_THE_PERSON,
    OWN_NAME,
    PERSON,
    SHOWN_LIKELY,
    ZONE_ELSEWHERE,
    Fact,
    Facts,
    Picked,
    Value,
    is_of_the_person,
)
from core.flows.erase_one import ERASE
from core.flows.forget import CONFIRMED
from core.journal import Journal, as_content
from core.plan import put_off_to
from core.ports import Entry
from core.records import record
from core.state import Promised, Run, State, encode_state
from core.turn import promises
from core.turn.coming import kind_of, seconds, wanted
from core.turn.nudges import KEPT_SENDS
from core.turn.workbench import Workbench
from core.wording import Wording

LARGEST = 32 * 1024 * 1024
"""In bytes; what somebody writes in years is a hundredth of it."""
_LONGEST_TEXT = 2_000_000
_MOST_INTERVIEWS = 2_000
_MOST_TURNS = 200_000
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_ID = re.compile(r"i[1-9][0-9]{0,5}")
_NAME = re.compile(r"[a-z0-9.][a-z0-9:.-]{0,99}")
_OPTION = re.compile(r"[\w:. -]{1,100}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_OF_A_RUN = re.compile(
    r"(?:forget|close-search|stop|start-over|journal|my-data|keep-for|ends-soon|erase-one|danger)\.(?P<turn>\d{1,6})\."
)
"""The person's answers in conversations that are about no interview; the number is the turn they began in."""
_NEVER_KEPT = (CONFIRMED, ERASE)
"""Facts that act once, in their own turn, and stand in no file."""
_BROUGHT = ("sent", "passed")
_OPEN_NO_MORE = ("captured", "capture-left", "outcome", "let-go", "moved-on")
_RUNS_A_TURN = 10


def _of_country(value: Value) -> bool:
    return isinstance(value, str) and value in places.countries()


def _of_zone(value: Value) -> bool:
    return isinstance(value, str) and value in clock.zone_names()


def _of_hour(value: Value) -> bool:
    return isinstance(value, str) and _HOUR.fullmatch(value) is not None


_FITS: Mapping[str, Callable[[Value], bool]] = {
    "zone": _of_zone,
    ZONE_ELSEWHERE: _of_zone,
    "country": _of_country,
    OWN_NAME: lambda value: isinstance(value, str),
    "field": lambda value: isinstance(value, str | Picked),
    "nudges": lambda value: value in ("stopped", "on"),
    "paused-until": lambda value: isinstance(value, str) and put_off_to(value, UTC) is not None,
    "hours-from": _of_hour,
    "hours-to": _of_hour,
    "kept-for-months": lambda value: type(value) is int and value in KEEP_MONTHS,
    "read-back": lambda value: isinstance(value, str) and _ID.fullmatch(value) is not None,
    "search-closed": lambda value: value is True,
}
"""What the person's own facts may be, because the program acts on them."""


@record
class Told:
    """What the file tells, checked."""

    facts: Mapping[str, Mapping[str, Fact]]
    """By scope: an interview's id, or `PERSON`."""
    moments: Mapping[int, datetime]
    """When each turn was."""
    events: Mapping[int, Mapping[str, object]]
    """What was written or chosen in a turn, as the journal keeps it."""
    nudges: Mapping[str, datetime]
    """When each message that was announced comes, by its id."""
    held: bool


@record
class Past:
    """What is to be kept of it."""

    journal: tuple[Entry, ...]
    snapshot: bytes
    due: datetime | None


# --- read -------------------------------------------------------------------------------------------------


def read(content: bytes, now: datetime) -> Told:
    """What the file tells; `FileRefused` says in one sentence why it cannot be taken."""
    return _Reader(now + timedelta(days=1)).told(_parsed(content))


def _parsed(content: bytes) -> object:
    if len(content) > LARGEST:
        _refuse(f"it is larger than {LARGEST // 1024 // 1024} MB")
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_without_doubles, parse_constant=_refuse_number)
    except UnicodeDecodeError:
        _refuse("it is not UTF-8 text")
    except (ValueError, RecursionError):
        _refuse("it is not JSON; it may be cut off, or the wrong one of the files")


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse("a name stands twice in one of its objects")
    return found


def _refuse_number(_: str) -> NoReturn:
    _refuse("it holds a number that is none")


def _refuse(why: str) -> NoReturn:
    raise FileRefused(f"The file cannot be taken: {why}. Nothing was changed.")


class _Reader:
    """One file read; what is wrong first ends it."""

    def __init__(self, latest: datetime) -> None:
        self._latest = latest
        self._moments: dict[int, datetime] = {}

    def told(self, kept: object) -> Told:
        whole = self._object(kept, "the file", "format", "made", "person", "interviews", "events", "nudges", "held")
        if type(whole["format"]) is not int or whole["format"] != FORMAT:
            _refuse(f"its format is not {FORMAT}, the one that this version reads")
        self._object(whole["made"], "made", "at", "local", "zone")
        person = self._object(whole["person"], "person", "facts")
        facts = {PERSON: self._facts(person["facts"], "person", self._is_of_person)}
        for number, one in enumerate(self._list(whole["interviews"], "interviews", _MOST_INTERVIEWS), start=1):
            where = f"interview {number}"
            interview = self._object(one, where, "id", "facts")
            id = interview["id"]
            if not isinstance(id, str) or not _ID.fullmatch(id) or id in facts:
                _refuse(f"{where} has no id of its own, such as i1")
            facts[id] = self._facts(interview["facts"], where, self._is_of_interview)
            if not facts[id]:
                _refuse(f"{where} has no facts")
        if type(whole["held"]) is not bool:
            _refuse("held is neither true nor false")
        events = dict(self._events(whole["events"]))
        nudges = dict(self._nudges(whole["nudges"], facts))
        if not (len(facts) > 1 or events):
            _refuse("nothing was told in it")
        return Told(facts, self._moments, events, nudges, whole["held"])

    def _facts(self, kept: object, where: str, is_at_home: Callable[[str, Fact], bool]) -> dict[str, Fact]:
        if not isinstance(kept, dict):
            _refuse(f"the facts of {where} are no object")
        found = {}
        for number, (name, one) in enumerate(kept.items(), start=1):
            place = f"fact {number} of {where}"
            if belonging.tells_of_it(name):
                continue
            if not _NAME.fullmatch(name):
                _refuse(f"{place} has a name that no fact has")
            told = self._object(one, place, "value", "turn", "at", "local")
            fact = Fact(self._value(told["value"], place), self._turn(told, place))
            if not is_at_home(name, fact):
                _refuse(f"{place} does not belong there, or has a value that it cannot have")
            found[name] = fact
        return found

    def _is_of_person(self, name: str, fact: Fact) -> bool:
        if name in _NEVER_KEPT:
            return False
        if (run := _OF_A_RUN.match(name)) is not None:
            return int(run["turn"]) <= fact.turn  # an answer given before it is asked would be taken for theirs
        return name.startswith(SHOWN_LIKELY) or (name in OF_THE_PERSON and _FITS[name](fact.value))

    def _is_of_interview(self, name: str, _: Fact) -> bool:
        return not (is_of_the_person(name) or name in _NEVER_KEPT or name.startswith("danger") or _OF_A_RUN.match(name))

    def _value(self, value: object, where: str) -> Value:
        if isinstance(value, dict) and value.keys() == {"option"}:
            option = value["option"]
            if isinstance(option, str) and _OPTION.fullmatch(option):
                return Picked(option)
        elif isinstance(value, bool) or (isinstance(value, int) and abs(value) < 10**9):
            return value
        elif isinstance(value, str):
            return self._text(value, where)
        _refuse(f"{where} has no value that a fact can have")

    def _text(self, text: object, where: str) -> str:
        if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
            _refuse(f"{where} holds no text, or one that nobody can have written")
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            _refuse(f"{where} holds half a character")
        return text

    def _turn(self, told: Mapping[str, object], where: str) -> int:
        """The turn that is named there; every turn has one moment."""
        turn = told["turn"]
        if type(turn) is not int or not 0 < turn <= _MOST_TURNS:
            _refuse(f"{where} has no number of a turn")
        at = self._moment(told, where)
        if self._moments.setdefault(turn, at) != at:
            _refuse(f"{where} has another moment than its turn has elsewhere")
        return turn

    def _moment(self, told: Mapping[str, object], where: str, *, is_past: bool = True) -> datetime:
        text = told["at"]
        if isinstance(text, str) and _MOMENT.fullmatch(text):
            try:
                at = datetime.fromisoformat(text)
            except ValueError:
                at = None
            if at is not None and is_past and at > self._latest:
                _refuse(f"{where} is told at {text}, which lies in the future")
            if at is not None and at >= _EARLIEST:
                return at
        _refuse(f"{where} has no moment such as 2026-11-24T10:40:00Z")

    def _events(self, kept: object) -> Iterator[tuple[int, Mapping[str, object]]]:
        before = 0
        for number, one in enumerate(self._list(kept, "events", _MOST_TURNS), start=1):
            where = f"event {number}"
            is_text = isinstance(one, dict) and "text" in one
            rest = ("text",) if is_text else ("question", "option")
            event = self._object(one, where, "turn", "at", "local", *rest)
            turn = self._turn(event, where)
            if turn <= before:
                _refuse(f"{where} does not come after the one before it")
            before = turn
            if is_text:
                yield turn, {"kind": "text", "text": self._text(event["text"], where)}
            else:
                question, option = event["question"], event["option"]
                if not (isinstance(question, str) and _NAME.fullmatch(question)):
                    _refuse(f"{where} names no question")
                if not (isinstance(option, str) and _OPTION.fullmatch(option)):
                    _refuse(f"{where} names no option")
                yield turn, {"kind": "click", "click": ["", question, option]}

    def _nudges(self, kept: object, facts: Mapping[str, object]) -> Iterator[tuple[str, datetime]]:
        for number, one in enumerate(self._list(kept, "nudges", _MOST_INTERVIEWS), start=1):
            where = f"nudge {number}"
            nudge = self._object(one, where, "interview", "name", "at", "local")
            interview, name = nudge["interview"], nudge["name"]
            if not isinstance(interview, str) or interview not in facts or interview == PERSON:
                _refuse(f"{where} is of no interview in the file")
            try:
                kind_of(name if isinstance(name, str) else "")
            except ValueError:
                _refuse(f"{where} has a name that no message has")
            yield f"{interview}/{name}", self._moment(nudge, where, is_past=False)

    def _object(self, kept: object, where: str, *names: str) -> dict[str, Any]:
        if not isinstance(kept, dict) or kept.keys() != set(names):
            _refuse(f"{where} must hold {', '.join(names)} and nothing else")
        return kept

    def _list(self, kept: object, where: str, most: int) -> list[Any]:
        if not isinstance(kept, list) or len(kept) > most:
            _refuse(f"{where} is no list, or too long a one")
        return kept


# --- made into what is kept -------------------------------------------------------------------------------


def past(told: Told, now: datetime, wording: Wording, community: Community = NONE) -> Past:
    """The journal and the snapshot that the file came from. `now` is an instant, and counts as a visit."""
    journal = tuple(_entries(told))
    where = clock.zone(str(told.facts[PERSON]["zone"].value)) if "zone" in told.facts[PERSON] else UTC
    begun = max((int(id[1:]) for id in told.facts if id != PERSON), default=0)
    sends = sorted(_sends(told))
    last = max(told.events, default=0)
    state = State(
        number=journal[-1].number,
        facts=told.facts,
        runs=tuple(_open(told, begun)),
        runs_begun=journal[-1].number * _RUNS_A_TURN,
        interviews_begun=begun,
        sent=tuple(seconds(told.moments[turn]) for turn in sends)[-KEPT_SENDS:],
        unanswered=sum(turn > last for turn in sends),
        heard=seconds(told.moments[last]) if last else 0,
        visited=seconds(now),
        held=told.held,
    )
    bench = Workbench(state, now.astimezone(where), wording, community, Journal(lambda: journal))
    due = {nudge.id: seconds(nudge.due) for nudge in wanted(bench)}
    bench.promised = {id: Promised(due.get(id, seconds(at)), seconds(at)) for id, at in told.nudges.items()}
    bench.leave_what_is_over()
    bench.number = state.number  # no turn was taken
    return Past(journal, encode_state(bench.state()), promises.next_due(bench))


def _entries(told: Told) -> Iterator[Entry]:
    stated: dict[int, list[tuple[str, str, Value]]] = {}
    for scope, facts in told.facts.items():
        for name, fact in facts.items():
            stated.setdefault(fact.turn, []).append((scope, name, fact.value))
    for turn in sorted(told.moments):
        event = told.events.get(turn, {"kind": "imported"})
        yield Entry(turn, told.moments[turn], as_content({**event, "facts": stated.get(turn, [])}))


def _sends(told: Told) -> set[int]:
    """The turns in which the coach wrote of itself, as far as the facts tell."""
    return {
        fact.turn
        for facts in told.facts.values()
        for name, fact in facts.items()
        if name.startswith("nudge:") and fact.value in _BROUGHT and fact.turn not in told.events
    }


def _open(told: Told, latest: int) -> Iterator[Run]:
    """The first conversations that nobody has finished, as far as the file tells; the latest one is talking."""
    for id, facts in sorted(told.facts.items(), key=lambda one: int(one[0][1:] or 0)):
        seen = Facts(facts, told.facts[PERSON])
        is_latest = id == f"i{latest}" and not any(seen.value(name) for name in _OPEN_NO_MORE)
        if id == PERSON or not (f"{id}/unfinished" in told.nudges or (is_latest and seen.value("news") != "ahead")):
            continue
        first = min(fact.turn for fact in facts.values())
        began = clock.day_in(seen.text("told-at")) or told.moments[first].date()
        number = max(told.moments)
        yield Run(f"r{number * _RUNS_A_TURN}", "capture", id, date.isoformat(began), opened=first, replayed=number)
