"""Signs of danger in what a person writes. It comes before everything else the coach reads.

A missed sign is worse than a false one, but a coach who hears suicide in "that interview killed me" is no
help either: idioms, work topics, other people and the past are taken out of the text first, and what is
left is searched. Where no single phrase says it, two hints of different kinds do ("the roof", "it would be so
easy"). The signs are in `tables`, what was written is read `as_meant`, and `whose` says of whom it is.

No list of phrases holds what the next person will write. So all words are weighed as well (`weighed`), and where phrases
and words do not agree it is neither danger nor none: the person is asked.
Nothing here says what to answer, and no number is ever written into code (see `helplines`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from core.safety import as_meant, tables, weighed
from core.safety.danger import Danger, Kind, Level
from core.safety.found import Places
from core.safety.whose import OWN, cases, is_of_a_case, is_told_of, move_to_others
from core.understanding.phrases import Found

_READ_WHOLE = 6000
_READ_OF_LONGER = 2500
_PIECE_BEFORE, _PIECE_AFTER = 100, 140
_MOST_PIECES = 12
_STEMS = (
    "kill",
    "suic",
    "sucid",
    "to die",
    "want die",
    "dying",
    "kms",
    "myself",
    "my self",
    "my life",
    "end it",
    "alive",
    "not exist",
    "be here",
    "go on",
    "without me",
    "overdos",
    "pills",
    "noose",
    "wrist",
    "bridge",
    "hurt",
    "harm",
    "abus",
    "raped",
    "beats",
    "threat",
    "knife",
    " gun",
    "hopeless",
    "worthless",
    "wake up",
    "unaliv",
)
_MILDER = frozenset([Level.CONCERN.value, "others", "past"])
_DENIAL = "suicide/denial"
_TOPIC = "topic"
_RENEWED_WITHIN = 90
_GOES_ON = ("and ", "but ")
_OWN_CLAUSE = re.compile(r"\b(?:and|but|then|so|while|\.) (?:i|i'm|i'd|i've|all i|it was my|it's my|that was my) ")
_NEAR = 200
_SAYS_MORE = 14


def read(text: str) -> Danger | None:
    """The gravest sign of danger in a text of any length; `UNSURE` or `DOUBTED` where phrases and words do not agree on it."""
    pieces = [as_meant.words(piece) for piece in _pieces(text)]
    told = _in_phrases(pieces)
    heaviest, crisis = max(map(weighed.heaviness, pieces))
    if told is None:
        level = Level.CRISIS if crisis > 0 else Level.CONCERN
        is_faint = heaviest < weighed.CLEAR
        return Danger(level, Kind.UNSURE, is_faint=is_faint) if heaviest >= weighed.HEAVY else None
    is_doubted = heaviest < weighed.LIGHT and told.kind is not Kind.HEAVY
    return Danger(Level.CONCERN, Kind.DOUBTED) if is_doubted else told


def _in_phrases(pieces: Iterable[str]) -> Danger | None:
    gravest: Danger | None = None
    for words in pieces:
        found = _read_piece(words)
        if found and found.level is Level.CRISIS:
            return found
        if gravest is None or gravest.kind is Kind.HEAVY:
            gravest = found or gravest
    return gravest


def open_books() -> None:
    """Open what is else opened when a text first has a sign of danger in it."""
    for table in ("harmless", "frames", "reported", "another", "over"):
        tables.book(table)


def _pieces(text: str) -> Iterator[str]:
    """All of it; of a very long text the beginning, and pieces around what may hold a sign. There are not more of
    them than a bounded number, half of them from the end, so that the time stays small.
    """
    if len(text) <= _READ_WHOLE:
        yield text
        return
    yield text[:_READ_OF_LONGER]
    rest = text[_READ_OF_LONGER - _PIECE_BEFORE :].lower()
    places = sorted(place for stem in _STEMS for place in _places(rest, stem))
    pieces = list(dict.fromkeys(rest[max(0, place - _PIECE_BEFORE) : place + _PIECE_AFTER] for place in _apart(places)))
    if len(pieces) > _MOST_PIECES:
        pieces = pieces[: _MOST_PIECES // 2] + pieces[-_MOST_PIECES // 2 :]
    yield from pieces


def _places(text: str, stem: str) -> Iterator[int]:
    """Where a stem stands, once a piece."""
    place = text.find(stem)
    while place >= 0:
        yield place
        place = text.find(stem, place + _PIECE_BEFORE)


def _apart(places: list[int]) -> Iterator[int]:
    """Of places close to each other the first; its piece holds the others."""
    last = -_PIECE_BEFORE
    for place in places:
        if place >= last + _PIECE_BEFORE:
            last = place
            yield place


def _read_piece(words: str) -> Danger | None:
    met = list(tables.signs().found(words))
    if not met:
        return None
    signs: dict[str, list[Found[str]]] = {table: [] for table in tables.SIGNS}
    for sign in met:
        table, key = sign.key
        signs[table].append(Found(key, sign.start, sign.end))
    kinds = set(_hinted(signs["hints"]))
    signs["hints"] = [hint for hint in signs["hints"] if hint.key.partition("/")[0] in kinds]
    if not any(signs.values()):
        return None
    idioms = Places(_within_its_clause(excuse, words) for excuse in tables.book("harmless").found(words))
    asked, elsewhere = cases(words)
    signs = {
        table: [
            sign
            for sign in found
            if not _is_idiom(table, sign, idioms, words)
            and not (is_told_of(sign, words, asked) if table == "others" else is_of_a_case(sign, words, elsewhere))
        ]
        for table, found in signs.items()
    }
    move_to_others(signs, words)
    signs[Level.CRISIS] += signs.pop(tables.MEANT)
    signs[Level.CRISIS] += _taken_up_again(signs.pop(tables.RENEWED), signs["past"])
    milder = [*signs["others"], *signs["past"]]
    beside = Places(milder)
    for table in (*Level, "hints") if milder else ():
        signs[table] = [sign for sign in signs[table] if _stands_beside(sign) or not any(beside.across(sign))]
    for level in Level:
        if found := min(signs[level], key=_is_lightest, default=None):
            return Danger(level, Kind(found.key))
        if level is Level.CRISIS and (hinted := next(_hinted(signs["hints"]), None)):
            return Danger(level, hinted)
    return Danger(Level.CONCERN, Kind(milder[0].key)) if milder else None


def _is_idiom(table: str, sign: Found[str], idioms: Places, words: str) -> bool:
    return table != tables.MEANT and not all(_outweighs(table, sign, idiom, words) for idiom in idioms.across(sign))


def _within_its_clause(excuse: Found[str], words: str) -> Found[str]:
    """A topic of the talk goes no further than to what the person then says of themselves: "they asked about my
    salary and i thought about killing myself".
    """
    own = _OWN_CLAUSE.search(words, excuse.start, excuse.end) if excuse.key == _TOPIC else None
    return Found(excuse.key, excuse.start, own.start()) if own else excuse


def _taken_up_again(renewed: list[Found[str]], past: list[Found[str]]) -> Iterator[Found[str]]:
    """What was told as past and is wanted anew: "it was after an overdose, and i want to do it again"."""
    told = sorted(sign.end for sign in past if sign.key == Kind.PAST)
    for sign in renewed:
        before = bisect_right(told, sign.start)
        if before and sign.start - told[before - 1] <= _RENEWED_WITHIN:
            yield Found(Kind.SUICIDE.value, sign.start, sign.end)


def _hinted(hints: list[Found[str]]) -> Iterator[Kind]:
    """Hints of different families, near to each other and said in words of their own, say together what none of
    them says alone.
    """
    near: dict[str, list[tuple[Found[str], str]]] = {}
    for hint in hints:
        kind, _, family = hint.key.partition("/")
        rules = tables.rules().get((kind, family))
        before = [pair for pair in near.get(kind, ()) if hint.start - pair[0].start <= _NEAR]
        if rules:
            others = {other for pair, other in before if pair.end <= hint.start}
            if others and any(rule <= others for rule in rules):
                yield Kind(kind)
        near[kind] = [*before, (hint, family)]


def _is_lightest(sign: Found[str]) -> bool:
    return sign.key == Kind.HEAVY


def _stands_beside(sign: Found[str]) -> bool:
    """Somebody else's danger at this moment is no milder for being somebody else's, and a denial is a hint itself:
    "i'm not suicidal but i've got a plan".
    """
    return sign.key.partition("/")[0] == Kind.SOMEBODY_NOW or sign.key == _DENIAL


def _outweighs(table: str, sign: Found[str], excuse: Found[str], words: str) -> bool:
    """A sign that begins before an idiom and ends with it ("wish i was dead"), or a milder one that goes on behind it
    ("dad died of cancer"), or one that goes on with something else: "he smashed my phone and hit me".
    """
    last = excuse.end if table in _MILDER else sign.end
    goes_on = words.startswith(_GOES_ON, excuse.end) and not OWN.isdisjoint(words[excuse.end : sign.end].split())
    ends_with_it = (excuse.key == "idiom" or table == "others") and last <= excuse.end <= sign.end + len(". ")
    says_more = excuse.key == "idiom" and table == Level.CRISIS and sign.end - excuse.end > _SAYS_MORE
    return (sign.start < excuse.start and (goes_on or ends_with_it)) or (sign.start == excuse.start and says_more)
