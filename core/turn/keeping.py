"""How long everything is kept: so many months after the last visit, told a month and a week before, then erased.

The rule a newcomer could break: nothing is erased that was not told of, unless the person had said "stop writing"; and
what had to be told late (nothing ran, say) is erased late.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, UTC, datetime, timedelta

from core import clock, lines
from core.facts import PERSON
from core.flows.keep_for import MONTHS
from core.messages import Prompt
from core.plan import MORNING, MOST_A_DAY
from core.turn.coming import instant_of, quiet_hours, seconds
from core.turn.nudges import KEPT_SENDS
from core.turn.workbench import Workbench

USUAL_MONTHS = 12
FIRST_WORD = timedelta(days=30)
"""So long before the end they are told."""
LAST_WORD = timedelta(days=7)
"""So long before the end they are told again; nobody has less after the first word."""
FLOW = "ends-soon"


def months(bench: Workbench) -> int:
    """For how many months after the last visit: as they chose, and no longer than the community allows."""
    chosen, most = bench.facts(PERSON).value(MONTHS), bench.community.keep_months
    kept = chosen if isinstance(chosen, int) else USUAL_MONTHS
    return kept if most is None else min(kept, most)


def ends(bench: Workbench) -> datetime | None:
    """The instant at which everything is erased if they do not come back; None where nobody has been here yet."""
    visited = max(bench.heard, bench.visited)
    if not visited:
        return None
    end = _months_later(instant_of(visited).astimezone(bench.now.tzinfo or UTC), months(bench))
    if end is None:
        return None
    return max(end, instant_of(bench.warned[0]) + LAST_WORD) if bench.warned else end


def next_due(bench: Workbench) -> datetime | None:
    """When to come back: to tell of the end, or for the end itself."""
    end = ends(bench)
    if end is None:
        return None
    return _next_word(bench, end) or end


def is_over(bench: Workbench) -> bool:
    """Whether its time is over, and they know."""
    end = ends(bench)
    return end is not None and end <= bench.instant and _next_word(bench, end) is None


def tell(bench: Workbench) -> None:
    """Say that it ends soon, if it is time for that."""
    end = ends(bench)
    at = None if end is None else _next_word(bench, end)
    if at is None or at > bench.instant:
        return
    bench.warned = (*bench.warned, seconds(bench.instant))
    bench.sent = (*bench.sent, seconds(bench.instant))[-KEPT_SENDS:]
    end = ends(bench)
    assert end is not None  # noqa: S101 (there was a visit, or there would be nothing to tell)
    bench.say(lines.ENDS_SOON, on=clock.local(end, bench.now.tzinfo or UTC).date().isoformat(), months=months(bench))
    if not (bench.held or any(isinstance(part, Prompt) for part in bench.parts)):
        bench.reopen(FLOW, PERSON, key=str(bench.number))
        bench.proceed()


def _next_word(bench: Workbench, end: datetime) -> datetime | None:
    """When to tell of it next, at an hour at which they may be written to; None when there is nothing more to tell."""
    if bench.facts(PERSON).value("nudges") == "stopped":
        return None
    if not bench.warned:
        return _fitting(bench, end - FIRST_WORD)
    last = end - LAST_WORD
    return _fitting(bench, last) if len(bench.warned) == 1 and last > instant_of(bench.warned[0]) else None


def _fitting(bench: Workbench, at: datetime) -> datetime:
    """Not at night, and on no day that has had its messages."""
    where, quiet = bench.now.tzinfo or UTC, quiet_hours(bench)
    at = quiet.after(max(at, bench.instant), where)
    day = clock.local(at, where).date()
    if sum(clock.local(instant_of(sent), where).date() == day for sent in bench.sent) < MOST_A_DAY:
        return at
    return quiet.after(clock.instant(datetime.combine(day + timedelta(days=1), MORNING), where), where)


def _months_later(at: datetime, months: int) -> datetime | None:
    """The same time on the same day of a later month, or on its last; None where the calendar has ended by then."""
    years, month = divmod(at.month - 1 + months, 12)
    year, month = at.year + years, month + 1
    if year >= MAXYEAR:
        return None
    wall = at.replace(tzinfo=None, year=year, month=month, day=min(at.day, monthrange(year, month)[1]))
    return clock.instant(wall, at.tzinfo or UTC)
