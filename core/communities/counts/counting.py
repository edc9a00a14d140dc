"""The count of a closed week: made once, some hours after its end, and never again, whoever leaves later.

Members are read outside any transaction and a few at a time, so that nobody who writes waits for it. What their weeks
come to is in memory until all are read; what is kept are the numbers that may be shown (`Counted`), and nothing else
leaves here. The rule a newcomer could break: a count that was kept is never made anew, because two draws of chance for
the same week say more than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from typing import TypeAlias

from core import clock
from core.communities.counts import cells as counts
from core.communities.counts.pages import MOST_WEEKS, last_counted
from core.communities.counts.weeks import first_day, later, span, week_of
from core.communities.events import COMMUNITY, Counted, community_of, is_community
from core.communities.office import Office
from core.communities.state import decode_state
from core.events import Person
from core.journal import Journal
from core.ports import Store

SETTLED = timedelta(hours=6)
"""So long after its end, in the community's zone, a week is counted."""
AT_ONCE = 16
"""Members that are read before others have their turn."""

_Counted: TypeAlias = tuple[str, str]
"""The tenant of a community, and a week."""
_Spans: TypeAlias = Mapping[_Counted, tuple[datetime, datetime]]
"""When each week began and when it was over."""


def count_weeks(
    office: Office, now: datetime, store: Store, bits: Callable[[int], int], goes_on: Callable[[], bool]
) -> int:
    """Count for every community what is closed and not yet counted, also what was missed; how many weeks that were.

    `bits` as for `counts.noise`. `goes_on` is asked between some members and the next, and may wait so that others have
    their turn; False ends the count. Raises `StoreError`. What was not kept by then is counted the next time.
    """
    due = {
        (tenant, week): span(week, zone)
        for tenant, zone in _communities(office, now, store)
        for week in _due(tenant, zone, now, store)
    }
    tallied = _tallies(due, store, goes_on)
    for (tenant, week), tallies in tallied.items():
        shown = counts.published(tallies, partial(counts.noise, bits))
        event = Counted(id=f"counted:{week}", person=community_of(tenant), at=now, week=week, shown=shown)
        office.take(event, now, store).result()
    return len(tallied)


def _communities(office: Office, now: datetime, store: Store) -> Iterator[tuple[str, tzinfo]]:
    """Those whose staff have done something and that have the coach, with the zone of each."""
    gone = set(store.departed(now))
    for tenant in store.tenants_with(COMMUNITY):
        if tenant not in gone:
            yield tenant, clock.zone(office.settings(tenant, store).zone or "UTC")


def _due(tenant: str, zone: tzinfo, now: datetime, store: Store) -> list[str]:
    """The weeks to count, oldest first: all since the last one counted, else since staff first did something."""
    community = community_of(tenant)
    last = last_counted(decode_state(store.snapshot(community)))
    if last is None:
        began = next((entry.at for entry in store.journal(community)), now)
        first = week_of(clock.local(began, zone).date())
    else:
        first = later(last, 1)
    under_way = week_of(clock.local(now - SETTLED, zone).date())
    closed = (first_day(under_way) - first_day(first)).days // 7
    return [later(under_way, -ago) for ago in range(min(closed, MOST_WEEKS), 0, -1)]


def _tallies(due: _Spans, store: Store, goes_on: Callable[[], bool]) -> dict[_Counted, list[counts.Tally]]:
    """What the weeks of all members come to; nothing where it was ended before all were read."""
    found: dict[_Counted, list[counts.Tally]] = {one: [] for one in due}
    since = min((start for start, _ in due.values()), default=datetime.max.replace(tzinfo=UTC))
    for number, person in enumerate(_people({tenant for tenant, _ in due}, store), 1):
        journal = Journal(partial(store.journal, person))
        if journal.entries and journal.entries[-1].at >= since:  # else none of it is of these weeks
            for (tenant, week), (start, over) in due.items():
                home, tally = counts.member_week(person, journal.turns, start, over)
                if home == tenant:
                    found[tenant, week].append(tally)
        if number % AT_ONCE == 0 and not goes_on():
            return {}
    return found


def _people(tenants: set[str], store: Store) -> Iterator[Person]:
    """Everybody who may belong to one of these: the people of the tenant itself, and those who can be in several."""
    for tenant in sorted(tenants | {tenant.partition(":")[0] for tenant in tenants}):
        yield from (person for person in store.people(tenant) if not is_community(person))
