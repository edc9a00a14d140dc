### What the coach says in every conversation alike.

engine-skipped = Skipped.
    .v2 = Left out.
    .v3 = On to the next.

engine-at-the-beginning = That was the first question; there is nothing before it.
    .v2 = We are at the beginning already.
    .v3 = Further back it does not go.

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

engine-nothing-to-stop = There is nothing running. I write only when you do.
    .v2 = Nothing to stop; I am quiet until you write.
    .v3 = It is quiet here already.

engine-recap = Back at { $about }.
    .v2 = We were at { $about }.
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

engine-not-yet = I cannot set reminders here; what you wrote is kept, and I answer whenever you write.
    .v2 = Reminders are not something I can do here. Your place is kept for as long as you like.
    .v3 = No reminders from me here, I am sorry to say. Write when it suits you.

engine-help = I ask one question at a time, keep your answers and draft a thank-you note. Say "skip", "back", "undo", "repeat", "why", "later" or "stop" at any point; "what do you know" shows what I have, "show the note" the draft, "forget me" erases it all.
    .v2 = Answer in your own words. These work anywhere: skip, back, undo, repeat, why, later, stop. And: "what do you know", "show the note", "who can read this", "forget me".
    .v3 = One question at a time, and every one can be skipped. Words I know: skip, back, undo, repeat, why, later, stop, what do you know, show the note, forget me.

engine-privacy = { $surface ->
        [terminal] Before we go on: I am a program. What you write is kept encrypted on this computer until you say "forget me"; whoever can use this account here could open it.
        [slack] Before we go on: I am a program. What you write is kept encrypted until you say "forget me". Staff get no view of it, whoever runs me holds the key, and Slack keeps its own copy of our chat.
       *[discord] Before we go on: I am a program. What you write is kept encrypted until you say "forget me". Staff get no view of it, whoever runs me holds the key, and Discord keeps its own copy of our chat.
    }
    .v2 = { $surface ->
        [terminal] Your words lie encrypted on this computer, and whoever can use your account here could open them. "Forget me" erases them.
        [slack] Your words are encrypted, no staff view exists, and whoever runs me holds the key. Slack keeps its own copy of the chat, which a workspace's owners may be able to export. "Forget me" erases mine.
       *[discord] Your words are encrypted, no staff view exists, and whoever runs me holds the key. Discord keeps its own copy of the chat. "Forget me" erases mine.
    }
    .v3 = { $surface ->
        [terminal] Nobody is sent anything. It is all in an encrypted file on this computer, which your account here can open, until you say "forget me".
        [slack] I hand your words to nobody. They are encrypted under a key that the operator of this coach holds; Slack has its own copy of our chat. Say "forget me" and mine is gone.
       *[discord] I hand your words to nobody. They are encrypted under a key that the operator of this coach holds; Discord has its own copy of our chat. Say "forget me" and mine is gone.
    }

engine-known = This is what I have: { $details }. Your longer answers are kept word for word.
    .v2 = So far I know: { $details }; and your own words, as you wrote them.
    .v3 = Here is what I understood: { $details }. What you wrote at length is kept as well.

engine-nothing-known = Nothing yet.
    .v2 = So far you have told me nothing that I kept.
    .v3 = I know nothing about it so far.

engine-no-note-yet = There is no note yet; a few answers are missing for it.
    .v2 = The note needs a little more first.
    .v3 = Not yet: it is made from your answers, and some are still open.

engine-empty = That arrived empty; nothing was changed.
    .v2 = There was nothing in that message.
    .v3 = An empty line: I wait for a word.

engine-no-words = I cannot read pictures or signs, only words and numbers.
    .v2 = I see a sign but no words; I can only read those.
    .v3 = That I cannot read; a word or a number I can.

engine-not-understood = I did not get that. What would help: { $example }.
    .v2 = That did not fit here. I am looking for { $example }.
    .v3 = I could not use that as an answer. It needs { $example }.

engine-not-understood-again = Still not; my fault. Choose one: { $choices }.
    .v2 = Let me make it simpler: { $choices }?
    .v3 = One of these would do: { $choices }.

engine-skip-offered = We need not answer this: say "skip" and we go on.
    .v2 = This one can be left out. "Skip" is enough.
    .v3 = Let us not get stuck here; "skip" takes us further.

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
        [choice] one of the choices, by its number or in words
        [past-day] a day, such as "today", "yesterday" or "last Tuesday"
        [coming-day] a day, such as "Friday" or "in a week"
        [organisation] the name of the place
        [interviewers] a name, or "I don't know"
       *[other] a sentence in your own words
    }
