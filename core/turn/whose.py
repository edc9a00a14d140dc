"""Which interview is meant, where there is more than one: by its place or a part of it, else by where we are.

The rule a newcomer could break: an interview that is still ahead can be meant by its name, and never by what they
answered or how it went. Whether a text tells of one that is new is for `core.turn.another` to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.facts import PERSON, Facts, Value
from core.flows.which import CANDIDATE
from core.questions import Opening
from core.remembering import remembered
from core.state import Run
from core.turn import days, passing
from core.turn.workbench import Workbench
from core.understanding import Reading, read, several
from core.understanding.mentions import WORD, plain, telling
from core.understanding.short_news import KIND
from core.understanding.text import has_one

_KIND = re.compile(rf"\b(?:{KIND})\b", re.IGNORECASE)
_SETTLED = ("rejected", "offer", "silence", "withdrawn")


def named(bench: Workbench, reading: Reading) -> str | None:
    """The interview whose place a text names: in full, by a word of it that no other has ("zanaco", "the school")."""
    whole: dict[str, int] = {}
    partly: list[str] = []
    said, words = reading.mentions.said, reading.mentions.words
    for interview in bench.interviews:
        facts = bench.facts(interview)
        place, called, its_words = _names(facts.text("organisation"), facts.text("organisation-kind"))
        if not called:
            continue
        if place in said:
            whole[interview] = len(called)
        elif not words.isdisjoint(its_words):
            partly.append(interview)
    if whole:
        return max(whole, key=whole.__getitem__)
    return partly[0] if len(partly) == 1 else None


def may_be_named(bench: Workbench, text: str) -> bool:
    """Whether a word of one of the places stands in a text at all: where none does, its reading names none."""
    said = plain(text)
    for interview in bench.interviews:
        facts = bench.facts(interview)
        place, called, words = _names(facts.text("organisation"), facts.text("organisation-kind"))
        if called and (place in said or has_one(words, said)):
            return True
    return False


@remembered(1024)
def _names(organisation: str | None, kind: str | None) -> tuple[str, str, frozenset[str]]:
    """What a place is called, all its names together, and their words; as a text is compared with them."""
    called = plain(f"{organisation or ''} {kind or ''}".strip())
    return plain(organisation or "?"), called, frozenset(WORD.findall(called))


def _called(facts: Facts) -> str:
    """The place by all its names: what it is called, and what kind of place they call it."""
    return f"{facts.text('organisation') or ''} {facts.text('organisation-kind') or ''}".strip().casefold()


def names_another_kind(text: str, facts: Facts) -> bool:
    """Whether a text speaks of a bank, say, and the place is called a school, so that it may be another one."""
    kinds = {found.casefold() for found in _KIND.findall(text)}
    own = {found.casefold() for found in _KIND.findall(_called(facts))}
    return bool(kinds) and bool(own) and not kinds & own


def without_place(text: str, facts: Facts) -> str:
    """The text with the place, or what it is called for short, put as "they", so that news of it is heard."""
    place = facts.text("organisation")
    if place is None:
        return text
    own = "|".join(re.escape(word) for word in (place, *sorted(telling(_called(facts)), key=len, reverse=True)))
    return re.sub(rf"\b(?:the )?(?:{own})\b(?! (?:job|role|post|position|one)\b)", "they", text, flags=re.IGNORECASE)


def undecided(bench: Workbench) -> list[str]:
    """The interviews an answer of theirs may still be about, oldest first."""
    return [one for one in bench.interviews if _is_open(bench.facts(one)) and not bench.is_ahead(one)]


def is_known(bench: Workbench, place: str) -> bool:
    """Whether one of the interviews is at a place of that name."""
    places = [called for one in bench.interviews if (called := _called(bench.facts(one)))]
    return any(passing.same_place(place, known) for known in places)


def is_at(place: Value | None, facts: Facts) -> bool:
    """Whether a place that is told of is where that interview is."""
    is_named = isinstance(place, str) and facts.text("organisation") is not None
    return is_named and passing.same_place(str(place), _called(facts))


def alive(bench: Workbench) -> list[str]:
    """The interviews that something may still come about, those ahead included."""
    promised = {id.partition("/")[0] for id in bench.promised}
    under_way = {run.interview for run in bench.runs}
    return [
        one
        for one in bench.interviews
        if bench.facts(one).all() and (one in promised | under_way or _is_open(bench.facts(one)))
    ]


def _is_open(facts: Facts) -> bool:
    return bool(facts.all()) and facts.value("outcome") not in _SETTLED and not facts.value("moved-on")


def asks_which(bench: Workbench, reading: Reading) -> bool:
    """Whether they want to know which of several interviews is talked about ("which one, school or bank?")."""
    if not reading.mentions.asks_which:
        return False
    text = reading.text
    return text.casefold().lstrip().startswith(("which", "about which", "for which", "at which", "do you mean")) or (
        text.rstrip().endswith("?")
        and sum(
            bool(telling(_called(bench.facts(one))) & set(WORD.findall(text.casefold()))) for one in bench.interviews
        )
        > 1
    )


def place_of(bench: Workbench, interview: str) -> str | None:
    """Where it was, in their words."""
    return None if interview == PERSON else bench.facts(interview).text("organisation")


def corrected(bench: Workbench, reading: Reading) -> str:
    """The interview that a correction is about: the one ahead if it was just told of, else the one talked about."""
    old = reading.correction.old if reading.correction is not None else None
    for interview in bench.interviews:
        day = bench.facts(interview).latest("next-interview-on") if bench.is_ahead(interview) else None
        if day is None:
            continue
        was = days.coming_day(old, bench.now) if old else None
        mock = bench.facts(interview).latest("mock-on")
        if mock is not None and mock.turn == bench.before.number:
            return interview
        if was == day.value or (was is None and day.turn == bench.before.number):
            return interview
    return bench.interview


def turned_to(bench: Workbench, reading: Reading) -> bool:
    """A text that names the other interview's place goes to that one: to its open question, else to its steps."""
    interview = named(bench, reading)
    return interview is not None and turned_to_that(bench, interview)


