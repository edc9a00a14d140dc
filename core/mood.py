"""How somebody speaks of an interview, so that the words fit: what is said after a bad one hurts after a good one."""

from __future__ import annotations

from core.facts import Facts
from core.understanding import stings
from core.understanding.stings import Sting

ROUGH = 7
"""From this feeling on (0 fine, 10 awful) the coach is slower and shorter, and offers to stop."""
VERY_LOW = 9
"""From this feeling on nobody is asked to run through it once more, to take up the phone or to go on at once."""
MILD = 3
"""Up to this feeling the coach is lighter, and the reality check is left out."""
_SPOILS_IT = ("stressed", "angry", "conduct")


def interest(facts: Facts) -> str | None:
    """How they want the job, as far as they said so: somewhat; or much, and after a good interview without a "still"."""
    if facts.value("wants-job") != "yes":
        return None
    if facts.value("wants-job-how") == "somewhat":
        return "somewhat"
    return "plain" if went_well(facts) else "still"


def went_well(facts: Facts) -> bool:
    """Whether they told of a good interview, and nothing in it hurts."""
    if facts.value("news") != "well" or any(facts.value(name) for name in _SPOILS_IT):
        return False
    feeling = facts.value("feeling-at-first")
    return not isinstance(feeling, int) or feeling <= MILD


def was_laughed_at(facts: Facts) -> bool:
    """Whether they told first of all that somebody there laughed at them; of a good interview, it is nothing to hold."""
    told = " ".join(facts.text(name) or "" for name in ("opening", "story"))
    is_told = bool(facts.value("laughed-at")) or stings.sting(told) is Sting.LAUGHED_AT
    return is_told and not went_well(facts)
