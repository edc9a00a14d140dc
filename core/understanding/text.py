"""Text as people type it, made comparable. No meaning is read here.

`clean` gives what we keep and show; every span that a reader returns counts in it. `straight` never changes
the length, so that it can be searched in its place. `fold` and `words` do: what is found in them has no
place in the text, and a newcomer must not cut the person's words out by it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from core.remembering import remembered

Span: TypeAlias = tuple[int, int]
"""Where something stands: from the first number on, as far as the second."""

LONGEST_STORY = 3500
"""So many characters of a story are read: who has not said a thing by then is asked for it."""
SHORTENED = r"(?:\b(?:[Ss]t[aeo]?|[Mm]t|[Ff]t)\. ?(?=[A-Z]))?"
"""A word before a name whose full stop ends no sentence: "St. Mary's", "Sta. Clara", "Mt. Zion"."""
LONGEST_REMARK = 300
"""No order, number or remark to the coach is longer than so many characters."""
_MOST_WORDS = 900

_REMOVED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    r"\ud800-\udfff]"
)
_BLOCKS_WITH_MARKS = (
    (0x300, 0x3100),
    (0xA660, 0xAC00),
    (0xFB1E, 0xFB1F),
    (0xFE20, 0xFE30),
    (0x101FD, 0x11F50),
)
_MARKS = "".join(
    chr(code) for start, end in _BLOCKS_WITH_MARKS for code in range(start, end) if unicodedata.combining(chr(code))
)
_PILED_MARKS = re.compile(f"([{_MARKS}]{{8}})[{_MARKS}]+")
_MAYBE_PILED = re.compile(r"[^\x00-\u02ff]{9}")
"""Most texts hold nothing like a pile of marks, and this is seen at a tenth of the cost."""
_STRAIGHT = str.maketrans("‘’‚‛ʼ`´“”„‟«»–—―−\xa0\u2002\u2003\u2009\u202f\u3000", "'''''''\"\"\"\"\"\"----      ")

_LEFT_OUT = {
    "t": "ain|aren|can|couldn|didn|doesn|don|hadn|hasn|haven|isn|mustn|shouldn|wasn|weren|won|wouldn",
    "s": "that|what|who|there|here|how|where|let|he|she|it",
    "ve": "you|they|we|i",
    "re": "you|they",
    "d": "you|they|it|that",
    "m": "i",
}
_SHORTHAND = {f"{stem}{ending}": f"{stem}'{ending}" for ending, stems in _LEFT_OUT.items() for stem in stems.split("|")}
_SHORTHAND |= {"cannot": "can't", "dnt": "don't", "u": "you", "ur": "your", "r": "are", "wanna": "want to"}
_SHORTHAND |= {
    "wana": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "cud": "could",
    "shud": "should",
    "wud": "would",
    "cuz": "because",
    "coz": "because",
    "dint": "didn't",
    "wat": "what",
    "wot": "what",
    "wiv": "with",
    "jus": "just",
    "yeh": "yeah",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomorow": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "tomorro": "tomorrow",
}

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_CONTRACTED = re.compile(
    r"\b(?:(i) (am|will|would)|(you|we|they) (are|will|would)"
    r"|(he|she|it|that|there|what|who|this|where|how) (is|will|would)"
    r"|(do|does|did|is|are|was|were|have|has|had|could|would|should|can|must|need|will) (not))\b"
)
_SHORT = {"am": "'m", "will": "'ll", "would": "'d", "are": "'re", "is": "'s"}
_NOT = {"can": "can't", "will": "won't"}
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_BREAK = re.compile(r"[.,;:!?()\"\n…|]+|(?<!\S)-+(?!\S)| \.\.+")
_NO_WORD = re.compile(r"[^\w'/%.\u2190-\u2bff\U0001f300-\U0001faff]+|_+|(?<!\w)['/]+|['/]+(?!\w)|[\ufe0e\ufe0f]")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f\u200d\u2640\u2642]+")


def clean(raw: str) -> str:
    """The text as we keep it: composed (NFC), without control characters, trimmed; lines and tabs stay."""
    kept = _REMOVED.sub("", raw.replace("\r\n", "\n").replace("\r", "\n"))
    if not kept.isascii():
        if _MAYBE_PILED.search(kept):
            # Composing sorts a pile of accents in quadratic time; nobody reads past the eighth.
            kept = _PILED_MARKS.sub(r"\1", kept)
        kept = unicodedata.normalize("NFC", kept)
    return kept.strip()


def opening(text: str) -> str:
    """As much of a cleaned text as a story is read for: the first 900 words or 3,500 characters."""
    head = text[:LONGEST_STORY]
    words = head.split(None, _MOST_WORDS)
    return head[: -len(words[-1])] if len(words) > _MOST_WORDS else head


def story(raw: str) -> str:
    """As much of a text of any length as a story is read for, cleaned."""
    return opening(clean(raw[: 2 * LONGEST_STORY]))


def has_one(stems: Iterable[str], lowered: str) -> bool:
    """Whether one of the stems is in it; so most texts are spared the patterns that begin with them."""
    for stem in stems:  # noqa: SIM110 (`any` takes twice as long, and few things are asked as often)
        if stem in lowered:
            return True
    return False


def meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether it shares a letter with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def straight(text: str) -> str:
    """The same text, letter for letter, with plain quotes, dashes and spaces."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def fold(text: str) -> str:
    """For matching: lower case, plain quotes, single spaces, and left-out apostrophes ("dont")."""
    return _folded(text) if len(text) <= LONGEST_STORY else _fold(text)


def _fold(text: str) -> str:
    lowered = " ".join(straight(text).lower().split())
    if _SHORTHAND.keys().isdisjoint(_WORD.findall(lowered)):
        return lowered
    return _WORD.sub(lambda found: _SHORTHAND.get(found[0], found[0]), lowered)


_folded = remembered(256)(_fold)
"""Many readers fold the same text."""


def brief(text: str) -> str:
    """A short text folded; nothing of a long one, where only a short one can mean what is looked for."""
    return fold(text) if len(text) <= LONGEST_REMARK else ""


def words(text: str) -> str:
    """For phrases: folded words, contracted, each followed by a space, with `.` between clauses."""
    return _in_words(text) if len(text) <= LONGEST_STORY else _words(text)


def _words(text: str) -> str:
    bare = text if text.isascii() else _SKIN.sub("", text)
    folded = _DRAWN_OUT.sub(r"\1", fold(bare.replace("\n", " . ")))
    spaced = _NO_WORD.sub(" ", _BREAK.sub(" . ", folded))
    plain = " ".join(spaced.split()).replace("'ve ", " have ") if spaced.strip(" .") else ""
    return _CONTRACTED.sub(_contract, plain) + " " if plain else ""


_in_words = remembered(64)(_words)


def _contract(found: re.Match[str]) -> str:
    first, second = (part for part in found.groups() if part)
    if second == "not":
        return _NOT.get(first, first + "n't")
    return first + _SHORT[second]
