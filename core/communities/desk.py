"""What staff see: pages and forms, free of any platform.

An adapter shows a `Page` to the one who asked and to nobody else, and a `Form` as a window; what is sent comes back as
`Submitted`. A button of a page names a page (`page:…`), a form (`form:…`), something that is done at once (`do:…`) or an address
that opens outside (`link:…`). Whatever a platform has shown, `core.communities.turn` asks again whether they may.
"""

from __future__ import annotations

from enum import StrEnum

from core.messages import Choice
from core.records import record

PAGE, FORM, DO, LINK = "page", "form", "do", "link"
"""What a button opens, by the word before the colon of its option."""
MOST_FIELDS = 5
"""In a form; Discord takes no more."""
MOST_BUTTONS = 20
LONGEST_LABEL = 45
LONGEST_TITLE = 24
"""Of a form, in letters: Slack's limit."""


class Kind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    LONG_TEXT = "long text"
    ONE = "one"
    """One of the options."""
    SEVERAL = "several"
    """Any of the options."""
    CHANNEL = "channel"


@record
class Field:
    """One thing that is asked in a form."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    value: tuple[str, ...] = ()
    """What stands there already."""
    hint: str = ""
    options: tuple[Choice, ...] = ()
    is_required: bool = False
    most: int = 500
    """In letters."""


@record
class Form:
    """A window with some fields."""

    name: str
    """As `Submitted.form` has it."""
    title: str
    fields: tuple[Field, ...]


@record
class File:
    """Something to look at or to take away, shown with a page."""

    name: str
    media_type: str
    content: bytes
    alt: str = ""
    """What a picture shows, in words."""


@record
class Page:
    """Something to read, with what can be done about it. Only who manages the community is shown one."""

    name: str
    title: str
    lines: tuple[str, ...]
    """Paragraphs; plain text, to be shown as it stands."""
    buttons: tuple[Choice, ...] = ()
    files: tuple[File, ...] = ()
    """Shown beside, in order."""


@record
class Problems:
    """Why a form was not taken: a sentence for each field that says what to write."""

    by_field: tuple[tuple[str, str], ...]
