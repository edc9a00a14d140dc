"""What is said to the coach itself: a small question, a remark, a reproach, or what is none of its business.

It is met and never kept as an answer; the open question is asked again, or answered by what stands beside. What is answered
to a small question is for `core.turn.asides` to say. The rule a newcomer could break: where words for others are asked for,
nothing that was for the coach's eyes may stand among them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import lines
from core.advice_bodies import advice_bodies, country_of_person
from core.errors import NotAnAnswer
from core.facts import Value
from core.questions import CLOSED, Offer, Opening, OwnLetter, Quotation, Settling, Verbatim
from core.state import Shown
from core.turn import asides, commands, correcting, getting_around, passing, strained, whose
from core.turn.answering import take
from core.turn.options import chosen, leading
from core.turn.replies import read_reply
from core.turn.workbench import Workbench
from core.understanding import Reading, complaints, read, to_coach
from core.understanding import asides as understood
from core.understanding.address import Remark
from core.understanding.asides import Aside
from core.understanding.occasion import Occasion
from core.understanding.text import brief

_BY_THEM = re.compile(r"\b(?:he|she|they|boss|employer|interviewer)\b", re.IGNORECASE)
_LETTER_BEGINS = re.compile(
    r"\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|thank you|to )\b", re.IGNORECASE
)
_MAY_BE_QUESTIONS = {Quotation.kind, Opening.kind}
_TAKE_A_STORY = passing.OWN_WORDS | {Opening.kind, Verbatim.kind}
_NOT_TAKEN_OUT = {Settling.kind, Opening.kind}
"""Where "take that out" is about the draft, or nothing was written yet."""
_LEAST_OF_AN_ANSWER = 3
_LEAST_BESIDES_BLAME = 6
"""In words: less, beside "take that out", hardly answers in their own words."""

_OF_THEIR_ANSWER = re.compile(
    r"(?:(?:hi|hey|hello|ok|so|and|please|pls|just)[, ]+)*(?:(?:can|could|will|would) (?:you|u) (?:please )?(?:tell|say|check|see|find out|know|predict)|do (?:you|u) (?:think|know|reckon)|(?:will|would|do|did) (?:they|he|she)\b|did i (?:do|get|pass)\b|have i (?:got|passed)"
    r"|how (?:long|soon|do (?:i|you) know|can i (?:know|tell)|will i know|likely)|when (?:do|will|would|should) (?:they|i (?:hear|know))|what (?:happens|are the (?:odds|chances)|are my chances))\b"
)
"""What they ask of an answer that has not come."""


def digressed(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """A small question to the coach, answered before the open one is asked again."""
    if asked_which(bench, reading):
        return True
    if reading.aside is None or asides.is_answer(reading.aside, bench.shown):
        return False
    if reading.aside is Aside.PRIVACY and _BY_THEM.search(reading.text):
        bench.say(lines.NOT_TO_THEM)
    if reading.aside is Aside.RIGHTS:
        take(bench, caught)
    asides.answer(bench, reading.aside)
    return True


def asked_how_to_sleep(bench: Workbench, reading: Reading) -> bool:
    """ "How do i sleep tonight" puts nothing off until then, whatever is offered."""
    if reading.aside is not Aside.SLEEP or bench.shown is None:
        return False
    asides.answer(bench, reading.aside)
    return True


def asked_which(bench: Workbench, reading: Reading) -> bool:
    """ "Which one, school or bank?", where there is more than one."""
    if not whose.asks_which(bench, reading) or len(whose.alive(bench)) <= 1:
        return False
    place = whose.place_of(bench, bench.interview)
    if place is None:
        return False
    bench.say(lines.ABOUT_WHICH, place=place)
    bench.proceed(short=True)
    return True


def answered_back(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """A remark to the coach is met as one, and never kept as an answer; what it tells in passing is."""
    shown = bench.shown
    if reading.remark is Remark.CHECK and shown is not None and shown.kind not in passing.OWN_WORDS:
        take(bench, caught, but=shown.name)
        return commands.tell_known(bench)
    asks = _asks_the_coach(shown, reading)
    if not (asks or reading.remark is Remark.COMPLAINT):
        return False
    told = take(bench, caught, but=shown.name if shown else "")
    if asks and (aside := understood.among(reading.text)) is not None:
        asides.answer(bench, aside)
        return True
    if not told and asks:
        getting_around.say_unanswered(bench)
    elif not told:
        bench.say(lines.PASSED_OVER if complaints.says_unanswered(reading.text) else lines.MISHEARD)
    bench.proceed(short=not told)
    return True


def answer_beside(bench: Workbench, reading: Reading) -> Reading | None:
    """ "I speak Polish. Do they even care?": the question is answered, and what is left is the answer; None for any other."""
    if not _asks_the_coach(bench.shown, reading) or not strained.wants_own_words(bench.shown):
        return None
    rest = reading.without_questions
    if len(rest.split()) < _LEAST_OF_AN_ANSWER or strained.ASKS_FOR_IT.match(rest):
        return None
    asides.answer_besides(bench, read(reading.text.removeprefix(rest)).aside)
    return read(rest)


def _asks_the_coach(shown: Shown | None, reading: Reading) -> bool:
    """Whether a question is put to the coach; "would you give me ten minutes?" in a letter is asked of them."""
    asks = reading.remark is Remark.QUESTION and (shown is None or shown.kind not in _MAY_BE_QUESTIONS)
    if shown is not None and shown.kind == OwnLetter.kind and _LETTER_BEGINS.match(reading.text):
        asks = False
    return asks or strained.asks_instead(shown, reading)


def was_for_the_coach(bench: Workbench, reading: Reading) -> bool:
    """ "Who reads this? I don't want them to see it", where words for others are asked for."""
    if to_coach.for_others(reading.text):
        return False
    if reading.asked_besides is None and not reading.is_question:
        return False
    if reading.asked_besides is None:
        bench.say(lines.UNANSWERED)
    return True


def asked_first(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether the first word is a question that nobody here can answer ("can you tell me if I got it"), and no story."""
    is_first = bench.shown is not None and bench.shown.kind == Opening.kind
    tells = caught or reading.is_stressed or reading.is_low or reading.is_angry or reading.strain is not None
    if not is_first or tells or _OF_THEIR_ANSWER.match(brief(reading.text)) is None:
        return False
    bench.say(lines.UNANSWERED)
    bench.proceed(short=True)
    return True


