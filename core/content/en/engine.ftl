### What the coach says in every conversation alike.

engine-skipped = Skipped.
    .v2 = Left out.
    .v3 = Fine, without that one.

engine-at-the-beginning = That was the first question; there is nothing before it.
    .v2 = We are at the beginning already.
    .v3 = Further back it does not go.

engine-why-again = I have no better reason than the one above. "Skip" leaves it out, and that is fine.
    .v2 = There is no more behind it than that; if it does not convince you, "skip" it.
    .v3 = Only what I said. You need not answer it.

engine-back-out = Back to where we were.
    .v2 = Left that; here is what it interrupted.
    .v3 = Then to the earlier question.

engine-undone = Taken back: all that your last message brought.
    .v2 = Undone, the whole of your last message.
    .v3 = Your last message no longer counts.

engine-nothing-to-undo = There is nothing to take back.
    .v2 = Nothing has been said yet that could be undone.
    .v3 = No earlier message is left to undo.

engine-paused = Later, then. Your place is kept; write anything when you want to go on.
    .v2 = Fine. It all keeps, and a "hi" brings you back to this question.
    .v3 = Until later. Nothing is lost, and nothing more is needed today.

engine-stopped = Stopped. What you wrote is kept; say "go on" if you ever want to.
    .v2 = We leave it here. Your words stay, until you say "forget me".
    .v3 = That is the end of it for now. Everything is kept, and I will not press.

engine-no-harm = Nothing to be sorry for. You said what you wanted, and it counts.
    .v2 = No harm done. It was clear, and it holds.
    .v3 = That is all right. What you said stands.

engine-nothing-to-stop = There is nothing running. I write only when you do.
    .v2 = Nothing to stop; I am quiet until you write.
    .v3 = It is quiet here already.

engine-recap = Back to { $about }.
    .v2 = We were talking about { $about }.
    .v3 = Where we left off: { $about }.

engine-recap-plain = Back where we were.
    .v2 = We were in the middle of this.
    .v3 = Where we left off:

engine-welcome-back = Welcome back. Everything about { $about } is kept; "show the note" brings the draft.
    .v2 = Good to see you again. What you wrote about { $about } is here, the note too: say "show the note".
    .v3 = Hello again. Last time it was { $about }; "show the note" still works.

engine-greeted = Hello.
    .v2 = Hi there.
    .v3 = Good to see you here.

engine-thanked = You are welcome.
    .v2 = Gladly.
    .v3 = My pleasure.

engine-program = I am a program, with rules and no opinions: no person reads along, and no therapist either.
    .v2 = No human here: a program that asks, keeps and drafts.
    .v3 = I am software. What I say was written by people; that I say it now is a rule.

engine-no-staff = Nobody is set up here whom I could pass a message to, so I cannot connect you with a person. A friend, a mentor or a careers adviser can do what I cannot.
    .v2 = I have no person to hand you to. Somebody you trust, or a careers service near you, would be my suggestion.
    .v3 = There is no staff contact here. If you want a human ear, think of one name now; this conversation will wait.

engine-staff = Here you can turn to { $staff }. I cannot reach them for you: I am a program, and nothing you write here goes to them unless you take it there.
    .v2 = Here you can ask { $staff }. What you wrote stays with me; what they hear is yours to choose, and you have to make the contact.
    .v3 = For a human being: { $staff }. I pass nothing on, so a line or a call from you is what it takes.

engine-note-besides = The staff here can get a note through me as well, but nobody reads it at once, so the numbers come first. "Pass a note on" begins it.
    .v2 = If you also want somebody of the staff here to know, say "pass a note on". It may lie for hours; whoever answers a phone is quicker.
    .v3 = Besides the numbers, not instead: "pass a note on" brings a few words of yours to the staff here. They may read it only tomorrow.

engine-staff-writes = { $by } of { $place } writes: “{ $text }”
    .v2 = An answer from { $by } of { $place }: “{ $text }”
    .v3 = This comes from { $by } of { $place }: “{ $text }”

engine-write-back = To write back, say "write to staff". Anything else you type stays with me.
    .v2 = If you want to answer them, say "write to staff"; what you write to me they do not see.
    .v3 = "Write to staff" takes an answer back to them. The rest of what you write goes no further.

engine-note-there = Your note is with them now. It took longer than it should.
    .v2 = Later than it should have been, but it is there: the staff have your note.
    .v3 = It has arrived after all: your note stands in their channel.

engine-note-failed = Your note did not get there, so nobody has read it. They are told that something is wrong. Say "pass a note on" to try again later, or ask them where you usually meet them.
    .v2 = I could not deliver your note, and nobody has seen it. Staff learn that the way is blocked. Another try: "pass a note on"; or tell them yourself.
    .v3 = The note is not with them: it could not be posted, and nobody read it. You can try again with "pass a note on", or speak to them directly.

engine-note-failed-staff = Your note did not get there, so nobody has read it. This way you reach them yourself: { $staff }. Or try again later: "pass a note on".
    .v2 = I could not deliver your note, and nobody has seen it. You can turn to { $staff } yourself, or say "pass a note on" for another try.
    .v3 = The note is not with them: it could not be posted, and nobody read it. { $staff } is the other way; or try "pass a note on" once more.

engine-note-closed = Your note was closed without an answer through me. If it still matters, say "pass a note on", or ask them yourself.
    .v2 = The staff have closed your note, and no answer came this way. You can send another one: "pass a note on".
    .v3 = No answer came to your note, and it is closed now. Asking again is fine: "pass a note on".

engine-note-taken-back = Your note is being taken out of their channel. Whoever has read it by now has read it.
    .v2 = I take it down. Somebody may have read it before; nobody will find it there any more.
    .v3 = Out it goes from their channel. What was read until now I cannot take back.

engine-no-note-to-staff = No note of yours is with the staff.
    .v2 = There is no note of yours with them to take back.
    .v3 = Nothing of yours stands in their channel.

engine-no-partners = Practice partners are not arranged here. A friend or a colleague can ask you the questions just as well: "help me prepare" has a list.
    .v2 = I cannot bring you together with another member here. Somebody you know will do: say "help me prepare" for the questions.
    .v3 = Here I pair nobody. Anybody who reads the questions aloud will do, and "help me prepare" lays them out.

engine-partner-needs-interview = First tell me of the interview that is ahead: where, and on which day. Then I look for somebody to practise with.
    .v2 = Which interview is it for? Tell me the place and the day, then say "find me a partner" again.
    .v3 = I know of no interview of yours that is still to come. Tell me where and when, and then I look.

engine-still-looking = I am still looking, and write as soon as there is somebody. "No partner" ends it.
    .v2 = Nobody has fitted yet; I keep looking until the seven days are over. "No partner" takes you off the list.
    .v3 = The search is on. You hear from me either way; "no partner" stops it.

engine-partner-there = You have one: { $name }, { DAY($at) }, { TIME($at) }. "No partner" ends it.
    .v2 = { $name } practises with you on { DAY($at) } at { TIME($at) } already. Say "no partner" if that shall not be.
    .v3 = It is settled with { $name } for { DAY($at) }, { TIME($at) }. "No partner" undoes that.

engine-partner-found = There is somebody to practise with: { $name }, { DAY($at) }, { TIME($at) }, { $place } time. Write to each other here: { $who }. { $name } has the same message about you.
    .v2 = A partner for you: { $name }, on { DAY($at) } at { TIME($at) } ({ $place } time). You reach each other here: { $who }. { $name } was told the same of you.
    .v3 = { $name } also wants to practise, and can on { DAY($at) }, { TIME($at) }, { $place } time. This is the account: { $who }. The same message went to { $name } about you.

