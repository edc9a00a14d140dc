"""Drafts: texts in the person's name, rendered from the facts whenever they are shown.

The rule a newcomer could break: a draft is our frame around the person's own sentences; nothing is invented, and
their words are changed in nothing but capitals, spacing and the final stop.
"""

from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module that holds words of a draft."""
    from core.drafts import (
        call,
        changes,
        check_in,
        export,
        feedback,
        insider,
        notes,
        preparation,
        readers,
        record,
        search,
        second_chance,
        signature,
        thank_you,
    )

    letters = (thank_you, readers, check_in, call, insider, feedback, second_chance)
    return *letters, signature, notes, preparation, record, changes, search, export
