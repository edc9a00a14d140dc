"""Areas of an interview: which of them a message speaks of, and whether it went well or badly there.

This opens the right question; the person's own judging of each area comes a day later and always wins. An
area that a message calls both good and bad counts as badly, because that is where there is something to do.
The phrases are in `areas.toml`; when a sentence is misread, change the phrase that took it and never add
the sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import chain
from typing import TypeAlias

from core.understanding import text as texts
from core.understanding.phrases import Found, Phrasebook


class Area(StrEnum):
    """A part of an interview that can go well or badly by itself."""

    FIRST_IMPRESSIONS = "first_impressions"
    BODY_LANGUAGE = "body_language"
    CONFIDENCE = "confidence"
    ANSWERS = "answers"
    QUESTIONS_ASKED = "questions_asked"
    CLOSING = "closing"
    PUNCTUALITY = "punctuality"
    PREPARATION = "preparation"
    TEST_OR_TASK = "test_or_task"
    INTERVIEWER_CONDUCT = "interviewer_conduct"
    WAITING_OUTCOME = "waiting_outcome"


class Verdict(StrEnum):
    """How it went."""

    WELL = "well"
    BADLY = "badly"


_Sign: TypeAlias = tuple[Area, Verdict]

_CONTRAST = re.compile(r"\b(?:but|though|although|however|except|whereas) ")
_WELL_THEN = re.compile(r"^\s*well\b[ ,.]+(?=i\b|they\b|he\b|she\b|it\b|my\b)", re.IGNORECASE)
"""A "well" that only begins a sentence."""
_GOOD = re.compile(
    r"\b(?:good|great|well|fine|ok|okay|nice(?:ly)?|lovely|best|better|eas(?:y|ily)|liked|loved|enjoyed|smiled|happy"
    r"|impressed|perfect(?:ly)?|confident|calm|solid|strong|smooth(?:ly)?|excellent|brilliant|amazing|proud|worked"
    r"|helped|kind|friendly)\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|nothing|hardly|barely|wish|should|could|too|but|only|forgot|wrong|bad|badly|sorry|until"
    r"|instead)\b|n't\b"
)


def read(text: str) -> Mapping[Area, Verdict]:
    """The areas a message speaks of, in the order of `Area`; empty when it is about something else."""
    words = texts.words(texts.opening(texts.clean(text)))
    if not words or _is_about_something_else(words):
        return {}
    clauses = [clause for clause in _CONTRAST.sub(". ", words).split(". ") if clause]
    signs = {sign.key for clause in clauses for sign in _outermost(list(_book().found(clause + ". ")))}
    return _by_area(signs or set(_suggested(clauses)))


def judged(text: str, area: Area | None = None) -> frozenset[Verdict]:
    """How an answer to "how did that go?" sounds: well, badly, or both; empty when it does not tell.

    What it says of the area in so many words counts before its tone.
    """
    words = texts.words(texts.opening(_WELL_THEN.sub("", texts.clean(text))))
    clauses = [clause + ". " for clause in _CONTRAST.sub(". ", words).split(". ") if clause]
    signs = [_by_area({sign.key for sign in _outermost(list(_book().found(clause)))}) for clause in clauses]
    about = {named[area] for named in signs if area in named} if area is not None else set()
    sounds = (set(_tones_of(clause)) or set(named.values()) for clause, named in zip(clauses, signs, strict=True))
    return frozenset(about or {verdict for verdicts in sounds for verdict in verdicts})


def _by_area(signs: set[_Sign]) -> dict[Area, Verdict]:
    """One verdict an area; badly where both are said, because that is where there is something to do."""
    badly = {area for area, verdict in signs if verdict is Verdict.BADLY}
    named = {area for area, _ in signs}
    return {area: Verdict.BADLY if area in badly else Verdict.WELL for area in Area if area in named}


def _tones_of(clause: str) -> Iterator[Verdict]:
    """The tones of a clause; one inside a longer one does not count: "not bad" is not "bad"."""
    furthest = 0
    for tone in sorted(_tones().found(clause), key=lambda tone: (tone.start, -tone.end)):
        if tone.end > furthest:
            furthest = tone.end
            yield tone.key


def _suggested(clauses: list[str]) -> Iterator[_Sign]:
    """What nouns and tone suggest when nothing is said in so many words: one area at most."""
    cues = [(_rank()[cue.key], cue.key, clause) for clause in clauses for cue in _cues().found(clause)]
    if cues:
        _, area, clause = min(cues)
        yield area, Verdict.WELL if _sounds_good(clause) else Verdict.BADLY


def _outermost(signs: list[Found[_Sign]]) -> Iterator[Found[_Sign]]:
    """Without those that stand inside a longer one about the same area: "wasn't nervous" is not "nervous".

    "He was late" is about him and not about the person's own time.
    """
    furthest: dict[Area, int] = {}
    for sign in signs:
        area = sign.key[0]
        theirs = area is Area.PUNCTUALITY and sign.start < furthest.get(Area.INTERVIEWER_CONDUCT, 0)
        if sign.end > furthest.get(area, 0) and not theirs:
            furthest[area] = sign.end
            yield sign


def _is_about_something_else(words: str) -> bool:
    """Whether it is about looking for work, or about an interview still to come, and none that was."""
    about = {found.key for found in _elsewhere().found(words)}
    return "ahead" in about or ("worries" in about and "interviews" not in about)


def _sounds_good(clause: str) -> bool:
    return _GOOD.search(clause) is not None and _DENIED.search(clause) is None


@cache
def _contents() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("areas.toml").read_text(encoding="utf-8"))


def _parts() -> dict[str, str]:
    return {name: str(phrase) for name, phrase in _contents()["parts"].items()}


def _of_topics() -> Iterator[tuple[_Sign, str]]:
    for name, topic in _contents()["topics"].items():
        for verdict, word in ((Verdict.WELL, "good"), (Verdict.BADLY, "bad")):
            yield (Area(name), verdict), f"({topic}) [<was>] [<very>] (<{word}>)"
            yield (Area(name), verdict), f"({topic}) (<was>) ..2 (<{word}>)"
            yield (Area(name), verdict), f"(<{word}>) ({topic})"


def _of_phrases() -> Iterator[tuple[_Sign, str]]:
    for verdict in Verdict:
        for name, phrases in _contents()[verdict].items():
            yield from (((Area(name), verdict), phrase) for phrase in phrases)


@cache
def _book() -> Phrasebook[_Sign]:
    return Phrasebook(chain(_of_phrases(), _of_topics()), parts=_parts())


@cache
def _cues() -> Phrasebook[Area]:
    return Phrasebook(((Area(name), f"({cues})") for name, cues in _contents()["cues"].items()), parts=_parts())


@cache
def _tones() -> Phrasebook[Verdict]:
    tones = _contents()["tones"]
    return Phrasebook(((verdict, phrase) for verdict in Verdict for phrase in tones[verdict]), parts=_parts())


@cache
def _rank() -> dict[Area, int]:
    return {Area(name): place for place, name in enumerate(_contents()["cues"])}


@cache
def _elsewhere() -> Phrasebook[str]:
    rows = _contents()["elsewhere"].items()
    return Phrasebook(((name, phrase) for name, phrases in rows for phrase in phrases), parts=_parts())