engine-partner-gone = { $name } cannot make the practice interview after all. That says nothing about you.
    .v2 = The practice with { $name } does not come about: they cannot. It has nothing to do with you.
    .v3 = { $name } had to leave the practice. It happens, and it is not about you.

engine-partner-expired = Nobody turned up who could practise at your times, so I have stopped looking. "Find me a partner" begins again, with other times.
    .v2 = In these days there was no partner who could when you can. The search is over; "find me a partner" starts a new one.
    .v3 = I found nobody for your times and look no more. A friend would do as well; or "find me a partner" with other hours.

engine-partner-left = { $name } is told kindly that it does not work out, and not why. The practice is off.
    .v2 = Then it is cancelled. { $name } hears that you cannot, without a reason.
    .v3 = Off it is: { $name } learns from me that it will not be, and no more than that.

engine-looks-no-more = I look for nobody any more. "Find me a partner" begins it again.
    .v2 = You are off the list, and nobody was told. If you want it again: "find me a partner".
    .v3 = Stopped. Nobody had heard of you yet. "Find me a partner" works another time.

engine-nobody-to-report = You have had no practice partner through me. If it is about something else, "talk to a person" is the way.
    .v2 = I have brought you together with nobody, so there is nobody to report here. For anything else there is "talk to a person".
    .v3 = There was no practice partner from me. Did something happen elsewhere? Say "talk to a person".

engine-links-jobs = Jobs are listed here: { $links }
    .v2 = For job lists: { $links }
    .v3 = Look for jobs here: { $links }

engine-links-advice = Careers advice is here: { $links }
    .v2 = For careers advice: { $links }
    .v3 = You find careers advice here: { $links }

engine-links-guide = A longer guide to following up is here: { $links }
    .v2 = More about following up stands here: { $links }
    .v3 = You can read more about it here: { $links }

engine-ask-staff = I have no address for that and will not guess one. You can ask { $staff }.
    .v2 = No link is set up here for that. Ask { $staff }; they may well have one.
    .v3 = That I cannot point you to. For that, turn to { $staff }.

engine-no-such-question = I have no question about "{ $about }"; whoever practises with you can ask you one. Of mine:
    .v2 = None of my questions is about "{ $about }". Somebody you practise with can ask it; these are what I have.
    .v3 = About "{ $about }" there is none among mine. You can say an answer to it aloud; here it goes on with what I have.

engine-not-for-here = Thank you for writing. I am made for the hours after a job interview: looking back on it, a thank-you note, practice for the next one. With finding work, or trouble at work, I would be guessing.
    .v2 = I hear you. What I can do begins after a job interview: we go through it, write the thank-you note and practise what was hard. For the search itself, or a job you have, I am the wrong one to ask.
    .v3 = That is a worry of its own, and I am made for another one: the hours after a job interview, the note that follows it, and practice. About work in general I know too little to advise you.

engine-staff-for-that = Here you can ask { $staff } about it.
    .v2 = For that you can turn to { $staff } here.
    .v3 = In this place, { $staff } can help you further.

engine-nobody-for-that = A careers service near you can help you further, or somebody you trust who knows your work.
    .v2 = A careers adviser knows more about that, and so may a friend in the same line of work.
    .v3 = For that, try a careers service near you, or a person you trust.

engine-no-address = I have no address for that and will not guess one. Whoever set me up here may know, and so may a careers service near you.
    .v2 = No link is set up here for that. Ask the people who run this place, or a careers service near you.
    .v3 = That I cannot point you to. A careers service can, or whoever invited you here.

engine-remind-how = I can. Say when: "remind me tomorrow at 9", "in an hour", "on Friday evening".
    .v2 = Gladly; I need a time with it, such as "remind me tonight" or "remind me on Monday at 8".
    .v3 = Tell me the time as well: "in two hours", "tomorrow", "Sunday at 18:00".

engine-nothing-to-remind = There is nothing yet that I could remind you of. Tell me about an interview first.
    .v2 = I have nothing to bring back so far; it begins with an interview you tell me about.
    .v3 = So far there is nothing here to be reminded of.

engine-moved-on = Then it may rest. Nothing more comes from me about this one. Other openings will come, and what you kept stays here for when you want it.
    .v2 = Good. That is easier said than done, and it is enough. I will not bring it up again; other openings will come.
    .v3 = Then we leave it there, with nothing more from me about it. There will be others, and your notes are here if one of them needs them.

engine-stopped-all = Stopped, all of it: I will not write first any more, until you say "go on". What you wrote is kept.
    .v2 = Then I am silent from now on and only answer. Your words stay; say "go on" if you ever want to.
    .v3 = Nothing more comes from me of itself. Everything is kept, and "go on" takes it up again.

engine-held = For now nothing comes from me of itself. Say "go on" when you want it again; all of it is kept.
    .v2 = It is kept, and nothing is sent until you say "go on".
    .v3 = I send nothing just now. "Go on" brings it back, whenever you want it.

engine-writes-no-more = You asked me not to write first. Say "go on" if I may again, and then name the time once more.
    .v2 = As you wished, I write no more of myself. "Go on" changes that; tell me the time after it.
    .v3 = Nothing comes from me since you stopped it. If you want this, say "go on" first, then when.

engine-dropped = Left out; that message will not come.
    .v2 = Then not that one.
    .v3 = That one is off the list.

engine-none-planned = Then none. There was none to come, and nothing more is asked today.
    .v2 = No practice, then; none was planned.
    .v3 = Fine, without it. Nothing of the kind is on its way.

engine-hours-from = Then I write from { TIME($from) } on, and not before.
    .v2 = Nothing from me before { TIME($from) }.
    .v3 = I wait until { TIME($from) } each day.

engine-hours-to = Then nothing comes after { TIME($to) }.
    .v2 = I am quiet from { TIME($to) } on.
    .v3 = After { TIME($to) } I do not write.

engine-hours-between = Then I write between { TIME($from) } and { TIME($to) } only.
    .v2 = Only from { TIME($from) } to { TIME($to) }, then.
    .v3 = Between { TIME($from) } and { TIME($to) }, and at no other hour.

engine-paused-all = Until then you will hear nothing from me. Write any time; I answer.
    .v2 = I hold everything back until then. If you write, I am here.
    .v3 = Quiet until then, unless you write first.

engine-resumed = Good, then I write again when something is due.
    .v2 = Taken up again.
    .v3 = Then the rest may come as planned.

engine-help = I ask one question at a time, keep your answers, draft the thank-you note and come back when the next step is due. Anywhere: skip, back, undo, repeat, why, later, stop. Also "steps", "my notes", "my interviews", "show the note", "what will you send me", "remind me tomorrow at 9", "what do you know", "my data", "forget me".
    .v2 = Answer in your own words. These work anywhere: skip, back, undo, repeat, why, later, stop. And: "show the note", "what will you send me", "remind me tonight", "what do you know", "my interviews", "my data", "forget me".
    .v3 = Every question can be skipped. Words I know: skip, back, undo, repeat, why, later, stop, stop writing, remind me, what will you send me, what do you know, show the note, my interviews, what has changed, close my search, my data, forget me.

