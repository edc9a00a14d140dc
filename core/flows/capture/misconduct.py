"""What was said or done to them: their words for it, and whom they can turn to."""

from __future__ import annotations

from core.advice_bodies import advice_bodies, country_of_person
from core.flows.capture.story import TOLD_IN
from core.lines import ADVICE_BODY, NO_ADVICE_BODY
from core.questions import Option, Quotation
from core.talk import Script, Talk
from core.understanding import conduct, stings
from core.understanding.commands import Command
from core.understanding.stings import Sting
from core.vocabulary import Saying

CONDUCT = Quotation("their-conduct", "capture-conduct", (Option("rather-not", Command.NO),))
MORE_OF_IT = Quotation("their-conduct", "capture-more-of-it", (Option("all", Command.NO),))
NEXT_STEPS = Saying("capture-next-steps")
SOMEBODY_LAUGHED = Saying("capture-somebody-laughed")
SERIOUS_STAFF = Saying("capture-serious-staff", "staff")


def what_was_done(talk: Talk) -> Script:
    """Their words for it, or what more there was of it, and then what can be done."""
    stories = (talk.known(name) for name in TOLD_IN)
    has_words = any(isinstance(told, str) and conduct.has_words(told) for told in stories)
    yield from talk.ask(MORE_OF_IT if has_words else CONDUCT)
    say_what_can_be_done(talk)


def say_what_can_be_done(talk: Talk) -> None:
    """That a note is their choice, and whom they can turn to (K04): after they were heard, and nobody who is not there."""
    told = " ".join(words for name in (*TOLD_IN, CONDUCT.name) if isinstance(words := talk.known(name), str))
    if stings.sting(told) is Sting.LAUGHED_AT:
        talk.say(SOMEBODY_LAUGHED)
    talk.say(NEXT_STEPS)
    country = country_of_person(talk.facts, talk.community)
    bodies = advice_bodies(country)
    if country and bodies:
        talk.say(ADVICE_BODY, country=country, bodies=bodies)
    elif not talk.community.staff:
        talk.say(NO_ADVICE_BODY)
    if talk.community.staff:
        talk.say(SERIOUS_STAFF, staff=talk.community.staff)
