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
from core.understanding.revisions import ALL, IT, LAST, LAST_SENTENCE, Change
from core.understanding.text import fold
from core.vocabulary import Filled, Letter, Point, Register
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
    cuts: tuple[str, ...] = ()
    """What they want out of their own sentences, as they named it."""
    refused: tuple[str, ...] = ()
    """The points among those left out that they named themselves: "as it was" said of the frame brings none of them back."""
    own: str | None = None
    """Their own text, which replaces ours altogether."""

    @property
    def unframed(self) -> Version:
        """The same without our changes of the frame, or their own text."""
        return Version(without=self.refused, cuts=self.cuts, refused=self.refused)


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
_LEAST_OF_A_CUT = 2
_LEAST_OF_A_STEM = 4
_MOST_OF_AN_ENDING = 3
_SAYS_LITTLE = frozenset(
    ("the", "that", "this", "and", "was", "for", "with", "said", "what", "wrote", "told", "you", "about")
)
_SENTENCE_OF_OWN = re.compile(r"(?<=[.!?])[ \t]+|\n+")
_JOINT = re.compile(r"[\s,]+(?:and|but|so|or)\s*$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:!?…]|$)")
_BEGINS = re.compile(r"(?:^|[.,;:!?…–-]\s*|\b(?:and|but|so)\s+)$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

_NTH = re.compile(
    r"(?:the )?(first|1st|second|2nd|third|3rd|last|final) (?:sentence|line|half) (?:in|of|from)\b(?P<of>.*)"
)
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2}

NOTE = Limit(120)
FOLLOW_UP = Limit(150)
VOICEMAIL = Limit(100, is_spoken=True)


def in_version(draft: Callable[[Version], Letter], version: Version) -> Letter:
    """The draft as the person wants it; a draft itself sees to what is left out, and to the shorter frame."""
    letter = draft(version)
    if version.own is not None:
        return Letter(letter.title, ((version.own,),))
    letter = letter.in_register(version.register)
    for cut in version.cuts:
        letter = replace(
            letter, paragraphs=tuple(tuple(_without(part, cut) for part in one) for one in letter.paragraphs)
        )
    return letter


def changed(draft: Callable[[Version], Letter], version: Version, changes: Iterable[str]) -> tuple[Version, bool]:
    """The version after the changes, and whether one of them was about a point that is not there."""
    shown, every = in_version(draft, version).points, draft(PLAIN).points
    missing = False
    for change in changes:
        if change == Change.AS_IT_WAS:
            version = PLAIN if version == version.unframed else version.unframed
        elif version.own is not None:
            cut = _cut_from(version.own, change)
            missing = missing or (cut == version.own and change.partition(" ")[0] == Change.WITHOUT)
            version = replace(version, own=cut)
        else:
            version, is_found = _after_one(version, change, shown, every, _own_words(in_version(draft, version)))
            missing = missing or not is_found
    return version, missing


def _after_one(
    version: Version, change: str, shown: Sequence[Point], every: Sequence[Point], own: Sequence[str]
) -> tuple[Version, bool]:
    """The version after one change, and whether there was such a thing to change; `own` are their words in the draft."""
    word, _, what = change.partition(" ")
    match word:
        case Change.SHORTER:
            rest = () if version.short else tuple(point.name for point in shown[1:])
            return replace(version, short=True, without=_joined(version.without, rest)), True
        case Change.FRAME:
            return replace(version, short=True), True
        case Change.WITHOUT:
            if (nth := _NTH.match(what)) is not None:
                is_theirs = "question" in nth["of"]  # what they were asked is no sentence of their own
                sentence = None if is_theirs else _sentence_of_one(_PLACES.get(nth[1], -1), own)
                return replace(version, cuts=_joined(version.cuts, [sentence] if sentence else [])), bool(sentence)
            shown = [point for point in shown if point.name not in version.without]
            named = [what] if what.startswith('"') else what.split(" and ")
            told = [point.words for point in shown if len(what.split()) >= _LEAST_OF_A_CUT]
            is_out = bool(told) and not any(_where(what, words) for words in own)
            if (len(named) > 1 or is_out) and all(any(_where(one, words) for words in told) for one in named):
                cuts = [one for one in named if _cut(one, own) is not None]
                return replace(version, cuts=_joined(version.cuts, cuts)), True  # the rest is in no note anyhow
            if (cut := _cut(what, own)) is not None:
                return replace(version, cuts=_joined(version.cuts, [cut])), True
            gone = [point for point in every if point.name in version.without]
            found = meant(what.strip('"'), shown) or ([] if what == LAST else meant(what.strip('"'), gone))
            refused = _joined(version.refused, found)
            return replace(version, without=_joined(version.without, found), refused=refused), bool(found)
        case Change.WITH:
            found = meant(what, every if what.isdecimal() else [one for one in every if one.name in version.without])
            kept, refused = (tuple(n for n in names if n not in found) for names in (version.without, version.refused))
            left = () if what == ALL else version.cuts
            return replace(version, without=kept, refused=refused, cuts=left), bool(found) or left != version.cuts
        case Change.LESS_FORMAL | Change.LESS_WARM:
            place = _SCALE.index(version.register) + _STEPS[Change(word)]
            return replace(version, register=_SCALE[min(max(place, 0), len(_SCALE) - 1)]), True
        case _:
            return replace(version, register=TONES[Change(word)]), True


