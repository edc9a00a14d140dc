"""News that may be about an interview of theirs, and may not: asked once, before anything is made of it.

With one interview in question it is a yes or a no, with several it is one of them. What the answer leads to is for
`core.turn.news` to do, because it is about another conversation.
"""

from __future__ import annotations

from core.questions import Choice, Option
from core.replay import flow
from core.talk import Script, Talk
from core.understanding.commands import Command
from core.vocabulary import Named, Phrase, Saying

NAME = "news-from"
CANDIDATE = "may-be"
"""The list of those in question, each as its id and its place."""
IS_IT = Choice(
    NAME, "which-is-it", (Option("yes", Command.YES), Option("no", Command.NO)), {"outcome": "", "place": ""}
)
IS_OUT = Choice(NAME, "which-is-out", (Option("yes", Command.YES), Option("no", Command.NO)), {"place": ""})
FIRST = Choice("which-first", "which-first")
FROM = Choice(NAME, "which-from", (Option("no", Command.NO),), {"outcome": ""})

LEFT = Saying("which-left")
THE_PLACE = Phrase("which-the-place")


@flow("which")
def which(talk: Talk) -> Script:
    """Ask whose news it is; the key begins with what it would be."""
    outcome, _, turn = talk.key.partition(".")
    found = [value.partition(" ") for _, value in talk.texts(f"{CANDIDATE}-{turn}")]
    if len(found) > 1:
        question = FROM.given(outcome=outcome).offering(*(Option(id, label=place) for id, _, place in found))
    else:
        place: Named = found[0][2] if found and found[0][2] else THE_PLACE
        question = IS_OUT.given(place=place) if outcome == "withdrawn" else IS_IT.given(outcome=outcome, place=place)
    if (yield from talk.ask(question.keyed(talk.key))) in (None, "no"):
        talk.say(LEFT)


@flow("which-first")
def which_first(talk: Talk) -> Script:
    """Ask which of several interviews, told of at once, is talked about first; the others wait beneath."""
    found = [value.partition(" ") for _, value in talk.texts(f"{CANDIDATE}-{talk.key}")]
    yield from talk.ask(FIRST.keyed(talk.key).offering(*(Option(id, label=place) for id, _, place in found)))
