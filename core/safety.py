"""Signs of danger in what a person writes. It comes before everything else the coach reads.

A missed sign is worse than a false one, but a coach who hears suicide in "that interview killed me" is no
help either: idioms, work topics, other people and the past are taken out of the text first, and what is
left is searched. Where no single phrase says it, two hints of different kinds do ("the roof", "it would be so
easy"). The signs are in `content/danger.toml`, what is composed of parts in `content/danger_meanings.toml` and what
follows who does what to whom in `content/danger_grammar.toml`; how second languages, the young and the old say it is in
`content/danger_voices.toml`, what is got ready and left behind without being named in `content/danger_quiet.toml`, and
the frames it is put in ("if it's a no, i'm …") in `content/danger_frames.toml`.
Nothing here says what to answer, and no number is ever written into code (see `helplines`).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
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
    HARM_OTHERS = "harm-others"
    """The person may be about to hurt somebody."""
    THIRD_PERSON = "third-person"
    SOMEBODY_NOW = "somebody-now"
    """Somebody else, at this moment: it is about minutes."""
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
_READ_OF_LONGER = 2500
_PIECE_BEFORE, _PIECE_AFTER = 100, 140
_MOST_PIECES = 12
_BEFORE = 80
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
_LOOK_ALIKES = str.maketrans(
    "аеорсухкіјѕԁһмтвнгпԛԝɡαβεικνορτυχλı|",
    "aeopcyxkijsdhmtbhrnqwgabeiknoptuxlil",
)
_LEET = str.maketrans("013457@$!", "oieastasi")
_TOKEN = re.compile(r"(?<![\w@$!])[^\W\d_]*+[\d@$!_][\w@$!]*")
_QUOTED = re.compile(
    r"(\b(?:clients?|patients?|callers?|customers?|pupils?|students?|actors?|characters?|residents?|poster|sign|slide|book|film|"
    r"song)\b[^.\"“”'‘’]{0,40})(?:[\"“][^\"”]{3,200}[\"”]|(?<!\w)['‘].{3,200}?['’](?!\w))"
    r"|(\b(?:he|she|they|interviewer|manager|boss|dad|mum|man|lady|guy|woman)\b[^.\"“”'‘’]{0,20} (?:said|says|joked|goes) ?)"
    r"[\"“](?![^\"”]*\b(?:i|me|my|you|your|i'm|i'll|you'll)\b)[^\"”]{3,200}[\"”]",
    re.IGNORECASE,
)
"""What somebody in a case says, or what somebody else says of nobody here."""
_QUOTES = frozenset("\"'“‘")
_BEGUN_WITH_A_FIGURE = frozenset(
    ["over", "overdose", "overdosed", "end", "ending", "ends", "suicide", "suicidal", "live", "life", "alive"]
)
_SPACED = re.compile(r"(?<!\w)(?:(?:\w[ .\-_*]{1,2}){2,20})\w(?!\w)")
_DOTTED = re.compile(r"(?<![\w.'])(?:[a-z']{1,12}\.){3,20}[a-z']{1,12}(?![\w.'])", re.IGNORECASE)
_STARRED = re.compile(r"(?<![a-z])[a-z]+[*#_.\-]+[a-z*#_.\-]*[a-z]", re.IGNORECASE)
_MARKS = re.compile(r"[\u0300-\u036f]")
_LEFT_OUT = re.compile(
    r"(?<![\w'-])(?:(?P<will>he|she|i)ll|(?P<we>we)ll|(?P<would>he|she|we|i)d) "
    r"(?=(?:(?:just|also|still|probably|prob|definitely|def|maybe|never|always|only|then|even|soon) )?"
    r"(?:ring|call|phone|text|email|e-mail|mail|write|message|contact|reply|answer|be|have|let|get|tell|say|come|go|see|hear|"
    r"know|do|make|take|send|give|try|wait|meet|hire|offer|pay|find|think|look|decide|need|want|ask|check|confirm|speak|talk|"
    r"chase|forward|start|pick|put|keep|bring|pass|drop|update|inform|invite|explain|show"
    r"|(?(we)(?!)|(?:kill|hit|hurt|beat|hang|die|end|jump)))\b)"
)
"""Contractions that are words of their own without the apostrophe, as phones type them: "hell ring", "shed call"."""
_NO_SUBJECT_NEXT = re.compile(
    r"\b(?:is|was|be|been|being|isn't|wasn't|it's|that's|i'm|am|are|were|feel|feels|felt|in|the|a|an|to|of|like|my|"
    r"this|that|through|from|into|pure|living|absolute|total|such|complete|utter|fucking|bloody|oh|holy|as|very|"
    r"so|too|mentally|terminally|seriously|really|still|get|got|getting|fall|fell|look|looks|looked|empty|or|"
    r"him|her|them|me|not|it|went|go|goes|going|doing|did|done|photo|work) $"
)
"""After these the word is meant as it stands: "it was hell", "mentally ill", "the shed", "as well"."""
_MILDER = frozenset([Level.CONCERN.value, "others", "past"])
_MEANT, _DENIAL = "meant", "suicide/denial"
_TOPIC, _CASE, _KNOWN = "topic", "case", "known"
_OF_ONESELF = frozenset([Kind.SUICIDE.value, Kind.SELF_HARM.value, Kind.HOPELESS.value])
_OF_ONE = _OF_ONESELF | {Kind.SOMEBODY_NOW.value}
_SAID_WITHIN = 40
_RIGHT_BEFORE = 8
_RENEWED_WITHIN = 90
_GOES_ON = ("and ", "but ")
_OWN_CLAUSE = re.compile(r"\b(?:and|but|then|so|while|\.) (?:i|i'm|i'd|i've|all i|it was my|it's my|that was my) ")
_RENEWED = "renewed"
_SIGNS = ("crisis", _MEANT, "concern", "others", "past", "hints", _RENEWED)
_OWN = frozenset(["i", "i'm", "i'd", "i'll", "i've", "im", "me", "my", "mine", "myself", "meself", "we", "our", "us"])
_SUBJECT = _OWN - frozenset(["me", "us", "we", "our", "i'd"])
_MINE = frozenset(["my", "our", "mine", "ours"])
_FAMILY = frozenset(
    ["mum", "mom", "dad", "nan", "gran", "grandad", "grandma", "grandpa", "uncle", "auntie", "aunt", "husband", "wife"]
)
"""Who is one's own without "my"."""
_LEFT_OUT_I = frozenset(
    [
        "walked",
        "worked",
        "went",
        "bought",
        "wrote",
        "sat",
        "stood",
        "been",
        "burned",
        "swallowed",
        "sorted",
        "tried",
        "attempted",
        "overdosed",
        "wanted",
    ]
)
"""What begins a clause that leaves its "i" out, as notes do: "walked home past the tracks"."""
_WORDS_BEFORE = 3
_FRAMED_BEFORE, _FRAMED_AFTER = 90, 240
_NEAR = 200
_SAYS_MORE = 14
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
    "self",
    "harming",
    "hurting",
    "cutting",
    "hanging",
    "overdose",
    "death",
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


