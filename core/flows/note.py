"""The thank-you note: whether, how and when, then one draft for each reader until each is settled.

The note is recommended also after a bad interview. It carries at most two points, in the person's own words, as
further thoughts; lateness, nerves and the like are never in it. When contact is barred there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from core import apart, clock
from core.drafts import call as spoken
from core.drafts.naming import as_a_name
from core.drafts.points import ON_THE_PHONE, may_yet_be_carried, named_points
from core.drafts.readers import Reader, readers
from core.drafts.thank_you import LATE_AFTER, LEADS_OF_A_TOPIC, LEADS_OF_NOTHING, is_wanted, thank_you
from core.drafts.version import FOLLOW_UP, NOTE
from core.flows import call
from core.flows.points import choose_points
from core.flows.settling import CHANGES, EDIT_IT, settle
from core.mood import VERY_LOW, was_laughed_at, went_well
from core.plan import Kind
from core.questions import Choice, Option, Question, Settling
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.understanding.persons import standing_alone, typed_short
from core.vocabulary import Filled, Letter, Saying

MOST_NAMED = 3
"""So many of the words typed short are named."""
LATE_EVENING = "17:00"
"""An interview that ended after this leaves no calm evening for a note (C1)."""

CHANNEL = Choice(
    "note-channel",
    "note-channel",
    (Option("mail", Command.YES), Option("post"), Option("call"), Option("none", Command.NO)),
    {"call": "no"},
)
CHANNEL_OPTIONAL = replace(CHANNEL, words="note-channel-optional", args={})
SAID_BY = Choice("said-by", "note-said-by", (Option("somebody-else", Command.NO),))
LOOK = Choice(
    "note-look",
    "note-look",
    (Option("now", Command.YES), Option("tonight"), Option("tomorrow", Command.NO), Option("none")),
)
NOT_NOW_BUT_TONIGHT = (Option("now", Command.YES), Option("tonight", Command.NO), Option("tomorrow"), Option("none"))
"""The options where the evening was advised; a plain no is no refusal of the note, it means not now."""
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
RECOMMENDED_LAUGHED = Saying("note-recommended-laughed")
PLAIN = Saying("note-plain")
PLAIN_LATE = Saying("note-plain-late")
PLAIN_WELL = Saying("note-plain-well")
OPTIONAL = Saying("note-optional")
MEANT = Saying("note-meant")
UNWANTED = Saying("note-unwanted")
NOTHING_TO_SEND = Saying("note-nothing-to-send")
DECLINED = Saying("note-declined")
BY_POST = Saying("note-by-post")
EVENING = Saying("note-evening")
MORNING = Saying("note-morning")
TODAY = Saying("note-today")
LATE = Saying("note-late")
KEPT_FOR_LATER = Saying("note-kept-for-later")
KEPT_GENTLY = Saying("note-kept-gently")
SENT = Saying("note-sent", "reader")
SENT_ALONGSIDE = Saying("note-sent-alongside", "reader")
SENT_WITH_THEIRS = Saying("note-sent-with-theirs", "reader", "others")
SENT_BESIDES = "sent-besides"
"""The fact that more than the one note that was shown has gone out."""
AS_TYPED = Saying("note-as-typed", "words")
ALL_SENT = Saying("note-all-sent", "count")
KEPT = Saying("note-kept")
KEPT_ASKED = Saying("note-kept-asked")
ALONE = Saying("note-alone", "words")
GUIDE = Saying("note-guide", "link")
ALIKE = Saying("note-alike", "reader")
NONE_TO = Saying("note-none-to", "names")


@flow("note")
def note(talk: Talk) -> Script:
    """The note by itself, when the person asks to see it; with a key, that one reader's alone."""
    if talk.known("contact") == "barred":
        talk.say(NOTHING_TO_SEND)
        return
    for reader in readers(talk.facts):
        if talk.key == f"note-{reader.number}":
            yield from settle_note(talk, reader)
            return
    yield from choose_points(talk)
    yield from settle_each(talk, readers(talk.facts))


