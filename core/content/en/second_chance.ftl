### A second chance, asked for once. Honest about the odds, kind where the gate is shut. Read every line aloud.

second-chance-barred = They asked for no contact, so there is no asking again here; it would count against you. What you have to show is kept for the next place.
    .v2 = No contact was their rule. A request for a second chance would break it, so I write none. Your answers stay yours.
    .v3 = With contact ruled out, a second chance is closed to ask for. That is their rule and no verdict on you.

second-chance-no-need = { $outcome ->
        [offer] They have made you an offer; there is nothing to ask them for again.
        [withdrawn] You took yourself out there. To ask for another chance you would first have to want it back; if you do, say "I'm back in".
       *[next-round] They want to see you again already: that is the second chance, and it is yours.
    }
    .v2 = { $outcome ->
        [offer] With an offer in hand no second chance is needed.
        [withdrawn] You withdrew from that one, so there is nothing open to ask for. Should that change, say "I'm back in".
       *[next-round] The next round is just that, another conversation. Nothing has to be asked for.
    }
    .v3 = { $outcome ->
        [offer] It needs no asking: they said yes.
        [withdrawn] That one ended when you withdrew. If you want it back after all, say "I'm back in".
       *[next-round] You have it: the next round. Getting ready for it is worth more than asking.
    }

second-chance-early = It can be asked, and today is too soon: so close to the hour it reads as haste. From { DAY($day) } on, say "second chance" and we write it. Until then nothing is lost.
    .v2 = Let it wait until { DAY($day) }, two days after the interview. Asked sooner it sounds like a first shock. Say "second chance" then.
    .v3 = Not today; { DAY($day) } is early enough, and it will read calmer. Say "second chance" on that day, or any later one.

second-chance-early-undecided = Not yet: they are still deciding, and asking now would sound as if you had given up. If they say no, or something that counts has not reached them, say "second chance" from { DAY($day) } on.
    .v2 = They have not decided, and asking now would tell them that you think it is lost. From { DAY($day) } it can be asked: after a no, or if something that counts has not reached them.
    .v3 = Not yet; let them decide first. From { DAY($day) } on you can ask, if it is a no, or if they still do not know something that counts.

second-chance-note-first = The note comes first, because it asks nothing of them and can carry what was missing: "show the note". If a point is still unknown after that, or if they say no, a second chance can be asked for.
    .v2 = There is a gentler way that is still open: the note, with the missing point in it. Say "show the note". A second chance opens after it, or after a no.
    .v3 = Before asking for more of their time, let the note speak; "show the note" brings it. It opens after that, if something still has not reached them, or if it is a no.

second-chance-still-unknown = Is there a point that they still do not know, and that would matter for this job?
    .v2 = After the note: is anything important about you still missing from their picture?
    .v3 = Is there something that speaks for you and that they have not heard in any way?
    .short = A point they still do not know?
    .why = A second chance is worth asking for only with something new in hand. Without it, asking mostly costs you.
    .yes = Yes, there is
    .yes-like = yes | there is | one thing | something | they don't know | they dont know | still missing | i never said
    .no = No, they know
    .no-like = no | they know | nothing | that was all | not really | said it all | don't think so

second-chance-unknown-since = Perhaps. Is it something that they do not know yet? At first, you told me, nothing about you was left out.
    .v2 = You had told them all there was, as you saw it then. Is there something new that speaks for you?
    .v3 = After the interview nothing came to mind that they had not heard. Has something come up since that they have not heard?
    .short = A new point?
    .why = A second chance is worth asking for only with something new in hand. Without it, asking mostly costs you.
    .yes = Yes, there is
    .yes-like = yes | there is | one thing | something | they don't know | they dont know | still missing | i never said
    .no = No, they know
    .no-like = no | they know | nothing | that was all | not really | said it all | don't think so

