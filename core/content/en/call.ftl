### The call: whether at all, what to say, what to leave if nobody answers, what became of it.

call-direct-number = Did one of them give you a direct number?
    .v2 = Is there a direct number, from one of the people you spoke with?
    .v3 = Have you a number that rings on the desk of somebody you met?
    .short = A direct number?
    .why = A number they gave you is leave to use it. Through the front desk a call mostly gets stuck.
    .yes = Yes
    .yes-like = yes | gave me | on the card | her card | his card | i have it | got it | have her number | have his number | have a number | direct line | mobile
    .no = No
    .no-like = no | no number | main number | front desk | reception | only the office | switchboard | just the email | nobody did
    .not-sure = Not sure
    .not-sure-like = not sure | don't know | dont know | maybe | have to look

call-anyway = Then I would rather write: without a number they gave you a call mostly ends at the front desk, and a mail is read when it suits them. Mail, or call all the same?
    .v2 = In that case I advise a mail. A call nobody invited can come at a bad moment. Which is it to be?
    .v3 = I would not ring then; a mail brings them the same, at their own hour. It is yours to decide: mail or call?
    .short = Mail after all, or call?
    .why = Both can carry it, and one is enough. With no number from them, a mail is the surer way.
    .mail = Mail instead
    .mail-like = mail | email | e mail | write | note | mail then | ok mail | letter
    .call = Call all the same
    .call-like = call | phone | ring | all the same | anyway | call anyway | still call

call-anyway-recruiter = It goes through a recruiter, so if anybody is called it is the recruiter, and never the employer. A mail to them is usually enough. Mail, or ring the recruiter?
    .v2 = With a recruiter in between, only the recruiter may be rung, and I would rather write. Which is it to be?
    .v3 = The employer is not to be called past the recruiter. You may ring the recruiter; a mail does as well. Mail or call?
    .short = Mail, or ring the recruiter?
    .why = A call past the recruiter can cost both of you something.
    .mail = Mail instead
    .mail-like = mail | email | e mail | write | note | mail then | ok mail | letter
    .call = Ring the recruiter
    .call-like = call | phone | ring | ring them | all the same | anyway | still call

call-fine = A call is fine: one, and before six today.
    .v2 = Yes, call: once, before six today.
    .v3 = Then it is a call, today, before six; one is enough.

call-script = This is for the phone; say it your way. Next I show what to leave if nobody answers.
    .v2 = What to say to { $reader }, in your words. Then comes the message for a voicemail, so that you have both at hand.
    .v3 = Read it aloud once, then it comes easily. After this: the text for the case that nobody picks up.
    .short = Go on, or change it?
    .why = Both texts are good to have before it rings; nobody finds words at the beep.
    .next = Next
    .next-like = next | go on | ok | okay | good | fine | yes | continue | show me | voicemail | what if nobody answers | and if nobody
    .shorter = Shorter
    .shorter-like = shorter | too long
    .warmer = Warmer
    .warmer-like = warmer | friendlier
    .formal = More formal
    .formal-like = formal | more formal
    .as-it-was = As it was
    .as-it-was-like = as it was | the original
    .edit = Edit
    .edit-like = edit | change it | rewrite | my own | fix
    .none = No call after all
    .none-like = no call | not calling | don't want to call | dont want to call | rather not | won't call | wont call | mail instead | i'd rather write | too scared | can't do it

call-message = And this is to leave if nobody answers: about { $seconds } seconds aloud. Call before six, and then tell me how it went.
    .v2 = For the voicemail, about { $seconds } seconds. One call, before six, and then tell me what came of it.
    .v3 = If a machine answers, this takes about { $seconds } seconds. Ring before six; what came of it?
    .short = Spoken, message left, or nobody there?
    .why = When I know how it went, I bring it up no more, and no note says it twice.
    .reached = I spoke with them
    .reached-like = i spoke | spoke with | spoke to | talked to | talked with | i called | called them | called her | called him | rang them | rang her | rang him | i phoned | got through | she answered | he answered | they answered | she picked up | he picked up | told her | told him | told them
    .voicemail = I left the message
    .voicemail-like = left a message | left the message | left a voicemail | left voicemail | left message | left her a message | left him a message | left them a message | got voicemail | went to voicemail | answering machine | spoke to the machine | left it with | the voicemail
    .nobody = Nobody there
    .nobody-like = nobody | no one | no answer | didn't answer | didnt answer | didn't pick up | didnt pick up | not there | wasn't there | wasnt there | out of office | couldn't get through | couldnt get through | no luck | just rang | engaged | busy line
    .keep = I call later
    .keep-like = later | call later | not yet | not now | will call | i'll call | ill call | going to call | gonna call | in a bit | after lunch | good | ok | fine | thanks
    .none = No call after all
    .none-like = no call | not calling | don't want to call | dont want to call | rather not | won't call | wont call | mail instead | i'd rather write | too scared | can't do it | didn't call | didnt call