def _read_piece(text: str) -> Danger | None:
    words = _words(text)
    signs: dict[str, list[Found[str]]] = {table: [] for table in _SIGNS}
    for sign in _signs().found(words):
        table, key = sign.key
        signs[table].append(Found(key, sign.start, sign.end))
    kinds = set(_hinted(signs["hints"]))
    signs["hints"] = [hint for hint in signs["hints"] if hint.key.partition("/")[0] in kinds]
    if not any(signs.values()):
        return None
    idioms = _Places(_within_its_clause(excuse, words) for excuse in _book("harmless").found(words))
    asked, elsewhere = _frames(words)
    signs = {
        table: [
            sign
            for sign in found
            if not _is_idiom(table, sign, idioms, words)
            and not (_is_told_of(sign, words, asked) if table == "others" else _is_of_a_case(sign, words, elsewhere))
        ]
        for table, found in signs.items()
    }
    _report(signs, words)
    signs[Level.CRISIS] += signs.pop(_MEANT)
    signs[Level.CRISIS] += _taken_up_again(signs.pop(_RENEWED), signs["past"])
    milder = [*signs["others"], *signs["past"]]
    beside = _Places(milder)
    for table in (*Level, "hints") if milder else ():
        signs[table] = [sign for sign in signs[table] if _stands_beside(sign) or not any(beside.across(sign))]
    for level in Level:
        if found := min(signs[level], key=_is_lightest, default=None):
            return Danger(level, Kind(found.key))
        if level is Level.CRISIS and (hinted := next(_hinted(signs["hints"]), None)):
            return Danger(level, hinted)
    return Danger(Level.CONCERN, Kind(milder[0].key)) if milder else None


