"""ISO weeks by their names, "2026-W48"; names of weeks sort as the weeks do."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from core import clock


def week_of(day: date) -> str:
    """The week in which a day lies."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def first_day(week: str) -> date:
    """Its Monday."""
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def last_day(week: str) -> date:
    """Its Sunday."""
    return first_day(week) + timedelta(days=6)


def later(week: str, weeks: int) -> str:
    """So many weeks on; back, if negative."""
    return week_of(first_day(week) + timedelta(weeks=weeks))


def span(week: str, zone: tzinfo) -> tuple[datetime, datetime]:
    """The instants at which it begins and at which the next one does, by the clocks of a zone."""
    first, over = (datetime.combine(first_day(one), time()) for one in (week, later(week, 1)))
    return clock.instant(first, zone), clock.instant(over, zone)
