### The thank-you note: whether, how, when, and each draft.

note-recommended = My strong advice is a short thank-you note, the more so after a hard moment: it can carry what you would say now.
    .v2 = A thank-you note is well worth sending, the more so when an interview was hard. Yours has something to say.
    .v3 = Do send a thank-you note. It is good manners after any interview, and after this one it brings them your better answer.

note-recommended-well = Do send a thank-you note: it fits after a good interview, and can carry what you would add.
    .v2 = A thank-you note belongs to a good interview as well, and yours has something to add.
    .v3 = A note of thanks is well worth sending, the more so as it brings them what you would add.

note-plain-well = A short note of thanks fits after a good interview.
    .v2 = Do send a few lines of thanks; they fit a good interview.
    .v3 = My advice is a short, plain thank-you note, also when it went well.

note-recommended-laughed = You want the job still, so a short note of thanks is worth sending: it carries your answer, and says nothing of the laughing.
    .v2 = If you want the job all the same, a short note can bring them your answer. The thanks in it is not for how they behaved.
    .v3 = A note is for your answer and for the job, and not for their laughing. As you want the job, I would send a short one.

note-plain-late = My advice is a short, plain thank-you note. That you were late needs no line in it: that would only bring it back to mind.
    .v2 = A plain note of thanks is well worth sending. It leaves the clock out; to name it would only bring it back.
    .v3 = Do send a few lines of thanks, and only thanks; to mention the time would only remind them.

note-plain = My advice is a short, plain thank-you note. It leaves out any slip; they may not even have noticed one.
    .v2 = A plain note of thanks is well worth sending. It says nothing of slips, because they may not have noticed any.
    .v3 = Do send a few lines of thanks, and only thanks: what was small is best left alone.

note-optional = After how they were with you, a note is entirely your choice; nobody is owed one. If you want the job all the same, it can be short and plain.
    .v2 = You owe them no thanks for that. A note is up to you; many would send none, and some a plain one.
    .v3 = Whether to write to them at all is yours to decide after this. If you do, a plain note says nothing of it.

note-meant = You mean to write to them: good, that is right after any interview.
    .v2 = A note was your idea already, and a good one.
    .v3 = You want to write to them, and I will help with the words.

note-unwanted = You do not want the job any more, so a note is up to you; a line of thanks leaves a good name.
    .v2 = As you no longer want it, nobody is owed a note. A short one keeps a door open for another day.
    .v3 = A note is your choice, now that you do not want the job. Two lines of thanks are never wrong.

note-channel-optional = If you want to write to them: by e-mail, or by post?
    .v2 = Do you want to write to them at all? By e-mail, or by post?
    .v3 = A mail, a letter, or nothing to them?
    .short = A note to the employer, or none?
    .why = You need not write. If you do, e-mail arrives the same day; a letter may stay on a desk.
    .mail = E-mail
    .mail-like = email | e mail | mail | gmail | electronic | online | by mail
    .post = By post
    .post-like = post | letter | by hand | handwritten | stamp | card
    .call = A call, before six today
    .call-like = call them | call her | call him | call instead | i'd call | i'd rather call | rather call | rather phone | rather ring | phone them | phone her | phone him | ring them | ring her | ring him | by phone | by telephone | a call | phone call | telephone | the phone | call
    .none = No note
    .none-like = no note | none | don't want a note | not writing | won't write | no letter | skip the note | nothing at all

note-channel = { $call ->
        [yes] By e-mail, by post, or with a call?
       *[no] By e-mail, or by post?
    }
    .v2 = { $call ->
        [yes] How shall it reach them: e-mail, post, or a call?
       *[no] How will you send it: e-mail or post?
    }
    .v3 = { $call ->
        [yes] Shall it be a mail, a letter, or a call?
       *[no] Shall it be a mail or a letter?
    }
    .short = Which of these, then?
    .why = A letter posted today is read days later, and then it has to be short of "today".
    .mail = E-mail
    .mail-like = email | e mail | mail | gmail | electronic | online | by mail
    .post = By post
    .post-like = post | letter | by hand | handwritten | stamp | card
    .call = A call, before six today
    .call-like = call them | call her | call him | call instead | i'd call | i'd rather call | rather call | rather phone | rather ring | phone them | phone her | phone him | ring them | ring her | ring him | by phone | by telephone | a call | phone call | telephone | the phone | call
    .none = No note
    .none-like = no note | none | don't want a note | not writing | won't write | no letter | skip the note | nothing at all

