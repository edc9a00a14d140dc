"""What comes to a person from their community: each kind has what is done with it.

The rule a newcomer could break: it is no message of the person's, so nothing of theirs is answered by it and nothing that
waits is moved; nothing is said in this turn, but brought later (`core.turn.letters`). A kind that this program does not
know is passed over, and so is what is about a note or a wish that is no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from core.events import FromCommunity
from core.facts import PERSON
from core.flows import partner_wish
from core.flows.talk_to_staff import ANSWERED, CLOSED, FAILED, PASSED, SENT, TAKEN_BACK, THERE
from core.turn import letters, passing_on
from core.turn.workbench import Workbench

SOON = timedelta(hours=1)
"""Within this time nobody wonders whether a note has got there."""


def take(bench: Workbench, event: FromCommunity) -> None:
    """Take it, if its kind is known."""
    bench.undoable = False
    if (taken_by := _TAKEN_BY.get(event.kind)) is not None:
        taken_by(bench, event.fields)


def _note_stands(bench: Workbench, fields: Mapping[str, str]) -> None:
    name = f"{SENT}{fields['ref']}"
    passed = bench.facts(PERSON).latest(name)
    if passed is None or passed.value != PASSED:
        return
    bench.learn(name, THERE)
    since = bench.past.moment_of(passed.turn)
    if since is not None and bench.instant - since > SOON:
        letters.keep(bench, "request-posted", {})


def _note_became(bench: Workbench, fields: Mapping[str, str], *, kind: str, became: str) -> None:
    name = f"{SENT}{fields['ref']}"
    before = bench.facts(PERSON).value(name)
    if before not in TAKEN_BACK:
        return
    bench.learn(name, became)
    if not (became == CLOSED and before == ANSWERED):  # that one has been answered is all there is to tell
        letters.keep(bench, kind, {name: value for name, value in fields.items() if name != "ref"})


def _partner_found(bench: Workbench, fields: Mapping[str, str]) -> None:
    """In danger, or where they look no more by now, the other one is set free at once."""
    wish = passing_on.open_wish(bench.facts(PERSON), bench.instant, is_held=bench.held)
    if wish is None or (wish.key, wish.is_found) != (fields["ref"], False):
        bench.pass_on("partner-left", ref=fields["ref"])
        return
    bench.learn(partner_wish.became(wish.key), partner_wish.FOUND)
    bench.learn(f"partner.{wish.key}.at", fields["when"])
    letters.keep(bench, "partner-found", fields)


def _partner_ended(bench: Workbench, fields: Mapping[str, str], *, kind: str) -> None:
    wish = passing_on.open_wish(bench.facts(PERSON), bench.instant)
    if wish is None or wish.key != fields["ref"]:
        return
    if letters.drop(bench, "partner-found"):  # they never heard of that one, so they are still looking
        bench.withdraw(PERSON, partner_wish.became(wish.key))
        passing_on.look(bench, wish.key)
        return
    bench.learn(partner_wish.became(wish.key), letters.ENDED_BY[kind])
    letters.keep(bench, kind, {})


_TAKEN_BY: Mapping[str, Callable[[Workbench, Mapping[str, str]], None]] = {
    "request-posted": _note_stands,
    "request-answered": partial(_note_became, kind="request-answered", became=ANSWERED),
    "request-closed": partial(_note_became, kind="request-closed", became=CLOSED),
    "request-failed": partial(_note_became, kind="request-failed", became=FAILED),
    "partner-found": _partner_found,
    **{kind: partial(_partner_ended, kind=kind) for kind in letters.ENDED_BY},
}
"""By kind; what takes it is given the fields."""
