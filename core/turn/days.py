"""The days and hours that a text tells: when an interview was or is to be, and by when they answer.

The rule a newcomer could break: a time says nothing by itself; what stands before it tells whose it is, and a day of the
job, or of something else, is none of the interview.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from core import clock
from core.facts import Facts, Value
from core.understanding import Reading, times
from core.understanding.text import LONGEST_STORY
from core.understanding.times import TimePhrase
from core.understanding.times.phrases import Away, Some, Within

_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_SO_LONG = (
    r"(?:for |about |around |at least |up to |roughly |some |another |maybe |probably |in |within )*"
    r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|a couple of|a few) (?:more |working |business )?(?P<unit>day|week|month)s?\b"
)
_WAITS = (
    re.compile(
        rf"\b(?:told|said|asked|says|have|had|need|takes?|take|give|allow)\b.{{0,25}}?\b(?:wait|give (?:it|them|us)|takes?|take|allow)\b {_SO_LONG}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:they|she|he|hr|the \w+) (?:said|say|says|told(?: me| us)?|are saying|mentioned)(?: (?:it(?:'d| would|'ll) be|to expect))? {_SO_LONG}"
        r"(?=\W*(?:$|[.,;!?\n]|no\b|only\b|like that\b|max\b|and\b|but\b|or so\b|until\b|till\b|before\b|to (?:decide|answer|hear|let)\b))",
        re.IGNORECASE,
    ),
)
"""How long they asked them to wait."""
_WEEK = 7
_FARTHEST_PROMISE = timedelta(days=150)
"""A day told in passing that lies farther ahead is no day on which they answer ("where do you see yourself in 5 years")."""
_ROUGHLY_AGO = re.compile(r"\b(?:weeks?|months?|couple|few|some|several)\b", re.IGNORECASE)
"""What names no day, though one can be counted from it: "two weeks ago"."""
_OF_THE_JOB = re.compile(
    r"\b(?:start(?:ing)?|begin(?:ning)?|available|free|day off|off)(?: (?:work|on|from|this|next|the|job))* ?$",
    re.IGNORECASE,
)
"""Before a day on which work would begin, or they have time: "if I could start monday"."""
_COUNTS_BACK, _NAMES_BACK = timedelta(days=2), timedelta(days=7)
"""From when on an interview lies so far back that what they promised "within a week", or "by Friday", was said there."""
_CLAUSE_ENDS = re.compile(r"[.!?;,\n]|\b(?:and|but|so)\b", re.IGNORECASE)
_THEY_WROTE = re.compile(
    r"\b(?:got|received|saw|opened|read|had|came|have)\b[^.!?]{0,20}?\b(?:e-?mail|mail|letter|answer|news|reply|rejection|no)\b"
    r"|\b(?:got|received|saw|opened|read)\b[^.!?]{0,12}?\b(?:call|text|message)\b"
    r"|\b(?:e-?mail|mail|letter|answer|rejection|reply)\b[^.!?]{0,15}?\b(?:came|arrived|landed)\b"
    r"|\b(?:they|she|he|hr|the (?:\w+ )?(?:company|recruiter|agency|manager|school|hospital|office))(?: (?:just|then|finally|have|has|all))* (?:rejected|turned me down|said no|e-?mailed|texted|messaged|wrote|rang|called|phoned|told me)\b(?! (?:me )?(?:in|over|up)\b)",
    re.IGNORECASE,
)
_OF_AN_INTERVIEW = re.compile(
    r"\b(?:interview\w*|ask\w*|question\w*|panel|round|talk|assessment|test|trial|zoom|teams|for (?:an|a|the) )\b",
    re.IGNORECASE,
)
_OF_TODAY = re.compile(r"\b(?:today|tonight|tomorrow|this|now)\b", re.IGNORECASE)
_SAID_LATER = re.compile(
    r"\b(?:called|rang|phoned|e?-?mailed|wrote|texted|messaged|replied|answered|got back|came back|now|today|yesterday|just|this morning"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|says?|(?:when|since) i (?:asked|called|rang|wrote))\b",
    re.IGNORECASE,
)
"""That they promised it after the interview."""
WITH_A_DAY = {times.Kind.INSTANT, times.Kind.DATE, times.Kind.DAYPART}
_MENTION = re.compile(r"\binterview\b|\banother one\b|\bone more\b", re.IGNORECASE)


def told(reading: Reading, now: datetime, held: str | None = None) -> dict[str, Value]:
    """The facts that its times are: when it was, and by when they promised to answer; what stands before a time tells which is which.

    `held` is the day of the interview, where it is known already.
    """
    found: dict[str, Value] = {}
    today = now.date().isoformat()
    if any(detail.name == "news" and detail.value == "ahead" for detail in reading.details):
        return to_come(reading, now)
    held = held or _held(reading, now)
    waits = (one.search(reading.text, 0, LONGEST_STORY) for one in _WAITS)
    wait = next((one for one in waits if one is not None), None)
    if wait is not None and (till := _after_so_long(wait, _since(reading, wait.start("count"), now, held))) is not None:
        found["answer-promised-at"] = till
    for phrase in reading.times:
        news = _news_before(reading, phrase)
        if news == "next-round" and "next-interview-on" not in found and (coming := _coming(phrase, now)) is not None:
            found |= at_its_hour(coming)
        if news not in (None, "waiting"):
            continue
        promised = reading.is_promise(phrase)
        if promised:
            moment = times.resolve(phrase, said_at(reading, phrase, now, held), times.Direction.FUTURE)
        else:
            moment = times.resolve(phrase, now, times.Direction.PAST)
        if moment is not None and promised and moment.kind is times.Kind.WINDOW and moment.end is not None:
            found |= _some_time(moment.start, moment.end, now) if "answer-promised-at" not in found else {}
            continue
        if moment is None or moment.kind not in WITH_A_DAY:
            continue
        day = moment.start.date().isoformat()
        if promised:
            if moment.start.date() - now.date() <= _FARTHEST_PROMISE:
                found.setdefault("answer-promised-at", day)
        elif day <= today and not (
            _OF_THE_JOB.search(reading.text, 0, phrase.start) or _is_when_they_wrote(reading.text, phrase)
        ):
            found.setdefault("interview-on", day)
            if _ROUGHLY_AGO.search(reading.text[phrase.start : phrase.end]):
                found.setdefault("interview-on-roughly", day)
            if moment.kind is times.Kind.INSTANT:
                found.setdefault("interview-ended-at", moment.start.replace(tzinfo=None).isoformat(timespec="minutes"))
    if reading.is_just_over:
        found["interview-on"] = today
        found["interview-ended-at"] = now.replace(tzinfo=None).isoformat(timespec="minutes")
    return found


def _is_when_they_wrote(text: str, phrase: TimePhrase) -> bool:
    """Whether a day is the one on which an answer came: "got the mail this morning"."""
    begin = max((one.end() for one in _CLAUSE_ENDS.finditer(text, 0, phrase.start)), default=0)
    end = _CLAUSE_ENDS.search(text, phrase.end)
    clause = text[begin : end.start() if end else LONGEST_STORY]
    return _THEY_WROTE.search(clause) is not None and _OF_AN_INTERVIEW.search(clause) is None


def _held(reading: Reading, now: datetime) -> str | None:
    """The day of the interview that a text tells, as an ISO date."""
    for phrase in reading.times:
        if not reading.is_promise(phrase) and _news_before(reading, phrase) in (None, "waiting"):
            moment = times.resolve(phrase, now, times.Direction.PAST)
            if moment is not None and moment.kind in WITH_A_DAY and moment.start.date() <= now.date():
                return moment.start.date().isoformat()
    return None


def said_at(reading: Reading, phrase: TimePhrase | None, now: datetime, held: str | None) -> datetime:
    """The moment from which the time of a promise counts, or a bare "a week" where no time was read."""
    if phrase is None:
        return _since(reading, 0, now, held)
    if _OF_TODAY.search(reading.text, phrase.start, phrase.end):
        return now
    return _since(reading, phrase.start, now, held, is_count=isinstance(phrase.when, Away | Within | Some))


def _since(reading: Reading, start: int, now: datetime, held: str | None, *, is_count: bool = True) -> datetime:
    """ "They'd call within a week" was said at the interview, if that lies back."""
    day = clock.day_in(held)
    back = timedelta(0) if day is None else now.date() - day
    if back < (_COUNTS_BACK if is_count else _NAMES_BACK):
        return now
    begin = max((one.end() for one in _SENTENCE_ENDS.finditer(reading.text, 0, start)), default=0)
    return now if _SAID_LATER.search(reading.text, begin, start) else now - back


def _some_time(start: datetime, end: datetime, now: datetime) -> dict[str, Value]:
    """An answer promised for a stretch of days: its last, and of a whole week its Friday."""
    last = (end - timedelta(minutes=1)).date()
    if start.weekday() == 0 and (end - start).days == _WEEK:
        last -= timedelta(days=2)
    if last - now.date() > _FARTHEST_PROMISE:
        return {}
    return {"answer-promised-at-roughly": last.isoformat(), "answer-promised-at": last.isoformat()}


def _after_so_long(wait: re.Match[str], now: datetime) -> str | None:
    moment = times.read(f"in {wait['count']} {wait['unit']}s", now, times.Direction.FUTURE)
    if moment is None or moment.start.date() - now.date() > _FARTHEST_PROMISE:
        return None
    return ((moment.end - timedelta(minutes=1)) if moment.end else moment.start).date().isoformat()


def to_come(reading: Reading, now: datetime) -> dict[str, Value]:
    """The day of an interview to come, and its hour if it is told: by the time that follows its mention, else the first."""
    mention = _MENTION.search(reading.text)
    at = mention.start() if mention else 0
    for phrase in sorted(reading.times, key=lambda one: (one.start < at, one.start)):
        moment = times.resolve(phrase, now, times.Direction.FUTURE)
        if moment is None or moment.kind not in WITH_A_DAY or moment.start.date() < now.date():
            continue
        return at_its_hour(moment)
    return {}


def coming_day(text: str, now: datetime) -> str | None:
    """The day to come that a few words name, as an ISO date."""
    moment = times.read(text, now, times.Direction.FUTURE)
    return moment.start.date().isoformat() if moment is not None and moment.kind in WITH_A_DAY else None


def by_their_clock(facts: Facts, where: tzinfo) -> dict[str, Value]:
    """The times of the present that were kept by UTC while the zone was unknown, as their own clock shows them."""
    told = facts.text("told-at")
    if told is None:
        return {}
    if (before := clock.moment_in(told)) is None:
        return {}
    after = before.replace(tzinfo=UTC).astimezone(where).replace(tzinfo=None)
    moved: dict[str, Value] = {"told-at": after.isoformat(timespec="minutes")}
    day, ended = clock.day_in(facts.text("interview-on")), clock.moment_in(facts.text("interview-ended-at") or "")
    days = after.date() - before.date()
    if day is not None and timedelta(0) <= before.date() - day <= timedelta(days=1):
        moved["interview-on"] = (day + days).isoformat()  # they had said today, or yesterday
    if ended == before:
        moved["interview-ended-at"] = moved["told-at"]
    elif ended is not None and "interview-on" in moved:
        moved["interview-ended-at"] = (ended + days).isoformat(timespec="minutes")
    return moved


def _news_before(reading: Reading, phrase: TimePhrase) -> str | None:
    """The news that a time is told with, in the same sentence: it is not the day of the interview that was."""
    told = next((detail for detail in reading.details if detail.name == "outcome"), None)
    if told is None or phrase.start < told.span[0] or _SENTENCE_ENDS.search(reading.text, told.span[0], phrase.start):
        return None
    return told.value


def _coming(phrase: TimePhrase, now: datetime) -> times.Moment | None:
    moment = times.resolve(phrase, now, times.Direction.FUTURE)
    if moment is None or moment.kind not in WITH_A_DAY or moment.start.date() <= now.date():
        return None
    if moment.start.date() - now.date() > _FARTHEST_PROMISE:
        return None  # "monday 2nd" where the second is no Monday for months: a slip, so the day is asked for
    return moment


def at_its_hour(moment: times.Moment) -> dict[str, Value]:
    """The day of an interview to come, and its hour if it is told."""
    found: dict[str, Value] = {"next-interview-on": moment.start.date().isoformat()}
    if moment.kind is times.Kind.INSTANT:
        found["next-interview-at"] = moment.start.replace(tzinfo=None).isoformat(timespec="minutes")
    return found