second-chance-nothing-new = Then they know what there is to know, and it is with them. If they say no, or a point or a piece of work to show comes to you, say "second chance".
    .v2 = So it is all with them. After a no it is another matter, and so is something new to tell or to show; say "second chance" then.
    .v3 = Then nothing needs adding for now. If it should be a no, or something to tell or show them occurs to you, say "second chance".

second-chance-asked-once = That has been asked, and once is all. They have until { DAY($day) }; after that I count it as answered and leave it.
    .v2 = Your request is with them. A second one would press. Until { DAY($day) } it stays open, then it is closed.
    .v3 = It is out already, and it is asked only once. { DAY($day) } is the day on which we close it, whatever comes.

second-chance-closed = You asked for it once, and it closed on { DAY($day) }. I do not write another; you did what could be done.
    .v2 = With { DAY($day) } that was closed, asked once, as agreed. It took courage to ask, and their answer does not measure you.
    .v3 = It is closed since { DAY($day) }: asked once, as agreed. What you would have shown them is kept for the next place.

second-chance-odds = Honestly: it is rare. Many employers are reluctant to spend more interview time on one person. Where it worked, people were humble, prepared, and had something new.
    .v2 = It is rare, to be plain. Most places do not like to give one person a second hour. Those who got it asked modestly and had something new to show.
    .v3 = To be plain: few get this, because time for interviews is short. It went to people who asked with modesty, made their case, and had something new.

second-chance-reason = { $told ->
        [no] What did the interview not show about you? One or two sentences, as they should read them; they go into the text.
       *[yes] They named "{ $named }". What did the interview not show about you, on that or anything else? One or two sentences, as they should read them.
    }
    .v2 = { $told ->
        [no] What do they not know about you yet? Put it as you would tell them, in a sentence or two.
       *[yes] On "{ $named }" or anything else: what do they not know about you yet? Put it as you would tell them, in a sentence or two.
    }
    .v3 = { $told ->
        [no] In your words, for them to read: what about you did not come through? Short is good.
       *[yes] Their reason was "{ $named }". In your words, for them to read: what about you did not come through?
    }
    .short = What did the hour not show, in a sentence?
    .why = A request without a reason is easy to turn down. Your reason is the whole of it; I only put a frame around it.
    .none = I have none
    .none-like = i have none | have no reason | there is none | nothing comes to mind | can't think of anything | cant think of anything

second-chance-may-stand = You wrote: "{ $words }". They would read that as it stands. Does it go in, or do you want to say it another way?
    .v2 = "{ $words }": this is what would be in front of them. Is that what you want them to know?
    .v3 = One look before it goes in: "{ $words }". Leave it so, or put it differently?
    .short = As it stands, or another way?
    .why = What went wrong, or how you felt, may be something they never noticed; you decide whether they read it.
    .yes = It goes in
    .yes-like = it goes in | yes | leave it | as it is | put it in | keep it | that's what i want
    .no = Another way
    .no-like = another way | no | differently | change it | say it differently | rewrite | leave it out | not that

second-chance-speaks-of-them = You wrote: "{ $words }". They are the ones who read it, so "you" would fit better than "they". Leave it as it is, or say it another way?
    .v2 = "{ $words }": that speaks about them, and it goes to them. Leave it as it is, or say it to them, with "you"?
    .v3 = One look before it goes in: "{ $words }". They will read it themselves, so "they" may sound odd. As it is, or another way?
    .short = As it stands, or another way?
    .why = I change none of your words, so the one who reads it would find "they" where they expect "you".
    .yes = It goes in
    .yes-like = it goes in | yes | leave it | as it is | put it in | keep it | that's what i want
    .no = Another way
    .no-like = another way | no | differently | change it | say it differently | rewrite | leave it out | not that

second-chance-apart = What they did belongs on your own account of it, not in a letter to them. This text needs something about your work.
    .v2 = That is kept, and it is theirs to answer for; it has no place in this text. Here only your work counts.
    .v3 = I leave that out of the letter: it is on record apart. What they should see here is your work.

