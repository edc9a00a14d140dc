"""Asking once more, in a later conversation, what was put aside in an earlier one. Not a flow; flows build on it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from itertools import count

from core.questions import Question
from core.talk import T, Talk
from core.vocabulary import Letter


def _never(_: object) -> bool:
    return False


def ask_afresh(
    talk: Talk, question: Question[T], *, holds: Callable[[T], bool] = _never, showing: Letter | None = None
) -> Generator[Question[T], None, T | None]:
    """The answer given in this conversation; one of an earlier day is taken only where it `holds`."""
    _, answer = yield from ask_afresh_from(1, talk, question, holds=holds, showing=showing)
    return answer


def ask_afresh_from(
    start: int,
    talk: Talk,
    question: Question[T],
    *,
    holds: Callable[[T], bool] = _never,
    showing: Letter | None = None,
) -> Generator[Question[T], None, tuple[int, T | None]]:
    """As `ask_afresh`, with the number under which the answer is kept; the first one to look at is given."""
    for number in count(start):
        numbered = question.numbered(number)
        answer = yield from talk.ask(numbered, showing=showing)
        if answer is None or holds(answer) or talk.is_new(numbered.name):
            break
    return number, answer
