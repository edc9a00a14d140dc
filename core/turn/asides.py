"""What the coach answers to a small question or remark before the open question is asked again."""

from __future__ import annotations

from core import apart, lines
from core.advice_bodies import advice_bodies, country_of_person
from core.facts import PERSON
from core.flows.outcome import DECIDED
from core.questions import Opening, Quotation, Settling, Words
from core.state import Shown
from core.turn import belonging, commands, consent, getting_around, keeping, own_data
from core.turn.workbench import Workbench
from core.understanding.asides import Aside
from core.vocabulary import Filled, Named, Phrase, Saying

MOST_LISTED = 3
"""So many open conversations are named, the newest first."""
_SAID: dict[Aside, Saying] = {
    Aside.THEIR_REMARK: lines.NOT_ON_YOUR_LIST,
    Aside.WHEN_TO_SEND: lines.WHEN_TO_SEND,
    Aside.WORTH_WRITING: lines.WORTH_WRITING,
    Aside.TOO_LATE: lines.TOO_LATE,
    Aside.WHOM_TO_THANK: lines.WHOM_TO_THANK,
    Aside.ADDRESS: lines.ADDRESS,
    Aside.MUST_I: lines.MUST_I,
    Aside.NOT_WRITING: lines.NOT_WRITING,
    Aside.CALL_OR_WRITE: lines.CALL_OR_WRITE,
    Aside.TEXT_THEM: lines.TEXT_THEM,
    Aside.NOTE_LENGTH: lines.NOTE_LENGTH,
    Aside.COPY: lines.COPY,
    Aside.NO_REPLY: lines.NO_REPLY,
    Aside.IF_THEY_CALL: lines.IF_THEY_CALL,
    Aside.LOOK_BACK: lines.LOOK_BACK,
    Aside.GOOD_ENOUGH: lines.GOOD_ENOUGH,
    Aside.RIGHTS: lines.RIGHTS,
    Aside.WILL_THEY: lines.WILL_THEY,
    Aside.CHASE: lines.CHASE,
    Aside.APOLOGISE: lines.APOLOGISE,
    Aside.TELL_OTHERS: lines.TELL_OTHERS,
    Aside.SLEEP: lines.SLEEP,
    Aside.SLEEPLESS: lines.SLEEP,
    Aside.WHO_SENDS: lines.WHO_SENDS,
    Aside.HOW_IT_FEELS: lines.HOW_IT_FEELS,
    Aside.THEIR_ANSWER: lines.THEIR_ANSWER,
    Aside.CHANCES: lines.CHANCES,
    Aside.NORMAL: lines.NORMAL,
    Aside.GIVE_UP: lines.GIVE_UP,
    Aside.THEIR_MIND: lines.THEIR_MIND,
    Aside.PAY: lines.PAY,
    Aside.ACCEPT: lines.ACCEPT,
    Aside.DELETE: lines.DELETE,
    Aside.DURATION: lines.DURATION,
    Aside.COST: lines.COST,
    Aside.LANGUAGES: lines.LANGUAGES,
    Aside.FOREIGN: lines.FOREIGN,
    Aside.NAME: lines.NAME,
    Aside.AMUSED: lines.AMUSED,
    Aside.CHATTER: lines.CHATTER,
    Aside.INSULT: lines.INSULTED,
}
"""Those that a line answers, whatever is known."""
_MAY_BE_ASKED_OF_THEM = {
    Aside.PAY,
    Aside.LANGUAGES,
    Aside.NAME,
    Aside.CHATTER,
    Aside.OPEN_THINGS,
    Aside.COST,
    Aside.DURATION,
}
"""What an interviewer may have asked as well."""
_OPEN: dict[str, Phrase] = {
    "capture": lines.OPEN_CAPTURE,
    "unfinished": lines.OPEN_CAPTURE,
    "call": lines.CALL,
    "note": lines.NOTE,
    "note-due": lines.NOTE,
    "judge": lines.JUDGE,
    "lesson": lines.JUDGE,
    "practice": lines.PRACTICE,
    "let-go": lines.LET_GO,
    "check-in": lines.CHECK_IN,
    "prepare": lines.PREPARE,
}
"""What each conversation is called."""


