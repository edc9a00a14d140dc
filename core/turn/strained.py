"""What is done when it is too much just now: no answer is kept, and the person chooses how it goes on.

Which text shows it is for `core.understanding.strain` to say. The rule a newcomer could break: nothing of this is
stored, and where somebody may be in danger none of it applies.
"""

from __future__ import annotations

import re

from core import lines
from core.facts import PERSON
from core.flows import breather
from core.questions import CLOSED, Offer, Opening, Option, Quotation, Words
from core.safety.danger import Kind
from core.state import Pause, Shown
from core.turn import careful, commands, getting_around, putting_off, rescheduling
from core.turn.options import meaning
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.commands import Command
from core.understanding.expressions import expression
from core.understanding.strain import Strain
from core.understanding.text import fold

_ASKS_FOR_ANSWER = {
    "unsaid", "question", "other-questions", "point", "better", "change", "learnt", "if-cue", "then-response",
    "attempt", "anew", "good-side", "went-well", "share-name", "mock-with",
}  # fmt: skip
"""Questions that want something thought of; elsewhere "I froze" and "I felt stupid" tell what happened."""
_MAY_ANSWER_WITH_A_QUESTION = {"question", "other-questions", "then-response", "attempt", "anew", "better"}
_TELLS_OF_THE_PLACE = ("four-items", "known-", "about-us")
"""How the questions begin that ask what they know of a place."""
_FOR_THEM = {"unsaid", "point"}
ASKS_FOR_IT = re.compile(r"(?:you|u|be|please|pls|just|tell me|say)\b", re.IGNORECASE)
"""What stands beside a question and only asks for its answer: "you can say honest"."""
_OF_THEM = re.compile(r"\b(?:you|your|yours|u|ur)\b(?! (?:mean|think|want me)\b)", re.IGNORECASE)
_WORRIES = re.compile(r"\b(?:i|me|my|they|them|their|he|she|him|her|too late|worth)\b", re.IGNORECASE)
"""What somebody asks the coach about; a question that they would put in there is about the work."""
_ASKING = re.compile(r"\bask(?:s|ed|ing)?\b", re.IGNORECASE)
_TELLS = {"opening", "story"}
_SAYS_NOTHING = expression(
    r"(?!(?:(?:ok|okay|alright|well|so|and|then|now|lol|thanks|tbh)\W*)+$)(?:(?:no|nope|nah|well|ok|okay|and|so|just|really|only|think|guess|the|that|this|that's|it|it's|was|is|same|all|what|fine|good|i'm|lol|tbh|thanks|again|"
    r"alright|enough|i|everything|done|there|then|about|here|for|now|me|from)\b[ .,!]*)+"
)
"""Words of which none could stand in a note."""
_WHAT_HAPPENED = {"what-else", "went-badly", "told-of-no", "chance-reason", "chance-piece"}
_COUNT = "going-round"
_NAMED_AT = 3
"""So many times the same blame comes back before it is named; and again after as many more."""


def no_answer(bench: Workbench, reading: Reading) -> Option | None:
    """Say that no answer is needed; the option that says so, None where there is none and the question is left out."""
    shown = bench.shown
    bench.say(lines.BLANK if reading.strain in (Strain.BLANK, None) else lines.ASHAMED)
    options = () if shown is None else shown.options
    return meaning(options, Command.MAYBE) or meaning(options, Command.NO)


def is_no_answer(shown: Shown | None, reading: Reading) -> bool:
    """Whether shame, or nothing at all, stands where an answer was asked for."""
    if _is_for_them(shown) and _SAYS_NOTHING.fullmatch(fold(reading.text)):
        return True
    if reading.strain not in (Strain.SHAME, Strain.LOOP, Strain.BLANK) or shown is None:
        return False
    return shown.kind in (Words.kind, Quotation.kind) and stem(shown.name) in _ASKS_FOR_ANSWER


def asks_instead(shown: Shown | None, reading: Reading) -> bool:
    """Whether a question stands where an answer is asked for that none can be: it is one to the coach."""
    if shown is not None and shown.kind == Words.kind and shown.name.startswith(_TELLS_OF_THE_PLACE):
        return reading.without_questions.split() != reading.text.split()
    if _is_for_them(shown) and reading.is_question:
        rest = reading.without_questions
        if not rest or ASKS_FOR_IT.match(rest) is not None:
            return True
    return _asks_for_answer(shown, reading) and (reading.is_bare_question or _asks_at_the_end(reading))


def _is_for_them(shown: Shown | None) -> bool:
    """Whether words are asked for that the note may carry."""
    return shown is not None and shown.kind == Words.kind and stem(shown.name) in _FOR_THEM


