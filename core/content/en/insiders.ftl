### Somebody the person knows inside. The caution comes before any draft; feedback before a good word.

insiders-knows = Do you know somebody who works there: a friend, an acquaintance, a present or former colleague? They may hear how it was seen. A name is enough.
    .v2 = Is there somebody there whom you know: a friend, somebody you once worked with, an acquaintance? They may hear what you will not. Just the name, if so.
    .v3 = One question about the place: does a friend, an acquaintance, a present or former colleague of yours work there, who might hear how it was seen? Who?
    .short = Do you know anybody there?
    .why = Somebody inside can sometimes find out how it was seen, which nobody else will tell you.
    .yes = Yes, somebody
    .yes-like = i do | yes i do | there is somebody | there is someone | somebody | someone
    .nobody = Nobody there
    .nobody-like = nobody | don't think so | dont think so | not really | not any more | not anymore | not that i know of | no one | noone | none | don't know anyone | don't know anybody | dont know anyone | dont know anybody | not that i know | know nobody | know no one

insiders-name = What do you call them? The message would begin with it.
    .v2 = Who is it? A first name will do, for the greeting.
    .v3 = And the name, as you would greet them?
    .short = The name?
    .why = A message to somebody by name is read as one from you.
    .no-name = Without a name
    .no-name-like = no name | without | don't want to say | rather not | doesn't matter

insiders-decides = As far as you know, is { $who } one of those who decide about the job?
    .v2 = Does { $who } have a part in the decision, in the interview or after it?
    .v3 = Will { $who } be asked or have a vote when they decide?
    .short = Does { $who } help decide?
    .why = Whoever decides must not be asked for a favour; it could harm both of you.
    .no = No part in it
    .no-like = no part | not involved | nothing to do with it | different department | another department | doesn't decide | does not decide | just works | only works | just a | only a | no say | no power | not in charge | housekeeping | in the kitchen | cleaner | driver | waiter
    .yes = Yes, a part
    .yes-like = on the panel | is the manager | the manager | the boss | decides | one of them | involved | hires
    .not-sure = Not sure
    .not-sure-like = not sure | don't know | dont know | maybe | could be | no idea
    .leave = Leave it
    .leave-like = leave it | rather not | not now | forget it | never mind | i don't want to | i dont want to

insiders-caution = A caution first: a favour can be a conflict of interest, and cost { $who } trust at work. In public service, asking people inside to help ("canvassing") is often forbidden and can end an application; the advert says whether. Do you want to look at a message, or leave it?
    .v2 = Before any message: what helps you can put { $who } in a conflict of interest. And public-sector panels often rule out who "canvasses", that is, asks people inside; see the advert. Go on, or leave it?
    .v3 = Weigh this first. { $who } may get into a conflict of interest by helping you. Public employers often forbid canvassing (asking people inside) altogether; the advert says whether. Go on to a message, or leave it?
    .short = Go on to a message, or leave it?
    .why = It is their job as well as yours; said before, nobody is caught out by it.
    .on = Go on
    .on-like = go on | go ahead | yes | ok | okay | sure | it's fine | its fine | no problem | not public | private company | show me
    .leave = Leave it
    .leave-like = leave it | rather not | no | not worth it | too risky | don't | dont | forget it | better not | stop

insiders-request = You could tell { $who } how it went and what worries you, and ask for feedback from the hiring manager. That is the safer request; a word on your behalf is a choice of its own. Which?
    .v2 = The better thing to ask of { $who } is feedback: how the hiring manager saw it, once they know how it was for you. To speak for you is another matter. Which shall it be?
    .v3 = Two different things: { $who } hears how it was and asks the hiring manager for feedback, which I would prefer; or { $who } says a word for you. Which one?
    .short = Feedback, or a word for you?
    .why = Feedback helps you whatever they decide. A word on your behalf weighs on the one who says it.
    .feedback = Ask for feedback
    .feedback-like = feedback | what they thought | how it went | find out | the first | safer
    .word = A word on my behalf
    .word-like = a word | good word | put in a word | speak for me | recommend | vouch | the second
    .leave = Leave it
    .leave-like = leave it | neither | none | rather not | forget it | never mind

