"""Which interview is meant, where there is more than one: by its place or a part of it, else by where we are.

The rule a newcomer could break: an interview that is still ahead can be meant by its name, and never by what they
answered or how it went.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.facts import PERSON, Facts, Value
from core.flows.capture.opening import READY_NOW
from core.flows.which import CANDIDATE
from core.plan import PAUSE_IN_CAPTURE
from core.questions import Offer, Opening
from core.records import unsaid
from core.remembering import remembered
from core.state import Pause, Run
from core.turn import passing
from core.turn.workbench import Workbench
from core.understanding import Reading, organisations, read, several
from core.understanding.mentions import WORD, plain, telling
from core.understanding.short_news import KIND
from core.understanding.wishes import Action

_KIND = re.compile(rf"\b(?:{KIND})\b", re.IGNORECASE)
_PREPARING = ("prepare", "mock")
_SETTLED = ("rejected", "offer", "silence", "withdrawn")


def named(bench: Workbench, reading: Reading) -> str | None:
    """The interview whose place a text names: in full, by a word of it that no other has ("zanaco", "the school")."""
    whole: dict[str, int] = {}
    partly: list[str] = []
    said, words = reading.mentions.said, reading.mentions.words
    for interview in bench.interviews:
        facts = bench.facts(interview)
        place, called = _names(facts.text("organisation"), facts.text("organisation-kind"))
        if not called:
            continue
        if place in said:
            whole[interview] = len(called)
        elif not words.isdisjoint(WORD.findall(called)):
            partly.append(interview)
    if whole:
        return max(whole, key=whole.__getitem__)
    return partly[0] if len(partly) == 1 else None


@remembered(1024)
def _names(organisation: str | None, kind: str | None) -> tuple[str, str]:
    """What a place is called, and all its names together; both as a text is compared with them."""
    return plain(organisation or "?"), plain(f"{organisation or ''} {kind or ''}".strip())


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


@unsaid
@dataclass(frozen=True, slots=True)
class Another:
    """An interview that a text begins to tell of, and what it tells."""

    interview: str | None
    """The one that was ahead and has been; None when it is new."""
    caught: Mapping[str, Value]


def another(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> Another | None:
    """The other interview that a text tells of; None when it tells of none, or of the one talked about.

    Another place together with an interview is a second one, and neither a correction of the first nor a yes.
    """
    mentions = reading.mentions
    is_unasked = (mentions.had_one or mentions.one_more) and _is_unasked(bench)
    if not (mentions.an_interview or is_unasked or any(map(bench.is_ahead, bench.interviews))):
        return None  # there is none to be told of now, and no new one is told of without the word
    here = bench.interview if bench.facts().all() else bench.told_interview
    facts = bench.facts(here)
    if here == PERSON or not facts.all() or (bench.run is not None and bench.run.interview == PERSON):
        return None
    if mentions.is_far_away or (reading.wish is not None and reading.wish.action is Action.ANOTHER):
        return None
    told = dict(caught)
    place = told.get("organisation")
    if mentions.kind is not None and not _is_known(bench, mentions.kind):
        told["organisation-kind"] = mentions.kind.lower()
        place = told["organisation"] = place or mentions.beside_a_role or f"the {mentions.kind.lower()}"
    is_ahead = told.get("news") == "ahead" or (
        (mentions.one_more or mentions.an_invitation)
        and not (mentions.has_been or mentions.had_one)
        and (is_unasked or _looks_ahead(bench, reading))
    )
    asks_for_words = bench.shown is not None and bench.shown.kind in passing.OWN_WORDS and not _is_left_lying(bench)
    is_over = (
        reading.is_just_over
        or (mentions.has_been and mentions.another)
        or (
            not asks_for_words
            and ("struggle-1" in told or "interview-on" in told or told.get("news") in ("well", "badly"))
        )
    )
    if (known := _awaited(bench, reading, place)) is not None and not is_ahead and (is_over or mentions.an_interview):
        return Another(known, told)
    is_next = facts.value("outcome") == "next-round"
    had_one_more = mentions.has_been and mentions.one_like_it and not is_ahead and _is_quiet(bench)
    had_one_more = had_one_more and (is_next or named(bench, reading) is None)
    if place is None and had_one_more and (there := organisations.loosely(reading.text)) is not None:
        told["organisation"] = place = there
    is_elsewhere = isinstance(place, str) and not _is_known(bench, place) and facts.text("organisation") is not None
    if reading.correction is not None and not (is_elsewhere and _says_had(reading)):
        return None
    if is_elsewhere:
        is_told = mentions.an_interview and (is_ahead or is_over or mentions.another)
    else:
        is_one_more = mentions.one_more or (mentions.one_of_several and _is_told(facts))
        is_their_answer = told.get("outcome") == "next-round" and mentions.next_round
        has_had_one = is_over and mentions.one_more and mentions.has_been and _is_told(facts)
        is_told = place is None and (is_ahead or has_had_one) and is_one_more and not is_their_answer
        if not is_told and had_one_more and facts.value("feeling-at-first") is not None:
            is_told = True
            told |= _of_the_same_place(facts) if is_next else {}
    if not is_told and is_unasked:
        is_one_more = mentions.another and named(bench, reading) is None  # a call back from them is news of this one
        is_told = is_ahead or mentions.next_round or is_one_more or _is_another(bench, reading, told, here)
    if not is_told:
        return None
    if is_ahead or (told.get("outcome") == "next-round" and _looks_ahead(bench, reading)):
        told = {name: value for name, value in told.items() if name not in ("interview-on", "interview-ended-at")}
        told |= {"news": "ahead", **passing.to_come(reading, bench.now)}
    told.pop("outcome", None)
    return Another(None, told)


def _of_the_same_place(facts: Facts) -> dict[str, Value]:
    """What a next round has in common with the one before."""
    known = {name: facts.value(name) for name in ("organisation", "role")}
    return {name: value for name, value in known.items() if value is not None}


def _is_unasked(bench: Workbench) -> bool:
    """Whether they write of their own accord: nothing is talked about, or what was has been stopped or put off."""
    return bench.before.paused is not Pause.NOT or _is_quiet(bench)


def _is_another(bench: Workbench, reading: Reading, told: Mapping[str, Value], here: str) -> bool:
    """Whether what is told of can be none that is known: it was on another day, or elsewhere."""
    place, facts = told.get("organisation"), bench.facts(here)
    if isinstance(place, str):
        return not _is_known(bench, place)
    if reading.mentions.somewhere and facts.text("organisation") is not None:
        return named(bench, reading) is None
    known = facts.text("interview-on") or facts.text("told-at")
    return not reading.mentions.is_that_one and known != told.get("interview-on", bench.today.isoformat())


def corrected(bench: Workbench, reading: Reading) -> str:
    """The interview that a correction is about: the one ahead if it was just told of, else the one talked about."""
    old = reading.correction.old if reading.correction is not None else None
    for interview in bench.interviews:
        day = bench.facts(interview).latest("next-interview-on") if bench.is_ahead(interview) else None
        if day is None:
            continue
        was = passing.coming_day(old, bench.now) if old else None
        mock = bench.facts(interview).latest("mock-on")
        if mock is not None and mock.turn == bench.before.number:
            return interview
        if was == day.value or (was is None and day.turn == bench.before.number):
            return interview
    return bench.interview


def _awaited(bench: Workbench, reading: Reading, place: Value | None) -> str | None:
    """The interview that was ahead and whose day has come, if the text is about its place or about none."""
    for interview in bench.interviews:
        facts = bench.facts(interview)
        day, there = facts.text("next-interview-on"), facts.text("organisation")
        if not bench.is_ahead(interview) or _is_told_now(bench, interview):
            continue
        has_come = reading.is_just_over or (day is not None and day <= bench.today.isoformat())
        is_there = isinstance(place, str) and there is not None and passing.same_place(place, _called(facts))
        is_named = is_there or named(bench, reading) == interview
        if has_come and (is_named or (place is None and _is_quiet(bench) and named(bench, reading) is None)):
            return interview
    return None


def _is_told_now(bench: Workbench, interview: str) -> bool:
    run = bench.run
    return run is not None and (run.flow, run.interview) == ("capture", interview) and not _gets_ready(run)


def _is_quiet(bench: Workbench) -> bool:
    """Whether nothing is talked about, but perhaps offered; getting ready may have been left lying."""
    is_left = _is_left_lying(bench)
    return all(
        run.shown is None or run.shown.kind in (Offer.kind, Opening.kind) or (is_left and _gets_ready(run))
        for run in bench.runs
    )


def _is_left_lying(bench: Workbench) -> bool:
    """Whether they were getting ready, and have been silent since for so long that the interview may be over."""
    silent = bench.now.timestamp() - bench.before.heard
    return bench.run is not None and _gets_ready(bench.run) and silent >= PAUSE_IN_CAPTURE.total_seconds()


def _gets_ready(run: Run) -> bool:
    return run.flow in _PREPARING or (run.shown is not None and run.shown.name == READY_NOW.name)


def _is_known(bench: Workbench, place: str) -> bool:
    places = [called for one in bench.interviews if (called := _called(bench.facts(one)))]
    return any(passing.same_place(place, known) for known in places)


def _is_told(facts: Facts) -> bool:
    """Whether so much is known of the interview talked about that a text without a place may be about another."""
    return facts.value("organisation") is not None and facts.value("feeling-at-first") is not None


def _looks_ahead(bench: Workbench, reading: Reading) -> bool:
    return bool(passing.to_come(reading, bench.now))


def _says_had(reading: Reading) -> bool:
    return "interview" in reading.text.casefold()


def turned_to(bench: Workbench, reading: Reading) -> bool:
    """A text that names the other interview's place goes to that one: to its open question, else to its steps."""
    interview = named(bench, reading)
    if interview is None or interview == bench.interview or interview not in alive(bench):
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
    bench.begin("capture", interview)
    bench.proceed()
    bench.parts.clear()
    bench.change_run(replayed=0)


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
