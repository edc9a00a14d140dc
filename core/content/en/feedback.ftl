### After a no: asking once what was missing.

feedback-more = They gave a reason: { $reason }. Do you want to ask for more than that?
    .v2 = Their reason: { $reason }. Is that enough, or shall a few lines ask for more?
    .v3 = The reason they gave: { $reason }. One may leave it at that; do you want to ask them further?
    .short = Ask for more than their reason?
    .why = Somebody who has given a reason seldom adds to it, so I ask before I write anything.
    .yes = Ask for more
    .yes-like = ask for more | yes | more | ask them | ask further | i want more
    .no = It is enough
    .no-like = enough | no | leave it | that will do | fine as it is | not needed

feedback-honest = Before you send it: many never answer such a text. No answer says nothing about you.
    .v2 = To be honest about it: quite often nothing comes back, and that is no second no.
    .v3 = One thing first: a good many places never reply to this. It costs you little, so it may still be worth it.

feedback-settle = { $by ->
        [own] This is your own text now. Copy it, and tell me when it has gone.
        [reason] These lines take up their reason and ask what would have helped most. Copy them, and tell me when they have gone.
       *[coach] These lines ask what was missing, and nothing more. Copy them, and tell me when they have gone.
    }
    .v2 = { $by ->
        [own] Here it stands in your words. Change what you like; say "sent" when it is out.
        [reason] With their reason named, this asks one thing more. Change what you like; say "sent" when it is out.
       *[coach] This would ask them, briefly. Change what you like; say "sent" when it is out.
    }
    .v3 = { $by ->
        [own] So it would go, as you wrote it. Is there anything to change?
        [reason] A few lines that take their reason as it is and ask one thing. Do they sound like you?
       *[coach] A few lines that question nothing and ask one thing. Do they sound like you?
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
    .leave-like = not now | rather not | don't want | dont want | won't send | wont send | keep it | later | leave it | no text | not sending

feedback-barred = They asked for no contact, so nothing is asked of them. What they did not say is no verdict.
    .v2 = No contact was their rule, and it holds after a no as well. There is no text for this.
    .v3 = With contact ruled out I write no such text. You lose little: many never answer one.

feedback-not-yet = Feedback is best asked for after a no, and you have had none, as far as I know. From { DAY($day) } you may ask where they stand.
    .v2 = They have not said no, as far as I know; asked now, it would sound as if you had given up. Where they stand may be asked from { DAY($day) }.
    .v3 = That is best asked once they have decided; tell me if it is a no. Asking where they stand is fair from { DAY($day) }.

feedback-not-yet-fair = Feedback is best asked for after a no, and you have had none, as far as I know. Where they stand may be asked by now; say "still waiting", and I show you the lines.
    .v2 = They have not said no, as far as I know. What you may ask by now is where they stand: "still waiting" brings the text.
    .v3 = That is best asked once they have decided. It is time enough to ask where they stand; say "still waiting" for that.

feedback-grave = After the reason they gave I would not ask what was missing: it was not about your work. What to write to them, if anything, is for an advice body to say, before you send it.
    .v2 = They have said what it was about, and it was not what you can do. A kind question would not fit that. An advice body can tell you what does.
    .v3 = With that reason there is nothing of yours that was missing. Let an advice body look at it before anything goes to them.

feedback-asked = You have asked them already; once is all. If they answer, tell me what they said.
    .v2 = That text has gone out. A second one would press; should an answer come, it is welcome here.
    .v3 = It has been asked, and it is their turn. I write it only once.

feedback-sent = Marked as sent. Whatever comes or does not come, you have asked.
    .v2 = Sent: noted. If they answer, tell me in your words, and it is kept.
    .v3 = That is out. Nothing more is needed from you, and an answer is a gift, not a must.

feedback-left = Then nothing is asked of them. "Feedback" brings the lines back, if you want them one day.
    .v2 = Left. Nothing goes out; say "feedback" should you change your mind.
    .v3 = Not now, then. It keeps, and I do not bring it up; "feedback" shows it.

feedback-thanks = { $through ->
        [recruiter] Thank you for letting me know about the interview
       *[nobody] Thank you for letting me know, and for the interview
    }{ $dated ->
        [yes] { " " }on { DAY($day) }
       *[no] { "" }
    } for { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position
        [organisation] the position at { $organisation }
       *[neither] the position
    }.
feedback-reason-own = Thank you for telling me the reason, too.
feedback-reason = As I understood it, the reason was: "{ $reason }".
feedback-ask-more = Could you tell me in a line or two what would have helped most?
feedback-ask-more-recruiter = Could you ask them for me, in a line or two, what would have helped most?
feedback-ask = Could you tell me in a line or two what was missing?
feedback-ask-recruiter = Could you ask them for me, in a line or two, what was missing?
feedback-a-line = That would be of use to me for the next time.
