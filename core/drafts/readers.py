"""Whom a note is for: each interviewer whose name is known, the recruiter, or the one who decides.

Who did what must not be done there gets none (`core.apart`), and no name is invented.
"""

from __future__ import annotations

from core import apart
from core.facts import Facts
from core.records import record
from core.vocabulary import Named, Phrase

HIRING_MANAGER = Phrase("thank-you-hiring-manager")
HIRING_TEAM = Phrase("thank-you-hiring-team")
RECRUITER = Phrase("thank-you-recruiter")
THE_HIRING_MANAGER = Phrase("thank-you-the-hiring-manager")
THE_HIRING_TEAM = Phrase("thank-you-the-hiring-team")
_CALLED: dict[Named, Named] = {HIRING_MANAGER: THE_HIRING_MANAGER, HIRING_TEAM: THE_HIRING_TEAM}


@record
class Reader:
    """Whom one note is for."""

    number: int
    """The interviewer's number; 0 when no name is known."""
    name: Named
    """As a letter greets them."""

    @property
    def called(self) -> Named:
        """As one speaks of them."""
        return _CALLED.get(self.name, self.name)


def readers(facts: Facts) -> list[Reader]:
    """One for each interviewer whose name is known; else the one who decides."""
    if facts.value("contact") == "recruiter":
        return [Reader(0, RECRUITER)]
    theirs = apart.authors(facts)
    named = [Reader(number, name) for number, name in facts.texts("interviewer") if number not in theirs]
    if kept := [reader for reader in named if not facts.value(f"note-{reader.number}-left")]:
        return kept
    if named:
        return named
    several = not theirs and (facts.value("panel-size") or facts.value("interviewers-unnamed"))
    return [Reader(0, HIRING_TEAM if isinstance(several, int) and several > 1 else HIRING_MANAGER)]
