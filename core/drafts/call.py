"""The call: what to say, whom to ask for, and the message if nobody answers.

It says what the note would say, to one person, on the day of the interview; so it is one or the other (R42). Their own
sentences stand in it as they do in the note.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from core import clock, mood
from core.drafts.frames import Frames, in_frames
from core.drafts.naming import position
from core.drafts.points import may_yet_be_carried, named_points, point, points_of, whom_to_call
from core.drafts.readers import Reader, readers
from core.drafts.version import PLAIN, Version, changed
from core.facts import Facts
from core.understanding.revisions import changes_in
from core.understanding.tone import tells_of_a_loss
from core.vocabulary import Filled, Letter, Phrase

ENDS = time(18)
"""Later in the evening nobody is called."""
AT = time(17)
LATEST = time(17, 45)
"""A reminder after this would come too late for a call."""
MOMENTS = ("call-asked-at", "direct-number-at", "call-anyway-at")
"""When they spoke of calling."""

TITLE = Phrase("call-title", "reader")
VOICEMAIL_TITLE = Phrase("call-voicemail-title")
ASK_FOR = Phrase("call-ask-for", "named", "reader")
HELLO = Phrase("call-hello", "named", "reader")
THANKS = Phrase("call-thanks")
INTEREST = Phrase("call-interest", "wish", "short", "known", "role", "organisation")
CLOSE = Phrase("call-close")
FURTHER = Phrase("call-further", "question")
FURTHER_TOPIC = Phrase("call-further-topic", "topic")
FURTHER_PLAIN = Phrase("call-further-plain")
ALSO = Phrase("call-also", "question")
ALSO_TOPIC = Phrase("call-also-topic", "topic")
ALSO_PLAIN = Phrase("call-also-plain")
MENTION = Phrase("call-mention")
GRAVE = Phrase("call-grave", "question")
GRAVE_TOPIC = Phrase("call-grave-topic", "topic")
GRAVE_PLAIN = Phrase("call-grave-plain")
ASKED = Phrase("call-asked", "question")
ASKED_TOPIC = Phrase("call-asked-topic", "topic")
IN_PERSON = Phrase("call-in-person")
IN_PERSON_PLAIN = Phrase("call-in-person-plain")
LEAVE_HELLO = Phrase("call-leave-hello", "named", "reader")
LEAVE_CLOSE = Phrase("call-leave-close", "short")

ALOUD = Frames(
    FURTHER, FURTHER_TOPIC, FURTHER_PLAIN, ALSO, ALSO_TOPIC, ALSO_PLAIN, MENTION, GRAVE, GRAVE_TOPIC, GRAVE_PLAIN
)
ASKED_ALOUD = {GRAVE: ASKED, GRAVE_TOPIC: ASKED_TOPIC}
"""What is left on a machine in place of a frame that an answer follows."""


def script(facts: Facts, version: Version) -> Letter:
    """Whom to ask for, what to say to whoever answers, and to them."""
    reader = whom_to_call(facts)
    names = _carried(facts, reader, version)
    return Letter(
        Filled(TITLE, (("reader", reader.called),)),
        (
            (Filled(ASK_FOR, _called(reader)),),
            (Filled(HELLO, _greeted(reader)), Filled(THANKS), *_interest(facts, is_short=version.short)),
            *in_frames(facts, names, ALOUD),
            (Filled(CLOSE),),
        ),
        tuple(point(facts, name) for name in names),
    )


def voicemail(facts: Facts, version: Version) -> Letter:
    """What to leave if nobody answers."""
    reader = whom_to_call(facts)
    names = _carried(facts, reader, version)
    return Letter(
        Filled(VOICEMAIL_TITLE),
        (
            (Filled(LEAVE_HELLO, _greeted(reader)), Filled(THANKS), *_interest(facts, is_short=True)),
            *_for_the_machine(facts, names),
            (Filled(LEAVE_CLOSE, (("short", _yes_no(is_so=version.short)),)),),
        ),
        tuple(point(facts, name) for name in names),
    )


def _for_the_machine(facts: Facts, names: list[str]) -> Iterator[tuple[Filled | str, ...]]:
    """The points; what tells of a loss is for them alone, and anybody may hear a machine."""
    for name, (frame, said) in zip(names, in_frames(facts, names, ALOUD), strict=True):
        if not tells_of_a_loss(facts.text(name) or ""):
            yield frame, said
        elif isinstance(frame, Filled) and frame.phrase in ASKED_ALOUD:
            yield Filled(ASKED_ALOUD[frame.phrase], frame.args), Filled(IN_PERSON)
        else:
            yield (Filled(IN_PERSON_PLAIN),)


def has_a_point(facts: Facts) -> bool:
    """Whether there is something of weight that did not get across; without it a call has no reason (C2).

    A loss that was what they would have told is one, though it is said only if they say so.
    """
    return any(may_yet_be_carried(facts, name) for name, _ in named_points(facts))


def left_out_aloud(facts: Facts) -> tuple[str, ...]:
    """The points that they took out of the message for the machine: nobody has heard them."""
    version, draft = PLAIN, partial(voicemail, facts)
    told = sorted(facts.all().items(), key=lambda one: one[1].turn)
    for name, fact in told:
        if name.startswith("call-message."):
            version, _ = changed(draft, version, changes_in(fact.value))
    return version.without


def is_possible(facts: Facts) -> bool:
    """Whether a call might still be made, the hour apart: one at most, and none beside a note."""
    is_closed = facts.value("contact") == "barred" or facts.value("outcome") in ("rejected", "offer")
    if is_closed or facts.value("call-became") is not None or is_sent(facts):
        return False
    return has_a_point(facts)


def is_sent(facts: Facts) -> bool:
    """Whether a note has gone out already."""
    return any(facts.value(f"note-{reader.number}-sent") for reader in readers(facts))


def is_chosen(facts: Facts) -> bool:
    """Whether they mean to call, and have not said what became of it."""
    means_to = facts.value("call-anyway") == "call" or facts.value("direct-number") == "yes"
    asked = clock.moment_in(facts.text("call-asked-at") or "")
    is_asked = facts.value("note-channel") == "call" or (asked is not None and is_day(facts, asked.date()))
    return means_to and is_asked and is_possible(facts)


def may_be_made(facts: Facts, today: str) -> bool:
    """Whether the day of the interview is today, and not yet too far gone when they last spoke of it."""
    spoken_of = [moment for name in ("told-at", *MOMENTS) if (moment := clock.moment_in(facts.text(name) or ""))]
    if not is_day(facts, date.fromisoformat(today)) or not spoken_of:
        return False
    return all(is_day(facts, moment.date()) and moment.time() < ENDS for moment in spoken_of)


def is_day(facts: Facts, day: date) -> bool:
    """Whether it is the day of the interview."""
    return clock.day_in(facts.text("interview-on")) == day


def reminded_at(facts: Facts) -> datetime | None:
    """When to put it in front of them (local): in the late afternoon, or an hour after they chose it."""
    chosen = [moment for name in MOMENTS if (moment := clock.moment_in(facts.text(name) or ""))]
    if not chosen or not is_chosen(facts):
        return None
    at = max(datetime.combine(chosen[0].date(), AT), max(chosen) + timedelta(hours=1))
    return at if is_day(facts, at.date()) and at.time() <= LATEST else None


def _carried(facts: Facts, reader: Reader, version: Version) -> list[str]:
    return [name for name in points_of(facts, reader) if name not in version.without]


def _interest(facts: Facts, *, is_short: bool) -> tuple[Filled, ...]:
    if (wish := mood.interest(facts)) is None:
        return ()
    return (Filled(INTEREST, (*position(facts), ("wish", wish), ("short", _yes_no(is_so=is_short)))),)


def _called(reader: Reader) -> tuple[tuple[str, str | Phrase | Filled], ...]:
    return (("named", _yes_no(is_so=isinstance(reader.name, str))), ("reader", reader.called))


def _greeted(reader: Reader) -> tuple[tuple[str, str | Phrase | Filled], ...]:
    return (("named", _yes_no(is_so=isinstance(reader.name, str))), ("reader", reader.name))


def _yes_no(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
