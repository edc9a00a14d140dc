"""What they have named as having gone badly, each in a few words, and the questions that ask for it.

A moment that is named twice counts once: the same struggle told again is no further evidence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from core import apart
from core.drafts.own_words import is_task
from core.facts import Picked
from core.flows.capture.severity import REALLY
from core.flows.capture.story import first_sting, story
from core.questions import Option, Question, Words
from core.talk import Script, Talk
from core.understanding import stings
from core.understanding.commands import Command
from core.understanding.stings import Sting
from core.vocabulary import Named, Phrase

CAUSE = Words(
    "cause",
    "capture-cause",
    (
        Option("a-question"),
        Option("late"),
        Option("nerves"),
        Option("their-conduct"),
        Option("not-sure", Command.MAYBE),
    ),
)
ANYTHING_ELSE = Words(
    "anything-else",
    "capture-anything-else",
    (
        Option("only-that", Command.NO),
        Option("more", Command.YES),
        Option("late"),
        Option("not-sure", Command.MAYBE),
    ),
    {"evidence": ""},
)
ANYTHING_ELSE_OF_SEVERAL = replace(ANYTHING_ELSE, words="capture-anything-else-of-several")
"""To which "just those two" is that it was only that."""
WEIGHS_MOST = Words("anything-else", "capture-weighs-most", (Option("not-sure", Command.NO),))
WHAT_ELSE = Words("what-else", "capture-what-else")

_PART = re.compile(r"\b(?:part|half|section|stage|bit|round|interview|tour|trial|shift)$", re.IGNORECASE)

_TOOL = re.compile(
    r"\b(?:computers?|laptop|tablet|till|system|machines?|software|programs?|screen|keyboard|printer|equipment|app|spreadsheet|camera)$",
    re.IGNORECASE,
)

BEING_LATE = Phrase("capture-being-late")
THE_QUESTION = Phrase("capture-the-question")
THAT_QUESTION = Phrase("capture-that-question")
WHAT_YOU_SAID = Phrase("capture-what-you-said")
NAMED = {
    Sting.TEARS: Phrase("capture-the-tears"),
    Sting.LAUGHED_AT: Phrase("capture-the-laughing"),
    Sting.BLANK: Phrase("capture-the-blank"),
    Sting.WORDS: Phrase("capture-the-words"),
    Sting.RAMBLING: Phrase("capture-the-rambling"),
    Sting.NERVES: Phrase("capture-the-nerves"),
    Sting.TIRED: Phrase("capture-the-tiredness"),
    Sting.TECHNOLOGY: Phrase("capture-the-technology"),
    Sting.THEM: Phrase("capture-their-manner"),
}
"""What each is called where it is evidence; being late has its own fact."""


def what_it_was(talk: Talk) -> Script:
    """What went badly: what they named, and what else there was, unless they have said that it was one thing."""
    named = evidence(talk)
    if talk.known(CAUSE.name) is not None or not named:
        yield from talk.ask(CAUSE)
    elif talk.known(REALLY.name) == "all":
        yield from talk.ask(WEIGHS_MOST)
    elif not is_told_as_one(talk) and talk.known(REALLY.name) != "one-moment":
        question = ANYTHING_ELSE if len(named) == 1 else ANYTHING_ELSE_OF_SEVERAL
        more = yield from talk.ask(unless_late(talk, question.given(evidence=named)))
        if more == Picked("more"):
            yield from talk.ask(WHAT_ELSE)


def unless_late(talk: Talk, question: Question[Any]) -> Question[Any]:
    """The question for more, without being late where they had said so; as their answer to it, it stays among them."""
    is_answer = talk.known(question.name) == Picked("late")
    return question.without("late") if BEING_LATE in evidence(talk) and not is_answer else question


def evidence(talk: Talk) -> tuple[Named, ...]:
    """What the person has named so far as having gone badly, each in a few words."""
    struggles = [struggle for number, struggle in talk.texts("struggle") if not apart.is_apart(talk.facts, number)]
    sting = first_sting(talk)
    named: list[Named] = [*struggles]
    cause, more = told_anew(talk, CAUSE.name), told_anew(talk, ANYTHING_ELSE.name)
    if talk.known("minutes-late") is not None or sting is Sting.LATE or Picked("late") in (cause, more):
        named.append(BEING_LATE)
    if cause == Picked("a-question") and not struggles:
        named.append(THE_QUESTION)
    if sting in NAMED and (sting is Sting.LAUGHED_AT or not struggles):
        named.append(NAMED[sting])
        if sting is Sting.TECHNOLOGY and (own := stings.own_beside_the_machine(story(talk))) in NAMED:
            named.append(NAMED[own])
    is_told = talk.known("cause-told") and not (sting in NAMED or sting is Sting.LATE)
    if isinstance(cause, str) and not struggles and talk.known("question-1") is not None:
        named.append(THAT_QUESTION)
        cause = None
    if is_told or any(isinstance(told, str) for told in (cause, more, told_anew(talk, WHAT_ELSE.name))):
        named.append(WHAT_YOU_SAID)
    return tuple(sorted(named, key=is_reported))


def told_anew(talk: Talk, name: str) -> Any:
    """An answer about what went badly; None where it only names a moment that is named already, or is its very text."""
    fact, value = talk.facts.latest(name), talk.known(name)
    if fact is None or not isinstance(value, str):
        return value
    turns = (struggle.turn for _, struggle in talk.facts.listed("struggle"))
    again = any(_topic(struggle) in value.casefold() for _, struggle in talk.texts("struggle"))
    return None if again or fact.turn in turns else value


def is_reported(named: Named) -> bool:
    """Whether it is a question in a report, which stands last in a list: "being late and the question of how you …"."""
    return isinstance(named, str) and named.startswith("the question of ")


def is_part(struggle: str) -> bool:
    """Whether it is a whole part of an interview, and no moment or question in it."""
    return is_task(struggle) or _PART.search(struggle) is not None


def is_deed(struggle: Named) -> bool:
    """Whether it was something to do there, also where they name only what it was done with ("their computer")."""
    return isinstance(struggle, str) and (is_task(struggle) or _TOOL.search(struggle) is not None)


def _topic(struggle: str) -> str:
    """What it was about, as they would name it again."""
    return re.sub(
        r"^(?:the question (?:about |on |of )?)?(?:the |a |an |my |your )?", "", struggle.casefold().strip('"')
    )


def is_told_as_one(talk: Talk) -> bool:
    """Whether they named one thing and told of their own accord that the rest was all right."""
    is_held = talk.known("news") == "well" or stings.rest_held(story(talk))
    return is_held and len(evidence(talk)) == 1
