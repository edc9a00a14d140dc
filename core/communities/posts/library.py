"""The posts that come with the coach: drafts for staff to choose from and to change.

The words are in `content/<language>/community_posts.ftl`, for a channel in the coach's own voice: short, never pushing. The
rule a newcomer could break: whatever offers the coach has the button and, below its text, the line that says what the coach
is; that line is ours and not for changing.
"""

from __future__ import annotations

from datetime import time

from core.communities.posts.planned import TURN
from core.communities.posts.schedule import Weekly
from core.records import record
from core.vocabulary import Phrase, Saying
from core.wording import Wording

TIP_TITLE, TIP_FOR = Phrase("posts-tip-title"), Phrase("posts-tip-for")
TIP = Saying("posts-tip")
THIS_WEEK_TITLE, THIS_WEEK_FOR = Phrase("posts-this-week-title"), Phrase("posts-this-week-for")
THIS_WEEK = Saying("posts-this-week")
HOUR_TITLE, HOUR_FOR = Phrase("posts-hour-title"), Phrase("posts-hour-for")
HOUR = Saying("posts-hour")
EVENT_TITLE, EVENT_FOR = Phrase("posts-event-title"), Phrase("posts-event-for")
EVENT = Phrase("posts-event")
OFFER_TITLE, OFFER_FOR = Phrase("posts-offer-title"), Phrase("posts-offer-for")
OFFER = Phrase("posts-offer")
OWN_TITLE, OWN_FOR = Phrase("posts-own-title"), Phrase("posts-own-for")

NAME_OF_OFFER = "offer"
MONDAY, WEDNESDAY, THURSDAY = 0, 2, 3


@record
class Draft:
    """A post to begin with."""

    name: str
    title: Phrase
    purpose: Phrase
    """What it is for, in a sentence for staff."""
    words: Saying | Phrase | None = None
    """With several wordings it has as many texts, which take turns; None: staff write it."""
    when: Weekly | None = None
    """When it usually goes out."""
    offers_the_coach: bool = True
    is_pinned: bool = False
    announces: bool = False
    """Whether it announces something that takes place."""


DRAFTS = (
    Draft(NAME_OF_OFFER, OFFER_TITLE, OFFER_FOR, OFFER, is_pinned=True),
    Draft("tip", TIP_TITLE, TIP_FOR, TIP, Weekly(frozenset({MONDAY}), time(9))),
    Draft("this-week", THIS_WEEK_TITLE, THIS_WEEK_FOR, THIS_WEEK, Weekly(frozenset({MONDAY}), time(12))),
    Draft("hour", HOUR_TITLE, HOUR_FOR, HOUR, Weekly(frozenset({THURSDAY}), time(17))),
    Draft("event", EVENT_TITLE, EVENT_FOR, EVENT, offers_the_coach=False, announces=True),
    Draft("own", OWN_TITLE, OWN_FOR, None, offers_the_coach=False),
)
_OWN = DRAFTS[-1]


def draft(name: str) -> Draft:
    """The draft of that name; one without words where this program has none of it."""
    return next((one for one in DRAFTS if one.name == name), _OWN)


def text_of(draft: Draft, wording: Wording) -> str:
    """Its words, as staff are given them to change."""
    if draft.words is None:
        return ""
    texts = [wording.said(draft.words.id, time, {}) for time in range(wording.wordings(draft.words.id))]
    return f"\n{TURN}\n".join(texts)