engine-privacy = { $surface ->
        [terminal] I am a program. Your words stay encrypted on this computer until "forget me" or { $months } months' silence; your account opens them.
        [slack] I am a program. I keep your words encrypted until "forget me" or { $months } months' silence. Staff have no view; my operator holds the key, Slack a copy.
       *[discord] I am a program. I keep your words encrypted until "forget me" or { $months } months' silence. Staff have no view; my operator holds the key, Discord a copy.
    }
    .v2 = { $surface ->
        [terminal] Your words lie encrypted on this computer, and whoever can use your account here could open them. They go { $months } months after your last visit, or when you say "forget me". "My data" shows what you can do.
        [slack] Your words are encrypted, no staff view exists, and whoever runs me holds the key. They go { $months } months after your last visit, or at "forget me". Slack keeps its own copy of the chat, which a workspace's owners may be able to export.
       *[discord] Your words are encrypted, no staff view exists, and whoever runs me holds the key. They go { $months } months after your last visit, or at "forget me". Discord keeps its own copy of the chat.
    }
    .v3 = { $surface ->
        [terminal] Nobody is sent anything. It is all in an encrypted file on this computer, which your account here can open, until you say "forget me" or stay away for { $months } months. "My data" shows what you can do with it.
        [slack] I hand your words to nobody. They are encrypted under a key that the operator of this coach holds, until you say "forget me" or stay away for { $months } months; Slack has its own copy of our chat. "My data" shows more.
       *[discord] I hand your words to nobody. They are encrypted under a key that the operator of this coach holds, until you say "forget me" or stay away for { $months } months; Discord has its own copy of our chat. "My data" shows more.
    }

engine-known = This is what I have: { $details }. Your longer answers are kept word for word.
    .v2 = So far I know: { $details }; and your own words, as you wrote them.
    .v3 = Here is what I understood: { $details }. What you wrote at length is kept as well.

engine-on-paper = Here they are. If paper suits you better, copy them by hand: that helps to remember, too.
    .v2 = These are your notes. Some people like them on paper; they are short enough to write out.
    .v3 = All that you wrote, to keep here or on a sheet of paper, as you like.

engine-done-already = That is done already; "my notes" shows what you wrote.
    .v2 = We have been through that one. Say "my notes" to read it again.
    .v3 = Done before, and kept: "my notes" brings it up.

engine-nothing-known = Nothing yet.
    .v2 = So far you have told me nothing that I kept.
    .v3 = I know nothing about it so far.

engine-no-note-yet = There is no note yet; a few answers are missing for it.
    .v2 = The note needs a little more first.
    .v3 = Not yet: it is made from your answers, and some are still open.

engine-heavy = That weighs a lot. If it grows heavier than an interview, findahelpline.com lists people who answer where you live. We go on with one small thing, or leave it for today: "later" is enough.
    .v2 = That much weight is no small thing. Should it become more than this interview, findahelpline.com shows whom to call. One small thing now, or "later", which keeps your place.
    .v3 = It has got to you, and it may. For a person who listens, findahelpline.com knows who answers where you are. We go as slowly as you like, or stop here.

engine-unanswered = That is a question I have no answer to; I know this conversation and little else. A mentor or a friend may. Where we are:
    .v2 = I would only be guessing there, so I will not. Somebody you trust is better for that one. Meanwhile:
    .v3 = I cannot tell; I am a program with a few rules. Keep it for a person. Here it goes on:

engine-give-up = Silence is slow more often than it is a no. Ask them once, kindly ("ask them" has the lines), look elsewhere meanwhile, and let it rest whenever you want: "let it go".
    .v2 = You need not decide it: apply elsewhere as if it were over, and ask them once as if it were not. "Ask them" writes the lines; "let it go" ends it here.
    .v3 = One kind question to them costs little: "ask them". After that it may rest, whether they answer or not: "let it go".

engine-their-mind = I cannot see into them. What fills your whole day was one moment of theirs, and most people have stood there themselves.
    .v2 = That I do not know. People who ask the questions know how it is to be asked, and what felt huge to you was short for them.
    .v3 = Nobody can tell that from here. They have seen nerves before, and they saw more of you than that moment.

engine-pay = Once they want you: thank them, then one calm sentence, such as "I would love to start; is there room in the pay?" Name a figure you can give a reason for, and ask before you say yes.
    .v2 = Ask after the offer and before your yes. Say that you are glad, name one figure and one reason for it, and then wait for their answer.
    .v3 = Short and friendly: you are glad about it, and is there room in the pay? Have one figure ready, and the reason for it. It is usual to ask once.

engine-accept = A yes is two lines, and best in your own words: "Thank you, I am glad to accept. I look forward to starting." Add the day you start, and ask to have it in writing.
    .v2 = For a yes it takes little: thank them, say that you accept, name the day you start. Ask for the terms in writing before you give up anything else.
    .v3 = "Thank you for the offer, I accept it gladly", and the day you can start: that is all of it. Have pay and hours in writing first.

engine-sign-how = Your name I do not know. Say "sign it" and the name, and it stands beneath this letter and the later ones.
    .v2 = Gladly; only the name is missing. "Sign it", and then your name as they should read it.
    .v3 = I would need your name for that: "sign it", and the name behind it.

engine-signed = Signed: { $name }. So are the letters after it.
    .v2 = { $name } stands beneath it now, and beneath the later letters.
    .v3 = It ends with { $name } now, as the later ones will.

engine-put-in-place = Out: { $points }. In, with your words: what you wrote now. "Undo" takes both back.
    .v2 = Your new words are in, and this is out: { $points }. "Undo" and it is as before.
    .v3 = This went: { $points }. What you wrote just now came in; "undo" puts it back as it was.

engine-put-in = Yes, in your words. Look whether it is right there; "edit" changes any of it.
    .v2 = That goes in as you said it. See whether it reads well; if not, "edit".
    .v3 = It can say that, too, as you put it. Should it sound another way, "edit".

engine-rest-is-yours = New words only you can add: "edit" takes the whole text, as you want it.
    .v2 = What it should say besides is yours to write; for that there is "edit".
    .v3 = For other words of yours say "edit", and write it as you want it.

engine-worth-writing = It is worth it: two or three lines, within a day or two if you can; a late one counts, too.
    .v2 = It is worth the two minutes. A note two days later still counts; one that never comes does not.
    .v3 = I would send one. Best within a day, good within two, and later than that it just says so.

engine-too-late = No, it is not too late: it is simply a late note, and still worth sending.
    .v2 = Not too late. It goes out as a late note of thanks, and that is fine.
    .v3 = No. A late note is still a note; two or three lines are enough.

engine-chances = Nobody can tell that from inside, and I least of all. People judge their own interviews badly, in both directions.
    .v2 = I do not know, and neither does the feeling: how an interview felt is a poor guide to how it was seen.
    .v3 = It cannot be read off from here. What can be done is still the same few steps.

engine-advice-body = Where you are ({ COUNTRY($country) }) you can ask { $bodies }.
    .v2 = For { COUNTRY($country) }: { $bodies }.
    .v3 = One to ask, for { COUNTRY($country) }: { $bodies }.
engine-one-body = { $name }, { $phone }

engine-no-advice-body = Which one, where you are, I cannot name; a legal aid office would know.
    .v2 = I have no name or number for your country, and will not guess one. A law clinic can tell you.
    .v3 = I cannot name one here for where you live; a union or a legal aid office may.

