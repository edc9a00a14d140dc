"""What a person can do with all that is kept of them: see what it is, take it along, set its time, erase a part of it.

To erase everything is a command of its own (`core.turn.commands.forget`). The rule a newcomer could break: what is
erased may not be named in the answer, because the answer is kept until it is confirmed as sent.
"""

from __future__ import annotations

from core import erasing, lines
from core.community import KEEP_MONTHS
from core.facts import PERSON
from core.flows.keep_for import MONTHS
from core.turn import commands, getting_around, keeping, reading_back
from core.turn.workbench import Workbench

CHOSEN_IN = frozenset(("my-data", "ends-soon", "keep-for"))
"""The conversations in which one of these is chosen."""


def tell(bench: Workbench) -> None:
    """Who can see this: one line and the open question again; with nothing open, what can be done about it as well."""
    if bench.shown is None and bench.told_interview != PERSON:
        show(bench)
    else:
        getting_around.aside(bench, lines.PRIVACY, surface=bench.surface, months=keeping.months(bench))


def show(bench: Workbench) -> bool:
    """What is kept, for how long and who can see it, and what they can do."""
    bench.say(lines.MY_DATA, surface=bench.surface, months=keeping.months(bench))
    if not bench.every_interview():
        bench.proceed(short=True)
        return True
    bench.begin("my-data", PERSON, key=str(bench.number))
    bench.proceed()
    return True


def choose(bench: Workbench, option: str) -> bool:
    """Carry out what they chose; False where its own conversation goes on."""
    match option:
        case "export":
            bench.runs.pop()
            return commands.give_files(bench)
        case "erase-one":
            bench.runs.pop()
            return erase_one(bench, "")
        case "erase-all":
            bench.runs.pop()
            return commands.forget(bench)
        case "how-long":
            bench.runs.pop()
            return keep_for(bench, "")
        case months if months.startswith("months-"):
            bench.runs.pop()
            return keep_for(bench, months.removeprefix("months-"))
        case _:
            return False


def keep_for(bench: Workbench, months: str) -> bool:
    """Keep everything for so many months after their last visit; without a number that can be chosen, ask."""
    asked = int(months or 0)
    most = bench.community.keep_months or KEEP_MONTHS[-1]
    if asked not in KEEP_MONTHS:
        bench.begin("keep-for", PERSON, key=str(bench.number))
        bench.proceed()
        return True
    bench.state_fact(PERSON, MONTHS, min(asked, most))
    bench.say(lines.KEPT_FOR if asked <= most else lines.KEPT_FOR_LESS, months=min(asked, most))
    if bench.facts(PERSON).value("nudges") == "stopped":
        bench.say(lines.NO_WORD_BEFORE, months=min(asked, most))
    bench.proceed(short=True)
    return True


def erase_one(bench: Workbench, words: str) -> bool:
    """Ask once whether it shall go, and before that which, where the words do not tell."""
    told = bench.every_interview()
    if not told:
        bench.say(lines.NOTHING_KNOWN)
        bench.proceed(short=True)
        return True
    meant = reading_back.ordered(words, told) or reading_back.called(bench, words, told)
    bench.begin("erase-one", PERSON, key=f"{bench.number}.{meant}" if meant else str(bench.number))
    bench.proceed()
    return True


def erase_named(bench: Workbench, words: str) -> bool:
    """ "Erase Acme"; False where the words are no place of theirs, so that they are read as something else."""
    told = bench.every_interview()
    meant = reading_back.called(bench, words, told)
    return meant is not None and reading_back.is_place(words, told[meant]) and erase_one(bench, words)


def erase(bench: Workbench, interview: str) -> None:
    """Take it out of everything, at once, and say what is left."""
    told, run = bench.every_interview(), bench.runs.pop()
    place = told[interview].text("organisation") if interview in told else None
    gone = erasing.without(bench.journal.entries, interview, place, since=run.opened, now=bench.instant)
    bench.erase_interview(interview, gone.remains)
    bench.say(lines.INTERVIEW_ERASED, surface=bench.surface, left=len(told.keys() - {interview}))
    if gone.elsewhere:
        bench.say(lines.STAYS_ELSEWHERE, count=gone.elsewhere)
    bench.proceed()
