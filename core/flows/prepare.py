"""Before the next interview: what to know of them, likely questions tried, one's own answers, a practice interview.

Each part can be left out, and whoever stops after one goes on from there another time. The rule a newcomer could break:
preparing is spoken of here, before an interview, and never as what was missing at the last one.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from itertools import count
from typing import Any

from core import likely
from core.answers import weak_answers
from core.drafts import preparation
from core.drafts.insider import spoken_of
from core.facts import SHOWN_LIKELY, Picked
from core.flows.afresh import ask_afresh
from core.flows.offer import IN_AN_HOUR, NOW, TOMORROW, taken_up
from core.flows.partner_wish import wish
from core.questions import Choice, ComingDay, Offer, Option, Partner, Question, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Named, Phrase, Saying

AT_ONCE = 3
"""So many likely questions are shown together."""
AT_HAND = 5
"""So many are enough for ten minutes with somebody."""

NOT_THIS_TIME = Option("no", Command.NO, brings=(("prepared", "left"),))
OFFER = Offer("offer", "prepare-offer", (NOW, IN_AN_HOUR, TOMORROW, NOT_THIS_TIME), {"about": "", "day": ""})
FOUR_ITEMS = Words(
    "four-items",
    "prepare-four-items",
    (Option("fill-in", Command.YES), Option("list", Command.MAYBE), Option("skip", Command.NO)),
    {"about": ""},
)
LATER = Option("later", Command.MAYBE)
ITEMS = {
    "history": Words("known-history", "prepare-history", (LATER,), {"about": ""}),
    "strengths": Words("known-strengths", "prepare-strengths", (LATER,)),
    "achievements": Words("known-achievements", "prepare-achievements", (LATER,)),
    "goals": Words("known-goals", "prepare-goals", (LATER,)),
}
ABOUT_US = Words("about-us", "prepare-about-us", (Option("aloud"), Option("look-first", Command.MAYBE)), {"about": ""})
FIELD = Words(
    "field",
    "prepare-field",
    (
        Option("education"),
        Option("social"),
        Option("medicine"),
        Option("trades"),
        Option("office"),
        Option("technology"),
        Option("retail"),
        Option(likely.GENERAL, Command.NO),
    ),
)
FIELD_OF = replace(FIELD, words="prepare-field-of", args={"role": ""})
WHICH = Choice(
    "which",
    "prepare-which",
    (
        Option("first", Command.YES),
        Option("second"),
        Option("third"),
        Option("others"),
        Option("on", Command.NO),
        Option("enough"),
    ),
)
TRY = Words("answer", "prepare-try", (Option("aloud"), Option("leave", Command.NO)), {"question": ""})
MOCK = Partner("mock-with", "prepare-mock", (Option("nobody", Command.NO),))
MOCK_ON = ComingDay("mock-on", "prepare-mock-on", (Option("open", Command.MAYBE),), {"who": ""})

ANOTHER_MEMBER = Option("another-member")
MOCK_OR_MEMBER = replace(MOCK, words="prepare-mock-or-member", options=(ANOTHER_MEMBER, *MOCK.options))
MOCK_TODAY = Offer(
    "offer",
    "prepare-mock-today",
    (
        NOW,
        Option("done", brings=(("mock-done", "done"),)),
        TOMORROW,
        Option("no", Command.NO, brings=(("mock-done", "left"),)),
    ),
    {"who": ""},
)
MOCK_TODAY_AT = replace(MOCK_TODAY, words="prepare-mock-today-at", args={"who": "", "at": ""})
HANDED_OVER = Choice("handed-over", "prepare-handed-over", (Option("fine", Command.YES),))

LEFT_OUT = Saying("prepare-left-out")
ANY_TIME = Saying("prepare-any-time")
TAKE_ALONG = Saying("prepare-take-along")
ABOUT_US_KEPT = Saying("prepare-about-us-kept")
LOOK_FIRST = Saying("prepare-look-first")
TRIED = Saying("prepare-tried")
ENOUGH = Saying("prepare-enough")
MOCK_KEPT = Saying("prepare-mock-kept", "who")
MOCK_TOO_LATE = Saying("prepare-mock-too-late", "day")
ALONE = Saying("prepare-alone")
DONE = Saying("prepare-done")
MOCK_READY = Saying("prepare-mock-ready", "who")
MOCK_OVER = Saying("prepare-mock-over")

THE_PLACE = Phrase("prepare-the-place")
THEM = Phrase("prepare-them")
FIELDS = {
    "education": Phrase("prepare-education"),
    "social": Phrase("prepare-social"),
    "medicine": Phrase("prepare-medicine"),
    "trades": Phrase("prepare-trades"),
    "office": Phrase("prepare-office"),
    "technology": Phrase("prepare-technology"),
    "retail": Phrase("prepare-retail"),
}


@flow("prepare")
def prepare(talk: Talk) -> Script:
    """Get ready, when they take it up."""
    coming = talk.known("next-interview-on")
    day = coming if isinstance(coming, str) else talk.today
    if (yield from taken_up(talk, OFFER.given(about=the_place(talk), day=day))):
        yield from prepare_steps(talk)
    elif talk.known("prepared") == "left":
        talk.say(LEFT_OUT)


def prepare_steps(talk: Talk) -> Script:
    """The place, the questions, their own answers, and somebody to try them on."""
    talk.say(ANY_TIME)
    is_left_out = yield from four_items(talk)
    yield from what_do_you_know(talk, is_left_out=is_left_out)
    if not (yield from likely_questions(talk)):
        talk.say(ENOUGH)
        return
    if talk.known(MOCK.name) is None or talk.is_new(MOCK.name):
        yield from practice_interview(talk)
    talk.mark("prepared")
    talk.say(DONE)


def the_place(talk: Talk) -> Named:
    """The organisation, as they call it."""
    place = talk.known("organisation")
    return place if isinstance(place, str) else THE_PLACE


@flow("mock")
def mock(talk: Talk) -> Script:
    """The morning of the practice interview: the questions to hand over."""
    partner = talk.known(MOCK.name)
    who = spoken_of(partner) if isinstance(partner, str) else THEM
    at = talk.known("mock-at")
    offer = MOCK_TODAY_AT.given(who=who, at=at) if isinstance(at, str) else MOCK_TODAY.given(who=who)
    if (yield from taken_up(talk, offer)):
        field = yield from field_of(talk)
        weak = [answer.question for answer in weak_answers(talk.facts) if answer.question]
        hard = [question[:1].upper() + question[1:] for question in weak]  # what went badly comes first
        asked = list(dict.fromkeys((*hard, *likely.questions(field))))
        yield from talk.ask(HANDED_OVER.keyed(talk.key), showing=preparation.likely(asked[:AT_HAND], FIELDS.get(field)))
        talk.mark("mock-done")
        talk.say(MOCK_READY, who=who)
    elif talk.known("mock-done"):
        talk.say(MOCK_OVER)


# --- the place ---


def four_items(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Filled in now, one by one, or taken along as a list; what is known already is not asked. Whether it is left out."""
    if all(preparation.item(talk.facts, name) for name in ITEMS):
        return False
    how = yield from ask_afresh(talk, FOUR_ITEMS.given(about=the_place(talk)))
    if how == Picked("list") or isinstance(how, str):
        talk.say(TAKE_ALONG)
    elif how == Picked("fill-in"):
        for name, question in ITEMS.items():
            asked = question.given(about=the_place(talk)) if name == "history" else question
            yield from ask_afresh(talk, asked, holds=is_in_words)
    return how == Picked("skip")


