"""One interview given back whole: everything the person wrote about it and what came of it, in their own words.

The same sections are read back in the chat (`letter`) and put into a file (`core.markdown`). The rule a newcomer could
break: whatever a flow of another day keeps in the person's words appears here by itself, under "Also written"; what has
a place of its own is taken first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from itertools import count
from typing import NamedTuple, TypeAlias

from core import clock
from core.answers import if_then
from core.drafts.notes import AREA_NAMES
from core.drafts.own_words import bare_question
from core.drafts.readers import Reader, readers
from core.drafts.thank_you import thank_you
from core.drafts.version import PLAIN, changed, in_version
from core.echo import noted
from core.facts import ZONE_ELSEWHERE, Facts, Picked
from core.records import record
from core.understanding.revisions import changes_in
from core.vocabulary import Filled, Letter, Named, Phrase

TITLE = Phrase("record-title", "place", "on")
TITLE_UNDATED = Phrase("record-title-undated", "place")
AN_INTERVIEW = Phrase("record-an-interview")
ON = Phrase("record-on", "day", "year")
EARLIER = Phrase("record-earlier")

STORY = Phrase("record-story")
QUESTIONS = Phrase("record-questions")
LOOKING_BACK = Phrase("record-looking-back")
FEELINGS = Phrase("record-feelings")
SENT = Phrase("record-sent")
AFTER = Phrase("record-after")
ELSE = Phrase("record-else")

NOTED = Phrase("record-noted", "details")
ASKED = Phrase("record-asked")
TOPIC = Phrase("record-topic")
FIRST_ANSWER = Phrase("record-first-answer")
BETTER_ANSWER = Phrase("record-better-answer")
PRACTISED = Phrase("record-practised", "on")
ASKED_TOO = Phrase("record-asked-too")
POINT = Phrase("record-point")
WELL = Phrase("record-well", "areas")
BADLY = Phrase("record-badly", "areas")
AREA = Phrase("record-area", "area")
AREA_ELSE = Phrase("record-area-else")
DID_WELL = Phrase("record-did-well")
DID_BADLY = Phrase("record-did-badly")
CHANGE = Phrase("record-change")
LEARNT = Phrase("record-learnt")
IF = Phrase("record-if")
THEN = Phrase("record-then")
NERVOUS = Phrase("record-nervous", "number")
FELT = Phrase("record-felt", "feelings")
FELT_ON = Phrase("record-felt-on", "feeling", "on")
NOTE_SENT = Phrase("record-note-sent", "reader", "on")
CHECK_IN_SENT = Phrase("record-check-in-sent", "on")
NOTE_TEXT = Phrase("record-note-text")
SHARED = Phrase("record-shared")
OWN_NOTE = Phrase("record-own-note")
LABEL = Phrase("record-label", "label")
"""What stands before their words."""

FEELINGS_TOLD = ("feeling-at-first", "feeling-now", "feeling-at-no", "feeling-at-the-end")
_STORIES = ("opening", "story", "their-conduct", "cause", "anything-else", "what-else")
_PRACTISED = re.compile(r"practice\.\d+\.(?:attempt|anew)-(?P<number>\d+)")
_OWN_TEXT = re.compile(r"note-(?P<reader>\d+)\.\d+\.own-text")
_SAID_ELSEWHERE = re.compile(r"struggle-|organisation$|interview-on$")
"""What the title and the questions tell."""
_MARKS = re.compile(r"told-at$|captured$|capture-left$|broken-off$|nudge:")
"""What is kept of a conversation in which nothing was told."""
_NUMBER = re.compile(r"-\d+$")
_NO_WORDS = frozenset(
    ("told-at", "organisation-kind", "news", "format", "contact", "outcome", "said-by", "asked-by", "zone", ZONE_ELSEWHERE, "country",
     "interviewers", "nudges")
)  # fmt: skip
"""Facts that hold text and no words of theirs, or words that other facts have as well."""
_LONG_AGO = date(1, 1, 2)
"""Taken for today where nothing is to be called "today": a file is read on other days."""


@record
class Line:
    """One thing kept: our few words for it, and theirs, or a draft of ours that they sent."""

    label: Named
    words: str | Letter = ""


@record
class Section:
    """What belongs together."""

    heading: Phrase | None
    """None over the first, which needs none."""
    lines: tuple[Line, ...]


class _Rest:
    """The facts of an interview while they are laid out: what was taken once is not left over."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.taken: set[str] = set()

    def words(self, name: str) -> str | None:
        """The words of one fact."""
        self.taken.add(name)
        return self.facts.text(name)

    def numbered(self, name: str) -> Iterator[tuple[int, str]]:
        """The words kept as `name-1`, `name-2`, …, also where a number is missing."""
        found = [(int(fact[len(name) + 1 :]), fact) for fact in self.facts.all() if _is_numbered(name, fact)]
        for number, fact in sorted(found):
            if words := self.words(fact):
                yield number, words


def _is_numbered(name: str, fact: str) -> bool:
    return fact.startswith(f"{name}-") and fact[len(name) + 1 :].isdecimal()


