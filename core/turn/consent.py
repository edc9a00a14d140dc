"""What the person allows the coach to begin: which messages may come, when, at which hours, and none at all.

Everything promised follows in the same turn (`core.turn.promises`).
"""

from __future__ import annotations

import re

from core import lines
from core.drafts import call
from core.drafts.thank_you import has_content
from core.facts import PERSON
from core.flows import note
from core.plan import Kind
from core.questions import Offer
from core.state import Pause
from core.turn import coming, keeping, putting_off, rescheduling
from core.turn.getting_around import aside, invite, pause
from core.turn.workbench import Workbench
from core.understanding.commands import Command
from core.understanding.hours import Hours
from core.understanding.wishes import Action, Wish
from core.vocabulary import Arg

PUTTING_OFF = {Command.LATER, Command.SNOOZE, Command.PAUSE, Command.REMIND_SET}
"""The commands that may name a time."""
_MESSAGES = re.compile(
    r"\b(?:writ\w+|messag\w+|text\w*|remind\w*|nudg\w+|contact\w*|notif\w+|ping\w*|bother\w*|everything|all)\b",
    re.IGNORECASE,
)


def means_all(text: str) -> bool:
    """Whether a "stop" is about being written to at all, and not about this conversation."""
    return bool(_MESSAGES.search(text))


def stop_all(bench: Workbench, *, is_known: bool = False) -> bool:
    """Never write first again, until they say otherwise."""
    bench.state_fact(PERSON, "nudges", "stopped")
    bench.paused = Pause.STOPPED if bench.runs else Pause.NOT
    bench.say(lines.STOPPED_ALL)
    if not is_known:
        bench.say(lines.NO_WORD_BEFORE, months=keeping.months(bench))
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
    elif not (rescheduling.put_off(bench, became) or _asked_back(bench, command, became)):
        nothing = lines.NOTHING_TO_REMIND if bench.told_interview == PERSON else lines.NO_MORE_TO_REMIND
        return aside(bench, nothing) if command is Command.REMIND_SET else pause(bench)
    elif bench.held:
        bench.say(lines.HELD)
        bench.proceed(short=True)
    elif bench.runs:
        bench.paused = Pause.LATER
    return True


def _asked_back(bench: Workbench, command: Command | None, became: str) -> bool:
    """Whether they wish to be reminded though nothing was to come, and something of the last interview then can."""
    return command is Command.REMIND_SET and rescheduling.bring_back(bench, became)


def keep_hours(bench: Workbench, hours: Hours) -> bool:
    """Write only at those hours from now on; what was promised for others moves, and is told."""
    said: dict[str, Arg] = {}
    for name, hour in (("from", hours.earliest), ("to", hours.latest)):
        if hour is not None:
            bench.state_fact(PERSON, f"hours-{name}", f"{hour:%H:%M}")
            said[name] = f"{bench.today}T{hour:%H:%M}"
    saying = lines.HOURS_BETWEEN if len(said) > 1 else lines.HOURS_FROM if "from" in said else lines.HOURS_TO
    return aside(bench, saying, **said)


def change_coming(bench: Workbench, wish: Wish, became: str | None) -> bool:
    """Move or drop one of the messages to come; False when none of its kind is."""
    is_dropped = wish.action is Action.DROP
    if is_dropped and wish.kind == Kind.NOTE and decline_note(bench):
        return True
    if is_dropped and wish.kind == Kind.CALL and call.is_chosen(bench.facts(bench.told_interview)):
        bench.state_fact(bench.told_interview, "call-became", "left")
        bench.reopen("call", bench.told_interview, key=f"call.{bench.number}")
        bench.proceed()
        return True
    found = rescheduling.promised_of(bench, wish.kind) or (became and rescheduling.possible(bench, wish.kind, became))
    if not found and is_dropped and wish.kind == Kind.PRACTICE and not bench.runs:
        bench.say(lines.NONE_PLANNED)  # none was to come, and what they say is heard all the same
        return True
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


def tell_planned(bench: Workbench) -> bool:
    """What will come, when and why."""
    coming.tell(bench)
    bench.proceed(short=True)
    return True
