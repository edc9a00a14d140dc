"""What comes to a person from their community: each kind has what is done with it.

The rule a newcomer could break: it is no message of the person's, so nothing of theirs is answered by it and nothing that
waits is moved; and a kind that this program does not know is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.events import FromCommunity
from core.turn.workbench import Workbench

_TAKEN_BY: Mapping[str, Callable[[Workbench, Mapping[str, str]], None]] = {}
"""By kind; what takes it is given the fields."""


def take(bench: Workbench, event: FromCommunity) -> None:
    """Take it, if its kind is known."""
    bench.undoable = False
    if (taken_by := _TAKEN_BY.get(event.kind)) is not None:
        taken_by(bench, event.fields)
