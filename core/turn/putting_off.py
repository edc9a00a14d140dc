"""Putting something off: "in an hour", "tonight", "tomorrow at 8", as the fact that a nudge is to come later.

A moment counted from now is kept with its offset and stays where it is; an hour of the clock is kept as wall time
and moves with the person's zone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from core.questions import Offer, Question
from core.understanding import Reading, not_today, times
from core.understanding.free_times import FreeTime
from core.understanding.text import brief
from core.understanding.times.phrases import Away, Now

MORNING = time(9)
EVENING = time(18, 30)
_EARLIEST = time(5)
"""Before it nobody means an hour that they name without saying which half of the day."""
_EVENING_IS_NEAR = time(17, 30)
"""From then on "tonight" is no later than "in an hour"."""
IN_AN_HOUR = "in-an-hour"
TONIGHT = "tonight"
TOMORROW = "tomorrow"
NEXT_WEEK = "next-week"
CHOICES = (IN_AN_HOUR, TONIGHT, TOMORROW, NEXT_WEEK)
"""The options that put an offer off."""

_LATER = "later "
_NAMES_AN_HOUR = re.compile(
    r"\b(?:hours?|hrs?|minutes?|mins?|soon|in a (?:bit|while|sec|moment|minute))\b|\d", re.IGNORECASE
)
_CANNOT = re.compile(
    r"\b(?:not now|can'?t|cannot|busy|work(?:ing)?|class|lesson|lecture|shifts?|nights?|driving|meeting|asleep|in bed|kids|no time)\b",
    re.IGNORECASE,
)
_AT_NIGHT = re.compile(
    r"\b(?:on|doing|working|work|back on) (?:the )?nights?\b|\bnight ?shifts?\b|\bnights (?:again|this week)\b",
    re.IGNORECASE,
)
_AFTER_SLEEP = time(16)
_AFTERNOON = time(15)
"""From then on, who cannot now is asked at the same hour of the next day."""
_NUMBERS = {
    word: n
    for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1)
} | {
    "a": 1,
    "an": 1,
    "another": 1,
    "couple": 2,
    "few": 3,
    "some": 3,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
_LONG = re.compile(
    r"(?:(?P<half>\bhalf an? )|\b(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")\b ?)"
    r"(?:(?:of|more|extra|whole|full|little|short) )*(?P<unit>minute|min|hour|hr|h|day|week|wk|month)s?\b"
)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(days=7)}
_MONTH = timedelta(days=30)
_UP_TO = re.compile(r"(?:until|till|til|up to|before)\s+(?:the\s+)?$", re.IGNORECASE)
_FARTHEST = timedelta(days=366)
_PARTS = {6: MORNING, 12: time(14), 17: EVENING, 20: EVENING}
_HOURS: dict[times.Kind, dict[int, time]] = {
    times.Kind.INSTANT: {},
    times.Kind.DATE: {0: MORNING},
    times.Kind.DAYPART: _PARTS,
    times.Kind.WINDOW: {0: MORNING, **_PARTS},
}
"""At what hour a day or a part of one is meant, by the hour at which it begins."""


def at_this_hour(question: Question[Any], now: datetime) -> Question[Any]:
    """An offer with the hours that are left: in the evening "tonight" is now, and before it tomorrow is far off."""
    if question.kind != Offer.kind:
        return question
    if now.time() >= _EVENING_IS_NEAR:
        return question.without(TONIGHT)
    is_all_there = {IN_AN_HOUR, TONIGHT, TOMORROW} <= {option.id for option in question.options}
    return question.without(TOMORROW) if is_all_there else question


def chosen(option: str, now: datetime) -> str:
    """The fact for one of `CHOICES`; `now` is local."""
    today = now.date()
    match option:
        case "tonight" if now.time() < EVENING:
            return _at(datetime.combine(today, EVENING))
        case "tomorrow":
            return _at(datetime.combine(today + timedelta(days=1), MORNING))
        case "next-week":
            return _at(datetime.combine(today + timedelta(days=7), MORNING))
        case _:
            return _at((now + timedelta(hours=1)).replace(second=0, microsecond=0))


def at_a_better_hour(text: str, now: datetime) -> str | None:
    """The fact for when somebody has time who cannot now and names no hour; None where they named one.

    Who is at work is not free in an hour; who works at night sleeps in the morning.
    """
    if _NAMES_AN_HOUR.search(text) or not _CANNOT.search(text):
        return None
    if _AT_NIGHT.search(text):
        day = now.date() + timedelta(days=now.time() >= _AFTER_SLEEP)
        return _at(datetime.combine(day, _AFTER_SLEEP))
    if now.time() < _AFTERNOON:
        return _at(datetime.combine(now.date(), EVENING))
    return _at(datetime.combine(now.date() + timedelta(days=1), now.time().replace(second=0, microsecond=0)))


def is_later(reply: object) -> bool:
    """Whether a reply to an offer puts it off."""
    return isinstance(reply, str) and reply.startswith(_LATER)


def is_not_today(reading: Reading) -> bool:
    """Whether all of it says not today, so that it is wanted on another day."""
    return not_today.says(reading.text)


def said(reading: Reading, now: datetime) -> str | None:
    """The fact for the first time to come that a text names, None when it names none; `now` is local."""
    if is_not_today(reading):
        return chosen(TOMORROW, now)
    for phrase in reading.times:
        moment = times.resolve(phrase, now, times.Direction.FUTURE)
        if moment is None or moment.kind not in _HOURS or isinstance(phrase.when, Now):
            continue
        if moment.start.date() < now.date() and (moment.end or moment.start) <= now:
            continue  # "my sister had one yesterday" puts nothing off
        counted = isinstance(phrase.when, Away) and moment.kind is times.Kind.INSTANT
        at = moment.start if counted else _at_an_hour(moment, now)
        if now < at <= now + _FARTHEST:
            return _at(at if counted else at.replace(tzinfo=None))
    return None


def as_wanted(free: FreeTime, proposed: datetime, now: datetime) -> str | None:
    """The fact for what was proposed for a moment and is wanted at a better one; None where that is no other one."""
    at = better(free, proposed, now)
    return None if at is None or at == proposed else _at(at if free.is_counted else at.replace(tzinfo=None))


def better(free: FreeTime, proposed: datetime, now: datetime) -> datetime | None:
    """The moment that suits in place of the one proposed, both by the clock of `now`; the same where it does."""
    if free.is_counted and free.day is not None:
        counted = times.resolve(free.day, now, times.Direction.FUTURE)
        return None if counted is None else counted.start
    day = proposed.date()
    if free.day is not None:
        eve = datetime.combine(day, time.min, now.tzinfo) - timedelta(minutes=1)  # "Friday" is the one after that day
        named = times.resolve(free.day, max(now, eve) if free.is_weekday else now, times.Direction.FUTURE)
        if named is None or named.kind not in _HOURS or named.start.date() < now.date():
            return None
        day = named.start.date()
    else:
        while day.weekday() in free.not_on:
            day += timedelta(days=1)
    at = datetime.combine(day, _hour_of(free, day, proposed), now.tzinfo)
    if free.day is None and at <= now:
        at += timedelta(days=1)
    return at if now < at <= now + _FARTHEST else None


def _hour_of(free: FreeTime, day: date, proposed: datetime) -> time:
    """The hour they name, on that day; where they only rule out the one proposed, the other end of the day."""
    if free.hour is not None:
        of_day = replace(free.hour, when=None, lean=None)
        named = times.resolve(of_day, datetime.combine(day, _EARLIEST, proposed.tzinfo), times.Direction.FUTURE)
        if named is not None and named.kind in _HOURS:
            return _HOURS[named.kind].get(named.start.hour, named.start.time())
    if free.not_then:
        return EVENING if proposed.time() < _AFTERNOON else MORNING
    return proposed.time()


def to(moment: datetime, now: datetime) -> str | None:
    """The fact for a day and an hour by their own clock; None where they are past, or years away."""
    at = moment.replace(tzinfo=now.tzinfo)
    return _at(moment) if now < at <= now + _FARTHEST else None


def so_long(reading: Reading, now: datetime) -> str | None:
    """The fact for a stretch that a text names, counted from now: "snooze 1 hour", "quiet for 3 days"."""
    found = _LONG.search(brief(reading.text))
    if found is None:
        return None
    unit = _MONTH if found["unit"] == "month" else _UNITS[found["unit"][0]]
    count = 0.5 if found["half"] else float(_NUMBERS.get(found["count"]) or int(found["count"]))
    at = (now + count * unit).replace(second=0, microsecond=0)
    if not now < at <= now + _FARTHEST:
        return None
    return _at(at if unit < _UNITS["d"] else at.replace(tzinfo=None))


def till(reading: Reading, now: datetime) -> str | None:
    """The fact for the end of a pause: "until monday" ends on Monday, "this weekend" when it is over."""
    if (counted := so_long(reading, now)) is not None:
        return counted
    for phrase in reading.times:
        moment = times.resolve(phrase, now, times.Direction.FUTURE)
        if moment is None or moment.kind not in _HOURS or isinstance(phrase.when, Now):
            continue
        if moment.kind is times.Kind.INSTANT or _UP_TO.search(reading.text[: phrase.start]):
            break
        over = moment.end or moment.start + _UNITS["d"]
        at = datetime.combine(over.date(), max(over.time(), MORNING), now.tzinfo)
        if now < at <= now + _FARTHEST:
            return _at(at.replace(tzinfo=None))
    return said(reading, now)


def _at_an_hour(moment: times.Moment, now: datetime) -> datetime:
    """A day or a part of one at the hour that we keep for it; tonight not before now."""
    hour = _HOURS[moment.kind].get(moment.start.hour)
    at = moment.start if hour is None else datetime.combine(moment.start.date(), hour, now.tzinfo)
    return at if at > now else max(moment.start, now + timedelta(hours=1))


def _at(moment: datetime) -> str:
    return f"{_LATER}{moment.isoformat(timespec='minutes')}"
