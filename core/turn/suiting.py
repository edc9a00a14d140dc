"""What the coach proposes for a day and an hour, wanted at a better one: "tomorrow is ok but not 9", "yes but not thursday".

The rule a newcomer could break: only a question that asks when something is to come is answered so; anywhere else a day
is told for another reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from core import clock, lines
from core.facts import Value
from core.plan import EVENING, MORNING, PRACTICE_DAYS, Kind, day_of
from core.questions import Offer
from core.state import Shown
from core.turn import options, putting_off
from core.turn.coming import instant_of
from core.turn.options import Replied
from core.turn.workbench import Workbench
from core.understanding import Reading, free_times
from core.understanding.commands import Command
from core.understanding.free_times import FreeTime
from core.understanding.text import brief

_TOMORROW, _TONIGHT = "tomorrow", "tonight"
_JUDGE, _LOOK = "judge-when", "note-look"
_COMES = {_JUDGE: Kind.JUDGE, _LOOK: Kind.NOTE}
"""The questions when something is to come, and what."""
_PRACTICE = "practice"
_LONGEST = 30
"""In words; a longer text tells something else as well."""
_TOLD = {"outcome", "struggle", "news"}
_RATHER_NOW = re.compile(
    r"(?<!not )(?<!not right )(?<!can't )(?<!cant )\b(?:now|show|go on|right away|straight away|let'?s|at once)\b|\b(?:by|before|till|until|for|ready|interview)\b",
    re.IGNORECASE,
)
"""It is taken up, or the time is of something else."""
_LEAD = r"(?:(?:no|nope|nah|sorry|oh|ok|yes|yeah|but|just|please|actually|um+|hm+|i'd say|maybe)[, ]+)*"
_TAIL = r"(?:[, ]+(?:please|sorry|though|thanks|(?:i'm )?(?:busy|working|away|at work|on shift|on nights|in class|travelling)|(?:is|it's) (?:no good|bad|busy|full)|another (?:day|time)|some other (?:day|time)|a different day|i have (?:work|school|class|a shift|stuff)|i'm busy then))*[.! ]*"
_NOT_THAT_DAY = re.compile(
    rf"{_LEAD}(?:(?:not|anything but|any day but|not for) (?:(?P<tomorrow>tomorrow)|today|tonight)|(?:i )?(?:can't|cannot|can not|couldn't)(?: do| make| look| do it)?(?: it)? (?P<tomorrow2>tomorrow)|(?P<tomorrow3>tomorrow)(?:'s| is| isn't| does not| doesn't|,)? (?:not |no |too )?(?:good|great|possible|work|bad|busy|a bad day|full|soon|suit me))(?: (?:for me|then))?{_TAIL}",
)
_MAY_STAND = {Command.YES, Command.NO, Command.LATER, Command.MAYBE}


def suited(bench: Workbench, reading: Reading) -> Replied | None:
    """The facts of an answer that names a better day or hour than was proposed; None where a text is no such answer."""
    shown = bench.shown
    if shown is None:
        return None
    kind = None if shown.kind == Offer.kind else _COMES.get(shown.name)
    if kind is None and shown.name != _PRACTICE:
        return None
    if len(reading.text.split()) > _LONGEST or not _is_plain(reading):
        return None
    if options.is_label(shown, reading.text):
        return None
    if (tonight := _rather_tonight(bench, shown, reading)) is not None:
        return tonight
    free = free_times.read(reading.text) or _not_on_the_day(bench, reading)
    if free is None:
        return None
    if shown.name == _PRACTICE:
        return _rounds(bench, shown, reading, free)
    said = _NOT_THAT_DAY.fullmatch(brief(reading.text))
    is_refused = said is not None and shown.name == _JUDGE
    if kind is None or _RATHER_NOW.search(_without_refusals(reading.text)):
        return None
    proposed = _proposed(bench, shown, kind, free)
    if is_refused and proposed.date().weekday() not in free.not_on:
        return None  # it was not for that day
    became = putting_off.as_wanted(free, proposed, bench.now)
    if became is None:
        return None
    is_today = became.removeprefix("later ")[:10] == bench.today.isoformat()
    option = next((one for one in shown.options if one.id == (_TONIGHT if is_today else _TOMORROW)), None)
    option = option or next((one for one in shown.options if one.id == _TOMORROW), None)
    if option is None:
        return None
    if is_refused:
        bench.say(lines.NOT_THEN)
    names = _beside(bench, kind, proposed) if free.not_then else [kind.value]
    return options.pick(shown, option, bench.now) | {f"nudge:{name}": became for name in names}


def _rather_tonight(bench: Workbench, shown: Shown, reading: Reading) -> Replied | None:
    """ "Not tomorrow", said to the note that may come tonight or tomorrow."""
    said = _NOT_THAT_DAY.fullmatch(brief(reading.text))
    tonight = next((one for one in shown.options if one.id == _TONIGHT), None)
    if said is None or tonight is None or shown.name != _LOOK or not _is_of_tomorrow(said):
        return None
    return options.pick(shown, tonight, bench.now)


def _is_of_tomorrow(said: re.Match[str]) -> bool:
    return any(said[name] for name in ("tomorrow", "tomorrow2", "tomorrow3"))


def _not_on_the_day(bench: Workbench, reading: Reading) -> FreeTime | None:
    """ "Not tomorrow", "can't tonight": that day is ruled out, and nothing else."""
    said = _NOT_THAT_DAY.fullmatch(brief(reading.text))
    if said is None or bench.shown is None or bench.shown.name != _JUDGE:
        return None
    day = bench.today + timedelta(days=_is_of_tomorrow(said))
    return FreeTime(None, None, (day.weekday(),), not_then=False)


def _is_plain(reading: Reading) -> bool:
    """Whether it is no order, wish, question or news that only has a time in it."""
    if reading.order not in (None, *_MAY_STAND) or reading.wish is not None or reading.hours is not None:
        return False
    return reading.danger is None and not any(detail.name in _TOLD for detail in reading.details)


def _without_refusals(text: str) -> str:
    return re.sub(r"\bnot (?:before|until|till|right now|now)\b", "", text, flags=re.IGNORECASE)


def _proposed(bench: Workbench, shown: Shown, kind: Kind, free: FreeTime) -> datetime:
    """When it would come as things stand; where that is not planned yet, this evening if that is offered, or tomorrow."""
    promised = bench.promised.get(f"{bench.interview}/{kind}")
    if promised is not None:
        return clock.local(instant_of(promised.at), bench.now.tzinfo or UTC)
    is_tonight = free.day is None and any(one.id == _TONIGHT for one in shown.options)
    day, at = (bench.today, EVENING) if is_tonight else (bench.today + timedelta(days=1), MORNING)
    return datetime.combine(day, at, bench.now.tzinfo)


def _beside(bench: Workbench, kind: Kind, proposed: datetime) -> list[str]:
    """What would come with it: who sleeps at that hour sleeps through all of it."""
    at = int(proposed.timestamp())
    ids = [id for id, one in bench.promised.items() if one.at == at and id.startswith(f"{bench.interview}/")]
    return sorted({kind.value, *(id.partition("/")[2] for id in ids)})


def _rounds(bench: Workbench, shown: Shown, reading: Reading, free: FreeTime) -> Replied | None:
    """Practice is wanted, and a round that falls on a bad day on the next one; another hour holds for all of them."""
    command = reading.command
    is_no = command is not None and command.command is Command.NO
    chosen = options.chosen(shown, reading, bench.wording)
    option = chosen if chosen is not None and chosen.id == "once" else options.meaning(shown.options, Command.YES)
    if option is None or (is_no and free.day is None and free.hour is None):
        return None
    found: dict[str, Value] = {}
    is_first = True
    for number, day in _days(bench, 1 if option.id == "once" else len(PRACTICE_DAYS)):
        proposed = datetime.combine(day, EVENING, bench.now.tzinfo)
        is_bad = day.weekday() in free.not_on
        moves = is_bad if free.not_on else is_first or free.day is None
        is_first = False
        named = (
            free if moves else FreeTime(None, None if free.day is not None else free.hour, (), not_then=free.not_then)
        )
        if (became := putting_off.as_wanted(named, proposed, bench.now)) is not None:
            found[f"nudge:{Kind.PRACTICE}-{number}"] = became
    return options.pick(shown, option, bench.now) | found if found else None


def _days(bench: Workbench, rounds: int) -> Iterator[tuple[int, date]]:
    begins = day_of(bench.facts())
    for number, after in enumerate(PRACTICE_DAYS[:rounds], start=1):
        if begins is not None and (day := begins + timedelta(days=after)) > bench.today:
            yield number, day
