"""Some days after a no: what may still be asked of them, in one offer and never again.

The rule a newcomer could break: nothing of this is brought up on the day of the no itself; who asks for it then gets it.
"""

from __future__ import annotations

from core.drafts.feedback import is_fitting
from core.drafts.second_chance import may_be_offered
from core.flows.feedback import OFFERED_MORE
from core.flows.offer import TOMORROW
from core.questions import Offer, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.reasons import THEIR_REASON
from core.vocabulary import Saying

FEEDBACK = Option("feedback")
CHANCE = Option("second-chance")
NEITHER = Option("neither", Command.NO)
LEAVE = Option("leave", Command.NO)
OFFER = Offer("offer", "after-no-offer", (FEEDBACK, CHANCE, TOMORROW, NEITHER, LEAVE), {"what": "both"})

LEFT = Saying("after-no-left")
AS_WISHED = Saying("after-no-as-wished")


@flow("after-no")
def after_no(talk: Talk) -> Script:
    """Offer what is open to them, and lead to it; each is called as its flow."""
    offered = [FEEDBACK] * is_fitting(talk.facts) + [CHANCE] * may_be_offered(talk.facts)
    if not offered and (talk.known("feedback-asked") or talk.known("chance-asked")):
        return  # one of them has gone out, asked for in some other way
    if not offered:
        talk.lead_to(CHANCE.id)  # it says why not
        return
    if FEEDBACK in offered and talk.known("feedback-wished"):
        talk.say(AS_WISHED)
    asked = offer(offered)
    if FEEDBACK in offered and isinstance(talk.known(THEIR_REASON), str):
        asked = asked.given(what=f"{asked.args['what']}-more")  # they have named something already
        talk.mark(OFFERED_MORE)
    answer = yield from talk.ask(asked.keyed(talk.key))
    if answer in (FEEDBACK.id, CHANCE.id):
        talk.lead_to(answer)
    elif answer in (NEITHER.id, LEAVE.id):
        talk.say(LEFT)


def offer(offered: list[Option]) -> Offer:
    """The offer with what can be asked for; where that is one thing only, a yes takes it up."""
    if len(offered) > 1:
        return OFFER.without(LEAVE.id)
    (one,) = offered
    options = (one._replace(means=Command.YES), TOMORROW, LEAVE)
    return Offer(OFFER.name, OFFER.words, options, {"what": one.id})
