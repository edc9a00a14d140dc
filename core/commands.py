"""What the commands do: skip, back, undo and the rest, the same in every flow.

Each takes the turn in the making and tells whether it could be obeyed; when not, the text is read as something else.
Which text is a command is for `core.understanding.commands` to say, and whether it is obeyed for `core.step`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core import coming, lines, passing, putting_off, rescheduling
from core.drafts.notes import notes as all_notes
from core.drafts.thank_you import has_content, readers
from core.facts import PERSON
from core.flows import note
from core.plan import Kind
from core.questions import Offer
from core.state import Pause
from core.understanding.asides import Aside
from core.understanding.commands import Command
from core.understanding.hours import Hours
from core.understanding.names import NUMBERS
from core.understanding.wishes import Action, Wish
from core.vocabulary import Arg, Saying
from core.workbench import Workbench

PUTTING_OFF = {Command.LATER, Command.SNOOZE, Command.PAUSE, Command.REMIND_SET}
"""The commands that may name a time."""
_DONE = {Kind.JUDGE: "judged", Kind.LET_GO: "let-go", Kind.PREPARE: "prepared"}
_ASKED_ONCE = {"forget", "start-over"}
"""Questions that a "stop" answers for good: nothing was meant so."""
_QUESTIONS_AGO = re.compile(r"(an?|one|two|three|four|five|six) (?:questions? )?(?:ago|back|before)\b")
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
_MESSAGES = re.compile(
    r"\b(?:writ\w+|messag\w+|text\w*|remind\w*|nudg\w+|contact\w*|notif\w+|ping\w*|bother\w*|everything|all)\b",
    re.IGNORECASE,
)


def obey(bench: Workbench, command: Command) -> bool:
    """Carry a command out; False when there is nothing to do it to, or nothing that does it."""
    act = _ACTS.get(command)
    return act is not None and act(bench)


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


def stop(bench: Workbench) -> bool:
    """End the conversation; what was said is kept. Where more was promised, ask whether that is meant too."""
    if bench.run is not None and bench.run.flow == "stop":  # said again: then it is meant
        bench.runs.pop()
        return stop_all(bench)
    bench.runs = [run for run in bench.runs if run.flow not in _ASKED_ONCE]
    if any(not id.endswith(f"/{Kind.UNFINISHED}") for id in bench.promised):
        if not bench.runs:
            return stop_all(bench)
        bench.begin("stop", PERSON, key=str(bench.number))
        bench.change_run(over_stopped=True)
        bench.proceed()
        return True
    for run in bench.runs:
        if run.flow == "capture":
            bench.state_fact(run.interview, "capture-left", "stopped")
    bench.say(lines.STOPPED if bench.runs else lines.NOTHING_TO_STOP)
    bench.paused = Pause.STOPPED if bench.runs else Pause.NOT
    return True


def means_all(text: str) -> bool:
    """Whether a "stop" is about being written to at all, and not about this conversation."""
    return bool(_MESSAGES.search(text))


def stop_all(bench: Workbench) -> bool:
    """Never write first again, until they say otherwise."""
    bench.state_fact(PERSON, "nudges", "stopped")
    bench.paused = Pause.STOPPED if bench.runs else Pause.NOT
    bench.say(lines.STOPPED_ALL)
    return True


def resume(bench: Workbench) -> bool:
    """Write again when something is due, after everything had been stopped or put off; else just go on."""
    facts = bench.facts(PERSON)
    is_held = bench.held and (bench.run is None or bench.run.flow != "danger")
    if facts.value("nudges") != "stopped" and facts.value("paused-until") is None and not is_held:
        bench.proceed(short=True)
        return bench.run is not None
    bench.held = bench.held and not is_held
    allow_nudges(bench)
    if bench.told_interview == PERSON and not bench.runs:
        invite(bench)  # nothing was told yet, so there is nothing else to go on with
        bench.proceed()
        return True
    bench.say(lines.RESUMED)
    bench.proceed(short=True)
    return True


def allow_nudges(bench: Workbench) -> None:
    """Lift what the person had put in the way of being written to."""
    if bench.facts(PERSON).value("nudges") == "stopped":
        bench.state_fact(PERSON, "nudges", "on")
    else:
        bench.withdraw(PERSON, "paused-until")


def put_off(bench: Workbench, command: Command | None, became: str | None) -> bool:
    """Something is to come later; without a time it is just left for now."""
    if command is Command.PAUSE and became is not None:
        bench.state_fact(PERSON, "paused-until", became)
        if bench.shown is not None and bench.shown.kind == Offer.kind:
            rescheduling.put_off_message(bench, became)
        bench.say(lines.PAUSED_ALL)
        return True
    is_offer = bench.shown is not None and bench.shown.kind == Offer.kind
    if became is None and is_offer:
        became = putting_off.chosen(putting_off.IN_AN_HOUR, bench.now)
    if became is None:
        return aside(bench, lines.REMIND_HOW) if command is Command.REMIND_SET else pause(bench)
    if bench.facts(PERSON).value("nudges") == "stopped":
        return aside(bench, lines.WRITES_NO_MORE)
    if is_offer:
        rescheduling.put_off_message(bench, became)
    elif not rescheduling.put_off(bench, became):
        return aside(bench, lines.NOTHING_TO_REMIND) if command is Command.REMIND_SET else pause(bench)
    elif bench.held:
        bench.say(lines.HELD)
        bench.proceed(short=True)
    elif bench.runs:
        bench.paused = Pause.LATER
    return True


def keep_hours(bench: Workbench, hours: Hours) -> bool:
    """Write only at those hours from now on; what was promised for others moves, and is told."""
    said: dict[str, Arg] = {}
    for name, hour in (("from", hours.earliest), ("to", hours.latest)):
        if hour is not None:
            bench.state_fact(PERSON, f"hours-{name}", f"{hour:%H:%M}")
            said[name] = f"{bench.today}T{hour:%H:%M}"
    saying = lines.HOURS_BETWEEN if len(said) > 1 else lines.HOURS_FROM if "from" in said else lines.HOURS_TO
    return aside(bench, saying, **said)


def grant(bench: Workbench, wish: Wish, became: str | None) -> bool:
    """Do what is wished; False when there is nothing to do it to."""
    match wish.action:
        case Action.MAP:
            return show_steps(bench)
        case Action.NOTES:
            return show_notes(bench)
        case Action.OPEN:
            return take_step(bench, wish.kind)
        case Action.RETURN:
            return back_to(bench, wish.kind)
        case _:
            return change_coming(bench, wish, became)


def show_steps(bench: Workbench) -> bool:
    """The map of the steps, with what is done."""
    if bench.told_interview == PERSON:
        return False
    bench.begin("steps", bench.told_interview, key=str(bench.number))
    bench.proceed()
    return True


def show_notes(bench: Workbench) -> bool:
    """All that they wrote about the interview talked about, in their own words."""
    letter = all_notes(bench.facts(bench.told_interview))
    if letter is None:
        bench.say(lines.NOTHING_KNOWN)
    else:
        bench.say(lines.ON_PAPER)
        bench.parts.append(bench.wording.letter(letter))
    bench.proceed(short=True)
    return True


def take_step(bench: Workbench, kind: str) -> bool:
    """Take one of the steps now, whenever it would have come; False when there is no interview for it yet."""
    interview = bench.interview if bench.facts().all() else bench.told_interview
    if kind == Kind.PREPARE:
        interview = next((one for one in bench.interviews if bench.is_ahead(one)), interview)
    facts = bench.facts(interview)
    if interview == PERSON or not facts.all() or (kind == Kind.CHECK_IN and not facts.value("answer-promised-at")):
        return False
    done = _DONE.get(Kind(kind), "")
    if done and facts.value(done):
        bench.say(lines.DONE_ALREADY)
    elif kind in (Kind.NOTE, Kind.LAST_CALL):
        if not has_content(facts):
            return False
        bench.begin("note", interview)
    elif kind == Kind.CHECK_IN:
        number = 2 if facts.value("checked-in-1") else 1
        bench.reopen("check-in", interview, key=f"{kind}-{number}.{bench.number}")
    else:
        bench.reopen(kind, interview, key="")
    bench.proceed()
    return True


def decline_note(bench: Workbench) -> bool:
    """They will not write to them; False when no note was to be had."""
    interview = bench.told_interview
    facts = bench.facts(interview)
    if not has_content(facts) or facts.value("note-declined"):
        return False
    bench.state_fact(interview, "note-declined", True)
    shown = bench.shown
    if shown is not None and shown.words in note.ABOUT_SENDING:
        bench.state_fact(bench.interview, shown.name, shown.options[-1].id)  # the last option leaves it
    else:
        bench.say(note.DECLINED)
    bench.proceed()
    return True


def change_coming(bench: Workbench, wish: Wish, became: str | None) -> bool:
    """Move or drop one of the messages to come; False when none of its kind is."""
    is_dropped = wish.action is Action.DROP
    if is_dropped and wish.kind == Kind.NOTE and decline_note(bench):
        return True
    found = rescheduling.promised_of(bench, wish.kind) or (became and rescheduling.possible(bench, wish.kind, became))
    if not found or not (is_dropped or became):
        return False
    interview, name = found
    bench.state_fact(interview, f"nudge:{name}", "stopped" if is_dropped else became or "")
    rescheduling.close_offer(bench, interview, name)
    if is_dropped:
        bench.say(lines.DROPPED)
    elif bench.held:
        bench.say(lines.HELD)
    bench.proceed(short=True)
    return True


def move_on(bench: Workbench) -> bool:
    """They have let go: nothing more comes about this interview, and what was open about it closes."""
    interview = bench.interview if bench.facts().all() else bench.told_interview
    if interview == PERSON:
        return False
    bench.state_fact(interview, "moved-on", True)
    bench.runs = [run for run in bench.runs if run.interview != interview]
    bench.say(lines.MOVED_ON)
    bench.proceed()
    return True


def tell_planned(bench: Workbench) -> bool:
    """What will come, when and why."""
    coming.tell(bench)
    bench.proceed(short=True)
    return True


def sent(bench: Workbench) -> bool:
    """The note has gone out, however it was sent."""
    interview = bench.interview if has_content(bench.facts()) else bench.told_interview
    facts = bench.facts(interview)
    if not has_content(facts):
        return False
    for reader in readers(facts):
        bench.state_fact(interview, f"note-{reader.number}-sent", True)
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
    """A new interview from the top; asked once where something was told already."""
    if bench.interview == PERSON or not bench.facts().all():
        begin_anew(bench)
    else:
        bench.begin("start-over", PERSON, key=str(bench.number))
        bench.proceed()
    return True


def begin_anew(bench: Workbench) -> None:
    """A clean page; what was told of the interview before is kept, and what was open about it closed."""
    bench.runs.clear()
    invite(bench)
    bench.proceed()


def unsend(bench: Workbench) -> bool:
    """It has not gone out after all; False when none was marked as sent."""
    interview = bench.interview if has_content(bench.facts()) else bench.told_interview
    facts = bench.facts(interview)
    marked = [f"note-{reader.number}-sent" for reader in readers(facts) if facts.value(f"note-{reader.number}-sent")]
    if not marked:
        return False
    for name in marked:
        bench.withdraw(interview, name)
    bench.say(lines.NOT_SENT)
    bench.proceed(short=True)
    return True


def greet(bench: Workbench) -> bool:
    """Hello, and where we are: the open question, or what comes next."""
    if bench.runs or bench.interview == PERSON:
        return aside(bench, lines.GREETED)
    bench.say(lines.GREETED)
    tell_next(bench)
    return True


def tell_next(bench: Workbench, *, said_yes: bool = False) -> None:
    """With nothing open: finished, where it is; what still comes, where something does; and neither twice in a row."""
    if (slot := coming.next_worded(bench)) is not None:
        bench.say(lines.NEXT_FROM_ME, slot=slot)
    elif said_yes and bench.facts(bench.told_interview).value("outcome") == "offer":
        bench.say(lines.SETTLED)
    elif bench.has_said(lines.FINISHED):
        bench.say(lines.LISTENING)
    else:
        bench.say(lines.FINISHED)


def human(bench: Workbench) -> bool:
    """Whom they can turn to; the coach passes nothing on by itself."""
    staff = bench.community.staff
    return aside(bench, lines.STAFF, staff=staff) if staff else aside(bench, lines.NO_STAFF)


def point_to(bench: Workbench, topic: Aside) -> None:
    """The community's links about something, else whom to ask for them."""
    saying, names = _LINKS[topic]
    links = tuple(bench.community.links[name] for name in names if name in bench.community.links)
    if links:
        bench.say(saying, links=links)
    elif bench.community.staff:
        bench.say(lines.ASK_STAFF, staff=bench.community.staff)
    else:
        bench.say(lines.NO_ADDRESS)


