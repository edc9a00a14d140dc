"""What a button, a menu or a form carries: everything that is needed to understand it, also by another process.

Discord gives us back a `custom_id` of at most 100 characters and nothing else that is ours. So the id holds the whole
matter, and nothing about an open button is remembered. What a released program has sent stays readable: a new meaning
gets a new letter.
"""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import quote, unquote

from core.records import record

LONGEST = 100
_OURS = "rb1"


class Act(StrEnum):
    """What is asked for."""

    CHOOSE = "c"
    """An option, of a question or of a draft: run, question, option. In a menu the option is the value that was chosen."""
    EDIT = "e"
    """A form with the draft, to be changed by hand: run, name."""
    REWRITE = "w"
    """That form, sent: run, name."""
    ZONE = "z"
    """The clock of a zone is theirs: the zone."""
    BEGIN = "b"
    """The coach is to write to whoever pressed it: the key of the post."""
    PAGE = "p"
    """A page of the desk: its name."""
    FORM = "f"
    """A form of the desk, to be opened: its name, and what was typed into it before, if anything."""
    SEND = "s"
    """That form, sent: its name."""
    DO = "d"
    """Something at the desk that is done at once: its name."""


@record
class Pressed:
    """What was pressed."""

    act: Act
    about: tuple[str, ...]


def custom_id(act: Act, *about: str) -> str | None:
    """The id; None if it is longer than Discord takes."""
    made = ":".join([_OURS, act, *(quote(one, safe="/ +'") for one in about)])
    return made if len(made) <= LONGEST else None


def pressed(custom_id: str) -> Pressed | None:
    """What an id means; None for one that is not ours, or of a newer program."""
    ours, *rest = custom_id.split(":")
    if ours != _OURS or not rest or rest[0] not in {act.value for act in Act}:
        return None
    return Pressed(Act(rest[0]), tuple(map(unquote, rest[1:])))
