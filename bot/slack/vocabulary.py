"""What is said only on Slack, around the conversation: on its buttons, in its windows and on its Home tab."""

from __future__ import annotations

from core.vocabulary import Phrase

CHOOSE = Phrase("slack-choose")
PICK_DAY = Phrase("slack-pick-day")
PICK_TIME = Phrase("slack-pick-time")
WRITE = Phrase("slack-write")
CHOSEN = Phrase("slack-chosen", "chosen")

TELL_TITLE = Phrase("slack-tell-title")
TELL = Phrase("slack-tell")
TELL_HINT = Phrase("slack-tell-hint")
ANSWER_TITLE = Phrase("slack-answer-title")
ANSWER = Phrase("slack-answer")
SEND = Phrase("slack-send")
CANCEL = Phrase("slack-cancel")
CLOSE = Phrase("slack-close")
NOT_KEPT = Phrase("slack-not-kept")
ASKED_BEFORE = Phrase("slack-asked-before")

EDIT_DRAFT = Phrase("slack-edit-draft")
EDIT_HINT = Phrase("slack-edit-hint")

WRITTEN_PRIVATELY = Phrase("slack-written-privately")
OPEN_CHAT = Phrase("slack-open-chat")

PROMPTS = Phrase("slack-prompts")
PROMPT_TELL = Phrase("slack-prompt-tell")
PROMPT_TELL_WORDS = Phrase("slack-prompt-tell-words")
PROMPT_STEPS = Phrase("slack-prompt-steps")
PROMPT_STEPS_WORDS = Phrase("slack-prompt-steps-words")
PROMPT_COMING = Phrase("slack-prompt-coming")
PROMPT_COMING_WORDS = Phrase("slack-prompt-coming-words")
PROMPT_DATA = Phrase("slack-prompt-data")
PROMPT_DATA_WORDS = Phrase("slack-prompt-data-words")

MOVE = Phrase("slack-move")
LEAVE_OUT = Phrase("slack-leave-out")
MOVE_TITLE = Phrase("slack-move-title")
ZONE_RIGHT = Phrase("slack-zone-right")
ZONE_OTHER = Phrase("slack-zone-other")
ZONE_TITLE = Phrase("slack-zone-title")
TOWN = Phrase("slack-town")
HOURS = Phrase("slack-hours")
HOURS_TITLE = Phrase("slack-hours-title")
SINCE = Phrase("slack-since")
UNTIL = Phrase("slack-until")
PAUSE = Phrase("slack-pause")
PAUSE_DAY = Phrase("slack-pause-day")
PAUSE_DAYS = Phrase("slack-pause-days")
PAUSE_WEEK = Phrase("slack-pause-week")
RESUME = Phrase("slack-resume")
DATA = Phrase("slack-data")
PRIVACY = (
    Phrase("slack-privacy-program"),
    Phrase("slack-privacy-kept", "months"),
    Phrase("slack-privacy-staff"),
    Phrase("slack-privacy-slack"),
)
"""In four lines."""
SHOW_DATA = Phrase("slack-show-data")
EXPORT = Phrase("slack-export")
ERASE = Phrase("slack-erase")
ERASE_TITLE = Phrase("slack-erase-title")
ERASE_SURE = Phrase("slack-erase-sure")
ERASE_YES = Phrase("slack-erase-yes")

OTHER_COMPANY = Phrase("slack-other-company")
DESK_TITLE = Phrase("slack-desk-title")
DESK_OPEN = Phrase("slack-desk-open")
DESK_HOME = Phrase("slack-desk-home")
DESK_WAIT = Phrase("slack-desk-wait")
DESK_UNKNOWN = Phrase("slack-desk-unknown")
DESK_NOT_KEPT = Phrase("slack-desk-not-kept")
DESK_FAILED = Phrase("slack-desk-failed")
DESK_FILES = Phrase("slack-desk-files", "files")
DESK_NO_FILES = Phrase("slack-desk-no-files")
DESK_FILE = Phrase("slack-desk-file")
LACKS_SCOPES = Phrase("slack-lacks-scopes", "scopes")
LACKS_PLACE = Phrase("slack-lacks-place")
LACKS_LIFE = Phrase("slack-lacks-life")