engine-not-on-your-list = What they said or did is theirs. It belongs on no list of yours and in no note; I keep it apart, in your words. If you see it on one, say "undo" or leave that step out.
    .v2 = It has no place there, and it is not yours to work on. Should it still show up, "skip" passes it by; your own account of it stays as you wrote it.
    .v3 = You are right to ask: that is not something you did badly. It is kept apart from your list, and no note carries it.

engine-not-to-them = Nothing you write goes from me to an employer or an interviewer.
    .v2 = No employer and no interviewer is sent a word of this.
    .v3 = The people you write about get nothing from me; a note goes out only if you send it yourself.

engine-normal = It is. Minds go blank and voices shake under pressure, in good people too; it says little about what you can do.
    .v2 = Quite normal: pressure does that to most people at one time or another, and it is not the measure of them.
    .v3 = Yes, and common. It happens to people who know their work well.

engine-rights = First, today: the exact words, the hour and who was there; what you told me is kept. Then an advice body or a union, soon, because time limits can be short; ask them how long you have. I give no legal advice.
    .v2 = That is for an advice body or a union to say; deadlines can be short. Their exact words, the day and who heard them are what helps most. This is no legal advice.
    .v3 = You may be able to do something about it; I cannot say what, as I give no legal advice. Keep the words, the date and the names, and ask an advice body soon.

engine-told-already = Then I missed it, and that was mine to hear. All I still need, if you like; "skip" is fine:
    .v2 = You did, and I did not hold on to it; the fault is mine. What is still missing here, or "skip":
    .v3 = Right, you have said it, and it got past me. Only this is open, and "skip" leaves it out:

engine-took-wrong = Then I took you wrong before; I am sorry.
    .v2 = I misread what you meant there; sorry.
    .v3 = That was my misreading; I am sorry.

engine-not-asked = Then they did not ask it. Nothing of it is kept.
    .v2 = Understood: that was not asked there, and it stands nowhere.
    .v3 = Good that you say so; I hold nothing of it.

engine-passed-over = You asked me something, and I went on as if you had not; I am sorry. What they decide, and when, I do not know.
    .v2 = Sorry: you asked, and I passed over it. What they think or plan I cannot tell; the rest I answer as far as I can.
    .v3 = That was a question of yours, and I went past it; my fault. What they will do I have no way of knowing.

engine-ashamed = That is a hard place to answer from. No answer is needed now; we can come back to it on another day.
    .v2 = It hurts to look at that from so near. Nothing has to be found today; it can be asked again another day.
    .v3 = Right after such an hour many people find no words, and that settles nothing. No answer is needed now; another day will do.

engine-blank = Then it stays open. No answer is needed now; we can come back to it on another day.
    .v2 = That may stay empty. It can be asked again on another day.
    .v3 = Nothing has to come to mind today; another day will do.

engine-not-held-cancelled = No interview after all, and you were ready for it: that is a let-down, and it says nothing about you. Answer in two lines today: you are still interested, and these are the days on which you can come. When there is a new day, tell me, and we get ready.
    .v2 = Ready for it, and then nothing: that is frustrating, and it is about their calendar. Write today that you would still like to come, with two or three times that suit you. Tell me the new day when you have it.
    .v3 = Called off, after all that: annoying, and no verdict on you. Keep the door open with a short line today: still interested, and when you are free. With a new day, come back here.

engine-not-held-moved = Moved, then: that is their calendar and not you. Say yes to the new time in one line, so that you both have it in writing.
    .v2 = A new time, then; such things happen and mean little. Confirm it in a line, so that it stands in writing.
    .v3 = Put back, then. It usually has nothing to do with you. One line to confirm the time is all it needs from you.

engine-not-held-nobody-came = You were there and they were not: that is theirs, not yours. Write to them today without blame: that you were there at the time agreed and reached nobody, that you are still interested, and when you can come. If nothing comes in two working days, ring them.
    .v2 = To be ready and meet nobody is maddening, and no fault of yours. One calm line today: you kept the time, you reached nobody, and you would gladly have another. No answer in two working days: ring the front desk.
    .v3 = You kept the time; they did not. It may be a mix-up, so write it plainly today: I was there as agreed and reached nobody; when may I come? After two working days without an answer, ring them.

engine-not-held-missed = That is a horrible moment, and it is worth trying to put right. Ring or write today: what happened in one sentence, sorry once, and whether there is another time. Some say yes, some do not; the sooner it comes the better. Tell me what they answer.
    .v2 = Missing it hurts. Get in touch now, by phone if you can: one sentence for what happened, one for sorry, and ask for another time. They may say no; asking costs one call. Tell me what comes of it.
    .v3 = It happens to people who wanted it very much. Call or write today, before they wonder: say what happened, say sorry once, ask for a new time. There is no promise in it, and it is the best chance.

engine-heard-besides = I hear you. To go on I need one of these:
    .v2 = Good to know that, too. One of these, then, and we go on:
    .v3 = Yes, I read it. And for this, the nearest will do:

engine-draft-will-do = Good, as it is, then. "Sent" tells me when it has gone.
    .v2 = It stays like that. When it is out, say "sent".
    .v3 = Then it is ready; once it has gone, "sent" is enough.

engine-draft-will-not = Not like this, then. What should it be: shorter, warmer, more formal? "Change X to Y" puts other words in, "edit" takes your own text, and "no note" leaves it.
    .v2 = Then it is not right yet. Tell me how it should be, or swap words with "change X to Y"; with "edit" you write it yourself, and "no note" ends it.
    .v3 = Then we change it. "Warmer", "shorter" or "more formal" changes the tone, "change X to Y" a word, "edit" all of it; "no note" is possible too.

engine-draft-unsure = No hurry. Read it aloud once; where you stumble, "change X to Y" puts your word in. "Keep it for later" lets it lie.
    .v2 = You need not decide now. Is it a word, or the tone? "Change X to Y" or "warmer" mends that; "keep it for later" waits.
    .v3 = It can rest a while: "keep it for later". If something is off, say it in your words, such as "shorter" or "change X to Y".

engine-draft-not-me = The frame around your words is mine, so make it yours: "warmer" is nearer to how one talks, "change X to Y" puts in your word, and "edit:" with the text as you would say it takes the place of all of it.
    .v2 = Only you know how you sound. Say it aloud as you would to them and type that behind "edit:", and I keep every word; or "less formal", or "change X to Y".
    .v3 = Then say it your way: "edit:" and your own text, word for word. For a smaller change there is "less formal", and "change X to Y" for a word.

engine-not-your-words = I do not find "{ $words }" among your own words in it. "Edit:" with the whole text changes anything, mine too.
    .v2 = "{ $words }" is not in what you wrote there. With "edit:" and the text as you want it, everything can be changed.
    .v3 = Among your words there is no "{ $words }". The rest is my frame; "edit:" with your own text takes its place.

engine-chosen-for-you = Then I take this one: { $choice }.
    .v2 = Left to me: { $choice }.
    .v3 = My pick, then: { $choice }.

engine-by-linkedin = LinkedIn is fine where you are connected there: the same words, copied into a message. If you also have a mail address, that is the surer way.
    .v2 = A LinkedIn message can carry it, as long as it reaches them; copy the words in. A mail is the surer way, if you have the address.
    .v3 = On LinkedIn, then: copy the text into a message to them. Should they not see it in a day or two, the mail address stands in the invitation.

