"""Which of what was left unsaid they are to hear: two points at most, and nothing sore without a word. Not a flow."""

from __future__ import annotations

from dataclasses import replace

from core.drafts.points import MOST_POINTS, ON_THE_PHONE, is_disowned, is_sore, may_be_carried, named_points
from core.flows.lesson import quoted
from core.questions import Choice, Option
from core.talk import Script, Talk
from core.understanding.commands import Command

FIRST_POINT = Choice("first-point", "note-first-point")
MAY_GO = Choice(
    "carry",
    "note-may-go",
    (Option("no", Command.NO), Option("yes", Command.YES)),
    {"words": ""},
)
SECOND_POINT = Choice("second-point", "note-second-point", (Option("no-second", Command.NO),))


def choose_points(talk: Talk) -> Script:
    """What carries everything carries nothing: two points at most, the person's choice; none that was said on the phone."""
    if talk.known("call-became") in ON_THE_PHONE:
        return
    named = named_points(talk.facts)
    for name, _ in named:
        words = talk.known(name)
        is_asked = is_sore(talk.facts, name) and not is_disowned(talk.facts, name)
        if is_asked and isinstance(words, str):
            yield from talk.ask(replace(MAY_GO.given(words=quoted(words)), name=f"carry-{name}"))
    offered = [(name, label) for name, label in named if may_be_carried(talk.facts, name)]
    if len(offered) <= MOST_POINTS:
        return
    options = [Option(name, label=label) for name, label in offered]
    first = yield from talk.ask(FIRST_POINT.offering(*options))
    if first is not None:
        yield from talk.ask(SECOND_POINT.offering(*(option for option in options if option.id != first)))
