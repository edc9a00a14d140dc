"""How much words sound like those of people in danger, where no phrase says so (docs/danger.md).

That is never enough to say that there is danger, or none; it is enough to ask.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from core.understanding.weights import Weights

HEAVY = 0.0
"""From here on it is asked, though no phrase says it."""
CLEAR = 2.0
"""From here on no place in a conversation explains it."""
LIGHT = -0.9
"""Below, it is asked first, though a phrase says it."""
DANGER, CRISIS = "danger", "crisis"


def heaviness(words: str) -> tuple[float, float]:
    """How much it sounds like danger, and like a crisis; 0 is as much as not. Of words as `as_meant.words` gives them."""
    weights = _weights().of(words)
    return weights[DANGER], weights[CRISIS]


def heaviest(words: str, most: int = 5) -> list[str]:
    """What sounds most like it, the heaviest first; so many at most."""
    return _weights().heaviest(words, DANGER, most)


@cache
def _weights() -> Weights:
    return Weights(resources.files("core").joinpath("content/danger_weights.tsv").read_text(encoding="utf-8"))
