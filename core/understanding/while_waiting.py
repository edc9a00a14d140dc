"""What comes between an interview and the answer: a call that was missed, references that are wanted.

The rule a newcomer could break: it is news of a next step and no answer of theirs, so nothing is kept of it as an outcome.
"""

from __future__ import annotations

from enum import StrEnum

from core.understanding.expressions import expression
from core.understanding.text import brief


class Step(StrEnum):
    """What they want, and what is to be done about it."""

    MISSED_CALL = "missed-call"
    REFERENCES = "references"


_WHO = r"(?:they(?:'ve| have| are|'re)?|he|she|someone|somebody|hr|the (?:\w+ )?(?:company|firm|school|hospital|clinic|bank|shop|office|agency|recruiter|manager|boss|panel|interviewer|owner|lady|guy|place)|(?!(?:i|we|you|who|mum|mom|dad|wife|husband|brother|sister|friend|it|that|this)\b)[\w&'-]+)"
_SO = r"(?:(?:have|has|had|just|now|then|also|are|is|only|suddenly|actually) )*"
_RANG = r"(?:called|rang|phoned|tried to (?:call|ring|phone|reach)|gave me a (?:call|ring))(?: me)?"
_MISSED = expression(
    rf"\b(?:missed|didn't (?:get|hear|see|catch)|couldn't take) (?:a |an |the |their |her |his |that |two |three |\d )*(?:phone )?calls?\b(?! (?:button|centre|center|script))"
    rf"|\b{_WHO} {_SO}{_RANG}\b.{{0,40}}?\b(?:missed (?:it|them|her|him)|(?:couldn't|could not|didn't|did not) (?:pick (?:it )?up|answer|take it|hear|get to|see it|reach)|no one answered)"
    rf"|\b{_WHO} {_SO}{_RANG}\b(?: \w+){{0,3}} (?:while|when|but|and|as) (?:i was|my phone (?:was|is|died))\b"
    rf"|\b{_WHO} {_SO}left (?:me )?(?:a |me )*(?:voice ?mail|voice message)\b"
)
_REFERENCES = expression(
    rf"\b{_WHO} {_SO}(?:want|wants|wanted|asked|ask|asks|need|needs|needed|requested|request|asking|would like)(?: me)?(?: for| to (?:send|give|provide|list|name)(?: them| her| him)?)*(?: my| the| some| two| three| \d| a| names of| contact details (?:of|for)| details (?:of|for)| numbers of| of)*(?: (?:work|professional|character|written|good))* (?:references?|referees?)\b"
    r"|\b(?:calling|called|checking|checked|contacted|contacting|going to (?:call|check|contact)|will (?:call|check|contact)|rang|phoned) (?:up )?(?:my (?:references?|referees?|old (?:boss|manager)|(?:former|last|previous|ex) ?-?(?:boss|employer|manager))|references)\b"
    r"|^(?:so |ok |now )*(?:references|reference check)(?: (?:wanted|needed|please|now|are wanted|asked for))?[.!? ]*$"
)


def read(text: str) -> Step | None:
    """What a short text says of it; None for any other."""
    told = brief(text)
    if _MISSED.search(told):
        return Step.MISSED_CALL
    return Step.REFERENCES if _REFERENCES.search(told) else None
