"""What a person sends to their community: notes to staff, the wish for a practice partner, and both taken back.

A flow brings facts and sends nothing. At the end of a turn the facts are compared with those before: what is new is passed
on, and what is no more is taken back, however it came about (by their word, an undo, a message deleted). The rule a newcomer
could break: only what they have said yes to goes out, and nothing else that is known of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo

from core import clock
from core.facts import PERSON, Facts
from core.flows import partner
from core.flows.partner_wish import FOUND, LEFT, NAME, PARTS, REPORTED, TIMES, WISH, became
from core.flows.talk_to_staff import ABOUT, ABOUT_NAME, PASSED, SENT, TAKEN_BACK, TEXT, WITHDRAWN
from core.flows.talk_to_staff import NAME as NAME_OF_NOTE
from core.records import record
from core.turn import letters
from core.turn.workbench import Workbench

_NOTE_HOME, _WISH_HOME = "staff-home-", "partner-home"
"""The tenant of the community to which a note and the last wish went."""

MEETING = "partner-found"
"""The conversation about a partner who was found."""


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
    sent = {"name": NAME_OF_NOTE, "text": TEXT, "who": ABOUT, "who-name": ABOUT_NAME}
    fields = {field: value for field, front in sent.items() if (value := facts.text(f"{front}{ref}")) is not None}
    bench.pass_on("request", ref=ref, **fields)
    for front in sent.values():  # a note whose message they delete must not stay under another name
        bench.keep_nowhere(f"{front}{ref}")


# --- a partner ---


def open_wish(facts: Facts, now: datetime, *, is_held: bool = False) -> Wish | None:
    """The wish that waits or has found somebody whom they have not met by now; while there is danger, none waits."""
    key = facts.text(WISH)
    if key is None or facts.value(f"partner.{key}.{REPORTED}") is not None:
        return None
    came_of_it = facts.value(became(key))
    if came_of_it == FOUND:
        at = facts.text(f"partner.{key}.at")
        return None if at is not None and datetime.fromisoformat(at) <= now else Wish(key, is_found=True)
    return Wish(key, is_found=False) if came_of_it is None and not is_held else None


def leave_past_meeting(bench: Workbench) -> None:
    """Ask no more whether a partner suits them whom they have met by now."""
    asks = [run for run in bench.runs if run.shown is not None and run.shown.words == partner.SUITS.words]
    if asks and open_wish(bench.facts(PERSON), bench.instant) is None:
        bench.runs = [run for run in bench.runs if run not in asks]


def look(bench: Workbench, key: str) -> None:
    """Ask the community for a partner, for the hours that are still to come."""
    facts = bench.facts(PERSON)
    stretches = " ".join(
        f"{begins.isoformat(timespec='minutes')}/{ends.isoformat(timespec='minutes')}"
        for begins, ends in _stretches(facts.text(TIMES) or "", bench.now.tzinfo or UTC)
        if ends > bench.instant
    )
    barred = [name.removeprefix(partner.BARRED) for name in facts.all() if name.startswith(partner.BARRED)]
    last = facts.text(partner.PARTNER_ID)
    avoided = " ".join(dict.fromkeys([*barred, *([last] if last else [])]))
    fields = {"ref": key, "name": facts.text(NAME) or "", "times": stretches, "not": avoided}
    bench.pass_on("partner-wanted", home=facts.text(_WISH_HOME) or "", **fields)


def _partner(bench: Workbench, before: Facts, now: Facts) -> None:
    was = open_wish(before, bench.instant, is_held=bench.before.held)
    wish = open_wish(now, bench.instant, is_held=bench.held)
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
        bench.learn(_WISH_HOME, bench.home)
    look(bench, key)


def _stretches(times: str, where: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of time that the days and parts of a wish are there."""
    for day, _, part in (time.partition("/") for time in times.split()):
        begins, ends = (datetime.combine(date.fromisoformat(day), at) for at in PARTS[part])
        yield clock.instant(begins, where), clock.instant(ends, where)