def is_not_for_here(bench: Workbench, reading: Reading) -> bool:
    """Work, and no interview, as the first word: what the coach is for, whom to ask, and the door stays open."""
    if bench.shown is None or bench.shown.kind != Opening.kind or reading.occasion is not Occasion.WORK:
        return False
    bench.say(lines.NOT_FOR_HERE)
    commands.point_to_help(bench)
    if reading.is_serious:
        country = country_of_person(bench.facts(), bench.community)
        if country and (bodies := advice_bodies(country)):
            bench.say(lines.ADVICE_BODY, country=country, bodies=bodies)
    bench.proceed(short=True)
    return True


def welcomed_back(bench: Workbench, reading: Reading) -> bool:
    """Somebody who was away greets the open question, and neither answers nor leaves it."""
    if reading.remark is not Remark.BACK or bench.shown is None:
        return False
    if bench.shown.kind == Offer.kind:
        bench.say(lines.BACK_AGAIN)
    else:
        bench.recap()
    bench.proceed(short=True)
    return True


def told_already(bench: Workbench, reading: Reading) -> str | None:
    """What else is said by a text that says "I told you already", perhaps nothing; None for any other."""
    shown = bench.shown
    if reading.told_again is None and shown is not None and _said_an_answer(bench, shown, reading):
        return reading.said_before
    return reading.told_again


def _said_an_answer(bench: Workbench, shown: Shown, reading: Reading) -> bool:
    """Whether what follows "i said" answers the open question: "i said 4", and not "i said it was fine"."""
    sets_right = reading.correction is not None or bool(reading.set_right.names)
    if shown.kind in _TAKE_A_STORY or sets_right or not reading.said_before:
        return False
    said = read(reading.said_before)
    if chosen(shown, said, bench.wording) is not None:
        return True
    try:
        return shown.kind in CLOSED and bool(read_reply(shown, said, bench.now))
    except NotAnAnswer:
        return False


def take_out_the_last(bench: Workbench, reading: Reading) -> str | None:
    """ "That was a question for you. I want the job": take out what was said last; the rest, perhaps nothing, or None."""
    shown, rest = bench.shown, to_coach.taken_out(reading.text)
    if rest is None or shown is None or shown.kind in _NOT_TAKEN_OUT or reading.order is not None:
        return None
    is_all = not rest and reading.asked_besides is None
    if (name := correcting.said_last(bench)) is not None:
        words = bench.facts().text(name) or ""
        correcting.drop(bench, bench.interview, name)
        if is_all and (asked := read(words)).is_question:
            asides.answer_besides(bench, asked.aside)
    elif chosen(shown, reading, bench.wording) or leading(shown, reading.text, bench.wording):
        return None  # "leave that out. next part" leaves the question out
    elif is_all:
        bench.say(lines.MISHEARD)
    return rest


def only_put_right(bench: Workbench, rest: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether nothing beside "take that out" is an answer: what puts us right is none in their own words."""
    shown = bench.shown
    if not rest.whole:
        bench.proceed(short=True)
        return True
    if shown is None or not strained.wants_own_words(shown):
        return False
    is_brief = len(rest.whole.split()) < _LEAST_BESIDES_BLAME
    if not (take(bench, caught, but=shown.name) or is_brief):
        return False
    if rest.is_question:
        bench.say(lines.UNANSWERED)
    bench.proceed(short=True)
    return True
