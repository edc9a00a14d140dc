"""A text that asks something of them, settled: shown in as many versions as it takes, then sent or left.

Not a flow; those whose draft has one reader build on it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from itertools import count
from typing import Any

from core.facts import Value
from core.questions import Choice, Option, OwnLetter, Question
from core.talk import Talk
from core.understanding.commands import Command
from core.vocabulary import Letter


def settle(
    talk: Talk,
    question: Choice,
    own_text: OwnLetter,
    draft: Callable[[bool, str | None], Letter],
    *,
    sent: tuple[tuple[str, Value], ...] = (),
) -> Generator[Question[Any], None, str | None]:
    """How it was left; `draft` takes whether it is to be short and their own text, `sent` is what sending states at once."""
    options = (Option("sent", Command.SENT, brings=sent), *question.options[1:])
    short, own = False, None
    for version in count(1):
        key = (talk.key, talk.today, version)
        asked = replace(question.keyed(*key), options=options)
        decision = yield from talk.ask(asked, showing=draft(short, own))
        if decision == "shorter":
            short = True
        elif decision == "edit":
            text = yield from talk.ask(own_text.keyed(*key))
            own = text if isinstance(text, str) else own
        elif decision is None or talk.is_new(asked.name):
            break
    return decision
