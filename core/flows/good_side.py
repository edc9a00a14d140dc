"""What was told of the good side without being asked for it, in their own words and short enough to say back."""

from __future__ import annotations

import re

from core.flows.capture.other_questions import ASKED_ABOUT
from core.flows.capture.story import story
from core.talk import Talk
from core.understanding import stings

MOST_SAID_BACK = 80
"""Letters of their own words in a line by itself."""
_HELD_IN = ("other-questions", "opening", "story")
_PARTS_TOLD = re.compile(r"[.!?;\n]+|,? \bbut\b|,? \b(?:though|however|until|except)\b", re.IGNORECASE)
_WENT_ALL_RIGHT = re.compile(
    r"\b(?:was|were|went|all) (?:all |quite |pretty |really |actually )?(?:ok|okay|fine|good|great|alright|all right|easy|well)(?:-?ish)?\b(?! (?:until|but))",
    re.IGNORECASE,
)
_OF_ALL_OF_IT = re.compile(
    r"\s*(?:(?:and|so|well|yes|hi|hello|i think|i guess|otherwise|the rest|everything|all|most of it|it|that|they|the interview|my interview|interview)\b[ ,]*)+(?:at .*)?(?:was|were|went|is)\b",
    re.IGNORECASE,
)
"""No part of it, but the whole, or the rest."""
_WELL_UNTIL = re.compile(
    r"\b(?:i|we|it|all|everything)\b[^.!?;,\n]{0,30}?\b(?:doing|going|went|was|were)\b[^.!?;,\n]{0,20}?\b(?:ok|okay|fine|good|great|well|all ?right)"
    r" (?:until|till|up to)\b[^.!?;,\n]{2,60}",
    re.IGNORECASE,
)
""" "I was doing well until the demonstration lesson"."""


def held(talk: Talk) -> str | None:
    """Of a part that went all right."""
    for name in _HELD_IN:
        told = talk.known(name)
        for clause in _PARTS_TOLD.split(told) if isinstance(told, str) else ():
            is_of_the_rest = _OF_ALL_OF_IT.match(clause) or stings.rest_held(clause)
            if _WENT_ALL_RIGHT.search(clause) and not is_of_the_rest and len(clause) <= MOST_SAID_BACK:
                return clause.strip()
    return None


def until(talk: Talk) -> str | None:
    """How far it went well."""
    told = _WELL_UNTIL.search(story(talk))
    return told[0].strip() if told is not None and len(told[0]) <= MOST_SAID_BACK else None


def easy_questions(talk: Talk) -> str | None:
    """Which questions went all right: who told of a hard one, or said that all was bad, was asked for others, and no more."""
    questions = talk.known("other-questions")
    was_all_bad = talk.known("really-that-bad") == "all"
    is_of_others = was_all_bad or talk.texts("asked") or ASKED_ABOUT.search(story(talk))
    if talk.known("another-1") != "that-was-all" or is_of_others or not isinstance(questions, str):
        return None
    return questions if len(questions) <= MOST_SAID_BACK else None
