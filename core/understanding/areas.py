"""Areas of an interview: which of them a message speaks of, and whether it went well or badly there.

This opens the right question; the person's own judging of each area comes a day later and always wins. An
area that a message calls both good and bad counts as badly, because that is where there is something to do.
The phrases are in `areas.toml` and `areas_grammar.toml`; when a sentence is misread, change the phrase that took it and never add
the sentence. What all words of a message weigh (`areas_weights.tsv`) takes away what a phrase found in passing, and adds what no phrase
holds.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any, TypeAlias

from core.understanding import occasion
from core.understanding import text as texts
from core.understanding.occasion import Occasion
from core.understanding.phrases import Found, Phrasebook
from core.understanding.spelling import Speller
from core.understanding.weights import Weights


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


_OPPOSITE = {Verdict.WELL: Verdict.BADLY, Verdict.BADLY: Verdict.WELL}
_Sign: TypeAlias = tuple[Area, Verdict]

_OWNERS = {area: number for number, area in enumerate(Area, start=1)} | {Area.CONFIDENCE: 2}
"""A number for each area; body language and confidence show in the same words."""
_BESIDE_ANYTHING = Area.CONFIDENCE
"""Nerves are told in the middle of what they spoilt: "lost my nerve in the demo lesson"."""

_GRAMMAR = "areas_grammar"
_QUOTES = re.compile(r"[\"“”„‟«»]+")
_JOINT = re.compile(
    r"\b(?:but|though|although|however|except|whereas|then|while) "
    r"|\b(?:and|so) (?=(?:i|i'm|they|he|she|it|it's|my|we|the|then|still|now|no|there|that)\b)"
)
"""Where a clause ends without a stop."""
_GAP = re.compile(r"\.\.\d+")
"""What went well is not told across a denial: "answered the wrong question"."""
_STOPS = re.compile(r"(?:\. )+")
_WELL_THEN = re.compile(r"^\s*well\b[ ,.]+(?=i\b|they\b|he\b|she\b|it\b|my\b)", re.IGNORECASE)
"""A "well" that only begins a sentence."""


WORK = "work"
"""The label of what is about work, and no interview."""
_CLEAR = 0.0
"""From here on words speak for an area, though no phrase tells of it."""
_AGAINST = 0.6
"""Where no more than this in the words speaks for it, they speak against what a phrase tells."""
_WENT_WELL, _WENT_BADLY = -0.3, -2.0
"""Above, an area of which no phrase tells went well; below, one of which a phrase says that it went well did not."""


def read(text: str) -> Mapping[Area, Verdict]:
    """The areas a message speaks of, in the order of `Area`; empty when it is about something else.

    What phrases tell counts unless the words around them speak against it, and so does what the words speak for clearly.
    """
    told = words(text)
    if not told or occasion.in_words(told) is not Occasion.INTERVIEW:
        return {}
    signs = list(_told_apart(_book().found(told), told))
    named = _by_area({sign.key for sign in signs} | set(_mentioned(told, signs)))
    heard, always = _weights().of(told), _weights().always
    if heard[WORK] >= _CLEAR:
        return {}
    return {
        area: _verdict(named.get(area), heard[Verdict.WELL])
        for area in Area
        if (heard[area] - always[area] >= _AGAINST if area in named else heard[area] >= _CLEAR)
    }


def _verdict(named: Verdict | None, well: float) -> Verdict:
    """What a phrase says of an area, if one does, unless the whole message says clearly that nothing went well."""
    if well < _WENT_BADLY:
        return Verdict.BADLY
    return named or (Verdict.WELL if well > _WENT_WELL else Verdict.BADLY)


def judged(text: str, area: Area | None = None) -> frozenset[Verdict]:
    """How an answer to "how did that go?" sounds: well, badly, or both; empty when it does not tell.

    What it says of the area in so many words counts before its tone.
    """
    clauses = [clause + ". " for clause in words(_WELL_THEN.sub("", texts.clean(text))).split(". ") if clause]
    signs = [_by_area({sign.key for sign in _told_apart(_book().found(clause), clause)}) for clause in clauses]
    about = {named[area] for named in signs if area in named} if area is not None else set()
    sounds = (set(_tones_of(clause)) or set(named.values()) for clause, named in zip(clauses, signs, strict=True))
    return frozenset(about or {verdict for verdicts in sounds for verdict in verdicts})


def words(text: str) -> str:
    """The words of a text, with a stop behind each clause; what it quotes belongs to the clause around it."""
    words = _speller().respelt(texts.words(_QUOTES.sub(" ", texts.opening(texts.clean(text)))))
    return _STOPS.sub(". ", _JOINT.sub(". ", words) + ". ").removeprefix(". ") if words else ""


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


def _told_apart(found: Iterable[Found[_Sign]], words: str) -> Iterator[Found[_Sign]]:
    """Those whose words tell of nothing else: where two of different areas share words, the longer one counts.

    "Couldn't find the ward" is no answer that could not be found, and "he was late" is about him and not about the
    person's own time. Two that are equally long both count, and what the body shows may be nerves as well.
    """
    owners = bytearray(len(words))
    kept = set[tuple[int, int]]()
    for sign in sorted(_outermost(found), key=lambda sign: (sign.start - sign.end, sign.start)):
        span, owner = (sign.start, sign.end), _OWNERS[sign.key[0]]
        if (
            sign.key[0] is _BESIDE_ANYTHING
            or span in kept
            or not owners[sign.start : sign.end].strip(bytes([0, owner]))
        ):
            kept.add(span)
            owners[sign.start : sign.end] = bytes([owner]) * (sign.end - sign.start)
            yield sign


def _outermost(found: Iterable[Found[_Sign]]) -> Iterator[Found[_Sign]]:
    """Those of each area that do not stand inside a longer one: "wasn't nervous" is not "nervous"."""
    furthest: dict[Area, int] = {}
    for sign in sorted(found, key=lambda sign: (sign.start, -sign.end)):
        if sign.end > furthest.get(sign.key[0], 0):
            furthest[sign.key[0]] = sign.end
            yield sign


def _mentioned(words: str, signs: list[Found[_Sign]]) -> Iterator[_Sign]:
    """What single words tell, in clauses that no phrase is found in: all that they tell by themselves, or else the
    one area that is mentioned, as the clause sounds.
    """
    clauses = [clause + ". " for clause in words.split(". ")[:-1]]
    ends = list(accumulate(map(len, clauses)))
    spoken = {bisect(ends, place) for sign in signs for place in (sign.start, sign.end - 1)}
    silent = ["" if number in spoken else clause for number, clause in enumerate(clauses)]
    for clause, following in zip(silent, [*silent[1:], ""], strict=True):
        if told := {sign.key for sign in _told_apart(_telling_words().found(clause), clause)}:
            yield from told
        elif mentions := [found.key for found in _mentions().found(clause)]:
            _, area, is_telling = min(mentions)
            tones = set(_tones_of(clause))
            if not tones and is_telling:
                tones = set(_tones_of(following)) or {Verdict.BADLY}
            yield from ((area, tone) for tone in tones)


@cache
def _contents(name: str = "areas") -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _parts() -> dict[str, str]:
    """The shared words, and the things of each area under its name."""
    things = {name: area["things"] for name, area in _contents()["areas"].items()}
    return {**_contents()["parts"], **_contents(_GRAMMAR)["parts"], **things}


def _phrases() -> Iterator[tuple[_Sign, str]]:
    for name, area in _contents()["areas"].items():
        for verdict in Verdict:
            about_things = (phrase.replace("<thing>", f"<{name}>") for phrase in _contents()["patterns"][verdict])
            composed = _contents(_GRAMMAR)["areas"][name][verdict]
            for phrase in (*area[verdict], *composed, *about_things):
                yield (Area(name), verdict), _GAP.sub(r"\g<0>-<denied>", phrase) if verdict is Verdict.WELL else phrase


@cache
def _speller() -> Speller:
    meant, right = (_contents()["spelling"][name].split(", ") for name in ("meant", "right"))
    return Speller(meant, right)


@cache
def _book() -> Phrasebook[_Sign]:
    return Phrasebook(_phrases(), parts=_parts())


def open_books() -> None:
    """Open what is else opened when somebody first looks back."""
    for opened in (_book, _telling_words, _mentions, _tones, _weights):
        opened()


@cache
def _telling_words() -> Phrasebook[_Sign]:
    words = _contents(_GRAMMAR)["words"]
    told = [((Area(name), verdict), named) for verdict in Verdict for name, named in words[verdict].items()]
    return Phrasebook(
        [
            *((sign, f"({named})") for sign, named in told),
            *(((area, _OPPOSITE[verdict]), f"<denial> ..1 ({named})") for (area, verdict), named in told),
        ],
        parts=_parts(),
    )


@cache
def _mentions() -> Phrasebook[tuple[int, Area, bool]]:
    """Each with its rank, its area, and whether it tells enough without a tone."""
    groups = {**_contents()["mentions"], "named": _contents(_GRAMMAR)["words"]["plain"]}
    rows = [(Area(name), words, group == "telling") for group in groups for name, words in groups[group].items()]
    return Phrasebook(
        (((rank, area, is_telling), f"({words})") for rank, (area, words, is_telling) in enumerate(rows)),
        parts=_parts(),
    )


@cache
def _weights() -> Weights:
    return Weights(resources.files(__package__).joinpath("areas_weights.tsv").read_text(encoding="utf-8"))


@cache
def _tones() -> Phrasebook[Verdict]:
    tones = _contents()["tones"]
    return Phrasebook(((verdict, phrase) for verdict in Verdict for phrase in tones[verdict]), parts=_parts())
