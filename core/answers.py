"""The answers that deserve practice, and what is kept of each; all of it derived from the facts.

The rule a newcomer could break: an answer is kept because the person chose it. Which of two is better is never
decided here, nor by any other line of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core import apart
from core.drafts.own_words import bare_question
from core.facts import Fact, Facts
from core.records import record

_PRACTISED = re.compile(r"practice\.(?P<round>\d+)\.(?P<what>attempt|anew)-(?P<number>\d+)")

_TO_DO = re.compile(
    r"\s*(?:next time\b|i(?:'ll| will|'d| would)\b|(?:just |always |to )?(?:begin|start|breathe|take|ask|say|tell|look|pause|slow|speak|write|count|keep|stay|read|bring|leave|go|give|show|use"
    r"|repeat|listen|prepare|practi[cs]e|wait|think|answer|smile|arrive)\b)",
    re.IGNORECASE,
)


@record
class WeakAnswer:
    """One question that went badly."""

    number: int
    question: str | None
    """As they put it, None when only its topic is known."""
    topic: str | None
    """The person's own name for it ("the SQL question")."""


def weak_answers(facts: Facts) -> list[WeakAnswer]:
    """Those that can be practised, at most three: what was asked is known, if only roughly."""
    found = []
    for number in apart.numbers(facts):
        question, topic = facts.text(f"question-{number}"), facts.text(f"struggle-{number}")
        if question or topic:
            found.append(WeakAnswer(number, bare_question(question) if question else None, topic))
    return found


def if_then(facts: Facts) -> tuple[str, str] | None:
    """The moment they planned for and what they will do then; a weak answer's question where they named no other."""
    learnt = facts.text("learnt") if facts.latest("then-response") is None else None
    response = facts.text("then-response") or (learnt if learnt and tells_what_to_do(learnt) else None)
    weak = next(iter(weak_answers(facts)), None)
    cue = facts.text("if-cue") or (weak and (weak.topic or weak.question))
    return (cue, response) if cue and response else None


def tells_what_to_do(learnt: str) -> bool:
    """Whether what they learnt is a plan already: "begin with the aim"."""
    return _TO_DO.match(learnt) is not None


def best_answer(facts: Facts, number: int, *, but_for: int = 0) -> str | None:
    """The words kept as the answer to one question: those chosen last; None when there are none.

    `but_for` leaves one round of practice out of account: what is compared in a round was kept before it.
    """
    practised = max(_chosen(facts, number, but_for), key=_turn, default=None)
    better = _words(facts, f"better-{number}")
    if practised and (better is None or practised.turn > better.turn):
        return str(practised.value)
    written = (
        better or _words(facts, f"unsaid-{number}") or min(_uncompared(facts, number, but_for), key=_turn, default=None)
    )
    return None if written is None else str(written.value)


def _chosen(facts: Facts, number: int, but_for: int) -> Iterator[Fact]:
    """The words of every round that were chosen over others, with the turn in which they were."""
    for what, words, choice in _rounds(facts, number, but_for):
        if what == "attempt" and choice is not None and choice.value == "new":
            yield Fact(words.value, choice.turn)
        elif what == "anew" and (choice is None or choice.value == "anew"):
            yield words


def _uncompared(facts: Facts, number: int, but_for: int) -> Iterator[Fact]:
    """Attempts that stood beside nothing; where nothing else is kept, the first of them is."""
    return (words for what, words, choice in _rounds(facts, number, but_for) if what == "attempt" and choice is None)


def _rounds(facts: Facts, number: int, but_for: int) -> Iterator[tuple[str, Fact, Fact | None]]:
    """Own words from practice: an attempt or a new version, and the choice that followed."""
    for name in facts.all():
        found = _PRACTISED.fullmatch(name)
        if found is None or int(found["number"]) != number or int(found["round"]) == but_for:
            continue
        words = _words(facts, name)
        if words is not None:
            yield found["what"], words, facts.latest(f"practice.{found['round']}.keep-{number}")


def _words(facts: Facts, name: str) -> Fact | None:
    fact = facts.latest(name)
    return fact if fact is not None and isinstance(fact.value, str) else None


def _turn(fact: Fact) -> int:
    return fact.turn
