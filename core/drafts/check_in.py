"""The check-in: a few lines that ask kindly where they stand, after the day they had named has passed.

It goes to all whose names are known, or to the recruiter. When contact is barred there is none; the flows see to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from core import mood
from core.drafts.naming import exact_day, position
from core.drafts.readers import readers
from core.drafts.signature import closed
from core.drafts.thank_you import CLOSE, TITLE, greeting
from core.drafts.version import PLAIN, Version
from core.facts import Facts
from core.vocabulary import Filled, Letter, Phrase

HELLO = Phrase("check-in-hello")
ASK = Phrase("check-in-ask", "dated", "day", "known", "role", "organisation")
ASK_RECRUITER = Phrase("check-in-ask-recruiter", "dated", "day", "known", "role", "organisation")
ONCE_MORE = Phrase("check-in-once-more")
NAMED_DAY = Phrase("check-in-named-day", "day")
WHERE = Phrase("check-in-where")
FIND_OUT = Phrase("check-in-find-out")
INTERESTED = Phrase("check-in-interested", "wish")


def check_in(facts: Facts, number: int, version: Version = PLAIN) -> Letter:
    """The first or the second text."""
    is_indirect = facts.value("contact") == "recruiter"
    people = readers(facts)
    title = Filled(TITLE, (("reader", tuple(reader.called for reader in people)),))
    hello = Filled(HELLO) if is_indirect else greeting(*(reader.name for reader in people))
    again = number > 1 and bool(facts.value("check-in-1-sent"))
    body = tuple(_body(facts, version, is_indirect=is_indirect, again=again))
    return Letter(title, ((hello,), body, *closed(facts, CLOSE)))


def _body(facts: Facts, version: Version, *, is_indirect: bool, again: bool) -> Iterator[Filled]:
    held = exact_day(facts)
    dated = (("dated", "no" if held is None else "yes"), ("day", held or ""))
    yield Filled(ASK_RECRUITER if is_indirect else ASK, (*dated, *position(facts)))
    if again:
        yield Filled(ONCE_MORE)
    promised = facts.text("answer-promised-at")
    is_exact = facts.text("answer-promised-at-roughly") != promised
    if promised is not None and is_exact and not version.short:
        yield Filled(NAMED_DAY, (("day", promised),))
    yield Filled(FIND_OUT if is_indirect else WHERE)
    if (wish := mood.interest(facts)) is not None:
        yield Filled(INTERESTED, (("wish", wish),))
