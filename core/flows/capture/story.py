"""What they told before anything was asked of it, and how they told it. Not a flow; all of the conversation reads it."""

from __future__ import annotations

import re
from typing import Any

from core.facts import Picked
from core.flows.outcome import WITHDRAWN
from core.mood import went_well
from core.questions import Opening, Option, Words
from core.talk import Talk
from core.understanding import stings
from core.understanding.commands import Command
from core.understanding.stings import Sting

INVITATION = Opening(
    "opening",
    "capture-opening",
    (Option("yes", Command.YES), Option("no", Command.NO), Option("not-sure", Command.MAYBE)),
)
STORY = Words("story", "capture-story")

TOLD_IN = ("opening", "story", "cause", "anything-else", "what-else", "question-1", "question-2", "question-3")
"""Where the words of a remark may stand before they are asked for."""
_BUT_FOR = re.compile(
    r"\b(?:it was (?:just |only )?(?:him|her|them)|but (?:for )?(?:he|she|they|one|the|him|her|them)|except)\b",
    re.IGNORECASE,
)

_HALF_GOOD = re.compile(r"\b(?:ok|okay|okish|fine|al+ ?right)\b", re.IGNORECASE)
"""What may be said of one that was so-so."""

TOLD_FIRST = ("opening", "story")


def story(talk: Talk) -> str:
    """What they told before anything was asked of it."""
    return " ".join(words for name in TOLD_FIRST if isinstance(words := talk.known(name), str))


def was_a_trial(talk: Talk) -> bool:
    """Whether they worked there for an hour or a day, and were asked nothing."""
    return stings.is_trial(story(talk))


def first_sting(talk: Talk) -> Sting | None:
    """What hurt, as their story names it, in however many pieces it was told."""
    return Sting.LAUGHED_AT if talk.known("laughed-at") else stings.sting(story(talk))


def is_told_as_good(talk: Talk) -> bool:
    """Whether they told of a good interview, in which no more than an answer went wrong."""
    is_even = stings.went_unevenly(story(talk)) is None
    return went_well(talk.facts) and is_even and not blames_somebody(talk.known(INVITATION.name))


def is_all_good(talk: Talk) -> bool:
    """Whether they told of a good one, and of nothing in it that went wrong: then nobody asks how bad it feels."""
    is_stuck = talk.texts("struggle") or first_sting(talk) is not None or talk.known("minutes-late") is not None
    is_stuck = is_stuck or stings.turns_for_the_worse(story(talk))
    return is_told_as_good(talk) and not is_stuck and _HALF_GOOD.search(story(talk)) is None


def is_told_as_nothing_bad(talk: Talk) -> bool:
    """Whether nothing they told so far says that anything went badly."""
    if talk.texts("struggle") or any(talk.known(name) for name in ("stressed", "angry", "conduct", "minutes-late")):
        return False
    told = story(talk)
    is_uneven = stings.went_unevenly(told) is not None
    is_news = talk.known("outcome") is not None or talk.known("news") == "badly"
    return bool(told) and not (is_news or is_uneven or stings.sting(told) is not None)


def is_undecided(talk: Talk) -> bool:
    """Whether they have said that they cannot tell how it went: then nobody asks how much of it was bad."""
    return stings.is_unsure(story(talk)) and not stings.is_of_the_whole(story(talk))


def blames_somebody(opening: Any) -> bool:
    """Whether an interview that "was fine" was so but for somebody ("it was him")."""
    return isinstance(opening, str) and bool(_BUT_FOR.search(opening))


def is_grave(talk: Talk) -> bool:
    """Whether they told, or chose, that something was said or done to them."""
    return bool(talk.known("conduct")) or talk.known("cause") == Picked("their-conduct")


def is_settled(talk: Talk) -> bool:
    """Whether there is a yes or a no already, theirs or one's own: then nobody asks by when, and there is no note."""
    return talk.known("outcome") in ("rejected", "offer", WITHDRAWN)