second-chance-no-reason = Then I write no request for a second talk: without a reason it only asks for their time. That is no fault, and a reason may come on another day.
    .v2 = Without a reason there is nothing to put into the text, so I leave it. It need not come today.
    .v3 = Then no request today; without a reason it would be an easy thing to turn down.

second-chance-aim = In your words, then. The aim of the text: to show them that the interview was not a true picture of your skill, your ability and your usefulness.
    .v2 = Noted, as you put it. That is all it has to do: say that the hour did not give a true picture of what you can do, know and would be worth to them.
    .v3 = Kept. What the text is for: the interview was no true picture of your skill, of what you are able to do and how useful you would be there.

second-chance-way = Two ways: ask for a short second conversation, or ask to show it instead, with a small piece of work.
    .v2 = It can be ten minutes of talk, or a chance to impress them with something you made. Which is more you?
    .v3 = Do you want to talk to them again, or to show them something in place of talk?
    .short = Talk, or show?
    .why = Some show better than they tell. Something to look at takes less of their time.
    .talk = A second conversation
    .talk-like = conversation | talk | interview | ten minutes | call | meet | speak | meeting
    .show = Show it instead
    .show-like = show | sample | work | piece | something i made | instead
    .leave = Leave it
    .leave-like = leave it | neither | no | nothing | forget it | not after all | drop it

second-chance-other-way = Would you rather show them something: a piece of research, a small sample, anything of use to them?
    .v2 = In place of words, a piece of work could speak: research, an analysis, something you made. Is there one?
    .v3 = Is there something you could make or show that would be of use to them? It can be small.
    .short = Something to show instead?
    .why = A piece of work needs no reason beside it; it is one.
    .show = Show something
    .show-like = show | yes | there is | sample | something | piece
    .leave = Leave it
    .leave-like = leave it | no | nothing | neither | forget it | not after all | drop it

second-chance-means = What could it be?
    .v2 = Which of these comes nearest?
    .v3 = What would you show them?
    .short = Which one?
    .why = It tells me what the text should offer, and what to be careful about.
    .research = A piece of research
    .research-like = research | look into | find out | study | survey
    .analysis = An analysis
    .analysis-like = analysis | analyse | analyze | compare | numbers | figures | report
    .sample = A small sample of my work
    .sample-like = sample | portfolio | example | lesson plan | photo | photos | drawing | design | draft | test weld
    .trial = Some hours there, unpaid
    .trial-like = trial | unpaid | for free | hours | shift | day there | work there | volunteer | shadow
    .other = Something else of use
    .other-like = something else | other | else

second-chance-caution = Before that: in many places work that an employer uses usually has to be paid. This is no legal advice. A short sample of your own is the safer way; if you do go, limit the hours, and keep what you make yours.
    .v2 = A word of care: where an employer has the use of it, work usually has to be paid, in many countries by law; I give no legal advice. Better a small sample. If it is to be hours, name how many, and what you make stays yours.
    .v3 = Careful with unpaid hours. What an employer uses usually has to be paid for, in many places; I am no lawyer. I would offer a short sample instead. If not: few hours, named beforehand, and the work remains your own.

second-chance-trial = Which do you want to offer?
    .v2 = The sample, or the hours?
    .v3 = So which of them shall the text offer?
    .short = Sample, or hours?
    .why = Both show what you can do; the sample costs you less and stays yours.
    .sample = A short sample instead
    .sample-like = sample | the sample | short sample | safer
    .trial = The hours, limited
    .trial-like = hours | the hours | trial | limited | still the trial
    .leave = Leave it
    .leave-like = leave it | neither | no | nothing | drop it

second-chance-hours = How long at the most? The text will name it.
    .v2 = What is the limit? It stands in the text, so that it holds.
    .v3 = Up to how long? I put it into the text.
    .short = How long at most?
    .why = A limit that they have read is one you need not defend later.
    .two-hours = Two hours
    .two-hours-like = two hours | 2 hours | two | 2h | an hour | one hour
    .half-day = Half a day
    .half-day-like = half a day | half day | a morning | an afternoon | four hours | 4 hours
    .leave = Leave it
    .leave-like = leave it | none | no | nothing | drop it

