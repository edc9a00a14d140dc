"""Asking them, once, what was missing: after a no, where they gave no reason or the person wants to know more.

The rule a newcomer could break: it is offered once and asked once, and says before that many never answer.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from core.drafts.feedback import feedback as draft
from core.drafts.version import FOLLOW_UP
from core.flows.asking import fair_from
from core.flows.lesson import quoted
from core.flows.outcome import is_grave
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.questions import Choice, Option, Settling
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.persons import to_you
from core.understanding.reasons import THEIR_REASON
from core.vocabulary import Saying

MORE = Choice("feedback-more", "feedback-more", (Option("yes", Command.YES), Option("no", Command.NO)), {"reason": ""})
SETTLE = Settling(
    "settle-feedback",
    "feedback-settle",
    (Option("sent", Command.SENT), *CHANGES, EDIT_IT, Option("leave", Command.LATER)),
    {"by": "coach"},
)

OFFERED_MORE = "feedback-more-offered"
"""The fact that asking for more than their reason was offered as that: who comes for it is not asked once again."""

BARRED = Saying("feedback-barred")
NOT_YET = Saying("feedback-not-yet", "day")
NOT_YET_FAIR = Saying("feedback-not-yet-fair")
GRAVE = Saying("feedback-grave")
ASKED = Saying("feedback-asked")
HONEST = Saying("feedback-honest")
SENT = Saying("feedback-sent")
LEFT = Saying("feedback-left")


@flow("feedback")
def feedback(talk: Talk) -> Script:
    """On request: where asking is open to them, the text."""
    if talk.known("contact") == "barred":
        talk.say(BARRED)
    elif talk.known("feedback-asked"):
        talk.say(ASKED)
    elif talk.known("outcome") != "rejected":
        talk.mark("feedback-wished")
        fair = fair_from(talk)
        if fair > date.fromisoformat(talk.today):
            talk.say(NOT_YET, day=fair.isoformat())
        else:
            talk.say(NOT_YET_FAIR)
    else:
        yield from ask_for_it(talk)


def ask_for_it(talk: Talk) -> Script:
    """Honest about the odds first; with a reason of theirs, only if that is not enough."""
    reason = talk.known(THEIR_REASON)
    if isinstance(reason, str) and is_grave(talk.facts, reason):
        talk.say(GRAVE)
        return
    question = SETTLE.given(by="reason") if isinstance(reason, str) else SETTLE
    if isinstance(reason, str) and not talk.known(OFFERED_MORE):
        more = yield from talk.ask(MORE.keyed(talk.key, talk.today).given(reason=to_you(quoted(reason))))
        if more != "yes":
            talk.mark("feedback-left")
            talk.say(LEFT)
            return
    talk.say(HONEST)
    decision = yield from settle(talk, question, partial(draft, talk.facts), FOLLOW_UP, talk.key, talk.today)
    if decision == "sent":
        talk.mark("feedback-asked")
        talk.say(SENT)
    else:
        talk.say(LEFT)
