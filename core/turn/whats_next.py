"""What is next for one of the interviews, asked whatever is open: it is turned to, or what is under way with it is told.

The rule a newcomer could break: where they do not say that it is an interview, only a place that is known is meant; any
other word may be what they were asked about.
"""

from __future__ import annotations

from core.questions import OwnLetter, Verbatim
from core.turn import asides, whose
from core.turn.workbench import Workbench
from core.understanding import Reading, whats_next
from core.understanding.asides import Aside
from core.understanding.mentions import WORD, plain

_THEIR_OWN = {OwnLetter.kind, Verbatim.kind}


def told(bench: Workbench, reading: Reading) -> bool:
    """Whether it was asked, and about one that is known."""
    shown = bench.shown
    about = whats_next.asked_about(reading.text)
    if about is None or (shown is not None and shown.kind in _THEIR_OWN):
        return False
    interview = whose.named(bench, reading) or _begun_so(bench, about)
    if interview is None and not whats_next.is_of_one(reading.text):
        return False
    if interview is None or not whose.turned_to_that(bench, interview):
        asides.answer(bench, Aside.OPEN_THINGS)
    return True


def _begun_so(bench: Workbench, about: str) -> str | None:
    """The one interview whose place has that word, such as the 37 of "37 Military Hospital"."""
    said = set(WORD.findall(plain(about))) | set(about.split())
    found = [
        one for one in bench.interviews if said & set((bench.facts(one).text("organisation") or "").casefold().split())
    ]
    return found[0] if len(found) == 1 else None
