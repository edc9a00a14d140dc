"""How somebody speaks of an interview, so that the words fit: what is said after a bad one hurts after a good one."""

from __future__ import annotations

from core.facts import Facts

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
