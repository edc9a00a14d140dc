"""Saying back in one compact line what was understood, so that a mistake is caught at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from core.facts import OWN_NAME, Value
from core.places import town
from core.understanding import headcount, names
from core.vocabulary import Filled, Named, Phrase, Saying

NOTED = Saying("echo-noted", "details")
CHANGED = Saying("echo-changed", "before", "after")
CHANGED_DAY = Saying("echo-changed-day", "when", "before")
CHANGED_PLAIN = Saying("echo-changed-plain", "before", "after")
"""Of what no draft carries."""
TAKEN_OUT = Saying("echo-taken-out", "words")
NOBODY = Saying("echo-nobody", "name")
LEFT_OUT = Saying("echo-left-out", "words")
NO_NOTE_TO = Saying("echo-no-note-to", "name")

ROLE = Phrase("echo-role", "role")
ON = Phrase("echo-on", "day", "year")
TODAY = Phrase("echo-today")
YESTERDAY = Phrase("echo-yesterday")
YESTERDAY_ON = Phrase("echo-yesterday-on", "day")
SIZE = Phrase("echo-size", "count")
FORMAT = Phrase("echo-format", "format")
LATE = Phrase("echo-late", "minutes")
LATE_SOMEHOW = Phrase("echo-late-somehow")
ANSWER_BY = Phrase("echo-answer-by", "day", "year")
ANSWER_ABOUT = Phrase("echo-answer-about", "day", "year")
ROUGHLY_ON = Phrase("echo-roughly-on", "day", "year")
CONTACT = Phrase("echo-contact", "contact")
OUTCOME = Phrase("echo-outcome", "outcome")
THEIR_REASON = Phrase("echo-their-reason", "reason")
NEXT_INTERVIEW = Phrase("echo-next-interview", "day", "year")
NEXT_INTERVIEW_AT = Phrase("echo-next-interview-at", "day", "at")
WANTS = Phrase("echo-wants", "wish")
MOCK_ON = Phrase("echo-mock-on", "day", "year")
INSIDER = Phrase("echo-insider")
SIGNED_BY = Phrase("echo-signed-by", "name")
INSIDER_TOLD = Phrase("echo-insider-told", "who")
AND_ONE = Phrase("echo-and-one", "words")
UNNAMED = Phrase("echo-unnamed", "count")
NONE_NAMED = Phrase("echo-none-named", "count")
"""Of those who were there, where none of them has a name."""
ASKED = Phrase("echo-asked", "name")
ASKED_BOTH = Phrase("echo-asked-both", "name")
ASKED_ON = Phrase("echo-asked-on", "name", "struggle")
CLOCK = Phrase("echo-clock", "town")

_ORDER = (
    "round", "organisation", "role", "format", "interview-on", "panel-size", "struggle", "minutes-late",
    "interviewer", "interviewers-unnamed", "wants-job", "contact", "answer-promised-at", "outcome", "their-reason",
    "next-interview-on", "insider", "zone", OWN_NAME,
)  # fmt: skip

_A_DAY = len("2026-11-25")
_ROUGHLY = "-roughly"
"""How the name of a fact ends that says of another, a day, that it was counted from fewer words than a date."""
_MY = re.compile(r"^(?:one of )?my ", re.IGNORECASE)


def noted(facts: Iterable[tuple[str, Value]], today: date) -> tuple[Named, ...]:
    """The facts worth saying back, in the order a person would tell them; `today` is the person's."""
    facts = list(facts)
    hour = next((value for name, value in facts if name == "next-interview-at"), None)
    askers = {value for name, value in facts if name.startswith("asked-by")}
    if any(name == "panel-size" for name, _ in facts):  # "a panel of 5" says that it was one
        facts = [(name, value) for name, value in facts if (name, value) != ("format", "panel")]
    told = next((value for name, value in facts if name == "interviewers"), None)
    count = next((value for name, value in facts if name == "interviewers-unnamed"), 0)
    unnamed = names.nameless(told) if count and isinstance(told, str) else ()
    beside: Named | None = None
    if unnamed and names.counted(unnamed) == count:
        facts = [(name, value) for name, value in facts if name != "interviewers-unnamed"]
        is_beside = len(unnamed) > 1 or any(_stem(name) == "interviewer" for name, _ in facts)
        beside = Filled(AND_ONE, (("words", unnamed[-1]),)) if is_beside else unnamed[-1]
    elif isinstance(told, str) and headcount.alone(told) == count:
        facts = [(name, value) for name, value in facts if name != "interviewers-unnamed"]
        beside = Filled(NONE_NAMED, (("count", count),))
    topics = _topics(facts)
    asked = ASKED_BOTH if sum(name.startswith("asked-by") for name, _ in facts) > 1 and len(askers) == 1 else ASKED
    rough = {name.removesuffix(_ROUGHLY) for name, _ in facts if name.endswith(_ROUGHLY)}
    facts = [
        (name + _ROUGHLY if name in rough else name, value) for name, value in facts if not name.endswith(_ROUGHLY)
    ]
    worded = [
        (
            _rank(name.removesuffix(_ROUGHLY)),
            _asker(asked, said, topics.get(name)) if name in askers and isinstance(said, str) else said,
        )
        for name, value in (_with_its_hour(fact, hour) for fact in facts)
        if (said := named(name, value, today)) is not None
    ]
    if beside is not None:
        worded += [(_rank("interviewers-unnamed"), words) for words in (*unnamed[:-1], beside)]
    # A question that is its own name ("what I would do if …") is said once.
    return tuple(dict.fromkeys(said for _, said in sorted(worded, key=lambda pair: pair[0])))


