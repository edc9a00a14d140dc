"""Remarks to the coach: questions, complaints and reports that are no answer and must never end up in a letter.

Asked for in every state, so it must be sure: a question that an interviewer put ("how do you find duplicates?") is an
answer wherever we asked what they asked. The rule a newcomer could break: what is taken for a remark is not stored as
an answer, so a wrong catch loses somebody's words.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from core.understanding.text import fold


class Remark(Enum):
    """What a person says to the coach besides answering."""

    QUESTION = auto()
    """Something they want to know from the coach."""
    COMPLAINT = auto()
    """The coach misheard, repeated itself or went wrong."""


_LONGEST = 220
_COMPLAINT = re.compile(
    r"^(?:(?:no|hey|wait|hang on|hold on|sorry|but|ugh|oi|what|hello|again|look)[,.!? ]+)*"
    r"(?:you(?:'re| are)? (?:not|aren't|didn't|don't|keep|just|already|got (?:that|it) wrong|misunderstood|misheard|missed)\b"
    r"|that(?:'s| is| was|'s was)? ?(?:not|n't|isn't|wasn't) (?:what|my|an?|right|the)\b"
    r"|(?:i|we)(?: have|'ve)?(?: just| already)? (?:did|told|said|say|answered|wrote|explained) (?:this|that|it|you|so|already)\b"
    r"|(?:i|we)(?:'ve| have)? already (?:said|told|did|answered|wrote|explained)"
    r"|where did .{1,40} come from|did you (?:even )?(?:read|listen|hear)|are you (?:even )?(?:reading|listening|serious)"
    r"|why are you (?:asking|telling|saying)|why do you keep|stop asking|i asked (?:you|if|whether|a question)|not what i)"
)
_ASKS_COACH = re.compile(
    r"(?:^|[.!?,] ?(?:and |but |so |before that though,? )?)(?:and |but |so |ok |well |hm+ |also )*"
    r"(?:(?:is|was|would|will) (?:it|this|that) (?:even |still |really |ok |okay |good |worth|too late|normal|legal|allowed|bad|rude)"
    r"|(?:should|can|could|may|must|do|shall) i\b|(?:can|could|will|do|are|would) you\b|how (?:do|can|should|could) i\b"
    r"|what (?:time|day|should i|do i|can i|happens|is (?:a |the )?(?:recruiter|note|panel))|who (?:can|will|sees|reads)\b"
    r"|(?:do|did|will) (?:they|i) (?:still |even )?(?:hire|have a chance|lose|lost|kill|blow)"
    r"|when should i|where (?:do|can|is) (?:i|my|the note)|will (?:anyone|they|i)\b|did i (?:kill|blow|lose|ruin)|are you sure)"
    r"[^.!]*\?"
)


def read(text: str) -> Remark | None:
    """What a short text says to the coach, None when it may be an answer."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    if _COMPLAINT.match(folded):
        return Remark.COMPLAINT
    return Remark.QUESTION if _ASKS_COACH.search(folded) else None
