"""An answer and a question to the coach in one message: "email. is it weird tho that i write to both?".

The rule a newcomer could break: the answer is taken and the question is met; neither makes the other unheard.
"""

from __future__ import annotations

import re

from core import lines
from core.errors import NotAnAnswer
from core.questions import OF_OPTIONS, ComingDay, Interviewers, Organisation, PastDay, Place, Scale, Settling
from core.state import Shown
from core.turn import asides
from core.turn.options import LONGEST_REPLY, chosen
from core.turn.replies import read_reply
from core.turn.workbench import Workbench
from core.understanding import Reading, complaints, read

_KINDS = {*OF_OPTIONS, Scale.kind, PastDay.kind, ComingDay.kind, Organisation.kind, Interviewers.kind, Place.kind}
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+")
_ASKS = re.compile(
    r"(?:(?:but|and|so|also|btw|ok|wait|sorry|just|um+|hm+)[, ]+)*(?:(?:is|was|isn't|would) (?:it|this|that)(?: (?:be|even|too|so|kind of|kinda|really|a bit))* (?:weird|odd|strange|bad|rude|ok|okay|wrong|stupid|silly|desperate|creepy|normal|late|fine|worth)"
    r"|(?:should|can|could|may|must|do|did|will|am) i\b|(?:do|did|does|will|would|are|can) (?:you|people|they|others|most)\b|what if\b|how (?:do|does|long|come|about)\b)",
    re.IGNORECASE,
)
"""What is asked without a mark, as many type."""
_OR = re.compile(r"or\b", re.IGNORECASE)
_LEAST_OF_A_QUESTION = 3
"""In words: "yes. or no?" asks nothing of the coach."""


def met(bench: Workbench, reading: Reading) -> Reading | None:
    """The answer alone, once the question beside it is met; None where there are not both."""
    shown = bench.shown
    if shown is None or shown.kind not in _KINDS or shown.kind == Settling.kind or len(reading.text) > LONGEST_REPLY:
        return None
    sentences = _SENTENCES.split(reading.text.strip())
    first = next((n for n, one in enumerate(sentences) if n and _asks(one)), 0)  # "like a 5? will they ring"
    answer, asked = " ".join(sentences[:first]), " ".join(sentences[first:])
    if not first or len(asked.split()) < _LEAST_OF_A_QUESTION:
        return None
    question, alone = read(asked), read(answer)
    names_a_time = question.times != () and question.aside is None
    wants_something = question.wish is not None or question.order is not None or names_a_time
    if wants_something or not _answers(bench, shown, alone):
        return None
    if complaints.says_unanswered(asked):
        bench.say_before_question(lines.PASSED_OVER)
    else:
        asides.answer_besides(bench, question.aside)
    return alone


def _asks(sentence: str) -> bool:
    is_asked = (
        sentence.rstrip().endswith("?") or _ASKS.match(sentence) is not None or complaints.says_unanswered(sentence)
    )
    return is_asked and _OR.match(sentence) is None  # "or the other way round?" is half of a choice


def _answers(bench: Workbench, shown: Shown, alone: Reading) -> bool:
    if chosen(shown, alone, bench.wording) is not None:
        return True
    try:
        return bool(read_reply(shown, alone, bench.now))
    except NotAnAnswer:
        return False