engine-by-text = If they wrote to you that way, a short message is fine: copy the text in. Otherwise a mail is safer: of some 500 HR managers whom Accountemps asked in 2012, 10 % found a text message fine, 87 % a mail.
    .v2 = A message works where they used that number with you. Where they did not, better a mail: in an Accountemps survey of some 500 HR managers in 2012 a text suited 10 %, a mail 87 %. The words are the same.
    .v3 = That is for places that already message with you; copy it in there. Elsewhere take mail: Accountemps asked some 500 HR managers in 2012, and 10 % were fine with a text, 87 % with a mail.

engine-one-is-enough = One is enough: the same words twice read as pressing. A mail is there at once, so I take that.
    .v2 = I would send only one, so that nobody reads it twice. By mail, then; it arrives the same day.
    .v3 = Twice the same says no more than once. The mail alone, then, as it gets there today.

engine-not-then = Not on that day, then, but the next one. If that is no good either: "move the look back to Saturday at 10", or any day and hour.
    .v2 = Then a day later. Another time is as easy: "move the look back to Saturday at 10", or whatever suits you.
    .v3 = One day later, then. For a better time, say "move the look back to Saturday at 10" or the like.

engine-call-back = Ring back today, while they are at work, from somewhere quiet: "You called me today; I had an interview with you for the job. I am sorry I missed you." Have pen and paper, and note what they say and by when. Nobody there? Leave your name and number once. Then tell me what it was.
    .v2 = Call back today, in their hours. Say your name, which job it is about, and that you missed their call; then listen, and write down days and times. If it rings out, one short message with your number. Tell me afterwards.
    .v3 = Better to return it today than to wait for the next try: name, the job, "I missed your call". Pen and paper at hand; nothing has to be decided on the phone. If nobody answers, leave your number. And tell me what they wanted.

engine-call-back-later = Nobody may be there at this hour. Ring on the next working day, soon after nine, from somewhere quiet: your name, which job, "I missed your call". A short mail now does no harm: you saw it, and when you can be reached. Tell me what it was.
    .v2 = It can wait till their next working morning; call then, first thing, with pen and paper: who you are, which job, that you missed them. If it weighs on you, mail one line now with the hours when you can talk. And tell me what they wanted.
    .v3 = They are likely closed now. On the next working day in the morning, call back: name, the job, sorry you missed it. Until then one line by mail is enough. Let me know what comes of it.

engine-references = Then you are still in it; more it does not say yet. Before you send a name, tell that person: which job, who may call, and one thing you would like them to mention. Then send name, job title, phone and mail of each in one message, within a day.
    .v2 = References mean that they are still looking at you, and no promise. Ask each person first and say what the job is and who will call. Two who saw you work are good. Then their names, roles, numbers and mail, all in one reply.
    .v3 = A next step, then, and nothing decided. Call your referees before you name them, so that no call surprises them: the job, the place, what you would like said. Then send names, how they know you, phone and mail.

engine-availability = That is a good sign: when you can work is asked of people they may take. It is no promise yet. Answer today if you can, with days and hours that you can keep.
    .v2 = They are thinking of you, then: nobody asks it of somebody they have ruled out. A yes it is not yet. Reply soon, with the days and hours that suit you.
    .v3 = A good sign, and no decision yet: they want to know when they could have you. A short answer today is best, with days and hours that hold.

engine-job-is-theirs = Congratulations: the job is yours. I have that down.
    .v2 = It is yours, then. Congratulations; it is kept.
    .v3 = Congratulations on the job. That is what I have: they said yes.

engine-offer-by-when = Then that is the day for your answer. If it comes too soon, ask for more time before it, and not on it; a few days are often asked for.
    .v2 = Their day is clear, then. Should you need longer, one friendly line before it can ask for that.
    .v3 = So there is time until then, and you may use all of it. Whatever you still want to know, ask them well before.

engine-offer-elsewhere = You may tell a place that has not answered: that you have an offer, by when you must decide, and that you would like to hear from them first. It needs no name and no figure. The one that offered can be asked for a few days.
    .v2 = Two lines to those who have not answered are fair: you hold an offer, and by what day could they tell you? Do not say no to the one before the other is in writing.
    .v3 = That is a choice to have, and no small one. Ask the one for time, tell the other your day, and let go of neither until you have the other in writing.

engine-offer-terms = Yes, and before your yes is the time. Say that you would like the job, name the one thing that would make it work, and ask whether it can be done. What they agree to belongs in writing.
    .v2 = You may ask. Glad first, then the one thing, with its reason, then wait for their answer; and have it in writing.
    .v3 = Asking kindly is usual as long as you have not said yes. One wish, one reason, and what comes of it in writing.

engine-offer-doubt = You need not say yes at once. What would have to be different for a clear yes? You can ask them that before you answer; and you may ask for a day or two.
    .v2 = An offer may be thought over. Put down what speaks for it and what against it, and what you do not know yet: that part you can ask them.
    .v3 = It is yours to weigh, and not being sure is no answer yet. What would you tell a friend with this offer? What is missing for that, you can ask them.

engine-offer-point = That counts, too. Put it beside the rest; what you do not know yet, ask them before you answer.
    .v2 = It has its weight, and only you know how much. A night's sleep before the answer does no harm.
    .v3 = I hear it. With that on the list: what would you miss if you said no, and what if you said yes?

engine-first-day = Nerves before a first day are common, and a new place expects questions. They have met you, and they chose you.
    .v2 = A beginning is allowed to be bumpy: nobody knows a new place on the first day. They know whom they took on.
    .v3 = Being nervous about it is no sign that it goes badly. On a first day one may ask about everything, also twice.

engine-first-day-asked = That is one for them: ask before you start, or somebody who works there. Such questions are usual.
    .v2 = I know interviews and not that place. Ask them by phone or in a line; before a first day people do.
    .v3 = They can tell you that, and asking it beforehand is quite usual.

engine-for-next-time = That is for next time, and kept as what you learnt; it goes into no letter.
    .v2 = Kept as something learnt, for the next one. No letter will carry it.
    .v3 = A good thing to know for next time: it stands with what you learnt, and in no letter.

engine-still-ashamed = That is a heavy feeling, and it is about one hour. Take your time with this:
    .v2 = That is hard to feel, and harder to write down. There is no hurry here:
    .v3 = I hear how heavy that is. One thing at a time, and "later" is fine:

engine-weary = Then it is enough for now. Your place is kept; write anything when you are rested, and we go on from here.
    .v2 = Rest, then. Nothing here runs away; a "hi" brings you back to this question.
    .v3 = Of course; another time. All of it is kept as it is, and a word from you takes it up again.

engine-just-tell = Then leave the questions aside and just tell it, in any order.
    .v2 = No form, then: talk as you would to a friend.
    .v3 = Just talk, as it comes. One line or twenty.

engine-back-again = Good to hear from you; nothing was lost meanwhile.
    .v2 = Hello again. It has all kept, and there is no hurry.
    .v3 = There you are. Nothing has run away.

engine-worry = Whether they will is theirs to say; that you want it is noted.
    .v2 = The worry is understandable, and the wish counts all the same.
    .v3 = That part is not in your hands; what you want is, and it is noted.

engine-matters = A lot hangs on this one for you, then.
    .v2 = So this one counts for a lot. That is noted.
    .v3 = You want this one very much; I have that.

