"""Something taken back: "actually I did mention the project" ends that it was missed.

A text that merely tells what was said is none: it must stress that it was said after all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.text import fold
from core.understanding.wordlists import words


@unsaid
@dataclass(frozen=True, slots=True)
class Retraction:
    """What they did bring up."""

    by: frozenset[str]
    """The words that it may be recognised by."""
    is_pronoun: bool = False
    """It is only called "it" or "that"."""

    @staticmethod
    def words_in(text: str) -> frozenset[str]:
        """The words of a text that say what it is about."""
        found = re.findall(r"[^\W_]{3,}", fold(text))
        return frozenset(word.removesuffix("s") for word in found if word not in _SAY_LITTLE)


_SAY_LITTLE = words("retractions", "say_little")
_LEAD = (
    r"(?:(?:actually|wait|no|oh|sorry|hang on|hold on|ah|hm+|well|but|ok|btw|by the way|come to think of it|"
    r"now i remember|i just remembered|i remember now|thinking about it|my mistake|in fact)\b[ ,.:!-]*)"
)
_SAY = r"(?:mention|say|tell|told|talk|speak|bring up|brought up|explain|cover|get to|answer)"
_SAID = r"(?:mentioned|said|told|talked|spoke|brought up|explained|covered|got to|answered)"
_TO_THEM = r"(?: (?:them|him|her|it|that))?(?: (?:to )?(?:them|him|her))?(?: about| of| that)?"
_AFTER_ALL = (
    r"(?:,? (?:after all|in the end|at the end|already|actually|too|though|in fact|now that i think (?:of|about) it))"
)
_SAID_IT = expression(
    rf"{_LEAD}*i (?:did|do)(?: actually| in fact| really)? {_SAY}(?P<what>{_TO_THEM} .{{2,80}}?){_AFTER_ALL}*[.! ]*"
    rf"|{_LEAD}+i (?:did|do)(?: actually| in fact| really)? {_SAY}(?P<only>{_TO_THEM}){_AFTER_ALL}*[.! ]*"
    rf"|{_LEAD}*i (?:have |had )?(?:actually )?{_SAID}(?P<late>{_TO_THEM} .{{2,80}}?){_AFTER_ALL}+[.! ]*"
)
_LONGEST = 140


def read(text: str) -> Retraction | None:
    """What a short text takes back, None when it takes nothing back."""
    if len(text) > _LONGEST:
        return None
    found = _SAID_IT.fullmatch(fold(text))
    if found is None:
        return None
    by = Retraction.words_in(found["what"] or found["late"] or found["only"] or "")
    return Retraction(by, is_pronoun=not by)
