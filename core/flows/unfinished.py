"""Three hours after somebody broke off: the place is kept, and going on or leaving it is equally fine."""

from __future__ import annotations

from core.flows.offer import NOW, TOMORROW, TONIGHT, taken_up
from core.questions import Offer, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Phrase, Saying

OFFER = Offer(
    "offer",
    "unfinished-offer",
    (NOW, TONIGHT, TOMORROW, Option("leave", Command.NO, brings=(("capture-left", "left"),))),
)
KEPT = Saying("unfinished-kept", "about")
LEFT = Saying("unfinished-left")

THE_INTERVIEW = Phrase("unfinished-the-interview")


@flow("unfinished")
def unfinished(talk: Talk) -> Script:
    """Going on returns to the question that was open; leaving it closes the first conversation."""
    place = talk.known("organisation")
    if talk.key:
        talk.say(KEPT, about=place if isinstance(place, str) else THE_INTERVIEW)
    yield from taken_up(talk, OFFER)
    if talk.known("capture-left") == "left":
        talk.say(LEFT)
