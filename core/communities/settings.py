"""What staff set for their members: the settings of `core.community`, kept as the very TOML that the file form has."""

from __future__ import annotations

from core.communities import turn as turns
from core.communities.desk import PAGE, Page
from core.communities.turn import Department, View
from core.messages import Choice
from core.vocabulary import Phrase

SECTION = "settings"

TITLE = Phrase("community-home-title")
NOT_SET_UP = Phrase("community-not-set-up")


def home(view: View, _about: str) -> Page:
    """The first page: what is set, and what is left to do."""
    buttons = tuple(
        Choice(f"{PAGE}:{department.first}", view.say(department.title))
        for department in turns.departments()
        if department.title is not None
    )
    return Page("home", view.say(TITLE), (view.say(NOT_SET_UP),), buttons)


DEPARTMENT = Department(pages={"home": home})
