"""That a question told of was never put: "they never asked about the festival, that was swiggy's one. take it out".

The rule a newcomer could break: what nobody asked is also what one wished to tell ("they never asked about my Excel"), so
it takes something back only where it says so, or where what it names was told as asked.
"""

from __future__ import annotations

from typing import NamedTuple

from core.records import unsaid
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_REMARK, fold

_LED = r"(?:(?:no+|nope|nah|wait|sorry|oh|actually|hang on|but|and|so|also|oops|please|pls|just|hey|look|as i said|i told (?:you|u)(?: already)?|i (?:just|already) (?:said|told you)|that's not right|that's wrong)\b[ ,.:!-]*)*"
_NEVER = r"(?:(?:actually|really|even|ever) )*(?:never|did ?n'?t|did not)(?: (?:actually|really|even|ever))*"
_WHO = r"(?:they|he|she|nobody|no ?one|the (?:panel|manager|boss|lady|guy|man|woman|interviewer))"
_TAIL = r"(?:[, ]+(?:actually|though|tho|at all|lol|sorry|in (?:there|that one|this one)|there|that day|today))*"
_NEVER_ASKED = expression(
    rf"{_LED}{_WHO} {_NEVER} ask(?:ed)?(?: me| us)?(?: for| about)? (?P<what>(?!how\b|if\b|to\b).{{2,60}}?){_TAIL}"
    rf"|{_LED}(?:nobody|no ?one|none of them) (?:actually |ever |even )*asked(?: me| us)?(?: for| about)? (?P<other>.{{2,60}}?){_TAIL}"
)
_THE_OTHERS = expression(
    rf"{_LED}(?:(?:that|it|this)(?:'s|s| was| is| belongs to| came up at| was at| happened at)(?: (?:only|just|from|at|in|with))* (?:the |my )?(?:other|[\w&'-]+(?: [\w&'-]+)?'?s|[\w&'-]+)(?: (?:one|interview|thing|place|question))?"
    r"|i (?:must have |have |had |just )?(?:mixed|muddled|confused|got)(?: (?:it|them|that|this|those|things|the two|both|two))?(?: (?:up|mixed up|confused|muddled|wrong))?(?: (?:with|and) .{2,30})?|my (?:mistake|bad))"
    + _TAIL
)
_OUT = r"(?:please |pls |can you |could you |just |so )*(?:(?:take|leave|cross|cut|strike|get|put) (?:it|that|this|that one|that bit|them) (?:back )?(?:out|off|away)|(?:take|leave|cross|cut|strike) (?:out|off) (?:it|that|this|that one|that bit)|(?:delete|remove|erase|scrap|drop|forget|ignore) (?:it|that|this|that one|that bit))"
_TAKE_OUT = expression(rf"{_LED}{_OUT}{_TAIL}(?: please| pls| then| again)*")
_SENTENCE = expression(
    r"(?<=[.!?;])\s+|\n+|,\s+(?=(?:that|it|this|i|my|so|take|please|can|and take)\b)|\s+(?:and|so) (?=(?:take|cut|remove|delete|leave) )|\s+(?=(?:actually )?that was )"
)
_LEADS = expression(_LED)
_POINTING = {
    "that",
    "it",
    "this",
    "that one",
    "this one",
    "that question",
    "this question",
    "the question",
    "that at all",
}


@unsaid
class NeverAsked(NamedTuple):
    """What was never put."""

    what: str
    """What they call it; empty where it is only "that"."""
    is_taken_back: bool
    """Whether they also say that it is to go, or belongs somewhere else."""


def read(text: str) -> NeverAsked | None:
    """What a short text says was never asked, if it says nothing else; None for any other."""
    if len(text) > LONGEST_REMARK:
        return None
    what: str | None = None
    is_taken_back = False
    for sentence in filter(None, (one.strip(" .!?;,") for one in _SENTENCE.split(fold(text)))):
        if (found := _NEVER_ASKED.fullmatch(sentence)) is not None:
            said = (found["what"] or found["other"]).strip(" .,")
            what = "" if said in _POINTING else said
        elif _TAKE_OUT.fullmatch(sentence) or _THE_OTHERS.fullmatch(sentence):
            is_taken_back = True
        elif _LEADS.fullmatch(f"{sentence} "):
            continue
        else:
            return None
    return None if what is None else NeverAsked(what, is_taken_back)