engine-did-wrong = Not knowing is hard. { $of ->
        [another] Their reason is about somebody else, and not about something you did wrong in there.
       *[nobody] Often there is no one thing that was done wrong; they had one place to give.
    }
    .v2 = That is the hardest part, not to know. { $of ->
        [another] What they named is about another person, and nothing you did.
       *[nobody] It need not have been anything you did; there was one place.
    }
    .v3 = It is hard to be left guessing. { $of ->
        [another] They spoke of somebody else; that is no fault of yours.
       *[nobody] A no is often about one place and several people, and no single mistake.
    }

engine-misheard = Then I got that wrong. Tell me once more in other words, or say "undo" and my last reading is gone.
    .v2 = My mistake. "Undo" takes back what I made of it; or simply say it again.
    .v3 = I misread you there. Say it again, or "undo", and we take it from this question.

engine-no-conduct = My mistake; that is gone. They did nothing wrong.
    .v2 = Then I misread you, and I am sorry. Nobody there did anything wrong, and nothing here says so any more.
    .v3 = That was my error. I have taken it out: they did nothing wrong.

engine-not-heard = I am here, and I missed it; the fault is mine. Say it once more in other words, and I try again.
    .v2 = Then it went past me, and you had to say it twice. Once more, in other words, may do.
    .v3 = I got that wrong. A few other words for it would help me; "what do you know" shows what I have.

engine-finished = That conversation is finished and kept. "Show the note" and "what do you know" bring it back; if there is another interview, tell me about it.
    .v2 = It is all kept, and nothing more is needed. Say "show the note" to see it, or tell me of another interview.
    .v3 = We are done with that one, and it is safe here. For the note say "show the note"; for a new interview, just tell me.

engine-outcome-there = { $outcome ->
        [rejected] It is a no from { $place }, then. That hurts, and today it asks nothing of you. It is kept.
        [offer] An offer from { $place }: that is good news. It is kept.
       *[next-round] { $place } want to see more of you. It is kept.
    }
    .v2 = { $outcome ->
        [rejected] So { $place } said no. I am sorry; nothing has to be done about it today.
        [offer] { $place } have made an offer: gladly noted.
       *[next-round] A next round at { $place }: noted.
    }
    .v3 = { $outcome ->
        [rejected] A no from { $place }: that is hard to read. It is noted, and it can wait.
        [offer] { $place } want you: good news, and noted.
       *[next-round] { $place } go on with you. That is noted.
    }

engine-no-elsewhere = The other one is a no, then. That hurts, and today it asks nothing of you. It is kept apart from this one.
    .v2 = So the other one said no. I am sorry; nothing has to be done about it today, and I keep the two apart.
    .v3 = A no for the other one: that is hard to read. It is noted by itself, and it can wait.

engine-outcome = { $outcome ->
        [rejected] So it is a no. That hurts, whatever one expected. It is kept with this interview; nothing has to be done about it today.
        [offer] An offer. That is good news, and it is yours. It is kept with this interview.
        [withdrawn] So you have taken yourself out. That is yours to decide; it is kept with this interview, and nothing will come about an answer.
       *[next-round] A next round: then they want to see more of you. It is kept with this interview.
    }
    .v2 = { $outcome ->
        [rejected] A no, then. That is hard to read, also when it was expected. Noted; today it asks nothing of you.
        [offer] They said yes. Noted, and gladly.
        [withdrawn] You have withdrawn, then. Noted; nobody waits for their answer any more.
       *[next-round] They want you back. Noted; what went badly was evidently not the whole of it.
    }
    .v3 = { $outcome ->
        [rejected] They have said no. I am putting it down here; let it be for a day before you think about what it means.
        [offer] An offer: well, that settles how it was seen. Noted.
        [withdrawn] You are out of it by your own choice: noted, and no reason needed.
       *[next-round] So it goes on: a next round. Noted with this interview.
    }

engine-still-stopped = It is stopped, and stays so until you say "go on".
    .v2 = We have stopped; nothing is asked. "Go on" takes it up again, whenever you want.
    .v3 = Nothing is running. When you want to, say "go on".

engine-still-hurts = It is still heavy, then. You need not do anything about it; I am here.
    .v2 = That hurts still. It may, and there is no hurry.
    .v3 = It has not let go of you yet. That is allowed.

engine-hurts-enough = Good that it is nothing heavier. It may hurt all the same.
    .v2 = Then it is the interview, and that can be enough for one day.
    .v3 = Good to know, and no wonder that it gets to you.

engine-nothing-heavier = Good to know. I would rather ask once too often. I am here.
    .v2 = Then all is well, and that is good. I am here.
    .v3 = Good. Nothing more about that; write whenever you like.

engine-relieved = Good to hear. Nothing more has to be done with it; I am here if it turns.
    .v2 = That is good. Let it be good; whatever you told me stays here.
    .v3 = I am glad. It may come and go, and either is fine.

engine-low = That is a heavy thing to feel, and it may be said here. One employer decides about one opening; what you are worth is not up to them. If you like, say "talk" and I listen, or tell somebody near you.
    .v2 = I am sorry that it feels like this. A feeling, even this one, is no forecast: nobody knows who says yes next. "Talk" makes room for it here; a person who likes you is better still.
    .v3 = That hurts to read, and more to feel. It tells how hard this has been, and not what you can do. You may say more with "talk"; nothing is asked of you.

engine-not-answered = That is a question I cannot answer; a mentor or a friend may. What I can do: hear their answer, write to them with you, practise a question, get you ready. "Steps" shows it all.
    .v2 = I would only be guessing there, so I will not; somebody you trust is better for it. Here there is "steps": a text to them, practice, getting ready, letting it rest.
    .v3 = I cannot tell: I am a program with a few rules. With their answer, another interview, or a text to them ("ask them") I can help; "steps" has the rest.

engine-offers = I may not have followed you. You can tell me what they answered, or of another interview; "ask them" writes to them, "practise" takes up a question, "talk" is for just talking. "Steps" shows the rest.
    .v2 = That went past me, and it is my fault. I understand news of an answer, a new interview, "remind me on Friday", "ask them", "talk" and "steps", each in your own words.
    .v3 = I did not make that out. If they have answered, say how; if there was another interview, tell me of it. For everything else there are "steps" and, to just talk, "talk".

engine-comes-next = Next from me: { $slot }.
    .v2 = What comes by itself: { $slot }.
    .v3 = And from me: { $slot }.

engine-offers-stopped = We have stopped, and nothing is asked. I hear all the same: their answer, another interview, a question. "Go on" takes it up again, "talk" is for just talking.
    .v2 = Nothing is running, so nothing is asked of you. News or a new interview, just tell me; "go on" brings back where we were, "steps" the rest.
    .v3 = It stays stopped until you say "go on". What they answered, another interview, "talk", "steps": each of those I take up at once.

engine-farewell = Take care. What you wrote is kept; write whenever you like.
    .v2 = Until another time, then. It is all kept.
    .v3 = Goodbye. I am here when you write.

engine-no-more-to-remind = About that one I have nothing left to bring back. When there is another interview, or an answer of theirs, tell me, and I remind you from then on.
    .v2 = There is nothing more to come about it that I could bring back then. News of it, or another interview, changes that.
    .v3 = That one has its end, so no reminder is left for it. With another interview there is one again.

engine-second = A second one, then: { $place }. { $before } stays as it is.
    .v2 = So this is about { $place }; { $before } is kept apart from it.
    .v3 = { $place }: that is another one, and { $before } stays untouched.

