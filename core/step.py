"""A turn: what an event means, in a fixed order, and what follows from it. Pure: the same input gives the same turn.

The order of a text: danger; a command; an exact reply to the open question; a correction; a small digression;
details in passing; the open question's own answer; and when nothing fits, the repair ladder. The rule a newcomer
could break: the open question decides between readings ("no" answers "was there anything else?" before it is a
command), and it is read as it was shown, not as today's flow asks it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core import digressions, lines, passing
from core.drafts.thank_you import readers
from core.errors import NotAnAnswer
from core.events import Arrival, Click, Event, Person, Text
from core.facts import PERSON, Facts, Value
from core.flows import note
from core.flows.forget import CONFIRMED
from core.messages import Part
from core.questions import Opening, Quotation, Words
from core.replay import FLOWS
from core.replies import Replied, chosen, pick, read_reply, says_not_now
from core.state import Pause, State
from core.understanding import Reading
from core.understanding.address import Remark
from core.understanding.commands import Command
from core.vocabulary import Filled, Saying
from core.wording import Wording
from core.workbench import Workbench

MOST_MISSES = 3
"""At so many replies in a row that do not fit, skipping is offered; at the next one it is done."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one event changes."""

    state: State
    facts: tuple[tuple[str, str, Value | None], ...]
    """(scope, name, value) in order; None withdraws the name."""
    parts: tuple[Part, ...]
    erase: bool = False
    """Everything about the person is to be erased; the parts are the last thing said."""


def step(state: State, event: Event, reading: Reading | None, now: datetime, wording: Wording) -> Step:
    """Take one event. `now` is local to the person; `reading` is the reading of a text, None for other events."""
    turn = Turn(Workbench(state, now, wording), event.person)
    turn.learn_zone(event.zone)
    match event:
        case Arrival():
            turn.arrive()
        case Click():
            turn.click(event)
        case Text():
            assert reading is not None, "a text comes with its reading"  # noqa: S101 (an author's error)
            turn.hear(reading)
    return turn.finish()


