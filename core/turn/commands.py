"""What the commands and wishes do, the same in every flow; getting around and the coming messages have modules of their own.

Each takes the turn in the making and tells whether it could be obeyed; when not, the text is read as something else.
Which text is a command is for `core.understanding.commands` to say, and whether it is obeyed for `core.turn.orders`.
"""

from __future__ import annotations

from collections.abc import Callable

from core import export, lines
from core.drafts import call
from core.drafts.notes import notes as all_notes
from core.drafts.readers import readers
from core.drafts.thank_you import has_content
from core.facts import PERSON
from core.flows import call as calling
from core.flows import feedback, note, second_chance
from core.plan import Kind
from core.questions import Offer, Opening
from core.state import Pause, Shown
from core.turn import own_data, passing, reading_back, with_community
from core.turn.consent import change_coming, resume, stop_all, tell_planned
from core.turn.getting_around import aside, back, back_to, invite, pause, repeat, skip, tell_next, undo, why
from core.turn.workbench import Workbench
from core.understanding.asides import Aside
from core.understanding.commands import Command
from core.understanding.insiders import Insider, is_other
from core.understanding.wishes import Action, Wish
from core.vocabulary import Series

_DONE: dict[str, str] = {Kind.JUDGE: "judged", Kind.LET_GO: "let-go"}
"""The fact that says a step is done, by the flow that takes it."""
WISHED = "wished"
"""The key of a first conversation about an interview that they have asked to tell of: what follows is about that one."""
_ABOUT_THE_CALL = ("call", "direct-number")
"""How the questions begin in which a call is talked about already."""
ASKED_ONCE = {
    "forget",
    "erase-one",
    "start-over",
    "close-search",
    "talk-to-staff",
    "partner",
    "report-partner",
    *reading_back.PUT_AWAY,
}
"""Questions that a "stop" answers for good: nothing was meant so."""


def obey(bench: Workbench, command: Command) -> bool:
    """Carry a command out; False when there is nothing to do it to, or nothing that does it."""
    act = _ACTS.get(command)
    return act is not None and act(bench)


def stop(bench: Workbench) -> bool:
    """End the conversation; what was said is kept. Where more was promised, ask whether that is meant too."""
    if bench.run is not None and bench.run.flow == "stop":  # said again: then it is meant
        bench.runs.pop()
        return stop_all(bench)
    bench.runs = [run for run in bench.runs if run.flow not in ASKED_ONCE]
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
        case Action.CALLED | Action.ON_THE_PHONE:
            return tell_of_call(bench, wish.kind, is_sure=wish.action is Action.CALLED)
        case Action.INTERVIEWS:
            return reading_back.list_interviews(bench)
        case Action.READ:
            return reading_back.read_back(bench, wish.kind)
        case Action.COMPARE:
            return reading_back.compare(bench)
        case Action.CLOSE:
            return close_search(bench)
        case Action.ANOTHER:
            return begin_another(bench)
        case Action.TALK:
            return listen(bench)
        case Action.DATA:
            return own_data.show(bench)
        case Action.ERASE:
            return own_data.erase_one(bench, wish.kind)
        case Action.ERASE_NAMED:
            return own_data.erase_named(bench, wish.kind)
        case Action.KEEP_FOR:
            return own_data.keep_for(bench, wish.kind)
        case Action.NOTE_TO_STAFF:
            return with_community.write_to_staff(bench)
        case Action.NOTE_BACK:
            return with_community.take_back_note(bench, wish.kind)
        case Action.PARTNER:
            return with_community.find_partner(bench)
        case Action.NO_PARTNER:
            return with_community.leave_partner(bench)
        case Action.REPORT_PARTNER:
            return with_community.report_partner(bench)
        case _:
            return change_coming(bench, wish, became)


def close_search(bench: Workbench) -> bool:
    """The end of the whole search, once they have said it twice."""
    bench.begin("close-search", PERSON, key=str(bench.number))
    bench.proceed()
    return True


def show_steps(bench: Workbench) -> bool:
    """The map of the steps, with what is done."""
    if bench.told_interview == PERSON:
        return False
    bench.begin("steps", bench.told_interview, key=str(bench.number))
    bench.proceed()
    return True


def show_notes(bench: Workbench) -> bool:
    """All that they wrote about the interview talked about, in their own words."""
    bench.give(lines.ON_PAPER, all_notes(bench.facts(bench.told_interview)))
    return True


