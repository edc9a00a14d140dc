"""What a text means: the first reading that fits, in a fixed order, and what is done then.

The order: that it is to end (`ending`); what was told already; the same blame once too often; new words for a draft beside another wish
(`redrafting`); what is for next time (`for_next_time`); tears; another interview (`no_beside`, `another`); a choice
that goes on in words (`first_words`), nobody where somebody is asked for, a better time for what is proposed; a
corrected day, a name set right or a point taken back; news of their answer; a question beside an answer
(`beside_a_question`); an exact reply to the open question (`exact_reply`); shame or tears in place of one; a wish or a
command; a correction; what is said to the coach itself (`remarks`); details in passing and the open question's own answer (`as_answer`);
and when nothing fits, the repair ladder. How each is read stands in a module of its own, here only which comes first;
danger was met before (`core.turn.step`). The rule a newcomer could break: the open question decides between readings
("no" answers "was there anything else?" before it is a command), and it is read as it was shown, not as today's flow
asks it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from core import lines
from core.facts import PERSON, Value
from core.questions import CLOSED, OF_OPTIONS
from core.state import Pause
from core.turn import (
    another,
    as_answer,
    asides,
    at_a_draft,
    at_an_offer,
    beside_a_question,
    careful,
    complaints,
    correcting,
    ending,
    exact_reply,
    first_words,
    for_next_time,
    getting_around,
    giving_way,
    left_to_us,
    naming,
    never_asked,
    new_job,
    news,
    no_beside,
    not_held,
    orders,
    passing,
    redrafting,
    remarks,
    strained,
    suiting,
    tears,
    unasked,
    unsure,
    whats_next,
    while_waiting,
    whole_letters,
    whose,
)
from core.turn.answering import answer, bar_contact, take
from core.turn.options import Replied, asks_for_time, pick
from core.turn.workbench import Workbench
from core.understanding import Reading, endings, read
from core.understanding.address import Remark
from core.understanding.asides import Aside
from core.understanding.wishes import Action

_IN_NO_LETTER = re.compile(
    r"\b(?:kill|hang|hurt|harm|cut|drown|shoot|end) my ?self\b|\bsuicid|\bend my (?:own )?life\b|\b(?:want|wanted|wanna|going|gonna) (?:to )?die\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+")


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
        self._is_no = False
        """Whether it stands beside a no to something heavier; what is open beneath that was not shown yet."""

    def hear(self) -> None:
        """Whatever it is, up to what must come first; then `understand`."""
        bench = self.bench
        if careful.owned_the_mistake(bench, self.reading):
            return
        if self.reading.danger is not None:
            bench.say(lines.HEAVY)
        if (rest := unsure.replied(bench, self.reading)) is not None:
            if not rest.text:
                return
            self.hear_only(rest)
            self._is_met = self._is_no = True
        if whole_letters.wrote(bench, self.reading):
            return
        asked = self.reading.asked_besides
        is_greeted = bench.shown is None and self.reading.remark is Remark.BACK  # and what is asked is what it is about
        if asked is not None and (is_greeted or asides.is_answer(asked, bench.shown)):
            self.reading = read(self.reading.whole, takes_apart=False)
        elif asked is not None:
            if asked is Aside.PRIVACY and (self.reading.is_serious or bench.facts().value("conduct")):
                bench.say_before_question(lines.NOT_TO_THEM)
            asides.answer_besides(bench, asked)
        if giving_way.is_invited_again(bench, self.reading):
            bench.leave_empty_invitations()
        if giving_way.is_past_reading(bench, self.reading) or giving_way.is_past_the_last(bench, self.reading):
            bench.runs.pop()
        if ending.met(bench, self.reading) or ending.forgave(bench, self.reading):
            return
        if self.was_all_of_it(ending.dropped_the_asking(bench, self.reading)):
            return
        if not bench.runs and not (bench.held and orders.is_resuming(self.reading)) and self.is_about_the_last():
            return
        if not bench.runs:
            getting_around.open_unasked(bench)
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

    def was_all_of_it(self, rest: Reading | None, *, goes_on: bool = True) -> bool:
        """What was met beside other things; `rest` is heard if there is any, and else the open question comes again."""
        if rest is None:
            return False
        self.hear_only(rest)
        self._is_met = True
        if goes_on and not rest.has_words:
            self.bench.proceed(short=True)
        return not rest.has_words

    def take_up_what_was_misread(self) -> None:
        """Back where they were: what was wrongly taken for danger need not be written again."""
        bench, said = self.bench, [*self.bench.parts]
        bench.proceed()
        if (text := careful.misread(bench)) is None or bench.shown is None:
            return
        heard = read(text)
        if _IN_NO_LETTER.search(text) and bench.shown.name.startswith(as_answer.FOR_THEM):
            return  # whatever they meant by it, others read it only where they say it anew
        bench.parts = said  # the question was asked before, and here is the answer
        bench.change_run(replayed=0)
        self.hear_only(replace(heard, danger=None))
        if not whole_letters.wrote(bench, self.reading):
            self.understand()

    def is_about_the_last(self) -> bool:
        """With nothing under way: a command, a question, a correction, news or a word about the finished interview."""
        bench = self.bench
        if orders.wished(bench, self.reading) or orders.obeyed(bench, self.reading):
            return True
        if remarks.digressed(bench, self.reading, self.caught):
            return True
        if bench.interview == PERSON:
            return False
        if correcting.take_back_conduct(bench, self.reading) or never_asked.taken_out(bench, self.reading):
            return True
        if not_held.met(bench, self.reading) or self.opened_another() or whose.moved_ahead(bench, self.reading):
            return True
        if self.corrected_day() or self.set_names_right() or while_waiting.met(bench, self.reading):
            return True
        if self.told_news() or self.corrected() or correcting.restate(bench, self.caught):
            return True
        if passing.is_another_interview(self.reading, self.caught, bench.facts()):
            return False
        if not (
            bar_contact(bench, self.caught)
            or at_an_offer.met(bench, self.reading)
            or unasked.asked_to_write(bench, self.reading)
            or unasked.minded_what_was_heard(bench, self.reading)
            or new_job.met(bench, self.reading)
            or tears.met(bench, self.reading)
            or self.wished_at_an_end()
            or unasked.met_a_feeling(bench, self.reading, self.caught)
            or unasked.could_not_answer(bench, self.reading)
        ):
            says_yes = any(detail.value == "offer" for detail in self.reading.details)
            if self.reading.asked_besides is not None and not says_yes:
                pass  # what they asked is answered, and nothing is open
            elif unasked.may_mean_something(self.reading) and not (says_yes or self._is_met):
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
            or not_held.met(bench, self.reading)
            or while_waiting.met(bench, self.reading)
            or self.opened_another()
            or orders.wished(bench, self.reading)
            or orders.obeyed(bench, self.reading)
            or self.set_names_right()
            or self.told_news()
            or at_an_offer.met(bench, self.reading)
            or self.corrected()
            or remarks.digressed(bench, self.reading, self.caught)
            or bar_contact(bench, self.caught)
            or self.wished_at_an_end()
            or unasked.asked_to_write(bench, self.reading)
            or unasked.minded_what_was_heard(bench, self.reading)
            or unasked.took_up_a_feeling(bench, self.reading, self.caught)
            or unasked.could_not_answer(bench, self.reading)
        )
        if not is_served or (bench.paused is Pause.STOPPED and not bench.parts):  # "back" shows no question here
            bench.say(lines.OFFERS_STOPPED if unasked.may_mean_something(self.reading) else lines.STILL_STOPPED)

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
            self._caught = passing.caught(self.reading, self.bench.now, self.bench.facts().text("interview-on"))
        return self._caught

    def understand(self) -> None:
        """The first of these that it fits; and if none, the open question's own answer."""
        bench = self.bench
        if self.was_said_of_what_was_told():
            return
        if (
            bench.shown is not None
            and (first := whole_letters.left(bench.shown, self.reading, bench.wording)) is not None
        ):
            self.hear_only(first)
        if giving_way.is_past_breathing(bench, self.reading):
            bench.runs.pop()
        exact_reply.keep_number_besides(bench, self.reading)
        is_met = (
            remarks.welcomed_back(bench, self.reading)
            or remarks.asked_how_to_sleep(bench, self.reading)
            or strained.goes_round(bench, self.reading)
            or redrafting.redrafted(bench, self.reading)
            or at_a_draft.met(bench, self.reading)
            or self.resolved()
            or tears.met(bench, self.reading)
            or new_job.told_at_first(bench, self.reading)
            or unasked.asked_for_the_note_first(bench, self.reading)
            or not_held.met(bench, self.reading)
            or self.told_of_several()
            or self.opened_another()
            or whose.moved_ahead(bench, self.reading)
            or remarks.asked_which(bench, self.reading)
            or first_words.chose(bench, self.reading)
            or exact_reply.named_nobody(bench, self.reading, self.caught)
            or left_to_us.chosen(bench, self.reading, self.caught)
            or self.named_a_better_time()
            or self.corrected_day()
            or self.set_names_right()
            or self.took_back_a_point()
            or self.turned_to_another()
            or while_waiting.met(bench, self.reading)
            or self.closed_the_search()
            or self.told_news()
            or at_an_offer.met(bench, self.reading)
            or self.wished()
            or self.asked_besides()
            or exact_reply.replied(bench, self.reading, self.caught)
            or exact_reply.forgot_the_wording(bench, self.reading)
            or self.left_open()
            or strained.meet(bench, self.reading)
            or orders.wished(bench, self.reading)
            or orders.obeyed(bench, self.reading)
            or self.told_on()
            or self.corrected()
            or remarks.digressed(bench, self.reading, self.caught)
            or remarks.is_not_for_here(bench, self.reading)
            or remarks.asked_first(bench, self.reading, self.caught)
            or self.answered_back()
        )
        if not is_met:
            self.answered()

    def was_said_of_what_was_told(self) -> bool:
        """What takes back, asks after or complains of what was told already, or passes on a sign of theirs."""
        bench = self.bench
        if correcting.take_back_conduct(bench, self.reading) or self.took_out_the_last():
            return True
        if whats_next.told(bench, self.reading) or never_asked.taken_out(bench, self.reading):
            return True
        self._is_reproach = self.reading.told_again is not None
        if self.was_all_of_it(complaints.met(bench, self.reading), goes_on=False) or self.was_all_told():
            return True
        return self.was_all_of_it(while_waiting.heard_a_sign(bench, self.reading))

    def was_all_told(self) -> bool:
        """ "I told you already", "I'm back": that is taken off, and what else is said is heard, if there is anything."""
        shown = self.bench.shown
        if shown is not None and shown.kind in CLOSED and (after := self.reading.after_greeting):
            self.hear_only(read(after))
            self._is_met = True
        told = remarks.told_already(self.bench, self.reading)
        if told is None or any(detail.name == "outcome" for detail in self.reading.details):
            return False  # "i told you i got it" is their answer, whatever we missed
        if not told:
            self.bench.say(lines.TOLD_ALREADY)
            self.bench.proceed(short=True)
            return True
        self.hear_only(read(told))
        self._is_reproach = True
        return False

    def took_out_the_last(self) -> bool:
        """ "That was a question for you. I want the job": what was said last is taken out, and the rest is heard."""
        rest = remarks.take_out_the_last(self.bench, self.reading)
        if rest is None:
            return False
        self.hear_only(read(rest))
        self._is_met = True
        return remarks.only_put_right(self.bench, self.reading, self.caught)

    def resolved(self) -> bool:
        """ "Next time i'd ask for a minute. They are grouped by key": what is learnt is kept as that, the rest is heard."""
        if (rest := for_next_time.kept(self.bench, self.reading)) is None:
            return False
        self.hear_only(rest)
        return not rest.text

    def told_of_several(self) -> bool:
        """Several interviews in one message: each is kept apart, and which one comes first is asked."""
        self.keep_the_no_beside()
        return whose.told_of_several(self.bench, self.reading) or whose.chose_first(self.bench, self.reading)

    def opened_another(self) -> bool:
        """A text that tells of another interview opens a conversation about it."""
        self.keep_the_no_beside()
        return another.opened(self.bench, self.reading, self.caught)

    def keep_the_no_beside(self) -> None:
        """ "Acme said no, and I had another one today": the no is kept for its own, and the rest is heard."""
        if (rest := no_beside.kept(self.bench, self.reading)) is not None:
            self.hear_only(rest)

    def told_news(self) -> bool:
        """An answer of theirs came, or it is certain now that none will."""
        if not (first_words.sent_and_heard(self.bench, self.reading) or news.told(self.bench, self.reading)):
            return False
        new_job.told_with_news(self.bench, self.reading)
        at_an_offer.told_with_news(self.bench, self.reading)
        return True

    def asked_besides(self) -> bool:
        """ "E-mail. is it weird that i write at all?": the question is met, and the answer alone goes on being heard."""
        if (alone := beside_a_question.met(self.bench, self.reading)) is not None:
            self.hear_only(alone)
        return False

    def set_names_right(self) -> bool:
        """ "The company is Acme, not Beta. And shorter": the name is set right, and the rest is heard if it is anything."""
        if self.is_telling() or (rest := naming.set_right(self.bench, self.reading)) is None:
            return False
        self.hear_only(rest)
        return naming.hear_rest(self.bench, rest)

    def took_back_a_point(self) -> bool:
        """ "Actually I did mention the project"; where own words are asked for it may be an answer."""
        shown = self.bench.shown
        is_open = shown is not None and shown.kind not in OF_OPTIONS
        return not is_open and correcting.take_out(self.bench, self.reading)

    def turned_to_another(self) -> bool:
        """ "The bank one": from here on it is about that interview."""
        return self.reading.mentions.says_which and whose.turned_to(self.bench, self.reading)

    def wished_at_an_end(self) -> bool:
        """ "There is a post at King's. how do i get ready", "can i ask for a second chance? like the task again"."""
        sentences = _SENTENCES.split(self.reading.text.strip())
        ends = map(read, (sentences[-1], sentences[0]) if len(sentences) > 1 else ())
        return any(one.wish is not None and orders.wished(self.bench, one) for one in ends)

    def closed_the_search(self) -> bool:
        """ "I got a job, done searching" is more than news of one interview."""
        wish = self.reading.wish
        return wish is not None and wish.action is Action.CLOSE and orders.wished(self.bench, self.reading)

    def wished(self) -> bool:
        """A wish that no option of the open question says as well; after a no one may stand beside what hurts."""
        shown = self.bench.shown
        if shown is not None and shown.name == as_answer.WHO_WAS_TOLD and self.wished_at_an_end():
            return True
        return orders.comes_first(self.bench, self.reading) and orders.wished(self.bench, self.reading)

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

    def told_on(self) -> bool:
        """They just talk, and everything is kept as they write it."""
        shown = self.bench.shown
        if shown is None or not self.is_telling() or not self.reading.has_words:
            return False
        self.answer({shown.name: self.reading.text})
        if endings.is_all_told(self.reading.text):
            ending.choose_the_end(self.bench)
        return True

    def is_telling(self) -> bool:
        """Whether they just talk, and everything is kept as they write it."""
        return self.bench.run is not None and self.bench.run.flow == "telling"

    def answered(self) -> None:
        """Details in passing, and what is left for the open question."""
        bench, shown = self.bench, self.bench.shown
        if shown is None:
            take(bench, self.caught)
            bench.proceed()
            return
        told = as_answer.Told(
            self.reading, self.caught, is_met=self._is_met, is_reproach=self._is_reproach, is_no=self._is_no
        )
        as_answer.hear(bench, shown, told)

    def corrected(self, *, only_days: bool = False) -> bool:
        """Something told before is corrected, or taken back; where a time is asked for, a day alone is the answer."""
        shown = self.bench.shown
        is_bare = self.reading.correction is not None and self.reading.correction.is_bare
        if is_bare and shown is not None and (shown.kind in ("past-day", "coming-day") or asks_for_time(shown)):
            return False
        return correcting.take_out(self.bench, self.reading) or correcting.correct(
            self.bench, self.reading, only_days=only_days
        )

    def answered_back(self) -> bool:
        """A remark to the coach, or a question to it; an answer that stands beside that is heard as one."""
        if (rest := remarks.answer_beside(self.bench, self.reading)) is not None:
            self.hear_only(rest)
            return False
        return remarks.answered_back(self.bench, self.reading, self.caught)

    def hear_only(self, reading: Reading) -> None:
        """From here on the text is no more than that."""
        self.reading, self._caught = reading, None

    def answer(self, replied: Replied) -> None:
        """Keep it as the answer, with what else the text holds."""
        answer(self.bench, replied, self.reading, self.caught)
