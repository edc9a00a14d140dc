"""What is heard where nothing is asked: how somebody feels, that they want to write, a question, a reproach.

The rule a newcomer could break: nobody who writes of their own accord is told only that all is kept; what was meant to be
understood is answered, or owned as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import lines
from core.drafts.readers import readers
from core.drafts.thank_you import is_wanted
from core.facts import PERSON, Value
from core.plan import Kind
from core.questions import Opening
from core.state import Pause
from core.turn import asides, commands
from core.turn.answering import answer
from core.turn.options import meaning, pick
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding import asides as understood
from core.understanding.address import Remark
from core.understanding.commands import Command
from core.understanding.strain import Strain
from core.understanding.text import brief

_NO_NEWS = {"stressed", "angry"}
"""Details that tell how somebody feels, and nothing of an interview."""
_SAYS_LITTLE = 2
"""In words: so few may be an "ok then" or a number, and say nothing."""
_WRITES = re.compile(
    r"(?:(?:hi|ok|okay|so|and|now|please|then|well)[, ]+)*(?:(?:can|could|will|would|shall|should) (?:you|we|i) |i(?:'d| would)? (?:want|like|need|wanna|just want) to |let me |let's )?(?:please )?(?:help (?:me )?(?:to )?|i need help (?:with |to )?)?(?:please )?(?:write|send|draft|do)"
    r"(?: (?:to )?(?:them|him|her|(?:mrs?|ms|miss|dr)\.? [\w'-]+)| (?:an?|the|my|another) (?:(?:thank[- ]?you|short|nice|kind) )*(?:note|letter|e?-?mail|text|message|line)(?: to \S+(?: \S+)?)?| something)+(?: now| please| again| then)*[.!? ]*"
)
"""A wish to write to them that names no step."""
_RELIEVED = re.compile(
    r"(?:(?:hi|hey|ok|okay|so|and|well|actually|honestly|tbh|just|but|update|good news)[:, ]+)*(?:i(?:'m| am|'ve been)?|feeling|it) (?:do |did )?(?:feel(?:ing|s)? |doing )?"
    r"(?:(?:a (?:bit|lot|little)|so much|much|way|really|quite|pretty|already|actually|kind of|somewhat|totally|more) )*"
    r"(?:better|calmer|relieved|at peace(?: with it)?|happier|lighter|good|great|fine|ok|okay|alright|all right)"
    r"(?: (?:now|today|about (?:it|that|this)|already|again|really|tbh|thanks|thank you|actually|than (?:yesterday|before|on \w+)))*[.! ]*"
)
"""That it is better now, and nothing else."""


def met_a_feeling(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """A word for somebody who says how it is with them, and was asked nothing."""
    is_hurt = reading.is_stressed and reading.strain is not None and not caught.keys() - _NO_NEWS
    if reading.danger is not None:
        return True  # that it weighs a lot has been said
    is_brooding = reading.strain is Strain.LOOP and may_mean_something(reading)
    if reading.is_low:
        bench.say(lines.STILL_HURTS if is_hurt else lines.LOW)
    elif is_hurt or is_brooding:
        bench.say(lines.STILL_HURTS)
    elif _RELIEVED.fullmatch(brief(reading.text)):
        bench.say(lines.RELIEVED)
    else:
        return False
    return True


def asked_to_write(bench: Workbench, reading: Reading) -> bool:
    """They want to write to them: the note as long as it has not gone, and after that a text that asks."""
    if not (reading.means_to_write or _WRITES.fullmatch(brief(reading.text))):
        return False
    facts, paused = bench.facts(bench.told_interview), bench.paused
    is_sent = all(facts.value(f"note-{reader.number}-sent") for reader in readers(facts))
    is_late = facts.value("outcome") is not None or facts.value("note-declined")
    bench.paused = Pause.NOT
    if commands.take_step(bench, Kind.CHECK_IN if is_sent or is_late or not is_wanted(facts) else Kind.NOTE):
        return True
    bench.paused = paused
    return False


def asked_for_the_note_first(bench: Workbench, reading: Reading) -> bool:
    """ "Can you help me write a thank-you note", as the first word: yes, and it begins with how the interview went."""
    shown = bench.shown
    if shown is None or shown.kind != Opening.kind or reading.details or not _WRITES.fullmatch(brief(reading.text)):
        return False
    yes = meaning(shown.options, Command.YES)
    if yes is None:
        return False
    answer(bench, pick(shown, yes, bench.now))
    return True


def could_not_answer(bench: Workbench, reading: Reading) -> bool:
    """A question of theirs that has no answer here; what can be done is told instead."""
    if not (reading.is_question or reading.remark is Remark.QUESTION):
        return False
    if (aside := understood.among(reading.text)) is not None:
        asides.answer(bench, aside)
    else:
        bench.say(lines.NOT_ANSWERED)
    return True


def may_mean_something(reading: Reading) -> bool:
    """Whether it is more than a yes, a number or a word or two, so that it was written to be understood."""
    return reading.order is None and len(reading.text.split()) > _SAYS_LITTLE


def minded_what_was_heard(bench: Workbench, reading: Reading) -> bool:
    """ "Did you get that?", "I told you about Acme", where nothing is asked: what is known is shown, or the fault owned."""
    if reading.remark is Remark.CHECK or reading.told_again:
        return commands.tell_known(bench)
    if reading.remark is Remark.COMPLAINT:
        bench.say(lines.NOT_HEARD)
        return True
    return False


def took_up_a_feeling(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Somebody who writes after "stop" that it hurts is heard, and may go on where they stopped."""
    interview = bench.told_interview
    if not reading.is_stressed or reading.danger is not None:
        return met_a_feeling(bench, reading, caught)
    if interview == PERSON or reading.is_question:
        return False
    bench.say(lines.STILL_HURTS)
    if any(run.interview == interview and run.flow == "capture" for run in bench.runs):
        bench.reopen("unfinished", interview, key=f"unfinished.{bench.number}")
        bench.change_run(over_stopped=False)
        bench.proceed()
    return True
