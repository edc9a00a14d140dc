"""What was written, in words that phrases know: unmasked, with its apostrophes, written out and respelt.

People hide such words from filters, leave apostrophes out and write in shorthand; what somebody else is quoted with goes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache

from core.safety.tables import rows
from core.understanding import text as texts
from core.understanding.spelling import Speller

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
_LONGEST_BEFORE = 80
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


def words(text: str) -> str:
    """What was written, in words that phrases know: unmasked, written out and respelt."""
    told = _QUOTED.sub(r"\1\2 ", text) if _QUOTES.intersection(text) else text
    return _speller().respelt(_written_out(_contracted(texts.words(_unmasked(told))))) + ". "


def _contracted(words: str) -> str:
    """The words with their apostrophes where a subject and a verb show that one was left out."""
    return _LEFT_OUT.sub(lambda found: _with_apostrophe(found, words[: found.start()]), words)


def _with_apostrophe(found: re.Match[str], before: str) -> str:
    if _NO_SUBJECT_NEXT.search(before[-_LONGEST_BEFORE:]):
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
def _shorthand() -> tuple[dict[str, str], dict[str, int]]:
    """What is meant by one or a few words, and by its first word how many there can be."""
    meant = {texts.words(_unmasked(short)).strip(): str(words) for short, words in rows("shorthand")}
    longest: dict[str, int] = {}
    for words in map(str.split, meant):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return meant, longest


@cache
def _speller() -> Speller:
    words = defaultdict[str, list[str]](list)
    for group, listed in rows("spelling"):
        words[group] += listed
    return Speller(words["words"], words["right"])
