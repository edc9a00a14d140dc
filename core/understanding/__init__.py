"""What a text means, as far as the text alone can tell.

Reading needs no state and no time of day, so it is done before a turn is queued; what the open question makes of a
reading is decided in the turn (`core.step`). The rule a newcomer could break: when unsure, catch nothing. A detail
that is missed costs one question, a wrong one costs trust.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core import safety
from core.understanding import address, commands, conduct, corrections, details, times
from core.understanding.detail import Detail
from core.understanding.text import LONGEST_STORY, clean, fold
from core.understanding.times import TimePhrase

_JUST_OVER = re.compile(
    r"\bjust (?:now )?(?:had|finished|got|came|come|left|out|walked|done|been|back|ended)\b|\bfresh out of\b"
    r"|\bcame (?:straight )?(?:out|from|home)\b|\bon my way home from\b|\b(?:an hour|minutes) ago\b"
)
_STRESS = re.compile(
    r"\b(?:embarrass\w*|awful|terribl\w*|horribl\w*|bomb\w*|(?:blew|blow|blown|messed|screwed|fucked) (?:it|up)|froze\w*"
    r"|freez\w*|nervous\w*|disaster\w*|cry\w*|cried|asham\w*|humiliat\w*|stupid|idiot|stress\w*|panic\w*|hate|worst"
    r"|fail\w*|blank\w*|ruin\w*|terrified|gutted|devastat\w*|shak(?:ing|y)|anxi\w*|sick|useless|went (?:so |really |very )?bad(?:ly)?|so bad|rambl\w*"
    r"|chok\w*|stuck)\b"
)
_PROMISED = re.compile(
    r"(?:\b(?:hear|answer|get back|come back|let (?:me|us) know|decide|decision|reply|respond|call|tell|results?|inform)\b"
    r"[^.!?]{0,30}|\b(?:by|until|within|before)\s*)$"
)
_PROMISE = re.compile(
    r"\b(?:let (?:me|us) know|get back|hear (?:from|back)|decide|decision|answer|call (?:me|us)|by)\b"
)
_BEFORE = 60
_TIMES_READ_TO = 300
_MOST_PROMISES = 3
_PROMISE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, read."""

    text: str
    """As it was typed, cleaned of what no person can see."""
    danger: safety.Danger | None
    command: commands.CommandReading | None
    correction: corrections.Correction | None
    details: tuple[Detail, ...]
    times: tuple[TimePhrase, ...]
    is_just_over: bool
    """It says that the interview ended a moment ago."""
    is_stressed: bool
    """Its words show that it was hard."""
    is_serious: bool
    """It tells of conduct by an interviewer that must not be made small."""
    remark: address.Remark | None
    """It speaks to the coach instead of answering."""

    @property
    def has_words(self) -> bool:
        """Whether there is a letter or a digit in it at all."""
        return any(character.isalnum() for character in self.text)

    def is_promise(self, phrase: TimePhrase) -> bool:
        """Whether a time is when they said they would answer, by what stands before it."""
        before = self.text[max(0, phrase.start - _BEFORE) : phrase.start].lower()
        return phrase.lean is times.Direction.FUTURE or bool(_PROMISED.search(before))


def read(raw: str) -> Reading:
    """Read a text of any length."""
    text = clean(raw)
    folded = fold(text[:LONGEST_STORY])
    return Reading(
        text=text,
        danger=safety.read(text),
        command=commands.read(text),
        correction=corrections.read(text),
        details=details.read(text),
        times=(*times.parse(text), *_promised_later(text)),
        is_just_over=bool(_JUST_OVER.search(folded)),
        is_stressed=bool(_STRESS.search(folded)),
        is_serious=conduct.is_serious(text),
        remark=address.read(text),
    )


def _promised_later(text: str) -> tuple[TimePhrase, ...]:
    """Times beyond the part that is parsed, where a long story says by when they will answer."""
    found: list[TimePhrase] = []
    place = _TIMES_READ_TO
    for _ in range(_MOST_PROMISES):
        promise = _PROMISE.search(text, place, LONGEST_STORY)
        if promise is None:
            break
        start, place = promise.start(), promise.start() + _PROMISE_LENGTH
        parsed = times.parse(text[start:place])
        found += (replace(one, start=one.start + start, end=one.end + start) for one in parsed)
    return tuple(found)
