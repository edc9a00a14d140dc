"""A turn: what an event means, in a fixed order, and what follows from it. Pure: the same input gives the same turn.

The order of a text: danger; what was told already; the same blame once too often; another interview; a corrected day
or a point taken back; news of their answer; an exact reply to the open question; shame or tears in place of one; a wish
or a command; a correction; an aside; details in passing; the open question's own answer; and when nothing fits, the
repair ladder. The rule a newcomer could break: the open question decides between readings ("no" answers "was there
anything else?" before it is a command), and it is read as it was shown, not as today's flow asks it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from core import echo, lines
from core.advice_bodies import advice_bodies, country_of_person
from core.community import NONE, Community
from core.errors import NotAnAnswer
from core.events import Arrival, Click, Event, NudgeDue, Person, Text
from core.facts import PERSON, Value
from core.flows import start_over
from core.flows.capture import IN_PASSING
from core.flows.close_search import CLOSED
from core.flows.forget import CONFIRMED
from core.flows.outcome import DECIDED
from core.journal import EMPTY, Journal
from core.messages import Part
from core.questions import OF_OPTIONS, Offer, Opening, OwnLetter, Quotation, Scale, Words
from core.records import record
from core.replay import FLOWS
from core.safety import Kind
from core.state import Pause, State
from core.turn import (
    asides,
    careful,
    commands,
    correcting,
    getting_around,
    news,
    nudges,
    orders,
    passing,
    promises,
    putting_off,
    reading_back,
    repair,
    rescheduling,
    strained,
    unshown,
    whose,
)
from core.turn.replies import Replied, chosen, pick, put_off, question_told, read_reply, revised
from core.turn.workbench import Workbench
from core.understanding import Reading, read
from core.understanding.address import Remark
from core.understanding.asides import Aside
from core.understanding.occasion import Occasion
from core.understanding.wishes import Action
from core.wording import Wording


@record
class Step:
    """What one event changes."""

    state: State
    facts: tuple[tuple[str, str, Value | None], ...]
    """(scope, name, value) in order; None withdraws the name."""
    parts: tuple[Part, ...]
    due: datetime | None = None
    """When the coach has to come back of itself (UTC)."""
    erase: bool = False
    """Everything about the person is to be erased; the parts are the last thing said."""
    takes_back: tuple[int, ...] = ()
    """The turns whose messages are not to be sent any more."""


def step(
    state: State,
    event: Event,
    reading: Reading | None,
    now: datetime,
    wording: Wording,
    community: Community = NONE,
    journal: Journal = EMPTY,
    waiting: unshown.Ask = tuple,
) -> Step:
    """Take one event. `now` is local to the person; `reading` is the reading of a text, None for other events.

    The journal, and what waits in the outbox, are the same whenever they are looked into during the turn; most turns
    never look.
    """
    before, restored, nudged = unshown.taken_back(state, waiting, now)
    turn = Turn(Workbench(before, now, wording, community, journal), event.person)
    turn.learn_zone(event.zone or community.zone)
    match event:
        case Arrival():
            turn.arrive()
        case NudgeDue():
            turn.bring()
        case Click():
            turn.listen()
            turn.click(event)
        case Text():
            turn.listen()
            assert reading is not None, "a text comes with its reading"  # noqa: S101 (an author's error)
            turn.hear(reading)
    taken = turn.finish()
    if nudged is None or not (before is not state or unshown.is_unwanted(turn.bench, nudged)):
        return taken
    return replace(taken, facts=(*restored, *taken.facts), takes_back=(nudged.number,))


class Turn:
    """The decisions of one turn; the moves they are made of are the workbench's."""

    def __init__(self, bench: Workbench, person: Person) -> None:
        self.bench = bench
        self.surface = person.tenant.partition(":")[0]
        self.wrote = False
        self.listened = False
        self.in_danger = False
        self._caught: dict[str, Value] | None = None

    def finish(self) -> Step:
        """The turn as it is to be kept."""
        bench = self.bench
        if not (bench.parts or bench.runs) and any(run.flow not in FLOWS for run in bench.before.runs):
            getting_around.invite(bench)  # the flow they answered to is gone, so nothing was said
            bench.proceed()
        erase = (PERSON, CONFIRMED, True) in bench.brought
        if erase:
            bench.parts = []
            bench.say(lines.ERASED, surface=self.surface)
            return Step(bench.state(), tuple(bench.brought), bench.message(), None, erase)
        if bench.held and self.is_back():
            bench.held = False
        reading_back.leave(bench)
        if not bench.held:  # into a crisis nothing of the coach's own is said; it waits until they are back
            if bench.run and bench.run.flow in _FIRST_WORDS and self.wrote and not bench.has_said(lines.PRIVACY):
                bench.say_before_question(lines.PRIVACY, surface=self.surface)
            promises.reconcile(bench)
        parts = bench.message()
        return Step(bench.state(), tuple(bench.brought), parts, promises.next_due(bench))

    def is_back(self) -> bool:
        """Whether the person has come back to the reflection by choice, after there was danger."""
        run = self.bench.run
        talks = run is not None and run.flow not in _NO_WAY_BACK and self.bench.paused is Pause.NOT
        came_from = self.bench.before.runs[-1].flow if self.bench.before.runs else ""
        return self.listened and talks and not self.in_danger and came_from not in _NO_WAY_BACK

    def listen(self) -> None:
        """The person did something: nothing waits unanswered any more."""
        self.listened = True
        self.bench.nudged = ""
        self.bench.heard = int(self.bench.now.timestamp())
        self.bench.unanswered = 0

    def bring(self) -> None:
        """The hour of a nudge has come."""
        self.bench.undoable = False
        nudges.bring(self.bench)

    def learn_zone(self, zone: str | None) -> None:
        """The platform's word for where they are, as long as there is none of their own."""
        if zone and self.bench.facts(PERSON).value("zone") is None:
            self.bench.learn("zone", zone)

    # --- events ---

    def arrive(self) -> None:
        """The person is back, or here for the first time."""
        bench = self.bench
        bench.nudged = ""
        bench.undoable = False
        bench.runs = [run for run in bench.runs if run.flow in FLOWS]  # none to come back to if it is gone
        if bench.held and bench.paused is Pause.STOPPED and bench.runs:
            bench.say(lines.STILL_STOPPED)  # after danger nothing leads back but their own word
            return
        bench.paused = Pause.NOT
        if not bench.runs:
            getting_around.invite(bench)
        elif bench.facts(bench.runs[-1].interview).all():
            bench.recap()
        bench.proceed()

    def click(self, event: Click) -> None:
        """A choice by button, perhaps of a question shown long ago: it is its own evidence."""
        run = self.bench.run
        if run is not None and run.id == event.run and run.shown and run.shown.name == event.question:
            option = next((one for one in run.shown.options if one.id == event.option), None)
            if option is not None:
                self.bench.paused = Pause.NOT
                self.answer(pick(run.shown, option, self.bench.now))
                return
        self.bench.say(lines.OLD_BUTTON)
        self.bench.proceed()

    def hear(self, reading: Reading) -> None:
        """The person wrote something."""
        bench = self.bench
        self.wrote = True
        if reading.danger is not None and reading.danger.kind is not Kind.HEAVY:
            self.in_danger = True
            careful.meet(bench, reading.danger.kind)
            return
        if reading.danger is not None:
            bench.say(lines.HEAVY)
        if (asked := reading.asked_besides) is not None:
            if asked is Aside.PRIVACY and (reading.is_serious or bench.facts().value("conduct")):
                bench.say_before_question(lines.NOT_TO_THEM)
            asides.answer_besides(bench, asked, self.surface)
        if self.is_invited_again(reading):
            bench.leave_empty_invitations()
        if self.is_past_reading(reading):
            bench.runs.pop()
        if not bench.runs and self.is_about_the_last(reading):
            return
        if not bench.runs:
            self.open_unasked()
        if careful.stay(bench, reading):
            return
        if not reading.text:
            bench.say(lines.EMPTY)
            bench.proceed(short=True)
        elif bench.paused and orders.resumed(self.bench, reading):
            bench.proceed()
        elif bench.paused is Pause.STOPPED:
            self.stay_stopped(reading)
        else:
            bench.paused = Pause.NOT
            self.understand(reading)

    def is_invited_again(self, reading: Reading) -> bool:
        """Whether they write, to the invitation to tell of another interview, what may be about the last one."""
        bench, run, shown = self.bench, self.bench.run, self.bench.shown
        if run is None or run.flow != "capture" or shown is None or shown.kind != Opening.kind:
            return False
        is_first = bench.told_interview == PERSON
        return not (is_first or bench.facts(run.interview).all()) and chosen(shown, reading, bench.wording) is None

    def is_about_the_last(self, reading: Reading) -> bool:
        """With nothing under way: a command, a question, a correction, news or a word about the finished interview."""
        bench = self.bench
        if orders.wished(self.bench, reading) or orders.obeyed(self.bench, reading) or self.digressed(reading):
            return True
        if bench.interview == PERSON:
            return False
        if self.opened_another(reading) or self.moved_ahead(reading) or self.corrected_day(reading):
            return True
        if news.told(bench, reading) or self.corrected(reading):
            return True
        caught = self.caught(reading)
        if reading.remark is Remark.QUESTION:
            bench.say(lines.UNANSWERED)
        elif passing.is_another_interview(reading, caught, bench.facts()):
            return False
        elif reading.is_stressed and reading.strain is not None and not caught.keys() - _NO_NEWS:
            bench.say(lines.STILL_HURTS)
        elif not self.barred(reading):
            getting_around.tell_next(bench, said_yes="offer" in (detail.value for detail in reading.details))
        return True

    def stay_stopped(self, reading: Reading) -> None:
        """After "stop" nothing is asked: commands and small questions are served, anything else is only kept."""
        bench = self.bench
        if bench.held:
            careful.keep_help_in_view(bench, reading)
            return
        is_served = (
            self.opened_another(reading) or orders.wished(self.bench, reading) or orders.obeyed(self.bench, reading)
        )
        is_served = is_served or news.told(bench, reading) or self.corrected(reading) or self.digressed(reading)
        is_served = is_served or self.barred(reading) or self.took_up_a_feeling(reading)
        if not is_served or (bench.paused is Pause.STOPPED and not bench.parts):  # "back" shows no question here
            bench.say(lines.STILL_STOPPED)

    def took_up_a_feeling(self, reading: Reading) -> bool:
        """Somebody who writes after "stop" that it hurts is heard, and may go on where they stopped."""
        bench = self.bench
        interview = bench.told_interview
        if interview == PERSON or not reading.is_stressed:
            return False
        bench.say(lines.STILL_HURTS)
        if any(run.interview == interview and run.flow == "capture" for run in bench.runs):
            bench.reopen("unfinished", interview, key=f"unfinished.{bench.number}")
            bench.change_run(over_stopped=False)
            bench.proceed()
        return True

    def opened_another(self, reading: Reading) -> bool:
        """A text that tells of another interview opens a conversation about it; the one before stays as it is."""
        bench = self.bench
        found = whose.another(bench, reading, self.caught(reading))
        if found is None:
            return False
        self._caught = dict(found.caught)
        self.answer_first_words(reading)
        before = bench.facts(bench.told_interview).text("organisation")
        if found.interview is None:
            is_in_passing = bool(bench.runs) and found.caught.get("news") == "ahead"
            self.open_unasked(key=IN_PASSING if is_in_passing else "")
            if before is not None:
                there = found.caught.get("organisation")
                if isinstance(there, str):
                    bench.say(lines.SECOND, place=there, before=before)
                else:
                    bench.say(lines.SECOND_UNNAMED, before=before)
        else:
            whose.has_been(bench, found.interview, found.caught)
        shown = bench.shown
        assert shown is not None  # noqa: S101 (the invitation)
        self.answer({shown.name: reading.text}, reading)
        return True

    def answer_first_words(self, reading: Reading) -> None:
        """ "Tomorrow. I have another one on Wednesday": what comes first answers the open question."""
        bench, shown = self.bench, self.bench.shown
        first, stop, _ = reading.text.partition(".")
        if shown is None or not stop or shown.kind not in OF_OPTIONS:
            return
        option = chosen(shown, read(first), bench.wording)
        if option is not None and bench.run is not None:
            for name, value in pick(shown, option, bench.now).items():
                bench.state_fact(bench.run.interview, name, value)

    def moved_ahead(self, reading: Reading) -> bool:
        """ "It hasn't happened yet": what was taken for an interview that was is still to come."""
        bench = self.bench
        interview = bench.interview
        facts = bench.facts()
        if interview == PERSON or facts.value("captured") or not passing.is_yet_to_come(reading, bench.shown):
            return False
        return whose.is_still_to_come(bench, interview, passing.to_come(reading, bench.now))

    def corrected_day(self, reading: Reading) -> bool:
        """ "No, it was on Wednesday" is never a no, whatever is asked; where a day is asked for it is the answer."""
        shown = self.bench.shown
        if (
            reading.correction is None
            or self.is_telling()
            or (shown is not None and shown.kind in ("past-day", "coming-day", "opening"))
        ):
            return False
        return self.corrected(reading, only_days=True)

    # --- meaning, in order ---

    def caught(self, reading: Reading) -> Mapping[str, Value]:
        """The details in this turn's text, made out once."""
        if self._caught is None:
            self._caught = passing.caught(reading, self.bench.now)
        return self._caught

    def understand(self, reading: Reading) -> None:
        """The first reading that fits, in the order at the top of this page."""
        if (told := reading.told_again) is not None:
            if not told:
                self.bench.say(lines.TOLD_ALREADY)
                self.bench.proceed(short=True)
                return
            reading, self._caught = read(told), None
        if self.is_past_breathing(reading):
            self.bench.runs.pop()
        if reading.remark is Remark.BACK and self.bench.shown is not None:
            self.welcome_back()
            return
        if strained.goes_round(self.bench, reading):
            return
        if self.opened_another(reading) or self.moved_ahead(reading) or self.corrected_day(reading):
            return
        if (self.bench.shown is None or self.bench.shown.kind in OF_OPTIONS) and correcting.take_out(
            self.bench, reading
        ):
            return
        if reading.mentions.says_which and whose.turned_to(self.bench, reading):
            return
        if reading.wish is not None and reading.wish.action is Action.CLOSE and orders.wished(self.bench, reading):
            return  # "I got a job, done searching" is more than news of one interview
        if news.told(self.bench, reading):
            return
        if (reading.wish is None or reading.wish.action not in _MAY_BE_A_CHOICE) and orders.wished(self.bench, reading):
            return
        shown, now = self.bench.shown, self.bench.now
        if shown is not None and (option := news.answers(self.bench, reading)) is not None:
            self.answer({**pick(shown, option, now)}, reading)
        elif shown is not None and (later := put_off(shown, reading, now)):
            self.answer(later, reading)
        elif shown is not None and (named := question_told(shown, reading)) is not None:
            self.answer(named, reading)
        elif reading.aside in _ASKS_WHICH and reading.wish is None and self.digressed(reading):
            return  # who asks which is better has not chosen
        elif shown is not None and (changed := revised(shown, reading)) is not None:
            self.answer(changed)
        elif shown is not None and (option := chosen(shown, reading, self.bench.wording)) is not None:
            if not news.doubted(self.bench, reading, option):
                self.answer({**pick(shown, option, now)}, reading)
        elif strained.is_no_answer(shown, reading):
            self.leave_open(reading)
        elif (
            strained.meet(self.bench, reading)
            or orders.wished(self.bench, reading)
            or orders.obeyed(self.bench, reading)
        ):
            return
        elif shown is not None and self.is_telling() and reading.has_words:
            self.answer({shown.name: reading.text}, reading)
        elif (
            self.corrected(reading)
            or self.digressed(reading)
            or self.is_not_for_here(reading)
            or self.answered_back(reading)
        ):
            return
        else:
            self.answered(reading)

    def is_not_for_here(self, reading: Reading) -> bool:
        """Work, and no interview, as the first word: what the coach is for, whom to ask, and the door stays open."""
        bench, shown = self.bench, self.bench.shown
        if shown is None or shown.kind != Opening.kind or reading.occasion is not Occasion.WORK:
            return False
        bench.say(lines.NOT_FOR_HERE)
        commands.point_to_help(bench)
        if reading.is_serious:
            country = country_of_person(bench.facts(), bench.community)
            if country and (bodies := advice_bodies(country)):
                bench.say(lines.ADVICE_BODY, country=country, bodies=bodies)
        bench.proceed(short=True)
        return True

    def leave_open(self, reading: Reading) -> None:
        """Shame is no answer, and neither is a blank: nothing is kept of it, and it goes on."""
        option = strained.no_answer(self.bench, reading)
        if option is None or self.bench.shown is None:
            getting_around.skip(self.bench, None)
        else:
            self.answer(pick(self.bench.shown, option, self.bench.now))

    def is_telling(self) -> bool:
        """Whether they just talk, and everything is kept as they write it."""
        return self.bench.run is not None and self.bench.run.flow == "telling"

    def is_past_breathing(self, reading: Reading) -> bool:
        """Whether they write to the question beneath, instead of choosing how to go on."""
        run, shown = self.bench.run, self.bench.shown
        is_breather = run is not None and run.flow == "breather" and shown is not None and len(self.bench.runs) > 1
        return is_breather and shown is not None and chosen(shown, reading, self.bench.wording) is None

    def is_past_reading(self, reading: Reading) -> bool:
        """Whether the list of their interviews is open and they write of something else: a list asks nothing of them."""
        run, shown = self.bench.run, self.bench.shown
        if run is None or shown is None or run.flow != reading_back.FLOW or not reading.has_words:
            return False
        if any(detail.name in _TELLS for detail in reading.details) or reading.mentions.an_interview:
            return reading.wish is None
        is_met = reading.command is not None or reading.wish is not None or reading.aside is not None
        return not is_met and chosen(shown, reading, self.bench.wording) is None

    def welcome_back(self) -> None:
        """Somebody who was away greets the open question, and neither answers nor leaves it."""
        bench = self.bench
        if bench.shown is not None and bench.shown.kind == Offer.kind:
            bench.say(lines.BACK_AGAIN)
        else:
            bench.recap()
        bench.proceed(short=True)

    def answered(self, reading: Reading) -> None:
        """Details in passing, and what is left for the open question."""
        bench, shown = self.bench, self.bench.shown
        caught = self.caught(reading)
        if shown is None:
            self.take(caught)
            bench.proceed()
            return
        if is_cry(reading) and shown.name not in _MAY_BE_A_CRY:
            self.take(caught, but=shown.name)
            bench.proceed(short=True)
            return
        try:
            replied = read_reply(shown, reading, bench.now)
        except NotAnAnswer:
            if self.answered_late(reading):
                return
            if self.take(caught, but=shown.name):
                bench.proceed()
            elif not correcting.restate(bench, caught) and not whose.turned_to(self.bench, reading):
                repair.miss(bench, reading)
            return
        if shown.kind == Words.kind and passing.is_all(reading, caught) and self.take(caught, but=shown.name):
            bench.proceed()
            return
        self.answer(replied, reading)

    def answered_late(self, reading: Reading) -> bool:
        """A bare number where none is asked for, and the question before was for one: it came late."""
        bench, found = self.bench, self.bench.replayed()
        before = found.trace[-2] if found is not None and len(found.trace) > 1 else ""
        number = _NUMBER_ALONE.fullmatch(reading.text)
        if number is None or bench.run is None or not before.startswith("feeling"):
            return False
        known, value = bench.facts(bench.run.interview).value(before), min(int(number[1]), Scale.high)
        if known == value:
            return False
        bench.state_fact(bench.run.interview, before, value)
        if known is not None:
            bench.say(echo.CHANGED_PLAIN, before=str(known), after=str(value))
        bench.proceed(short=True)
        return True

    def answer(self, replied: Replied, reading: Reading | None = None) -> None:
        """Keep a reply, with the further details its text holds, and go on."""
        bench = self.bench
        run = bench.runs[-1]
        asked = run.shown.name if run.shown else ""
        if run.flow == "breather":
            strained.choose(bench, str(replied[asked]))
            return
        if run.flow == "start-over" and replied.get(asked) == start_over.NEW:
            commands.begin_anew(bench)
            return
        if run.shown and run.shown.kind == Offer.kind and putting_off.is_later(became := replied[asked]):
            rescheduling.put_off_message(bench, str(became))
            return
        if isinstance(where := replied.get("zone"), str):
            bench.go_by(where, run.interview)
        if run.flow == "which" and news.settled(bench, str(replied.get(asked))):
            return
        if CLOSED in replied:
            bench.runs = [run]  # what else was open ends with the search
        for name, value in replied.items():
            bench.state_fact(run.interview, name, value)
            if name == "outcome":
                continue  # its own words follow
            if name != asked or run.shown is None or run.shown.kind in passing.ECHOED_KINDS:
                bench.note(name, value)
        bench.change_run(revisit=None, misses=0, repeats=0)
        if reading is not None and replied.get("wants-job") == "yes" and _WORRIED.search(reading.text):
            bench.say(lines.WORRY)
        if reading is not None:
            self.take(passing.besides(run.shown, reading, self.caught(reading)), but=asked)
        bench.proceed()

    def take(self, caught: Mapping[str, Value], *, but: str = "") -> bool:
        """Keep details that fill a gap; whether there were any. They do not overwrite, but for a ban on contact."""
        bench = self.bench
        new = passing.gaps(caught, bench.facts(), but=but)
        if caught.get("contact") == "barred" and bench.facts().value("contact") not in (None, "barred"):
            new["contact"] = "barred"  # a detail that overwrites: a note against their word would do harm
        if caught.get("outcome") in DECIDED and bench.facts().value("outcome") == "waiting":
            new["outcome"] = caught["outcome"]  # the wait is over
        for name, value in new.items():
            bench.state_fact(bench.interview, name, value)
            if name == "outcome" and value in DECIDED:
                bench.say(lines.OUTCOME, outcome=str(value))
            else:
                bench.note(name, value)
        return bool(new)

    def barred(self, reading: Reading) -> bool:
        """A ban on contact told late, when nothing is talked about: a note against their word would do harm."""
        kept = self.caught(reading).get("contact") == "barred" and self.take({"contact": "barred"})
        if kept:
            self.bench.proceed()
        return kept

    def corrected(self, reading: Reading, *, only_days: bool = False) -> bool:
        """Something told before is corrected, or taken back."""
        return correcting.take_out(self.bench, reading) or correcting.correct(self.bench, reading, only_days=only_days)

    def digressed(self, reading: Reading) -> bool:
        """A small question to the coach, answered before the open one is asked again."""
        bench = self.bench
        if whose.asks_which(bench, reading) and len(whose.alive(bench)) > 1:
            place = whose.place_of(bench, bench.interview)
            if place is not None:
                bench.say(lines.ABOUT_WHICH, place=place)
                bench.proceed(short=True)
                return True
        if reading.aside is None or asides.is_answer(reading.aside, bench.shown):
            return False
        if reading.aside is Aside.PRIVACY and _BY_THEM.search(reading.text):
            bench.say(lines.NOT_TO_THEM)
        if reading.aside is Aside.RIGHTS:
            self.take(self.caught(reading))
        asides.answer(bench, reading.aside, self.surface)
        return True

    def answered_back(self, reading: Reading) -> bool:
        """A remark to the coach is met as one, and never kept as an answer; what it tells in passing is."""
        shown = self.bench.shown
        asks = reading.remark is Remark.QUESTION and (shown is None or shown.kind not in _MAY_BE_QUESTIONS)
        if shown is not None and shown.kind == OwnLetter.kind and _LETTER_BEGINS.match(reading.text):
            asks = False  # "would you give me ten minutes?" is asked of them
        if not (asks or reading.remark is Remark.COMPLAINT):
            return False
        told = self.take(self.caught(reading), but=shown.name if shown else "")
        if not told:
            self.bench.say(lines.UNANSWERED if asks else lines.MISHEARD)
        self.bench.proceed(short=not told)
        return True

    def open_unasked(self, *, key: str = "") -> None:
        """Somebody writes out of the blue: their words answer the invitation as if it had been shown."""
        bench = self.bench
        said = [*bench.parts]
        getting_around.invite(bench, key=key)
        bench.proceed()
        bench.parts = said
        bench.change_run(replayed=0)


