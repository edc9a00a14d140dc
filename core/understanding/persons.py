"""Who "I" is: what somebody told of themselves, said to them, and said by them to others.

A phrase cut out of a story ("the question about my gap year") stands in the coach's sentences, where "my" would be the
coach's. The rule a newcomer could break: only phrases that the coach says are turned; what is kept as their own words
stays as they wrote it.
"""

from __future__ import annotations

import re

from core.understanding.expressions import expression
from core.understanding.text import fold

_TO_YOU = {
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "i am": "you are",
    "i was": "you were",
    "am i": "are you",
    "was i": "were you",
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
}
_TO_ME = {
    "you're": "I'm",
    "you've": "I've",
    "you'd": "I'd",
    "you'll": "I'll",
    "you are": "I am",
    "you were": "I was",
    "you": "I",
    "your": "my",
    "yourself": "myself",
}
_WRITTEN_OUT = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "n": "and",
    "wiv": "with",
    "wit": "with",
    "wat": "what",
    "wot": "what",
    "wud": "would",
    "cud": "could",
    "shud": "should",
    "wen": "when",
    "y": "why",
    "b4": "before",
    "cos": "because",
    "cuz": "because",
    "bc": "because",
    "tho": "though",
    "im": "I'm",
    "ive": "I've",
    "dont": "don't",
    "cant": "can't",
    "wont": "won't",
    "didnt": "didn't",
    "dint": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "couldnt": "couldn't",
    "wouldnt": "wouldn't",
}
"""As people type on a phone, and as a letter has it."""

_THEY = re.compile(r"\b(?P<they>they|them|their)\b", re.IGNORECASE)
_THEY_ANEW = re.compile(r"(?:^|[.!?\n]\s*)(?P<they>they)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?!(?:was|has|does|is|this|its|always|sometimes|yes|us|as|less|across|plus|perhaps)\b)\w{2,}s\b"
    r"|\b(?:people|children|team|staff|men|women|everybody|everyone|somebody|someone|nobody|each|both"
    r"|(?:a|an|the|my|our|every|another|one|other) \w+)\b",
    re.IGNORECASE,
)
"""Whom or what a "they" may mean."""
_IT_TOO = re.compile(
    r"[^.!?\n]*?\b(?P<it>it)\b(?! (?:is|was|takes|took|would|can)\b)[^.!?\n]*\b(?:as well|too|also)\b", re.IGNORECASE
)
_SOMETHING = re.compile(r"\b(?:the|an?|my|our|this|that|these|one) \w", re.IGNORECASE)

_LEADS = r"(?:(?:no|nope|nah|well|um+|honestly|sorry|really|but|i said|i told you|there is|there's|theres|i have|i've got|i've|ive|i got|got|its|it's|maybe|idk|just)[,. ]+)*"
_NOBODY = expression(
    rf"(?:^|[.!?;,\n]\s*){_LEADS}(?:nobody|no ?one|none(?= *(?:[.,!?;\n]|$))|no practice(?: interview)?|(?:just|only) me(?! (?:and|with|plus)\b)|on my own|by myself|(?:by )?myself|alone)\b"
    r"(?!,? (?:but|except|apart|other than|besides|else|better|knows?\b|well|or\b|actually|maybe))(?:[^.,!?;\n]*)(?=[.,!?;\n]|$)(?!,? (?:but|except|well|or|actually|maybe)\b)"
)
_AS_BEFORE = expression(
    rf"{_LEADS}(?:the )?(?:same (?:as|like) (?:before|last time|always|ever|usual|then|the (?:last|first|other) (?:one|time)|i said|yesterday)|as (?:before|always|usual|i said)|like (?:last time|before|i said)"
    r"|(?:the )?same (?:again|answer|thing|one)?)(?: (?:again|really|i guess|i suppose|please|tbh))*[.! ]*"
)


_BUT_SOMEBODY = expression(r"\b(?:nobody|no ?one|none),? (?:but|except|apart from|other than|besides|else)\b")
_MORE_THAN_NOBODY = 2
"""In words: "nobody else" names nobody."""


def names_somebody_else(words: str) -> bool:
    """Whether it is nobody but one: "nobody but my sister", "Ruth, nobody else has time"."""
    return len(words.split()) > _MORE_THAN_NOBODY and _BUT_SOMEBODY.search(fold(words)) is not None


def names_nobody(words: str) -> bool:
    """Whether somebody who was asked for a person says that there is none, or only that it is as it was."""
    folded = fold(words)
    return _AS_BEFORE.fullmatch(folded) is not None or _NOBODY.search(folded) is not None


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    listed = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, listed))})(?![\w'])", re.IGNORECASE)


_FIRST = _pattern(_TO_YOU)
_SECOND = _pattern(_TO_ME)
_TYPED = _pattern(_WRITTEN_OUT)
_CHATTY = re.compile(r"\b(?:lol|lmao|rofl|haha\w*|hehe|tbh|btw|idk|omg|imo|fyi|innit)\b", re.IGNORECASE)
"""What is said among friends."""
_LOUD = re.compile(r"[!?]{2,}")


def to_you(words: str) -> str:
    """Words in which somebody speaks of themselves, said to them."""
    return _FIRST.sub(lambda found: _TO_YOU[found[0].lower()], words.replace("’", "'"))


def to_me(words: str) -> str:
    """What `to_you` made, said by the person to somebody else."""
    return _SECOND.sub(lambda found: _TO_ME[found[0].lower()], words)


def speaks_of_oneself(words: str) -> bool:
    """Whether the one who tells it is in it."""
    return _FIRST.search(words) is not None


def written_out(words: str) -> str:
    """With what is typed short on a phone as a letter has it; for words of others, or of ours."""
    return _TYPED.sub(lambda found: _WRITTEN_OUT[found[0].lower()], words)


def typed_short(words: str) -> tuple[str, ...]:
    """What in their own words a reader of a letter may stumble over, each once."""
    found = [one[0] for pattern in (_TYPED, _CHATTY, _LOUD) for one in pattern.finditer(words)]
    return tuple(dict.fromkeys(found))


def standing_alone(words: str, *, is_below_a_topic: bool) -> tuple[str, ...]:
    """A "they" or an "it" before which they name nothing it could mean; below a topic, only a "They" that begins anew."""
    found = []
    they = (_THEY_ANEW if is_below_a_topic else _THEY).search(words)
    if they is not None and not _SOMEBODY.search(words, 0, they.start()):
        found.append(they["they"].lower())
    it = None if is_below_a_topic else _IT_TOO.match(words)
    if it is not None and not _SOMETHING.search(words, 0, it.start("it")):
        found.append("it")
    return tuple(found)
