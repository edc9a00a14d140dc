"""From one interview to the next: what is there in all of them, set side by side.

The rule a newcomer could break: nothing is concluded. Only what the person said is named and counted, from three
interviews on; whether it is better or worse is not for a program to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from core.drafts.notes import AREA_NAMES
from core.drafts.record import AN_INTERVIEW, feelings, is_told, place_of
from core.facts import Facts, Picked
from core.understanding.areas import Area
from core.vocabulary import Filled, Letter, Named, Phrase

LEAST = 3
"""Fewer interviews than this tell nothing."""
_TWICE = 2
"""What was said of one interview only is no likeness."""

TITLE = Phrase("changes-title", "count")
AT_FIRST = Phrase("changes-at-first", "feelings")
AT_LAST = Phrase("changes-at-last", "feelings")
FELT = Phrase("changes-felt", "feeling", "place")
BADLY = Phrase("changes-badly", "areas")
WELL = Phrase("changes-well", "areas")
IN_ALL = Phrase("changes-in-all", "area", "all")
IN_SOME = Phrase("changes-in-some", "area", "times", "all")
LEARNT = Phrase("changes-learnt", "place")
PRACTISED = Phrase("changes-practised", "questions")


def that_were(interviews: Iterable[Facts]) -> list[Facts]:
    """Those of which something was told, without those that are still ahead."""
    return [facts for facts in interviews if is_told(facts) and facts.value("news") != "ahead"]


def changes(interviews: Sequence[Facts]) -> Letter | None:
    """What can be set side by side, oldest first; None when it is not in three of them."""
    paragraphs = tuple(_paragraphs(interviews)) if len(interviews) >= LEAST else ()
    return Letter(Filled(TITLE, (("count", len(interviews)),)), paragraphs) if paragraphs else None


def _paragraphs(interviews: Sequence[Facts]) -> Iterator[tuple[Filled | str, ...]]:
    first = [(facts, felt[0]) for facts in interviews if (felt := feelings(facts))]
    last = [(facts, felt[-1]) for facts in interviews if len(felt := feelings(facts)) > 1]
    for phrase, felt_in in ((AT_FIRST, first), (AT_LAST, last)):
        if len(felt_in) >= LEAST:
            felt_there = tuple(_felt(facts, one.feeling) for facts, one in felt_in)
            yield (Filled(phrase, (("feelings", felt_there),)),)
    for phrase, side in ((BADLY, "badly"), (WELL, "well")):
        if areas := tuple(_areas(interviews, side)):
            yield (Filled(phrase, (("areas", areas),)),)
    yield from lessons(interviews, LEARNT)
    practised = tuple(dict.fromkeys(name for facts in interviews for name in _practised(facts)))
    if practised:
        yield (Filled(PRACTISED, (("questions", practised),)),)


def lessons(interviews: Iterable[Facts], phrase: Phrase) -> Iterator[tuple[Filled | str, ...]]:
    """What they learnt, each under its place and in their words."""
    for facts in interviews:
        if learnt := facts.text("learnt"):
            yield Filled(phrase, (("place", place_of(facts)),)), learnt


def _felt(facts: Facts, feeling: int) -> Filled:
    return Filled(FELT, (("feeling", feeling), ("place", place_of(facts))))


def _areas(interviews: Sequence[Facts], side: str) -> Iterator[Filled]:
    """Those that stood on that side more than once, with how often, where they were judged often enough."""
    for area, name in AREA_NAMES.items():
        judged = Counter(said for facts in interviews if (said := _judged(facts, area)) is not None)
        times, all_ = judged[side] + judged["both"], judged.total()
        if all_ < LEAST or times < _TWICE:
            continue
        if times == all_:
            yield Filled(IN_ALL, (("area", name), ("all", all_)))
        else:
            yield Filled(IN_SOME, (("area", name), ("times", times), ("all", all_)))


def _judged(facts: Facts, area: Area) -> str | None:
    """The side they put an area on; words of their own name none."""
    said = facts.value(f"area-{area.replace('_', '-')}")
    return said.option if isinstance(said, Picked) else None


def _practised(facts: Facts) -> Iterator[Named]:
    """The questions they have practised an answer to, by their own names for them."""
    rounds = {name.rpartition("-")[2] for name in facts.all() if name.startswith("practice.") and ".attempt-" in name}
    for number in sorted(rounds):
        yield facts.text(f"struggle-{number}") or facts.text(f"question-{number}") or AN_INTERVIEW
