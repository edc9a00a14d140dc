"""Walks a flow without a coach around it: every answer to every question, as long as there is something new to try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from core.community import NONE, Community
from core.facts import Fact, Facts, Past, Picked, Value
from core.questions import (
    Choice,
    ComingDay,
    Organisation,
    OwnLetter,
    PastDay,
    Place,
    Question,
    Scale,
    Settling,
    Verbatim,
)
from core.replay import Replayed, replay
from core.state import Run
from core.talk import Spoken

SKIP = "(skipped)"


class Earlier(Past):
    """Eleven interviews, of which the first is the one walked through."""

    def interviews(self) -> dict[str, Facts]:
        """Each with a place, a day, a lesson and a feeling; one is still ahead."""
        found = {}
        for number in range(1, 12):
            told: dict[str, Value] = {
                "organisation": f"Place {number}",
                "interview-on": f"2026-10-{number:02}",
                "learnt": "to breathe",
                "feeling-at-first": number % 11,
                "news": "ahead" if number == 11 else "badly",
            }
            found[f"i{number}"] = Facts({name: Fact(value, number) for name, value in told.items()}, {}, self)
        return found


EARLIER = Earlier()
MOST_TURNS = 120
STALE = 6
"""So many walks in a row that try nothing new are enough."""
TYPED_CHANGES = (
    "less-formal", "less-warm", "plain", "shorter; warmer", "without 1", "without last", "without all", "without cats",
    "with all", "with 2", "as-it-was",
)  # fmt: skip
"""Of what may be asked of a draft in words, what no button says."""


@dataclass
class Walk:
    """One way through a flow."""

    flow: str
    facts: dict[str, Fact]
    answers: list[tuple[str, str]] = field(default_factory=list)
    """(the question's words, what was answered), in order."""
    spoken: list[Spoken] = field(default_factory=list)
    asked: list[Question[Any]] = field(default_factory=list)
    last: Replayed | None = None
    again: Callable[[], object] = lambda: None
    """Goes through the flow once more, over all that was answered."""


def answers_to(question: Question[Any]) -> dict[str, dict[str, Value]]:
    """Everything worth answering to a question, by a name for it; `SKIP` is added by the walker."""
    options = {
        option.id: {
            question.name: option.id if isinstance(question, Choice) else Picked(option.id),
            **dict(option.brings),
        }
        for option in question.options
    }
    return {**options, **_own_words(question)}


def _own_words(question: Question[Any]) -> dict[str, dict[str, Value]]:
    match question:
        case Settling():
            return {change: {question.name: change} for change in TYPED_CHANGES}
        case Choice():
            return {}
        case Verbatim():
            return {length: {question.name: "word " * count} for length, count in (("short", 9), ("long", 400))}
        case OwnLetter():
            return {length: {question.name: "word " * count} for length, count in (("short", 9), ("long", 160))}
        case Scale():
            return {str(number): {question.name: number} for number in (0, 3, 4, 6, 7, 10)}
        case ComingDay():
            return {day: {question.name: day} for day in ("2026-11-25", "2026-12-04")}
        case PastDay():
            return {day: {question.name: day} for day in ("2026-11-24", "2026-11-23", "2026-11-19")}
        case Organisation():
            return {"a name": {question.name: "Acme"}}
        case Place():
            one = {question.name: "Zambia", "zone": "Africa/Lusaka", "country": "ZM"}
            return {"one time": one, "several times": {question.name: "the US", "country": "US"}}
    if question.kind == "interviewers":
        one = {question.name: "Mrs Zulu", "interviewer-1": "Mrs Zulu", "asked-by-1": "interviewer-1"}
        return {"one name": one, "two names": {**one, "interviewer-2": "Mr Banda"}}
    return {"own words": {question.name: "in my own words"}}


def walks(
    flow: str,
    given: Mapping[str, Value],
    *,
    most: int,
    key: str = "",
    community: Community = NONE,
    is_careful: bool = False,
) -> Iterator[Walk]:
    """Ways through the flow, each trying what was tried least so far after the same answer before.

    They end where several in a row tried nothing new, or at the most. Each answer is gone on from, as the coach does; at
    the end, or to be careful after each of them, that has come to the same as a replay from the top.
    """
    tried: Counter[tuple[str, str, str]] = Counter()
    stale = 0
    for _ in range(most):
        before = len(tried)
        yield _one_walk(flow, given, tried, key, community, is_careful=is_careful)
        stale = 0 if len(tried) > before else stale + 1
        if stale == STALE:
            return


def comparable(found: Replayed) -> Replayed:
    """What was found, without what is found once: a walk keeps no marks."""
    return replace(found, halt=None, marks=())


def _one_walk(
    flow: str,
    given: Mapping[str, Value],
    tried: Counter[tuple[str, str, str]],
    key: str,
    community: Community,
    *,
    is_careful: bool,
) -> Walk:
    walk = Walk(flow, {name: Fact(value, 1) for name, value in given.items()})
    run = Run("r1", flow, "i1", "2026-11-24", key=key, opened=2)
    before = ""
    changed: Mapping[str, Value] = {}
    for turn in range(2, MOST_TURNS):
        facts = Facts(walk.facts, {}, EARLIER)
        halt = walk.last and walk.last.halt
        went_on = halt and halt.go_on(run, facts, changed, run.replayed, community)
        found = walk.last = went_on or replay(run, facts, community)
        if went_on and (is_careful or found.question is None):
            assert comparable(went_on) == comparable(replay(run, facts, community)), walk.answers
        walk.spoken += found.spoken
        run = run._replace(said=found.said, replayed=turn - 1)
        question = found.question
        if question is None:
            walk.again = partial(replay, run, facts, community)
            return walk
        walk.asked.append(question)
        choices = {**answers_to(question), SKIP: {}}
        name = min(choices, key=lambda one: (tried[question.words, before, one], tried[question.words, "", one]))
        tried.update([(question.words, before, name), (question.words, "", name)])
        walk.answers.append((question.words, name))
        before = f"{question.words}={name}"
        if name == SKIP:
            run = run._replace(skipped={**run.skipped, question.name: turn})
        changed = choices[name]
        walk.facts.update({fact: Fact(value, turn) for fact, value in changed.items()})
    raise AssertionError(f"{flow} did not end within {MOST_TURNS} turns: {walk.answers}")
