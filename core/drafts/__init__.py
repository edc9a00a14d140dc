"""Drafts: texts in the person's name, rendered from the facts whenever they are shown.

The rule a newcomer could break: a draft is our frame around the person's own sentences; nothing is invented, and
their words are changed in nothing but capitals, spacing and the final stop.
"""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that holds a draft."""
    from core.drafts import changes, check_in, export, notes, record, search, thank_you

    return thank_you, check_in, notes, record, changes, search, export
