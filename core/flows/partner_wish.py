"""Looking for another member to practise with: agreed to knowingly, with a name and the hours they can.

A part of other flows (`prepare`, `partner`). The rule a newcomer could break: what the other one learns is the name, the
account and the hour. Nothing else of what is told here may be passed on.
"""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, time, timedelta
from typing import Any

from core.flows.talk_to_staff import as_name, place
from core.questions import Called, Choice, Option, Question
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Filled, Letter, Phrase, Saying

WISH = "partner-wish"
"""The person's fact: the key of the wish that was sent last."""
NAME, TIMES = "partner-own-name", "partner-times"
"""What they said yes to: the name under which they look, and the days (ISO) and parts of the day, "day/part"."""
FOUND, LEFT, REPORTED, GONE, EXPIRED = "found", "left", "reported", "gone", "expired"
"""What became of a wish, as the fact `partner.<key>.became`; none of these while it waits."""
MOST_TIMES = 5
DAYS = 7
PARTS = {
    "morning": (time(10), time(12)),
    "afternoon": (time(13), time(17)),
    "evening": (time(18), time(21)),
    "all-day": (time(10), time(21)),
}
"""By their own clock. None begins before the reminder of that morning."""

AGREE = Choice(
    "agree", "partner-wish-agree", (Option("yes", Command.YES), Option("no", Command.NO)), {"surface": "", "place": ""}
)
CALLED = Called("called", "partner-wish-called", (Option("leave", Command.NO),))
DAY = Choice("day", "partner-wish-day")
ANOTHER_DAY = Choice("day", "partner-wish-another-day", (Option("enough", Command.NO),))
PART = Choice("part", "partner-wish-part", tuple(map(Option, PARTS)), {"on": ""})
SEND = Choice(
    "send",
    "partner-wish-send",
    (Option("yes", Command.YES), Option("name"), Option("leave", Command.NO)),
    {"times": ()},
)

LOOKING = Saying("partner-wish-looking")
NOT_LOOKING = Saying("partner-wish-not-looking")

ON = Phrase("partner-wish-on", "on")
AT = Phrase("partner-wish-at", "on", "part")
LEARNS = Phrase("partner-wish-learns")
LEARNS_NAME = Phrase("partner-wish-learns-name", "name")
LEARNS_ACCOUNT = Phrase("partner-wish-learns-account", "surface")


def wish(talk: Talk, *, has_agreed: bool = False) -> Script:
    """Ask for all that pairing needs, show what the other one learns, and look after a yes."""
    surface, key = talk.community.notes_on, str(talk.opened)
    agree = AGREE.given(surface=surface, place=place(talk)).keyed("partner", key)
    name: str | None = None
    if has_agreed or (yield from talk.ask(agree)) == "yes":
        known = talk.known(NAME)
        name = known if isinstance(known, str) else (yield from called(talk, 1))
    stretches = (yield from times(talk)) if name else []
    number = 1
    while name and stretches:
        number += 1
        learns = Letter(
            Filled(LEARNS),
            ((Filled(LEARNS_NAME, (("name", name),)), Filled(LEARNS_ACCOUNT, (("surface", surface),))),),
        )
        said = tuple(Filled(AT, (("on", day), ("part", part))) for day, part in stretches)
        wanted = {WISH: key, NAME: name, TIMES: " ".join(f"{day}/{part}" for day, part in stretches)}
        send = SEND.given(times=said).stating("yes", wanted)
        decision = yield from talk.ask(send.keyed("partner", key).numbered(number), showing=learns)
        if decision == "yes":
            talk.say(LOOKING)
            return
        if decision != "name":
            break
        name = (yield from called(talk, number)) or name
    talk.say(NOT_LOOKING)


def called(talk: Talk, number: int) -> Generator[Question[Any], None, str | None]:
    """What the other one shall call them; None where they leave it."""
    said = yield from talk.ask(CALLED.keyed("partner", talk.opened).numbered(number))
    return as_name(said) if isinstance(said, str) else None


def times(talk: Talk) -> Generator[Question[Any], None, list[tuple[str, str]]]:
    """The days (ISO) on which they can, each with its part."""
    first = date.fromisoformat(talk.today) + timedelta(days=1)
    days = [(first + timedelta(days=after)).isoformat() for after in range(DAYS)]
    found: list[tuple[str, str]] = []
    for number in range(1, MOST_TIMES + 1):
        question = ANOTHER_DAY if found else DAY
        offered = question.offering(*(Option(day, label=Filled(ON, (("on", day),))) for day in days))
        day = yield from talk.ask(offered.keyed("partner", talk.opened).numbered(number))
        if day is None or day == "enough":
            break
        part = yield from talk.ask(PART.given(on=day).keyed("partner", talk.opened).numbered(number))
        if part is not None:
            found.append((day, part))
    return found


# --- what is known of it ---


def became(key: str) -> str:
    """The name of the fact that tells what became of a wish."""
    return f"partner.{key}.became"
