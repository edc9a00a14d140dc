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
    for number in count(1):
        numbered = question.numbered(number)
        answer = yield from talk.ask(numbered, showing=showing)
        if answer is None or holds(answer) or talk.is_new(numbered.name):
            break
    return answer