class _Places:
    """What was found, by where it stands."""

    def __init__(self, found: Iterable[Found[str]]) -> None:
        self._found = sorted(found, key=lambda each: each.start)
        self._starts = [each.start for each in self._found]
        self._longest = max((each.end - each.start for each in self._found), default=0)

    def across(self, sign: Found[str]) -> Iterator[Found[str]]:
        """Those that share words with a sign."""
        first = bisect_left(self._starts, sign.start - self._longest)
        last = bisect_left(self._starts, sign.end)
        return (each for each in self._found[first:last] if each.end > sign.start) if first < last else iter(())


def _is_idiom(table: str, sign: Found[str], idioms: _Places, words: str) -> bool:
    return table != _MEANT and not all(_outweighs(table, sign, idiom, words) for idiom in idioms.across(sign))


def _within_its_clause(excuse: Found[str], words: str) -> Found[str]:
    """A topic of the talk goes no further than to what the person then says of themselves: "they asked about my
    salary and i thought about killing myself".
    """
    own = _OWN_CLAUSE.search(words, excuse.start, excuse.end) if excuse.key == _TOPIC else None
    return Found(excuse.key, excuse.start, own.start()) if own else excuse


def _frames(words: str) -> tuple[list[int], list[int]]:
    """Where a case that is put to the person ends, for what is told of others and for the rest. Whom they know from
    their work ("one of my pupils told me") is of no case.
    """
    found = sorted((frame.end, frame.key) for frame in _book("frames").found(words))
    known = any(key == _KNOWN for _, key in found)
    told = [end for end, key in found if key == _CASE]
    every = [end for end, key in found if key != _KNOWN]
    return (told if known else every), every


def _taken_up_again(renewed: list[Found[str]], past: list[Found[str]]) -> Iterator[Found[str]]:
    """What was told as past and is wanted anew: "it was after an overdose, and i want to do it again"."""
    told = sorted(sign.end for sign in past if sign.key == Kind.PAST)
    for sign in renewed:
        before = bisect_right(told, sign.start)
        if before and sign.start - told[before - 1] <= _RENEWED_WITHIN:
            yield Found(Kind.SUICIDE.value, sign.start, sign.end)


def _report(signs: dict[str, list[Found[str]]], words: str) -> None:
    """What somebody else says of themselves is their danger: "my daughter says life is not worth it". So is what is
    told with them as its subject ("my flatmate is suicidal"), and what is past its worst minute: "mum took a load of
    pills, she's stable now".
    """
    if not any(sign.key.partition("/")[0] in _OF_ONE for table in (*Level, _MEANT, "hints") for sign in signs[table]):
        return
    over = _Places(_book("over").found(words))
    within = {"reported": _SAID_WITHIN, "another": _RIGHT_BEFORE}
    told = sorted((found.end, most) for book, most in within.items() for found in _book(book).found(words))
    signs["hints"] = [hint for hint in signs["hints"] if not any(over.across(hint))]
    for table in (*Level, _MEANT):
        for sign in signs[table][:]:
            is_over = sign.key in _OF_ONE and any(over.across(sign))
            if is_over or (sign.key in _OF_ONESELF and _is_said_of_another(sign, told, words)):
                signs[table].remove(sign)
                signs["others"].append(Found(Kind.THIRD_PERSON.value, sign.start, sign.end))