note-by-post = A letter arrives later, even if it is posted today; if they decide soon, a mail is safer.
    .v2 = Post is personal and slow: sent today, it is there in a day or more.
    .v3 = By post, then. It will not be there today, so it had better go soon.

note-declined = No note, then. Everything you wrote stays here; if you change your mind, say "show the note".
    .v2 = Left out. Should you want it later, "show the note" brings it.
    .v3 = Fine, no note. Your better answer is kept for the next time somebody asks.

note-nothing-to-send = They asked not to be contacted, so there is no note. What you wrote is kept, for you.
    .v2 = No contact was their rule, so nothing is sent, and what you wrote is safe.
    .v3 = With contact ruled out there is no note. Your answers are kept for the next interview.

note-said-by = Which of them was it that said or did that? No thanks go there.
    .v2 = Who of them was it? I leave that name out of the notes.
    .v3 = So that no note goes to the wrong one: which of them was it?
    .short = Which of them was it?
    .why = A note of thanks to whoever did that would be wrong, so I ask before I write one.
    .somebody-else = Somebody else

note-first-point = A note carries two points at most. Which one comes first?
    .v2 = Two points are the most a short note can hold. Which is the more important?
    .v3 = Which of these should they read first? There is room for two.
    .short = Which point first?
    .why = Two points are read; five are an argument.

note-may-go = You wrote: "{ $words }". May they hear this from you, or is it just for you?
    .v2 = "{ $words }": shall they read that, or does it stay with you?
    .v3 = One line first, "{ $words }". Is it for them, or only for you?
    .short = In the note, or just for you?
    .why = A note can point at what nobody noticed, so this goes in only if you say so.
    .yes = Put it in
    .yes-like = put it in | it may go | in the note | go in | let them read | for them | they should know | include it
    .no = Just for me
    .no-like = just for me | for me | only me | leave it out | keep it | keep it out | private | not in the note | stays with me

note-second-point = And the second, if there is one?
    .v2 = Is there a second one that should go with it?
    .v3 = Which other one, if any?
    .short = A second point?
    .why = There is room for one more; one alone is fine as well.
    .no-second = Just the one

note-evening = Some send it the same day, some wait a day or two to see things clearly. I would take this evening: within 24 hours is best, up to 48 is fine.
    .v2 = Advice differs: the same day, or a day or two later with a clear head. This evening suits you, I think. Best by 24 hours, worth it up to 48.
    .v3 = One school sends it the same day, another waits a day or two. I would take this evening: it is best within 24 hours, and still good within 48.

note-morning = Some send it the same day, some wait a day or two to see things clearly. I would sleep on it and send it tomorrow morning: within 24 hours is best, up to 48 is fine.
    .v2 = Advice differs: the same day, or a day or two later with a clear head. I would look at it again tomorrow morning. Best by 24 hours, worth it up to 48.
    .v3 = One school sends it the same day, another waits a day or two. Sleep on this one and send it in the morning: that is within 24 hours, and 48 is still good.

note-today = The interview was yesterday, so today is the day: a note is best within 24 hours, and up to 48 it is still fine. Some even advise a day or two, to see things clearly.
    .v2 = Yesterday's interview, today's note: some send it at once, some after a day or two. Within 48 hours is good; sooner is better.
    .v3 = A day has passed, which some advise anyway, to see things clearly. Send it today; up to 48 hours is fine.

note-late = It goes out as a late note, and is still worth sending. Today is better than tomorrow.
    .v2 = It is a few days ago. Send it all the same, as a late note of thanks; the sooner the better.
    .v3 = Late is not too late: it goes out as a follow-up, best today.

note-look = Do you want to see it now?
    .v2 = Shall I show you the note?
    .v3 = Look at the draft now, or tomorrow?
    .short = See it now?
    .why = You may send it when you like; seeing it does not send anything.
    .now = Show me now
    .now-like = now | show me | show it | see it | see now | let me see | please show | today | go ahead
    .tonight = Tonight
    .tonight-like = tonight | this evening | after work | after dinner
    .tomorrow = Tomorrow
    .tomorrow-like = tomorrow | later | not today | in the morning | sleep on it
    .none = No note
    .none-like = no note | none | don't want a note | no letter | not writing | not sending | won't write | won't send | don't want to send | don't send | no need | skip the note | leave it

