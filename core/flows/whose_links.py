"""Whose links and contacts to give, where they came from more than one community and no interview tells; asked once.

What the answer leads to is for `core.turn.belonging` to do, because it is about something else they asked for.
"""

from __future__ import annotations

from core.belonging import NAMED
from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.vocabulary import Saying

FROM = Choice("links-from", "whose-links", ())
CHOSEN = Saying("whose-links-chosen", "name")


@flow("whose-links")
def whose_links(talk: Talk) -> Script:
    """Ask which of them; the key begins with the turn."""
    found = [value.partition(" ") for _, value in talk.texts(f"{NAMED}-{talk.key.partition('.')[0]}")]
    options = (Option(str(number), label=name) for number, (_, _, name) in enumerate(found, start=1))
    yield from talk.ask(FROM.keyed(talk.key).offering(*options))
