"""A person instead: a note passed on to the community's staff, under a name of their own choosing.

Not one word is put into it: what goes is what they write here, shown as staff will read it, and only after a yes. The rule
a newcomer could break: who will read it is said before the yes, not after.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Any

from core.facts import Facts, Picked, Value
from core.messages import without_mentions
from core.questions import Called, Choice, Option, Question, Verbatim
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Filled, Letter, Phrase, Saying

MOST_OPEN = 3
"""Notes that wait for staff at once."""
LONGEST = 1500
"""Of a note, in letters: a message of any platform holds it."""
LONGEST_NAME = 40
AT_ONCE = "note"
"""In the key of a run: that they want to pass a note on is clear."""

SENT = "staff-note-"
"""Begins the person's facts that tell where a note stands, with its reference behind."""
PASSED, THERE, ANSWERED, CLOSED, WITHDRAWN, FAILED = "passed", "there", "answered", "closed", "withdrawn", "failed"
WAITING = (PASSED, THERE)
TAKEN_BACK = (*WAITING, ANSWERED)
"""What may still be taken back: it stands in the channel, or will."""
NAME, TEXT = "staff-name-", "staff-text-"
"""The name and the words of a note, as they were shown; for the turn that sends it, and kept no longer."""
ABOUT, ABOUT_NAME = "staff-about-", "staff-about-name-"
"""Whom a report is about: the platform's id, and the name they chose."""

LEAVE = Picked("leave")
HOW = Choice(
    "how",
    "talk-to-staff-how",
    (Option("note", Command.YES), Option("myself"), Option("not-now", Command.NO)),
    {"place": ""},
)
CALLED = Called("called", "talk-to-staff-called", (Option("no-name", Command.NO),))
NOTE = Verbatim("note", "talk-to-staff-note", (Option("leave", Command.NO),))
ANEW = Verbatim("note", "talk-to-staff-anew", (Option("name"), Option("leave", Command.NO)))
SHORTER = Verbatim("note", "talk-to-staff-shorter", (Option("leave", Command.NO),), {"count": 0, "most": 0})
SEND = Choice(
    "send",
    "talk-to-staff-send",
    (Option("yes", Command.YES), Option("change", Command.MAYBE), Option("leave", Command.NO)),
    {"place": "", "surface": ""},
)

CONTACT = Saying("talk-to-staff-contact", "staff")
NO_CONTACT = Saying("talk-to-staff-no-contact")
TOO_MANY = Saying("talk-to-staff-too-many", "count")
PASSED_ON = Saying("talk-to-staff-passed-on")
NOT_SENT = Saying("talk-to-staff-not-sent")

TITLE = Phrase("talk-to-staff-title", "place")
YOUR_COMMUNITY = Phrase("talk-to-staff-your-community")
FROM = Phrase("talk-to-staff-from", "name")
FROM_NOBODY = Phrase("talk-to-staff-from-nobody")
NO_NAME = Phrase("talk-to-staff-no-name")
REPORT = Phrase("talk-to-staff-report", "name", "id", "partner", "partner_id")

_BEFORE_A_NAME = re.compile(
    r"(?:(?:just|please|call me|i'm|i am|my name is|name is|it's|it is|say|put|write|use|as|under)\b[ :,]*)+",
    re.IGNORECASE,
)


@flow("talk-to-staff")
def talk_to_staff(talk: Talk) -> Script:
    """Pass a note on, or contact them oneself."""
    how: str | None = "note"
    if not talk.key.endswith(AT_ONCE):
        how = yield from talk.ask(HOW.given(place=place(talk)).keyed("staff", talk.key))
    if how == "myself" and talk.community.staff:
        talk.say(CONTACT, staff=talk.community.staff)
    elif how == "myself":
        talk.say(NO_CONTACT)
    elif how != "note":
        talk.say(NOT_SENT)
    elif waiting(talk.facts, but=talk.key) >= MOST_OPEN:
        talk.say(TOO_MANY, count=MOST_OPEN)
    else:
        yield from compose(talk)


