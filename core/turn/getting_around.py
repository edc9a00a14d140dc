"""Getting around in what is open: past a question, back to one, the same again, leave it for now, and what comes next."""

from __future__ import annotations

import re

from core import lines
from core.drafts import record
from core.facts import PERSON
from core.flows.capture.opening import NO_INTERVIEW
from core.questions import Choice, Offer, Scale
from core.state import Pause
from core.turn import coming
from core.turn.workbench import Workbench
from core.understanding.commands import Command
from core.understanding.names import NUMBERS
from core.vocabulary import Arg, Saying

_QUESTIONS_AGO = re.compile(r"(an?|one|two|three|four|five|six) (?:questions? )?(?:ago|back|before)\b")
_UNANSWERED_IN_A_ROW = 2
_SKIP_INSTEAD = "engine-unanswered.skip"
"""Counts how often a further question in a row was met."""
_ASKED_ABOUT: dict[str, frozenset[str]] = {
    "feeling": frozenset(("feeling", "feel", "score", "number", "scale", "felt")),
    "really-that-bad": frozenset(("bad", "really")),
    "question": frozenset(("question", "wording", "asked")),
    "unsaid": frozenset(("said", "answer", "unsaid", "wish", "wished", "reply")),
    "other-questions": frozenset(("others", "other", "questions")),
    "wants-job": frozenset(("job", "want", "interest", "interested")),
    "contact": frozenset(("contact", "contacting", "write", "writing")),
    "answer-promised-at": frozenset(("date", "day", "when", "promised", "hear")),
    "interviewers": frozenset(("panel", "names", "name", "interviewers", "interviewer", "people", "who")),
    "channel": frozenset(("mail", "e-mail", "email", "post")),
}
"""What people call the questions of the first conversation, by the beginning of their names."""


def skip(bench: Workbench, said: Saying | None = lines.SKIPPED) -> bool:
    """Leave a question out for this run; an earlier value stays."""
    run = bench.run
    if run is None or run.shown is None:
        return False
    name = run.shown.name
    if run.revisit != name:
        bench.change_run(skipped={**run.skipped, name: bench.number})
    bench.change_run(revisit=None, misses=0, repeats=0)
    if said is not None:
        bench.say(said)
    bench.proceed()
    return True


def back(bench: Workbench) -> bool:
    """To the question before; out of a digression, to what it interrupted."""
    found = bench.replayed()
    if found is None or bench.run is None:
        return False
    bench.undoable = False
    if len(found.trace) > 1:
        bench.change_run(revisit=found.trace[-2], misses=0, repeats=0)
    elif len(bench.runs) > 1:
        bench.runs.pop()
        bench.say(lines.BACK_OUT)
    else:
        bench.say(lines.AT_THE_BEGINNING)
    bench.proceed()
    return True


def back_to(bench: Workbench, there: str) -> bool:
    """To an earlier question that they name; False when this conversation has asked none like it."""
    found = bench.replayed()
    if found is None or bench.run is None:
        return False
    earlier = found.trace[:-1]
    name = None
    if "skip" in there:
        name = max(
            (one for one in earlier if one in bench.run.skipped), key=bench.run.skipped.__getitem__, default=None
        )
    elif (ago := _QUESTIONS_AGO.match(there)) is not None:
        count = NUMBERS.get(ago[1], 1)
        name = earlier[-count] if count <= len(earlier) else None
    else:
        stems = {stem for stem, words in _ASKED_ABOUT.items() if words & set(there.split())}
        name = next((one for one in reversed(earlier) if any(one.startswith(stem) for stem in stems)), None)
    if name is None:
        return False
    bench.undoable = False
    bench.change_run(revisit=name, misses=0, repeats=0)
    bench.proceed()
    return True


def undo(bench: Workbench) -> bool:
    """Take back all that the last message brought."""
    taken_back = bench.take_back()
    if taken_back and not bench.held and bench.paused is Pause.STOPPED:
        bench.paused = Pause.NOT  # the stop, too, no longer counts
    bench.say(lines.UNDONE if taken_back else lines.NOTHING_TO_UNDO)
    bench.proceed()
    return True


def repeat(bench: Workbench) -> bool:
    """The open question again in other words, and the second time in as few as possible."""
    if bench.run is None:
        return False
    repeats = bench.run.repeats + 1
    bench.change_run(repeats=repeats, letter="")
    bench.proceed(short=repeats % 2 == 0)
    return True


