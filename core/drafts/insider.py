"""A few lines to somebody the person knows there: how it went, in their own words, and one request.

Whoever takes part in the decision gets none; the flow sees to it, and the text says so as well, for who cannot know.
"""

from __future__ import annotations

from core.drafts.naming import position
from core.drafts.own_words import tidied
from core.drafts.signature import closed
from core.drafts.thank_you import TITLE
from core.drafts.version import PLAIN, Version
from core.facts import Facts
from core.understanding import insiders
from core.vocabulary import Filled, Letter, Named, Phrase

GREETING = Phrase("insider-greeting", "name")
HELLO = Phrase("insider-hello")
HAD_INTERVIEW = Phrase("insider-had-interview", "dated", "day", "known", "role", "organisation")
FEEDBACK = Phrase("insider-feedback")
GOOD_WORD = Phrase("insider-good-word")
LEAVE_IT = Phrase("insider-leave-it")
CLOSE = Phrase("insider-close")

YOUR_RELATION = Phrase("insider-your-relation", "relation")
WHOM_YOU_KNOW = Phrase("insider-whom-you-know")


_LONGEST_NAME = 4
"""In words; more is a sentence, and no name."""


def name_of(facts: Facts) -> str | None:
    """What a greeting calls them; None when no name was told."""
    if told := facts.text("insider-name"):
        return insiders.name_in(told) or (told if len(told.split()) <= _LONGEST_NAME else None)
    words = facts.text("insider")
    return insiders.name_in(words) if words else None


def called(facts: Facts) -> Named:
    """How one speaks of them to the person: by the name, else by what they are to each other."""
    if name := name_of(facts):
        return name
    relation = insiders.relation_in(facts.text("insider") or "")
    return your(relation) if relation else WHOM_YOU_KNOW


def your(relation: str) -> Filled:
    """Somebody by what they are to the person: "your cousin"."""
    return Filled(YOUR_RELATION, (("relation", relation),))


def spoken_of(words: str) -> Named:
    """Whom the person named, as one speaks of them: "my friend Ruth" is Ruth, "my sister" your sister."""
    name = insiders.name_in(words)
    if name is not None and (name in words or len(words.split()) <= _LONGEST_NAME):
        return name
    relation = insiders.relation_in(words)
    return your(relation) if relation else words


def insider(facts: Facts, request: str, version: Version = PLAIN) -> Letter:
    """The message; `request` is "feedback" or "word"."""
    title = Filled(TITLE, (("reader", called(facts)),))
    name = name_of(facts)
    greeting = Filled(HELLO) if name is None else Filled(GREETING, (("name", name),))
    told = facts.text("insider-told")
    asked = Filled(FEEDBACK if request == "feedback" else GOOD_WORD)
    opening = (_had_interview(facts), *(() if told is None else (tidied(told),)))
    asking = (asked,) if version.short and request == "feedback" else (asked, Filled(LEAVE_IT))
    return Letter(title, ((greeting,), opening, asking, *closed(facts, CLOSE)))


def _had_interview(facts: Facts) -> Filled:
    held = facts.text("interview-on")
    dated = (("dated", "no" if held is None else "yes"), ("day", held or ""))
    return Filled(HAD_INTERVIEW, (*dated, *position(facts)))