def _sentence_of_one(place: int, own: Sequence[str]) -> str | None:
    """The sentence at that place, where only one thing that they wrote has several; a point goes for none of them."""
    several = [sentences for words in own if len(sentences := _SENTENCE.split(words.strip())) > 1]
    if len(several) != 1 or place >= len(several[0]):
        return None
    return several[0][place].strip(" .!?…")


def _joined(names: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    """The names and the new ones among the others."""
    return tuple(dict.fromkeys((*names, *more)))


def meant(what: str, points: Sequence[Point]) -> list[str]:
    """The points of a draft that somebody means: by their number, by a word of them, or all; none where that fits nothing."""
    if what == ALL or (what == IT and len(points) == 1):
        return [point.name for point in points]
    if what == IT:
        return []
    if what == LAST or what.isdecimal():
        place = len(points) if what == LAST else int(what)
        return [point.name for point in points[place - 1 : place] if place]
    if named := [point.name for point in points if point.name == what]:
        return named
    said = {word for word in _words(what) if len(word) >= _LEAST_OF_A_WORD}
    shared = {point.name: _in_common(said, _words(f"{point.label} {point.words}")) for point in points}
    most = max(shared.values(), default=0)
    found = [name for name, count in shared.items() if count == most]
    return found if most and len(found) == 1 else []


def _in_common(said: Iterable[str], words: Iterable[str]) -> int:
    """How many of the words said are among the others, in whichever form ("counting", "count")."""
    told = set(words)
    return sum(one in told or any(_is_form_of(one, other) for other in told) for one in said)


def _is_form_of(one: str, other: str) -> bool:
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= _LEAST_OF_A_STEM and max(len(one), len(other)) - same <= _MOST_OF_AN_ENDING


def _own_words(letter: Letter) -> list[str]:
    return [part for paragraph in letter.paragraphs for part in paragraph if isinstance(part, str)]


def _cut(what: str, own: Sequence[str]) -> str | None:
    """What of their words is to go where a part of a point was named; None where that is a point, or in none of them.

    Without quotation marks it has to end a sentence or a clause, or a word for a point would tear a hole into it; and
    what is more than half of a point is the point.
    """
    if what == LAST_SENTENCE and own:
        *before, last = _SENTENCE.split(own[-1])
        return last if before else None
    named, is_quoted = what.strip('"'), what.startswith('"')
    for words in own:
        if len(named.split()) < _LEAST_OF_A_CUT or (found := _where(named, words)) is None:
            continue
        rest = _tidied(words[: found.start()], words[found.end() :])
        is_clause = bool(_ENDS.match(words, found.end())) and bool(_BEGINS.search(words[: found.start()]) or is_quoted)
        is_part = len(rest.split()) >= len(words.split()) / 2
        return named if is_part and (is_clause or is_quoted) else None
    return None


def _cut_from(own: str, change: str) -> str:
    """Their own text without what they want out of it, where it is in there."""
    word, _, what = change.partition(" ")
    if word != Change.WITHOUT:
        return own
    cut = _cut(what, [own])
    if cut is not None:
        return str(_without(own, cut))
    said = {one for one in _words(what) if len(one) >= _LEAST_OF_A_WORD and one not in _SAYS_LITTLE}
    sentences = [one for one in _SENTENCE_OF_OWN.split(own) if one.strip()]
    shared = [_in_common(said, _words(one)) for one in sentences]
    most = max(shared, default=0)
    if not most or shared.count(most) > 1 or len(sentences) < _LEAST_OF_A_CUT:
        return own
    gone = sentences[shared.index(most)]
    before, _, after = own.partition(gone)
    return f"{before.rstrip(' ')}{'' if not before or before.endswith(chr(10)) else ' '}{after.lstrip(' ')}".strip()


def _without(part: Filled | str, cut: str) -> Filled | str:
    if not isinstance(part, str) or (found := _where(cut, part)) is None:
        return part
    return _tidied(part[: found.start()], part[found.end() :])


def _where(cut: str, text: str) -> re.Match[str] | None:
    """Where those words stand, however they are spaced, marked and written large."""
    said = [re.sub("['’]", "", word) for word in re.findall(r"[\w'’]+", cut)]
    pattern = r"\W+".join("['’]?".join(map(re.escape, word)) for word in said if word)
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if said else None


def _tidied(before: str, after: str) -> str:
    """Two parts put together again, with one stop where they meet, and a capital where a sentence begins."""
    if _ENDS.match(after):
        before = _JOINT.sub("", before)
    before, after = before.rstrip(" ,;:-–"), after.lstrip(" ,;:-–") if not before.strip() else after
    if before.endswith((".", "!", "?")) or not before.strip():
        after = after.lstrip(" ,;:.!?-–")
        joined = f"{before.strip()} {after[:1].upper()}{after[1:]}".strip()
    else:
        joined = before + (after if _ENDS.match(after) else f" {after.lstrip()}")
    return joined if not joined or joined.endswith((".", "!", "?", "…", '"', "”")) else f"{joined}."


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