class Turn:
    """The decisions of one turn; the moves they are made of are the workbench's."""

    def __init__(self, bench: Workbench, person: Person) -> None:
        self.bench = bench
        self.surface = person.tenant.partition(":")[0]
        self.wrote = False

    def finish(self) -> Step:
        """The turn as it is to be kept."""
        bench = self.bench
        if not (bench.parts or bench.runs) and any(run.flow not in FLOWS for run in bench.before.runs):
            self.invite()  # the flow they answered to is gone, so nothing was said
            bench.proceed()
        erase = (PERSON, CONFIRMED, True) in bench.brought
        if erase:
            bench.parts = []
            bench.say(lines.ERASED, surface=self.surface)
        elif bench.run and bench.run.flow == "capture" and self.wrote and not bench.has_said(lines.PRIVACY):
            bench.say_before_question(lines.PRIVACY, surface=self.surface)
        parts = bench.message()
        return Step(bench.state(), tuple(bench.brought), parts, erase)

    def learn_zone(self, zone: str | None) -> None:
        """The platform's word for where they are, as long as there is none of their own."""
        if zone and self.bench.facts(PERSON).value("zone") is None:
            self.bench.learn("zone", zone)

    # --- events ---

    def arrive(self) -> None:
        """The person is back, or here for the first time."""
        bench = self.bench
        bench.undoable = False
        bench.paused = Pause.NOT
        bench.runs = [run for run in bench.runs if run.flow in FLOWS]  # none to come back to if it is gone
        if not bench.runs:
            self.invite()
        elif bench.facts(bench.runs[-1].interview).all():
            bench.recap()
        bench.proceed()

    def click(self, event: Click) -> None:
        """A choice by button, perhaps of a question shown long ago: it is its own evidence."""
        run = self.bench.run
        if run is not None and run.id == event.run and run.shown and run.shown.name == event.question:
            option = next((one for one in run.shown.options if one.id == event.option), None)
            if option is not None:
                self.bench.paused = Pause.NOT
                self.answer(pick(run.shown, option))
                return
        self.bench.say(lines.OLD_BUTTON)
        self.bench.proceed()

    def hear(self, reading: Reading) -> None:
        """The person wrote something."""
        bench = self.bench
        self.wrote = True
        if reading.danger is not None:
            self.meet_danger(reading)
            return
        if not bench.runs and self.is_about_the_last(reading):
            return
        if not bench.runs:
            self.open_unasked()
        if not reading.text:
            bench.say(lines.EMPTY)
            bench.proceed(short=True)
        elif bench.paused and self.resumed(reading):
            bench.proceed()
        elif bench.paused is Pause.STOPPED:
            self.stay_stopped(reading)
        else:
            bench.paused = Pause.NOT
            self.understand(reading)

    def is_about_the_last(self, reading: Reading) -> bool:
        """With nothing under way: a command, a question, a correction, news or a word about the finished interview."""
        bench = self.bench
        if self.obeyed(reading) or self.digressed(reading):
            return True
        if bench.interview == PERSON:
            return False
        if self.corrected(reading):
            return True
        caught = passing.caught(reading, bench.now)
        outcome = caught.get("outcome")
        if outcome in _OUTCOMES:
            bench.state_fact(bench.interview, "outcome", outcome)
            bench.say(lines.OUTCOME, outcome=str(outcome))
        elif reading.remark is Remark.QUESTION:
            bench.say(lines.UNANSWERED)
        elif passing.is_another_interview(reading, caught, bench.facts()):
            return False
        else:
            bench.say(lines.FINISHED)
        return True

    def stay_stopped(self, reading: Reading) -> None:
        """After "stop" nothing is asked: commands and small questions are served, anything else is only kept."""
        if not (self.obeyed(reading) or self.digressed(reading)):
            self.bench.say(lines.STILL_STOPPED)

    # --- meaning, in order ---

    def understand(self, reading: Reading) -> None:
        """The first reading that fits, in the order at the top of this page."""
        shown = self.bench.shown
        if shown is not None and (option := chosen(shown, reading, self.bench.wording)) is not None:
            self.answer({**pick(shown, option)}, reading)
        elif self.obeyed(reading) or self.corrected(reading) or self.digressed(reading) or self.answered_back(reading):
            return
        else:
            self.answered(reading)

    def answered(self, reading: Reading) -> None:
        """Details in passing, and what is left for the open question."""
        bench, shown = self.bench, self.bench.shown
        caught = passing.caught(reading, bench.now)
        if shown is None:
            self.take(caught)
            bench.proceed()
            return
        try:
            replied = read_reply(shown, reading, bench.now)
        except NotAnAnswer:
            if self.take(caught, but=shown.name):
                bench.proceed()
            else:
                self.missed(reading)
            return
        if shown.kind == Words.kind and passing.is_all(reading, caught) and self.take(caught, but=shown.name):
            bench.proceed()
            return
        self.answer(replied, reading)

    def answer(self, replied: Replied, reading: Reading | None = None) -> None:
        """Keep a reply, with the further details its text holds, and go on."""
        bench = self.bench
        run = bench.runs[-1]
        asked = run.shown.name if run.shown else ""
        for name, value in replied.items():
            scope = PERSON if name == CONFIRMED else run.interview
            bench.state_fact(scope, name, value)
            if name != asked or run.shown is None or run.shown.kind in passing.ECHOED_KINDS:
                bench.note(name, value)
        bench.change_run(revisit=None, misses=0, repeats=0)
        if reading is not None:
            self.take(passing.caught(reading, bench.now), but=asked)
        bench.proceed()

    def take(self, caught: Mapping[str, Value], *, but: str = "") -> bool:
        """Keep details that fill a gap; whether there were any. They do not overwrite, but for a ban on contact."""
        bench = self.bench
        new = passing.gaps(caught, bench.facts(), but=but)
        if caught.get("contact") == "barred" and bench.facts().value("contact") not in (None, "barred"):
            new["contact"] = "barred"  # the one detail that overwrites: a note against their word would do harm
        for name, value in new.items():
            bench.state_fact(bench.interview, name, value)
            bench.note(name, value)
        return bool(new)

    def corrected(self, reading: Reading) -> bool:
        """ "No, it was Tuesday": a newer fact of the same name, said back as old and new."""
        bench = self.bench
        changes = passing.corrections(reading, bench.facts(), bench.now)
        for name, value in changes.items():
            before = bench.facts().value(name)
            bench.state_fact(bench.interview, name, value)
            old, new = self.worded(name, before), self.worded(name, value)
            bench.say(passing.CHANGED, before=old, after=new)
        if changes:
            bench.proceed()
        return bool(changes)

    def worded(self, name: str, value: Value | None) -> str:
        """A fact in a few words."""
        return passing.worded(name, value, self.bench.today, self.bench.wording)

    def digressed(self, reading: Reading) -> bool:
        """A small question to the coach, answered before the open one is asked again."""
        bench = self.bench
        match digressions.read(reading.text):
            case digressions.Topic.PRIVACY:
                bench.say(lines.PRIVACY, surface=self.surface)
            case digressions.Topic.NOTE:
                self.show_note()
                return True
            case digressions.Topic.WORTH_WRITING:
                bench.say(lines.WORTH_WRITING)
            case digressions.Topic.CHANCES:
                bench.say(lines.CHANCES)
            case digressions.Topic.RIGHTS:
                self.take(passing.caught(reading, bench.now))
                bench.say(lines.RIGHTS)
            case _:
                return False
        bench.proceed(short=True)
        return True

    def answered_back(self, reading: Reading) -> bool:
        """A remark to the coach is met as one, and never kept as an answer; what it tells in passing is."""
        shown = self.bench.shown
        asks = reading.remark is Remark.QUESTION and (shown is None or shown.kind not in _MAY_BE_QUESTIONS)
        if not (asks or reading.remark is Remark.COMPLAINT):
            return False
        told = self.take(passing.caught(reading, self.bench.now), but=shown.name if shown else "")
        if not told:
            self.bench.say(lines.UNANSWERED if asks else lines.MISHEARD)
        self.bench.proceed(short=not told)
        return True

    def show_note(self) -> None:
        """The note of the interview talked about; its own flow, on top of what is under way."""
        bench = self.bench
        facts = bench.facts(bench.told_interview)
        if not _has_note(facts):
            bench.say(lines.NO_NOTE_YET)
        elif not (bench.run and bench.shown and bench.shown.name.startswith("note-")):
            bench.begin("note", bench.told_interview)
        else:
            bench.change_run(letter="")
        bench.proceed()

    def missed(self, reading: Reading) -> None:
        """Nothing fits: say what would, then list the choices, then offer to skip; never the same sentence twice."""
        bench, shown = self.bench, self.bench.shown
        assert bench.run is not None  # noqa: S101
        assert shown is not None  # noqa: S101
        misses = bench.run.misses + 1
        if misses > MOST_MISSES:
            self.skip()
            return
        bench.change_run(misses=misses)
        labels = tuple(option.label or option.id for option in shown.options)
        if not reading.has_words and misses == 1:
            bench.say(lines.NO_WORDS)
        elif misses >= MOST_MISSES:
            bench.say(lines.SKIP_OFFERED)
        elif misses == 2 and labels:
            bench.say(lines.NOT_UNDERSTOOD_AGAIN, choices=labels)
        else:
            example = Filled(lines.EXAMPLE, (("kind", shown.kind),))
            bench.say(lines.NOT_UNDERSTOOD, example=example)
        bench.proceed(short=misses > 1)

    # --- danger ---

    def meet_danger(self, reading: Reading) -> None:
        """Before everything else; the place in the reflection is kept."""
        bench = self.bench
        assert reading.danger is not None  # noqa: S101
        bench.undoable = False
        key = str(bench.number)
        bench.runs = [run for run in bench.runs if run.flow != "danger"]
        bench.state_fact(PERSON, f"danger-{key}", reading.danger.kind.value)
        bench.begin("danger", PERSON, key=key)
        bench.proceed()

    # --- commands ---

    def obeyed(self, reading: Reading) -> bool:
        """Carry out a command, if the text is one."""
        command = reading.command
        if says_not_now(reading):
            return self.pause()
        if command is None or not command.whole:
            return False
        obey = _COMMANDS.get(command.command)
        if obey is None:
            return False
        return obey(self)

    def resumed(self, reading: Reading) -> bool:
        """After "later" or "stop": a greeting or "go on" brings back the place."""
        command = reading.command
        if command is None or not command.whole or command.command not in _RESUMING:
            return False
        self.bench.paused = Pause.NOT
        self.bench.recap()
        return True

    def invite(self) -> None:
        """Open the first conversation about a new interview; say what the last one was, if there was one."""
        bench = self.bench
        about = bench.facts().text("organisation")
        if about is not None:
            bench.say(lines.WELCOME_BACK, about=about)
        bench.begin("capture", bench.begin_interview())

    def skip(self) -> bool:
        """Leave a question out for this run; an earlier value stays."""
        bench, run = self.bench, self.bench.run
        if run is None or run.shown is None:
            return False
        name = run.shown.name
        if run.revisit != name:
            bench.change_run(skipped={**run.skipped, name: bench.number})
        bench.change_run(revisit=None, misses=0, repeats=0)
        bench.say(lines.SKIPPED)
        bench.proceed()
        return True

    def back(self) -> bool:
        """To the question before; out of a digression, to what it interrupted."""
        bench = self.bench
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

    def undo(self) -> bool:
        """Take back all that the last message brought."""
        self.bench.say(lines.UNDONE if self.bench.take_back() else lines.NOTHING_TO_UNDO)
        self.bench.proceed()
        return True

    def repeat(self) -> bool:
        """The open question again in other words, and the second time in as few as possible."""
        bench = self.bench
        if bench.run is None:
            return False
        repeats = bench.run.repeats + 1
        bench.change_run(repeats=repeats, letter="")
        bench.proceed(short=repeats > 1)
        return True

    def why(self) -> bool:
        """The reason the open question is asked."""
        bench = self.bench
        found = bench.replayed()
        if found is None or found.question is None:
            return False
        question = found.question
        bench.parts.append(bench.line(question.words, "why", question.args))
        bench.proceed(short=True)
        return True

    def pause(self) -> bool:
        """Leave it for now; the place is kept."""
        bench = self.bench
        if not bench.runs:
            return False
        bench.paused = Pause.LATER
        bench.say(lines.PAUSED)
        return True

    def stop(self) -> bool:
        """End the conversation; what was said is kept."""
        bench = self.bench
        bench.say(lines.STOPPED if bench.runs else lines.NOTHING_TO_STOP)
        bench.paused = Pause.STOPPED if bench.runs else Pause.NOT
        return True

    def sent(self) -> bool:
        """The note has gone out, however it was sent."""
        bench = self.bench
        facts = bench.facts(bench.told_interview)
        if not _has_note(facts):
            return False
        for reader in readers(facts):
            bench.state_fact(bench.told_interview, f"note-{reader.number}-sent", True)
        bench.say(note.SENT)
        bench.proceed()
        return True

    def forget(self) -> bool:
        """Erase everything, once confirmed."""
        self.bench.begin("forget", PERSON, key=str(self.bench.number))
        self.bench.proceed()
        return True

    def tell_known(self) -> bool:
        """All that is known of the interview talked about."""
        bench = self.bench
        details = passing.everything(bench.facts(), bench.today)
        if details:
            bench.say(lines.KNOWN, details=details)
        else:
            bench.say(lines.NOTHING_KNOWN)
        bench.proceed(short=True)
        return True

    def restart(self) -> bool:
        """A new interview from the top; the one before is kept."""
        self.bench.runs.clear()
        self.invite()
        self.bench.proceed()
        return True

    def open_unasked(self) -> None:
        """Somebody writes out of the blue: their words answer the invitation as if it had been shown."""
        bench = self.bench
        self.invite()
        bench.proceed()
        bench.parts.clear()
        bench.change_run(replayed=0)

    def aside(self, saying: Saying) -> bool:
        """One line, then the question again."""
        bench = self.bench
        bench.say(saying)
        if bench.interview == PERSON:
            self.invite()
        bench.proceed(short=bench.before.number > 0)
        return True


