"""Asking once more, in a later conversation, what was put aside in an earlier one. Not a flow; flows build on it."""

from __future__ import annotations

from collections.abc import Collection, Generator
from itertools import count

from core.questions import Question
from core.talk import T, Talk


def ask_afresh(talk: Talk, question: Question[T], *, but: Collection[T] = ()) -> Generator[Question[T], None, T | None]:
    """The answer given in this conversation; one of an earlier day holds only if it is among `but`."""
    for number in count(1):
        numbered = question.numbered(number)
        answer = yield from talk.ask(numbered)
        if answer is None or answer in but or talk.is_new(numbered.name):
            break
    return answer
