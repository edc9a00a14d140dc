### Waiting for their answer: has anything come, the text that asks, and letting it rest. A figure always has its source and year.

check-in-anything-come = { DAY($day) } was the day they had named, and it has passed. Has anything come?
    .v2 = They wanted to answer by { DAY($day) }. Have you heard?
    .v3 = Their own date, { DAY($day) }, is up. Is there an answer?
    .short = Has anything come?
    .why = From now on asking is fair, and a few lines for it are ready. If they have answered, I leave it.
    .waiting = Still waiting
    .waiting-like = still waiting | nothing | not yet | no answer | no news | no word | silence | haven't heard | havent heard | not a word | heard nothing | ghosted
    .rejected = A no
    .rejected-like = rejected | rejection | a no | said no | turned me down | didn't get | didnt get | unsuccessful | someone else
    .offer = An offer
    .offer-like = an offer | the offer | offered | got the job | i got it | they want me | said yes | hired
    .next-round = A next round
    .next-round-like = next round | second interview | second round | another interview | invited back | invited me | see me again | next interview | final round
    .tomorrow = Ask tomorrow

check-in-anything-come-roughly = By about { DAY($day) } they meant to answer, as far as you knew. Has anything come?
    .v2 = They wanted to answer by about { DAY($day) }. Have you heard?
    .v3 = Around { DAY($day) } an answer was to come. Is there one?
    .short = Has anything come?
    .why = From now on asking is fair, and a few lines for it are ready. If they have answered, I leave it.
    .waiting = Still waiting
    .waiting-like = still waiting | nothing | not yet | no answer | no news | no word | silence | haven't heard | havent heard | not a word | heard nothing | ghosted
    .rejected = A no
    .rejected-like = rejected | rejection | a no | said no | turned me down | didn't get | didnt get | unsuccessful | someone else
    .offer = An offer
    .offer-like = an offer | the offer | offered | got the job | i got it | they want me | said yes | hired
    .next-round = A next round
    .next-round-like = next round | second interview | second round | another interview | invited back | invited me | see me again | next interview | final round
    .tomorrow = Ask tomorrow

check-in-anything-yet = It is more than a week since { DAY($day) }, the day they had named. Has anything come?
    .v2 = Once more, and then no more: { DAY($day) } was their day, over a week ago. Have you heard?
    .v3 = More than a week after { DAY($day) }, their own date: is there an answer by now?
    .short = Has anything come by now?
    .why = It is the last time I ask about it; after this it can rest.
    .waiting = Still waiting
    .waiting-like = still waiting | nothing | not yet | no answer | no news | no word | silence | haven't heard | havent heard | not a word | heard nothing | ghosted
    .rejected = A no
    .rejected-like = rejected | rejection | a no | said no | turned me down | didn't get | didnt get | unsuccessful | someone else
    .offer = An offer
    .offer-like = an offer | the offer | offered | got the job | i got it | they want me | said yes | hired
    .next-round = A next round
    .next-round-like = next round | second interview | second round | another interview | invited back | invited me | see me again | next interview | final round
    .tomorrow = Ask tomorrow

check-in-anything-by-now = You wanted to be asked today: has anything come from them?
    .v2 = As you wished: is there an answer by now?
    .v3 = You asked me to come back to this. Have they answered?
    .short = Has anything come?
    .why = You named this day for it. If they have answered I leave it; if not, a few lines that ask are ready.
    .waiting = Still waiting
    .waiting-like = still waiting | nothing | not yet | no answer | no news | no word | silence | haven't heard | havent heard | not a word | heard nothing | ghosted
    .rejected = A no
    .rejected-like = rejected | rejection | a no | said no | turned me down | didn't get | didnt get | unsuccessful | someone else
    .offer = An offer
    .offer-like = an offer | the offer | offered | got the job | i got it | they want me | said yes | hired
    .next-round = A next round
    .next-round-like = next round | second interview | second round | another interview | invited back | invited me | see me again | next interview | final round
    .tomorrow = Ask tomorrow

check-in-settle = { $by ->
        [own] This is your own text now. Copy it, and tell me when it has gone.
       *[coach] These lines ask them where they stand. Copy them, and tell me when they have gone.
    }
    .v2 = { $by ->
        [own] Here it stands in your words. Change what you like; say "sent" when it is out.
       *[coach] A few lines to ask, if you want to. Change what you like; say "sent" when it is out.
    }
    .v3 = { $by ->
        [own] So it would go, as you wrote it. Is there anything to change?
       *[coach] This would ask them, kindly and briefly. Does it sound like you?
    }
    .short = Sent, edit, or not now?
    .why = Once it is marked as sent, I do not bring it up again.
    .sent = Mark as sent
    .sent-like = sent it | already sent | sent already | i sent | just sent | have sent | it's sent | its gone | it is out | asked them | i asked
    .shorter = Shorter
    .shorter-like = shorter | too long | cut it | less
    .warmer = Warmer
    .warmer-like = warmer | friendlier | warm
    .formal = More formal
    .formal-like = formal | more formal
    .as-it-was = As it was
    .as-it-was-like = as it was | like before | the first one | the original
    .edit = Edit
    .edit-like = edit | change it | change something | take out | leave out | rewrite | my own | fix | not like me
    .leave = Not now
    .leave-like = not now | rather not | don't want | dont want | won't send | wont send | keep it | later | leave it | no text | i'll wait | ill wait

check-in-sent = Marked as sent. Now it is with them.
    .v2 = Sent: noted. It is their turn.
    .v3 = Good, that is out. Nothing more is needed from you.

