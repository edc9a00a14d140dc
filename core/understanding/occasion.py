"""What a first message is about: an interview that was, one that is ahead, or work in general and no interview.

The rule a newcomer could break: who has been in an interview and meets no ear for it is worse off than who is asked
one question too many. So it is about something else only where that is said, and nothing in it tells of an interview.
"""

from __future__ import annotations

import tomllib
from enum import Enum, auto
from functools import cache
from importlib import resources

from core.understanding import text as texts
from core.understanding.phrases import Phrasebook


class Occasion(Enum):
    """What a message is about."""

    INTERVIEW = auto()
    """An interview that was, or nothing that tells."""
    AHEAD = auto()
    WORK = auto()
    """Looking for work, trouble at work, work that was lost."""


def read(text: str) -> Occasion:
    """What a message is about."""
    return in_words(texts.words(texts.story(text)) + ". ")


def in_words(words: str) -> Occasion:
    """As `read`, of words with a stop behind each clause."""
    found = list(_book().found(words))
    if any(one.key == "ahead" for one in found):
        return Occasion.AHEAD
    worries = [one for one in found if one.key == "worries"]
    told = [one for one in found if one.key == "interviews"]
    if worries and all(any(worry.start <= one.start and one.end <= worry.end for worry in worries) for one in told):
        return Occasion.WORK
    return Occasion.INTERVIEW


@cache
def _book() -> Phrasebook[str]:
    contents = tomllib.loads(resources.files(__package__).joinpath("occasion.toml").read_text(encoding="utf-8"))
    rows = contents["phrases"].items()
    return Phrasebook(
        ((name, phrase) for name, phrases in rows for phrase in phrases),
        parts={name: str(words) for name, words in contents["parts"].items()},
    )
