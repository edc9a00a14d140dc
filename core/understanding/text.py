"""Text as people type it, made comparable. No meaning is read here.

`clean` gives what we keep and show; every span that a reader returns counts in it. `straight` never changes the
length, so that it can be searched in its place. `fold` and `words` do: what is found in them has no place in the
text, and a newcomer must not cut the person's words out by it.
"""

from __future__ import annotations

import re
import unicodedata

_REMOVED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_MANY_MARKS = re.compile(r"([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]{4})[^\x00-\u02ff\s\w]+")
_STRAIGHT = str.maketrans("‘’‚‛ʼ`´“”„‟«»–—―−\xa0\u2002\u2003\u2009\u202f\u3000", "'''''''\"\"\"\"\"\"----      ")

_SHORTHAND = {
    whole.replace("'", ""): whole
    for whole in (
        "ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't shouldn't wasn't "
        "weren't won't wouldn't i'm i've you're you've they're they've we've that's what's who's there's here's "
        "how's where's it'd that'd let's you'd they'd he's she's y'all"
    ).split()
} | {"cannot": "can't", "dnt": "don't", "u": "you", "ur": "your", "r": "are", "its": "it's", "wanna": "want to"}
_SHORTHAND |= {"gonna": "going to", "gotta": "got to", "wana": "want to", "cuz": "because", "coz": "because"}

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
        # Sorting a long pile of accents takes quadratic time; nobody reads past the fourth.
        kept = unicodedata.normalize("NFC", _MANY_MARKS.sub(r"\1", kept))
    return kept.strip()


def straight(text: str) -> str:
    """The same text, letter for letter, with plain quotes, dashes and spaces."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def fold(text: str) -> str:
    """For matching: lower case, plain quotes, single spaces, and the apostrophes that were left out ("dont")."""
    lowered = " ".join(straight(text).lower().split())
    return _WORD.sub(lambda found: _SHORTHAND.get(found[0], found[0]), lowered)


def words(text: str) -> str:
    """For phrases: folded words, one space after each, contracted where English contracts, `.` between clauses."""
    folded = _DRAWN_OUT.sub(r"\1", fold(_SKIN.sub("", text.replace("\n", " . "))))
    spaced = _NO_WORD.sub(" ", _BREAK.sub(" . ", folded))
    plain = " ".join(spaced.split()).replace("'ve ", " have ") if spaced.strip(" .") else ""
    return _CONTRACTED.sub(_contract, plain) + " " if plain else ""


def _contract(found: re.Match[str]) -> str:
    first, second = (part for part in found.groups() if part)
    if second == "not":
        return _NOT.get(first, first + "n't")
    return first + _SHORT[second]
