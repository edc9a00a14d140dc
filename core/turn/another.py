"""Another interview that a text tells of: one that is new, or one that was ahead and has been by now.

By which words it may tell of one is for `core.understanding.mentions` to say; which of the known ones is meant, for
`core.turn.whose`. A new one is told of by any of the rules below, each of which says one. The rule a newcomer could break:
another place together with an interview is a second one, and neither a correction of the first nor a yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from core import lines
from core.facts import PERSON, Facts, Value
from core.flows.capture.opening import IN_PASSING, READY_NOW
from core.plan import PAUSE_IN_CAPTURE
from core.questions import Offer, Opening
from core.records import unsaid
from core.state import Pause, Run
from core.turn import days, first_words, getting_around, passing, whose
from core.turn.answering import answer
from core.turn.workbench import Workbench
from core.understanding import Reading, organisations
from core.understanding.wishes import Action

_NONE_WANTED = re.compile(
    r"\b(?:can'?t|cannot|can not|couldn'?t|could not|don'?t|do not|won'?t|will not|never|no more|not)\b[^.!?\n]{0,25}\b(?:another|one more)\b"
    r"|\b(?:another|one more) (?:\w+ )?(?:interview|one) (?:would|could|might|is too|like (?:that|this))\b",
    re.IGNORECASE,
)
"""One that is only thought of: "another interview would be too much for me"."""
_PREPARING = ("prepare", "mock")
_OF_ONE_OVER = ("struggle-1", "interview-on")
_WHEN_IT_WAS = ("interview-on", "interview-ended-at")


@unsaid
@dataclass(frozen=True, slots=True)
class Another:
    """An interview that a text begins to tell of, and what it tells."""

    interview: str | None
    """The one that was ahead and has been; None when it is new."""
    caught: Mapping[str, Value]


def opened(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Open a conversation about another interview that a text tells of; the one before stays as it is."""
    found = told(bench, reading, caught)
    if found is None:
        return False
    first_words.keep(bench, reading)
    before = bench.facts(bench.told_interview).text("organisation")
    if found.interview is None:
        is_in_passing = bool(bench.runs) and found.caught.get("news") == "ahead"
        getting_around.open_unasked(bench, key=IN_PASSING if is_in_passing else "")
        there = found.caught.get("organisation")
        if before is not None and there != before:
            if isinstance(there, str):
                bench.say(lines.SECOND, place=there, before=before)
            else:
                bench.say(lines.SECOND_UNNAMED, before=before)
    else:
        whose.has_been(bench, found.interview, found.caught)
    shown = bench.shown
    assert shown is not None  # noqa: S101 (the invitation)
    answer(bench, {shown.name: reading.text}, reading, found.caught)
    return True


