"""The reality check: how bad it feels is weighed against what went badly, and one event is one event.

What was serious, or hurts too much, is never made small; who named a single moment is not asked how much of it was bad.
"""

from __future__ import annotations

from core.flows.capture.acknowledgement import take_up_more
from core.flows.capture.evidence import (
    ANYTHING_ELSE,
    CAUSE,
    NAMED,
    THE_QUESTION,
    WHAT_ELSE,
    WHAT_YOU_SAID,
    evidence,
    is_part,
    is_told_as_one,
    what_it_was,
)
from core.flows.capture.misconduct import what_was_done
from core.flows.capture.severity import (
    FEELING,
    FEELING_WELL,
    FEELING_WELL_BUT,
    REALLY,
    REALLY_GENTLY,
    REALLY_OF_IT,
    REALLY_OPEN,
    weigh,
)
from core.flows.capture.story import (
    TOLD_FIRST,
    first_sting,
    is_all_good,
    is_grave,
    is_settled,
    is_told_as_good,
    is_told_as_nothing_bad,
    is_undecided,
    story,
)
from core.mood import MILD, VERY_LOW
from core.questions import Scale
from core.talk import Script, Talk
from core.understanding import stings
from core.understanding.stings import Sting
from core.vocabulary import Arg, Named, Saying

UPSETS = Saying("capture-upsets")
ONE_MOMENT = Saying("capture-one-moment", "moment")
ONE_MOMENT_HELD = Saying("capture-one-moment-held", "moment")
ONE_PART = Saying("capture-one-part", "part")
ONE_PART_HELD = Saying("capture-one-part-held", "part")
SEEN_AFTERWARDS = Saying("capture-seen-afterwards")
ALL_OF_IT = Saying("capture-all-of-it")
SEVERAL_MOMENTS = Saying("capture-several-moments", "moments")
NOTED = Saying("capture-noted")
THEIR_LAUGHING = Saying("capture-their-laughing")
NO_MOMENT = Saying("capture-no-moment")
_STOCK = (ONE_MOMENT, ONE_MOMENT_HELD, ONE_PART, ONE_PART_HELD, SEVERAL_MOMENTS, NOTED, NO_MOMENT)
_NOT_TO_BE_COMPARED = (Sting.TEARS, Sting.LAUGHED_AT)
"""What is no more to be told of most people than to be called one moment."""


def reality_check(talk: Talk) -> Script:
    """How bad it feels, and then how bad it was: evidence in place of a verdict; after a good one nobody asks."""
    if is_all_good(talk) and talk.known(FEELING.name) is None:
        return
    feeling = yield from talk.ask(how_bad(talk))
    weigh(talk, feeling)
    if is_grave(talk):
        yield from what_was_done(talk)
        return
    if feeling is not None and feeling <= MILD:
        return
    if is_settled(talk):  # they have decided, so nobody weighs any more how bad it was
        return
    is_low = feeling is not None and feeling >= VERY_LOW
    is_said = is_low or first_sting(talk) in _NOT_TO_BE_COMPARED
    if was_shown_early(talk, "stressed") and not (talk.known("angry") or is_said):
        talk.say(UPSETS)
    is_asked = (is_low or not names_moments(talk)) and not is_undecided(
        talk
    )  # who named a moment has not called all of it bad
    # To the angry it would sound as if they made too much of it.
    if is_asked and not talk.known("angry") and not (is_told_as_one(talk) or has_told_instead(talk)):
        is_bad = talk.known("stressed") or talk.known("news") == "badly" or stings.is_of_the_whole(story(talk))
        question = REALLY if is_bad else REALLY_OPEN
        if stings.went_unevenly(story(talk)) is not None:
            question = REALLY_OF_IT
        yield from talk.ask(REALLY_GENTLY if is_low else question)
    yield from what_it_was(talk)
    put_in_proportion(talk)