def compose(talk: Talk, *, name: str | None = None, about: tuple[str, str, str] | None = None) -> Script:
    """Their words, under a name, shown and sent after a yes; `about` makes it a report about a partner: the partner's name
    and id, and their own id, which it goes with.
    """
    key = talk.key
    if name is None:
        name = yield from named(talk, 1, before="")
    said = yield from written(talk, NOTE, 1)
    text, number = "", 1
    while isinstance(said, str) or (text and said != LEAVE):
        if isinstance(said, str):
            text = said
        elif said is not None:
            name = yield from named(talk, number, before=name)
        number += 1
        letter = Letter(Filled(TITLE, (("place", place(talk)),)), ((_heading(name, about),), (text,)))
        send = SEND.given(place=place(talk), surface=talk.community.notes_on).keyed("staff", key).numbered(number)
        decision = yield from talk.ask(send.stating("yes", _to_send(key, name, text, about)), showing=letter)
        if decision == "yes":
            talk.say(PASSED_ON)
            return
        if decision != "change":
            break
        said = yield from written(talk, ANEW.without("name") if about else ANEW, number)
    talk.say(NOT_SENT)


def named(talk: Talk, number: int, *, before: str) -> Generator[Question[Any], None, str]:
    """What staff shall call them; empty without a name, and as before where they skip it."""
    said = yield from talk.ask(CALLED.keyed("staff", talk.key).numbered(number))
    if said is None:
        return before
    return as_name(said) if isinstance(said, str) else ""


def written(talk: Talk, question: Verbatim, number: int) -> Generator[Question[Any], None, str | Picked | None]:
    """What they write, short enough to be sent, or what they chose instead; None where they skipped it."""
    said = yield from talk.ask(question.keyed("staff", talk.key).numbered(number))
    again = 0
    while isinstance(said, str) and len(said) > LONGEST:
        again += 1
        shorter = SHORTER.given(count=len(said), most=LONGEST).keyed("staff", talk.key, number)
        said = yield from talk.ask(shorter.numbered(again))
        said = LEAVE if said is None else said  # too long as it is
    return said


def _to_send(key: str, name: str, text: str, about: tuple[str, str, str] | None) -> dict[str, Value]:
    """What a yes states: that it is passed on, and all that is; so nothing else goes out than was shown."""
    facts: dict[str, Value] = {f"{SENT}{key}": PASSED, f"{NAME}{key}": name, f"{TEXT}{key}": text}
    if about is not None:
        partner, partner_id, _ = about
        facts |= {f"{ABOUT}{key}": partner_id, f"{ABOUT_NAME}{key}": partner}
    return facts


# --- what is sent ---


def as_name(said: str) -> str:
    """A name out of "call me Mary", in one line."""
    words = " ".join(without_mentions(said).split())
    front = _BEFORE_A_NAME.match(words)
    bare = words[front.end() :] if front is not None else words
    return (bare or words).rstrip(" .!,")[:LONGEST_NAME]


def _heading(name: str, about: tuple[str, str, str] | None) -> Filled:
    if about is None:
        return heading(name)
    partner, partner_id, own_id = about
    return heading(name, f"@{own_id}", partner, f"@{partner_id}")


def heading(name: str, id: str = "", partner: str = "", partner_id: str = "") -> Filled:
    """What stands above a note in the channel: the name alone, but in a report both names and both accounts."""
    if partner_id:
        args = (("name", name or NO_NAME), ("id", id), ("partner", partner), ("partner_id", partner_id))
        return Filled(REPORT, args)
    return Filled(FROM, (("name", name),)) if name else Filled(FROM_NOBODY)


def waiting(facts: Facts, *, but: str = "") -> int:
    """How many of their notes no one has answered."""
    return sum(
        name.startswith(SENT) and name != f"{SENT}{but}" and fact.value in WAITING for name, fact in facts.all().items()
    )


def place(talk: Talk) -> str | Phrase:
    """The community, as it calls itself."""
    return talk.community.name or YOUR_COMMUNITY
