"""What staff set for their members: the settings of `core.community`, kept as the very TOML that the file form has."""

from __future__ import annotations

from core.communities.desk import PAGE, Page
from core.communities.turn import Department, View, departments, problems
from core.messages import Choice
from core.vocabulary import Phrase

SECTION = "settings"

TITLE = Phrase("community-home-title")
NOT_SET_UP = Phrase("community-not-set-up")


def home(view: View, _about: str) -> Page:
    """The first page: what is set, what is left to do, and where each department is."""
    lines = () if view.section(SECTION, "") else (view.say(NOT_SET_UP),)
    buttons = tuple(Choice(f"{PAGE}:{one.first}", view.say(one.title)) for one in departments() if one.title)
    return Page("home", view.say(TITLE), (*lines, *problems(view)), buttons)


DEPARTMENT = Department(pages={"home": home})
