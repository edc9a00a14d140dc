"""What first messages tell, whole: the place, the role, what went badly, who and how many were there, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from core.facts import Value
from core.turn import passing
from core.understanding import persons, read
from tests.case_files import rows
from tests.conversation import Conversation
from tests.test_first_conversation import Talk

_NOW = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)
"""The Tuesday on which all of them were written."""
_FACTS = {"panel": "panel-size", "day": "interview-on", "answer": "answer-promised-at"}
_FILES = ("first_told_own.jsonl", "first_told_later.jsonl", "first_told_last.jsonl")

LEAST = {
    "first_told_own.jsonl": {
        "organisation": 67,
        "role": 45,
        "struggle": 71,
        "panel": 9,
        "day": 33,
        "answer": 4,
        "people": 3,
    },
    "first_told_later.jsonl": {
        "organisation": 27,
        "role": 23,
        "struggle": 18,
        "panel": 3,
        "day": 18,
        "answer": 2,
        "people": 1,
    },
    "first_told_last.jsonl": {
        "organisation": 22,
        "role": 16,
        "struggle": 16,
        "panel": 3,
        "day": 9,
        "answer": 1,
        "people": 3,
    },
}
"""How many of each kind are caught in each file."""
WRONG = {
    "first_told_own.jsonl": {"day": 1},
    "first_told_later.jsonl": {"role": 1},
    "first_told_last.jsonl": {"struggle": 1},
}
"""And how many are caught wrongly: the dentist who was no role, a day of a shift, "the technical"."""


def caught(text: str) -> dict[str, Value]:
    return passing.caught(read(text), _NOW)


def _plain(name: object) -> str:
    return str(name).casefold().removeprefix("the ")


def _names(value: str, label: list[str]) -> bool:
    shown = value.casefold()
    return any(one.casefold() in shown or persons.to_you(one).casefold() in shown for one in label)


def _judged(row: dict[str, Any], found: dict[str, Value]) -> Iterator[tuple[str, str]]:
    """What of a row is told, caught, or caught wrongly, by its kind."""
    for kind in ("organisation", "role"):
        names = [_plain(name) for name in row.get(kind, [])]
        if names:
            yield kind, "told"
        if (value := found.get(kind)) is not None:
            yield kind, "right" if _plain(value) in names else "wrong"
    struggles = [str(value) for name, value in found.items() if name.startswith("struggle-")]
    labels = row.get("struggles", [])
    for label in labels:
        yield "struggle", "told"
        if any(_names(value, label) for value in struggles):
            yield "struggle", "right"
    for value in struggles:
        if not any(_names(value, label) for label in labels):
            yield "struggle", "wrong"
    people = {value for name, value in found.items() if name.startswith("interviewer-")}
    for named in row.get("people", []):
        yield "people", "told"
        if named in people:
            yield "people", "right"
    for _ in people - set(row.get("people", [])):
        yield "people", "wrong"
    for kind, name in _FACTS.items():
        if kind in row:
            yield kind, "told"
        if name in found:
            yield kind, "right" if found[name] == row.get(kind) else "wrong"


@cache
def measured(file: str) -> Counter[tuple[str, str]]:
    return Counter(one for row in rows(file) for one in _judged(row, caught(row["text"])))


@pytest.mark.parametrize(
    ("file", "kind", "least"),
    [(file, kind, least) for file, kinds in LEAST.items() for kind, least in kinds.items()],
)
def test_as_much_is_caught_as_was(file: str, kind: str, least: int) -> None:
    assert measured(file)[kind, "right"] >= least


@pytest.mark.parametrize("file", _FILES)
def test_next_to_nothing_is_caught_wrongly(file: str) -> None:
    wrong = {kind: count for (kind, verdict), count in measured(file).items() if verdict == "wrong"}
    assert wrong == WRONG[file]


@pytest.mark.parametrize(
    "reply", ["there was also the gap in my cv, i got defensive about it", "the gap in my cv, i got defensive about it"]
)
def test_a_part_told_where_it_is_asked_how_much_was_bad_is_kept(talk: Talk, reply: str) -> None:
    conversation: Conversation = talk().says("bombed it at brightwell today", "7")
    assert conversation.question == "really-that-bad"
    conversation.says(reply)
    assert conversation.facts.text("struggle-1") == "the gap in your cv"
    assert "past me" not in conversation.reply


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bombed it at brightwell today", "brightwell"),
        ("just out of tesco, assistant manager. they asked a lot", "tesco"),
        ("Had my interview at St Anne's today", "St Anne's"),
        ("interview at Acme's headquarters today", "Acme"),
        ("it was for a job at a law firm called harper & sons", "harper & sons"),
        ("interview this morning with the council for a housing officer post", "the council"),
        ("messed up at excel today", None),
        ("just out of hospital, they asked how i cope", None),
        ("just left disappointed. they asked about my gap", None),
        ("i froze when a lady called sandra asked", None),
        ("they use a method called star", None),
        ("bye forever, got the job!", None),
    ],
)
def test_a_place_is_one_only_where_the_sentence_says_so(text: str, place: str | None) -> None:
    assert caught(text).get("organisation") == place


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("just out of tesco, assistant manager. they asked a lot", "assistant manager"),
        ("interview with Acme yesterday, procurement officer. four people", "procurement officer"),
        ("interview at acme in Croydon for griller", "griller"),
        ("interview at acme for an hour", None),
        ("interview with mr cole, store supervisor", None),
        ("hello coach", None),
        ("an hour with our old supervisor", None),
    ],
)
def test_a_role_is_one_only_where_it_stands_for_theirs(text: str, role: str | None) -> None:
    assert caught(text).get("role") == role


@pytest.mark.parametrize(
    ("text", "struggle"),
    [
        ("they asked about a time i dealt with conflict and i told a story with no ending", "the question about a time you dealt with conflict"),
        ("i was asked about gdpr and made something up", "the question about gdpr"),
        ("they kept asking about the gap in my cv and i got defensive", "the question about the gap in your cv"),
        ("i lied about my experience", "the part about your experience"),
        ("i said something stupid about my old manager", "the part about your old manager"),
        ("presentation went wrong, laptop died", "the presentation"),
        ("they asked what i'd do if he falls. i said call for help and stay with him", None),
        ("they asked about nights and said they would call", None),
        ("i wanted to ask about the rota but my mind was empty", None),
        ("my mum asked how it was and i got upset", None),
        ("they asked for my papers and i had nothing with me", None),
        ("i was stuck in traffic", None),
    ],
)  # fmt: skip
def test_an_answer_is_weak_only_by_their_own_words(text: str, struggle: str | None) -> None:
    assert caught(text).get("struggle-1") == struggle
