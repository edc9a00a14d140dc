### Posts in channels. First what members read there, in the voice of the coach; then what staff read about it.

posts-button = Write to the coach
posts-what-it-is = Rebound is a program. It is private, and only if you want: staff get no view of what you write to it.
posts-starts = It begins on { DAY($at) }, { TIME($at) } ({ $place } time).
posts-where = Where: { $place }

posts-tip-title = Practice of the week
posts-tip = Say the beginning of one answer aloud today, once. The first sentence is the hardest, and then it has been said before.
    .v2 = If your mind goes blank, you may say so: “Let me think for a moment.” Silence is allowed. Try that sentence once, before you need it.
    .v3 = Take one thing you have done and tell it in three sentences: what was wrong, what you did, how it ended. It answers more than one question.
    .v4 = Pick the question you like least. Write down two sentences that you would want to say. Nothing has to be learnt by heart.
    .v5 = Have one question of your own ready, about the work itself: what the first week looks like, or who you would work with.
    .v6 = After an interview, note in a few words what you were asked, while you still remember how they put it. A phone will do.
    .v7 = “Tell us about yourself”: two sentences on what you do, one on what draws you to this job. Say them to a wall today.
    .v8 = One weak answer is one answer. If it stays with you, write down what you would say now; a thank-you note can carry it.
    .v9 = Keep one small story of something that went wrong and what you did next. A late order will do, or a double booking.
    .v10 = Practise with somebody for ten minutes: one asks, one answers, then change places. No marks; just say what you heard.
    .v11 = For a video call, look once at what can be seen behind you, and put three words on a note beside the camera.
    .v12 = “Do you mean this, or that?” is a fair reply to a question you did not follow. Say it once aloud, so that it is there.
    .v13 = Think of a question that you answered well. What were your words? Write that sentence down; it may be asked again.

posts-this-week-title = Interview this week?
posts-this-week = If there is an interview in your week, ten minutes with the coach can get you ready: one example, one question of your own, what to say first.
    .v2 = One coming up, or one just behind you? You can tell the coach about it in your own words, and stop whenever you like.
    .v3 = What about it goes round in your head? You can put it to the coach, in a sentence or in many. It asks one thing at a time.
    .v4 = You can tell the coach which day it is. It says beforehand what it would write to you and when, and leaves out whatever you do not want.

posts-hour-title = Debrief hour
posts-hour = This hour is for looking back. If you have had an interview, you can go through it with the coach: what stayed with you, and what to keep.
    .v2 = An interview that will not leave your head? This hour is set aside for it. It may have been a bad one.
    .v3 = Ten quiet minutes with the last interview: what they asked, what you said, what you would say now.

posts-event-title = Interview practice together
posts-event = You are invited. Come as you are and leave when you like; nobody has to speak.

posts-offer-title = After an interview
posts-offer = Out of an interview, and it goes round in your head? Rebound is there for the hours and days after. You write to it alone, in your own words. It asks one thing at a time, and helps with a thank-you note and with the next interview. “Forget me” erases everything.

posts-own-title = Something of your own

## Staff: the drafts

posts-tip-for = Practice of the week: one small thing to try, every week another.
posts-this-week-for = Interview this week? A reminder, once a week, that the coach is there.
posts-hour-for = Debrief hour: a fixed hour of the week for looking back.
posts-event-for = Event: announces something on a day, before it begins; where the server has a calendar, it can stand there too.
posts-offer-for = The offer: stays pinned in a channel, with the button that opens a private conversation with the coach.
posts-own-for = Something of your own: your words, in the coach's name, without the button.

## Staff: pages

posts-title = Posts
posts-none = Nothing is planned. Choose a draft; nothing goes out before you have seen it.
posts-quiet = Posts go to channels. No member is written to because of them.
posts-listed = { $name }, { $channel }: { $state }
posts-full = There are { $most } posts, and there is no room for more. Drop one first.
posts-drafts-title = Choose a draft
posts-drafts-about = Every text can be changed, and nothing goes out before you have seen it.
posts-post-title = Post: { $name }
posts-to-preview = Not out yet. This is exactly what would be posted in { $channel }:
posts-to-be-posted = This is what is posted in { $channel }:
posts-shown-button = [ { $label } ]
posts-shown-title = Title in the forum: { $title }
posts-shown-event = In the calendar: { $title }, { DAY($start) } { TIME($start) } to { DAY($end) } { TIME($end) }, { $place }.
posts-pinned-too = It will be pinned.
posts-takes-down = The old one is taken down once this one stands.
posts-take-turns = This is the next of { $count } texts that take turns. All of them are in “Change the words”.
posts-private = Only those who are in { $channel } will see it: the channel is private.
posts-weekly = Every week on { $days } at { $at }, { $place } time.
posts-once = Once, on { DAY($at) } at { TIME($at) }, { $place } time.
posts-now = When you press “Post now”.
posts-next = Next: { DAY($at) }, { TIME($at) }.
posts-passed-over-line = On { DAY($day) } it was not posted, because its hour was over by more than three hours before it could be.

