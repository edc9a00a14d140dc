"""Where own words are asked for: what is said about the coach's own asking is met, and never kept among them.

"Nothing missing really. just tell me" is the option; "I just said it" asks for what was said. The rule a newcomer could break:
what is left is heard as it would be without the rest, and nothing that is only about the asking is kept.
"""

from __future__ import annotations

import re

from core import lines
from core.questions import Option, Quotation, Words
from core.state import Shown
from core.turn import asides, commands, strained
from core.turn.answering import answer
from core.turn.options import chosen, meaning, pick
from core.turn.workbench import Workbench
from core.understanding import Reading, complaints, read
from core.understanding.commands import Command
from core.understanding.complaints import Said
from core.understanding.expressions import expression
from core.understanding.text import fold
from core.vocabulary import Saying

_NOTHING = expression(
    r"(?:(?:no+|nope|nah|naw|well|oh|honestly|tbh)\b[,. ]*)*(?:nothing|none|nope|nah|no)(?: (?:missing|else|more|like that|of that|that i (?:recall|remember)|comes to mind|to add|left out|at all|really|tbh|honestly|i think|i guess|thanks|thank you|lol))*"
)
_LEAST_LEFT = 3
"""In words: less, beside a complaint, is no answer."""
_PUTS_US_RIGHT = re.compile(r"\W*(?:no+|nope|nah)\b", re.IGNORECASE)


def met(bench: Workbench, reading: Reading) -> Reading | None:
    """What is left to be heard once that is met, and nothing where all is done; None where none of it is such."""
    shown = bench.shown
    if shown is None or reading.danger is not None or reading.order is not None or not _wants_words(shown):
        return None
    said = complaints.read(reading.whole, may_ask=shown.kind == Quotation.kind)
    if (option := _nothing(bench, shown, reading, said)) is not None:
        _answer_besides(bench, reading, said)
        answer(bench, pick(shown, option, bench.now))
        return read("")
    if said is None or not said.is_sure:
        return None
    rest = " ".join(said.rest)
    if _is_answer(shown, reading, rest):
        _answer_besides(bench, reading, said)
        return read(rest)
    if said.asks_what_is_kept:
        commands.tell_known(bench)
    else:
        bench.say(_line(said))
        bench.proceed(short=True)
    return read("")


def _wants_words(shown: Shown) -> bool:
    return shown.kind in (Words.kind, Quotation.kind) and strained.is_own_words(shown.name)


def _nothing(bench: Workbench, shown: Shown, reading: Reading, said: Said | None) -> Option | None:
    """The option that there is nothing, where one sentence says so and no other tells anything."""
    option = meaning(shown.options, Command.NO)
    sentences = said.rest if said is not None else (reading.whole,)
    told = [one for one in sentences if not complaints.is_about_them(one)]
    if reading.correction is not None or reading.times:
        return None  # "no, it was 10 am" sets a time right
    if option is None or not told or (said is None and chosen(shown, reading, bench.wording) is not None):
        return None
    return option if all(_says_nothing(one) for one in told) else None


def _says_nothing(sentence: str) -> bool:
    first, rest = complaints.first_clause(sentence.strip(" .!"))
    return _NOTHING.fullmatch(fold(first)) is not None and (
        not rest or complaints.is_about_them(rest) or _NOTHING.fullmatch(fold(rest)) is not None
    )


def _is_answer(shown: Shown, reading: Reading, rest: str) -> bool:
    if len(rest.split()) < _LEAST_LEFT:
        return False
    return shown.kind == Quotation.kind or not _PUTS_US_RIGHT.match(reading.whole)


def _answer_besides(bench: Workbench, reading: Reading, said: Said | None) -> None:
    """Meet what stood beside the answer, right before the next question."""
    if said is None or not (said.is_sure or said.puts_right or any(read(one).is_question for one in said.asides)):
        return
    asked = (read(one).aside for one in said.asides)
    aside = next((one for one in asked if one is not None), None)
    if aside is not None and aside is reading.asked_besides:
        return  # it is answered already
    if aside is not None:
        asides.answer_besides(bench, aside)
    elif not said.says_it_was_said:
        bench.say_before_question(_line(said))


def _line(said: Said) -> Saying:
    if said.says_it_was_said:
        return lines.TOLD_ALREADY
    if any(complaints.says_unanswered(one) for one in said.asides):
        return lines.PASSED_OVER
    if said.puts_right:
        return lines.TOOK_WRONG
    return lines.UNANSWERED