def _has_note(facts: Facts) -> bool:
    """Whether enough has been told for a note to be worth showing."""
    return bool(facts.texts("unsaid")) or facts.value("wants-job") is not None


_OUTCOMES = {"rejected", "offer", "next-round"}
_MAY_BE_QUESTIONS = {Quotation.kind, Opening.kind}
_RESUMING = {Command.RESUME, Command.GREET, Command.YES, Command.REPEAT}

_COMMANDS: dict[Command, Callable[[Turn], bool]] = {
    Command.SKIP: Turn.skip,
    Command.BACK: Turn.back,
    Command.UNDO: Turn.undo,
    Command.REPEAT: Turn.repeat,
    Command.WHY: Turn.why,
    Command.LATER: Turn.pause,
    Command.BYE: Turn.pause,
    Command.PAUSE: Turn.pause,
    Command.SNOOZE: Turn.pause,
    Command.STOP: Turn.stop,
    Command.FORGET: Turn.forget,
    Command.SENT: Turn.sent,
    Command.KNOWN: Turn.tell_known,
    Command.RESTART: Turn.restart,
    Command.HELP: lambda turn: turn.aside(lines.HELP),
    Command.GREET: lambda turn: turn.aside(lines.GREETED),
    Command.THANKS: lambda turn: turn.aside(lines.THANKED),
    Command.BOT: lambda turn: turn.aside(lines.PROGRAM),
    Command.HUMAN: lambda turn: turn.aside(lines.NO_STAFF),
    Command.EXPORT: lambda turn: turn.tell_known(),
    Command.REMIND_SET: lambda turn: turn.aside(lines.NOT_YET),
    Command.REMIND_LIST: lambda turn: turn.aside(lines.NOT_YET),
}
