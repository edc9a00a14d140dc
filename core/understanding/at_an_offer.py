"""What is said of an offer before it is answered: doubts, what speaks for and against, a wish to ask them, their day.

The rule a newcomer could break: nothing here is read where no offer is known; the same words tell of anything else then.
"""

from __future__ import annotations

from enum import StrEnum

from core.understanding.expressions import expression
from core.understanding.text import brief


class Matter(StrEnum):
    """What of it."""

    TAKEN = "taken"
    BY_WHEN = "by-when"
    """They want to hear by a day."""
    ELSEWHERE = "elsewhere"
    """There is another place that has not answered, or has offered as well."""
    TERMS = "terms"
    """Whether something may be asked for before a yes."""
    DOUBT = "doubt"
    POINT = "point"
    """Something that has a weight: pay, hours, the way there."""


_I = r"(?:i|a|ah)"
_SO = r"(?:(?:just|really|still|also|already|now|then|so|very|too|that|quite|totally|entirely|100%|honestly|even|maybe|kind of|kinda) )*"
_DAY = r"(?:(?:the )?end of (?:the |this |next )?\w+|(?:this |next |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tmrw|the morra|tonight|next week|the \d+\w*|\d+\w* (?:of )?\w+|\w+ \d+\w*)"
_TAKEN = expression(
    rf"\b{_I}(?:'ve| have|v)? {_SO}(?:said (?:yes|aye|yeah|yep)|accepted|agreed to (?:it|take)|signed|took (?:it|the (?:job|offer))|taken (?:it|the (?:job|offer)))\b"
    r"|\b(?:i'm|im|i am|am) (?:gonna|going to|gonnae) (?:take it|accept|say (?:yes|aye))\b"
)
_BY_WHEN = expression(
    rf"\b(?:wants?|needs?|expects?|waiting|asked|asking|gave|given|gives?|have|has|got|must|said)\b[^.!?]{{0,40}}?\b(?:know|decide|decision|answer|hear|reply|say|tell|respond|back|until|till|time)\b[^.!?]{{0,30}}?(?:\bby\b|\buntil\b|\btill\b|\bbefore\b)?[^.!?]{{0,6}}?\b{_DAY}\b"
)
_THEIR_DAY = expression(
    rf"(?:(?:and|so|but|ok|well|oh|they|he|she|hr|the (?:manager|boss|company|school|shop|recruiter)),? )*(?:wants?|needs?|would like|expects?) (?:me |us )?(?:(?:tae|to|an?|my|the) )*(?:know|hear|decide|answer|reply|decision|tell (?:them|him|her)|let (?:them|him|her) know)(?: from me| back)? (?:by|before|until|till|on) {_DAY}[.! ]*"
)
_ELSEWHERE = expression(
    rf"\b(?:two|2|both|another|other|second|competing) (?:job )?offers?\b|\boffers? (?:elsewhere|from (?:another|somewhere|someone|the other)|at another)\b|\b(?:tell|let|inform|ask|chase|push)\b[^.!?]{{1,40}}\b{_I}(?:'ve| have|v| got)? (?:got )?(?:an? |another |the )?offer\b"
    r"|\bother (?:one|place|company|job|firm|school|shop|interview)\b|\bwait(?:ing)? (?:for|on) the other\b"
    r"|\b(?:but|and|while) [^.!?]{2,40}? (?:(?:has|have|did|does|do) not|hasn't|haven't|hasnt|havent|didn't|still (?:has|have|not|nothing|silent))\b(?: \w+)? (?:said|say|answered|replied|decided|called|written|come back|told|heard|anything)"
)
_ASKS = rf"(?:(?:can|could|may|should|shall|must) {_I}|(?:is|would) it (?:be )?(?:ok|okay|rude|fine|alright|too much|cheeky|bad|possible)(?: for me)?(?: to| if {_I})|am {_I} allowed to|how (?:do|can|should|could) {_I}|what if {_I})"
_TERMS = expression(
    rf"\b{_ASKS} {_SO}(?:ask|asked|negotiate|request|bargain|haggle|push|say|tell|check|see|find out)\b(?! (?:you|u)\b)|\b(?:before|afore) {_I} (?:say|accept|sign|agree|take|answer)\b[^.!?]*\?"
)
_DOUBT = expression(
    rf"\b(?:not|no|no') {_SO}(?:sure|certain|convinced)\b|\bunsure\b|\bdunno\b|\b(?:don't|do not|dinnae) {_SO}(?:know|ken) (?:if|whether|what|about|which)\b|\b(?:in|of) (?:two|2) minds\b|\btorn\b|\bon the fence\b|\bhesitat\w*"
    rf"|\bshould {_I} {_SO}(?:take|accept|say yes|say aye|say no|go for|turn)\b|\b(?:second thoughts|having doubts|have (?:some |my )?doubts|cold feet)\b|\b(?:can't|cannot|cant|hard to) decide\b|\bwhat (?:do|should|would|shall|can) (?:i|a|u|you) do\b|\bwhich (?:one )?(?:should|do|to|would) "
    rf"|\b(?:need to|have to|must|let me|gonna|going to) (?:think|sleep|pray) (?:about|on|over) (?:it|this)\b|\bthinking (?:about it|it over|of saying no)\b"
)
_POINT = expression(
    r"\b(?:pay|pays|money|salary|wages?|hours?|shifts?|nights|earlies|lates|weekends?|commute|bus|drive|travel|distance|far|near|closer|contract|temporary|permanent|part[- ]time|full[- ]time|holidays?|benefits?|pension|insurance|medical|childcare|kids?|wean|child|family|an hour|per hour|a month|per month|a year|better|worse|less|more)\b"
)
_FEW_WORDS = 30


def read(text: str) -> Matter | None:
    """What a short text says of an offer that is known; None where it is something else."""
    told = brief(text)
    if not told or len(told.split()) > _FEW_WORDS:
        return None
    tried = (
        (Matter.ELSEWHERE, _ELSEWHERE),
        (Matter.TERMS, _TERMS),
        (Matter.DOUBT, _DOUBT),
        (Matter.BY_WHEN, _BY_WHEN),
        (Matter.TAKEN, _TAKEN),
        (Matter.POINT, _POINT),
    )
    return next((matter for matter, pattern in tried if pattern.search(told)), None)


def is_their_day(text: str) -> bool:
    """Whether all of it is that they want to hear by a day: "he wants to know by monday"."""
    return _THEIR_DAY.fullmatch(brief(text)) is not None
