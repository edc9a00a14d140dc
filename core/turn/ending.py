"""A goodbye, enough for now, no more questions, no more messages, only somebody who listens: heard whatever else is said.

The rule a newcomer could break: after it nothing is asked in that turn, in whatever state it is said; and what else the
text says is kept all the same.
"""

from __future__ import annotations

from collections.abc import Callable

from core import lines
from core.errors import NotAnAnswer
from core.facts import PERSON
from core.messages import Prompt
from core.plan import Kind
from core.questions import Opening, Option, OwnLetter, Settling, Verbatim
from core.state import Pause, Shown
from core.turn import commands, consent, getting_around, news, orders, passing
from core.turn.answering import answer, take
from core.turn.options import chosen, meaning, pick
from core.turn.replies import read_reply
from core.turn.workbench import Workbench
from core.understanding import Reading, endings, read
from core.understanding.asides import Aside
from core.understanding.commands import Command
from core.understanding.endings import Ended, Ending

_FEW = 8
"""In words: where a whole message is asked for, what is longer is that message."""
_HEARD_FIRST = {Command.FORGET, Command.HUMAN, Command.RESTART}
"""What asks something back that must not go unasked."""
_SAYS_LITTLE = {Command.YES, Command.NO, Command.MAYBE, Command.THANKS, Command.GREET, Command.REPEAT}
_ASKS_WHETHER_THEY_ANSWERED = ("check-in", "outcome")
_CHECK_INS = tuple(f"nudge:{Kind.CHECK_IN}-{number}" for number in (1, 2))


def met(bench: Workbench, reading: Reading) -> bool:
    """Whether it was one, which is then done."""
    ended, shown, run = reading.ending, bench.shown, bench.run
    if ended is None or bench.held or (run is not None and run.flow == "danger"):
        return False
    is_long = len(reading.text.split()) > _FEW
    if shown is not None and shown.kind in (Verbatim.kind, OwnLetter.kind) and is_long:
        return False
    heard = read(ended.rest)
    if heard.order in _HEARD_FIRST or (ended.is_vent and ended.what is not Ending.MESSAGES):
        return ended.is_vent and listen(bench, heard)
    if not bench.runs and bench.told_interview == PERSON and ended.what is not Ending.MESSAGES:
        return False
    if shown is not None and shown.kind == Settling.kind and reading.order is Command.SENT:
        return False
    if _is_an_option(bench, reading, ended):
        return False
    if ended.what is not Ending.MESSAGES and heard.aside is Aside.NOTE and bench.runs:
        _leave_first_telling(bench)  # what they want instead of the questions
        bench.runs = [run for run in bench.runs if run.flow != "capture"]
        commands.show_note(bench)
        return True
    _keep_the_rest(bench, heard, reading, ended)
    _leave_unasked(bench)
    if run is None or run.flow != "stop" or ended.what is Ending.MESSAGES:
        _end(bench, ended.what)
    return True


def _is_an_option(bench: Workbench, reading: Reading, ended: Ended) -> bool:
    """Whether "that's enough" is no more than one of the options says, which has an end of its own."""
    shown = bench.shown
    if shown is None or bench.paused or ended.rest or ended.is_firm or ended.what is not Ending.ENOUGH:
        return False
    return _said_by(shown, reading, bench) is not None


def _said_by(shown: Shown, reading: Reading, bench: Workbench) -> Option | None:
    """The option that ends something and is said by the ending; "done now" is not the one that says "now"."""
    option = chosen(shown, reading, bench.wording)
    return option if option is not None and option.means is Command.NO else None


def listen(bench: Workbench, told: Reading) -> bool:
    """Nothing is asked from here on, and nothing comes back when they have said it all."""
    run = bench.run
    if run is not None and run.flow == "telling":
        if not told.has_words:
            bench.say(lines.JUST_TELL)
            bench.proceed(short=True)
        elif bench.shown is not None:
            answer(bench, {bench.shown.name: told.text}, told, passing.caught(told, bench.now))
        return True
    if not bench.runs and bench.told_interview == PERSON:
        getting_around.open_unasked(bench)
    run, shown = bench.run, bench.shown
    interview = bench.told_interview if run is None or run.interview == PERSON else run.interview
    if interview == PERSON:
        return False
    if shown is not None and shown.kind == Opening.kind and (yes := meaning(shown.options, Command.YES)) is not None:
        bench.state_fact(interview, shown.name, pick(shown, yes, bench.now)[shown.name])
    _leave_unasked(bench)
    _leave_first_telling(bench)
    number = 1 + max((number for number, _ in bench.facts(interview).items("told-freely")), default=0)
    bench.paused = Pause.STOPPED if bench.runs else Pause.NOT
    bench.begin("telling", interview, key=str(number))
    if told.has_words:
        bench.state_fact(interview, f"told-freely-{number}", told.text)
        take(bench, passing.caught(told, bench.now))
    bench.proceed()
    return True


