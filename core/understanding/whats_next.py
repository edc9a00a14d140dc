"""What is asked about the state of one thing: "whats next for the shoprite one", "what is the plan for 37", "and Acme?".

The rule a newcomer could break: what an interviewer may ask ("what is your plan for the first month") is none of these.
"""

from __future__ import annotations

from core.understanding.expressions import expression
from core.understanding.text import brief

_LED = r"(?:(?:and|so|ok|okay|but|hey|hi|then|also|well|no|sorry|wait|now|coach|i (?:said|meant|asked))\b[,.! ]*)*"
_OF = r"(?:for|with|about|on|regarding|re)"
_ONE = r"(?:the |my |that )?((?!(?:me|you|us|them|him|her|it|that|this|your|our|their)\b)[\w&'.-]+(?: (?!please\b)[\w&'.-]+){0,4}?)(?: (?:one|interview|job|thing|place))?"
_ASKED = expression(
    rf"{_LED}(?:what(?:'s|s| is| was|'re)?|whats) (?:(?:the|my|our|still) )?(?:next|plan|plans|happening|going on|coming(?: up)?|left|to do|left to do|status|news|planned|open|up)(?: to do| step| steps)? {_OF} {_ONE}(?: (?:now|then|please|pls))*[?!. ]*"
    rf"|{_LED}(?:what happens|what comes|what do (?:i|we) do|where (?:are|were) we|how are we(?: doing)?|where do we stand|anything(?: left| open)?) (?:next |now )?{_OF} {_ONE}(?: (?:now|then|please|pls))*[?!. ]*"
    rf"|{_LED}(?:what|how) about {_ONE}(?: (?:then|now))*[?!. ]*"
)
_OF_ONE = expression(
    r".*\b(?:next|plan|happening|going on)\b.* (?:the|my|that) (?:\S+ ){1,4}(?:one|interview)\b[?!. ]*"
)


def asked_about(text: str) -> str | None:
    """What it is that they ask about, in their words; None for any other text."""
    found = _ASKED.fullmatch(brief(text))
    return None if found is None else next(filter(None, found.groups()))


def is_of_one(text: str) -> bool:
    """Whether what they ask what is next for is one of several: "the swiggy one"."""
    return _OF_ONE.fullmatch(brief(text)) is not None
