"""The first page of the desk, and the pages of what is set: as members will see it, what is left to do, who changed what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from core import community, lines
from core.addresses import is_plain
from core.communities import turn as turns
from core.communities.desk import FORM, LINK, PAGE, File, Page
from core.communities.settings import forms, saving
from core.communities.settings.saving import LABELS, SECTION
from core.communities.turn import View
from core.community import LINKS
from core.errors import CommunityError
from core.flows.danger import DIRECTORY, given
from core.messages import Choice
from core.vocabulary import Phrase

TITLE = Phrase("settings-home")
FROM_NOBODY = Phrase("settings-from-nobody")
FROM_OPERATOR = Phrase("settings-from-operator")
FROM_STAFF = Phrase("settings-from-staff")
SEEN = Phrase("settings-seen")
SAID = Phrase("settings-said", "said")
IN_DANGER = Phrase("settings-in-danger", "lines")
HOURS = Phrase("settings-hours", "zone", "start", "end", "days")
LEFT = Phrase("settings-left", "number", "what")
NOTHING_LEFT = Phrase("settings-nothing-left")
PROBLEM = Phrase("settings-problem", "what")
UNREADABLE = Phrase("settings-unreadable", "problem")

TRY = Phrase("settings-try", "part")

LEFT_NAME = Phrase("settings-left-name")
LEFT_STAFF = Phrase("settings-left-staff")
LEFT_COUNTRY = Phrase("settings-left-country")
LEFT_ZONE = Phrase("settings-left-zone")
LEFT_LINKS = Phrase("settings-left-links")

ALL = Phrase("settings-all")
PART = Phrase("settings-part", "part", "value")
CHANGES = Phrase("settings-changes")
CHANGE = Phrase("settings-change", "at", "who", "what")
NO_CHANGES = Phrase("settings-no-changes")
OLDER = Phrase("settings-older")
NEWER = Phrase("settings-newer")
EXPORT = Phrase("settings-export")
EXPORTED = Phrase("settings-exported")

CHANGES_A_PAGE = 15
FILE = "community.toml"
MEDIA_TYPE = "application/toml"
_MOST_DIGITS = 4


def home(view: View, _about: str) -> Page:
    """The first page: what is set, what does not work, and what is left to do, in order."""
    departments, now = turns.departments(), view.settings.links
    problems = [what for one in departments for what in one.problems(view)]
    left = [what for one in departments for what in one.left(view)]
    told = (
        _where_from(view),
        *as_members_see(view),
        *(view.say(PROBLEM, what=what) for what in problems),
        *(view.say(LEFT, number=number, what=what) for number, what in enumerate(left, start=1)),
        *(() if left or problems else (view.say(NOTHING_LEFT),)),
    )
    buttons = (
        _button(view, FORM, "about", forms.ABOUT),
        _button(view, FORM, "links", forms.FORM_LINKS),
        _button(view, FORM, "hours", forms.HOURS),
        *(_button(view, PAGE, one.first, one.title) for one in departments if one.title is not None),
        _button(view, PAGE, "settings", ALL),
        _button(view, PAGE, "changes", CHANGES),
        *(
            Choice(f"{LINK}:{now[name]}", view.say(TRY, part=LABELS[name]))
            for name in LINKS
            if is_plain(now.get(name, ""))
        ),
    )
    return Page("home", view.say(TITLE), told, buttons)


def as_members_see(view: View) -> Iterator[str]:
    """What is set, in the very words in which members are told it."""
    now, wording = view.settings, view.wording
    yield view.say(SEEN)
    staff = (
        wording.said(lines.STAFF.id, 0, {"staff": now.staff}) if now.staff else wording.said(lines.NO_STAFF.id, 0, {})
    )
    yield view.say(SAID, said=staff)
    for saying, names in lines.LINKED.items():
        if links := tuple(now.links[name] for name in names if name in now.links):
            yield view.say(SAID, said=wording.said(saying.id, 0, {"links": links}))
    yield view.say(IN_DANGER, lines=given(now.country, now.helplines) or (DIRECTORY,))
    told = {name: saving.told(view, now, name) for name in ("zone", "quiet-from", "quiet-to", "working-days")}
    yield view.say(HOURS, zone=told["zone"], start=told["quiet-from"], end=told["quiet-to"], days=told["working-days"])


def settings(view: View, _about: str) -> Page:
    """Everything that can be set, one by one."""
    told = (view.say(PART, part=label, value=saving.told(view, view.settings, name)) for name, label in LABELS.items())
    remove = [_button(view, FORM, "helpline-remove", forms.REMOVE)] if view.settings.helplines else []
    buttons = (
        _button(view, FORM, "offers", forms.OFFERS_FORM),
        _button(view, FORM, "helpline", forms.HELPLINE),
        *remove,
        _button(view, FORM, "keeping", forms.KEEPING),
        _button(view, PAGE, "export", EXPORT),
        _button(view, FORM, "import", forms.IMPORT),
        view.to("home"),
    )
    return Page("settings", view.say(ALL), (_where_from(view), *told), buttons)


def changes(view: View, about: str) -> Page:
    """Who changed what and when, the latest first; `about` says how many pages further back."""
    pages_back = int(about) if about.isascii() and about.isdigit() and len(about) <= _MOST_DIGITS else 0
    first = pages_back * CHANGES_A_PAGE
    latest = view.changes[::-1]
    told = tuple(_change(view, *one) for one in latest[first : first + CHANGES_A_PAGE])
    buttons = (
        *([_button(view, PAGE, f"changes:{pages_back - 1}", NEWER)] if pages_back else []),
        *([_button(view, PAGE, f"changes:{pages_back + 1}", OLDER)] if latest[first + CHANGES_A_PAGE :] else []),
        view.to("home"),
    )
    return Page("changes", view.say(CHANGES), told or (view.say(NO_CHANGES),), buttons)


def export(view: View, _about: str) -> Page:
    """What is set as a file that can be brought in again, here or in another place."""
    file = File(FILE, MEDIA_TYPE, community.written(view.settings).encode("utf-8", "replace"))
    back = (view.to("settings"),)
    return Page("export", view.say(EXPORT), (view.say(EXPORTED),), back, (file,))


def left(view: View) -> tuple[str, ...]:
    """What members would miss most comes first."""
    now = view.settings
    missing = (
        (now.name, LEFT_NAME),
        (now.staff, LEFT_STAFF),
        (now.country, LEFT_COUNTRY),
        (now.zone, LEFT_ZONE),
        (now.links, LEFT_LINKS),
    )
    return tuple(view.say(what) for value, what in missing if not value)


def problems(view: View) -> tuple[str, ...]:
    """What was set and cannot be read any more; until it is set anew, the usual settings hold."""
    try:
        community.read(view.section(SECTION, ""))
    except CommunityError as problem:
        return (view.say(UNREADABLE, problem=str(problem)),)
    return ()


def _where_from(view: View) -> str:
    if saving.is_from_staff(view):
        return view.say(FROM_STAFF)
    return view.say(FROM_NOBODY if view.settings == community.NONE else FROM_OPERATOR)


def _change(view: View, at: str, who: str, what: str) -> str:
    there = datetime.fromisoformat(at).astimezone(view.zone)
    return view.say(CHANGE, at=there.replace(tzinfo=None).isoformat(timespec="minutes"), who=who, what=what)


def _button(view: View, opens: str, name: str, label: Phrase) -> Choice:
    return Choice(f"{opens}:{name}", view.say(label))
