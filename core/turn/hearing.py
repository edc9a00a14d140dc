"""What a text means: the first reading that fits, in a fixed order, and what is done then.

The order: what was told already; the same blame once too often; another interview; a choice that goes on in words, nobody
where somebody is asked for, a better time for what is proposed; a corrected day, a name set right or a point taken back;
news of their answer; an exact reply to the open question; shame or tears in place of one; a wish or a command; a
correction; an aside; details in passing; the open question's own answer; and when nothing fits, the repair ladder.
Danger was met before (`core.turn.step`). The rule a newcomer could break: the open question decides between readings
("no" answers "was there anything else?" before it is a command), and it is read as it was shown, not as today's flow
asks it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from core import lines
from core.advice_bodies import advice_bodies, country_of_person
from core.errors import NotAnAnswer
from core.facts import PERSON, Picked, Value
from core.flows import partner, prepare
from core.flows.capture.opening import IN_PASSING
from core.messages import Prompt
from core.plan import Kind
from core.questions import (
    CLOSED,
    EDIT,
    OF_OPTIONS,
    ComingDay,
    Offer,
    Opening,
    OwnLetter,
    PastDay,
    Quotation,
    Scale,
    Settling,
    Verbatim,
    Words,
)
from core.state import Pause, Shown
from core.turn import (
    asides,
    careful,
    commands,
    correcting,
    getting_around,
    moments,
    naming,
    news,
    orders,
    passing,
    reading_back,
    redrafting,
    repair,
    strained,
    suiting,
    unasked,
    whose,
)
from core.turn.answering import answer, answer_late, bar_contact, take
from core.turn.options import (
    Replied,
    asks_for_time,
    chosen,
    implied,
    leading,
    may_be_overruled,
    nobody,
    pick,
    put_off,
    says_only_that,
)
from core.turn.replies import felt_besides, question_instead, question_told, read_reply, revised, revised_partly
from core.turn.workbench import Workbench
from core.understanding import Reading, persons, read, to_coach, wishes
from core.understanding import moments as moments_said
from core.understanding.address import Remark
from core.understanding.asides import Aside
from core.understanding.commands import Command
from core.understanding.occasion import Occasion
from core.understanding.wishes import Action

_BY_THEM = re.compile(r"\b(?:he|she|they|boss|employer|interviewer)\b", re.IGNORECASE)
_LONGEST_CRY = 9
_MAY_BE_A_CRY = {"opening", "story", "cause", "what-else"}
_ASKS_WHICH = {
    Aside.CALL_OR_WRITE,
    Aside.TEXT_THEM,
    Aside.WHOM_TO_THANK,
    Aside.ADDRESS,
    Aside.NOT_WRITING,
    Aside.MUST_I,
}
_TELLS = {"outcome", "struggle", "news"}
"""Details that nobody chooses from a list with."""
_OF_NUMBERS = (Scale.kind, PastDay.kind, ComingDay.kind)
_MAY_BE_QUESTIONS = {Quotation.kind, Opening.kind}
_MAY_STAY_OPEN = (partner.SUITS.words, partner.AGAIN.words)
_TAKE_A_STORY = passing.OWN_WORDS | {Opening.kind, Verbatim.kind}
_NOT_TAKEN_OUT = {Settling.kind, Opening.kind}
"""Where "take that out" is about the draft, or nothing was written yet."""
_LEAST_OF_AN_ANSWER = 3
_LEAST_BESIDES_BLAME = 6
"""In words: less, beside "take that out", hardly answers in their own words."""
_LONGEST_REST = 60
"""In words, of what follows a choice."""
_LIKELY = "likely."
_TRIED = re.compile(r"likely\..*answer-\d+")
"""The questions that are answered in the same breath as they are chosen."""
_FOR_IT = re.compile(
    r"\b(?:get(?:ting)?|be|am|i'm) (?:\w+ )?(?:ready|prepared)\b|\b(?:prepare|preparing|prep|interview)\b",
    re.IGNORECASE,
)
"""That a day is the interview's, and something is to be ready by then."""
_FOR_THEM = ("unsaid-", "point-")
"""How the questions begin whose answers they may come to read."""
_IN_NO_LETTER = re.compile(
    r"\b(?:kill|hang|hurt|harm|cut|drown|shoot|end) my ?self\b|\bsuicid|\bend my (?:own )?life\b|\b(?:want|wanted|wanna|going|gonna) (?:to )?die\b",
    re.IGNORECASE,
)
_FEW = 4
"""In words: what is longer is no order where a message to somebody is asked for."""
_GETTING_AROUND = frozenset(
    (
        Command.SKIP, Command.BACK, Command.UNDO, Command.STOP, Command.LATER, Command.REPEAT, Command.WHY, Command.HELP,
        Command.FORGET, Command.BYE,
    )
)  # fmt: skip
"""The orders that are obeyed there all the same."""
_LETTER_BEGINS = re.compile(
    r"\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|thank you|to )\b", re.IGNORECASE
)


