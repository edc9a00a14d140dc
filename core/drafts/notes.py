"""Everything the person has written down about one interview, given back in their own words."""

from __future__ import annotations

from collections.abc import Iterator

from core.answers import best_answer, if_then
from core.drafts.own_words import bare_question
from core.drafts.preparation import kept
from core.facts import Facts, Picked
from core.understanding.areas import Area
from core.understanding.reasons import THEIR_REASON
from core.vocabulary import Filled, Letter, Named, Phrase

TITLE = Phrase("notes-title")
TITLE_AT = Phrase("notes-title-at", "place")
HAPPENED = Phrase("notes-happened", "words")
ASKED = Phrase("notes-asked", "question")
ASKED_TOO = Phrase("notes-asked-too", "questions")
ANSWER = Phrase("notes-answer", "words")
POINT = Phrase("notes-point", "words")
WELL = Phrase("notes-well", "areas")
BADLY = Phrase("notes-badly", "areas")
AREA = Phrase("notes-area", "area", "words")
DID_WELL = Phrase("notes-did-well", "words")
DID_BADLY = Phrase("notes-did-badly", "words")
THEY_NAMED = Phrase("notes-they-named", "words")
LEARNT = Phrase("notes-learnt", "words")
IF_THEN = Phrase("notes-if-then", "cue", "response")
FEELINGS = Phrase("notes-feelings", "before", "after")

AREA_NAMES = {
    Area.FIRST_IMPRESSIONS: Phrase("area-first-impressions"),
    Area.BODY_LANGUAGE: Phrase("area-body-language"),
    Area.CONFIDENCE: Phrase("area-confidence"),
    Area.ANSWERS: Phrase("area-answers"),
    Area.QUESTIONS_ASKED: Phrase("area-questions-asked"),
    Area.CLOSING: Phrase("area-closing"),
}
"""The six areas of an interview, as one speaks of them."""


def notes(facts: Facts) -> Letter | None:
    """All of it in the order of the telling; None when nothing was written down yet."""
    paragraphs = tuple((line,) for line in _lines(facts))
    place = facts.text("organisation")
    title = Filled(TITLE) if place is None else Filled(TITLE_AT, (("place", place),))
    return Letter(title, paragraphs) if paragraphs else None


def _lines(facts: Facts) -> Iterator[Filled]:
    for name in ("opening", "story", "their-conduct", "cause", "what-else"):
        if words := facts.text(name):
            yield Filled(HAPPENED, (("words", words),))
    for _, words in facts.texts("told-freely"):
        yield Filled(HAPPENED, (("words", words),))
    yield from _questions(facts)
    for _, words in facts.texts("point"):
        yield Filled(POINT, (("words", words),))
    yield from _areas(facts)
    for name, phrase in (
        ("good-side", DID_WELL),
        ("went-well", DID_WELL),
        ("went-badly", DID_BADLY),
        (THEIR_REASON, THEY_NAMED),
        ("change-their-reason", DID_BADLY),
        ("learnt", LEARNT),
    ):
        if words := facts.text(name):
            yield Filled(phrase, (("words", words),))
    if plan := if_then(facts):
        yield Filled(IF_THEN, (("cue", plan[0]), ("response", plan[1])))
    before, after = facts.value("feeling-at-first"), facts.value("feeling-now")
    if isinstance(before, int) and isinstance(after, int):
        yield Filled(FEELINGS, (("before", before), ("after", after)))
    yield from kept(facts)


def _questions(facts: Facts) -> Iterator[Filled]:
    for number in range(1, 4):
        question = facts.text(f"question-{number}") or facts.text(f"struggle-{number}")
        if question:
            yield Filled(ASKED, (("question", bare_question(question)),))
        if answer := best_answer(facts, number):
            yield Filled(ANSWER, (("words", answer),))
    if others := facts.text("other-questions"):
        yield Filled(ASKED_TOO, (("questions", others),))


def _areas(facts: Facts) -> Iterator[Filled]:
    judged: dict[str, list[Named]] = {"well": [], "badly": []}
    for area, name in AREA_NAMES.items():
        said = facts.value(f"area-{area.replace('_', '-')}")
        if isinstance(said, str):
            yield Filled(AREA, (("area", name), ("words", said)))
        for side, areas in judged.items():
            if said in (Picked(side), Picked("both")):
                areas.append(name)
    for side, line in (("well", WELL), ("badly", BADLY)):
        if judged[side]:
            yield Filled(line, (("areas", tuple(judged[side])),))
