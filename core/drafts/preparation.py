"""What is laid in front of somebody before an interview: the four things to know, likely questions, their own answers.

All of it is theirs or a question; nothing here says what to answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.answers import best_answer, if_then, weak_answers
from core.drafts.own_words import bare_question, tidied
from core.facts import Facts
from core.likely import questions
from core.understanding.persons import speaks_of_oneself
from core.vocabulary import Filled, Letter, Named, Phrase

_TRIED = re.compile(r"likely\.(?P<field>\w+)\.answer-(?P<number>\d+)")
_PUT = re.compile(
    r"(?:what|how|why|where|when|who|which|do|does|did|are|is|have|has|can|could|would|will)\b", re.IGNORECASE
)
"""How a question begins that is put to somebody."""
ITEMS = ("history", "strengths", "achievements", "goals")
"""What to know of an organisation."""
MOST_ANSWERS = 3
MOST_PLANS = 2

CHECKLIST = Phrase("preparation-checklist", "about")
ITEM_NAMES = {
    "history": Phrase("preparation-history"),
    "strengths": Phrase("preparation-strengths"),
    "achievements": Phrase("preparation-achievements"),
    "goals": Phrase("preparation-goals"),
}
FOUND = Phrase("preparation-found", "item", "words")
KNOWN = Phrase("preparation-known", "words")
TO_LOOK_UP = Phrase("preparation-to-look-up", "item", "hint")
HINTS = {
    "history": Phrase("preparation-history-hint"),
    "strengths": Phrase("preparation-strengths-hint"),
    "achievements": Phrase("preparation-achievements-hint"),
    "goals": Phrase("preparation-goals-hint"),
}
LIKELY = Phrase("preparation-likely")
LIKELY_IN = Phrase("preparation-likely-in", "field")
QUESTION = Phrase("preparation-question", "number", "question")
OWN = Phrase("preparation-own")
ABOUT_US = Phrase("preparation-about-us")
SAID = Phrase("preparation-said", "question", "words")
ASKED = Phrase("preparation-asked", "question")
UNWORDED = Phrase("preparation-unworded")
IF_THEN = Phrase("preparation-if-then", "cue", "response")


def item(facts: Facts, name: str) -> str | None:
    """What they wrote last about one of the four; None while it is not looked up."""
    told = [words for _, words in facts.texts(f"known-{name}")]
    return told[-1] if told else None


def checklist(facts: Facts, about: Named) -> Letter:
    """The four things, each with what they found or with what to look for."""
    known = tuple((Filled(KNOWN, (("words", tidied(words)),)),) for words in said_at_once(facts))
    return Letter(Filled(CHECKLIST, (("about", about),)), (*known, *((_item(facts, name),) for name in ITEMS)))


def said_at_once(facts: Facts) -> list[str]:
    """What they wrote about the place where they were asked only how to go about it."""
    return [said for _, said in facts.items("four-items") if isinstance(said, str)]


def _item(facts: Facts, name: str) -> Filled:
    called = ("item", ITEM_NAMES[name])
    if words := item(facts, name):
        return Filled(FOUND, (called, ("words", tidied(words))))
    return Filled(TO_LOOK_UP, (called, ("hint", HINTS[name])))


def likely(asked: Sequence[str], field: Named | None) -> Letter:
    """Some questions by number; `field` is None where they are of no field in particular."""
    title = Filled(LIKELY) if field is None else Filled(LIKELY_IN, (("field", field),))
    numbered = enumerate(asked, start=1)
    return Letter(title, tuple((Filled(QUESTION, (("number", n), ("question", _as_put(one)))),) for n, one in numbered))


def _as_put(question: str) -> str:
    """With the question mark that is left out on a phone; a question in their own report has none."""
    is_put = _PUT.match(question) is not None and not speaks_of_oneself(question)
    return f"{question}?" if is_put and not question.endswith(("?", ".", "!", "…")) else question


def own_answers(facts: Facts) -> Letter | None:
    """What they would say now to what went badly, here and in earlier interviews, and their plans; None if there is none."""
    told = (facts, *reversed(facts.elsewhere()))
    answers = [answer for one in told for answer in _answers(one)][:MOST_ANSWERS]
    plans = [(plan,) for one in told for plan in _plans(one)][:MOST_PLANS]
    return Letter(Filled(OWN), (*answers, *plans)) if answers or plans else None


def _answers(facts: Facts) -> Iterator[tuple[Filled, str]]:
    for weak in weak_answers(facts):
        if (said := best_answer(facts, weak.number)) is not None:
            named = weak.question or weak.topic
            yield (
                Filled(UNWORDED) if named is None else Filled(ASKED, (("question", bare_question(named)),)),
                tidied(said),
            )


def kept(facts: Facts) -> Iterator[Filled]:
    """All that they wrote to get ready, for their notes."""
    yield from (Filled(KNOWN, (("words", said),)) for said in said_at_once(facts))
    for name in ITEMS:
        if words := item(facts, name):
            yield Filled(FOUND, (("item", ITEM_NAMES[name]), ("words", words)))
    for _, said in facts.texts("about-us"):
        yield Filled(SAID, (("question", Filled(ABOUT_US)), ("words", said)))
    for name in facts.all():
        tried, words = _TRIED.fullmatch(name), facts.text(name)
        if tried is not None and words is not None:
            asked = questions(tried["field"])
            yield Filled(SAID, (("question", asked[int(tried["number"]) % len(asked)]), ("words", words)))


def _plans(facts: Facts) -> Iterator[Filled]:
    if plan := if_then(facts):
        yield Filled(IF_THEN, (("cue", plan[0]), ("response", plan[1])))