call-due = The call to { $reader }, if it is still to be made: today, before six. Five quiet minutes are enough.
    .v2 = It is time for the call to { $reader }, if you still want to. After six it would be too late for it.
    .v3 = Before the day is over there: the call to { $reader }. What to say is ready.
    .short = The call to { $reader }: what to say?
    .why = A call helps on the same day; tomorrow a mail does it better. That is why I bring it now.
    .now = Show what to say
    .now-like = show | show me | what to say | the script | read it | yes | ok | okay | go on | now
    .called = Called already
    .called-like = called | i called | called them | called her | called him | rang | phoned | did that | done | spoke | left a message | left a voicemail | nobody answered | no answer
    .none = No call
    .none-like = no call | not calling | don't want | dont want | rather not | leave it | drop it | mail instead | i'd rather write

call-what-came = And what came of it?
    .v2 = How did it go?
    .v3 = Did you reach them?
    .short = What came of it?
    .why = If your words have reached them, no note says them again.
    .reached = I spoke with them
    .reached-like = spoke | talked | answered | got through | picked up | reached | yes | told her | told him | told them | went well | was fine
    .voicemail = I left the message
    .voicemail-like = left a message | left the message | left a voicemail | left message | voicemail | machine
    .nobody = Nobody there
    .nobody-like = nobody | no one | no answer | not there | didn't answer | didnt answer | didn't pick up | no | no luck

call-all-said = You spoke with { $reader }. Did you get to say what you wanted?
    .v2 = So you had { $reader } on the phone. Could you bring across what you meant to say?
    .v3 = That is done, then: { $reader } has heard from you. Was all of it said?
    .short = Did you get to say it?
    .why = If it was said, no note says it twice. If it was not, a short note still can.
    .yes = Yes
    .yes-like = yes | i did | all of it | said it | most of it | told him | told her | told them | went well | it was fine
    .no = Not that part
    .no-like = no | not that part | not really | couldn't | could not | didn't get to | forgot | not all | only thanks | too nervous | cut me off

call-barred = They asked for no contact, so there is no call either. What you wrote is kept, for you.
    .v2 = No call: with contact ruled out, it would do harm.
    .v3 = Contact is ruled out, and a call is contact. Your answers stay here for next time.

call-only-one = I would not: one call is with them, and a second can feel like pressure. If their day passes without a word, I will ask you then.
    .v2 = There was one already; a second can feel like pressure.
    .v3 = I leave it at the one call. A second would be one too many.

call-note-is-sent = The note is out, and a call would only say it twice. One way is enough; now it is with them.
    .v2 = No call any more: the note has brought it to them already.
    .v3 = You have written to them. On the phone it would be the same once more, so I would leave it.

call-no-reason = Nothing important is missing that a call would have to bring, so a short mail is enough.
    .v2 = A call needs one important point that did not come up, and you have named none. Write a line instead.
    .v3 = Without something that they really have to hear, I would not ring. A short note does it.

call-too-late = A call belongs to the day of the interview, before six in the evening. By now a mail does it better.
    .v2 = For a call it is too late: the same day, before six, is its time. A mail brings them the same.
    .v3 = That hour has passed, a call after six or on another day comes unlooked for. Write instead.

call-mail-instead = Then a mail.
    .v2 = Good, in writing.
    .v3 = We write, then.

call-kept = Both texts wait here. One call is enough, before six today.
    .v2 = Then later today. Say "call them" and you have both in front of you.
    .v3 = Kept, the words and the message. "Call them" shows them; one call, today.

call-reached = Then it is said, and no note needs to repeat it. A plain line of thanks is still possible: "show the note".
    .v2 = So they have heard it from you. A note would only say it twice; if you like, a plain thank-you: "show the note".
    .v3 = Said and heard. Nothing has to be written now; "show the note" has plain thanks, without the points.

call-reached-but = Then a short note can still carry it: "show the note" brings it, and its reminders are off.
    .v2 = That is not lost: "show the note" has it, in a few lines. The reminders of it are off.
    .v3 = So it is for a note now, and a short one: "show the note". I no longer remind you of it.

call-left-message = Noted: the message is with them. It counts as the call, so no note repeats it. A plain line of thanks is still possible: "show the note".
    .v2 = They have it on the machine, and that is enough; no second call. If you like, a plain thank-you: "show the note".
    .v3 = Left, and it will be heard. Nothing has to be written now; "show the note" has plain thanks, without the points.

