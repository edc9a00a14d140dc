"""What comes between an interview and the answer: a call that was missed, references or free hours that are asked for.

The rule a newcomer could break: it is news of a next step and no answer of theirs, so nothing is kept of it as an outcome.
"""

from __future__ import annotations

from enum import StrEnum

from core.understanding.expressions import expression
from core.understanding.text import brief, straight


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
_WHEN_FREE = r"(?:my (?:\w+ )?availability|(?:what|which) (?:days|hours|shifts) i(?:'m| am| can| could)\b|when i(?:'m| am| can| could| would be|'d be) (?:free|available|start|able to start)|how soon i (?:can|could) start|my (?:bank|tax) details|my notice period)"
_SENTENCE = expression(r"[^.!?\n]+[.!?]*\s*")
_BUT = expression(r", (?=but\b)")
""" "Not at all, but is it a good sign": what stands before it may be an answer."""
_ASKED_WHEN_FREE = expression(
    rf"\b{_WHO} {_SO}(?:te?xte?d|messaged|called|rang|phoned|e?-?mailed|wrote|whatsapp(?:ed|'?d)|dm(?:ed|'?d)|got back to|been in touch|got in touch|contacted)\b[^.!?\n]{{0,50}}?\b(?:ask\w*|want\w*|need\w*|about|for|to know|to see|with)\b[^.!?\n]{{0,20}}?\b{_WHEN_FREE}"
    rf"|\b(?:him|her|them|they|he|she|he's|she's) (?:just |now |even )*(?:asking|texting|texted|messaging|messaged)(?: me)?(?: for| about| what)? {_WHEN_FREE}"
)
"""After it, and by a message or a call: what they asked in the room is no such sign."""


def asked_when_free(text: str) -> tuple[str, str] | None:
    """The sentences that tell that they have asked since when somebody can work, and the rest."""
    told = straight(text)
    found = _ASKED_WHEN_FREE.search(told)
    if found is None:
        return None
    own = [one for one in _SENTENCE.finditer(text) if one.start() < found.end() and found.start() < one.end()]
    begin, end = own[0].start(), own[-1].end()
    begin = max((one.end() for one in _BUT.finditer(told, begin, found.start())), default=begin)
    return text[begin:end].strip(), f"{text[:begin]}{text[end:]}".strip(" ,")


def read(text: str) -> Step | None:
    """What a short text says of it; None for any other."""
    told = brief(text)
    if _MISSED.search(told):
        return Step.MISSED_CALL
    return Step.REFERENCES if _REFERENCES.search(told) else None
