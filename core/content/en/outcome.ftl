### What came of it: a no, an offer, a next round. A no is met in proportion and asks nothing of the day.

outcome-rejected = So it is a no. That hurts. Nothing has to be done about it today.
    .v2 = A no, then. That is hard to read, whatever came before. Today it asks nothing of you.
    .v3 = They have said no. It stings, and it may. There is nothing you need to do about it today.

outcome-rejected-unwanted = A no, to a job you no longer wanted. It can sting all the same. Nothing has to be done about it today.
    .v2 = They said no to something you had let go of already. If it still smarts, that happens. Today it asks nothing of you.
    .v3 = They have said no, and you were not set on it any more. Both can be true: a relief, and a sting. Nothing is needed today.

outcome-request-answered = With it your request for a second chance is answered, too, and closed.
    .v2 = That answers what you asked them for as well; it is closed now.
    .v3 = So your request is closed with it. You asked, and that was yours to do.

outcome-reason = Noted, the reason they gave: { $reason }. That is what they said about this post.
    .v2 = The reason they gave is noted: { $reason }. It is kept for a day on which it is of use.
    .v3 = What they named: { $reason }. It is kept, as what they said about this one post.

outcome-reason-grave = "{ $reason }": if that was their reason, it says nothing about your work, and in many places it is not allowed. Keep their words and the day. An advice body can say more; deadlines can be short. This is no legal advice.
    .v2 = "{ $reason }" is nothing for you to mend; in many places a no may not rest on that. Keep their words and the day. An advice body knows more; some deadlines are short. I give no legal advice.
    .v3 = A no for "{ $reason }" is about them and not your work, and in many places it is unlawful. Note their words and the date. An advice body can tell you what is possible; time can be short, and this is no legal advice.

outcome-out = So you have taken yourself out. That is yours to decide and needs no reason. What I began about this interview ends here; what you wrote is kept.
    .v2 = You are out of it, then, by your own choice. Nothing more comes from me about it, and your notes stay.
    .v3 = Withdrawn: noted. Nobody waits for their answer any more, and what I had begun about this one ends. Your words are kept.

outcome-keep-practice = Only practice was still to come, from { DAY($day) }. It serves any interview; shall it stay?
    .v2 = The practice from { DAY($day) } on would be of use elsewhere, too. Keep it?
    .v3 = One thing is yours to keep: the practice, next on { DAY($day) }. Do you want it still?
    .short = Keep the practice?
    .why = What you practise is asked in other places as well. Without a yes it does not come.
    .practice = Keep the practice
    .practice-like = keep it | keep the practice | yes | let it come | practice | still want it
    .none = No, all of it ends
    .none-like = no | end it | all of it | none | drop it | nothing | stop it | not any more

outcome-practice-stays = Then the practice stays, and nothing else.
    .v2 = The practice comes, the rest has ended.
    .v3 = Kept: the practice, and only that.

outcome-nothing-comes = Then nothing more comes. You are done with this one.
    .v2 = All of it ends, then. Should another interview come up, tell me of it.
    .v3 = Then that was all, and it is closed.

outcome-tell = Is there somebody you could tell today? A name is enough; it need not be a long talk.
    .v2 = Who might hear of it from you today: a friend, somebody at home? A name will do.
    .v3 = One small thing, if you want it: tell somebody. Who could that be?
    .short = Somebody to tell?
    .why = A no that nobody knows of is carried alone. Said once, it often weighs less.
    .told = I have told somebody
    .told-like = already told | have told | i told | told them | told my | they know | knows already | told someone | told somebody
    .somebody = I'll tell somebody
    .somebody-like = i'll tell somebody | i'll tell someone | there is somebody | there is someone
    .rather-not = Rather not
    .rather-not-like = rather not | nobody | no one | noone | not today | don't want to | dont want to | no need | keep it to myself

outcome-will-tell = Whenever you want to: "they said no" is enough to begin with.
    .v2 = Three words will do: "They said no." The rest comes by itself, or not.
    .v3 = You need not carry it alone. A short message counts as well.