note-kept-for-later = It waits here.
    .v2 = Good. It is ready and waits.
    .v3 = Then later; it will be there.

note-kept-gently = Then not now. Nothing has to be done today; the note keeps.
    .v2 = Not now, then. It keeps, and today asks nothing more of you.
    .v3 = That is fine. It waits, and nothing is needed from you today.

note-guide = More on following up, if you want to read it: { $link }
    .v2 = There is a longer guide to following up: { $link }
    .v3 = How to follow up, at length: { $link }

note-settle = This is the note to { $reader }. Copy it, and tell me when it is sent, or what to change.
    .v2 = Here it is, for { $reader }. Say "sent" when it has gone, or how it should be: shorter, warmer, more formal.
    .v3 = That would be the note to { $reader }. Does it sound like you, or should it be shorter, warmer, more formal?
    .short = Sent, or a change: shorter, warmer, more formal?
    .why = When it is marked as sent, I do not bring it up again.
    .sent = Mark as sent
    .sent-like = sent it | sent already | already sent | i sent | send it already | just sent | have sent | it's sent | its gone | it is out | sent now
    .shorter = Shorter
    .shorter-like = shorter | too long | cut it | less
    .warmer = Warmer
    .warmer-like = warmer | friendlier | warm
    .formal = More formal
    .formal-like = formal | more formal
    .as-it-was = As it was
    .as-it-was-like = as it was | like before | the first one | the original
    .edit = Edit
    .edit-like = edit | change it | change something | take out | leave out | remove | rewrite | my own | fix | wrong | not like me | don't like
    .keep = Keep it for later
    .keep-like = keep it | later | not yet | not now | don't send | dont send | do not send | wait | tomorrow | after lunch | will send | i'll send | ill send | gonna send | going to send | sounds like me | sound like me | that's good | thats good | looks good | fine | perfect | it's good | i like it | ok good

note-as-typed = Your words stand as you typed them. Before it goes, you may want to look at { $words }; "edit" changes them.
    .v2 = One look before it goes: { $words } stand as you typed them. "Edit" changes them, if you like.
    .v3 = I change none of your words, so { $words } are in it as typed. "Edit" is there if you want to change them.

note-sent = The note to { $reader } is marked as sent.
    .v2 = Sent, to { $reader }: noted.
    .v3 = Good, that one is out, to { $reader }.

note-sent-alongside = Marked as sent: the note to { $reader }, and the other one from you.
    .v2 = Sent, the note to { $reader } and the other one you wrote: noted.
    .v3 = Good, the note to { $reader } is out, and so is the other one you wrote.

note-sent-with-theirs = Marked as sent: the note to { $reader }, and yours to { $others }.
    .v2 = Sent, the note to { $reader } and the one you wrote to { $others }: noted.
    .v3 = Good, the note to { $reader } is out, and so is what you wrote to { $others }.

note-all-sent = Marked as sent, { $count ->
        [2] both
       *[other] all of them
    }.
    .v2 = Sent, { $count ->
        [2] the two of them
       *[other] every one
    }: noted.
    .v3 = Good, they are { $count ->
        [2] both
       *[other] all
    } out.

note-kept = It waits here.
    .v2 = Kept, as it stands.
    .v3 = It stays here, ready to go.

note-kept-asked = It waits here; say "show the note" when you want it.
    .v2 = Kept, as it stands. "Show the note" brings it.
    .v3 = It stays here, ready to go, for when you say "show the note".

note-alone = In this note { $words } may stand alone: a reader has to know who or what is meant. "Edit" changes it.
    .v2 = One look at { $words } before it goes: will they know who or what that is? "Edit" is there for it.
    .v3 = Whoever reads this sees { $words } for the first time, and may ask who or what it is. "Edit" lets you say it.

note-alike = The note to { $reader } says the same so far. In case they compare, change a word or two.
    .v2 = The one to { $reader } has the same words. Change one thing in it, so that it is no copy.
    .v3 = For { $reader } it is the same text so far. One sentence of your own sets it apart.

note-none-to = There is none to { $names }, after that.
    .v2 = I have written none to { $names }.
    .v3 = To { $names } nothing goes.

