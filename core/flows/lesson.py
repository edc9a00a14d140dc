"""The second half of the look back, for next time: better answers, other moments, one thing learnt, a plan, practice.

Not a flow; the look back is built on it. At most three things that went badly are acted on, and the weak answers come
first. The rule a newcomer could break: ask what happened and what to do, never why, and never judge what they write.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from core import apart
from core.answers import tells_what_to_do
from core.drafts.own_words import bare_question, is_task
from core.mood import was_laughed_at, went_well
from core.plan import PRACTICE_DAYS, day_of
from core.questions import Option, Question, TimedChoice, Words
from core.records import unsaid
from core.talk import Script, Talk
from core.understanding import conduct
from core.understanding.commands import Command
from core.understanding.persons import to_you
from core.understanding.reasons import THEIR_REASON
from core.vocabulary import Filled, Letter, Named, Phrase, Saying

MOST_ACTED_ON = 3
"""What went badly gets no more room than what went well (C6)."""
MOST_QUOTED = 110
"""Letters of their own words inside a sentence of ours."""
_LEADS = re.compile(r"^\s*(?:(?:if|when|whenever|then|and|so)\b[,:]?\s+)+", re.IGNORECASE)

_THE_WAY = re.compile(
    r"\b(?:bus|train|taxi|car|road|traffic|walk|bike|leave|leaving|set off|alarm|earlier|early|on time|the way(?: there)?)\b",
    re.IGNORECASE,
)
"""What somebody speaks of who will come in time."""

_NOT_TYPED = re.compile(
    r"\b(?:lesson|weld(?:ing)?|typing|group (?:work|discussion)|practical|drill|cooking|driving)(?: test| exercise| task)?$",
    re.IGNORECASE,
)
"""What cannot be tried in two minutes on a phone."""

BETTER_TASK = Words("better", "lesson-better-task", (Option("leave", Command.NO),))
BETTER = Words("better", "lesson-better", (Option("leave", Command.NO),))
FIRST_ANSWER = Words("better", "lesson-first-answer", (Option("leave", Command.NO),), {"weak": ""})
CHANGE = Words("change", "lesson-change", (Option("leave", Command.NO),), {"item": ""})
CHANGE_TOLD = Words("change", "lesson-change-told", (Option("leave", Command.NO),), {"item": "", "told": ""})
CHANGE_WRITTEN = Words("change-went-badly", "lesson-change-written", (Option("leave", Command.NO),), {"told": ""})
CHANGE_REASON = Words("change-their-reason", "lesson-change-reason", (Option("leave", Command.NO),), {"reason": ""})
CHANGE_LATE = Words("change-late", "lesson-change-late", (Option("leave", Command.NO),))
LEARNT = Words("learnt", "lesson-learnt", (Option("nothing", Command.NO),))
LEARNT_TOO = replace(LEARNT, words="lesson-learnt-too")
"""After they have told what they will do another way."""
LEARNT_APART = replace(LEARNT, words="lesson-learnt-apart")
LEARNT_WELL = replace(LEARNT, words="lesson-learnt-well")
CUE = Words("if-cue", "lesson-cue", (Option("none", Command.NO),))
RESPONSE = Words("then-response", "lesson-response", (Option("none", Command.NO),), {"cue": ""})
RESPONSE_TO = replace(RESPONSE, words="lesson-response-to")
PRACTICE = TimedChoice(
    "practice",
    "lesson-practice",
    (Option("yes", Command.YES), Option("once"), Option("no", Command.NO)),
    {"weak": "", "days": "", "count": 0},
)

ALOUD = Saying("lesson-aloud", "cue", "response")
ALOUD_TO = Saying("lesson-aloud-to", "cue", "response")
ALOUD_THAT = Saying("lesson-aloud-that", "cue")
BETTER_KEPT = Saying("lesson-better-kept")
CHANGE_KEPT = Saying("lesson-change-kept")
NO_PRACTICE = Saying("lesson-no-practice")
LEARNT_KEPT = Saying("lesson-learnt-kept", "learnt")
LEARNT_KEPT_WELL = Saying("lesson-learnt-kept-well", "learnt")
LEARNT_KEPT_APART = Saying("lesson-learnt-kept-apart")

NOTES = Phrase("lesson-notes", "weak")
NOTES_TASK = Phrase("lesson-notes-task", "weak")
AS_ASKED = Phrase("lesson-as-asked", "question")
THEY_ASKED = Phrase("lesson-they-asked", "question")
THE_TASK = Phrase("lesson-the-task", "question")
THAT_QUESTION = Phrase("lesson-that-question")
WEEKDAY = Phrase("lesson-weekday", "day")


@unsaid
@dataclass(frozen=True, slots=True)
class Weak:
    """A question that got a weak answer, as far as it was told."""

    number: int
    name: Named
    question: str | None
    unsaid: str | None
    """What they wished, at the first telling, to have said."""


@unsaid
@dataclass(frozen=True, slots=True)
class Item:
    """Something else that went badly."""

    key: str
    """Joins the name of the fact about it."""
    name: Named
    told: str | None = None
    """What they wrote about it, if more than a verdict."""


def weak_answers(talk: Talk) -> list[Weak]:
    """Up to three, in the order they were told."""
    found = []
    for number in apart.numbers(talk.facts):
        struggle, question, unsaid = (_text(talk, f"{name}-{number}") for name in ("struggle", "question", "unsaid"))
        if struggle or question or unsaid:
            asked = bare_question(question) if question else None
            found.append(Weak(number, struggle or (as_asked(asked) if asked else THAT_QUESTION), asked, unsaid))
    return found


def for_next_time(talk: Talk, items: Sequence[Item]) -> Script:
    """What to do with it: answers first, then other moments, then one lesson and one plan."""
    weak = weak_answers(talk)
    if not is_same_day(talk):
        yield from better_answers(talk, weak)
    named = yield from what_they_named(talk)
    has_changed = yield from changes(talk, items[: MOST_ACTED_ON - len(weak) - named])
    is_told = apart.is_told(talk.facts) or was_laughed_at(talk.facts)
    is_good = went_well(talk.facts)
    usual = LEARNT_TOO if has_changed else LEARNT
    learnt = yield from talk.ask(LEARNT_APART if is_told else LEARNT_WELL if is_good else usual)
    if isinstance(learnt, str) and is_told:
        talk.say(LEARNT_KEPT_APART)
    elif isinstance(learnt, str):
        talk.say(LEARNT_KEPT_WELL if is_good or has_changed else LEARNT_KEPT, learnt=quoted(learnt))
    if has_changed:
        return  # what they will do at that moment is a plan
    if weak and isinstance(learnt, str) and tells_what_to_do(learnt) and talk.known(RESPONSE.name) is None:
        if has_answer(talk, weak[0]):  # a plan is said already: nobody asks for it again
            talk.say(ALOUD_THAT, cue=weak[0].name)
    elif weak or not went_well(talk.facts):
        yield from if_then(talk, weak)


def has_answer(talk: Talk, weak: Weak) -> bool:
    """Whether there is an answer in words that can be said aloud; a lesson or a test is no such thing."""
    is_doing = isinstance(weak.name, str) and is_task(weak.name)
    return not is_doing and bool(weak.unsaid or _text(talk, f"better-{weak.number}"))


def is_same_day(talk: Talk) -> bool:
    """Whether what they would have liked to say was written today: then it needs no second version yet (R50)."""
    told = talk.known("told-at")
    return isinstance(told, str) and told[:10] == talk.today


def better_answers(talk: Talk, weak: Sequence[Weak]) -> Script:
    """Each with the note of that day above it, to be thought over and written anew, or left."""
    for one in weak:
        if one.unsaid is None:
            better = yield from talk.ask(FIRST_ANSWER.numbered(one.number).given(weak=one.name))
        else:
            is_doing = isinstance(one.name, str) and is_task(one.name)
            question = BETTER_TASK if is_doing else BETTER
            better = yield from talk.ask(question.numbered(one.number), showing=notes(one))
        if isinstance(better, str):
            talk.say(BETTER_KEPT.numbered(one.number))


def notes(weak: Weak) -> Letter:
    """What was asked and what they wrote, given back as it stands."""
    is_doing = isinstance(weak.name, str) and is_task(weak.name)
    led = THE_TASK if is_doing else THEY_ASKED
    asked = () if weak.question is None else ((Filled(led, (("question", weak.question),)),),)
    return Letter(Filled(NOTES_TASK if is_doing else NOTES, (("weak", weak.name),)), (*asked, (weak.unsaid or "",)))


def changes(talk: Talk, items: Sequence[Item]) -> Generator[Question[Any], None, bool]:
    """One question each: the moment, and what to do there next time; whether anything was said to one."""
    has_changed = is_on_time = False
    for item in items:
        if item.key == "late" and is_on_time and talk.known(CHANGE_LATE.name) is None:
            continue  # how they will come in time was said of the first impression already
        said = yield from talk.ask(change(item))
        if isinstance(said, str):
            talk.say(CHANGE_KEPT.keyed(item.key))
        has_changed = has_changed or isinstance(said, str)
        is_on_time = is_on_time or (isinstance(said, str) and _THE_WAY.search(said) is not None)
    return has_changed


def is_change(name: str) -> bool:
    """Whether a fact of this name tells what they will do another way."""
    return name.startswith(f"{CHANGE.name}-")


def change(item: Item) -> Words:
    """The question what to do about it; what was told of the moment stands in it."""
    if item.key == "late":
        return CHANGE_LATE
    if item.told is None:
        return replace(CHANGE.given(item=item.name), name=f"change-{item.key}")
    if item.key == "went-badly":
        return CHANGE_WRITTEN.given(told=quoted(item.told))
    return replace(CHANGE_TOLD.given(item=item.name, told=quoted(item.told)), name=f"change-{item.key}")


def what_they_named(talk: Talk) -> Generator[Question[Any], None, int]:
    """The reason they gave for a no, once; whether it was asked about, as a count of what is acted on."""
    reason = _text(talk, THEIR_REASON)
    if reason is None or conduct.is_no_reason(reason) or apart.is_of_it(talk.facts, reason):
        return 0
    yield from talk.ask(CHANGE_REASON.given(reason=to_you(quoted(reason))))
    return 1


def if_then(talk: Talk, weak: Sequence[Weak]) -> Script:
    """A cue and a response, to be said once aloud (E8); where an answer was weak, its question is the cue."""
    if weak:
        response = yield from talk.ask(RESPONSE_TO.given(cue=weak[0].name))
        cue: Named = weak[0].name
    else:
        told = yield from talk.ask(CUE)
        if not isinstance(told, str):
            return
        cue = plain(told)
        response = yield from talk.ask(RESPONSE.given(cue=cue))
    if isinstance(response, str):
        talk.say(ALOUD_TO if weak else ALOUD, cue=cue, response=plain(response))


def offer_practice(talk: Talk) -> Script:
    """The days are named before they are asked for; where there is none left, nothing is offered."""
    answered = to_practise(talk)
    days = practice_days(talk)
    if not answered or not days:
        return
    weekdays = tuple(Filled(WEEKDAY, (("day", day.isoformat()),)) for day in days)
    question = PRACTICE.given(weak=tuple(answered), days=weekdays, count=len(days))
    # "Once" is the first of the days; when that one is over, it would never come.
    wish = yield from talk.ask(question if len(days) == len(PRACTICE_DAYS) else question.without("once"))
    if wish == "no":
        talk.say(NO_PRACTICE)


def may_practise(talk: Talk) -> bool:
    """Whether there is an answer of theirs to be tried again, on days that are still to come."""
    return bool(to_practise(talk) and practice_days(talk))


def to_practise(talk: Talk) -> list[Named]:
    """The answers that can be tried again in words, by what they are called."""
    weak = [one for one in weak_answers(talk) if not (isinstance(one.name, str) and _NOT_TYPED.search(one.name))]
    return [one.name for one in weak if one.unsaid or _text(talk, f"better-{one.number}")]


def practice_days(talk: Talk) -> list[date]:
    """The days still to come on which practice could; none for somebody who is not to be written to."""
    day = day_of(talk.facts)
    is_settled = talk.known("outcome") in ("offer", "withdrawn")
    is_over = talk.known("nudges") == "stopped" or is_settled or talk.known("let-go")
    if day is None or is_over or talk.known("zone") is None:
        return []
    days = [day + timedelta(days=after) for after in PRACTICE_DAYS]
    # Today's hour may be over already, and a flow knows no hour.
    return [one for one in days if one.isoformat() > talk.today]


def as_asked(question: str) -> Filled:
    """A question by its own words, where there is no shorter name for it."""
    return Filled(AS_ASKED, (("question", quoted(question)),))


def plain(text: str) -> str:
    """Their words inside "If: … Then: …"."""
    return quoted(_LEADS.sub("", text) or text)


def quoted(text: str) -> str:
    """Their words inside a sentence of ours: in one line, cut where they are long, without the final stop."""
    text = " ".join(text.split())
    return text.removesuffix(".") if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 1].rstrip(" ,;.") + "…"


def _text(talk: Talk, name: str) -> str | None:
    value = talk.known(name)
    return value if isinstance(value, str) else None
