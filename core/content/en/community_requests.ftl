### What staff see of the notes that members pass on to them. No note itself is ever shown here.

community-requests-title = Notes from members
community-requests-unset = Members cannot pass a note on to you yet. Choose a private channel, and the coach offers it to whoever asks for a person. A member sees exactly what is sent before it goes, and can take it back.
community-requests-set = Notes go to { $channel }. Answers come from: { $who }.
community-requests-each-by-name = whoever answers, by their name here
community-requests-open = { $count ->
        [0] No note is open.
        [one] One note is open. What it says stands in the channel and nowhere else.
       *[other] { $count } notes are open. What they say stands in the channel and nowhere else.
    } A note that nobody touches is closed after 30 days.
community-requests-choose = Choose the channel
community-requests-answer = Answer note { $number }
community-requests-close = Close note { $number }
community-requests-channel = Channel for notes
community-requests-channel-hint = Private, and only for staff: everybody in it reads the notes. Empty: no notes.
community-requests-who = Who answers
community-requests-who-hint = The name members see above an answer ("The careers team"). Empty: the name of whoever answers.
community-requests-answer-title = Answer note { $number }
community-requests-text = Your answer
community-requests-text-hint = It is sent to the member as it stands, with the name of who answers.
community-requests-not-seen = I cannot see this channel. Add me to it, or choose another.
community-requests-not-private = { $channel } is open to everybody: choose a channel that only staff can see, or make it private.
community-requests-no-forum = { $channel } is a forum: choose a plain private channel.
community-requests-lacks = In { $channel } I am missing: { $lacks }. Give me that there, or choose another channel.
community-requests-empty = Write something, or close this window.
community-requests-too-long = This has { $count } letters and { $most } fit: make it shorter.
community-requests-gone = This note is closed, or the member has taken it back. Nothing was sent.
community-requests-not-posted = A member's note could not be posted in { $channel }: { $reason }. The member was told. Let me write there, with nobody but staff reading it, or choose another channel.
community-requests-changed = notes from members: { $channel }, answered by { $who }
community-requests-switched-off = notes from members: switched off
community-requests-answered = answered note { $number }
community-requests-note = Note { $number }
community-requests-closed = closed note { $number }
community-requests-staff = Somebody on the staff
