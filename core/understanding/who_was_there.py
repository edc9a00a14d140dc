"""Whether a text tells who asked, or who was there, and nothing else: "Gaz asked it, he was alright", "Declan's one".

Read only where something else was asked for (how they put it, what one would say now), which such a text is none of. The
rule a newcomer could break: who asked *something* ("he asked why I left") tells how they put it, and is an answer.
"""

from __future__ import annotations

from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, straight
from core.understanding.wordlists import either

_KIND = rf"(?:{either('people', 'nameless')}|hr|ceo|cto|bosses)"
_ONE = r"(?:(?:mrs?|ms|mx|miss|dr|prof|sister|sir|madam)\b\.? ?)?(?!(?i:i|we|you|my|our|it|that|this|nobody)\b)[^\W\d_][\w'-]*"
_NAME = r"(?:(?:Mrs?|Ms|Mx|Miss|Dr|Prof|Sister|mrs?|ms|dr|prof)\b\.? ?[^\W\d_][\w'-]*|[A-ZÀ-Þ][\w'-]+)(?: [A-ZÀ-Þ][\w'-]+){0,2}"
_LED = r"(?i:(?:and|but|so|oh|well|ok|um+|erm|yeah|yes|no|think|i think|also|then)\b[, ]*)*"
_IT = (
    r"(?i:it|that(?: one| question)?|this(?: one)?|(?:me|us) (?:it|that|this|that one|the question)|the question"
    r"|(?:the|that) (?!same\b|other\b|next\b|last\b)(?:[\w'/&-]+ ){1,3}(?:one|question|q)|both(?: of them)?|them(?: both| all)?)"
)
_LATER = r"(?i:(?: (?:first|too|as well|again|twice|at the (?:start|end)|in the end|i think|actually|though|tho|lol))*)"
_ASKED = expression(
    rf"{_LED}(?i:it was |by |from )?(?i:the |that |this |a )?{_ONE}(?: [\w'.-]+){{0,4}} (?i:who |that )?(?i:asked|put|did) {_IT}{_LATER}"
    rf"|{_LED}(?i:he|she|they|who) (?i:also )?(?i:asked|put|did) {_IT}{_LATER}"
)
_THEIR_ONE = expression(
    rf"{_LED}(?i:it was |that was |it's )?(?:{_NAME}|(?i:the [\w ]{{0,20}}?{_KIND}))'s(?i: (?:one|question|q))?|{_LED}(?i:it was|that was|by|from) (?:{_NAME}|(?i:the (?:[\w-]+ ){{0,3}}{_KIND}))"
)
_THERE = expression(
    rf"{_LED}(?:{_NAME}|(?i:(?:some ?one|some ?body|an?other|one more|the|a) ?(?:[\w-]+ ){{0,3}}?(?:{_KIND})?))(?i: (?:from|in|of) (?:the )?[\w-]+)?"
    r"(?i: (?:was|were|is)(?: also| just)* (?:there|in (?:the room|on it|there)|on the (?:panel|call)|present|with (?:him|her|them)|sitting in)(?: (?:too|as well|also))?)"
    rf"|{_LED}(?:{_NAME}|(?i:he|she)) (?i:(?:is|was) (?:the |a |an )?(?:[\w-]+ ){{0,2}}?(?:head of [\w ]{{2,20}}|{_KIND}))"
)
_HOW_THEY_WERE = expression(
    rf"{_LED}(?i:(?:he|she|they)(?:'s|'re)?|who) (?!.*\b(?i:ask\w*|wanted to know|said|told)\b).+", 0
)
_PART = expression(r"(?<=[.!?;])\s+|\n+|,\s+|\s+(?=(?:but|and|while|because) (?:he|she|they)\b)|\s+-+\s+")
_INITIAL = expression(r"\b(mrs?|ms|dr|prof)\. ", 0)


def is_all(text: str) -> bool:
    """Whether every part of a short text says who it was, or how they were, and one at least says who."""
    shown = straight(text).strip()
    if not shown or len(shown) > LONGEST_REMARK:
        return False
    parts = [part.strip(' .!?;,…"') for part in _PART.split(_INITIAL.sub(r"\1 ", shown))]
    parts = [part for part in parts if part]
    says_who = [_says_who(part) for part in parts]
    return any(says_who) and all(
        said or _HOW_THEY_WERE.fullmatch(part) is not None for part, said in zip(parts, says_who, strict=True)
    )


def _says_who(part: str) -> bool:
    return any(one.fullmatch(part) is not None for one in (_ASKED, _THEIR_ONE, _THERE))