engine-second-unnamed = A second one, then. { $before } stays as it is.
    .v2 = Another one, kept apart from { $before }.
    .v3 = So there is one more; { $before } stays untouched.

engine-next-from-me = Nothing is asked just now. Next from me: { $slot }. "Steps" shows what can be done before.
    .v2 = Nothing is needed of you today. What comes next: { $slot }. If you want to do something now, say "steps".
    .v3 = It is quiet until { $slot }. Say "steps" for what is open now, or tell me of another interview.

engine-settled = Then that is settled. Nothing more comes from me about it; your notes stay.
    .v2 = So it is done, and yours. I leave it there.
    .v3 = Then this one has its end. I have nothing to add, and your notes stay here.

engine-listening = I am here. Their answer, another interview, or "steps" for what can still be done: any of these opens it again.
    .v2 = Nothing is open from my side. Tell me what they answered, or of a new interview; "steps" shows the rest.
    .v3 = I have nothing to ask. News, a new interview or "steps": each begins something.

engine-about-which = This is about { $place }.
    .v2 = { $place } is meant.
    .v3 = About { $place }.

engine-about-place = This is about { $place }. { $asked }

engine-empty = That arrived empty; nothing was changed.
    .v2 = There was nothing in that message.
    .v3 = An empty line: I wait for a word.

engine-no-words = I cannot read pictures or signs, only words and numbers.
    .v2 = I see a sign but no words; I can only read those.
    .v3 = That I cannot read; a word or a number I can.

engine-wordless-voice = I cannot listen to recordings, so nothing of it is kept. A sentence or two in writing is enough.
    .v2 = A voice message stays closed to me, and none of it is kept. Type it as you would say it.
    .v3 = I only read. Nothing of the recording is kept; write me the heart of it, however short.

engine-wordless-picture = I cannot see pictures, so nothing of it is kept. Tell me in words what it shows, if it belongs here.
    .v2 = Pictures stay closed to me, and none of it is kept. What should I know of it?
    .v3 = I only read words. Nothing of the picture is kept; a sentence about it is enough.

engine-wordless-file = I do not open files, so nothing of it is kept. Paste the part that matters, or say it in your own words.
    .v2 = Files stay closed to me, and none of it is kept. What in it should I know?
    .v3 = I only read messages. Nothing of the file is kept; a few lines of it in the chat are enough.

engine-wordless-sticker = I only read words. What would you say in place of the sticker?
    .v2 = A sticker is closed to me. Put it in a word or two?
    .v3 = Stickers I cannot read. One word for it, if you like.

engine-wordless-other = There were no words in that for me to read.
    .v2 = I found no words in that one.
    .v3 = That came without words, so there is nothing I could take up.

engine-elsewhere = { $surface ->
        [slack] Slack
        [discord] Discord
       *[terminal] This computer
    } has the time of { $there } for you now, and I go by { $here }. If I should follow, write "I'm in { $there }".
    .v2 = By { $surface ->
        [slack] Slack
        [discord] Discord
       *[terminal] this computer
    } your clock is the one of { $there }; mine for you is still { $here }. "I'm in { $there }" changes that.
    .v3 = Your time zone is { $there } according to { $surface ->
        [slack] Slack
        [discord] Discord
       *[terminal] this computer
    }. I keep to { $here } until you write "I'm in { $there }".

engine-not-understood = That went past me; the fault is mine. What helps me here: { $example }.
    .v2 = I did not follow you there, and that is on me. With { $example } I can go on.
    .v3 = I lost the thread, not you. It would help me to have { $example }.

engine-not-understood-again = I am still not with you; my fault. Does one of these come near it: { $choices }?
    .v2 = Let me make it simpler for both of us: { $choices }?
    .v3 = I still miss your meaning, which is my limit and not yours. The nearest of these will do: { $choices }.

engine-skip-offered = We need not answer this: say "skip" and we go on.
    .v2 = This one can be left out. "Skip" is enough.
    .v3 = Let us not get stuck here; "skip" takes us further.

engine-as-they-put-it = I have it as you put it now.
    .v2 = Your new words stand in place of the first.
    .v3 = Noted the way you say it now.

engine-corrected-since = You told me otherwise since you first wrote that, so this stays: { $kept }.
    .v2 = What you told me later still counts: { $kept }.
    .v3 = Later you put it right yourself, so I keep { $kept }.

engine-no-more-in-it = No longer in it, so no longer noted: { $what }.
    .v2 = Taken out with your old words: { $what }.
    .v3 = You left it out, and so do I: { $what }.

engine-done-by-then = What you asked for at first is done by now. "Undo" may still take it back; or say what you want in a new message.
    .v2 = By the time you changed that, it was done. If it should not be, say "undo", or tell me anew.
    .v3 = I had already done what stood there first. "Undo", or a new message, puts it right.

engine-untouched = Your new words are kept. What I understood from the first ones stays as it is; if it is wrong, tell me in a new message.
    .v2 = I have kept what stands there now, and could not tell what it changes. Say it once more if something is wrong.
    .v3 = Kept, as you changed it. It changes nothing that I had noted; a new message can.

engine-message-erased = You deleted a message, so it is erased here too, with all I had from it.
    .v2 = That message is gone here as well, and so is what I noted from it.
    .v3 = Deleted there, erased here: the message, and whatever came of it.

engine-old-button = That button belongs to a question we have left behind. Say "back" to return to it.
    .v2 = That choice was from earlier and no longer open. "Back" leads there.
    .v3 = This button has had its time; "back" reaches its question.

engine-trouble = Something went wrong on my side. Your message is kept; please try again in a moment.
    .v2 = I stumbled just now, through no fault of yours. What you wrote is kept; please write once more.
    .v3 = An error of mine. Your words are safe; try it once more, please.

engine-erased = { $surface ->
        [terminal] Everything is erased.
        [slack] Everything I kept is erased. Slack's own copy of our chat is not mine to delete; you can delete your messages there.
       *[discord] Everything I kept is erased. Discord's own copy of our chat is not mine to delete; you can delete your messages there.
    } I know nothing about you any more.
    .v2 = { $surface ->
        [terminal] Done: it is all gone.
        [slack] Done: all that I kept is gone. The chat in Slack stays until you delete it there.
       *[discord] Done: all that I kept is gone. The chat in Discord stays until you delete it there.
    } If you write again, we start as strangers.
    .v3 = { $surface ->
        [terminal] Erased, all of it.
        [slack] Erased, all that was mine to erase; Slack keeps its own copy of the chat.
       *[discord] Erased, all that was mine to erase; Discord keeps its own copy of the chat.
    } Take care.

engine-you-said = You said: { $answer }.
engine-example = { $kind ->
        [scale] a number from 0 to 10
        [choice] the nearest of the answers below, by its number or in words
        [offer] the nearest of the answers below, or a time such as "tomorrow at 9"
        [past-day] a day, such as "today", "yesterday" or "last Tuesday"
        [coming-day] a day, such as "Friday" or "in a week"
        [organisation] the name of the place
        [town] one of the towns, or another with the same time
        [place] a country, or a big town near you
        [letter] the whole note in one message, from greeting to close
        [interviewers] a name, or "I don't know"
        [partner] a name, or "nobody"
       *[other] a few words about it
    }

engine-help-stays = I am here, and help is too: findahelpline.com at any hour, the emergency number for what cannot wait. The interview waits until you say "go on".
    .v2 = Nothing is asked of you. If it gets heavy again, findahelpline.com shows who answers where you live. "Go on" is all it takes to come back to the interview, whenever that is.
    .v3 = You are heard. For the heavy part a person is better than I am: findahelpline.com. "Go on" brings the interview back, and nothing else does.

