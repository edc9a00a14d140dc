"""What the pages say with which an administrator installs the coach in a Slack workspace."""

from __future__ import annotations

from core.vocabulary import Phrase

TITLE = Phrase("slack-pages-title")
WHAT_IT_IS = Phrase("slack-pages-what-it-is")
ASKS = Phrase("slack-pages-asks")
CHAT_WRITE = Phrase("slack-pages-chat-write")
COMMANDS = Phrase("slack-pages-commands")
FILES_WRITE = Phrase("slack-pages-files-write")
IM_HISTORY = Phrase("slack-pages-im-history")
USERS_READ = Phrase("slack-pages-users-read")
CHANNELS_JOIN = Phrase("slack-pages-channels-join")
CHANNELS_READ = Phrase("slack-pages-channels-read")
GROUPS_READ = Phrase("slack-pages-groups-read")
PINS_WRITE = Phrase("slack-pages-pins-write")
FOR_COMMUNITY = Phrase("slack-pages-for-community")
GO_ON = Phrase("slack-pages-go-on")

DONE_TITLE = Phrase("slack-pages-done-title")
DONE = Phrase("slack-pages-done")
DONE_NEXT = Phrase("slack-pages-done-next")
OPEN = Phrase("slack-pages-open")

NOT_DONE_TITLE = Phrase("slack-pages-not-done-title")
DENIED = Phrase("slack-pages-denied")
EXPIRED = Phrase("slack-pages-expired")
FAILED = Phrase("slack-pages-failed")
AGAIN = Phrase("slack-pages-again")