def place_of(facts: Facts) -> Named:
    """Where it was, in their words."""
    return facts.text("organisation") or AN_INTERVIEW


def day_of(facts: Facts) -> date | None:
    """The day the interview was or will be, else the one on which it was told of."""
    names = ("interview-on", "next-interview-on", "told-at")
    return next((day for name in names if (day := clock.day_in(facts.text(name))) is not None), None)


def newest_first(interviews: Mapping[str, Facts]) -> list[tuple[str, Facts]]:
    """Those of which something was told, by the day of each; of those of one day, the one told of last first."""
    told = [(id, facts) for id, facts in interviews.items() if is_told(facts)]
    return sorted(told, key=lambda one: (day_of(one[1]) or _LONG_AGO, int(one[0].removeprefix("i"))), reverse=True)


def is_told(facts: Facts) -> bool:
    """Whether there is more than an invitation that was turned down or left."""
    return any(
        not _MARKS.match(name) and not (name == "opening" and isinstance(fact.value, Picked))
        for name, fact in facts.all().items()
    )


def title(facts: Facts) -> Filled:
    """The place and the day, with its year."""
    day = day_of(facts)
    place = ("place", place_of(facts))
    return Filled(TITLE_UNDATED, (place,)) if day is None else Filled(TITLE, (place, ("on", on(day))))


def on(day: date) -> Filled:
    """A day in words, with its year."""
    return Filled(ON, (("day", day.isoformat()), ("year", str(day.year))))


def letter(facts: Facts) -> Letter:
    """The interview read back in the chat."""
    paragraphs = [
        (labelled(line), line.words) if isinstance(line.words, str) and line.words else (labelled(line),)
        for section in sections(facts)
        for line in section.lines
        if not isinstance(line.words, Letter)
    ]
    return Letter(title(facts), tuple(paragraphs))


def labelled(line: Line) -> Filled:
    """What is said before their words; a line of ours that stands alone is a sentence already."""
    if line.words or not isinstance(line.label, Filled):
        return Filled(LABEL, (("label", line.label),))
    return line.label


def sections(facts: Facts) -> list[Section]:
    """Everything that was kept of one interview, in the order of the telling; empty sections are left out."""
    rest = _Rest(facts)
    found = [Section(heading, tuple(lines(rest))) for heading, lines in _SECTIONS]
    return [section for section in found if section.lines]


def _in_short(rest: _Rest) -> Iterator[Line]:
    told = [(name, fact.value) for name, fact in rest.facts.all().items() if not _SAID_ELSEWHERE.match(name)]
    if details := noted((fact for fact in told if fact != ("panel-size", 1)), _LONG_AGO):  # one is no panel
        yield Line(Filled(NOTED, (("details", details),)))
    rest.taken |= {"organisation", "role", *(name for name, _ in told if _is_numbered("interviewer", name))}


def _story(rest: _Rest) -> Iterator[Line]:
    for name in _STORIES:
        if words := rest.words(name):
            yield Line(STORY, words)
    for _, told in rest.numbered("told-freely"):
        yield Line(STORY, told)


def _questions(rest: _Rest) -> Iterator[Line]:
    numbers = {number for name in ("question", "struggle", "unsaid", "better") for number, _ in rest.numbered(name)}
    numbers |= {int(found["number"]) for name in rest.facts.all() if (found := _PRACTISED.fullmatch(name))}
    for number in sorted(numbers):
        question, topic = rest.words(f"question-{number}"), rest.words(f"struggle-{number}")
        if topic and topic != question:
            yield Line(TOPIC, topic)
        if question:
            yield Line(ASKED, bare_question(question))
        for name, label in (("unsaid", FIRST_ANSWER), ("better", BETTER_ANSWER)):
            if words := rest.words(f"{name}-{number}"):
                yield Line(label, words)
        yield from _practised(rest, number)
    for _, asked in rest.numbered("asked"):
        yield Line(ASKED_TOO, asked)
    if others := rest.words("other-questions"):
        yield Line(ASKED_TOO, others)


def _practised(rest: _Rest, number: int) -> Iterator[Line]:
    for name, fact in rest.facts.all().items():
        found = _PRACTISED.fullmatch(name)
        if found and int(found["number"]) == number and (words := rest.words(name)):
            yield Line(Filled(PRACTISED, (("on", _day_of(rest, fact.turn)),)), words)


def _looking_back(rest: _Rest) -> Iterator[Line]:
    for _, point in rest.numbered("point"):
        yield Line(POINT, point)
    yield from _areas(rest)
    both_sides = (("good-side", DID_WELL), ("went-well", DID_WELL), ("went-badly", DID_BADLY))
    for name, label in (("area-else", AREA_ELSE), *both_sides):
        if words := rest.words(name):
            yield Line(label, words)
    for name in [name for name in rest.facts.all() if re.fullmatch(r"change(?:-late)?(?:-\d+)?", name)]:
        if words := rest.words(name):
            yield Line(CHANGE, words)
    if learnt := rest.words("learnt"):
        yield Line(LEARNT, learnt)
    plan, cue, response = if_then(rest.facts), rest.words("if-cue"), rest.words("then-response")
    if when := cue or (plan and plan[0]):
        yield Line(IF, when)
    if response:
        yield Line(THEN, response)


