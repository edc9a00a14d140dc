"""For how long everything is kept after the last visit, as far as the community leaves it to them."""

from __future__ import annotations

from core.community import KEEP_MONTHS
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.vocabulary import Saying

MONTHS = "kept-for-months"
"""The person's fact: so many months after their last visit."""
HOW_LONG = Choice(
    "how-long",
    "keep-for-how-long",
    tuple(Option(f"months-{months}") for months in KEEP_MONTHS),
)
AS_BEFORE = Saying("keep-for-as-before")


@flow("keep-for")
def keep_for(talk: Talk) -> Script:
    """Only what the community allows is offered; what was chosen is said by the turn (`core.turn.own_data`)."""
    question = HOW_LONG.keyed("keep-for", talk.key)
    for months in KEEP_MONTHS:
        if months > (talk.community.keep_months or months):
            question = question.without(f"months-{months}")
    yield from talk.ask(question)
    talk.say(AS_BEFORE)
