"""While somebody may be in danger: it comes first, nothing leads past it, and only their own word leads back.

What is asked and said is in `core/flows/danger.py`; which words are a sign is for `core.safety` to say.
"""

from __future__ import annotations

import re

from core import lines
from core.facts import PERSON
from core.flows import danger
from core.safety.danger import Kind
from core.state import Pause
from core.turn import getting_around, orders
from core.turn.answering import answer
from core.turn.options import chosen, is_label, pick
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding import text as texts
from core.understanding.commands import Command
from core.understanding.expressions import expression
from core.understanding.wishes import Action

_SERVED = {
    Command.STOP,
    Command.BYE,
    Command.LATER,
    Command.FORGET,
    Command.HUMAN,
    Command.UNDO,
    Command.BACK,
    Command.REPEAT,
    Command.WHY,
    Command.EXPORT,
}
"""What is obeyed all the same."""
_HEARD = "danger-"
"""Begins the facts that tell what was heard, with the turn behind."""
_NUMBERED = re.compile(rf"{_HEARD}\d+")
_SINCE = "danger-since"
"""The turn with which it began, where one sign followed another before they went on."""
_STILL_HEAVY = expression(
    r"\b(?:help|wak(?:e|ing)|liv(?:e|ing)|alive|die|dying|dead|death|kill\w*|suicid\w*|hurt\w*|harm\w*|cut(?:s|ting)?|gone|safe|alone|"
    r"anymore|any more|point(?:less)?|pills|jump\w*|scared|hit|hits|hitting|beat|beats|beating|myself|hopeless|worth\w*|goodbye|"
    r"leave me|no longer|disappear\w*|cope|(?:it|this|all|everything|be)(?:'s)? (?:\w+ )?over|end(?:ing)? (?:it|my|this|things|everything)|"
    r"(?:it|this|everything) (?:to )?stops?|can't (?:do|go|take|stand|bear|keep)|(?:don't|not|never) (?:want|need|care|feel safe))\b"
)
"""What makes a denial none: "you misunderstood, i don't want help"."""
_MISTAKEN = expression(
    r"\b(?:misunderst\w+|mis ?read(?:ing)?|misheard|misinterpret\w*|wrong idea|wrong end of the stick"
    r"|(?:got|get|getting|took|taken|taking|have|read|reading|understood|heard) (?:me|that|it|this|my \w+) (?:\w+ )?wrong(?:ly)?"
    r"|not what i (?:said|meant|ment|mean|wrote|was saying)|(?:didn't|never) (?:mean|say|said) (?:that|anything)(?! to)"
    r"|wasn't (?:talking|saying) (?:about )?that)\b"
)
"""That it was misread, whatever it was."""
_INTERJECTED = r"(?:(?:what|wtf|wait|huh|lol|lmao|ha|haha|hahaha|omg|oh|um|er|eh|hey|god|jesus|mate|bro|dude|sorry|no+|nah|nope|\.) )"
_ONLY_STARTLED = expression(
    rf"(?=.*\b(?:what|wtf|huh|lol|lmao|haha|omg|wait)\b)(?=.*\b(?:no+|nah|nope)\b){_INTERJECTED}+"
)
_OF_WORK = (
    r"(?:r[iau]ng|phoned?|phones|call(?:s|ed|ing)?|text(?:s|ed)?|e-?mail(?:s|ed)?|writ(?:e|es|ing)|message|contact|interview|job|"
    r"employer|boss|manager|recruiter|company|shop|store|shift|panel|hr|note|letter|answer|offer|"
    r"(?:mon|tues|wednes|thurs|fri)day)"
)
_SAID_ANEW = expression(
    rf"(?:^{_INTERJECTED}*(?:no+|nah|nope) (?:{_INTERJECTED})*i (?:just |only )?mean|\bi (?:just |only |actually |really )?(?:meant|ment)) "
    rf"(?!(?:it|this|to|every|all|what|yes|yeah|yep|no|i|i'm|i'd|i'll|i've|my|me|that|goodbye)\b(?!.*\b{_OF_WORK}\b))"
    rf"|^{_INTERJECTED}*(?:it's|this is|that's|that was|i'm talking|i was talking) (?:just |only |all )?about (?:\w+ ){{0,3}}{_OF_WORK}\b"
    rf"|\bi'm (?:fine|ok|okay|good|alright|all right)\b.*\b(?:he|she|they)(?:'ll|'d|'s| will| would| said| is| are)\b.*\b{_OF_WORK}\b"
)
"""What was meant, said once more: "no i mean he'll ring on Friday"; "i meant it" is no such thing."""
_TO_WORK = expression(
    r"(?:(?:ok|okay|right|so|anyway|please|yes|yeah|well|and|but|now|just|\.) )*"
    r"(?:(?:let's|lets|can we|could we|can i|could i|shall we|may we|i want to|i'd like to|i'd rather|let me) )?(?:(?:just|please|now) )*"
    r"(?:continue|carry on|go on|get on|keep going|move on|go back|get back|resume|proceed|do|see|show me|write|finish|start|"
    r"practise|practice|prepare|look at) (?:(?:with|to|on|the|my|our|that|this|for|a|thank|you|thank-you|next) )*"
    r"(?:interview|note|letter|draft|e-?mail|practi[cs]e|questions?|reflection|plan|steps?)\b(?: (?:now|please|then|again|thanks|mate|\.))* ?"
)