second-chance-keep-short = Keep it to about two hours, and keep it yours: work that an employer uses usually has to be paid, in many places (no legal advice).
    .v2 = Small is enough: an evening at most. It stays your work; what an employer puts to use usually has to be paid, in many places. That is no legal advice.
    .v3 = Not more than an evening's work, and with your name on it. In many places what they use of it would usually have to be paid; I give no legal advice.

second-chance-piece = What would it be, in a sentence they can read? A lesson plan for one hour, say, a test weld with photos, a page of figures.
    .v2 = Describe it as they would read it: what you would send, and what it shows. One or two sentences.
    .v3 = In your words, for the text: what would they get to see? A page, a plan, a photo, a list; one sentence will do.
    .short = What would they see, in a sentence?
    .why = It goes into the text as you write it. Something they can picture is harder to turn down.
    .none = Nothing after all
    .none-like = nothing after all | nothing | no idea | don't know yet | dont know yet | leave it

second-chance-trial-piece = What would they see you do in that time? One or two sentences that they can read.
    .v2 = And what would you do there, so that they see what the interview did not show? It goes into the text.
    .v3 = In your words, for the text: which work would they see?
    .short = What would they see you do?
    .why = Hours with a purpose are easier to say yes to, and easier to end on time.
    .none = Nothing after all
    .none-like = nothing after all | nothing | no idea | don't know yet | dont know yet | leave it

second-chance-no-piece = Then there is nothing to send, and I draft nothing. If something comes to mind, say "second chance".
    .v2 = Without something they can picture I write no text. It may come to you on another day; "second chance" is enough.
    .v3 = So nothing goes out. That is all right; "second chance" takes it up whenever you have something.

second-chance-first-words = Being prepared is what persuades. If they ring and say "go on": what are your first two sentences? Write them as you would say them.
    .v2 = To persuade them you need to be prepared: a yes may come by phone, without warning. What would you say first? Two sentences, as spoken.
    .v3 = What persuades is being prepared. Suppose they call tomorrow and give you ten minutes: how do you begin? Two sentences.
    .short = Your first two sentences, if they ring?
    .why = Being ready and persuasive is what decides such a conversation, and the beginning is what fails first.
    .later = Later
    .later-like = later | not now | i'll think | ill think | another time

second-chance-aloud = Kept. Say it aloud once before you send the text; that takes a minute.
    .v2 = That is your beginning. Once aloud, standing up if you can, and then the text may go.
    .v3 = Written down. Read it out loud once, so that it is in your mouth and not only on paper.

second-chance-on-paper = Preparation is what persuades: before the text goes, write those hours down once, the first thing you do and the last.
    .v2 = One thing first, because being prepared is what persuades: put the hours on paper, what you begin with and how you end.
    .v3 = So that it persuades: prepare it like a lesson or a shift. The first ten minutes and the last ten, written down, before you send this.

second-chance-ready-on = Preparation is what persuades. By which day can you have it finished? The text names it.
    .v2 = What persuades is good preparation, so no haste. When will it be ready? Name a day you can keep; it goes into the text.
    .v3 = Careful preparation is what persuades. Which day can they count on to have it?
    .short = Ready by which day?
    .why = A day that you keep is the first thing it shows. Better a late one that holds.
    .open = No day yet
    .open-like = no day | not yet | don't know | dont know | no idea | not sure | leave it open | later

