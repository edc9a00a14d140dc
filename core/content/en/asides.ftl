### Small questions and remarks to the coach, each answered in a line before the open question comes again.

aside-when-to-send = Within a day is best: this evening if you are calm, tomorrow morning if it still stings. Up to 48 hours is fine.
    .v2 = The same day or the next. If it hurts tonight, let it be tomorrow morning; a clear head writes better.
    .v3 = One careers guide says the same day, another one to two days. Either works; what counts is that it goes out.

aside-whom-to-thank = Each person who asked you something gets a note of their own; whoever you cannot name is thanked in another's.
    .v2 = One note each, to those whose names you know. The others are thanked in it.
    .v3 = All of them, but not in one mail: a short note to each name you have, and a word for the rest in it.

aside-address = I do not have their address. It stands in the invitation or on their website, and the front desk gives it out, too.
    .v2 = That one I cannot know. Look at the mail that invited you, or at their website; a call to the front desk does it as well.
    .v3 = Their address is not with me. The invitation, the advert or the front desk has it.

aside-must-i = No. Nothing here has to be answered; "skip" leaves out any question, and the rest works without it.
    .v2 = You do not have to. Say "skip" and it goes on; nothing is lost by it.
    .v3 = No need. Whatever you would rather leave out, "skip" leaves out.

aside-not-writing = No, you do not have to; leaving it is fine. If you do, two lines are plenty. Some employers like one; without it you have done nothing wrong.
    .v2 = It is your choice. Without one they decide on what they have heard; a note only adds to it.
    .v3 = Many people never write one. It costs you no more than the chance to add a word.

aside-call-or-write = Write, in most cases. A call only if one important point is missing and they gave you a direct number; never both with the same content.
    .v2 = By mail first: it can be read when it suits them. One call is for a point that cannot wait, to a number they gave you.
    .v3 = One of the two, not both. Mail is the usual way; a call needs a reason and their direct number.

aside-text-them = I would not: when Accountemps asked some 500 HR managers in 2012, 10 % found a text message fine, 87 % a mail and 81 % a call. Mail is the safe way.
    .v2 = A text message is fine for few of them: 10 % of some 500 HR managers in an Accountemps survey of 2012, against 87 % for mail. Write a mail.
    .v3 = Better a mail. In 2012 Accountemps asked some 500 HR managers: mail suited 87 % of them, a call 81 %, a text message 10 %.

aside-note-length = Short: five or six sentences. My drafts stay under 120 words.
    .v2 = Half a screen at the most, and two points at the most; under 120 words.
    .v3 = A few sentences: thanks, interest, and one or two points. Less than 120 words.

aside-copy = Yes. Copy it as it stands into a mail of your own, from your own address; I send nothing to anybody. Then tell me "sent".
    .v2 = Copy and paste it: it goes out from your own mail, and only when you send it. "Sent" tells me that it has gone.
    .v3 = It is yours to copy. Nothing leaves here by itself; put it into your mail, and say "sent" when it is out.

aside-no-reply = Then it is right to ask. When their day has gone by I bring you a few lines for that. Silence after an interview is common, and no verdict.
    .v2 = Many employers go silent; it says little about you. If they named a day, ask two working days after it: a text will be ready.
    .v3 = You may ask once, politely, and once more later; I help with both. After that the silence is theirs, and we let it go.

aside-if-they-call = Take it where it is quiet, or let it ring and call back. Thank them, write down what they say, and ask by when they need an answer; nothing has to be decided on the phone.
    .v2 = If it is a bad moment, say so and ask when you can ring back. Have pen and paper there; repeat the day and the hour to be sure, and ask for time to think if you want it.
    .v3 = Say thank you, note who it is, what they offer and by when, and ask to have it in writing. You may ask for time; you need not answer on the spot.

aside-will-they = I cannot know. When their day has gone by without a word, it is right to ask; I bring you a few lines for that. Silence is common, and no verdict.
    .v2 = That I cannot tell; many are late, and some never write. If they named a day, you may ask two working days after it.
    .v3 = Nobody here knows. Late says little: things take longer on their side than they think. After their day you may ask.

aside-chase = Not before the day they named, and two working days more. Then ask once, kindly, and once again later; twice is enough. You may ask it straight: "Has it been decided?"
    .v2 = When their day is past, yes: one short, friendly question where it stands, and a second one later. After two the silence is theirs. A mail lets them answer when it suits them.
    .v3 = Give them their day and two working days. Then it is fair to ask outright, "Is it a no?" included, once, and once more after a while; a third time changes little.

aside-chase-barred = They asked not to be contacted, so I would leave it with them. When they will write I cannot know; silence is common, and no verdict.
    .v2 = Better not: they want no contact. It is their turn, however long it takes, and the waiting says nothing about you.
    .v3 = As they want none, I would not. What they decide, and when, I cannot tell you; late means little.

aside-apologise = If they surely noticed it, one sentence is enough: that you are sorry. Then the thanks. What nobody minded is better left alone. Into the note it goes with "edit".
    .v2 = For something they saw, yes: one plain line, no reasons, and on with the note. For a small slip, no; it would only point at it. "Edit" puts your line in.
    .v3 = Once, briefly, and only for what they cannot have missed. A long apology makes it bigger than it was. You can add it with "edit".

