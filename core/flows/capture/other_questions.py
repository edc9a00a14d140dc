"""The questions that went well enough, and a point that nobody asked about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from core import apart
from core.drafts.points import is_disowned, is_sore
from core.flows.capture.story import story, was_a_trial
from core.flows.capture.unsaid import ANOTHER, MOST_WEAK_ANSWERS
from core.questions import Option, Question, Quotation, Words
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Saying

OTHER_QUESTIONS = Quotation("other-questions", "capture-other-questions", (Option("not-now", Command.NO),))
QUESTIONS = replace(OTHER_QUESTIONS, words="capture-questions")
QUESTIONS_THAT_HELD = replace(OTHER_QUESTIONS, words="capture-questions-that-held")
"""For those who have just said that there was no other one to answer again."""
QUESTIONS_IF_ANY = replace(OTHER_QUESTIONS, words="capture-questions-if-any")
"""For those who have said that all of it was bad: what held is nothing to ask them for."""
MORE_QUESTIONS = replace(OTHER_QUESTIONS, words="capture-more-questions")
QUESTIONS_APART = replace(OTHER_QUESTIONS, words="capture-questions-apart")
POINT = Words("point-1", "capture-point", (Option("nothing", Command.NO),))
POINT_BESIDES = replace(POINT, words="capture-point-besides")
"""After a loss was told: that was something about them already."""
POINT_APART = replace(POINT, words="capture-point-apart")
QUESTIONS_KEPT = Saying("capture-questions-kept")
QUESTIONS_HELD = Saying("capture-questions-held")
NOT_IN_THE_NOTE = Saying("capture-not-in-the-note")
POINT_KEPT = Saying("capture-point-kept")
ASKED_ABOUT = re.compile(r"\b(?:asked|asking|questions?)(?: me| us)? (?:about|on)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:was|were|went|all) (?:all |quite |pretty |really )?(?:ok|okay|fine|good|alright|all right|easy|well)\b",
    re.IGNORECASE,
)


def what_else_was_asked(talk: Talk) -> Script:
    """The questions that went well enough, and what nobody asked about: both fade by tomorrow."""
    told = None if was_a_trial(talk) else (yield from talk.ask(questions(talk)))
    if isinstance(told, str):
        talk.say(QUESTIONS_HELD if _HELD.search(told) else QUESTIONS_KEPT)
    has_told = any(tells_of_a_loss(unsaid) for _, unsaid in talk.texts("unsaid"))
    besides = POINT_BESIDES if has_told else POINT
    point = yield from talk.ask(POINT_APART if apart.is_told(talk.facts) else besides)
    if isinstance(point, str) and not is_sore(talk.facts, "point-1"):
        talk.say(POINT_KEPT)
    elif isinstance(point, str) and is_disowned(talk.facts, "point-1"):
        talk.say(NOT_IN_THE_NOTE)


def questions(talk: Talk) -> Question[Any]:
    """The question for what they asked, by what was told of it: nothing, what was hard, or some of the rest."""
    rest, struggles = story(talk), [struggle for _, struggle in talk.texts("struggle")]
    for struggle in struggles:
        rest = rest.replace(struggle.removeprefix("the question "), "")
    if talk.texts("asked") or ASKED_ABOUT.search(rest):
        return MORE_QUESTIONS
    was_another = any(
        talk.known(ANOTHER.numbered(number).name) == "that-was-all" for number in range(1, MOST_WEAK_ANSWERS + 1)
    )
    if was_another or struggles or talk.texts("question"):
        if talk.known("really-that-bad") == "all":
            return QUESTIONS_IF_ANY
        return QUESTIONS_THAT_HELD if was_another else OTHER_QUESTIONS
    return QUESTIONS_APART if apart.is_told(talk.facts) else QUESTIONS