def meet(bench: Workbench, kind: Kind) -> None:
    """Before everything else; the place in the reflection is kept."""
    if not bench.held:
        bench.state_fact(PERSON, _SINCE, bench.number)
    bench.held = True
    bench.undoable = False
    key = str(bench.number)
    bench.runs = [run for run in bench.runs if run.flow != "danger"]
    bench.state_fact(PERSON, f"{_HEARD}{key}", kind.value)
    bench.begin("danger", PERSON, key=key)
    bench.proceed()


def stay(bench: Workbench, reading: Reading) -> bool:
    """Stay with somebody who may be in danger and writes something else than an answer: nothing leads past it."""
    run, shown = bench.run, bench.shown
    if run is None or run.flow != "danger" or shown is None or bench.paused is Pause.STOPPED:
        return False
    option = chosen(shown, reading, bench.wording)
    if option is not None and option.id == danger.MISUNDERSTOOD and is_in_crisis(bench):
        option = option if is_label(shown, reading.text) else None
    if _TO_WORK.fullmatch(texts.words(reading.text)):
        option = None  # "continue with the interview" is nobody who is with them
    if is_served(reading) or option is not None:
        return False
    return getting_around.skip(bench, None)


def is_in_crisis(bench: Workbench) -> bool:
    """Whether, since danger was first heard, they said themselves that they are in it, or that they turn to somebody."""
    person = bench.facts(PERSON)
    since = person.value(_SINCE)
    turns = [turn for turn in _turns(bench) if not isinstance(since, int) or turn >= since]
    own = {"ending": ("yes",), "safe": ("no",), "step": ("calling", "with-somebody")}
    return any(person.value(f"danger.{turn}.{name}") in said for turn in turns for name, said in own.items())


def owned_the_mistake(bench: Workbench, reading: Reading) -> bool:
    """Where they say in whatever words that it was misread: say so, once; a yes of their own stays a yes."""
    turn = max(_turns(bench), default=0)
    if not bench.held or not turn or _is_owned(bench, turn) or not _denies(bench, reading, turn) or is_in_crisis(bench):
        return False
    run, shown = bench.run, bench.shown
    if run is not None and run.flow == "danger" and shown is not None:
        option = next((one for one in shown.options if one.id == danger.MISUNDERSTOOD), None)
        if option is None:
            return False
        bench.paused = Pause.NOT
        answer(bench, pick(shown, option, bench.now))
        return True
    bench.state_fact(PERSON, f"danger.{turn}.{danger.STEP.name}", danger.MISUNDERSTOOD)
    bench.say(danger.MISREAD)
    return True


def wants_to_go_on(bench: Workbench, reading: Reading) -> bool:
    """Whether they ask for the work at hand after help was shown, or say again that it was misread: it is their own
    word to go on, unless they said that they are in danger.
    """
    if not bench.held or not bench.runs or reading.danger is not None or is_in_crisis(bench):
        return False
    words = texts.words(reading.text)
    if _STILL_HEAVY.search(words):
        return False
    is_wish = reading.wish is not None and reading.wish.action in (Action.OPEN, Action.RETURN)
    turn = max(_turns(bench), default=0)
    is_said_again = _is_owned(bench, turn) and _denies(bench, reading, turn)
    return is_wish or is_said_again or _TO_WORK.fullmatch(words) is not None


def _denies(bench: Workbench, reading: Reading, turn: int) -> bool:
    """Whether it says that nothing was meant; of violence and of others only the plainest words do."""
    if reading.danger is not None or not texts.brief(reading.text):
        return False
    words = texts.words(reading.text)
    if _STILL_HEAVY.search(words):
        return False
    if _MISTAKEN.search(words):
        return True
    kind = Kind(str(bench.facts(PERSON).value(f"{_HEARD}{turn}")))
    is_own = kind not in danger.UNSAFE and kind not in danger.ABOUT_OTHERS
    return is_own and bool(_ONLY_STARTLED.fullmatch(words) or _SAID_ANEW.search(words))


def _is_owned(bench: Workbench, turn: int) -> bool:
    person = bench.facts(PERSON)
    return danger.MISUNDERSTOOD in {person.value(f"danger.{turn}.{question.name}") for question in danger.QUESTIONS}


def _turns(bench: Workbench) -> list[int]:
    """When danger was heard."""
    return [int(name.removeprefix(_HEARD)) for name in bench.facts(PERSON).all() if _NUMBERED.fullmatch(name)]


def misread(bench: Workbench) -> str | None:
    """What they wrote when the latest danger was heard, where they said that it was misunderstood; once."""
    person = bench.facts(PERSON)
    turn = max(_turns(bench), default=0)
    if not _is_owned(bench, turn) or person.value(f"misread-{turn}"):
        return None
    bench.state_fact(PERSON, f"misread-{turn}", True)
    return next((kept.text for kept in bench.journal.turns if kept.number == turn), None)


def keep_help_in_view(bench: Workbench, reading: Reading) -> None:
    """Afterwards little is served, and whatever else is written is answered with where help is."""
    is_done = is_served(reading) and (orders.wished(bench, reading) or orders.obeyed(bench, reading))
    if not is_done or not bench.parts:  # "what?" repeats no question here
        bench.say(lines.HELP_STAYS)


def is_served(reading: Reading) -> bool:
    """Whether it is one of the few things that are done all the same; to write to a person always is."""
    is_to_staff = reading.wish is not None and reading.wish.action in (Action.NOTE_TO_STAFF, Action.NOTE_BACK)
    return reading.order in _SERVED or is_to_staff