aside-tell-others = The plain fact is enough: how it stands, and that you will tell more another day. You need not explain it, and you need not cheer anybody up.
    .v2 = One true sentence will do, and then what you need from them: to be left in peace, or a cup of tea. The rest can wait.
    .v3 = As little as you like. "It was a hard one, I will tell you when I can" is an honest answer; who cares for you can take that.

aside-who-sends = I send nothing to them. I write to you alone; a note goes out only if you send it yourself.
    .v2 = Nothing goes to them from here. What I write comes to you, and you decide whether it goes on.
    .v3 = I write to nobody but you. If there is a note, it is yours to send or to leave.

aside-how-it-feels = There is no right size for it: it may weigh what it weighs. It often looks different after a night, and one moment is rarely what they decide by.
    .v2 = It is all right to feel like that. A day that mattered weighs more than its minutes, and it mostly gets lighter by tomorrow.
    .v3 = Nobody can say how much is too much, and I do not measure you. Many people feel so for a day, and then less.

aside-their-answer = Whether it was the wrong answer I cannot judge; a face or a note on paper tells little. What you would add now still counts, and a note can carry it.
    .v2 = I was not there, and there is seldom one right answer. What you would say today is the part that can still reach them.
    .v3 = That only they could tell, and they heard the rest of you as well. If you would put it otherwise now, that can go into a note.

aside-sleep = Put what goes round on paper: one line on what happened, one on what you would say now. Nothing has to be solved tonight. If you lie awake, get up for a while; "talk" works at any hour.
    .v2 = Write it down and leave it there; at night everything looks bigger. No step here runs away by morning. If it keeps turning, say "talk" and let it out.
    .v3 = Two lines on paper: what happened, and the one thing you would do next time. Then it is kept, and need not be kept awake. Nothing here has to be done tonight.

aside-look-back = A look back takes about four minutes, best after a night: what went well, what did not, what to keep for next time. Every part can be skipped.
    .v2 = It is going over the interview once more with some distance, in your own words: the good, the bad, and one thing for next time. Four minutes or so.
    .v3 = Looking back means: what held, what did not, and what you would do another way. It takes some four minutes, and you can leave out any of it.

aside-good-enough = I judge no text. A thank you, a sentence or two of yours and your name are all it needs; if they are in it, it can go.
    .v2 = Whether it sounds like you, only you can tell. It is long enough with a thank you, one point and your name.
    .v3 = I am no judge of that. Read it aloud once: if you would say it so, it is good enough to go.

aside-delete = Yes, at any time: "undo" takes back your last message, and "forget me" erases everything, for good.
    .v2 = You can. "Undo" for the last thing you wrote, "forget me" for all of it.
    .v3 = Any time. Say "forget me" and it is all gone; for the last message alone, "undo".

aside-duration = The first conversation takes about five minutes. You can stop after any step, and your place is kept.
    .v2 = A few minutes. Skip what you like; "later" keeps your place.
    .v3 = Not long: a handful of questions, and each can be left out.

aside-cost = I ask no money of you, now or later.
    .v2 = It costs you nothing.
    .v3 = Free for you.

aside-languages = Only English so far. Plain words and typing errors are fine.
    .v2 = English is all I read. Short and simple is enough; spelling does not matter.
    .v3 = I know English only. Write it as it comes, mistakes and all.

aside-foreign = I can read English only, so far; I am sorry. Simple words are enough, and spelling does not matter.
    .v2 = That is a language I do not know. In English, however plain, I can follow you.
    .v3 = I could not read that: I only know English. A few easy words will do.

aside-name = I am Rebound, a program for the days after an interview.
    .v2 = Rebound is the name; a program, not a person.
    .v3 = They call me Rebound. I am software.

aside-amused = A laugh helps, even a wry one.
    .v2 = Good that there is room for a laugh.
    .v3 = Laughing is allowed here.

aside-chatter = That is outside what I know; interviews are all I am good at.
    .v2 = There I am no use to you. Back to what I can do:
    .v3 = I would be poor company for that. For the interview I am some help:

aside-one-moment = Take your time; I am here.
    .v2 = No hurry. It stays open.
    .v3 = Whenever you are ready.

aside-insulted = Fair enough; I am a program, and I miss things. "Stop" ends this at any point. If you would rather go on:
    .v2 = That was no help to you, then. You can leave it with "stop", or leave this question out with "skip".
    .v3 = I hear that. Nothing has to be answered here; "skip" and "stop" both work.

aside-open-now = Open just now: { $what }. Name another and it comes first; here it goes on:
    .v2 = This is under way: { $what }. "Steps" shows the rest. We were here:
    .v3 = Begun and not finished: { $what }. Where we are:
aside-open-capture = how the interview went

### Beginning anew.

start-over-what = Begin anew with a clean page? What you wrote so far stays kept until you say "forget me".
    .v2 = A fresh start? The old page is not thrown away.
    .v3 = Shall we begin from the top? Nothing you wrote is lost by it.
    .short = Begin anew?
    .why = So that one word does not end a conversation you meant to keep.
    .new = Begin anew
    .new-like = anew | a new one | start again | start over | begin again | from the top | fresh start | restart | clean page | yes start again | yes restart | yes start over | begin anew
    .keep = Keep this one
    .keep-like = keep it | keep this | no wait | go on | carry on | stay here | keep going | continue | not now | leave it
start-over-kept = Then nothing changes.
    .v2 = Kept as it was.
    .v3 = We stay with this one.
