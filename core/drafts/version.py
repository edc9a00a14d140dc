"""The version of a draft that the person wants, and how long it is.

A version changes our frame and which points stand in it. The rule a newcomer could break: the person's own sentences
are the same in every version, and nothing goes out of a draft because it is long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from core.records import record
from core.remembering import remembered
from core.understanding.revisions import ALL, LAST, Change
from core.understanding.text import fold
from core.vocabulary import Letter, Point, Register
from core.wording import load

WORDS_A_SECOND = Fraction(5, 2)
"""How fast somebody speaks who wants to be understood."""


@record
class Version:
    """What the person wants of a draft besides its content."""

    short: bool = False
    """A shorter frame."""
    register: Register = Register.PLAIN
    without: tuple[str, ...] = ()
    """The points left out, by the names of their facts."""
    own: str | None = None
    """Their own text, which replaces ours altogether."""


PLAIN = Version()
"""A draft as it is shown first."""


@record
class Limit:
    """How long a draft is best at most."""

    words: int
    is_spoken: bool = False

    @property
    def most(self) -> int:
        """The limit as one tells it: in words, or in seconds of what is spoken."""
        return seconds(self.words) if self.is_spoken else self.words


TONES = {
    Change.WARMER: Register.WARM,
    Change.FORMAL: Register.FORMAL,
    Change.PLAIN: Register.PLAIN,
}
_SCALE = (Register.WARM, Register.PLAIN, Register.FORMAL)
_STEPS = {Change.LESS_WARM: 1, Change.LESS_FORMAL: -1}
_LEAST_OF_A_WORD = 3

NOTE = Limit(120)
FOLLOW_UP = Limit(150)
VOICEMAIL = Limit(100, is_spoken=True)


def in_version(draft: Callable[[Version], Letter], version: Version) -> Letter:
    """The draft as the person wants it; a draft itself sees to what is left out, and to the shorter frame."""
    letter = draft(version)
    if version.own is not None:
        return Letter(letter.title, ((version.own,),))
    return letter.in_register(version.register)


def changed(draft: Callable[[Version], Letter], version: Version, changes: Iterable[str]) -> tuple[Version, bool]:
    """The version after the changes, and whether one of them was about a point that is not there."""
    shown, every = in_version(draft, version).points, draft(PLAIN).points
    missing = False
    for change in changes:
        if change == Change.AS_IT_WAS:
            version = PLAIN
        elif version.own is None:
            version, is_found = _after_one(version, change, shown, every)
            missing = missing or not is_found
    return version, missing


def _after_one(version: Version, change: str, shown: Sequence[Point], every: Sequence[Point]) -> tuple[Version, bool]:
    """The version after one change, and whether there was such a thing to change."""
    word, _, what = change.partition(" ")
    match word:
        case Change.SHORTER:
            rest = () if version.short else tuple(point.name for point in shown[1:])
            return replace(version, short=True, without=_joined(version.without, rest)), True
        case Change.FRAME:
            return replace(version, short=True), True
        case Change.WITHOUT:
            found = _meant(what, shown)
            return replace(version, without=_joined(version.without, found)), bool(found)
        case Change.WITH:
            found = _meant(what, every if what.isdecimal() else [one for one in every if one.name in version.without])
            return replace(version, without=tuple(name for name in version.without if name not in found)), bool(found)
        case Change.LESS_FORMAL | Change.LESS_WARM:
            place = _SCALE.index(version.register) + _STEPS[Change(word)]
            return replace(version, register=_SCALE[min(max(place, 0), len(_SCALE) - 1)]), True
        case _:
            return replace(version, register=TONES[Change(word)]), True


def _joined(names: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    """The names and the new ones among the others."""
    return tuple(dict.fromkeys((*names, *more)))


def _meant(what: str, points: Sequence[Point]) -> list[str]:
    """The points that somebody means: by their number, by a word of them, or all; none where that fits nothing."""
    if what == ALL:
        return [point.name for point in points]
    if what == LAST or what.isdecimal():
        place = len(points) if what == LAST else int(what)
        return [point.name for point in points[place - 1 : place] if place]
    if named := [point.name for point in points if point.name == what]:
        return named
    said = {word for word in _words(what) if len(word) >= _LEAST_OF_A_WORD}
    shared = {point.name: len(said & set(_words(f"{point.label} {point.words}"))) for point in points}
    most = max(shared.values(), default=0)
    found = [name for name, count in shared.items() if count == most]
    return found if most and len(found) == 1 else []


def _words(text: str) -> list[str]:
    """The words of a text, made comparable."""
    return re.findall(r"\w+", fold(text))


@remembered(512)
def words_in(letter: Letter) -> int:
    """How many words the text has; remembered, because every replay passes the versions before."""
    return len(load().letter(letter).text.split())


def seconds(words: int) -> int:
    """How long so many words take when they are spoken."""
    return ceil(words / WORDS_A_SECOND)
