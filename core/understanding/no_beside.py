"""A no told in one breath with another interview: "acme said no on monday, and had another one today at brightwell".

The rule a newcomer could break: a no and one interview are one story ("acme said no, the interview was on friday"); only
another place, or words for another one, make two of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.records import unsaid
from core.understanding import several
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY, straight
from core.understanding.wordlists import either

_I = re.IGNORECASE
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WHEN = rf"(?: (?:already|today|yesterday|on|last|this|the|in|a|an|few|two|three|days?|weeks?|hours?|ago|morning|afternoon|evening|night|by|e-?mail|phone|via|just now|earlier|before|{_DAY}))*"
_LEAD = r"(?:(?:so|ok|okay|hi|hey|hello|well|first|firstly|also|and|but|then|yeah|yes|ugh|sadly|already) )*"
_NOBODY = (
    rf"(?:they|he|she|it|i|we|you|this|that|who|which|what|there|everyone|everybody|nobody|somebody|someone|panel|(?:the|a|an|my|his|her|our|one|that|this) (?:\w+ )?(?:{either('people', 'nameless')}|panel|hr|boss|ceo)|mum|mom|dad"
    r"|(?:my|his|her|our|their|your) \w+)\b"
)
"""Who is no place."""
_PLACE = rf"(?P<place>(?!{_NOBODY})(?:the )?(?!(?:have|has|had|just|already|also|both|on|in|today|yesterday|last|a|an|no)\b)[\w&'-]+(?: (?!(?:have|has|had|was|is|just|already|also|both|said|say|says|told|rejected|turned|on|in|today|yesterday|last|this|by|{_DAY})\b)[\w&'-]+){{0,2}})"
_ONE = r"(?:one|the first|the first one|the other|the other one|one of them|one (?:place|company|job|interview)|the (?:first|other) (?:interview|job|place|company))"
_REJECTED_ME = r"(?:(?:rejected|declined|refused|dropped|ghosted and rejected) me|turned me down|passed on me|(?:did not|didn't|didnt) (?:want|take|pick|choose) me|went (?:with|for) (?:someone|somebody) else)"
_ADVERBS = r"(?:(?:have|has|had|just|already|also|then|now|finally|unfortunately|sadly) )*"
_SAID_NO = expression(
    rf"{_LEAD}(?:"
    rf"(?:{_ONE}|{_PLACE}){_WHEN} {_ADVERBS}(?:(?:said|says|say|told me|wrote|rang and said|called and said|emailed and said) (?:it's |its |it was )?(?:a )?no(?: thanks| thank you| to me)?|{_REJECTED_ME}|(?:was|is|'s|came back|turned out) (?:already |also )*(?:a|as a|to be a) (?:no|rejection)){_WHEN}"
    r")",
    _I,
)
_NO_FROM = expression(
    rf"{_LEAD}(?:(?:i|i've|ive) )?(?:(?:was|been|got|have|had|received|already|just|there's|there was|it's|its|it was) )*"
    rf"(?:(?:rejected|turned down|declined) (?:by|from|at)|(?:(?:a|the|my|their|another) )?(?:no|rejection)(?: (?:e-?mail|letter|mail|text|call|message))?(?: back)? (?:from|by)|(?:(?:did not|didn't|didnt) get )(?:the |that )?(?:one|job|role|post|position) (?:at|with)) (?:{_ONE}|{_PLACE}){_WHEN}",
    _I,
)
_FOR_ONE = expression(
    rf"{_LEAD}(?:they|(?:i )?(?:got|had) a) (?:said |say )?no (?:for|to|on|about|from) (?:{_ONE}){_WHEN}", _I
)
_WAYS = (_SAID_NO, _NO_FROM, _FOR_ONE)
_STEMS = expression(
    r"\bno\b|rejec|turned|declined|refused|dropped|passed on|n't\b|\b(?:did not|didnt)\b|(?:someone|somebody) else", _I
)
_BETWEEN = expression(
    r"(?:[.!?;:\n]+|,| - )\s*(?:(?:and|but|then|also|plus|now|while|so)\b\s*)*|\s+(?:(?:and|but|then|also|plus|while)\b\s+)+",
    _I,
)
_COUNTED = expression(
    r"^(?:(?:so|hi|hey|hello|ok|i|i've|we|just|have|had|did) )*(?:two|2|three|3) (?:(?:\w+ )?interviews?|this week|lately|in a row)\b[^,.:;!?\n]{0,30}[,.:;!?\n-]+ *",
    _I,
)
""" "Two interviews this week.", before each is told of."""
_RECENT = rf"(?:today|yesterday|just now|this (?:morning|afternoon|evening|week)|last night|earlier|on {_DAY}|{_DAY})"
_ANOTHER = expression(
    r"\b(?:another|one more|(?:a|the|my) (?:second|2nd|new|different|other|next)|second|2nd) (?:(?:job|phone|video) )?(?:one|interview)\b"
    rf"|\b(?:another|the other)(?= {_RECENT}\b)"
    rf"|\b(?:one|(?:(?:an|my) )?interview)(?: (?:today|yesterday|just now|this (?:morning|afternoon))\b|(?! (?:\w+ )?there\b) (?:\w+ ){{0,3}}?(?:at|with) )",
    _I,
)
_NAMED_FIRST = expression(
    rf"(?P<place>(?!{_NOBODY})(?:the )?[\w&'-]+(?: (?!one\b)[\w&'-]+)??) (?:one )?(?:was )?{_RECENT}\b", _I
)
""" "Brightwell was today", where two interviews were counted before."""
_JOINS = expression(r"[ ,;]*\b(?:and|but|also|plus|then|while)[ ,;.:!?\n-]*$", _I)
_AROUND = " ,;.:!?-\n"


@unsaid
class NoBeside(NamedTuple):
    """A no, and what else is told."""

    place: str | None
    """Who said no, as they call it; None where it has no name."""
    rest: str
    """What is told of the other interview."""
    other: str | None
    """Where that one was, as far as it is said."""


def read(text: str) -> NoBeside | None:
    """The no of one place beside the story of another; None where it is one story, or no no is told."""
    shown = straight(text[:LONGEST_STORY])
    if _STEMS.search(shown) is None:
        return None
    begins = 0
    for stop in [*_BETWEEN.finditer(shown), None]:
        said = shown[begins : len(shown) if stop is None else stop.start()].strip()
        found = next((one for way in _WAYS if (one := way.fullmatch(said)) is not None), None)
        if found is not None:
            place = found.groupdict().get("place")
            return _beside(place, shown[:begins], "" if stop is None else shown[stop.end() :])
        begins = len(shown) if stop is None else stop.end()
    return None


def _beside(place: str | None, before: str, after: str) -> NoBeside | None:
    counted = _COUNTED.match(before)
    told = before[counted.end() :] if counted is not None else before
    rest = f"{_JOINS.sub('', told).rstrip(_AROUND)}. {after.strip(_AROUND)}".strip(_AROUND)
    other = several.place(rest)
    if other is None and counted is not None and (named := _NAMED_FIRST.match(rest)) is not None:
        other = named["place"]
    if not rest or (place is not None and other is not None and _is_one(place, other)):
        return None
    is_elsewhere = place is not None and other is not None
    return NoBeside(place, rest, other) if is_elsewhere or counted or _ANOTHER.search(rest) else None


def _is_one(place: str, other: str) -> bool:
    one, two = place.casefold(), other.casefold()
    return one in two or two in one