def why(bench: Workbench) -> bool:
    """The reason the open question is asked."""
    found = bench.replayed()
    if found is None or found.question is None:
        return False
    question = found.question
    if bench.is_every_other(f"{question.words}.why"):
        bench.say(lines.WHY_AGAIN)
    else:
        bench.parts.append(bench.line(question.words, "why", question.args))
    bench.proceed()
    return True


def pause(bench: Workbench) -> bool:
    """Leave it for now; the place is kept."""
    if not bench.runs:
        return False
    bench.paused = Pause.LATER
    bench.say(lines.PAUSED)
    return True


def aside(bench: Workbench, saying: Saying, **args: Arg) -> bool:
    """One line, then the question again."""
    bench.say(saying, **args)
    if bench.interview == PERSON and not bench.held:  # nothing leads past danger
        invite(bench)
    bench.proceed(short=bench.before.number > 0)
    return True


def leave_undecided(bench: Workbench, order: Command | None) -> bool:
    """ "I don't know", where no option says so: an offer waits, and any other choice is left out."""
    shown, run = bench.shown, bench.run
    if order is not Command.MAYBE or shown is None or run is None or run.interview == PERSON:
        return False
    if shown.kind == Offer.kind:
        return pause(bench)
    return shown.kind in (Choice.kind, Scale.kind) and skip(bench)


def leave_unanswered(bench: Workbench) -> None:
    """A question that nothing here answers; the open one comes again, where one is open."""
    say_unanswered(bench)
    bench.proceed(short=True)


def say_unanswered(bench: Workbench) -> None:
    """That nothing here answers it; from the third such question in a row on, every other time that it can be skipped."""
    if bench.run is None or bench.shown is None or bench.paused is Pause.STOPPED:
        bench.say(lines.NOT_ANSWERED)
        return
    is_again = bench.run.misses >= _UNANSWERED_IN_A_ROW
    bench.change_run(misses=max(bench.run.misses, min(bench.run.misses + 1, _UNANSWERED_IN_A_ROW)))
    bench.say(lines.SKIP_OFFERED if is_again and not bench.is_every_other(_SKIP_INSTEAD) else lines.UNANSWERED)


def invite(bench: Workbench, *, key: str = "") -> None:
    """Open the first conversation about a new interview; say what the last one was, if there was one."""
    about = bench.facts().text("organisation")
    if about is not None:
        bench.say(lines.WELCOME_BACK, about=about)
    bench.begin("capture", bench.begin_interview(), key=key)


def open_unasked(bench: Workbench, *, key: str = "") -> None:
    """Somebody writes out of the blue: their words answer the invitation as if it had been shown."""
    with bench.asking_unseen():
        invite(bench, key=key)


def tell_next(bench: Workbench, *, said_yes: bool = False) -> None:
    """With nothing open: finished, where it is; what still comes, where something does; and neither twice in a row."""
    if (slot := coming.next_worded(bench)) is not None:
        bench.say(lines.NEXT_FROM_ME, slot=slot)
    elif not record.is_told(bench.facts(bench.told_interview)):
        bench.say(NO_INTERVIEW)
    elif said_yes and bench.facts(bench.told_interview).value("outcome") == "offer":
        bench.say(lines.SETTLED)
    elif bench.has_said(lines.FINISHED) or bench.has_said(lines.OFFERS):
        bench.say(lines.LISTENING)
    else:
        bench.say(lines.FINISHED)


def say_where_it_stands(bench: Workbench) -> None:
    """Where nothing else was said to what they wrote or tapped: no message of theirs goes without a line."""
    if bench.held:
        bench.say(lines.HELP_STAYS)
    elif bench.paused is Pause.STOPPED:
        bench.say(lines.STILL_STOPPED)
    elif bench.runs:
        bench.say(lines.PAUSED)
    else:
        tell_next(bench)


def tell_what_is_heard(bench: Workbench) -> None:
    """With nothing open, and nothing made out: what can be said here, and what comes by itself."""
    bench.say(lines.OFFERS)
    if (slot := coming.next_worded(bench)) is not None:
        bench.say(lines.COMES_NEXT, slot=slot)