def _is_said_of_another(sign: Found[str], told: list[tuple[int, int]], words: str) -> bool:
    """Whether one of the two last places where somebody else is named is near, and the person is in nothing since."""
    last = bisect_right(told, (sign.start, _SAID_WITHIN))
    return any(
        sign.start - end <= most and _is_of_nobody_here(words[end : sign.end])
        for end, most in told[max(0, last - 2) : last]
    )


def _is_of_nobody_here(said: str) -> bool:
    return "." not in said[: -len(". ")] and _OWN.isdisjoint(said.split())


def _is_of_a_case(sign: Found[str], words: str, frames: list[int]) -> bool:
    """Whether it is what somebody else does in a case that was put to the person."""
    return _is_framed(sign, frames) and not _is_own(sign, words)


def _is_told_of(sign: Found[str], words: str, frames: list[int]) -> bool:
    """Whether somebody else's danger is that of a case; "my brother" is of none, and whoever "told me" in it may be."""
    led_up_to, said = _led_up_to(sign, words), words[sign.start : sign.end].split()
    return (
        _is_framed(sign, frames) and _MINE.isdisjoint(led_up_to + said) and (bool(led_up_to) or said[0] not in _FAMILY)
    )


def _is_framed(sign: Found[str], frames: list[int]) -> bool:
    nearest = bisect_left(frames, sign.start - _FRAMED_AFTER)
    return nearest < len(frames) and frames[nearest] <= sign.start + _FRAMED_BEFORE


def _is_own(sign: Found[str], words: str) -> bool:
    """Whether the one who writes stands in the sign, or right before it, or is left out at its beginning."""
    led_up_to, said = _led_up_to(sign, words), words[sign.start : sign.end].split()
    return not _SUBJECT.isdisjoint(led_up_to) or not _OWN.isdisjoint(said) or (not led_up_to and said[0] in _LEFT_OUT_I)


def _led_up_to(sign: Found[str], words: str) -> list[str]:
    """The last words of its clause before a sign."""
    return words[max(0, sign.start - _BEFORE) : sign.start].rpartition(". ")[2].split()[-_WORDS_BEFORE:]


def _hinted(hints: list[Found[str]]) -> Iterator[Kind]:
    """Hints of different families, near to each other and said in words of their own, say together what none of
    them says alone.
    """
    near: dict[str, list[tuple[Found[str], str]]] = {}
    for hint in hints:
        kind, _, family = hint.key.partition("/")
        rules = _rules().get((kind, family))
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
    goes_on = words.startswith(_GOES_ON, excuse.end) and not _OWN.isdisjoint(words[excuse.end : sign.end].split())
    ends_with_it = (excuse.key == "idiom" or table == "others") and last <= excuse.end <= sign.end + len(". ")
    says_more = excuse.key == "idiom" and table == Level.CRISIS and sign.end - excuse.end > _SAYS_MORE
    return (sign.start < excuse.start and (goes_on or ends_with_it)) or (sign.start == excuse.start and says_more)


def _words(text: str) -> str:
    """What was written, in words that phrases know: unmasked, written out and respelt."""
    told = _QUOTED.sub(r"\1\2 ", text) if _QUOTES.intersection(text) else text
    return _speller().respelt(_written_out(_contracted(texts.words(_unmasked(told))))) + ". "


def _contracted(words: str) -> str:
    """The words with their apostrophes where a subject and a verb show that one was left out."""
    return _LEFT_OUT.sub(lambda found: _with_apostrophe(found, words[: found.start()]), words)


def _with_apostrophe(found: re.Match[str], before: str) -> str:
    if _NO_SUBJECT_NEXT.search(before[-_BEFORE:]):
        return found[0]
    return f"{found['would']}'d " if found["would"] else f"{found['will'] or found['we']}'ll "