call-left-message-but = Noted: the message is with them. What it left out ({ $points }) can go into a short note: "show the note" brings it, and its reminders are off.
    .v2 = They have it on the machine. { $points } is still unsaid; "show the note" carries that, and nothing twice. The reminders of it are off.
    .v3 = Left, and it will be heard. For what was left out, { $points }, there is a short note: "show the note". I no longer remind you of it.

call-nobody = Nobody there, then. One try is enough; a mail carries the same.
    .v2 = No answer, and that says nothing. Now in writing: the note has it all.
    .v3 = Then not by phone. The note brings it to them at their own hour.

call-no-call = No call, then; a mail does it as well.
    .v2 = Fine, without a call. The note carries the same.
    .v3 = Left out. In writing it reaches them, too.

call-title = The call to { $reader }
call-voicemail-title = If nobody answers: your message
call-ask-for = Whoever answers: "Hello, this is (your name). May I speak with { $named ->
        [yes] { $reader }
       *[no] whoever led the interview
    }? It is about my interview today. … Not there? Then thank you, I will not keep you."
    .warm = Whoever answers: "Hello, this is (your name), I was with you for an interview today. Could I have a quick word with { $named ->
        [yes] { $reader }
       *[no] whoever led it
    }? … Not there? Never mind, and thank you."
    .formal = Whoever answers: "Good day, my name is (your name). Might I speak with { $named ->
        [yes] { $reader }
       *[no] the person who led the interview
    }? It concerns my interview today. … Not available? Then thank you for your help."
call-hello = Hello{ $named ->
        [yes] { " " }{ $reader }
       *[no] { "" }
    }, this is (your name), from the interview today. I will be brief.
    .warm = Hello{ $named ->
        [yes] { " " }{ $reader }
       *[no] { "" }
    }, it is (your name), we talked today. I will not keep you long.
    .formal = Good day{ $named ->
        [yes] , { $reader }
       *[no] { "" }
    }. This is (your name); we spoke at the interview today. I will be brief.
call-leave-hello = Hello{ $named ->
        [yes] { " " }{ $reader }
       *[no] { "" }
    }, this is (your name), from the interview today.
    .warm = Hello{ $named ->
        [yes] { " " }{ $reader }
       *[no] { "" }
    }, it is (your name), we talked today.
    .formal = Good day{ $named ->
        [yes] , { $reader }
       *[no] { "" }
    }. This is (your name), from the interview today.
call-thanks = Thank you for the interview.
    .warm = Thank you so much for the interview.
    .formal = I would like to thank you for the interview.
call-interest = I am { $wish ->
        [somewhat] still interested
        [plain] very interested
       *[still] still very interested
    } in { $short ->
        [yes] the job
       *[no] { $known ->
            [both] the { $role } job at { $organisation }
            [role] the { $role } job
            [organisation] the job at { $organisation }
           *[neither] the job
        }
    }.
    .warm = I would { $wish ->
        [somewhat] still be glad
        [plain] be very glad
       *[still] still be very glad
    } to have { $short ->
        [yes] the job
       *[no] { $known ->
            [both] the { $role } job at { $organisation }
            [role] the { $role } job
            [organisation] the job at { $organisation }
           *[neither] the job
        }
    }.
    .formal = I { $wish ->
        [somewhat] remain interested
        [plain] am very interested
       *[still] remain very interested
    } in { $short ->
        [yes] the position
       *[no] { $known ->
            [both] the { $role } position at { $organisation }
            [role] the { $role } position
            [organisation] the position at { $organisation }
           *[neither] the position
        }
    }.
call-further = You asked me, "{ $question }". I have been thinking further about it:
call-further-topic = I have been thinking further about { $topic }:
call-further-plain = I have been thinking further about what we spoke of:
call-also = You also asked, "{ $question }":
call-also-topic = And about { $topic }:
call-also-plain = And one more thought on what we spoke of:
call-mention = There is one thing that did not come up:
call-grave = You asked me, "{ $question }". This is my answer:
call-grave-topic = On { $topic }, this is my answer:
call-grave-plain = There is something I would like to tell you:
call-asked = You asked me, "{ $question }".
call-asked-topic = It is about { $topic }.
call-in-person = I would like to answer that when we speak.
call-in-person-plain = There is something I would like to tell you when we speak.
call-close = Thank you for hearing me.
    .warm = Thank you so much for hearing me, and for your time.
    .formal = Thank you for hearing me, and for your time.
call-leave-close = { $short ->
        [yes] Thank you, and goodbye.
       *[no] My number is (your number). Thank you, and goodbye.
    }
    .warm = { $short ->
        [yes] Many thanks, and goodbye.
       *[no] My number is (your number). Many thanks, and goodbye.
    }
    .formal = { $short ->
        [yes] Thank you, and goodbye.
       *[no] You can reach me at (your number). Thank you, and goodbye.
    }