def point_to_help(bench: Workbench) -> None:
    """Where somebody finds help with work itself: the community's links and its staff, else in general."""
    topics = [topic for topic, (_, names) in _LINKS.items() if any(name in bench.community.links for name in names)]
    for topic in topics:
        point_to(bench, topic)
    if bench.community.staff:
        bench.say(lines.STAFF_FOR_THAT, staff=bench.community.staff)
    elif not topics:
        bench.say(lines.NOBODY_FOR_THAT)


def aside(bench: Workbench, saying: Saying, **args: Arg) -> bool:
    """One line, then the question again."""
    bench.say(saying, **args)
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


_LINKS = {
    Aside.JOBS: (lines.JOBS, ("jobs", "job-search")),
    Aside.ADVICE: (lines.ADVICE, ("careers-advice",)),
}
_ACTS: dict[Command, Callable[[Workbench], bool]] = {
    Command.SKIP: skip,
    Command.BACK: back,
    Command.UNDO: undo,
    Command.REPEAT: repeat,
    Command.WHY: why,
    Command.BYE: pause,
    Command.RESUME: resume,
    Command.MOVED_ON: move_on,
    Command.STOP: stop,
    Command.FORGET: forget,
    Command.SENT: sent,
    Command.KNOWN: tell_known,
    Command.RESTART: restart,
    Command.HELP: lambda bench: aside(bench, lines.HELP),
    Command.GREET: greet,
    Command.THANKS: lambda bench: aside(bench, lines.THANKED),
    Command.BOT: lambda bench: aside(bench, lines.PROGRAM),
    Command.HUMAN: human,
    Command.EXPORT: show_notes,
    Command.REMIND_LIST: tell_planned,
}


def show_note(bench: Workbench) -> None:
    """The note of the interview talked about; its own flow, on top of what is under way."""
    facts = bench.facts(bench.told_interview)
    if not has_content(facts):
        bench.say(lines.NO_NOTE_YET)
    elif not (bench.run and bench.shown and bench.shown.name.startswith("note-")):
        bench.begin("note", bench.told_interview)
    else:
        bench.change_run(letter="")
    bench.proceed()
