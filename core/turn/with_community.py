"""What a person asks for that others in their community do: a note to staff, a partner to practise with.

Each tells whether it could be granted, as in `core.turn.commands`. What goes out follows from the facts
(`core.turn.passing_on`).
"""

from __future__ import annotations

from core import lines
from core.advice_bodies import country_of_person
from core.facts import PERSON
from core.flows import danger, partner
from core.flows.partner_wish import LEFT, became
from core.flows.talk_to_staff import AT_ONCE, SENT, TAKEN_BACK, WITHDRAWN
from core.turn import belonging, coming, letters, passing_on
from core.turn.getting_around import aside
from core.turn.workbench import Workbench
from core.understanding.commands import Command

FLOW = "talk-to-staff"


def human(bench: Workbench) -> bool:
    """Whom they can turn to, and where staff take notes, that one can be passed on; in danger help comes first."""
    if belonging.asked_first(bench, Command.HUMAN):
        return True
    community = bench.community
    if not community.notes_on:
        return aside(bench, lines.STAFF, staff=community.staff) if community.staff else aside(bench, lines.NO_STAFF)
    if not bench.held:
        bench.reopen(FLOW, PERSON, key=str(bench.number))
        bench.proceed()
        return True
    numbers = danger.given(country_of_person(bench.facts(), community), community.helplines)
    bench.say(danger.NUMBERS_HERE, lines=numbers or (danger.DIRECTORY,))
    return aside(bench, lines.NOTE_BESIDES)


def write_to_staff(bench: Workbench) -> bool:
    """A note to staff at once, also in danger: they have asked for it, and help was named before."""
    if not bench.community.notes_on:
        return human(bench)
    bench.reopen(FLOW, PERSON, key=f"{bench.number}.{AT_ONCE}")
    bench.proceed()
    return True


def take_back_note(bench: Workbench, words: str) -> bool:
    """The latest note that staff have; "take it back" alone means it where nothing else is under way."""
    notes = [
        (fact.turn, name)
        for name, fact in bench.facts(PERSON).all().items()
        if name.startswith(SENT) and fact.value in TAKEN_BACK
    ]
    if not notes:
        return bool(words) and "staff" in words and aside(bench, lines.NO_NOTE_TO_STAFF)
    if not words and bench.runs:
        return False
    bench.state_fact(PERSON, max(notes)[1], WITHDRAWN)
    bench.say(lines.NOTE_TAKEN_BACK)
    bench.proceed(short=True)
    return True


def find_partner(bench: Workbench) -> bool:
    """Look for somebody to practise with, for an interview that is ahead."""
    if not bench.community.offers_partners:
        return aside(bench, lines.NO_PARTNERS)
    facts = bench.facts(PERSON)
    wish = passing_on.open_wish(facts, bench.instant)
    if wish is not None and wish.is_found and (name := facts.text(partner.PARTNER)):
        at = coming.local(bench, coming.moment(facts.text(partner.AT)))
        return aside(bench, lines.PARTNER_THERE, name=name, at=at)
    if wish is not None:
        return aside(bench, lines.STILL_LOOKING)
    today = bench.today.isoformat()
    ahead = [one for one in bench.interviews if (bench.facts(one).text("next-interview-on") or "") > today]
    if not ahead:
        return aside(bench, lines.PARTNER_NEEDS_INTERVIEW)
    bench.begin("partner", ahead[-1], key=str(bench.number))
    bench.proceed()
    return True


def leave_partner(bench: Workbench) -> bool:
    """Look no more, or call the practice off; False where there is nobody and nothing is looked for."""
    facts = bench.facts(PERSON)
    wish = passing_on.open_wish(facts, bench.instant)
    if wish is None:
        return False
    name = facts.text(partner.PARTNER)
    was_told = wish.is_found and not letters.drop(bench, "partner-found")
    bench.state_fact(PERSON, became(wish.key), LEFT)
    bench.runs = [run for run in bench.runs if run.flow != passing_on.MEETING]
    if was_told and name is not None:
        bench.say(lines.PARTNER_LEFT, name=name)
    else:
        bench.say(lines.LOOKS_NO_MORE)
    bench.proceed(short=True)
    return True


def report_partner(bench: Workbench) -> bool:
    """Tell staff of the last partner."""
    if bench.facts(PERSON).text(partner.PARTNER_ID) is None:
        return aside(bench, lines.NOBODY_TO_REPORT)
    bench.runs = [run for run in bench.runs if run.flow != passing_on.MEETING]
    bench.begin("report-partner", PERSON, key=str(bench.number))
    bench.proceed()
    return True
