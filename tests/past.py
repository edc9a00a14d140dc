"""Several interviews over some months, told one after the other as people tell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.conversation import Conversation

Talk = Callable[..., Conversation]

PLACES = ("Acme", "Lakeside Clinic", "Zanaco bank", "Chawama school")
STORIES = (
    "Just out of my interview at Acme. I froze on the SQL question",
    "just had an interview at Lakeside Clinic for the admin job. mind went blank on the conflict question",
    "just out of an interview at Zanaco bank. it went badly, i froze on the loans question",
    "just out of my interview at Chawama school. i froze on the discipline question",
)
FEELINGS = ("8", "7", "5", "6")
UNSAID = (
    "i would group by the columns and keep the counts above one",
    "i made a shared sheet and we agreed who books mornings",
    "i would ask what the loan is for before anything else",
    "i agree the rules with the class in the first week",
)
LEARNT = ("breathe first", "ask for a minute", "listen to the whole question", "bring the lesson plan")
MOST = 60


def told(talk: Talk, interviews: int, *, days: float = 20, **options: Any) -> Conversation:
    """So many interviews, each told to its end, with some days between them."""
    conversation = talk(**options)
    for number in range(interviews):
        if number:
            conversation.after(days=days)
        tell(conversation, number)
    return conversation


def tell(conversation: Conversation, number: int) -> None:
    """One of them, with what they wish they had said; everything else is skipped."""
    conversation.says(STORIES[number])
    answer(conversation, {"feeling-at-first": FEELINGS[number], "unsaid-1": UNSAID[number], "judge-when": "not at all"})


def look_back(conversation: Conversation, number: int, **areas: str) -> None:
    """The look back at the interview talked about; areas that are not given are skipped."""
    conversation.says("can we look back now")
    judged = {f"area-{area.replace('_', '-')}": side for area, side in areas.items()}
    answer(
        conversation,
        {"good-side": "one by one", "judge-goes-on": "go on", **judged, "learnt": LEARNT[number], "feeling-now": "4"},
    )


def answer(conversation: Conversation, told: Mapping[str, str]) -> None:
    """Answer what is asked, and skip what nothing is told for, until nothing is asked any more."""
    for _ in range(MOST):
        if conversation.question is None:
            return
        conversation.says(told.get(conversation.question, "skip"))
    raise AssertionError(conversation.reply)