## Staff: how far a post is

posts-is-preview = waits for your yes
posts-is-on = next on { DAY($at) }, { TIME($at) }
posts-is-over = its day is over
posts-is-unset = waits until your time zone is set
posts-is-under-way = is being posted
posts-is-standing = is pinned
posts-is-paused = paused
posts-is-in-trouble = paused: { $why }

posts-no-zone = The hours of posts are in your own time zone, and none is set. Set it under “Hours”; then this can be scheduled.
posts-is-past = That time is over. Choose another, or post it now.
posts-event-over = What it announces has begun. Choose another time, or drop it.
posts-went-out-today = It went out today already; the same post goes out once a day.


posts-problem = “{ $name }” in { $channel } is paused: { $why }. Under “Posts”, choose another channel or give the coach access, then schedule it again.
posts-problem-late = “{ $name }” in { $channel } did not go out: { $why }. Look in the channel first; then, under “Posts”, choose another time, post it now, or drop it.
posts-problem-passed-over = “{ $name }” in { $channel } was not posted on { DAY($day) }: its hour was over by more than three hours before it could be. It goes on with the next.
posts-waits = “{ $name }” for { $channel } waits for your yes. Look at it under “Posts”, and schedule it, post it now, or drop it.
posts-dropped = A post that was dropped
posts-problem-zone = Posts are waiting: no time zone is set, and their hours are in it. Set it under “Hours”.

## Staff: buttons and forms

posts-new = New post
posts-hours = Set the time zone
posts-schedule = Schedule
posts-post-now = Post now
posts-words = Change the words
posts-weekly-button = Every week
posts-once-button = Once, on a day
posts-event-button = Change the time
posts-pause = Pause
posts-drop = Drop
posts-take-down = Take it down
posts-replace = Replace
posts-all = All posts

posts-form-new = New post
posts-form-words = Words and channel
posts-form-weekly = Every week
posts-form-once = Once, on a day
posts-form-event = The event
posts-form-replace = Another in its place
posts-field-title = Title
posts-field-title-hint = Above the text; a forum needs one.
posts-field-text = Text
posts-field-text-hint = Shown as it stands. A line with === parts texts that take turns.
posts-field-channel = Channel
posts-field-days = Days
posts-field-at = Hour
posts-field-at-hint = Such as 09:00, in your own time zone.
posts-field-on = Day
posts-field-on-hint = Such as { $example }.
posts-field-starts = Begins
posts-field-starts-hint = Such as { $example }, in your own time zone.
posts-field-ends = Ends
posts-field-ends-hint = With an end and a place it also stands in the server's calendar.
posts-field-place = Place
posts-field-place-hint = A room, an address, a link.
posts-field-lead = Post it
posts-lead-hour = An hour before
posts-lead-hours = Three hours before
posts-lead-day = A day before
posts-lead-days = Three days before
posts-lead-week = A week before

## Staff: what has to be written otherwise

posts-wrong-text = Write a text.
posts-wrong-long = One text has { $count } letters; write at most { $most }, or part it with a line of ===.
posts-wrong-mention = Posts call nobody: write it without “{ $mention }”.
posts-wrong-forum = { $channel } is a forum, and every post in it needs a title: write one.
posts-wrong-no-channel = Choose a channel that the coach can see; a private one it has to be invited to first.
posts-wrong-lacks = In { $channel } the coach lacks: { $lacks }. Give it that, or choose another channel.
posts-wrong-days = Choose at least one day.
posts-wrong-at = Write an hour such as 09:00.
posts-wrong-on = Write a day such as { $example }.
posts-wrong-starts = Write a day and an hour such as { $example }.
posts-wrong-ends = Write an end after the beginning, such as { $example }.
posts-wrong-calendar = With an end, write a place too, and a title.
posts-wrong-lead = Choose when to post it.

## Staff: what was done, for the list of changes

posts-did-make = post “{ $name }” drafted for { $channel }
posts-did-change = post “{ $name }” changed, { $channel }
posts-did-schedule = post “{ $name }” scheduled in { $channel }
posts-did-post = post “{ $name }” sent to { $channel }
posts-did-pause = post “{ $name }” paused
posts-did-drop = post “{ $name }” dropped

posts-monday = Monday
posts-tuesday = Tuesday
posts-wednesday = Wednesday
posts-thursday = Thursday
posts-friday = Friday
posts-saturday = Saturday
posts-sunday = Sunday
