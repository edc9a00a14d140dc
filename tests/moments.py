"""Moments of the first conversation about one interview, by the question that is open then."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from core.vocabulary import Arg, Saying
from core.wording import load
from tests.conversation import Conversation
from tests.test_capture import ACME, ANSWER

Talk = Callable[..., Conversation]

_TOLD = (
    ("opening", ACME),
    ("feeling", "8"),
    ("how bad", "some of it"),
    ("anything else", "not sure"),
    ("their words", "how do you find duplicates in a table"),
    ("unsaid", ANSWER),
    ("another", "that was all"),
    ("others", "skip"),
    ("nothing missing", "nothing"),
    ("job", "yes"),
    ("contact", "i may write"),
    ("answer by", "by friday"),
    ("who", "Mrs Zulu asked it"),
    ("channel", "e-mail"),
    ("note look", "show me now"),
    ("note", "keep it for later"),
    ("look back", "tomorrow"),
    ("done", ""),
)
"""The question that is open, and what is said to it."""
_BEFORE = dict(zip((name for name, _ in _TOLD), accumulate(((line,) for _, line in _TOLD), initial=()), strict=False))
OPEN = [name for name, _ in _TOLD if name != "done"]
"""The moments at which something is asked."""


def at(talk: Talk, moment: str, **options: str) -> Conversation:
    """A conversation up to that moment."""
    return talk(**options).says(*_BEFORE[moment]) if _BEFORE[moment] else talk(**options).arrives()


def says(conversation: Conversation, saying: Saying, **args: Arg) -> bool:
    """Whether the last reply has the line, in whichever of its wordings."""
    wording = load()
    return any(wording.said(saying.id, time, args) in conversation.reply for time in range(wording.wordings(saying.id)))