class Hearing:
    """One text heard. A method named as something done gives whether it was that, and then the text is nothing else."""

    def __init__(self, bench: Workbench, reading: Reading) -> None:
        self.bench = bench
        self.reading = reading
        self._caught: Mapping[str, Value] | None = None
        self._is_met = False
        """Whether something in it was obeyed or answered already."""
        self._is_reproach = False
        """Whether it says that it was told already."""

    def hear(self) -> None:
        """Whatever it is, up to what must come first; then `understand`."""
        bench = self.bench
        if careful.owned_the_mistake(bench, self.reading):
            return
        if self.reading.danger is not None:
            bench.say(lines.HEAVY)
        if self.wrote_it():
            return
        asked = self.reading.asked_besides
        is_greeted = bench.shown is None and self.reading.remark is Remark.BACK  # and what is asked is what it is about
        if asked is not None and (is_greeted or asides.is_answer(asked, bench.shown)):
            self.reading = read(self.reading.whole, takes_apart=False)
        elif asked is not None:
            if asked is Aside.PRIVACY and (self.reading.is_serious or bench.facts().value("conduct")):
                bench.say_before_question(lines.NOT_TO_THEM)
            asides.answer_besides(bench, asked)
        if self.is_invited_again():
            bench.leave_empty_invitations()
        if self.is_past_reading():
            bench.runs.pop()
        if not bench.runs and not (bench.held and orders.is_resuming(self.reading)) and self.is_about_the_last():
            return
        if not bench.runs:
            self.open_unasked()
        if careful.stay(bench, self.reading):
            return
        if not self.reading.text:
            bench.say(lines.EMPTY)
            bench.proceed(short=True)
        elif (bench.paused or bench.held) and orders.resumed(self.bench, self.reading):
            self.take_up_what_was_misread()
        elif careful.wants_to_go_on(bench, self.reading):
            orders.resume(bench)
            self.take_up_what_was_misread()
        elif bench.paused is Pause.STOPPED:
            self.stay_stopped()
        else:
            bench.paused = Pause.NOT
            self.understand()

    def take_up_what_was_misread(self) -> None:
        """Back where they were: what was wrongly taken for danger need not be written again."""
        bench, said = self.bench, [*self.bench.parts]
        bench.proceed()
        if (text := careful.misread(bench)) is None or bench.shown is None:
            return
        heard = read(text)
        if _IN_NO_LETTER.search(text) and bench.shown.name.startswith(_FOR_THEM):
            return  # whatever they meant by it, others read it only where they say it anew
        bench.parts = said  # the question was asked before, and here is the answer
        bench.change_run(replayed=0)
        self.reading, self._caught = replace(heard, danger=None), None
        if not self.wrote_it():
            self.understand()

    def wrote_it(self) -> bool:
        """Where a whole message to somebody is asked for, it is all that they write, but for an order of a few words."""
        bench, shown, reading = self.bench, self.bench.shown, self.reading
        if shown is None or shown.kind != Verbatim.kind or not reading.has_words:
            return False
        if bench.paused is Pause.STOPPED:
            return False
        is_short = len(reading.whole.split()) <= _FEW
        if is_short and (reading.order in _GETTING_AROUND or chosen(shown, reading, bench.wording) is not None):
            return False
        bench.paused = Pause.NOT
        answer(bench, {shown.name: reading.whole})
        return True

    def is_invited_again(self) -> bool:
        """Whether they write, to the invitation to tell of another interview, what may be about the last one."""
        bench, run, shown = self.bench, self.bench.run, self.bench.shown
        if run is None or run.flow != "capture" or shown is None or shown.kind != Opening.kind:
            return False
        is_first = bench.told_interview == PERSON or run.key == commands.WISHED
        return not (is_first or bench.facts(run.interview).all()) and chosen(shown, self.reading, bench.wording) is None

    def is_about_the_last(self) -> bool:
        """With nothing under way: a command, a question, a correction, news or a word about the finished interview."""
        bench = self.bench
        if orders.wished(self.bench, self.reading) or orders.obeyed(self.bench, self.reading) or self.digressed():
            return True
        if bench.interview == PERSON:
            return False
        if correcting.take_back_conduct(bench, self.reading):
            return True
        if self.opened_another() or self.moved_ahead() or self.corrected_day() or self.set_names_right():
            return True
        if news.told(bench, self.reading) or self.corrected() or correcting.restate(bench, self.caught):
            return True
        if passing.is_another_interview(self.reading, self.caught, bench.facts()):
            return False
        is_met = (
            bar_contact(bench, self.caught)
            or unasked.asked_to_write(bench, self.reading)
            or unasked.minded_what_was_heard(bench, self.reading)
        )
        if not (
            is_met
            or unasked.met_a_feeling(bench, self.reading, self.caught)
            or unasked.could_not_answer(bench, self.reading)
        ):
            says_yes = any(detail.value == "offer" for detail in self.reading.details)
            if unasked.may_mean_something(self.reading) and not says_yes:
                getting_around.tell_what_is_heard(bench)
            else:
                getting_around.tell_next(bench, said_yes=says_yes)
        return True

    def stay_stopped(self) -> None:
        """After "stop" nothing is asked: commands and small questions are served, anything else is only kept."""
        bench = self.bench
        if bench.held:
            careful.keep_help_in_view(bench, self.reading)
            return
        is_served = (
            correcting.take_back_conduct(bench, self.reading)
            or self.opened_another()
            or orders.wished(self.bench, self.reading)
            or orders.obeyed(self.bench, self.reading)
        )
        is_served = is_served or self.set_names_right()
        is_served = is_served or news.told(bench, self.reading) or self.corrected() or self.digressed()
        is_served = is_served or bar_contact(bench, self.caught) or unasked.asked_to_write(bench, self.reading)
        is_served = (
            is_served
            or unasked.minded_what_was_heard(bench, self.reading)
            or unasked.took_up_a_feeling(bench, self.reading, self.caught)
            or unasked.could_not_answer(bench, self.reading)
        )
        if not is_served or (bench.paused is Pause.STOPPED and not bench.parts):  # "back" shows no question here
            bench.say(lines.OFFERS_STOPPED if unasked.may_mean_something(self.reading) else lines.STILL_STOPPED)

    def opened_another(self) -> bool:
        """A text that tells of another interview opens a conversation about it; the one before stays as it is."""
        bench = self.bench
        found = whose.another(bench, self.reading, self.caught)
        if found is None:
            return False
        self._caught = dict(found.caught)
        self.answer_first_words()
        before = bench.facts(bench.told_interview).text("organisation")
        if found.interview is None:
            is_in_passing = bool(bench.runs) and found.caught.get("news") == "ahead"
            self.open_unasked(key=IN_PASSING if is_in_passing else "")
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
        self.answer({shown.name: self.reading.text})
        return True

    def answer_first_words(self) -> None:
        """ "Tomorrow. I have another one on Wednesday": what comes first answers the open question."""
        bench, shown = self.bench, self.bench.shown
        first, stop, _ = self.reading.text.partition(".")
        if shown is None or not stop or bench.run is None or shown.kind not in (*OF_OPTIONS, *_OF_NUMBERS):
            return
        said = read(first)
        option = chosen(shown, said, bench.wording)
        if option is not None:
            replied = pick(shown, option, bench.now)
        elif shown.kind in _OF_NUMBERS:
            try:
                replied = read_reply(shown, said, bench.now)
            except NotAnAnswer:
                return
        else:
            return
        for name, value in replied.items():
            bench.state_fact(bench.run.interview, name, value)
            if shown.kind in passing.ECHOED_KINDS:
                bench.note(name, value, is_asked_for=True)

    def moved_ahead(self) -> bool:
        """ "It hasn't happened yet": what was taken for an interview that was is still to come."""
        bench = self.bench
        interview = bench.interview
        facts = bench.facts()
        if interview == PERSON or facts.value("captured") or not passing.is_yet_to_come(self.reading, bench.shown):
            return False
        return whose.is_still_to_come(bench, interview, passing.to_come(self.reading, bench.now))

    def chose_first(self) -> bool:
        """ "4. They want me back on the 15th", "Skip. I want to get ready": the choice, and then more, which is heard too.

        Without a number, what other readings understand is left to them: what follows may turn it into something else.
        """
        bench, shown = self.bench, self.bench.shown
        found = None if shown is None else leading(shown, self.reading.text, bench.wording)
        if shown is None or found is None or len(found.rest.split()) > _LONGEST_REST:
            return False
        told = read(found.rest)
        prepares = shown.kind == Offer.kind and wishes.asks_to_prepare(found.rest)
        is_more = "outcome" in dict(found.option.brings) or shown.name.startswith(_LIKELY)
        is_lost = revised(shown, self.reading) is None and chosen(shown, self.reading, bench.wording) is None
        if not (found.is_numbered or prepares or (found.option.means is None and (is_more or is_lost))):
            return False
        is_no = found.option.means is Command.NO
        named = {} if is_no else question_told(shown, told) or question_instead(shown, told) or {}
        replied, caught = named | pick(shown, found.option, bench.now), dict(passing.caught(told, bench.now))
        caught.pop("outcome", None)
        if dict(found.option.brings).get("outcome") == "next-round":
            replied = passing.to_come(told, bench.now) | replied
        answer(bench, replied, told, caught)
        if prepares:
            self.leave_prompt()
            return commands.take_step(bench, Kind.PREPARE) or bench.run is not None
        tried = bench.shown
        if (
            tried is not None
            and _TRIED.fullmatch(tried.name)
            and tried.name not in caught
            and len(found.rest.split()) >= _FEW
        ):
            self.leave_prompt()
            answer(bench, {tried.name: found.rest}, told, {})
        return True

    def leave_prompt(self) -> None:
        """What was asked a moment ago has its answer already."""
        self.bench.parts = [part for part in self.bench.parts if not isinstance(part, Prompt)]

    def named_nobody(self) -> bool:
        """ "Nobody. My wife is sick of hearing it", where somebody is asked for; said to the day for it, it holds as well."""
        bench, shown = self.bench, self.bench.shown
        if shown is None:
            return False
        if (option := nobody(shown, self.reading)) is not None:
            self.answer(pick(shown, option, bench.now))
            return True
        if shown.name != prepare.MOCK_ON.name or not persons.names_nobody(self.reading.text):
            return False
        self.answer({prepare.MOCK.name: Picked("nobody")})
        return True

    def named_a_better_time(self) -> bool:
        """ "Tomorrow is ok but not 9, after 14 please": what is proposed is wanted, at another day or hour."""
        better = suiting.suited(self.bench, self.reading)
        if better is not None:
            self.answer(better)
        return better is not None

    def corrected_day(self) -> bool:
        """ "No, it was on Wednesday" is never a no, whatever is asked; where a day is asked for it is the answer."""
        shown = self.bench.shown
        if (
            self.reading.correction is None
            or self.is_telling()
            or (shown is not None and shown.kind in ("past-day", "coming-day", "opening"))
            or (self.reading.correction.is_bare and shown is not None and asks_for_time(shown))
        ):
            return False
        return self.corrected(only_days=True)

    @property
    def caught(self) -> Mapping[str, Value]:
        """The details in the text, made out once."""
        if self._caught is None:
            self._caught = passing.caught(self.reading, self.bench.now)
        return self._caught

    def understand(self) -> None:
        """The first of these that it fits; and if none, the open question's own answer."""
        if correcting.take_back_conduct(self.bench, self.reading) or self.took_out_the_last() or self.was_all_told():
            return
        if self.is_past_breathing():
            self.bench.runs.pop()
        self.felt_besides()
        ways = (
            self.welcomed_back,
            self.went_round,
            self.redrafted,
            self.told_of_several,
            self.opened_another,
            self.moved_ahead,
            self.chose_first,
            self.named_nobody,
            self.named_a_better_time,
            self.corrected_day,
            self.set_names_right,
            self.took_back_a_point,
            self.turned_to_another,
            self.closed_the_search,
            self.told_news,
            self.wished,
            self.replied_exactly,
            self.forgot_the_wording,
            self.left_open,
            self.strained_or_ordered,
            self.told_on,
            self.corrected,
            self.digressed,
            self.is_not_for_here,
            self.answered_back,
        )
        if not any(met() for met in ways):
            self.answered()

    def was_all_told(self) -> bool:
        """ "I told you already", "I'm back": that is taken off, and what else is said is heard, if there is anything."""
        shown = self.bench.shown
        if shown is not None and shown.kind in CLOSED and (after := self.reading.after_greeting):
            self.reading, self._caught, self._is_met = read(after), None, True
        told = self.reading.told_again
        if told is None and shown is not None and self.said_an_answer(shown):
            told = self.reading.said_before
        if told is None:
            return False
        if not told:
            self.bench.say(lines.TOLD_ALREADY)
            self.bench.proceed(short=True)
            return True
        self.reading, self._caught, self._is_reproach = read(told), None, True
        return False

    def said_an_answer(self, shown: Shown) -> bool:
        """Whether what follows "i said" answers the open question: "i said 4", and not "i said it was fine"."""
        reading = self.reading
        sets_right = reading.correction is not None or bool(reading.set_right.names)
        if shown.kind in _TAKE_A_STORY or sets_right or not reading.said_before:
            return False
        said = read(reading.said_before)
        if chosen(shown, said, self.bench.wording) is not None:
            return True
        try:
            return shown.kind in CLOSED and bool(read_reply(shown, said, self.bench.now))
        except NotAnAnswer:
            return False

    def took_out_the_last(self) -> bool:
        """ "That was a question for you. I want the job": what was said last is taken out, and the rest is heard."""
        bench, shown, rest = self.bench, self.bench.shown, to_coach.taken_out(self.reading.text)
        if rest is None or shown is None or shown.kind in _NOT_TAKEN_OUT or self.reading.order is not None:
            return False
        name = correcting.said_last(bench)
        if name is None and (
            chosen(shown, self.reading, bench.wording) or leading(shown, self.reading.text, bench.wording)
        ):
            return False  # "leave that out. next part" leaves the question out
        if name is not None:
            words = bench.facts().text(name) or ""
            correcting.drop(bench, bench.interview, name)
            if not rest and self.reading.asked_besides is None and (asked := read(words)).is_question:
                asides.answer_besides(bench, asked.aside)
        elif not rest and self.reading.asked_besides is None:
            bench.say(lines.MISHEARD)
        self._is_met = True
        if not rest:
            bench.proceed(short=True)
            return True
        self.reading, self._caught = read(rest), None
        is_brief = len(rest.split()) < _LEAST_BESIDES_BLAME
        if strained.wants_own_words(shown) and (take(bench, self.caught, but=shown.name) or is_brief):
            if self.reading.is_question:
                bench.say(lines.UNANSWERED)
            bench.proceed(short=True)  # what puts us right is no answer of theirs
            return True
        return False

    def was_for_the_coach(self) -> bool:
        """ "Who reads this? I don't want them to see it", where words for others are asked for."""
        if to_coach.for_others(self.reading.text):
            return False
        if self.reading.asked_besides is None and not self.reading.is_question:
            return False
        if self.reading.asked_besides is None:
            self.bench.say(lines.UNANSWERED)
        return True

    def welcomed_back(self) -> bool:
        """Somebody who was away greets the open question, and neither answers nor leaves it."""
        bench = self.bench
        if self.reading.remark is not Remark.BACK or bench.shown is None:
            return False
        if bench.shown.kind == Offer.kind:
            bench.say(lines.BACK_AGAIN)
        else:
            bench.recap()
        bench.proceed(short=True)
        return True

    def felt_besides(self) -> None:
        """ "4. is this private?", "Not Lena, Priya. 7.": the number is kept, whatever else is heard in the text."""
        bench, shown, reading = self.bench, self.bench.shown, self.reading
        is_more = (reading.correction, reading.aside, reading.asked_besides, reading.remark) != (None,) * 4
        if shown is None or shown.kind != Scale.kind or bench.run is None or not (is_more or reading.is_angry):
            return
        if (number := felt_besides(reading)) is not None:
            bench.state_fact(bench.run.interview, shown.name, number)

    def went_round(self) -> bool:
        """The same blame once too often."""
        return strained.goes_round(self.bench, self.reading)

    def redrafted(self) -> bool:
        """New words beside another wish for the draft, or their name."""
        return redrafting.redrafted(self.bench, self.reading)

    def told_of_several(self) -> bool:
        """Several interviews in one message: each is kept apart, and which one comes first is asked."""
        return whose.told_of_several(self.bench, self.reading) or whose.chose_first(self.bench, self.reading)

    def set_names_right(self) -> bool:
        """ "The company is Acme, not Beta. And shorter": the name is set right, and the rest is heard if it is anything."""
        if self.is_telling() or (rest := naming.set_right(self.bench, self.reading)) is None:
            return False
        self.reading, self._caught = rest, None
        return naming.hear_rest(self.bench, rest)

    def took_back_a_point(self) -> bool:
        """ "Actually I did mention the project"; where own words are asked for it may be an answer."""
        shown = self.bench.shown
        is_open = shown is not None and shown.kind not in OF_OPTIONS
        return not is_open and correcting.take_out(self.bench, self.reading)

    def turned_to_another(self) -> bool:
        """ "The bank one": from here on it is about that interview."""
        return self.reading.mentions.says_which and whose.turned_to(self.bench, self.reading)

    def closed_the_search(self) -> bool:
        """ "I got a job, done searching" is more than news of one interview."""
        wish = self.reading.wish
        return wish is not None and wish.action is Action.CLOSE and orders.wished(self.bench, self.reading)

    def told_news(self) -> bool:
        """An answer of theirs came, or it is certain now that none will."""
        return self.told_news_besides() or news.told(self.bench, self.reading)

    def told_news_besides(self) -> bool:
        """ "Sent already. She wrote back, come in on Monday": the first words answer the open question, and the rest is news."""
        bench, run, shown = self.bench, self.bench.run, self.bench.shown
        first, _, rest = self.reading.text.partition(".")
        if run is None or shown is None or not rest.strip() or shown.kind not in (Settling.kind, Offer.kind):
            return False
        option = chosen(shown, read(first), bench.wording)
        if option is None or option.means is not Command.SENT or not news.told(bench, read(rest)):
            return False
        for name, value in pick(shown, option, bench.now).items():
            bench.state_fact(run.interview, name, value)
        return True

    def wished(self) -> bool:
        """A wish that no option of the open question says as well."""
        return orders.comes_first(self.bench, self.reading) and orders.wished(self.bench, self.reading)

    def replied_exactly(self) -> bool:
        """An exact reply to the open question as it was shown."""
        bench, reading, shown = self.bench, self.reading, self.bench.shown
        if shown is None:
            return False
        if (option := news.answers(bench, reading)) is not None:
            self.answer(pick(shown, option, bench.now))
        elif self.wants_to_get_ready():
            pass
        elif (later := put_off(shown, reading, bench.now)) and not self.names_their_day(later):
            self.answer(later)
        elif (named := question_told(shown, reading)) is not None:
            self.answer(named)
        elif reading.aside in _ASKS_WHICH and reading.wish is None and self.digressed():
            pass  # who asks which is better has not chosen
        elif (told := self.named_a_moment()) is not None:
            self.answer(told)
        elif (tried := moments.tried_at_once(shown, reading)) is not None:
            self.try_at_once(*tried)
        elif correcting.put_in(bench, reading):
            pass
        elif (changed := revised(shown, reading)) is not None:
            answer(bench, changed)
        elif correcting.leave_reader(bench, reading) or correcting.readdress(bench, reading) or self.sent_besides():
            pass
        elif (option := chosen(shown, reading, bench.wording)) is None or option.id == EDIT:
            if (partly := revised_partly(shown, reading)) is not None:
                bench.say(lines.REST_IS_YOURS)
                answer(bench, partly)
            elif option is None:
                return False
            else:
                self.answer(pick(shown, option, bench.now))
        elif may_be_overruled(shown, option, reading) and self.names_a_day():
            return False
        elif not news.doubted(bench, reading, option):
            if reading.aside is Aside.RIGHTS:
                asides.answer_besides(bench, reading.aside)
            if reading.is_low and shown.kind in OF_OPTIONS and reading.order is None:
                bench.say(lines.STILL_HURTS)
            self.answer(pick(shown, option, bench.now))
        return True

    def wants_to_get_ready(self) -> bool:
        """ "I want to get ready for Friday" puts nothing off: the day is the interview's, and it is wanted now."""
        bench, shown, text = self.bench, self.bench.shown, self.reading.text
        if shown is None or shown.kind != Offer.kind or not wishes.asks_to_prepare(text) or not _FOR_IT.search(text):
            return False
        yes = next((option for option in shown.options if option.means is Command.YES), None)
        if yes is not None and bench.run is not None and bench.run.flow == "prepare":
            self.answer(pick(shown, yes, bench.now))
            return True
        return commands.take_step(bench, Kind.PREPARE)

    def names_a_day(self) -> bool:
        """Whether the text answers the open question for a day by itself."""
        shown = self.bench.shown
        try:
            return shown is not None and bool(read_reply(shown, self.reading, self.bench.now))
        except NotAnAnswer:
            return False

    def names_their_day(self, later: Replied) -> bool:
        """Whether the day to which an offer to get ready would be put off is that of the interview itself."""
        run, day = self.bench.run, self.bench.facts().text("next-interview-on")
        is_of_it = run is not None and (run.flow == "prepare" or _FOR_IT.search(self.reading.text) is not None)
        return is_of_it and day is not None and any(str(value).startswith(f"later {day}") for value in later.values())

    def named_a_moment(self) -> Replied | None:
        """The facts of a moment named where they were asked for it, None where none is."""
        bench, shown = self.bench, self.bench.shown
        if shown is None or bench.run is None or "struggle-1" in self.caught:
            return None
        option = chosen(shown, self.reading, bench.wording)
        return moments.told(shown, self.reading, bench.facts(bench.run.interview), option.id if option else None)

    def try_at_once(self, place: str, said: str) -> None:
        """They say which question and answer it in the same message."""
        bench, shown, run = self.bench, self.bench.shown, self.bench.run
        assert shown is not None  # noqa: S101 (it was asked which)
        assert run is not None  # noqa: S101 (likewise)
        bench.state_fact(run.interview, shown.name, place)
        found = bench.replayed()
        asked = found.trace[-1] if found is not None and found.trace else shown.name
        replied: Replied = {shown.name: place}
        self.answer(replied | {asked: said} if moments.is_trying(asked) else replied)

    def forgot_the_wording(self) -> bool:
        """ "No", where it was asked whether they remember how a question was put: it goes on without."""
        shown = self.bench.shown
        if shown is None or not shown.name.startswith("question-") or not moments_said.is_forgotten(self.reading.text):
            return False
        getting_around.skip(self.bench, None)
        return True

    def sent_besides(self) -> bool:
        """ "Sent. So what do I do if they call": the draft is settled, and the rest is answered as far as it can be."""
        bench, shown = self.bench, self.bench.shown
        first, _, rest = self.reading.text.partition(".")
        if shown is None or shown.kind != Settling.kind or not rest.strip():
            return False
        option = chosen(shown, read(first), bench.wording)
        if option is None or option.means is not Command.SENT:
            return False
        asked = read(rest).aside
        if asked is None and not read(rest).is_question:
            return False
        if asked is None:
            bench.say(lines.UNANSWERED)
        else:
            asides.answer_besides(bench, asked)
        self.answer(pick(shown, option, bench.now))
        return True

    def left_open(self) -> bool:
        """Shame is no answer, and neither is a blank: nothing is kept of it, and it goes on."""
        bench = self.bench
        if not strained.is_no_answer(bench.shown, self.reading):
            return False
        option = strained.no_answer(bench, self.reading)
        if option is None or bench.shown is None:
            getting_around.skip(bench, None)
        else:
            answer(bench, pick(bench.shown, option, bench.now))
        return True

    def strained_or_ordered(self) -> bool:
        """Tears or weariness in place of an answer; a wish or a command."""
        bench, reading = self.bench, self.reading
        return strained.meet(bench, reading) or orders.wished(bench, reading) or orders.obeyed(bench, reading)

    def told_on(self) -> bool:
        """They just talk, and everything is kept as they write it."""
        shown = self.bench.shown
        if shown is None or not self.is_telling() or not self.reading.has_words:
            return False
        self.answer({shown.name: self.reading.text})
        return True

    def is_not_for_here(self) -> bool:
        """Work, and no interview, as the first word: what the coach is for, whom to ask, and the door stays open."""
        bench, shown = self.bench, self.bench.shown
        if shown is None or shown.kind != Opening.kind or self.reading.occasion is not Occasion.WORK:
            return False
        bench.say(lines.NOT_FOR_HERE)
        commands.point_to_help(bench)
        if self.reading.is_serious:
            country = country_of_person(bench.facts(), bench.community)
            if country and (bodies := advice_bodies(country)):
                bench.say(lines.ADVICE_BODY, country=country, bodies=bodies)
        bench.proceed(short=True)
        return True

    def is_telling(self) -> bool:
        """Whether they just talk, and everything is kept as they write it."""
        return self.bench.run is not None and self.bench.run.flow == "telling"

    def is_past_breathing(self) -> bool:
        """Whether they write to the question beneath, instead of choosing how to go on."""
        run, shown = self.bench.run, self.bench.shown
        is_breather = run is not None and run.flow == "breather" and shown is not None and len(self.bench.runs) > 1
        return is_breather and shown is not None and chosen(shown, self.reading, self.bench.wording) is None

    def is_past_reading(self) -> bool:
        """Whether the list of their interviews is open and they write of something else: a list asks nothing of them.

        Nor has anybody to say that a partner suits them.
        """
        run, shown = self.bench.run, self.bench.shown
        if run is None or shown is None or not self.reading.has_words:
            return False
        if run.flow not in reading_back.PUT_AWAY and shown.words not in _MAY_STAY_OPEN:
            return False
        if any(detail.name in _TELLS for detail in self.reading.details) or self.reading.mentions.an_interview:
            return self.reading.wish is None
        is_met = self.reading.command is not None or self.reading.wish is not None or self.reading.aside is not None
        return not is_met and chosen(shown, self.reading, self.bench.wording) is None

    def answered(self) -> None:
        """Details in passing, and what is left for the open question."""
        bench, shown = self.bench, self.bench.shown
        caught = self.caught
        if shown is None:
            take(bench, caught)
            bench.proceed()
            return
        if is_cry(self.reading) and shown.name not in _MAY_BE_A_CRY:
            take(bench, caught, but=shown.name)
            bench.proceed(short=True)
            return
        command = self.reading.command
        is_yes = command is not None and command.whole and command.command is Command.YES
        if shown.name.startswith("question-") and (is_yes or says_only_that(self.reading)):
            take(bench, caught, but=shown.name)  # how they put it is still to be told
            bench.proceed(short=True)
            return
        if shown.name.startswith(_FOR_THEM) and self.was_for_the_coach():
            bench.proceed(short=True)
            return
        try:
            replied = read_reply(shown, self.reading, bench.now)
        except NotAnAnswer:
            if answer_late(bench, self.reading):
                return
            if (option := implied(shown, self.reading, caught)) is not None:
                self.answer(pick(shown, option, bench.now))
                return
            if (named := question_instead(shown, self.reading)) is not None:
                self.answer(named)
                return
            if take(bench, caught, but=shown.name):
                bench.proceed()
            elif self._is_met or self.reading.asked_besides is not None:
                bench.proceed(short=True)  # what they asked is answered, and that was what they wrote for
            elif correcting.restate(bench, caught) or whose.turned_to(self.bench, self.reading):
                pass
            elif self.reading.is_question:
                getting_around.leave_unanswered(bench)
            elif self._is_reproach:
                bench.say(lines.TOLD_ALREADY)
                bench.proceed(short=True)
            elif self.reading.is_low:
                bench.say(lines.STILL_HURTS)
                bench.proceed(short=True)
            elif not getting_around.leave_undecided(bench, self.reading.order):
                repair.miss(bench, self.reading)
            return
        if shown.kind == Words.kind and passing.is_all(self.reading, caught) and take(bench, caught, but=shown.name):
            bench.proceed()
            return
        self.answer(replied)

    def corrected(self, *, only_days: bool = False) -> bool:
        """Something told before is corrected, or taken back; where a time is asked for, a day alone is the answer."""
        shown = self.bench.shown
        is_bare = self.reading.correction is not None and self.reading.correction.is_bare
        if is_bare and shown is not None and (shown.kind in ("past-day", "coming-day") or asks_for_time(shown)):
            return False
        return correcting.take_out(self.bench, self.reading) or correcting.correct(
            self.bench, self.reading, only_days=only_days
        )

    def digressed(self) -> bool:
        """A small question to the coach, answered before the open one is asked again."""
        bench = self.bench
        if whose.asks_which(bench, self.reading) and len(whose.alive(bench)) > 1:
            place = whose.place_of(bench, bench.interview)
            if place is not None:
                bench.say(lines.ABOUT_WHICH, place=place)
                bench.proceed(short=True)
                return True
        if self.reading.aside is None or asides.is_answer(self.reading.aside, bench.shown):
            return False
        if self.reading.aside is Aside.PRIVACY and _BY_THEM.search(self.reading.text):
            bench.say(lines.NOT_TO_THEM)
        if self.reading.aside is Aside.RIGHTS:
            take(bench, self.caught)
        asides.answer(bench, self.reading.aside)
        return True

    def answered_back(self) -> bool:
        """A remark to the coach is met as one, and never kept as an answer; what it tells in passing is."""
        shown = self.bench.shown
        asks = self.reading.remark is Remark.QUESTION and (shown is None or shown.kind not in _MAY_BE_QUESTIONS)
        if shown is not None and shown.kind == OwnLetter.kind and _LETTER_BEGINS.match(self.reading.text):
            asks = False  # "would you give me ten minutes?" is asked of them
        asks = asks or strained.asks_instead(shown, self.reading)
        rest = self.reading.without_questions if asks and strained.wants_own_words(shown) else ""
        if len(rest.split()) >= _LEAST_OF_AN_ANSWER and not strained.ASKS_FOR_IT.match(rest):
            asides.answer_besides(self.bench, read(self.reading.text.removeprefix(rest)).aside)
            self.reading, self._caught = read(rest), None
            return False
        if self.reading.remark is Remark.CHECK and shown is not None and shown.kind not in passing.OWN_WORDS:
            take(self.bench, self.caught, but=shown.name)
            return commands.tell_known(self.bench)
        if not (asks or self.reading.remark is Remark.COMPLAINT):
            return False
        told = take(self.bench, self.caught, but=shown.name if shown else "")
        if not told and asks:
            getting_around.say_unanswered(self.bench)
        elif not told:
            self.bench.say(lines.MISHEARD)
        self.bench.proceed(short=not told)
        return True

    def answer(self, replied: Replied) -> None:
        """Keep it as the answer, with what else the text holds."""
        answer(self.bench, replied, self.reading, self.caught)

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
