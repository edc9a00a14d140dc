"""Just talking: whatever they write is kept in their words, and the questions wait until they have said it all."""

from __future__ import annotations

from itertools import count

from core.questions import Option, Words
from core.replay import flow
from core.talk import Script, Talk
from core.understanding import burdens
from core.understanding.commands import Command
from core.vocabulary import Saying

TOLD = Words("told-freely", "telling-told", (Option("enough", Command.NO),))
MORE = Words("told-freely", "telling-more", (Option("enough", Command.NO),))
KEPT = Saying("telling-kept")
HEARD = Saying("telling-heard", "what")


@flow("telling")
def telling(talk: Talk) -> Script:
    """From the number in the key on, until they say that it is all."""
    first = int(talk.key)
    taken_up = set()
    for number in count(first):
        told = yield from talk.ask((TOLD if number == first else MORE).numbered(number))
        if not isinstance(told, str):
            break
        burden = burdens.read(told)
        if burden is not None and burden not in taken_up:
            talk.say(HEARD.keyed(str(number)), what=burden.value)
            taken_up.add(burden)
    if talk.known(f"told-freely-{first}") is not None:
        talk.say(KEPT)
