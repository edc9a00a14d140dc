"""Until when `/wait` waits: "18h", "2d", "1h30m", or "until 2026-11-24T09:00" on the person's own clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from core import clock as zones
from core.errors import ReboundError

HOW = "Write how long, such as /wait 18h, /wait 2d or /wait 1h30m, or until when: /wait until 2026-11-24T09:00."
PAST = "That lies in the past, and time only goes forward."
TOO_FAR = "That is too far: /wait goes ten years at most."
LONGEST_DAYS = 3653

_AMOUNT = re.compile(r"(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?", re.ASCII)
_MOST_DIGITS = 9


class NotATime(ReboundError):
    """What was written behind `/wait` names no time to wait for; the message says what would."""


def end_of(wait: str, now: datetime, where: tzinfo) -> datetime:
    """The instant (UTC) at which the wait is over; days and weeks are those of the wall clock there."""
    words = wait.split(maxsplit=1)
    try:
        if len(words) == 2 and words[0].casefold() == "until":
            end = _moment(words[1], now, where)
        else:
            end = _later("".join(wait.split()).casefold(), now, where)
    except OverflowError:  # past the year 9999
        raise NotATime(TOO_FAR) from None
    if end < now:
        raise NotATime(PAST)
    if end - now > timedelta(days=LONGEST_DAYS):
        raise NotATime(TOO_FAR)
    return end


def _later(amount: str, now: datetime, where: tzinfo) -> datetime:
    found = _AMOUNT.fullmatch(amount)
    if not amount or found is None:
        raise NotATime(HOW)
    if any(number and len(number) > _MOST_DIGITS for number in found.groups()):
        raise NotATime(TOO_FAR)
    weeks, days, hours, minutes = (int(number or 0) for number in found.groups())
    day = zones.days_later(now, weeks * 7 + days, where) if weeks or days else now
    return day + timedelta(hours=hours, minutes=minutes)


def _moment(text: str, now: datetime, where: tzinfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise NotATime(HOW) from None
    if moment.year < now.year - 1:  # such a year may lie outside what can be counted in UTC
        raise NotATime(PAST)
    return zones.instant(moment, where) if moment.tzinfo is None else moment.astimezone(UTC)
