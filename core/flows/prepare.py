"""Two days before the next interview: what to know of them, one question tried, and the answers already found.

A first form, kept short. The rule a newcomer could break: preparing is spoken of here, before the next interview, and
never as what was missing at the last one.
"""

from __future__ import annotations

from core.answers import best_answer, weak_answers
from core.drafts.thank_you import bare_question, tidied
from core.facts import Facts
from core.flows.offer import IN_AN_HOUR, NOW, TOMORROW, taken_up
from core.questions import Offer, Option, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Filled, Letter, Named, Phrase, Saying

MOST_ANSWERS = 3

NOT_THIS_TIME = Option("no", Command.NO, brings=(("prepared", "left"),))
OFFER = Offer("offer", "prepare-offer", (NOW, IN_AN_HOUR, TOMORROW, NOT_THIS_TIME), {"about": "", "day": ""})
ABOUT_US = Words("about-us", "prepare-about-us", (Option("look-first", Command.LATER),), {"about": ""})
MOCK = Words("mock-with", "prepare-mock", (Option("nobody", Command.NO),))

LEFT_OUT = Saying("prepare-left-out")
FOUR_ITEMS = Saying("prepare-four-items", "about")
ABOUT_US_KEPT = Saying("prepare-about-us-kept")
LOOK_FIRST = Saying("prepare-look-first")
MOCK_KEPT = Saying("prepare-mock-kept")
ALONE = Saying("prepare-alone")
DONE = Saying("prepare-done")

TITLE = Phrase("prepare-title")
ASKED = Phrase("prepare-asked", "question")
UNWORDED = Phrase("prepare-unworded")
THE_PLACE = Phrase("prepare-the-place")


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
    """Four things to know, one question tried, one's own better answers, and somebody to try them on."""
    talk.say(FOUR_ITEMS, about=the_place(talk))
    known = yield from talk.ask(ABOUT_US.given(about=the_place(talk)))
    if isinstance(known, str):
        talk.say(ABOUT_US_KEPT)
    elif known is not None:
        talk.say(LOOK_FIRST)
    mock = yield from talk.ask(MOCK, showing=own_answers(talk.facts))
    if isinstance(mock, str):
        talk.say(MOCK_KEPT)
    else:
        talk.say(ALONE)
    talk.mark("prepared")
    talk.say(DONE)


def the_place(talk: Talk) -> Named:
    """The organisation, as they call it."""
    place = talk.known("organisation")
    return place if isinstance(place, str) else THE_PLACE


def own_answers(facts: Facts) -> Letter | None:
    """The questions that went badly and what they would say now, the latest version; None when there are none."""
    kept = ((weak.number, best_answer(facts, weak.number)) for weak in weak_answers(facts))
    answers = [(number, said) for number, said in kept if said is not None]
    if not answers:
        return None
    return Letter(Filled(TITLE), tuple((_asked(facts, n), tidied(said)) for n, said in answers[:MOST_ANSWERS]))


def _asked(facts: Facts, number: int) -> Filled:
    question = facts.text(f"question-{number}")
    named = bare_question(question) if question is not None else facts.text(f"struggle-{number}")
    return Filled(UNWORDED) if named is None else Filled(ASKED, (("question", named),))