def is_answer(aside: Aside, shown: Shown | None) -> bool:
    """Whether it answers the open question all the same: a question that they put, words of another language."""
    if shown is None:
        return aside is Aside.GOOD_ENOUGH
    if shown.kind == Quotation.kind:
        return aside in _MAY_BE_ASKED_OF_THEM or aside in (Aside.FOREIGN, Aside.SLEEPLESS)
    if aside is Aside.GOOD_ENOUGH:
        return shown.kind != Settling.kind
    return (aside is Aside.FOREIGN and shown.kind == Words.kind) or (
        aside is Aside.SLEEPLESS and shown.kind in (Words.kind, Opening.kind)
    )


def answer(bench: Workbench, aside: Aside) -> None:
    """Answer it and come back to the open question."""
    match aside:
        case Aside.NOTE:
            commands.show_note(bench)
        case Aside.JOBS | Aside.ADVICE | Aside.GUIDE:
            if not belonging.asked_first(bench, aside):
                commands.point_to(bench, aside)
                bench.proceed(short=True)
        case Aside.SHORTER:
            _ask_shorter(bench)
        case Aside.GOING_ON:
            bench.proceed(short=True)
        case Aside.ONE_MOMENT:
            bench.say(lines.ONE_MOMENT)
        case Aside.HOW_OFTEN:
            consent.tell_planned(bench)
        case Aside.OPEN_THINGS:
            _tell_open(bench)
        case Aside.PRIVACY:
            own_data.tell(bench)
        case Aside.RIGHTS:
            _tell_rights(bench)
        case Aside.ABOUT_IT:
            if apart.is_told(bench.facts()):
                _tell_rights(bench)
            elif not commands.show_steps(bench):
                getting_around.aside(bench, lines.HELP)
        case Aside.TOO_LATE if bench.facts(bench.told_interview).value("outcome") in DECIDED:
            getting_around.leave_unanswered(bench)
        case _:
            getting_around.aside(bench, _said(bench, aside))


def answer_besides(bench: Workbench, aside: Aside | None) -> None:
    """Answer a question that stood beside an answer, right before the next question; None is one without an answer."""
    if aside is Aside.PRIVACY:
        bench.say_before_question(lines.PRIVACY, surface=bench.surface, months=keeping.months(bench))
    else:
        is_answered = aside is not None and aside in _SAID
        bench.say_before_question(_said(bench, aside) if aside and is_answered else lines.UNANSWERED)


def _said(bench: Workbench, aside: Aside) -> Saying:
    """The line that answers it; nobody is told to ask those who want no contact."""
    is_barred = bench.facts(bench.told_interview).value("contact") == "barred"
    return lines.CHASE_BARRED if is_barred and aside in (Aside.CHASE, Aside.WILL_THEY) else _SAID[aside]


def _tell_rights(bench: Workbench) -> None:
    bench.say(lines.RIGHTS)
    _tell_advice_bodies(bench)
    bench.proceed(short=True)


def _tell_advice_bodies(bench: Workbench) -> None:
    """Whom they can ask about their rights where they are, if that is known."""
    country = country_of_person(bench.facts(), bench.community)
    if country and (bodies := advice_bodies(country)):
        bench.say(lines.ADVICE_BODY, country=country, bodies=bodies)


def _ask_shorter(bench: Workbench) -> None:
    if bench.run is not None:
        bench.change_run(repeats=bench.run.repeats + 1, letter="")
    bench.proceed(short=True)


def _tell_open(bench: Workbench) -> None:
    """The conversations under way, newest first; with none, what comes next."""
    named: dict[tuple[Named, str | None], None] = {}
    for run in reversed(bench.runs):
        if (name := _OPEN.get(run.flow)) is not None:
            named[name, _place(bench, run.interview)] = None
    if named:
        bench.say(lines.OPEN_NOW, what=_listed(tuple(named)[:MOST_LISTED]))
        bench.proceed(short=True)
    else:
        getting_around.tell_next(bench)


def _place(bench: Workbench, interview: str) -> str | None:
    return None if interview == PERSON else bench.facts(interview).text("organisation")


def _listed(named: tuple[tuple[Named, str | None], ...]) -> tuple[Named, ...]:
    """Conversations by their names, each after its place where that is known and has not just been named."""
    before = (None, *(place for _, place in named))
    return tuple(
        name if place in (None, last) else Filled(lines.AT_PLACE, (("place", place), ("about", name)))
        for (name, place), last in zip(named, before, strict=False)
    )
