"""A choice, and then more: the first words answer the open question, and the rest is heard as well.

"4. They want me back on the 15th", "Sent already. What if they call?", "Tomorrow. I have another one on Wednesday". The rule a
newcomer could break: what follows may turn the first words into something else, so without a number they are a choice only
where no other reading fits.
"""

from __future__ import annotations

from collections.abc import Mapping

from core import lines
from core.errors import NotAnAnswer
from core.facts import Value
from core.messages import Prompt
from core.plan import Kind
from core.questions import OF_OPTIONS, ComingDay, Offer, PastDay, Scale, Settling
from core.state import Shown
from core.turn import asides, commands, days, moments, news, passing
from core.turn.answering import answer
from core.turn.options import Leading, Replied, chosen, leading, pick
from core.turn.replies import question_instead, question_told, read_reply, revised
from core.turn.workbench import Workbench
from core.understanding import Reading, read, wishes
from core.understanding.commands import Command

_OF_NUMBERS = (Scale.kind, PastDay.kind, ComingDay.kind)
_LONGEST_REST = 60
"""In words, of what follows a choice."""
_LEAST_TRIED = 4
"""In words: less is no answer to a likely question."""
_LIKELY = "likely."
"""How the questions begin that are answered in the same breath as they are chosen."""


def chose(bench: Workbench, reading: Reading) -> bool:
    """ "4. They want me back on the 15th", "Skip. I want to get ready": the choice, and then more, which is heard too."""
    shown = bench.shown
    found = None if shown is None else leading(shown, reading.text, bench.wording)
    if shown is None or found is None or not _is_choice(bench, reading, shown, found):
        return False
    told = read(found.rest)
    caught = {name: value for name, value in passing.caught(told, bench.now).items() if name != "outcome"}
    replied = _question_behind(shown, found, told) | pick(shown, found.option, bench.now)
    if dict(found.option.brings).get("outcome") == "next-round":
        replied = days.to_come(told, bench.now) | replied
    answer(bench, replied, told, caught)
    if _wants_to_prepare(shown, found):
        _leave_prompt(bench)
        return commands.take_step(bench, Kind.PREPARE) or bench.run is not None
    tried = bench.shown
    is_asked = tried is not None and moments.is_trying(tried.name) and tried.name not in caught
    if tried is not None and is_asked and len(found.rest.split()) >= _LEAST_TRIED:
        _leave_prompt(bench)
        answer(bench, {tried.name: found.rest}, told, {})
    return True


def _is_choice(bench: Workbench, reading: Reading, shown: Shown, found: Leading) -> bool:
    """Whether the first words are a choice: without a number, what other readings understand is left to them."""
    if len(found.rest.split()) > _LONGEST_REST:
        return False
    if found.is_numbered or _wants_to_prepare(shown, found):
        return True
    if found.option.means is not None:
        return False
    if "outcome" in dict(found.option.brings) or shown.name.startswith(_LIKELY):
        return True
    return revised(shown, reading) is None and chosen(shown, reading, bench.wording) is None


def _wants_to_prepare(shown: Shown, found: Leading) -> bool:
    return shown.kind == Offer.kind and wishes.asks_to_prepare(found.rest)


def _question_behind(shown: Shown, found: Leading, told: Reading) -> Replied:
    """The question that the rest names, unless the choice says that there is none."""
    if found.option.means is Command.NO:
        return {}
    return question_told(shown, told) or question_instead(shown, told) or {}


def _leave_prompt(bench: Workbench) -> None:
    """What was asked a moment ago has its answer already."""
    bench.parts = [part for part in bench.parts if not isinstance(part, Prompt)]


def sent_and_heard(bench: Workbench, reading: Reading) -> bool:
    """ "Sent already. She wrote back, come in on Monday": the draft is settled, and the rest is news."""
    run, shown, found = bench.run, bench.shown, _said_it_is_sent(bench, reading)
    if run is None or shown is None or found is None or not news.told(bench, read(found.rest)):
        return False
    for name, value in pick(shown, found.option, bench.now).items():
        bench.state_fact(run.interview, name, value)
    return True


def sent_and_asked(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """ "Sent. So what do I do if they call": the draft is settled, and the rest is answered as far as it can be."""
    shown, found = bench.shown, _said_it_is_sent(bench, reading)
    if shown is None or shown.kind != Settling.kind or found is None:
        return False
    rest = read(found.rest)
    if rest.aside is not None:
        asides.answer_besides(bench, rest.aside)
    elif rest.is_question:
        bench.say(lines.UNANSWERED)
    else:
        return False
    answer(bench, pick(shown, found.option, bench.now), reading, caught)
    return True


def _said_it_is_sent(bench: Workbench, reading: Reading) -> Leading | None:
    """The option that the draft has gone, chosen by a sentence of its own with more behind it."""
    if bench.shown is None or bench.shown.kind not in (Settling.kind, Offer.kind):
        return None
    found = _first_sentence(bench, bench.shown, reading)
    return found if found is not None and found.rest.strip() and found.option.means is Command.SENT else None


def keep(bench: Workbench, reading: Reading) -> None:
    """ "Tomorrow. I have another one on Wednesday": what comes first answers the open question, which stays behind."""
    run, shown = bench.run, bench.shown
    if run is None or shown is None:
        return
    for name, value in _first_answer(bench, shown, reading).items():
        bench.state_fact(run.interview, name, value)
        if shown.kind in passing.ECHOED_KINDS:
            bench.note(name, value, is_asked_for=True)


def _first_answer(bench: Workbench, shown: Shown, reading: Reading) -> Replied:
    """The facts that the first sentence brings, where a choice, a number or a day is asked for."""
    if shown.kind not in (*OF_OPTIONS, *_OF_NUMBERS):
        return {}
    if (found := _first_sentence(bench, shown, reading)) is not None:
        return pick(shown, found.option, bench.now)
    first, stop, _ = reading.text.partition(".")
    if not stop or shown.kind not in _OF_NUMBERS:
        return {}
    try:
        return read_reply(shown, read(first), bench.now)
    except NotAnAnswer:
        return {}


def _first_sentence(bench: Workbench, shown: Shown, reading: Reading) -> Leading | None:
    """The option that the first sentence means, in any words for it; `leading` knows only what stands on it."""
    first, stop, rest = reading.text.partition(".")
    option = chosen(shown, read(first), bench.wording) if stop else None
    return None if option is None else Leading(option, rest, is_numbered=False)
