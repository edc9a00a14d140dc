"""How a letter names the interview: the position, the place and the day."""

from __future__ import annotations

import re

from core.facts import Facts
from core.vocabulary import Arg

_SMALL_WORDS = frozenset(["and", "of", "the", "for", "in", "at", "on", "de", "la", "und"])
_LETTERS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}|\w&\w")
"""What is read letter by letter: "DHL"."""


def position(facts: Facts) -> tuple[tuple[str, Arg], ...]:
    """What is known of the position, for a phrase that names it."""
    role, place = facts.text("role"), facts.text("organisation")
    organisation = None if place is None else as_a_name(place)
    match role is not None, organisation is not None:
        case True, True:
            known = "both"
        case True, False:
            known = "role"
        case False, True:
            known = "organisation"
        case _:
            known = "neither"
    return (("known", known), ("role", role or ""), ("organisation", organisation or ""))


def as_a_name(place: str) -> str:
    """A name typed in small letters with its capitals; "the district hospital" is none."""
    if not place.islower() or place.startswith("the "):
        return place
    return " ".join(word if word in _SMALL_WORDS else _capital(word) for word in place.split())


def _capital(word: str) -> str:
    return word.upper() if _LETTERS.fullmatch(word) else word[:1].upper() + word[1:]


def exact_day(facts: Facts) -> str | None:
    """The day of the interview for a letter (ISO); None where they named it only roughly ("two weeks ago")."""
    day = facts.text("interview-on")
    return None if day is not None and facts.text("interview-on-roughly") == day else day