def turned_to_that(bench: Workbench, interview: str) -> bool:
    """To that interview, if it is another one and something may still come of it."""
    if interview == bench.interview or interview not in alive(bench):
        return False
    about = [run for run in bench.runs if run.interview == interview]
    bench.runs = [run for run in bench.runs if run.interview != interview] + about
    if not about:
        bench.begin("steps", interview, key=str(bench.number))
    bench.recap()
    bench.proceed()
    return True


def has_been(bench: Workbench, interview: str, caught: Mapping[str, Value]) -> None:
    """The interview that was ahead has been: its story begins."""
    facts = bench.facts(interview)
    day = facts.text("next-interview-on")
    for name in (*passing.AHEAD, "opening", "stressed"):  # who was afraid of it may be relieved now
        bench.withdraw(interview, name)
    if day is not None and "interview-on" not in caught:
        bench.state_fact(interview, "interview-on", day)
    bench.leave_empty_invitations()
    bench.runs = [run for run in bench.runs if run.interview != interview]
    with bench.asking_unseen():
        bench.begin("capture", interview)


def moved_ahead(bench: Workbench, reading: Reading) -> bool:
    """ "It hasn't happened yet": what was taken for an interview that was is still to come."""
    interview = bench.interview
    if interview == PERSON or bench.facts().value("captured") or not passing.is_yet_to_come(reading, bench.shown):
        return False
    return is_still_to_come(bench, interview, days.to_come(reading, bench.now))


def is_still_to_come(bench: Workbench, interview: str, coming: Mapping[str, Value]) -> bool:
    """What was told as if it had been is still to come, on the day that is told now."""
    for name in ("interview-on", "interview-ended-at"):
        bench.withdraw(interview, name)
    bench.state_fact(interview, "news", "ahead")
    for name, value in coming.items():
        bench.state_fact(interview, name, value)
        bench.note(name, value)
    if not bench.runs:
        bench.begin("capture", interview)
    bench.proceed()
    return True


def told_of_several(bench: Workbench, reading: Reading) -> bool:
    """Several interviews told of in the first words are kept apart, and which comes first is asked; False if it is one."""
    shown = bench.shown
    if shown is None or shown.kind != Opening.kind or bench.run is None or not reading.several:
        return False
    told = [(story, passing.caught(read(story), bench.now)) for story in reading.several]
    if any(caught.get("news") == "ahead" for _, caught in told):
        return False
    beneath, interview = bench.runs[:-1], bench.run.interview
    begun: list[Run] = []
    candidates: list[str] = []
    for number, (story, caught) in enumerate(told):
        if number:
            interview = bench.begin_interview()
            bench.begin("capture", interview)
        place = caught.get("organisation") or several.place(story)
        caught = {**caught, "opening": story, "organisation": place or ""}
        for name, value in caught.items():
            bench.state_fact(interview, name, value)
        begun.append(bench.runs.pop())
        candidates.append(f"{interview} {place}")
    bench.runs = [*beneath, *reversed(begun)]
    for number, one in enumerate(candidates, start=1):
        bench.state_fact(interview, f"{CANDIDATE}-{bench.number}-{number}", one)
    bench.begin("which-first", interview, key=str(bench.number))
    bench.proceed()
    return True


def chose_first(bench: Workbench, reading: Reading) -> bool:
    """ "Zulu Bank. I froze on the loans question": the one to begin with, and more of its story."""
    run, shown = bench.run, bench.shown
    interview = named(bench, reading)
    if run is None or shown is None or run.flow != "which-first" or interview not in [one.id for one in shown.options]:
        return False
    for name, value in passing.gaps(passing.caught(reading, bench.now), bench.facts(interview)).items():
        bench.state_fact(str(interview), name, value)
    take_first(bench, str(interview))
    return True


def take_first(bench: Workbench, interview: str) -> None:
    """Talk about that one of several; the others wait beneath."""
    bench.runs.pop()
    for name, fact in bench.facts(interview).all().items():
        bench.note(name, fact.value)
    chosen = [run for run in bench.runs if run.interview == interview]
    bench.runs = [run for run in bench.runs if run.interview != interview] + chosen
    bench.proceed()