def is_cry(reading: Reading) -> bool:
    """Whether a text says no more than how much it is; that is no answer, and belongs in no letter."""
    return reading.danger is not None and len(reading.text.split()) <= _LONGEST_CRY


_BY_THEM = re.compile(r"\b(?:he|she|they|boss|employer|interviewer)\b", re.IGNORECASE)
_LONGEST_CRY = 9
_NO_NEWS = {"stressed", "angry"}
"""Details that tell how somebody feels, and nothing of an interview."""
_NUMBER_ALONE = re.compile(r"\s*(\d{1,2})(?: ?/ ?10)?[.! ]*")
_MAY_BE_A_CRY = {"opening", "story", "cause", "what-else"}
_WORRIED = re.compile(
    r"\b(?:they|he|she) (?:\w+ )?(?:won'?t|will not|will never|never|don'?t|aren'?t going)\b.{0,20}\b(?:me|it)\b|\b(?:no|little|slim|any|not much) (?:chance|hope)s?\b"
    r"|\b(?:not|won'?t|never|don'?t think|doubt)\b.{0,30}\b(?:take|hire|pick|choose|call|get it|offer)\b",
    re.IGNORECASE,
)
"""Beside the wish for the job: that they will not give it."""
_ASKS_WHICH = {Aside.CALL_OR_WRITE, Aside.TEXT_THEM}
_TELLS = {"outcome", "struggle", "news"}
"""Details that nobody chooses from a list with."""
_MAY_BE_A_CHOICE = {Action.DROP, Action.OPEN, Action.CALLED, Action.ON_THE_PHONE}
"""Wishes that say what an option of the open question may say as well ("no more practice")."""
_FIRST_WORDS = ("capture", "prepare")
"""What the first message of somebody new may lead to."""
_NO_WAY_BACK = {"danger", "stop", "forget"}
"""Conversations that are not the reflection; who leaves one of them is back with the next message."""
_MAY_BE_QUESTIONS = {Quotation.kind, Opening.kind}
_LETTER_BEGINS = re.compile(
    r"\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|thank you|to )\b", re.IGNORECASE
)
