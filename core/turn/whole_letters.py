"""Where a whole message to somebody is asked for: all that they write is it, but for an order of a few words."""

from __future__ import annotations

import re

from core.questions import OwnLetter, Verbatim
from core.state import Pause, Shown
from core.turn.answering import answer
from core.turn.options import chosen
from core.turn.workbench import Workbench
from core.understanding import Reading, read
from core.understanding.commands import Command
from core.understanding.revisions import is_letter
from core.wording import Wording

_FEW = 4
"""In words: what is longer is no order here."""
_MOST_BESIDES = 20
"""In words, beside "leave it": more is what they want to send."""
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+")
_GETTING_AROUND = frozenset(
    (
        Command.SKIP, Command.BACK, Command.UNDO, Command.STOP, Command.LATER, Command.REPEAT, Command.WHY, Command.HELP,
        Command.FORGET, Command.BYE,
    )
)  # fmt: skip
"""The orders that are obeyed here all the same."""


def wrote(bench: Workbench, reading: Reading) -> bool:
    """The message itself."""
    shown = bench.shown
    if shown is None or shown.kind != Verbatim.kind or not reading.has_words or bench.paused is Pause.STOPPED:
        return False
    is_short = len(reading.whole.split()) <= _FEW
    if is_short and (reading.order in _GETTING_AROUND or chosen(shown, reading, bench.wording) is not None):
        return False
    bench.paused = Pause.NOT
    answer(bench, {shown.name: reading.whole})
    return True


def left(shown: Shown, reading: Reading, wording: Wording) -> Reading | None:
    """ "Leave it. id rather ring him": its first sentence, where that is an option and what follows is no letter."""
    first, *rest = _SENTENCES.split(reading.whole.strip(), maxsplit=1)
    if (
        shown.kind != OwnLetter.kind
        or not rest
        or len(first.split()) > _FEW
        or len(rest[0].split()) > _MOST_BESIDES
        or is_letter(rest[0])
    ):
        return None
    alone = read(first)
    return alone if chosen(shown, alone, wording) is not None else None