def how_bad(talk: Talk) -> Scale:
    """The question for the number, in words that fit what they told."""
    if is_told_as_good(talk):
        return FEELING_WELL_BUT
    return FEELING_WELL if is_told_as_nothing_bad(talk) else FEELING


def was_shown_early(talk: Talk, name: str) -> bool:
    """Whether it was known when they said how bad it feels; what shows later is met where it shows."""
    shown, felt = talk.facts.latest(name), talk.facts.latest(FEELING.name)
    return shown is not None and (felt is None or shown.turn <= felt.turn)


def names_moments(talk: Talk) -> bool:
    """Whether what they told first is a moment, or some of one kind, with no word about the whole of it (R09)."""
    if talk.known(REALLY.name) is not None or stings.is_of_the_whole(story(talk)):
        return False
    told = max((fact.turn for name in ("opening", "story") if (fact := talk.facts.latest(name))), default=0)
    felt = talk.facts.latest(FEELING.name)
    told = max(told, felt.turn if felt is not None else 0)  # who tells on before they give the number tells it first
    struggles = [name for name, fact in talk.facts.all().items() if name.startswith("struggle-") and fact.turn <= told]
    sting = stings.sting(story(talk))
    is_late = talk.known("minutes-late") is not None or sting is Sting.LATE
    is_named = sting in NAMED or sting is Sting.MANNER
    return bool(struggles) + is_late + (is_named and not struggles) == 1


def has_told_instead(talk: Talk) -> bool:
    """Whether they told a moment where they were asked how much of it was bad: that answers it."""
    if talk.facts.latest(REALLY.name) is not None:
        return False
    if isinstance(talk.known(CAUSE.name), str):
        return True
    before = [fact.turn for name in (FEELING.name, *TOLD_FIRST) if (fact := talk.facts.latest(name)) is not None]
    later = (name for name, fact in talk.facts.all().items() if fact.turn > max(before, default=0))
    return any(name.startswith("struggle-") or name == "minutes-late" for name in later)


def put_in_proportion(talk: Talk) -> None:
    """No interview is perfect; one event is one event; what was serious, or hurts too much, is never made small."""
    moments, feeling = evidence(talk), talk.known(FEELING.name)
    hurts = [take_up_more(talk, name) for name in (CAUSE.name, ANYTHING_ELSE.name, WHAT_ELSE.name)]
    told = (talk.known(name) for name in (CAUSE.name, ANYTHING_ELSE.name, WHAT_ELSE.name))
    if any(isinstance(words, str) and stings.blames_oneself(words) for words in told):
        _say(talk, SEEN_AFTERWARDS)
    if NAMED[Sting.LAUGHED_AT] in moments:
        _say(talk, THEIR_LAUGHING)
    elif talk.known(REALLY.name) == "all":
        _say(talk, ALL_OF_IT)
    elif stings.sting(story(talk)) is Sting.TEARS or (isinstance(feeling, int) and feeling >= VERY_LOW):
        return
    elif len(moments) == 1 and moments[0] not in (WHAT_YOU_SAID, THE_QUESTION):
        put_as_one(talk, moments[0])
    elif moments and WHAT_YOU_SAID not in moments:
        _say(talk, SEVERAL_MOMENTS, moments=moments)
    elif moments and not any(hurts):
        _say(talk, NOTED)
    elif not moments and not talk.known("angry"):
        _say(talk, NO_MOMENT)


def put_as_one(talk: Talk, named: Named) -> None:
    """One event is one event; a lesson or a test is no moment, it is a part of the interview."""
    if isinstance(named, str) and is_part(named):
        _say(talk, ONE_PART_HELD if is_told_as_one(talk) else ONE_PART, part=named)
    else:
        _say(talk, ONE_MOMENT_HELD if is_told_as_one(talk) else ONE_MOMENT, moment=named)


def _say(talk: Talk, saying: Saying, **args: Arg) -> None:
    """Once is enough: more of it may be told since."""
    if not any(stock.id in talk.said for stock in _STOCK):
        talk.say(saying, **args)