def _asks_at_the_end(reading: Reading) -> bool:
    """Whether a worry is asked behind an answer ("I speak Polish. do they even care?"), and nothing that they would ask."""
    told = reading.without_questions
    asked = reading.text.removeprefix(told) if told else ""
    is_last = asked not in ("", reading.text) and not _ASKING.search(told)
    return is_last and _WORRIES.search(asked) is not None


def _asks_for_answer(shown: Shown | None, reading: Reading) -> bool:
    """Whether an answer is asked for that a bare question cannot be."""
    if shown is None or shown.kind != Words.kind or (asked := stem(shown.name)) in _MAY_ANSWER_WITH_A_QUESTION:
        return False
    return asked in _ASKS_FOR_ANSWER | _WHAT_HAPPENED and not _OF_THEM.search(reading.text)


def wants_own_words(shown: Shown | None) -> bool:
    """Whether an answer in their own words is asked for, which a question to the coach is none of."""
    return shown is not None and shown.kind == Words.kind and is_own_words(shown.name)


def is_own_words(name: str) -> bool:
    """Whether a fact of that name holds such an answer, or what they were asked."""
    return stem(name) in _ASKS_FOR_ANSWER | _WHAT_HAPPENED or name.startswith(_TELLS_OF_THE_PLACE)


def goes_round(bench: Workbench, reading: Reading) -> bool:
    """Name gently that the same blame has come back, once it has often enough; how often is all that is kept of it."""
    run, shown = bench.run, bench.shown
    if reading.strain not in (Strain.LOOP, Strain.SHAME) or run is None or shown is None or run.interview == PERSON:
        return False
    known = bench.facts(run.interview).value(_COUNT)
    count = 1 + (known if isinstance(known, int) else 0)
    bench.state_fact(run.interview, _COUNT, count)
    if run.flow in ("breather", "telling") or shown.kind == Opening.kind:
        return False
    if count % _NAMED_AT:
        return reading.strain is Strain.LOOP and shown.kind in CLOSED and meet(bench, reading)
    bench.begin("breather", run.interview, key=f"{breather.LOOP.name}.{bench.number}")
    bench.proceed()
    return True


def meet(bench: Workbench, reading: Reading) -> bool:
    """Meet what shows that it is too much; False when the text is to be read as something else here."""
    run, shown = bench.run, bench.shown
    if run is None or shown is None or run.interview == PERSON:
        return False
    match reading.strain:
        case Strain.WEARY:
            _rest(bench, reading)
        case Strain.FORM if shown.name in _TELLS or run.flow == "telling":
            bench.say(lines.JUST_TELL)
            bench.proceed(short=True)
        case (Strain.TEARS | Strain.FORM) as strain if shown.kind != Opening.kind:
            name = breather.QUESTIONS[strain].name
            bench.begin("breather", run.interview, key=f"{name}.{bench.number}")
            bench.proceed()
        case Strain.SHAME | Strain.LOOP if shown.kind not in (Words.kind, Quotation.kind, Opening.kind):
            bench.say(lines.STILL_ASHAMED)
            bench.proceed(short=True)
        case _:
            return False
    return True


def choose(bench: Workbench, option: str) -> None:
    """Do what was chosen; the question beneath waits."""
    chosen = bench.runs.pop()
    if option == breather.HEAVIER.id:
        careful.meet(bench, Kind.UNSURE)
    elif chosen.over_stopped:
        bench.paused = Pause.STOPPED
        bench.say(lines.STILL_STOPPED)
    elif option == breather.INTERVIEW.id:
        if not bench.runs and not bench.parts:
            bench.say(lines.NOTHING_HEAVIER)
        bench.proceed()  # in full: where this was asked it was not shown
    elif not bench.runs:
        bench.say(lines.PAUSED)
    elif option == breather.LATER.id:
        getting_around.pause(bench)
    elif option == breather.STOP.id:
        commands.stop(bench)
    elif option == breather.TALK.id:
        number = 1 + max((number for number, _ in bench.facts().items("told-freely")), default=0)
        bench.begin("telling", bench.interview, key=str(number))
        bench.say(lines.JUST_TELL)
        bench.proceed()
    else:
        bench.proceed(short=True)


def _rest(bench: Workbench, reading: Reading) -> None:
    """Put it off: to the time they name, else just for now."""
    became = putting_off.said(reading, bench.now)
    shown = bench.shown
    if shown is not None and shown.kind == Offer.kind:
        rescheduling.put_off_message(bench, became or putting_off.chosen("tomorrow", bench.now))
        return
    bench.say(lines.WEARY)
    if became is not None:
        rescheduling.put_off(bench, became)
    bench.paused = Pause.LATER


def stem(name: str) -> str:
    """The name of a fact without its number and the keys in front: "practice.2.attempt-1" is an attempt."""
    base, _, number = name.rpartition(".")[2].rpartition("-")
    return base if number.isdecimal() else name.rpartition(".")[2]