def _written_out(words: str) -> str:
    given, meant, longest = words.split(), *_shorthand()
    written, place = list[str](), 0
    while place < len(given):
        for size in range(longest.get(given[place], 0), 0, -1):
            if (short := meant.get(" ".join(given[place : place + size]))) is not None:
                written += [short] if short else []
                place += size
                break
        else:
            written.append(given[place])
            place += 1
    return " ".join(written)


def _unmasked(text: str) -> str:
    """Letters as they were meant: look-alikes of other scripts, "k1ll", "k*ll", "k i l l", "i.want.to"."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", texts.clean(text))).lower().translate(_LOOK_ALIKES)
    text = _DOTTED.sub(lambda found: found[0].replace(".", " "), text)
    text = _SPACED.sub(lambda found: re.sub(r"[ .\-_*]", "", found[0]), text)
    text = _STARRED.sub(_unstarred, text)
    return _TOKEN.sub(lambda found: _unleeted(found[0]), text)


def _unleeted(word: str) -> str:
    """ "k1ll!" is "kill!", while "11", "3pm" and "wow!" stay what they are."""
    core = word.rstrip("!")
    plain = core.lower().replace("11", "ll").translate(_LEET)
    masked = (
        plain.isalpha()
        and (not core[:1].isdigit() or plain in _BEGUN_WITH_A_FIGURE)
        and not core.isalpha()
        and any(map(str.isalpha, core))
    )
    return plain + word[len(core) :] if masked else word


def _unstarred(found: re.Match[str]) -> str:
    pattern = re.compile(re.sub(r"[^a-z]", ".", found[0].lower()))
    return next((word for word in _WHAT_STARS_HIDE if pattern.fullmatch(word)), found[0])


@cache
def _contents(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath(f"content/{name}.toml").read_text(encoding="utf-8"))


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for name in ("danger", "danger_meanings", "danger_grammar", "danger_voices", "danger_quiet", "danger_frames"):
        yield from _contents(name).get(table, {}).items()


def _phrases(table: str) -> Iterator[tuple[str, str]]:
    """The phrases of a table by their kind: "suicide/means" is a group of "suicide"; of a hint it is its family."""
    keyed = ((name if table == "hints" else name.partition("/")[0], phrases) for name, phrases in _rows(table))
    return ((key, phrase) for key, phrases in keyed for phrase in phrases)


@cache
def _parts() -> dict[str, str]:
    return {name: str(phrase) for name, phrase in _rows("parts")}


@cache
def _signs() -> Phrasebook[tuple[str, str]]:
    """All that can be a sign, by its table and kind, so that a text is gone through once."""
    keyed = (((table, key), phrase) for table in _SIGNS for key, phrase in _phrases(table))
    return Phrasebook(keyed, parts=_parts())


@cache
def _book(table: str) -> Phrasebook[str]:
    return Phrasebook(_phrases(table), parts=_parts())


def open_books() -> None:
    """Open what is else opened when a text first has a sign of danger in it."""
    for table in ("harmless", "frames", "reported", "another", "over"):
        _book(table)


@cache
def _rules() -> dict[tuple[str, str], list[frozenset[str]]]:
    """By the kind and family of a hint: the other families that, met with it, are a sign of that kind."""
    rules: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for kind, joined in _rows("together"):
        for families in (frozenset(rule.split(" & ")) for rule in joined):
            for family in families:
                rules[kind, family].append(families - {family})
    return dict(rules)


@cache
def _shorthand() -> tuple[dict[str, str], dict[str, int]]:
    """What is meant by one or a few words, and by its first word how many there can be."""
    meant = {texts.words(_unmasked(short)).strip(): str(words) for short, words in _rows("shorthand")}
    longest: dict[str, int] = {}
    for words in map(str.split, meant):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return meant, longest


@cache
def _speller() -> Speller:
    words = defaultdict[str, list[str]](list)
    for group, listed in _rows("spelling"):
        words[group] += listed
    return Speller(words["words"], words["right"])