def what_do_you_know(talk: Talk, *, is_left_out: bool) -> Script:
    """The question that the four things answer, tried once, with what they found above it."""
    question = ABOUT_US.given(about=the_place(talk))
    listed = None if is_left_out else preparation.checklist(talk.facts, the_place(talk))
    said = yield from ask_afresh(talk, question, holds=is_in_words, showing=listed)
    if isinstance(said, str) or said == Picked("aloud"):
        talk.say(ABOUT_US_KEPT)
    elif said is not None:
        talk.say(LOOK_FIRST)


def is_in_words(answer: str | Picked) -> bool:
    """Whether it was written, and not put off."""
    return isinstance(answer, str)


# --- likely questions ---


def likely_questions(talk: Talk) -> Generator[Question[Any], None, bool]:
    """Three of their field at a time, none again before all were shown; False when it is enough for today."""
    field = yield from field_of(talk)
    asked = likely.questions(field)
    turn = next(turn for turn in count() if not was_shown_before(talk, field, turn))
    choice: str | None = "others"
    while choice == "others":
        talk.mark(shown(field, turn))
        numbers = list(range(turn * AT_ONCE, (turn + 1) * AT_ONCE))
        while numbers:
            three = preparation.likely([asked[number % len(asked)] for number in numbers], FIELDS.get(field))
            question = some_of(len(numbers)).keyed("likely", field, turn).numbered(len(numbers))
            choice = yield from talk.ask(question, showing=three)
            if choice not in PLACES:
                break
            number = numbers.pop(PLACES.index(choice))
            yield from try_one(talk, field, number, asked[number % len(asked)])
            choice = "others"
        turn += 1
    return choice != "enough"


PLACES = ("first", "second", "third")


def some_of(number: int) -> Choice:
    """The question which one to try, where so many are left."""
    question = WHICH
    for place in PLACES[number:]:
        question = question.without(place)
    return question


def shown(field: str, turn: int) -> str:
    """The fact of the person that these three were shown."""
    return f"{SHOWN_LIKELY}{field}-{turn}"


def was_shown_before(talk: Talk, field: str, turn: int) -> bool:
    """Whether these three were shown in an earlier conversation."""
    return talk.known(shown(field, turn)) is not None and not talk.is_new(shown(field, turn))


def field_of(talk: Talk) -> Generator[Question[Any], None, str]:
    """From the job they told of, else asked, once."""
    role = talk.known("role")
    if isinstance(role, str) and (field := likely.field_of(role)) is not None:
        return field
    said = yield from talk.ask(FIELD_OF.given(role=role) if isinstance(role, str) else FIELD)
    if isinstance(said, Picked):
        return said.option
    return likely.field_of(said or "") or likely.GENERAL


def try_one(talk: Talk, field: str, number: int, question: str) -> Script:
    """An answer in their own words is kept; one said aloud counts as well."""
    tried = yield from talk.ask(TRY.keyed("likely", field).numbered(number).given(question=question))
    if isinstance(tried, str) or tried == Picked("aloud"):
        talk.say(TRIED.numbered(number))


# --- somebody to try it on ---


def practice_interview(talk: Talk) -> Script:
    """Their own answers and plans brought back, and a practice interview: with whom, and when."""
    question = MOCK_OR_MEMBER if talk.community.offers_partners else MOCK
    partner = yield from talk.ask(question, showing=preparation.own_answers(talk.facts))
    if partner == Picked(ANOTHER_MEMBER.id):
        yield from wish(talk)
        return
    if not isinstance(partner, str):
        talk.say(ALONE)
        return
    who = spoken_of(partner)
    day = yield from talk.ask(MOCK_ON.given(who=who))
    coming = talk.known("next-interview-on")
    if isinstance(day, str) and isinstance(coming, str) and day >= coming:
        talk.say(MOCK_TOO_LATE, day=coming)
    else:
        talk.say(MOCK_KEPT, who=who)
