"""An interview that did not take place: called off, moved, nobody came, or they missed it themselves.

The rule a newcomer could break: who waited and was seen in the end has been interviewed, and a position called off is an
answer; so nothing is read here where the text goes on to tell of questions, or is about the job.
"""

from __future__ import annotations

import re
from enum import StrEnum

from core.records import record
from core.understanding.expressions import expression
from core.understanding.text import fold

_LONGEST = 500
"""In characters; what is longer tells of more."""


class Reason(StrEnum):
    """What became of it."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    NOBODY_CAME = "nobody-came"
    MISSED = "missed"
    """By the person."""


@record
class NotHeld:
    """What became of an interview that was to be."""

    reason: Reason
    rest: str
    """What stands behind the words for it, folded: the new day, if one is told."""

    @property
    def is_put_elsewhere(self) -> bool:
        """Whether another day is spoken of behind them."""
        return _NEW_DAY.search(self.rest) is not None


_NEW_DAY = expression(
    r"\b(?:new (?:date|day|time|one|slot|interview)|another (?:date|day|time|one|slot)|instead|re-?schedul\w+|moved|now(?: it's)? (?:on|at)|(?:to|till|until) (?!say\b|tell\b|let\b)|it's (?:now )?(?:on|next))"
)
_WHO = r"(?:they(?:'ve)?|he|she|someone|somebody|hr|(?:the |their |my )?(?:company|firm|school|hospital|clinic|bank|shop|office|agency|recruiters?|manager|boss|panel|interviewers?|owner|lady|guy|place)|(?!i\b)[\w&'-]+)"
_SO = r"(?:(?:have|has|had|just|now|then|also|suddenly|all|both|went and|already|simply|only) )*"
_ITS = r"(?:my|the|our|this|that|today's|tomorrow's|yesterday's|\w+day's|a|an)"
_KIND = r"(?:\w+ ){0,3}?"
_INTERVIEW = r"(?:job )?(?:interviews?|appointments?|slot|trial (?:day|shift)|zoom|video call|phone screen)"
_OFF = r"(?:cancel(?:l?ed)?|called off|scrapped|axed)"
_MOVE = r"(?:postponed|re-?scheduled|re-?arranged|pushed (?:back|out)|put (?:back|off)|moved|shifted)"
_MOVE_IT = r"(?:re-?arranged|pushed|put)(?= it (?:back|off|out|to|till|until|again)\b)"
_BE = r"(?:was|were|is|are|has been|have been|had been|'s been|got|gets|being|been|'s)"
_LAST_MINUTE = r"(?:last minute|at the last|an? (?:hour|minute|day|few|couple)|\w+ (?:hours?|minutes?|days?) (?:before|beforehand|ago)|this morning|today|yesterday|tonight|again|on the (?:day|morning)|without|by (?:text|e-?mail|phone)|(?:so )?(?:no|with no) )"
_CANCELLED = (
    rf"\b{_WHO} {_SO}(?:{_OFF}|called) (?:on (?:me|us)\b|(?:{_ITS} {_KIND}{_INTERVIEW}|it|everything|(?:my )?one)(?: off)?\b|{_LAST_MINUTE})",
    rf"\b{_WHO} {_SO}cancell?ed\s*(?:[.!,]|$)",
    rf"\b{_INTERVIEW}(?: (?:at|with|for|on|tomorrow|today|yesterday|this) ?[^.!?;]{{0,30}})? ?(?:{_BE} (?:just |now |suddenly |also )*)?{_OFF}\b",
    rf"^(?:so |well |ok |ugh,? )*it {_BE} (?:just |now )*{_OFF}\b",
    rf"\b{_INTERVIEW} (?:is|was|'s) off(?= *(?:[.,!;]|$))",
    rf"\b{_INTERVIEW} (?:(?:didn't|did not|never)(?: even| actually)? (?:happen(?:ed)?|take place|took place)|isn't (?:happening|going ahead)|is (?:not|no longer) (?:happening|going ahead))",
)
_MOVED = (
    rf"\b{_WHO} {_SO}(?:{_MOVE} {_ITS} {_KIND}{_INTERVIEW}\b|{_MOVE_IT} it\b|re-?scheduled it\b|postponed it\b|moved it (?=(?:to|till|until|back|again|forward)\b))",
    rf"\b{_INTERVIEW}(?: (?:at|with|for) ?[^.!?;]{{0,30}})? ?{_BE} (?:just |now |suddenly |also )*{_MOVE}\b",
    rf"^(?:so |well |ok |ugh,? )*it {_BE} (?:just |now )*{_MOVE}\b",
    rf"\b{_WHO} {_SO}(?:postponed|re-?scheduled)(?: (?:to|till|until|for|again)\b| *(?:[.,!;]|$))",
)
_NO_ONE = r"(?:nobody|no ?one|none of them|not a soul|they|he|she|(?:the |my )?(?:interviewers?|manager|boss|panel|recruiter|owner|hiring manager|lady|guy|hr (?:lady|guy|person)))"
_NEVER = r"(?:never|didn't|did not|hasn't|haven't|don't|doesn't)(?: even| actually| ever)?"
_COME = r"(?:turn(?:ed)? up|show(?:ed|n)? up|show(?:ed)?(?= *(?:[.,!;?]|$| (?:at|for|to|and|but)\b))|c[oa]me(?! back| up| across| over)|arrived?|appear(?:ed)?|joined|join|log(?:ged)? (?:on|in)|connect(?:ed)?)"
_NOBODY_CAME = (
    rf"\b{_NO_ONE} {_NEVER} {_COME}\b(?! (?:to|for) (?:help|a decision|an answer))",
    rf"\b(?:nobody|no ?one|not a soul) (?:ever |even |actually |else )?(?:{_COME}|was (?:there|here|in)|is here|has come(?! back))\b(?! (?:(?:to|for) help|for me|in (?:my|the)))",
    r"\b(?:they|he|she) (?:just )?stood me up\b|\b(?:i (?:was|got)|been|was|got) stood up\b|\b(?:left me|i was left) (?:waiting|sitting)\b[^.!?]{0,60}\b(?:never|nobody|no ?one)\b",
    rf"\b(?:{_NO_ONE}|the (?:office|door|shop|building|place|gate)) (?:was|were)(?:n't| not) (?:there|in|in (?:today|the office|the building)|at the office|open)(?= *(?:[.,!;?]|$| (?:when|at|and|but|so|today|then)\b))",
    rf"\b{_NO_ONE} (?:{_NEVER} )?(?:called|rang|phoned|dialled|call|ring|phone|dial)\b(?! back| to say)[^.!?]{{0,30}}\bfor (?:the|my|our|a) {_KIND}{_INTERVIEW}",
    rf"\b(?:supposed|meant|going|due|scheduled) to (?:call|ring|phone|interview|meet|dial)\b[^.!?]{{0,60}}\b(?:{_NEVER}|no call|nothing)(?: (?:did|came|happened|call(?:ed)?|rang|ring))?\s*(?:[.!,]|$)",
    rf"\b(?:phone|telephone|video|zoom) {_INTERVIEW}\b[^.!?]{{0,40}}\b{_NO_ONE} (?:{_NEVER} )?(?:called|rang|phoned|call|ring|phone)\b(?! back)",
)
_MISSED = (
    rf"\bi(?:'ve| have)? (?:just |totally |completely |actually |nearly )*(?<!nearly )(?:missed|forgot(?:ten)?|slept through|overslept)(?: and missed)?(?: about)? {_ITS} {_KIND}{_INTERVIEW}\b(?! question)",
    rf"\bi (?:didn't|did not|never|couldn't|could not)(?: even)? (?:go|make it|turn up|show up|get|attend|went|made it|turned up|got)(?: to| for| in time for)? {_ITS} {_KIND}{_INTERVIEW}\b(?! question)",
    rf"\b(?:overslept|car broke down|bus (?:broke down|never came|didn't come)|train (?:was )?cancelled|went to the wrong \w+|wrong (?:day|date|time|address))\b[^.!?]{{0,50}}\bmissed (?:it|{_ITS} {_KIND}(?:{_INTERVIEW}|time))\b",
    rf"\bmissed {_ITS} {_KIND}{_INTERVIEW}\b(?! question)",
)
_READS = tuple(
    (reason, expression("|".join(patterns)))
    for reason, patterns in (
        (Reason.MISSED, _MISSED),
        (Reason.MOVED, _MOVED),
        (Reason.CANCELLED, _CANCELLED),
        (Reason.NOBODY_CAME, _NOBODY_CAME),
    )
)
_STEMS = expression(
    r"cancel|called off|call(?:ed)? .* off|scrapp|axed|postpon|sched|arranged|pushed|put (?:it|back|off)| off\b|moved|shifted|stood|left me|waiting|nobody|no ?one|soul|never|n.?t\b|not\b|missed|forgot|slept|supposed|meant|due",
    re.IGNORECASE,
)
_TOOK_PLACE = expression(
    r"\b(?:then|eventually|finally|in the end|after (?:that|a while|\w+ minutes)|at last|when|once|until|till) (?:he|she|they|somebody|someone|we|i|it|the \w+)(?: \w+)? (?:came|started|arrived|joined|turned up|began|happened|went|called me in|showed)\b"
    r"|\b(?:they|he|she) asked(?: me)?\b(?! (?:me )?to (?:come|wait|re-?schedule|pick|choose))|\b(?:my|the) answers?\b|\bi (?:froze|blanked|answered|rambled|bombed)\b|\bby (?:an?|half an|\d+|\w+) (?:hours?|min(?:ute)?s?)\b"
    r"|\bi (?:just |have |had to |also |then )*(?:cancel|postpone|re-?schedule|call(?:ed)? (?:it |the interview )?off|move[d]? (?:it|the|my))"
    r"|\bto (?:a|an|another|the) (?:\w+ )?(?:room|floor|table|corridor|kitchen)\b"
    r"|\b(?:almost|nearly) (?:missed|overslept)\b|\bwhat if\b|\bif (?:they|he|she|i|it)\b|\b(?:might|could|may|would|will|going to) (?:have )?(?:cancel|postpone|move|miss)",
)
"""What tells that there was one, or that it is only thought of."""
_OF_THE_JOB = expression(
    rf"\b(?:cancell?ed|scrapped|called off)(?: \w+){{0,3}} (?:job|position|role|post|vacancy|recruitment|hiring|contract)\b|\b(?:job|position|role|post|vacancy|recruitment|contract|offer|flight|class) {_BE} (?:just |now )?{_OFF}",
)


def read(text: str) -> NotHeld | None:
    """What a text says became of an interview that was to be; None where it says no such thing."""
    if len(text) > _LONGEST or _STEMS.search(text) is None:
        return None
    shown = fold(text)
    if _TOOK_PLACE.search(shown) or _OF_THE_JOB.search(shown):
        return None
    for reason, pattern in _READS:
        if (found := pattern.search(shown)) is not None:
            return NotHeld(reason, shown[found.end() :])
    return None


def tells_new_day(text: str) -> bool:
    """Whether a text says that there is another day for it."""
    return len(text) <= _LONGEST and _NEW_DAY.search(fold(text)) is not None