def note_steps(talk: Talk) -> Script:
    """From the recommendation to each note sent, kept or declined; nothing where contact is barred."""
    if talk.known("contact") == "barred":
        return
    if talk.known("note-declined") and talk.known("note-channel") is None:
        return  # said before it was asked; "show the note" brings it back
    if has_turned_to_the_phone(talk) and (yield from call.call_steps(talk)):
        return
    talk.say(advice(talk))
    asked = CHANNEL_OPTIONAL if is_optional(talk) else CHANNEL.given(call="yes" if names_a_call(talk) else "no")
    channel = yield from talk.ask(asked if may_call(talk) else asked.without("call"))
    if channel == "none":
        talk.say(DECLINED)
        return
    if channel == "call" and (yield from call.call_steps(talk)):
        return
    if talk.known("call-became") in ON_THE_PHONE:  # told while the note was talked about
        return
    if channel == "post":
        talk.say(BY_POST)
    yield from leave_out(talk)
    yield from choose_points(talk)
    if is_all_sent(talk):
        is_told = talk.known(f"nudge:{Kind.NOTE}") is not None  # then it was said where the note was brought up
        new = (reader for reader in readers(talk.facts) if talk.is_new(f"note-{reader.number}-sent"))
        if not is_told and (reader := next(new, None)) is not None:  # of several that went together it is said once
            say_sent(talk, reader)
        return
    when = when_to_send(talk)
    talk.say(when)
    look = yield from talk.ask(look_at(talk, when))
    if look == "none":
        talk.say(DECLINED)
    elif look in ("tonight", "tomorrow"):
        feeling = talk.known("feeling-at-first")
        talk.say(KEPT_GENTLY if isinstance(feeling, int) and feeling >= VERY_LOW else KEPT_FOR_LATER)
    else:
        yield from settle_each(talk, readers(talk.facts))


def look_at(talk: Talk, advised: Saying) -> Question[Any]:
    """The question whether to see it now, with the hours that are left."""
    if not may_go_tonight(talk):
        return LOOK.without("tonight")
    return replace(LOOK, options=NOT_NOW_BUT_TONIGHT) if advised is EVENING else LOOK


def is_optional(talk: Talk) -> bool:
    """Whether nobody presses a note: after what they did, and where the job is not wanted any more."""
    return apart.is_told(talk.facts) or talk.known("wants-job") == "no" or advice(talk) is OPTIONAL


def advice(talk: Talk) -> Saying:
    """Whether to write: strongly yes, unless it is theirs alone to decide, or decided."""
    has_points = any(may_yet_be_carried(talk.facts, name) for name, _ in named_points(talk.facts))
    if apart.is_told(talk.facts):
        return OPTIONAL
    if talk.known("means-to-write"):
        return MEANT
    if talk.known("wants-job") == "no":
        return UNWANTED
    if was_laughed_at(talk.facts):
        return RECOMMENDED_LAUGHED if has_points and talk.known("wants-job") == "yes" else OPTIONAL
    if has_points:
        return RECOMMENDED_WELL if went_well(talk.facts) else RECOMMENDED
    if went_well(talk.facts):
        return PLAIN_WELL
    return PLAIN if talk.known("minutes-late") is None else PLAIN_LATE


def has_turned_to_the_phone(talk: Talk) -> bool:
    """Whether they asked for a call of their own accord, before anybody asked how to send the note."""
    is_asked = talk.known("note-channel") is None and talk.known("call-asked-at") is not None
    return is_asked and (spoken.is_chosen(talk.facts) or talk.known("call-became") in ON_THE_PHONE)


def may_call(talk: Talk) -> bool:
    """Whether a call is offered beside the note: on the day itself, for a point of weight, to them and nobody between."""
    if talk.known("note-channel") == "call":
        return True  # chosen while it could be
    feeling = talk.known("feeling-at-first")
    if isinstance(feeling, int) and feeling >= VERY_LOW:
        return False  # nobody who is so low is sent to the phone; who asks for a call gets one
    is_theirs_to_take = talk.known("contact") != "recruiter" and not is_optional(talk)
    return is_theirs_to_take and spoken.is_possible(talk.facts) and spoken.may_be_made(talk.facts, talk.today)


def names_a_call(talk: Talk) -> bool:
    """Whether the question itself names a call, beside the option: who has a number of theirs has told of that way."""
    return may_call(talk) and talk.known("direct-number") == "yes"


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


def when_to_send(talk: Talk) -> Saying:
    """The sources disagree, and the feeling and the hour decide what we suggest (C1)."""
    days = days_since(talk)
    if days:
        return TODAY if days == 1 else LATE
    feeling = talk.known("feeling-at-first")
    ended = talk.known("interview-ended-at")
    rough = isinstance(feeling, int) and feeling >= 7
    late = isinstance(ended, str) and ended[11:16] > LATE_EVENING
    return MORNING if rough or late else EVENING


def days_since(talk: Talk) -> int:
    """How many days lie between the interview and this conversation; 0 when its day is unknown."""
    told = talk.known("interview-on")
    day = clock.day_in(told) if isinstance(told, str) else None
    return 0 if day is None else (date.fromisoformat(talk.today) - day).days


def unsent(talk: Talk) -> list[Reader]:
    """Those whose note had not gone out when this conversation began."""
    sent = {reader: f"note-{reader.number}-sent" for reader in readers(talk.facts)}
    return [reader for reader, name in sent.items() if not talk.known(name) or talk.is_new(name)]


def is_all_sent(talk: Talk) -> bool:
    """Whether every note has gone out."""
    return all(talk.known(f"note-{reader.number}-sent") for reader in readers(talk.facts))


