"""What staff set for their members: the settings of `core.community`, kept as the very TOML that the file form has."""

from __future__ import annotations

from core.communities import turn as turns
from core.communities.desk import Page
from core.communities.turn import Department, View
from core.vocabulary import Phrase

SECTION = "settings"

TITLE = Phrase("community-home-title")
NOT_SET_UP = Phrase("community-not-set-up")


def home(view: View, _about: str) -> Page:
    """The first page: what is set, and what is left to do."""
    return Page("home", view.say(TITLE), (view.say(NOT_SET_UP), *turns.problems(view)), turns.first_pages(view))


DEPARTMENT = Department(pages={"home": home})
