"""The thank-you note: whether, how and when, then one draft for each reader until each is settled.

The note is recommended also after a bad interview. It carries at most two points, in the person's own words, as
further thoughts; lateness, nerves and the like are never in it. When contact is barred there is none.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from core import apart, clock
from core.drafts import call as spoken
from core.drafts.thank_you import ON_THE_PHONE, Reader, may_be_carried, named_points, readers, thank_you
from core.drafts.version import FOLLOW_UP, NOTE
from core.flows import call
from core.flows.points import choose_points
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.mood import went_well
from core.questions import Choice, Option, Question, Settling
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Saying

LATE_EVENING = "17:00"
"""An interview that ended after this leaves no calm evening for a note (C1)."""

LATE_AFTER = 2
"""Days after the interview from which the note is a late one (C1)."""

CHANNEL = Choice(
    "note-channel",
    "note-channel",
    (Option("mail", Command.YES), Option("post"), Option("call"), Option("none", Command.NO)),
)
CHANNEL_OPTIONAL = replace(CHANNEL, words="note-channel-optional")
SAID_BY = Choice("said-by", "note-said-by", (Option("somebody-else", Command.NO),))
LOOK = Choice(
    "note-look",
    "note-look",
    (Option("now", Command.YES), Option("tonight"), Option("tomorrow", Command.LATER), Option("none", Command.NO)),
)
SETTLE = Settling(
    "settle",
    "note-settle",
    (Option("sent", Command.SENT), *CHANGES, EDIT_IT, Option("keep", Command.LATER)),
    {"reader": ""},
)
ABOUT_SENDING = {CHANNEL.words, CHANNEL_OPTIONAL.words, LOOK.words, SETTLE.words}
"""Questions whose last option leaves the note."""

RECOMMENDED = Saying("note-recommended")
RECOMMENDED_WELL = Saying("note-recommended-well")
PLAIN = Saying("note-plain")
PLAIN_WELL = Saying("note-plain-well")
OPTIONAL = Saying("note-optional")
NOTHING_TO_SEND = Saying("note-nothing-to-send")
DECLINED = Saying("note-declined")
BY_POST = Saying("note-by-post")
EVENING = Saying("note-evening")
MORNING = Saying("note-morning")
TODAY = Saying("note-today")
LATE = Saying("note-late")
KEPT_FOR_LATER = Saying("note-kept-for-later")
SENT = Saying("note-sent")
KEPT = Saying("note-kept")
GUIDE = Saying("note-guide", "link")
DONE = Saying("note-done")
DONE_WELL = Saying("note-done-well")
DONE_UNSENT = Saying("note-done-unsent")
DONE_APART = Saying("note-done-apart")
NONE_TO = Saying("note-none-to", "names")


@flow("note")
def note(talk: Talk) -> Script:
    """The note by itself, when the person asks to see it."""
    if talk.known("contact") == "barred":
        talk.say(NOTHING_TO_SEND)
        return
    yield from choose_points(talk)
    yield from settle_each(talk, readers(talk.facts))


def note_steps(talk: Talk) -> Script:
    """From the recommendation to each note sent, kept or declined."""
    if talk.known("contact") == "barred":
        talk.say(NOTHING_TO_SEND)
        return
    if talk.known("note-declined") and talk.known("note-channel") is None:
        return  # said before it was asked; "show the note" brings it back
    if has_turned_to_the_phone(talk) and (yield from call.call_steps(talk)):
        talk.say(call.DONE)
        return
    if apart.is_told(talk.facts):
        talk.say(OPTIONAL)
    elif any(may_be_carried(talk.facts, name) for name, _ in named_points(talk.facts)):
        talk.say(RECOMMENDED_WELL if went_well(talk.facts) else RECOMMENDED)
    else:
        talk.say(PLAIN_WELL if went_well(talk.facts) else PLAIN)
    asked = CHANNEL_OPTIONAL if apart.is_told(talk.facts) else CHANNEL
    channel = yield from talk.ask(asked if may_call(talk) else asked.without("call"))
    if channel == "none":
        talk.say(DECLINED)
        return
    if channel == "call" and (yield from call.call_steps(talk)):
        talk.say(call.DONE)
        return
    if talk.known("call-became") in ON_THE_PHONE:  # told while the note was talked about
        talk.say(call.DONE)
        return
    if channel == "post":
        talk.say(BY_POST)
    yield from leave_out(talk)
    yield from choose_points(talk)
    if all(talk.known(f"note-{reader.number}-sent") for reader in readers(talk.facts)):
        for reader in readers(talk.facts):
            if talk.is_new(f"note-{reader.number}-sent"):
                talk.say(SENT.numbered(reader.number))
        talk.say(at_the_end(talk, is_sent=True))
        return
    when_to_send(talk)
    look = yield from talk.ask(LOOK if may_go_tonight(talk) else LOOK.without("tonight"))
    if look == "none":
        talk.say(DECLINED)
    elif look in ("tonight", "tomorrow"):
        talk.say(KEPT_FOR_LATER)
    else:
        sent = yield from settle_each(talk, readers(talk.facts))
        talk.say(at_the_end(talk, is_sent=sent))


def at_the_end(talk: Talk, *, is_sent: bool) -> Saying:
    """What is said when the first conversation is over; nobody recovers from a good interview."""
    if apart.is_told(talk.facts):
        return DONE_APART
    if went_well(talk.facts):
        return DONE_WELL
    return DONE if is_sent else DONE_UNSENT


def has_turned_to_the_phone(talk: Talk) -> bool:
    """Whether they asked for a call of their own accord, before anybody asked how to send the note."""
    is_asked = talk.known("note-channel") is None and talk.known("call-asked-at") is not None
    return is_asked and (spoken.is_chosen(talk.facts) or talk.known("call-became") in ON_THE_PHONE)


def may_call(talk: Talk) -> bool:
    """Whether a call is offered beside the note: on the day itself, for a point of weight, to them and nobody between."""
    if talk.known("note-channel") == "call":
        return True  # chosen while it could be
    is_theirs_to_take = talk.known("contact") != "recruiter" and not apart.is_told(talk.facts)
    return is_theirs_to_take and spoken.is_possible(talk.facts) and spoken.may_be_made(talk.facts, talk.today)


def leave_out(talk: Talk) -> Script:
    """Which of those with a name it was, where it is not known: no thanks go there."""
    named = talk.texts("interviewer")
    if not named or not apart.is_told(talk.facts):
        return
    if talk.known(SAID_BY.name) is not None or not apart.authors(talk.facts):
        yield from talk.ask(SAID_BY.offering(*(Option(f"interviewer-{n}", label=name) for n, name in named)))


def may_go_tonight(talk: Talk) -> bool:
    """Whether the evening of this day still lies ahead of the one who tells of it."""
    told = talk.known("told-at")
    return isinstance(told, str) and told[11:16] < LATE_EVENING


def when_to_send(talk: Talk) -> None:
    """The sources disagree, and the feeling and the hour decide what we suggest (C1)."""
    days = days_since(talk)
    if days:
        talk.say(TODAY if days == 1 else LATE)
        return
    feeling = talk.known("feeling-at-first")
    ended = talk.known("interview-ended-at")
    rough = isinstance(feeling, int) and feeling >= 7
    late = isinstance(ended, str) and ended[11:16] > LATE_EVENING
    talk.say(MORNING if rough or late else EVENING)


def days_since(talk: Talk) -> int:
    """How many days lie between the interview and this conversation; 0 when its day is unknown."""
    told = talk.known("interview-on")
    day = clock.day_in(told) if isinstance(told, str) else None
    return 0 if day is None else (date.fromisoformat(talk.today) - day).days


def unsent(talk: Talk) -> list[Reader]:
    """Those whose note had not gone out when this conversation began."""
    sent = {reader: f"note-{reader.number}-sent" for reader in readers(talk.facts)}
    return [reader for reader, name in sent.items() if not talk.known(name) or talk.is_new(name)]


def settle_each(talk: Talk, people: Iterable[Reader]) -> Generator[Question[Any], None, bool]:
    """Each reader's note in turn; whether all of them are sent."""
    sent = True
    theirs = apart.authors(talk.facts)
    if names := tuple(name for number, name in talk.texts("interviewer") if number in theirs):
        talk.say(NONE_TO, names=names)
    if guide := talk.community.links.get("follow-up-guide"):
        talk.say(GUIDE, link=guide)
    for reader in people:
        decision = yield from settle_note(talk, reader)
        sent = sent and decision == "sent"
    return sent


def settle_note(talk: Talk, reader: Reader) -> Generator[Question[Any], None, str | None]:
    """Show one reader's note, in as many versions as it takes; how it was left."""
    key = f"note-{reader.number}"
    is_late = days_since(talk) >= LATE_AFTER
    question = SETTLE.given(reader=reader.called).bringing("sent", f"{key}-sent", True)
    draft = partial(thank_you, talk.facts, reader, is_late=is_late)
    decision = yield from settle(talk, question, draft, FOLLOW_UP if is_late else NOTE, key)
    talk.say((SENT if decision == "sent" else KEPT).numbered(reader.number))
    return decision