def told(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> Another | None:
    """The other interview that a text tells of; None when it tells of none, or of the one talked about."""
    here = bench.interview if bench.facts().all() else bench.told_interview
    if not _may_tell_of_one(bench, reading) or not _is_known(bench, here):
        return None
    text = _Text(bench, reading, here, _called_by_its_kind(bench, reading, caught))
    if (interview := _awaited(text)) is not None:
        return Another(interview, text.told)
    if text.place is None and _has_had_one_like_it(text) and (there := organisations.loosely(reading.text)) is not None:
        text = replace(text, told={**text.told, "organisation": there})
    if reading.correction is not None and not (text.is_elsewhere and "interview" in reading.text.casefold()):
        return None
    return Another(None, _as_new(text)) if any(rule(text) for rule in _RULES) else None


def _may_tell_of_one(bench: Workbench, reading: Reading) -> bool:
    """Whether one can be told of now: no new one is without the word, and none of long ago or that they only want."""
    if reading.mentions.is_far_away or (reading.wish is not None and reading.wish.action is Action.ANOTHER):
        return False
    is_there_one = reading.mentions.an_interview or any(map(bench.is_ahead, bench.interviews))
    return is_there_one or _is_told_unasked(bench, reading)


def _is_known(bench: Workbench, here: str) -> bool:
    """Whether there is one beside which it would be another."""
    is_about_it = bench.run is None or bench.run.interview != PERSON
    return here != PERSON and bool(bench.facts(here).all()) and is_about_it


def _is_told_unasked(bench: Workbench, reading: Reading) -> bool:
    """Whether they say of their own accord that they had one or have one more, and do not only think of it."""
    says_so = reading.mentions.had_one or reading.mentions.one_more
    is_unasked = bench.before.paused is not Pause.NOT or _is_quiet(bench)
    return says_so and is_unasked and _NONE_WANTED.search(reading.text) is None


def _called_by_its_kind(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> Mapping[str, Value]:
    """The details of a text; "the bank interview", where no bank is known, names its place."""
    kind = reading.mentions.kind
    if kind is None or whose.is_known(bench, kind):
        return {**caught}
    place = caught.get("organisation") or reading.mentions.beside_a_role or f"the {kind.lower()}"
    return {**caught, "organisation-kind": kind.lower(), "organisation": place}


@unsaid
@dataclass(frozen=True)
class _Text:
    """A text that may tell of another interview, and the interview beside which it would be another."""

    bench: Workbench
    reading: Reading
    here: str
    told: Mapping[str, Value]

    @property
    def facts(self) -> Facts:
        """What is known of the one beside which it would be another."""
        return self.bench.facts(self.here)

    @property
    def place(self) -> Value | None:
        """Where it says that the interview was or is."""
        return self.told.get("organisation")

    @property
    def is_elsewhere(self) -> bool:
        """Whether that is a place we have not heard of."""
        is_new = isinstance(self.place, str) and not whose.is_known(self.bench, self.place)
        return is_new and self.facts.text("organisation") is not None

    @cached_property
    def is_unasked(self) -> bool:
        """Whether they begin of their own accord to tell of one."""
        return _is_told_unasked(self.bench, self.reading)

    @cached_property
    def is_ahead(self) -> bool:
        """Whether the interview is still to come."""
        if self.told.get("news") == "ahead":
            return True
        mentions = self.reading.mentions
        is_announced = mentions.one_more or mentions.an_invitation
        is_past = mentions.has_been or mentions.had_one
        return is_announced and not is_past and (self.is_unasked or self.names_a_day_to_come)

    @property
    def is_over(self) -> bool:
        """Whether the interview has been: by words for it, or by what is only told of one, where it is no answer."""
        mentions, shown = self.reading.mentions, self.bench.shown
        if self.reading.is_just_over or (mentions.has_been and mentions.another):
            return True
        if shown is not None and shown.kind in passing.OWN_WORDS and not _is_left_lying(self.bench):
            return False
        return not self.told.keys().isdisjoint(_OF_ONE_OVER) or self.told.get("news") in ("well", "badly")

    @property
    def names_a_day_to_come(self) -> bool:
        """Whether a day or hour that is still to come stands in it."""
        return bool(days.to_come(self.reading, self.bench.now))

    @property
    def names_none(self) -> bool:
        """Whether it names the place of none that is known."""
        return whose.named(self.bench, self.reading) is None

    @property
    def is_asked_back(self) -> bool:
        """Whether a next round of the one talked about was to come."""
        return self.facts.value("outcome") == "next-round"

    @property
    def is_their_answer(self) -> bool:
        """Whether it is news of the one talked about: they want to see them again."""
        return self.told.get("outcome") == "next-round" and self.reading.mentions.next_round

    @property
    def is_first_told(self) -> bool:
        """Whether so much is known of the one talked about that a text without a place may be about another."""
        is_heard = self.facts.value("feeling-at-first") is not None or self.facts.value("news") == "well"
        return self.facts.value("organisation") is not None and is_heard


def _is_at_another_place(text: _Text) -> bool:
    """An interview, and a place that we have not heard of."""
    mentions = text.reading.mentions
    return text.is_elsewhere and mentions.an_interview and (text.is_ahead or text.is_over or mentions.another)


def _is_one_more_to_come(text: _Text) -> bool:
    """ "I have another one on Wednesday", with no name of a place."""
    mentions = text.reading.mentions
    is_one_more = mentions.one_more or (mentions.one_of_several and text.is_first_told)
    return text.place is None and text.is_ahead and is_one_more and not text.is_their_answer


def _has_had_one_more(text: _Text) -> bool:
    """ "I had another one today, I froze again", whatever is asked, once place and feeling of the first are told."""
    mentions = text.reading.mentions
    says_so = mentions.one_more and mentions.has_been and text.is_over
    return text.place is None and says_so and text.is_first_told and not text.is_their_answer


def _has_had_one_like_it(text: _Text) -> bool:
    """ "Had the second interview", where nothing is asked: the next round of this one, or one at no place that is known."""
    mentions = text.reading.mentions
    says_so = mentions.has_been and mentions.one_like_it and not text.is_ahead
    return says_so and _is_quiet(text.bench) and (text.is_asked_back or text.names_none)


def _is_after_one_told(text: _Text) -> bool:
    """One like it that has been, once the feeling after the first is told; where another place is told, that decides."""
    return not text.is_elsewhere and text.facts.value("feeling-at-first") is not None and _has_had_one_like_it(text)


def _is_begun_unasked(text: _Text) -> bool:
    """One told of out of the blue that can be none of those known: a call back from them is news of this one."""
    mentions = text.reading.mentions
    if not text.is_unasked:
        return False
    is_another = mentions.another and text.names_none
    return text.is_ahead or mentions.next_round or is_another or _is_none_known(text)


_RULES = (_is_at_another_place, _is_one_more_to_come, _has_had_one_more, _is_after_one_told, _is_begun_unasked)


def _is_none_known(text: _Text) -> bool:
    """Whether what is told of can be none that is known: it was elsewhere, or on another day."""
    if isinstance(text.place, str):
        return not whose.is_known(text.bench, text.place)
    if text.reading.mentions.somewhere and text.facts.text("organisation") is not None:
        return text.names_none
    known = text.facts.text("interview-on") or text.facts.text("told-at")
    is_on_its_day = known == text.told.get("interview-on", text.bench.today.isoformat())
    return not text.reading.mentions.is_that_one and not is_on_its_day


def _as_new(text: _Text) -> Mapping[str, Value]:
    """What is told of a new interview, which has no answer yet; a next round is at the same place."""
    told = {**text.told}
    if text.is_asked_back and not _has_had_one_more(text) and _is_after_one_told(text):
        known = {name: text.facts.value(name) for name in ("organisation", "role")}
        told |= {name: value for name, value in known.items() if value is not None}
    if text.is_ahead or (told.get("outcome") == "next-round" and text.names_a_day_to_come):
        told = {name: value for name, value in told.items() if name not in _WHEN_IT_WAS}
        told |= {"news": "ahead", **days.to_come(text.reading, text.bench.now)}
    told.pop("outcome", None)
    return told


def _awaited(text: _Text) -> str | None:
    """The interview that was ahead and whose day has come, if the text is about its place or about none."""
    if text.is_ahead or not (text.is_over or text.reading.mentions.an_interview):
        return None
    bench = text.bench
    has_come = (one for one in bench.interviews if bench.is_ahead(one) and _has_come(bench, one, text.reading))
    return next((one for one in has_come if _is_about(text, one)), None)


def _has_come(bench: Workbench, interview: str, reading: Reading) -> bool:
    """Whether the day of an interview has come, and it is not being told of as ahead just now."""
    run, day = bench.run, bench.facts(interview).text("next-interview-on")
    is_told_now = run is not None and (run.flow, run.interview) == ("capture", interview) and not _gets_ready(run)
    return not is_told_now and (reading.is_just_over or (day is not None and day <= bench.today.isoformat()))


def _is_about(text: _Text, interview: str) -> bool:
    """Whether a text is about the place of that interview, or of none where nothing is asked."""
    named = whose.named(text.bench, text.reading)
    if named == interview or whose.is_at(text.place, text.bench.facts(interview)):
        return True
    return text.place is None and named is None and _is_quiet(text.bench)


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
