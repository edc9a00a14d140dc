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

EDIT = Phrase("slack-edit")
SHORTER = Phrase("slack-shorter")
SENT = Phrase("slack-sent")
EDIT_TITLE = Phrase("slack-edit-title")
EDIT_DRAFT = Phrase("slack-edit-draft")
EDIT_HINT = Phrase("slack-edit-hint")

WRITTEN_PRIVATELY = Phrase("slack-written-privately")
OPEN_CHAT = Phrase("slack-open-chat")
NO_WORDS = Phrase("slack-no-words")

PROMPTS = Phrase("slack-prompts")
PROMPT_TELL = Phrase("slack-prompt-tell")
PROMPT_TELL_WORDS = Phrase("slack-prompt-tell-words")
PROMPT_STEPS = Phrase("slack-prompt-steps")
PROMPT_STEPS_WORDS = Phrase("slack-prompt-steps-words")
PROMPT_COMING = Phrase("slack-prompt-coming")
PROMPT_COMING_WORDS = Phrase("slack-prompt-coming-words")
PROMPT_DATA = Phrase("slack-prompt-data")
PROMPT_DATA_WORDS = Phrase("slack-prompt-data-words")
