### What is said only on Slack: buttons, windows, the Home tab. Labels of at most 30 characters, titles of at most 24.

slack-choose = Choose
slack-pick-day = Pick the day
slack-pick-time = Pick the time
slack-write = Write it in a window
slack-chosen = You chose: { $chosen }

slack-tell-title = Debrief an interview
slack-tell = What happened?
slack-tell-hint = As it comes: where it was, what for, which moment stays with you. I answer in our own chat.
slack-answer-title = Your answer
slack-answer = In your own words
slack-send = Send
slack-cancel = Cancel
slack-close = Close
slack-not-kept = This could not be kept just now, so nothing was sent. Please press the button again in a minute.
slack-asked-before = This was asked a while ago. We are at another question now; it is the last one in our chat. To go back to this one, write "back" there.

slack-edit-draft = The text, as you would send it
slack-edit-hint = Whatever stands here becomes the draft. I change nothing in it.

slack-written-privately = I have written to you in our own chat. Nobody in this channel sees that, or this line.
slack-open-chat = Open our chat

slack-prompts = How shall we begin?
slack-prompt-tell = I just had an interview
slack-prompt-tell-words = I have just had an interview and it did not go well.
slack-prompt-steps = What can we do now?
slack-prompt-steps-words = steps
slack-prompt-coming = What will you send me?
slack-prompt-coming-words = What will you send me?
slack-prompt-data = What do you keep of me?
slack-prompt-data-words = my data

slack-move = Another time
slack-leave-out = Leave it out
slack-move-title = Another time
slack-zone-right = That is right
slack-zone-other = I am somewhere else
slack-zone-title = Where you are
slack-town = Town or country
slack-hours = Other hours
slack-hours-title = When I may write
slack-since = Not before
slack-until = Not after
slack-pause = Write nothing for …
slack-pause-day = a day
slack-pause-days = three days
slack-pause-week = a week
slack-resume = Write again
slack-data = What is kept of you
slack-privacy-program = I am a program and read only what you write to me, here or through "/rebound", never a channel.
slack-privacy-kept = Your words are encrypted until you say "forget me", or until { $months } months after your last visit.
slack-privacy-staff = Staff get no view of them; whoever runs me holds the key.
slack-privacy-slack = Slack keeps its own copy of our chat, which the owners of a workspace may be able to export.
slack-show-data = What can I do about it?
slack-export = Give me all of it
slack-erase = Erase everything
slack-erase-title = Erase everything?
slack-erase-sure = I ask once more in our chat before anything is erased. It cannot be undone.
slack-erase-yes = Go on

## For staff: the desk, and what is missing in a channel (it follows "I am missing:")

slack-desk-title = For staff
slack-desk-open = Open the desk
slack-desk-home = You manage this workspace, so you can set up here what the coach offers its members. They do not see this.
slack-desk-wait = One moment …
slack-other-company = I can write only to people of the workspace that has set me up, and your account is of another one. Nothing was begun.
slack-desk-unknown = Slack has not told me whether you manage this workspace, so nothing was shown or changed. Please try again in a minute.
slack-desk-not-kept = This could not be kept just now, so nothing has changed. Please send it again in a minute.
slack-desk-failed = This did not work just now. Please open the desk again in a minute, and look whether it was done.
slack-desk-files = I put into our own chat: { $files }.
slack-desk-no-files = The files could not be put into our own chat. Whoever runs me can see why in “rebound doctor”.
slack-desk-file = From the desk, for you alone:
slack-lacks-scopes = a permission of the app ({ $scopes }; whoever runs me adds it with “rebound slack --manifest --community”)
slack-lacks-place = a place in it (write “/invite” and my name there)
slack-lacks-life = a channel that is not archived
