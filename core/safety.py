"""Signs of danger in what a person writes. It comes before everything else the coach reads.

A missed sign is worse than a false one, but a coach who hears suicide in "that interview killed me" is no
help either: idioms, work topics, other people and the past are taken out of the text first, and what is
left is searched. The signs are in `content/danger.toml`. Nothing here says what to answer, and no number is ever
written into code (see `helplines`).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from core.understanding import text as texts
from core.understanding.phrases import Found, Phrasebook
from core.understanding.spelling import Speller


class Level(StrEnum):
    """How far it goes."""

    CRISIS = "crisis"
    """The person, or somebody near, may be in danger now."""
    CONCERN = "concern"
    """To be careful with: hopeless words, somebody else's danger, a dark past, grief."""


class Kind(StrEnum):
    """What it is about; each has its own answer."""

    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    ABUSE = "abuse"
    VIOLENCE = "violence"
    THIRD_PERSON = "third-person"
    PAST = "past"
    DENIED = "denied"
    GRIEF = "grief"
    HOPELESS = "hopeless"
    HEAVY = "heavy"
    """Tears, or no strength for one more interview: met with care, and what else was written is still heard."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A sign of danger."""

    level: Level
    kind: Kind


_READ_WHOLE = 6000
_PIECE = 400
_STEMS = re.compile(
    r"kill|suic|sucid|\bdie\b|\bdead\b|\bdying|\bkms|my ?self\b|my life|end it|alive|exist|be here|go on"
    r"|without me|overdos|pills|noose|wrist|bridge|hurt|harm|abus|raped|beats|threat|knife|\bgun|hopeless"
    r"|worthless|wake up"
)
_LOOK_ALIKES = str.maketrans(
    "аеорсухкіјѕԁһмтвнгпԛԝɡαβεικνορτυχλı|",
    "aeopcyxkijsdhmtbhrnqwgabeiknoptuxlil",
)
_LEET = str.maketrans("013457@$!", "oieastasi")
_TOKEN = re.compile(r"[\w@$!]+")
_SPACED = re.compile(r"(?<!\w)(?:(?:\w[ .\-_*]{1,2}){2,20})\w(?!\w)")
_STARRED = re.compile(r"(?<![a-z])[a-z]+[*#_.\-]+[a-z*#_.\-]*[a-z]", re.IGNORECASE)
_MARKS = re.compile(r"[\u0300-\u036f]")
_WHAT_STARS_HIDE = (
    "kill",
    "killing",
    "suicide",
    "suicidal",
    "die",
    "dead",
    "dying",
    "myself",
    "rape",
    "raped",
    "harm",
    "cut",
    "hang",
)


def read(text: str) -> Danger | None:
    """The gravest sign of danger in a text of any length."""
    gravest: Danger | None = None
    for piece in _pieces(text):
        found = _read_piece(piece)
        if found and found.level is Level.CRISIS:
            return found
        if gravest is None or gravest.kind is Kind.HEAVY:
            gravest = found or gravest
    return gravest


def _pieces(text: str) -> Iterator[str]:
    """The beginning whole; of a very long rest only what may hold a sign, so that the time stays linear and
    small.
    """
    yield text[:_READ_WHOLE]
    rest = text[_READ_WHOLE - _PIECE // 4 :] if len(text) > _READ_WHOLE else ""
    seen: set[str] = set()
    for start in range(0, len(rest), _PIECE):
        piece = rest[start : start + _PIECE + _PIECE // 4].lower()
        if piece not in seen and _STEMS.search(piece):
            seen.add(piece)
            yield piece


def _read_piece(text: str) -> Danger | None:
    words = _speller().respelt(texts.words(_unmasked(text))) + ". "
    signs = {table: list(_book(table).found(words)) for table in ("crisis", "concern", "others", "past")}
    if not any(signs.values()):
        return None
    idioms = list(_book("harmless").found(words))
    milder = [sign for sign in (*signs["others"], *signs["past"]) if _outweighs_all(sign, idioms)]
    for level in Level:
        for sign in sorted(signs[level], key=_is_lightest):
            if _outweighs_all(sign, [*idioms, *milder]):
                return Danger(level, Kind(sign.key))
    return Danger(Level.CONCERN, Kind(milder[0].key)) if milder else None


def _is_lightest(sign: Found[str]) -> bool:
    return sign.key == Kind.HEAVY


def _outweighs_all(sign: Found[str], excuses: list[Found[str]]) -> bool:
    return all(_outweighs(sign, excuse) for excuse in excuses)


def _outweighs(sign: Found[str], excuse: Found[str]) -> bool:
    """A sign stands beside an excuse, or around it: "wish i was dead" holds the idiom "i was dead" inside."""
    beside = excuse.start >= sign.end or excuse.end <= sign.start
    around = sign.start <= excuse.start and excuse.end <= sign.end + len(". ")
    return beside or (around and sign.end - sign.start > excuse.end - excuse.start)


def _unmasked(text: str) -> str:
    """Letters as they were meant: look-alikes of other scripts, "k1ll", "k*ll", "k i l l"."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", texts.clean(text))).lower().translate(_LOOK_ALIKES)
    text = _SPACED.sub(lambda found: re.sub(r"[ .\-_*]", "", found[0]), text)
    text = _STARRED.sub(_unstarred, text)
    return _TOKEN.sub(lambda found: found[0] if found[0].isalpha() else _unleeted(found[0]), text)


def _unleeted(word: str) -> str:
    """ "k1ll!" is "kill!", while "11", "3pm" and "wow!" stay what they are."""
    core = word.rstrip("!")
    plain = core.lower().replace("11", "ll").translate(_LEET)
    masked = plain.isalpha() and not core[:1].isdigit() and not core.isalpha() and any(map(str.isalpha, core))
    return plain + word[len(core) :] if masked else word


def _unstarred(found: re.Match[str]) -> str:
    pattern = re.compile(re.sub(r"[^a-z]", ".", found[0].lower()))
    return next((word for word in _WHAT_STARS_HIDE if pattern.fullmatch(word)), found[0])


@cache
def _contents() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("content/danger.toml").read_text(encoding="utf-8"))


@cache
def _book(table: str) -> Phrasebook[str]:
    parts = {name: str(phrase) for name, phrase in _contents()["parts"].items()}
    rows = _contents()[table].items()
    return Phrasebook(((name, phrase) for name, phrases in rows for phrase in phrases), parts=parts)


@cache
def _speller() -> Speller:
    return Speller(_contents()["spelling"]["words"])