second-chance-settle = { $by ->
        [own] This is your own text now. Copy it, and tell me when it has gone.
       *[coach] This is the text: it asks once, and presses nobody. Copy it, and tell me when it is out.
    }
    .v2 = { $by ->
        [own] Here it stands in your words. Change what you like; say "sent" when it is out.
       *[coach] Here it is, modest and short. Change what you like; say "sent" when it has gone.
    }
    .v3 = { $by ->
        [own] So it would go, as you wrote it. Is there anything to change?
       *[coach] That would be it. It is asked once, so read it slowly. Does it sound like you?
    }
    .short = Sent, shorter, edit, or not now?
    .why = It is asked only once, so you see it first. When it is sent, I name the day on which we close the matter.
    .sent = Mark as sent
    .sent-like = sent it | sent already | already sent | i sent | just sent | have sent | it's sent | its gone | it is out | sent now | asked them | i asked
    .shorter = Shorter
    .shorter-like = shorter | too long | cut it | less
    .warmer = Warmer
    .warmer-like = warmer | friendlier | warm
    .formal = More formal
    .formal-like = formal | more formal
    .as-it-was = As it was
    .as-it-was-like = as it was | like before | the first one | the original
    .edit = Edit
    .edit-like = edit | change it | change something | take out | leave out | remove | rewrite | my own | fix | not like me
    .another-way = Ask another way
    .another-way-like = another way | other way | differently | something else instead | not this way | rather talk | rather show
    .leave = Not now
    .leave-like = not now | rather not | don't want | dont want | won't send | wont send | keep it | later | leave it | not sending | not yet | tomorrow

second-chance-sent = Marked as sent. You have asked, and nothing more is needed from you. If nothing comes by { DAY($day) }, we close it on that day.
    .v2 = It is out. They have until { DAY($day) }. If nothing has come by then, we count it as answered and close it.
    .v3 = Sent: noted. { DAY($day) } is the day on which we close it, whatever they do. Until then nothing is needed from you.

second-chance-sent-to-show = Marked as sent. Still to do: have the work ready by { DAY($ready) }, the day you named, should they want to see it. If no answer comes by { DAY($day) }, we close it then.
    .v2 = It is out. What is left is the work itself, ready by { DAY($ready) } should they say yes. If they have not answered by { DAY($day) }, we close the matter.
    .v3 = Sent: noted. Now the work: { DAY($ready) } is the day you gave for it, if they want it. On { DAY($day) } we close the matter, if nothing has come from them.

second-chance-left = Then it waits here, and nothing has gone out. "Second chance" brings it back.
    .v2 = Not sent. It keeps; say "second chance" when you want it.
    .v3 = Left for now. It stays as it is until you say "second chance".

second-chance-not-this-one = Then nothing is asked of them. That is a decision, too.
    .v2 = Left. You owe them no further try.
    .v3 = All right, we leave it there. What you can do is kept for the next place.

second-chance-thanks = { $through ->
        [recruiter] { $decided ->
            [yes] Thank you for letting me know about the interview
           *[no] This is about the interview
        }
       *[nobody] { $decided ->
            [yes] Thank you for letting me know your decision, and for the interview
           *[no] Thank you again for the interview
        }
    }{ $dated ->
        [yes] { " " }on { DAY($day) }
       *[no] { "" }
    } for { $known ->
        [both] the { $role } position at { $organisation }
        [role] the { $role } position
        [organisation] the position at { $organisation }
       *[neither] the position
    }.
second-chance-no-picture = I do not think that the interview gave a true picture of what I can do.
second-chance-not-shown = There is one thing that it did not show:
second-chance-ten-minutes = { $through ->
        [recruiter] Could you ask them whether they would give me ten minutes, by phone or in person?
       *[nobody] Would you give me ten minutes, by phone or in person?
    }
second-chance-may-i-show = { $through ->
        [recruiter] Could you ask them whether I may show them something?
       *[nobody] May I show you something?
    }
second-chance-may-i-try = { $through ->
        [recruiter] Could you ask them whether I may show them at work
       *[nobody] May I show you at work
    }, for { $hours ->
        [half-day] half a day
       *[two-hours] two hours
    } and no longer?
second-chance-ready-by = I can have that ready by { DAY($day) }.
second-chance-understand = I know that your time is short, and I will understand a no.
