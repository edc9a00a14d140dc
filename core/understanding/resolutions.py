"""What somebody will do the next time: "next time i'd ask for a minute to think". It is no answer to the question itself.

The rule a newcomer could break: "next time i'd say that I led the team" has the answer in it, and stays one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.text import straight

_I = re.IGNORECASE
_LEAD = r"(?:(?:and|but|so|then|well|ok|okay|hm+|honestly|maybe|probably|i think|i guess|i know|yeah|yes|also)\b[ ,]*)*"
_WHEN = (
    r"(?:(?:the |for )?next time|in (?:the )?future|from now on|another time|(?:in|at|for) (?:the|my) next (?:one|interview)|next interview"
    r"|if (?:it|that|this) (?:ever )?(?:happens|comes up|comes|is asked) again)"
)
_I_WILL = (
    r"(?:i(?:'ll|'d|ll|d| will| would| should| must| need to| have to| want to| am going to|'m going to|m going to| gonna|'m gonna|m gonna)"
    r"|(?:i )?(?:must|should|need to|have to|will|would|gonna|going to))"
)
_NEXT_TIME = expression(
    rf"{_LEAD}{_WHEN}\b[,:]? *(?:{_I_WILL}|just|to|let me|remember|never|don't|dont|not|(?!(?:an?|the|he|she|they|it|we|you|my|your|his|her|their|our|some|any|this|that|there|when|if)\b)[a-z]+)\b",
    _I,
)
_AT_THE_END = expression(rf"{_LEAD}{_I_WILL} .*\b{_WHEN}[.!? ]*$", _I)
_TO_ONESELF = expression(
    rf"{_LEAD}(?:lessons? learn(?:t|ed)|note to (?:my)?self|must remember to|i must remember to)\b", _I
)
_GOES_ON = expression(rf"(?:(?:and|then|also|plus|after that)\b[ ,]*)*{_I_WILL}\b", _I)
_SAID = expression(
    r"\b(?:say|saying|tell|telling|answer|mention|explain|describe|point out|bring up|bring in|talk about|start with|begin with|open with|reply|respond|list|name|argue|quote"
    r"|(?:give|use|take) (?:them |him |her )?(?:the|an|my|that|this) (?:example|story|case)(?: of| about| with)?|walk (?:them|him|her) through)\b[ ,:]*(?P<what>.*)",
    _I | re.DOTALL,
)
"""What is told to them, and so may be the answer."""
_NO_CONTENT = expression(
    r"(?:(?:them|him|her|it|that|this|all|things?|everything|my answers?|the questions?|myself|honestly|just|first|to|with)\b[ ,]*)*"
    r"(?:(?:that )?i (?:need|want|would like|'d like)|i'd like|if i (?:can|could|may)|can i|could i|(?:more |a bit |much |very )*(?:slow|calm|clear|short|loud|less|quick|careful|honest|confident|relaxed|brief|structured)\w*(?= (?:and|or|to|about|than|next|when|from|but)\b|,|$)|nothing|(?:a )?(?:minute|moment|second)"
    r"|to (?:breathe|calm|slow|relax|repeat|wait)|when i (?:do not|don't|dont)|again|$)",
    _I,
)
"""How it is told, or that time is wanted, and nothing of what."""
_LEAST_OF_CONTENT = 2
"""In words."""
_SENTENCES = expression(r"(?<=[.!?;\n])\s+")


@unsaid
class Resolution(NamedTuple):
    """What will be done the next time, and what else was written."""

    words: str
    rest: str


def read(text: str) -> Resolution | None:
    """The resolution that a text begins with; None where it begins with an answer, or holds one."""
    kept: list[str] = []
    sentences = _SENTENCES.split(text.strip())
    for sentence in sentences:
        shown = straight(sentence)
        if not (_resolves(shown) or (kept and _GOES_ON.match(shown))) or _tells_them(shown):
            break
        kept.append(sentence)
    return Resolution(" ".join(kept), " ".join(sentences[len(kept) :])) if kept else None


def _resolves(sentence: str) -> bool:
    return any(way.match(sentence) for way in (_NEXT_TIME, _AT_THE_END, _TO_ONESELF))


def _tells_them(sentence: str) -> bool:
    found = _SAID.search(sentence)
    if found is None:
        return False
    what = found["what"].strip(" .!?")
    return _NO_CONTENT.match(what) is None and len(what.split()) >= _LEAST_OF_CONTENT
