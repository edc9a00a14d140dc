"""A conversation with nobody, before anybody is listened to: what is built at first use is there for the first who writes.

How a phrase may go on is compiled when a text first goes on so, and the words are loaded once more for the first draft; of many
who write in the first minute each would wait for it.
Nothing of it is kept.
"""

from __future__ import annotations

from datetime import UTC, datetime

from core.coach import Coach, understood
from core.events import Person, Text
from core.remembering import forget_all
from core.wording import Wording

SAID = (
    "hi",
    "My interview at Initech yesterday went badly: I rambled, and they asked me about Python and why I left my last job.",
    "6",
    "I felt awful, I couldn't answer the technical question",
    "I have another interview with Hooli next Tuesday at 2 pm",
    "only that",
    "why do you want to work here",
    "I would have said that I like to teach people what I know",
    "none that I recall",
    "nothing missing",
    "yes",
    "I may write",
    "no day named",
    "just one, Mr Banda",
    "e-mail",
    "show me now",
    "sent",
    "no, thanks",
)
_NOBODY = Person("rehearsal", "nobody")
_THEN = datetime(2026, 1, 5, 10, tzinfo=UTC)


def rehearse(wording: Wording) -> None:
    """Have it."""
    coach, snapshot = Coach(wording), None
    for number, said in enumerate(SAID):
        event = Text(id=str(number), person=_NOBODY, at=_THEN, zone="UTC", text=said)
        turn = coach.decide(snapshot, event, understood(said), _THEN)
        snapshot = turn.snapshot if turn is not None else snapshot
    forget_all()
