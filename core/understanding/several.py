"""Several interviews told of in one message: "had one at Acme monday and one at Zulu Bank today, both awful".

The rule a newcomer could break: two places make two interviews only where both are said to be where one was; where
somebody worked, or what they did afterwards, is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.understanding import organisations
from core.understanding.expressions import expression
from core.understanding.short_news import KIND
from core.understanding.text import LONGEST_STORY, straight

_I = re.IGNORECASE
_ONE = r"(?:one|another(?: one)?|the other(?: one)?|the (?:first|second)(?: one)?|(?:an|the|my) (?:\w+ )?interview|interviews?)"
_WHEN = (
    r"(?:(?:today|yesterday|this|last|on|in|the|morning|afternoon|evening|night|week|then|also|and|i|we|had|did|was|just|later|next|day|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?) )*"
)
_TELLS = expression(
    rf"\b(?:{_ONE}|interviewed)\b (?:\w+ ){{0,4}}?(?:at|with)\b|\b(?:two|2|three|3|both) (?:\w+ )?interviews\b", _I
)
_PARTS = expression(
    rf"(?:\s*[,;.!\n:]+\s*(?:(?:and|then|plus|also|&|but)\s+)*|\s+(?:(?:and|then|plus|also|&|but)\s+)+)(?={_WHEN}{_ONE} {_WHEN}(?:at|with|for) )"
    rf"|,?\s+(?:and|&)\s+(?={_WHEN}at (?!\d))",
    _I,
)
_LISTED = expression(
    r"\b(?:two|2|both) (?:\w+ )?interviews\b[^,:.!?\n]{0,30}[,:.-] *(?:at |with )?(?P<one>[^,.!?\n]{2,40}?),? (?:and|&|then) (?:at |with )?(?P<other>[^,.!?\n]{2,40})(?P<rest>.*)",
    _I | re.DOTALL,
)
_BOTH = expression(r"[^.!?,;\n]*\b(?:both|neither|each)\b[^.!?\n]*", _I)
_STANDS_FOR = expression(rf"\b{_ONE}(?= {_WHEN}(?:at|with|for) )", _I)
_A_KIND = expression(rf"the (?:\w+ )?(?:{KIND})\b", _I)
""" "The bank on tuesday": it needs no name."""
_CLAUSE = expression(r"[^.,;!?\n]+(?:[.,;!?\n]|$)")
_MOST = 3


def read(text: str) -> tuple[str, ...]:
    """What is told of each, in the order they were told; empty where it is about one."""
    shown = straight(text[:LONGEST_STORY])
    lowered = shown.lower()
    may_be = lowered.count(" at ") + lowered.count(" with ") > 1 or "interviews" in lowered
    if not may_be or _TELLS.search(shown) is None:
        return ()
    parts = _told_apart(shown, _by_place(shown), _place)
    return parts or _told_apart(shown, _listed(shown), place)


def _by_place(shown: str) -> list[str]:
    starts = [found.end() for found in _PARTS.finditer(shown)]
    parts: list[str] = []
    begins = 0
    for start in [*starts, len(shown)]:
        part = shown[begins:start]
        if start == len(shown) or (_place(part) and _place(shown[start:])):
            parts.append(part)
            begins = start
    return parts


def _listed(shown: str) -> list[str]:
    found = _LISTED.search(shown)
    return [] if found is None else [found["one"], f"{found['other']}{found['rest']}"]


def _told_apart(shown: str, parts: list[str], place_of: Callable[[str], str | None]) -> tuple[str, ...]:
    places = [place_of(part) for part in parts]
    if not 1 < len(parts) <= _MOST or None in places or len({str(place).casefold() for place in places}) < len(parts):
        return ()
    if len(parts) > 1:
        parts = _by_name(parts, [str(place).casefold() for place in places])
    of_both = _BOTH.search(shown)
    shared = "" if of_both is None else of_both[0].strip()
    return tuple(_with(part.strip(" ,;"), shared) for part in parts)


def _by_name(parts: list[str], places: list[str]) -> list[str]:
    """ "… and one at Beta. the Acme one was terrible, Beta was ok": what names another part's place is told of that."""
    *before, last = parts
    own = last
    for clause in _CLAUSE.finditer(last):
        named = [n for n, place in enumerate(places) if place in clause[0].casefold()]
        if clause.start() and len(named) == 1 and named[0] < len(before):
            told = clause[0].strip(" .,;!?\n")
            own = own.replace(clause[0], "", 1)
            before[named[0]] = f"{_without_joint(before[named[0]].strip(' ,;'))}. {told}"
    return [*before, own]


def _without_joint(part: str) -> str:
    return re.sub(r"\s*\b(?:and|then|plus|also|&)$", "", part, flags=_I)


def _with(part: str, shared: str) -> str:
    part = _without_joint(part)
    return part if not shared or shared in part else f"{part}. {shared}"


def _place(part: str) -> str | None:
    called = _STANDS_FOR.sub("interview", part)
    called = f"interview {called}" if re.match(r"at ", called, _I) else called
    found = organisations.in_story(called)
    return None if found is None else found.value


def place(story: str) -> str | None:
    """Where the one was that a part tells of; of a list it may be no more than the name."""
    found = _place(story)
    if found is None and (story[:1].isupper() or _A_KIND.match(story)):
        found = _place(f"interview at {story}")
    return found