insiders-told = In your own words: how did it go, and what worries you about it? Two or three sentences; they go to { $who } as you write them.
    .v2 = What should { $who } know: how it was, and your concern? Short, as you would tell it; it goes into the message as it stands.
    .v3 = Tell { $who } how it went and what is on your mind, in a few sentences. I put them into the message unchanged.
    .short = How it went, in your words?
    .why = Feedback can answer a worry only if it is known.
    .without = Without that
    .without-like = without that | leave that out | nothing | just ask | only ask | skip that

insiders-settle = That would be the message to { $who }. Copy it, change what you like, and tell me if it goes.
    .v2 = These lines to { $who }: does it sound like you? Say "sent" when it is out, or leave it.
    .v3 = For { $who }, if you want to. Nothing goes anywhere unless you send it.
    .short = Sent, edit, or not now?
    .why = Once it is marked as sent, I do not bring it up again.
    .sent = Mark as sent
    .sent-like = sent it | already sent | sent already | i sent | just sent | have sent | it's sent | its gone | it is out | asked them | i asked | told her | told him
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
    .leave-like = not now | rather not | don't want | dont want | won't send | wont send | keep it | later | leave it | no message

insiders-barred = They asked for no contact, and a message through somebody inside is contact, too; it could count against you. So I have none for you here.
    .v2 = With contact ruled out, asking somebody inside would go round their rule. I leave it, so that nothing is held against you.
    .v3 = No contact was what they asked, and people inside are part of that. Here I would ask nobody.

insiders-beforehand = Before the interview, a word with those who decide can harm more than help. What somebody there can tell you is what the place is like: its history, its strengths, where it is going. "Get ready" has room for that.
    .v2 = Ask them what it is like to work there, and nothing about the choice; that is fair to both of you. After the interview we can look at it again.
    .v3 = Somebody inside is worth asking now about the place itself, and not about the decision. Note what you hear under "get ready".

insiders-sent-already = Your message to { $who } is marked as sent. What comes of it is with them now.
    .v2 = You have written to { $who }; asking twice would press. Now it is their turn.
    .v3 = That one has gone to { $who }. Nothing more to do there but wait.

insiders-nobody = Nobody there, then; that is fine.
    .v2 = Fine; nobody is needed for it.
    .v3 = All right, without that.

insiders-depends = Asking somebody inside can help, and it can harm.
    .v2 = Somebody inside can be of use, or come into difficulties by it.
    .v3 = It may be of help. One question comes first.

insiders-told-of = You told me of { $who } there, who might hear how it was seen.
    .v2 = There is still { $who }, who works there.
    .v3 = One thing about { $who }, whom you know there.

insiders-leave-out = I would not: { $who } has a part in the decision, and asking could count against you both.
    .v2 = Better leave { $who } out of it. Who decides may not be asked for help, so I have no such message.
    .v3 = No message to { $who }, who has a part in it. That you know each other is no fault; say so openly if they ask.

insiders-takes-part = Then it is kinder to ask { $who } for no favour: with a part in the decision, that could count against you both.
    .v2 = Then we leave { $who } out of it, for the sake of both of you. Somebody who helps decide cannot be asked for help with it, so I have no such message.
    .v3 = In that case we ask no favour: { $who } would be torn between you and the job. That you know each other is no fault; say so openly if they ask.

insiders-find-out-first = Then that is the first thing to find out. The message will say that it is to be left if they have a part in it.
    .v2 = Not sure is fair. If it turns out to be so, it ends there; the message says that, too.
    .v3 = Then leave them room: the message lets them put it aside if they do decide.

insiders-their-choice = That weighs more on { $who }, so the message leaves them free to say no.
    .v2 = It is more to ask, and { $who } may decline; the message makes that easy.
    .v3 = Then { $who } must be able to refuse without a word; the message says so.

insiders-left = Then we leave it. Nothing goes to anybody.
    .v2 = Then we leave that. It is a fair choice.
    .v3 = Fine, without it. No one hears of it from here.

insiders-sent = Marked as sent. Whether an answer comes is up to { $who }; you need do nothing more.
    .v2 = Noted, it is out. { $who } may answer, or may not be allowed to; both are fine.
    .v3 = Good, that is with { $who } now. Tell me if you hear something.

insiders-kept = Then it goes to nobody for now. "My friend inside" brings it back.
    .v2 = Left as it is. Nothing is sent unless you send it.
    .v3 = Not now, then. It keeps.
