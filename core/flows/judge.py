"""Looking back with a day between: what went well and what did not, what it teaches, and the feeling again.

Both sides are asked for, what went well first, with the six areas as what may be tapped; who would rather go through them
one by one gets a short question for each. What the person has told already is named and not asked as if new. The second
half is in `core.flows.lesson`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from core import apart
from core.drafts.notes import AREA_NAMES
from core.facts import Picked, Value
from core.flows import good_side
from core.flows.good_side import MOST_SAID_BACK
from core.flows.insiders import offer_contact
from core.flows.lesson import (
    MOST_ACTED_ON,
    Item,
    for_next_time,
    is_change,
    is_same_day,
    may_practise,
    offer_practice,
    quoted,
    weak_answers,
)
from core.flows.offer import IN_AN_HOUR, NOW, TOMORROW, TONIGHT, taken_up
from core.mood import ROUGH, VERY_LOW, was_laughed_at, went_well
from core.questions import Choice, Offer, Option, Question, Scale, Words
from core.remembering import remembered
from core.replay import flow
from core.talk import Script, Talk
from core.understanding import areas, stings
from core.understanding.areas import Area, Verdict
from core.understanding.commands import Command
from core.understanding.stings import Sting
from core.vocabulary import Filled, Named, Phrase, Saying

LONG_AFTER = 14
"""Days after which it is no longer a matter of distance."""
STRONG_NERVES = 7
_NERVES = re.compile(r"\b(?:nerv|anxi|panic)", re.IGNORECASE)
_SURE_OF_ONESELF = re.compile(r"\b(?:confiden|nerv|anxi|panic|shy|timid|calm|unsure|insecur|doubt)", re.IGNORECASE)
"""Without one of these a text that reads like lost confidence told of something else: of a blank, say."""
_ALL_OF_IT = re.compile(r"\s*(?:it )?(?:all|everything|most)\b", re.IGNORECASE)
"""What is no one thing, to be kept in sight."""
_STILL_TO_DO = re.compile(
    r"\b(?:asked (?:me|us) (?:to|for)|(?:told|want(?:ed|s)?) (?:me|us) to|(?:have|need|got) to (?:send|bring|show|write|call|do|get))\b",
    re.IGNORECASE,
)
"""What is a task before it is something they handled."""
_ASKED_FOR = re.compile(
    r"\b(?:they|he|she) (?:even )?asked (?:me|us) (?:to (?:send|bring|show|give|share|mail|e-?mail|forward)|for (?:my|the|a|some) )",
    re.IGNORECASE,
)
"""What they want to have of the person: it is about the work, and perhaps still to be done."""
_LEAST_TOLD = 3
"""In words; fewer are a verdict ("not great") and tell of no moment."""
MOST_IN_A_LIST = 50
"""Letters of their own words as one item of a list."""
_TOLD_AS_BAD = ("cause", "anything-else", "what-else")
_TOLD_BEFORE = ("opening", "story", "cause", "anything-else", "what-else")

OFFER = Offer(
    "offer",
    "judge-offer",
    (NOW, IN_AN_HOUR, TONIGHT, TOMORROW, Option("no", Command.NO, brings=(("judge-when", "no"),))),
    {"days": 1},
)
OFFER_LONG_AFTER = replace(OFFER, words="judge-offer-long-after")
NERVOUS = Scale("nervous-before", "judge-nervous")
RATINGS = (
    Option("well", Command.YES),
    Option("badly", Command.NO),
    Option("both"),
    Option("cannot-say", Command.MAYBE),
)
FIRST_IMPRESSIONS = Words("area-first-impressions", "judge-first-impressions", RATINGS)
BODY_LANGUAGE = Words("area-body-language", "judge-body-language", RATINGS)
CONFIDENCE = Words("area-confidence", "judge-confidence", RATINGS)
ANSWERS = Words("area-answers", "judge-answers", RATINGS)
OTHER_ANSWERS = Words("area-answers", "judge-other-answers", RATINGS, {"weak": ""})
QUESTIONS_ASKED = Words("area-questions-asked", "judge-questions-asked", RATINGS)
CLOSING = Words("area-closing", "judge-closing", RATINGS)
TOLD = Words("area", "judge-told", RATINGS, {"area": "", "told": ""})
ELSE = Words("area-else", "judge-else", (Option("nothing", Command.NO),))
GO_ON = Choice("judge-goes-on", "judge-go-on", (Option("on", Command.YES), Option("enough", Command.NO)))
FEELING_NOW = Scale("feeling-now", "judge-feeling-now")

RECALL = Saying("judge-recall", "told")
NERVES_STRONG = Saying("judge-nerves-strong", "nervous")
NERVES_NOTED = Saying("judge-nerves-noted", "nervous")
NERVES_NAMED = Saying("judge-nerves-named")
CONDUCT_APART = Saying("judge-conduct-apart")
HELD_KEPT = Saying("judge-held-kept", "words")
HELD_KEPT_PLAIN = Saying("judge-held-kept-plain")
HELD_ASKED_FOR = Saying("judge-held-asked-for")
HELD_NOTHING = Saying("judge-held-nothing")
BADLY_KEPT = Saying("judge-badly-kept")
BADLY_KEPT_NERVES = Saying("judge-badly-kept-nerves")
BADLY_KEPT_LAUGHED = Saying("judge-badly-kept-laughed")
OTHER_SIDE = Saying("judge-other-side", "badly")
LONG_OTHER_SIDE = Saying("judge-long-other-side")
CHANGE = Saying("judge-change", "before", "after")
SAME = Saying("judge-same", "after")
STILL_HEAVY = Saying("judge-still-heavy")
AWFUL = Saying("judge-awful", "after")
CLOSED = Saying("judge-closed", "done")
CLOSED_PLAIN = Saying("judge-closed-plain")
BADLY_NOTED = Saying("judge-badly-noted", "what")
HANDLED = Saying("judge-handled", "handled")
LEFT_OUT = Saying("judge-left-out")
PRACTICE_OPEN = Saying("judge-practice-open")

OTHER_ANSWERS_NAME = Phrase("judge-area-other-answers")
BEING_LATE = Phrase("judge-being-late")
WHAT_YOU_ADDED = Phrase("judge-what-you-added")
IN_QUOTES = Phrase("judge-in-quotes", "words")
NEW_ANSWER = Phrase("judge-new-answer")
ONE_LESSON = Phrase("judge-one-lesson")
ONE_PLAN = Phrase("judge-one-plan")
NEXT_TIME = Phrase("judge-next-time")

QUESTIONS = {
    Area.FIRST_IMPRESSIONS: FIRST_IMPRESSIONS,
    Area.BODY_LANGUAGE: BODY_LANGUAGE,
    Area.CONFIDENCE: CONFIDENCE,
    Area.ANSWERS: ANSWERS,
    Area.QUESTIONS_ASKED: QUESTIONS_ASKED,
    Area.CLOSING: CLOSING,
}
"""In the order of the hour itself."""

PARTS = {
    side: tuple(
        Option(one.name.removeprefix("area-"), brings=((one.name, Picked(side.value)),)) for one in QUESTIONS.values()
    )
    for side in Verdict
}
"""The six areas as options, each of which puts its area on that side."""
ONE_BY_ONE = Option("one-by-one", brings=(("one-by-one", True),))
NOTHING = Option("nothing", Command.NO)
_NONE = Picked(NOTHING.id)
WELL = Words("good-side", "judge-well", (*PARTS[Verdict.WELL], ONE_BY_ONE, NOTHING))
WELL_BESIDES = replace(WELL, words="judge-well-besides", args={"held": ""})
"""For those who have told of something that went all right."""
WELL_UNTIL = replace(WELL_BESIDES, words="judge-well-until")
WELL_QUESTIONS = replace(WELL_BESIDES, words="judge-well-questions")
WENT_WELL = Words("went-well", "judge-went-well", (NOTHING,), {"well": ""})
HELD = Words("went-well", "judge-held", (NOTHING,))
BADLY = Words("went-badly", "judge-badly", (*PARTS[Verdict.BADLY], NOTHING))
BADLY_BESIDES = replace(BADLY, words="judge-badly-besides")
BADLY_WELL = replace(BADLY, words="judge-badly-well")
BADLY_OF_ALL = replace(BADLY, words="judge-badly-of-all")
BADLY_APART = replace(BADLY, words="judge-badly-apart")
WENT_BADLY = Words("went-badly", "judge-went-badly", (NOTHING,))
WENT_BADLY_APART = replace(WENT_BADLY, words="judge-went-badly-apart")


@flow("judge")
def judge(talk: Talk) -> Script:
    """The look back, when they take it up."""
    if (yield from taken_up(talk, offer(talk))):
        if told := told_badly(talk):
            talk.say(RECALL, told=told)
        yield from judge_steps(talk)
    elif talk.known("judge-when") == "no":
        talk.say(LEFT_OUT)


def offer(talk: Talk) -> Offer:
    """The offer; long after, it says how long ago it was."""
    day = talk.known("interview-on")
    days = (date.fromisoformat(talk.today) - date.fromisoformat(day[:10])).days if isinstance(day, str) else 0
    return (OFFER_LONG_AFTER if days >= LONG_AFTER else OFFER).given(days=days)


def judge_steps(talk: Talk) -> Script:
    """The look back itself."""
    yield from nerves(talk)
    if talk.known("one-by-one"):
        yield from six_areas(talk)
        yield from both_sides(talk)
    else:
        yield from in_two_questions(talk)
    goes_further = yield from goes_on(talk)
    if goes_further:
        yield from for_next_time(talk, [*items(talk), *asked_for(talk)])
    yield from feeling_again(talk)
    feeling = talk.known(FEELING_NOW.name)
    if goes_further:
        yield from offer_practice(talk)
    elif may_practise(talk) and not (isinstance(feeling, int) and feeling >= ROUGH):
        talk.say(PRACTICE_OPEN)  # who had enough is asked for nothing more; who is low is left in peace
    talk.mark("judged")
    if goes_further and not is_same_day(talk):
        yield from offer_contact(talk)
    close(talk)


# --- the hour, from the door to the goodbye ---


def nerves(talk: Talk) -> Script:
    """A possible cause, and no flaw; of nerves they have told already nobody asks for a number as well."""
    if blames_nerves(talk) and talk.known(NERVOUS.name) is None:
        talk.say(NERVES_NAMED)
        return
    nervous = yield from talk.ask(NERVOUS)
    if nervous is not None and nervous >= STRONG_NERVES:
        talk.say(NERVES_STRONG, nervous=nervous)
    elif nervous is not None:
        talk.say(NERVES_NOTED, nervous=nervous)


def blames_nerves(talk: Talk) -> bool:
    """Whether they named nerves among what went wrong; "wasn't nervous" is not that."""
    if talk.known("cause") == Picked("nerves"):
        return True
    told = told_texts(talk)
    return any(_NERVES.search(text) and read(text).get(Area.CONFIDENCE) is Verdict.BADLY for text in told)


def six_areas(talk: Talk) -> Script:
    """One short question each, and room for what the six leave out."""
    for area in QUESTIONS:
        yield from talk.ask(area_question(talk, area))
    yield from talk.ask(ELSE)


def area_question(talk: Talk, area: Area) -> Question[Any]:
    """The question; where something was told already, that is named, and "yes" confirms it."""
    weak = tuple(one.name for one in weak_answers(talk))
    if area is Area.ANSWERS and weak:
        return OTHER_ANSWERS.given(weak=weak)
    told = told_of(talk, area)
    if told is None:
        return QUESTIONS[area]
    verdict = read(told)[area]
    options = tuple(
        one._replace(means=Command.YES if one.id == verdict else None) if one.id in ("well", "badly") else one
        for one in RATINGS
    )
    question = TOLD.given(area=AREA_NAMES[area], told=quoted(told))
    return replace(question, name=QUESTIONS[area].name, options=options)


def told_of(talk: Talk, area: Area) -> str | None:
    """What they told of an area before it was asked about, in the first telling or while answering about another."""
    others = [talk.known(question.name) for other, question in QUESTIONS.items() if other is not area]
    for text in (*told_texts(talk), *(value for value in others if isinstance(value, str))):
        if area in read(text) and (area is not Area.CONFIDENCE or _SURE_OF_ONESELF.search(text)):
            return text
    return None


def told_texts(talk: Talk) -> list[str]:
    """What they told of the interview in their own words before the look back; of conduct of theirs, nothing counts."""
    if apart.is_told(talk.facts):
        return []
    told = (talk.known(name) for name in _TOLD_BEFORE)
    return [text for text in told if isinstance(text, str)]


@remembered(64)
def read(text: str) -> Mapping[Area, Verdict]:
    """As `areas.read`; the same few texts are read at every replay."""
    return areas.read(text)


# --- both sides ---


def in_two_questions(talk: Talk) -> Script:
    """What went well, then what did not, each in their words or as one of the six areas (R15, R16, R17)."""
    held = yield from talk.ask(well(talk))
    keep_what_held(talk, held)
    is_apart = apart.is_told(talk.facts)
    if is_apart:
        talk.say(CONDUCT_APART)
    question = BADLY_APART if is_apart else badly(talk)
    told = yield from talk.ask(
        question.without(held.option) if isinstance(held, Picked) and held != _NONE else question
    )
    if isinstance(told, Picked) and told != _NONE:
        what = next(area for area, one in QUESTIONS.items() if one.name == f"area-{told.option}")
        talk.say(BADLY_NOTED, what=area_name(talk, what))
    elif isinstance(told, str):
        is_of_nerves = stings.sting(told) is Sting.NERVES
        laughed = BADLY_KEPT_LAUGHED if is_done_by_their_laughing(talk, told) else None
        talk.say(laughed or (BADLY_KEPT_NERVES if is_of_nerves else BADLY_KEPT))


def is_done_by_their_laughing(talk: Talk, told: str) -> bool:
    """Whether it is how one who is laughed at takes it, which nobody is to do another way."""
    return was_laughed_at(talk.facts) and stings.takes_being_laughed_at(told)


def well(talk: Talk) -> Question[Any]:
    """The question for the good side, by what was told of it: a part that held, how far it did, or some questions."""
    for question, held in (
        (WELL_BESIDES, good_side.held(talk)),
        (WELL_UNTIL, good_side.until(talk)),
        (WELL_QUESTIONS, good_side.easy_questions(talk)),
    ):
        if held is not None:
            return question.given(held=quoted(held))
    return WELL


def keep_what_held(talk: Talk, held: Value | None) -> None:
    """Say back what went well, in their words where they are short."""
    if held == _NONE:
        talk.say(HELD_NOTHING)
    elif isinstance(held, str) and not _ALL_OF_IT.match(held):
        if _ASKED_FOR.search(held):
            talk.say(HELD_ASKED_FOR)
        elif len(held) <= MOST_SAID_BACK:
            talk.say(HELD_KEPT, words=quoted(held))
        else:
            talk.say(HELD_KEPT_PLAIN)


def badly(talk: Talk) -> Question[Any]:
    """The question for the other side, by what was told of it: nothing, something, or that it was all of it."""
    if talk.known("really-that-bad") == "all":
        return BADLY_OF_ALL
    if told_badly(talk) or any(isinstance(talk.known(name), str) for name in _TOLD_AS_BAD):
        return BADLY_BESIDES
    return BADLY_WELL if went_well(talk.facts) else BADLY


def both_sides(talk: Talk) -> Script:
    """After the six: a moment worth keeping, then the other side; neither is left out (R15, C6)."""
    well = well_areas(talk)
    yield from talk.ask(WENT_WELL.given(well=well) if well else HELD)
    if apart.is_told(talk.facts):
        talk.say(CONDUCT_APART)
    badly = names_of_badly(talk)
    if len(badly) > MOST_ACTED_ON:
        talk.say(LONG_OTHER_SIDE)
    elif badly:
        talk.say(OTHER_SIDE, badly=badly)
    else:
        yield from talk.ask(WENT_BADLY_APART if apart.is_told(talk.facts) else WENT_BADLY)


def well_areas(talk: Talk) -> tuple[Named, ...]:
    """The areas of which they said that they went well, at least in part."""
    named: list[Named] = [area_name(talk, area) for area in QUESTIONS if Verdict.WELL in verdicts(talk, area)]
    added = talk.known(ELSE.name)
    if isinstance(added, str) and Verdict.WELL in areas.judged(added):
        named.append(short_name(added))
    return tuple(named)


def names_of_badly(talk: Talk) -> tuple[Named, ...]:
    """What went badly, told then and now; each once."""
    return tuple(dict.fromkeys((*told_badly(talk), *(item.name for item in items(talk)))))


def told_badly(talk: Talk) -> tuple[Named, ...]:
    """What the first conversation left on the list."""
    weak: list[Named] = [one.name for one in weak_answers(talk)]
    return (*weak, BEING_LATE) if was_late(talk) else tuple(weak)


def was_late(talk: Talk) -> bool:
    """Whether they came late."""
    return talk.known("minutes-late") is not None or Picked("late") in (
        talk.known("cause"),
        talk.known("anything-else"),
    )


def items(talk: Talk) -> list[Item]:
    """What went badly besides the weak answers, in the order of the hour."""
    found = []
    for area, question in QUESTIONS.items():
        if Verdict.BADLY in verdicts(talk, area):
            words = told(talk, question.name)
            if words is None or not apart.is_of_it(talk.facts, words):
                found.append(Item(question.name.removeprefix("area-"), area_name(talk, area), words))
    added = talk.known(ELSE.name)
    is_own = isinstance(added, str) and not apart.is_of_it(talk.facts, added)
    if isinstance(added, str) and is_own and Verdict.BADLY in areas.judged(added):
        found.append(Item("else", short_name(added)))
    if was_late(talk):
        found.append(Item("late", BEING_LATE))
    return found


def asked_for(talk: Talk) -> list[Item]:
    """What they wrote of what went badly."""
    badly = talk.known(WENT_BADLY.name)
    is_own = isinstance(badly, str) and not apart.is_of_it(talk.facts, badly)
    is_own = is_own and not is_done_by_their_laughing(talk, str(badly))
    return (
        [Item("went-badly", short_name(badly), told(talk, WENT_BADLY.name))]
        if isinstance(badly, str) and is_own
        else []
    )


def verdicts(talk: Talk, area: Area) -> frozenset[Verdict]:
    """Well, badly, both, or nothing said."""
    return verdicts_in(talk.known(QUESTIONS[area].name), area)


def verdicts_in(answer: Value | None, area: Area) -> frozenset[Verdict]:
    """What an answer about an area says: an option, or own words."""
    if isinstance(answer, str):
        return areas.judged(answer, area)
    chosen = answer.option if isinstance(answer, Picked) else ""
    return frozenset(verdict for verdict in Verdict if chosen in (verdict, "both"))


def area_name(talk: Talk, area: Area) -> Phrase:
    """What it is called in a list; the answers that are on it by themselves are not meant."""
    return OTHER_ANSWERS_NAME if area is Area.ANSWERS and weak_answers(talk) else AREA_NAMES[area]


def told(talk: Talk, name: str) -> str | None:
    """Their own words about an area, if they tell of a moment."""
    answer = talk.known(name)
    return answer if isinstance(answer, str) and len(answer.split()) >= _LEAST_TOLD else None


def short_name(words: str) -> Named:
    """Their own words as an item of a list, where they are short enough for one."""
    if len(words) > MOST_IN_A_LIST:
        return WHAT_YOU_ADDED
    return Filled(IN_QUOTES, (("words", quoted(words)),))


# --- how it is now ---


def goes_on(talk: Talk) -> Generator[Question[Any], None, bool]:
    """On a rough one they may leave it after the first half."""
    feeling = talk.known("feeling-at-first")
    if not isinstance(feeling, int) or feeling < ROUGH:
        return True
    return (yield from talk.ask(GO_ON)) == "on"


def feeling_again(talk: Talk) -> Script:
    """The same scale, with the change shown; a look back can also make it heavier. After a good one nobody asks."""
    if went_well(talk.facts):
        return
    after = yield from talk.ask(FEELING_NOW)
    before = talk.known("feeling-at-first")
    if after is None:
        return
    if isinstance(before, int) and before != after:
        talk.say(CHANGE, before=before, after=after)
    elif isinstance(before, int):
        talk.say(SAME, after=after)
    if after >= VERY_LOW:
        talk.say(AWFUL, after=after)
    elif after >= ROUGH or (isinstance(before, int) and after > before):
        talk.say(STILL_HEAVY)


def close(talk: Talk) -> None:
    """One thing that they handled (E2), and what was done."""
    feeling = talk.known(FEELING_NOW.name)
    if isinstance(feeling, int) and feeling >= ROUGH:
        talk.say(CLOSED_PLAIN)  # a list of what was good would be said past it
        return
    handled = talk.known(WENT_WELL.name) if talk.known("one-by-one") else None  # else it was said back at once
    if isinstance(handled, str) and not (_ALL_OF_IT.match(handled) or _STILL_TO_DO.search(handled)):
        talk.say(HANDLED, handled=quoted(handled))
    done = what_was_done(talk)
    if done:
        talk.say(CLOSED, done=done)
    else:
        talk.say(CLOSED_PLAIN)


def what_was_done(talk: Talk) -> tuple[Named, ...]:
    """In the order it was done; what was skipped is not named."""
    better = any(isinstance(talk.known(f"better-{one.number}"), str) for one in weak_answers(talk))
    steps: list[tuple[Phrase, bool]] = [
        (NEW_ANSWER, better),
        (NEXT_TIME, any(isinstance(fact.value, str) for name, fact in talk.facts.all().items() if is_change(name))),
        (ONE_LESSON, isinstance(talk.known("learnt"), str)),
        (ONE_PLAN, isinstance(talk.known("then-response"), str)),
    ]
    return tuple(phrase for phrase, is_done in steps if is_done)
