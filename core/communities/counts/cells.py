"""What is counted of a member's week, and which of the numbers may be shown: counts, not people.

Every number counts members, each at most once, and which of them is nobody's to see. Three things keep one member from
being found in the numbers. No number stands for fewer than `FLOOR`, nor one whose difference from its total does. Every
number is changed by chance, once, before anything is decided by it, so that it says nearly the same whether or not one
member is in it. And what is shown is rounded. `docs/communities.md` says what that promises, and what it does not.

The rule a newcomer could break: danger has no part in this. Not even by leaving somebody out: whoever knows what a member
did would see from a number without them that they were in danger. They count for what they did, as everybody does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from core.drafts.notes import AREA_NAMES
from core.drafts.record import FEELINGS_TOLD, feelings
from core.events import Person
from core.facts import PERSON, Facts, Picked, Scoped
from core.journal import Kept, fold

Tally: TypeAlias = frozenset[str]
"""The cells in which one member counts for one week."""

FLOOR = 10
"""Members; a number stands for no fewer, and so does its difference from each of its totals."""
MARGIN, MARGIN_OF_A_REST = 5, 7
"""So far above the floor a number, or a difference, has to come out after chance; a difference strays further."""
STEP = 5
"""What is shown is rounded to it."""
_ENOUGH, _ENOUGH_LEFT = FLOOR + MARGIN, FLOOR + MARGIN_OF_A_REST
_BITS = 64

ACTIVE, DEBRIEFED, NOTE_SENT, FELT_TWICE = "active", "debriefed", "note-sent", "felt-twice"
BETTER, SAME, WORSE = CHANGES = ("better", "same", "worse")
NUDGED, ANSWERED = "nudged", "answered"
SIDES = ("well", "badly")
AREAS: Mapping[str, tuple[str, ...]] = {
    side: tuple(f"{side}-{area.replace('_', '-')}" for area in AREA_NAMES) for side in SIDES
}
"""The cells of the areas of an interview, by how they went."""

CELLS: Mapping[str, tuple[str, ...]] = {
    ACTIVE: (),
    DEBRIEFED: (ACTIVE,),
    NOTE_SENT: (DEBRIEFED,),
    FELT_TWICE: (DEBRIEFED,),
    **dict.fromkeys(CHANGES, (FELT_TWICE,)),
    **dict.fromkeys((cell for cells in AREAS.values() for cell in cells), (DEBRIEFED,)),
    NUDGED: (),
    ANSWERED: (NUDGED, ACTIVE),
}
"""Every cell with its totals: whoever is in it is in each of them. A total stands before its parts."""

_ACTS = frozenset(("text", "click", "edited", "deleted", "rewritten", "zonechosen", "moved"))
"""What somebody does themselves; opening the chat is not yet using it, and a nudge is ours."""
_DONE = frozenset(("captured", "judged", *FEELINGS_TOLD))
_NOTE = re.compile(r"note-\d+-sent")


# --- one member ---------------------------------------------------------------------------------------------


def member_week(person: Person, turns: Sequence[Kept], start: datetime, over: datetime) -> tuple[str, Tally]:
    """The tenant of the community they belonged to as the week ended, and where they count; `over` is of it no more."""
    past = [turn for turn in turns if turn.at < over]
    week = [turn for turn in past if turn.at >= start]
    if not week:
        return person.tenant, frozenset()
    scopes = fold(past)
    home = scopes.get(PERSON, {}).get("community")
    return (person.tenant if home is None else str(home.value)), frozenset(_cells(week, scopes))


def _cells(week: Sequence[Kept], scopes: Mapping[str, Scoped]) -> Iterator[str]:
    own = {turn.number for turn in week if turn.kind in _ACTS}
    if own:
        yield ACTIVE
    told = {
        scope: {name: fact for name, fact in facts.items() if fact.turn in own}
        for scope, facts in scopes.items()
        if scope != PERSON
    }
    of_interviews = {cell for facts in told.values() for cell in _of_one_interview(facts)}
    change = _change(told, scopes)
    if of_interviews or change:
        yield from (DEBRIEFED, *of_interviews)
    if change:
        yield from (FELT_TWICE, change)
    nudges = {turn.number for turn in week if turn.kind == "nudgedue"}.intersection(
        fact.turn
        for facts in scopes.values()
        for name, fact in facts.items()
        if name.startswith("nudge:") and fact.value == "sent"
    )
    if nudges:
        yield NUDGED
        if own and max(own) > min(nudges):
            yield ANSWERED


def _of_one_interview(told: Scoped) -> Iterator[str]:
    """What they did in the week about one interview, by the facts it has from them since."""
    for name, fact in told.items():
        if name in _DONE:
            yield DEBRIEFED
        elif _NOTE.fullmatch(name):
            yield NOTE_SENT
        elif name.startswith("area-"):
            for side in SIDES:
                cell = f"{side}-{name.removeprefix('area-')}"
                if fact.value in (Picked(side), Picked("both")) and cell in CELLS:
                    yield cell


def _change(told: Mapping[str, Scoped], scopes: Mapping[str, Scoped]) -> str | None:
    """How the feeling changed since it was first told, in the interview of which they told a later one last."""
    felt = [
        feelings(Facts(scopes[scope], {}))
        for scope, facts in told.items()
        if not facts.keys().isdisjoint(FEELINGS_TOLD)
    ]
    last = max((one for one in felt if len(one) > 1), key=lambda one: one[-1].turn, default=None)
    if last is None:
        return None
    by = last[-1].feeling - last[0].feeling  # 0 is fine and 10 awful
    return BETTER if by < 0 else WORSE if by > 0 else SAME


# --- all of them --------------------------------------------------------------------------------------------


def published(tallies: Iterable[Tally], noise: Callable[[], int]) -> dict[str, int | None]:
    """What may be shown of a week, by cell, None for what is hidden; `noise` is drawn once for each cell.

    But for the two comparisons with `FLOOR`, all of it follows from the numbers that chance has changed.
    """
    counts = Counter(cell for tally in tallies for cell in tally)
    noisy = {cell: counts[cell] + noise() for cell in CELLS}

    def may_be_shown(cell: str) -> bool:
        return counts[cell] >= FLOOR and noisy[cell] >= _ENOUGH

    def leaves_enough(cell: str, total: str) -> bool:
        return counts[total] - counts[cell] >= FLOOR and noisy[total] - noisy[cell] >= _ENOUGH_LEFT

    shown: set[str] = set()
    for cell, totals in CELLS.items() if may_be_shown(ACTIVE) else ():
        if may_be_shown(cell) and all(total in shown and leaves_enough(cell, total) for total in totals):
            shown.add(cell)
    _hide_two_of_a_sum(shown, noisy)
    return {cell: _rounded(noisy[cell]) if cell in shown else None for cell in CELLS}


def _hide_two_of_a_sum(shown: set[str], noisy: Mapping[str, int]) -> None:
    """The three changes add up to their total: a single hidden one would be what is left, so another is hidden with it."""
    visible = shown.intersection(CHANGES)
    if len(visible) == len(CHANGES) - 1:
        shown.remove(min(visible, key=lambda cell: (noisy[cell], cell)))


def _rounded(number: int) -> int:
    """To the nearest `STEP`; it is odd, so no number lies halfway."""
    return (number + STEP // 2) // STEP * STEP


def noise(bits: Callable[[int], int]) -> int:
    """A whole number by chance: 0 in one case of three, and each one further from it half as likely as the one before.

    `bits` gives so many random bits as a number; to be of use they must be beyond guessing.
    """
    return _heads(bits) - _heads(bits)


def _heads(bits: Callable[[int], int]) -> int:
    """How often a coin falls heads before it first falls tails."""
    tossed = bits(_BITS) | 1 << _BITS
    return (tossed & -tossed).bit_length() - 1