def _areas(rest: _Rest) -> Iterator[Line]:
    judged: dict[str, list[Named]] = {"well": [], "badly": []}
    for area, called in AREA_NAMES.items():
        name = f"area-{area.replace('_', '-')}"
        said = rest.facts.value(name)
        for side, areas in judged.items():
            if said in (Picked(side), Picked("both")):
                areas.append(called)
        if words := rest.words(name):
            yield Line(Filled(AREA, (("area", called),)), words)
    for side, label in (("well", WELL), ("badly", BADLY)):
        if judged[side]:
            yield Line(Filled(label, (("areas", tuple(judged[side])),)))


def _feelings(rest: _Rest) -> Iterator[Line]:
    if isinstance(nervous := rest.facts.value("nervous-before"), int):
        yield Line(Filled(NERVOUS, (("number", nervous),)))
    felt = tuple(
        Filled(FELT_ON, (("feeling", one.feeling), ("on", _day_of(rest, one.turn)))) for one in feelings(rest.facts)
    )
    if felt:
        yield Line(Filled(FELT, (("feelings", felt),)))


class Felt(NamedTuple):
    """How it felt, and the turn in which they said so."""

    turn: int
    feeling: int


def feelings(facts: Facts) -> list[Felt]:
    """How it felt, each as a number from 0 to 10, in the order in which it was said."""
    found = (facts.latest(name) for name in FEELINGS_TOLD)
    return sorted(Felt(one.turn, one.value) for one in found if one is not None and isinstance(one.value, int))


def _sent(rest: _Rest) -> Iterator[Line]:
    facts = rest.facts
    for reader in readers(facts):
        sent = facts.latest(f"note-{reader.number}-sent")
        own = [name for name in facts.all() if (found := _OWN_TEXT.fullmatch(name)) and _is_for(found, reader.number)]
        words = [text for name in own if (text := rest.words(name))]
        if sent is not None:
            label = Filled(NOTE_SENT, (("reader", reader.called), ("on", _day_of(rest, sent.turn))))
            yield Line(label)
            yield Line(NOTE_TEXT, words[-1] if words else _as_settled(facts, reader))
        elif words:
            yield Line(OWN_NOTE, words[-1])
    for number in (1, 2):
        if (sent := facts.latest(f"check-in-{number}-sent")) is not None:
            yield Line(Filled(CHECK_IN_SENT, (("on", _day_of(rest, sent.turn)),)))


def _is_for(found: re.Match[str], reader: int) -> bool:
    return int(found["reader"]) == reader


def _as_settled(facts: Facts, reader: Reader) -> Letter:
    """The note in the version that they settled on."""
    draft, version = partial(thank_you, facts, reader), PLAIN
    for number in count(1):
        said = facts.value(f"note-{reader.number}.{number}.settle")
        if said is None:
            break
        if changes := changes_in(said):
            version, _ = changed(draft, version, changes)
    return in_version(draft, version)


def _after(rest: _Rest) -> Iterator[Line]:
    for name in ("share-with", "share-name", "told-of-no"):
        if words := rest.words(name):
            yield Line(SHARED, words)


def _else(rest: _Rest) -> Iterator[Line]:
    for name, fact in rest.facts.all().items():
        is_left = name not in rest.taken and isinstance(fact.value, str) and is_in_own_words(name, fact.value)
        if is_left and rest.facts.past.may_have_written(fact.turn, str(fact.value)):
            yield Line(ELSE, str(fact.value))


def is_in_own_words(name: str, value: str) -> bool:
    """Whether a fact holds words of the person's, and not an option, a day or a note of ours."""
    stem = _NUMBER.sub("", name.rpartition(".")[2])
    if name.startswith(("nudge:", "may-be-")) or stem in _NO_WORDS or stem in _closed_questions():
        return False
    return clock.moment_in(value) is None


@cache
def _closed_questions() -> frozenset[str]:
    """The names of all questions that are answered by an option and nothing else."""
    from core.questions import CLOSED, Question
    from core.wording import vocabulary  # which needs this module

    return frozenset(one.name for one in vocabulary() if isinstance(one, Question) and one.kind in CLOSED)


def _day_of(rest: _Rest, turn: int) -> Named:
    """The day of a turn."""
    at = rest.facts.past.moment_of(turn)
    return EARLIER if at is None else on(at.date())


_Lines: TypeAlias = Callable[[_Rest], Iterator[Line]]
_SECTIONS: tuple[tuple[Phrase | None, _Lines], ...] = (
    (None, _in_short),
    (STORY, _story),
    (QUESTIONS, _questions),
    (LOOKING_BACK, _looking_back),
    (FEELINGS, _feelings),
    (SENT, _sent),
    (AFTER, _after),
    (ELSE, _else),
)
