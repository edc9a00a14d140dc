"""How bad it feels, in a number that is said back, and the question whether it was really that bad."""

from __future__ import annotations

from dataclasses import replace

from core.mood import MILD, ROUGH, VERY_LOW
from core.questions import Choice, Option, Scale
from core.talk import Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

FEELING = Scale("feeling-at-first", "capture-feeling")
FEELING_WELL = Scale("feeling-at-first", "capture-feeling-well")
FEELING_WELL_BUT = Scale("feeling-at-first", "capture-feeling-well-but")
"""For those who have told of a good one, and of something in it that stings."""
REALLY = Choice(
    "really-that-bad",
    "capture-really",
    (
        Option("all", Command.YES),
        Option("parts"),
        Option("one-moment", Command.NO),
        Option("not-sure", Command.MAYBE),
    ),
)
REALLY_GENTLY = replace(REALLY, words="capture-really-gently")
REALLY_OPEN = replace(REALLY, words="capture-really-open")
"""For those who have not called it bad."""
REALLY_OF_IT = replace(REALLY, words="capture-really-of-it")
"""For those who have told that something beside the interview itself went well."""

ROUGH_DAY = Saying("capture-rough-day", "feeling")
MIDDLING_DAY = Saying("capture-middling-day", "feeling")
MILD_DAY = Saying("capture-mild-day", "feeling")


def weigh(talk: Talk, feeling: int | None) -> None:
    """Say the number back, in a tone that fits it."""
    if feeling is None:
        return
    if feeling >= ROUGH:
        talk.say(ROUGH_DAY, feeling=feeling)
    elif feeling > MILD:
        talk.say(MIDDLING_DAY, feeling=feeling)
    else:
        talk.say(MILD_DAY, feeling=feeling)


def is_very_low(talk: Talk) -> bool:
    """Whether it feels so bad that nothing more is put in front of them on that day."""
    feeling = talk.known(FEELING.name)
    return isinstance(feeling, int) and feeling >= VERY_LOW
