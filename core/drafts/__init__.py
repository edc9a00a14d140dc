"""Drafts: texts in the person's name, rendered from the facts whenever they are shown.

The rule a newcomer could break: a draft is our frame around the person's own sentences; nothing is invented, and
their words are changed in nothing but capitals, spacing and the final stop.
"""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that holds a draft."""
    from core.drafts import call, check_in, feedback, insider, notes, preparation, second_chance, thank_you

    return thank_you, check_in, call, insider, feedback, second_chance, notes, preparation