def give_files(bench: Workbench) -> bool:
    """Everything they ever wrote, as files to keep."""
    if export.is_empty(bench):
        bench.say(lines.NOTHING_KNOWN)
    else:
        bench.say(lines.FILES)
        bench.parts += export.files(bench)
    bench.proceed(short=True)
    return True


def take_step(bench: Workbench, kind: str) -> bool:
    """Take one of the steps now, whenever it would have come; False when there is no interview for it yet.

    `kind` is a kind of nudge or the name of the flow that takes the step.
    """
    interview = bench.interview if bench.facts().all() else bench.told_interview
    if kind == Kind.PREPARE:
        interview = next((one for one in bench.interviews if bench.is_ahead(one)), interview)
    facts = bench.facts(interview)
    if interview == PERSON or not facts.all():
        return False
    promised = facts.text("answer-promised-at")
    is_early = facts.value("contact") == "barred" or promised is None or promised[:10] >= bench.today.isoformat()
    if kind == Kind.CHECK_IN and (is_early or not facts.value("captured")):
        return ask_for_answer(bench, interview)
    done = _DONE.get(kind, "")
    if done and facts.value(done):
        bench.say(lines.DONE_ALREADY)
    elif kind in (Kind.NOTE, Kind.LAST_CALL):
        if not has_content(facts):
            return False
        bench.begin("note", interview)
    elif kind == Kind.CALL:
        return make_call(bench, interview)
    elif kind == Kind.CHECK_IN:
        number = 2 if facts.value("checked-in-1") else 1
        bench.reopen("check-in", interview, key=f"{kind}-{number}.{bench.number}")
    else:
        bench.reopen(kind, interview, key="")
    bench.proceed()
    return True


def ask_for_answer(bench: Workbench, interview: str) -> bool:
    """Ask them where they stand, or hear from when on that is fair; False where they have answered, or are being told of."""
    facts = bench.facts(interview)
    is_told = any(run.flow == "capture" and run.interview == interview for run in bench.runs)
    if facts.value("outcome") not in (None, "waiting") or bench.is_ahead(interview) or is_told:
        return False
    if facts.value("outcome") is None:
        bench.state_fact(interview, "outcome", "waiting")
    bench.reopen("outcome", interview, key="waiting")
    bench.proceed()
    return True


def take_up_insider(bench: Workbench, insider: Insider) -> bool:
    """Somebody they know there; told of in the middle of something else, it is only kept (False)."""
    interview = bench.interview if bench.facts().all() else bench.told_interview
    is_busy = bool(bench.runs) and not insider.is_request
    if interview == PERSON or not insider.is_all or is_busy:
        return False
    known = bench.facts(interview).text("insider")
    is_another = insider.who is not None and not insider.is_request and is_other(insider.who, known)
    if insider.who is not None and (known is None or is_another):
        for name in [name for name in bench.facts(interview).all() if "insider" in name]:
            bench.withdraw(interview, name)
        bench.state_fact(interview, "insider", insider.who)
    return take_step(bench, "insiders")


def make_call(bench: Workbench, interview: str) -> bool:
    """What to say on the phone, or why rather not; before anything was told that a call could bring, what is usual."""
    facts = bench.facts(interview)
    if not (has_content(facts) or facts.value("contact") == "barred"):
        return aside(bench, lines.CALL_OR_WRITE)
    bench.state_fact(interview, "call-asked-at", bench.now.replace(tzinfo=None).isoformat(timespec="minutes"))
    bench.reopen("call", interview, key="")
    bench.proceed()
    return True


def tell_of_call(bench: Workbench, became: str, *, is_sure: bool) -> bool:
    """What became of a call; False where none was to be made and the words may mean something else."""
    interview = bench.told_interview
    facts = bench.facts(interview)
    is_of_today = call.is_chosen(facts) and call.is_day(facts, bench.today)
    if interview == PERSON or not (is_sure or (has_content(facts) and is_of_today)):
        return False
    bench.state_fact(interview, "call-became", became)
    if facts.value("contact") == "barred" or call.is_sent(facts):  # then nothing is to be written in its place
        bench.say(calling.BARRED if facts.value("contact") == "barred" else calling.NOTE_IS_SENT)
        bench.proceed(short=True)
        return True
    if bench.shown is None or not is_about_the_call(bench.shown):
        bench.reopen("call", interview, key=f"call.{bench.number}")
    bench.proceed()
    return True


def is_about_the_call(shown: Shown) -> bool:
    """Whether a question is one in which a call is talked about already."""
    return shown.name.startswith(_ABOUT_THE_CALL)


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