def _keep_the_rest(bench: Workbench, heard: Reading, whole: Reading, ended: Ended) -> None:
    """What it says besides, as the answer or as news; and an option that says the ending itself."""
    shown, run = bench.shown, bench.run
    if run is not None and run.flow == "telling" and shown is not None:
        if heard.has_words:
            answer(bench, {shown.name: heard.text}, heard, passing.caught(heard, bench.now))
        choose_the_end(bench)
        return
    if not heard.has_words:
        if run is not None and run.flow == "stop":
            _choose(bench, lambda now: now.options[0])
        elif ended.what in (Ending.ENOUGH, Ending.BYE) and not bench.paused:
            _choose(bench, lambda now: _said_by(now, whole, bench))
        return
    caught = passing.caught(heard, bench.now)
    if orders.wished(bench, heard) or news.told(bench, heard):
        return
    if heard.order is not None and heard.order not in _SAYS_LITTLE and orders.obeyed(bench, heard):
        return
    if shown is None or bench.paused:
        take(bench, caught)
        return
    option = chosen(shown, heard, bench.wording)
    try:
        replied = read_reply(shown, heard, bench.now) if option is None else pick(shown, option, bench.now)
    except NotAnAnswer:
        take(bench, caught)
    else:
        answer(bench, replied, heard, caught)


def choose_the_end(bench: Workbench) -> None:
    """The option of the open question that says it was all; what was asked before that goes unasked."""
    _leave_unasked(bench)
    _choose(bench, lambda shown: meaning(shown.options, Command.NO))


def _choose(bench: Workbench, option_of: Callable[[Shown], Option | None]) -> None:
    shown = bench.shown
    if shown is not None and (option := option_of(shown)) is not None:
        answer(bench, pick(shown, option, bench.now))


def _leave_unasked(bench: Workbench) -> None:
    """Show no question in this turn; what is open is asked again once they go on."""
    if any(isinstance(part, Prompt) for part in bench.parts):
        bench.parts = [part for part in bench.parts if not isinstance(part, Prompt)]
        if bench.run is not None:
            bench.change_run(letter="")


def _leave_first_telling(bench: Workbench) -> None:
    for run in bench.runs:
        if run.flow == "capture" and bench.facts(run.interview).value("capture-left") is None:
            bench.state_fact(run.interview, "capture-left", "stopped")


def _end(bench: Workbench, what: Ending | None) -> None:
    """Say that it ends, and leave what is open."""
    was_open, was_stopped = bool(bench.before.runs), bench.before.paused is Pause.STOPPED
    bench.runs = [run for run in bench.runs if run.flow not in (*commands.ASKED_ONCE, "breather", "stop")]
    if what is Ending.MESSAGES:
        _leave_first_telling(bench)
        is_known = bench.facts(PERSON).value("nudges") == "stopped"
        consent.stop_all(bench, is_known=is_known)
        return
    if what is Ending.QUESTIONS and bench.run is not None and bench.run.flow in _ASKS_WHETHER_THEY_ANSWERED:
        leave_their_answer(bench, bench.run.interview)
    if not bench.runs:
        if what is Ending.QUESTIONS and not (was_open or bench.parts):
            commands.stop(bench)
        elif not bench.parts or what is Ending.BYE:
            bench.say(lines.FAREWELL)
    elif was_stopped:
        bench.paused = Pause.STOPPED
        bench.say(lines.FAREWELL if what is Ending.BYE else lines.STILL_STOPPED)
    elif what is Ending.BYE:
        getting_around.pause(bench)
    else:
        _leave_first_telling(bench)
        bench.paused = Pause.STOPPED
        bench.say(lines.STOPPED)


def leave_their_answer(bench: Workbench, interview: str) -> None:
    """Ask no more whether they have answered, and write nothing that asks them."""
    for name in _CHECK_INS:
        bench.state_fact(interview, name, "stopped")
    bench.runs = [
        run for run in bench.runs if run.interview != interview or run.flow not in _ASKS_WHETHER_THEY_ANSWERED
    ]


def dropped_the_asking(bench: Workbench, reading: Reading) -> Reading | None:
    """ "Not at all. And don't send me a text asking where they stand": that one goes, and the rest is heard, if any is."""
    rest = endings.without_asking_them(reading.whole)
    interview = bench.told_interview if bench.interview == PERSON else bench.interview
    if rest is None or interview == PERSON or bench.held:
        return None
    leave_their_answer(bench, interview)
    bench.say(lines.DROPPED)
    return read(rest)


def forgave(bench: Workbench, reading: Reading) -> bool:
    """ "Sorry, that was rude. But I mean it": no harm is done, and what they said before holds."""
    shown = bench.shown
    if bench.held or (shown is not None and shown.kind == Opening.kind and not bench.paused):
        return False
    if not endings.is_sorry_for_their_manner(reading.whole):
        return False
    bench.say(lines.NO_HARM)
    if not (bench.paused or endings.stands_by_it(reading.whole)):
        bench.proceed(short=True)
    elif bench.runs and not bench.paused:
        bench.paused = Pause.LATER
    return True
