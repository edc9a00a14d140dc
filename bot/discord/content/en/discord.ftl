### What is said on Discord alone. Descriptions of commands have at most 100 characters, labels of buttons 80.

discord-first-line = You called me on a server. Here it is just the two of us.
    .v2 = This is where we talk: nobody from the server reads along.
    .v3 = Away from the server, we can talk here.

discord-written = I have written to you privately: { $link }
    .v2 = My answer is in our private conversation: { $link }
    .v3 = I answered where nobody else reads: { $link }

discord-writing = I am writing to you privately: { $link }
    .v2 = My answer comes in our private conversation: { $link }
    .v3 = I answer where nobody else reads: { $link }

discord-here = Here it comes.
    .v2 = One moment, right here.
    .v3 = It follows below.

discord-closed = Your direct messages are closed to me, so I have kept nothing and send nothing. To open them: the server's name, Privacy Settings, Direct Messages. Then try this again.
    .v2 = Discord will not let me write to you privately, so nothing is kept or sent. Allow direct messages in this server's Privacy Settings, and try again.
    .v3 = I cannot reach you in private, so nothing is kept and no reminder comes. Under the server's name, Privacy Settings, allow direct messages; then call me again.

discord-closed-since = My answer could not reach you: your direct messages are closed to me. What you told me is kept, and no reminder comes. To open them: the server's name, Privacy Settings, Direct Messages.
    .v2 = Discord no longer lets me write to you privately. Your words are kept, but nothing comes from me until direct messages are allowed in this server's Privacy Settings.
    .v3 = I can no longer reach you in private. All you told is kept and waits; allow direct messages under the server's name, Privacy Settings, and call me again.

discord-no-server = I cannot write to you privately from here, so no reminder comes. Add me to your own account, then try again: { $link }
    .v2 = From here Discord gives me no way to your private messages, so nothing comes from me. Adding me for yourself opens one: { $link }
    .v3 = We share no server that lets me write to you, so I stay silent. With me added to your account it works: { $link }

discord-no-answer = Discord does not let me through to you just now. Nothing of this is kept; please try again in a minute.
    .v2 = I could not reach you privately at the moment, and nothing of this is kept. Try once more in a minute.
    .v3 = Discord is slow to let me through. Nothing of this is kept; give it a minute and try again.

discord-not-kept = I could not write that down, so it is not kept. Please send it again in a minute.
    .v2 = That is not kept: I could not reach my own notes. Try once more in a minute.
    .v3 = My notes are out of reach for a moment, and that one is not in them. Please try again soon.

discord-old-command = I no longer know that command. /help shows what there is.
    .v2 = That command is from an earlier version of me; /help lists today's.
    .v3 = That one is gone. What there is instead stands under /help.

discord-old-button = That button is from an earlier time and does nothing any more.
    .v2 = This button no longer leads anywhere. Write to me instead.
    .v3 = That one is too old to work. A message does the same.

discord-saved = Taken into our private conversation: { $link }
    .v2 = It is with me now, and I answer here: { $link }
    .v3 = Kept, where nobody else reads: { $link }

discord-others-words = Those are somebody else's words, so I keep none of them. What you take from them, write to me in your own: { $link }
    .v2 = I keep what you write, and not what others do. Put in your own words what matters in it: { $link }
    .v3 = That message is another person's, and stays theirs. A line of yours about it I will keep: { $link }

discord-nothing-in-it = I find no words in that message.
    .v2 = There is no text in that message for me to keep.
    .v3 = That message holds no words that I could read.

discord-same-clock-asked = By the clock of { $town } it is { $there }. Your device shows { $here }. Are the two the same? If not, give /settings another town.
    .v2 = In { $town } it is { $there } now, and on your device { $here }. Do they agree? If not, try /settings with another town.
    .v3 = { $town }: { $there }. Your own clock: { $here }. Is that the same time? If not, another town after /settings will do.

discord-no-such-zone = I could not tell which clock you mean. Type a big town near you after /settings, and pick from the list.
    .v2 = That place is not on my list. A larger town nearby will do; pick one of those that appear while you type.
    .v3 = I know no clock by that name. Begin to type a bigger town, and choose from what appears.

discord-same-clock = Yes, the same
discord-coming-at = { $at } ({ $in }): { $about }
discord-settings-how = "/settings" with a town sets your clock. In words to me: "messages only between 10 and 18", "pause for a week", "stop writing", "resume".

discord-edit-label = Your text
discord-choose = Choose one
discord-unreachable = Your direct messages are closed to me at the moment, so none of this reaches you. To open them: the server's name, Privacy Settings, Direct Messages.
discord-asked-before = This was asked a while ago.

discord-name-debrief = debrief
discord-name-nudges = nudges
discord-name-journal = journal
discord-name-note = note
discord-name-practice = practice
discord-name-prepare = prepare
discord-name-settings = settings
discord-name-privacy = privacy
discord-name-export = export
discord-name-forget = forget
discord-name-help = help

discord-command-debrief = Tell what happened in an interview, in private
discord-command-nudges = See what is coming from me, and when
discord-command-journal = Read back what you told about your interviews
discord-command-note = See the thank-you note
discord-command-practice = Practise the question that was hard
discord-command-prepare = Get ready for the next interview
discord-command-settings = Your time zone and quiet hours, and pauses
discord-command-privacy = What is kept, for how long, and who can see it
discord-command-export = Get everything you ever told me, as files
discord-command-forget = Erase everything about you
discord-command-help = What you can say and do here

discord-option-happened = What happened, in your own words; nobody else sees it
discord-option-zone = A town or a time zone, such as Lusaka

discord-menu-save = Save to my reflection

discord-name-admin = rebound-admin
discord-command-admin = Set the coach up for this server; for those who manage it

discord-problems = Not kept yet
discord-problem = { $field }: { $what }
discord-open-again = Open the form again
discord-to-first-page = To the first page
discord-lacking = In this channel I may not: { $lacks }. Posts need View Channel, Send Messages and Read Message History, pinned ones Pin Messages too, entries in the calendar Create Events.
discord-not-done = Discord did not answer me just now, so nothing was kept. Please try again in a minute.
discord-no-such-form = There is nothing to fill in here any more. Open the page again.
