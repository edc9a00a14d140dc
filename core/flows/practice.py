"""Practice: the question alone, an answer from memory, then what was kept beside it, and a choice between them.

Recalling before reading is what makes an answer stay, so nothing kept is shown first (E9). The rule a newcomer could
break: the coach never says which answer is better, nor that one is good.
"""

from __future__ import annotations

from collections.abc import Generator
from itertools import count
from typing import Any

from core import apart
from core.answers import WeakAnswer, best_answer, if_then, weak_answers
from core.drafts.points import LABEL_LENGTH
from core.flows.offer import IN_AN_HOUR, NOW, TOMORROW, number_in, taken_up
from core.mood import ROUGH
from core.plan import PRACTICE_DAYS
from core.questions import Choice, Offer, Option, Question, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Filled, Letter, Named, Phrase, Saying

PLANNED = len(PRACTICE_DAYS)
"""The rounds that come of themselves; one that the person begins has a number after these."""

OFFER = Offer(
    "offer",
    "practice-offer",
    (NOW, IN_AN_HOUR, TOMORROW, Option("skip", Command.NO), Option("none", brings=(("practice", "no"),))),
    {"about": ""},
)
ATTEMPT = Words(
    "attempt",
    "practice-attempt",
    (Option("aloud"), Option("show-me", Command.MAYBE)),
    {"question": ""},
)
KEEP = Choice("keep", "practice-keep", (Option("new"), Option("kept"), Option("anew")))
STAYS_OR_ANEW = Choice("keep", "practice-stays-or-anew", (Option("kept", Command.YES), Option("anew", Command.NO)))
ANEW = Words("anew", "practice-anew", (Option("leave", Command.NO),))
MORE = Choice("more", "practice-more", (Option("next", Command.YES), Option("enough", Command.NO)))

NOTHING = Saying("practice-nothing")
NO_MORE = Saying("practice-no-more")
GENTLY = Saying("practice-gently")
NEW_KEPT = Saying("practice-new-kept")
STAYS = Saying("practice-stays")
LEFT = Saying("practice-left")
IF_THEN = Saying("practice-if-then", "cue", "response")
NOT_THIS_TIME = Saying("practice-not-this-time")
ROUND = Saying("practice-round", "round", "count")
OWN_ROUND = Saying("practice-own-round", "count")
LAST_ROUND = Saying("practice-last-round", "round")
LAST_ROUND_PLAIN = Saying("practice-last-round-plain", "round")

AS_PUT = Phrase("practice-as-put", "question")
ABOUT_TOPIC = Phrase("practice-about-topic", "topic")
WHAT_YOU_KEPT = Phrase("practice-what-you-kept")


@flow("practice")
def practice(talk: Talk) -> Script:
    """One round over the weak answers, when they take it up."""
    weak = weak_answers(talk.facts)
    if talk.key and was_closed(talk):
        return
    if not weak:
        talk.say(NOTHING)
    elif (yield from taken_up(talk, OFFER.given(about=tuple(in_short(answer) for answer in weak)))):
        yield from one_round(talk, weak)
    elif talk.known("practice") == "no":
        talk.say(NO_MORE)
    elif talk.known(OFFER.keyed(talk.key).name) == "skip":
        talk.say(NOT_THIS_TIME)


def was_closed(talk: Talk) -> bool:
    """Whether letting go has ended practice since this round was announced."""
    return talk.known("let-go") is not None and talk.known("keep") not in ("both", "practice")


def one_round(talk: Talk, weak: list[WeakAnswer]) -> Script:
    """Each answer in turn; where it still weighs heavily, with a way out after each."""
    number = round_number(talk)
    is_heavy = weight(talk) >= ROUGH
    if is_heavy:
        talk.say(GENTLY)
    done = 0
    for answer in weak:
        if is_heavy and answer is not weak[0]:
            more = yield from talk.ask(MORE.keyed("practice", number).numbered(answer.number))
            if more != "next":
                break
        done += yield from practise(talk, number, answer)
    close(talk, number, done)
    talk.mark(f"practised-{number}")


def practise(talk: Talk, number: int, weak: WeakAnswer) -> Generator[Question[Any], None, bool]:
    """Recall, compare, choose; False when it was skipped."""
    kept = best_answer(talk.facts, weak.number, but_for=number)
    attempt = yield from talk.ask(recalled(number, weak, has_kept=kept is not None))
    if attempt is None:
        return False
    in_words = isinstance(attempt, str)
    if kept is None and in_words:
        talk.say(NEW_KEPT.numbered(weak.number))
        return True
    choice: str | None = "anew"
    if kept is not None:
        question = (KEEP if in_words else STAYS_OR_ANEW).keyed("practice", number).numbered(weak.number)
        choice = yield from talk.ask(question, showing=Letter(Filled(WHAT_YOU_KEPT), ((kept,),)))
    if choice == "anew":
        anew = yield from talk.ask(ANEW.keyed("practice", number).numbered(weak.number))
        talk.say((NEW_KEPT if isinstance(anew, str) else LEFT).numbered(weak.number))
    elif choice is not None:
        talk.say((NEW_KEPT if choice == "new" else STAYS).numbered(weak.number))
    return True


def recalled(number: int, weak: WeakAnswer, *, has_kept: bool) -> Question[Any]:
    """The question as it was put, and nothing else; "show me" only where there is something to show."""
    asked = Filled(AS_PUT, (("question", weak.question),)) if weak.question else about_topic(weak)
    question = ATTEMPT.keyed("practice", number).numbered(weak.number).given(question=asked)
    return question if has_kept else question.without("show-me")


def about_topic(weak: WeakAnswer) -> Filled:
    """What it was about, where their wording is not known."""
    return Filled(ABOUT_TOPIC, (("topic", weak.topic or ""),))


def in_short(weak: WeakAnswer) -> Named:
    """A question in a few words: by the person's own name for it, else by its beginning."""
    if weak.topic or not weak.question:
        return weak.topic or ""
    question = weak.question
    short = question if len(question) <= LABEL_LENGTH else question[: LABEL_LENGTH - 1].rstrip() + "…"
    return Filled(AS_PUT, (("question", short),))


def round_number(talk: Talk) -> int:
    """The nudge's number; a round that the person begins is the first after the planned ones that is not done yet."""
    if talk.key:
        return number_in(talk)
    return next(number for number in count(PLANNED + 1) if talk.known(f"practised-{number}") is None)


def weight(talk: Talk) -> int:
    """How bad it felt when they last said so."""
    feelings = (talk.known("feeling-now"), talk.known("feeling-at-first"))
    return next((feeling for feeling in feelings if isinstance(feeling, int)), 0)


def close(talk: Talk, number: int, done: int) -> None:
    """The plan for the moment itself, once; then which round this was."""
    if not done:
        talk.say(NOT_THIS_TIME)
        return
    if number in (1, PLANNED + 1) and (plan := if_then(talk.facts)):
        cue, response = plan
        is_put = any(cue == question for _, question in talk.texts("question"))
        talk.say(IF_THEN, cue=Filled(AS_PUT, (("question", cue),)) if is_put else cue, response=response)
    if number > PLANNED:
        talk.say(OWN_ROUND, count=done)
    elif number == PLANNED or talk.known("practice") == "once":
        is_said = isinstance(talk.known("learnt"), str)  # what is learnt was spoken of then
        talk.say(LAST_ROUND_PLAIN if is_said or apart.is_told(talk.facts) else LAST_ROUND, round=number)
    else:
        talk.say(ROUND, round=number, count=done)
