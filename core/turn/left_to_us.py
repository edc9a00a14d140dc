"""What is left to the coach ("whenever", "you choose"), and a way of writing that is none of those offered ("linkedin").

The rule a newcomer could break: only a time, or the way to write, is chosen for somebody; anything else is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core import lines
from core.facts import Value
from core.questions import Offer, Option
from core.state import Shown
from core.turn import options
from core.turn.answering import answer
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.commands import Command
from core.understanding.text import brief
from core.vocabulary import Saying

_CHANNEL = "note-channel"
_LOOK = "note-look"
_JUDGE = "judge-when"
_LEFT_TO_US = re.compile(
    r"(?:(?:oh|um+|hm+|well|ok|okay|yeah|yes|sure|idk|dunno|honestly|really|just|i|tbh|no|any(?:thing)?)[, ]+)*"
    r"(?:when ?ever|what ?ever|which ?ever|either(?: one| way| of them| is (?:fine|ok|good))?|any ?time|any (?:day|of (?:them|those))|you (?:choose|pick|decide|tell me|say)|(?:up|as|down) to you|your (?:choice|call)"
    r"|(?:don't|do not|dont) (?:really |even )?(?:mind|care)(?: which| when| either way)?|(?:i )?(?:have |'ve got )?no preference|(?:it )?(?:doesn't|does not) matter|not bothered|makes no difference|all the same(?: to me)?|same to me|as you (?:like|think|want|wish)|what(?:ever)? (?:do )?you think(?:'s| is) best|whatever (?:works|suits|is (?:best|easier|easiest)|you (?:like|think|want))|when(?:ever)? (?:works|suits|you (?:like|think|want)))"
    r"(?:[, ]+(?:really|is fine|works|suits|please|thanks|thank you|then|for me|you like|you want|i guess|tbh|lol|with me|by me|suits you|is good|is ok))*[.!? ]*"
)
_SHRUGS = re.compile(
    r"(?:\w+[, ]+)?(?:what ?ever\b|(?:i )?(?:don't|do not|dont) (?:really )?care|not bothered|makes no difference|(?:it )?(?:doesn't|does not) matter)"
)
_WAYS: tuple[tuple[Saying, re.Pattern[str]], ...] = tuple(
    (
        saying,
        re.compile(
            rf"(?:(?:by|on|via|through|over|with|in|a|an|i'd (?:rather|prefer|like)(?: to)?|i (?:would|can|want to|will)|can i|could i|maybe|perhaps|prefer|rather|send|just|use|it|them|her|him|yes|or|as|my|their|the)[, ]+)*(?:{ways})(?: (?:message|messages|dm|inmail|them|him|her|it|please|only|maybe|instead|i think|if (?:that's|thats|it's) ok))*[.!? ]*"
        ),
    )
    for saying, ways in (
        (lines.BY_LINKEDIN, r"linked ?in"),
        (
            lines.BY_TEXT,
            r"texts?|texting|sms|whats ?app|wa|messenger|telegram|signal|facebook|insta(?:gram)?|dm|a message",
        ),
        (
            lines.ONE_IS_ENOUGH,
            r"both(?: of (?:them|those))?|all(?: of (?:them|those))?|e-?mail and (?:post|call|a (?:letter|call))|(?:letter|post) and e-?mail|all three",
        ),
    )
)


def chosen(bench: Workbench, reading: Reading, caught: Mapping[str, Value]) -> bool:
    """Whether a text leaves a time or the way to write to the coach, which then says what it takes."""
    shown, said = bench.shown, brief(reading.text)
    if shown is None or reading.danger is not None or options.is_label(shown, reading.text):
        return False
    if reading.aside is not None:
        return False  # "can I text them" wants an answer first
    if shown.name == _CHANNEL and (way := next((one for one, ways in _WAYS if ways.fullmatch(said)), None)) is not None:
        option = _with(shown, "mail")
        if option is None:
            return False
        bench.say(way)
        answer(bench, options.pick(shown, option, bench.now), reading, caught)
        return True
    if not _LEFT_TO_US.fullmatch(said) or (option := _ours(bench, shown, reading.text)) is None:
        return False
    bench.say(lines.CHOSEN_FOR_YOU, choice=str(option.label or option.id))
    answer(bench, options.pick(shown, option, bench.now), reading, caught)
    return True


def _ours(bench: Workbench, shown: Shown, text: str) -> Option | None:
    """What would be advised: a mail, the note at the hour that was named, a look back after a night, an offer taken up."""
    if shown.name == _CHANNEL:
        return _with(shown, "mail")
    if shown.name == _JUDGE:
        return _with(shown, "tomorrow")
    if shown.name == _LOOK:
        is_of_today = (bench.facts().text("interview-on") or bench.today.isoformat()) == bench.today.isoformat()
        later = _with(shown, "tonight") if (_with(shown, "tonight") or _NONE).means is Command.NO else None
        return (later or _with(shown, "tomorrow")) if is_of_today else _with(shown, "now")
    is_shrug = _SHRUGS.match(brief(text)) is not None  # where something is offered, that is no yes
    return options.meaning(shown.options, Command.YES) if shown.kind == Offer.kind and not is_shrug else None


_NONE = Option("")


def _with(shown: Shown, id: str) -> Option | None:
    return next((option for option in shown.options if option.id == id), None)
