### The pages with which an administrator installs the coach in a Slack workspace. They are no part of a conversation.

slack-pages-title = Rebound for your workspace
slack-pages-what-it-is = Rebound is a coach for the hours and days after a job interview. It talks with each member in direct messages, and writes to nobody who has not written to it first.
slack-pages-asks = On the next page Slack asks you to allow this, and nothing more:
slack-pages-chat-write = to write in direct messages
slack-pages-commands = to answer /rebound and its shortcuts
slack-pages-files-write = to hand members their own files: an export, dates for a calendar
slack-pages-im-history = to read what members write to it in direct messages; it sees no channel and no other conversation
slack-pages-users-read = to know a member's time zone, and whether the account is still in use
slack-pages-channels-join = to enter a public channel that your administrators have chosen for a post
slack-pages-channels-read = to see the name of a public channel that they choose, and whether it is archived; it reads no message there
slack-pages-groups-read = the same for a private channel that it was invited to, so that notes for staff go where only staff are
slack-pages-pins-write = to pin the one post that says where the coach is
slack-pages-for-community = You are a career centre, and it should also post in your channels?
slack-pages-go-on = Go on to Slack

slack-pages-done-title = Rebound is installed
slack-pages-done = Members find it in Slack under Apps.
slack-pages-done-next = Tell them that it is there: it waits until they write. If you take it out again, it writes to nobody any more, and what they told it is erased 30 days later.
slack-pages-open = Open it in Slack

slack-pages-not-done-title = Nothing was installed
slack-pages-denied = Slack says that it was not allowed, so nothing was kept.
slack-pages-expired = The page before this one was open for more than ten minutes, or in another browser. Nothing was kept; please begin again.
slack-pages-failed = Slack did not finish it, so nothing was kept. Please begin again; if it fails twice, tell whoever runs Rebound.
slack-pages-again = Begin again