def sent(bench: Workbench) -> bool:
    """The note has gone out, however it was sent."""
    interview = bench.interview if has_content(bench.facts()) else bench.told_interview
    facts = bench.facts(interview)
    if not has_content(facts):
        return False
    for reader in readers(facts):
        bench.state_fact(interview, f"note-{reader.number}-sent", True)
    bench.say(note.SENT, reader=tuple(reader.called for reader in readers(facts)))
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
        bench.say(lines.KNOWN, details=Series(details))
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


def begin_another(bench: Workbench) -> bool:
    """They want to tell of another interview: at once where nothing is asked, and else as one begins anew."""
    if (
        bench.shown is not None
        and bench.before.paused is Pause.NOT
        and bench.shown.kind not in (Offer.kind, Opening.kind)
    ):
        return restart(bench)
    bench.leave_empty_invitations()
    bench.paused = Pause.NOT
    bench.begin("capture", bench.begin_interview(), key=WISHED)
    bench.proceed()
    return True


def listen(bench: Workbench) -> bool:
    """They just want to talk: all of it is kept, and nothing else is asked until they say that it is all."""
    interview = bench.told_interview
    if interview == PERSON or (bench.shown is not None and bench.before.paused is Pause.NOT):
        return False
    number = 1 + max((number for number, _ in bench.facts(interview).items("told-freely")), default=0)
    bench.begin("telling", interview, key=str(number))
    bench.proceed()
    return True


def unsend(bench: Workbench) -> bool:
    """What was last marked as sent has not gone out after all; False when nothing was."""
    interview = bench.interview if has_content(bench.facts()) else bench.told_interview
    facts = bench.facts(interview)
    texts = {
        tuple(f"note-{reader.number}-sent" for reader in readers(facts)): lines.NOT_SENT,
        ("feedback-asked",): feedback.LEFT,
        ("chance-asked", "chance-closes-on"): second_chance.LEFT,
    }
    sent = {names: max((fact.turn for name in names if (fact := facts.latest(name))), default=0) for names in texts}
    latest = max(texts, key=lambda names: sent[names])
    if not sent[latest]:
        return False
    for name in latest:
        bench.withdraw(interview, name)
    bench.say(texts[latest])
    bench.proceed(short=True)
    return True


def greet(bench: Workbench) -> bool:
    """Hello, and where we are: the open question, or what comes next."""
    if bench.runs or bench.interview == PERSON:
        return aside(bench, lines.GREETED)
    bench.say(lines.GREETED)
    tell_next(bench)
    return True


def say_goodbye(bench: Workbench) -> bool:
    """What is open waits; where nothing is, they are seen off."""
    if not bench.runs and bench.told_interview != PERSON:
        bench.say(lines.FAREWELL)
        return True
    return pause(bench)


def give_asked(bench: Workbench, what: str) -> None:
    """What they had asked for before they were asked whose: a person, or links about something."""
    if what == Command.HUMAN:
        with_community.human(bench)
    else:
        point_to(bench, Aside(what))
        bench.proceed(short=True)


def point_to(bench: Workbench, topic: Aside) -> None:
    """The community's links about something, else whom to ask for them."""
    saying, set_up = _SAYS[topic], bench.community.links
    links = tuple(set_up[name] for name in lines.LINKED[saying] if name in set_up)
    if links:
        bench.say(saying, links=links)
    elif bench.community.staff:
        bench.say(lines.ASK_STAFF, staff=bench.community.staff)
    else:
        bench.say(lines.NO_ADDRESS)


def point_to_help(bench: Workbench) -> None:
    """Where somebody finds help with work itself: the community's links and its staff, else in general."""
    set_up = bench.community.links
    topics = [topic for topic in _ABOUT_WORK if any(name in set_up for name in lines.LINKED[_SAYS[topic]])]
    for topic in topics:
        point_to(bench, topic)
    if bench.community.staff:
        bench.say(lines.STAFF_FOR_THAT, staff=bench.community.staff)
    elif not topics:
        bench.say(lines.NOBODY_FOR_THAT)


_SAYS = {Aside.JOBS: lines.JOBS, Aside.ADVICE: lines.ADVICE, Aside.GUIDE: lines.GUIDE}
_ABOUT_WORK = (Aside.JOBS, Aside.ADVICE)
_ACTS: dict[Command, Callable[[Workbench], bool]] = {
    Command.SKIP: skip,
    Command.BACK: back,
    Command.UNDO: undo,
    Command.REPEAT: repeat,
    Command.WHY: why,
    Command.BYE: say_goodbye,
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
    Command.HUMAN: with_community.human,
    Command.EXPORT: give_files,
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