def _topics(facts: list[tuple[str, Value]]) -> dict[str, str]:
    """What each of the people asked, by the name of the fact that tells of them; empty where it can be one thing only."""
    told = {name: value for name, value in facts if _stem(name) == "struggle" and isinstance(value, str)}
    asked = {
        str(who): told.get(f"struggle-{name.rpartition('-')[2]}") for name, who in facts if _stem(name) == "asked-by"
    }
    return {who: topic for who, topic in asked.items() if topic} if len(told) > 1 else {}


def _asker(asked: Phrase, name: str, topic: str | None) -> Filled:
    """Somebody and what they asked: "it" where there is one thing."""
    if topic is None or asked is ASKED_BOTH:
        return Filled(asked, (("name", name),))
    return Filled(ASKED_ON, (("name", name), ("struggle", topic)))


def _with_its_hour(fact: tuple[str, Value], hour: Value | None) -> tuple[str, Value]:
    """The day of the next interview together with its hour, where both are told."""
    name, value = fact
    if name == "next-interview-on" and isinstance(value, str) and isinstance(hour, str):
        return name, f"{value[:_A_DAY]}{hour[_A_DAY:]}"
    return fact


def named(name: str, value: Value, today: date) -> Named | None:
    """One fact in a few words; None when it says nothing that the person needs to check."""
    match _stem(name), value:
        case (("organisation" | "struggle" | "interviewer" | "round"), str()):
            return value
        case "role", str():
            return Filled(ROLE, (("role", value),))
        case "interview-on", str():
            return _day(value, today)
        case "answer-promised-at", str():
            return Filled(ANSWER_BY, _dated(value, today))
        case "answer-promised-at-roughly", str():
            return Filled(ANSWER_ABOUT, _dated(value, today))
        case "interview-on-roughly", str():
            return Filled(ROUGHLY_ON, _dated(value, today))
        case "zone", str():
            return Filled(CLOCK, (("town", town(value)),))
        case "panel-size", int():
            return Filled(SIZE, (("count", value),))
        case "interviewers-unnamed", int():
            return Filled(UNNAMED, (("count", value),))
        case "minutes-late", int():
            return Filled(LATE, (("minutes", value),)) if value else LATE_SOMEHOW
        case "format", str():
            return Filled(FORMAT, (("format", value),))
        case "contact", ("barred" | "recruiter" | "open"):
            return Filled(CONTACT, (("contact", value),))
        case "outcome", str():
            return Filled(OUTCOME, (("outcome", value),))
        case "their-reason", str():
            return Filled(THEIR_REASON, (("reason", value),))
        case "next-interview-on", str() if len(value) > _A_DAY:
            return Filled(NEXT_INTERVIEW_AT, (("day", value), ("at", value)))
        case "next-interview-on", str():
            return Filled(NEXT_INTERVIEW, _dated(value, today))
        case "mock-on", str():
            return Filled(MOCK_ON, _dated(value, today))
        case "own-name", str():
            return Filled(SIGNED_BY, (("name", value),))
        case "insider", str():
            own = _MY.sub("your ", value)
            return INSIDER if own == value else Filled(INSIDER_TOLD, (("who", own),))
        case "wants-job", ("yes" | "no"):
            return Filled(WANTS, (("wish", value),))
        case _:
            return None


def _day(day: str, today: date) -> Named:
    if day == today.isoformat():
        return TODAY
    if day == (today - timedelta(days=1)).isoformat():
        return YESTERDAY
    return Filled(ON, _dated(day, today))


def in_full(day: str, today: date) -> Named:
    """A day of an interview that was, by its name as well where it is yesterday."""
    return Filled(YESTERDAY_ON, (("day", day),)) if _day(day, today) is YESTERDAY else _day(day, today)


def _dated(day: str, today: date) -> tuple[tuple[str, str], ...]:
    """The day, and its year where that is not this one."""
    return ("day", day), ("year", "" if day[:4] == f"{today:%Y}" else f" {day[:4]}")


def _stem(name: str) -> str:
    stem, _, number = name.rpartition("-")
    return stem if number.isdecimal() else name


def _rank(name: str) -> int:
    stem = _stem(name)
    return _ORDER.index(stem) if stem in _ORDER else len(_ORDER)
