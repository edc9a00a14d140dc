"""What the commands do: skip, back, undo and the rest, the same in every flow.

Each takes the turn in the making and tells whether it could be obeyed; when not, the text is read as something else.
Which text is a command is for `core.understanding.commands` to say, and whether it is obeyed for `core.step`.
"""

from __future__ import annotations

from collections.abc import Callable

from core import lines, passing
from core.drafts.thank_you import readers
from core.facts import PERSON, Facts
from core.flows import note
from core.state import Pause
from core.understanding.commands import Command
from core.vocabulary import Saying
from core.workbench import Workbench


def obey(bench: Workbench, command: Command) -> bool:
    """Carry a command out; False when there is nothing to do it to, or nothing that does it."""
    act = _ACTS.get(command)
    return act is not None and act(bench)


def skip(bench: Workbench) -> bool:
    """Leave a question out for this run; an earlier value stays."""
    run = bench.run
    if run is None or run.shown is None:
        return False
    name = run.shown.name
    if run.revisit != name:
        bench.change_run(skipped={**run.skipped, name: bench.number})
    bench.change_run(revisit=None, misses=0, repeats=0)
    bench.say(lines.SKIPPED)
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


def undo(bench: Workbench) -> bool:
    """Take back all that the last message brought."""
    bench.say(lines.UNDONE if bench.take_back() else lines.NOTHING_TO_UNDO)
    bench.proceed()
    return True


def repeat(bench: Workbench) -> bool:
    """The open question again in other words, and the second time in as few as possible."""
    if bench.run is None:
        return False
    repeats = bench.run.repeats + 1
    bench.change_run(repeats=repeats, letter="")
    bench.proceed(short=repeats > 1)
    return True


def why(bench: Workbench) -> bool:
    """The reason the open question is asked."""
    found = bench.replayed()
    if found is None or found.question is None:
        return False
    question = found.question
    bench.parts.append(bench.line(question.words, "why", question.args))
    bench.proceed(short=True)
    return True


def pause(bench: Workbench) -> bool:
    """Leave it for now; the place is kept."""
    if not bench.runs:
        return False
    bench.paused = Pause.LATER
    bench.say(lines.PAUSED)
    return True


def stop(bench: Workbench) -> bool:
    """End the conversation; what was said is kept."""
    bench.say(lines.STOPPED if bench.runs else lines.NOTHING_TO_STOP)
    bench.paused = Pause.STOPPED if bench.runs else Pause.NOT
    return True


def sent(bench: Workbench) -> bool:
    """The note has gone out, however it was sent."""
    facts = bench.facts(bench.told_interview)
    if not has_note(facts):
        return False
    for reader in readers(facts):
        bench.state_fact(bench.told_interview, f"note-{reader.number}-sent", True)
    bench.say(note.SENT)
    bench.proceed()
    return True


def forget(bench: Workbench) -> bool:
    """Erase everything, once confirmed."""
    bench.begin("forget", PERSON, key=str(bench.number))
    bench.proceed()
    return True


def tell_known(bench: Workbench) -> bool:
    """All that is known of the interview talked about."""
    details = passing.everything(bench.facts(), bench.today)
    if details:
        bench.say(lines.KNOWN, details=details)
    else:
        bench.say(lines.NOTHING_KNOWN)
    bench.proceed(short=True)
    return True


def restart(bench: Workbench) -> bool:
    """A new interview from the top; the one before is kept."""
    bench.runs.clear()
    invite(bench)
    bench.proceed()
    return True


def aside(bench: Workbench, saying: Saying) -> bool:
    """One line, then the question again."""
    bench.say(saying)
    if bench.interview == PERSON:
        invite(bench)
    bench.proceed(short=bench.before.number > 0)
    return True


def invite(bench: Workbench) -> None:
    """Open the first conversation about a new interview; say what the last one was, if there was one."""
    about = bench.facts().text("organisation")
    if about is not None:
        bench.say(lines.WELCOME_BACK, about=about)
    bench.begin("capture", bench.begin_interview())


def has_note(facts: Facts) -> bool:
    """Whether enough has been told for a note to be worth showing."""
    return bool(facts.texts("unsaid")) or facts.value("wants-job") is not None


_ACTS: dict[Command, Callable[[Workbench], bool]] = {
    Command.SKIP: skip,
    Command.BACK: back,
    Command.UNDO: undo,
    Command.REPEAT: repeat,
    Command.WHY: why,
    Command.LATER: pause,
    Command.BYE: pause,
    Command.PAUSE: pause,
    Command.SNOOZE: pause,
    Command.STOP: stop,
    Command.FORGET: forget,
    Command.SENT: sent,
    Command.KNOWN: tell_known,
    Command.RESTART: restart,
    Command.HELP: lambda bench: aside(bench, lines.HELP),
    Command.GREET: lambda bench: aside(bench, lines.GREETED),
    Command.THANKS: lambda bench: aside(bench, lines.THANKED),
    Command.BOT: lambda bench: aside(bench, lines.PROGRAM),
    Command.HUMAN: lambda bench: aside(bench, lines.NO_STAFF),
    Command.EXPORT: tell_known,
    Command.REMIND_SET: lambda bench: aside(bench, lines.NOT_YET),
    Command.REMIND_LIST: lambda bench: aside(bench, lines.NOT_YET),
}
