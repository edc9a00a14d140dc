### Before the next interview. Preparing is spoken of here, and never as what was missing at the last one.

prepare-offer = On { DAY($day) } is the next interview with { $about }. Five minutes to get ready: what to know of them, one question to try, somebody to try it with. Now?
    .v2 = { DAY($day) } is the next interview with { $about }. Shall we take five minutes to get ready?
    .v3 = As agreed, before the interview with { $about } on { DAY($day) }: a few things to look up and one question to try, about five minutes. Shall we?
    .short = Get ready now?
    .why = Two days are enough to do it calmly, and the evening before is for resting.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | go on | let's | lets | go ahead
    .in-an-hour = In an hour
    .tomorrow = Tomorrow
    .no = Leave it
    .no-like = no | leave it | no need | skip | not this time | on my own | i'm ready | im ready

prepare-left-out = Left out, then.
    .v2 = Fine. You know how you want to go in.
    .v3 = Then we leave that.

prepare-four-items = Four things to look up about { $about }: its history, its strengths, what it has achieved, where it wants to be in 5 to 10 years. They answer most questions, above all "What do you know about us?"
    .v2 = Look up four things about { $about }: history, strengths, achievements, and its goals for the next 5 to 10 years. Most questions can be answered from these, above all "What do you know about us?"
    .v3 = For { $about }, four things: where it comes from (history), its strengths, its achievements, its goals for 5 to 10 years. With them you can answer most of what is asked, above all "What do you know about us?"

prepare-about-us = Try that one: what would you say you know about { $about }? Two sentences.
    .v2 = "What do you know about { $about }?" How would you begin? Two sentences, as you talk.
    .v3 = Suppose they ask what you know about { $about }. What do you say?
    .short = "What do you know about us?"
    .why = It is asked very often, and said once, it comes more easily the second time.
    .look-first = I have to look first
    .look-first-like = look first | look it up | not yet | don't know | dont know | no idea | nothing yet | later

prepare-about-us-kept = That is kept. Say it aloud once more before you go in.
    .v2 = Kept, in your words. Said aloud once, it will come more easily.
    .v3 = I have it. Add what you still find out.

prepare-look-first = Look first, then say it aloud once; you have the four things to look for.
    .v2 = Good: look first. Their own pages and one search cover most of the four.
    .v3 = Then that is for tomorrow: the four things, and two sentences from them, aloud.

prepare-mock = Who could ask you a few questions beforehand: a mentor, a friend, somebody you work or worked with? A name is enough.
    .v2 = A practice run with somebody makes a bad interview less likely. Which mentor, friend or colleague, from now or before, could ask you?
    .v3 = Is there a mentor, a friend or a colleague, present or past, who would play the interviewer for ten minutes? Who?
    .short = Who could ask you the questions?
    .why = Saying an answer to a person is different from thinking it. These steps make a bad interview less likely; nothing makes it certain.
    .nobody = Nobody just now
    .nobody-like = nobody | no one | noone | none | alone | by myself | rather not | no friends | don't have | dont have

prepare-mock-kept = Noted. Ask them today, for ten minutes, and let them begin with "What do you know about us?"
    .v2 = Good. Write to them now, while you think of it; ten minutes are enough.
    .v3 = Kept. Give them two or three of the questions, so that it is easy to say yes.

prepare-alone = By yourself works too: say each answer aloud once, standing up.
    .v2 = Then aloud, alone: once through, in full sentences, and you have heard it.
    .v3 = That is fine. Tell it to the wall; it counts.

prepare-done = That is it. All of this makes a bad interview less likely. When you are out of it, I am here.
    .v2 = Done. It lowers the chance of a bad interview, and nothing more is needed today. Write to me when you come out.
    .v3 = That was all. Looking it up and saying it aloud makes a bad one less likely. Tell me afterwards how it was.

prepare-title = Your answers, as you would give them now
prepare-asked = "{ $question }":
prepare-unworded = What you wanted to say:
prepare-the-place = them
