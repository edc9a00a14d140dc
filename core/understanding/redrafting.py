"""Several wishes for a draft in one message: changes, new words of theirs, and the name beneath it.

`core.understanding.revisions` reads each of them; this tells where one ends and the next begins. The rules a newcomer could
break: all of a text has to be a wish, and new words go on until another wish begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.records import record
from core.understanding import revisions
from core.understanding.expressions import expression
from core.understanding.names import with_capitals
from core.understanding.text import straight

_LONGEST = 400
_BOUND = expression(
    r"(?:[.;:!?\n]+|,|\s-\s)\s*(?:(?:and|but|also|then|plus|so)\b,? ?)*|\s+(?:and|but|then|plus)\b,? (?:also )?",
    re.IGNORECASE,
)
_INSTEAD = expression(
    r"(?: (?:instead(?: of (?:it|that|them))?|in its place|please|pls|there|then|thanks))+[.!? ]*$", re.IGNORECASE
)
_IN = expression(r"(?:put|bring)\b.* in$", re.IGNORECASE | re.DOTALL)
_SWAP = expression(
    r"(?:(?:please|pls|no|ok|can you|could you|and|but)[, ]+)*(?:(?:replace|swap|exchange|change|turn|switch) (?P<out>.{3,60}?) (?:with|for|by|to|into)(?: that| saying)?"
    r"|(?:instead of|in place of|rather than) (?P<gone>.{3,60}?)[, ]+(?:please )?(?:say|put|write|add|have|mention)(?: that)?)[:,]? (?P<words>(?:i|i'm|im|i've|ive|i'd|i'll|my|we|our)\b.{6,})",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = (
    r"(?!(?:and|or|but|so|please|pls|plz|thanks|thx|now|then|too|off|for|me|my|mine|the|an?|it|its|this|that|with|by|as|from|at|on|in|to|of|kind|kindly|warm|warmly|best|regards|yours|sincerely|faithfully|truly|love|cheers|respectfully"
    r"|formally|properly|not|no|yes|ok|okay|is|was|be|do|don't|make|add|put|sign|just|only|name|names|first|last|full|real|surname|i|i'm|we|you|they|he|she|shorter|warmer|longer|later|tomorrow|today|tonight|sent|send|again|instead"
    r"|same|someone|somebody|anybody|nobody|anonymous|anonymously|missing|there|here|bottom|end|still|also|private|secret|her|his|him|wrong|fine|good)\b)"
)
_NAME = (
    rf"(?P<name>(?:(?:mrs?|ms|miss|dr)\.? )?(?:{_NO_NAME}[^\W\d_][\w'-]*)(?: (?:{_NO_NAME}[^\W\d_][\w'-]*\.?)){{0,3}})"
)
_NOTE = r"(?:it|this|that|the (?:note|letter|mail|e-?mail|message|text)|off|them)"
_PLACE = r"(?:(?:at|to|on|in) (?:the |its )?(?:bottom|end|foot|note|letter|it|mail|e-?mail|close)|under(?:neath)?(?: it)?|below|beneath(?: it)?|there|in|on it|as (?:the )?signature)"
_LED = r"(?:(?:please|pls|can you|could you|you can|just|ok|okay|and|also|now|oh|yes|no)[, ]+)*"
_IT_IS = r"(?:[,:;.-]* ?(?:it(?:'s| is)|its|it's just|i(?:'m| am)|im|that(?:'s| is)|which is|the name is|my name is|name's) |[,:;.-]+ ?| )"
_ENDS = r"(?= *(?:[.,;:!?\n]|$| (?:and|but|please|pls|thanks|instead|then|now|too)\b))"
_SIGN_THAT = rf"(?:,? ?(?:and |so |please |then |you can |can you )*(?:sign(?: {_NOTE})?(?: off)?(?: with| as)?(?: (?:that|it|this))?|(?:put|add|use|write) (?:that|it|this)(?: {_PLACE})?))"
_SIGNED = tuple(
    expression(rf"{_LED}{form}", re.IGNORECASE)
    for form in (
        rf"sign(?: {_NOTE})?(?: off)?(?: (?:as|with|by|from|for me as))?(?: (?:my|the) name)?{_IT_IS}{_NAME}{_ENDS}",
        rf"(?:put|add|write|include|use|have|leave)(?: in)? (?:in )?(?:my|the) (?:full |first )?name(?: {_PLACE})?(?: too)?{_IT_IS}{_NAME}{_ENDS}",
        rf"(?:my (?:full |first )?name(?:'s| is)|i(?:'m| am)|im|this is|the name(?:'s| is)|it(?:'s| is) from) {_NAME}{_SIGN_THAT}{_ENDS}",
        rf"(?:my (?:full |first )?name(?:'s| is)|it should be signed|signed|from:) {_NAME}{_ENDS}",
    )
)
_UNNAMED = expression(
    rf"{_LED}(?:sign(?: {_NOTE})?(?: off)?(?: for me| with my name| from me| in my name)?|(?:put|add|write|include|use|have)(?: in)? my (?:full |first )?name(?: {_PLACE})?(?: too)?"
    rf"|my name(?:'s| is)? (?:not|isn'?t|missing|nowhere|should be|has to be|must be|needs to be|goes)(?: (?:be|in|on|there|under|at))*(?: (?:{_PLACE}|it))?|(?:there(?:'s| is) no|where(?:'s| is)|it has no) (?:my )?(?:name|signature)(?: {_PLACE})?)(?: please| pls| too)*[.!? ]*",
    re.IGNORECASE,
)
_MOST_OF_A_NAME = 40


@record
class Wishes:
    """What is wanted of a draft in one message."""

    changes: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """New words of theirs, one for each point."""
    name: str | None = None
    """Theirs, to stand beneath it; empty where it is to be signed and no name is told."""


def read(text: str) -> Wishes | None:
    """The wishes of a text that brings new words beside another wish, or has to do with their name; None for any other."""
    if len(text) > _LONGEST:
        return None
    told, name = _without_signing(straight(text).strip())
    if name is None and _UNNAMED.fullmatch(told):
        return Wishes(name="")
    changes: list[str] = []
    added: list[str] = []
    is_swap = False
    if (swap := _SWAP.fullmatch(told)) is not None:
        without = revisions.read(f"leave out {swap['out'] or swap['gone']}")
        words = _INSTEAD.sub("", swap["words"]).strip(" .,;!?")
        if not without:
            return None
        changes, added, is_swap = [*without], [words], True
    else:
        is_open = False
        for bound, part in _parts(told):
            if not part:
                continue
            if (new := _new_words(part)) is not None:
                added.append(new)
                is_open = True
            elif wanted := revisions.read(part):
                changes += wanted
                is_open = False
            elif is_open:
                added[-1] = f"{added[-1]}{bound}{part}"
            elif name is None or changes or added:
                return None
    if name is None and not is_swap and not (added and changes):
        return None
    return Wishes(tuple(dict.fromkeys(changes)), tuple(added), name)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text, each with what stands before it."""
    bound, start = "", 0
    for found in _BOUND.finditer(text):
        yield bound, text[start : found.start()].strip()
        bound, start = found[0], found.end()
    yield bound, text[start:].strip()


def _new_words(part: str) -> str | None:
    bare = _INSTEAD.sub("", part)
    if _IN.fullmatch(bare):
        bare = bare.removesuffix(" in")
    return revisions.added(bare)


def _without_signing(text: str) -> tuple[str, str | None]:
    """The text without what it says of their name, and the name."""
    starts = [0, *(found.end() for found in _BOUND.finditer(text))]
    for start in starts:
        for pattern in _SIGNED:
            found = pattern.match(text, start)
            if found is not None and len(found["name"]) <= _MOST_OF_A_NAME:
                rest = f"{text[:start]} {text[found.end() :].lstrip(' .,;:!?')}".strip()
                return rest, with_capitals(found["name"].strip(" ."))
    return text, None
