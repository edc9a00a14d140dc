"""The feedback request: after a no, a few lines that ask what was missing and question nothing.

It goes to all whose names are known, or to the recruiter. When contact is barred there is none; the flows see to it.
"""

from __future__ import annotations

import re

from core import apart
from core.drafts.check_in import HELLO
from core.drafts.naming import exact_day, position
from core.drafts.own_words import tidied
from core.drafts.readers import readers
from core.drafts.signature import closed
from core.drafts.thank_you import CLOSE, TITLE, greeting
from core.drafts.version import PLAIN, Version
from core.facts import Facts
from core.understanding import conduct
from core.understanding.reasons import THEIR_REASON
from core.vocabulary import Filled, Letter, Phrase

THANKS = Phrase("feedback-thanks", "through", "dated", "day", "known", "role", "organisation")
REASON = Phrase("feedback-reason", "reason")
REASON_OWN = Phrase("feedback-reason-own")
"""Where the reason speaks of who writes: in their own "I" it would be a confession, so it is not said again."""
_OF_ONESELF = re.compile(r"(?:i|my)\b", re.IGNORECASE)
_COMMON = re.compile(r"(?:Some(?:body|one)|Others?|Another|The|A|An|More|Less|Not|No|Too|They|He|She|It|There|Lack)\b")
"""What has its capital only because it begins a sentence."""
ASK_MORE = Phrase("feedback-ask-more")
ASK_MORE_RECRUITER = Phrase("feedback-ask-more-recruiter")
ASK = Phrase("feedback-ask")
ASK_RECRUITER = Phrase("feedback-ask-recruiter")
A_LINE = Phrase("feedback-a-line")


def is_fitting(facts: Facts) -> bool:
    """Whether asking is worth an offer: there was a no and asking is open to them.

    Where they gave a reason, only to who wished for it before, or never spoke of wanting the job; never for a grave one.
    """
    is_open = facts.value("contact") != "barred" and not apart.is_told(facts)
    reason = facts.text(THEIR_REASON)
    is_grave = reason is not None and (conduct.is_no_reason(reason) or apart.is_of_it(facts, reason))
    is_no = facts.value("outcome") == "rejected" and not is_grave
    is_worth_it = reason is None or bool(facts.value("feedback-wished")) or facts.value("wants-job") is None
    is_settled = facts.value("feedback-asked") or facts.value("feedback-left")
    return is_open and is_no and is_worth_it and not is_settled


def feedback(facts: Facts, version: Version = PLAIN) -> Letter:
    """The text; a reason they gave stands in it, as the person told of it."""
    is_indirect = facts.value("contact") == "recruiter"
    people = readers(facts)
    title = Filled(TITLE, (("reader", tuple(reader.called for reader in people)),))
    hello = Filled(HELLO) if is_indirect else greeting(*(reader.name for reader in people))
    held = exact_day(facts)
    dated = (("dated", "no" if held is None else "yes"), ("day", held or ""))
    thanks = Filled(THANKS, (("through", "recruiter" if is_indirect else "nobody"), *dated, *position(facts)))
    reason = facts.text(THEIR_REASON)
    ask: tuple[Filled, ...] = (Filled(ASK_RECRUITER if is_indirect else ASK),)
    if reason is not None:
        named = _named(tidied(reason).removesuffix("."))
        ask = (named, Filled(ASK_MORE_RECRUITER if is_indirect else ASK_MORE))
    asked = ask if version.short else (*ask, Filled(A_LINE))
    return Letter(title, ((hello,), (thanks,), asked, *closed(facts, CLOSE)))


def _named(reason: str) -> Filled:
    """Their reason: quoted, unless it speaks of the person, who then only thanks them for it."""
    if not _OF_ONESELF.match(reason):
        return Filled(REASON, (("reason", reason[:1].lower() + reason[1:] if _COMMON.match(reason) else reason),))
    return Filled(REASON_OWN)
