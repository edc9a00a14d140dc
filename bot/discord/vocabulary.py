"""What is said on Discord alone: about its direct messages, its commands and its buttons. The coaching is elsewhere."""

from core.vocabulary import Phrase, Saying

FIRST_LINE = Saying("discord-first-line")
WRITTEN = Saying("discord-written", "link")
WRITING = Saying("discord-writing", "link")
HERE = Saying("discord-here")
CLOSED = Saying("discord-closed")
CLOSED_SINCE = Saying("discord-closed-since")
NO_SERVER = Saying("discord-no-server", "link")
NO_ANSWER = Saying("discord-no-answer")
NOT_KEPT = Saying("discord-not-kept")
OLD_COMMAND = Saying("discord-old-command")
OLD_BUTTON = Saying("discord-old-button")
SAVED = Saying("discord-saved", "link")
OTHERS_WORDS = Saying("discord-others-words", "link")
NOTHING_IN_IT = Saying("discord-nothing-in-it")
SAME_CLOCK_ASKED = Saying("discord-same-clock-asked", "town", "there", "here")
NO_SUCH_ZONE = Saying("discord-no-such-zone")

EDIT_LABEL = Phrase("discord-edit-label")
COMING_AT = Phrase("discord-coming-at", "at", "in", "about")
SETTINGS_HOW = Phrase("discord-settings-how")
SAME_CLOCK = Phrase("discord-same-clock")
CHOOSE = Phrase("discord-choose")
UNREACHABLE = Phrase("discord-unreachable")
ASKED_BEFORE = Phrase("discord-asked-before")

_COMMANDS = (
    "debrief",
    "nudges",
    "journal",
    "note",
    "practice",
    "prepare",
    "settings",
    "privacy",
    "export",
    "forget",
    "help",
)
NAMES = {name: Phrase(f"discord-name-{name}") for name in _COMMANDS}
"""What a command is called: lower case, no space, at most 32 characters."""
COMMANDS = {name: Phrase(f"discord-command-{name}") for name in _COMMANDS}
"""What a command does, in the list that Discord shows while one is typed."""
HAPPENED = Phrase("discord-option-happened")
ZONE = Phrase("discord-option-zone")
SAVE = Phrase("discord-menu-save")
ADMIN_NAME = Phrase("discord-name-admin")
ADMIN = Phrase("discord-command-admin")

PROBLEMS = Phrase("discord-problems")
"""Above what is wrong with a form."""
PROBLEM = Phrase("discord-problem", "field", "what")
OPEN_AGAIN = Phrase("discord-open-again")
TO_FIRST_PAGE = Phrase("discord-to-first-page")
LACKING = Phrase("discord-lacking", "lacks")
NOT_DONE = Phrase("discord-not-done")
NO_SUCH_FORM = Phrase("discord-no-such-form")
