"""What somebody wants to practise instead: another question, one about something, the other interview.

Read only where questions are practised, or an interview is got ready for. The rule a newcomer could break: where an answer
is typed, only what is put to the coach steers ("ask me about teamwork"), or an answer about teamwork would be lost.
"""

from __future__ import annotations

from core.records import record
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, brief

_AROUND = r"(?:(?:no|nah|hm+|ok|okay|yes|well|so|and|but|actually|please|pls|sorry|maybe|rather)[,. ]+)*"
_NOT_THAT = r"(?:not (?:that|this)(?: (?:one|question))?|(?:i )?(?:don'?t|do not) (?:like|want|get) (?:that|this)(?: (?:one|question))?)"
_ASKED = (
    r"(?:(?:can|could|would|shall) (?:you|we|i) (?:please |maybe |just )*|let'?s |please |i(?:'d| would) (?:rather|prefer to|like (?:you )?to) |(?:now|then) )*"
    r"(?:ask(?: me)?|practi[cs]e|try|do|take|have|give me|show me|rehearse|go (?:over|through)|work on|see|hear)"
)
_INSTEAD = r"(?: (?:please|pls|instead|then|next|now|first|rather|thanks|with me|for practice))*"
_ANOTHER = r"(?:an?other|a new|one more|some (?:more|other)|a (?:different|harder|better|easier|real)|something (?:else|different)|a few more)(?: (?:one|ones|question|questions))?(?: of (?:them|these|those))?"
_ONE = r"(?:ones?|questions?|scenarios?|cases?|situations?|topics?)"
_TOPIC = (
    rf"(?:(?:(?:(?:the |an? )?{_ONE} |something |anything |some )(?:more )?(?:about|on|with|regarding)|(?:more )?about) (?:the |my |an? )?(?P<about>[^.!?]{{3,50}}?)(?: {_ONE})?"
    rf"|(?:the |that |an? )?(?P<named>[^.!?]{{3,50}}?) {_ONE})"
)
_WANTED = expression(
    rf"{_AROUND}(?P<refused>{_NOT_THAT})?(?:[,.;:-]+ ?| but | )?(?:{_AROUND}(?P<asked>{_ASKED} )?(?:(?P<another>{_ANOTHER})|{_TOPIC}))?{_INSTEAD}[.!? ]*"
)
_NO_TOPIC = expression(
    r"(?:(?:an?other|different|next|new|other|any|more|harder|easier|real|likely|usual|typical|interview|practi[cs]e)(?: |$))+"
)
"""What calls a question another one, and says nothing of what it is about."""
_A_PLACE = expression(
    r"(?:(?:the|first|second|third|last|same|right|wrong|only|that|this|it|them|one|two|three|1st|2nd|3rd|\d+)(?: |$))+"
)
_GET_READY = expression(
    rf"{_AROUND}(?:(?:can|could|shall) (?:we|you) (?:please |maybe |just )*|let'?s |please |i(?:'d| would) (?:rather|prefer to|like to) |i (?:want|need) to |help me (?:to )?|rather )*"
    r"(?:prep(?:are)?|get (?:me )?(?:ready|prepared)|practi[cs]e|do|work on|go (?:on )?(?:to|with)|switch to|turn to|look at)(?: me)? (?:for )?(?:the |my )?[^.!?]{2,50}|"
    rf"{_AROUND}(?:the |my )?[^.!?]{{2,40}} (?:one|interview)(?: instead| first| rather| please)+"
)


@record
class Steering:
    """What they would rather practise."""

    about: str = ""
    """In their words; empty where it is only another one."""


def read(text: str, *, is_answering: bool) -> Steering | None:
    """The question that a text asks for in place of the one that is open; None where it is anything else."""
    if len(text) > LONGEST_REMARK:
        return None
    said = brief(text).strip()
    found = _WANTED.fullmatch(said) if said else None
    if found is None:
        return None
    about = (found["about"] or found["named"] or "").strip()
    is_put_to_us = bool(found["refused"] or found["asked"])
    if _A_PLACE.fullmatch(about) or (about and is_answering and not is_put_to_us):
        return None
    return Steering("" if _NO_TOPIC.fullmatch(about) else about) if about or found["another"] or is_put_to_us else None


def asks_to_get_ready(text: str) -> bool:
    """Whether all of a text asks to get ready for something, whose name is in it."""
    return len(text) <= LONGEST_REMARK and _GET_READY.fullmatch(brief(text).strip()) is not None