outcome-has-told = Good that somebody knows.
    .v2 = Then you are not alone with it.
    .v3 = Then somebody knows. That is enough for today.

outcome-no-verdict = It is one decision about one opening, and no verdict on you. That is all for today.
    .v2 = They chose for one post, on one day. Nothing more is needed today.
    .v3 = One no, from one place; it does not stand for the others. You are done for today.

outcome-offered = An offer. That is good news, and it is yours.
    .v2 = They said yes. That is very good to hear.
    .v3 = So they want you for it: an offer. Good to read.

outcome-feared-then = That day it felt like { $feeling ->
        [8] an 8
       *[other] a { $feeling }
    }, from 0 (fine) to 10 (awful). They said yes all the same.
    .v2 = When you first told me of it, it felt bad: { $feeling }, where 10 is awful. Now they have said yes.
    .v3 = It weighed { $feeling } when you came here, where 10 is awful. Now there is a yes.

outcome-in-writing = You may ask to have it in writing, and for time to read it. My messages about this interview end here.
    .v2 = To have it in writing first, and a day to think, is a fair thing to ask. I write no more about this interview.
    .v3 = Take your time with it; you may ask for it in writing. What I had planned about this interview ends.

outcome-next-round = They want to see more of you. Whatever went badly, it did not decide this.
    .v2 = A next round: so what went badly was not the whole of what they saw.
    .v3 = You are through to the next one. They saw more in it than what went badly.

outcome-next-round-after-all = { $asked ->
        [yes] You asked, and after their no they want to see you again. That is rare, and very good to hear.
       *[no] After their no they want to see you again. That is very good to hear.
    }
    .v2 = { $asked ->
        [yes] So it goes on after all: you asked, and they want to see you again. That is good news, and it is yours.
       *[no] So it goes on after all: they want to see you again. That is good news, and it is yours.
    }
    .v3 = { $asked ->
        [yes] They did not leave it at the no: you asked again, and you will see them again. Good to read.
       *[no] They did not leave it at the no: you will see them again. Good to read.
    }

outcome-next-round-well = They want to see more of you. So that hour said what it was meant to say.
    .v2 = A next round, then. You left there with a good feeling, and it was right.
    .v3 = You are through to the next one. That was a good hour, and they saw it too.

outcome-next-day = When is it? Then I can bring what helps you get ready, in time.
    .v2 = On which day, if you know it? I count from there.
    .v3 = Have they named a day for it?
    .short = Which day?
    .why = Two days before is early enough to get ready calmly, so I need the day.
    .not-yet = No day yet
    .not-yet-like = no day | not yet | don't know | dont know | no idea | not said | didn't say | didnt say | to be confirmed | tbc | they will tell | they'll tell | no date

outcome-day-open = When you know the day, tell me, and we get ready in time.
    .v2 = Then it waits for the day. Write "the next interview is on Monday", or whenever it is.
    .v3 = All right. Tell me the day once they have named it.

outcome-ready-later = Two days before is early enough to get ready.
    .v2 = Until then it may rest; getting ready begins two days before.
    .v3 = The days in between are yours; two days before is soon enough.

outcome-get-ready = That is soon. Shall we get ready now, about ten minutes?
    .v2 = Not long to go. Ten minutes now, to get ready for it?
    .v3 = It is close. Do you want to go through a few things now? It takes ten minutes.
    .short = Get ready now?
    .why = A few things looked up beforehand answer most of what they ask.
    .now = Yes, now
    .now-like = now | yes | ok | okay | sure | let's | lets | go on | go ahead
    .no = I'll manage
    .no-like = no | i'll manage | ill manage | not now | later | no need | on my own

outcome-by-themselves = As you like. When you are out of it, write to me, however it went.
    .v2 = Fine. I am here afterwards, whatever it was like.
    .v3 = All right. Come back when it is over.

outcome-search-over = If your search ends with it, say "close my search".
    .v2 = Should this be the end of the search, "close my search" looks back over all of it.
    .v3 = And if you are done looking: "close my search".
