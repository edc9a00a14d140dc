"""The request for a second chance: a second conversation, or a chance to show it instead.

Short and humble, with the reason or the work in the person's own words; without either there is none, and the flow sees
to it. It goes to all whose names are known, or to the recruiter. What interviewers did wrong is in none (`core.apart`).
"""

from __future__ import annotations

from collections.abc import Iterator

from core import apart, mood
from core.drafts.check_in import HELLO, INTERESTED
from core.drafts.naming import exact_day, position
from core.drafts.own_words import tidied
from core.drafts.readers import readers
from core.drafts.signature import closed
from core.drafts.thank_you import CLOSE, TITLE, greeting
from core.drafts.version import PLAIN, Version
from core.facts import Facts
from core.records import record
from core.vocabulary import Filled, Letter, Phrase

THANKS = Phrase("second-chance-thanks", "through", "decided", "dated", "day", "known", "role", "organisation")
NO_PICTURE = Phrase("second-chance-no-picture")
NOT_SHOWN = Phrase("second-chance-not-shown")
TEN_MINUTES = Phrase("second-chance-ten-minutes", "through")
MAY_I_SHOW = Phrase("second-chance-may-i-show", "through")
MAY_I_TRY = Phrase("second-chance-may-i-try", "through", "hours")
READY_BY = Phrase("second-chance-ready-by", "day")
UNDERSTAND = Phrase("second-chance-understand")


@record
class Request:
    """What is asked for, and on what ground."""

    way: str
    """ "talk" for a second conversation, "show" for a piece of work, "trial" for some hours of it."""
    reason: str | None = None
    """What the hour did not show, in their words."""
    piece: str | None = None
    """What they would show, in their words."""
    hours: str = ""
    """The most a trial may take, as the id of the option."""
    ready_on: str | None = None
    """The day by which it would be there (ISO)."""


def may_be_offered(facts: Facts) -> bool:
    """Whether the coach may bring it up after a no: still wanted, not asked for yet, and asking is open to them."""
    is_open = facts.value("contact") != "barred" and not apart.is_told(facts)
    is_wanted = facts.value("wants-job") in ("yes", "not-sure") and not facts.value("chance-asked")
    return facts.value("outcome") == "rejected" and is_open and is_wanted


def second_chance(facts: Facts, request: Request, version: Version = PLAIN) -> Letter:
    """The request."""
    is_indirect = facts.value("contact") == "recruiter"
    people = readers(facts)
    title = Filled(TITLE, (("reader", tuple(reader.called for reader in people)),))
    hello = Filled(HELLO) if is_indirect else greeting(*(reader.name for reader in people))
    opening = tuple(_opening(facts, short=version.short))
    asking = tuple(_asking(facts, request, short=version.short))
    reason = () if request.reason is None else ((Filled(NOT_SHOWN), tidied(request.reason)),)
    return Letter(title, ((hello,), opening, *reason, asking, *closed(facts, CLOSE)))


def _opening(facts: Facts, *, short: bool) -> Iterator[Filled]:
    held = exact_day(facts)
    decided = ("decided", "yes" if facts.value("outcome") == "rejected" else "no")
    dated = (("dated", "no" if held is None else "yes"), ("day", held or ""))
    yield Filled(THANKS, (_through(facts), decided, *dated, *position(facts)))
    if not short:
        yield Filled(NO_PICTURE)


def _asking(facts: Facts, request: Request, *, short: bool) -> Iterator[Filled | str]:
    through = _through(facts)
    match request.way:
        case "talk":
            yield Filled(TEN_MINUTES, (through,))
        case "trial":
            yield Filled(MAY_I_TRY, (through, ("hours", request.hours)))
        case _:
            yield Filled(MAY_I_SHOW, (through,))
    if request.piece is not None:
        yield tidied(request.piece)
    if request.ready_on is not None:
        yield Filled(READY_BY, (("day", request.ready_on),))
    if short:
        return
    if (wish := mood.interest(facts)) is not None:
        yield Filled(INTERESTED, (("wish", wish),))
    yield Filled(UNDERSTAND)


def _through(facts: Facts) -> tuple[str, str]:
    """Whether somebody passes it on."""
    return ("through", "recruiter" if facts.value("contact") == "recruiter" else "nobody")
