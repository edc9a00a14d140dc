"""What a sign of danger can be: how far it goes, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How far it goes."""

    CRISIS = "crisis"
    """The person, or somebody near, may be in danger now."""
    CONCERN = "concern"
    """To be careful with: hopeless words, somebody else's danger, a dark past, grief."""


class Kind(StrEnum):
    """What it is about; each has its own answer."""

    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    ABUSE = "abuse"
    VIOLENCE = "violence"
    HARM_OTHERS = "harm-others"
    """The person may be about to hurt somebody."""
    THIRD_PERSON = "third-person"
    SOMEBODY_NOW = "somebody-now"
    """Somebody else, at this moment: it is about minutes."""
    PAST = "past"
    DENIED = "denied"
    GRIEF = "grief"
    HOPELESS = "hopeless"
    UNSURE = "unsure"
    """No phrase says it, but all words together do: the person is asked, and what else was written is heard."""
    DOUBTED = "doubted"
    """A phrase says it, and all words together say clearly that it is none: met as `UNSURE`."""
    HEAVY = "heavy"
    """Tears, or no strength for one more interview: met with care, and what else was written is still heard."""


@dataclass(frozen=True, slots=True)
class Danger:
    """A sign of danger."""

    level: Level
    kind: Kind
    is_faint: bool = False
    """Whether words alone say it, and hardly more than that there is none."""
