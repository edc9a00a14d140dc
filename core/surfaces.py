"""What more than one surface says around the conversation: under drafts, and on the page that shows everything at a glance."""

from __future__ import annotations

from core.messages import EDIT, SENT, SHORTER
from core.vocabulary import Phrase

UNDER_A_DRAFT = {
    EDIT: Phrase("surface-edit"),
    SHORTER: Phrase("surface-shorter"),
    SENT: Phrase("surface-sent"),
}
"""The labels of a draft's buttons, by what they do."""
OWN_TEXT_TITLE = Phrase("surface-own-text-title")
"""Above the form in which they change a draft; at most 24 characters."""

UNDER_WAY = Phrase("surface-under-way")
COMING = Phrase("surface-coming")
FELT = Phrase("surface-felt")
SETTINGS = Phrase("surface-settings")
KEPT = Phrase("surface-kept", "months")

NOTHING_UNDER_WAY = Phrase("surface-nothing-under-way")
NOTHING_COMING = Phrase("surface-nothing-coming")
HELD = Phrase("surface-held")
STOPPED = Phrase("surface-stopped")
NEXT = Phrase("surface-next", "step")
GO_ON = Phrase("surface-go-on")
COMES_AT = Phrase("surface-comes-at", "at", "about")
HOW_TO_CHANGE = Phrase("surface-how-to-change")
FELT_ON = Phrase("surface-felt-on", "on", "title", "feeling")
ZONE = Phrase("surface-zone", "town")
NO_ZONE = Phrase("surface-no-zone")
HOURS = Phrase("surface-hours", "from", "until")
PAUSED = Phrase("surface-paused", "until")