def settle_each(talk: Talk, people: Iterable[Reader]) -> Script:
    """Each reader's note in turn."""
    theirs = apart.authors(talk.facts)
    if names := tuple(name for number, name in talk.texts("interviewer") if number in theirs):
        talk.say(NONE_TO, names=names)
    if guide := talk.community.links.get("follow-up-guide"):
        talk.say(GUIDE, link=guide)
    shown: list[tuple[Any, ...]] = []
    for reader in people:
        body = thank_you(talk.facts, reader, days=days_since(talk)).paragraphs[1:]
        if body in shown:
            talk.say(ALIKE.numbered(reader.number), reader=reader.called)
        shown.append(body)
        if not was_sent_along(talk, reader):
            yield from settle_note(talk, reader)


def was_sent_along(talk: Talk, reader: Reader) -> bool:
    """Whether they said of another's note that this one has gone, too ("sent both")."""
    sent = talk.facts.latest(f"note-{reader.number}-sent")
    others = (talk.facts.latest(f"note-{one.number}-sent") for one in readers(talk.facts) if one.number < reader.number)
    return sent is not None and any(other is not None and other.turn == sent.turn for other in others)


def was_shown(talk: Talk, reader: Reader) -> bool:
    """Whether they have said anything to the draft for that reader."""
    return any(name.startswith(f"note-{reader.number}.") for name in talk.facts.all())


def settle_note(talk: Talk, reader: Reader) -> Script:
    """Show one reader's note, in as many versions as it takes."""
    key = f"note-{reader.number}"
    days = days_since(talk)
    question = SETTLE.given(reader=reader.called).bringing("sent", f"{key}-sent", True)
    draft = partial(thank_you, talk.facts, reader, days=days)
    if AS_TYPED.name not in talk.said:
        hint_at_spelling(talk, draft())
    if ALONE.id not in talk.said:
        hint_at_what_stands_alone(talk, draft())
    decision = yield from settle(talk, question, draft, FOLLOW_UP if days >= LATE_AFTER else NOTE, key)
    if decision == "sent":
        say_sent(talk, reader)
    else:
        talk.say((KEPT if is_brought_up(talk) else KEPT_ASKED).numbered(reader.number))


def is_brought_up(talk: Talk) -> bool:
    """Whether a reminder of an unsent note is still to come of itself."""
    return is_wanted(talk.facts) and days_since(talk) < LATE_AFTER


def say_sent(talk: Talk, reader: Reader) -> None:
    """That it is marked; of several, with the last of them, that all are. A note never shown is theirs, and no draft."""
    people = readers(talk.facts)
    others = [one for one in people if one.number != reader.number]
    is_last = len(people) > 1 and reader == people[-1] and is_all_sent(talk)
    sent = [one for one in others if talk.known(f"note-{one.number}-sent")]
    unshown = tuple(one.called for one in sent if not was_shown(talk, one))
    if unshown and was_shown(talk, reader):
        talk.say(SENT_WITH_THEIRS.numbered(reader.number), reader=reader.called, others=unshown)
    elif is_last or any(was_sent_along(talk, one) for one in others):
        talk.say(ALL_SENT.numbered(reader.number), count=len(people))
    else:
        saying = SENT_ALONGSIDE if len(people) == 1 and talk.known(SENT_BESIDES) else SENT
        talk.say(saying.numbered(reader.number), reader=reader.called)


def hint_at_what_stands_alone(talk: Talk, letter: Letter) -> None:
    """A "they" or "it" of theirs that refers to nothing in the note, named once; a recruiter passes it on as it is."""
    if talk.known("contact") == "recruiter":
        return
    found: list[str] = []
    for led, *said in letter.paragraphs:
        phrase = led.phrase if isinstance(led, Filled) else None
        if phrase in LEADS_OF_NOTHING or phrase in LEADS_OF_A_TOPIC:
            own = " ".join(words for words in said if isinstance(words, str))
            found += standing_alone(own, is_below_a_topic=phrase in LEADS_OF_A_TOPIC)
    if found:
        talk.say(ALONE, words=tuple(f'"{one}"' for one in dict.fromkeys(found)))


def hint_at_spelling(talk: Talk, letter: Letter) -> None:
    """Their own words stay as they typed them, so what a reader may stumble over is named once, before it goes."""
    typed = [words for one in letter.paragraphs for words in one if isinstance(words, str)]
    found = [*dict.fromkeys(short for words in typed for short in typed_short(words))][:MOST_NAMED]
    place = talk.known("organisation")
    if isinstance(place, str) and place.islower() and not place.startswith("the "):
        found.append(as_a_name(place))  # as far as capitals go; how it is spelt they know better
    if found:
        talk.say(AS_TYPED, words=tuple(f'"{words}"' for words in found))
