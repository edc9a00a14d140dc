"""The exact reply to the open question as it was shown: an option, a better time, a moment, what a draft is to become.

The rule a newcomer could break: a reply may name an option and mean something else, so what says more than the option (a
day, a question, a wish to get ready) is read before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import lines
from core.errors import NotAnAnswer
from core.facts import Picked, Value
from core.flows import prepare
from core.plan import Kind
from core.questions import EDIT, OF_OPTIONS, Offer, Scale
from core.state import Shown
from core.turn import asides, commands, correcting, first_words, getting_around, moments, news, remarks
from core.turn.answering import answer
from core.turn.options import Replied, chosen, may_be_overruled, meaning, nobody, pick, put_off
from core.turn.replies import felt_besides, question_told, read_reply, revised, revised_partly
from core.turn.workbench import Workbench
from core.understanding import Reading, persons, wishes
from core.understanding import moments as moments_said
from core.understanding.asides import Aside
from core.understanding.commands import Command

_ASKS_WHICH = {
    Aside.CALL_OR_WRITE,
    Aside.TEXT_THEM,
    Aside.WHOM_TO_THANK,
    Aside.ADDRESS,
    Aside.NOT_WRITING,
    Aside.MUST_I,
}
_FOR_IT = re.compile(
    r"\b(?:get(?:ting)?|be|am|i'm) (?:\w+ )?(?:ready|prepared)\b|\b(?:prepare|preparing|prep|interview)\b",
    re.IGNORECASE,
)
"""That a day is the interview's, and something is to be ready by then."""


def replied(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether it was one, which is kept and gone on from."""
    shown = bench.shown
    if shown is None:
        return False
    if (option := news.answers(bench, reading)) is not None:
        answer(bench, pick(shown, option, bench.now), reading, caught)
    elif _wants_to_get_ready(bench, reading, caught):
        pass
    elif (told := _told_at_once(bench, shown, reading)) is not None:
        answer(bench, told, reading, caught)
    elif reading.aside in _ASKS_WHICH and reading.wish is None and remarks.digressed(bench, reading, caught):
        pass  # who asks which is better has not chosen
    elif (told := _named_a_moment(bench, shown, reading, caught)) is not None:
        answer(bench, told, reading, caught)
    elif _tried_at_once(bench, reading, caught) or correcting.put_in(bench, reading):
        pass
    elif (changed := revised(shown, reading)) is not None:
        answer(bench, changed)
    elif correcting.leave_reader(bench, reading) or correcting.readdress(bench, reading):
        pass
    elif not first_words.sent_and_asked(bench, reading, caught):
        return _chose(bench, shown, reading, caught)
    return True


def _chose(bench: Workbench, shown: Shown, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """An option, or a part of a draft's change where the text asks for more."""
    option = chosen(shown, reading, bench.wording)
    if option is None or option.id == EDIT:
        if (partly := revised_partly(shown, reading)) is not None:
            bench.say(lines.REST_IS_YOURS)
            answer(bench, partly)
            return True
        if option is None:
            return False
        answer(bench, pick(shown, option, bench.now), reading, caught)
        return True
    if may_be_overruled(shown, option, reading) and _names_a_day(bench, shown, reading):
        return False
    if not news.doubted(bench, reading, option):
        _say_what_it_lets_show(bench, shown, reading)
        answer(bench, pick(shown, option, bench.now), reading, caught)
    return True


def _say_what_it_lets_show(bench: Workbench, shown: Shown, reading: Reading) -> None:
    """Answer what is asked beside a choice, and hear how it is with them."""
    if reading.aside is Aside.RIGHTS:
        asides.answer_besides(bench, reading.aside)
    if reading.is_low and shown.kind in OF_OPTIONS and reading.order is None:
        bench.say(lines.STILL_HURTS)


def _told_at_once(bench: Workbench, shown: Shown, reading: Reading) -> Replied | None:
    """The time to which an offer is put off, or the question that is named where it was asked whether there is one."""
    later = put_off(shown, reading, bench.now)
    if later and not _names_their_day(bench, reading, later):
        return later
    return question_told(shown, reading)


def _wants_to_get_ready(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """ "I want to get ready for Friday" puts nothing off: the day is the interview's, and it is wanted now."""
    shown, text = bench.shown, reading.text
    if shown is None or shown.kind != Offer.kind or not wishes.asks_to_prepare(text) or not _FOR_IT.search(text):
        return False
    yes = meaning(shown.options, Command.YES)
    if yes is not None and bench.run is not None and bench.run.flow == "prepare":
        answer(bench, pick(shown, yes, bench.now), reading, caught)
        return True
    return commands.take_step(bench, Kind.PREPARE)


def _names_a_day(bench: Workbench, shown: Shown, reading: Reading) -> bool:
    """Whether the text answers the open question for a day by itself."""
    try:
        return bool(read_reply(shown, reading, bench.now))
    except NotAnAnswer:
        return False


def _names_their_day(bench: Workbench, reading: Reading, later: Replied) -> bool:
    """Whether the day to which an offer to get ready would be put off is that of the interview itself."""
    run, day = bench.run, bench.facts().text("next-interview-on")
    is_of_it = run is not None and (run.flow == "prepare" or _FOR_IT.search(reading.text) is not None)
    return is_of_it and day is not None and any(str(value).startswith(f"later {day}") for value in later.values())


def _named_a_moment(bench: Workbench, shown: Shown, reading: Reading, caught: Mapping[str, Value]) -> Replied | None:
    """The facts of a moment named where they were asked for it, None where none is."""
    if bench.run is None or "struggle-1" in caught:
        return None
    option = chosen(shown, reading, bench.wording)
    return moments.told(shown, reading, bench.facts(bench.run.interview), option.id if option else None)


def _tried_at_once(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """They say which question and answer it in the same message."""
    shown, run = bench.shown, bench.run
    if shown is None or run is None or (tried := moments.tried_at_once(shown, reading)) is None:
        return False
    place, said = tried
    bench.state_fact(run.interview, shown.name, place)
    found = bench.replayed()
    asked = found.trace[-1] if found is not None and found.trace else shown.name
    which: Replied = {shown.name: place}
    answer(bench, which | {asked: said} if moments.is_trying(asked) else which, reading, caught)
    return True


def named_nobody(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """ "Nobody. My wife is sick of hearing it", where somebody is asked for; said to the day for it, it holds as well."""
    shown = bench.shown
    if shown is None:
        return False
    if (option := nobody(shown, reading)) is not None:
        answer(bench, pick(shown, option, bench.now), reading, caught)
        return True
    if shown.name != prepare.MOCK_ON.name or not persons.names_nobody(reading.text):
        return False
    answer(bench, {prepare.MOCK.name: Picked("nobody")}, reading, caught)
    return True


def forgot_the_wording(bench: Workbench, reading: Reading) -> bool:
    """ "No", where it was asked whether they remember how a question was put: it goes on without."""
    shown = bench.shown
    if shown is None or not shown.name.startswith("question-") or not moments_said.is_forgotten(reading.text):
        return False
    getting_around.skip(bench, None)
    return True


def keep_number_besides(bench: Workbench, reading: Reading) -> None:
    """ "4. is this private?", "Not Lena, Priya. 7.": the number is kept, whatever else is heard in the text."""
    shown = bench.shown
    is_more = (reading.correction, reading.aside, reading.asked_besides, reading.remark) != (None,) * 4
    if shown is None or shown.kind != Scale.kind or bench.run is None or not (is_more or reading.is_angry):
        return
    if (number := felt_besides(reading)) is not None:
        bench.state_fact(bench.run.interview, shown.name, number)
