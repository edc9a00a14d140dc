"""What staff set for their members: the settings of `core.community`, kept as the very TOML that the file form has."""

from __future__ import annotations

from core.communities.desk import PAGE, Page
from core.communities.turn import Department, View, departments
from core.messages import Choice
from core.vocabulary import Phrase

SECTION = "settings"

TITLE = Phrase("community-home-title")
NOT_SET_UP = Phrase("community-not-set-up")


def home(view: View, _about: str) -> Page:
    """The first page: what is set, what is left to do, and where each department is."""
    unset = () if view.section(SECTION, "") else (view.say(NOT_SET_UP),)
    problems = tuple(what for one in departments() for what in (*one.problems(view), *one.left(view)))
    buttons = tuple(Choice(f"{PAGE}:{one.first}", view.say(one.title)) for one in departments() if one.title)
    return Page("home", view.say(TITLE), (*unset, *problems), buttons)


DEPARTMENT = Department(pages={"home": home})