check-in-left = Then nothing goes to them.
    .v2 = Left as it is; nothing goes out.
    .v3 = Then it stays unsent.

check-in-barred = They asked for no contact, so all one can do is wait. What they do not say is no verdict on you.
    .v2 = With contact ruled out there is nothing to send. Waiting is the whole of it, and it tells nothing about you.
    .v3 = No contact was their rule, so we do not ask. No answer yet is not a no.

check-in-fair-from = Still waiting, then. They have until { DAY($day) }; from two working days after that, asking is fair. Until then you need do nothing.
    .v2 = No answer yet is not a no. Their day is { DAY($day) }; two working days later you may ask. Until then it may rest.
    .v3 = So it goes on. { DAY($day) } is what they named; asking is fair two working days after. Nothing is missed before that.

check-in-fair-soon = So { DAY($day) }, their own date, went by without a word. Tiring, and not yet a no. From { DAY($fair) } asking is fair; until then you need do nothing.
    .v2 = { DAY($day) } is past and nothing came. Answers are often a few days late; from { DAY($fair) } you may ask them.
    .v3 = They named { DAY($day) } and let it pass. That says little about you. Asking is fair from { DAY($fair) }; before that, nothing is missed.

check-in-fair-later = No answer yet is not a no. They named no day; a week after the interview, asking is fair. Until then you need do nothing.
    .v2 = Still waiting, then. Without a day from them, a week is a fair time to leave before asking. Tell me when it has passed.
    .v3 = So it goes on. A week after the interview you may ask kindly; before that, nothing is missed.

check-in-fair-now = Still nothing. By now asking is fair.
    .v2 = No answer yet is not a no, and it is time enough to ask.
    .v3 = Waiting this long is tiring. You may ask them now.

check-in-still-nothing = Still nothing, and that is a long wait. You may ask once more, or leave it; both are fine.
    .v2 = No word again. One more asking is fair, and so is leaving it.
    .v3 = Again nothing. Ask a last time, or let it be: either is all right.

check-in-silence = No answer at all is common and no verdict on you: in a Greenhouse survey of 1,500 people in 2022, 75 % had been ghosted after an interview.
    .v2 = Silence says little about you. Of 1,500 people whom Greenhouse asked in 2022, 75 % had been ghosted after an interview.
    .v3 = Many are left without an answer: 75 % of 1,500 people in a survey by Greenhouse in 2022 had been ghosted after an interview. It is no verdict.

check-in-let-rest = You have done what can be done about it. Let it rest, or leave it open?
    .v2 = Nothing more hangs on you here. Shall it rest, or stay open?
    .v3 = There is nothing left to wait for that you could change. Let it rest, or leave it open?
    .short = Let it rest?
    .why = Something that may end weighs less. If they do write, it is opened again in a moment.
    .rest = Let it rest
    .rest-like = let it rest | let it go | let go | rest | yes | enough | close it | done with it
    .wait = Leave it open
    .wait-like = leave it open | keep waiting | not yet | wait | open | a bit longer | still hope

check-in-rests = Then it may rest. If they do write after all, tell me.
    .v2 = It rests. Should an answer come one day, I am here for it.
    .v3 = Then that one is set down. News is welcome whenever it comes.

check-in-waits = Then it stays open, and nothing is asked of you. Tell me when something comes.
    .v2 = Left open. I will not ask again; write when there is news.
    .v3 = Then you wait, and I leave you to it. News is welcome at any time.

check-in-hello = Hello,
    .warm = Hello again,
    .formal = Good day,
check-in-ask = { $dated ->
        [yes] On { DAY($day) } I spoke with you
       *[no] I recently spoke with you
    } about { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position
        [organisation] the position at { $organisation }
       *[neither] the position
    }.
    .warm = { $dated ->
        [yes] Thank you again for talking with me on { DAY($day) }
       *[no] Thank you again for talking with me
    } about { $known ->
        [both] the { $role } job at { $organisation }
        [role] the { $role } job
        [organisation] the job at { $organisation }
       *[neither] the job
    }.
    .formal = { $dated ->
        [yes] I refer to my interview on { DAY($day) }
       *[no] I refer to my recent interview
    } for { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position
        [organisation] the position at { $organisation }
       *[neither] the position
    }.
check-in-ask-recruiter = { $dated ->
        [yes] On { DAY($day) } I had the interview
       *[no] I recently had the interview
    } for { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position
        [organisation] the position at { $organisation }
       *[neither] the position
    }.
check-in-once-more = I wrote to you about it before, and I am asking once more.
    .warm = I have written to you about it before, and I hope you do not mind my asking once more.
    .formal = I have written to you on this matter before and am asking once more.
check-in-named-day = { DAY($day) } was named as the day for an answer.
check-in-where = Could you kindly let me know where things stand?
    .warm = Could you let me know how things are going? Even a line would help.
    .formal = I would be grateful if you could inform me where the matter stands.
check-in-find-out = Could you kindly find out for me where things stand?
    .warm = Would you be so kind as to find out for me how things are going?
    .formal = I would be grateful if you could find out for me where the matter stands.
check-in-interested = I am { $wish ->
        [somewhat] still interested
        [plain] very interested
       *[still] still very interested
    }.
    .warm = I would { $wish ->
        [somewhat] still be glad
        [plain] be very glad
       *[still] still be very glad
    } to have the job.
    .formal = I { $wish ->
        [somewhat] remain interested
        [plain] am very interested
       *[still] remain very interested
    }.