engine-back-in = Then it is open again, and so is what I had planned about it.
    .v2 = Back in: noted. What had ended here goes on.
    .v3 = So you are still in it. I take up what I had left off.

engine-not-sent = Then it counts as unsent, and "show the note" brings it up.
    .v2 = Unsent, then. It is kept here; say "show the note" when you want it.
    .v3 = Good that you say so: it is open again, under "show the note".

engine-files = Here is all of it as files: one to read, one for a program, and one for your calendar if something is still to come. Whoever has them can read them, so keep them where only you look.
    .v2 = Everything you ever wrote here, to read and for a program; a calendar too, while something is to come. They are not encrypted; keep them in a place of your own.
    .v3 = All your words as files, and the days ahead for a calendar if there are any. Outside of here nothing protects them but where you put them.

engine-read-back = This is what you wrote.
    .v2 = In your own words:
    .v3 = Read back, as you put it then:

engine-too-few = { $count ->
        [one] That is one interview so far, and one alone says
       *[other] Those are two interviews so far, and two say
    } nothing about a change. From the third on I can put them side by side; "my interviews" reads them back.
    .v2 = From { $count ->
        [one] one interview
       *[other] two interviews
    } I would only be guessing, so I compare from three on. To read what there is, say "my interviews".
    .v3 = Too few to compare: three is the least, and here { $count ->
        [one] is one
       *[other] are two
    }. What you wrote can be read with "my interviews".

engine-nothing-alike = There are enough interviews, but too little was put down about them to set them side by side: a feeling, an area, a thing learnt. "My interviews" reads back what there is.
    .v2 = To compare them I would need more of what each was like, such as a look back. What there is comes with "my interviews".
    .v3 = I find nothing in them that could stand side by side yet; the look back after an interview brings it. "My interviews" shows what you have.

engine-side-by-side = Only what you said yourself, side by side. What it means is yours to say.
    .v2 = This is what you put down each time, with no verdict from me:
    .v3 = Your own words and numbers, next to each other; I draw nothing from them.

engine-none-there = There is none on that side of it.
    .v2 = That was the end of the row; there is no other one there.
    .v3 = No interview comes there.

engine-my-data = { $surface ->
        [terminal] I keep what you write, encrypted on this computer, for { $months } months after your last visit. Whoever can use your account here could open it; nobody is sent anything.
        [slack] I keep what you write, encrypted, for { $months } months after your last visit. Staff get no view of it; whoever runs me holds the key, and Slack has its own copy of our chat.
       *[discord] I keep what you write, encrypted, for { $months } months after your last visit. Staff get no view of it; whoever runs me holds the key, and Discord has its own copy of our chat.
    } What is wrong in it you can correct at any time.
    .v2 = { $surface ->
        [terminal] All that you wrote lies encrypted on this computer, where whoever has your account here could open it. It goes by itself { $months } months after your last visit.
        [slack] All that you wrote is encrypted; the key is with whoever runs me, and no staff view exists. Slack keeps a copy of the chat. Mine goes by itself { $months } months after your last visit.
       *[discord] All that you wrote is encrypted; the key is with whoever runs me, and no staff view exists. Discord keeps a copy of the chat. Mine goes by itself { $months } months after your last visit.
    } A wrong detail? Just say the right one.
    .v3 = { $surface ->
        [terminal] Kept: your words, encrypted, on this computer. Seen by: whoever can use your account here. For how long: { $months } months after your last visit.
        [slack] Kept: your words, encrypted. Seen by: no staff; whoever runs me could, with the key; Slack holds its own copy of the chat. For how long: { $months } months after your last visit.
       *[discord] Kept: your words, encrypted. Seen by: no staff; whoever runs me could, with the key; Discord holds its own copy of the chat. For how long: { $months } months after your last visit.
    } Corrected: whenever you say so.

engine-kept-for = From now on everything is kept for { $months } months after your last visit. Each visit begins the time anew.
    .v2 = { $months } months, then, counted from the last time you were here.
    .v3 = Set: { $months } months after your last visit, and each visit counts as one.

engine-kept-for-less = Where you are, { $months } months after your last visit is the longest, so that is what it is now.
    .v2 = That is longer than they allow here. It is { $months } months now, counted from your last visit.
    .v3 = The most that can be had here is { $months } months after a visit; that is set.

engine-no-word-before = Since I do not write first, what you wrote is erased { $months } months after your last visit without a word before.
    .v2 = One thing goes with that: after { $months } months without a visit all of it is erased, and I do not announce it.
    .v3 = It also means that I will not tell you before your words are erased, { $months } months after your last visit.

engine-ends-soon = You have not been here for long, so everything you told me is erased on { DAY($on) }, for good. Write anything, and it stays for another { $months } months.
    .v2 = On { DAY($on) } all that you wrote here is erased, as nobody has looked at it for long. One word from you keeps it { $months } months more.
    .v3 = A word about what you wrote here: it goes on { DAY($on) }, for good. A visit, however short, keeps it for { $months } months.

engine-interview-erased = { $surface ->
        [terminal] Done. Your words about that interview, its drafts and what was still to come of it are erased, and old backups of mine no longer open.
        [slack] Done. Your words about that interview, its drafts and what was still to come of it are erased, and old backups of mine no longer open. Slack's copy of our chat is not mine to delete.
       *[discord] Done. Your words about that interview, its drafts and what was still to come of it are erased, and old backups of mine no longer open. Discord's copy of our chat is not mine to delete.
    } { $left ->
        [0] Nothing else was there.
        [one] The other interview is as it was.
       *[other] The other { $left } interviews are as they were.
    }
    .v2 = { $surface ->
        [terminal] That interview is gone: what you wrote, the drafts, what I would have sent, and it is in no backup I can open.
        [slack] That interview is gone: what you wrote, the drafts, what I would have sent, and it is in no backup I can open. The chat in Slack stays until you delete it there.
       *[discord] That interview is gone: what you wrote, the drafts, what I would have sent, and it is in no backup I can open. The chat in Discord stays until you delete it there.
    } { $left ->
        [0] It was the only one.
        [one] One other is left, untouched.
       *[other] { $left } others are left, untouched.
    }
    .v3 = { $surface ->
        [terminal] Erased, with its drafts and reminders, and no backup of mine opens any more.
        [slack] Erased, with its drafts and reminders, and no backup of mine opens any more; Slack keeps its own copy of the chat.
       *[discord] Erased, with its drafts and reminders, and no backup of mine opens any more; Discord keeps its own copy of the chat.
    } { $left ->
        [0] Nothing of an interview is left.
        [one] What you told of the other one stays.
       *[other] What you told of the other { $left } stays.
    }

engine-stays-elsewhere = { $count ->
        [one] One message told of another interview as well. What it says of that one stays there, in your words.
       *[other] { $count } messages told of other interviews as well. What they say of those stays there, in your words.
    }
    .v2 = { $count ->
        [one] In one message you spoke of another interview, too; what belongs to that one is kept as you put it.
       *[other] In { $count } messages you spoke of other interviews, too; what belongs to those is kept as you put it.
    }
    .v3 = Not gone: { $count ->
        [one] what one message says
       *[other] what { $count } messages say
    } of another interview. It stands with that one, as you wrote it.
