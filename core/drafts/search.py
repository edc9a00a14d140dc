"""The whole search in one look back: how many interviews, what was learnt, the first feeling and the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.drafts.changes import lessons
from core.drafts.record import day_of, feelings, on, place_of
from core.facts import Facts
from core.vocabulary import Filled, Letter, Phrase

TITLE = Phrase("search-title")
ONE = Phrase("search-one", "place", "on")
SEVERAL = Phrase("search-several", "count", "places", "from", "to")
UNDATED = Phrase("search-undated", "places")
LEARNT = Phrase("search-learnt", "place")
FELT_FIRST = Phrase("search-felt-first", "feeling", "place")
FELT_LAST = Phrase("search-felt-last", "feeling", "place")


def search(interviews: Sequence[Facts]) -> Letter | None:
    """The look back over all interviews that were, oldest first; None where none was."""
    if not interviews:
        return None
    return Letter(Filled(TITLE), tuple(_paragraphs(interviews)))


def _paragraphs(interviews: Sequence[Facts]) -> Iterator[tuple[Filled | str, ...]]:
    days = sorted(day for facts in interviews if (day := day_of(facts)) is not None)
    places = tuple(dict.fromkeys(place_of(facts) for facts in interviews))
    if not days:
        yield (Filled(UNDATED, (("places", places),)),)
    elif len(interviews) == 1:
        yield (Filled(ONE, (("place", places[0]), ("on", on(days[0])))),)
    else:
        span = (("from", on(days[0])), ("to", on(days[-1])))
        yield (Filled(SEVERAL, (("count", len(interviews)), ("places", places), *span)),)
    yield from lessons(interviews, LEARNT)
    felt = sorted(((one, facts) for facts in interviews for one in feelings(facts)), key=lambda told: told[0].turn)
    if len(felt) > 1:
        for phrase, (one, facts) in ((FELT_FIRST, felt[0]), (FELT_LAST, felt[-1])):
            yield (Filled(phrase, (("feeling", one.feeling), ("place", place_of(facts)))),)
