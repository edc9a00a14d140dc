"""What is left of a text when nothing came first: the answer to the open question, with the details told in passing.

Where it is none, what it means all the same, what it tells besides, and last the repair ladder. The rule a newcomer could
break: what says nothing that could be kept (a cry, a bare yes to how it was put, words to the coach) is never kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core import lines
from core.errors import NotAnAnswer
from core.facts import Value
from core.questions import Words
from core.records import unsaid
from core.state import Shown
from core.turn import (
    correcting,
    days,
    getting_around,
    none_of_their_words,
    passing,
    remarks,
    repair,
    who_was_there,
    whose,
)
from core.turn.answering import answer, answer_late, take
from core.turn.options import Replied, implied, pick, says_only_that
from core.turn.replies import question_instead, read_reply
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.commands import Command
from core.understanding.text import fold

_LONGEST_CRY = 9
_MAY_BE_A_CRY = {"opening", "story", "cause", "what-else"}
FOR_THEM = ("unsaid-", "point-")
"""How the questions begin whose answers they may come to read."""
_HOW_MUCH_WAS_BAD, _CAUSE = "really-that-bad", "cause"
WHO_WAS_TOLD = "told-of-no"
_ONLY_HURTS = re.compile(
    r"(?:(?:it|this|that|i|i'm|im|am|god|ouch|honestly|ngl|lol|really|just|still|so|very|feel|feeling|do|does|a lot|bad|too|much|right now|now|tbh|and|but|hurts?|hurting|sad|gutted|crushed|devastated|heartbroken|awful|terrible|stings?|sucks)[ ,.!…]*)+"
)


@unsaid
@dataclass(frozen=True)
class Told:
    """What is left to be heard."""

    reading: Reading
    caught: Mapping[str, Value]
    """The details in it."""
    is_met: bool
    """Whether something beside it was obeyed or answered already."""
    is_reproach: bool
    """Whether they say that it was told already."""
    is_no: bool
    """Whether it stands beside a no to something heavier; what is open beneath that was not shown yet."""


def hear(bench: Workbench, shown: Shown, told: Told) -> None:
    """Keep it as the answer to the question that is shown, or do what it asks for instead."""
    if who_was_there.told(bench, shown, told.reading, told.caught):
        return
    if none_of_their_words.told(bench, shown, told.reading, is_reproach=told.is_reproach):
        return
    if _is_no_answer(bench, shown, told):
        bench.proceed(short=True)
        return
    try:
        replied = read_reply(shown, told.reading, _counted_from(bench, shown, told.reading))
    except NotAnAnswer:
        _did_not_fit(bench, shown, told)
        return
    if (
        shown.kind == Words.kind
        and passing.is_all(told.reading, told.caught)
        and take(bench, told.caught, but=shown.name)
    ):
        bench.proceed()
        return
    _answer(bench, told, replied)


def _counted_from(bench: Workbench, shown: Shown, reading: Reading) -> datetime:
    """The moment that a time in the answer counts from: what they promised "in a week" was said at the interview."""
    if shown.name != "answer-promised-at":
        return bench.now
    phrase = next(iter(reading.times), None)
    return days.said_at(reading, phrase, bench.now, bench.facts().text("interview-on"))


def _is_no_answer(bench: Workbench, shown: Shown, told: Told) -> bool:
    """Whether it says nothing that could be kept as the answer: a cry, a bare yes to how it was put, words to us."""
    order = told.reading.order
    says_no_more = order is Command.YES or says_only_that(told.reading)
    if (_is_cry(told.reading) and shown.name not in _MAY_BE_A_CRY) or (
        shown.name.startswith("question-") and says_no_more  # how they put it is still to be told
    ):
        take(bench, told.caught, but=shown.name)
        return True
    if shown.name == WHO_WAS_TOLD and _ONLY_HURTS.fullmatch(fold(told.reading.text)):
        bench.say(lines.STILL_HURTS)  # that is nobody
        return True
    return shown.name.startswith(FOR_THEM) and remarks.was_for_the_coach(bench, told.reading)


def _did_not_fit(bench: Workbench, shown: Shown, told: Told) -> None:
    """No answer as it was asked for: what it means all the same, what it tells besides, or what is to be asked again."""
    reading, caught = told.reading, told.caught
    if answer_late(bench, reading):
        pass
    elif (option := implied(shown, reading, caught)) is not None:
        _answer(bench, told, pick(shown, option, bench.now))
    elif (named := question_instead(shown, reading)) is not None:
        _answer(bench, told, named)
    elif take(bench, caught, but=shown.name):
        bench.proceed()
    elif told.is_met or reading.asked_besides is not None:
        bench.proceed(short=not told.is_no)  # what they asked is answered, and that was what they wrote for
    elif correcting.restate(bench, caught) or whose.turned_to(bench, reading):
        pass
    elif reading.is_question:
        getting_around.leave_unanswered(bench)
    elif told.is_reproach or reading.is_low:
        bench.say(lines.TOLD_ALREADY if told.is_reproach else lines.STILL_HURTS)
        bench.proceed(short=True)
    elif shown.name == _HOW_MUCH_WAS_BAD and repair.is_told(reading):
        _answer(bench, told, {_CAUSE: reading.text})  # what it was, told where it was asked how much
    elif not getting_around.leave_undecided(bench, reading.order):
        repair.miss(bench, reading)


def _answer(bench: Workbench, told: Told, replied: Replied) -> None:
    """Keep it as the answer, with what else the text holds."""
    answer(bench, replied, told.reading, told.caught)


def _is_cry(reading: Reading) -> bool:
    """Whether a text says no more than how much it is; that is no answer, and belongs in no letter."""
    return reading.danger is not None and len(reading.text.split()) <= _LONGEST_CRY
