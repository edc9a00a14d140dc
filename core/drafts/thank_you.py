"""The thank-you note: short, thanks for being considered, interest if the person has said so, at most two points.

Each note carries what its reader asked; people whose names are unknown are thanked in another's note; no name is
invented. Through a recruiter, one note goes to the recruiter to be passed on. What they said or did that they must not,
and the answer to it, is in none (`core.apart`), and who did it gets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core import apart, mood
from core.drafts.frames import Frames, in_frames
from core.drafts.naming import exact_day, position
from core.drafts.points import ON_THE_PHONE, first_number, point, points_for
from core.drafts.readers import HIRING_MANAGER, Reader
from core.drafts.signature import closed
from core.drafts.version import PLAIN, Version
from core.facts import Facts
from core.understanding import names
from core.vocabulary import Filled, Letter, Named, Phrase

LATE_AFTER = 2
"""Days after the interview from which the note is a late one (C1)."""
_IN_CHARGE = re.compile(
    r"the (?:\w+ )?(?:manager|boss|owner|head|head ?teacher|headmaster|headmistress|director|principal|supervisor|foreman|matron|chair|chairman|chairwoman|chef|captain|partner|leader)",
    re.IGNORECASE,
)

TITLE = Phrase("thank-you-title", "reader")
LATE_TITLE = Phrase("thank-you-late-title", "reader")
GREETING = Phrase("thank-you-greeting", "reader")
GREETING_UNNAMED = Phrase("thank-you-greeting-unnamed", "reader")
THANKS = Phrase("thank-you-thanks", "others", "beside", "dated", "day")
YOUR_COLLEAGUE = Phrase("thank-you-your-colleague")
LATE_THANKS = Phrase("thank-you-late-thanks", "others", "beside", "dated", "day")
INTEREST = Phrase("thank-you-interest", "wish", "short", "known", "role", "organisation")
FURTHER = Phrase("thank-you-further", "question")
FURTHER_TOPIC = Phrase("thank-you-further-topic", "topic")
FURTHER_PLAIN = Phrase("thank-you-further-plain")
ALSO = Phrase("thank-you-also", "question")
ALSO_TOPIC = Phrase("thank-you-also-topic", "topic")
ALSO_PLAIN = Phrase("thank-you-also-plain")
MENTION = Phrase("thank-you-mention")
GRAVE = Phrase("thank-you-grave", "question")
GRAVE_TOPIC = Phrase("thank-you-grave-topic", "topic")
GRAVE_PLAIN = Phrase("thank-you-grave-plain")

LEADS_OF_NOTHING = frozenset({MENTION, FURTHER_PLAIN, ALSO_PLAIN, GRAVE_PLAIN})
"""What names no question or topic that a point could refer to."""
LEADS_OF_A_TOPIC = frozenset({FURTHER_TOPIC, ALSO_TOPIC, GRAVE_TOPIC})

IN_A_LETTER = Frames(
    FURTHER, FURTHER_TOPIC, FURTHER_PLAIN, ALSO, ALSO_TOPIC, ALSO_PLAIN, MENTION, GRAVE, GRAVE_TOPIC, GRAVE_PLAIN
)

PASS_ON = Phrase("thank-you-pass-on")
PASS_ON_TO = Phrase("thank-you-pass-on-to", "names")
CLOSE = Phrase("thank-you-close")


def has_content(facts: Facts) -> bool:
    """Whether enough has been told for a note to be worth showing."""
    return (
        any(facts.text(f"unsaid-{number}") for number in apart.numbers(facts)) or facts.value("wants-job") is not None
    )


def is_wanted(facts: Facts) -> bool:
    """Whether a note is to be sent, as far as is known; after grave conduct only if they chose to write one."""
    channel = facts.value("note-channel")
    is_ruled_out = facts.value("contact") == "barred" or channel == "none" or facts.value("note-look") == "none"
    is_ruled_out = is_ruled_out or facts.value("call-became") in ON_THE_PHONE
    if is_ruled_out or facts.value("note-declined") or (apart.is_told(facts) and channel is None):
        return False
    return has_content(facts)


def thank_you(facts: Facts, reader: Reader, version: Version = PLAIN, *, days: int = 1) -> Letter:
    """The note to one reader, from what is known now, so many days after the interview.

    From the second day on it is a late note. Shown on the day itself it names no day: it may go at once or tomorrow, and
    "today" would be wrong for the one, the weekday odd for the other.
    """
    is_late = days >= LATE_AFTER
    title = Filled(LATE_TITLE if is_late else TITLE, (("reader", reader.called),))
    carried = [name for name in points_for(facts, reader) if name not in version.without]
    return Letter(
        title,
        (
            *_pass_on(facts),
            (greeting(_greeted(facts, reader)),),
            (_thanks(facts, reader, version, days), *interest(facts, version)),
            *in_frames(facts, carried, IN_A_LETTER),
            *closed(facts, CLOSE),
        ),
        tuple(point(facts, name) for name in carried),
    )


def greeting(*names: Named) -> Filled:
    """How a letter begins; who has no name is greeted alike in every register."""
    is_named = all(isinstance(name, str) for name in names)
    return Filled(GREETING if is_named else GREETING_UNNAMED, (("reader", names),))


def interest(facts: Facts, version: Version) -> tuple[Filled, ...]:
    """That they want the job, if they have said so."""
    if (wish := mood.interest(facts)) is None:
        return ()
    return (Filled(INTEREST, (*position(facts), ("wish", wish), ("short", "yes" if version.short else "no"))),)


def _thanks(facts: Facts, reader: Reader, version: Version, days: int) -> Filled:
    unnamed = facts.value("interviewers-unnamed")
    size = facts.value("panel-size")
    named = len(facts.texts("interviewer"))
    hidden = unnamed if isinstance(unnamed, int) else (size - named if isinstance(size, int) else 0)
    # Those with a name get a note of their own; only the nameless are thanked here, in the first one.
    if reader.number and reader.number == facts.derived(first_number):
        others = hidden + named - 1 if hidden else 0
    else:
        others = hidden if facts.value("contact") == "recruiter" and named == 1 else 0
    day = exact_day(facts)
    is_late = days >= LATE_AFTER
    dated = "no" if day is None or days == 0 or (version.short and not is_late) else "yes"
    phrase = LATE_THANKS if is_late else THANKS
    beside = in_charge(facts) or YOUR_COLLEAGUE
    return Filled(phrase, (("others", max(others, 0)), ("beside", beside), ("dated", dated), ("day", day or "")))


def in_charge(facts: Facts) -> str | None:
    """The one without a name, where it is who decides: "the manager" is not to read that they are a colleague."""
    unnamed = names.nameless(facts.text("interviewers") or "")
    return unnamed[0].lower() if len(unnamed) == 1 and _IN_CHARGE.fullmatch(unnamed[0]) else None


def _greeted(facts: Facts, reader: Reader) -> Named:
    if facts.value("contact") != "recruiter":
        return reader.name
    return next((name for _, name in facts.texts("interviewer")), HIRING_MANAGER)


def _pass_on(facts: Facts) -> Iterator[tuple[Filled, ...]]:
    if facts.value("contact") == "recruiter":
        names = tuple(name for _, name in facts.texts("interviewer"))
        yield (Filled(PASS_ON_TO, (("names", names),)) if names else Filled(PASS_ON),)
