"""What a person sends to their community: notes to staff, the wish for a practice partner, and both taken back.

A flow brings facts and sends nothing. At the end of a turn the facts are compared with those before: what is new is passed
on, and what is no more is taken back, however it came about (by their word, an undo, a message deleted). The rule a newcomer
could break: only what they have said yes to goes out, and nothing else that is known of them.
"""

from __future__ import annotations

from datetime import UTC, datetime

from core import clock
from core.facts import PERSON, Facts
from core.flows import partner
from core.flows.partner_wish import FOUND, LEFT, NAME, REPORTED, WISH, became, name_in, times_in
from core.flows.talk_to_staff import ABOUT, ABOUT_NAME, PASSED, SENT, TAKEN_BACK, WITHDRAWN, sent
from core.records import record
from core.turn import letters
from core.turn.workbench import Workbench

_NOTE_HOME, _WISH_HOME = "staff-home-", "partner-home"
"""The tenant of the community to which a note and the last wish went."""


@record
class Wish:
    """A wish for a partner that is not over."""

    key: str
    is_found: bool


def pass_on(bench: Workbench) -> None:
    """Send what this turn has brought or ended."""
    before, now = bench.before.facts_of(PERSON), bench.facts(PERSON)
    if before.all() is now.all() and bench.held is bench.before.held:
        return
    _notes(bench, before, now)
    _partner(bench, before, now)


# --- notes ---


def _notes(bench: Workbench, before: Facts, now: Facts) -> None:
    for name in sorted(name for name in {**before.all(), **now.all()} if name.startswith(SENT)):
        ref, was, stands = name.removeprefix(SENT), before.value(name), now.value(name)
        if stands == PASSED and was is None:
            _send_note(bench, ref)
        elif was in TAKEN_BACK and stands in (None, WITHDRAWN):
            bench.pass_on("request-withdrawn", home=before.text(f"{_NOTE_HOME}{ref}") or "", ref=ref)
            bench.undoable = False  # it is not posted again without having been looked at


def _send_note(bench: Workbench, ref: str) -> None:
    facts = bench.facts(PERSON)
    bench.learn(f"{_NOTE_HOME}{ref}", bench.home)
    name, text = sent(facts, ref)
    fields = {"ref": ref, "name": name, "text": text}
    if (who := facts.text(f"{ABOUT}{ref}")) is not None:
        about = {"who": who, "who-name": facts.text(f"{ABOUT_NAME}{ref}") or "", "name": facts.text(NAME) or ""}
        fields |= about
    bench.pass_on("request", **fields)


# --- a partner ---


def open_wish(facts: Facts, *, is_held: bool = False) -> Wish | None:
    """The wish that waits or has found somebody; while there is danger, none waits."""
    key = facts.text(WISH)
    if key is None or facts.value(f"partner.{key}.{REPORTED}") is not None:
        return None
    came_of_it = facts.value(became(key))
    if came_of_it == FOUND:
        return Wish(key, is_found=True)
    return Wish(key, is_found=False) if came_of_it is None and not is_held else None


def look(bench: Workbench, key: str) -> None:
    """Ask the community for a partner, for the hours that are still to come."""
    facts = bench.facts(PERSON)
    where = bench.now.tzinfo or UTC
    stretches = []
    for day, begins, ends in times_in(facts, key):
        start, end = (clock.instant(datetime.combine(day, at), where) for at in (begins, ends))
        if end > bench.instant:
            stretches.append(f"{start.isoformat(timespec='minutes')}/{end.isoformat(timespec='minutes')}")
    barred = [name.removeprefix(partner.BARRED) for name in facts.all() if name.startswith(partner.BARRED)]
    last = facts.text(partner.PARTNER_ID)
    avoided = " ".join(dict.fromkeys([*barred, *([last] if last else [])]))
    fields = {"ref": key, "name": name_in(facts, key), "times": " ".join(stretches), "not": avoided}
    bench.pass_on("partner-wanted", home=facts.text(_WISH_HOME) or "", **fields)


def _partner(bench: Workbench, before: Facts, now: Facts) -> None:
    was = open_wish(before, is_held=bench.before.held)
    wish = open_wish(now, is_held=bench.held)
    was_mine = was is not None and (wish is None or wish.key != was.key)
    if was is not None and was_mine and now.value(became(was.key)) in (None, FOUND, LEFT):
        bench.pass_on("partner-left", home=before.text(_WISH_HOME) or "", ref=was.key)
        if was.is_found:
            letters.forget_meeting(bench)
            bench.learn(became(was.key), LEFT)
            bench.undoable = False  # the other one has been told
    if wish is not None and not wish.is_found and (was is None or was.key != wish.key):
        _begin_to_look(bench, wish.key)


def _begin_to_look(bench: Workbench, key: str) -> None:
    if bench.before.facts_of(PERSON).text(WISH) != key:
        talked_of = bench.before.runs[-1].interview if bench.before.runs else PERSON
        if talked_of != PERSON:  # else it is for the same one as the wish before
            bench.learn(partner.FOR, talked_of)
        bench.learn(NAME, name_in(bench.facts(PERSON), key))
        bench.learn(_WISH_HOME, bench.home)
    look(bench, key)
